"""Two columns of text, told from the rows of a table by the numbers and letters of their markers.

The markers of paragraphs and items count on down the first column and then at the head of the
second one: `1.`, `2.`, `(a)`, `(b)` and, in the second column, `(c)`, `3.`.  Read across, line by
line, they do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.text.arabic_numerals import ARABIC_LETTERS
from unreport.text.numerals import (
    CIRCLED,
    CYRILLIC_LOWER,
    DECIMAL,
    HAN,
    HAN_PARENTHESISED,
    LARGEST_NUMBER,
    LATIN_LOWER,
    LATIN_UPPER,
    ROMAN_LOWER,
    ROMAN_UPPER,
)

SYSTEMS = (
    DECIMAL,
    LATIN_LOWER,
    ROMAN_LOWER,
    LATIN_UPPER,
    ROMAN_UPPER,
    CYRILLIC_LOWER,
    ARABIC_LETTERS,
    HAN,
)
SIGNS = (HAN_PARENTHESISED, CIRCLED)  # numerals with brackets or a circle in one character
LONGEST = 8  # clusters of a marker
# `12.`, `(a)`, `iv)`, `’٢‘`, `三、`; not the start of `3.5` or `2019-2022`
MARKER = re.compile(r"([(\[（）)‘’'“”]?)(\w{1,5})([.)\](（）、‘’'“”–-])(?!\d)")
DIGITS = re.compile(r"\d+")
STOPS = ".、-–"  # after a numeral without brackets
LEAST_BROKEN = 2  # markers that do not count on across, more than down the columns
BROKEN_SHARE = 0.25  # of those, that do not down the columns


class Reading(NamedTuple):
    """One reading of a marker: what is printed around it with its numerals, and its number."""

    form: str
    number: int


@dataclass(slots=True)
class _Counts:
    """How many markers did not count on, and how many did from another column than their own."""

    last: dict[str, tuple[int, int]] = field(default_factory=dict)  # number and column, by form
    broken: int = 0
    crossing: int = 0

    def add(self, readings: list[Reading], column: int) -> None:
        on = [r for r in readings if self.last.get(r.form, (0, 0))[0] == r.number - 1 > 0]
        first = [r for r in readings if r.number == 1]
        if on:
            readings = on[:1]
            self.crossing += self.last[on[0].form][1] != column
        elif first:
            readings = first
        else:
            self.broken += any(r.form in self.last for r in readings)
        self.last.update((r.form, (r.number, column)) for r in readings)


def count_down(left: Iterable[Row], right: Iterable[Row], base: BaseDirection) -> bool:
    """Whether markers count on from one column to the other, and do not line by line."""
    columns = (left, right) if base == "L" else (right, left)
    marked = [
        (row.y, column, readings)
        for column, rows in enumerate(columns)
        for row in rows
        if (readings := [*marker_readings(row, base)])
    ]
    down, across = _Counts(), _Counts()
    for _, column, readings in marked:
        down.add(readings, column)
    for _, column, readings in sorted(marked, key=lambda own: own[:2]):
        across.add(readings, column)
    return (
        down.crossing > 0
        and across.broken - down.broken >= LEAST_BROKEN
        and down.broken <= BROKEN_SHARE * across.broken
    )


def marker_goes_on(rows: Iterable[Row], below: Row, base: BaseDirection) -> bool:
    """Whether the marker of a row is the next one of some in the rows above it."""
    wanted = {(form, number - 1) for form, number in marker_readings(below, base) if number > 1}
    return bool(wanted) and any(not wanted.isdisjoint(marker_readings(row, base)) for row in rows)


def marker_readings(row: Row, base: BaseDirection) -> Iterator[Reading]:
    """The readings of the marker at the start of a row in visual order: `i)` may be 1 or 9."""
    texts = row.texts[:LONGEST] if base == "L" else row.texts[: -LONGEST - 1 : -1]
    text = "".join(texts)
    for system in SIGNS:
        if (number := system.number(text[:1])) is not None:
            yield Reading(system.name, number)
            return
    match = MARKER.match(text)
    if match is None:
        return
    opening, numeral, closing = match.groups()
    if base == "R":
        numeral = DIGITS.sub(lambda digits: digits[0][::-1], numeral)
    form = closing if closing in STOPS else f"{bool(opening)})"
    for own in SYSTEMS:
        number = own.number(numeral)
        if number is not None and number <= LARGEST_NUMBER:
            yield Reading(f"{form} {own.name}", number)
