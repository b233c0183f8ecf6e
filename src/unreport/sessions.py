"""The number of a session, in words or digits, from the line that names it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from unreport.folding import fold
from unreport.languages import LEXICONS
from unreport.lexicon import SessionOrdinals
from unreport.numerals import LOOKALIKES, Series, digits, fold_words

LONGEST_LINE = 400
LAST_NUMBER = 999  # a longer number is a year: `Session de 2023`


def session_number(text: str) -> int | None:
    """Read the number of a session, meeting or conference; a year is none.

    Where a line has several ordinals (`second part of its thirteenth session`), the one nearest
    to the word for a session counts.

    >>> session_number("الدورة الرابعة والخمسون"), session_number("57º período de sesiones")
    (54, 57)
    >>> session_number("Thirty-second special session"), session_number("Сессия 2025 года")
    (32, None)
    """
    words = _words()
    line = _mended(fold_words(fold(text[:LONGEST_LINE]).text))
    nouns = [match.span() for match in words.noun.finditer(line)]
    found = [
        (_distance(match.span(), nouns), match.start(), number)
        for pattern in (words.ordinal, words.after_noun)
        for match in pattern.finditer(line)
        if (number := _number(match)) is not None
    ]
    return min(found)[2] if found else None


class _Words(NamedTuple):
    """The ordinals and nouns of all languages, ready to be searched for."""

    ordinal: regex.Pattern[str]
    after_noun: regex.Pattern[str]
    noun: regex.Pattern[str]
    numbers: dict[str, int]


# `第 七 十 七 届`, `Cемьдесят` with a Latin C: what conversions do to words
SPACED_HAN = regex.compile(r"(?<=\p{Han}) (?=\p{Han})")
LATIN_IN_CYRILLIC = regex.compile(r"(?<=\p{Cyrillic})[a-z]|[a-z](?=\p{Cyrillic})")
CYRILLIC = {latin: cyrillic for cyrillic, latin in LOOKALIKES.items()}


def _mended(line: str) -> str:
    line = SPACED_HAN.sub("", line)
    return LATIN_IN_CYRILLIC.sub(
        lambda match: chr(CYRILLIC.get(ord(match[0]), ord(match[0]))), line
    )


def _number(match: regex.Match[str]) -> int | None:
    text = match["number"]
    number = digits(text) if text.isdecimal() else _words().numbers.get(text)
    return number if number and number <= LAST_NUMBER else None


def _distance(at: tuple[int, int], nouns: list[tuple[int, int]]) -> int:
    """How far an ordinal stands from the nearest noun."""
    start, end = at
    return min((max(first - end, start - last, 0) for first, last in nouns), default=0)


@cache
def _words() -> _Words:
    lexicons = [lexicon.sessions for lexicon in LEXICONS.values()]
    numbers = {
        spelling: number
        for one in lexicons
        for series in one.series
        for spelling, number in series.spellings
    }
    spaced = [one for one in lexicons if not one.opening]
    nouns = _any(*(noun for one in lexicons for noun in one.nouns))
    return _Words(
        ordinal=regex.compile(
            "|".join([_spelled(spaced), *(_opened(one) for one in lexicons if one.opening)])
        ),
        after_noun=regex.compile(rf"\b(?:{nouns})\s(?P<number>\d+)(?!\w)"),
        noun=regex.compile(rf"(?:{nouns})(?!\w)|(?:{nouns})"),
        numbers=numbers,
    )


def _spelled(lexicons: list[SessionOrdinals]) -> str:
    """`seventy seventh`; `57º`, `14 e`, `1 я`."""
    words = _any(*(word for one in lexicons for series in one.series for word in _of(series)))
    signs = _any(*(sign for one in lexicons for sign in one.signs))
    return rf"(?<!\w)(?P<number>{words}|\d+(?=\s?\.?(?:{signs})(?!\w)))(?!\w*\d)"


def _opened(words: SessionOrdinals) -> str:
    """`第七十七届会议`, `第 77 届`."""
    marks = _any(*(word for series in words.series for word in _of(series)))
    return rf"{words.opening}\s?(?P<number>{marks}|\d+)"


def _of(series: Series) -> list[str]:
    return [spelling for spelling, _ in series.spellings]


def _any(*words: str) -> str:
    folded = sorted({fold_words(fold(word).text) for word in words}, key=lambda w: (-len(w), w))
    return "|".join(map(regex.escape, folded))
