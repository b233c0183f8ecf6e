"""Dates and ranges of dates in every language that there is a lexicon for.

The language of a text need not be known: an Arabic document prints `12 September 2019` in its
masthead.  A year is never guessed: `12 September` alone is no date.
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
from unreport.model import Span
from unreport.text.folding import fold
from unreport.text.numerals import HAN


class ImpossibleDate(Struct, frozen=True):
    """A text in the form of a date that is no day of the calendar."""

    text: str
    reason: str


class DateRange(Struct, frozen=True):
    """The first and the last day that a text names; the same day twice where it names one."""

    start: dt.date
    end: dt.date
    conflict: str | None = None
    """What disagrees when the two Arabic names of a month do: then the first is believed."""


class FoundDate(Struct, frozen=True):
    """A date or a range of dates in a text, and where it stands."""

    span: Span
    text: str
    value: DateRange | ImpossibleDate


def parse_date(text: str) -> dt.date | ImpossibleDate | None:
    """Read a text that is one date; None if it is not, the reason if no such day exists.

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
    """Read a text that is a range of dates, or one date.

    >>> parse_date_range("2008年10月8日至17日")
    DateRange(start=datetime.date(2008, 10, 8), end=datetime.date(2008, 10, 17), conflict=None)
    """
    if len(text) > LONGEST:
        return None
    folded = fold(text).text.translate(NO_BRACKETS)
    for grammar in _grammars():
        if match := grammar.whole(folded):
            return _value(grammar, match, text.strip())
    return None


def find_dates(text: str) -> Iterator[FoundDate]:
    """Find the dates and ranges of dates in running text, in reading order.

    >>> [found.text for found in find_dates("Held from 30 May to 1 June 2012 in Vienna.")]
    ['30 May to 1 June 2012']
    """
    folded = fold(text)
    found: list[FoundDate] = []
    for grammar in _grammars():
        if not grammar.needs.search(folded.text):
            continue
        for match in grammar.inside.finditer(folded.text):
            start, end = folded.span(*match.span())
            printed = text[start:end]
            if value := _value(grammar, match, printed):
                found.append(FoundDate(Span(start, end), printed, value))
    return iter(sorted(found, key=lambda date: date.span.start))


# --- values -------------------------------------------------------------------------------------

LONGEST = 200
NO_BRACKETS = str.maketrans(dict.fromkeys("()[]{}", " "))
NUMERALS = {name: number for number, name in enumerate("零一二三四五六七八九")}

Fields: TypeAlias = dict[str, str | None]


class _Impossible(Exception):
    """The day does not exist; caught where the value is made."""


def _value(
    grammar: _Grammar, match: regex.Match[str], text: str
) -> DateRange | ImpossibleDate | None:
    fields: Fields = match.groupdict()
    if not (fields["y1"] or fields["y2"]):
        return None
    one, two = (("d1", "m1", "y1"), ("d2", "m2", "y2"))
    if not fields["d2"]:
        two = one
    year, month = fields[two[2]] or fields["y1"], fields[two[1]] or fields["m1"]
    try:
        end = _day(grammar, fields[two[0]], month, year)
        start = _day(grammar, fields["d1"], fields["m1"] or month, fields["y1"] or year)
    except _Impossible as problem:
        return ImpossibleDate(text, str(problem))
    if end < start:
        return ImpossibleDate(text, f"The range ends on {end}, before it begins on {start}.")
    return DateRange(start, end, _conflict(grammar, fields))


def _day(grammar: _Grammar, day: str | None, month: str | None, year: str | None) -> dt.date:
    number = _number(day or "")
    months = grammar.months
    in_month, in_year = months[_spaceless(month or "")], _year(year or "")
    if not dt.MINYEAR <= in_year <= dt.MAXYEAR:
        raise _Impossible(f"There is no year {in_year}.")
    if not 1 <= in_month <= 12:  # noqa: PLR2004
        raise _Impossible(f"There is no month {in_month}.")
    last = calendar.monthrange(in_year, in_month)[1]
    if not 1 <= number <= last:
        name = ENGLISH_MONTHS[in_month - 1]
        raise _Impossible(f"{name} {in_year} has {last} days, not {number}.")
    return dt.date(in_year, in_month, number)


