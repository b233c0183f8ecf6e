"""Runs of a page: what the content stream draws on one baseline at a stretch.

Producers draw text in the order of the document (ISO 32000, 14.8.2.3: page content order), so that
the rows of a text column follow one another and the next column begins with a step up the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.file.page_glyphs import Indices

STEP_UP = 0.7  # em; superscripts and the like are raised by less
FEW = 8  # marks on letters, and spaces that are not kept


class Run(NamedTuple):
    """Text on one baseline; `start` and `end` grow in the direction of reading."""

    row: Row
    start: float
    end: float
    y: float
    size: float


def content_runs(segments: Sequence[Row], base: BaseDirection) -> list[Run]:
    """The runs of some segments in content order; none if the stream never goes up the page."""
    if not segments:
        return []
    counts = np.array([row.count for row in segments])
    starts = np.cumsum(counts) - counts
    places = np.concatenate([row.order_array for row in segments])
    if not _goes_up(segments, places, starts, counts):
        return []
    rows = np.repeat(np.arange(len(segments)), counts)
    within = np.arange(len(places)) - np.repeat(starts, counts)
    sequence = np.argsort(places, kind="stable")
    rows, within = rows[sequence], within[sequence]
    ends = [*(np.flatnonzero(np.diff(rows)) + 1).tolist(), len(rows)]
    out: list[Run] = []
    first = 0
    for end in ends:
        row = segments[int(rows[first])]
        out.append(_run(row, within[first:end].tolist(), base))
        first = end
    return out


def _goes_up(segments: Sequence[Row], places: Indices, starts: Indices, counts: Indices) -> bool:
    """Whether some text is drawn after what stands below it, or a row at several stretches."""
    extents = np.maximum.reduceat(places, starts) - np.minimum.reduceat(places, starts)
    for at in np.flatnonzero(extents > counts + FEW).tolist():
        if extents[at] > counts[at] + len(segments[at].spaces) + FEW:
            return True
    rows = [segments[at] for at in np.argsort(places[starts], kind="stable").tolist()]
    return any(is_step_up(a.y, b.y, b.size) for a, b in pairwise(rows))


def is_step_up(above: float, below: float, size: float) -> bool:
    """Whether a baseline is above the one that was drawn before it."""
    return below < above - STEP_UP * size


def _run(row: Row, clusters: list[int], base: BaseDirection) -> Run:
    if len(clusters) == row.count:
        x0, x1 = row.x0, row.x1
    else:
        lefts, rights = row.lefts, row.rights
        x0, x1 = min(lefts[at] for at in clusters), max(rights[at] for at in clusters)
    return Run(row, *((x0, x1) if base == "L" else (-x1, -x0)), row.y, row.size)


def steps_up(runs: Sequence[Run]) -> Iterator[int]:
    """Where the stream goes up the page: the indices of the runs after such steps."""
    for at in range(1, len(runs)):
        if is_step_up(runs[at - 1].y, runs[at].y, runs[at].size):
            yield at
