"""The grammars of dates: the day first, in five languages at once, or the year first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, partial
from typing import NamedTuple

import regex

from unreport.languages import LEXICONS
from unreport.languages.lexicon import DateWords
from unreport.languages.plain_dates import (
    LETTER,
    AnyMatch,
    day_first_date,
    day_first_dates,
    month_names,
    split_names,
)
from unreport.text.folding import fold, fold_text
from unreport.text.lazy_patterns import lazy_pattern, lazy_regex
from unreport.text.numerals import HAN


class Grammar(NamedTuple):
    """The patterns of dates with the day first, or with the year first."""

    months: dict[str, int]
    prefilter: regex.Pattern[str]
    """Found in every text that contains a date of this grammar."""
    leading: re.Pattern[str]  # the words are many, which `regex` takes long to compile
    opening: regex.Pattern[str]
    """What a date of this grammar begins with, looked for first, since `date` is slow to fail."""
    date: Callable[[], regex.Pattern[str]]
    """Compiled when a date is not of a plain form: with the day first this takes long."""
    trailing: regex.Pattern[str]
    is_day_first: bool

    def matches(self, text: str, start: int, end: int) -> Iterator[AnyMatch]:
        """The dates between two places of a text."""
        if self.is_day_first:
            return day_first_dates(self.date, text, start, end)
        return self.date().finditer(text, start, end)

    def match_all(self, text: str) -> AnyMatch | None:
        """Match a text that is a date with optional words around it."""
        if not self.prefilter.search(text):
            return None
        start = 0
        if not self.opening.match(text):
            leading = self.leading.match(text)
            start = leading.end() if leading else 0
            if not self.opening.match(text, start):
                return None
        if self.is_day_first:
            match = day_first_date(self.date, text, start)
        else:
            match = self.date().match(text, start)
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
      | (?:
            {conjunction} \d{{1,2}} (?:{indicator})? (?= (?: {conjunction} | {range} ) \d )
        ){{0,30}}+
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
def has_numeral() -> regex.Pattern[str]:
    """Found in every text with a date: digits of any script, a suffix of days, or a form of one."""
    suffixes = "|".join(
        one.dates.field_suffixes[-1] for one in LEXICONS.values() if one.dates.field_suffixes
    )
    return regex.compile(rf"[\p{{N}}\u2E80-\u2FDF\u3200-\u33FF]|{suffixes}")


def ends_as_date(text: str) -> bool:
    """Whether the last letter or digit of a text is one with which dates end.

    >>> ends_as_date("12 September 2019."), ends_as_date("Draft report")
    (True, False)
    """
    for character in reversed(text):
        if character.isalnum():
            return _ends_date(character)
    return False


@lru_cache(maxsize=1024)
def _ends_date(character: str) -> bool:
    last = fold_text(character)[-1:]
    return last.isdecimal() or last in _last_letters()


@cache
def _last_letters() -> frozenset[str]:
    """Of the words that may follow a year, and of the suffix of days."""
    words = [lexicon.dates for lexicon in LEXICONS.values()]
    endings = (word for one in words for word in (*one.trailing_words, *one.field_suffixes[-1:]))
    return frozenset(fold_text(word)[-1:] for word in endings)


@cache
def grammars() -> tuple[Grammar, ...]:
    """The grammars of all languages, made when they are first used.

    >>> [grammar.is_day_first for grammar in grammars()]
    [True, False]
    """
    words = [lexicon.dates for lexicon in LEXICONS.values()]
    return (_day_first(words), *(_year_first(one) for one in words if one.field_suffixes))


def _day_first(words: list[DateWords]) -> Grammar:
    """One grammar for all languages: their words are distinct."""
    months = {
        fold(name).text: number
        for one in words
        for number, names in enumerate(one.months, start=1)
        for name in names
        if not name[0].isdecimal()
    }
    leading = _alternation((word for one in words for word in one.leading_words), whole_word=True)
    return Grammar(
        {spaceless(name): number for name, number in months.items()},
        prefilter=regex.compile(r"\d{3}"),
        is_day_first=True,
        leading=lazy_pattern(rf"\W*+(?:{leading}\W*+)*+", re.VERBOSE),
        opening=regex.compile(r"\d{1,2}+(?!\d)"),
        date=_day_first_pattern,
        trailing=_compile(r"\W*"),
    )


@cache
def _day_first_pattern() -> regex.Pattern[str]:
    words = [lexicon.dates for lexicon in LEXICONS.values()]
    pieces = _day_first_pieces(words)
    return regex.compile(
        DAY_FIRST.format(**pieces, day2=DAY_SECOND.format(**pieces)),
        regex.VERBOSE,
        months=[fold(name).text for name in month_names(words)],
        split=[part for one in words if one.paired_months for part in split_names(one)],
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


def _year_first(words: DateWords) -> Grammar:
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
    leading = _alternation(words.leading_words)
    months = {str(number): number for number in range(100)}
    return Grammar(
        months | {numeral: number for number, numeral in enumerate(HAN.numerals, start=1)},
        prefilter=regex.compile(day),
        is_day_first=False,
        leading=lazy_pattern(rf"\W*+(?:{leading}\W*+)?", re.VERBOSE),
        opening=_compile(pieces["year"]),
        date=cache(partial(_compile, pattern)),
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
    return lazy_regex(pattern, regex.VERBOSE)


def spaceless(text: str) -> str:
    """A text without spaces: the name of a month that a conversion split."""
    return "".join(text.split())
