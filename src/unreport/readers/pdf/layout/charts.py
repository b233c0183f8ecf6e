"""Charts: bars, lines or sectors with their labels, which are not paragraphs.

The labels of a chart (values, axes, legend) become the rows of one table, in order from the top,
so that none of them is taken for text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.file.glyphs import Shape
from unreport.readers.pdf.layout.page_layout import PageLayout, visual_text
from unreport.readers.pdf.layout.tables.table_cells import (
    CellFragment,
    SplitSegments,
    text_lines,
)

LEAST_MARKS = 2  # bars, sectors or lines
LEAST_VALUES = 4  # labels that are numbers
LEAST_FRAME = (100.0, 60.0)  # points
MOST_FRAME = 0.7  # of the area of the page
MOST_FRAMES = 60
LEAST_MARK = 3.0  # points
RASTER = 60.0  # points; marks in cells that touch are of one chart
LABELS = (45.0, 14.0, 45.0, 30.0)  # points beside, above, beside and below the marks
FRAMED = (1.0, 0.35)  # the longest label, in widths of the page; the least share of values
UNFRAMED = (0.4, 0.6)
LABEL_GAP = 0.8  # em between two labels on one line
VALUE = re.compile(r"[(\[]?[-–−+]?\s?[\d٠-٩][\d٠-٩ .,/%–-]*[)\]%]?|[-–−—]")


class _Box(NamedTuple):
    x0: float
    top: float
    x1: float
    bottom: float

    def contains(self, other: _Box | Shape) -> bool:
        """Whether a box lies within this one."""
        return (
            self.x0 - 1 <= other.x0
            and other.x1 <= self.x1 + 1
            and self.top - 1 <= other.top
            and other.bottom <= self.bottom + 1
        )

    def has_text(self, row: Row) -> bool:
        """Whether the middle of a row is in the box."""
        x, y = (row.x0 + row.x1) / 2, row.y - 0.3 * row.size
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


def split_at_charts(layout: PageLayout, below: float) -> Iterator[SplitSegments]:
    """The labels of each chart under the height `below`, and the segments that are left."""
    marks = _marks(layout, below)
    if len(marks) < LEAST_MARKS:
        return
    frames = _frames(layout, marks, below)
    grids = [
        _Box(grid.x0, grid.top, grid.x1, grid.bottom)
        for grid in layout.page.tables
        if len(grid.rows) > 1
    ]
    known = [*frames, *grids]
    loose = [mark for mark in marks if not any(box.contains(mark) for box in known)]
    for frame in frames:
        yield _labels(layout, frame, FRAMED)
    for group in _groups(loose):
        yield _labels(layout, _with_margins(group), UNFRAMED)


def _labels(layout: PageLayout, box: _Box, limits: tuple[float, float]) -> SplitSegments:
    """The segments in the box of a chart as table rows; none if they are not those of a chart."""
    longest, least_share = limits
    inside: list[Row] = []
    outside: list[Row] = []
    for row in layout.segments:
        short = row.x1 - row.x0 <= longest * layout.page.width
        (inside if short and box.has_text(row) else outside).append(row)
    lines = [
        [label for row in sorted(line, key=_left) for label in _split_labels(row)]
        for line in text_lines(sorted(inside, key=lambda row: (row.y, row.x0)))
    ]
    labels = [label for line in lines for label in line]
    values = sum(VALUE.fullmatch(visual_text(label)) is not None for label in labels)
    if values < max(LEAST_VALUES, least_share * len(labels)):
        return SplitSegments([], layout.segments)
    fragments = [
        CellFragment(label, table_row, column)
        for table_row, line in enumerate(lines)
        for column, label in enumerate(line)
    ]
    return SplitSegments(fragments, outside)


def _left(row: Row) -> float:
    return row.x0


def _split_labels(row: Row) -> list[Row]:
    """The labels of a row, which stand apart from one another."""
    lefts, rights = row.lefts, row.rights
    gaps = [at for at in range(1, len(lefts)) if lefts[at] - rights[at - 1] > LABEL_GAP * row.size]
    if not gaps:
        return [row]
    return [row.segment(start, end) for start, end in pairwise([0, *gaps, len(lefts)])]


# --- where charts are -----------------------------------------------------------------------------


def _marks(layout: PageLayout, below: float) -> list[Shape]:
    """Shapes that may be the bars, sectors and lines of charts: most shaded cells hold text."""
    page = layout.page
    middles = sorted((row.y - 0.3 * row.size, (row.x0 + row.x1) / 2) for row in layout.segments)
    out: list[Shape] = []
    holding = 0
    for shape in page.shapes:
        size = max(shape.x1 - shape.x0, shape.bottom - shape.top)
        area = (shape.x1 - shape.x0) * (shape.bottom - shape.top)
        if not shape.is_visible or shape.top < below or size < LEAST_MARK:
            continue
        if area > MOST_FRAME * page.width * page.height:
            continue
        if _holds_text(shape, middles):
            holding += 1
        else:
            out.append(shape)
    return out if holding <= len(out) else []


def _holds_text(shape: Shape, middles: list[tuple[float, float]]) -> bool:
    """Whether the middle of a segment, as y and x in ascending order, is in a shape."""
    start, end = (bisect_left(middles, (y, 0.0)) for y in (shape.top, shape.bottom))
    return any(shape.x0 < x < shape.x1 for _, x in middles[start:end])


def _frames(layout: PageLayout, marks: list[Shape], below: float) -> list[_Box]:
    """The largest rectangles around marks."""
    page = layout.page
    boxes = [
        _Box(shape.x0, shape.top, shape.x1, shape.bottom)
        for shape in page.shapes
        if not shape.is_visible
        and shape.top >= below
        and shape.x1 - shape.x0 >= LEAST_FRAME[0]
        and shape.bottom - shape.top >= LEAST_FRAME[1]
        and (shape.x1 - shape.x0) * (shape.bottom - shape.top)
        < MOST_FRAME * page.width * page.height
    ]
    boxes = sorted(set(boxes), key=lambda b: (b.x0 - b.x1) * (b.bottom - b.top))[:MOST_FRAMES]
    out: list[_Box] = []
    for box in boxes:
        held = sum(box.contains(mark) for mark in marks)
        if held >= LEAST_MARKS and not any(frame.contains(box) for frame in out):
            out.append(box)
    return out


def _groups(marks: list[Shape]) -> list[list[Shape]]:
    """Marks that stand close to one another: connected cells of a raster."""
    cells: dict[tuple[int, int], list[Shape]] = defaultdict(list)
    for mark in marks:
        for cell in _cells(mark):
            cells[cell].append(mark)
    out: list[list[Shape]] = []
    while cells:
        start = next(iter(cells))
        found: dict[int, Shape] = {}
        open_cells = [start]
        while open_cells:
            column, row = open_cells.pop()
            held = cells.pop((column, row), None)
            if held is None:
                continue
            found.update((id(mark), mark) for mark in held)
            open_cells += [(column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        out.append([*found.values()])
    return [group for group in out if len(group) >= LEAST_MARKS]


def _cells(mark: Shape) -> Iterator[tuple[int, int]]:
    columns = range(int(mark.x0 / RASTER), int(mark.x1 / RASTER) + 1)
    for row in range(int(mark.top / RASTER), int(mark.bottom / RASTER) + 1):
        yield from ((column, row) for column in columns)


def _with_margins(marks: Iterable[Shape]) -> _Box:
    """The box around marks and their labels."""
    marks = [*marks]
    left, above, right, below = LABELS
    return _Box(
        min(mark.x0 for mark in marks) - left,
        min(mark.top for mark in marks) - above,
        max(mark.x1 for mark in marks) + right,
        max(mark.bottom for mark in marks) + below,
    )
