"""The upright glyphs of a page while it is interpreted: the strings that it shows, and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from unreport.readers.pdf.file.content.string_table import StringTable
from unreport.readers.pdf.file.content.syntax import IrregularContent
from unreport.readers.pdf.file.glyphs import Glyph
from unreport.readers.pdf.file.page_glyphs import GlyphEntry, Indices, Numbers, PageGlyphs

FARTHEST = 1e5  # points; glyphs beyond may be off the page


Run: TypeAlias = tuple[int, int, float, float, float, float, float, int]
"""What the glyphs of the strings of one operator share: count, order of the glyph before them,
where the first begins in text space, scale and offset of x from there to the page, y, size, span.
"""
RUN_VALUES = 8


class GlyphColumns:
    """The runs of a page in content stream order, and their strings."""

    def __init__(self, entries: list[GlyphEntry], table: StringTable) -> None:
        self.entries = entries  # the distinct glyphs of the document
        self.table = table
        self.strings: list[int] = []  # in `table`
        self._runs: list[float] = []  # the values of each
        self._pens: list[tuple[int, list[float]]] = []  # of glyphs from an index on, if summed
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, strings: Sequence[int], run: Run) -> None:
        """Add a run whose pen moves by the steps of its strings."""
        self.add_runs(strings, run, run[0])

    def add_runs(self, strings: Sequence[int], runs: Sequence[float], count: int) -> None:
        """Add a run for each of some strings, with `count` glyphs together."""
        self.strings += strings
        self._runs += runs
        self._count += count

    def add_placed(
        self, ids: list[int], pens: list[float], advances: list[float], run: Run
    ) -> None:
        """Add a run with where each glyph begins."""
        steps = [0.0] * (2 * len(ids))
        steps[::2] = advances
        self._pens.append((self._count, pens))
        self.add([self.table.add(ids, steps)], run)

    def glyphs(self) -> list[Glyph]:
        """The glyphs, their baselines measured from the bottom of the page."""
        return [*self.page_glyphs(None)]

    def page_glyphs(self, top: float | None) -> PageGlyphs:
        """The glyphs; with `top` their baselines are measured from there, downwards.

        Raises if one stands so far from the page that it may be off it.
        """
        runs = np.fromiter(self._runs, dtype=np.float64, count=len(self._runs))
        runs = runs.reshape(-1, RUN_VALUES)
        count = runs[:, 0].astype(np.int64)
        first = np.cumsum(count) - count
        shared = np.ascontiguousarray(runs[:, 1:].T)  # each value a column without steps
        before, _, scale, offset, y, size, span = np.repeat(shared, count, axis=1)
        ids, steps = self.table.glyphs_of(self.strings)
        x0 = self._placed(runs[:, 2], count, first, steps) * scale + offset
        x1 = x0 + steps[:, 0] * scale
        if x0.min(initial=0.0) < -FARTHEST or x1.max(initial=0.0) > FARTHEST:
            raise IrregularContent("glyphs far from the page")
        return PageGlyphs(
            self.entries,
            ids=ids,
            x0=x0,
            x1=x1,
            y=y if top is None else top - y,
            size=size,
            order=before.astype(np.int64) + np.arange(1, len(ids) + 1) - np.repeat(first, count),
            span=span.astype(np.int64),
        )

    def _placed(self, pen: Numbers, count: Indices, first: Indices, steps: Numbers) -> Numbers:
        """Where each glyph begins in text space: the sums of the steps before it in its run."""
        moves = np.empty(2 * len(steps))
        moves[1:] = steps.ravel()[:-1]
        shown = count > 0
        moves[2 * first[shown]] = pen[shown]
        several = count > 1
        starts = 2 * first[several]
        ends = starts + 2 * count[several]
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            moves[start:end] = np.add.accumulate(moves[start:end])
        pens = moves[::2]
        for start, own in self._pens:
            pens[start : start + len(own)] = own
        return pens
