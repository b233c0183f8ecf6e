"""Find phrases of the word lists in folded text: plain substring search, with word boundaries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, TypeVar

from unreport.languages import LEXICONS
from unreport.mentions.tokens import ALL_WORDS, Coverage, words_of
from unreport.mentions.words import WORDS
from unreport.text.folding import fold_cased

Meaning = TypeVar("Meaning")
GAP = "…"
LONGEST_PROCLITIC = 4  # letters
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
    possible = likely(lower, tuple(phrases), language)
    found = [one for phrase, value in possible for one in _find(lower, phrase, value, language)]
    found.sort(key=lambda one: (one.start - one.end, one.start))
    kept: list[Found] = []
    taken = Coverage(len(lower))
    for one in found:
        if taken.is_free(one.start, one.end):
            taken.take(one.start, one.end)
            kept.append(one)
    return sorted(kept)


def has_phrase(lower: str, phrases: Iterable[str], language: str) -> bool:
    """Whether one of the phrases stands in a text."""
    possible = likely(lower, tuple((phrase, "") for phrase in phrases), language)
    return any(True for phrase, _ in possible for _ in _find(lower, phrase, "", language))


def likely(
    lower: str, phrases: tuple[tuple[str, Meaning], ...], language: str
) -> list[tuple[str, Meaning]]:
    """The phrases whose first word stands in a text, in their order: most have none.

    Where words run on or have proclitics, all phrases are likely.
    """
    heads = _heads(phrases, language)
    if heads is None:
        return list(phrases)
    found = [at for word in heads.keys() & words_of(lower) for at in heads[word]]
    return [phrases[at] for at in sorted(found)]


@cache
def _heads(
    phrases: tuple[tuple[str, object], ...], language: str
) -> dict[str, tuple[int, ...]] | None:
    """The places of phrases by their first word."""
    if not LEXICONS[language].spaced or len(WORDS[language].names.proclitics) > 1:
        return None
    heads: dict[str, tuple[int, ...]] = {}
    for at, (phrase, _) in enumerate(phrases):
        word = ALL_WORDS.search(fold_lower(phrase))
        if word is None:
            return None
        heads[word[0]] = (*heads.get(word[0], ()), at)
    return heads


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
    while first and lower[first - 1].isalpha() and start - first <= LONGEST_PROCLITIC:
        first -= 1
    return lower[first:start] in _proclitics(language)


@cache
def _parts(phrase: str) -> tuple[str, ...]:
    return tuple(fold_lower(part.strip()) for part in phrase.split(GAP))


@cache
def _proclitics(language: str) -> frozenset[str]:
    return frozenset(fold_lower(one) for one in WORDS[language].names.proclitics)


@cache
def fold_lower(text: str) -> str:
    """A word of the lists as it stands in folded text."""
    return fold_cased(text).text.lower().replace("’", "'")
