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

    def nearest(
        self, y: float, reach: tuple[float, float], is_wanted: Callable[[Row], bool]
    ) -> Row | None:
        """The wanted row whose baseline is nearest to a height.

        `reach` is how far above the height and below it a baseline may be, in points.  Of two rows
        that are equally near, the upper one is found.
        """
        above, below = reach
        low = bisect_left(self._heights, y - above)
        high = bisect_left(self._heights, y + below)
        found = [row for row in self._rows[low:high] if is_wanted(row)]
        return min(found, key=lambda row: abs(row.y - y), default=None)
