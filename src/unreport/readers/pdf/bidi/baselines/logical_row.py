"""The text of a row in logical order, with the glyph of each character."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from unreport.readers.pdf.bidi.baselines.letter_kinds import UNNAMED
from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.baselines.token_row import (
    SPACE_KEY,
    ColumnTokens,
    TokenRow,
    with_spaces,
)
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.font_evidence import GlyphKey
from unreport.readers.pdf.bidi.logical_order import Alternative, BaseDirection


@dataclass(slots=True)
class LogicalRow:
    """The text of a row in logical order, with the cluster of each character."""

    row: Row
    text: str
    sources: Sequence[Cluster | None]  # per character of `text`
    base: BaseDirection
    proved: bool
    alternative: Alternative | None = None  # another order that looks alike on the page

    @property
    def has_glyph_evidence(self) -> bool:
        """Whether its glyphs may tell of letters that they draw and their text lacks."""
        return True

    @property
    def fonts(self) -> list[int | None]:
        """The font of each character of `text`; None at a space."""
        return [None if cluster is None else cluster.font for cluster in self.sources]

    def keys_of(self, start: int, end: int) -> list[GlyphKey]:
        """The font, code and text of the glyphs of some characters; a space says nothing."""
        return [*map(_key, self.sources[start:end])]

    @property
    def unnamed(self) -> set[tuple[int, int]]:
        """The fonts and codes of its glyphs that their font program does not name."""
        return {(c.font, c.code) for c in self.sources if c is not None and c.is_unnamed}


def _key(cluster: Cluster | None) -> GlyphKey:
    return SPACE_KEY if cluster is None else (cluster.font, cluster.code, cluster.text)


class TokenLogicalRow(LogicalRow):
    """The text of a row of which the cluster of a character is made when it is asked for."""

    __slots__ = ("_sources", "places", "tokens")

    def __init__(self, tokens: TokenRow, text: str, places: Sequence[int], *, proved: bool) -> None:
        self.row = tokens.row
        self.tokens = tokens
        self.text = text
        self.places = places  # of the token of each character
        self.base = tokens.base
        self.proved = proved
        self.alternative = None
        self._sources: list[Cluster | None] | None = None

    @property
    def sources(self) -> list[Cluster | None]:  # type: ignore[override]
        """The cluster of each character of its text."""
        if self._sources is None:
            clusters = self.tokens.clusters
            self._sources = [clusters[place] for place in self.places]
        return self._sources

    @property
    def fonts(self) -> list[int | None]:
        """The font of each character of its text; None at a space."""
        fonts = with_spaces(self.row.fonts, self.tokens.starts, None)
        return [fonts[place] for place in self.places]

    def keys_of(self, start: int, end: int) -> list[GlyphKey]:
        """The font, code and text of the glyphs of some characters; a space says nothing."""
        clusters = self.tokens.clusters
        return [_key(clusters[place]) for place in self.places[start:end]]

    @property
    def unnamed(self) -> set[tuple[int, int]]:
        """The fonts and codes of its glyphs that their font program does not name."""
        if not self.tokens.kinds & UNNAMED:
            return set()
        pairs = zip(self.tokens.keys, self.tokens.letter_kinds, strict=True)
        return {key[:2] for key, kinds in pairs if kinds & UNNAMED}


class ColumnLogicalRow(LogicalRow):
    """The text of a row whose letters all run from left to right."""

    __slots__ = ("_sources", "_tokens", "column_row")

    def __init__(self, tokens: ColumnTokens, *, proved: bool) -> None:
        self.row = self.column_row = tokens.column_row
        self.text = tokens.text or ""
        self.base = "L"
        self.proved = proved
        self.alternative = None
        self._tokens = tokens
        self._sources: list[Cluster | None] | None = None

    @property
    def has_glyph_evidence(self) -> bool:
        """Whether the font program of one of its glyphs does not say what that draws."""
        return self.column_row.columns.has_unnamed

    @property
    def fonts(self) -> list[int | None]:
        """The font of each character of its text; None at a space."""
        row = self.column_row
        texts, fonts = row.texts, row.fonts
        out: list[int | None] = []
        is_plain = max(map(len, texts)) == 1
        for start, end in row.words:
            if start:
                out.append(None)
            if is_plain:
                out += fonts[start:end]
                continue
            for text, font in zip(texts[start:end], fonts[start:end], strict=True):
                out += [font] * len(text)
        return out

    @property
    def sources(self) -> list[Cluster | None]:  # type: ignore[override]
        """The cluster of each character of its text."""
        if self._sources is None:
            self._sources = []
            for cluster in self._tokens.clusters:
                self._sources += [cluster] * (1 if cluster is None else len(cluster.text))
        return self._sources


TextRow: TypeAlias = ColumnLogicalRow | TokenLogicalRow
"""A row as it is read from a page."""
