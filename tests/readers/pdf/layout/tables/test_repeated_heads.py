"""Heads of tables that are printed once more overleaf, and cells that the page break divides."""

from __future__ import annotations

from pathlib import Path

from drawn import drawn

from unreport import Report, Table, parse

RULE = "rule 72 226 228 386 388 540"
TEXT = "page\ntext 72 540 10 The Committee met in the year 2031 and had the table before it."


def head(y: int, size: str = "7i", label: str = "Seat") -> str:
    row = f"row 72 {size} {label} | 230 Lakes that were read | 390 Rivers"
    return f"to {y}\n{RULE}\nto {y + 4}\n{row}\nto {y + 20}\n{RULE}"


def row(y: int, *cells: str) -> str:
    placed = [(x, cell) for x, cell in zip((72, 230, 390), cells, strict=False) if cell]
    return f"to {y}\nrow {placed[0][0]} 10 " + " | ".join(
        [placed[0][1], *(f"{x} {cell}" for x, cell in placed[1:])]
    )


FIRST = "\n".join(
    [
        TEXT,
        head(600),
        row(634, "North", "The gauges of both lakes", "None"),
        row(654, "South", "The gauges of a lake", "All of them"),
        row(674, "East", "The gauges of all lakes", "One"),
        row(694, "West", "The gauges that were on", "Two"),
    ]
)


def report(tmp_path: Path, *pages: str) -> Report:
    path = tmp_path / "pages.txt"
    path.write_text("\n".join(pages), encoding="utf-8")
    return parse(drawn(path))


def second(repeated: str, *rows: str) -> str:
    after = "to 300\ntext 72 540 10 It thanked the keepers of the gauges for all their readings."
    return "\n".join(["page", repeated, *rows, f"to 240\n{RULE}", after])


NEXT = (
    row(120, "Islands", "The gauges of no lake", "Three"),
    row(140, "Coast", "The gauges of the ports", "Four"),
)


def labels(found: Report) -> list[str]:
    tables = (node for node, _ in found.walk() if isinstance(node, Table))
    return [cells[0] for table in tables for cells in table.rows]


def test_a_repeated_head_is_furniture(tmp_path: Path) -> None:
    found = report(tmp_path, FIRST, second(head(86), *NEXT))

    assert labels(found) == ["Seat", "North", "South", "East", "West", "Islands", "Coast"]
    assert [own.text for own in found.furniture] == ["Seat Lakes that were read Rivers"]


def test_another_head_is_of_the_table(tmp_path: Path) -> None:
    found = report(tmp_path, FIRST, second(head(86, label="Port"), *NEXT))

    assert labels(found).count("Port") == 1
    assert not found.furniture


def test_a_row_in_the_type_of_the_others_is_no_head(tmp_path: Path) -> None:
    first = FIRST.replace("7i", "10")
    found = report(tmp_path, first, second(head(86, "10"), *NEXT))

    assert labels(found).count("Seat") == 2


def test_a_cell_that_a_page_break_divides_is_marked(tmp_path: Path) -> None:
    rest = (
        row(120, "", "the islands of the lakes"),
        row(140, "Coast", "The gauges of ports", "Four"),
    )
    found = report(tmp_path, FIRST, second(head(86), *rest))
    marked = [own for own in found.doubts if own.code == "uncertain-row"]

    assert ["page break" in own.message for own in marked] == [True]
