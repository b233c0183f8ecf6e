"""Dates and date ranges in the languages of all lexicons.

The language of the text need not be known: an Arabic document may have `12 September 2019` in its
masthead.  A year is never guessed: `12 September` alone is not a date.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, TypeAlias

import regex
from msgspec import Struct

from unreport.languages import LEXICONS
from unreport.languages.lexicon import DateWords
from unreport.languages.plain_dates import LETTER, AnyMatch, day_first_dates, split_names
from unreport.model import Span
from unreport.text.folding import Folded, fold
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
    if len(text) > LONGEST or not _has_numeral().search(text):
        return None
    folded = fold(text).text.translate(BRACKETS_TO_SPACES)
    for grammar in _grammars():
        if match := grammar.match_all(folded):
            return _value(grammar, match, text.strip())
    return None


def find_dates(text: str) -> Iterator[FoundDate]:
    """Find the dates and date ranges in running text, in reading order.

    Their spans are offsets in `text`; a day that is in no calendar is an `ImpossibleDate`.

    >>> [found.text for found in find_dates("Held from 30 May to 1 June 2012 in Vienna.")]
    ['30 May to 1 June 2012']
    """
    if not _has_numeral().search(text):
        return iter(())
    folded = fold(text)
    return iter(dates_between(folded, text, 0, len(folded.text)))


def dates_between(folded: Folded, text: str, start: int, end: int) -> list[FoundDate]:
    """The dates between two places of a folded text in lower case; `text` is its source.

    >>> [one.text for one in dates_between(fold("On 3 May 2020"), "On 3 May 2020", 3, 13)]
    ['3 May 2020']
    """
    found: list[FoundDate] = []
    for grammar in _grammars():
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


def _value(grammar: _Grammar, match: AnyMatch, text: str) -> DateRange | ImpossibleDate | None:
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


def _day(grammar: _Grammar, day: str | None, month: str | None, year: str | None) -> dt.date:
    number = _number(day or "")
    months = grammar.months
    in_month, in_year = months[_spaceless(month or "")], _year(year or "")
    if not dt.MINYEAR <= in_year <= dt.MAXYEAR:
        raise _NoSuchDay(f"There is no year {in_year}.")
    if not 1 <= in_month <= 12:  # noqa: PLR2004
        raise _NoSuchDay(f"There is no month {in_month}.")
    last = calendar.monthrange(in_year, in_month)[1]
    if not 1 <= number <= last:
        name = ENGLISH_MONTHS[in_month - 1]
        raise _NoSuchDay(f"{name} {in_year} has {last} days, not {number}.")
    return dt.date(in_year, in_month, number)


ENGLISH_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else HAN.number(text) or 0


def _year(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return int("".join(str(HAN_DIGIT_VALUES.get(c, c)) for c in text if not c.isspace()) or 0)


def _spaceless(text: str) -> str:
    return "".join(text.split())


def _conflict(grammar: _Grammar, fields: Fields) -> str | None:
    """Compare the two Arabic names of a month: `حزيران/مايو` occurs in official files."""
    for month, second_name in (("m1", "t1"), ("m2", "t2")):
        one, other = fields.get(month), fields.get(second_name)
        if not (one and other):
            continue
        first, second = (grammar.months[_spaceless(name)] for name in (one, other))
        if first != second:
            names = f"{one} is {ENGLISH_MONTHS[first - 1]}, {other} is {ENGLISH_MONTHS[second - 1]}"
            return f"The two names of the month disagree: {names}."
    return None


# --- grammars -----------------------------------------------------------------------------------


class _Grammar(NamedTuple):
    """The patterns of dates with the day first, or with the year first."""

    months: dict[str, int]
    prefilter: regex.Pattern[str]
    """Found in every text that contains a date of this grammar."""
    leading: regex.Pattern[str]
    opening: regex.Pattern[str]
    """What a date of this grammar begins with, looked for first, since `date` is slow to fail."""
    date: regex.Pattern[str]
    trailing: regex.Pattern[str]
    is_day_first: bool

    def matches(self, text: str, start: int, end: int) -> Iterator[AnyMatch]:
        """The dates between two places of a text."""
        if self.is_day_first:
            return day_first_dates(self.date, text, start, end)
        return self.date.finditer(text, start, end)

    def match_all(self, text: str) -> regex.Match[str] | None:
        """Match a text that is a date with optional words around it."""
        if not self.prefilter.search(text):
            return None
        leading = self.leading.match(text)
        start = leading.end() if leading else 0
        match = self.date.match(text, start) if self.opening.match(text, start) else None
        return match if match and self.trailing.fullmatch(text, match.end()) else None


# `12 سبتمبر`, `12 de septiembre de`, `1er juillet`, `12 September,`
DAY_FIRST = r"""
    (?<![\d/.]|\d-)
    (?P<d1>\d{{1,2}}) (?:{indicator})?
    (?:
        {gap} {preposition} {month1}
        (?:
            {gap} {preposition} {year1} {trailing} (?: {range} {day2} )?
          | (?: {range} | {conjunction} | {gap} ) {day2}
        )
      | (?: {conjunction} \d{{1,2}} (?:{indicator})? (?= {conjunction} | {range} ) ){{0,30}}
        (?: {range} | {conjunction} ) {day2}
    )
    (?(DEFINE)
        (?P<name> {name} ) (?P<month> {month} )
        (?P<then> {then} ) (?P<range> {range_words} ) (?P<conjunction> {conjunctions} )
        (?P<preposition> {prepositions} ) (?P<trailing> {trailing_words} )
    )
