"""Sections of a page in text columns that the content stream draws one after the other."""

from __future__ import annotations

from dataclasses import replace

from unreport.readers.pdf.layout.column_sections import column_rows, without_furniture
from unreport.readers.pdf.layout.footnotes import footnotes_top
from unreport.readers.pdf.layout.page_layout import LabelledRow, PageLayout
from unreport.readers.pdf.layout.segmentation.aligned_cells import (
    are_aligned,
    are_aligned_rows,
    has_paragraphs,
)
from unreport.readers.pdf.layout.segmentation.gutters import page_lines
from unreport.readers.pdf.layout.segmentation.marker_order import count_down
from unreport.readers.pdf.layout.segmentation.stream_columns import StreamColumns, stream_columns
from unreport.readers.pdf.layout.three_columns import have_column_heads

PAIR = 2


def stream_sections(layout: PageLayout, below: float) -> list[list[LabelledRow]]:
    """Take the sections under the height `below` from the open segments."""
    lines = page_lines([row for row in layout.segments if row.y > below])
    open_rows = [row for line in without_furniture(lines, layout) for row in line.segments]
    out: list[list[LabelledRow]] = []
    found = stream_columns(open_rows, layout.base)
    for section in found.columns:
        if _is_table(section, layout):
            continue
        rows: list[LabelledRow] = []
        for number, column in enumerate(section.columns, start=1):
            part = replace(layout, segments=[*column])
            rows += column_rows(part, layout, number, footnotes_top(part))
            layout.blocks = part.blocks
        out.append(rows)
        used = {*section.taken}
        layout.segments = [row for row in layout.segments if id(row) not in used]
    return [rows for rows in out if rows]


def _is_table(section: StreamColumns, layout: PageLayout) -> bool:
    """Whether the columns are those of a table, which some producers draw column by column."""
    columns = [[*column] for column in section.columns]
    if len(columns) > PAIR:
        has_heads = have_column_heads(columns, layout) and not any(map(has_paragraphs, columns))
        return has_heads or are_aligned_rows(columns) or _has_rules(section, layout)
    left, right = columns if layout.base == "L" else columns[::-1]
    are_cells = are_aligned(left, right) and not count_down(left, right, layout.base)
    return are_cells or _has_rules(section, layout)


def _has_rules(section: StreamColumns, layout: PageLayout) -> bool:
    """Whether ruling lines cross a gutter, as those of a table do."""
    first = min(column[0].y for column in section.columns)
    return any(
        first < rule.top < section.bottom and rule.x0 < low and rule.x1 > high
        for rule in layout.page.rules
        if rule.is_horizontal
        for low, high in section.gutters
    ) or any(
        len(grid.rows) > 1
        and grid.top < section.bottom
        and grid.bottom > section.top
        and grid.x0 < low
        and grid.x1 > high
        for grid in layout.page.tables
        for low, high in section.gutters
    )
