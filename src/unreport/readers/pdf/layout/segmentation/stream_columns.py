"""Text columns by the order in which the content stream draws them.

The rows of a column are drawn one after the other; then the stream goes up the page, to the top of
the next column beside it.  The cells of a table row are drawn so too, but one row of cells after
the other.  Some producers draw a whole table column by column: whether columns are of text or of
cells, their paragraphs and markers must tell (`shared_starts`, `aligned_cells`, `marker_order`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.file.page_glyphs import Numbers
from unreport.readers.pdf.layout.page_index import ByHeight
from unreport.readers.pdf.layout.segmentation.content_runs import (
    STEP_UP,
    Run,
    content_runs,
    steps_up,
)
from unreport.readers.pdf.layout.segmentation.gutters import parts_at

SAME_TOP = 3.0  # em between the first rows of two columns
LEAST_ROWS = 3  # of each of two columns
LEAST_WIDE = 2  # rows, of columns that are wide, and equally so
SAME_WIDTH = 0.8  # of the widest column
SAME_EDGE = 1.0  # points; the lower rows of a centred head begin farther in
WIDE = 16.0  # em
PAIR = 2
LEAST_FIRST = 8  # rows of a column, beside which the last one may have fewer
LEAST_WIDTH = 6.0  # em
BESIDE = 3.0  # em from a column, text that does not belong to it
NEXT_ROW = 4.0  # em, in a column
MOST_RUNS = 2048  # of a column, and after it, that are looked at
LEAST_GAP = 0.8  # em, between two cells
SAME_HEIGHT = 0.7  # em, between the first rows of two cells


class Span(NamedTuple):
    """The runs of one column: indices in content order."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class StreamColumns:
    """Columns side by side, the first one first, each with its rows from the top."""

    columns: tuple[tuple[Row, ...], ...]
    gutters: tuple[tuple[float, float], ...]  # from the left
    top: float
    bottom: float
    taken: frozenset[int]  # the segments that they hold, by identity


class StreamLayout(NamedTuple):
    """What the content stream shows side by side on a page."""

    columns: list[StreamColumns]  # from the top
    runs: list[Run]
    cells: list[list[Span]]  # those of one row of a table each, in content order


def stream_columns(
    segments: Sequence[Row], base: BaseDirection, ruled: Collection[int] = ()
) -> StreamLayout:
    """The text columns and the rows of cells among some segments of a page.

    Some segments, given by their identity, are `ruled`: in tables with ruling lines.
    """
    runs = content_runs(segments, base)
    if not runs:
        return StreamLayout([], [], [])
    places = _Places(runs)
    chains = [*_chains([pair for at in steps_up(runs) if (pair := _beside(places, at))])]
    by_height = ByHeight(segments)
    starts = {spans[0].first for spans in chains}
    ends = {spans[-1].last + 1 for spans in chains}
    out: list[StreamColumns] = []
    cells: list[list[Span]] = []
    for spans in chains:
        is_between = spans[0].first in ends or spans[-1].last + 1 in starts
        if is_between or _continues_as_table(spans, runs, ruled):
            cells.append(spans)
        elif section := _section(spans, runs, by_height, base):
            out.append(section)
    return StreamLayout(sorted(out, key=lambda own: own.top), runs, sorted(cells))