"""
# `13 September 2019`: the end of a range, or the second of two days
DAY_SECOND = r"""
    (?P<d2>\d{{1,2}}) (?:{indicator})?
    {gap} {preposition} {month2} {gap} {preposition} {year2} {trailing}
"""
# `2008年10月8日至17日`; copies may lose 年 and 月: `2008 10 8 日至 17 日`
YEAR_FIRST = r"""
    (?<!\d)
    (?P<y1>{year}) {gap} (?: {year_suffix} {gap} | \s )
    (?P<m1>{number}) {gap} (?: {month_suffix} {gap} | \s )
    (?P<d1>{number}) {gap} {day_suffix}
    (?:
        (?: {gap} \W? {trailing} \W? )? {gap} {range} {gap}
        (?:
            (?: (?P<y2>{year}) {gap} {year_suffix} {gap} )?
            (?P<m2>{number}) {gap} {month_suffix} {gap}
        )?
        (?P<d2>{number}) {gap} {day_suffix}
    )?
"""
GAP = r"\s{0,2}"
# `200 2`; `2019`; `20242`, with a footnote reference
YEAR = r"[12]\d{2}\s?\d(?!\s?\d)|\d{4}(?!\d)|(?:19|20)\d{2}(?=\d{1,2}(?!\d))"
HAN_DIGIT = "[零一二三四五六七八九]"
HAN_NUMBER = r"\d{1,2}|[一二三四五六七八九十]{1,3}"


@cache
def _has_numeral() -> regex.Pattern[str]:
    """Found in every text with a date: digits of any script, a suffix of days, or a form of one."""
    suffixes = "|".join(
        one.dates.field_suffixes[-1] for one in LEXICONS.values() if one.dates.field_suffixes
    )
    return regex.compile(rf"[\p{{N}}\u2E80-\u2FDF\u3200-\u33FF]|{suffixes}")


@cache
def _grammars() -> tuple[_Grammar, ...]:
    words = [lexicon.dates for lexicon in LEXICONS.values()]
    return (_day_first(words), *(_year_first(one) for one in words if one.field_suffixes))


def _day_first(words: list[DateWords]) -> _Grammar:
    """One grammar for all languages: their words are distinct."""
    months = {
        fold(name).text: number
        for one in words
        for number, names in enumerate(one.months, start=1)
        for name in names
        if not name[0].isdecimal()
    }
    pieces = _day_first_pieces(words)
    pattern = DAY_FIRST.format(**pieces, day2=DAY_SECOND.format(**pieces))
    leading = _alternation((word for one in words for word in one.leading_words), whole_word=True)
    return _Grammar(
        {_spaceless(name): number for name, number in months.items()},
        prefilter=regex.compile(r"\d{3}"),
        is_day_first=True,
        leading=_compile(rf"\W*+(?:{leading}\W*+)*+"),
        opening=regex.compile(r"\d{1,2}+(?!\d)"),
        date=regex.compile(
            pattern,
            regex.VERBOSE,
            months=list(months),
            split=[part for one in words if one.paired_months for part in split_names(one)],
        ),
        trailing=_compile(r"\W*"),
    )


def _day_first_pieces(words: list[DateWords]) -> dict[str, str]:
    names, split = (rf"(?<!{LETTER})\L<{which}>(?!{LETTER})" for which in ("months", "split"))
    ranges = _alternation((word for one in words for word in one.range_words), whole_word=True)
    conjunctions = _alternation(word for one in words for word in one.conjunctions)
    indicators = _alternation(sign for one in words for sign in one.ordinal_indicators)
    prepositions = _alternation(
        (word for one in words for word in one.prepositions), whole_word=True
    )
    trailing = _alternation((word for one in words for word in one.trailing_words), whole_word=True)
    # `إلى يوم الخميس`, `والخميس`: before the second date, the conjunction may be a proclitic
    leading = _alternation(word for one in words for word in one.leading_words)
    then = rf"(?:{leading}(?!{LETTER}),?\s*){{0,2}}"
    # Each list of words stands once in the pattern, which takes long to compile otherwise, and is
    # tried where a word can begin, for a call of a group is slow
    word = r"(?=[^\s\d,،;])"
    return {
        "gap": GAP,
        "name": names,
        "month": f"(?&name)|{split}",
        "then": then,
        "range_words": ranges,
        "conjunctions": conjunctions,
        "prepositions": prepositions,
        "trailing_words": trailing,
        "indicator": rf"\s?{indicators}(?!\w)|\.º",
        "preposition": rf"(?:{word}(?&preposition)\s|,\s?)?",
        "trailing": rf"(?:\s?{word}(?&trailing))?",
        "range": rf"(?:,?\s*(?:-|\bi\b|{word}(?&range))\s*(?:{word}(?&then))?)",
        "conjunction": rf"(?:\s?[,،;]\s?|,?\s?{word}(?&conjunction)\s?)(?:{word}(?&then))?",
        **{f"month{n}": rf"(?P<m{n}>(?&name))(?:\s?/\s?(?P<t{n}>(?&month)))?" for n in (1, 2)},
        **{f"year{n}": rf"(?P<y{n}>{YEAR})" for n in (1, 2)},
    }


def _year_first(words: DateWords) -> _Grammar:
    year, month, day = words.field_suffixes
    pieces = {
        "gap": GAP,
        "year": rf"\d{{4}}|{HAN_DIGIT}{{4}}",
        "number": HAN_NUMBER,
        "year_suffix": year,
        "month_suffix": month,
        "day_suffix": day,
        "trailing": _alternation(words.trailing_words),
        "range": rf"(?:-|{_alternation((*words.range_words, *words.conjunctions))})",
    }
    pattern = YEAR_FIRST.format(**pieces)
    months = {str(number): number for number in range(100)}
    return _Grammar(
        months | {numeral: number for number, numeral in enumerate(HAN.numerals, start=1)},
        prefilter=regex.compile(day),
        is_day_first=False,
        leading=_compile(rf"\W*+(?:{_alternation(words.leading_words)}\W*+)?"),
        opening=_compile(pieces["year"]),
        date=_compile(pattern),
        trailing=_compile(rf"\W*+(?:{_alternation(words.trailing_words)}\W*+)?"),
    )


def _alternation(words: Iterable[str], *, whole_word: bool = False) -> str:
    r"""Make an alternation of words, longest first; with `whole_word`, of whole words."""
    folded = sorted({fold(word).text for word in words}, key=lambda word: (-len(word), word))
    either = "|".join(regex.escape(word, literal_spaces=False) for word in folded)
    either = either.replace(r"\ ", r"\s+")
    # a digit may be adjacent: `٣١كانون الأول`, `يونيه٢٠٠٥`
    return rf"(?:(?<!{LETTER})(?:{either})(?!{LETTER}))" if whole_word else f"(?:{either})"


def _compile(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.VERBOSE)
