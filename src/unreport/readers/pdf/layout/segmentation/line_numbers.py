"""Line numbers in the margin, of every line or of every fifth, as drafts have them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise, takewhile
from statistics import median

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.table_cells import segment_of

LONG = 20  # clusters; such rows show where text begins
LONGEST_NUMBER = 4  # digits
STEPS = frozenset({1, 2, 5, 10})
LEAST_LINES = 10  # on a page, that numbers count
COVERED = 0.8  # of the lines of a page
OUTSIDE = 4.0  # points, at least, from the number to the text
APART = 0.6  # em
LEAST_SMALL = 0.3  # of the lines of running text begin with a small letter
SAME_START = 3.0  # points
SAME_STEP = 1.3  # times the closest two numbers, where each line has one


def split_line_numbers(segments: list[Row]) -> tuple[list[Row], list[Row]]:
    """The line numbers of a page, and its segments without them.

    They count by one step; paragraph numbers, which may hang in the margin, have another number of
    lines between them.
    """
    starts = Counter(round(_text_start(row)) for row in segments if row.count > LONG)
    left = starts.most_common(1)[0][0] if starts else 0
    lengths = {
        id(row): length
        for row in segments
        if row.x0 < left - OUTSIDE and (length := _number_length(row, left))
    }
    numbers = [row for row in segments if id(row) in lengths]
    lines = [row.y for row in segments if row.count > LONG]
    if not _is_running_text(segments) or not _count_lines(
        [(row.y, _value(row, lengths[id(row)])) for row in numbers], lines
    ):
        return [], segments
    found: list[Row] = []
    rest: list[Row] = []
    for row in segments:
        length = lengths.get(id(row), 0)
        if length:
            found.append(segment_of(row, 0, length))
        if length < row.count:
            rest.append(segment_of(row, length, row.count) if length else row)
    return found, rest


def _is_running_text(segments: list[Row]) -> bool:
    """Whether lines go on within a sentence: those of a list or a table begin with capitals."""
    first = [
        next((text[0] for text in row.texts if not text.isdecimal()), "")
        for row in segments
        if row.count > LONG
    ]
    cased = [letter for letter in first if letter.lower() != letter.upper()]
    return not cased or sum(map(str.islower, cased)) > LEAST_SMALL * len(cased)


def _text_start(row: Row) -> float:
    """Where a row begins, but for a number that stands apart."""
    digits = sum(1 for _ in takewhile(str.isdecimal, row.beginning[:LONGEST_NUMBER]))
    if not digits:
        return row.x0
    lefts, rights = row.lefts, row.rights
    return next(
        (b for a, b in zip(rights[:digits], lefts[1:], strict=False) if b - a > APART * row.size),
        row.x0,
    )


def _number_length(row: Row, left: float) -> int:
    """How many digits open a row left of the text; 0 if other text is there."""
    lefts, edge = row.lefts, left - OUTSIDE
    outside = takewhile(lambda cell: cell[1] < edge, zip(row.texts, row.rights, strict=True))
    texts = [text for text, _ in outside]
    length = len(texts)
    if not 0 < length <= LONGEST_NUMBER or not all(map(str.isdecimal, texts)):
        return 0
    is_text = length == len(lefts) or lefts[length] > left - SAME_START
    return length if is_text else 0


def _value(row: Row, length: int) -> int:
    return int("".join(row.texts[:length]))


def _line_pitch(heights: list[float]) -> float:
    """The usual distance of two baselines, in points; 0 if there are none."""
    ordered = sorted({round(y, 1) for y in heights})
    distances = [b - a for a, b in pairwise(ordered) if b - a > 1]
    return median(distances) if distances else 0.0


def _count_lines(numbers: list[tuple[float, int]], lines: list[float]) -> bool:
    """Whether numbers, each with its height, count the lines of a page by one step.

    `lines` are the heights of the long rows.  The numbers of a list, or the years in the first
    column of a table, stand at other distances, or beside few of the lines.
    """
    ordered = sorted(numbers)
    steps = {b - a for (_, a), (_, b) in pairwise(ordered)}
    if len(steps) != 1 or not steps < STEPS:
        return False
    heights = [b - a for (a, _), (b, _) in pairwise(ordered)]
    (step,) = steps
    counted = step * (len(ordered) - 1) + 1
    if counted < LEAST_LINES or counted + 2 * (step - 1) < COVERED * len(lines):
        return False
    is_even = step > 1 or max(heights) < SAME_STEP * min(heights)
    return is_even and max(heights) < SAME_STEP * step * _line_pitch(lines)
