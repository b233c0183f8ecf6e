"""The leading within the cells of a table, where its lines are set wide apart.

Rows of a table are farther apart than the lines of one cell.  Steps as narrow as the leading are
within cells if most lines below them had no room in the line above, where the first word does not
fit, and many have text in fewer columns or all columns are wide; or if nearly all had no room.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import TypeAlias

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.letters import is_han

ColumnSegment: TypeAlias = tuple[Row, int]
"""A segment and its column."""

NEXT_ROW = 1.15  # times the leading; a wider step ends a table row
CLOSE_ROW = 1.5  # times the step between rows that are closer than the lines of a cell
EXACT_STEP = 0.3  # points, of a producer that sets all rows alike
SAME_STEP = 0.6  # points, between steps of one width
WIDEST_LEADING = 2.0  # em
LEAST_ROWS = 2  # that a wider step begins
MOST_CONTINUED = 0.6  # share of the lines that have no room in the line above
NEARLY_ALL = 0.8
WIDE_CELL = 14.0  # em; all cells hold running text
LEAST_SHORTER = 0.5  # share of the lines with text in fewer columns than the line above
WORD_GAP = 0.15  # em
SPACE = 0.2  # em
HAN_BREAK = 2.0  # em; a sign may not begin a line, so that the character before it goes with it


def widest_leading(lines: list[list[ColumnSegment]]) -> float:
    """The widest step between lines of one cell, in points; 0 where the steps do not tell it.

    Notes below the last line of several columns are not looked at.
    """
    last = max((at for at, line in enumerate(lines) if len(line) > 1), default=0)
    lines = lines[: last + 1]
    steps = [(b[0][0].y - a[-1][0].y, a, b) for a, b in pairwise(lines)]
    narrowest = min((step for step, _, _ in steps), default=0.0)
    limit = _widest_like(narrowest, sorted(step for step, _, _ in steps))
    wider = sum(step > limit for step, _, _ in steps)
    close = [(a, b) for step, a, b in steps if step <= limit]
    if wider < LEAST_ROWS or narrowest > WIDEST_LEADING * lines[0][0][0].size:
        return 0.0
    return limit if _are_within_cells(close, lines) else 0.0


def rows_set_close(lines: list[list[ColumnSegment]]) -> dict[int, list[int]]:
    """The row of each segment, by line, where rows are closer than the lines of a cell.

    Typst sets the lines of a cell apart by its leading, and rows by their padding.
    """
    last = max((at for at, line in enumerate(lines) if len(line) > 1), default=0)
    steps = [(b[0][0].y - a[-1][0].y, a, b) for a, b in pairwise(lines[: last + 1])]
    narrowest = min((step for step, _, _ in steps), default=0.0)
    even = sorted(step for step, _, _ in steps if step < CLOSE_ROW * narrowest)
    limit = next((a for a, b in pairwise(even) if b - a > EXACT_STEP), 0.0)
    widths = column_widths(lines)
    within = [_is_continued(a, b, widths) for step, a, b in steps if limit < step <= even[-1]]
    between = [_is_continued(a, b, widths) for step, a, b in steps if step <= limit]
    is_close = sum(within) >= NEARLY_ALL * len(within) and 2 * sum(between) < len(between)
    if min(len(within), len(between)) <= LEAST_ROWS or not is_close:
        return {}
    starts = [0, *(not limit < step <= even[-1] for step, _, _ in steps)]
    return {at: [rank] * len(lines[at]) for at, rank in enumerate(accumulate(starts))}


def _are_within_cells(
    close: list[tuple[list[ColumnSegment], list[ColumnSegment]]], lines: list[list[ColumnSegment]]
) -> bool:
    """Whether steps between two lines, all of one width, are within the cells of a table."""
    widths = column_widths(lines)
    continued = sum(_is_continued(a, b, widths) for a, b in close)
    shorter = sum({column for _, column in a} > {column for _, column in b} for a, b in close)
    is_text = min(widths.values()) > WIDE_CELL * lines[0][0][0].size
    return continued >= NEARLY_ALL * len(close) or (
        continued >= MOST_CONTINUED * len(close)
        and (is_text or shorter >= LEAST_SHORTER * len(close))
    )


def column_widths(lines: Iterable[list[ColumnSegment]]) -> dict[int, float]:
    """The width of the widest segment of each column."""
    widths: dict[int, float] = defaultdict(float)
    for row, column in (segment for line in lines for segment in line):
        widths[column] = max(widths[column], row.x1 - row.x0)
    return widths


def _widest_like(narrowest: float, steps: list[float]) -> float:
    """The limit of the steps that are as wide as the narrowest, of sorted steps.

    Rows whose padding is small are little farther apart than lines, but all by the same.
    """
    limit = NEXT_ROW * narrowest
    for step, wider in pairwise(step for step in steps if step <= limit):
        if wider - step > SAME_STEP:
            return (step + wider) / 2
    return limit


def _is_continued(
    above: list[ColumnSegment], line: list[ColumnSegment], widths: dict[int, float]
) -> bool:
    """Whether the first word of each segment of a line has no room in the cell above it."""
    cells = {column: row for row, column in above}
    return all(
        column in cells and has_no_room(cells[column], row, widths[column]) for row, column in line
    )


def has_no_room(above: Row, row: Row, width: float) -> bool:
    """Whether the first word of a row has no room at the end of the row above, in a column.

    An amount never continues the one above it.
    """
    if is_amount(above) and is_amount(row):
        return False
    return above.x1 - above.x0 + _first_word(row) > width


def is_amount(row: Row) -> bool:
    """Whether a row of a cell is a number, or what stands for one, and holds no letter."""
    return not any(char.isalpha() for text in row.texts for char in text)


def _first_word(row: Row) -> float:
    """The width of the first word of a row and of the space before it."""
    edges = [*zip(row.lefts, row.rights, strict=True)]
    if is_han(row.texts[0]):
        return HAN_BREAK * row.size
    if row.clusters[-1].bidi_class == "R":
        edges = [(-right, -left) for left, right in reversed(edges)]
    room = WORD_GAP * row.size
    end = next((a[1] for a, b in pairwise(edges) if b[0] - a[1] > room), edges[-1][1])
    return end - edges[0][0] + SPACE * row.size
