"""Rows of which it was not decided whether columns or cells of a table stand beside one another.

Some were read across a strip of white space which may be the gutter of two columns.  The strip runs
through several lines that follow one another.  In each of them it is much wider than the spaces
between words: those of a justified line are equally wide, and those of other lines do not stand
below one another.

Others overlap vertically with a row beside them, so that neither is above the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.page_layout import LabelledRow

REASON = "rows read across a strip of white space that may part two columns"
REASON_BESIDE = "the place of a row beside others, which is above none of them, is not certain"
LEAST_ROWS = 4  # with a wide gap there
LEAST_GAP = 0.65  # em
WIDER = 1.6  # times most spaces of the row
LEAST_SIDE = 8.0  # em, on each side: labels and the numbers of paragraphs are narrower
LEAST_FILLED = 0.5  # share of the rows of which both sides are nearly as wide as others
FILLED = 0.75  # of the widest side
NEXT_LINE = 2.6  # times the size of type
MOST_STRIPS = 8  # that are followed at once
WORD_GAP = 0.15  # em
SPACE = 0.25  # em
BESIDE = 0.7  # em between the baselines of two rows that overlap vertically
APART = 1.0  # em
LEAST_CLUSTERS = 3  # of a row; the bullets and marks of items are shorter


@dataclass(slots=True)
class _Strip:
    """A strip that the rows do not cross, and the rows with a wide gap there."""

    low: float
    high: float
    rows: list[int] = field(default_factory=list)


def doubt_undecided_columns(labelled: Sequence[LabelledRow]) -> None:
    """Note a doubt at each row of the body that crosses such a strip."""
    for strip in _strips(labelled):
        rows = [labelled[at] for at in strip.rows]
        if len(rows) >= LEAST_ROWS and _are_filled([own.row for own in rows], strip):
            for own in rows:
                own.doubt = own.doubt or REASON


def doubt_rows_beside_others(labelled: Sequence[LabelledRow]) -> None:
    """Note a doubt at the shorter of two rows of the body that overlap vertically, side by side."""
    body = [own for own in labelled if own.region == "body" and not own.table]
    for above, own in pairwise(body):
        if above.text_column or own.text_column:
            continue
        a, b = above.row, own.row
        gap = max(a.x0 - b.x1, b.x0 - a.x1)
        is_beside = abs(b.y - a.y) < BESIDE * b.size and gap > APART * b.size
        if is_beside and min(a.count, b.count) >= LEAST_CLUSTERS:
            shorter = min(above, own, key=lambda one: one.row.count)
            shorter.doubt = shorter.doubt or REASON_BESIDE


def _strips(labelled: Sequence[LabelledRow]) -> Iterator[_Strip]:
    active: list[_Strip] = []
    above: Row | None = None
    for at, own in enumerate(labelled):
        if own.region != "body" or own.table or own.text_column:
            continue
        row = own.row
        if above is None or not 0 < row.y - above.y <= NEXT_LINE * row.size:
            yield from active
            active = []
        gaps = [*_wide_gaps(row)]
        kept: list[_Strip] = []
        for strip in active:
            if _narrowed(strip, row, gaps, at):
                kept.append(strip)
            else:
                yield strip
        known = {(strip.low, strip.high) for strip in kept}
        kept += [_Strip(a, b, [at]) for a, b in gaps if (a, b) not in known]
        active, above = kept[:MOST_STRIPS], row
    yield from active


def _wide_gaps(row: Row) -> Iterator[tuple[float, float]]:
    """The gaps of a row that are much wider than its other spaces, with text on both sides."""
    side = LEAST_SIDE * row.size
    wide = [(a, b) for a, b in row.gaps(LEAST_GAP * row.size) if a - row.x0 > side]
    if not wide:
        return
    spaces = [b - a for a, b in row.gaps(WORD_GAP * row.size)]
    usual = median(spaces) if len(spaces) > len(wide) else SPACE * row.size
    yield from ((a, b) for a, b in wide if row.x1 - b > side and b - a > WIDER * usual)


def _narrowed(strip: _Strip, row: Row, gaps: list[tuple[float, float]], at: int) -> bool:
    """Whether a row leaves a strip clear, which becomes as narrow as the gap of the row."""
    least = LEAST_GAP * row.size
    for a, b in gaps:
        low, high = max(a, strip.low), min(b, strip.high)
        if high - low >= least:
            strip.low, strip.high = low, high
            strip.rows.append(at)
            return True
    return row.x1 <= strip.high - least or row.x0 >= strip.low + least


def _are_filled(rows: list[Row], strip: _Strip) -> bool:
    """Whether the text on both sides is as wide as columns of text are, in most of the rows."""
    sides = [(strip.low - row.x0, row.x1 - strip.high) for row in rows]
    widest = [max(side) for side in zip(*sides, strict=True)]
    filled = sum(
        all(own > FILLED * most for own, most in zip(side, widest, strict=True)) for side in sides
    )
    return filled >= LEAST_FILLED * len(rows)
