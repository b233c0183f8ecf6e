"""Align two language versions: which of their nodes belong together, how certainly, and why."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from unreport.series.versions.sequences import align_sequences
from unreport.series.versions.similarity import TOLD, Evidence, Similarity
from unreport.series.versions.units import Unit
from unreport.series.versions.word_associations import WordAssociations

GAP = -1.5  # log-odds of a node without a counterpart
PRIOR = -1.0  # log-odds that a pair of which nothing is known is wrong
LEAST_FIT = -1.0  # log-odds of three texts beside one another; 99 % of translations have more
UNCERTAIN = 0.5
"""A pair with a lower score is doubtful."""
CERTAIN = 0.8
"""Words are learned from pairs with such a score."""
NUMBERS_IGNORED = 0.1  # the weight of numbers where the texts show that they differ
TEXT_MARGIN = 1.0  # log-odds by which the texts must fit better if numbers are ignored
CONTESTED = 0.4  # the highest score of a pair of which numbers and texts say different things

Place = tuple[int, int]


class Link(Struct, frozen=True):
    """How certain it is that a node is a version of the node in the pivot language, and why."""

    score: float  # 0 to 1; below 0.5 it is doubtful
    reason: str  # `number, tokens 3/3, length 0.97`


Links = list[tuple[Place, Link]]


class _Linked(NamedTuple):
    """An alignment, and how well the lengths and tokens of its pairs fit."""

    links: Links
    evidence: list[Evidence]  # of each link

    @property
    def fit(self) -> float:
        """Of all pairs, compared with nodes alone."""
        return sum(found.fit - 2 * GAP for found in self.evidence)

    @property
    def by_place(self) -> dict[Place, Evidence]:
        """The evidence of each pair."""
        return dict(zip((place for place, _ in self.links), self.evidence, strict=True))


def link_units(first: Sequence[Unit], second: Sequence[Unit]) -> Links:
    """The pairs of places of two versions that are aligned, with their links.

    Where the structure does not settle it, the words that go together are learned from the pairs
    that are certain, and the versions are aligned again with them; once more with little regard to
    numbers, which counts if the texts then fit better: a version that lacks a paragraph may have
    numbered the following ones anew.
    """
    linker = _Linker(first, second)
    by_numbers = linker.link(1.0)
    if linker.is_settled(by_numbers):
        return by_numbers.links
    by_text = linker.link_with_words(linker.link(NUMBERS_IGNORED), NUMBERS_IGNORED)
    by_numbers = linker.link_with_words(by_numbers, 1.0)
    links = _choose(by_numbers, by_text)
    return linker.doubt_beside_gaps(links, {**by_text.by_place, **by_numbers.by_place})


def _choose(by_numbers: _Linked, by_text: _Linked) -> Links:
    """The alignment that fits better, with low scores where the other one contests it."""
    if by_text.fit < by_numbers.fit or not _contradict(by_numbers, by_text):
        return _contested(by_numbers, by_numbers.links, by_text.links)
    if by_text.fit < by_numbers.fit + TEXT_MARGIN:
        return _contested(by_numbers, _told_by_text(by_numbers, by_text), by_text.links)
    return _contested(by_text, _told_by_text(by_text, by_numbers), by_numbers.links)


def _contradict(one: _Linked, other: _Linked) -> bool:
    """Whether two alignments pair some node with different nodes."""
    second_of = dict(place for place, _ in one.links)
    first_of = {j: i for i, j in second_of.items()}
    return any(second_of.get(i, j) != j or first_of.get(j, i) != i for (i, j), _ in other.links)


def _told_by_text(linked: _Linked, other: _Linked) -> Links:
    """Links with low scores where the texts have little in common but their lengths.

    Where numbers tell nothing, two paragraphs of one length may each lack its counterpart.  The
    number of a heading, which paragraphs that are numbered anew do not change, is a witness.
    """
    agreed = other.by_place
    return [
        (
            place,
            link
            if found.tokens + found.words >= TOLD or (found.titled and place in agreed)
            else _low(link),
        )
        for (place, link), found in zip(linked.links, linked.evidence, strict=True)
    ]


def _contested(linked: _Linked, best: Links, others: Links) -> Links:
    """The better one of two alignments, with low scores where the other says something else.

    Not where lengths, shared tokens and words tell the same: these are witnesses enough against
    numbers.  A pair of the other one is kept, with a low score, if the better one leaves both nodes
    alone.
    """
    agreed = {place for place, _ in others}
    told = {
        place for place, found in linked.by_place.items() if found.shared and found.is_told_by_all
    }
    links = [
        (place, link if place in agreed or place in told else _low(link)) for place, link in best
    ]
    taken = {i: j for (i, j), _ in best}
    seconds = set(taken.values())
    places = sorted(taken.items())
    for (i, j), link in others:
        at = bisect_left(places, (i, j))
        follows = not at or places[at - 1][1] < j
        precedes = at == len(places) or j < places[at][1]
        if i not in taken and j not in seconds and follows and precedes:
            links.append(((i, j), _low(link)))
    return sorted(links, key=_first)


def _first(linked: tuple[Place, Link]) -> Place:
    return linked[0]


def _low(link: Link) -> Link:
    return Link(min(link.score, CONTESTED), link.reason)


class _Linker:
    def __init__(self, first: Sequence[Unit], second: Sequence[Unit]) -> None:
        self.first = first
        self.second = second
        self.known = _known_places(first, second)
        self.similarity = Similarity(first, second, self.known)

    def is_settled(self, linked: _Linked) -> bool:
        """Whether every node of both versions has a counterpart of the same key, none doubtful.

        Where texts beside one another do not fit, the numbers may be those of other texts.
        """
        links, fits = linked.links, [found.fit for found in linked.evidence]
        if not len(links) == len(self.first) == len(self.second):
            return False
        if any(sum(beside) < LEAST_FIT for beside in zip(fits, fits[1:], fits[2:], strict=False)):
            return False
        return all(
            self.first[i].key == self.second[j].key and link.score >= UNCERTAIN
            for (i, j), link in links
        )

    def doubt_beside_gaps(self, links: Links, evidence: Mapping[Place, Evidence]) -> Links:
        """Links with low scores beside nodes without a counterpart, where no text tells the pair.

        One of two neighbours of like length may be that node.
        """
        ends = len(self.first), len(self.second)
        places = {(-1, -1), ends, *(place for place, _ in links)}
        return [
            (
                (i, j),
                link
                if {(i - 1, j - 1), (i + 1, j + 1)} <= places or evidence[i, j].is_told_by_text
                else _low(link),
            )
            for (i, j), link in links
        ]

    def link_with_words(self, linked: _Linked, weight: float) -> _Linked:
        """The alignment that the words of the certain pairs of another lead to."""
        associations = WordAssociations(self.first, self.second, _certain(linked))
        return self.link(weight, associations.evidence)

    def link(self, weight: float, words: Callable[[Unit, Unit], float] | None = None) -> _Linked:
        """The best alignment, with numbers of this weight."""
        compared: dict[Place, Evidence] = {}

        def total(i: int, j: int) -> float:
            one, other = self.first[i], self.second[j]
            found = self.similarity.compare(one, other)
            if words is not None and found.is_possible:
                found = found._replace(words=words(one, other))
            compared[i, j] = found
            return found.total(weight)

        lengths = len(self.first), len(self.second)
        links: list[tuple[Place, Link]] = []
        evidence: list[Evidence] = []
        for i, j, probability in align_sequences(lengths, self.known, total, GAP):
            found = compared[i, j]
            # squared: both nodes may have another counterpart
            score = probability**2 / (1.0 + math.exp(PRIOR - found.total(weight)))
            reason = _reason(self.first[i], self.second[j], found)
            links.append(((i, j), Link(round(score, 3), reason)))
            evidence.append(found)
        return _Linked(links, evidence)


def _certain(linked: _Linked) -> list[Place]:
    return [place for place, link in linked.links if link.score >= CERTAIN]


def _known_places(first: Sequence[Unit], second: Sequence[Unit]) -> list[Place]:
    """The places of nodes that have one key in both versions."""
    places = {(unit.kind, unit.key): j for j, unit in enumerate(second)}
    return [
        (i, places[unit.kind, unit.key])
        for i, unit in enumerate(first)
        if (unit.kind, unit.key) in places
    ]


def _reason(one: Unit, other: Unit, found: Evidence) -> str:
    """What the pair rests on: `number, tokens 2/3, length 0.97`."""
    if one.number is not None and one.number == other.number:
        basis = "number"
    else:
        basis = "position" if one.key == other.key else "text"
    return describe_evidence(basis, other.length / one.length if one.length else None, found)


def describe_evidence(basis: str, ratio: float | None, found: Evidence) -> str:
    """What a pair rests on: its basis, shared tokens, the ratio of the lengths if there is one."""
    tokens = f", tokens {found.shared}/{found.united}" if found.united else ""
    length = f", length {ratio:.2f}" if ratio is not None else ""
    return basis + tokens + length
