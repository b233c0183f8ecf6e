"""The number of a session, an ordinal in words or digits, read from the line that names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple, TypeAlias

import regex

from unreport.languages import LEXICONS
from unreport.languages.lexicon import SessionOrdinals
from unreport.text.folding import CONFUSABLES, fold, fold_words
from unreport.text.lazy_patterns import lazy_regex
from unreport.text.numerals import decimal_value
from unreport.text.scripts import SCRIPT_LETTERS

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
    grammar = _grammar()
    line = _repair_words(fold_words(fold(text[:LONGEST_LINE]).text))
    found = [
        (place, number)
        for place, number in chain(_in_digits(grammar, line), _in_words(grammar, line))
        if number <= LARGEST_NUMBER
    ]
    if len(found) <= 1:
        return found[0][1] if found else None
    nouns = [match.span() for match in grammar.noun.finditer(line)]
    return min((_distance(place, nouns), place[0], number) for place, number in found)[2]


Place: TypeAlias = tuple[int, int]
"""The first character of an ordinal, and the one after it."""


class _Grammar(NamedTuple):
    """The ordinals and nouns of all languages.

    Words are looked up: a pattern of thousands of words takes longer to compile than to parse a
    report.  Lines of one ordinal do without the nouns, those in words without the digits.
    """

    in_digits: tuple[regex.Pattern[str], ...]
    prefixed: regex.Pattern[str]  # `第七十七`
    noun: regex.Pattern[str]
    prefixed_words: dict[str, int]


def _in_digits(grammar: _Grammar, line: str) -> Iterator[tuple[Place, int]]:
    if not any(map(str.isdecimal, line)):
        return
    for pattern in grammar.in_digits:
        for match in pattern.finditer(line):
            if (number := decimal_value(match["number"])) is not None and number:
                yield match.span(), number


def _in_words(grammar: _Grammar, line: str) -> Iterator[tuple[Place, int]]:
    """Ordinals in words, the longest at each place."""
    words = [match.span() for match in WORD.finditer(line)]
    at = 0
    while at < len(words):
        start = words[at][0]
        for last in range(min(len(words), at + MOST_WORDS) - 1, at - 1, -1):
            end = words[last][1]
            number = _ordinals(line[start]).get(line[start:end])
            if number and not BEFORE_DIGIT.match(line, end):
                yield (start, end), number
                at = last
                break
        at += 1
    for match in grammar.prefixed.finditer(line):
        for end in range(match.end(), match.start("number"), -1):
            if number := grammar.prefixed_words.get(line[match.start("number") : end]):
                yield (match.start(), end), number
                break


MOST_WORDS = 4  # of an ordinal: `cent quatre vingt dixième`
WORD = regex.compile(r"\w++")
BEFORE_DIGIT = regex.compile(r"[^\W\d]*+\d")
# Damage by conversions: `第 七 十 七 届`, `Cемьдесят` with a Latin C
SPACED_HAN = regex.compile(r"(?<=\p{Han}) (?=\p{Han})")
LATIN_IN_CYRILLIC = regex.compile(r"(?<=\p{Cyrillic})[a-z]|[a-z](?=\p{Cyrillic})")
LATIN_TO_CYRILLIC = {latin: cyrillic for cyrillic, latin in CONFUSABLES.items()}


def _repair_words(line: str) -> str:
    line = SPACED_HAN.sub("", line)
    return LATIN_IN_CYRILLIC.sub(
        lambda match: chr(LATIN_TO_CYRILLIC.get(ord(match[0]), ord(match[0]))), line
    )


def _distance(place: Place, nouns: list[Place]) -> int:
    """The number of characters between an ordinal and the nearest noun."""
    start, end = place
    return min((max(first - end, start - last, 0) for first, last in nouns), default=0)


@cache
def _grammar() -> _Grammar:
    lexicons = [lexicon.sessions for lexicon in LEXICONS.values()]
    indicators = _alternation(sign for one in lexicons for sign in one.ordinal_indicators)
    nouns = _alternation(noun for one in lexicons for noun in one.nouns)
    prefixes = _alternation(one.prefix for one in lexicons if one.prefix)
    prefixed = {word: n for one in lexicons if one.prefix for word, n in _spellings(one).items()}
    letters = regex.escape("".join(sorted({letter for word in prefixed for letter in word})))
    digits = (
        # `57º`, `14 e`, `1 я`; `第 77 届`; `session 14`
        rf"(?<!\w)(?P<number>\d+)(?=\s?\.?(?:{indicators})(?!\w))(?![^\W\d]*+\d)",
        rf"(?:{prefixes})\s?(?P<number>\d+)",
        rf"\b(?:{nouns})\s(?P<number>\d+)(?!\w)",
    )
    return _Grammar(
        in_digits=tuple(map(lazy_regex, digits)),
        prefixed=lazy_regex(rf"(?:{prefixes})\s?(?P<number>[{letters}]++)"),
        noun=lazy_regex(rf"(?:{nouns})(?!\w)|(?:{nouns})"),
        prefixed_words=prefixed,
    )


def _ordinals(letter: str) -> dict[str, int]:
    """The ordinals without a prefix in the script of a letter."""
    return _ordinals_of(_script(letter))


@cache
def _ordinals_of(script: str) -> dict[str, int]:
    lexicons = [lexicon for lexicon in LEXICONS.values() if lexicon.script == script]
    sessions = [one.sessions for one in lexicons if not one.sessions.prefix]
    return {word: number for one in sessions for word, number in _spellings(one).items()}


@lru_cache(maxsize=1024)
def _script(letter: str) -> str:
    return next((script for script, run in SCRIPT_LETTERS.items() if run.match(letter)), "")


def _spellings(words: SessionOrdinals) -> dict[str, int]:
    return {word: number for system in words.systems for word, number in system.spellings}


def _alternation(words: Iterable[str]) -> str:
    folded = sorted({fold_words(fold(word).text) for word in words}, key=lambda w: (-len(w), w))
    return "|".join(map(regex.escape, folded))
