"""The columns of a table by its ruling lines: by their pieces, else by the gaps between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import inf

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.borderless_tables import column_edges_below_head
from unreport.readers.pdf.layout.tables.row_dividers import RowDivider

SAME_EDGE = 8.0  # points
COLUMN_GAP = 0.8  # em; signs of Chinese text leave less
MARKER_WIDTH = 3.0  # em
LEAST_TEXT = 0.75  # of the width of a table; text between two tables


def columns_of_head(
    rulings: list[RowDivider], head: tuple[int, int], rows: list[Row]
) -> list[float]:
    """The column edges by the pieces of the ruling lines, else by the gaps between the rows.

    Rows are examined down to the next ruling line and to the last one like it, as some tables have
    a rule under each row and a label in few of them; farther if they show no columns.
    """
    at, below = head
    column_edges: list[float] = []
    for ruling in rulings[at : below + 1]:
        column_edges = merged_edges(column_edges, edges_of(ruling))
    first, last = rulings[at], rulings[below]
    if column_edges:
        return column_edges
    alike = [*rules_below(rulings[below + 1 :], last, rows)]
    for bottom in (*alike[:1], *alike[1:][-1:]):
        found = _edges_down_to(bottom, first.y, last.y, rows)
        column_edges = max(column_edges, found, key=len)
    return column_edges or _edges_down_to(inf, first.y, last.y, rows)


def rules_below(rulings: list[RowDivider], head: RowDivider, rows: list[Row]) -> Iterator[float]:
    """The heights of the ruling lines like that below a head, as far as no text is between them."""
    width = LEAST_TEXT * (head.edges[1] - head.edges[0])
    texts = sorted((row for row in rows if row.x1 - row.x0 > width), key=lambda row: row.y)
    below = (row.y for row in texts if row.y > head.y and not _has_cells(row))
    end = next(below, inf)
    yield from (rule.y for rule in rulings if rule.y <= end and have_same_edges(rule, head))


def _has_cells(row: Row) -> bool:
    """Whether a row has a gap as between two cells, and not after the number of a paragraph."""
    margin = MARKER_WIDTH * row.size
    gaps = row.gaps(COLUMN_GAP * row.size)
    return any(row.x0 + margin < a and b < row.x1 - margin for a, b in gaps)


def _edges_down_to(bottom: float, top: float, head_bottom: float, rows: list[Row]) -> list[float]:
    inside = [row for row in rows if top < row.y < bottom]
    return column_edges_below_head(inside, head_bottom)


def edges_of(ruling: RowDivider) -> list[float]:
    """The column edges between the pieces of a ruling line."""
    return [(a[1] + b[0]) / 2 for a, b in pairwise(ruling.pieces)]


def merged_edges(column_edges: list[float], others: list[float]) -> list[float]:
    """The edges of both lists, without those that nearly coincide."""
    out = list(column_edges)
    out.extend(x for x in others if all(abs(x - y) > SAME_EDGE for y in out))
    return sorted(out)


def have_same_edges(a: RowDivider, b: RowDivider) -> bool:
    """Whether two ruling lines start and end at the same places."""
    return all(abs(x - y) < SAME_EDGE for x, y in zip(a.edges, b.edges, strict=True))
