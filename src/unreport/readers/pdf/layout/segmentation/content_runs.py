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
    orders = [row.orders for row in segments]
    if not _goes_up(segments, orders):
        return []
    places = np.concatenate([np.array(own, dtype=np.int64) for own in orders])
    counts = [len(own) for own in orders]
    rows = np.repeat(np.arange(len(segments)), counts)
    within = np.concatenate([np.arange(count) for count in counts])
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


def _goes_up(segments: Sequence[Row], orders: Sequence[Sequence[int]]) -> bool:
    """Whether some text is drawn after what stands below it, or a row at several stretches."""
    pairs = zip(segments, orders, strict=True)
    if any(max(own) - min(own) > len(own) + len(row.spaces) + FEW for row, own in pairs):
        return True
    by_order = sorted(
        zip((own[0] for own in orders), segments, strict=True), key=lambda one: one[0]
    )
    rows = [row for _, row in by_order]
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
