"""Nodes that one version has as one and another as two: alignment beads 1-2 and 2-1.

A one-to-one alignment leaves one of the two alone.  It joins its neighbour if that fits better in
length (Gale and Church 1993) and if what the two versions have in common says so too.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from unreport.series.versions.links import (
    CERTAIN,
    GAP,
    PRIOR,
    Link,
    Links,
    describe_evidence,
    link_units,
)
from unreport.series.versions.similarity import Evidence, Similarity
from unreport.series.versions.units import Unit, join_units
from unreport.series.versions.word_associations import WordAssociations

JOINED_KINDS = ("paragraph", "item")
LEAST_GAIN = 1.0  # log-odds by which two nodes together must fit better than one of them
LENGTH_TELLS = 1.0  # log-odds of the lengths by which they are a witness
TEXT_TELLS = 0.5  # the same of tokens that the part shares with the whole, or of words


class Bead(NamedTuple):
    """The places of nodes of two versions that go together: one and one, one and two, two and one.

    The name is that of Gale and Church for groups of sentences.
    """

    first: tuple[int, ...]
    second: tuple[int, ...]
    link: Link


class _Candidate(NamedTuple):
    """A pair of places, a node beside one of them that has no counterpart, and what joining gains.

    `beside` is the place of the neighbour in the version that splits.
    """

    place: tuple[int, int]
    beside: int
    splits_first: bool
    gain: float
    link: Link


def align_units(first: Sequence[Unit], second: Sequence[Unit]) -> list[Bead]:
    """The beads of two versions, in the order of the first."""
    links = link_units(first, second)
    chosen = _choose(_candidates(first, second, links))
    beads: list[Bead] = []
    for place, link in links:
        one: tuple[int, ...] = (place[0],)
        other: tuple[int, ...] = (place[1],)
        if (found := chosen.get(place)) is not None:
            link = found.link  # noqa: PLW2901  that of both nodes
            if found.splits_first:
                one = tuple(sorted((*one, found.beside)))
            else:
                other = tuple(sorted((*other, found.beside)))
        beads.append(Bead(one, other, link))
    return beads


def _choose(candidates: Iterator[_Candidate]) -> dict[tuple[int, int], _Candidate]:
    """The best candidates: each pair is joined by one node, each node joins one pair."""
    chosen: dict[tuple[int, int], _Candidate] = {}
    joined: set[tuple[bool, int]] = set()
    for found in sorted(candidates, key=_gain, reverse=True):
        if found.place not in chosen and (found.splits_first, found.beside) not in joined:
            chosen[found.place] = found
            joined.add((found.splits_first, found.beside))
    return chosen


def _gain(candidate: _Candidate) -> float:
    return candidate.gain


def _candidates(
    first: Sequence[Unit], second: Sequence[Unit], links: Links
) -> Iterator[_Candidate]:
    """What nodes without a counterpart may join: the pairs of their neighbours."""
    paired = dict(place for place, _ in links)
    turned = {j: i for i, j in paired.items()}
    places = [
        *(((i, paired[i]), alone, True) for alone, i in _neighbours(first, paired)),
        *(((turned[j], j), alone, False) for alone, j in _neighbours(second, turned)),
    ]
    if not places:
        return
    certain = [place for place, link in links if link.score >= CERTAIN]
    joiner = _Joiner(
        first,
        second,
        Similarity(first, second, certain),
        WordAssociations(first, second, certain),
    )
    for place, alone, splits_first in places:
        yield from joiner.join(place, alone, splits_first=splits_first)


def _neighbours(units: Sequence[Unit], paired: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The places of nodes without a counterpart, each with the siblings beside it that have one.

    Between two such siblings stands nothing but what is in the first of them.
    """
    last: dict[str, int] = {}
    for at, unit in enumerate(units):
        before = last.get(unit.parent)
        last[unit.parent] = at
        if before is None or unit.kind not in JOINED_KINDS or units[before].kind != unit.kind:
            continue
        if (at in paired) != (before in paired):
            yield (before, at) if at in paired else (at, before)


class _Joiner(NamedTuple):
    """Compares nodes joined with nodes alone."""

    first: Sequence[Unit]
    second: Sequence[Unit]
    similarity: Similarity
    words: WordAssociations

    def join(
        self, place: tuple[int, int], alone: int, *, splits_first: bool
    ) -> Iterator[_Candidate]:
        """The candidate of a node beside a pair, if two witnesses are for it."""
        one, other = self.first[place[0]], self.second[place[1]]
        whole = other if splits_first else one
        if one.kind != other.kind:
            return
        units = self.first if splits_first else self.second
        both = join_units([units[at] for at in sorted((alone, place[not splits_first]))])
        single = self._compare(one, other)
        joined = self._compare(both, other) if splits_first else self._compare(one, both)
        gain = joined.total(0.0) - single.total(0.0) - GAP
        if gain < LEAST_GAIN or joined.length - single.length < LENGTH_TELLS:
            return
        if not self._has_text_of(units[alone], whole, joined.words - single.words):
            return
        score = _probability(joined.total(0.0) + PRIOR) * _probability(gain)
        sizes = (both.length, other.length) if splits_first else (one.length, both.length)
        reason = describe_evidence("text", sizes[1] / sizes[0] if sizes[0] else None, joined)
        yield _Candidate(place, alone, splits_first, gain, Link(round(score, 3), reason))

    def _has_text_of(self, part: Unit, whole: Unit, words: float) -> bool:
        """Whether a node has the tokens of another; where this has none, what the words gain."""
        if not part.tokens:
            return words >= TEXT_TELLS
        found = part.tokens & whole.tokens
        return 2 * len(found) > len(part.tokens) and self.similarity.weight(found) >= TEXT_TELLS

    def _compare(self, one: Unit, other: Unit) -> Evidence:
        found = self.similarity.compare(one, other)
        return found._replace(words=self.words.evidence(one, other))


def _probability(odds: float) -> float:
    """The probability of what has these log-odds."""
    return 1.0 / (1.0 + math.exp(-odds))
