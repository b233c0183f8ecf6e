"""The order of what looks alike in both orders: the content stream and the digits decide.

The words of a row are given in visual order, each with its place in the content stream.
"""

from __future__ import annotations

import pytest

from unreport.readers.pdf.bidi.base_direction import tokenised_rows
from unreport.readers.pdf.bidi.baselines.logical_row import LogicalRow
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.logical_rows import collect_evidence, logical_rows
from unreport.readers.pdf.bidi.number_groups import order_number_groups
from unreport.readers.pdf.bidi.rows import rows_of
from unreport.readers.pdf.file.glyphs import Font, Glyph, Page

SIZE = 12.0


def glyphs_of(words: list[str], stream: list[int], y: float = 100.0) -> list[Glyph]:
    """Words from left to right; `stream` says as which one each is drawn."""
    out: list[Glyph] = []
    x = 200.0
    for word, place in zip(words, stream, strict=True):
        for at, char in enumerate(word):
            glyph = Glyph(
                text=char, x0=x, x1=x + 6, y=y, size=SIZE, font=0, code=ord(char),
                order=1000 * int(y) + 100 * place + at,
            )  # fmt: skip
            out.append(glyph)
            x += 6
        x += 4
    return sorted(out, key=lambda glyph: glyph.order)


def logical(*rows: tuple[list[str], list[int]]) -> list[LogicalRow]:
    page = Page(
        number=1, width=600, height=800, rotated=[], spans={}, rules=[], fonts=[Font(name="Naskh")],
        glyphs=[g for n, row in enumerate(rows) for g in glyphs_of(*row, y=100.0 + 20 * n)],
    )  # fmt: skip
    tokens = tokenised_rows(rows_of(page), "R")
    evidence = Evidence()
    order_number_groups(tokens, evidence)
    collect_evidence(tokens, evidence)
    return logical_rows(tokens, evidence)


def texts(*rows: tuple[list[str], list[int]]) -> list[str]:
    return [row.text for row in logical(*rows)]


FROM_LEFT, FROM_RIGHT = [0, 1, 2, 3], [3, 2, 1, 0]


@pytest.mark.parametrize("digits", ["850 200", "٨٥٠ ٢٠٠"])
def test_one_number_is_drawn_from_left_to_right_in_a_row_drawn_from_the_right(digits: str) -> None:
    row = ["رلود", *digits.split(), "غلبم"]

    assert texts((row, [3, 1, 2, 0])) == [f"مبلغ {digits} دولر"]


def test_two_numbers_are_drawn_from_right_to_left() -> None:
    assert texts((["رلود", "200", "850", "غلبم"], FROM_RIGHT)) == ["مبلغ 850 200 دولر"]


@pytest.mark.parametrize(
    ("visual", "text"),
    [
        ("2 901 300", "2 901 300"),
        ("300 901 2", "2 901 300"),
        ("508 000", "508 000"),
        ("000 508", "508 000"),
        ("12 500.5", "12 500.5"),
        ("500.5 12", "12 500.5"),
        ("1:25 000", "1:25 000"),
        ("000 1:25", "1:25 000"),
    ],
)
def test_digits_show_where_a_number_begins(visual: str, text: str) -> None:
    row = ["رلود", *visual.split(), "غلبم"]

    (found,) = logical((row, [*range(len(row))]))

    assert found.text == f"مبلغ {text} دولر"
    assert found.proved


def test_other_numbers_of_the_document_decide() -> None:
    decided = (["رلود", "2", "901", "300"], FROM_LEFT)
    alike = (["رلود", "850", "200", "غلبم"], FROM_LEFT)

    found = logical(alike, decided)

    assert [row.text for row in found] == ["مبلغ 850 200 دولر", "2 901 300 دولر"]
    assert all(row.proved for row in found)


def test_a_number_that_nothing_decides_is_marked() -> None:
    (row,) = logical((["رلود", "850", "200", "غلبم"], FROM_LEFT))

    assert not row.proved


@pytest.mark.parametrize("visual", ["2020 2021", "12/500 300", "31 12", "1 2 3"])
def test_other_numbers_are_no_groups(visual: str) -> None:
    row = ["رلود", *visual.split(), "غلبم"]

    (found,) = logical((row, [*range(len(row))]))

    assert found.text == f"مبلغ {' '.join(reversed(visual.split()))} دولر"
    assert found.proved


def test_numbers_of_two_columns_are_no_groups() -> None:
    row = (["رلود", "12", "", "", "500", "غلبم"], [*range(6)])

    assert texts(row) == ["مبلغ 500 12 دولر"]


def test_words_drawn_from_the_right_are_no_left_to_right_run() -> None:
    words = ["ةيئام", "No", "(EU)", "ةحئال"]

    assert texts((words, FROM_RIGHT)) == ["لائحة (EU) No مائية"]


def test_a_left_to_right_run_is_drawn_from_the_left() -> None:
    words = ["ةيئام", "UNEP", "(2019)", "ةحئال"]

    assert texts((words, [3, 1, 2, 0])) == ["لائحة UNEP (2019) مائية"]


@pytest.mark.parametrize("digits", ["1219/2012", "١٢١٩/٢٠١٢"])
def test_the_domain_of_a_european_act_precedes_its_number(digits: str) -> None:
    number = [digits, "No"] if digits[0] == "١" else ["No", digits]

    assert texts((["ةيئام", *number, "(EU)", "ةحئال"], [0, 1, 2, 3, 4])) == [
        f"لائحة (EU) No {digits} مائية"
    ]


def test_a_range_that_opens_a_row_continues_the_paragraph() -> None:
    rows = [(["ةرتفلل"], [0]), ([".2021-2018"], [0]), (["ظفحت", "-15"], [0, 1])]

    assert texts(*rows)[1] == "2018-2021."


def test_a_mark_drawn_apart_from_its_letter_belongs_to_the_letter_under_it() -> None:
    row = glyphs_of(["ركذ", "ةنجل"], [0, 0])
    far = glyphs_of(["ةنجل"], [5], y=400.0)
    mark = Glyph(text="ُ", x0=213.5, x1=213.5, y=97.0, size=SIZE, font=0, code=1, order=10**9)
    page = Page(
        number=1, width=600, height=800, rotated=[], spans={}, rules=[], fonts=[Font(name="Naskh")],
        glyphs=[*row, *far, mark],
    )  # fmt: skip

    found = ["".join(cluster.text for cluster in row.clusters) for row in rows_of(page)]

    assert "ركذُةنجل" in found