ENGLISH_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else HAN.number(text) or 0


def _year(text: str) -> int:
    return int("".join(str(NUMERALS.get(c, c)) for c in text if not c.isspace()) or 0)


def _spaceless(text: str) -> str:
    return "".join(text.split())


def _conflict(grammar: _Grammar, fields: Fields) -> str | None:
    """Compare the two Arabic names of a month: official files print `حزيران/مايو`."""
    for month, twin in (("m1", "t1"), ("m2", "t2")):
        one, other = fields[month], fields.get(twin)
        if not (one and other):
            continue
        first, second = (grammar.months[_spaceless(name)] for name in (one, other))
        if first != second:
            names = f"{one} is {ENGLISH_MONTHS[first - 1]}, {other} is {ENGLISH_MONTHS[second - 1]}"
            return f"The two names of the month disagree: {names}."
    return None


# --- grammars -----------------------------------------------------------------------------------


class _Grammar(NamedTuple):
    """How dates are put together where the day, or where the year comes first."""

    months: dict[str, int]
    needs: regex.Pattern[str]
    """What a text must have for a search to be worth while."""
    before: regex.Pattern[str]
    inside: regex.Pattern[str]
    after: regex.Pattern[str]

    def whole(self, text: str) -> regex.Match[str] | None:
        """Match a text that is a date, with what may stand around it."""
        before = self.before.match(text)
        match = self.inside.match(text, before.end() if before else 0)
        return match if match and self.after.fullmatch(text, match.end()) else None


# `12 سبتمبر`, `12 de septiembre de`, `1er juillet`, `12 September,`
DAY_FIRST = r"""
    (?<![\d/.]|\d-)
    (?P<d1>\d{{1,2}}) (?:{sign})?
    (?:
        {gap} {link} {month1}
        (?:
            {gap} {link} {year1} {after} (?: {through} {day2} )?
          | (?: {through} | {also} | {gap} ) {day2}
        )
      | (?: {also} \d{{1,2}} (?:{sign})? (?= {also} | {through} ) )*
        (?: {through} | {also} ) {day2}
    )
    (?(DEFINE) (?P<twin> {twin} ) )
"""
# `13 September 2019`: the end of a range, or the second of two days
DAY_SECOND = r"(?P<d2>\d{{1,2}}) (?:{sign})? {gap} {link} {month2} {gap} {link} {year2} {after}"
# `2008年10月8日至17日`; copies lose signs: `2008 10 8 日至 17 日`
YEAR_FIRST = r"""
    (?<!\d)
    (?P<y1>{year}) {gap} (?: {ysign} {gap} | \s )
    (?P<m1>{short}) {gap} (?: {msign} {gap} | \s )
    (?P<d1>{short}) {gap} {dsign}
    (?:
        (?: {gap} \W? {after} \W? )? {gap} {through} {gap}
        (?: (?: (?P<y2>{year}) {gap} {ysign} {gap} )? (?P<m2>{short}) {gap} {msign} {gap} )?
        (?P<d2>{short}) {gap} {dsign}
    )?
"""
GAP = r"\s{0,2}"
# `200 2`; `2019`; `20242`, with the call of a footnote
YEAR = r"[12]\d{2}\s?\d(?!\s?\d)|\d{4}(?!\d)|(?:19|20)\d{2}(?=\d{1,2}(?!\d))"
LETTER = r"[^\W\d_]"
HAN_DIGIT = "[零一二三四五六七八九]"
HAN_NUMBER = r"\d{1,2}|[一二三四五六七八九十]{1,3}"


@cache
def _grammars() -> tuple[_Grammar, ...]:
    words = [lexicon.dates for lexicon in LEXICONS.values()]
    return (_day_first(words), *(_year_first(one) for one in words if one.signs))


