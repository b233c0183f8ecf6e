"""Dates: a table in six languages, with texts that are none and days that do not exist."""

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unreport.languages import LEXICONS
from unreport.languages.dates import (
    DateRange,
    ImpossibleDate,
    find_dates,
    parse_date,
    parse_date_range,
)
from unreport.text.numerals import HAN, to_decimal

TABLE = Path(__file__).parents[1] / "fixtures" / "dates.tsv"
ESCAPES = {rf"\u{point:04x}": chr(point) for point in (0xA0, 0xAD, 0x1E, 0x200F)}


def _unescaped(text: str) -> str:
    for escape, character in ESCAPES.items():
        text = text.replace(escape, character)
    return text


ROWS = [
    tuple(map(_unescaped, line.split("\t")))
    for line in TABLE.read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("#")
]
GOOD = [row for row in ROWS if row[1][0].isdecimal()]


def rows(kind: str) -> list[tuple[str, ...]]:
    return [row for row in ROWS if row[1] == kind]


def test_the_table_is_large_enough() -> None:
    assert len(ROWS) >= 200


@pytest.mark.parametrize(("text", "start", "end"), GOOD)
def test_dates(text: str, start: str, end: str) -> None:
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)

    assert parse_date_range(text) == DateRange(first, last)
    assert parse_date(text) == (first if first == last else None)


@pytest.mark.parametrize(("text", "start", "end"), GOOD)
def test_found_in_running_text(text: str, start: str, end: str) -> None:
    before, after = "The meeting — الاجتماع — 会议: ", "; (a) next."
    found = list(find_dates(before + text + after))

    assert [(str(one.value.start), str(one.value.end)) for one in found] == [(start, end)]
    (one,) = found
    assert (before + text + after)[one.span.start : one.span.end] == one.text
    assert one.span.start >= len(before)
    assert one.span.end <= len(before) + len(text)


@pytest.mark.parametrize("text", [row[0] for row in rows("none")])
def test_no_dates(text: str) -> None:
    assert parse_date_range(text) is None
    assert parse_date(text) is None


@pytest.mark.parametrize(("text", "why"), [(row[0], row[2]) for row in rows("impossible")])
def test_impossible_dates(text: str, why: str) -> None:
    value = parse_date_range(text)

    assert isinstance(value, ImpossibleDate)
    assert why in value.reason
    assert isinstance(parse_date(text), ImpossibleDate)
    (found,) = find_dates(f"… {text} …")
    assert isinstance(found.value, ImpossibleDate)


@pytest.mark.parametrize(("text", "start"), [(row[0], row[2]) for row in rows("conflict")])
def test_names_of_a_month_that_disagree(text: str, start: str) -> None:
    value = parse_date_range(text)

    assert isinstance(value, DateRange)
    assert str(value.start) == start
    assert value.conflict is not None
    assert "disagree" in value.conflict
    refused = parse_date(text)
    assert isinstance(refused, ImpossibleDate)
    assert refused.reason == value.conflict


FRAMES = {
    "ar": "{day} {month} {year}",
    "en": "{day} {month} {year}",
    "es": "{day} de {month} de {year}",
    "fr": "{day} {month} {year}",
    "ru": "{day} {month} {year} года",
    "zh": "{year}年{month}{day}日",
}
DAYS = st.dates(dt.date(1945, 1, 1), dt.date(2099, 12, 31))


@given(st.sampled_from(sorted(FRAMES)), DAYS, st.sampled_from("0٠۰０"), st.data())
def test_every_day_in_every_language(
    language: str, day: dt.date, zero: str, data: st.DataObject
) -> None:
    names = LEXICONS[language].dates.months[day.month - 1]
    text = FRAMES[language].format(
        day=to_decimal(day.day, zero),
        month=data.draw(st.sampled_from(names)),
        year=to_decimal(day.year, zero),
    )

    assert parse_date(text) == day


@given(DAYS)
def test_han_numerals(day: dt.date) -> None:
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))

    assert parse_date(f"{year}年{HAN.numeral(day.month)}月{HAN.numeral(day.day)}日") == day


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    value = parse_date_range(text)

    assert value is None or isinstance(value, DateRange | ImpossibleDate)
    for found in find_dates(text):
        assert text[found.span.start : found.span.end] == found.text


@given(st.lists(st.sampled_from([row[0] for row in GOOD] + ["and", "،", "(a)", "و", "1"])))
def test_any_mixture_of_dates(pieces: list[str]) -> None:
    text = " ".join(pieces)

    spans = [found.span for found in find_dates(text)]

    assert all(a.end <= b.start for a, b in pairwise(spans))
