"""Tables whose cells the content stream draws one after the other, row by row.

The text of a cell is drawn from its first line to its last one, then that of the cell beside it.
So it does not matter whether the lines of two cells share their baselines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.layout.page_index import ByHeight
from unreport.readers.pdf.layout.segmentation.content_runs import Run
from unreport.readers.pdf.layout.segmentation.stream_columns import (
    NEXT_ROW,
    SAME_HEIGHT,
    Span,
    StreamLayout,
    divided,
    has_gap,
)

LEAST_ROWS = 2  # with text in several columns
SAME_POINT = 2.0  # points, between the first baselines of two cells

Gutters = list[tuple[float, float]]
"""Where the text of one column ends, and that of the next one begins, in direction of reading."""


class Cell(NamedTuple):
    """A part of a segment in a table row, and in a column from the left."""

    row: Row
    table_row: int
    column: int


class StreamTable(NamedTuple):
    """The cells of a table, and the segments that they are of, by identity."""

    cells: list[Cell]
    taken: frozenset[int]


class _Placed(NamedTuple):
    run: Run
    first: int  # column, in the direction of reading
    last: int


def stream_tables(
    found: StreamLayout, segments: Sequence[Row], base: BaseDirection
) -> Iterator[StreamTable]:
    """The tables of a page."""
    by_height = ByHeight(segments)
    bands = {spans[0].first: spans for spans in found.cells}
    end = 0
    for first in sorted(bands):
        if first < end:
            continue
        region = _region(bands, first, found.runs, end)
        end = region[1]
        if table := _table(region, found.runs, by_height, base):
            yield table


def _gutters(spans: Sequence[Span], runs: Sequence[Run]) -> Gutters:
    return [
        (
            max(run.end for run in runs[a.first : a.last + 1]),
            min(run.start for run in runs[b.first : b.last + 1]),
        )
        for a, b in pairwise(spans)
    ]


def _merged(gutters: Gutters, others: Gutters) -> Gutters | None:
    """The gutters of both, cut to what they share; None if one stands where the other has text."""
    out = [*gutters]
    for low, high in others:
        near = [at for at, (a, b) in enumerate(out) if a < high and low < b]
        if len(near) > 1:
            return None
        if near:
            a, b = out[near[0]]
            out[near[0]] = max(a, low), min(b, high)
        else:
            out.append((low, high))
    return sorted(out)


def _narrowed(run: Run, gutters: Gutters) -> Gutters | None:
    """The gutters beside a run, which may reach into one; None if it crosses one without a gap."""
    out: Gutters = []
    for low, high in gutters:
        if run.start < low and run.end < high:
            out.append((max(low, run.end), high))
        elif run.start > low and run.end > high:
            out.append((low, min(high, run.start)))
        elif has_gap(run, low, high):
            out.append((low, high))
        else:
            return None
    return out


def _around(
    bands: dict[int, list[Span]], at: int, runs: Sequence[Run], gutters: Gutters
) -> tuple[int, Gutters | None]:
    """How many runs stand together at a place of the stream, and the gutters beside them too."""
    if at not in bands:
        return 1, _narrowed(runs[at], gutters)
    return bands[at][-1].last + 1 - at, _merged(gutters, _gutters(bands[at], runs))


def _region(
    bands: dict[int, list[Span]], first: int, runs: Sequence[Run], least: int
) -> tuple[int, int, Gutters]:
    """The runs around a row of cells that stand in the same columns: from, up to, and gutters."""
    gutters = _gutters(bands[first], runs)
    end = bands[first][-1].last + 1
    bottom = max(run.y for run in runs[first:end])
    while end < len(runs) and runs[end].y - bottom < NEXT_ROW * runs[end].size:
        count, beside = _around(bands, end, runs, gutters)
        if beside is None:
            break
        bottom = max(bottom, *(run.y for run in runs[end : end + count]))
        gutters, end = beside, end + count
    top = min(run.y for run in runs[first:end])
    while first > least and 0 < top - runs[first - 1].y < NEXT_ROW * runs[first - 1].size:
        above = _narrowed(runs[first - 1], gutters)
        if above is None:
            break
        gutters, first, top = above, first - 1, runs[first - 1].y
    return first, end, gutters


def _table(
    region: tuple[int, int, Gutters],
    runs: Sequence[Run],
    segments: ByHeight,
    base: BaseDirection,
) -> StreamTable | None:
    first, end, gutters = region
    rows = _aligned([*_rows([_place(run, gutters) for run in runs[first:end]])])
    full = [at for at, row in enumerate(rows) if len(_columns_of(row)) > 1]
    if len(full) < LEAST_ROWS:
        return None
    rows = rows[full[0] : full[-1] + 1]
    own = [placed.run for row in rows for placed in row]
    top, bottom = min(run.y for run in own), max(run.y for run in own)
    ids = {id(run.row) for run in own}
    if any(id(row) not in ids for row in segments.between(top, bottom)):
        return None
    return _cells(rows, gutters if base == "L" else [(-b, -a) for a, b in reversed(gutters)], base)


def _place(run: Run, gutters: Gutters) -> _Placed:
    first = sum(run.start >= high for _, high in gutters)
    last = sum(run.end > low for low, _ in gutters)
    return _Placed(run, first, last)


def _rows(placed: Sequence[_Placed]) -> Iterator[list[_Placed]]:
    """The rows of a table: one begins where the stream goes back to a column before."""
    row: list[_Placed] = []
    for own in placed:
        if row and (
            own.first < row[-1].last or (own.first == row[-1].last and own.last > own.first)
        ):
            yield row
            row = []
        row.append(own)
    if row:
        yield row


def _columns_of(row: Sequence[_Placed]) -> set[int]:
    return {column for placed in row for column in range(placed.first, placed.last + 1)}


def _aligned(rows: list[list[_Placed]]) -> list[list[_Placed]]:
    """Rows whose cells begin at one height, without the lines above them in their first column."""
    out: list[list[_Placed]] = []
    for row in rows:
        first = row[0].first
        others = [placed.run.y for placed in row if placed.first != first]
        height = min(others, default=row[0].run.y) - SAME_HEIGHT * row[0].run.size
        above = [placed for placed in row if placed.run.y < height]
        rest = row[len(above) :]
        is_aligned = bool(rest) and abs(rest[0].run.y - min(others, default=0.0)) < SAME_POINT
        out += [above, rest] if above and is_aligned else [row]
    return out


def _cells(rows: list[list[_Placed]], gutters: Gutters, base: BaseDirection) -> StreamTable | None:
    places: dict[tuple[int, int], int] = {}
    segments: dict[int, Row] = {}
    for number, row in enumerate(rows):
        for run, first, last in row:
            segments[id(run.row)] = run.row
            for column in range(first, last + 1):
                at = column if base == "L" else len(gutters) - column
                places[id(run.row), at] = number
    cells: list[Cell] = []
    for segment in segments.values():
        parts = divided(segment, gutters)
        if parts is None or any((id(segment), column) not in places for _, column in parts):
            return None
        cells += [Cell(part, places[id(segment), column], column) for part, column in parts]
    cells.sort(key=lambda own: (own.table_row, own.column, own.row.y))
    return StreamTable(cells, frozenset(segments))
