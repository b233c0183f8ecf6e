"""Text columns that the content stream draws one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from drawn import drawn
from executed_lines import LINEAR, growth
from pdf_files import page_with, placed, unicode_page

from unreport import read
from unreport.readers.pdf.layout.page_layout import PageLayout
from unreport.readers.pdf.layout.segmentation.gutters import PageLine
from unreport.readers.pdf.layout.segmentation.stream_columns import StreamLayout
from unreport.readers.pdf.layout.stream_sections import (
    content_columns,
    stream_sections,
    tables_of_text,
)
from unreport.readers.pdf.layout.tables import table_detection

ITEMS = ("maps of the wells;", "prices of seed and their causes;", "repair of bridges;", "schools;")
SENTENCE = "The Committee took note of the report on the state of the lakes."


def lines_of(tmp_path: Path, *commands: str) -> list[str]:
    path = tmp_path / "pages.txt"
    path.write_text("\n".join(["page", *commands]), encoding="utf-8")
    return [line.text for line in read(drawn(path)).lines]


def items(first: int, count: int) -> list[str]:
    return [f"({chr(96 + at)}) {ITEMS[at % 4]}" for at in range(first, first + count)]


def column(texts: list[str], left: int, step: int = 4) -> list[str]:
    return [command for text in texts for command in (f"row {left} 10 {text}", f"down {step}")]


@pytest.mark.parametrize("lefts", [(72, 316), (72, 220, 400), (72, 230)])
def test_short_items_in_columns(tmp_path: Path, lefts: tuple[int, ...]) -> None:
    """Equal baselines and short lines, as of a table; columns may be of unequal width."""
    counts = [(7, 6), (6, 6, 3)][len(lefts) - 2]
    firsts = [sum(counts[:at]) + 1 for at in range(len(counts))]
    parts = [items(first, count) for first, count in zip(firsts, counts, strict=True)]
    drawn_columns = [
        command
        for left, part in zip(lefts, parts, strict=True)
        for command in ("to 120", *column(part, left))
    ]

    full = [f"{at}. {SENTENCE}" for at in (1, 2)]

    found = lines_of(
        tmp_path, f"row 72 10 {full[0]}", *drawn_columns, "to 300", f"row 72 10 {full[1]}"
    )

    assert found == [full[0], *(text for part in parts for text in part), full[1]]


def test_columns_above_and_below_a_heading(tmp_path: Path) -> None:
    upper, lower = items(1, 4), items(5, 4)
    more = [f"{at}. {SENTENCE[:30]}" for at in range(3, 11)]

    found = lines_of(
        tmp_path,
        *("to 100", *column(upper, 72), "to 100", *column(lower, 316)),
        *("to 190", "row 72 10b The lakes", "down 6"),
        *("to 220", *column(more[:4], 72), "to 220", *column(more[4:], 316)),
    )

    assert found == [*upper, *lower, "The lakes", *more]


def test_cells_drawn_row_by_row_are_no_columns(tmp_path: Path) -> None:
    """The text after the cells of one row is drawn before that of the next row's first cell."""
    left = "keepers of the gauges of all stations that stand at the lakes of the north"
    right = "read them every day and write the readings into a book kept at the station"
    commands = []
    for at in range(4):
        commands += [f"to {100 + 60 * at}", f"ragged 72 290 10 {at} {left}"]
        commands += [f"to {100 + 60 * at}", f"ragged 316 540 10 {at} {right}"]

    found = lines_of(tmp_path, *commands)

    starts = [line.replace("\t", " ")[:6] for line in found]
    assert starts.index("0 keep") < starts.index("1 keep")


