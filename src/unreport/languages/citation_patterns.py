"""The patterns of citations, composed of the words of all lexicons."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import regex

from unreport.languages import LEXICONS
from unreport.languages.lexicon import CitationWords
from unreport.text.arabic_numerals import ARABIC_LETTER_NAMES
from unreport.text.folding import fold_cased
from unreport.text.numerals import LATIN_UPPER

# --- suffixes -----------------------------------------------------------------------------------

SUFFIX_CODES = "Add|Corr|Rev|Amend|L|INF|MISC|CRP|WP|SR|PV"
_SUFFIX = rf"(?:{SUFFIX_CODES})\.\s?\d{{1,3}}"
# `and Corr.1`, `, Add.1/Corr.2`, `و Add.1-3`; `and 2` after another suffix
SHARED_SUFFIX = r"""
    \s? (?:{conjunctions}|[,;،]) \s?
    (?: (?P<suffix> {suffix} (?:/{suffix})* ) (?: \s?(?:-|{range})\s?(?P<to>\d{{1,3}}) )?
      | (?P<next>\d{{1,3}}) (?: \s?-\s?(?P<to>\d{{1,3}}) )?
        (?! \s? (?!(?:{conjunctions})\s?\d) [\w%/°] | [.,]\d )
    )
    (?! [A-Za-z\d] | /\w )
"""

# --- resolutions and decisions by number --------------------------------------------------------

# 70/1, S-20/2, ES-11/1, دإ-20/2; 1/CP.21; XIII/5; 2282 (2016), 217 A (III), 2205 (د-21)
NUMBER = r"""
    (?: (?P<session> (?:ES|S)-\d{{1,3}} | (?:{sessions})\s?\d{{1,3}} | \d{{1,4}}
          | (?<![IVXL])[IVXL]++ )
        / (?P<number> \d{{1,4}} | [A-Z]{{2,4}}\.\d{{1,3}} ) (?!\d|/\w)
        (?: (?P<part> \s?{letter}(?:\s?-\s?{letter})? | \s(?:{letters})(?!\w) )
            (?P<more> (?: \s?(?:{conjunctions})\s? (?:{letter} | (?:{letters})(?!\w)) )* ) )?
      | (?P<number> \d{{1,4}} )
        (?P<part> \s?{letter}(?:-{letter})? | \s(?:{letters}) )?
        \s? \( \s?
        (?P<session> (?:19|20)\d\d | (?:ES-|S-)?[IVXL]++ | (?:{sessions})\s?\d{{1,3}} )
        \s? \)
    )
"""
# What every number has, to pass over other texts quickly: a slash, or a session in brackets.  Each
# begins with one character, which the standard library searches for faster than any pattern.
SLASH_LIKE = r"/(?<=[\dIVXL]/)[\dA-Z]"
BRACKET_LIKE = r"""
    \( \s? (?: (?:19|20)\d\d | (?:ES-|S-)?[IVXL]++ | (?:{sessions})\s?\d{{1,3}} ) \s? \)
"""
# Text between the numbers of a list: `57/4 B of 20 December 2002, 58/1 B of …`,
# `59/39, para. 9, and 65/21, para. 18`
BETWEEN_NUMBERS = r"(?: (?!\s\s) [^/()] | \p{Arabic}/\s?\p{Arabic} | \(\p{L}[^()/]*\) ){0,90}?"
# the letter of a resolution, or its Cyrillic confusable
RESOLUTION_LETTER = r"[A-ZАВЕКМНОРСТХ](?![\p{Latin}\p{Cyrillic}\d])"
SYMBOL_PREFIX = r"(?:[ASE]/(?:HRC/)?(?:RES|DEC)/)?"  # `resolutions A/RES/55/5 B and C, 57/4 B`
NOTE_REFERENCE = r"(?: \s? [\[(] \^? \d{1,3} [\])] )?"  # `قرار الجمعية العامة(2) 75/240`
LONGEST_LIST = 60  # numbers before one noun
NO_MATCH = "(?!)"
# Numbers recognised without the noun `resolution` or `decision`.
NUMBER_ALONE = r"""
    (?<![\d/.-])
    (?: (?P<number>\d{{3,4}}) (?P<part> \s?{letter}(?:-{letter})? | \s(?:{letters}) )?
        \s? \( (?P<session> [IVXL]{{2,}}+ | (?:{sessions})\s?\d{{1,3}} ) \)
      | (?P<session>\d{{1,4}}) / (?P<number>\d{{1,4}}) (?P<part> \s(?:{letters})(?!\w) )
      | (?P<session>\d{{1,3}}) / (?P<number>(?:CP|CMA|CMP)\.\d{{1,3}}) (?!\w)
      | (?P<session>(?:{sessions})\s?\d{{1,3}}) / (?P<number>\d{{1,3}}) (?!\w)
      | (?<=(?:{number_prefix})\s?) (?P<session>\d{{2,4}}) / (?P<number>\d{{1,4}})
        (?: (?P<part> \s?{letter} ) (?P<more> (?: \s?(?:{conjunctions})\s? {letter} )* ) )?
        (?= \s? (?:{number_suffix}) )
    )
