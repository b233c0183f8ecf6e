"""Tables with ruling lines: full grids, and the United Nations style with horizontal rules only.

In the latter the rules above and below the head row are drawn column by column, so that they show
where the columns are; the rows below have no rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, takewhile
from math import inf

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.borderless_tables import (
    column_edges_below_head,
    find_borderless_tables,
)
from unreport.readers.pdf.layout.charts import split_at_charts
from unreport.readers.pdf.layout.column_sections import column_sections, without_furniture
from unreport.readers.pdf.layout.grids import continues, is_ruled, split_at_grid
from unreport.readers.pdf.layout.page_layout import SMALL_TYPE, PageLayout
from unreport.readers.pdf.layout.paired_lists import paired_lists
from unreport.readers.pdf.layout.segmentation.gutters import find_gutters, page_lines
from unreport.readers.pdf.layout.segmentation.sidebars import find_sidebars
from unreport.readers.pdf.layout.stream_sections import (
    content_columns,
    stream_sections,
    tables_of_text,
)
from unreport.readers.pdf.layout.table_cells import (
    CellFragment,
    SplitSegments,
    column_of,
    gap_at,
    spans_columns,
    split_at_columns,
    split_open_table,
    split_row,
)
from unreport.readers.pdf.layout.tables.adjoining_rows import (
    CLOSE_STEP,
    TableText,
    bottom_below_bands,
    bottom_of_aligned_rows,
    crosses_edges,
    top_of_head,
)
from unreport.readers.pdf.layout.tables.cell_leading import ColumnSegment
from unreport.readers.pdf.layout.tables.head_rules import (
    head_rules,
    rows_under_heads,
    with_spanning_labels,
)
from unreport.readers.pdf.layout.tables.row_dividers import RowDivider, row_dividers
from unreport.readers.pdf.layout.tables.ruled_columns import (
    SAME_EDGE,
    columns_of_head,
    edges_of,
    have_same_edges,
    merged_edges,
    rules_below,
)
from unreport.readers.pdf.layout.three_columns import three_column_sections

SAME_LINE = 2.0  # points
HEAD_HEIGHT = 110.0
LEAST_BAND_EDGES = 4  # of two bands
WIDEST_STEP = 4.0  # times the size of type


@dataclass(slots=True)
class _TableArea:
    """The area of a table while it is extended down the page."""

    top: float
    bottom: float
    column_edges: list[float]
    size: float  # of the text beside it
    closed: bool = False  # whether a ruling line ends it


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a page: its fragments, and its column edges where they are known."""

    fragments: list[CellFragment]
    column_edges: list[float]


def find_tables(layout: PageLayout, below: float) -> list[Table]:
    """Take the tables of a page under the height `below` from its open segments, from the top.

    A segment, or a part of one, goes from `layout.segments` into one table or stays there, so
    that no text can be lost or doubled at the edge of a table.
    """
    page = layout.page
    found: list[Table] = []
    for labels in split_at_charts(layout, below):
        _take(layout, found, labels, [])
    segments = layout.segments
    lines = page_lines([row for row in segments if row.y > below])
    stream = content_columns(layout, lines)
    layout.sections += stream_sections(layout, stream)
    for grid in page.tables:
        is_row = len(grid.rows) == 1
        if is_row and not continues(grid, layout.preceding.grid_edges):
            continue
        if grid.top >= below and is_ruled(grid, page.rules):
            split = split_at_grid(layout.segments, grid, page.rules)
            _take(layout, found, split, [], least_rows=1 if is_row else 2)
    dividers = row_dividers(page, below)
    _take_ruled(layout, found, dividers)
    for labels in chain(paired_lists(layout, below), tables_of_text(layout, stream)):
        _take(layout, found, labels, [])
    if layout.segments is not segments:
        lines = page_lines([row for row in layout.segments if row.y > below])
    gutters = [*find_gutters(lines := without_furniture(lines, layout))]
    layout.sections += three_column_sections(layout, lines, gutters)
    layout.sections += column_sections(layout, lines, gutters)
    layout.sidebars += find_sidebars(layout, lines, gutters)
    bottom = below
    for region in find_borderless_tables(layout, below, lines, gutters):
        if region.resumes:
            layout.interruptions.append((bottom, region.top))
        bottom = region.bottom
        inside, outside = _inside(layout.segments, region.top, region.bottom)
        fragments, rest = split_open_table(inside, region.column_edges, dividers)
        _take(layout, found, SplitSegments(fragments, outside + rest), region.column_edges)
    return sorted(found, key=lambda table: min(fragment.row.y for fragment in table.fragments))


def _take_ruled(layout: PageLayout, found: list[Table], dividers: list[RowDivider]) -> None:
    """Make tables of the areas between ruling lines, and of the rows below a head of lines."""
    rules = head_rules(layout.page)
    for area in _areas(dividers, layout.segments, SMALL_TYPE * layout.size):
        above = _cells_above(found, area.column_edges)
        cells, rest = _split_at_area(layout.segments, area, dividers, above)
        cells = with_spanning_labels(cells, area.column_edges, rules)
        _take(layout, found, SplitSegments(cells, rest), area.column_edges)
    for row in rows_under_heads(layout.segments, dividers, rules):
        inside, outside = _inside(layout.segments, row.top, row.bottom)
        fragments, rest = split_at_columns(inside, row.column_edges)
        _take(layout, found, SplitSegments(fragments, outside + rest), row.column_edges)


