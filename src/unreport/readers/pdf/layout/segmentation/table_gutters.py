"""Gutters between the cells of tables whose text is as wide as that of the body.

The text after such a gutter begins at one place in nearly all lines, and the gap is wider than the
spaces between words.  The labels before it are words, and no numbers or markers of a list.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.letters import is_han
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.layout.segmentation.gutters import (
    Gutter,
    PageLine,
    most_at_one_place,
    without_full_lines,
)

LEAST_LINES = 3  # with text on both sides
EDGE_GAP = 1.0  # em
SAME_PLACE = 0.8  # share of the lines
WIDER = 1.3  # times most spaces of a line
LEAST_LETTERS = 3  # of a label
HAN_WEIGHT = 2  # letters that a Chinese character counts for
LONG_LABEL = 10.0  # em; the number of a paragraph or an article is shorter


def rows_in_tables(
    lines: list[PageLine], gutters: list[Gutter], base: BaseDirection
) -> frozenset[int]:
    """The rows, by their identity, of the lines beside gutters of tables."""
    trimmed = (
        without_full_lines(gutter, lines, base)
        for gutter in gutters
        if len(gutter.lines) >= LEAST_LINES
    )
    return frozenset(
        id(row)
        for gutter in trimmed
        if len(gutter.lines) >= LEAST_LINES and _divides_cells(gutter, lines, base)
        for at in gutter.lines
        for row in lines[at].segments
    )


def _divides_cells(gutter: Gutter, lines: list[PageLine], base: BaseDirection) -> bool:
    """Whether the lines beside a gutter are cells of a table."""
    own = [lines[at] for at in gutter.lines if at not in gutter.run_over]
    gaps = [(line, gap) for line in own if (gap := line.gap_at(gutter.middle))]
    if len(gaps) < LEAST_LINES or len(own) < len(gutter.lines):
        return False
    starts = [*_starts(own, gutter, base)]
    same = most_at_one_place(starts)
    wide = sum(
        b - a > max(EDGE_GAP * line.size, WIDER * _usual_space(line, (a, b)))
        for line, (a, b) in gaps
    )
    words = sum(_is_label(line, gap, base) for line, gap in gaps)
    return (
        same >= SAME_PLACE * len(starts)
        and wide >= SAME_PLACE * len(gaps)
        and words >= SAME_PLACE * len(gaps)
    )


def _starts(lines: list[PageLine], gutter: Gutter, base: BaseDirection) -> Iterator[float]:
    """Where the text of each line after the gutter starts, in the direction of reading."""
    for line in lines:
        gap = line.gap_at(gutter.middle)
        if gap:
            yield gap[1] if base == "L" else -gap[0]
        elif base == "L" and line.x0 > gutter.middle:
            yield line.x0
        elif base == "R" and line.x1 < gutter.middle:
            yield -line.x1


def _usual_space(line: PageLine, gap: tuple[float, float]) -> float:
    """The width of most spaces between the words of a line, but for a gap."""
    return median([b - a for a, b in line.spaces if (a, b) != gap] or [0.0])


def _is_label(line: PageLine, gap: tuple[float, float], base: BaseDirection) -> bool:
    """Whether the text before a gap is of words, with a number only where it is long."""
    label = [text for row in line.segments for text in _before(row, gap, base)]
    letters = sum(HAN_WEIGHT if is_han(text[0]) else text[0].isalpha() for text in label)
    width = gap[0] - line.x0 if base == "L" else line.x1 - gap[1]
    is_long = width > LONG_LABEL * line.size
    return letters >= LEAST_LETTERS and (is_long or not any(text[0].isdecimal() for text in label))


def _before(row: Row, gap: tuple[float, float], base: BaseDirection) -> Iterator[str]:
    for left, right, text in zip(row.lefts, row.rights, row.texts, strict=True):
        if right <= gap[0] if base == "L" else left >= gap[1]:
            yield text
