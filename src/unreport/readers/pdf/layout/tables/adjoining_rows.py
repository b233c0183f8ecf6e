"""Rows of a table above its first ruling line or shaded band, and below its last band."""

from __future__ import annotations

from itertools import pairwise

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.page_index import ByHeight
from unreport.readers.pdf.layout.tables.table_cells import column_of, gap_at, spans_columns

CLOSE_STEP = 2.0  # times the size of type
HEAD_STEP = 2.4
LABEL_GAP = 1.0  # em
NEXT_LINE = 1.4  # times the size of type, within one row of cells


def top_of_head(rows: ByHeight, top: float, column_edges: list[float]) -> float:
    """The top of a table with the head rows above it, which have text in several columns.

    Some of their labels may span several columns, beside others.
    """
    near = rows.between(top - rows.largest, top)
    head = [row for row in near if top - row.y < row.size]
    while _is_columned(head, column_edges) or _is_spanning(head, column_edges):
        top = min(row.y for row in head) - 0.5
        near = rows.within(top - HEAD_STEP * rows.largest, top)
        head = [row for row in near if top - row.y < HEAD_STEP * row.size]
    return top


def bottom_below_bands(rows: ByHeight, bottom: float, column_edges: list[float]) -> float:
    """The bottom of a table with the row below its last band, which is not shaded."""
    first = next(rows.below(bottom), None)
    if first is None or first.y - bottom > CLOSE_STEP * first.size:
        return bottom
    beside = rows.between(first.y, first.y + rows.largest)
    if not _is_columned([row for row in beside if row.y - first.y < row.size], column_edges):
        return bottom
    below = rows.below(bottom)
    bottom = first.y
    for row in below:
        if row.y - bottom > NEXT_LINE * row.size or crosses_edges(row, column_edges):
            break
        bottom = row.y
    return bottom + 0.5


def _is_columned(rows: list[Row], column_edges: list[float]) -> bool:
    """Whether the rows of one height have text in several columns, and cross no edge."""
    columns = {column_of(row, column_edges) for row in rows}
    several = len(columns) > 1 or any(spans_columns(row, column_edges) for row in rows)
    return several and not any(crosses_edges(row, column_edges) for row in rows)


def _is_spanning(rows: list[Row], column_edges: list[float]) -> bool:
    """Whether several labels stand apart at one height, none of them across all edges."""
    ordered = sorted(rows, key=lambda row: row.x0)
    gaps = [b.x0 - a.x1 > LABEL_GAP * b.size for a, b in pairwise(ordered)]
    crossed = (sum(row.x0 < x < row.x1 for x in column_edges) for row in rows)
    return len(gaps) > 0 and all(gaps) and max(crossed) < len(column_edges)


def crosses_edges(row: Row, column_edges: list[float]) -> bool:
    """Whether a row crosses a column edge without a gap there."""
    return any(row.x0 < x - 2 and row.x1 > x + 2 and not gap_at(row, x) for x in column_edges)
