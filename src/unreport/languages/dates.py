"""Dates and date ranges in the languages of all lexicons.

The language of the text need not be known: an Arabic document may have `12 September 2019` in its
masthead.  A year is never guessed: `12 September` alone is not a date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

from unreport.languages.date_grammars import (
    Grammar,
    ends_as_date,
    grammars,
    has_numeral,
    spaceless,
)
from unreport.languages.plain_dates import AnyMatch
from unreport.model import Span
from unreport.text.folding import Folded, fold, fold_text
from unreport.text.numerals import HAN


class ImpossibleDate(Struct, frozen=True):
    """A text in the form of a date that is not a day of the calendar.

    >>> parse_date("30 février 2020")
    ImpossibleDate(text='30 février 2020', reason='February 2020 has 29 days, not 30.')
    """

    text: str
    """As in the source."""
    reason: str
    """One sentence in English."""


class DateRange(Struct, frozen=True):
    """The first and the last day that a text names; the same day twice for a single date.

    >>> value = parse_date_range("30 May to 1 June 2012")
    >>> (value.end - value.start).days
    2
    """

    start: dt.date
    """The first day."""
    end: dt.date
    """The last day, itself included."""
    conflict: str | None = None
    """How the two Arabic names of a month disagree, if they do; the first name is used."""


class FoundDate(Struct, frozen=True):
    """A date or a date range in a text, and its place.

    >>> found = next(find_dates("It met on 12 September 2019 in Vienna."))
    >>> found.span, found.value.start.isoformat()
    (Span(start=10, end=27, pages=None), '2019-09-12')
    """

    span: Span
    """Where it stands in the text."""
    text: str
    """As in the text."""
    value: DateRange | ImpossibleDate
    """The days; or why there is no such day."""


def parse_date(text: str) -> dt.date | ImpossibleDate | None:
    """Read a text that is one date; None if it is not, the reason if there is no such day.

    >>> parse_date("١٢ أيلول/سبتمبر ٢٠١٩")
    datetime.date(2019, 9, 12)
    >>> parse_date("31 septembre 2019").reason
    'September 2019 has 30 days, not 31.'
    """
    value = parse_date_range(text)
    if not isinstance(value, DateRange):
        return value
    if value.conflict:
        return ImpossibleDate(text.strip(), value.conflict)
    return value.start if value.start == value.end else None


def parse_date_range(text: str) -> DateRange | ImpossibleDate | None:
    """Read a text that is a date range or one date.

    None if it is neither, the reason if there is no such day.

    >>> parse_date_range("2008年10月8日至17日")
    DateRange(start=datetime.date(2008, 10, 8), end=datetime.date(2008, 10, 17), conflict=None)
    """
    if len(text) > LONGEST or not ends_as_date(text) or not has_numeral().search(text):
        return None
    folded = fold_text(text).translate(BRACKETS_TO_SPACES)
    for grammar in grammars():
        if match := grammar.match_all(folded):
            return _value(grammar, match, text.strip())
    return None


def find_dates(text: str) -> Iterator[FoundDate]:
    """Find the dates and date ranges in running text, in reading order.

    Their spans are offsets in `text`; a day that is in no calendar is an `ImpossibleDate`.

    >>> [found.text for found in find_dates("Held from 30 May to 1 June 2012 in Vienna.")]
    ['30 May to 1 June 2012']
    """
    if not has_numeral().search(text):
        return iter(())
    folded = fold(text)
    return iter(dates_between(folded, text, 0, len(folded.text)))


def dates_between(folded: Folded, text: str, start: int, end: int) -> list[FoundDate]:
    """The dates between two places of a folded text in lower case; `text` is its source.

    >>> [one.text for one in dates_between(fold("On 3 May 2020"), "On 3 May 2020", 3, 13)]
    ['3 May 2020']
    """
    found: list[FoundDate] = []
    for grammar in grammars():
        if not grammar.prefilter.search(folded.text, start, end):
            continue
        for match in grammar.matches(folded.text, start, end):
            first, last = folded.span(*match.span())
            source = text[first:last]
            if value := _value(grammar, match, source):
                found.append(FoundDate(Span(first, last), source, value))
    return sorted(found, key=lambda date: date.span.start)


# --- values -------------------------------------------------------------------------------------

LONGEST = 200
BRACKETS_TO_SPACES = str.maketrans(dict.fromkeys("()[]{}", " "))
HAN_DIGIT_VALUES = {name: number for number, name in enumerate("零一二三四五六七八九")}

Fields: TypeAlias = dict[str, str | None]


class _NoSuchDay(Exception):
    """The day does not exist; caught where the value is constructed."""


def _value(grammar: Grammar, match: AnyMatch, text: str) -> DateRange | ImpossibleDate | None:
    fields: Fields = match.groupdict()
    if not (fields.get("y1") or fields.get("y2")):
        return None
    one, two = (("d1", "m1", "y1"), ("d2", "m2", "y2"))
    if not fields.get("d2"):
        two = one
    year, month = fields[two[2]] or fields.get("y1"), fields[two[1]] or fields.get("m1")
    try:
        end = _day(grammar, fields[two[0]], month, year)
        if two is one:
            return DateRange(end, end, _conflict(grammar, fields))
        start = _day(grammar, fields["d1"], fields.get("m1") or month, fields.get("y1") or year)
    except _NoSuchDay as problem:
        return ImpossibleDate(text, str(problem))
    if end < start:
        return ImpossibleDate(text, f"The range ends on {end}, before it begins on {start}.")
    return DateRange(start, end, _conflict(grammar, fields))


def _day(grammar: Grammar, day: str | None, month: str | None, year: str | None) -> dt.date:
    number = _number(day or "")
    months = grammar.months
    in_month, in_year = months[spaceless(month or "")], _year(year or "")
    if not dt.MINYEAR <= in_year <= dt.MAXYEAR:
        raise _NoSuchDay(f"There is no year {in_year}.")
    if not 1 <= in_month <= 12:  # noqa: PLR2004
        raise _NoSuchDay(f"There is no month {in_month}.")
    try:
        return dt.date(in_year, in_month, number)
    except ValueError:
        from calendar import monthrange  # noqa: PLC0415  few documents need it

        name, last = ENGLISH_MONTHS[in_month - 1], monthrange(in_year, in_month)[1]
        message = f"{name} {in_year} has {last} days, not {number}."
        raise _NoSuchDay(message) from None


ENGLISH_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else HAN.number(text) or 0


def _year(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return int("".join(str(HAN_DIGIT_VALUES.get(c, c)) for c in text if not c.isspace()) or 0)


def _conflict(grammar: Grammar, fields: Fields) -> str | None:
    """Compare the two Arabic names of a month: `حزيران/مايو` occurs in official files."""
    for month, second_name in (("m1", "t1"), ("m2", "t2")):
        one, other = fields.get(month), fields.get(second_name)
        if not (one and other):
            continue
        first, second = (grammar.months[spaceless(name)] for name in (one, other))
        if first != second:
            names = f"{one} is {ENGLISH_MONTHS[first - 1]}, {other} is {ENGLISH_MONTHS[second - 1]}"
            return f"The two names of the month disagree: {names}."
    return None
