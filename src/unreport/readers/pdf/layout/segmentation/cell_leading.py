"""The leading within the cells of a table, where its lines are set wide apart.

Rows of a table are farther apart than the lines of one cell.  Steps as narrow as the leading are
within cells if most lines below them had no room in the line above, where the first word does not
fit, and many have text in fewer columns or all columns are wide.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TypeAlias

from unreport.readers.pdf.bidi.baselines.row import Row

ColumnSegment: TypeAlias = tuple[Row, int]
"""A segment and its column."""

NEXT_ROW = 1.15  # times the leading; a wider step ends a table row
WIDEST_LEADING = 2.0  # em
LEAST_ROWS = 2  # that a wider step begins
MOST_CONTINUED = 0.6  # share of the lines that have no room in the line above
WIDE_CELL = 14.0  # em; all cells hold running text
LEAST_SHORTER = 0.5  # share of the lines with text in fewer columns than the line above
WORD_GAP = 0.15  # em
SPACE = 0.2  # em


def widest_leading(lines: list[list[ColumnSegment]]) -> float:
    """The widest step between lines of one cell, in points; 0 where the steps do not tell it."""
    steps = [(b[0][0].y - a[-1][0].y, a, b) for a, b in pairwise(lines)]
    narrowest = min((step for step, _, _ in steps), default=0.0)
    limit = NEXT_ROW * narrowest
    wider = sum(step > limit for step, _, _ in steps)
    close = [(a, b) for step, a, b in steps if step <= limit]
    if wider < LEAST_ROWS or narrowest > WIDEST_LEADING * lines[0][0][0].size:
        return 0.0
    widths: dict[int, float] = defaultdict(float)
    for row, column in (segment for line in lines for segment in line):
        widths[column] = max(widths[column], row.x1 - row.x0)
    continued = sum(_is_continued(a, b, widths) for a, b in close)
    shorter = sum({column for _, column in a} > {column for _, column in b} for a, b in close)
    is_text = min(widths.values()) > WIDE_CELL * lines[0][0][0].size
    is_within = continued >= MOST_CONTINUED * len(close) and (
        is_text or shorter >= LEAST_SHORTER * len(close)
    )
    return limit if is_within else 0.0


def _is_continued(
    above: list[ColumnSegment], line: list[ColumnSegment], widths: dict[int, float]
) -> bool:
    """Whether the first word of each segment of a line has no room in the cell above it."""
    cells = {column: row for row, column in above}
    return all(
        column in cells and cells[column].x1 - cells[column].x0 + _first_word(row) > widths[column]
        for row, column in line
    )


def _first_word(row: Row) -> float:
    """The width of the first word of a row and of the space before it."""
    edges = [*zip(row.lefts, row.rights, strict=True)]
    if row.clusters[-1].bidi_class == "R":
        edges = [(-right, -left) for left, right in reversed(edges)]
    room = WORD_GAP * row.size
    end = next((a[1] for a, b in pairwise(edges) if b[0] - a[1] > room), edges[-1][1])
    return end - edges[0][0] + SPACE * row.size
