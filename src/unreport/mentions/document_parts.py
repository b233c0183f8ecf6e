"""Parts of documents that are cited by number: paragraphs, articles, annexes, agenda items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, get_args

import regex

from unreport.mentions.kinds import CitedKind
from unreport.mentions.phrases import Coverage, fold_lower
from unreport.mentions.vocabulary import vocabulary
from unreport.mentions.words import WORDS
from unreport.mentions.words.model import ReferenceWords
from unreport.symbols.symbol import Symbol
from unreport.text.numerals import HAN, LATIN_LOWER, ROMAN_UPPER
from unreport.text.word_scanner import Hits

LONGEST_RANGE = 60
FARTHEST_HERE = 3  # characters between `上文` and what it stands before


class Cited(NamedTuple):
    """A citation in folded text."""

    start: int
    end: int
    kind: CitedKind
    name: str
    symbol: Symbol | None = None


class Group(NamedTuple):
    """Citations behind one noun, `paragraphs 3 and 5`, or a document or treaty alone."""

    start: int  # of the noun
    end: int
    kind: CitedKind
    members: tuple[Cited, ...]
    is_here: bool = False  # `above`: of this document
    is_silent: bool = False  # `the Protocol`: only what others are of

    @property
    def is_whole(self) -> bool:
        """Whether it is a document, and no part of one."""
        return self.kind in WHOLE


WHOLE = frozenset(("symbol", "resolution", "decision", "treaty"))
DIGITS = r"(?: \d{1,4} (?! \d | [./]\d ) (?:\s?bis\b)? )"
ROMAN = r"(?: [ivxlc]{1,7} (?! [\p{L}\d)] ) (?: \.[a-z]\b )? )"
HAN_NUMERALS = "一二三四五六七八九十百"
HAN_NUMBER = rf"(?: [{HAN_NUMERALS}]{{1,6}} )"
DIGITS_AND_ROMAN = "0123456789ivxlc"
# behind a number `(a)`, `(a)(ii)`, in Romance languages and Russian `a)`
LETTERS = r"(?: \s? \( (?: [\p{L}\d]{1,4} | \p{L}-\p{L} ) \) | \s? \p{L} \) )"


LETTER_RANGE = regex.compile(r"(\p{L})-(\p{L})")
LETTERS_ALONE = regex.compile(r"[\p{L}\d]+")


class PartPatterns(NamedTuple):
    """The patterns of the parts of documents in one language."""

    plain: re.Pattern[str]  # one number that nothing continues: `paragraph 7 of`
    first_characters: str  # of numbers
    numbers: regex.Pattern[str]
    number: regex.Pattern[str]
    behind: re.Pattern[str]  # a noun behind its number
    behind_kinds: dict[str, CitedKind]
    agenda: re.Pattern[str]
    here: re.Pattern[str]
    of: re.Pattern[str]
    joint: re.Pattern[str]


KINDS: dict[str, CitedKind] = {kind: kind for kind in get_args(CitedKind)}
"""By what phrases mean; where what follows tells the kind there is none."""


def find_parts(lower: str, hits: Hits, language: str) -> list[Group]:
    """The parts that a folded text cites, those behind one noun together."""
    located = vocabulary(language).references.parts.located(lower, hits)
    if not located:
        return []
    located.sort()  # the longest nouns first
    patterns = part_patterns(language)
    found: list[Group] = []
    taken = Coverage(len(lower))
    for _, at, end, value in located:
        kind = KINDS.get(value)
        if taken.is_free(at, at + 1):
            group = _group(lower, at, end, kind, patterns)
            if group:
                taken.take(group.start, group.end)
                found.append(group)
    return found


def _group(
    lower: str, start: int, end: int, kind: CitedKind | None, patterns: PartPatterns
) -> Group | None:
    """The numbers behind a noun; what follows may tell of what kind they are."""
    plain = patterns.plain.match(lower, end)
    numbers = not plain and lower[end : end + 2].lstrip()[:1] in patterns.first_characters
    match = patterns.numbers.match(lower, end) if numbers else None
    numbered = plain or match
    if numbered is None:
        return _only_annex(lower, (start, end), patterns) if kind == "annex" else None
    end = numbered.end()
    if agenda := patterns.agenda.match(lower, end):
        kind, end = "agenda item", agenda.end()
    elif behind := patterns.behind.match(lower, end):
        kind, end = patterns.behind_kinds[behind[1]], behind.end()
    if kind is None:
        return None
    members = tuple(_members(match, kind, patterns)) if match else ()
    if plain:
        members = (Cited(*plain.span("number"), kind, plain["number"]),)
    return Group(start, end, kind, members, _is_here(lower, start, end, patterns))


ONLY_ANNEX = "annex"
"""The name of an annex without a number: `the annex to decision 7/CMA.1`."""


def _only_annex(lower: str, noun: tuple[int, int], patterns: PartPatterns) -> Group:
    here = _is_here(lower, *noun, patterns)
    return Group(*noun, "annex", (Cited(*noun, "annex", ONLY_ANNEX),), here)


def _is_here(lower: str, start: int, end: int, patterns: PartPatterns) -> bool:
    """`paragraph 7 above`, `上文第7段`."""
    before = lower[max(0, start - FARTHEST_HERE) : start].strip()
    return bool(patterns.here.match(lower, end) or (before and patterns.here.fullmatch(before)))


def _members(match: regex.Match[str], kind: CitedKind, patterns: PartPatterns) -> Iterator[Cited]:
    """One citation for each number, one more for each letter: `3 (a) and (c)`."""
    base = ""
    for number in patterns.number.finditer(match.string, *match.span("numbers")):
        base = number["base"] or base
        start = number.end() - len(number[0].lstrip())
        for name in _range(base, number["last"]):
            for letters in _letters(number["letters"]):
                yield Cited(start, number.end(), kind, f"{name} {letters}".strip())


def _letters(printed: str | None) -> list[str]:
    """`(a)(ii)` and `a)` alike with brackets; `(a-c)` is `(a)`, `(b)` and `(c)`."""
    if not printed:
        return [""]
    if match := LETTER_RANGE.search(printed):
        first, last = (LATIN_LOWER.number(letter) or 0 for letter in match.groups())
        return [f"({LATIN_LOWER.numeral(at)})" for at in range(first, last + 1)] or [printed]
    return ["".join(f"({letter})" for letter in LETTERS_ALONE.findall(printed))]


def _range(base: str, last: str | None) -> list[str]:
    if not base[:1].isdecimal():
        return _roman_range(base, last)
    if last is None:
        return [" ".join(base.split())]
    if not base.isdecimal() or not int(base) < int(last) < int(base) + LONGEST_RANGE:
        return [base, last]
    return [str(count) for count in range(int(base), int(last) + 1)]


@cache
def part_patterns(language: str) -> PartPatterns:
    """The patterns of a language."""
    words = WORDS[language].references
    joint = rf"(?: \s? (?: {_alternation(words.conjunctions)} ) ){{1,2}} \s?"
    base = rf"(?: {DIGITS} | {ROMAN} )"
    numbered_behind = "(?!)"
    prefix = ""
    if words.prefix:
        base, prefix = rf"(?: {DIGITS} | {ROMAN} | {HAN_NUMBER} )", rf"(?:{words.prefix})?"
        numbered_behind = rf"\s? ({_alternation(noun for noun, _ in words.parts)})"
    number = _number(base, words)
    here, of = _alternation(words.here), _alternation(words.of)
    return PartPatterns(
        plain=_plain(words),
        first_characters=DIGITS_AND_ROMAN + (HAN_NUMERALS if words.prefix else ""),
        numbers=_compile(
            rf"\s? (?P<numbers> (?={base}) {number} (?: {joint} {prefix} {number} )* )"
        ),
        number=_compile(number),
        behind=_fast(numbered_behind),
        behind_kinds={fold_lower(noun): kind for noun, kind in words.parts},
        agenda=_fast(rf"\s? ,? \s? (?:{_alternation(words.agenda)})"),
        here=_fast(rf"\s? [,(]? \s? (?:{here})"),
        of=_fast(rf"\s? ,? \s? (?:{of})" + (r"(?![^\W\d_])" if words.of_is_word else "")),
        joint=_fast(joint),
    )


# What can continue a number: a letter, a range, another number.  The standard library's patterns
# take a twentieth of the time of those that follow.
PLAIN = r"""
    \s? (?P<number>\d{{1,4}}) (?! \d | [./]\d )
    (?! \s? (?: bis\b | \( | [^\W\d_]\) | (?:{ranges}|-) \s? [\divxlc] ) )
    (?! (?: \s? (?:{conjunctions}) ){{1,2}} \s? (?: [\d(ivxlc] | [^\W\d_]\) ) )