def _day_first(words: list[DateWords]) -> _Grammar:
    """One grammar for all languages: their words do not collide."""
    months = {
        fold(name).text: number
        for one in words
        for number, names in enumerate(one.months, start=1)
        for name in names
        if not name[0].isdecimal()
    }
    named, broken = (rf"(?<!{LETTER})\L<{names}>(?!{LETTER})" for names in ("months", "broken"))
    through = _any((word for one in words for word in one.through), edge=True)
    before = _any((word for one in words for word in one.before), edge=True)
    pairs = _any(word for one in words for word in one.conjunctions)
    # `إلى يوم الخميس`, `والخميس`: words before the second date, glued to the conjunction or not
    then = rf"(?:{_any(word for one in words for word in one.before)}(?!{LETTER}),?\s*){{0,2}}"
    pieces = {
        "gap": GAP,
        "twin": f"{named}|{broken}",  # stands once: hundreds of names, and slow to compile
        "sign": rf"\s?{_any(sign for one in words for sign in one.ordinals)}(?!\w)|\.º",
        "link": rf"(?:{_any((word for one in words for word in one.links), edge=True)}\s|,\s?)?",
        "after": rf"(?:\s?{_any((word for one in words for word in one.after), edge=True)})?",
        "through": rf"(?:,?\s*(?:-|\bi\b|{through})\s*{then})",
        "also": rf"(?:\s?[,،;]\s?|,?\s?{pairs}\s?){then}",
        **{f"month{n}": rf"(?P<m{n}>{named})(?:\s?/\s?(?P<t{n}>(?&twin)))?" for n in (1, 2)},
        **{f"year{n}": rf"(?P<y{n}>{YEAR})" for n in (1, 2)},
    }
    pattern = DAY_FIRST.format(**pieces, day2=DAY_SECOND.format(**pieces))
    return _Grammar(
        {_spaceless(name): number for name, number in months.items()},
        needs=regex.compile(r"\d{3}"),
        before=_compiled(rf"\W*(?:{before}\W*)*"),
        inside=regex.compile(
            pattern, regex.VERBOSE, months=list(months), broken=list(_broken(months))
        ),
        after=_compiled(r"\W*"),
    )


def _year_first(words: DateWords) -> _Grammar:
    year, month, day = words.signs
    pieces = {
        "gap": GAP,
        "year": rf"\d{{4}}|{HAN_DIGIT}{{4}}",
        "short": HAN_NUMBER,
        "ysign": year,
        "msign": month,
        "dsign": day,
        "after": _any(words.after),
        "through": rf"(?:-|{_any((*words.through, *words.conjunctions))})",
    }
    pattern = YEAR_FIRST.format(**pieces)
    months = {str(number): number for number in range(100)}
    return _Grammar(
        months | {mark: number for number, mark in enumerate(HAN.marks, start=1)},
        needs=regex.compile(day),
        before=_compiled(rf"\W*{_any(words.before)}?\W*"),
        inside=_compiled(pattern),
        after=_compiled(rf"(?:\W*{_any(words.after)})?\W*"),
    )


def _broken(names: Iterable[str]) -> Iterator[str]:
    """Months that a conversion broke in two: `أب ريل`, `يول يه`."""
    for name in names:
        if " " not in name:
            yield from (f"{name[:at]} {name[at:]}" for at in range(1, len(name)))


def _any(words: Iterable[str], *, edge: bool = False) -> str:
    r"""Make an alternation of words, longest first; `edge` asks for the word to be whole."""
    folded = sorted({fold(word).text for word in words}, key=lambda word: (-len(word), word))
    either = "|".join(regex.escape(word, literal_spaces=False) for word in folded)
    either = either.replace(r"\ ", r"\s+")
    # a digit may stand close: `٣١كانون الأول`, `يونيه٢٠٠٥`
    return rf"(?:(?<!{LETTER})(?:{either})(?!{LETTER}))" if edge else f"(?:{either})"


def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.VERBOSE)
