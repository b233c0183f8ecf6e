"""Tables with horizontal ruling lines, or with shaded bands in place of them.

In the style of the United Nations the lines above and below the head row are drawn column by
column, so that they show where the columns are; the rows below have none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from math import inf

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.tables.adjoining_rows import (
    CLOSE_STEP,
    bottom_below_bands,
    crosses_edges,
    top_of_head,
)
from unreport.readers.pdf.layout.tables.borderless_tables import (
    column_edges_below_head,
)
from unreport.readers.pdf.layout.tables.row_dividers import RowDivider
from unreport.readers.pdf.layout.tables.table_cells import (
    column_of,
    gap_at,
    spans_columns,
    split_row,
)

SAME_LINE = 2.0  # points
SAME_EDGE = 8.0
HEAD_HEIGHT = 110.0
LEAST_BAND_EDGES = 4  # of two bands
COLUMN_GAP = 0.8  # em; signs of Chinese text leave less
MARKER_WIDTH = 3.0  # em
LEAST_TEXT = 0.75  # of the width of a table; text between two tables
WIDEST_STEP = 4.0  # times the size of type


@dataclass(slots=True)
class TableArea:
    """The area of a table while it is extended down the page."""

    top: float
    bottom: float
    column_edges: list[float]
    size: float  # of the text beside it
    closed: bool = False  # whether a ruling line ends it


def ruled_areas(rulings: list[RowDivider], rows: list[Row], size: float) -> list[TableArea]:
    """The areas of tables, from a head row between two ruling lines to the end of the table."""
    out: list[TableArea] = []
    at = 0
    while at + 1 < len(rulings):
        if (banded := _banded_area(rulings, at, rows, size)) is not None:
            out.append(banded)
            at = next((k for k, own in enumerate(rulings) if own.y > banded.bottom), len(rulings))
            continue
        below = _head_bottom(rulings, at)
        area = _table_head(rulings, (at, below), rows, size) if below else None
        if area is None:
            at += 1
            continue
        at = below + 1
        area.top = top_of_head(rows, area.top, area.column_edges)
        while at < len(rulings) and _continues(area, rulings, at, rows):
            area.bottom, area.closed = rulings[at].y, True
            area.column_edges = _merged_edges(area.column_edges, _column_edges(rulings[at]))
            at += 1
        is_band = area.closed and rulings[at - 1].is_shaded
        if is_band and _have_cells(rulings[at - 2 : at], rows, area.column_edges):
            area.bottom = bottom_below_bands(rows, area.bottom, area.column_edges)
        elif is_band or not area.closed:
            limit = rulings[at].y if at < len(rulings) else inf
            _extend_down(area, rows, limit)
        out.append(area)
    return out


def _banded_area(
    rulings: list[RowDivider], at: int, rows: list[Row], size: float
) -> TableArea | None:
    """The area of a table of which every other row is shaded, from the first of its bands."""
    first = rulings[at]
    if not (first.is_shaded and first.begins_band):
        return None
    alike = {first.y, *_rules_below(rulings[at + 1 :], first, rows)}
    bands = [*takewhile(lambda own: own.is_shaded and own.y in alike, rulings[at:])]
    if len(bands) < LEAST_BAND_EDGES:
        return None
    inside = [row for row in rows if first.y < row.y < bands[-1].y]
    column_edges: list[float] = []
    for own in bands:
        column_edges = _merged_edges(column_edges, _column_edges(own))
    column_edges = column_edges or column_edges_below_head(inside, first.y)
    columned = sum(bool(column_of(row, column_edges)) for row in inside)
    if not column_edges or columned < len(inside) / 4:
        return None
    if not _have_cells(bands, inside, column_edges):
        return None  # headings of what is between them
    top = top_of_head(rows, first.y, column_edges)
    bottom = bottom_below_bands(rows, bands[-1].y, column_edges)
    return TableArea(top, bottom, column_edges, size, closed=True)


def _have_cells(bands: list[RowDivider], rows: list[Row], column_edges: list[float]) -> bool:
    """Whether most bands, by their upper and lower edges, have text in several columns."""
    cells: list[bool] = []
    for top, bottom in zip(bands[::2], bands[1::2], strict=False):
        own = [row for row in rows if top.y < row.y < bottom.y]
        columns = {at for row in own for _, at in split_row(row, column_edges)}
        cells.extend([len(columns) > 1] if own else [])
    return 2 * sum(cells) > len(cells)


def _head_bottom(rulings: list[RowDivider], at: int) -> int:
    """The index of the rule that closes a head row: as wide as the one above it; 0 if none."""
    first = rulings[at]
    for place in range(at + 1, min(at + 4, len(rulings))):
        second = rulings[place]
        if second.y - first.y > HEAD_HEIGHT:
            break
        if _same_edges(first, second):
            return place
    return 0


def _same_edges(a: RowDivider, b: RowDivider) -> bool:
    return all(abs(x - y) < SAME_EDGE for x, y in zip(a.edges, b.edges, strict=True))


def _table_head(
    rulings: list[RowDivider], head: tuple[int, int], rows: list[Row], size: float
) -> TableArea | None:
    """The head of a table: two ruling lines of one width with a row in columns between them."""
    first, last = (rulings[at] for at in head)
    column_edges = _columns(rulings, head, rows)
    if not any(first.edges[0] < edge < first.edges[1] for edge in column_edges):
        return None  # a box in a text column
    between = [row for row in rows if first.y < row.y < last.y]
    if not any(column_of(row, column_edges) or spans_columns(row, column_edges) for row in between):
        return None  # a caption between the rule of the running head and that of the table
    area = TableArea(first.y, last.y, column_edges, size)
    crossing = sum(crosses_edges(row, column_edges) for row in between) > 0.5 * len(between)
    return None if crossing or any(_is_body_text(row, area) for row in between) else area


def _columns(rulings: list[RowDivider], head: tuple[int, int], rows: list[Row]) -> list[float]:
    """The column edges by the pieces of the ruling lines, else by the gaps between the rows.

    Rows are examined down to the next ruling line and to the last one like it, as some tables have
    a rule under each row and a label in few of them; farther if they show no columns.
    """
    at, below = head
    column_edges: list[float] = []
    for ruling in rulings[at : below + 1]:
        column_edges = _merged_edges(column_edges, _column_edges(ruling))
    first, last = rulings[at], rulings[below]
    if column_edges:
        return column_edges
    alike = [*_rules_below(rulings[below + 1 :], last, rows)]
    for bottom in (*alike[:1], *alike[1:][-1:]):
        found = _edges_down_to(bottom, first.y, last.y, rows)
        column_edges = max(column_edges, found, key=len)
    return column_edges or _edges_down_to(inf, first.y, last.y, rows)


def _rules_below(rulings: list[RowDivider], head: RowDivider, rows: list[Row]) -> Iterator[float]:
    """The heights of the ruling lines like that below a head, as far as no text is between them."""
    width = LEAST_TEXT * (head.edges[1] - head.edges[0])
    texts = sorted((row for row in rows if row.x1 - row.x0 > width), key=lambda row: row.y)
    below = (row.y for row in texts if row.y > head.y and not _has_cells(row))
    end = next(below, inf)
    yield from (rule.y for rule in rulings if rule.y <= end and _same_edges(rule, head))


def _has_cells(row: Row) -> bool:
    """Whether a row has a gap as between two cells, and not after the number of a paragraph."""
    margin = MARKER_WIDTH * row.size
    gaps = row.gaps(COLUMN_GAP * row.size)
    return any(row.x0 + margin < a and b < row.x1 - margin for a, b in gaps)


def _edges_down_to(bottom: float, top: float, head_bottom: float, rows: list[Row]) -> list[float]:
    inside = [row for row in rows if top < row.y < bottom]
    return column_edges_below_head(inside, head_bottom)


def _column_edges(ruling: RowDivider) -> list[float]:
    return [(a[1] + b[0]) / 2 for a, b in pairwise(ruling.pieces)]


def _merged_edges(column_edges: list[float], others: list[float]) -> list[float]:
    """The edges of both lists, without those that nearly coincide."""
    out = list(column_edges)
    out.extend(x for x in others if all(abs(x - y) > SAME_EDGE for y in out))
    return sorted(out)


def _continues(area: TableArea, rulings: list[RowDivider], at: int, rows: list[Row]) -> bool:
    """Whether the rows down to the next ruling line belong to the table."""
    ruling = rulings[at]
    if ruling.edges[0] > area.column_edges[-1] or ruling.edges[1] < area.column_edges[0]:
        return False
    between = [row for row in rows if area.bottom < row.y < ruling.y]
    if not between:
        return ruling.y - area.bottom < 3 * SAME_EDGE
    crossing = sum(crosses_edges(row, area.column_edges) for row in between)
    lines = {round(row.y) for row in between}
    if crossing > 0.5 * len(lines) or any(_is_body_text(row, area) for row in between):
        return False
    if area.closed and _is_underline(ruling, between):
        return False
    bottom = _head_bottom(rulings, at)
    next_head = bool(bottom) and _table_head(rulings, (at, bottom), rows, area.size) is not None
    columned = any(column_of(row, area.column_edges) > 0 for row in between)
    return columned or not (next_head and area.closed)


def _is_underline(ruling: RowDivider, rows: list[Row]) -> bool:
    """Whether a ruling line is as wide as the one row above it: a heading that is underlined."""
    return len(rows) == 1 and all(
        abs(edge - end) < SAME_LINE
        for edge, end in zip(ruling.edges, (rows[0].x0, rows[0].x1), strict=True)
    )


def _extend_down(area: TableArea, rows: list[Row], limit: float) -> None:
    """Extend a table without a closing rule over the rows below: it continues on the next page."""
    for row in sorted(rows, key=lambda row: row.y):
        if row.y <= area.bottom:
            continue
        step = row.y - area.bottom
        crossing = crosses_edges(row, area.column_edges)
        if (
            row.y > limit
            or step > WIDEST_STEP * row.size
            or (crossing and not _is_table_row(row, area, step))
        ):
            break
        area.bottom = row.y
    area.bottom += 0.5


def _is_table_row(row: Row, area: TableArea, step: float) -> bool:
    """Whether a row that crosses column edges is part of the table: small, close, no note."""
    return row.size < area.size and step < CLOSE_STEP * row.size and not row.starts_raised


def _is_body_text(row: Row, area: TableArea) -> bool:
    """Whether a row is body text: it crosses most column edges in the size of the text.

    A space between two of its words may be wide and stand at a column edge.
    """
    crossed = sum(row.x0 < x < row.x1 and not gap_at(row, x) for x in area.column_edges)
    return row.size >= area.size and crossed > 0.5 * len(area.column_edges)
