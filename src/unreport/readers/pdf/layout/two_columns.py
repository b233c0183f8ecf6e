"""A page set in two columns of text, told apart from a table of two columns."""

from __future__ import annotations

from itertools import pairwise

from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.bidi.rows import Row

FEW = 3  # cells; a shorter row tells nothing of columns
LEAST_ROWS = 8  # of a column
WHOLE_ROWS = 0.15  # share that may run across both columns
FULL = 0.7  # of a column's width
SLIP = 4.0  # points
NEXT_PARAGRAPH = 1.12  # times the usual distance of rows
SAME_HEIGHT = 1.5  # points
ALIGNED = 0.6  # of the places where cells begin


def gutter(pieces: list[Row]) -> float | None:
    """The middle of an empty strip between two columns of text."""
    rows = [row for row in pieces if len(row.clusters) > FEW]
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
            return None if _are_aligned(left, right) else at
    return None


def _are_aligned(left: list[Row], right: list[Row]) -> bool:
    """Whether paragraphs on both sides begin at one height time and again: a table's cells."""
    here, there = _begins(left), _begins(right)
    fewer, more = sorted((here, there), key=len)
    matched = sum(any(abs(a - b) < SAME_HEIGHT for b in more) for a in fewer)
    return bool(fewer) and matched >= ALIGNED * len(fewer)


def _begins(column: list[Row]) -> list[float]:
    """Where the paragraphs of a column begin, but for its first."""
    heights = sorted(row.y for row in column)
    steps = [b - a for a, b in pairwise(heights)]
    usual = sorted(steps)[len(steps) // 2]
    return [b for a, b in pairwise(heights) if b - a > NEXT_PARAGRAPH * usual]


def bands(pieces: list[Row], gutter: float, base: BaseDirection) -> list[tuple[int, list[Row]]]:
    """The columns in reading order, 1 and 2, between the rows that run across, 0."""
    out: list[tuple[int, list[Row]]] = []
    left: list[Row] = []
    right: list[Row] = []

    def closed() -> list[tuple[int, list[Row]]]:
        first, second = (left, right) if base == "L" else (right, left)
        return [(1, first), (2, second)]

    for row in sorted(pieces, key=lambda row: row.y):
        if row.x1 <= gutter + SLIP:
            left.append(row)
        elif row.x0 >= gutter - SLIP:
            right.append(row)
        else:
            out += [*closed(), (0, [row])]
            left, right = [], []
    return [(half, rows) for half, rows in (*out, *closed()) if rows]
