"""Find the words of word lists in many texts by one scan.

The scan is that of Aho and Corasick: it reads each text once, whatever the number of words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TypeAlias

from ahocorasick_rs import AhoCorasick, Implementation

from unreport.text.folding import BETWEEN_TEXTS

Hits: TypeAlias = Sequence[tuple[int, str]]
"""The words found in a text, each behind the place where it begins, in the order of their ends."""


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

    def find_in_all(self, texts: Sequence[str]) -> dict[int, tuple[Hits, int]]:
        """The words in each of many texts, with the sum of their subjects; none without a subject.

        They are by the place of the text among them.
        """
        starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        words, subjects_of = self._words, self._subjects
        found: dict[int, tuple[Hits, int]] = {}
        at = first = end = subjects = 0
        hits: list[tuple[int, str]] = []
        for key, start, _ in self._matches(BETWEEN_TEXTS.join(texts)):
            if start >= end:
                if subjects:
                    found[at] = hits, subjects
                at = bisect_right(starts, start) - 1
                first, end = starts[at], starts[at + 1]
                hits, subjects = [], 0
            hits.append((start - first, words[key]))
            subjects |= subjects_of[key]
        if subjects:
            found[at] = hits, subjects
        return found

    def _matches(self, lower: str) -> list[tuple[int, int, int]]:
        text = f" {_with_spaces(lower)} " if self._spaced else lower
        try:
            return self._automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:
            whole = SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
            return self._automaton.find_matches_as_indexes(whole, overlapping=True)


SURROGATES = re.compile("[\ud800-\udfff]")  # alone; no text that was read has one


def _with_spaces(lower: str) -> str:
    """A text with a space for each character that is no letter."""
    if lower.isascii():
        return lower.translate(ASCII_SPACES)  # in one pass
    others = (c for c in set(OTHERS.findall(lower)) if not c.isalpha())
    for character in (*ASCII_SIGNS, *others):
        lower = lower.replace(character, " ")
    return lower


ASCII_SIGNS = "".join(c for c in map(chr, range(128)) if not c.isalpha() and c != " ")
ASCII_SPACES = str.maketrans(dict.fromkeys(ASCII_SIGNS, " "))
# neither in ASCII nor a letter of the six languages, folded and in lower case
OTHERS = re.compile("[^\0-\x7fа-яء-ي一-龥]")
