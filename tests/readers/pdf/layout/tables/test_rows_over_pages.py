"""Tables over pages and columns: a row alone, the head alone, a part at the head of a column."""

import pytest
from pdf_files import CATALOG, FONT, pdf, placed, stream

from unreport import read

PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R"
    b"/Resources<</Font<</F 7 0 R>>>>>>"
)
TREE = b"<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>"
CELLS = ("Keep a register of names", "Ministry of Water", "It has been opened")


def grid(edges: tuple[int, ...], tops: tuple[int, ...]) -> bytes:
    """The lines around cells."""
    across = "".join(f"{edges[0]} {y} m {edges[-1]} {y} l S " for y in tops)
    down = "".join(f"{x} {tops[0]} m {x} {tops[-1]} l S " for x in edges)
    return (across + down).encode()


def cells_of(y: float) -> bytes:
    return placed(*((x + 4, y, text) for x, text in zip((72, 250, 400), CELLS, strict=True)))


def two_pages(first: bytes, second: bytes) -> bytes:
    pages = PAGE % 4, stream(first), PAGE % 6, stream(second)
    return pdf([CATALOG, TREE, *pages, FONT])


TABLE = grid((72, 250, 400, 540), (320, 290, 260)) + cells_of(300) + cells_of(270)
TEXT = placed((72, 700, "The Committee considered the recommendations that follow here."))


@pytest.mark.parametrize(
    ("edges", "below", "are_cells"),
    [
        ((72, 250, 400, 540), b"", True),
        ((72, 200, 460, 540), b"", False),  # another table, or a form
        ((72, 250, 400, 540), placed((72, 200, "This text follows the table.")), False),
    ],
)
def test_a_row_alone_on_the_next_page(edges, below, are_cells):
    second = grid(edges, (740, 712)) + cells_of(722) + TEXT
    lines = read(two_pages(TABLE + below, second)).lines
    row = next(line for line in lines if line.page == 2 and CELLS[0] in line.text)
    assert (row.cells == CELLS) is are_cells


HEAD = ("Budget item", "Appropriation", "Reason")
ROWS = [("Salaries", "4 942 700", "Late recruitment"), ("Spare parts", "95 200", "Order cancelled")]
COLUMNS = (72, 250, 400)


def row(y: float, cells: tuple[str, ...], columns: tuple[int, ...] = COLUMNS) -> bytes:
    return placed(*((x, y, text) for x, text in zip(columns, cells, strict=True)))


def open_table(top: int) -> bytes:
    rules = "".join(f"72 {top - 20 * at - 6} m 540 {top - 20 * at - 6} l S " for at in range(-1, 4))
    rows = [*ROWS, ("Travel", "1 200", "No variance"), ("Lamps", "765 000", "Two more meetings")]
    return rules.encode() + b"".join(row(top - 20 * at, own) for at, own in enumerate(rows))


@pytest.mark.parametrize(
    ("columns", "are_cells"),
    [(COLUMNS, True), ((72, 200, 300), False)],  # its own columns, and those of something else
)
def test_the_head_of_a_table_at_the_end_of_the_page_before(columns, are_cells):
    text = placed(*((72, 700 - 14 * at, f"The Committee met in session {at}.") for at in range(9)))
    lines = read(two_pages(text + row(60, HEAD, columns), open_table(740))).lines
    head = next(line for line in lines if line.page == 1 and HEAD[0] in line.text)
    assert (head.cells == HEAD) is are_cells
    assert [line.cells for line in lines if line.page == 2][:2] == ROWS


def test_a_table_at_the_head_of_the_second_column_follows_the_first():
    edges = 320, 380, 450, 540
    part = grid(edges, (700, 676, 652, 628))
    part += b"".join(row(684 - 24 * at, ("Lamp", "7", "Old"), (324, 384, 454)) for at in range(3))
    text = [
        "11. The Director said that the level",
        "had risen, but warned that the wells",
        "stood.",
    ]
    column = placed(*((72, 690 - 14 * at, line) for at, line in enumerate(text)))
    end = placed((72, 610, "12. It was felt that the words were"), (72, 596, "not enough."))
    lines = read(two_pages(TEXT, part + column + end)).lines
    second = [line for line in lines if line.page == 2]
    assert [line.role for line in second] == ["body"] * 5 + ["table"] * 3
