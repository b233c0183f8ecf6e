"""How likely two nodes are translations of each other, by structure, length and shared tokens.

The evidence is added up as logarithms of odds: structure (kind, number, place in the tree), the
lengths (Gale and Church 1993: the ratio of lengths of translations is close to a constant), and the
numbers, symbols and dates that both have or only one has.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from unreport.series.versions.units import Unit

SAME_NUMBER = 2.0
SAME_ITEM_NUMBER = 1.5  # letters come again in every list
OTHER_NUMBER = -1.5
NUMBER_AND_NONE = -2.5
SAME_PARENT = 1.0
SAME_KEY = 0.5
OTHER_SECTION_KIND = -1.0
HEADING_AND_TEXT = -2.5  # a heading that one version has as a paragraph
EXCLUDED = -100.0
SAME_ITEMS, OTHER_ITEMS = 1.0, -1.0
SAME_NOTES, OTHER_NOTES = 0.7, -0.7
OTHER_ENDING = -0.7  # a colon in one version only

# Measured on 12 resolutions in six languages: the variance of the logarithm of the ratio of lengths
LONG_VARIANCE, SHORT_VARIANCE, SHORT_LENGTH = 0.0064, 1.4, 8.0
BACKGROUND = 0.8  # its standard deviation for nodes that have nothing to do with each other
OUTLIERS = 0.03  # the share of translations whose lengths are as unlike as those of such nodes
PSEUDO_LENGTH = 4.0
CLEARLY_MORE = 1.25
LARGEST_DEVIATION = 0.4  # of the logarithm of a pair's ratio: that of a node and half of it is 0.7

TOLD = 2.0  # log-odds of shared tokens and words by which texts tell that they are the same

DOCUMENT_WEIGHT, LONG_NUMBER_WEIGHT, NUMBER_WEIGHT = 2.0, 1.2, 0.6
ABSENT = -1.1  # of the weight of a token that one version lacks
MOST_TOKENS = 6.0
LONG_NUMBER = 3  # digits


class Evidence(NamedTuple):
    """The log-odds that two nodes are the same, by what speaks for it."""

    structure: float  # kinds, lists, footnote calls
    numbers: float  # of the nodes and of what they stand in
    length: float
    tokens: float
    words: float
    shared: int  # tokens that both have
    united: int  # tokens that one of them has
    titled: bool = False  # whether both are headings

    @property
    def is_told_by_text(self) -> bool:
        """Whether tokens or words, or a title, tell more than the lengths do."""
        return self.titled or self.shared > 0 or self.words >= TOLD

    @property
    def is_told_by_all(self) -> bool:
        """Whether lengths, tokens and words say that nodes are the same."""
        return self.length > 0 and self.tokens > 0 and self.tokens + self.words >= TOLD

    @property
    def is_possible(self) -> bool:
        """Whether nodes of these kinds can be the same."""
        return self.structure > EXCLUDED

    @property
    def fit(self) -> float:
        """What structure, lengths and tokens say."""
        return self.structure + self.length + self.tokens

    def total(self, weight: float) -> float:
        """All of it together, numbers with a weight."""
        return self.fit + weight * self.numbers + self.words


class Similarity:
    """Compares the nodes of two versions; the usual ratio of lengths is that of some pairs."""

    def __init__(
        self, first: Sequence[Unit], second: Sequence[Unit], pairs: Sequence[tuple[int, int]]
    ) -> None:
        self.ratio = length_ratio(first, second, pairs)
        self._commonness = _commonness(first, second)

    def compare(self, one: Unit, other: Unit) -> Evidence:
        """The evidence that two nodes are the same, without that of words."""
        structure = _kinds(one, other)
        if structure <= EXCLUDED:
            return Evidence(EXCLUDED, 0.0, 0.0, 0.0, 0.0, 0, 0)
        first, second = one.tokens, other.tokens
        weight = self.weight(first & second) + ABSENT * self.weight(first ^ second)
        return Evidence(
            structure=structure + _shape(one, other),
            numbers=_numbers(one, other),
            length=self._length(one, other),
            tokens=min(max(weight, -MOST_TOKENS), MOST_TOKENS),
            words=0.0,
            shared=len(first & second),
            united=len(first | second),
            titled=one.kind == other.kind == "section",
        )

    def weight(self, tokens: Iterable[str]) -> float:
        """How much it tells that two nodes share these tokens, as log-odds."""
        return sum(map(self._weight, tokens))

    def _length(self, one: Unit, other: Unit) -> float:
        """The logarithm of the ratio of two likelihoods: of translations, and of any two nodes."""
        expected = self.ratio * one.length + PSEUDO_LENGTH
        found = other.length + PSEUDO_LENGTH
        variance = LONG_VARIANCE + SHORT_VARIANCE / (min(expected, found) + SHORT_LENGTH)
        square = math.log(found / expected) ** 2
        gain = 0.5 * math.log(BACKGROUND**2 / variance)
        odds = gain - square / 2 * (1 / variance - 1 / BACKGROUND**2)
        return math.log(OUTLIERS + (1 - OUTLIERS) * math.exp(odds))

    def _weight(self, token: str) -> float:
        """Documents and dates tell more than numbers; what is everywhere tells little."""
        if not token.replace(".", "").isdecimal():
            weight = DOCUMENT_WEIGHT
        else:
            weight = LONG_NUMBER_WEIGHT if len(token) >= LONG_NUMBER else NUMBER_WEIGHT
        return weight / (1.0 + 0.25 * math.log(self._commonness.get(token, 1)))


def length_ratio(
    first: Sequence[Unit], second: Sequence[Unit], pairs: Sequence[tuple[int, int]]
) -> float:
    """Letters of the second version for each letter of the first, over pairs of nodes.

    If more pairs are near the ratio of the whole texts, many pairs are of a node and half of
    another; such pairs are then left out, and pairs that share a token are asked as well.
    """
    whole = _ratio((sum(u.length for u in first), sum(u.length for u in second)))
    lengths = [(first[i].length, second[j].length) for i, j in pairs]
    found = _usual_ratio(lengths)
    if len(_near(lengths, whole)) < CLEARLY_MORE * len(_near(lengths, found)):
        return found
    more = {*pairs, *anchor_places(first, second)}
    near = _near([(first[i].length, second[j].length) for i, j in more], whole)
    return _usual_ratio(near)


def _near(lengths: Sequence[tuple[int, int]], ratio: float) -> list[tuple[int, int]]:
    """The pairs of lengths whose ratio is not far from another."""
    return [one for one in lengths if abs(math.log(_ratio(one) / ratio)) < LARGEST_DEVIATION]


def _usual_ratio(lengths: Sequence[tuple[int, int]]) -> float:
    return _ratio((sum(one for one, _ in lengths), sum(other for _, other in lengths)))


def _ratio(lengths: tuple[int, int]) -> float:
    return lengths[1] / lengths[0] if all(lengths) else 1.0


def anchor_places(first: Sequence[Unit], second: Sequence[Unit]) -> list[tuple[int, int]]:
    """The places of nodes that share a token which no other node has, whatever their numbers."""
    alone, alone_too = _places_of_unique_tokens(first), _places_of_unique_tokens(second)
    found = {(i, alone_too[token]) for token, i in alone.items() if token in alone_too}
    return sorted((i, j) for i, j in found if first[i].kind == second[j].kind)


def _places_of_unique_tokens(units: Sequence[Unit]) -> dict[str, int]:
    counts = Counter(token for unit in units for token in unit.tokens)
    return {
        token: at for at, unit in enumerate(units) for token in unit.tokens if counts[token] == 1
    }


def _commonness(first: Iterable[Unit], second: Iterable[Unit]) -> dict[str, int]:
    """In how many nodes of the version that has it in more each token is."""
    counts = [
        Counter(token for unit in units for token in unit.tokens) for units in (first, second)
    ]
    return {token: max(counts[0][token], counts[1][token]) for token in counts[0] | counts[1]}


def _kinds(one: Unit, other: Unit) -> float:
    """The evidence of the kinds of two nodes; `EXCLUDED` if they cannot be the same."""
    if one.kind != other.kind:
        kinds = {one.kind, other.kind}
        unnumbered = one.number is None and other.number is None
        return HEADING_AND_TEXT if kinds == {"section", "paragraph"} and unnumbered else EXCLUDED
    return 0.0 if one.section == other.section else OTHER_SECTION_KIND


def _numbers(one: Unit, other: Unit) -> float:
    """The evidence of the numbers of two nodes and of what they stand in."""
    total = SAME_PARENT if one.parent == other.parent else 0.0
    total += SAME_KEY if one.key == other.key and _is_same_place(one, other) else 0.0
    if one.number is None and other.number is None:
        return total
    if one.number is None or other.number is None:
        return total + NUMBER_AND_NONE
    if one.number != other.number:
        return total + OTHER_NUMBER
    return total + (SAME_ITEM_NUMBER if one.kind == "item" else SAME_NUMBER)


def _is_same_place(one: Unit, other: Unit) -> bool:
    """Whether equal keys mean something: places among siblings do if there are as many of them."""
    return (one.is_counted and other.is_counted) or one.siblings == other.siblings


def _shape(one: Unit, other: Unit) -> float:
    """The evidence of lists, footnote calls and colons."""
    first, second = one.shape, other.shape
    total = 0.0
    if first.items or second.items:
        total += SAME_ITEMS if first.items == second.items else OTHER_ITEMS
    if first.notes or second.notes:
        total += SAME_NOTES if first.notes == second.notes else OTHER_NOTES
    return total + (OTHER_ENDING if first.leads != second.leads else 0.0)
