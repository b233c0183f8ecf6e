"""Lines of cells that are set wide apart are told from rows of a table by what fits in a cell."""

from __future__ import annotations

from pathlib import Path

from drawn import drawn

from unreport import Table, parse

ENTRIES = [
    (["a mobile unit", "polling station"], ["bureau de vote", "itinérant"], ["12"]),
    (["provisional list", "of all voters"], ["liste électorale"], ["61"]),
    (["receipt for the", "sealing of boxes"], ["récépissé"], ["7"]),
    (["spoilt ballot"], ["bulletin nul"], ["14"]),
]

GROUPS = [
    (["Travel abroad", "Premises of all"], ["as before", "none"], ["yes", "no"]),
    (["Printing", "Consultants"], ["as before", "as before"], ["no", "no"]),
    (["Training of staff", "Premises"], ["none", "as before"], ["yes", "yes"]),
    (["Guards", "Guides of all seats"], ["none", "none"], ["no", "yes"]),
]


def rows_of(tmp_path: Path, entries: list[tuple[list[str], ...]]) -> list[object]:
    commands, top = ["page", "row 72 10 1. The Committee met.", "down 10"], 100
    for entry in entries:
        for place, lines in zip((72, 300, 480), entry, strict=True):
            for at, line in enumerate(lines):
                commands += [f"to {top + 16 * at}", f"row {place} 10 {line}"]
        top += 16 * max(map(len, entry)) + 6
    commands += [f"to {top + 10}", "row 72 10 2. The Committee met again."]
    path = tmp_path / "pages.txt"
    path.write_text("\n".join(commands), encoding="utf-8")
    return [node.rows for node, _ in parse(drawn(path)).walk() if isinstance(node, Table)]


def test_lines_of_cells_set_wide_apart(tmp_path: Path) -> None:
    assert rows_of(tmp_path, ENTRIES) == [tuple(tuple(map(" ".join, entry)) for entry in ENTRIES)]


def test_groups_of_rows(tmp_path: Path) -> None:
    """Rows of one line in groups have text in all columns."""
    rows = [row for group in GROUPS for row in zip(*group, strict=True)]

    assert rows_of(tmp_path, GROUPS) == [tuple(rows)]