def test_a_table_of_text_whose_rows_share_baselines(tmp_path: Path) -> None:
    """Cells as wide as text columns: the stream tells where each row of them ends."""
    left = "Keepers of the gauges of all stations that stand at the lakes of the far north"
    right = "read them every day and write what they have read into a book at the station"
    commands = ["row 72 10b The gauges"]
    for at in range(4):
        shorter = right if at % 2 else right[:29]
        commands += [f"to {100 + 40 * at}", f"ragged 72 290 10 {left} {at}"]
        commands += [f"to {100 + 40 * at}", f"ragged 316 540 10 {shorter} {at}"]

    found = lines_of(tmp_path, *commands)

    expected = [f"{left} {at}\t{right if at % 2 else right[:29]} {at}" for at in range(4)]
    assert found == ["The gauges", *expected]


def test_a_last_column_of_one_row(tmp_path: Path) -> None:
    parts = [items(1, 9), items(10, 9), items(19, 1)]
    drawn_columns = [
        command
        for left, part in zip((72, 230, 390), parts, strict=True)
        for command in ("to 120", *column(part, left, 6))
    ]

    assert lines_of(tmp_path, *drawn_columns) == [text for part in parts for text in part]


STATES = (
    "Argentina and Chile",
    "Bosnia and Herzegovina",
    "Central African Republic",
    "Mali",
    "Peru",
)
DATES = ("12 March 1999", "4 May 2003", "23 June 2005", "1 July 1988", "30 December 1999")
POSTS = ("Permanent Mission of Egypt", "Mission of Canada", "Mission of France", "Chair", "Member")
LATER = ("13 March 1999", "5 May 2003", "24 June 2005", "2 July 1988", "31 December 1999")
PARAGRAPH = f"text 72 540 10 1. {SENTENCE} {SENTENCE} {SENTENCE}"


def table_rows(found: list[str]) -> list[str]:
    return [row for row in found if "\t" in row]


@pytest.mark.parametrize("step", [6, 12])
@pytest.mark.parametrize(
    "columns", [(STATES, DATES), (STATES, POSTS), (STATES[:3], DATES[:3]), (STATES, DATES, LATER)]
)
def test_a_table_of_short_cells_drawn_column_by_column(
    tmp_path: Path, columns: tuple[tuple[str, ...], ...], step: int
) -> None:
    """The cells are evenly spaced, so that no step shows where a paragraph begins."""
    commands = [
        command
        for left, texts in zip((72, 250, 400), columns, strict=False)
        for command in ("to 120", *column([*texts], left, step))
    ]

    found = lines_of(tmp_path, PARAGRAPH, *commands, "to 260", PARAGRAPH)

    assert ["\t".join(cells) for cells in zip(*columns, strict=True)] == [
        row for row in found if "\t" in row
    ]


def test_cells_of_two_lines_beside_dates_drawn_column_by_column(tmp_path: Path) -> None:
    text = "The applicant states here all places where she has lived in the past years, with dates"
    dates = [
        c for at, date in enumerate(DATES) for c in (f"to {120 + 28 * at}", f"row 72 10 {date}")
    ]
    texts = [
        command
        for at in range(len(DATES))
        for command in (f"to {120 + 28 * at}", f"ragged 200 500 10 {text} {at}")
    ]

    found = lines_of(tmp_path, PARAGRAPH, *dates, *texts, "to 300", PARAGRAPH)

    assert [f"{date}\t{text} {at}" for at, date in enumerate(DATES)] == [
        row for row in found if "\t" in row
    ]


def test_a_table_with_empty_cells_drawn_column_by_column(tmp_path: Path) -> None:
    posts = [(0, POSTS[0]), (2, POSTS[2]), (3, POSTS[3]), (4, POSTS[4])]
    commands = [f"to {120 + 14 * at}\nrow 72 10 {state}" for at, state in enumerate(STATES)]
    commands += [f"to {120 + 14 * at}\nrow 300 10 {post}" for at, post in posts]

    found = lines_of(tmp_path, PARAGRAPH, *commands, "to 260", PARAGRAPH)

    assert f"{STATES[2]}\t{POSTS[2]}" in found