class _Places:
    """Where the runs of a page stand, in content order."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.starts = np.array([run.start for run in runs])
        self.ends = np.array([run.end for run in runs])
        self.ys = np.array([run.y for run in runs])
        self.sizes = np.array([run.size for run in runs])
        steps = np.diff(self.ys, prepend=self.ys[:1])
        self.is_far = steps > NEXT_ROW * self.sizes
        self.is_up = steps < -STEP_UP * self.sizes


def _beside(places: _Places, at: int) -> tuple[Span, Span] | None:
    """The columns that end and begin where the stream goes up the page, if there are any."""
    last = _forward(places, at, places.ends[at - 1])
    if last < at:
        return None
    first = _back(places, at, places.starts[at : last + 1].min())
    if first == at:
        return None
    last = _forward(places, at, places.ends[first:at].max())
    if last < at:
        return None
    own, top = places.ys[first:at], places.ys[at : last + 1].min()
    if abs(own.min() - top) > SAME_TOP * places.sizes[at]:
        return None
    return Span(first + _first_beside(own, top), at - 1), Span(at, last)


def _first_beside(heights: Numbers, top: float) -> int:
    """Which of the first runs of a column is nearest to its top: short lines may stand above it."""
    is_above = heights < top
    count = int(is_above.sum())
    if not count:
        return 0
    nearest = top - heights[is_above][-1]
    below = heights[~is_above]
    return count if len(below) and below[0] - top < nearest else count - 1


def _forward(places: _Places, at: int, end: float) -> int:
    """The last run of a column that begins with a run, all behind a place."""
    own = slice(at, at + MOST_RUNS)
    high = places.ys[at] + SAME_TOP * places.sizes[own]
    is_next = places.is_far[own] | (places.is_up[own] & (places.ys[own] < high))
    is_next[0] = False
    stops = np.flatnonzero(is_next | (places.starts[own] <= end))
    return (at + int(stops[0]) if len(stops) else min(at + MOST_RUNS, len(places.ys))) - 1


def _back(places: _Places, at: int, start: float) -> int:
    """The first run of the column that ends before a run, all before a place."""
    least = max(0, at - MOST_RUNS)
    own = slice(least, at)
    edge = SAME_TOP * places.sizes[own]
    stops = np.flatnonzero((places.ends[own] >= start) | (places.ys[own] < places.ys[at] - edge))
    first = least + int(stops[-1]) + 1 if len(stops) else least
    below = slice(first + 1, at)  # where the stream goes up, a column begins
    high = places.ys[at] + SAME_TOP * places.sizes[below]
    tops = np.flatnonzero(places.is_up[below] & (places.ys[below] < high))
    return first + 1 + int(tops[-1]) if len(tops) else first


def _chains(pairs: Sequence[tuple[Span, Span]]) -> Iterator[list[Span]]:
    """Columns of which each begins where the one before it ends, the longest first."""
    chains: list[list[Span]] = []
    for left, right in pairs:
        last = chains[-1] if chains else []
        if last and last[-1].first <= left.first <= last[-1].last < right.first:
            last[-1] = Span(last[-1].first, left.last)
            last.append(right)
        else:
            chains.append([left, right])
    taken: list[Span] = []  # in content order
    for spans in sorted(chains, key=lambda own: own[0].first - own[-1].last):
        own = Span(spans[0].first, spans[-1].last)
        at = bisect_left(taken, own)
        before, after = taken[at - 1 : at], taken[at : at + 1]
        if all(a.last < own.first for a in before) and all(own.last < b.first for b in after):
            taken.insert(at, own)
            yield spans


def _section(
    spans: Sequence[Span], runs: Sequence[Run], segments: ByHeight, base: BaseDirection
) -> StreamColumns | None:
    columns = [runs[span.first : span.last + 1] for span in spans]
    if not _are_columns(columns):
        return None
    edges = [(max(run.end for run in a), min(run.start for run in b)) for a, b in pairwise(columns)]
    own = [run for column in columns for run in column]
    top = min(run.y - run.size for run in own)
    bottom = max(run.y for run in own)
    gutters = edges if base == "L" else [(-b, -a) for a, b in reversed(edges)]
    sign = 1 if base == "L" else -1
    extents = [(min(run.start for run in own), max(run.end for run in own)) for own in columns]
    out: list[list[Row]] = [[] for _ in columns]
    taken: set[int] = set()
    for row in segments.between(top, bottom):
        if row.y == top:
            continue
        parts = divided(row, gutters)
        if parts is None:
            return None
        taken.add(id(row))
        for part, from_left in parts:
            column = from_left if base == "L" else len(columns) - 1 - from_left
            start, end = sorted((sign * part.x0, sign * part.x1))
            room = BESIDE * part.size
            if start > extents[column][1] + room or end < extents[column][0] - room:
                return None  # text beside the columns
            out[column].append(part)
    return StreamColumns(tuple(map(tuple, out)), tuple(gutters), top, bottom, frozenset(taken))


def _continues_as_table(spans: Sequence[Span], runs: Sequence[Run], ruled: Collection[int]) -> bool:
    """Whether other cells of a table are drawn just before the columns, or after them.

    Before them the text in the second column of the row above was drawn; after them a cell in the
    first column and then, from the same height on, one in the second.  A row of one line is drawn
    at a stretch, with a gap between its cells.
    """
    first, last = runs[spans[0].first], runs[spans[-1].last]
    low = max(run.end for run in runs[spans[0].first : spans[0].last + 1])
    high = min(run.start for run in runs[spans[1].first : spans[1].last + 1])
    above = runs[spans[0].first - 1] if spans[0].first else first
    is_next = id(above.row) not in ruled and 0 < first.y - above.y < NEXT_ROW * first.size
    if is_next and (above.start >= high or has_gap(above, low, high)):
        return True
    bottom = max(run.y for span in spans for run in runs[span.first : span.last + 1])
    start: Run | None = None
    after = spans[-1].last + 1
    for at in range(after, min(after + MOST_RUNS, len(runs))):
        run = runs[at]
        if start is None:
            if id(run.row) in ruled or not 0 < run.y - bottom < NEXT_ROW * run.size:
                return False
            if has_gap(run, low, high):
                return True
            start = run
        if run.start >= high:
            return abs(run.y - start.y) < SAME_HEIGHT * last.size
        if run.end > low:
            return False
    return False


def has_gap(run: Run, low: float, high: float) -> bool:
    """Whether a run has text on both sides of a gutter, and none in it."""
    if not run.start < low < high < run.end:
        return False
    x = (low + high) / 2
    middle = abs(x)
    return any(a < middle < b for a, b in run.row.gaps(LEAST_GAP * run.size))


def _are_columns(columns: Sequence[Sequence[Run]]) -> bool:
    """Whether columns have rows enough and are as wide as text; a third one may be short."""
    lengths = [len({round(run.y) for run in column}) for column in columns]
    widths = [max(run.end - run.start for run in own) / own[0].size for own in columns]
    is_wide = min(widths) > max(WIDE, SAME_WIDTH * max(widths)) and all(
        own[-1].start - own[0].start < SAME_EDGE for own in columns
    )
    least = LEAST_WIDE if is_wide else LEAST_ROWS
    return (
        min(lengths[:-1]) >= least
        and (lengths[-1] >= least or lengths[0] >= LEAST_FIRST)
        and min(widths[: max(len(widths) - 1, PAIR)]) > LEAST_WIDTH
    )


def divided(row: Row, gutters: Sequence[tuple[float, float]]) -> list[tuple[Row, int]] | None:
    """The parts of a row between gutters, each with its column from the left."""
    out: list[tuple[Row, int]] = []
    rest: Row | None = row
    for column, (low, high) in enumerate(gutters):
        if rest is None:
            break
        middle = (low + high) / 2
        parts = [*parts_at(rest, middle)]
        rest = None
        for part, is_left in parts:
            if (is_left and part.x1 > high) or (not is_left and part.x0 < low):
                return None
            if is_left:
                out.append((part, column))
            else:
                rest = part
    if rest is not None:
        out.append((rest, len(gutters)))
    return out
