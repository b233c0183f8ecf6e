"""Tables drawn with bars: grids (`+---+`), pipe tables with and without outer bars, antiword's.

Grid tables are those of reStructuredText and pandoc, pipe tables those of GitHub's Markdown (GFM
0.29, 4.10): a row of dashes below the heads, cells between bars.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from unreport.readers.text_tables.cells import (
    Cells,
    are_rows,
    barred_cells,
    bordered,
    is_barred,
    joined_row,
    parts_of_lines,
    rows_of_wrapped,
)
from unreport.text.lazy_patterns import lazy_pattern

BORDER = re.compile(r"\s*\+(?:[-=:]++\+)++\s*")  # +-----+=====+
DELIMITER = lazy_pattern(r"(?=.*--)[|:+\-\s]*+")  # |---|:--:|  ---|---
FEWEST_ROWS = 3  # without outer bars and delimiters
FEWEST_RULED = 3  # parts of a grid, from which on each part is a row
PARAGRAPH = lazy_pattern(r"\s*\(?(?:\d{1,3}|\w|[ivxIVX]{1,5})[.)．、]\s*[^\s|]")  # 1. The text | it
SENTENCE_END = lazy_pattern(r"\w[.!?؟。！？;؛；][\"'”’»)\d]{0,4}\s*$")
LONGEST_END = 20
BAR = re.compile(r"\s\|(?:\s|$)")


def grid_end(rows: Sequence[str], at: int) -> int | None:
    """Where the table ends that a border opens; None if it is none."""
    if not BORDER.fullmatch(rows[at]):
        return None
    end = at + 1
    while end < len(rows) and (is_barred(rows[end].strip()) or BORDER.fullmatch(rows[end])):
        end += 1
    while not BORDER.fullmatch(rows[end - 1]):  # cut off, or bars of another table
        end -= 1
    return end if any(is_barred(row.strip()) for row in rows[at:end]) else None


def grid_rows(rows: Sequence[str]) -> list[str]:
    """The rows of a grid, each on a line of its own."""
    stripped = map(str.strip, rows)
    lines = [barred_cells(row) if is_barred(row) else None for row in stripped]
    parts = parts_of_lines(lines)
    count = max(len(cells) for part in parts for cells in part)
    even = [[cells + [""] * (count - len(cells)) for cells in part] for part in parts]
    if len(even) >= FEWEST_RULED:
        return [bordered(joined_row(part)) for part in even]
    borders = [at for at, sign in enumerate(rows[0]) if sign == "+"]
    columns = [(begin + 2, end) for begin, end in pairwise(borders)]
    if len(columns) != count:
        return [bordered(cells) for part in even for cells in part]
    return [bordered(row) for part in even for row in rows_of_wrapped(part, columns)]


def barred_end(rows: Sequence[str], at: int) -> int | None:
    """Where a table between bars ends, its rows of one width, or with a row of dashes."""
    end = at
    while end < len(rows) and is_barred(rows[end].strip()):
        end += 1
    return end if end - at > 1 else None


def barred_rows(rows: Sequence[str]) -> tuple[list[Cells], bool]:
    """The rows of a table between bars, without its dashes, and whether each is one for certain.

    antiword prints each line of a wrapped cell between the same bars; no row of dashes is below.
    """
    lines = [barred_cells(row.strip()) for row in rows if not DELIMITER.fullmatch(row)]
    bars = {tuple(at for at, sign in enumerate(row) if sign == "|") for row in rows}
    if len(bars) != 1 or len(lines) < len(rows):
        return lines, True
    (places,) = bars
    columns = [(begin + 1, end) for begin, end in pairwise(places)]
    joined = rows_of_wrapped(lines, columns)
    return joined, are_rows(lines, joined)


def open_end(rows: Sequence[str], at: int) -> int | None:
    """Where a table ends whose bars stand only between its cells."""
    bars = len(BAR.findall(rows[at]))
    if not bars or rows[at].lstrip()[0] == "|":
        return None
    end = at
    while end < len(rows) and (len(BAR.findall(rows[end])) == bars or _delimits(rows[end], bars)):
        end += 1
    if at + 1 < end and _delimits(rows[at + 1], bars):
        return end
    end = next((row for row in range(at, end) if _is_sentence(rows[row])), end)
    return end if end - at >= FEWEST_ROWS else None


def _is_sentence(row: str) -> bool:
    """Whether a row with bars opens as a numbered paragraph or ends as a sentence."""
    return SENTENCE_END.search(row[-LONGEST_END:]) is not None or PARAGRAPH.match(row) is not None


def _delimits(row: str, bars: int) -> bool:
    return row.count("|") == bars and DELIMITER.fullmatch(row) is not None


def open_rows(rows: Sequence[str]) -> list[str]:
    """The rows of such a table, between bars, without its dashes."""
    return [
        bordered(cell.strip() for cell in BAR.split(row))
        for row in rows
        if not DELIMITER.fullmatch(row)
    ]
