"""The upright glyphs of a page while it is interpreted: columns filled string by string."""

from __future__ import annotations

import numpy as np

from unreport.readers.pdf.file.content.syntax import IrregularContent
from unreport.readers.pdf.file.glyphs import Glyph
from unreport.readers.pdf.file.page_glyphs import GlyphEntry, Numbers, PageGlyphs

FARTHEST = 1e5  # points; glyphs beyond may be off the page

RUN_VALUES = 7
"""What the glyphs of a string share: count, order of the glyph before them, scale and offset of x,
y, size, span."""


class GlyphColumns:
    """One list for each value of a glyph, in content stream order."""

    def __init__(self, entries: list[GlyphEntry]) -> None:
        self.entries = entries  # the distinct glyphs of the document
        self.ids: list[int] = []  # indices in `entries`
        self.pens: list[float] = []  # where glyphs begin, in text space
        self.advances: list[float] = []
        self.runs: list[float] = []  # `RUN_VALUES` for each string

    def __len__(self) -> int:
        return len(self.ids)

    def glyphs(self) -> list[Glyph]:
        """The glyphs, their baselines measured from the bottom of the page."""
        return [*self.page_glyphs(None)]

    def page_glyphs(self, top: float | None) -> PageGlyphs:
        """The glyphs; with `top` their baselines are measured from there, downwards.

        Raises if one stands so far from the page that it may be off it.
        """
        runs = _numbers(self.runs).reshape(-1, RUN_VALUES)
        count = runs[:, 0].astype(np.int64)
        first = np.cumsum(count) - count
        before, scale, offset, y, size, span = np.repeat(runs[:, 1:], count, axis=0).T
        x0 = _numbers(self.pens) * scale + offset
        x1 = x0 + _numbers(self.advances) * scale
        if x0.min(initial=0.0) < -FARTHEST or x1.max(initial=0.0) > FARTHEST:
            raise IrregularContent("glyphs far from the page")
        steps = np.arange(1, len(self.ids) + 1) - np.repeat(first, count)
        return PageGlyphs(
            self.entries,
            ids=np.fromiter(self.ids, dtype=np.int64, count=len(self.ids)),
            x0=x0,
            x1=x1,
            y=y if top is None else top - y,
            size=size,
            order=before.astype(np.int64) + steps,
            span=span.astype(np.int64),
        )


def _numbers(values: list[float]) -> Numbers:
    """Numbers as an array; twice as fast as `np.array`."""
    return np.fromiter(values, dtype=np.float64, count=len(values))
