"""Text in two columns: find the gutter, and tell such text from a table.

Pages whose columns are far apart; `column_sections` finds columns that a narrow gutter separates,
and those of a part of a page.
"""

from __future__ import annotations

from itertools import pairwise

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.logical_order import BaseDirection

FEW = 3  # glyph clusters; a shorter row tells nothing about columns
LEAST_ROWS = 8  # of a column
SPANNING_ROWS = 0.15  # share of the rows that may span both columns
FULL_WIDTH = 0.7  # of a column's width
TOLERANCE = 4.0  # points
NEXT_PARAGRAPH = 1.12  # times the leading
SAME_HEIGHT = 1.5  # points
ALIGNED = 0.6  # share of the paragraph tops


def find_gutter(segments: list[Row]) -> float | None:
    """The middle of the gutter between two columns of text; None where there is none."""
    rows = [row for row in segments if row.count > FEW]
    if len(rows) < 2 * LEAST_ROWS:
        return None
    x0, x1 = min(row.x0 for row in rows), max(row.x1 for row in rows)
    middle = (x0 + x1) / 2
    for x in (middle, middle - 8, middle + 8, middle - 16, middle + 16):
        left = [row for row in rows if row.x1 <= x + TOLERANCE]
        right = [row for row in rows if row.x0 >= x - TOLERANCE]
        spanning = len(rows) - len(left) - len(right)
        full_width = FULL_WIDTH * (middle - x0)
        if (
            min(len(left), len(right)) >= LEAST_ROWS
            and spanning <= SPANNING_ROWS * len(rows)
            and sum(row.x1 - row.x0 > full_width for row in left) > 0.5 * len(left)
            and sum(row.x1 - row.x0 > full_width for row in right) > 0.5 * len(right)
        ):
            return None if _are_aligned(left, right) else x
    return None


def _are_aligned(left: list[Row], right: list[Row]) -> bool:
    """Whether most paragraphs of both columns begin at one height, as a table's cells do."""
    left_tops, right_tops = _paragraph_tops(left), _paragraph_tops(right)
    fewer, more = sorted((left_tops, right_tops), key=len)
    matched = sum(any(abs(a - b) < SAME_HEIGHT for b in more) for a in fewer)
    return bool(fewer) and matched >= ALIGNED * len(fewer)


def _paragraph_tops(column: list[Row]) -> list[float]:
    """The baselines where the paragraphs of a column begin, without the first."""
    heights = sorted(row.y for row in column)
    steps = [b - a for a, b in pairwise(heights)]
    usual = sorted(steps)[len(steps) // 2]
    return [b for a, b in pairwise(heights) if b - a > NEXT_PARAGRAPH * usual]


def columns_in_order(
    segments: list[Row], gutter: float, base: BaseDirection
) -> list[tuple[int, list[Row]]]:
    """The rows of each column in reading order, numbered 1 and 2; rows that span both, 0."""
    out: list[tuple[int, list[Row]]] = []
    left: list[Row] = []
    right: list[Row] = []

    def finished() -> list[tuple[int, list[Row]]]:
        first, second = (left, right) if base == "L" else (right, left)
        return [(1, first), (2, second)]

    for row in sorted(segments, key=lambda row: row.y):
        if row.x1 <= gutter + TOLERANCE:
            left.append(row)
        elif row.x0 >= gutter - TOLERANCE:
            right.append(row)
        else:
            out += [*finished(), (0, [row])]
            left, right = [], []
    return [(column, rows) for column, rows in (*out, *finished()) if rows]
