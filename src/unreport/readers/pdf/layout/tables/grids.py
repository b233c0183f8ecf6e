"""Tables drawn as a full grid: the text of each cell by its box."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.file.glyphs import Grid, Rule
from unreport.readers.pdf.layout.tables.table_cells import CellFragment, SplitSegments

WORD_GAP = 0.15  # em
SAME_EDGE = 2.0  # points
LEAST_HEIGHT = 6.0  # points, of a row
MIDDLE = 0.3  # em from the baseline to the middle of a row

Place: TypeAlias = tuple[int, int]  # table row and column


def split_at_grid(segments: list[Row], grid: Grid, rules: list[Rule]) -> SplitSegments:
    """Split segments at the boxes of a grid, word by word.

    A word is in the box that its middle is in.  Where a cell has no box, because a line of the
    grid is missing, its place is told by the tops of the table rows and the left of the columns.
    """
    grid = _with_open_row(grid, rules)
    boxes = _Boxes(grid)
    fragments: list[CellFragment] = []
    rest: list[Row] = []
    for row in segments:
        if not grid.top <= row.y - MIDDLE * row.size <= grid.bottom:
            rest.append(row)
            continue
        for place, group in groupby(boxes.places(row), key=itemgetter(0)):
            words = [word for _, word in group]
            segment = row.segment(words[0].start, words[-1].stop)
            if place is None:
                rest.append(segment)
            else:
                fragments.append(CellFragment(segment, *place))
    fragments.sort(key=lambda fragment: (fragment.table_row, fragment.column))
    return SplitSegments(fragments, rest)


def is_ruled(grid: Grid, rules: list[Rule]) -> bool:
    """Whether ruling lines are within a grid, and not the edges of shaded bands alone.

    Of these every other row is shaded, so that the first and the last may be outside the grid.
    """
    return any(
        grid.x0 - SAME_EDGE < rule.x0
        and rule.x1 < grid.x1 + SAME_EDGE
        and grid.top - SAME_EDGE < rule.top
        and rule.bottom < grid.bottom + SAME_EDGE
        for rule in rules
    )


def continues(grid: Grid, edges: Sequence[float]) -> bool:
    """Whether a grid has its columns within the edges of those of a table above.

    >>> above = [72.0, 200.0, 300.0, 540.0]
    >>> row = Grid(x0=72, top=8, x1=540, bottom=9, rows=(((72, 8, 300, 9), (300, 8, 540, 9)),))
    >>> continues(row, above), continues(row, above[:3])
    (True, False)
    """
    own = column_edges(grid)
    return (
        bool(edges)
        and all(any(abs(edge - other) < SAME_EDGE for other in edges) for edge in own)
        and all(abs(own[at] - edges[at]) < SAME_EDGE for at in (0, -1))
    )


def _with_open_row(grid: Grid, rules: list[Rule]) -> Grid:
    """A grid with the row that its vertical lines enclose below its last horizontal line.

    A row that continues on the next page is not always closed at the end of this one.
    """
    below = [
        rule
        for rule in rules
        if not rule.is_horizontal
        and rule.top < grid.bottom + SAME_EDGE
        and rule.bottom > grid.bottom + LEAST_HEIGHT
    ]
    bottoms = [rule.bottom for rule in below]
    if not below or max(bottoms) - min(bottoms) > SAME_EDGE:
        return grid
    edges = {round(rule.x0) for rule in below}
    boxes = tuple(
        (left, grid.bottom, right, bottoms[0]) for left, right in pairwise(column_edges(grid))
    )
    if not all({round(x) - 1, round(x), round(x) + 1} & edges for x in column_edges(grid)):
        return grid
    return Grid(x0=grid.x0, top=grid.top, x1=grid.x1, bottom=bottoms[0], rows=(*grid.rows, boxes))


def column_edges(grid: Grid) -> list[float]:
    """Where the columns of a grid begin, and where the last one ends."""
    lefts: dict[int, float] = {}
    for boxes in grid.rows:
        for column, box in enumerate(boxes):
            if box is not None:
                lefts[column] = min(box[0], lefts.get(column, box[0]))
    return [*(lefts[column] for column in sorted(lefts)), grid.x1]


class _Word(NamedTuple):
    """Clusters of a row with no gap between them: indices, and the middle of the width."""

    start: int
    stop: int
    x: float


def _words(row: Row) -> Iterator[_Word]:
    start, space = 0, 0
    lefts, rights = row.lefts, row.rights
    for at in range(1, row.count + 1):
        if at < row.count:
            middle = (lefts[at] + rights[at]) / 2
            drawn = space < len(row.spaces) and row.spaces[space] <= middle
            while space < len(row.spaces) and row.spaces[space] <= middle:
                space += 1
            if not drawn and lefts[at] - rights[at - 1] <= WORD_GAP * row.size:
                continue
        yield _Word(start, at, (lefts[start] + rights[at - 1]) / 2)
        start = at


class _Boxes:
    """The boxes of a grid with their table rows and columns."""

    def __init__(self, grid: Grid) -> None:
        self._edges = (grid.x0, grid.x1)
        self._placed = [
            (box, (table_row, column))
            for table_row, boxes in enumerate(grid.rows)
            for column, box in enumerate(boxes)
            if box is not None
        ]
        tops: dict[int, float] = {}
        lefts: dict[int, float] = {}
        for (x0, top, _, _), (table_row, column) in self._placed:
            tops[table_row] = min(top, tops.get(table_row, top))
            lefts[column] = min(x0, lefts.get(column, x0))
        self._tops = [tops[table_row] for table_row in sorted(tops)]
        self._lefts = [lefts[column] for column in sorted(lefts)]

    def places(self, row: Row) -> Iterator[tuple[Place | None, _Word]]:
        """The words of a row, each with its cell; None beside the grid."""
        y = row.y - MIDDLE * row.size
        near = [(box, place) for box, place in self._placed if box[1] <= y <= box[3]]
        for word in _words(row):
            found = (place for box, place in near if box[0] <= word.x < box[2])
            yield next(found, None) or self._without_box(word.x, y), word

    def _without_box(self, x: float, y: float) -> Place | None:
        if not self._edges[0] <= x <= self._edges[1]:
            return None
        table_row, column = bisect_right(self._tops, y) - 1, bisect_right(self._lefts, x) - 1
        return max(table_row, 0), max(column, 0)
