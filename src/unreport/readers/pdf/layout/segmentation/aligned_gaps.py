"""Rows that may have been read across two columns: gaps at one place in several of them.

The spaces between words are drawn, or all are gaps; between two columns there is a gap without a
space.  In justified columns it has the same edges in each row, as no space between words has by
chance in three rows that follow one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from unreport.readers.pdf.bidi.baselines.column_row import ColumnRow
from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.page_layout import LabelledRow

REASON = "a gap as between two columns, in several rows at one place"
SAME_EDGE = 0.7  # points
NEAR = 6  # rows among which some have such a gap
LEAST_ROWS = 3
MOST_GAPS = 8  # of a row that are looked at
FROM_END = 0.2  # of a row's width: the number of a paragraph and its text are nearer to an end
LEAST_GAP = 0.25  # em


def doubt_aligned_gaps(labelled: Sequence[LabelledRow]) -> None:
    """Note a doubt at each row that has a gap where others near it have one, and between them."""
    found = {
        at: gaps
        for at, own in enumerate(labelled)
        if own.region == "body" and not own.table and not own.text_column
        if (gaps := [*islice(_undrawn_gaps(own.row), MOST_GAPS)])
    }
    for at, gaps in found.items():
        for gap in gaps:
            alike = [
                other
                for other in range(at, at + NEAR)
                if any(_is_same(gap, its_gap) for its_gap in found.get(other, ()))
            ]
            if len(alike) >= LEAST_ROWS:
                _doubt(labelled[at : alike[-1] + 1], gap)


def _doubt(rows: Sequence[LabelledRow], gap: tuple[float, float]) -> None:
    for own in rows:
        if own.row.x0 < gap[0] and gap[1] < own.row.x1:
            own.doubt = REASON


def _undrawn_gaps(row: Row) -> Iterator[tuple[float, float]]:
    """The gaps between words in the middle of a row that has spaces elsewhere, but none there."""
    starts = row.starts if isinstance(row, ColumnRow) else row.word_starts
    spaces = row.spaces
    if not starts or not 0 < len(spaces) < len(starts):
        return
    lefts, rights = row.lefts, row.rights
    margin = FROM_END * (row.x1 - row.x0)
    low, high, least = row.x0 + margin, row.x1 - margin, LEAST_GAP * row.size
    for start in starts:
        left, right = rights[start - 1], lefts[start]
        is_inside = low < left < right - least and right < high
        if is_inside and not any(left < x < right for x in spaces):
            yield left, right


def _is_same(gap: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(gap[0] - other[0]) < SAME_EDGE and abs(gap[1] - other[1]) < SAME_EDGE
