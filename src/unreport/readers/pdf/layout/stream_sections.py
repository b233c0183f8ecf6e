"""Sections of a page in text columns that the content stream draws one after the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, pairwise
from typing import NamedTuple

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.file.glyphs import Grid, Rule
from unreport.readers.pdf.layout.column_sections import column_rows, without_furniture
from unreport.readers.pdf.layout.footnotes import footnotes_top
from unreport.readers.pdf.layout.page_index import ByExtent
from unreport.readers.pdf.layout.page_layout import LabelledRow, PageLayout, join_baselines
from unreport.readers.pdf.layout.segmentation.aligned_cells import (
    are_aligned,
    are_aligned_rows,
    has_paragraphs,
)
from unreport.readers.pdf.layout.segmentation.column_gaps import are_unbroken
from unreport.readers.pdf.layout.segmentation.gutters import PageLine
from unreport.readers.pdf.layout.segmentation.marker_order import count_down
from unreport.readers.pdf.layout.segmentation.shared_starts import begin_together
from unreport.readers.pdf.layout.segmentation.stream_columns import (
    StreamColumns,
    StreamLayout,
    stream_columns,
)
from unreport.readers.pdf.layout.tables.stream_cells import StreamTable, stream_tables
from unreport.readers.pdf.layout.tables.table_cells import CellFragment, SplitSegments
from unreport.readers.pdf.layout.three_columns import have_column_heads

PAIR = 2
LEAST_WIDTH = 0.25  # of the page's
SAME_EDGE = 1.0  # points
MOST_RAGGED = 0.6  # share of the rows of a justified column


class _Ruled(NamedTuple):
    """What ruling lines enclose or cross on a page."""

    across: ByExtent[Rule]  # horizontal lines
    grids: ByExtent[Grid]  # of several rows
    segments: frozenset[int]  # the open ones in these grids, by their identity

    @classmethod
    def of(cls, layout: PageLayout) -> _Ruled:
        across = ByExtent(rule for rule in layout.page.rules if rule.is_horizontal)
        grids = ByExtent(grid for grid in layout.page.tables if len(grid.rows) > 1)
        return cls(across, grids, _rows_in_grids(layout))


def content_columns(layout: PageLayout, lines: list[PageLine]) -> StreamLayout:
    """What the content stream shows side by side among the lines of open segments."""
    open_rows = [row for line in without_furniture(lines, layout) for row in line.segments]
    return stream_columns(open_rows, layout.base, _rows_in_grids(layout))


def stream_sections(layout: PageLayout, found: StreamLayout) -> list[list[LabelledRow]]:
    """Take the sections in text columns from the open segments."""
    out: list[list[LabelledRow]] = []
    ruled = _Ruled.of(layout)
    taken: set[int] = set()
    for section in found.columns:
        if _is_table(section, layout, ruled):
            continue
        rows: list[LabelledRow] = []
        for number, column in enumerate(section.columns, start=1):
            part = replace(layout, segments=[*column])
            rows += column_rows(part, layout, number, footnotes_top(part))
        out.append(rows)
        taken |= section.taken
    if taken:
        layout.segments = [row for row in layout.segments if id(row) not in taken]
    return [rows for rows in out if rows]


def tables_of_text(layout: PageLayout, found: StreamLayout) -> Iterator[SplitSegments]:
    """The tables among the open segments whose two columns are as wide as columns of text."""
    if not found.cells:
        return
    rules = ByExtent(layout.page.rules)
    numbers = {id(row): number for number, row in enumerate(layout.segments)}
    open_rows = {*numbers}
    for table in stream_tables(found, layout.segments, layout.base):
        if table.taken <= open_rows and _is_table_of_text(table, layout, rules):
            before = layout.segments
            fragments = [CellFragment(*cell) for cell in table.cells]
            yield SplitSegments(fragments, _without(table.taken, before, numbers))
            if layout.segments is not before:
                open_rows -= table.taken


def _without(taken: frozenset[int], rows: list[Row], numbers: dict[int, int]) -> list[Row]:
    """Numbered rows without some that stand near one another."""

    def number(row: Row) -> int:
        return numbers[id(row)]

    own = [numbers[row] for row in taken]
    first = bisect_left(rows, min(own), key=number)
    last = bisect_right(rows, max(own), key=number)
    kept = [row for row in rows[first:last] if id(row) not in taken]
    return rows[:first] + kept + rows[last:]


def _is_table_of_text(table: StreamTable, layout: PageLayout, rules: ByExtent[Rule]) -> bool:
    """Whether a table has two columns as wide as those of text, and no ruling lines."""
    rows = [cell.row for cell in table.cells]
    room = 2 * layout.leading
    top, bottom = min(row.y for row in rows) - room, max(row.y for row in rows) + room
    if rules.has_between(top, bottom):
        return False
    numbers = {cell.column for cell in table.cells}
    columns = [[cell.row for cell in table.cells if cell.column == at] for at in numbers]
    return len(columns) == PAIR and all(
        max(row.x1 for row in own) - min(row.x0 for row in own) > LEAST_WIDTH * layout.page.width
        and _is_text(own)
        for own in columns
    )


def _is_text(column: list[Row]) -> bool:
    """Whether the rows of a column have no gaps as between cells, the first one least of all.

    The spaces of justified rows may be as wide.
    """
    rows = join_baselines(column)
    x0, x1 = min((row.x0 for row in rows), default=0.0), max((row.x1 for row in rows), default=0.0)
    ragged = [row for row in rows if row.x0 - x0 > SAME_EDGE or x1 - row.x1 > SAME_EDGE]
    own = rows if len(ragged) > MOST_RAGGED * len(rows) else ragged
    return are_unbroken(own) and are_unbroken(own[:1])


def _is_table(section: StreamColumns, layout: PageLayout, ruled: _Ruled) -> bool:
    """Whether the columns are those of a table, which some producers draw column by column."""
    columns = [[*column] for column in section.columns]
    free = ([row for row in own if id(row) not in ruled.segments] for own in columns)
    if not all(map(_is_text, free)):
        return True
    if _begin_together(columns, layout):
        return True
    if len(columns) > PAIR:
        has_heads = have_column_heads(columns, layout) and not any(map(has_paragraphs, columns))
        return has_heads or are_aligned_rows(columns) or _has_rules(section, ruled)
    left, right = columns if layout.base == "L" else columns[::-1]
    are_cells = are_aligned(left, right) and not count_down(left, right, layout.base)
    return are_cells or _has_rules(section, ruled)


def _begin_together(columns: list[list[Row]], layout: PageLayout) -> bool:
    """Whether paragraphs begin beside one another, and no markers count on down the columns."""
    rows = [join_baselines(column) for column in columns]
    return begin_together(rows, layout.base) and not any(
        count_down(*(pair if layout.base == "L" else pair[::-1]), layout.base)
        for pair in pairwise(columns)
    )


def _rows_in_grids(layout: PageLayout) -> frozenset[int]:
    """The open segments in tables with ruling lines, by their identity."""
    grids = [grid for grid in layout.page.tables if len(grid.rows) > 1]
    return frozenset(
        id(row)
        for row in (layout.segments if grids else ())
        if any(g.top < row.y < g.bottom and g.x0 < row.x1 and row.x0 < g.x1 for g in grids)
    )


def _has_rules(section: StreamColumns, ruled: _Ruled) -> bool:
    """Whether ruling lines cross a gutter, as those of a table do."""
    first = min(column[0].y for column in section.columns)
    lines = (rule for rule in ruled.across.between(first, section.bottom) if rule.top > first)
    found: Iterator[Rule | Grid] = chain(lines, ruled.grids.between(section.top, section.bottom))
    return any(own.x0 < low and own.x1 > high for own in found for low, high in section.gutters)
