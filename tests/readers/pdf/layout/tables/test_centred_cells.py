"""Tables without ruling lines whose labels are centred beside higher cells, or of several lines."""

from __future__ import annotations

from pathlib import Path

from drawn import drawn

from unreport import Table, parse, read
from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.tables.cell_blocks import centred_rows

WORDS = "the keepers of the gauges read them each day and sent what they had found to the seat of "
SIZES = (3, 5, 3, 4, 5)
LABELS = ["Travel", "Consultants", "Premises of all seats", "Printing", "Training"]
LEADING = 12


def line(number: int) -> str:
    return f"{number}: {WORDS[: 60 + number % 3 * 8].strip()}"


def drawing(*commands: str) -> list[str]:
    return ["page", "row 72 10 1. The Committee met.", *commands]


def rows_of(tmp_path: Path, commands: list[str]) -> list[tuple[tuple[str, ...], ...]]:
    path = tmp_path / "pages.txt"
    path.write_text("\n".join(commands), encoding="utf-8")
    return [node.rows for node, _ in parse(drawn(path)).walk() if isinstance(node, Table)]


def centred(space: int, shift: int = 0) -> tuple[list[str], list[tuple[str, str]]]:
    """Cells with labels at their middle, with some space between the rows."""
    commands: list[str] = []
    cells: list[tuple[str, str]] = []
    top, number = 120.0, 1
    for label, size in zip(LABELS, SIZES, strict=True):
        lines = [line(number + at) for at in range(size)]
        middle = top + LEADING * (size - 1) / 2 + shift
        commands += [f"to {middle}", f"row 72 10 {label}"]
        for at, text in enumerate(lines):
            commands += [f"to {top + LEADING * at}", f"row 220 10 {text}"]
        cells.append((label, " ".join(lines)))
        top, number = top + LEADING * size + space, number + size
    return commands, cells


def test_labels_at_the_middle_of_higher_cells(tmp_path: Path) -> None:
    commands, cells = centred(space=6)

    assert rows_of(tmp_path, drawing(*commands)) == [tuple(cells)]


def test_centred_cells_below_a_ruled_head(tmp_path: Path) -> None:
    commands, cells = centred(space=0)
    head = ["to 84", "rule 72 540", "to 88", "row 72 10 Item | 220 Text", "to 104", "rule 72 540"]

    assert rows_of(tmp_path, drawing(*head, *commands)) == [(("Item", "Text"), *cells)]


def test_no_space_between_the_rows(tmp_path: Path) -> None:
    """Each cell is as high above its label as below it, down to the last one."""
    commands, cells = centred(space=0)

    assert rows_of(tmp_path, drawing(*commands)) == [tuple(cells)]


def test_rows_that_nothing_tells_apart(tmp_path: Path) -> None:
    commands, _ = centred(space=0, shift=5)
    path = tmp_path / "pages.txt"
    path.write_text("\n".join(drawing(*commands)), encoding="utf-8")
    document = read(drawn(path))

    marked = [
        document.text[doubt.span.start : doubt.span.end]
        for doubt in document.doubts
        if doubt.code == "uncertain-row" and doubt.span
    ]
    assert set(marked) >= set(LABELS) - {"Printing"}


def bands(*lines: tuple[float, str]) -> list[tuple[bool, str]]:
    """The bands of lines with their baselines and the columns that have text in them."""
    rows = [[(Row([], y, 7.0, 1), int(column)) for column in columns] for y, columns in lines]
    return [(band.is_row, band.doubt) for band in centred_rows(rows)]


def test_steps_between_rows_that_are_no_leading() -> None:
    """Most steps are of rows, and the lines of one cell are nearer: no blocks beside labels."""
    head, first, second = (130.0, "0"), (144.5, "01234"), (159.0, "123")
    third, wrapped, last = (173.5, "1234"), (183.9, "4"), (198.4, "123")
    assert bands(head, first, second, third, wrapped, last) == []
    far = [(y + 6, columns) for y, columns in (wrapped, last)]
    assert any(doubt for _, doubt in bands(head, first, second, third, *far))


def test_times_on_two_lines(tmp_path: Path) -> None:
    commands, cells = [], []
    for at in range(5):
        top = 120 + 30 * at
        commands += [f"to {top}", f"row 72 10 {10 + at}:00 -", f"row 72 10 {11 + at}:00"]
        lines = [line(2 * at + 1), line(2 * at + 2)]
        commands += [f"to {top}", *(f"row 120 10 {text}" for text in lines)]
        cells.append((f"{10 + at}:00 - {11 + at}:00", " ".join(lines)))

    assert rows_of(tmp_path, drawing(*commands)) == [tuple(cells)]


def test_the_last_row_at_the_foot_of_the_page(tmp_path: Path) -> None:
    """It is as far from the row above it as the other rows are: no page foot."""
    cells = [(label, f"{at * 37 % 50 + 11}", label[::-1]) for at, label in enumerate(LABELS)]
    commands = ["to 560", "row 72 10 The stations:"]
    for at, cell in enumerate(cells):
        commands += [f"to {600 + 30 * at}", f"row 72 10 {cell[0]} | 240 {cell[1]} | 330 {cell[2]}"]

    assert rows_of(tmp_path, drawing(*commands)) == [tuple(cells)]
