"""What divides the rows of a table across the page: ruling lines, and the edges of shaded bands.

Where there is such a divider between all rows, it tells the rows, however close their lines are.
Elsewhere it sets apart the head, totals, or groups of rows: then a column has two numbers between
two dividers, or lines that had room in the line above them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise, takewhile
from operator import attrgetter
from typing import NamedTuple

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.file.glyphs import Page, Rule, Shape
from unreport.readers.pdf.layout.tables.cell_leading import (
    ColumnSegment,
    column_widths,
    has_no_room,
    is_amount,
)

SAME_LINE = 2.0  # points
WIDEST_BREAK = 14.0  # points between the pieces of one divider
LEAST_WIDTH = 0.2  # of the page's
BAND_HEIGHT = (6.0, 120.0)  # points
LEAST_BANDS = 2  # of one width
MOST_BANDS = 400  # cells of a page; more are of a drawing
NEAR = 2.5  # times the size of type, from a divider to the first baseline below it
LEAST_ROWS = 3
MOST_NAMES = 0.4  # share of the rows by shaded bands that have one label
MOST_CONTINUED = 0.6  # share of the lines in a cell that have no room in the line above


class RowDivider(NamedTuple):
    """A ruling line across a table, or the edge of a shaded band, with its pieces."""

    y: float
    pieces: tuple[tuple[float, float], ...]
    is_shaded: bool = False  # whether it is only the edge of a band
    begins_band: bool = False  # whether it is the upper one

    @property
    def edges(self) -> tuple[float, float]:
        """Where it starts and ends."""
        return self.pieces[0][0], self.pieces[-1][1]

    def covers(self, segment: ColumnSegment) -> bool:
        """Whether the middle of a segment is below or above it."""
        x0, x1 = self.edges
        return x0 < (segment[0].x0 + segment[0].x1) / 2 < x1


def row_dividers(page: Page, below: float) -> list[RowDivider]:
    """The dividers of a page under a height, of some width, from the top."""
    ruled = [rule for rule in page.rules if rule.is_horizontal]
    edges = [*_band_edges(page)]
    shaded = [rule for pair in edges for rule in pair]
    own, upper = {id(rule) for rule in shaded}, {id(rule) for rule, _ in edges}
    rules = sorted((*ruled, *shaded), key=attrgetter("top"))
    lines: list[list[Rule]] = []
    for rule in rules:
        if rule.top < below:
            continue
        if lines and rule.top - lines[-1][0].top < SAME_LINE:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    found = (
        RowDivider(
            line[0].top,
            _joined(line),
            is_shaded=all(id(rule) in own for rule in line),
            begins_band=any(id(rule) in upper for rule in line),
        )
        for line in lines
    )
    least = LEAST_WIDTH * page.width
    return [divider for divider in found if divider.edges[1] - divider.edges[0] > least]


def _joined(line: Iterable[Rule]) -> tuple[tuple[float, float], ...]:
    """The pieces of a divider from the left, but for something else at the same height."""
    pieces: list[tuple[float, float]] = []
    for rule in sorted(line, key=lambda rule: rule.x0):
        is_apart = pieces and rule.x0 - pieces[-1][1] > WIDEST_BREAK
        if pieces and rule.x0 < pieces[-1][1] - SAME_LINE:
            pieces[-1] = pieces[-1][0], max(pieces[-1][1], rule.x1)
        elif not is_apart:
            pieces.append((rule.x0, rule.x1))
    return tuple(pieces)


def _band_edges(page: Page) -> Iterator[tuple[Rule, Rule]]:
    """The upper and lower edges of bands that shade every other row of a table.

    Some producers shade each line of a cell once more.  Cells end at the same places in most of
    the bands; the parts of a stacked bar chart do not.
    """
    low, high = BAND_HEIGHT
    shapes = [s for s in page.shapes if s.is_visible and low < s.bottom - s.top < high]
    if len(shapes) > MOST_BANDS:
        return
    shapes = [own for own in shapes if not any(_is_inside(own, other) for other in shapes)]
    shapes.sort(key=lambda shape: (round(shape.top), round(shape.bottom), shape.x0))
    bands = [[*own] for _, own in groupby(shapes, lambda s: (round(s.top), round(s.bottom)))]
    alike: dict[tuple[int, int], list[list[Shape]]] = defaultdict(list)
    for own in bands:
        alike[round(own[0].x0), round(own[-1].x1)].append(own)
    for same in alike.values():
        seams = Counter(round(shape.x1) for own in same for shape in own[:-1])
        parted = sum(len(own) > 1 for own in same)
        for own in same if len(same) >= LEAST_BANDS else ():
            are_cells = all(2 * seams[round(shape.x1)] > parted for shape in own[:-1])
            for x0, x1 in [(s.x0, s.x1) for s in own] if are_cells else [(own[0].x0, own[-1].x1)]:
                top, bottom = own[0].top, own[0].bottom
                yield Rule(x0, top, x1, top), Rule(x0, bottom, x1, bottom)


def _is_inside(shape: Shape, other: Shape) -> bool:
    """Whether a shape is within another one, which is higher."""
    return (
        other.bottom - other.top > shape.bottom - shape.top + SAME_LINE
        and other.x0 - SAME_LINE < shape.x0
        and shape.x1 < other.x1 + SAME_LINE
        and other.top - SAME_LINE < shape.top
        and shape.bottom < other.bottom + SAME_LINE
    )


def divided_rows(
    lines: Sequence[list[ColumnSegment]], dividers: Sequence[RowDivider]
) -> dict[int, list[int]]:
    """The row of each segment of the lines, by index, where dividers tell the rows of a table.

    A cell that reaches over several rows, beside dividers of other columns, is of the first one.
    """
    (top, _), (bottom, _) = lines[0][0], lines[-1][-1]
    low, high = top.y - NEAR * top.size, bottom.y + NEAR * bottom.size
    near = [own for own in dividers if low < own.y < high]
    told: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        above = [_last_above(segment, near) for segment in line]
        if min(above) >= 0 and near[-1].y > line[-1][0].y:
            told[at] = above
    told = _with_whole_lines(told)
    if told and _are_headings(lines, told, near):
        below = takewhile(lambda at: len(lines[at]) > 1, range(max(told) + 1, len(lines)))
        return {at: [rank] * len(lines[at]) for rank, at in enumerate((*told, *below))}
    if not told or not _are_rows(lines, told):
        return {}
    ranks = {key: rank for rank, key in enumerate(sorted({*chain(*told.values())}))}
    return {at: [ranks[key] for key in above] for at, above in told.items()}


def _with_whole_lines(told: dict[int, list[int]]) -> dict[int, list[int]]:
    """The rows of the segments, of which none stands beside another row on all its lines.

    A ruling line above some cells of a row alone does not divide it.
    """
    last: dict[int, int] = {}
    for keys in told.values():
        for key in keys:
            last[key] = min(max(keys), last.get(key, max(keys)))
    return {at: [last[key] for key in keys] for at, keys in told.items()}


def _are_headings(
    lines: Sequence[list[ColumnSegment]], told: dict[int, list[int]], dividers: Sequence[RowDivider]
) -> bool:
    """Whether shaded bands are the headings of what is between them: each has one label.

    The lines between two of them have text in all the same columns and go on no sentence: each is
    a row.
    """
    between: dict[int, list[set[int]]] = defaultdict(list)
    for at, keys in told.items():
        if all(dividers[key].is_shaded for key in keys):
            between[keys[0]].append({column for _, column in lines[at]})
    opened = [lines[at][0][0].text_at(0) for at in told]
    if any(text.islower() for text in opened):
        return False
    several = [own for own in between.values() if len(own) > 1]
    names = sum(len(set().union(*own)) == 1 for own in between.values())
    alike = all(own[0] == columns for own in several for columns in own)
    return bool(several) and alike and names >= MOST_NAMES * len(between)


def _last_above(segment: ColumnSegment, dividers: Sequence[RowDivider]) -> int:
    """The index of the last divider above a segment that covers it, or -1."""
    above = bisect_left(dividers, segment[0].y, key=lambda own: own.y)
    return next((at for at in range(above - 1, -1, -1) if dividers[at].covers(segment)), -1)


def _are_rows(lines: Sequence[list[ColumnSegment]], told: dict[int, list[int]]) -> bool:
    """Whether each cell between dividers is one, whose lines had no room in the line above."""
    if len({*chain(*told.values())}) < LEAST_ROWS or max(told) - min(told) >= len(told):
        return False
    widths = column_widths(lines)
    cells: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for at, keys in told.items():
        for (row, column), key in zip(lines[at], keys, strict=True):
            cells[key, column].append(row)
    if any(sum(is_amount(row) for row in own) > 1 for own in cells.values()):
        return False
    pairs = [(a, b, widths[at]) for (_, at), own in cells.items() for a, b in pairwise(own)]
    if any(set(a.fonts).isdisjoint(b.fonts) for a, b, _ in pairs):
        return False  # the name of a group, and a label below it
    inner = sum(has_no_room(a, b, width) for a, b, width in pairs)
    return inner >= MOST_CONTINUED * len(pairs)
