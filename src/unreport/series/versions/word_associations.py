"""Which words of two languages go together in a document, learned from the document itself.

Words that are in the same pairs of nodes are likely translations (Dice's coefficient of their
occurrences; Kay and Röscheisen 1993).  No dictionary is needed: the terms of the document, and the
names of bodies and of States, are learned with the rest.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import regex

from unreport.series.versions.units import Unit
from unreport.text.folding import fold_words

WORD = regex.compile(r"[^\W\d_\p{Han}]{3,}|\p{Han}{2,}")
LEAST_DICE = 0.5
LEAST_PAIRS = 2
MOST_PARTNERS = 3
COMMON = 0.5  # a word that is in more than this share of the nodes tells nothing
EXPECTED, STRENGTH, HALF_STRENGTH = 0.4, 10.0, 3.0

Words = frozenset[str]


def words(text: str) -> Words:
    """The words of a text, folded; of Chinese, which sets no spaces, every two characters."""
    found: set[str] = set()
    for match in WORD.finditer(fold_words(text)):
        word = match[0]
        if "\u3400" <= word[0] <= "\u9fff":
            found.update(word[at : at + 2] for at in range(len(word) - 1))
        else:
            found.add(word)
    return frozenset(found)


class WordAssociations:
    """The words that go together in two versions of a document."""

    def __init__(
        self,
        first: Sequence[Unit],
        second: Sequence[Unit],
        pairs: Iterable[tuple[int, int]],
    ) -> None:
        self._words = {id(unit): words(unit.text) for unit in (*first, *second)}
        known = [(self._words[id(first[i])], self._words[id(second[j])]) for i, j in pairs]
        counts = _co_occurrences(known)
        self._forward = _partners(counts, known)
        turned = [(other, one) for one, other in known]
        self._backward = _partners(_turned(counts), turned)

    def evidence(self, one: Unit, other: Unit) -> float:
        """The log-odds that two nodes are translations, by the words that are and are not there."""
        first, second = self._words_of(one), self._words_of(other)
        expected, found = _found(first, second, self._forward)
        expected_too, found_too = _found(second, first, self._backward)
        number = expected + expected_too
        if not number:
            return 0.0
        share = (found + found_too) / number
        return STRENGTH * (share - EXPECTED) * number / (number + 2 * HALF_STRENGTH)

    def _words_of(self, unit: Unit) -> Words:
        """The words of a node; those of joined nodes are found when they are asked for."""
        known = self._words.get(id(unit))
        return words(unit.text) if known is None else known


def _co_occurrences(pairs: Sequence[tuple[Words, Words]]) -> dict[str, Counter[str]]:
    """For each word of the first version, in how many pairs it stands with each of the second."""
    common = COMMON * len(pairs) + LEAST_PAIRS
    first = Counter(word for one, _ in pairs for word in one)
    second = Counter(word for _, other in pairs for word in other)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one, other in pairs:
        partners = [word for word in other if LEAST_PAIRS <= second[word] <= common]
        for word in one:
            if LEAST_PAIRS <= first[word] <= common:
                counts[word].update(partners)
    return counts


def _turned(counts: dict[str, Counter[str]]) -> dict[str, Counter[str]]:
    turned: dict[str, Counter[str]] = defaultdict(Counter)
    for word, partners in counts.items():
        for partner, count in partners.items():
            turned[partner][word] = count
    return turned


def _partners(
    counts: dict[str, Counter[str]], pairs: Sequence[tuple[Words, Words]]
) -> dict[str, Words]:
    """The words of the second version that go best with each of the first."""
    first = Counter(word for one, _ in pairs for word in one)
    second = Counter(word for _, other in pairs for word in other)
    partners: dict[str, Words] = {}
    for word, others in counts.items():
        dice = {
            other: 2 * count / (first[word] + second[other])
            for other, count in others.items()
            if count >= LEAST_PAIRS
        }
        best = sorted(dice, key=lambda other: (-dice[other], other))[:MOST_PARTNERS]
        chosen = frozenset(other for other in best if dice[other] >= LEAST_DICE)
        if chosen:
            partners[word] = chosen
    return partners


def _found(one: Words, other: Words, partners: dict[str, Words]) -> tuple[int, int]:
    """How many words have partners, and how many of these are found."""
    expected = [partners[word] for word in one if word in partners]
    return len(expected), sum(not chosen.isdisjoint(other) for chosen in expected)
