"""Rows of a page by their baselines, to find the one that a piece of text beside it belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from operator import attrgetter

from unreport.readers.pdf.bidi.baselines.row import Row

BASELINE = attrgetter("y")


class RowIndex:
    """Some rows of a page, sorted by their baselines as these were when the index was made."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = sorted(rows, key=BASELINE)
        self._heights = [row.y for row in self._rows]
        self._sizes = [row.size for row in self._rows]

    def largest_size(self, y: float, reach: tuple[float, float]) -> float:
        """The greatest size of type of the rows within reach of a height; 0 if there is none."""
        low, high = self._within(y, reach)
        return max(self._sizes[low:high], default=0.0)

    def nearest(
        self, y: float, reach: tuple[float, float], is_wanted: Callable[[Row], bool]
    ) -> Row | None:
        """The wanted row whose baseline is nearest to a height.

        `reach` is how far above the height and below it a baseline may be, in points.  Of two rows
        that are equally near, the upper one is found.
        """
        low, high = self._within(y, reach)
        found = [row for row in self._rows[low:high] if is_wanted(row)]
        return min(found, key=lambda row: abs(row.y - y), default=None)

    def _within(self, y: float, reach: tuple[float, float]) -> tuple[int, int]:
        above, below = reach
        return bisect_left(self._heights, y - above), bisect_left(self._heights, y + below)
