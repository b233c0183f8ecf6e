"""A row: the glyph clusters of one baseline in visual order."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from unreport.readers.pdf.bidi.baselines.letter_kinds import kinds_of_all
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.font_evidence import GlyphKey
from unreport.readers.pdf.bidi.letters import UNMAPPED, BidiClass
from unreport.readers.pdf.bidi.logical_order import Token, token_of
from unreport.readers.pdf.file.page_glyphs import Indices

BASELINE_TOLERANCE = 0.14  # em; fonts of one row may have slightly different baselines
COLUMN_GAP = 2.0  # em; what is separated by a wider gap may not belong together
EDGE_CLUSTERS = 3  # the last clusters of a row, of which one reaches farthest
OVERLAP_SHARE = 0.7  # of the narrower of two letters, from which their positions give no order
KERNED_SHARE = 0.5  # the same for a letter and a sign that may be kerned over it
MARK_REACH = 4  # clusters; kashidas may come between a mark and its letter
SAME_SIZE = 0.1  # points
QUOTED = 40  # clusters at the left of a row, which show what it begins with


@dataclass(slots=True)
class Row:
    """Clusters of one baseline in visual order, without wide gaps between them."""

    clusters: list[Cluster]
    y: float
    size: float
    page: int
    spaces: list[float] = field(default_factory=list)  # centres of the drawn spaces
    word_starts: list[int] | None = None
    """The clusters before which a space separates words, if that is known."""
    is_sorted: bool = True  # by the centres of its clusters
    has_overlaps: bool = False  # letters may lie over one another
    has_two_strings: bool = False  # drawn over one another, so that their letters alternate

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.clusters[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        clusters = self.clusters
        if len(clusters) < EDGE_CLUSTERS:
            return max([cluster.x1 for cluster in clusters])
        return max(clusters[-1].x1, clusters[-2].x1, clusters[-3].x1)

    @property
    def first_size(self) -> float:
        """The size of its first cluster."""
        return self.clusters[0].size

    @property
    def last_size(self) -> float:
        """The size of its last cluster."""
        return self.clusters[-1].size

    @property
    def last_right(self) -> float:
        """Right edge of its last cluster."""
        return self.clusters[-1].x1

    # --- columns of its clusters ------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many clusters it has."""
        return len(self.clusters)

    @property
    def lefts(self) -> list[float]:
        """The left edges of its clusters."""
        return [cluster.x0 for cluster in self.clusters]

    @property
    def rights(self) -> list[float]:
        """The right edges of its clusters."""
        return [cluster.x1 for cluster in self.clusters]

    @property
    def sizes(self) -> list[float]:
        """The sizes of type of its clusters."""
        return [cluster.size for cluster in self.clusters]

    @property
    def texts(self) -> list[str]:
        """The texts of its clusters."""
        return [cluster.text for cluster in self.clusters]

    @property
    def classes(self) -> list[BidiClass]:
        """The bidi classes of its clusters."""
        return [cluster.bidi_class for cluster in self.clusters]

    @property
    def fonts(self) -> list[int]:
        """The fonts of its clusters."""
        return [cluster.font for cluster in self.clusters]

    @property
    def raised(self) -> list[bool]:
        """Which of its clusters are superscripts."""
        return [cluster.raised for cluster in self.clusters]

    @property
    def orders(self) -> list[int]:
        """The places of its clusters in the content stream."""
        return [cluster.order for cluster in self.clusters]

    @property
    def order_array(self) -> Indices:
        """The same as an array."""
        return np.array(self.orders, dtype=np.int64)

    @property
    def tokens(self) -> list[Token]:
        """Its clusters as tokens of the bidirectional algorithm."""
        return [*map(token_of, self.texts, self.classes)]

    @property
    def keys(self) -> list[GlyphKey]:
        """The font, the code and the text of each of its clusters."""
        return [(cluster.font, cluster.code, cluster.text) for cluster in self.clusters]

    @property
    def kinds(self) -> list[int]:
        """What kinds of letters its clusters are, as flags."""
        return kinds_of_all(self.clusters)

    def cluster_at(self, at: int) -> Cluster:
        """One of its clusters."""
        return self.clusters[at]

    @property
    def starts_raised(self) -> bool:
        """Whether its first cluster is a superscript."""
        return self.clusters[0].raised

    @property
    def has_right_to_left(self) -> bool:
        """Whether it has right-to-left letters."""
        return "R" in self.classes

    @property
    def is_doubtful(self) -> bool:
        """Whether the font does not name a letter or a mark on it, or two strings are in one."""
        return self.has_two_strings or True in [
            c.is_uncertain or c.text == UNMAPPED for c in self.clusters
        ]

    @property
    def beginning(self) -> str:
        """The text of its first clusters, from the left."""
        return "".join([cluster.text for cluster in self.clusters[:QUOTED]])

    def edges_beside(self, x: float) -> tuple[list[float], list[float]]:
        """The right edges of the clusters before a place, the left edges of those after it."""
        at = bisect_left(self.clusters, 2 * x, key=_twice_centre)
        before = self.clusters[max(0, at - EDGE_CLUSTERS) : at]
        after = self.clusters[at : at + EDGE_CLUSTERS]
        return [cluster.x1 for cluster in before], [cluster.x0 for cluster in after]

    def text_at(self, at: int) -> str:
        """The text of one of its clusters."""
        return self.clusters[at].text

    def count_before(self, x: float) -> int:
        """How many of its clusters have their centre before a place."""
        return sum([cluster.x0 + cluster.x1 < 2 * x for cluster in self.clusters])

    def gaps(self, least: float) -> list[tuple[float, float]]:
        """The gaps between its clusters that are not narrower than `least`, from the left."""
        return [(a.x1, b.x0) for a, b in pairwise(self.clusters) if b.x0 - a.x1 >= least]

    # --- parts of it ------------------------------------------------------------------------------

    def first_clusters(self, count: int) -> list[Cluster]:
        """Its first clusters, from the left; no other need be made."""
        return [self.cluster_at(at) for at in range(min(count, self.count))]

    def last_clusters(self, count: int) -> list[Cluster]:
        """Its last clusters, from the left; no other need be made."""
        return [self.cluster_at(at) for at in range(max(0, self.count - count), self.count)]

    def part(self, start: int, end: int, spaces: list[float]) -> Row:
        """A row of some of its clusters, with the spaces among them."""
        return Row(self.clusters[start:end], self.y, self.size_of(start, end), self.page, spaces)

    def size_of(self, start: int, end: int) -> float:
        """The commonest size of some of its clusters: two columns share a baseline by chance."""
        sizes = self.sizes[start:end]
        if len({*sizes}) == 1 and abs(sizes[0] - self.size) < SAME_SIZE:
            return self.size
        own = [size for size, up in zip(sizes, self.raised[start:end], strict=True) if not up]
        return usual_size_and_baseline(own, [self.y] * len(own))[0] if own else self.size

    def segment(self, start: int, end: int) -> Row:
        """Its clusters from one index to another, and the spaces among them."""
        lefts, rights = self.lefts, self.rights
        low = lefts[start] + rights[start] if start else float("-inf")
        high = lefts[end - 1] + rights[end - 1] if end < self.count else float("inf")
        return self.part(start, end, [space for space in self.spaces if low <= 2 * space < high])

    def joined(self, other: Row) -> Row:
        """A row of its clusters and those of another segment of its baseline."""
        clusters = sorted([*self.clusters, *other.clusters], key=_twice_centre)
        size = max(self, other, key=lambda row: row.count).size
        return Row(clusters, self.y, size, self.page, sorted([*self.spaces, *other.spaces]))

    # --- while rows are made ----------------------------------------------------------------------

    def extend(self, other: Row) -> None:
        """Add the clusters of another row."""
        self.clusters.extend(other.clusters)
        self.spaces.extend(other.spaces)
        self.word_starts = None
        self.is_sorted, self.has_overlaps = False, True
        self.has_two_strings |= other.has_two_strings

    def mark_raised(self, *, above: bool) -> None:
        """Note that its clusters are superscripts of another row, or subscripts."""
        for cluster in self.clusters:
            cluster.raised = above

    def sort(self) -> None:
        """Sort its clusters by their centres."""
        if not self.is_sorted:
            sort_by_centre(self.clusters)
            self.is_sorted = True

    def measure(self) -> None:
        """Give it the size and the baseline of most of its clusters."""
        first = self.clusters[0]
        if len({(cluster.y, cluster.size) for cluster in self.clusters}) == 1:
            self.size, self.y = round(first.size, 1), first.y
            return
        self.size, self.y = usual_size_and_baseline(
            [cluster.size for cluster in self.clusters], [cluster.y for cluster in self.clusters]
        )


def sort_by_centre(clusters: list[Cluster]) -> None:
    """Sort clusters from left to right by their centres."""
    centres = [cluster.x0 + cluster.x1 for cluster in clusters]
    if sorted(centres) != centres:
        clusters.sort(key=_twice_centre)


def _twice_centre(cluster: Cluster) -> float:
    return cluster.x0 + cluster.x1


def usual_size_and_baseline(sizes: list[float], baselines: list[float]) -> tuple[float, float]:
    """The commonest size of some clusters, to a tenth of a point, and the baseline of that size.

    >>> usual_size_and_baseline([10.0, 10.02, 7.0], [100.0, 100.0, 95.0])
    (10.0, 100.0)
    """
    rounded = [round(size, 1) for size in sizes]
    counts: dict[float, int] = {}
    for size in rounded:
        counts[size] = counts.get(size, 0) + 1
    usual = max(counts, key=lambda size: (counts[size], size))
    own = sorted(y for y, size in zip(baselines, rounded, strict=True) if size == usual)
    return usual, own[len(own) // 2]
