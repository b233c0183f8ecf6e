"""The glyphs of a page as columns of numbers, which stages use without an object per glyph.

A page of text has some three thousand glyphs of some eighty kinds: what is the same for all glyphs
of one font and code stands once, in a `GlyphEntry` of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias, overload

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from unreport.readers.pdf.file.font_programs import ProgramText
from unreport.readers.pdf.file.glyphs import Glyph, Page

Numbers: TypeAlias = NDArray[np.float64]
Indices: TypeAlias = NDArray[np.int64]
GlyphCode: TypeAlias = tuple[int, int]  # font and code


class GlyphEntry(NamedTuple):
    """What all glyphs of one font and code have in common."""

    text: str
    font: int
    code: int
    program: ProgramText
    width: float  # in text space at size 1


class PageGlyphs(Sequence[Glyph]):
    """The glyphs of a page in content stream order; `Glyph` values are made when asked for."""

    def __init__(  # noqa: PLR0913, PLR0917 - a column each
        self,
        entries: Sequence[GlyphEntry],
        ids: Indices,
        x0: Numbers,
        x1: Numbers,
        y: Numbers,
        size: Numbers,
        order: Indices,
        span: Indices,
    ) -> None:
        self.entries = entries  # of the document so far
        self.ids = ids  # indices in `entries`
        self.x0 = x0
        self.x1 = x1
        self.y = y
        self.size = size
        self.order = order
        self.span = span

    @classmethod
    def of(cls, glyphs: Sequence[Glyph]) -> PageGlyphs:
        """Glyphs as columns, if they are not."""
        if isinstance(glyphs, cls):
            return glyphs
        ids: dict[GlyphEntry, int] = {}
        entries = (GlyphEntry(g.text, g.font, g.code, g.program, 0.0) for g in glyphs)
        own = [ids.setdefault(entry, len(ids)) for entry in entries]
        return cls(
            [*ids],
            ids=np.array(own, dtype=np.int64),
            x0=np.array([glyph.x0 for glyph in glyphs], dtype=np.float64),
            x1=np.array([glyph.x1 for glyph in glyphs], dtype=np.float64),
            y=np.array([glyph.y for glyph in glyphs], dtype=np.float64),
            size=np.array([glyph.size for glyph in glyphs], dtype=np.float64),
            order=np.array([glyph.order for glyph in glyphs], dtype=np.int64),
            span=np.array([glyph.span for glyph in glyphs], dtype=np.int64),
        )

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> Glyph: ...

    @overload
    def __getitem__(self, at: slice) -> list[Glyph]: ...

    def __getitem__(self, at: int | slice) -> Glyph | list[Glyph]:
        return self._glyphs[at]

    def __iter__(self) -> Iterator[Glyph]:
        return iter(self._glyphs)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._glyphs == [*other]

    __hash__ = None  # type: ignore[assignment]

    def where(self, kept: NDArray[np.bool_]) -> PageGlyphs:
        """The glyphs at which an array is true."""
        return PageGlyphs(
            self.entries,
            ids=self.ids[kept],
            x0=self.x0[kept],
            x1=self.x1[kept],
            y=self.y[kept],
            size=self.size[kept],
            order=self.order[kept],
            span=self.span[kept],
        )

    def with_entries(self, entries: Sequence[GlyphEntry]) -> PageGlyphs:
        """The same glyphs with other values of their entries, at the same indices."""
        columns = self.x0, self.x1, self.y, self.size, self.order, self.span
        return PageGlyphs(entries, self.ids, *columns)

    @cached_property
    def _glyphs(self) -> list[Glyph]:
        entries = self.entries
        found = [entries[at] for at in self.ids.tolist()]
        texts, fonts, codes, programs, _ = zip(*found, strict=True) if found else ((),) * 5
        x0, x1, y, size = (c.tolist() for c in (self.x0, self.x1, self.y, self.size))
        orders, spans = self.order.tolist(), self.span.tolist()
        return [*map(Glyph, texts, x0, x1, y, size, fonts, codes, orders, spans, programs)]

    @cached_property
    def counts(self) -> dict[int, int]:
        """How often each entry occurs, by its index."""
        found = np.bincount(self.ids)
        used = np.flatnonzero(found)
        return dict(zip(used.tolist(), found[used].tolist(), strict=True))

    @property
    def distinct(self) -> list[GlyphEntry]:
        """The entries that occur."""
        return [self.entries[at] for at in self.counts]


def with_texts(page: Page, texts: Mapping[GlyphCode, str]) -> Page:
    """A page whose glyphs have other texts, where they are known."""
    glyphs = PageGlyphs.of(page.glyphs)
    if not any(entry[1:3] in texts for entry in glyphs.distinct):
        return page
    entries = [e._replace(text=texts.get(e[1:3], e.text)) for e in glyphs.entries]
    return replace(page, glyphs=glyphs.with_entries(entries))


def at_drawn_size(
    glyphs: Sequence[Glyph], scales: Mapping[int, float], ems: Mapping[int, float]
) -> Sequence[Glyph]:
    """The glyphs of a page with those of fonts that their programs scale enlarged to the right.

    `scales` has the factors by the numbers of fonts, `ems` those of the size of type alone.
    """
    if not scales and not ems:
        return glyphs
    columns = PageGlyphs.of(glyphs)
    factors = np.array([scales.get(entry.font, 1.0) for entry in columns.entries])
    factor = factors[columns.ids]
    em = np.array([ems.get(entry.font, 1.0) for entry in columns.entries])[columns.ids]
    return PageGlyphs(
        columns.entries,
        ids=columns.ids,
        x0=columns.x0,
        x1=columns.x0 + (columns.x1 - columns.x0) * factor,
        y=columns.y,
        size=columns.size * factor * em,
        order=columns.order,
        span=columns.span,
    )
