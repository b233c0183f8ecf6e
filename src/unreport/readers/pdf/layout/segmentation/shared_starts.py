"""Rows of cells, told from columns of text by where their paragraphs begin.

The content stream may draw a table column by column, so its order alone tells nothing: the cells
of one row begin on one baseline, while the paragraphs of two columns do so by chance only.
A line goes on with the paragraph above it if its first word had no room there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.layout.segmentation.aligned_cells import (
    NEXT_PARAGRAPH,
    SAME_HEIGHT,
    leading_of,
)
from unreport.readers.pdf.layout.segmentation.gutters import is_full
from unreport.readers.pdf.layout.segmentation.marker_order import marker_readings

LEAST_STARTS = 3
LEAST_SINGLE = 0.6  # share of the lines of some column that begin a paragraph, as short cells do
LEAST_WIDTH = 12.0  # em, a column of letters without case in which full lines tell anything
SHARED = 0.75  # of the paragraphs in the column with the fewest
SHARED_OF_MORE = 0.6  # of those in another column, if the former has lines that go on


def begin_together(columns: Sequence[list[Row]], base: BaseDirection) -> bool:
    """Whether paragraphs begin on the same baselines in all columns, given from the top."""
    leading = min((own for own in map(leading_of, columns) if own > 0), default=0.0)
    starts = [[*_starts(column, leading, base)] for column in columns]
    at = min(range(len(columns)), key=lambda own: len(starts[own]))
    fewest, others = starts[at], starts[:at] + starts[at + 1 :]
    if all(len(tops) < LEAST_SINGLE * len(own) for tops, own in zip(starts, columns, strict=True)):
        return False
    shared = sum(all(_has_height(other, y) for other in others) for y in fewest)
    most = max(map(len, others))
    return (
        len(fewest) >= LEAST_STARTS
        and shared >= SHARED * len(fewest)
        and (len(fewest) == len(columns[at]) or shared >= SHARED_OF_MORE * most)
    )


def _starts(rows: list[Row], leading: float, base: BaseDirection) -> Iterator[float]:
    """The baselines, from the top, on which the paragraphs of a column begin."""
    edges = min(row.x0 for row in rows), max(row.x1 for row in rows)
    yield rows[0].y
    for above, row in pairwise(rows):
        is_apart = row.y - above.y > NEXT_PARAGRAPH * leading
        if is_apart or not _goes_on(above, row, edges, base):
            yield row.y


def _goes_on(above: Row, row: Row, edges: tuple[float, float], base: BaseDirection) -> bool:
    """Whether a line begins with a letter that is no capital, below a line that is full."""
    letter = row.texts[0 if base == "L" else -1][:1]
    is_wide = edges[1] - edges[0] > LEAST_WIDTH * row.size
    if not (letter.islower() or (is_wide and letter.isalpha() and not letter.isupper())):
        return False
    return is_full(above, row, edges, base) and not any(marker_readings(row, base))


def _has_height(heights: list[float], y: float) -> bool:
    at = bisect_left(heights, y - SAME_HEIGHT)
    return at < len(heights) and heights[at] < y + SAME_HEIGHT
