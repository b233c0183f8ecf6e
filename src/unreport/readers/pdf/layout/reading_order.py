"""Page segmentation: the region of each row (masthead, body, table, note …), in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.layout.boxes import boxed_text
from unreport.readers.pdf.layout.first_page import masthead, masthead_bottom
from unreport.readers.pdf.layout.footnotes import footnotes, footnotes_top, raised_numbers
from unreport.readers.pdf.layout.page_layout import (
    LabelledRow,
    PageLayout,
    PrecedingPages,
    join_baselines,
)
from unreport.readers.pdf.layout.running_heads import heads_and_feet
from unreport.readers.pdf.layout.segmentation.drop_caps import join_drop_caps
from unreport.readers.pdf.layout.segmentation.justified_lines import join_justified_lines
from unreport.readers.pdf.layout.segmentation.line_numbers import split_line_numbers
from unreport.readers.pdf.layout.segmentation.sidebars import insert_between_paragraphs
from unreport.readers.pdf.layout.tables.grids import column_edges
from unreport.readers.pdf.layout.tables.table_cells import CellFragment, text_lines
from unreport.readers.pdf.layout.tables.table_detection import find_tables

CELL_GAP = 1.0  # em
INTERRUPTED = "a row between two parts of a table, too wide for its cells"


def reading_order(
    page: Page, segments: list[Row], base: BaseDirection, preceding: PrecedingPages
) -> list[LabelledRow]:
    """All rows of a page in reading order, each with its region.

    The `preceding` pages tell the size of the body text, so that a page of nothing but footnotes
    is recognised, and the columns of a table that may continue.
    """
    if not segments:
        return []
    for row in segments:
        preceding.glyphs_by_size[round(row.size * 2) / 2] += row.count
    size = max(preceding.glyphs_by_size, key=lambda size: preceding.glyphs_by_size[size])
    segments = join_justified_lines(segments)
    segments = join_drop_caps(segments) if base == "L" else segments
    numbers, segments, numbering = split_line_numbers(segments, base, preceding.line_numbers)
    preceding.line_numbers = numbering
    layout = PageLayout(page, base, segments, size, _leading(segments, size), preceding)
    bottom = masthead_bottom(layout) if page.number == 1 else None
    masthead_rows = masthead(layout, bottom)
    table_rows = _table_rows(layout, bottom or 0.0)
    boxes = boxed_text(layout, bottom or 0.0)
    top = footnotes_top(layout)
    tables_bottom = max((cell.row.y for cell in table_rows), default=0.0)
    heads, feet = heads_and_feet(layout, top, tables_bottom)
    notes = [*layout.notes, *footnotes(layout, top)]
    preceding.calls |= raised_numbers(segments)
    preceding.have_notes = preceding.have_notes or bool(notes)
    body = insert_between_paragraphs([*_body(layout)], layout.sidebars, base)
    body = _insert(_insert(body, boxes), layout.sections)
    if any(item.row.y > cell.row.y for item in body for cell in table_rows[-1:]):
        preceding.column_edges = preceding.grid_edges = []  # text follows the table
    heads += [LabelledRow(row, "head", fallback="head") for row in numbers]
    body = _insert_tables(body, _by_table(table_rows), base)
    return [*heads, *masthead_rows, *body, *notes, *feet]


def _body(layout: PageLayout) -> Iterator[LabelledRow]:
    """The rows of the body; one between two parts of a table may hold several cells."""
    for row in join_baselines(layout.segments):
        is_within = any(top < row.y < bottom for top, bottom in layout.interruptions)
        has_cells = is_within and bool(row.gaps(CELL_GAP * row.size))
        yield LabelledRow(row, "body", doubt=INTERRUPTED if has_cells else "")


def _leading(segments: list[Row], size: float) -> float:
    heights = sorted({round(row.y, 1) for row in segments})
    steps = Counter(round(b - a) for a, b in pairwise(heights) if 0.8 * size < b - a < 4 * size)
    return float(max(steps, key=lambda step: steps[step])) if steps else 1.25 * size


def _insert(body: list[LabelledRow], groups: list[list[LabelledRow]]) -> list[LabelledRow]:
    """Put each table or box between the rows that stand above and below it."""
    out = list(body)
    for rows in groups:
        top = min(item.row.y for item in rows)
        at = next((i for i, p in enumerate(out) if p.region == "body" and p.row.y > top), len(out))
        out[at:at] = rows
    return out


def _insert_tables(
    body: list[LabelledRow], tables: list[list[LabelledRow]], base: BaseDirection
) -> list[LabelledRow]:
    """Put each table between the rows above and below it; one beside text follows this text.

    Where a page is set in columns, the table stands at the head of the second one.
    """
    beside = {at for at, table in enumerate(tables) if _rows_beside(table, body, base)}
    out = _insert(body, [table for at, table in enumerate(tables) if at not in beside])
    for at in sorted(beside):
        last = _rows_beside(tables[at], out, base)[-1]
        out[last + 1 : last + 1] = tables[at]
    return out


def _rows_beside(
    table: list[LabelledRow], body: list[LabelledRow], base: BaseDirection
) -> list[int]:
    """The rows of the column before a table, if some of them are as high on the page as it is."""
    x0, x1 = min(item.row.x0 for item in table), max(item.row.x1 for item in table)
    top, bottom = min(item.row.y for item in table), max(item.row.y for item in table)
    before = [
        at
        for at, item in enumerate(body)
        if (item.row.x1 < x0 if base == "L" else item.row.x0 > x1)
    ]
    is_column = len(before) == len(body)
    level = [at for at in before if top <= body[at].row.y <= bottom and body[at].region == "body"]
    return before if is_column and level else level


def _by_table(rows: list[LabelledRow]) -> list[list[LabelledRow]]:
    return [[*table] for _, table in groupby(rows, key=lambda item: item.table)]


def _table_rows(layout: PageLayout, below: float) -> list[LabelledRow]:
    out: list[LabelledRow] = []
    found = find_tables(layout, below)
    layout.preceding.column_edges = found[-1].column_edges if found else []
    lowest = max(layout.page.tables, key=lambda grid: grid.bottom, default=None)
    layout.preceding.grid_edges = column_edges(lowest) if lowest else []
    for number, table in enumerate(found, start=1):
        right_to_left = layout.base == "R"  # the first column stands on the right
        last = max(fragment.column for fragment in table.fragments)
        fragments = _from_the_right(table.fragments) if right_to_left else table.fragments
        out.extend(
            LabelledRow(
                fragment.row,
                "table",
                table=number,
                cell=(
                    fragment.table_row,
                    last - fragment.column if right_to_left else fragment.column,
                ),
                doubt=fragment.doubt,
            )
            for fragment in fragments
        )
    return sorted(out, key=lambda labelled: (labelled.table, labelled.cell[0]))


def _from_the_right(fragments: list[CellFragment]) -> list[CellFragment]:
    """The fragments of a table line by line, each line from the right: a cell may hold several."""
    rows = {id(fragment.row): fragment for fragment in fragments}
    lines = text_lines(sorted((f.row for f in fragments), key=lambda row: (row.y, row.x0)))
    return [rows[id(row)] for line in lines for row in sorted(line, key=lambda row: -row.x0)]
