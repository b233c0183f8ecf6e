"""The tables of a page: charts, grids, ruled tables, lists in pairs, and tables without rules."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.charts import split_at_charts
from unreport.readers.pdf.layout.column_sections import column_sections, without_furniture
from unreport.readers.pdf.layout.page_layout import SMALL_TYPE, PageLayout
from unreport.readers.pdf.layout.segmentation.gutters import find_gutters, page_lines
from unreport.readers.pdf.layout.segmentation.sidebars import find_sidebars
from unreport.readers.pdf.layout.stream_sections import (
    content_columns,
    stream_sections,
    tables_of_text,
)
from unreport.readers.pdf.layout.tables.borderless_tables import (
    find_borderless_tables,
)
from unreport.readers.pdf.layout.tables.cell_leading import ColumnSegment
from unreport.readers.pdf.layout.tables.grids import continues, is_ruled, split_at_grid
from unreport.readers.pdf.layout.tables.paired_lists import paired_lists
from unreport.readers.pdf.layout.tables.row_dividers import RowDivider, row_dividers
from unreport.readers.pdf.layout.tables.ruled_tables import TableArea, ruled_areas
from unreport.readers.pdf.layout.tables.table_cells import (
    CellFragment,
    SplitSegments,
    split_at_columns,
    split_open_table,
)
from unreport.readers.pdf.layout.three_columns import three_column_sections


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
    page, size = layout.page, SMALL_TYPE * layout.size
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
    for area in ruled_areas(dividers, layout.segments, size):
        above = _cells_above(found, area.column_edges)
        split = _split_at_area(layout.segments, area, dividers, above)
        _take(layout, found, split, area.column_edges)
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
    area: TableArea,
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
