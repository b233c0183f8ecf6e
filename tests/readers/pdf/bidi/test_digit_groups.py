"""Numbers with spaces between groups of digits, in rows from right to left."""

from __future__ import annotations

import pytest

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.file.glyphs import Font, Glyph, Page
from unreport.readers.pdf.layout.page_layout import PrecedingPages
from unreport.readers.pdf.layout.text_lines import lay_out, text_lines_of


def read(*rows: str) -> list[tuple[str, bool]]:
    """The text of rows given in visual order, and whether it is certain."""
    glyphs: list[Glyph] = []
    for number, row in enumerate(rows):
        x = 100.0
        for char in row:
            width = 3.0 if char == " " else 5.0
            y, order = 200.0 + 14 * number, len(glyphs) + 1
            glyphs.append(Glyph(char, x, x + width, y, 10.0, 0, ord(char), order))
            x += width
    page = Page(
        number=2,
        width=600.0,
        height=800.0,
        glyphs=glyphs,
        rotated=[],
        spans={},
        rules=[],
        fonts=[Font(name="Naskh")],
    )
    lines = text_lines_of(lay_out([page], PrecedingPages()), Evidence())
    return [(line.text, line.certain) for line in lines]


def shown(before: str, number: str, after: str) -> str:
    return f"{after[::-1]} {number} {before[::-1]}"


@pytest.mark.parametrize("number", ["2 901 300", "٢ ٩٠١ ٣٠٠", "12 500"])
def test_groups_from_left_to_right(number: str) -> None:
    row = shown("اعتماد قدره", number, "دولار")

    assert read(row) == [(f"اعتماد قدره {number} دولار", True)]


def test_groups_typed_with_plain_spaces_stand_from_right_to_left() -> None:
    row = shown("اعتماد قدره", "300 901 2", "دولار")

    assert read(row) == [("اعتماد قدره 2 901 300 دولار", True)]


def test_a_number_with_no_break_spaces_that_goes_on_in_the_next_row() -> None:
    row = "401\N{NO-BREAK SPACE}20 " + "تزيد حمولتها على"[::-1]

    assert read(row)[0][0].replace("\N{NO-BREAK SPACE}", " ") == "تزيد حمولتها على 401 20"


def test_groups_of_three_digits_only_are_as_the_other_numbers() -> None:
    rows = shown("مبلغ", "559 200", "دولار"), shown("اعتماد قدره", "2 901 300", "دولار")
    assert read(*rows)[0] == ("مبلغ 559 200 دولار", True)

    rows = shown("مبلغ", "200 559", "دولار"), shown("اعتماد قدره", "300 901 2", "دولار")
    assert read(*rows)[0] == ("مبلغ 559 200 دولار", True)


def test_a_number_that_nothing_decides_is_uncertain() -> None:
    assert read(shown("مبلغ", "559 200", "دولار")) == [("مبلغ 559 200 دولار", False)]


@pytest.mark.parametrize("number", ["2013 2014", "75/51 200", "3.2 500"])
def test_other_numbers_beside_each_other(number: str) -> None:
    first, _, second = number.partition(" ")
    row = shown("عامي", f"{second} {first}", "دولار")

    assert read(row) == [(f"عامي {number} دولار", True)]
