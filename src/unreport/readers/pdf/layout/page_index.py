"""Indices of what stands on a page, by its heights: a search looks at its neighbours only."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import Generic, TypeVar

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.file.glyphs import Grid, Rule

Extended = TypeVar("Extended", bound=Rule | Grid)


class ByHeight:
    """Segments of a page, found by their baselines."""

    def __init__(self, segments: Sequence[Row]) -> None:
        self._segments = segments
        self._order = sorted(range(len(segments)), key=lambda at: segments[at].y)
        self._heights = [segments[at].y for at in self._order]
        self.largest = max((row.size for row in segments), default=0.0)

    def between(self, top: float, bottom: float) -> list[Row]:
        """The segments from one height to another, in the order in which they were given."""
        first, last = bisect_left(self._heights, top), bisect_right(self._heights, bottom)
        return [self._segments[at] for at in sorted(self._order[first:last])]

    def within(self, top: float, bottom: float) -> list[Row]:
        """The segments between two heights, but for those at one of them."""
        return [row for row in self.between(top, bottom) if top < row.y < bottom]

    def below(self, height: float) -> Iterator[Row]:
        """The segments below a height, from the top."""
        first = bisect_right(self._heights, height)
        return (self._segments[self._order[at]] for at in range(first, len(self._order)))


class ByExtent(Generic[Extended]):
    """Ruling lines or grids of a page, found by the heights between which they stand."""

    def __init__(self, items: Iterable[Extended]) -> None:
        self._items = sorted(items, key=attrgetter("top"))
        self._tops = [item.top for item in self._items]
        self._lowest = [*accumulate((item.bottom for item in self._items), max)]

    def has_between(self, top: float, bottom: float) -> bool:
        """Whether one of them stands between two heights, or reaches there."""
        at = bisect_left(self._tops, bottom)
        return at > 0 and self._lowest[at - 1] > top

    def between(self, top: float, bottom: float) -> Iterator[Extended]:
        """Those that stand between two heights, or reach there, from the lowest."""
        at = bisect_left(self._tops, bottom)
        while at and self._lowest[at - 1] > top:
            at -= 1
            if self._items[at].bottom > top:
                yield self._items[at]
