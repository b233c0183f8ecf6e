"""A section in two columns between text that runs across, and tables that look like one."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from drawn import drawn

from unreport import Document, read

ACROSS = (
    "text 72 540 10 1. The Committee opened its session in the presence of the representatives of "
    "those Member States that share the lakes, and heard a statement by the Chair on its work."
)
LEFT = (
    "text 72 296 10 2. In her statement the Chair recalled the work that had been done since the "
    "last session, thanked those who had taken part in it for what they had given, and said that "
    "the survey of the lakes would be taken up first, before the election of the officers, so that"
)
RIGHT = (
    "text 316 540 10 its results could be used. 3. The representative of Kenya said that the "
    "survey had been delayed by the floods of the spring, that two of the seven stations were "
    "still under water, and that the figures for the north were therefore no more than estimates."
)
AFTER = "text 72 540 10 4. The Committee took note of the report of the Secretary-General."


HEADINGS = ("row 72 11b Survey of the lakes", "row 316 11b Election of officers")


def document_of(tmp_path: Path, *commands: str) -> Document:
    path = tmp_path / "pages.txt"
    path.write_text("\n".join(["page", "to 100", *commands]), encoding="utf-8")
    return read(drawn(path))


def lines_of(tmp_path: Path, *commands: str) -> list[str]:
    return [line.text for line in document_of(tmp_path, *commands).lines]


def test_a_section_in_two_columns_is_read_column_by_column(tmp_path: Path) -> None:
    found = " ".join(lines_of(tmp_path, ACROSS, "to 150", LEFT, "to 150", RIGHT, "to 240", AFTER))

    assert "on its work. 2. In her statement" in found
    assert "so that its results could be used. 3. The representative" in found
    assert "than estimates. 4. The Committee took note" in found


def test_a_longer_first_column_goes_on_below_the_second(tmp_path: Path) -> None:
    longer = (
        LEFT + " the rest of the week could be given to the report and to the elections, so that"
    )
    found = " ".join(lines_of(tmp_path, ACROSS, "to 150", longer, "to 150", RIGHT, "to 240", AFTER))

    assert "and to the elections, so that its results could be used. 3. The" in found
    assert "than estimates. 4. The Committee took note" in found


def test_lines_with_many_numbers_are_text_in_columns(tmp_path: Path) -> None:
    left = LEFT.replace("In her statement", "On 6 June 2031 (A/86/17, paras. 12-19)")
    right = RIGHT.replace("its results could", "2011/83/EU and (EC) No 883/2004 could")

    found = " ".join(lines_of(tmp_path, ACROSS, "to 150", left, "to 150", right, "to 240", AFTER))

    assert "so that 2011/83/EU and (EC) No 883/2004 could be used." in found


def test_cells_of_prose_that_begin_at_one_height_stay_a_table(tmp_path: Path) -> None:
    cell = (
        "ragged {} {} 10 The survey of the lakes was taken up, and its results for {} were noted."
    )
    commands = [ACROSS]
    for at, year in enumerate(range(2031, 2035)):
        top = f"to {150 + 40 * at}"
        commands += [top, cell.format(72, 286, year), top, cell.format(326, 540, year + 10)]

    found = lines_of(tmp_path, *commands, "to 330", AFTER)

    cells = [
        f"The survey of the lakes was taken up, and its results for {year} were noted."
        for year in (2032, 2042)
    ]
    assert "\t".join(cells) in found


def test_rows_of_numbers_are_no_columns_of_text(tmp_path: Path) -> None:
    rows = [
        f"row 72 10 Lake {n} of the basin | 220 {n}10 | 270 {n}20 | 330 {n}30 | 400 {n}40"
        for n in range(1, 9)
    ]

    found = lines_of(tmp_path, ACROSS, "down 20", *rows, "down 20", AFTER)

    assert "Lake 3 of the basin 310 320 330 340" in [" ".join(line.split()) for line in found]


def test_justified_columns_with_wide_spaces(tmp_path: Path) -> None:
    words = ["recommendations", "interpretations", "acknowledgement", "confidentiality"]
    words = [*words, "transformations"] * 6
    left, right = " ".join(["2.", *words]), " ".join(["3.", *reversed(words)])
    columns = (f"text 72 296 10 {left}", "to 150", f"text 316 540 10 {right}")

    found = " ".join(lines_of(tmp_path, ACROSS, "to 150", *columns, "to 340", AFTER))

    assert left in found
    assert right in found


def test_a_section_between_ragged_text(tmp_path: Path) -> None:
    across = [
        f"spread 72 {end} 10 The keepers of the gauges read them at noon of every day, and wrote "
        "the readings into"
        for end in (540, 512, 520, 508, 516)
    ]
    left = LEFT.replace("text 72 296", "text 72 302")
    right = RIGHT.replace("text 316 540", "text 314 540")

    found = lines_of(tmp_path, *across, "to 190", left, "to 190", right, "to 280", *across)

    assert "so that its results could be used." in " ".join(found)


LEFT_ROWS = (
    "In her statement the Chair recalled the work",
    "part in it for what they had given, and said",
    "first, before the election of the officers, so",
    "of the gauges, who read them at noon of every",
    "where all of the readings can be found by those",
    "who look for them, and be compared with others",
)
RIGHT_ROWS = (
    "that had been done, thanked those who had taken",
    "that the survey of the lakes would be taken up",
    "that its results could be used by the keepers",
    "day and write the readings into a book; this is",
    "session, and is open to all who wish to see it",
    "between ten and noon of every day, but for the",
    "first of May, on which the keepers do not work",
)
ADDRESS = "https://documents.un.org/doc/lakes/gauges/"


@pytest.mark.parametrize("apart", [0, 4, 8])
@pytest.mark.parametrize("letters", [8, 11, 13])
def test_an_address_runs_over_into_the_gutter(tmp_path: Path, apart: int, letters: int) -> None:
    address = ADDRESS + "o" * letters
    left = [*LEFT_ROWS[:4], address, *LEFT_ROWS[4:]]
    commands = []
    for at, (row, right) in enumerate(zip(left, RIGHT_ROWS, strict=True)):
        set_row = "row 72 10" if row == address else "spread 72 295 10"
        commands += [f"to {150 + 12 * at}", f"{set_row} {row}"]
        commands += [f"to {150 + apart + 12 * at}", f"spread 316 540 10 {right}"]
    across = f"spread 72 540 10 {ACROSS.split(' ', 4)[4][:90]}"

    found = lines_of(tmp_path, *[across] * 3, *commands, "to 260", *[across] * 3)

    columns = [*left, *RIGHT_ROWS]
    assert [line for line in found if line in columns] == columns


@pytest.mark.parametrize("height", [211, 216, 222])
def test_headings_beside_one_another(tmp_path: Path, height: int) -> None:
    """Headings at one height in both columns of a section: neither is lost."""
    commands = ["to 150", LEFT, f"to {height}", HEADINGS[0], f"to {height + 26}", LEFT]
    commands += ["to 150", RIGHT, f"to {height - 1}", HEADINGS[1], f"to {height + 25}", RIGHT]

    document = document_of(tmp_path, *commands)

    assert "Survey of the lakes" in document.text
    assert "Election of officers" in document.text
    assert "lost-text" not in {doubt.code for doubt in document.doubts}


def test_a_column_with_lists_of_short_items(tmp_path: Path) -> None:
    items = ["(a) Depth;", "(b) Inflow;", "(c) Salinity;", "(d) Fish stocks;", "(e) Landings."]
    rows = [f"row 72 10 {item}" for item in items]
    column = [ACROSS, "to 150", *rows, LEFT, *rows, "to 150", *[RIGHT] * 3, "to 360", AFTER]

    found = lines_of(tmp_path, *column)

    assert [line for line in found if line in items] == [*items, *items]
    assert not any("\t" in line for line in found)


def test_a_heading_beside_two_lines_of_a_paragraph(tmp_path: Path) -> None:
    heading = "down 6", "row 72 10b Survey of the lakes", "down 6"
    column = [ACROSS, "to 150", LEFT, *heading, LEFT, "to 150", *[RIGHT] * 3, "to 360", AFTER]

    found = " ".join(lines_of(tmp_path, *column))

    assert "so that Survey of the lakes 2. In her statement" in found


def test_a_translation_that_is_set_wider(tmp_path: Path) -> None:
    """Text in two languages, whose columns are equally high: one has fewer lines."""
    words = f"{LEFT} {RIGHT}".split()
    prose = " ".join(word for word in words if word.isalpha() and word not in {"text", "row"})
    sides = {72: (prose.split(), 30, 12), 320: (prose.upper().split(), 20, 18)}
    commands: list[str] = []
    wanted: list[str] = []
    for x, (own, count, leading) in sides.items():
        rows = wrapped(own * 9, 34 if x > 100 else 46)[:count]
        wanted += rows
        for at, row in enumerate(rows):
            commands += [f"to {100 + leading * at}", f"row {x} 10 {row}"]

    assert lines_of(tmp_path, *commands) == wanted


def wrapped(words: list[str], width: int) -> list[str]:
    """Words in rows of no more letters than fit."""
    return textwrap.wrap(" ".join(words), width)
