"""Dates in their plainest form, and where a date can begin: much faster than the whole grammar."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple, TypeAlias

import regex

from unreport.languages import LEXICONS
from unreport.languages.lexicon import DateWords
from unreport.text.folding import fold, fold_text
from unreport.text.lazy_patterns import lazy_pattern

AnyMatch: TypeAlias = re.Match[str] | regex.Match[str]

LETTER = r"[^\W\d_]"
WORD = lazy_pattern(rf"{LETTER}+")
MOST_PIECES = 3  # of the name of a month: `كانون الأول` with a word that a conversion split
# `12 `, `3-5, 8 and 12 `, `1er `: the numbers of days before the first name of a month
OPENING = r"""
    (?<![\d/.]) (?<!\d-) \d{{1,2}} (?!\d) (?:{indicator})?
    (?: {joint} \d{{1,2}} (?!\d) (?:{indicator})? ){{0,31}}
    \s{{0,2}} (?:(?:{preposition})\s|,\s?)? (?P<word>{letter}+)
"""
JOINT = r"""
    (?: ,? \s* (?:-|\bi\b|{range}) \s* | \s? [,،;] \s? | ,? \s? (?:{conjunction}) \s? )
    (?: (?:{leading}) (?!{letter}) ,? \s* ){{0,2}}
"""
# `12 September 2019`, `١٢ أيلول/سبتمبر ٢٠١٩` folded
DAY = r"""
    (?P<d{n}>\d{{1,2}}) (?:{indicator})?
    \s{{0,2}} (?:(?:{preposition})\s|,\s?)? (?P<m{n}>{letter}+(?:\ {letter}+)??)
    (?: \s?/\s? (?P<t{n}>{letter}+(?:\ {letter}+)??) )?
    \s{{0,2}} (?:(?:{preposition})\s|,\s?)? (?P<y{n}>[12]\d{{3}}) (?!\s?\d)
    (?: \s? (?:{trailing}) (?!{letter}) )?+
"""
# before what is no range
SINGLE = r"{day} (?! ,? \s* (?: - | (?:i|{range}) (?!{letter}) ) )"
# `12-14 September 2019`, `12 and 13 September 2019`
TWO_DAYS = r"(?P<d1>\d{{1,2}}) (?:{indicator})? {joint} {day}"
# `26 February-5 April 2024`, `28 حزيران/يونيه - 8 تموز/يوليه 2011` folded
TWO_MONTHS = r"""
    (?P<d1>\d{{1,2}}) (?:{indicator})?
    \s{{0,2}} (?:(?:{preposition})\s|,\s?)? (?P<m1>{letter}+(?:\ {letter}+)??)
    (?: \s?/\s? (?P<t1>{letter}+(?:\ {letter}+)??) )?
    {joint} {day}
