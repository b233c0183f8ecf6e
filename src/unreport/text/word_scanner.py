"""Find the words of word lists in many texts by one scan.

The scan is that of Aho and Corasick: it reads each text once, whatever the number of words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from ahocorasick_rs import AhoCorasick, Implementation

from unreport.text.folding import BETWEEN_TEXTS

Hits: TypeAlias = Sequence[tuple[int, str]]
"""The words found in a text, each behind the place where it begins, in the order of their ends."""


class WordsOfText(NamedTuple):
    """The words found in one of many texts, and the sum of the subjects that they stand for."""

    hits: Hits
    subjects: int


class WordScanner:
    """Finds words, each with the sum of its subjects, in folded texts in lower case.

    Where words are divided by spaces only whole words are found, and phrases with one character
    between two words, whatever it is.

    >>> scanner = WordScanner({"vice chair": 1, "state": 2}, spaced=True)
    >>> scanner.find("the vice-chair of the state's stateless chairs")
    [(4, 'vice chair'), (22, 'state')]
    """

    def __init__(self, words: Mapping[str, int], *, spaced: bool) -> None:
        self._words = list(words)
        self._subjects = list(words.values())
        self._spaced = spaced
        keys = [f" {word} " for word in self._words] if spaced else self._words
        # a DFA takes 10 times as long to build, and is not faster on texts of this length
        self._automaton = AhoCorasick(keys, implementation=Implementation.ContiguousNFA)

    def find(self, lower: str) -> Hits:
        """The words in a text."""
        words = self._words
        return [(start, words[key]) for key, start, _ in self._matches(lower)]

    def find_in_all(self, texts: Sequence[str]) -> dict[int, WordsOfText]:
        """The words in each of many texts, by its place among them; no text without a subject."""
        starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        words, subjects_of = self._words, self._subjects
        found: dict[int, WordsOfText] = {}
        at = first = end = subjects = 0
        hits: list[tuple[int, str]] = []
        for key, start, _ in self._matches(BETWEEN_TEXTS.join(texts)):
            if start >= end:
                if subjects:
                    found[at] = WordsOfText(hits, subjects)
                at = bisect_right(starts, start) - 1
                first, end = starts[at], starts[at + 1]
                hits, subjects = [], 0
            hits.append((start - first, words[key]))
            subjects |= subjects_of[key]
        if subjects:
            found[at] = WordsOfText(hits, subjects)
        return found

    def _matches(self, lower: str) -> list[tuple[int, int, int]]:
        text = f" {_with_spaces(lower)} " if self._spaced else lower
        return self._automaton.find_matches_as_indexes(text, overlapping=True)


def _with_spaces(lower: str) -> str:
    """A text with a space for each character that is no letter."""
    if lower.isascii():
        return lower.translate(ASCII_SPACES)  # in one pass
    for character in set(lower):
        if not character.isalpha() and character != " ":
            lower = lower.replace(character, " ")
    return lower


ASCII_SPACES = {at: " " for at in range(128) if not chr(at).isalpha()}