def _take(
    layout: PageLayout,
    found: list[Table],
    split: SplitSegments,
    column_edges: list[float],
    least_rows: int = 2,
) -> None:
    """Make a table of fragments, unless they stand in one column, or in fewer table rows."""
    columns = {fragment.column for fragment in split.fragments}
    table_rows = {fragment.table_row for fragment in split.fragments}
    if len(columns) > 1 and len(table_rows) >= least_rows:
        layout.segments = split.rest
        found.append(Table(split.fragments, column_edges))


def _split_at_area(
    segments: list[Row],
    area: _TableArea,
    dividers: list[RowDivider],
    above: list[ColumnSegment],
) -> SplitSegments:
    inside, outside = _inside(segments, area.top, area.bottom)
    fragments, rest = split_at_columns(inside, area.column_edges, dividers, above)
    return SplitSegments(fragments, outside + rest)


def _cells_above(found: list[Table], column_edges: list[float]) -> list[ColumnSegment]:
    """The cells of the tables above with the same columns: a ruling line may part them."""
    alike = (table for table in found if table.column_edges == column_edges)
    return [(own.row, own.column) for table in alike for own in table.fragments]


def _inside(segments: list[Row], top: float, bottom: float) -> tuple[list[Row], list[Row]]:
    """The segments between two heights, and the others."""
    inside: list[Row] = []
    outside: list[Row] = []
    for row in segments:
        (inside if top < row.y <= bottom else outside).append(row)
    return inside, outside


# --- horizontal ruling lines ----------------------------------------------------------------------


def _areas(rulings: list[RowDivider], rows: list[Row], size: float) -> list[_TableArea]:
    """The areas of tables, from a head row between two ruling lines to the end of the table."""
    out: list[_TableArea] = []
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
            area.column_edges = merged_edges(area.column_edges, edges_of(rulings[at]))
            at += 1
        is_band = area.closed and rulings[at - 1].is_shaded
        if is_band and _have_cells(rulings[at - 2 : at], rows, area.column_edges):
            area.bottom = bottom_below_bands(rows, area.bottom, area.column_edges)
        elif is_band or not area.closed:
            limit = rulings[at].y if at < len(rulings) else inf
            _extend_down(area, rows, limit)
        else:
            limit = rulings[at].y if at < len(rulings) else inf
            _extend_aligned(area, rows, limit)
        out.append(area)
    return out


def _banded_area(
    rulings: list[RowDivider], at: int, rows: list[Row], size: float
) -> _TableArea | None:
    """The area of a table of which every other row is shaded, from the first of its bands."""
    first = rulings[at]
    if not (first.is_shaded and first.begins_band):
        return None
    alike = {first.y, *rules_below(rulings[at + 1 :], first, rows)}
    bands = [*takewhile(lambda own: own.is_shaded and own.y in alike, rulings[at:])]
    if len(bands) < LEAST_BAND_EDGES:
        return None
    inside = [row for row in rows if first.y < row.y < bands[-1].y]
    column_edges: list[float] = []
    for own in bands:
        column_edges = merged_edges(column_edges, edges_of(own))
    column_edges = column_edges or column_edges_below_head(inside, first.y)
    columned = sum(bool(column_of(row, column_edges)) for row in inside)
    if not column_edges or columned < len(inside) / 4:
        return None
    if not _have_cells(bands, inside, column_edges):
        return None  # headings of what is between them
    top = top_of_head(rows, first.y, column_edges)
    bottom = bottom_below_bands(rows, bands[-1].y, column_edges)
    return _TableArea(top, bottom, column_edges, size, closed=True)


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
        if have_same_edges(first, second):
            return place
    return 0


def _table_head(
    rulings: list[RowDivider], head: tuple[int, int], rows: list[Row], size: float
) -> _TableArea | None:
    """The head of a table: two ruling lines of one width with a row in columns between them."""
    first, last = (rulings[at] for at in head)
    column_edges = columns_of_head(rulings, head, rows)
    if not any(first.edges[0] < edge < first.edges[1] for edge in column_edges):
        return None  # a box in a text column
    between = [row for row in rows if first.y < row.y < last.y]
    if not any(column_of(row, column_edges) or spans_columns(row, column_edges) for row in between):
        return None  # a caption between the rule of the running head and that of the table
    area = _TableArea(first.y, last.y, column_edges, size)
    crossing = sum(crosses_edges(row, column_edges) for row in between) > 0.5 * len(between)
    return None if crossing or any(_is_body_text(row, area) for row in between) else area


def _continues(area: _TableArea, rulings: list[RowDivider], at: int, rows: list[Row]) -> bool:
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


def _extend_down(area: _TableArea, rows: list[Row], limit: float) -> None:
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


def _extend_aligned(area: _TableArea, rows: list[Row], limit: float) -> None:
    """Extend a table below its last ruling line over rows that stand in its columns."""
    below = [row for row in rows if area.bottom < row.y < limit]
    if below:
        inside = (row for row in rows if area.top < row.y <= area.bottom)
        table = TableText(area.column_edges, area.bottom, area.size)
        area.bottom = bottom_of_aligned_rows(table, inside, below)


def _is_table_row(row: Row, area: _TableArea, step: float) -> bool:
    """Whether a row that crosses column edges is part of the table: small, close, no note."""
    return row.size < area.size and step < CLOSE_STEP * row.size and not row.starts_raised


def _is_body_text(row: Row, area: _TableArea) -> bool:
    """Whether a row is body text: it crosses most column edges in the size of the text.

    A space between two of its words may be wide and stand at a column edge.
    """
    crossed = sum(row.x0 < x < row.x1 and not gap_at(row, x) for x in area.column_edges)
    return row.size >= area.size and crossed > 0.5 * len(area.column_edges)
