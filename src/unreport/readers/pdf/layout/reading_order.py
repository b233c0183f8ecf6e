"""Where the rows of a page belong: masthead, text, notes, edges, tables; in reading order."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.bidi.rows import Row
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.layout.first_page import masthead, masthead_bottom
from unreport.readers.pdf.layout.page_parts import Before, Placed, Sheet, merged
from unreport.readers.pdf.layout.ruled_tables import tables
from unreport.readers.pdf.layout.running_heads import edges, notes, notes_top
from unreport.readers.pdf.layout.table_cells import cells_of
from unreport.readers.pdf.layout.two_columns import bands, gutter


def arranged(page: Page, pieces: list[Row], base: BaseDirection, before: Before) -> list[Placed]:
    """All rows of a page in reading order, each with its part.

    By what stood `before` a page of notes is known from text, and a table that goes on.
    """
    if not pieces:
        return []
    for row in pieces:
        before.sizes[round(row.size * 2) / 2] += len(row.clusters)
    size = max(before.sizes, key=lambda size: before.sizes[size])
    sheet = Sheet(page, base, pieces, size, _leading(pieces, size), before)
    bottom = masthead_bottom(sheet) if page.number == 1 else None
    front = masthead(sheet, bottom)
    found = _tables(sheet, bottom or 0.0)
    top = notes_top(sheet)
    heads, feet = edges(sheet, top)
    below = notes(sheet, top)
    body = _body(sheet)
    if any(item.row.y > cell.row.y for item in body for cell in found[-1:]):
        before.columns = []  # text follows the table
    return [*heads, *front, *_in_order(body, found), *below, *feet]


def _leading(pieces: list[Row], size: float) -> float:
    heights = sorted({round(row.y, 1) for row in pieces})
    steps = Counter(round(b - a) for a, b in pairwise(heights) if 0.8 * size < b - a < 4 * size)
    return float(max(steps, key=lambda step: steps[step])) if steps else 1.25 * size


def _in_order(body: list[Placed], tables: list[Placed]) -> list[Placed]:
    """Tables between the rows that stand above and below them."""
    out = list(body)
    for number in sorted({cell.table for cell in tables}):
        cells = [cell for cell in tables if cell.table == number]
        top = min(cell.row.y for cell in cells)
        at = next((i for i, p in enumerate(out) if p.part == "body" and p.row.y > top), len(out))
        out[at:at] = cells
    return out


def _tables(sheet: Sheet, below: float) -> list[Placed]:
    out: list[Placed] = []
    found = tables(sheet, below)
    sheet.before.columns = found[-1].columns if found else []
    for number, table in enumerate(found, start=1):
        entries = table.entries
        taken = cells_of(entries)
        sheet.pieces = [row for row in sheet.pieces if id(row.clusters[0]) not in taken]
        mirrored = sheet.base == "R"  # the first column stands on the right
        last = max(entry.column for entry in entries)
        out.extend(
            Placed(
                entry.row,
                "table",
                table=number,
                place=(entry.line, last - entry.column if mirrored else entry.column),
            )
            for entry in entries
        )
    return sorted(out, key=lambda placed: (placed.table, placed.place[0]))


def _body(sheet: Sheet) -> list[Placed]:
    middle = gutter(sheet.pieces)
    if middle is None:
        return [Placed(row, "body") for row in merged(sheet.pieces)]
    out: list[Placed] = []
    for half, band in bands(sheet.pieces, middle, sheet.base):
        group = sheet.group()
        out.extend(Placed(row, "body", group=group, half=half) for row in merged(band))
    return out
