"""Marks that are read as a row of lone letters.

Marks that a font draws in glyphs of their own, at another height than their letters, come out as a
row of lone letters, such as `V V V`, which stands half within the row of their words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import groupby

from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.uncertain_rows.reasons import mark

LONE_LETTERS = re.compile("\\s?[^\\W\\d](?: \\S){0,60}\\s?")
SAME_ROW = 0.02  # points between the baselines of cells of one row
OVERLAP = 0.6  # of the size: baselines that are nearer are not those of two rows
OVERHANG = 1.0  # points


def mark_detached_marks(rows: Iterable[TextLine]) -> None:
    """Mark the rows of lone letters that overlap another row, and the rows that they overlap."""
    for _, group in groupby(rows, key=lambda row: row.page):
        page = [*group]
        lone = [row for row in page if LONE_LETTERS.fullmatch(row.text)]
        if not lone:
            continue
        words = sorted(
            (row for row in page if not LONE_LETTERS.fullmatch(row.text)), key=lambda row: row.y
        )
        heights = [row.y for row in words]
        for row in lone:
            for other in _overlapped(row, words, heights):
                mark(row, "letters between two rows")
                mark(other, f"the glyphs read as “{row.text}” are drawn over it")


def _overlapped(
    row: TextLine, words: Sequence[TextLine], heights: Sequence[float]
) -> Sequence[TextLine]:
    """The row next above and the one next below that a row overlaps, of rows in their order."""
    at = bisect_left(heights, row.y)
    return [
        other
        for other in words[max(0, at - 1) : at + 1]
        if SAME_ROW < abs(other.y - row.y) < OVERLAP * other.size
        and other.x0 - OVERHANG <= row.x0
        and row.x1 <= other.x1 + OVERHANG
    ]
