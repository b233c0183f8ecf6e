"""Cells of a table that has no ruling lines, told from two columns of text by their alignment.

The cells of one table row begin at one height, or are centred at one; the paragraphs of two columns
of text do so by chance only.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise
from math import inf
from statistics import median

from unreport.readers.pdf.bidi.baselines.row import Row

NEXT_PARAGRAPH = 1.12  # times the leading
SAME_HEIGHT = 1.5  # points
ALIGNED = 0.6  # share of the paragraph tops
LEAST_ALIGNED = 2  # paragraph tops below cells of unequal height
LEAST_EQUAL = 3  # paragraph tops below cells of equal height
LEAST_CENTRED = 3  # cells
SAME_SIZE = 0.3  # points
SAME_LEADING = 1.1  # times the narrowest of some steps
RECURRING = 0.15  # share of the steps
LEAST_RECURRING = 3
FULL = 0.8  # of the width of a column: a line of running text
LEAST_OF_TEXT = 10.0  # em, of such a line; dates and figures are shorter
MOST_RUNNING = 0.5  # share of the wide steps that may follow such lines
MANY_LINES = 10  # of a column
MOST_BESIDE = 0.4  # share of the lines that have the baseline of one in the other column


def are_aligned(left: list[Row], right: list[Row]) -> bool:
    """Whether the paragraphs of both columns begin at one height, as a table's cells do.

    Below the shorter of two cells there is more room than below the other.  Where all cells beside
    one another are equally high, all paragraphs are aligned, and those at the right have no number.
    """
    if _are_centred(left, right):
        return True
    left_tops, right_tops = _tops_of_columns((left, right))
    leading = leading_of(left)
    heights = sorted(right_tops)
    matched = [
        abs(step - right_tops[other]) > leading / 2
        for top, step in left_tops.items()
        for other in _near(heights, top)
    ]
    if len(matched) >= LEAST_EQUAL and len(matched) == len(left_tops) == len(right_tops):
        return not _have_numbers(left, left_tops) or not _have_numbers(right, right_tops)
    return (
        sum(matched) >= LEAST_ALIGNED
        and len(matched) >= ALIGNED * min(len(left_tops), len(right_tops))
        and sum(matched) >= len(matched) / 2
    )


def are_aligned_rows(columns: Sequence[list[Row]]) -> bool:
    """Whether the paragraphs of three columns or more begin at the same heights.

    A paragraph of one column seldom begins beside those of two others by chance, so one is enough.
    One column may begin beside a paragraph within another.  Paragraphs that all have numbers may be
    equally high.
    """
    tops = _tops_of_columns(columns)
    starts = [sorted((rows[0].y, *own)) for rows, own in zip(columns, tops, strict=True)]
    longest = max(tops, key=len)
    common = sum(all(_near(own, top) for own in starts) for top in longest)
    if common == 0 or common < ALIGNED * len(longest):
        return False
    return not all(map(_have_numbers, columns, tops))


def _near(heights: Sequence[float], height: float) -> Sequence[float]:
    """Those of some sorted heights that are the same as another one."""
    first = bisect_right(heights, height - SAME_HEIGHT)
    return heights[first : bisect_left(heights, height + SAME_HEIGHT)]


def have_own_baselines(left: list[float], right: list[float]) -> bool:
    """Whether two columns have many baselines, from the top, few of them in common."""
    fewer, more = sorted((left, right), key=len)
    heights = sorted(more)
    beside = sum(bool(_near(heights, y)) for y in fewer)
    return len(fewer) >= MANY_LINES and beside <= MOST_BESIDE * len(fewer)


def leading_of(rows: list[Row]) -> float:
    """The usual distance between the baselines of some rows, from the top; 0 if there is none."""
    steps = [b.y - a.y for a, b in pairwise(rows)]
    return median(steps) if steps else 0.0


def has_paragraphs(rows: list[Row]) -> bool:
    """Whether a column has several paragraphs below its first lines."""
    return len(_paragraph_tops(rows)) > 1


def _tops_of_columns(columns: Sequence[list[Row]]) -> list[dict[float, float]]:
    """The tops of the paragraphs of columns beside one another, which have one leading.

    Most steps of a column may be between cells of one line; others have cells of several lines.
    Where running text has the wide steps, the narrow ones are of a quotation, a list or notes.
    """
    leading = _narrowest_leading(columns)
    if any(_is_running_text(rows, leading) for rows in columns):
        leading = inf
    return [_paragraph_tops(rows, leading) for rows in columns]


def _is_running_text(rows: list[Row], leading: float) -> bool:
    """Whether most lines with a step below them wider than a leading fill their column."""
    least = FULL * max((row.x1 - row.x0 for row in rows), default=0.0)
    wide = [a for a, b in pairwise(rows) if b.y - a.y > NEXT_PARAGRAPH * leading]
    full = sum(row.x1 - row.x0 >= max(least, LEAST_OF_TEXT * row.size) for row in wide)
    return full > MOST_RUNNING * len(wide)


def _narrowest_leading(columns: Sequence[list[Row]]) -> float:
    """The narrowest step between lines of one size that recurs in the columns."""
    pairs = (pair for rows in columns for pair in pairwise(rows))
    steps = sorted(b.y - a.y for a, b in pairs if abs(a.size - b.size) < SAME_SIZE)
    least = max(LEAST_RECURRING, RECURRING * len(steps))
    for at, step in enumerate(steps):
        count = bisect_right(steps, SAME_LEADING * step) - at
        if step > 0 and count >= least:
            return steps[at + count - 1]
    return inf


def _paragraph_tops(rows: list[Row], narrowest: float = inf) -> dict[float, float]:
    """The baselines where the paragraphs of a column begin, and how far below the last each is."""
    leading = min(leading_of(rows), narrowest)
    steps = ((b.y, b.y - a.y) for a, b in pairwise(rows))
    return {top: step for top, step in steps if step > NEXT_PARAGRAPH * leading}


def _have_numbers(rows: list[Row], tops: Collection[float]) -> bool:
    """Whether most paragraphs of a column begin with a number."""
    first = [row.texts[0] for row in rows if row.y in tops]
    return sum(text.isdecimal() for text in first) > len(first) / 2


def _are_centred(left: list[Row], right: list[Row]) -> bool:
    """Whether the paragraphs of both columns, not equally high, are centred at the same heights."""
    pairs = [_extents(left), _extents(right)]
    if len(pairs[0]) != len(pairs[1]) or len(pairs[0]) < LEAST_CENTRED:
        return False
    both = [*zip(*pairs, strict=True)]
    centred = all(abs(a + b - c - d) < 2 * SAME_HEIGHT for (a, b), (c, d) in both)
    return centred and any(abs(a - c) > 2 * SAME_HEIGHT for (a, _), (c, _) in both)


def _extents(rows: list[Row]) -> list[tuple[float, float]]:
    """The first and the last baseline of each paragraph of a column."""
    tops = _paragraph_tops(rows)
    starts = [at for at, row in enumerate(rows) if not at or row.y in tops]
    return [(rows[a].y, rows[b - 1].y) for a, b in pairwise([*starts, len(rows)])]
