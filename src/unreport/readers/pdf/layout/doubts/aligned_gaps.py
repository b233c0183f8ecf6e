"""Rows that may have been read across two columns: gaps at one place in several of them.

The spaces between words are drawn, or all are gaps; between two columns there is a gap without a
space.  In justified columns it has the same edges in each row, as no space between words has by
chance in three rows that follow one another.  The text on both sides is running text that fills its
column: labels of one width before a tab stop have such gaps, but the text after them ends anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from unreport.readers.pdf.bidi.baselines.column_row import ColumnRow
from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.page_layout import LabelledRow

REASON = "a gap as between two columns, in several rows at one place"
SAME_EDGE = 0.7  # points
SAME_END = 0.25  # points, of justified rows
NEAR = 6  # rows among which some have such a gap
LEAST_ROWS = 3
MOST_GAPS = 8  # of a row that are looked at
FROM_END = 0.2  # of a row's width: the number of a paragraph and its text are nearer to an end
LEAST_GAP = 0.25  # em
LEAST_WORDS = 3  # on each side of a gap


class _Gap(NamedTuple):
    """The edges of a gap, and of the row that has it."""

    left: float
    right: float
    x0: float
    x1: float

    def is_same(self, other: _Gap) -> bool:
        """Whether another row has the gap at the same place."""
        return max(abs(self.left - other.left), abs(self.right - other.right)) < SAME_EDGE

    def fills_same(self, other: _Gap) -> bool:
        """Whether another row starts and ends at the same places."""
        return max(abs(self.x0 - other.x0), abs(self.x1 - other.x1)) < SAME_END


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
            alike = {
                other: its_gap
                for other in range(at, at + NEAR)
                for its_gap in found.get(other, ())
                if gap.is_same(its_gap)
            }
            if _are_in_columns([*alike.values()]):
                _doubt(labelled[at : max(alike) + 1], gap)


def _are_in_columns(gaps: Sequence[_Gap]) -> bool:
    """Whether some of the rows that have one gap fill both columns."""
    return any(sum(map(gap.fills_same, gaps)) >= LEAST_ROWS for gap in gaps)


def _doubt(rows: Sequence[LabelledRow], gap: _Gap) -> None:
    for own in rows:
        if own.row.x0 < gap.left and gap.right < own.row.x1:
            own.doubt = REASON


def _undrawn_gaps(row: Row) -> Iterator[_Gap]:
    """The gaps in the middle of a row that has spaces elsewhere, but none there.

    Some words stand on each side of them.
    """
    starts = row.starts if isinstance(row, ColumnRow) else row.word_starts
    spaces = row.spaces
    if not starts or not 0 < len(spaces) < len(starts):
        return
    lefts, rights = row.lefts, row.rights
    margin = FROM_END * (row.x1 - row.x0)
    low, high, least = row.x0 + margin, row.x1 - margin, LEAST_GAP * row.size
    for start in starts[LEAST_WORDS - 1 : 1 - LEAST_WORDS]:
        left, right = rights[start - 1], lefts[start]
        is_inside = low < left < right - least and right < high
        if is_inside and not any(left < x < right for x in spaces):
            yield _Gap(left, right, row.x0, row.x1)
