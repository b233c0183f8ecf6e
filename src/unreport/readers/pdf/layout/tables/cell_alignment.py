"""Cells of two columns that stand so close that no wide gap tells them apart.

Figures are aligned at the end of their column, or at its middle, and so are the labels of its head,
which may be wider.  Text across the edge of a column is cut between two words where both parts are
aligned with the cells of their columns; or where the content stream draws other cells between the
two, as the lines of a cell are drawn one after the other (ISO 32000, 14.8.2.3: page content order).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple, TypeAlias

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.tables.cell_leading import ColumnSegment

SAME_PLACE = 0.8  # points
LEAST_CELLS = 3  # of a column that are aligned
ALIGNED = 0.5  # share of the cells of a column
WORD_GAP = 0.12  # em
GROUP, GROUP_GAP = 3, 0.4  # digits, and em before them
TWO = 2  # cells in one row of text, or more
REACH = 2.0  # points by which text crosses the edge of its column

Place: TypeAlias = tuple[float, int]  # and its column
Part: TypeAlias = tuple[int, int, int | None]  # from and up to a cluster, and the column if known


class Alignment(NamedTuple):
    """Where the cells of columns are aligned, from the left, and when they are drawn."""

    ends: tuple[Place, ...]  # in the direction of reading
    middles: tuple[Place, ...]
    right_to_left: bool
    column_edges: list[float]
    drawn: list[int]  # the places in the content stream at which the segments begin


def alignment_of(
    lines: Iterable[Sequence[ColumnSegment]], column_edges: list[float], *, right_to_left: bool
) -> Alignment:
    """How the cells of a table are aligned, by those that do not cross the edge of a column."""
    cells: dict[int, list[Row]] = defaultdict(list)
    drawn: list[int] = []
    label = len(column_edges) if right_to_left else 0
    for line in lines:
        for row, column in line:
            drawn.append(min(row.orders))
            if column != label and not crosses(row, column_edges):
                cells[column].append(row)
    ends = {at: [row.x0 if right_to_left else row.x1 for row in own] for at, own in cells.items()}
    middles = {at: [(row.x0 + row.x1) / 2 for row in own] for at, own in cells.items()}
    return Alignment(
        (*_common(ends),), (*_common(middles),), right_to_left, column_edges, sorted(drawn)
    )


def crosses(row: Row, column_edges: Sequence[float]) -> bool:
    """Whether a row reaches from one column into another."""
    return any(row.x0 < x - REACH and x < row.x1 for x in column_edges)


def parts_by_alignment(row: Row, alignment: Alignment) -> list[Part]:
    """The parts of a row that are cells of several columns; none if that does not show."""
    lefts, rights = row.lefts, row.rights
    starts = [*_word_starts(row)]
    if not starts:
        return []
    edges = lefts, rights
    bounds = [0, *starts, row.count]
    for parts in (_by_ends(bounds, edges, alignment), _by_middles(bounds, edges, alignment)):
        if len(parts) >= TWO and all(_is_within(row, part, alignment) for part in parts):
            return parts
    return _by_content_order(row, bounds, edges, alignment)


def _word_starts(row: Row) -> Iterator[int]:
    """The clusters with a gap before them, but for the groups of three digits of a number."""
    texts = row.texts
    for at, (end, start) in enumerate(zip(row.rights, row.lefts[1:], strict=False), 1):
        gap = (start - end) / row.size
        if gap > GROUP_GAP or (gap > WORD_GAP and not _continues_number(texts, at)):
            yield at


def _continues_number(texts: Sequence[str], at: int) -> bool:
    """Whether three digits follow a digit: `98 400.1`."""
    group = texts[at : at + GROUP]
    return (
        texts[at - 1].isdecimal()
        and len(group) == GROUP
        and all(map(str.isdecimal, group))
        and not "".join(texts[at + GROUP : at + GROUP + 1]).isdecimal()
    )


def _is_within(row: Row, part: Part, alignment: Alignment) -> bool:
    """Whether a part stands in its column, out of which a label reaches only a little."""
    start, end, column = part
    edges = [-inf, *alignment.column_edges, inf]
    return column is not None and (
        edges[column] - row.size < row.lefts[start]
        and row.rights[end - 1] < edges[column + 1] + row.size
    )


def _common(places: dict[int, list[float]]) -> Iterator[Place]:
    """For each column the place that most of its cells share."""
    for column, own in sorted(places.items()):
        ordered = sorted(own)
        counts = [bisect_right(ordered, x + SAME_PLACE) - at for at, x in enumerate(ordered)]
        most = max(counts)
        if most >= LEAST_CELLS and most >= ALIGNED * len(own):
            yield ordered[counts.index(most) + most // 2], column


def _column_at(x: float, places: Sequence[Place]) -> int | None:
    """The column that is aligned at a place."""
    at = bisect_left(places, (x - SAME_PLACE,))
    return places[at][1] if at < len(places) and places[at][0] <= x + SAME_PLACE else None


def _by_ends(
    bounds: list[int], edges: tuple[list[float], list[float]], alignment: Alignment
) -> list[Part]:
    """The parts that end where the cells of their columns end."""
    lefts, rights = edges
    if alignment.right_to_left:
        places = ((at, lefts[at]) for at in bounds[:-1])
    else:
        places = ((at, rights[at - 1]) for at in bounds[1:])
    found = ((at, _column_at(x, alignment.ends)) for at, x in places)
    known = [(at, column) for at, column in found if column is not None]
    if len(known) < TWO or (bounds[0] if alignment.right_to_left else bounds[-1]) not in dict(
        known
    ):
        return []
    cuts = [bounds[0], *(at for at, _ in known if bounds[0] < at < bounds[-1]), bounds[-1]]
    return [(a, b, column) for (a, b), (_, column) in zip(pairwise(cuts), known, strict=True)]


def _by_middles(
    bounds: list[int], edges: tuple[list[float], list[float]], alignment: Alignment
) -> list[Part]:
    """The parts that have their middles where the cells of their columns have them."""
    lefts, rights = edges
    parts: list[Part] = []
    start = 0
    for end in bounds[1:]:
        column = _column_at((lefts[start] + rights[end - 1]) / 2, alignment.middles)
        if column is not None:
            parts.append((start, end, column))
            start = end
    return parts if start == bounds[-1] else []


def _by_content_order(
    row: Row, bounds: list[int], edges: tuple[list[float], list[float]], alignment: Alignment
) -> list[Part]:
    """The parts on both sides of an edge between which other segments are drawn."""
    (lefts, rights), orders = edges, row.orders
    cuts = [0]
    for before, at, after in zip(bounds, bounds[1:], bounds[2:], strict=False):
        low, high = (lefts[before] + rights[at - 1]) / 2, (lefts[at] + rights[after - 1]) / 2
        if any(low < x < high for x in alignment.column_edges) and _are_apart(
            orders[before:at], orders[at:after], alignment.drawn
        ):
            cuts.append(at)
    return [(a, b, None) for a, b in pairwise([*cuts, row.count])] if len(cuts) > 1 else []


def _are_apart(first: list[int], second: list[int], drawn: list[int]) -> bool:
    """Whether a segment begins between two words in the content stream."""
    low, high = sorted((first, second))
    return bisect_right(drawn, max(low)) < bisect_left(drawn, min(high))
