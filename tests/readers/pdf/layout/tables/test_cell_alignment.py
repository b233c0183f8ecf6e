"""Cells of two columns that no wide gap parts, and rows of a table below its last ruling line."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn import drawn

from unreport import Paragraph, Table, parse

TEXT = "text 72 540 11 1. " + 9 * "The Committee met in the hall of the seat, and took note of it. "
PIECES = "rule 72 260 261 300 301 340 341 380 381 420 421 460"
ROWS = [
    ("Approved 2024", "1", "20", "300", "98 400.1", "5"),
    ("Actual 2024", "2", "31", "298", "97 310.0", "4"),
    ("Approved 2025", "3", "42", "305", "99 120.7", "6"),
    ("Proposed 2026", "4", "53", "306", "99 870.3", "7"),
]


def right_aligned(cells: tuple[str, ...], size: str = "8") -> str:
    places = ("300<", "340<", "380<", "420<", "460<")
    label, *own = cells
    parts = [f"{place} {text}" for place, text in zip(places, own, strict=True) if text]
    return f"row 84 {size} {' | '.join([label, *parts])}"


def read(tmp_path: Path, *commands: str) -> tuple[list[tuple[tuple[str, ...], ...]], list[str]]:
    path = tmp_path / "pages.txt"
    path.write_text("\n".join(["page", TEXT, "down 20", *commands]), encoding="utf-8")
    nodes = [node for node, _ in parse(drawn(path)).walk()]
    texts = [node.text for node in nodes if isinstance(node, Paragraph)]
    return [node.rows for node in nodes if isinstance(node, Table)], texts


def test_labels_of_a_head_stand_closer_than_figures(tmp_path: Path) -> None:
    """A/80/607 prints `United Government-` in one line, each word at the end of its column."""
    head = [
        "row 300< 7i Posts | 340< Large | 380< Volunteers | 420< Government-",
        right_aligned(("Category", "of staff", "", "who serve a", "provided staff", "Total"), "7i"),
    ]
    rows = map(right_aligned, ROWS)
    tables, _ = read(tmp_path, PIECES, *head, PIECES, "down 3", *rows, PIECES, TEXT)

    assert tables[0][0] == (
        "Category",
        "Posts of staff",
        "Large",
        "Volunteers who serve a",
        "Government-provided staff",
        "Total",
    )
    assert tables[0][1:] == tuple(ROWS)


def test_groups_of_digits_are_one_figure(tmp_path: Path) -> None:
    """The first group of `98 400.1` may end where the figures of the column before end."""
    rows = [*ROWS, ("Total", "", "", "", "", "398 400.1")]
    tables, _ = read(tmp_path, PIECES, *map(right_aligned, rows), PIECES, TEXT)

    assert tables[0][-1] == ("Total", "", "", "", "", "398 400.1")


def test_text_across_columns_is_not_cut(tmp_path: Path) -> None:
    rows = [*map(right_aligned, ROWS)]
    wide = "row 84 8 Provision of logistical support to all missions of the kind, and to others"
    tables, _ = read(tmp_path, PIECES, *rows, "down 2", wide, "down 2", *rows, PIECES, TEXT)

    assert (wide.removeprefix("row 84 8 "), *[""] * 5) in {
        (*row, *[""] * (6 - len(row))) for row in tables[0]
    }


@pytest.mark.parametrize("count", [2, 3])
def test_a_table_goes_on_below_its_last_rule(tmp_path: Path, count: int) -> None:
    """Totals have a rule; the rows after them go on to the end of the page, as in A/80/628."""
    head = right_aligned(("Category", "Posts", "P-5", "P-4", "Amount", "Total"), "7i")
    rows = [*map(right_aligned, ROWS)]
    below = ["down 4", "row 84 8b All other posts"]
    for row in ROWS[:count]:
        below += ["down 4", right_aligned(("Total", *row[1:]))]
    tables, texts = read(tmp_path, PIECES, head, PIECES, *rows, PIECES, *below)

    assert tables[0][-count - 1 :] == (
        ("All other posts",),
        *(("Total", *row[1:]) for row in ROWS[:count]),
    )
    assert len(texts) == 1


def test_notes_below_the_last_rule_are_no_rows(tmp_path: Path) -> None:
    head = right_aligned(("Category", "Posts", "P-5", "P-4", "Amount", "Total"), "7i")
    notes = ["row 78 8 ^a^~Funded under general assistance.", "row 78 8 ^b^~Without volunteers."]
    tables, _ = read(tmp_path, PIECES, head, PIECES, *map(right_aligned, ROWS), PIECES, *notes)

    assert tables[0][1:] == tuple(ROWS)