def test_cells_of_several_lines_in_all_columns_drawn_column_by_column(tmp_path: Path) -> None:
    """Most steps of the first column are between cells of one line."""
    rows = [
        ("Safer transport", "Accidents on the corridor", "A decrease of one fifth of|the average"),
        ("Archives", "Share of all collections", "Sixty per cent of all of|the holdings"),
        ("Coordination of|donors", "Meetings of the group with|conclusions", "Two meetings"),
        ("Access to forecasts", "Stations that report", "Twelve stations in four of|the states"),
        ("Water supply", "Villages with a source", "All of the villages of|the region"),
    ]
    commands, places = [], ("72 10", "200 10", "370 10")
    for column, place in enumerate(places):
        for at, row in enumerate(rows):
            lines = row[column].split("|")
            commands += [
                f"to {120 + 29 * at + 11 * k}\nrow {place} {t}" for k, t in enumerate(lines)
            ]

    found = lines_of(tmp_path, PARAGRAPH, *commands, "to 290", PARAGRAPH)

    assert ["\t".join(row).replace("|", " ") for row in rows] == [x for x in found if "\t" in x]


OFFICES = ("رئيس اللجنة المعنية", "نائب رئيس اللجنة", "مقرر اللجنة الخاصة", "أمين الصندوق العام")
PERSONS = ("السيد أحمد كريم", "السيدة روزا دياز", "السيد جون سميث من كندا", "السيدة ليلى حسن")


def test_an_arabic_table_drawn_column_by_column() -> None:
    """Letters without case, and narrow columns, of which chance fills most lines."""
    rows = [
        (right - 5 * len(text), 700 - 18 * at, text[::-1])
        for right, texts in ((540, OFFICES), (300, PERSONS))
        for at, text in enumerate(texts)
    ]

    found = [line.text for line in read(unicode_page(*rows)).lines]

    assert found == [f"{a}\t{b}" for a, b in zip(OFFICES, PERSONS, strict=True)]


Placed = tuple[float, float, str]
Drawing = Callable[[int], Iterator[Placed]]
WORDS, ACROSS = "some words of text", "some words of text that go on over both of the columns"


def stairs(count: int) -> Iterator[Placed]:
    """A column, and one beside it whose every second row is a step up and farther right."""
    for at in range(count):
        yield 10, 13900 - 8 * at, "the"
    for at in range(2 * count):
        yield 40 + 2.4 * at, 13900 - 8 * (at % 2) - 6 * (at // 2), "to"


def blocks(count: int, spanned: int = 1) -> Iterator[Placed]:
    """Two blocks beside one another, below some of them a row across both."""
    y = 13900.0
    for at in range(count):
        yield from ((x, y - 2.4 * row, WORDS) for x in (100, 160) for row in range(3))
        y -= 9
        if at % spanned == spanned - 1:
            yield 100, y, ACROSS
            y -= 5 * min(spanned, 2)


def cells(count: int) -> Iterator[Placed]:
    return blocks(count, 5)


@pytest.mark.parametrize("rows", [stairs, blocks, cells])
def test_cost_is_linear(monkeypatch: pytest.MonkeyPatch, rows: Drawing) -> None:
    def page(count: int) -> tuple[PageLayout, list[PageLine]]:
        found: list[tuple[PageLayout, list[PageLine]]] = []

        def kept(layout: PageLayout, lines: list[PageLine]) -> StreamLayout:
            found.append((replace(layout), lines))
            return content_columns(layout, lines)

        with monkeypatch.context() as patch:
            patch.setattr(table_detection, "content_columns", kept)
            read(page_with(placed(*rows(count), size=2), box=b"[0 0 14000 14000]"))
        return found[0]

    def take(own: tuple[PageLayout, list[PageLine]]) -> None:
        layout = replace(own[0])
        stream = content_columns(layout, own[1])
        stream_sections(layout, stream)
        for table in tables_of_text(layout, stream):
            layout.segments = table.rest

    assert growth(take, page, 30) < LINEAR
