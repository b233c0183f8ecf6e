"""Rows of a table that name a group of the rows below them, and heads whose labels span columns.

A group's name is one label, often bold and numbered as a heading is.  It stands between rows with
the same columns, and no farther from the row above it than from the one below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from unreport.readers.pdf.layout.tables.table_lines import EDGE_GAP, TableLine

LEAST_COMMON = 2  # gaps at the same places
REACH = 3  # lines of a cell, from the name to a line with several columns
SAME_STEP = 1.25  # times the step below
WIDEST_STEP = 3.0  # times the size of type
HEAD_LINES = 3


def is_group_name(lines: Sequence[TableLine], at: int) -> bool:
    """Whether the line at an index stands between rows with the same columns."""
    if not 0 < at < len(lines) - 1:
        return False
    line, step = lines[at], lines[at + 1].y - lines[at].bottom
    if not line.y - lines[at - 1].bottom <= SAME_STEP * step <= WIDEST_STEP * line.size:
        return False
    above = _columned(lines[max(at - REACH, 0) : at][::-1])
    below = _columned(lines[at + 1 : at + 1 + REACH])
    if not (above and below):
        return False
    places = [(a + b) / 2 for a, b in below.gaps(EDGE_GAP)]
    return sum(above.has_gap_at(x) for x in places) >= LEAST_COMMON


def _columned(lines: Sequence[TableLine]) -> TableLine | None:
    """The first line with several gaps; those above it continue or begin its cells."""
    return next((line for line in lines if len([*line.gaps(EDGE_GAP)]) >= LEAST_COMMON), None)


def spanning_head(
    above: Sequence[TableLine], edges: Sequence[float], first: TableLine
) -> Iterator[TableLine]:
    """The lines above a table, from it, of which some labels span several of its columns."""
    below = first
    for line in above[:HEAD_LINES]:
        is_close = below.y - line.bottom <= WIDEST_STEP * line.size
        if not (is_close and any(map(line.has_gap_at, edges)) and _spans(line, edges)):
            return
        yield line
        below = line


def _spans(line: TableLine, edges: Sequence[float]) -> bool:
    """Whether each label that crosses edges has room on both sides, within the columns."""
    ends = [(row.x0, row.x1) for row in line.rows]
    crossing = [(a, b) for a, b in ends if any(a < x < b for x in edges)]
    apart = all(b[0] - a[1] > EDGE_GAP * line.size for a, b in pairwise(ends))
    return apart and all(edges[0] < a or b < edges[-1] for a, b in crossing)
