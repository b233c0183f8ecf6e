"""Columns of text with a narrow gutter, whose lines need not have the same baselines."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn import drawn

from unreport import Report, Table, parse

SENTENCES = """\
The survey of the lakes was taken up, and its results were noted with appreciation by all of them.
The keepers of the gauges read them every day, and write the readings into a book at the station.
Two of the seven stations were still under water, so that the figures were no more than estimates.
The secretariat was asked to prepare a paper on the matter, and to place it on the next agenda.
""".splitlines()


def report(tmp_path: Path, *commands: str) -> Report:
    path = tmp_path / "pages.txt"
    path.write_text("\n".join(["page", *commands]), encoding="utf-8")
    return parse(drawn(path))


def paragraphs(numbers: range, left: float, right: float, kind: str = "text") -> list[str]:
    out: list[str] = []
    for number in numbers:
        out += [f"{kind} {left} {right} 10 {number}. {SENTENCES[number % 4]}", "down 5"]
    return out


def texts(found: Report) -> list[tuple[int | None, str]]:
    return [(node.number, node.text) for node in found.paragraphs]


def expected(numbers: range) -> list[tuple[int | None, str]]:
    return [(number, SENTENCES[number % 4]) for number in numbers]


@pytest.mark.parametrize("kind", ["text", "ragged"])
@pytest.mark.parametrize("lower", [0, 4])
@pytest.mark.parametrize("gutter", [7, 9, 12, 18])
def test_columns_with_a_narrow_gutter(tmp_path: Path, gutter: int, lower: int, kind: str) -> None:
    edges = 306 - gutter // 2, 306 + (gutter + 1) // 2
    first = ["to 80", *paragraphs(range(1, 8), 72, edges[0], kind)]
    second = [f"to {80 + lower}", *paragraphs(range(8, 14), edges[1], 540, kind)]

    found = report(tmp_path, *first, *second)

    assert texts(found) == expected(range(1, 14))


def test_columns_of_small_type_with_a_gutter_of_two_thirds_of_an_em(tmp_path: Path) -> None:
    def column(numbers: range, left: float, right: float) -> list[str]:
        texts = [f"text {left} {right} 8 {at}. {SENTENCES[at % 4]}" for at in numbers]
        return [command for text in texts for command in (text, "down 4")]

    first = ["to 80", *column(range(1, 8), 72, 303.3)]
    second = ["to 80", *column(range(8, 14), 308.7, 540)]

    assert texts(report(tmp_path, *first, *second)) == expected(range(1, 14))


def test_a_note_below_the_first_column(tmp_path: Path) -> None:
    first = ["to 80", *paragraphs(range(1, 5), 72, 300), "row 72 10 5. They met.^1^"]
    first += ["down 8", "rule 72 170", "down 4", "row 72 8 ^1^ See the report of the keepers."]
    second = ["to 80", *paragraphs(range(6, 12), 312, 540)]

    found = report(tmp_path, *first, *second)

    assert texts(found) == [*expected(range(1, 5)), (5, "They met."), *expected(range(6, 12))]
    assert [note.text for note in found.footnotes] == ["See the report of the keepers."]


def test_columns_between_headings_that_are_short(tmp_path: Path) -> None:
    commands: list[str] = []
    for top, first in ((80, 1), (330, 7)):
        commands += [f"to {top}", f"row 72 12b {'I' * (1 + first // 7)}. Lakes and dams"]
        commands += [f"to {top + 20}", *paragraphs(range(first, first + 3), 72, 300)]
        commands += [f"to {top + 20}", *paragraphs(range(first + 3, first + 6), 312, 540)]

    found = report(tmp_path, *commands)

    assert texts(found) == expected(range(1, 13))


def test_spaces_of_justified_lines_are_no_gutter(tmp_path: Path) -> None:
    """Words that stand one below the other with wide spaces before them, in the middle."""
    rows = [
        "Committees encourage representatives considering recommendations",
        "Governments acknowledge organizations implementing responsibility",
        "Secretariats investigate municipalities strengthening administration",
        "Assemblies communicate contributions distinguishing circumstances",
        "Commissions characterize infrastructure understanding opportunities",
    ]
    commands = [f"spread 72 440 10 {row}" for row in rows]

    found = report(tmp_path, "to 80", f"text 72 440 10 1. {SENTENCES[0]}", *commands)

    assert " ".join(rows) in " ".join(node.text for node in found.paragraphs)


def test_cells_of_equal_height_are_no_columns(tmp_path: Path) -> None:
    """Each row of a table has as many lines in both cells, and there are no ruling lines."""
    commands: list[str] = []
    for at in range(5):
        top = 80 + 32 * at
        commands += [f"to {top}", f"text 72 300 10 {SENTENCES[at % 4]}"]
        commands += [f"to {top}", f"text 326 540 10 {SENTENCES[(at + 1) % 4]}"]

    found = report(tmp_path, *commands)

    tables = [node for node, _ in found.walk() if isinstance(node, Table)]
    assert [table.rows for table in tables] == [
        tuple((SENTENCES[at % 4], SENTENCES[(at + 1) % 4]) for at in range(5))
    ]


def test_columns_of_lists_whose_lines_have_other_baselines(tmp_path: Path) -> None:
    """Short items do not fill a column; no table has so many lines beside none of the other."""
    words = "Item of the list of the survey of the lakes".split()
    items = [f"({chr(97 + at)}) {' '.join(words[: 5 + at % 4])};" for at in range(16)]
    first = ["to 80", f"text 72 296 10 {SENTENCES[0]} {SENTENCES[1]} {SENTENCES[2]}"]
    first += [f"row 72 10 {item}" for item in items]
    second = ["to 84.5", *paragraphs(range(1, 8), 316, 540)]

    found = report(tmp_path, "to 60", *first, *second)

    assert texts(found)[-7:] == expected(range(1, 8))


@pytest.mark.parametrize("gutter", [8, 14, 24])
def test_three_columns(tmp_path: Path, gutter: int) -> None:
    width = (468 - 2 * gutter) / 3
    commands = [f"text 72 540 10 1. {SENTENCES[1]}"]
    for at in range(3):
        left = 72 + at * (width + gutter)
        column = paragraphs(range(2 + 5 * at, 7 + 5 * at), left, left + width)
        commands += ["to 100", *column]
    commands += ["to 360", f"text 72 540 10 17. {SENTENCES[1]}"]

    found = report(tmp_path, *commands)

    assert texts(found) == expected(range(1, 18))


@pytest.mark.parametrize("heads", [True, False])
def test_a_table_in_three_columns_of_long_cells(tmp_path: Path, *, heads: bool) -> None:
    """Column heads on one baseline, or cells that begin at one height in all three columns."""
    lefts = (72, 236, 400)
    commands = [f"text 72 540 10 1. {SENTENCES[1]}"]
    for at, left in enumerate(lefts):
        cell = " ".join(SENTENCES[at:] + SENTENCES[:at])
        head = [f"row {left} 10b {'Measure Action Status'.split()[at]}", "down 4"]
        below = [] if heads else ["to 262", f"text {left} {left + 140} 10 {cell}"]
        commands += ["to 100", *(head if heads else []), f"text {left} {left + 140} 10 {cell}"]
        commands += below
    commands += ["to 560", f"text 72 540 10 2. {SENTENCES[2]}"]

    found = report(tmp_path, *commands)

    (table,) = [node for node, _ in found.walk() if isinstance(node, Table)]
    assert len(table.rows) == 2
    assert [cell[:10] for cell in table.rows[-1]] == [text[:10] for text in SENTENCES[:3]]


def test_short_columns_whose_lines_begin_with_figures_and_signs(tmp_path: Path) -> None:
    """A number with a full stop at the beginning of a line may be the end of a sentence."""
    rows = ["It met in the spring of the year", "2023. It took up the survey of", "all lakes"]
    last = ["in May. The next session is in", "3.5 years, on the same lakes as", "before it."]
    columns = [f"{kind} 72 222 10 {row}" for kind, row in zip(KINDS, rows, strict=True)]
    second = [f"{kind} 240 390 10 {row}" for kind, row in zip(KINDS, last, strict=True)]

    found = report(tmp_path, "to 80", *columns, *columns, "to 80", *second, *second)

    assert f"all lakes {rows[0]} {rows[1]} all lakes {last[0]}" in " ".join(
        node.text for node in found.paragraphs
    )


KINDS = ("spread", "spread", "ragged")
