"""The number of a session, an ordinal in words or digits, read from the line that names it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import regex

from unreport.languages import LEXICONS
from unreport.languages.lexicon import SessionOrdinals
from unreport.text.folding import CONFUSABLES, fold, fold_words
from unreport.text.numerals import decimal_value

LONGEST_LINE = 400
LARGEST_NUMBER = 999  # a longer number is a year: `Session de 2023`


def session_number(text: str) -> int | None:
    """Read the number of a session, meeting or conference; None for a year.

    If a line has several ordinals (`second part of its thirteenth session`), the one nearest to
    the word for a session is taken.

    >>> session_number("الدورة الرابعة والخمسون"), session_number("57º período de sesiones")
    (54, 57)
    >>> session_number("Thirty-second special session"), session_number("Сессия 2025 года")
    (32, None)
    """
    patterns = _patterns()
    line = _repair_words(fold_words(fold(text[:LONGEST_LINE]).text))
    nouns = [match.span() for match in patterns.noun.finditer(line)]
    found = [
        (_distance(match.span(), nouns), match.start(), number)
        for pattern in (patterns.ordinal, patterns.after_noun)
        for match in pattern.finditer(line)
        if (number := _number(match)) is not None
    ]
    return min(found)[2] if found else None


class _Patterns(NamedTuple):
    """Patterns of the ordinals and nouns of all languages."""

    ordinal: regex.Pattern[str]
    after_noun: regex.Pattern[str]
    noun: regex.Pattern[str]
    numbers: dict[str, int]


# Damage by conversions: `第 七 十 七 届`, `Cемьдесят` with a Latin C
SPACED_HAN = regex.compile(r"(?<=\p{Han}) (?=\p{Han})")
LATIN_IN_CYRILLIC = regex.compile(r"(?<=\p{Cyrillic})[a-z]|[a-z](?=\p{Cyrillic})")
LATIN_TO_CYRILLIC = {latin: cyrillic for cyrillic, latin in CONFUSABLES.items()}


def _repair_words(line: str) -> str:
    line = SPACED_HAN.sub("", line)
    return LATIN_IN_CYRILLIC.sub(
        lambda match: chr(LATIN_TO_CYRILLIC.get(ord(match[0]), ord(match[0]))), line
    )


def _number(match: regex.Match[str]) -> int | None:
    text = match["number"]
    number = decimal_value(text) if text.isdecimal() else _patterns().numbers.get(text)
    return number if number and number <= LARGEST_NUMBER else None


def _distance(place: tuple[int, int], nouns: list[tuple[int, int]]) -> int:
    """The number of characters between an ordinal and the nearest noun."""
    start, end = place
    return min((max(first - end, start - last, 0) for first, last in nouns), default=0)


@cache
def _patterns() -> _Patterns:
    lexicons = [lexicon.sessions for lexicon in LEXICONS.values()]
    indicators = _alternation(sign for one in lexicons for sign in one.ordinal_indicators)
    nouns = _alternation(noun for one in lexicons for noun in one.nouns)
    prefixes = _alternation(one.prefix for one in lexicons if one.prefix)
    return _Patterns(
        ordinal=regex.compile(
            # `seventy seventh`; `57º`, `14 e`, `1 я`; `第七十七届会议`, `第 77 届`
            rf"(?<!\w)(?P<number>\L<words>(?!\w)|\d+(?=\s?\.?(?:{indicators})(?!\w)))(?![^\W\d]*+\d)"
            rf"|(?:{prefixes})\s?(?P<number>\L<prefixed>|\d+)",
            words=[word for one in lexicons if not one.prefix for word in _spellings(one)],
            prefixed=[word for one in lexicons if one.prefix for word in _spellings(one)],
        ),
        after_noun=regex.compile(rf"\b(?:{nouns})\s(?P<number>\d+)(?!\w)"),
        noun=regex.compile(rf"(?:{nouns})(?!\w)|(?:{nouns})"),
        numbers={word: n for one in lexicons for word, n in _spellings(one).items()},
    )


def _spellings(words: SessionOrdinals) -> dict[str, int]:
    return {word: number for system in words.systems for word, number in system.spellings}


def _alternation(words: Iterable[str]) -> str:
    folded = sorted({fold_words(fold(word).text) for word in words}, key=lambda w: (-len(w), w))
    return "|".join(map(regex.escape, folded))
