"""The glyphs of a page as columns, filled string by string: upright ones only."""

from __future__ import annotations

from itertools import chain, repeat
from typing import NamedTuple

from unreport.readers.pdf.file.content.shown_strings import GlyphEntry
from unreport.readers.pdf.file.glyphs import Glyph


class ShownRun(NamedTuple):
    """What the glyphs of a shown string or array share."""

    length: int
    order: int  # of the glyph before them
    y: float
    size: float
    span: int


class GlyphColumns:
    """One list for each value of a glyph, in content stream order."""

    def __init__(self) -> None:
        self.entries: list[GlyphEntry] = []
        self.x0: list[float] = []
        self.x1: list[float] = []
        self.runs: list[ShownRun] = []

    def __len__(self) -> int:
        return len(self.entries)

    def glyphs(self, top: float | None = None) -> list[Glyph]:
        """The glyphs; with `top` their baselines are measured from there, downwards."""
        if not self.entries:
            return []
        texts, fonts, codes, programs, _ = zip(*self.entries, strict=True)
        runs = self.runs
        flat = chain.from_iterable
        ys = flat([repeat(r.y if top is None else top - r.y, r.length) for r in runs])
        sizes = flat([repeat(r.size, r.length) for r in runs])
        orders = flat([range(r.order + 1, r.order + 1 + r.length) for r in runs])
        spans = flat([repeat(r.span, r.length) for r in runs])
        columns = (texts, self.x0, self.x1, ys, sizes, fonts, codes, orders, spans, programs)
        return [*map(Glyph, *columns)]