"""


def _plain(words: ReferenceWords) -> re.Pattern[str]:
    if words.prefix:  # numbers before their nouns
        return re.compile("(?!)")
    ranges, conjunctions = _alternation(words.ranges), _alternation(words.conjunctions)
    return re.compile(PLAIN.format(ranges=ranges, conjunctions=conjunctions), re.VERBOSE)


def _number(base: str, words: ReferenceWords) -> str:
    ranges = rf"(?: - | (?:{_alternation(words.ranges)})(?!\p{{L}}) )"
    last = rf"(?: \s? {ranges} \s? (?P<last>{DIGITS} | {ROMAN}) )?"
    return rf"(?: (?P<base>{base}) (?P<letters>{LETTERS}*) {last} | (?P<letters>{LETTERS}+) )"


def _roman_range(base: str, last: str | None) -> list[str]:
    """`II`, `I-III`; `十七` is 17."""
    number, end = ROMAN_UPPER.number(base.upper()), ROMAN_UPPER.number((last or "").upper())
    if number and end and number < end < number + LONGEST_RANGE:
        return [ROMAN_UPPER.numeral(count) or base for count in range(number, end + 1)]
    han = HAN.number(base)
    return [str(han) if han else base.upper()]


def _alternation(words: Iterable[str]) -> str:
    folded = sorted({fold_lower(word) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(regex.escape(word).replace(r"\ ", r"\s") for word in folded) or "(?!)"


def _compile(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.VERBOSE)


def _fast(pattern: str) -> re.Pattern[str]:
    """Patterns without properties of letters: the standard library's engine is the faster one."""
    return re.compile(pattern, re.VERBOSE)
