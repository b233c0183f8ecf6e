"""Align the sentences of two versions of a paragraph by their lengths.

W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational
Linguistics 19 (1993): the length of a translation is normally distributed around the length of the
original times a constant; a sentence is mostly translated by one, seldom by two or none.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import accumulate
from types import MappingProxyType
from typing import NamedTuple

VARIANCE = 6.8  # of the length of the translation, for each letter of the original
MATCHES: Mapping[tuple[int, int], float] = MappingProxyType(
    {(1, 1): 0.89, (1, 0): 0.0099, (0, 1): 0.0099, (2, 1): 0.089, (1, 2): 0.089, (2, 2): 0.011}
)
"""How many sentences go together, with the probability (table 5 of the article)."""
LEAST_PROBABILITY = 1e-12
MOST_SENTENCES = 200
"""Longer paragraphs are left whole, since the cost grows with the square."""


class Bead(NamedTuple):
    """Sentences that go together: behind the last one of the first and of the second version."""

    first: int
    second: int


def align_sentences(
    first: Sequence[int], second: Sequence[int], *, ratio: float = 1.0
) -> tuple[Bead, ...]:
    """The beads of two sequences of sentences, which are given by their lengths.

    `ratio` is the usual length of the second version for each letter of the first.

    >>> align_sentences([100, 20, 31], [95, 55])
    (Bead(first=1, second=1), Bead(first=3, second=2))
    """
    if max(len(first), len(second)) > MOST_SENTENCES:
        return (Bead(len(first), len(second)),)
    sums = [0, *accumulate(first)], [0, *accumulate(second)]
    costs: dict[Bead, float] = {Bead(0, 0): 0.0}
    before: dict[Bead, Bead] = {}
    for i in range(len(first) + 1):
        for j in range(len(second) + 1):
            here = Bead(i, j)
            options = [
                (
                    costs[start]
                    + _cost(sums[0][i] - sums[0][i - m], sums[1][j] - sums[1][j - n], ratio, prior),
                    start,
                )
                for (m, n), prior in MATCHES.items()
                if (start := Bead(i - m, j - n)) in costs and here != start
            ]
            if options:
                costs[here], before[here] = min(options)
    return _beads(Bead(len(first), len(second)), before)


def _beads(end: Bead, before: Mapping[Bead, Bead]) -> tuple[Bead, ...]:
    beads: list[Bead] = []
    while end in before:
        beads.append(end)
        end = before[end]
    return tuple(reversed(beads))


def _cost(first: int, second: int, ratio: float, prior: float) -> float:
    """The negative logarithm of the probability of two lengths and of their kind of match."""
    mean = (first + second / ratio) / 2
    if mean == 0:
        return -math.log(prior)
    deviation = abs(second - first * ratio) / math.sqrt(mean * VARIANCE)
    tail = math.erfc(deviation / math.sqrt(2))  # both tails of the normal distribution
    return -math.log(max(tail, LEAST_PROBABILITY)) - math.log(prior)
