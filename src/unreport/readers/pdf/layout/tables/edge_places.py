"""Where in the white space between two columns the edge is: where the fewest labels cross it.

The labels at the head of a column of figures may be wider than the figures, and begin before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from unreport.readers.pdf.layout.tables.table_lines import TableLine

LABEL_GAP = 0.55  # em, between the labels of two columns
MARGIN = 1.0  # points


def clear_places(edges: Sequence[float], lines: Sequence[TableLine]) -> list[float]:
    """The edges at places that fewer lines cross, each column once."""
    places = sorted(_clear_place(x, lines) for x in edges)
    out = places[:1]
    for a, b in pairwise(places):
        if _has_cells_between(a, b, lines):
            out.append(b)
        elif _crossings(b, lines) < _crossings(out[-1], lines):
            out[-1] = b
    return out


def _clear_place(x: float, lines: Sequence[TableLine]) -> float:
    """The place of an edge, moved past labels that cross it; no text that did not is crossed."""
    crossing = [line for line in lines if line.crosses(x)]
    if not crossing:
        return x
    sides = [line.beside(x) for line in lines if not line.crosses(x)]
    low = max((left for left, _ in sides), default=-inf)
    high = min((right for _, right in sides), default=inf)
    places = {at for line in crossing for at in _label_ends(line, x) if low < at < high}
    return min(sorted(places), key=lambda at: _crossings(at, crossing), default=x)


def _label_ends(line: TableLine, x: float) -> Iterator[float]:
    """Places beside the label that crosses a place."""
    start, end = line.label_at(x, LABEL_GAP * line.size)
    yield start - MARGIN
    yield end + MARGIN


def _crossings(x: float, lines: Sequence[TableLine]) -> int:
    return sum(line.crosses(x) for line in lines)


def _has_cells_between(a: float, b: float, lines: Sequence[TableLine]) -> bool:
    """Whether text stands between two edges that crosses neither of them."""
    return any(
        line.count_between(a, b) and not (line.crosses(a) or line.crosses(b)) for line in lines
    )
