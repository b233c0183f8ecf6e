"""The number of a session, in words or digits, from the line that names it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import regex

from unreport.languages import LEXICONS
from unreport.languages.lexicon import SessionOrdinals
from unreport.text.folding import fold
from unreport.text.numerals import LOOKALIKES, digits, fold_words

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
    signs = _any(sign for one in lexicons for sign in one.signs)
    nouns = _any(noun for one in lexicons for noun in one.nouns)
    openings = _any(one.opening for one in lexicons if one.opening)
    return _Words(
        ordinal=regex.compile(
            # `seventy seventh`; `57º`, `14 e`, `1 я`; `第七十七届会议`, `第 77 届`
            rf"(?<!\w)(?P<number>\L<words>(?!\w)|\d+(?=\s?\.?(?:{signs})(?!\w)))(?!\w*\d)"
            rf"|(?:{openings})\s?(?P<number>\L<opened>|\d+)",
            words=[word for one in lexicons if not one.opening for word in _spellings(one)],
            opened=[word for one in lexicons if one.opening for word in _spellings(one)],
        ),
        after_noun=regex.compile(rf"\b(?:{nouns})\s(?P<number>\d+)(?!\w)"),
        noun=regex.compile(rf"(?:{nouns})(?!\w)|(?:{nouns})"),
        numbers={word: n for one in lexicons for word, n in _spellings(one).items()},
    )


def _spellings(words: SessionOrdinals) -> dict[str, int]:
    return {word: number for series in words.series for word, number in series.spellings}


def _any(words: Iterable[str]) -> str:
    folded = sorted({fold_words(fold(word).text) for word in words}, key=lambda w: (-len(w), w))
    return "|".join(map(regex.escape, folded))