"""


class PlainDates(NamedTuple):
    """The patterns of plain dates in the languages that set the day first."""

    opening: re.Pattern[str]
    single: re.Pattern[str]
    two_days: re.Pattern[str]
    two_months: re.Pattern[str]
    months: frozenset[str]
    joined: frozenset[str]  # without spaces
    first_words: frozenset[str]  # whole and cut off: a conversion may split one, `أب ريل`

    def match(self, text: str, at: int, end: int) -> re.Match[str] | None:
        """A plain date, or the two days of a range, at a place; None if it may be more."""
        match = (
            self.single.match(text, at, end)
            or self.two_days.match(text, at, end)
            or self.two_months.match(text, at, end)
        )
        if match is None:
            return None
        names = (name for field, name in match.groupdict().items() if field[0] in "mt" and name)
        return match if self.months.issuperset(names) else None


def day_first_dates(
    whole: Callable[[], regex.Pattern[str]], text: str, start: int, end: int
) -> Iterator[AnyMatch]:
    """The dates of a grammar with the day first, tried only where one can begin."""
    plain = plain_dates()
    at = start
    while opening := plain.opening.search(text, at, end):
        at = opening.start()
        match: AnyMatch | None = None
        if opening["word"] in plain.first_words:
            match = plain.match(text, at, end) or whole().match(text, at, end)
        if match:
            yield match
        at = match.end() if match else at + 1


def day_first_date(whole: Callable[[], regex.Pattern[str]], text: str, at: int) -> AnyMatch | None:
    """The date of a grammar with the day first that begins at a place of a text."""
    plain = plain_dates()
    if match := plain.match(text, at, len(text)):
        return match
    opening = plain.opening.match(text, at)
    if opening is None or opening["word"] not in plain.first_words:
        return None
    return whole().match(text, at)


def opens_with_day(text: str) -> bool:
    """Whether a text begins with a day and the name of a month: `1 January`, `1 de enero`.

    >>> opens_with_day("4 septiembre"), opens_with_day("4 Se abre"), opens_with_day("12 أب ريل")
    (True, False, True)
    """
    plain = plain_dates()
    folded = fold_text(text[:40])
    found = plain.opening.match(folded)
    if found is None or found["word"] not in plain.first_words:
        return False
    words = WORD.findall(folded, found.start("word"))[:MOST_PIECES]
    return any("".join(words[:count]) in plain.joined for count in range(1, len(words) + 1))


@cache
def plain_dates() -> PlainDates:
    """The patterns, composed of the words of all languages when they are first used.

    >>> plain_dates().match("12 september 2019.", 0, 18)["m1"]
    'september'
    """
    words = [lexicon.dates for lexicon in LEXICONS.values()]
    months = {fold(name).text for name in month_names(words)}
    pieces = {
        "letter": LETTER,
        "indicator": rf"\s?(?:{_either(one.ordinal_indicators for one in words)})(?!\w)|\.º",
        "preposition": _either(one.prepositions for one in words),
        "range": _either(one.range_words for one in words),
        "conjunction": _either(one.conjunctions for one in words),
        "leading": _either(one.leading_words for one in words),
        "trailing": _either(one.trailing_words for one in words),
    }
    joint = JOINT.format(**pieces)
    opening = OPENING.format(**pieces, joint=joint)
    single = SINGLE.format(**pieces, day=DAY.format(**pieces, n=1))
    second = DAY.format(**pieces, n=2)
    two_days = TWO_DAYS.format(**pieces, joint=joint, day=second)
    two_months = TWO_MONTHS.format(**pieces, joint=joint, day=second)
    return PlainDates(
        opening=lazy_pattern(opening, re.VERBOSE),
        single=lazy_pattern(single, re.VERBOSE),
        two_days=lazy_pattern(two_days, re.VERBOSE),
        two_months=lazy_pattern(two_months, re.VERBOSE),
        months=frozenset(months),
        joined=frozenset(name.replace(" ", "") for name in months),
        first_words=frozenset(name[:end] for name in months for end in _ends_of_first_words(name)),
    )


def month_names(words: list[DateWords]) -> Iterator[str]:
    """The names of months; those in digits are fields of dates with the year first."""
    return (
        name for one in words for names in one.months for name in names if not name[0].isdecimal()
    )


def _ends_of_first_words(name: str) -> Iterator[int]:
    """Where the first word of a name ends; a conversion may split one: `أب ريل`."""
    words = re.match(rf"{LETTER}+", name)
    yield from range(1, (words.end() if words else 0) + 1)


def _either(lists: Iterable[tuple[str, ...]]) -> str:
    folded = {fold(word).text for words in lists for word in words}
    ordered = sorted(folded, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) or "(?!)"


def split_names(words: DateWords) -> Iterator[str]:
    """Names of months split in two by a conversion: `أب ريل`, `يول يه`."""
    for name in (fold(name).text for names in words.months for name in names):
        if " " not in name:
            yield from (f"{name[:at]} {name[at:]}" for at in range(1, len(name)))
