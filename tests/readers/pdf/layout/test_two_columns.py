"""Sections in two columns between lines of the full width, and tables that look like them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from unreport.readers.pdf.bidi.rows import rows_of
from unreport.readers.pdf.file.glyphs import Font, Glyph, Page, Rule
from unreport.readers.pdf.layout.page_layout import PrecedingPages
from unreport.readers.pdf.layout.reading_order import reading_order

SIZE, LEADING, LEFT = 10.0, 13.0, 60.0
FULL = (
    "the committee considered the report at length, and decided to return to it in due time, year"
)
NARROW = ("the first column of the text has lines", "the second column goes on with its own,")


def page_of(lines: list[list[tuple[float, str]]], rules: tuple[Rule, ...] = ()) -> Page:
    """A page of lines, each of pieces of text with their left edges; glyphs are half an em wide."""
    glyphs: list[Glyph] = []
    for number, pieces in enumerate(lines):
        y = 200 + LEADING * number
        for left, text in pieces:
            for at, letter in enumerate(text):
                x = left + 0.5 * SIZE * at
                order = len(glyphs) + 1
                glyphs.append(Glyph(letter, x, x + 5, y, SIZE, 0, ord(letter), order))
    return Page(
        number=2,
        width=600.0,
        height=800.0,
        glyphs=glyphs,
        rotated=[],
        spans={},
        rules=list(rules),
        fonts=[Font(name="Times")],
    )


def rows_in_order(page: Page, base: str = "L") -> list[tuple[str, int]]:
    rows = reading_order(page, rows_of(page), "R" if base == "R" else "L", PrecedingPages())
    return [
        ("".join(c.text for c in item.row.clusters), item.text_column)
        for item in rows
        if item.region == "body"
    ]


def section(count: int, gutter: float = 20.0) -> list[list[tuple[float, str]]]:
    width = 0.5 * SIZE * len(FULL)
    second = LEFT + (width + gutter) / 2
    left, right = (text[: int((width - gutter) / SIZE)] for text in NARROW)
    full = [(LEFT, FULL)]
    return [full] * 4 + [[(LEFT, left), (second, right)] for _ in range(count)] + [full] * 4


@pytest.mark.parametrize("base", ["L", "R"])
def test_a_section_in_two_columns(base: str) -> None:
    columns = [column for _, column in rows_in_order(page_of(section(6)), base)]

    assert columns == [0] * 4 + [1] * 6 + [2] * 6 + [0] * 4


def test_the_first_column_of_right_to_left_text_is_the_right_one() -> None:
    texts = [text for text, column in rows_in_order(page_of(section(6)), "R") if column == 1]

    assert all(text.startswith("thesecondcolumn") for text in texts)


@pytest.mark.parametrize(("base", "first"), [("L", 0), ("R", 1)])
def test_the_first_column_has_one_line_more(base: str, first: int) -> None:
    lines = section(6)
    lines[10:10] = [[lines[9][first]]]  # below the last line in both columns

    columns = [column for _, column in rows_in_order(page_of(lines), base)]

    assert columns == [0] * 4 + [1] * 7 + [2] * 6 + [0] * 4


def test_a_few_lines_with_a_gap_are_no_section() -> None:
    assert {column for _, column in rows_in_order(page_of(section(3)))} == {0}


def test_lines_that_a_ruling_line_divides_are_a_table() -> None:
    lines = section(6)
    rule = Rule(LEFT, 200 + 6.4 * LEADING, LEFT + 460, 200 + 6.4 * LEADING)

    assert {column for _, column in rows_in_order(page_of(lines, (rule,)))} <= {0}


def test_figures_in_columns_are_a_table() -> None:
    lines = section(0)
    lines[4:4] = [[(LEFT, "Travel of staff  1 234.5"), (310.0, "2 345.6  3 456.7  4 567.8")]] * 6

    assert {column for _, column in rows_in_order(page_of(lines))} <= {0}


@pytest.mark.parametrize("count", [3, 5, 8])
def test_a_table_from_right_to_left_with_its_head_above_the_first_rule(count: int) -> None:
    """The labels stand at the right, and are as wide as their text."""
    labels = ["وجه الإنفاق", "السفر", "إدارة المخاطر", "المكتبة والمحفوظات", "المنشورات"] * 2
    figures = [("2024", "2023"), *[(f"{n},349", f"1{n},956") for n in range(count)]]
    lines = [
        [(75.0, left), (195.0, right), (520.0 - 5 * len(label), label[::-1])]
        for label, (left, right) in zip(labels, figures, strict=False)
    ]
    heights = (200 + 0.4 * LEADING, 200 + (len(figures) - 0.6) * LEADING)
    page = page_of(lines, tuple(Rule(71.0, y, 524.0, y) for y in heights))
    rows = reading_order(page, rows_of(page), "R", PrecedingPages())

    assert {item.region for item in rows} == {"table"}
    assert {item.cell for item in rows} == {
        (row, column) for row in range(count + 1) for column in range(3)
    }


def with_frame(first: int, last: int, x0: float, x1: float) -> tuple[Rule, ...]:
    top, bottom = 200 + LEADING * first - SIZE, 200 + LEADING * last + 4
    return (
        Rule(x0, top, x1, top),
        Rule(x0, bottom, x1, bottom),
        Rule(x0, top, x0, bottom),
        Rule(x1, top, x1, bottom),
    )


def test_a_framed_text_in_one_column() -> None:
    page = page_of(section(12), with_frame(7, 10, LEFT - 1, LEFT + 216))

    columns = [column for _, column in rows_in_order(page)]

    assert columns == [0] * 4 + [1] * 12 + [2] * 12 + [0] * 4


def test_framed_cells_beside_one_another_are_no_columns() -> None:
    frames = *with_frame(4, 9, LEFT - 1, LEFT + 216), *with_frame(4, 9, 297.0, 520.0)

    columns = [column for _, column in rows_in_order(page_of(section(12), frames))]

    assert 2 not in columns


def test_columns_on_baselines_of_their_own() -> None:
    """Where two lines alone stand beside others, their indents do not tell."""
    left, right = NARROW
    lines: list[list[tuple[float, str]]] = []
    for at in range(24):
        indent = 5.0 * (at % 5)
        if at in {4, 16}:
            lines.append([(LEFT, left), (LEFT + 210 + indent, right)])
        else:
            lines.append([(LEFT, left)] if at % 2 else [(LEFT + 210 + indent, right)])

    columns = [column for _, column in rows_in_order(page_of(lines))]

    assert columns == [1] * columns.count(1) + [2] * columns.count(2)
    assert columns.count(1) > 12


def test_a_heading_beside_a_column_has_its_own_size() -> None:
    page = page_of([[(LEFT, "a line of the left column"), (200.0, "Heading")]])
    page.glyphs[-7:] = [replace(glyph, size=12.0) for glyph in page.glyphs[-7:]]

    row, *others = rows_of(page)

    assert not others
    assert [row.part(at, end, []).size for at, end in ((0, 4), (row.count - 7, row.count))] == [
        SIZE,
        12.0,
    ]
