"""The letter under a combining mark that the content stream draws apart from it.

Producers and editors of PDF may draw the marks of a row in one text object and its letters in
another; then only the positions tell which letter a mark is on.
"""

from __future__ import annotations

from typing import TypeAlias

from unreport.readers.pdf.bidi.clusters import Cluster

MARK_RISE = 1.4  # em; a kasra is raised to the shadda that it belongs to
MARK_OFFSET = 0.12  # em beside a letter; the zero width of a mark may be at its edge
CELL = 24.0  # points; of a raster
MOST_IN_CELL = 100  # letters; more lie over each other

Raster: TypeAlias = dict[tuple[int, int], list[Cluster]]


def rastered(bases: list[Cluster]) -> Raster:
    """The right-to-left letters in each cell of a raster; of very many in one cell, the first."""
    out: Raster = {}
    for base in bases:
        if base.bidi_class == "R":
            for column in range(int(base.x0 // CELL), int(base.x1 // CELL) + 1):
                own = out.setdefault((column, int(base.y // CELL)), [])
                if len(own) < MOST_IN_CELL:
                    own.append(base)
    return out


def base_under(mark: Cluster, raster: Raster) -> Cluster | None:
    """The letter on whose width a mark stands, wherever it is in the content stream.

    A mark that stands a little beside a letter may belong to another one.
    """

    def distance(cluster: Cluster) -> float:
        return max(cluster.x0 - mark.x0, mark.x0 - cluster.x1, 0.0)

    column, row = int(mark.x0 // CELL), int(mark.y // CELL)
    cells = ((column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1))
    around = {id(cluster): cluster for cell in cells for cluster in raster.get(cell, ())}
    near = [
        cluster
        for cluster in around.values()
        if distance(cluster) < MARK_OFFSET * cluster.size
        and abs(cluster.y - mark.y) < MARK_RISE * cluster.size
    ]
    found = min(near, key=lambda c: (distance(c), abs(c.y - mark.y)), default=None)
    if found is not None and distance(found):
        found.is_uncertain = found.is_uncertain or len(near) > 1
    return found
