"""The lines of a table that has no ruling lines, with an index for the search of gaps."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, pairwise

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.furniture_patterns import is_furniture_text
from unreport.readers.pdf.layout.page_layout import visual_text

BESIDE = 0.9  # em, between the baselines of cells that overlap vertically
EDGE_GAP = 1.0  # em
SET_APART = 1.6  # times the size of type
NEXT_ROW = 1.12  # times the leading, or the step between two rows


class TableLine:
    """The segments of a text line, with an index of their clusters for the search of gaps.

    Their edges are sorted by their centres.  The edges nearest to a place are found by bisection:
    the greatest right edge of the clusters before it, and the least left edge of those after it.
    """

    def __init__(self, rows: list[Row]) -> None:
        self.rows = sorted(rows, key=lambda row: row.x0)
        self.y, self.size = rows[0].y, rows[0].size
        self.bottom = rows[-1].y

    @cached_property
    def centres(self) -> list[float]:
        """The centres of the clusters, from the left."""
        return [(x0 + x1) / 2 for x0, x1 in self._edges]

    @cached_property
    def _edges(self) -> list[tuple[float, float]]:
        edges = [pair for row in self.rows for pair in zip(row.lefts, row.rights, strict=True)]
        return sorted(edges, key=sum)

    @cached_property
    def _right_edges(self) -> list[float]:
        return list(accumulate((x1 for _, x1 in self._edges), max))

    @cached_property
    def _left_edges(self) -> list[float]:
        return list(accumulate((x0 for x0, _ in reversed(self._edges)), min))[::-1]

    def count_between(self, low: float, high: float) -> int:
        """How many clusters have their centres between two places."""
        return max(bisect_left(self.centres, high) - bisect_right(self.centres, low), 0)

    def gap_at(self, x: float) -> float | None:
        """The width of the gap at a place, negative where text crosses it; None beside the text."""
        at = bisect_left(self.centres, x)
        if not 0 < at < len(self.centres):
            return None
        return self._left_edges[at] - self._right_edges[at - 1]

    def beside(self, x: float) -> tuple[float, float]:
        """Where the text before a place ends, and where the text after it begins."""
        at = bisect_left(self.centres, x)
        left = self._right_edges[at - 1] if at else float("-inf")
        return left, self._left_edges[at] if at < len(self.centres) else float("inf")

    def label_at(self, x: float, gap: float) -> tuple[float, float]:
        """The start and the end of the text around a place, up to gaps that are wider."""
        start = end = min(bisect_left(self.centres, x), len(self.centres) - 1)
        while start and self._left_edges[start] - self._right_edges[start - 1] <= gap:
            start -= 1
        while end + 1 < len(self.centres) and (
            self._left_edges[end + 1] - self._right_edges[end] <= gap
        ):
            end += 1
        return self._left_edges[start], self._right_edges[end]

    def gaps(self, least: float) -> Iterator[tuple[float, float]]:
        """The gaps that are wider than `least`, in em."""
        pairs = zip(self._right_edges, self._left_edges[1:], strict=False)
        return ((a, b) for a, b in pairs if b - a > least * self.size)

    def has_gap_at(self, x: float) -> bool:
        """Whether the line has text on both sides of a place, and a gap there."""
        gap = self.gap_at(x)
        return gap is not None and gap > EDGE_GAP * self.size

    def crosses(self, x: float) -> bool:
        """Whether text of the line crosses a place."""
        gap = self.gap_at(x)
        return gap is not None and gap <= 0.5 * self.size


def table_lines(segments: list[Row]) -> list[TableLine]:
    """The segments of each text line, from the top."""
    return [*lines_from_top(segments)]


def lines_from_top(segments: list[Row]) -> Iterator[TableLine]:
    """The segments of each text line, from the top, line by line.

    The baselines of cells differ where a label of two lines stands beside figures at the middle of
    its height: one of its lines and the figures overlap vertically, and are one line.
    """
    line: list[Row] = []
    for row in sorted(segments, key=lambda row: (row.y, row.x0)):
        if line and not (row.y - line[0].y < row.size / 3 or _is_beside(row, line)):
            yield TableLine(line)
            line = []
        line.append(row)
    if line:
        yield TableLine(line)


def _is_beside(row: Row, line: list[Row]) -> bool:
    """Whether a row overlaps a line vertically, and stands beside all of it."""
    return row.y - line[0].y < BESIDE * row.size and all(
        row.x0 - other.x1 > EDGE_GAP * row.size or other.x0 - row.x1 > EDGE_GAP * row.size
        for other in line
    )


def without_furniture(lines: list[TableLine]) -> list[TableLine]:
    """The lines but for the first and the last of the page, where these are set apart.

    They are not where they are no farther from the next line than that is from the one after it,
    as the rows of a table are, unless a page number or the like stands in them.
    """
    first = _is_set_apart(lines[:3])
    last = _is_set_apart(lines[:-4:-1])
    return lines[first : len(lines) - last]


def _is_set_apart(lines: list[TableLine]) -> bool:
    """Whether the first of some lines is set apart from the others."""
    steps = [abs(b.y - a.y) for a, b in pairwise(lines)]
    if not steps or steps[0] <= SET_APART * lines[0].size:
        return False
    is_wider = len(steps) == 1 or steps[0] > NEXT_ROW * steps[1]
    return is_wider or all(is_furniture_text(visual_text(row)) for row in lines[0].rows)
