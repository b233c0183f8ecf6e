"""Find phrases of the word lists in folded text: plain substring search, with word boundaries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, TypeVar

from unreport.languages import LEXICONS
from unreport.mentions.words import WORDS
from unreport.text.folding import fold_cased

Value = TypeVar("Value")
GAP = "…"
LONGEST_GAP = 400  # characters between two parts of a phrase: `made … statement`


class Found(NamedTuple):
    """Where a phrase stands in folded text, and what it means."""

    start: int
    end: int
    value: str


def find_phrases(lower: str, phrases: Iterable[tuple[str, str]], language: str) -> list[Found]:
    """All phrases in a text, in order; of phrases that overlap the longest.

    >>> find_phrases("the vice-chair", (("chair", "chair"), ("vice-chair", "vice")), "en")
    [Found(start=4, end=14, value='vice')]
    """
    found = [one for phrase, value in phrases for one in _find(lower, phrase, value, language)]
    found.sort(key=lambda one: (one.start - one.end, one.start))
    kept: list[Found] = []
    for one in found:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept)


def has_phrase(lower: str, phrases: Iterable[str], language: str) -> bool:
    """Whether one of the phrases stands in a text."""
    return any(True for phrase in phrases for _ in _find(lower, phrase, "", language))


def _find(lower: str, phrase: str, value: str, language: str) -> Iterator[Found]:
    first, *others = _parts(phrase)
    at = lower.find(first)
    while at >= 0:
        end = at + len(first)
        if is_word(lower, at, end, language):
            for part in others:
                end = _part_end(lower, part, end, language)
            if end >= 0:
                yield Found(at, end, value)
        at = lower.find(first, at + 1)


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
    while first and lower[first - 1].isalpha():
        first -= 1
    return lower[first:start] in _proclitics(language)


@cache
def _parts(phrase: str) -> tuple[str, ...]:
    return tuple(fold_lower(part.strip()) for part in phrase.split(GAP))


@cache
def _proclitics(language: str) -> frozenset[str]:
    return frozenset(fold_lower(one) for one in WORDS[language].names.proclitics)


def fold_lower(text: str) -> str:
    """A word of the lists as it stands in folded text."""
    return fold_cased(text).text.lower().replace("’", "'")
