"""Nodes that one version has as one and another as two: alignment beads 1-2 and 2-1.

A one-to-one alignment leaves one of the two alone.  It joins its neighbour if that fits better in
length (Gale and Church 1993) and if what the two versions have in common says so too.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from unreport.series.versions.links import (
    CERTAIN,
    CONTESTED,
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
TOKENS_TELL = 2.5  # the same of the tokens of nodes that stand elsewhere
MOST_ALONE = 200  # nodes without a counterpart that are compared with one another
TOKENS_OF_PART = 1.0  # the same of the tokens that a part shares with the whole
TEXT_TELLS = 0.5  # the same of words, where the part has no tokens


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
    confirmed: bool  # by the tokens or the words of the neighbour; else by the lengths alone
    gain: float
    link: Link


def align_units(first: Sequence[Unit], second: Sequence[Unit]) -> list[Bead]:
    """The beads of two versions, in the order of the first."""
    links = link_units(first, second)
    if len(links) == len(first) == len(second):
        return [_bead(place, link, None) for place, link in links]
    joiner = _joiner(first, second, links)
    chosen = _choose(_candidates(joiner, links))
    beads = [_bead(place, link, chosen.get(place)) for place, link in links]
    return sorted([*beads, *_beads_of_alone(joiner, beads)], key=_first_of)


def _first_of(bead: Bead) -> tuple[int, ...]:
    return bead.first


def _bead(place: tuple[int, int], link: Link, found: _Candidate | None) -> Bead:
    """A pair with its neighbour; with a low score if nothing but the lengths is for joining it."""
    one, other = (place[0],), (place[1],)
    if found is None:
        return Bead(one, other, link)
    if not found.confirmed:
        return Bead(one, other, Link(min(link.score, CONTESTED), link.reason))
    if found.splits_first:
        return Bead(tuple(sorted((*one, found.beside))), other, found.link)
    return Bead(one, tuple(sorted((*other, found.beside))), found.link)


def _choose(candidates: Iterator[_Candidate]) -> dict[tuple[int, int], _Candidate]:
    """The best candidates: each pair is joined by one node, each node joins one pair."""
    chosen: dict[tuple[int, int], _Candidate] = {}
    joined: set[tuple[bool, int]] = set()
    for found in sorted(candidates, key=_strength, reverse=True):
        if found.place not in chosen and (found.splits_first, found.beside) not in joined:
            chosen[found.place] = found
            joined.add((found.splits_first, found.beside))
    return chosen


def _strength(candidate: _Candidate) -> tuple[bool, float]:
    return candidate.confirmed, candidate.gain


def _joiner(first: Sequence[Unit], second: Sequence[Unit], links: Links) -> _Joiner:
    certain = [place for place, link in links if link.score >= CERTAIN]
    similarity = Similarity(first, second, certain)
    return _Joiner(first, second, similarity, WordAssociations(first, second, certain))


def _candidates(joiner: _Joiner, links: Links) -> Iterator[_Candidate]:
    """What nodes without a counterpart may join: the pairs of their neighbours."""
    paired = dict(place for place, _ in links)
    turned = {j: i for i, j in paired.items()}
    for alone, i in _neighbours(joiner.first, paired):
        yield from joiner.join((i, paired[i]), alone, splits_first=True)
    for alone, j in _neighbours(joiner.second, turned):
        yield from joiner.join((turned[j], j), alone, splits_first=False)


def _beads_of_alone(joiner: _Joiner, beads: Sequence[Bead]) -> list[Bead]:
    """The nodes of both versions that are alone and still the same: moved, or split in two."""
    first = _groups_alone(joiner.first, {i for bead in beads for i in bead.first})
    second = _groups_alone(joiner.second, {j for bead in beads for j in bead.second})
    found = [
        bead
        for one in first
        for other in second
        if 1 in (len(one), len(other)) and (bead := joiner.match(one, other))
    ]
    chosen: list[Bead] = []
    taken: set[tuple[int, int]] = set()
    for bead in sorted(found, key=lambda bead: (-bead.link.score, bead[:2])):
        places = {*((0, i) for i in bead.first), *((1, j) for j in bead.second)}
        if taken.isdisjoint(places):
            taken |= places
            chosen.append(bead)
    return chosen


def _groups_alone(units: Sequence[Unit], paired: set[int]) -> list[tuple[int, ...]]:
    """The places of nodes without a counterpart: of each, and of two that are siblings."""
    alone = [at for at, unit in enumerate(units) if at not in paired and unit.kind in JOINED_KINDS][
        :MOST_ALONE
    ]
    siblings = [
        (one, other)
        for one, other in pairwise(alone)
        if other == one + 1 and units[one][1:3] == units[other][1:3]
    ]
    return [*((at,) for at in alone), *siblings]


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
        """The candidate of a node beside a pair, if all evidence and the lengths are for it."""
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
        confirmed = self._has_text_of(units[alone], whole, joined.words - single.words)
        score = _probability(joined.total(0.0) + PRIOR) * _probability(gain)
        sizes = (both.length, other.length) if splits_first else (one.length, both.length)
        reason = describe_evidence("text", sizes[1] / sizes[0] if sizes[0] else None, joined)
        link = Link(round(score, 3), reason)
        yield _Candidate(place, alone, splits_first, confirmed, gain, link)

    def match(self, one: tuple[int, ...], other: tuple[int, ...]) -> Bead | None:
        """Nodes that stand elsewhere, if their lengths and many tokens are for it."""
        first = join_units([self.first[i] for i in one])
        second = join_units([self.second[j] for j in other])
        if first.kind != second.kind or first.tokens.isdisjoint(second.tokens):
            return None
        found = self._compare(first, second)
        if found.length < LENGTH_TELLS or found.tokens < TOKENS_TELL:
            return None
        reason = describe_evidence("text", second.length / first.length, found)
        return Bead(one, other, Link(round(_probability(found.total(0.0) + PRIOR), 3), reason))

    def _has_text_of(self, part: Unit, whole: Unit, words: float) -> bool:
        """Whether a node has the tokens of another; where this has none, what the words gain."""
        if not part.tokens:
            return words >= TEXT_TELLS
        found = part.tokens & whole.tokens
        return 2 * len(found) > len(part.tokens) and self.similarity.weight(found) >= TOKENS_OF_PART

    def _compare(self, one: Unit, other: Unit) -> Evidence:
        found = self.similarity.compare(one, other)
        return found._replace(words=self.words.evidence(one, other))


def _probability(odds: float) -> float:
    """The probability of what has these log-odds."""
    return 1.0 / (1.0 + math.exp(-odds))
