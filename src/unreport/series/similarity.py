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

from unreport.series.units import Unit

SAME_NUMBER = 3.0
SAME_ITEM_NUMBER = 2.0  # letters come again in every list
OTHER_NUMBER = -3.0
NUMBER_AND_NONE = -2.5
SAME_PARENT = 1.0
SAME_KEY = 1.0
OTHER_SECTION_KIND = -1.0
HEADING_AND_TEXT = -2.5  # a heading that one version has as a paragraph
EXCLUDED = -100.0

LENGTH_LIKELY, LENGTH_UNLIKELY = 1.5, -5.0
RATIO_DEVIATION = 0.22  # of the logarithm of the ratio of lengths, for long texts
SHORT_DEVIATION = 14.0  # and its square times the length, for short ones
PSEUDO_LENGTH = 4.0

DOCUMENT_WEIGHT, LONG_NUMBER_WEIGHT, NUMBER_WEIGHT = 2.0, 1.2, 0.6
ABSENT = -0.45  # of the weight of a token that one version lacks
MOST_TOKENS = 6.0
LONG_NUMBER = 3  # digits


class Evidence(NamedTuple):
    """The log-odds that two nodes are the same, by what speaks for it."""

    structure: float
    length: float
    tokens: float
    shared: int  # tokens that both have
    united: int  # tokens that one of them has

    @property
    def total(self) -> float:
        """All of it together."""
        return self.structure + self.length + self.tokens

    @property
    def text(self) -> float:
        """What the texts say, without the structure."""
        return self.length + self.tokens


class Similarity:
    """Compares the nodes of two versions; the usual ratio of their lengths is measured first."""

    def __init__(self, first: Sequence[Unit], second: Sequence[Unit]) -> None:
        self.ratio = length_ratio(first, second)
        self._commonness = _commonness(first, second)

    def compare(self, one: Unit, other: Unit) -> Evidence:
        """The evidence that two nodes are the same."""
        structure = _structure(one, other)
        if structure <= EXCLUDED:
            return Evidence(structure, 0.0, 0.0, 0, 0)
        shared, absent = self._tokens(one, other)
        weight = sum(map(self._weight, shared)) + ABSENT * sum(map(self._weight, absent))
        tokens = min(max(weight, -MOST_TOKENS), MOST_TOKENS)
        united = len(shared) + len(absent)
        return Evidence(structure, self._length(one, other), tokens, len(shared), united)

    def _length(self, one: Unit, other: Unit) -> float:
        expected = self.ratio * one.length + PSEUDO_LENGTH
        found = other.length + PSEUDO_LENGTH
        variance = RATIO_DEVIATION**2 + SHORT_DEVIATION / (
            SHORT_DEVIATION + 8 * min(expected, found)
        )
        deviation = math.log(found / expected) ** 2 / variance
        return max(LENGTH_LIKELY - deviation / 2, LENGTH_UNLIKELY)

    def _tokens(self, one: Unit, other: Unit) -> tuple[frozenset[str], frozenset[str]]:
        first, second = one.anchors.all, other.anchors.all
        return first & second, first ^ second

    def _weight(self, token: str) -> float:
        """Documents and dates tell more than numbers; what is everywhere tells little."""
        if not token.replace(".", "").isdecimal():
            weight = DOCUMENT_WEIGHT
        else:
            weight = LONG_NUMBER_WEIGHT if len(token) >= LONG_NUMBER else NUMBER_WEIGHT
        return weight / (1.0 + 0.25 * math.log(self._commonness.get(token, 1)))


def length_ratio(first: Iterable[Unit], second: Iterable[Unit]) -> float:
    """Letters of the second version for each letter of the first, over the nodes of same keys."""
    lengths = {(unit.kind, unit.key): unit.length for unit in first}
    pairs = [
        (lengths[unit.kind, unit.key], unit.length)
        for unit in second
        if (unit.kind, unit.key) in lengths
    ]
    total, other = sum(a for a, _ in pairs), sum(b for _, b in pairs)
    return other / total if total and other else 1.0


def _commonness(first: Iterable[Unit], second: Iterable[Unit]) -> dict[str, int]:
    """In how many nodes of the version that has it in more each token is."""
    counts = [
        Counter(token for unit in units for token in unit.anchors.all) for units in (first, second)
    ]
    return {token: max(counts[0][token], counts[1][token]) for token in counts[0] | counts[1]}


def _structure(one: Unit, other: Unit) -> float:
    if one.kind != other.kind:
        kinds = {one.kind, other.kind}
        unnumbered = one.number is None and other.number is None
        return HEADING_AND_TEXT if kinds == {"section", "paragraph"} and unnumbered else EXCLUDED
    total = SAME_PARENT if one.parent == other.parent else 0.0
    total += SAME_KEY if one.key == other.key else 0.0
    if one.kind == "section" and one.node.kind != other.node.kind:  # type: ignore[union-attr]
        total += OTHER_SECTION_KIND
    if one.number is None and other.number is None:
        return total
    if one.number is None or other.number is None:
        return total + NUMBER_AND_NONE
    if one.number != other.number:
        return total + OTHER_NUMBER
    return total + (SAME_ITEM_NUMBER if one.kind == "item" else SAME_NUMBER)
