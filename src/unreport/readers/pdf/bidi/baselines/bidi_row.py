"""Rows of a page with right-to-left letters, as columns until their clusters are asked for."""

from __future__ import annotations

from bisect import bisect_left
from typing import TypeVar

from unreport.readers.pdf.bidi.baselines.letter_columns import RowLetters
from unreport.readers.pdf.bidi.baselines.letter_kinds import UNCERTAIN, union
from unreport.readers.pdf.bidi.baselines.row import (
    EDGE_CLUSTERS,
    QUOTED,
    Row,
    usual_size_and_baseline,
)
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.font_evidence import GlyphKey
from unreport.readers.pdf.bidi.letters import BidiClass
from unreport.readers.pdf.bidi.logical_order import Token

T = TypeVar("T")


class BidiRow(Row):
    """A row of such a page, which has its values in columns until one of its clusters changes."""

    __slots__ = ("_end", "_made", "_right", "_start", "bounds", "columns", "kinds_of_row")

    def __init__(
        self, columns: RowLetters, bounds: tuple[int, int], y: float, size: float, page: int
    ) -> None:
        self.columns = columns
        self.bounds: tuple[int, int] | None = bounds  # of the columns; None if it has left them
        self._start, self._end = start, end = bounds
        self._right = max(columns.x1[max(start, end - EDGE_CLUSTERS) : end])
        self._made: list[Cluster] | None = None
        self.kinds_of_row: int | None = None  # the flags of its letters together, once known
        self.y, self.size, self.page = y, size, page
        self.spaces = []
        self.word_starts = None
        self.is_sorted = True
        self.has_overlaps = self.has_two_strings = False

    @property
    def clusters(self) -> list[Cluster]:
        """Its clusters, made when they are first asked for; `detach` it before they change."""
        if self._made is None:
            self._made = self.columns.clusters(self._start, self._end)
        return self._made

    @clusters.setter
    def clusters(self, clusters: list[Cluster]) -> None:
        self._made, self.bounds = clusters, None

    def detach(self) -> None:
        """Have its values in its clusters from now on."""
        self.clusters = self.clusters

    def _values(self, column: list[T]) -> list[T]:
        return column[self._start : self._end]

    @property
    def x0(self) -> float:
        """Left edge."""
        if self.bounds is None:
            return super().x0
        return self.columns.x0[self._start]

    @property
    def x1(self) -> float:
        """Right edge."""
        if self.bounds is None:
            return super().x1
        return self._right

    @property
    def first_size(self) -> float:
        """The size of its first cluster."""
        if self.bounds is None:
            return super().first_size
        return self.columns.size[self._start]

    @property
    def last_size(self) -> float:
        """The size of its last cluster."""
        if self.bounds is None:
            return super().last_size
        return self.columns.size[self._end - 1]

    @property
    def last_right(self) -> float:
        """Right edge of its last cluster."""
        if self.bounds is None:
            return super().last_right
        return self.columns.x1[self._end - 1]

    @property
    def count(self) -> int:
        """How many clusters it has."""
        if self.bounds is None:
            return super().count
        return self._end - self._start

    @property
    def lefts(self) -> list[float]:
        """The left edges of its clusters."""
        if self.bounds is None:
            return super().lefts
        return self._values(self.columns.x0)

    @property
    def rights(self) -> list[float]:
        """The right edges of its clusters."""
        if self.bounds is None:
            return super().rights
        return self._values(self.columns.x1)

    @property
    def texts(self) -> list[str]:
        """The texts of its clusters."""
        if self.bounds is None:
            return super().texts
        return self._values(self.columns.texts)

    @property
    def fonts(self) -> list[int]:
        """The fonts of its clusters."""
        if self.bounds is None:
            return super().fonts
        return self._values(self.columns.fonts)

    @property
    def classes(self) -> list[BidiClass]:
        """The bidi classes of its clusters."""
        if self.bounds is None:
            return super().classes
        return self._values(self.columns.classes)

    @property
    def raised(self) -> list[bool]:
        """Which of its clusters are superscripts."""
        if self.bounds is None:
            return super().raised
        return self._values(self.columns.raised)

    @property
    def sizes(self) -> list[float]:
        """The sizes of type of its clusters."""
        if self.bounds is None:
            return super().sizes
        return self._values(self.columns.size)

    @property
    def orders(self) -> list[int]:
        """The places of its clusters in the content stream."""
        if self.bounds is None:
            return super().orders
        return [order for order in self._values(self.columns.orders) if order is not None]

    @property
    def tokens(self) -> list[Token]:
        """Its clusters as tokens of the bidirectional algorithm."""
        if self.bounds is None:
            return super().tokens
        return self._values(self.columns.tokens)

    @property
    def keys(self) -> list[GlyphKey]:
        """The font, the code and the text of each of its clusters."""
        if self.bounds is None:
            return super().keys
        return self._values(self.columns.keys)

    @property
    def kinds(self) -> list[int]:
        """What kinds of letters its clusters are, as flags."""
        if self.bounds is None:
            return super().kinds
        return self._values(self.columns.kinds)

    @property
    def starts_raised(self) -> bool:
        """Whether its first cluster is a superscript."""
        if self.bounds is None:
            return super().starts_raised
        return self.columns.raised[self._start]

    @property
    def has_right_to_left(self) -> bool:
        """Whether it has right-to-left letters."""
        return "R" in self.classes

    @property
    def is_doubtful(self) -> bool:
        """Whether the font does not name a letter or a mark on it, or two strings are in one."""
        if self.bounds is None:
            return super().is_doubtful
        if self.kinds_of_row is None:
            self.kinds_of_row = union(self.kinds)
        return self.has_two_strings or bool(self.kinds_of_row & UNCERTAIN)

    @property
    def beginning(self) -> str:
        """The text of its first clusters, from the left."""
        if self.bounds is None:
            return super().beginning
        return "".join(self.columns.texts[self._start : min(self._end, self._start + QUOTED)])

    def cluster_at(self, at: int) -> Cluster:
        """One of its clusters; no other is made."""
        if self._made is not None:
            return self._made[at]
        return self.columns.cluster(self._start + at)

    def text_at(self, at: int) -> str:
        """The text of one of its clusters."""
        if self.bounds is None:
            return super().text_at(at)
        return self.columns.texts[(self._start if at >= 0 else self._end) + at]

    def edges_beside(self, x: float) -> tuple[list[float], list[float]]:
        """The right edges of the clusters before a place, the left edges of those after it."""
        if self.bounds is None:
            return super().edges_beside(x)
        x0, x1, start, end = self.columns.x0, self.columns.x1, self._start, self._end
        at = bisect_left(range(end), 2 * x, start, end, key=lambda i: x0[i] + x1[i])
        before, after = max(start, at - EDGE_CLUSTERS), min(at + EDGE_CLUSTERS, end)
        return x1[before:at], x0[at:after]

    def part(self, start: int, end: int, spaces: list[float]) -> Row:
        """A row of some of its clusters, with the spaces among them."""
        if self.bounds is None:
            return super().part(start, end, spaces)
        bounds = self._start + start, self._start + min(end, self.count)
        found = BidiRow(self.columns, bounds, self.y, self.size, self.page)
        found.spaces = spaces
        return found

    def extend(self, other: Row) -> None:
        """Add the clusters of another row."""
        self.detach()
        super().extend(other)

    def mark_raised(self, *, above: bool) -> None:
        """Note that its clusters are superscripts of another row, or subscripts."""
        self.detach()
        super().mark_raised(above=above)

    def measure(self) -> None:
        """Give it the size and the baseline of most of its clusters."""
        if self.bounds is None:
            super().measure()
            return
        sizes, baselines = self._values(self.columns.size), self._values(self.columns.y)
        self.size, self.y = usual_size_and_baseline(sizes, baselines)
