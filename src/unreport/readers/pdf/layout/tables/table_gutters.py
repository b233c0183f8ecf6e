"""Gutters between the cells of tables whose text is as wide as that of the body.

The text after such a gutter begins at one place in nearly all lines, or ends at one where it runs
in the other direction, and the gap is wider than the spaces between words.  The labels before it
are words, and no numbers or markers of a list; whatever they are, they are cells where they are of
several lines, or stand beside the middle of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.letters import is_han
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.layout.segmentation.gutters import (
    BESIDE,
    Gutter,
    PageLine,
    divided_at,
    most_at_one_place,
    without_full_lines,
)
from unreport.readers.pdf.layout.tables.cell_blocks import extent_of_rows
from unreport.readers.pdf.layout.tables.cell_leading import ColumnSegment

LEAST_LINES = 3  # with text on both sides
EDGE_GAP = 1.0  # em
SAME_PLACE = 0.8  # share of the lines
WIDER = 1.3  # times most spaces of a line
LEAST_LETTERS = 3  # of a label
HAN_WEIGHT = 2  # letters that a Chinese character counts for
LONG_LABEL = 10.0  # em; the number of a paragraph or an article is shorter
NEXT_ROW = 1.12  # times the leading
SAME_STEP = 0.6  # points
NUMBER = re.compile(r"\d+")
SPAN = re.compile(r"\d[:.]\d\d[-–—]|\d:\d\d|\d{4}[-–—/]\d")  # 9:30, 9.30–10.30, 2019–2020
MARKER = re.compile(  # `8.III.17`, `A.2`, `12.`, `(a)`, `•`; as they are displayed: `-٧`, `-ءاب`
    r"(?=.*[\d.])(?:\d+|[A-Z]{1,4})(?:\.(?:\d+|[A-Z]{1,4}))*+[.)]?|[(（]?\w{1,4}[.)）、]"
    r"|[-–—]\w{1,4}|[^\w\s]"
)
MOST_DOTS = 8  # of a row without leaders
LEAST_HIGH = 2  # table rows with labels of several lines, or beside the middle


class TableGutter(NamedTuple):
    """A gutter between two columns of a table, and the rows beside it by their identity."""

    low: float
    high: float
    edge: float  # where the text after it begins, in the direction of reading
    top: float
    bottom: float
    rows: frozenset[int]


def table_gutters(
    lines: list[PageLine], gutters: list[Gutter], base: BaseDirection
) -> Iterator[TableGutter]:
    """The gutters of tables among those of a page."""
    for found in gutters:
        if len(found.lines) < LEAST_LINES:
            continue
        gutter = without_full_lines(found, lines, base)
        if len(gutter.lines) >= LEAST_LINES and _divides_cells(gutter, lines, base):
            rows = frozenset(id(row) for at in gutter.lines for row in lines[at].segments)
            edge = gutter.high - 1.0 if base == "L" else gutter.low + 1.0
            top, bottom = extent_of_rows(_in_columns(gutter, lines))
            yield TableGutter(gutter.low, gutter.high, edge, top, bottom, rows)


def _in_columns(gutter: Gutter, lines: list[PageLine]) -> list[list[ColumnSegment]]:
    """The lines beside a gutter, of which each segment has its column, 0 or 1."""
    out: dict[int, list[ColumnSegment]] = {}
    for column, side in enumerate(divided_at(gutter, lines)):
        for row, at in side:
            out.setdefault(at, []).append((row, column))
    return [out[at] for at in sorted(out)]


def narrow_rows(
    lines: list[PageLine], gutters: list[Gutter], width: float, base: BaseDirection
) -> Iterator[int]:
    """The rows, by their identity, that gaps at gutters divide into parts narrower than a width."""
    cuts: dict[int, list[tuple[float, float]]] = {}
    for gutter in gutters:
        if len(gutter.lines) >= LEAST_LINES and _is_aligned(gutter, lines, base):
            for at in gutter.lines:
                if gap := lines[at].gap_at(gutter.middle):
                    cuts.setdefault(at, []).append(gap)
    for at, gaps in cuts.items():
        for row in lines[at].segments:
            inside = sorted({gap for gap in gaps if row.x0 < gap[0] and gap[1] < row.x1})
            starts = [row.x0, *(high for _, high in inside)]
            ends = [*(low for low, _ in inside), row.x1]
            is_narrow = all(b - a <= width for a, b in zip(starts, ends, strict=True))
            if inside and is_narrow and not has_leaders(row):
                yield id(row)


def has_leaders(row: Row) -> bool:
    """Whether a row has dot leaders, `Introduction . . . . . 3`."""
    return sum(row.texts.count(dot) for dot in ".…") > MOST_DOTS


def _divides_cells(gutter: Gutter, lines: list[PageLine], base: BaseDirection) -> bool:
    """Whether the lines beside a gutter are cells of a table, and no entries with leaders."""
    own = [lines[at] for at in gutter.lines if at not in gutter.run_over]
    return (
        len(own) == len(gutter.lines)
        and _is_aligned(gutter, lines, base)
        and not any(has_leaders(row) for line in own for row in line.segments)
        and _are_labels(own, gutter, base)
    )


def _is_aligned(gutter: Gutter, lines: list[PageLine], base: BaseDirection) -> bool:
    """Whether text after a gutter starts or ends at one place, and the gaps there are wide."""
    own = [lines[at] for at in gutter.lines if at not in gutter.run_over]
    gaps = [*_gaps(own, gutter)]
    wide = [(line, gap) for line, gap in gaps if gap[1] - gap[0] > EDGE_GAP * line.size]
    if len(gaps) < LEAST_LINES or len(wide) < SAME_PLACE * len(gaps):
        return False
    wider = sum(b - a > WIDER * _space_beside(line, (a, b)) for line, (a, b) in wide)
    after = [*_after(own, gutter, base)]
    same = max(most_at_one_place(places) for places in zip(*after, strict=True))
    return same >= SAME_PLACE * len(after) and wider >= SAME_PLACE * len(gaps)


def _gaps(lines: list[PageLine], gutter: Gutter) -> Iterator[tuple[PageLine, tuple[float, float]]]:
    """The gaps at a gutter, within lines or between two of them that stand beside one another."""
    middle = gutter.middle
    for line in lines:
        if gap := line.gap_at(middle):
            yield line, gap
    for a, b in pairwise(lines):
        if b.y - a.y < BESIDE * b.size:
            left, right = sorted((a, b), key=lambda line: line.x0)
            if left.x1 < middle < right.x0:
                yield b, (left.x1, right.x0)


def _after(
    lines: list[PageLine], gutter: Gutter, base: BaseDirection
) -> Iterator[tuple[float, float]]:
    """Where the text of each line after the gutter starts, and where it ends."""
    middle = gutter.middle
    for line in lines:
        gap = line.gap_at(middle)
        if base == "L" and (gap or line.x0 > middle):
            yield (gap[1] if gap else line.x0), line.x1
        elif base == "R" and (gap or line.x1 < middle):
            yield (gap[0] if gap else line.x1), line.x0


def _space_beside(line: PageLine, gap: tuple[float, float]) -> float:
    """The width of most spaces between the words of a line, but for a gap."""
    return median([b - a for a, b in line.spaces if (a, b) != gap] or [0.0])


# --- labels ---------------------------------------------------------------------------------------


def _are_labels(lines: list[PageLine], gutter: Gutter, base: BaseDirection) -> bool:
    """Whether the text before a gutter is of words, or of cells that are no markers of a list.

    Of a label that continues below, the first line tells.
    """
    bands = [*_bands(lines, gutter, base)]
    labels = [[line for line in band if _has_label(line, gutter, base)] for band in bands]
    first = [own[0] for own in labels if own]
    texts = ["".join(_label(line, gutter, base)) for line in first]
    if sum(bool(MARKER.fullmatch(text)) for text in texts) >= len(texts) / 2:
        return False
    kinds = {tuple(NUMBER.split(text)) for text in texts}
    are_named = len(kinds) > max(len(texts) / 2, 2)  # no `Article 1`, `Article 2`
    words = sum(
        _is_label(text, line, gutter, base, are_named=are_named)
        for text, line in zip(texts, first, strict=True)
    )
    if words >= SAME_PLACE * len(first):
        return True
    high = sum(
        own[0] is not band[0] or band[1:2] == own[1:2]
        for own, band in zip(labels, bands, strict=True)
        if own and len(band) > 1
    )
    return len(bands) > 1 and high >= max(LEAST_HIGH, len(first) / 4)


def _bands(lines: list[PageLine], gutter: Gutter, base: BaseDirection) -> Iterator[list[PageLine]]:
    """Lines without a wide step between those that have text after the gutter."""
    beside = [line for line in lines if next(_after([line], gutter, base), None)]
    steps = sorted(b.y - a.y for a, b in pairwise(beside))
    leading = next((b for a, b in pairwise(steps) if b - a < SAME_STEP), 0.0)
    heights = [b.y for a, b in pairwise(beside) if b.y - a.y > NEXT_ROW * leading]
    band: list[PageLine] = []
    for line in lines:
        if heights and line.y > heights[0] - SAME_STEP:
            del heights[0]
            yield band
            band = []
        band.append(line)
    yield band


def _has_label(line: PageLine, gutter: Gutter, base: BaseDirection) -> bool:
    return line.x0 < gutter.low if base == "L" else line.x1 > gutter.high


def _label(line: PageLine, gutter: Gutter, base: BaseDirection) -> Iterator[str]:
    """The clusters of a line before a gutter."""
    for row in line.segments:
        for left, right, text in zip(row.lefts, row.rights, row.texts, strict=True):
            if right <= gutter.middle if base == "L" else left >= gutter.middle:
                yield text


def _is_label(
    text: str, line: PageLine, gutter: Gutter, base: BaseDirection, *, are_named: bool
) -> bool:
    """Whether the text before a gutter is of words, or a time or a span of years.

    It has a number only where it is long, or the words beside it are others than in other rows.
    """
    if SPAN.search(text):
        return True
    letters = sum(HAN_WEIGHT if is_han(char) else char.isalpha() for char in text)
    gap = line.gap_at(gutter.middle) or (line.x1, line.x0)
    width = gap[0] - line.x0 if base == "L" else line.x1 - gap[1]
    is_long = width > LONG_LABEL * line.size
    return letters >= LEAST_LETTERS and (is_long or are_named or not NUMBER.search(text))
