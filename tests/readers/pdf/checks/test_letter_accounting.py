"""Every letter of a page is in its lines, once, or a doubt names it."""

from __future__ import annotations

import pytest
from pdf_files import page_of

from unreport.document import Line
from unreport.model import Issue
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.checks.letter_accounting import page_letters, unaccounted
from unreport.readers.pdf.file.glyphs import Font, Glyph, Page
from unreport.readers.pdf.layout.page_layout import PrecedingPages
from unreport.readers.pdf.layout.text_lines import lay_out, text_lines_of
from unreport.readers.pdf.reader import read_pdf


def drawn(text: str, *, x: float = 72.0, y: float = 100.0, span: int = 0) -> list[Glyph]:
    """Words of one row, six points a glyph; a space leaves a gap."""
    return [
        Glyph(char, x + 6 * at, x + 6 * at + 6, y, 10.0, 0, ord(char), 1000 * int(y) + at, span)
        for at, char in enumerate(text)
        if char != " "
    ]


def page(glyphs: list[Glyph], number: int = 1, spans: dict[int, str] | None = None) -> Page:
    return Page(
        number=number,
        width=600,
        height=800,
        glyphs=glyphs,
        rotated=[],
        spans=spans or {},
        rules=[],
        fonts=[Font(name="Times")],
    )


def doubts(*pages: tuple[Page, list[str]]) -> list[Issue]:
    """The doubts about pages whose lines have these texts."""
    letters = []
    lines = []
    for one, texts in pages:
        own = text_lines_of(lay_out([one], PrecedingPages()), Evidence())
        letters.append(page_letters(one, own, ()))
        lines += [Line(text=text, page=one.number) for text in texts]
    return [*unaccounted(letters, lines)]


def test_a_page_whose_letters_are_all_there_has_no_doubt() -> None:
    assert not doubts((page(drawn("The ﬁve États")), ["The five États"]))


@pytest.mark.parametrize(
    ("texts", "code", "quoted"),
    [
        (["alpha beta"], "lost-text", "5 letters or digits of the page are not in the text"),
        (["alpha beta 12345", "beta"], "doubled-text", "page 1: 4 letters or digits stand in"),
        ([], "lost-text", "14 letters or digits"),
    ],
)
def test_what_is_lost_or_doubled_is_quoted(texts: list[str], code: str, quoted: str) -> None:
    (doubt,) = doubts((page(drawn("alpha beta 12345")), texts))

    assert doubt.code == code
    assert quoted in doubt.message


def test_a_sign_may_move_over_a_page_break() -> None:
    first, second = page(drawn("resolution A")), page(drawn("60"), number=2)

    assert not doubts((first, ["resolution"]), (second, ["A 60"]))


@pytest.mark.parametrize(
    "extra",
    [
        drawn("bold", x=72.4),  # painted twice, half a point apart
        drawn("outside", x=700.0),  # of the paper
        drawn("above", y=-40.0),
    ],
    ids=["repainted", "beside the paper", "above the paper"],
)
def test_what_a_page_does_not_show_is_not_missed(extra: list[Glyph]) -> None:
    assert not doubts((page([*drawn("bold words"), *extra]), ["bold words"]))


def test_actual_text_counts_in_place_of_its_glyphs() -> None:
    replaced = page(drawn("ab", span=1), spans={1: "c"})

    assert not doubts((replaced, ["c"]))
    assert not doubts((replaced, ["ab"]))
    assert [doubt.code for doubt in doubts((replaced, ["abc"]))] == []
    assert [doubt.code for doubt in doubts((replaced, ["abcc"]))] == ["doubled-text"]


def test_a_pdf_in_which_nothing_is_lost_has_no_doubt() -> None:
    content = b"BT /F 10 Tf 72 700 Td (One row) Tj 300 0 Td (beside it 12) Tj ET"

    assert read_pdf(page_of(content)).doubts == ()
