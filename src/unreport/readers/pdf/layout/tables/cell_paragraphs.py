"""Cells that hold several paragraphs, or reach over several rows, where no ruling line parts rows.

Word sets a space before each paragraph, and no rule between rows: a step between two paragraphs of
a cell is as wide as one between two rows.  What tells them apart is that lines set at the leading
are one paragraph, whatever begins beside them, and that a row has something that names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.tables.cell_blocks import NEXT_ROW, common_leading
from unreport.readers.pdf.layout.tables.cell_leading import (
    LEAST_SHORTER,
    NEARLY_ALL,
    ColumnSegment,
    column_widths,
    has_no_room,
    is_amount,
)

Lines: TypeAlias = list[list[ColumnSegment]]

LEAST_PERIODS = 3
LEAST_PARAGRAPHS = 2  # that a wide step begins
YEAR = re.compile(r"(?<!\d)(?:19|20|١٩|٢٠)\d\d(?!\d)")


class _Step(NamedTuple):
    """Two rows of a column, one below the other."""

    column: int
    above: Row
    below: Row
    filled: int  # columns with text on the line of the lower one


def row_of_periods(lines: Lines, columns: int) -> dict[int, list[int]]:
    """The head and the one row of a table whose columns are all years; nothing of other tables.

    No column names rows in the performance measures of a programme budget: under "2024 (actual)"
    each cell holds the paragraphs of one year.  Numbers below one another are rows all the same.
    """
    years = [YEAR.findall("".join(row.texts)) for row, _ in lines[0]]
    numbers = [int(own[0]) for own in years if len(own) == 1]
    ascending = sorted({*numbers})
    if not LEAST_PERIODS <= columns == len(lines[0]) == len(ascending):
        return {}
    amounts = [column for line in lines[1:] for row, column in line if is_amount(row)]
    if numbers not in (ascending, ascending[::-1]) or len({*amounts}) < len(amounts):
        return {}
    return {at: [min(at, 1)] * len(line) for at, line in enumerate(lines)}


def widest_step_in_cells(lines: Lines) -> float:
    """The widest step between two lines of a paragraph; 0 where it does not tell paragraphs.

    It does where nearly all lines set closer had no room in the line above, many of them beside an
    empty cell, and none is a number below another.
    """
    limit = NEXT_ROW * common_leading(lines)
    widths = column_widths(lines)
    steps = [*_steps(lines)]
    close = [own for own in steps if own.below.y - own.above.y < limit]
    if len(steps) - len(close) < LEAST_PARAGRAPHS:
        return 0.0
    if any(is_amount(own.above) and is_amount(own.below) for own in close):
        return 0.0
    full = sum(has_no_room(own.above, own.below, widths[own.column]) for own in close)
    beside_empty = sum(own.filled < len(widths) for own in close)
    is_told = full >= NEARLY_ALL * len(close) and beside_empty >= LEAST_SHORTER * len(close)
    return limit if is_told else 0.0


def _steps(lines: Lines) -> Iterator[_Step]:
    """The steps of each column, from line to line."""
    last: dict[int, Row] = {}
    for line in lines:
        filled = len({column for _, column in line})
        for row, column in line:
            if column in last:
                yield _Step(column, last[column], row, filled)
            last[column] = row
