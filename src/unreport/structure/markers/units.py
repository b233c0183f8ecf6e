"""Units: headings that are a name with a number, `Annex II`, `Première partie`, `第一章`.

The number stands after the name in digits, roman numerals, letters or words, or before it in words
(`Segunda parte`) or in digits with an ordinal indicator (`2e partie`).  A reference that opens a
line (`Annex I to the Convention`) goes on after its number; a heading ends there, or has a
separator before its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from unreport.languages.lexicon import Lexicon, NumberingSystem, Unit
from unreport.structure.separators import AFTER_NAME
from unreport.text.folding import CharacterTable, fold_character, fold_words
from unreport.text.lazy_patterns import lazy_pattern
from unreport.text.numerals import LATIN_UPPER, decimal_value

DIVISIONS = ("part", "chapter", "section")
WORD = re.compile(r"\s*(\S+)")
INDICATED = re.compile(r"(\d{1,3})[.-]?([^\W\d_]{1,4}|[ºª°])(?!\w)\s?")
PAPER_NUMBER = re.compile(r"\s*(\d+/\d+|\d+/[A-Z]+\.\d+)")  # 8/1  1/CMP.19
ADJACENT_NUMBER = lazy_pattern(
    r"\s*([一二三四五六七八九十百]+|[A-Z]{1,2}(?![A-Za-z])|\d+)(?![\d/])"
)  # 附件一
WORDS = re.compile(r"\s*([^\W\u0640][\w‐‑-]*)")
RESOLUTION_NUMBER = re.compile(r"(\d+)/(\d+|[A-Z]+\.\d+)$")
LARGE_ROMAN = frozenset("CDLM")
LONGEST_TITLE = 250
LONGEST_ADJACENT_TITLE = 40  # of a title that nothing separates from its number, as in Chinese
MOST_WORDS = 3  # of an ordinal: `vingt et unième`
SENTENCE_SIGNS = lazy_pattern(r"[，。；：,;]")
ENUMERATION_AND_COLON = "，、：,:"
CLAUSE_ENDS = lazy_pattern(r"[。；;]")  # a title that a space sets apart may have commas


class FoundUnit(NamedTuple):
    """A unit that opens a line."""

    unit: Unit
    number: int | None
    marker: str
    title: int  # offset of the title
    apart: bool = True
    """Whether a separator stands before the title; else only the type shows that it is one."""


class UnitNames:
    """The names of a lexicon's units, laid out so that one is found by its first word."""

    def __init__(self, lexicon: Lexicon, continued: re.Pattern[str]) -> None:
        """Lay out the units of one language."""
        self.spaced = lexicon.spaced
        self.continued = continued
        self.indicators = frozenset(map(_folded, lexicon.sessions.ordinal_indicators))
        self.citing = lexicon.citing
        self.by_name: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
        names = [(name, unit) for unit in lexicon.units for name in unit.names]
        for name, unit in sorted(names, key=lambda pair: -len(pair[0])):
            words = tuple(map(_folded, name.split()))
            first = words[0] if self.spaced else words[0][0]
            self.by_name.setdefault(first, []).append((words, unit))
        systems = {s.name: s for unit in lexicon.units for s in unit.ordinals}
        self.ordinals = tuple(systems.values())
        self.first_words = frozenset(word for s in self.ordinals for word in s.first_words)
        self.initials = frozenset(("", *(word[0] for word in (*self.by_name, *self.first_words))))
        self.openings = CharacterTable(self._may_open)

    def read(self, text: str) -> FoundUnit | None:
        """The unit that opens a line, if one does.

        >>> from unreport.languages import LEXICONS
        >>> names = UnitNames(LEXICONS["fr"], re.compile("(suite)"))
        >>> [names.read(text).number for text in ("Chapitre premier", "Deuxième partie", "Annexe")]
        [1, 2, None]
        """
        if not self.openings[text[:1]] or len(text) > LONGEST_TITLE:
            return None
        if text[0].isdigit():
            indicated = INDICATED.match(text)
            return self._after_ordinal(text, "") if indicated else None
        first = _folded(text.split(None, 1)[0].rstrip(".:：")) if self.spaced else text[0]
        named = self.by_name.get(first, ())
        if not (named or first.partition(" ")[0] in self.first_words):
            return None
        for name, unit in named:
            after = self._after_name(text, name)
            if after is not None and (found := self._named(text, after, unit)):
                return found
        return self._after_ordinal(text, first) if self.ordinals else None

    def _may_open(self, character: str) -> bool:
        """Whether a unit may open with a character, or with what stands behind such a sign."""
        if not character or character.islower() or character in "(（":
            return False
        if character.isdigit():
            return bool(self.ordinals)
        return (fold_character(character) if self.spaced else character) in self.initials

    def _named(self, text: str, after: int, unit: Unit) -> FoundUnit | None:
        """A unit whose name ends at `after`, with the number that follows."""
        number, end = self._number(text, after, unit)
        if number is None and not unit.number_optional:
            return None
        if unit.suffix:
            end = _skip_spaces(text, end)
            if not text.startswith(unit.suffix, end):
                return None
            end += len(unit.suffix)
        return self._found(text, end, unit, number)

    def _found(self, text: str, end: int, unit: Unit, number: int | None) -> FoundUnit | None:
        """The unit whose name and number end at `end`, if what follows can be its title."""
        if self.continued.match(text, end):
            title = end
        elif rest := AFTER_NAME.match(text, end):
            title = rest.end()
        elif number is not None and self._has_adjacent_title(text, end, unit):
            title = _skip_spaces(text, end)
        elif number is not None and self._may_have_title(text, end, unit):
            return FoundUnit(unit, number, text[:end], _skip_spaces(text, end), apart=False)
        else:
            return None
        return FoundUnit(unit, number, text[:title].strip(), title)

    def _may_have_title(self, text: str, end: int, unit: Unit) -> bool:
        """Whether what follows after one space can be a title: `Chapter II General principles`."""
        first = text[end + 1 : end + 2]
        return (
            self.spaced
            and unit.kind in DIVISIONS
            and text[end].isspace()
            and first.isalpha()
            and not first.islower()
        )

    def _has_adjacent_title(self, text: str, end: int, unit: Unit) -> bool:
        """Whether a title follows directly: `第一章导言`, not a reference: `附件一所列的`.

        Where words are not separated by spaces, one space is a separator.
        """
        rest = text[end:].lstrip()
        apart = len(rest) < len(text) - end
        return bool(
            not self.spaced
            and (apart or unit.suffix or unit.number_optional)
            and (apart or len(rest) <= LONGEST_ADJACENT_TITLE)
            and rest[:1].isalnum()
            and not rest.startswith(self.citing)
            and (CLAUSE_ENDS if apart else SENTENCE_SIGNS).search(rest) is None
            and rest[-1] not in ENUMERATION_AND_COLON
        )

    def _after_name(self, text: str, name: tuple[str, ...], at: int = 0) -> int | None:
        """Where a unit's name that begins at `at` ends, if it stands there."""
        if not self.spaced:
            return len(name[0]) if text.startswith(name[0]) else None
        for word in name:
            match = WORD.match(text, at)
            if match is None or _folded(match[1].rstrip(".:：")) != word:
                return None
            at = match.end(1) - (len(match[1]) - len(match[1].rstrip(".:：")))
        return at

    def _number(self, text: str, at: int, unit: Unit) -> tuple[int | None, int]:
        """The number after a unit's name, longest reading first, and where it ends."""
        indicated = INDICATED.match(text, _skip_spaces(text, at))
        if indicated and self._indicates(indicated):
            return decimal_value(indicated[1]), indicated.end(2)
        for token, end in _tokens(text, at, spaced=self.spaced):
            if paper := RESOLUTION_NUMBER.fullmatch(token):
                last = paper[2] if paper[2].isdecimal() else paper[1]
                return decimal_value(last), end
            for system in _systems_of(unit, token):
                number = system.number(token)
                if number is not None:
                    return number, end
        return None, at

    def _indicates(self, match: re.Match[str]) -> bool:
        return match[2] in "ºª°" or _folded(match[2]) in self.indicators

    def _after_ordinal(self, text: str, first: str) -> FoundUnit | None:
        """A unit whose number stands before its name: `Première partie`, `2e partie`."""
        for number, at in self._leading_ordinals(text, first):
            word = WORD.match(text, at)
            named = self.by_name.get(_folded(word[1].rstrip(".:：")), ()) if word else ()
            for name, unit in named:
                after = self._after_name(text, name, at) if unit.ordinals else None
                if after is not None and (found := self._found(text, after, unit, number)):
                    return found
        return None

    def _leading_ordinals(self, text: str, first: str) -> Iterator[tuple[int, int]]:
        """The ordinals that open a text, longest first, each with where it ends."""
        if text[0].isdigit():
            if (match := INDICATED.match(text)) and self._indicates(match):
                yield int(match[1]), match.end()
            return
        if first.partition(" ")[0] not in self.first_words:
            return
        for token, end in reversed(list(_words(text, 0))):
            for system in self.ordinals:
                if (number := system.number(token)) is not None:
                    yield number, end


def _tokens(text: str, at: int, *, spaced: bool) -> Iterator[tuple[str, int]]:
    """What may be the number of a unit, longest first, each with where it ends."""
    if match := PAPER_NUMBER.match(text, at):
        yield match[1], match.end()
    if spaced:
        yield from reversed(list(_words(text, at)))
    elif match := ADJACENT_NUMBER.match(text, at):
        yield match[1], match.end()


def _words(text: str, at: int) -> Iterator[tuple[str, int]]:
    """The first one, two and three words from a place on, each run with where it ends."""
    start = _skip_spaces(text, at)
    for _ in range(MOST_WORDS):
        match = WORDS.match(text, at)
        if match is None or text.startswith("/", match.end()):
            return
        at = match.end()
        yield text[start:at], at


def _skip_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _systems_of(unit: Unit, token: str) -> Sequence[NumberingSystem]:
    """The numbering systems of a unit: `C`, `D`, `L` and `M` are letters before they are numerals.

    `Annex C` stands after `Annex B`; no document has fifty annexes.
    """
    if token in LARGE_ROMAN and LATIN_UPPER in unit.systems:
        return (LATIN_UPPER,)
    return (*unit.systems, *unit.ordinals)


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    return fold_words(word)
