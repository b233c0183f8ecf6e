"""Rows of a table that a page turn parts from it: its head, or its first rows, at the page's end.

One row or two do not show that they are a table's.  The next page does, if it begins with a table:
their segments stand in its columns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.page_layout import BESIDE_TEXT, LabelledRow

CELL_GAP, NARROW_GAP = 1.0, 0.45  # em
LEAST_CELLS = 3
LEAST_ALIGNED = 2 / 3  # of the cells of a row
SAME_EDGE = 3.0  # points

Extent = tuple[float, float]


def move_to_table_below(page: list[LabelledRow], following: Sequence[LabelledRow]) -> None:
    """Make the last rows of a page rows of a table, if the table that follows has their columns.

    So near the edge of the page, they may have been taken for page furniture.
    """
    columns = _columns_of_first_table(following)
    if len(columns) < LEAST_CELLS:
        return
    found: list[tuple[int, list[tuple[int, Row]]]] = []
    for at in range(len(page) - 1, -1, -1):
        item = page[at]
        if cells := _cells(item, columns):
            found.insert(0, (at, cells))
        elif found or item.region not in BESIDE_TEXT:
            break
    table = 1 + max((item.table for item in page), default=0)
    moved = [
        LabelledRow(segment, "table", table=table, cell=(table_row, column))
        for table_row, (_, cells) in enumerate(found)
        for column, segment in cells
    ]
    for at, _ in reversed(found):
        del page[at]
    text = (at for at, item in enumerate(page, start=1) if item.region not in BESIDE_TEXT)
    end = max(text, default=sum(item.region == "head" for item in page))
    page[end:end] = moved


def _columns_of_first_table(page: Sequence[LabelledRow]) -> Mapping[int, Extent]:
    """The extent of each column of the table with which a page begins; none if it does not."""
    text = [item for item in page if item.region not in BESIDE_TEXT]
    table = text[0].table if text else 0
    found: dict[int, Extent] = {}
    for item in text if table else ():
        if item.table == table:
            low, high = found.get(item.cell[1], (item.row.x0, item.row.x1))
            found[item.cell[1]] = min(low, item.row.x0), max(high, item.row.x1)
    return found


def _cells(item: LabelledRow, columns: Mapping[int, Extent]) -> list[tuple[int, Row]]:
    """The segments of a row with their columns, in the order of these; none if it is text."""
    is_text = item.region == "body" or (item.region == "foot" and item.fallback == "body")
    if not is_text or item.text_column:
        return []
    segments = _segments(item.row, [*columns.values()])
    if len(segments) < LEAST_CELLS:
        return []
    cells: dict[int, Row] = {}
    for segment in segments:
        own = [at for at, (x0, x1) in columns.items() if segment.x0 < x1 and x0 < segment.x1]
        if len(own) != 1 or own[0] in cells:
            return []
        cells[own[0]] = segment
    aligned = sum(_are_aligned(segment, columns[at]) for at, segment in cells.items())
    return sorted(cells.items()) if aligned >= LEAST_ALIGNED * len(cells) else []


def _segments(row: Row, columns: Sequence[Extent]) -> list[Row]:
    """The segments of a row between its gaps; narrow ones count at the edges of columns."""
    narrow, wide = NARROW_GAP * row.size, CELL_GAP * row.size
    cuts = [
        at
        for at, (end, start) in enumerate(zip(row.rights, row.lefts[1:], strict=False), start=1)
        if start - end >= wide
        or (start - end >= narrow and any(_is_at_edge(end, start, own) for own in columns))
    ]
    return [row.segment(start, end) for start, end in pairwise([0, *cuts, row.count])]


def _is_at_edge(end: float, start: float, column: Extent) -> bool:
    """Whether a gap is to the left of a column or to the right of it."""
    return abs(start - column[0]) < SAME_EDGE or abs(end - column[1]) < SAME_EDGE


def _are_aligned(segment: Row, column: Extent) -> bool:
    """Whether a segment has the left or right edge of a column, or its centre."""
    left, right = segment.x0 - column[0], segment.x1 - column[1]
    return min(abs(left), abs(right), abs(left + right) / 2) < SAME_EDGE
