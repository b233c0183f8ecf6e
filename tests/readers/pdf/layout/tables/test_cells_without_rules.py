"""Tables without ruling lines whose cells are as wide as text, or centred beside one another."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn import drawn

from unreport import Report, Table, parse

SENTENCES = """\
The survey of the lakes was taken up, and its results were noted with appreciation by all of them.
The keepers of the gauges read them every day.
Two of the seven stations were still under water, so that the figures were no more than estimates.
The secretariat was asked to prepare a paper on the matter.
The gauges of three stations were repaired, and the other ones were replaced in the last spring.
""".splitlines()
LABELS = ["Travel", "Consultants", "Premises", "Printing", "Training"]
TEXT = (
    "The Committee met at the seat of the Organization, and took note of all that was submitted to "
    "it by the stations and by the keepers of the gauges in the course of the last two years."
)


def report(tmp_path: Path, *commands: str) -> Report:
    path = tmp_path / "pages.txt"
    text = f"text 72 540 10 1. {TEXT}"
    path.write_text(
        "\n".join(["page", text, "down 8", *commands, "down 8", text]), encoding="utf-8"
    )
    return parse(drawn(path))


def rows_of(found: Report) -> list[tuple[tuple[str, ...], ...]]:
    return [node.rows for node, _ in found.walk() if isinstance(node, Table)]


def test_labels_beside_cells_as_wide_as_text(tmp_path: Path) -> None:
    commands = []
    for at, label in enumerate(LABELS):
        top = 110 + 26 * at
        commands += [f"to {top}", f"row 72 10 {label}", f"to {top}"]
        commands += [f"ragged 150 540 10 {SENTENCES[at]}"]

    found = report(tmp_path, *commands)

    assert rows_of(found) == [tuple(zip(LABELS, SENTENCES, strict=True))]


@pytest.mark.parametrize("gap", [14, 30])
def test_cells_in_two_columns_that_are_centred(tmp_path: Path, gap: int) -> None:
    """One line stands at the middle of two beside it, on a baseline of its own."""
    commands, top = [], 110
    for at in range(5):
        first, second = SENTENCES[at], SENTENCES[(at + 1) % 5]
        lines = [1 + (len(text) > 50) for text in (first, second)]
        for text, own, edges in zip(
            (first, second), lines, ((72, 306 - gap // 2), (306 + gap // 2, 540)), strict=True
        ):
            commands += [f"to {top + 6 * (max(lines) - own)}"]
            commands += [f"ragged {edges[0]} {edges[1]} 10 {text}"]
        top += 12 * max(lines) + 6

    found = report(tmp_path, *commands)

    assert rows_of(found) == [tuple((SENTENCES[at], SENTENCES[(at + 1) % 5]) for at in range(5))]


@pytest.mark.parametrize(
    ("numbers", "is_table"), [([441, 555, 198, 450, 729], True), ([3, 5, 9, 12, 14], False)]
)
def test_one_column_of_numbers(tmp_path: Path, numbers: list[int], *, is_table: bool) -> None:
    """Numbers that only grow may be those of pages."""
    commands = [
        f"row 72 10 {label} | 400< {number}" for label, number in zip(LABELS, numbers, strict=True)
    ]

    found = report(tmp_path, *commands)

    cells = tuple((label, str(number)) for label, number in zip(LABELS, numbers, strict=True))
    assert rows_of(found) == ([cells] if is_table else [])


@pytest.mark.parametrize("marker", ["({})", "{}.", "Art. {}"])
def test_markers_of_hanging_paragraphs_are_no_cells(tmp_path: Path, marker: str) -> None:
    commands = []
    for at, text in enumerate(SENTENCES):
        top = 110 + 26 * at
        commands += [f"to {top}", f"row 72 10 {marker.format(at + 1)}", f"to {top}"]
        commands += [f"ragged 120 540 10 {text}"]

    assert rows_of(report(tmp_path, *commands)) == []


def test_head_labels_that_stand_closer_than_the_numbers_below(tmp_path: Path) -> None:
    """The label of the last column is wider than its numbers, and begins above the space."""
    head = ("Station", "Number of offices", "Share (per cent)")
    rows = [(label, f"{98 - 13 * at}", f"{10.9 + at:.1f}") for at, label in enumerate(LABELS)]
    commands = [f"row 72 10 {a} | 300< {b} | 373< {c}" for a, b, c in (head, *rows)]

    assert rows_of(report(tmp_path, *commands)) == [(head, *rows)]


def test_periods_are_the_second_line_of_head_labels(tmp_path: Path) -> None:
    lines = [
        ("Class of costs", "Estimates for the period", "Outlays in the period"),
        ("All stations", "2024/25", "2025/26"),
        *((label, f"{98 - 13 * at}", f"{10.9 + at:.1f}") for at, label in enumerate(LABELS)),
    ]
    commands = [f"row 72 10 {a} | 300< {b} | 405< {c}" for a, b, c in lines]

    (rows,) = rows_of(report(tmp_path, *commands))

    assert rows[0][1:] == ("Estimates for the period 2024/25", "Outlays in the period 2025/26")
