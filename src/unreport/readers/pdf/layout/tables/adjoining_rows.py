"""Rows of a table above its first ruling line or shaded band, and below its last one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.page_index import ByHeight
from unreport.readers.pdf.layout.tables.cell_leading import is_amount
from unreport.readers.pdf.layout.tables.table_cells import (
    column_of,
    gap_at,
    spans_columns,
    split_row,
    text_lines,
)

CLOSE_STEP = 2.0  # times the size of type
HEAD_STEP = 2.4
LABEL_GAP = 1.0  # em
NEXT_LINE = 1.4  # times the size of type, within one row of cells
SAME_PLACE = 0.8  # points
LEAST_ALIKE = 2  # cells of the table that begin or end at one place
LEAST_CELLS, MANY_CELLS = 2, 4  # of a row; of two rows, or of one


class TableText(NamedTuple):
    """The column edges of a table, down to its last ruling line, and the size of other text."""

    column_edges: list[float]
    bottom: float
    size: float


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


def bottom_of_aligned_rows(table: TableText, inside: Iterable[Row], below: Iterable[Row]) -> float:
    """The bottom of a table with the rows below its last ruling line that stand in its columns.

    The table goes on to the end of the page and over it: there is no line below the last rows.
    Each of their cells begins or ends where cells above do; labels may stand between them.
    """
    places = [*map(sorted, zip(*map(_ends, _segments(inside, table)), strict=True))]
    end = bottom = table.bottom
    filled: list[int] = []
    for line in text_lines(sorted(below, key=lambda row: (row.y, row.x0))):
        row, cells = line[0], _segments(line, table)
        if (
            row.y - end > CLOSE_STEP * row.size
            or row.size >= table.size
            or row.starts_raised
            or not all(_is_aligned(cell, places) for cell in cells)
        ):
            break
        end = row.y
        filled += [len(cells)] if len(cells) >= LEAST_CELLS else []
        if filled and any(column_of(cell, table.column_edges) for cell in cells):
            bottom = end + 0.5
    return bottom if len(filled) > 1 or max(filled, default=0) >= MANY_CELLS else table.bottom


def _segments(rows: Iterable[Row], table: TableText) -> list[Row]:
    return [segment for row in rows for segment, _ in split_row(row, table.column_edges)]


def _ends(row: Row) -> tuple[float, float]:
    return row.x0, row.x1


def _is_aligned(row: Row, places: Sequence[Sequence[float]]) -> bool:
    """Whether a row begins or ends at one of the places where others do."""
    counts = (
        bisect_right(own, x + SAME_PLACE) - bisect_left(own, x - SAME_PLACE)
        for x, own in zip(_ends(row), places, strict=False)
    )
    return max(counts, default=0) >= LEAST_ALIKE


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
    """Whether a row crosses a column edge without a gap there, and is no figure.

    A total may be wider than the column at whose end it stands.
    """
    crossed = any(row.x0 < x - 2 and row.x1 > x + 2 and not gap_at(row, x) for x in column_edges)
    return crossed and not is_amount(row)
