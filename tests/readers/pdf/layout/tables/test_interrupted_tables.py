"""A table goes on below a row that is too wide for its cells, and that row is marked."""

from __future__ import annotations

from pathlib import Path

from drawn import drawn

from unreport import read

CELLS = [
    ("Travel", "the keepers of all gauges", "read them each day"),
    ("Printing", "letters sent to the seat", "as before"),
    ("Premises", "rooms of the stations", "none was rented"),
    ("Training", "courses for new staff", "two in a year"),
]


def test_a_row_between_two_parts_of_a_table(tmp_path: Path) -> None:
    rows = [f"row 72 10 {a} | 200 {b} | 400 {c}" for a, b, c in CELLS]
    wide = "row 72 10 Consultants | 200 reports on the lakes and on all of the rivers, which were"
    commands = ["page", "row 72 10 1. The Committee met.", "down 10"]
    for row in (*rows, f"{wide} late", *rows[:2], "row 72 10 Guards | 200 men at the gates"):
        commands += [row, "down 8"]
    path = tmp_path / "pages.txt"
    path.write_text("\n".join(commands), encoding="utf-8")

    document = read(drawn(path))

    marked = {
        document.text[doubt.span.start : doubt.span.end]
        for doubt in document.doubts
        if doubt.code == "uncertain-row" and doubt.span
    }
    assert [line.cells for line in document.lines if line.role == "table"][:4] == CELLS
    assert len(marked) == 1
    assert next(iter(marked)).startswith("Consultants")
