"""Tables whose columns a row of dashes shows: pandoc's simple and multiline tables, RST's.

Pandoc User's Guide, "Tables"; reStructuredText, "Simple Tables": `-----  ----  ---` below the heads
or above the first row; a blank line or a rule ends the table, in which blank lines may part rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from unreport.readers.text_tables.cells import (
    Cells,
    Columns,
    bordered,
    cells_at,
    each_in_its_place,
    joined_row,
    on_screen,
    parts_of_lines,
)

COLUMNS = re.compile(r"\s*(?:-{2,}|={2,})(?:\s+(?:-{2,}|={2,}))++\s*")
RULE = re.compile(r"\s*-{6,}\s*")
RUN = re.compile(r"[-=]{2,}")
MOST_HEAD_ROWS = 12
MOST_ROWS = 2000  # of a table


def ruled_table(rows: Sequence[str], at: int) -> tuple[int, int, list[str]] | None:
    """The table whose columns a row shows: where it begins and ends, and its rows; or None."""
    if not COLUMNS.fullmatch(rows[at]):
        return None
    begin = _begin(rows, at)
    end = _end(rows, at, closed=begin == at or RULE.fullmatch(rows[begin]) is not None)
    if end is None:
        return None
    if end < len(rows) and rows[end].strip() and rows[end - 1] == rows[at]:
        end = _end(rows, end - 1, closed=True) or end  # RST has such a row below the heads as well
    columns = _columns(rows[at])
    for places_of in (on_screen, each_in_its_place):
        head = _lines(rows[begin:at], columns, places_of)
        body = _lines(rows[at + 1 : end], columns, places_of)
        if head is None or not body:
            continue
        heads = [joined_row([line for line in head if any(line)])] if any(map(any, head)) else []
        return begin, end, [bordered(cells) for cells in (*heads, *_rows(body))]
    return None


def _begin(rows: Sequence[str], at: int) -> int:
    """Where the table begins: at a rule above its heads, at a row of heads, or at its columns."""
    for above in range(at - 1, max(at - MOST_HEAD_ROWS, -1), -1):
        if RULE.fullmatch(rows[above]) or (COLUMNS.fullmatch(rows[above])):
            return above
        if not rows[above].strip():
            return at - 1 if above == at - 2 else at
    return at - 1 if at == 1 and rows[0].strip() else at


def _end(rows: Sequence[str], at: int, *, closed: bool) -> int | None:
    """Behind the last row of the table, and behind the rule that closes it."""
    for end in range(at + 1, min(at + MOST_ROWS, len(rows))):
        if RULE.fullmatch(rows[end]) or COLUMNS.fullmatch(rows[end]):
            return end + 1
        if not closed and not rows[end].strip():
            return end
    return None if closed else min(at + MOST_ROWS, len(rows))


def _columns(row: str) -> Columns:
    """Each column reaches to the next one."""
    starts = [run.start() for run in RUN.finditer(row)]
    return [*pairwise(starts), (starts[-1], len(row))]


def _lines(
    rows: Sequence[str], columns: Columns, places_of: Callable[[str], list[str]]
) -> list[Cells] | None:
    """The cells of each row, none of a rule; None if the columns are not those of the rows."""
    lines: list[Cells] = []
    for row in rows:
        if RULE.fullmatch(row) or COLUMNS.fullmatch(row):
            continue
        cells = cells_at(places_of(row), columns)
        if cells is None:
            return None
        lines.append(cells)
    return lines


def _rows(lines: Sequence[Cells]) -> list[Cells]:
    """The rows: what stands between blank lines, each line where there are none."""
    while lines and not any(lines[-1]):
        lines = lines[:-1]
    if all(map(any, lines)):
        return list(lines)
    return [
        joined_row(part) for part in parts_of_lines(line if any(line) else None for line in lines)
    ]
