"""The glyphs of a page as columns, filled string by string: upright ones only."""

from __future__ import annotations

from itertools import chain, repeat
from typing import TypeAlias

from unreport.readers.pdf.file.content.shown_strings import GlyphEntry
from unreport.readers.pdf.file.glyphs import Glyph

ShownRun: TypeAlias = tuple[int, int, float, float, int]
"""What the glyphs of a string share: count, order of the glyph before them, y, size, span."""


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
        ys = flat([repeat(y if top is None else top - y, count) for count, _, y, _, _ in runs])
        sizes = flat([repeat(size, count) for count, _, _, size, _ in runs])
        orders = flat([range(start + 1, start + 1 + count) for count, start, _, _, _ in runs])
        spans = flat([repeat(span, count) for count, _, _, _, span in runs])
        columns = (texts, self.x0, self.x1, ys, sizes, fonts, codes, orders, spans, programs)
        return [*map(Glyph, *columns)]
