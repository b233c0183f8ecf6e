"""Line numbers in the margin, of every line or of every fifth, as drafts have them.

They stand in one margin: where the lines begin, or where they end.  LibreOffice puts those of
Arabic at the left, and books those of right-hand pages at the right.  They count on from page to
page, or begin on each page anew.  Word processors may number the lines of the head and the foot of
a page too, which count by themselves.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise, takewhile
from statistics import median
from typing import NamedTuple

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.logical_order import BaseDirection

LONG = 20  # clusters; such rows show where text begins
LONGEST_NUMBER = 4  # digits
STEPS = frozenset({1, 2, 5, 10})
RARE_STEP = 5  # and more; nothing else in a margin counts lines so
LEAST_LINES = 10  # on a page, that numbers count
LEAST_NUMBERS = 2
COVERED = 0.8  # of the lines of a page
OUTSIDE = 4.0  # points, at least, from the number to the text
APART = 0.6  # em
LEAST_SMALL = 0.3  # of the lines of running text begin with a small letter
LEAST_FULL = 0.45  # of them have no room for the first word of the next
SMALLER = 0.92  # times the text
WORD_GAP = 0.15  # em
SPACE = 0.2  # em
SAME_START = 3.0  # points
SAME_SIZE = 0.5  # points
SAME_STEP = 1.3  # times the closest two numbers, where each line has one
SAME_LINE = 2.0  # points
COUNTED = 0.85  # share of the numbers that are as many as the lines between them


class LineNumbering(NamedTuple):
    """The line numbers of a page, by which those of the next one are known, however few."""

    side: BaseDirection  # the margin: "L" for the left one
    step: int
    last: int
    end: float  # where the numbers end on the side of the text, in the direction of reading
    size: float  # of their type


class _Cell(NamedTuple):
    """A glyph cluster; its edges grow in the direction of reading."""

    start: float
    end: float
    text: str


class _NumberedRow(NamedTuple):
    """A row that begins with a digit, and as many cells as a number and what follows can have."""

    row: Row
    head: list[_Cell]


class _PageRows(NamedTuple):
    """The rows of a page, as one margin shows them."""

    segments: list[Row]
    long: list[Row]
    numbered: list[_NumberedRow]


def split_line_numbers(
    segments: list[Row], base: BaseDirection = "L", above: LineNumbering | None = None
) -> tuple[list[Row], list[Row], LineNumbering | None]:
    """The line numbers of a page, its segments without them, and what they tell of the next page.

    They count by one step; paragraph numbers, which may hang in the margin, have another number of
    lines between them.  The numbers of a list, or the years of a chronology, have entries that end
    where they like: the lines of running text are full, or else the numbers in smaller type.
    `above` are those of the page before.
    """
    for side in ("L", "R") if base == "L" else ("R", "L"):
        found = _numbers_at(side, segments, base, above)
        if found:
            lengths, numbering = found
            divided = [_divided(row, lengths.get(id(row), 0), side) for row in segments]
            numbers = [row for number, _ in divided for row in number]
            return numbers, [row for _, text in divided for row in text], numbering
    return [], segments, None


def _numbers_at(
    side: BaseDirection, segments: list[Row], base: BaseDirection, above: LineNumbering | None
) -> tuple[dict[int, int], LineNumbering] | None:
    """The length of the line number of each row that has one in a margin, if there are any."""
    first = 0 if side == "L" else -1
    least = 1 if above else LEAST_NUMBERS
    numbered = [row for row in segments if row.text_at(first).isdecimal()]
    if len(numbered) < least:
        return None
    heads = [_NumberedRow(row, _cells(row, side, LONGEST_NUMBER + 1)) for row in numbered]
    page = _PageRows(segments, [row for row in segments if row.count > LONG], heads)
    found = (_numbers_before(edge, page, (side, base), above) for edge in _edges(page, side, base))
    return next((numbers for numbers in found if numbers), None)


def _numbers_before(
    edge: float,
    page: _PageRows,
    directions: tuple[BaseDirection, BaseDirection],
    above: LineNumbering | None,
) -> tuple[dict[int, int], LineNumbering] | None:
    """The length of each number before the edge of the text, by its row, if they count lines."""
    side, base = directions
    own_lines = [(line, length) for line in page.numbered if (length := _number_length(line, edge))]
    if not own_lines:
        return None
    own_lines, apart = _longest_count(own_lines, side)
    numbers = [(line.row.y, _value(line, length, side)) for line, length in own_lines]
    rows = [line.row for line, _ in own_lines]
    sizes = [_number_size(row, side) for row in rows]
    end = max(line.head[length - 1].end for line, length in own_lines)
    step = numbers[1][1] - numbers[0][1] if len(numbers) > 1 else 0
    own = LineNumbering(side, step, numbers[-1][1], end, median(sizes))
    lengths = {id(line.row): length for line, length in own_lines + apart}
    heights = [row.y for row in page.long]
    are_known = above is not None and _stand_as(own, above)
    if above and are_known and _go_on(numbers, heights, above):
        return lengths, above._replace(last=own.last)
    least = LEAST_NUMBERS if are_known else LEAST_LINES
    if not _count_lines(numbers, heights, page.segments, least) or _are_raised(rows, side):
        return None
    are_small = max(sizes) < SMALLER * median(row.size for row in page.long)
    rest = [text for row in page.long for text in _divided(row, lengths.get(id(row), 0), side)[1]]
    is_exact = step >= RARE_STEP and _are_as_many(numbers, page.segments) == len(numbers) - 1
    if not is_exact and not _is_running_text(rest, base, are_small=are_small):
        return None
    return lengths, own


def _longest_count(
    lines: list[tuple[_NumberedRow, int]], side: BaseDirection
) -> tuple[list[tuple[_NumberedRow, int]], list[tuple[_NumberedRow, int]]]:
    """The most numbers in succession that count by one step, and those of the head and the foot.

    The latter count from 1, above and below the others; a number that does not is the page's.
    """
    ordered = sorted(lines, key=lambda line: line[0].row.y)
    values = [_value(line, length, side) for line, length in ordered]
    steps = [b - a for a, b in pairwise(values)]
    start, end, at = 0, 1, 0
    for step, same in groupby(steps):
        count = sum(1 for _ in same)
        if step in STEPS and count + 1 > end - start:
            start, end = at, at + count + 1
        at += count
    apart, others = ordered[:start] + ordered[end:], values[:start] + values[end:]
    return ordered[start:end], apart if others == [*range(1, len(others) + 1)] else []


def _edges(page: _PageRows, side: BaseDirection, base: BaseDirection) -> list[float]:
    """Where the text of the long rows may stand at one side: they may end anywhere.

    Farthest out, where the numbers of paragraphs hang, or where most begin.
    """
    numbered = [line for line in page.numbered if line.row.count > LONG]
    behind = {id(line.row): _text_start(line) for line in numbered}
    starts = Counter([round(behind.get(id(row), _start(row, side))) for row in page.long])
    if not starts:
        return []
    usual, least = starts.most_common(1)[0][0], min(starts)
    return [least, usual] if side == base and least < usual else [least]


def _stand_as(own: LineNumbering, above: LineNumbering) -> bool:
    """Whether numbers stand where those of the page before do, in the same type."""
    return (
        own.side == above.side
        and abs(own.end - above.end) < SAME_START
        and abs(own.size - above.size) < SAME_SIZE
    )


def _go_on(numbers: list[tuple[float, int]], lines: list[float], above: LineNumbering) -> bool:
    """Whether numbers count on from the page before, and count the lines from first to last.

    Those that begin anew may be of a list, and need the proof of a first page, but in a few lines.
    """
    (first, value), (last, _) = numbers[0], numbers[-1]
    steps = {b - a for (_, a), (_, b) in pairwise(numbers)}
    if value != above.last + above.step or not steps <= {above.step}:
        return False
    counted = above.step * (len(numbers) - 1) + 1
    between = sum(first - SAME_LINE < y < last + SAME_LINE for y in lines)
    return counted >= COVERED * between


def _start(row: Row, base: BaseDirection) -> float:
    """Where a row begins, in the direction of reading."""
    return row.x0 if base == "L" else -row.last_right


def _cells(row: Row, base: BaseDirection, count: int) -> list[_Cell]:
    """The first clusters of a row in the order of reading, but for the digits of Arabic numbers."""
    own = slice(count) if base == "L" else slice(max(0, row.count - count), None)
    columns = row.lefts[own], row.rights[own], row.texts[own]
    if base == "L":
        return [*map(_Cell, *columns)]
    return [_Cell(-right, -left, text) for left, right, text in [*zip(*columns, strict=True)][::-1]]


def _divided(row: Row, length: int, base: BaseDirection) -> tuple[list[Row], list[Row]]:
    """The number that opens a row, and the rest of it."""
    if not length:
        return [], [row]
    if length == row.count:
        return [row], []
    at = length if base == "L" else row.count - length
    parts = row.segment(0, at), row.segment(at, row.count)
    number, rest = parts if base == "L" else parts[::-1]
    return [number], [rest]


def _is_running_text(rows: list[Row], base: BaseDirection, *, are_small: bool) -> bool:
    """Whether most lines are full, and many go on within a sentence, with a small letter."""
    texts = [_cells(row, base, row.count) for row in rows]
    first = [next((c.text[0] for c in cells if not c.text.isdecimal()), "") for cells in texts]
    cased = [letter for letter in first if letter.lower() != letter.upper()]
    if cased and sum(map(str.islower, cased)) <= LEAST_SMALL * len(cased):
        return False
    if are_small and cased:  # without case, small numbers may be those of notes
        return True
    end = max(cells[-1].end for cells in texts)
    size = rows[0].size
    room = [end - cells[-1].end for cells in texts]
    words = [_first_word_width(cells, size) + SPACE * size for cells in texts[1:]]
    full = sum(word > free for free, word in zip(room, words, strict=False))
    return full >= LEAST_FULL * len(words)


def _first_word_width(cells: list[_Cell], size: float) -> float:
    for a, b in pairwise(cells):
        if b.start - a.end > WORD_GAP * size:
            return a.end - cells[0].start
    return cells[-1].end - cells[0].start


def _leading_digits(line: _NumberedRow) -> int:
    return sum(1 for _ in takewhile(lambda c: c.text.isdecimal(), line.head[:LONGEST_NUMBER]))


def _text_start(line: _NumberedRow) -> float:
    """Where a row begins, but for a number that stands apart."""
    digits = _leading_digits(line)
    gaps: Iterator[float] = (
        b.start
        for a, b in pairwise(line.head[: digits + 1])
        if b.start - a.end > APART * line.row.size
    )
    return next(gaps, line.head[0].start)


def _number_length(line: _NumberedRow, edge: float) -> int:
    """How many digits open a row before the edge of the text; 0 if other text is there."""
    cells, edge = line.head, edge - OUTSIDE
    length = sum(1 for _ in takewhile(lambda cell: cell.end < edge, cells))
    if not 0 < length <= LONGEST_NUMBER or _leading_digits(line) < length:
        return 0
    is_text = length == len(cells) or cells[length].start > edge + OUTSIDE - SAME_START
    return length if is_text else 0


def _number_size(row: Row, base: BaseDirection) -> float:
    return row.first_size if base == "L" else row.last_size


def _are_raised(rows: list[Row], base: BaseDirection) -> bool:
    """Whether most numbers stand above the baselines of their lines, as the marks of notes do."""
    first = 0 if base == "L" else -1
    return sum(row.raised[first] for row in rows) > len(rows) / 2


def _value(line: _NumberedRow, length: int, base: BaseDirection) -> int:
    digits = [cell.text for cell in line.head[:length]]
    return int("".join(digits if base == "L" else reversed(digits)))


def _line_pitch(heights: list[float]) -> float:
    """The usual distance of two baselines, in points; 0 if there are none."""
    ordered = sorted({round(y, 1) for y in heights})
    distances = [b - a for a, b in pairwise(ordered) if b - a > 1]
    return median(distances) if distances else 0.0


def _count_lines(
    numbers: list[tuple[float, int]], lines: list[float], segments: list[Row], least: int
) -> bool:
    """Whether numbers, each with its height, count at least so many lines of a page by one step.

    `lines` are the heights of the long rows.  The numbers of a list, or the years in the first
    column of a table, stand at other distances, or beside few of the lines.  Where room is between
    paragraphs, the lines between two numbers are as many as the numbers say.
    """
    steps = {b - a for (_, a), (_, b) in pairwise(numbers)}
    if len(steps) != 1 or not steps < STEPS:
        return False
    heights = [b - a for (a, _), (b, _) in pairwise(numbers)]
    (step,) = steps
    counted = step * (len(numbers) - 1) + 1
    if counted < least or counted + 2 * (step - 1) < COVERED * len(lines):
        return False
    is_even = step > 1 or max(heights) < SAME_STEP * min(heights)
    if is_even and max(heights) < SAME_STEP * step * _line_pitch(lines):
        return True
    return _are_as_many(numbers, segments) >= COUNTED * len(heights)


def _are_as_many(numbers: list[tuple[float, int]], segments: list[Row]) -> int:
    """How many numbers are followed by one that is so much greater as lines are between them."""
    baselines = _baselines(segments)
    places = [bisect_right(baselines, y + SAME_LINE) for y, _ in numbers]
    own = zip(pairwise(numbers), pairwise(places), strict=True)
    return sum(b[1] - a[1] == last - first for (a, b), (first, last) in own)


def _baselines(segments: list[Row]) -> list[float]:
    out: list[float] = []
    for y in sorted(row.y for row in segments):
        if not out or y - out[-1] > SAME_LINE:
            out.append(y)
    return out
