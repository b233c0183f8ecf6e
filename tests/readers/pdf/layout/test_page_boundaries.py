"""What stands at the edges of pages: heads of chapters, notes that go on, open rows of grids."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn import drawn

from unreport import Report, parse, to_markdown

TEXT = "The survey of the lakes was taken up, and its results were noted with appreciation by all."


def report(tmp_path: Path, *commands: str) -> Report:
    path = tmp_path / "pages.txt"
    path.write_text("\n".join(["page", *commands]), encoding="utf-8")
    return parse(drawn(path))


@pytest.mark.parametrize("place", ["72 9", "540< 9"])
def test_a_head_that_repeats_the_heading_of_its_chapter(tmp_path: Path, place: str) -> None:
    first = ["row 72 13b II. Lakes and dams", "down 4", f"text 72 540 10 1. {TEXT}"]
    second = ["page", "to 40", f"row {place} II. Lakes and dams", "to 100"]
    second += [f"text 72 540 10 2. {TEXT}", "down 12", "row 72 13b III. Rivers", "down 4"]
    second += [f"text 72 540 10 3. {TEXT}"]
    third = ["page", "to 40", f"row {place} III. Rivers", "to 100", f"text 72 540 10 4. {TEXT}"]

    found = report(tmp_path, *first, *second, *third)

    titles = [section.title for section in found.sections]
    assert titles == ["Lakes and dams", "Rivers"]
    assert [item.text for item in found.furniture] == ["II. Lakes and dams", "III. Rivers"]


def test_notes_that_go_on_at_the_top_of_the_next_page(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        *(f"text 72 540 12 1. {TEXT}^1^ {TEXT}^2^ {TEXT}^3^", "to 700", "rule 72 180"),
        *("text 72 540 9 ^1^ The first note.", "page", "to 40", "row 72 9 A/81/7", "to 70"),
        *("text 72 540 9 ^2^ The second note.", "text 72 540 9 ^3^ The third note."),
    )

    assert [(note.marker, note.text) for note in found.footnotes] == [
        ("1", "The first note."),
        ("2", "The second note."),
        ("3", "The third note."),
    ]


@pytest.mark.parametrize(("call", "notes"), [("^1^", ["First note.", "Second note."]), ("", [])])
def test_all_notes_at_the_end_of_a_document(tmp_path: Path, call: str, notes: list[str]) -> None:
    """Their numbers stand on the baseline, and are called on pages above."""
    found = report(
        tmp_path,
        *(f"text 72 540 10.5 1. {TEXT}{call}", "down 6", f"text 72 540 10.5 2. {TEXT}^2^", "page"),
        *(f"text 72 540 10.5 3. {TEXT}", "down 12"),
        *("row 72 8.5 1 First note.", "down 6", "row 72 8.5 2 Second note."),
    )

    assert [note.text for note in found.footnotes] == notes


def test_rows_of_notes_are_joined_without_a_space_in_symbols_and_words(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        *(f"text 72 540 12 1. {TEXT}^1^", "to 700", "rule 72 180"),
        "spread 72 540 9 ^1^ The designators of the space objects appear in the annex, and in A/",
        "row 72 9 HRC/76/67.",
    )

    assert [note.text for note in found.footnotes] == [
        "The designators of the space objects appear in the annex, and in A/HRC/76/67."
    ]


def test_a_table_row_that_is_not_closed_at_the_end_of_the_page(tmp_path: Path) -> None:
    page = [f"text 72 540 10 1. {TEXT}", "to 640", "box 72 300 40", "box 300 540 40"]
    page += ["row 80 10 Lakes | 310 12", "to 680", "box 72 300 40", "box 300 540 40"]
    page += ["row 80 10 Rivers | 310 34", "to 720"]
    page += ["upright 72 720 750", "upright 300 720 750", "upright 540 720 750"]
    page += ["row 80 10 Canals, which go on | 310 56", "to 770", "row 300 10 1"]

    found = report(tmp_path, *page)

    tables = [node for node, _ in found.walk() if type(node).__name__ == "Table"]
    assert [table.rows for table in tables] == [
        (("Lakes", "12"), ("Rivers", "34"), ("Canals, which go on", "56"))
    ]


@pytest.mark.parametrize("step", [1, 5])
def test_line_numbers_in_the_margin_are_set_aside(tmp_path: Path, step: int) -> None:
    second = "and was followed by a discussion in which all took part."
    rows = [row for number in range(1, 9) for row in (f"{number}. {TEXT}", second)]
    page: list[str] = []
    for line, row in enumerate(rows, start=1):
        numbered = [] if line % step else [f"to {102 + 12 * line}", f"row 50 8 {line}"]
        page += [f"to {100 + 12 * line}", f"row 72 10 {row}", *numbered]

    found = report(tmp_path, *page)

    assert [node.text for node in found.paragraphs] == [f"{TEXT} {second}"] * 8
    assert len(found.furniture) == len(rows) // step


def test_paragraph_numbers_that_hang_in_the_margin_are_kept(tmp_path: Path) -> None:
    page: list[str] = []
    for number in range(1, 6):
        page += [f"row 50 10 {number}. | 72 {TEXT}", f"text 72 540 10 {TEXT} {TEXT}", "down 8"]

    found = report(tmp_path, *page)

    assert [node.number for node in found.paragraphs if node.number] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("initial", "rest", "first"),
    [
        ("T", "he survey of the lakes was taken up, and its results were noted by", "The survey"),
        ("A", "survey of the lakes was taken up, and its results were noted by all", "A survey"),
    ],
)
def test_a_drop_cap_begins_the_first_row(
    tmp_path: Path, initial: str, rest: str, first: str
) -> None:
    found = report(
        tmp_path,
        *("text 72 540 10 1. The Committee met.", "to 178.4", f"row 72 30 {initial}"),
        *("to 188", f"spread 96 540 10 {rest}", f"spread 96 540 10 {rest}", f"row 96 10 {rest}"),
    )

    last = found.paragraphs[-1].text
    assert last.startswith(first)
    assert last.endswith(f"{rest} {rest} {rest}")


def test_lines_with_three_times_the_leading_are_of_one_paragraph(tmp_path: Path) -> None:
    second = "It was followed by a discussion in which all took part."
    rows = [row for number in range(1, 16) for row in (f"{number}. {TEXT}", second)]
    page: list[str] = []
    for at, row in enumerate(rows):
        page += ["page"] * (at > 0 and at % 15 == 0)
        page += [f"to {100 + 40 * (at % 15)}", f"row 72 12 {row}"]

    found = report(tmp_path, *page)

    assert [node.text for node in found.paragraphs] == [f"{TEXT} {second}"] * 15


@pytest.mark.parametrize("step", [1, 5])
def test_years_and_numbers_of_a_list_are_no_line_numbers(tmp_path: Path, step: int) -> None:
    page: list[str] = []
    for at in range(16):
        text = f"Adoption of the guidelines of the State of Chad, part {chr(65 + at)}"
        page += [f"to {100 + 16 * at}", f"row 72 10 {1950 + step * at} | 120 {text}"]

    found = report(tmp_path, *page)

    assert found.furniture == ()
    assert str(1950 + 15 * step) in to_markdown(found)
