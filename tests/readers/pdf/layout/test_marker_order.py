"""Markers that count on down two columns, or across the rows of a table."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from drawn import drawn

from unreport import read
from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.letters import bidi_class_of
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.layout.segmentation.marker_order import (
    count_down,
    marker_goes_on,
    marker_readings,
)


def visual_order(text: str) -> str:
    """A text from the right, with its numbers from the left."""
    return re.sub(r"\d+", lambda digits: digits[0][::-1], text[::-1])


def rows_of(*starts: str, base: BaseDirection = "L") -> list[Row]:
    """Rows one below the other that begin with these texts, which have no space."""
    return [
        Row(
            [
                Cluster(char, bidi_class_of(char), 5.0 * x, 5.0 * x + 5, 14.0 * y, 10.0, 0, 0, x)
                for x, char in enumerate(text if base == "L" else visual_order(text))
            ],
            14.0 * y, 10.0, 1,
        )
        for y, text in enumerate(starts)
    ]  # fmt: skip


COLUMNS = {
    "en": (
        ["1.Wells", "(a)maps", "(b)roads", "2.Seed", "(a)huts"],
        ["(b)boats", "3.Ports", "4.Oil"],
    ),
    "fr": (
        ["7.Puits", "a)cartes", "b)eaux", "i)ponts"],
        ["ii)ports", "c)nefs", "8.Eaux", "a)sols"],
    ),
    "ru": (["4.Вода", "а)карты", "б)дороги", "5.Суда"], ["6.Лодки", "а)рифы", "б)сети", "7.Порты"]),
    "zh": (["二、水", "(e)地图", "(f)路", "㈠桥"], ["㈡船", "(g)港口", "(h)井", "(i)土壤"]),
    "ar": (["٣-المياه", "(أ)خرائط", "(ب)طرق", "(ج)جسور"], ["(د)موانئ", "(هـ)سفن", "٤-مراكب"]),
}


@pytest.mark.parametrize("language", COLUMNS)
def test_markers_count_on_from_column_to_column(language: str) -> None:
    base: BaseDirection = "R" if language == "ar" else "L"
    first, second = (rows_of(*starts, base=base) for starts in COLUMNS[language])
    left, right = (first, second) if base == "L" else (second, first)

    assert count_down(left, right, base)
    assert not count_down(right, left, base)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (["1.One", "2.Two", "3.Three"], ["1.Un", "2.Deux", "3.Trois"]),  # two languages
        (["1.One", "3.Three", "5.Five"], ["2.Two", "4.Four", "6.Six"]),  # row by row
        (["1.Wells", "2.Seed", "3.Roads"], ["9586", "10770", "415"]),  # amounts
        (["1.Wells", "words", "words"], ["2.Seed", "words", "words"]),  # both readings count on
    ],
)
def test_markers_do_not_tell_columns(left: list[str], right: list[str]) -> None:
    assert not count_down(rows_of(*left), rows_of(*right), "L")


def test_readings_of_a_marker() -> None:
    def numbers(text: str, base: BaseDirection = "L") -> set[int]:
        return {reading.number for reading in marker_readings(rows_of(text, base=base)[0], base)}

    assert numbers("i)text") == {1, 9}
    assert numbers("١٢-نص", "R") == {12}
    assert numbers("3.5metres") == numbers("2019-2022") == numbers("(suite)") == set()


def test_the_next_item_goes_on() -> None:
    above = rows_of("a)maps", "androads")

    assert marker_goes_on(above, rows_of("b)boats")[0], "L")
    assert not marker_goes_on(above, rows_of("c)boats")[0], "L")
    assert not marker_goes_on(above, rows_of("Boats")[0], "L")


def items_of(place: int, *starts: str) -> list[str]:
    """Items with items below them, each of one row."""
    return [
        f"row {place + 14 * (start[0] == '(') + 14 * start.startswith('(i')} 10 {start} {text}"
        for start in starts
        for text in [f"the survey of the wells and the roads of area {start.strip('(.)')};"]
    ]


def test_columns_of_items_that_begin_at_several_places(tmp_path: Path) -> None:
    first = ["1.", "(a)", "(b)", "(i)", "(ii)", "(c)", "2.", "(a)", "(i)", "(ii)", "(b)", "(c)"]
    second = ["(d)", "(i)", "(ii)", "3.", "(a)", "(b)", "(i)", "(ii)", "(iii)", "(c)", "4.", "5."]
    across = (
        "text 72 560 10 " + "The Committee considered the report of the Chair on its work. " * 3
    )
    path = tmp_path / "pages.txt"
    commands = ["page", "to 90", across, "to 150", *items_of(72, *first)]
    path.write_text("\n".join([*commands, "to 150", *items_of(322, *second)]), encoding="utf-8")

    lines = [line.text for line in read(drawn(path)).lines]

    assert not any("\t" in line for line in lines)
    assert [line.split()[0] for line in lines if line.endswith(";")] == [*first, *second]