"""


class NumberPatterns(NamedTuple):
    """Patterns of the numbers of resolutions and decisions, in all languages."""

    slash_like: re.Pattern[str]
    bracket_like: re.Pattern[str]
    with_noun: regex.Pattern[str]  # a noun with the numbers before or after it
    number_sign: regex.Pattern[str]  # before a number with the noun behind it: 第8/1号决议
    number: regex.Pattern[str]
    number_alone: regex.Pattern[str]
    letter: regex.Pattern[str]
    decisions: frozenset[str]
    sessions: dict[str, str]


@cache
def shared_suffix() -> regex.Pattern[str]:
    """The pattern of suffixes after a symbol, compiled when it is first used."""
    return _compile(SHARED_SUFFIX.format(**_pieces(), suffix=_SUFFIX))


@cache
def number_patterns() -> NumberPatterns:
    """The patterns of numbers, compiled when they are first used."""
    words, pieces = _words(), _pieces()
    number = NUMBER.format(**pieces)
    return NumberPatterns(
        slash_like=re.compile(SLASH_LIKE),
        bracket_like=re.compile(BRACKET_LIKE.format(**pieces), re.VERBOSE),
        with_noun=_compile(_noun_pattern(words, number, pieces["conjunctions"])),
        number_sign=_compile(pieces["number_prefix"]),
        number=_compile(number),
        number_alone=_compile(NUMBER_ALONE.format(**pieces)),
        letter=_compile("{letter}|(?:{letters})".format(**pieces)),
        decisions=frozenset(_fold(word).casefold() for one in words for word in one.decision),
        sessions={_fold(prefix): latin for prefix, latin in _session_prefixes(words)},
    )


@cache
def noun_forms(*, proclitics: bool) -> frozenset[str]:
    """`resolution` and `decision` in all languages in lower case, with their proclitics.

    >>> {"resolution", "decisiones"} <= noun_forms(proclitics=True)
    True
    """
    return frozenset(
        (proclitic + _fold(noun)).lower()
        for one in _words()
        for noun in (*one.resolution, *one.decision)
        for proclitic in ("", *map(_fold, one.proclitics if proclitics else ()))
    )


def _words() -> list[CitationWords]:
    return [lexicon.citations for lexicon in LEXICONS.values()]


def _session_prefixes(words: list[CitationWords]) -> list[tuple[str, str]]:
    """The prefixes of all languages, each with its Latin form, longest first."""
    prefixes = (pair for one in words for pair in one.session_prefixes)
    return sorted(prefixes, key=lambda pair: -len(pair[0]))


def _pieces() -> dict[str, str]:
    """The alternations of words that patterns are composed of."""
    words = _words()
    return {
        "conjunctions": _alternation(word for one in words for word in one.conjunctions),
        "sessions": _alternation(prefix for prefix, _ in _session_prefixes(words)),
        "letters": _alternation(ARABIC_LETTER_NAMES.numerals[: len(LATIN_UPPER.numerals) // 4]),
        "number_prefix": _alternation(one.number_prefix for one in words if one.number_prefix),
        "number_suffix": _alternation(word for one in words for word in one.number_suffixes),
        "range": _alternation(word for one in words for word in one.range_words),
        "letter": RESOLUTION_LETTER,
    }


def _noun_pattern(words: list[CitationWords], number: str, conjunctions: str) -> str:
    nouns = _alternation(word for one in words for word in (*one.resolution, *one.decision))
    after = "|".join(_noun_first(one, nouns) for one in words if not one.number_prefix)
    before = "|".join(_number_first(one, number) for one in words if one.number_prefix)
    joint = rf"\s? (?:{conjunctions}|,) \s?"
    later = rf"{BETWEEN_NUMBERS} (?:[,،;] | (?<!\w)(?:{conjunctions})) \s?"
    number_list = rf"{SYMBOL_PREFIX} (?:{number}) (?: (?:{joint} | {later}) (?:{number}) )*"
    return rf"(?:{after}) \s? (?P<numbers>{number_list}) | {before}"


def _noun_first(words: CitationWords, nouns: str) -> str:
    """`resolution 8/1`, `القرار ٨/١`, `قرار الجمعية العامة 75/240`, `решение № 3/2`."""
    own = _alternation((*words.resolution, *words.decision))
    noun = rf"(?:{_alternation(words.proclitics)})? (?P<noun>(?i:{own})) (?!\w)"
    numero = _alternation(words.numero_words)
    between = (
        rf"(?: [,،]? \s (?!(?i:{nouns})(?!\w)) [\p{{L}}'’]++ ){{0,{words.max_words_between}}}?"
    )
    return (
        rf"(?<!\w) {noun}"
        rf"{between} {NOTE_REFERENCE} (?: \s? (?i:{numero}) )?"
    )


def _number_first(words: CitationWords, number: str) -> str:
    """`第8/1号决议`, `第1325(2000)、1820(2008)号决议`, `第70/1号和第71/2号决议`."""
    suffix, joint = _alternation(words.number_suffixes), _alternation(words.conjunctions)
    one = rf"\s?+(?:{number})\s?+"
    next_one = rf"(?:{suffix})?+ \s?+(?:{joint})\s?+ (?:{words.number_prefix})?+ {one}"
    more = rf"(?> {next_one} ){{0,{LONGEST_LIST}}}+"
    noun = _alternation((*words.resolution, *words.decision))
    return rf"{words.number_prefix} (?P<numbers>{one} {more}) (?:{suffix}) \s? (?P<noun>{noun})"


def _fold(word: str) -> str:
    return fold_cased(word).text


def _alternation(words: Iterable[str]) -> str:
    r"""Make an alternation of words, longest first, with any white space between them."""
    folded = sorted({_fold(word) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(regex.escape(word).replace(r"\ ", r"\s") for word in folded) or NO_MATCH


def _compile(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.VERBOSE)
