"""The glyphs of a page as columns, filled string by string: upright ones only."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

from unreport.readers.pdf.file.content.shown_strings import GlyphEntry
from unreport.readers.pdf.file.glyphs import Glyph


class GlyphColumns:
    """One list for each value of a glyph, in content stream order."""

    def __init__(self) -> None:
        self.entries: list[GlyphEntry] = []
        self.x0: list[float] = []
        self.x1: list[float] = []
        self.y: list[float] = []
        self.size: list[float] = []
        self.order: list[int] = []
        self.span: list[int] = []

    def __len__(self) -> int:
        return len(self.order)

    def complete(self, orders: range, y: float, size: float, span: int) -> None:
        """Add what the glyphs of a string share, after their entries and edges."""
        count = len(orders)
        self.order.extend(orders)
        self.y.extend(repeat(y, count))
        self.size.extend(repeat(size, count))
        self.span.extend(repeat(span, count))

    def truncate(self, count: int) -> None:
        """Remove entries and edges after a count of glyphs."""
        for column in (self.entries, self.x0, self.x1):
            del column[count:]

    def glyphs(self, y: Sequence[float]) -> list[Glyph]:
        """The glyphs, with these baselines."""
        if not self.entries:
            return []
        texts, fonts, codes, programs, _ = zip(*self.entries, strict=True)
        return [
            *map(
                Glyph,
                texts,
                self.x0,
                self.x1,
                y,
                self.size,
                fonts,
                codes,
                self.order,
                self.span,
                programs,
            )
        ]
