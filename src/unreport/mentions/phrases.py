"""Find phrases of the word lists in folded text: plain substring search, with word boundaries.

A text is searched for a phrase only if it has a word of that phrase, so that the cost of a long
list is that of the few phrases of it that a text can have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple, TypeAlias

from unreport.languages import LEXICONS
from unreport.mentions.words import WORDS
from unreport.text.folding import BETWEEN_TEXTS, fold_cased
from unreport.text.word_scanner import Hits

ALL_WORDS = re.compile(r"[^\W\d_]+")
GAP = "…"
LONGEST_PROCLITIC = 4  # letters
LONGEST_GAP = 400  # characters between two parts of a phrase: `made … statement`


class Found(NamedTuple):
    """Where a phrase stands in folded text, and what it means."""

    start: int
    end: int
    value: str


class Phrase(NamedTuple):
    """A folded phrase, its parts around a gap, and its place in the list."""

    parts: tuple[str, ...]
    value: str
    at: int


WITHIN = -1_000  # the offset of a phrase whose first part is not what was scanned for


class ScannedPhrase(NamedTuple):
    """A phrase, and where it begins, counted from the place where a scan found its key."""

    phrase: Phrase
    offset: int


Located: TypeAlias = tuple[int, int, int, str]
"""The place of a phrase in its list, where it begins and ends in a text, and what it means."""


class PhraseList:
    """The phrases of one list in one language, by a word that a text with the phrase must have.

    >>> chairs = PhraseList((("chair", "chair"), ("vice-chair", "vice")), "en")
    >>> chairs.find("the vice-chair", frozenset({"the", "vice", "chair"}))
    [Found(start=4, end=14, value='vice')]
    """

    def __init__(self, phrases: Iterable[tuple[str, str]], language: str) -> None:
        self.language = language
        self._by_key: dict[str, list[Phrase]] = {}
        self._by_scan_key: dict[str, list[ScannedPhrase]] = {}
        for at, (text, value) in enumerate(phrases):
            phrase = Phrase(_parts(text), value, at)
            for key in _keys(phrase.parts, language):
                self._by_key.setdefault(key, []).append(phrase)
            for key, offset in _scan_keys(phrase.parts, language):
                self._by_scan_key.setdefault(key, []).append(ScannedPhrase(phrase, offset))
        self.keys = frozenset(self._by_key)
        """The words of which a text with one of the phrases has one."""
        self.scan_keys = frozenset(self._by_scan_key)
        """What a scan finds in a text with one of the phrases: the phrase, or its longest part."""
        phrases_of = chain.from_iterable(self._by_key.values())
        self._opening = tuple({one.parts[0] for one in phrases_of if len(one.parts) == 1})

    def likely(self, known: frozenset[str]) -> list[Phrase]:
        """The phrases that a text with these words of the vocabulary can have, in their order."""
        by_key = self._by_key
        found = [one for key in known if key in by_key for one in by_key[key]]
        if len(found) > 1:
            found.sort(key=_place)
        return found

    def find(self, lower: str, known: frozenset[str]) -> list[Found]:
        """All phrases in a text, in order; of phrases that overlap the longest."""
        found = [
            Found(start, end, phrase.value)
            for phrase in self.likely(known)
            for start, end in self._each(lower, phrase)
        ]
        return _longest(found, len(lower)) if len(found) > 1 else found

    def located(self, lower: str, hits: Hits) -> list[Located]:
        """All phrases in a text that was scanned for the keys, overlapping ones included."""
        found: list[Located] = []
        by_key = self._by_scan_key
        for start, key in hits:
            if key not in by_key:
                continue
            for (parts, value, rank), offset in by_key[key]:
                at = start + offset
                if offset == WITHIN:
                    each = self._each(lower, Phrase(parts, value, rank))
                    found += ((rank, first, last, value) for first, last in each)
                elif lower.startswith(parts[0], at):
                    end = at + len(parts[0])
                    if len(parts) > 1:
                        end = self._end(lower, end, parts)
                    if end >= 0:
                        found.append((rank, at, end, value))
        return found

    def find_at(self, lower: str, hits: Hits) -> list[Found]:
        """What `find` finds, in a text that was scanned for the keys."""
        found = [Found(start, end, value) for _, start, end, value in self.located(lower, hits)]
        return _longest(found, len(lower)) if len(found) > 1 else found

    def match(self, lower: str, at: int) -> int:
        """Where the longest phrase ends that begins at a place; -1 if none does."""
        ends = (at + len(one) for one in self._opening if lower.startswith(one, at))
        return max((end for end in ends if is_word(lower, at, end, self.language)), default=-1)

    def first_behind(self, lower: str, at: int) -> int:
        """Where the first phrase stands behind a place; the end of the text if none does."""
        first = len(lower)
        for one in self._opening:
            start = lower.find(one, at + 1, first)
            while start >= 0 and not is_word(lower, start, start + len(one), self.language):
                start = lower.find(one, start + 1, first)
            first = start if start >= 0 else first
        return first

    def stands_in(self, lower: str, known: frozenset[str]) -> bool:
        """Whether one of the phrases stands in a text."""
        return any(True for phrase in self.likely(known) for _ in self._each(lower, phrase))

    def _each(self, lower: str, phrase: Phrase) -> Iterator[tuple[int, int]]:
        first = phrase.parts[0]
        at = lower.find(first)
        while at >= 0:
            end = at + len(first)
            if is_word(lower, at, end, self.language):
                end = self._end(lower, end, phrase.parts)
                if end >= 0:
                    yield at, end
            at = lower.find(first, at + 1)

    def _end(self, lower: str, end: int, parts: tuple[str, ...]) -> int:
        """Where a phrase ends of which the first part ends at a place; -1 if not all follow."""
        for part in parts[1:]:
            end = _part_end(lower, part, end, self.language)
        return end


def _place(phrase: Phrase) -> int:
    return phrase.at


def _longest(found: list[Found], length: int) -> list[Found]:
    found.sort(key=lambda one: (one.start - one.end, one.start))
    kept: list[Found] = []
    taken = Coverage(length)
    for one in found:
        if taken.is_free(one.start, one.end):
            taken.take(one.start, one.end)
            kept.append(one)
    return sorted(kept)


def _parts(phrase: str) -> tuple[str, ...]:
    return tuple(fold_lower(part.strip()) for part in phrase.split(GAP))


def _keys(parts: tuple[str, ...], language: str) -> Iterator[str]:
    """The longest word of a phrase, in the forms in which a text can have it.

    The first word of a part can have a proclitic; where words run on, a whole part is the key.
    """
    if not LEXICONS[language].spaced:
        yield max(parts, key=len)
        return
    words = [(word, not at) for part in parts for at, word in enumerate(ALL_WORDS.findall(part))]
    if not words:
        raise ValueError(f"The phrase {' … '.join(parts)} has no word.")
    longest, is_first = max(words, key=lambda one: len(one[0]))
    yield from (
        (proclitic + longest for proclitic in _proclitics(language)) if is_first else [longest]
    )


def _scan_keys(parts: tuple[str, ...], language: str) -> Iterator[tuple[str, int]]:
    """The longest part as a scan finds it, with its proclitics, and where the phrase begins."""
    longest = max(parts, key=len)
    key, lead = scan_key(longest, language)
    if longest != parts[0]:
        yield from ((proclitic + key, WITHIN) for proclitic in _proclitics(language))
    elif lead:
        yield key, -lead
    else:
        yield from ((one + key, len(one)) for one in _proclitics(language))


def scan_key(part: str, language: str) -> tuple[str, int]:
    """A folded phrase as a scan finds it, without other characters than letters around it.

    With the number of characters before its first letter.

    >>> scan_key("no-fly list.", "en")
    ('no fly list', 0)
    """
    if not LEXICONS[language].spaced:
        return part, 0
    spaced = "".join(c if c.isalpha() else " " for c in part)
    return spaced.strip(), len(spaced) - len(spaced.lstrip())


def _part_end(lower: str, part: str, start: int, language: str) -> int:
    """The end of the next part of a phrase with a gap; -1 if there is none near."""
    if start < 0:
        return -1
    limit = start + LONGEST_GAP
    at = lower.find(part, start, limit)
    while at >= 0 and not is_word(lower, at, at + len(part), language):
        at = lower.find(part, at + 1, limit)
    return at + len(part) if at >= 0 else -1


def is_word(lower: str, start: int, end: int, language: str) -> bool:
    """Whether a match does not begin or end within a word; proclitics may stand before it."""
    if not LEXICONS[language].spaced:
        return True
    if end < len(lower) and lower[end - 1].isalpha() and lower[end].isalpha():
        return False
    if not start or not lower[start - 1].isalpha():
        return True
    first = start
    while first and lower[first - 1].isalpha() and start - first <= LONGEST_PROCLITIC:
        first -= 1
    return lower[first:start] in _proclitics(language)


@cache
def _proclitics(language: str) -> frozenset[str]:
    return frozenset(fold_lower(one) for one in WORDS[language].names.proclitics)


@cache
def fold_lower(text: str) -> str:
    """A word of the lists as it stands in folded text."""
    return fold_cased(text).text.lower().replace("’", "'")


def lower_alike(text: str) -> str:
    """A text in lower case, of the same length, and with one kind of apostrophe.

    >>> lower_alike("L’Équateur")
    "l'équateur"
    """
    straight = text.replace("’", "'")
    lowered = straight.lower()
    if len(lowered) == len(straight):
        return lowered
    return "".join(c.lower()[:1] or c for c in straight)


def lower_all(texts: list[str]) -> list[str]:
    """Many texts in lower case, as `lower_alike` gives each of them."""
    lowered = lower_alike(BETWEEN_TEXTS.join(texts)).split(BETWEEN_TEXTS) if texts else []
    return lowered if len(lowered) == len(texts) else [lower_alike(text) for text in texts]


class Coverage:
    """Which characters of a text are taken; asking costs as much as the characters asked about.

    >>> taken = Coverage(10)
    >>> taken.take(2, 5), taken.is_free(0, 2), taken.is_free(4, 6)
    (None, True, False)
    """

    def __init__(self, length: int) -> None:
        self._taken = bytearray(length)

    def is_free(self, start: int, end: int) -> bool:
        """Whether none of some characters is taken."""
        return self._taken.find(1, start, end) < 0

    def take(self, start: int, end: int) -> None:
        """Take some characters."""
        self._taken[start:end] = b"\x01" * (end - start)
