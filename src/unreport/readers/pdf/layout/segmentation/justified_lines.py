"""Lines that are justified with spaces as wide as the gaps between the columns of a table.

Some producers justify the last line of a paragraph too, so that a few words stand far apart.  They
fill the line from margin to margin, and all their spaces are equally wide; the cells of a table are
not, as what stands in them differs in width.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby, pairwise

from unreport.readers.pdf.bidi.baselines.row import Row

SAME_EDGE = 1.0  # points
SAME_GAP = 0.3  # points
LEAST_GAPS = 2
OTHER_WIDTH = 4.0  # points, between the widest word and the narrowest
LEAST_FULL = 5  # lines that reach the margin


def join_justified_lines(segments: list[Row]) -> list[Row]:
    """Segments, of which those of a justified line are one."""
    by_height = sorted(segments, key=lambda row: (round(row.y, 1), row.x0))
    lines = [[*own] for _, own in groupby(by_height, key=lambda row: round(row.y, 1))]
    if not any(len(line) > LEAST_GAPS for line in lines):
        return segments
    edges = Counter(round(line[-1].x1) for line in lines if len(line) == 1)
    margins = {edge for edge, count in edges.items() if count >= LEAST_FULL}
    out: list[Row] = []
    for line in lines:
        is_full = not margins.isdisjoint(_near(line[-1].x1))
        if len(line) > LEAST_GAPS and is_full and _is_justified(line):
            out.append(joined_segments(line))
        else:
            out += line
    return out


def _near(x: float) -> tuple[int, ...]:
    return (round(x - SAME_EDGE), round(x), round(x + SAME_EDGE))


def _is_justified(line: list[Row]) -> bool:
    """Whether all words of a line are equally far apart, and not equally wide."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(line)]
    widths = [row.x1 - row.x0 for row in line]
    return max(gaps) - min(gaps) < SAME_GAP and max(widths) - min(widths) > OTHER_WIDTH


def joined_segments(line: list[Row]) -> Row:
    """The segments of one line, from left to right, as one with a space between each two."""
    clusters = [cluster for row in line for cluster in row.clusters]
    spaces = [space for row in line for space in row.spaces]
    spaces += [(a.x1 + b.x0) / 2 for a, b in pairwise(line)]
    return Row(clusters, line[0].y, line[0].size, line[0].page, sorted(spaces))
