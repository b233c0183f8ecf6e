"""Where the rows of a page belong: masthead, text, notes, edges, tables; in reading order."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from unreport.pdf.cells import cells_of
from unreport.pdf.feet import edges, notes, notes_top
from unreport.pdf.front import masthead, masthead_bottom
from unreport.pdf.glyphs import Page
from unreport.pdf.order import Base
from unreport.pdf.rows import Row
from unreport.pdf.sheet import Before, Placed, Sheet, merged
from unreport.pdf.tables import tables

FEW = 3  # cells; a shorter row tells nothing of columns
LEAST_ROWS = 8  # of a column
WHOLE_ROWS = 0.15  # share that may run across both columns
FULL = 0.7  # of a column's width
SLIP = 4.0  # points


def arranged(page: Page, pieces: list[Row], base: Base, before: Before) -> list[Placed]:
    """All rows of a page in reading order, each with its part.

    By what stood `before` a page of notes is known from text, and a table that goes on.
    """
    if not pieces:
        return []
    for row in pieces:
        before.sizes[round(row.size * 2) / 2] += len(row.cells)
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
        sheet.pieces = [row for row in sheet.pieces if id(row.cells[0]) not in taken]
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
    gutter = _gutter(sheet)
    if gutter is None:
        return [Placed(row, "body") for row in merged(sheet.pieces)]
    out: list[Placed] = []
    for band in _bands(sheet.pieces, gutter):
        group = sheet.group()
        out.extend(Placed(row, "body", group=group) for row in merged(band))
    return out if sheet.base == "L" else _sides_swapped(out, gutter)


def _gutter(sheet: Sheet) -> float | None:
    """The middle of an empty strip between two columns of text."""
    rows = [row for row in sheet.pieces if len(row.cells) > FEW]
    if len(rows) < 2 * LEAST_ROWS:
        return None
    x0, x1 = min(row.x0 for row in rows), max(row.x1 for row in rows)
    middle = (x0 + x1) / 2
    for at in (middle, middle - 8, middle + 8, middle - 16, middle + 16):
        left = [row for row in rows if row.x1 <= at + SLIP]
        right = [row for row in rows if row.x0 >= at - SLIP]
        whole = len(rows) - len(left) - len(right)
        full = FULL * (middle - x0)
        if (
            min(len(left), len(right)) >= LEAST_ROWS
            and whole <= WHOLE_ROWS * len(rows)
            and sum(row.x1 - row.x0 > full for row in left) > 0.5 * len(left)
            and sum(row.x1 - row.x0 > full for row in right) > 0.5 * len(right)
        ):
            return at
    return None


def _bands(pieces: list[Row], gutter: float) -> list[list[Row]]:
    """Left and right columns between the rows that run across."""
    bands: list[list[Row]] = []
    left: list[Row] = []
    right: list[Row] = []
    for row in sorted(pieces, key=lambda row: row.y):
        if row.x1 <= gutter + SLIP:
            left.append(row)
        elif row.x0 >= gutter - SLIP:
            right.append(row)
        else:
            bands += [left, right, [row]]
            left, right = [], []
    return [band for band in (*bands, left, right) if band]


def _sides_swapped(placed: list[Placed], gutter: float) -> list[Placed]:
    """In a page that reads from the right the right column comes first."""
    out: list[Placed] = []
    groups: dict[int, list[Placed]] = {}
    for item in placed:
        groups.setdefault(item.group, []).append(item)
    waiting: list[Placed] = []
    for items in groups.values():
        if all(item.row.x1 <= gutter + SLIP for item in items):
            out += waiting
            waiting = items
            continue
        right = all(item.row.x0 >= gutter - SLIP for item in items)
        out += [*items, *waiting] if right else [*waiting, *items]
        waiting = []
    return [*out, *waiting]
