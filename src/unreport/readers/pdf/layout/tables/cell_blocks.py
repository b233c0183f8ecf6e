"""Table rows without ruling lines, told from the blocks of lines that stand in each column.

The cells of one table row overlap vertically, and those of two table rows never do: the rows are
the connected components of the blocks.  A block ends where the step to the next line of its column
is wider than the leading.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from unreport.readers.pdf.layout.tables.cell_leading import ColumnSegment, is_amount

NEXT_ROW = 1.12  # times the leading; a wider step ends a block
WIDEST_LEADING = 2.8  # em
SAME_STEP = 0.6  # points
ASCENT, DESCENT = 0.7, 0.2  # em above and below a baseline
OFF_TOP = 0.4  # times the leading, between the tops of cells that are centred
LEAST_ROWS = 2
LEAST_STEPS = 2  # of one width
REASON = "the rows of a table, whose cells overlap, are not certain"


class CellBlock(NamedTuple):
    """Lines of one column without a wide step: their indices, and the baselines of two of them."""

    column: int
    first: int
    last: int
    top: float
    bottom: float
    size: float


class RowBand(NamedTuple):
    """Lines that no wide step across all columns divides."""

    first: int  # the index of its first line
    is_row: bool  # whether its cells stand centred beside one another: one table row
    doubt: str = ""  # why its rows are not certain, in words


def extent_of_rows(lines: list[list[ColumnSegment]]) -> tuple[float, float]:
    """The first and the last baseline of the components that have text in several columns."""
    leading = common_leading(lines)
    groups = [*_components([*_blocks(lines, leading)])] if leading else []
    rows = [own for own in groups if len({block.column for block in own}) > 1]
    if not rows:
        return lines[0][0][0].y, lines[-1][0][0].y
    return min(block.top for block in rows[0]), max(block.bottom for block in rows[-1])


def centred_rows(lines: list[list[ColumnSegment]]) -> list[RowBand]:
    """The bands of the lines of a table in which cells are centred; none in other tables."""
    leading = common_leading(lines)
    if not leading:
        return []
    groups = _components([*_blocks(lines, leading)])
    bands = [band for own in groups for band in _bands(own, lines, leading)]
    if any(band.doubt for band in bands) and _is_of_rows(lines, leading):
        bands = [band._replace(doubt="") for band in bands]
    is_centred = any(band.is_row or band.doubt for band in bands)
    return bands if is_centred and not _have_amounts(bands, lines) else []


def _have_amounts(bands: list[RowBand], lines: list[list[ColumnSegment]]) -> bool:
    """Whether a cell of a row would hold two amounts, so that the leading is of rows."""
    ends = [*(band.first for band in bands[1:]), len(lines)]
    for band, end in zip(bands, ends, strict=True):
        own = (segment for line in lines[band.first : end] for segment in line)
        columns = [column for row, column in own if is_amount(row)]
        if band.is_row and len(set(columns)) < len(columns):
            return True
    return False


def _bands(
    blocks: list[CellBlock], lines: list[list[ColumnSegment]], leading: float
) -> Iterator[RowBand]:
    """The band of some blocks that overlap, or the table rows that they are found to be."""
    first = blocks[0].first
    if _is_centred(blocks, leading):
        yield RowBand(first, is_row=True)
        return
    labels = _labels(blocks)
    rest = [own for own in blocks if own.column != labels[0].column]
    if len(labels) < LEAST_ROWS or not rest or rest[0].top > labels[0].top - OFF_TOP * leading:
        yield RowBand(first, is_row=False)
        return
    heights = [y for _, y in _heights(lines)[rest[0].column]]
    starts = _starts_beside(labels, heights, leading)
    if not starts:
        are_beside = all(_has_line(heights, label.top) for label in labels)
        yield RowBand(first, is_row=False, doubt="" if are_beside else REASON)
    for start in starts:
        at = next(at for at, line in enumerate(lines) if line[-1][0].y > start - SAME_STEP)
        yield RowBand(at, is_row=True)


def _labels(blocks: list[CellBlock]) -> list[CellBlock]:
    """The blocks of the column that has most of them."""
    columns = [own.column for own in blocks]
    most = max(columns, key=columns.count)
    return [own for own in blocks if own.column == most]


def _starts_beside(labels: list[CellBlock], heights: list[float], leading: float) -> list[float]:
    """Where the rows start whose labels are centred beside cells without a step between them.

    Each cell is as high above the middle of its label as below it, and the next one begins with
    the next line, so that a wrong start of one shows at the end of the last.
    """
    at = _first_of_block(heights, bisect_left(heights, labels[0].top), leading)
    starts: list[float] = []
    for label in labels:
        if at == len(heights):
            return []
        starts.append(heights[at])
        end = label.top + label.bottom - heights[at]
        last = bisect_right(heights, end + OFF_TOP * leading) - 1
        if last < at or abs(heights[last] - end) > OFF_TOP * leading:
            return []
        at = last + 1
    is_end = at == len(heights) or heights[at] - heights[at - 1] > NEXT_ROW * leading
    return starts if is_end else []


def _has_line(heights: list[float], top: float) -> bool:
    """Whether a line has the baseline of a label, as the first one of a cell beside it has."""
    at = bisect_left(heights, top - SAME_STEP)
    return at < len(heights) and heights[at] < top + SAME_STEP


def _first_of_block(heights: list[float], at: int, leading: float) -> int:
    """The index of the first line above one at which no wide step is between them."""
    at = min(at, len(heights) - 1)
    while at and heights[at] - heights[at - 1] < NEXT_ROW * leading:
        at -= 1
    return at


def common_leading(lines: list[list[ColumnSegment]]) -> float:
    """The commonest step within a column, in points, the narrowest of several; 0 without any."""
    size = lines[0][0][0].size
    steps = sorted(
        step
        for heights in _heights(lines).values()
        for (_, a), (_, b) in pairwise(heights)
        if size < (step := b - a) < WIDEST_LEADING * size
    )
    counts = [bisect_right(steps, step + SAME_STEP) - at for at, step in enumerate(steps)]
    most = max(counts, default=0)
    return steps[counts.index(most) + most // 2] if most >= LEAST_STEPS else 0.0


def _is_of_rows(lines: list[list[ColumnSegment]], leading: float) -> bool:
    """Whether the commonest step is of rows, since lines of some cells are nearer.

    A column whose cells run over several lines then has blocks of many rows, and the blocks of
    the others seem to be labels beside them.
    """
    size = lines[0][0][0].size
    return any(
        size < b - a < leading - SAME_STEP
        for heights in _heights(lines).values()
        for (_, a), (_, b) in pairwise(heights)
    )


def _heights(lines: list[list[ColumnSegment]]) -> dict[int, list[tuple[int, float]]]:
    """By column, the indices and baselines of the lines with text in it."""
    out: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for at, line in enumerate(lines):
        for row, column in line:
            if not out[column] or out[column][-1][0] != at:
                out[column].append((at, row.y))
    return out


def _blocks(lines: list[list[ColumnSegment]], leading: float) -> Iterator[CellBlock]:
    size = lines[0][0][0].size
    for column, heights in _heights(lines).items():
        start = 0
        for end in range(1, len(heights) + 1):
            if end < len(heights) and heights[end][1] - heights[end - 1][1] < NEXT_ROW * leading:
                continue
            (first, top), (last, bottom) = heights[start], heights[end - 1]
            yield CellBlock(column, first, last, top, bottom, size)
            start = end


def _components(blocks: list[CellBlock]) -> Iterator[list[CellBlock]]:
    """Blocks that overlap vertically, from the top."""
    blocks = sorted(blocks, key=lambda own: own.top)
    ends = [*accumulate((own.bottom + DESCENT * own.size for own in blocks), max)]
    start = 0
    for at in range(1, len(blocks) + 1):
        if at < len(blocks) and blocks[at].top - ASCENT * blocks[at].size < ends[at - 1]:
            continue
        yield sorted(blocks[start:at], key=lambda own: own.first)
        start = at


def _is_centred(blocks: list[CellBlock], leading: float) -> bool:
    """Whether blocks, one in each column, are not equally high and centred at one height."""
    columns = {own.column for own in blocks}
    if len(columns) < len(blocks) or len(columns) == 1:
        return False
    middles = [(own.top + own.bottom) / 2 for own in blocks]
    tops = [own.top for own in blocks]
    return (
        max(middles) - min(middles) < OFF_TOP * leading
        and max(tops) - min(tops) > OFF_TOP * leading
    )
