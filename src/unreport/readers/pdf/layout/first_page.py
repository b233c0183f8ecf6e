"""The masthead of the first page: blocks between rules, in each the columns one after the other."""

from __future__ import annotations

import re
from itertools import pairwise

from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.bidi.rows import Row
from unreport.readers.pdf.file.glyphs import Rule
from unreport.readers.pdf.layout.page_parts import Placed, Sheet, merged, plain

MASTHEAD_ZONE = 0.45  # of the page's height
WIDE_RULE = 0.55  # of the page's width
SAME_HEIGHT = 2.0  # points
SAME_EDGE = 4.0
DISTRIBUTION = re.compile(r"^(?:Distr|DISTR)")


def masthead(sheet: Sheet, bottom: float | None) -> list[Placed]:
    """The top of the first page, block by block: each block's columns one after the other."""
    if bottom is None:
        return []
    rules = sorted(rule.top for rule in _wide_rules(sheet) if rule.top < bottom + 1)
    inside = [row for row in sheet.pieces if row.y < bottom]
    sheet.pieces = [row for row in sheet.pieces if row.y >= bottom]
    out: list[Placed] = []
    for top, low in zip([0.0, *rules], [*rules, bottom], strict=True):
        band = [row for row in inside if top <= row.y < low]
        for column in _blocks(band, sheet.base):
            group = sheet.group()
            out.extend(Placed(row, "masthead", group=group) for row in merged(column))
    return out


def masthead_bottom(sheet: Sheet) -> float | None:
    """Where the masthead ends: at the rule below the distribution, or with that block."""
    height = sheet.page.height
    found = next(
        (
            row
            for row in sheet.pieces
            if row.y < MASTHEAD_ZONE * height and DISTRIBUTION.match(plain(row))
        ),
        None,
    )
    if found is None:
        return None
    below = [
        rule.top
        for rule in _wide_rules(sheet)
        if found.y < rule.top < MASTHEAD_ZONE * height and not _is_box(rule, sheet)
    ]
    return min(below) if below else _column_end(found, sheet.pieces) + 0.5 * found.size


def _is_box(rule: Rule, sheet: Sheet) -> bool:
    """Whether a rule is a side of a box, such as the one around a summary."""
    return any(
        not side.is_horizontal
        and abs(side.x0 - rule.x0) < SAME_EDGE
        and min(abs(side.top - rule.top), abs(side.bottom - rule.top)) < SAME_EDGE
        for side in sheet.page.rules
    )


def _wide_rules(sheet: Sheet) -> list[Rule]:
    """Rules across the page, those drawn in pieces too."""
    rules = sorted(
        (r for r in sheet.page.rules if r.is_horizontal), key=lambda r: (round(r.top), r.x0)
    )
    whole: list[Rule] = []
    for rule in rules:
        last = whole[-1] if whole else None
        if last and abs(last.top - rule.top) < SAME_HEIGHT and rule.x0 - last.x1 < SAME_EDGE:
            whole[-1] = Rule(last.x0, last.top, max(last.x1, rule.x1), last.bottom)
        else:
            whole.append(rule)
    return [r for r in whole if r.x1 - r.x0 > WIDE_RULE * sheet.page.width]


def _column_end(found: Row, pieces: list[Row]) -> float:
    """The last row of the block that begins with the distribution."""
    y = found.y
    for row in pieces:
        same = min(abs(row.x0 - found.x0), abs(row.x1 - found.x1)) < SAME_EDGE
        if same and y < row.y < y + 3.2 * found.size:
            y = row.y
    return y


def _blocks(band: list[Row], base: BaseDirection) -> list[list[Row]]:
    """The columns of a band; where none show, those above and below its widest gap."""
    columns = _columns(band, base)
    if len(columns) > 1 or len(band) <= 1:
        return columns
    rows = sorted(band, key=lambda row: row.y)
    gaps = [(b.y - a.y, at) for at, (a, b) in enumerate(pairwise(rows), start=1)]
    _, at = max(gaps)
    parts = [*_blocks(rows[:at], base), *_blocks(rows[at:], base)]
    more = len(parts) - 2  # than the two halves: a column was found in one of them
    return parts if more > 0 else columns


def _columns(band: list[Row], base: BaseDirection) -> list[list[Row]]:
    """Rows whose widths overlap stand in one column."""
    columns: list[list[Row]] = []
    for row in sorted(band, key=lambda row: row.x0):
        last = columns[-1] if columns else None
        if last and row.x0 < max(other.x1 for other in last):
            last.append(row)
        else:
            columns.append([row])
    if base == "R":
        columns.reverse()
    return [sorted(column, key=lambda row: row.y) for column in columns]
