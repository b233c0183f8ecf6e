"""Tables with horizontal ruling lines, or with shaded bands in place of them.

In the style of the United Nations the lines above and below the head row are drawn column by
column, so that they show where the columns are; the rows below have none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile
from math import inf

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.page_index import ByHeight
from unreport.readers.pdf.layout.tables.adjoining_rows import (
    CLOSE_STEP,
    TableText,
    bottom_below_bands,
    bottom_of_aligned_rows,
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
MOST_SEGMENTS = 240  # below the top of a head; so many show what columns a table has
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
    by_height = ByHeight(rows)
    out: list[TableArea] = []
    at = 0
    while at + 1 < len(rulings):
        if (banded := _banded_area(rulings, at, by_height, size)) is not None:
            out.append(banded)
            at = bisect_right(rulings, banded.bottom, key=lambda own: own.y)
            continue
        below = _head_bottom(rulings, at)
        area = _table_head(rulings, (at, below), by_height, size) if below else None
        if area is None:
            at += 1
            continue
        at = below + 1
        area.top = top_of_head(by_height, area.top, area.column_edges)
        while at < len(rulings) and _continues(area, rulings, at, by_height):
            area.bottom, area.closed = rulings[at].y, True
            area.column_edges = _merged_edges(area.column_edges, _column_edges(rulings[at]))
            at += 1
        is_band = area.closed and rulings[at - 1].is_shaded
        if is_band and _have_cells(rulings[at - 2 : at], by_height, area.column_edges):
            area.bottom = bottom_below_bands(by_height, area.bottom, area.column_edges)
        elif is_band or not area.closed:
            limit = rulings[at].y if at < len(rulings) else inf
            _extend_down(area, by_height, limit)
        else:
            limit = rulings[at].y if at < len(rulings) else inf
            _extend_aligned(area, by_height, limit)
        out.append(area)
    return out


def _banded_area(
    rulings: list[RowDivider], at: int, rows: ByHeight, size: float
) -> TableArea | None:
    """The area of a table of which every other row is shaded, from the first of its bands."""
    first = rulings[at]
    if not (first.is_shaded and first.begins_band):
        return None
    alike = {first.y, *_rules_below(rulings, at, rows, inf)}
    below = (rulings[place] for place in range(at, len(rulings)))
    bands = [*takewhile(lambda own: own.is_shaded and own.y in alike, below)]
    if len(bands) < LEAST_BAND_EDGES:
        return None
    inside = rows.within(first.y, bands[-1].y)
    column_edges: list[float] = []
    for own in bands:
        column_edges = _merged_edges(column_edges, _column_edges(own))
    column_edges = column_edges or column_edges_below_head(inside, first.y)
    columned = sum(bool(column_of(row, column_edges)) for row in inside)
    if not _crosses_an_edge(first, column_edges) or columned < len(inside) / 4:
        return None
    if not _have_cells(bands, rows, column_edges):
        return None  # headings of what is between them
    top = top_of_head(rows, first.y, column_edges)
    bottom = bottom_below_bands(rows, bands[-1].y, column_edges)
    return TableArea(top, bottom, column_edges, size, closed=True)


def _have_cells(bands: list[RowDivider], rows: ByHeight, column_edges: list[float]) -> bool:
    """Whether most bands, by their upper and lower edges, have text in several columns."""
    cells: list[bool] = []
    for top, bottom in zip(bands[::2], bands[1::2], strict=False):
        own = rows.within(top.y, bottom.y)
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


def _crosses_an_edge(ruling: RowDivider, column_edges: list[float]) -> bool:
    """Whether a divider stands above several columns, and not above a box in one of text."""
    return any(ruling.edges[0] < edge < ruling.edges[1] for edge in column_edges)


def _same_edges(a: RowDivider, b: RowDivider) -> bool:
    return all(abs(x - y) < SAME_EDGE for x, y in zip(a.edges, b.edges, strict=True))


def _table_head(
    rulings: list[RowDivider], head: tuple[int, int], rows: ByHeight, size: float
) -> TableArea | None:
    """The head of a table: two ruling lines of one width with a row in columns between them."""
    first, last = (rulings[at] for at in head)
    between = rows.within(first.y, last.y)
    column_edges = _columns(rulings, head, rows) if between else []
    if not _crosses_an_edge(first, column_edges):
        return None
    if not any(column_of(row, column_edges) or spans_columns(row, column_edges) for row in between):
        return None  # a caption between the rule of the running head and that of the table
    area = TableArea(first.y, last.y, column_edges, size)
    crossing = sum(crosses_edges(row, column_edges) for row in between) > 0.5 * len(between)
    return None if crossing or any(_is_body_text(row, area) for row in between) else area


def _columns(rulings: list[RowDivider], head: tuple[int, int], rows: ByHeight) -> list[float]:
    """The column edges by the pieces of the ruling lines, else by the gaps between the rows.

    Rows are examined down to the next ruling line and to the last one like it, as some tables have
    a rule under each row and a label in few of them; farther if they show no columns.  They are
    not farther than the first rows that show what columns a table has.
    """
    at, below = head
    column_edges: list[float] = []
    for ruling in rulings[at : below + 1]:
        column_edges = _merged_edges(column_edges, _column_edges(ruling))
    first, last = rulings[at], rulings[below]
    if column_edges:
        return column_edges
    shown = [*islice(rows.below(first.y), MOST_SEGMENTS)]
    reach = shown[-1].y if len(shown) == MOST_SEGMENTS else inf
    alike = [*_rules_below(rulings, below, rows, reach)]
    for bottom in (*alike[:1], *alike[1:][-1:], inf):
        if bottom < inf or not column_edges:
            inside = [row for row in shown if first.y < row.y < bottom]
            found = column_edges_below_head(inside, last.y)
            column_edges = max(column_edges, found, key=len)
    return column_edges


def _rules_below(
    rulings: list[RowDivider], at: int, rows: ByHeight, reach: float
) -> Iterator[float]:
    """The heights of the ruling lines like that at an index, down to text between them."""
    head = rulings[at]
    width = LEAST_TEXT * (head.edges[1] - head.edges[0])
    above = head.y
    for place in range(at + 1, len(rulings)):
        rule = rulings[place]
        texts = (row for row in rows.within(above, rule.y) if row.x1 - row.x0 > width)
        if rule.y > reach or not all(map(_has_cells, texts)):
            return
        above = rule.y
        if _same_edges(rule, head):
            yield rule.y


def _has_cells(row: Row) -> bool:
    """Whether a row has a gap as between two cells, and not after the number of a paragraph."""
    margin = MARKER_WIDTH * row.size
    gaps = row.gaps(COLUMN_GAP * row.size)
    return any(row.x0 + margin < a and b < row.x1 - margin for a, b in gaps)


def _column_edges(ruling: RowDivider) -> list[float]:
    return [(a[1] + b[0]) / 2 for a, b in pairwise(ruling.pieces)]


def _merged_edges(column_edges: list[float], others: list[float]) -> list[float]:
    """The edges of both lists, without those that nearly coincide."""
    out = list(column_edges)
    out.extend(x for x in others if all(abs(x - y) > SAME_EDGE for y in out))
    return sorted(out)


def _continues(area: TableArea, rulings: list[RowDivider], at: int, rows: ByHeight) -> bool:
    """Whether the rows down to the next ruling line belong to the table."""
    ruling = rulings[at]
    if ruling.edges[0] > area.column_edges[-1] or ruling.edges[1] < area.column_edges[0]:
        return False
    between = rows.within(area.bottom, ruling.y)
    if not between:
        return ruling.y - area.bottom < 3 * SAME_EDGE
    crossing = sum(crosses_edges(row, area.column_edges) for row in between)
    lines = {round(row.y) for row in between}
    if crossing > 0.5 * len(lines) or any(_is_body_text(row, area) for row in between):
        return False
    if area.closed and _is_underline(ruling, between):
        return False
    if not area.closed or any(column_of(row, area.column_edges) > 0 for row in between):
        return True
    bottom = _head_bottom(rulings, at)
    return not bottom or _table_head(rulings, (at, bottom), rows, area.size) is None


def _is_underline(ruling: RowDivider, rows: list[Row]) -> bool:
    """Whether a ruling line is as wide as the one row above it: a heading that is underlined."""
    return len(rows) == 1 and all(
        abs(edge - end) < SAME_LINE
        for edge, end in zip(ruling.edges, (rows[0].x0, rows[0].x1), strict=True)
    )


def _extend_down(area: TableArea, rows: ByHeight, limit: float) -> None:
    """Extend a table without a closing rule over the rows below: it continues on the next page."""
    for row in rows.below(area.bottom):
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


def _extend_aligned(area: TableArea, rows: ByHeight, limit: float) -> None:
    """Extend a table below its last ruling line over rows that stand in its columns."""
    below = takewhile(lambda row: row.y < limit, rows.below(area.bottom))
    inside = rows.between(area.top, area.bottom)
    table = TableText(area.column_edges, area.bottom, area.size)
    area.bottom = bottom_of_aligned_rows(table, inside, below)


def _is_table_row(row: Row, area: TableArea, step: float) -> bool:
    """Whether a row that crosses column edges is part of the table: small, close, no note."""
    return row.size < area.size and step < CLOSE_STEP * row.size and not row.starts_raised


def _is_body_text(row: Row, area: TableArea) -> bool:
    """Whether a row is body text: it crosses most column edges in the size of the text.

    A space between two of its words may be wide and stand at a column edge.
    """
    crossed = sum(row.x0 < x < row.x1 and not gap_at(row, x) for x in area.column_edges)
    return row.size >= area.size and crossed > 0.5 * len(area.column_edges)
