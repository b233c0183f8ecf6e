"""Rows of a page with right-to-left letters, as columns until their clusters are asked for.

Most letters of such a page have the values of their glyph, and most rows need no decision for a
single letter: their text, tokens and edges are taken from lists that are made once for the page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from unreport.readers.pdf.bidi.baselines.letter_kinds import UNCERTAIN, kinds_of, union
from unreport.readers.pdf.bidi.baselines.row import (
    EDGE_CLUSTERS,
    QUOTED,
    Row,
    usual_size_and_baseline,
)
from unreport.readers.pdf.bidi.baselines.segments import Letters
from unreport.readers.pdf.bidi.clusters import Cluster, PageBases, objects
from unreport.readers.pdf.bidi.encodings.glyph_texts import GlyphText
from unreport.readers.pdf.bidi.font_evidence import GlyphKey
from unreport.readers.pdf.bidi.letters import BidiClass
from unreport.readers.pdf.bidi.logical_order import Token, token_of
from unreport.readers.pdf.file.page_glyphs import Indices

T = TypeVar("T")


class BidiColumns:
    """The letters of a page, row by row from left to right: a list for each of their values."""

    def __init__(self, bases: PageBases, index: Indices, letters: Letters) -> None:
        self.bases = bases
        self.index: list[int] = index.tolist()  # of each letter in `bases`
        self.x0: list[float] = letters.x0.tolist()
        self.x1: list[float] = letters.x1.tolist()
        self.y: list[float] = letters.y.tolist()
        self.size: list[float] = letters.size.tolist()
        self.order: list[int] = letters.order.tolist()
        self._ids = bases.glyphs.ids[bases.places[index]]

    @cached_property
    def texts(self) -> list[str]:
        """Their texts."""
        return self._column(self.bases.values.texts, lambda cluster: cluster.text)

    @cached_property
    def classes(self) -> list[BidiClass]:
        """Their bidi classes."""
        return self._column(self.bases.values.classes, lambda cluster: cluster.bidi_class)

    @cached_property
    def fonts(self) -> list[int]:
        """Their fonts."""
        return self._column(self.bases.values.fonts, lambda cluster: cluster.font)

    @cached_property
    def raised(self) -> list[bool]:
        """Which of them are superscripts."""
        return self._column(self.bases.values.is_superior, lambda cluster: cluster.raised)

    @cached_property
    def tokens(self) -> list[Token]:
        """Their tokens of the bidirectional algorithm."""
        found = {at: token_of(t.text, t.bidi_class) for at, t in self._texts_of_entries}
        return self._column(self._objects(found), lambda c: token_of(c.text, c.bidi_class))

    @cached_property
    def keys(self) -> list[GlyphKey]:
        """Their fonts, codes and texts."""
        fonts, codes = self.bases.values.fonts, self.bases.values.codes
        found = {at: (fonts[at], codes[at], t.text) for at, t in self._texts_of_entries}
        return self._column(self._objects(found), lambda c: (c.font, c.code, c.text))

    @cached_property
    def kinds(self) -> list[int]:
        """What kinds of letters they are, as flags."""
        found = {at: kinds_of(text) for at, text in self._texts_of_entries}
        return self._column(self._objects(found), kinds_of)

    def renew(self) -> None:
        """Forget the lists that were made before clusters have changed."""
        for name in ("texts", "classes", "fonts", "raised", "tokens", "keys", "kinds", "_changed"):
            vars(self).pop(name, None)

    def clusters(self, start: int, end: int) -> list[Cluster]:
        """The clusters between two indices."""
        return self.bases.at(self.index[start:end])

    @cached_property
    def _changed(self) -> list[tuple[int, Cluster]]:
        """The clusters that have been made, which may have other values than their glyphs."""
        places = np.full(len(self.bases), -1)
        places[self.index] = np.arange(len(self.index))
        made = self.bases.made
        found = places[[*made]].tolist() if made else []
        return [(at, c) for at, c in zip(found, made.values(), strict=True) if at >= 0]

    @cached_property
    def _texts_of_entries(self) -> list[tuple[int, GlyphText]]:
        return [(at, text) for at, text in self.bases.values.of_entry.items() if text.text]

    def _objects(self, found: Mapping[int, object]) -> NDArray[np.object_]:
        return objects([*found.values()], [*found], len(self.bases.glyphs.entries))

    def _column(self, of_entry: NDArray[np.object_], of_cluster: Callable[[Cluster], T]) -> list[T]:
        found: list[T] = of_entry[self._ids].tolist()
        for at, cluster in self._changed:
            found[at] = of_cluster(cluster)
        return found


class BidiRow(Row):
    """A row of such a page; once its clusters are made, these are the row."""

    __slots__ = ("_end", "_made", "_right", "_start", "columns")

    def __init__(
        self, columns: BidiColumns, bounds: tuple[int, int], y: float, size: float, page: int
    ) -> None:
        self.columns = columns
        self._start, self._end = start, end = bounds
        self._right = max(columns.x1[max(start, end - EDGE_CLUSTERS) : end])
        self._made: list[Cluster] | None = None
        self.y, self.size, self.page = y, size, page
        self.spaces = []
        self.word_starts = None
        self.is_sorted = True
        self.has_overlaps = self.has_two_strings = False

    @property
    def clusters(self) -> list[Cluster]:
        """Its clusters, made when they are first asked for."""
        if self._made is None:
            self._made = self.columns.clusters(self._start, self._end)
        return self._made

    @clusters.setter
    def clusters(self, clusters: list[Cluster]) -> None:
        self._made = clusters

    def _values(self, column: list[T]) -> list[T]:
        return column[self._start : self._end]

    @property
    def x0(self) -> float:
        """Left edge."""
        if self._made is not None:
            return super().x0
        return self.columns.x0[self._start]

    @property
    def x1(self) -> float:
        """Right edge."""
        if self._made is not None:
            return super().x1
        return self._right

    @property
    def first_size(self) -> float:
        """The size of its first cluster."""
        if self._made is not None:
            return super().first_size
        return self.columns.size[self._start]

    @property
    def last_size(self) -> float:
        """The size of its last cluster."""
        if self._made is not None:
            return super().last_size
        return self.columns.size[self._end - 1]

    @property
    def last_right(self) -> float:
        """Right edge of its last cluster."""
        if self._made is not None:
            return super().last_right
        return self.columns.x1[self._end - 1]

    @property
    def count(self) -> int:
        """How many clusters it has."""
        if self._made is not None:
            return super().count
        return self._end - self._start

    @property
    def lefts(self) -> list[float]:
        """The left edges of its clusters."""
        if self._made is not None:
            return super().lefts
        return self._values(self.columns.x0)

    @property
    def rights(self) -> list[float]:
        """The right edges of its clusters."""
        if self._made is not None:
            return super().rights
        return self._values(self.columns.x1)

    @property
    def texts(self) -> list[str]:
        """The texts of its clusters."""
        if self._made is not None:
            return super().texts
        return self._values(self.columns.texts)

    @property
    def fonts(self) -> list[int]:
        """The fonts of its clusters."""
        if self._made is not None:
            return super().fonts
        return self._values(self.columns.fonts)

    @property
    def classes(self) -> list[BidiClass]:
        """The bidi classes of its clusters."""
        if self._made is not None:
            return super().classes
        return self._values(self.columns.classes)

    @property
    def raised(self) -> list[bool]:
        """Which of its clusters are superscripts."""
        if self._made is not None:
            return super().raised
        return self._values(self.columns.raised)

    @property
    def orders(self) -> list[int]:
        """The places of its clusters in the content stream."""
        if self._made is not None:
            return super().orders
        return self._values(self.columns.order)

    @property
    def tokens(self) -> list[Token]:
        """Its clusters as tokens of the bidirectional algorithm."""
        if self._made is not None:
            return super().tokens
        return self._values(self.columns.tokens)

    @property
    def keys(self) -> list[GlyphKey]:
        """The font, the code and the text of each of its clusters."""
        if self._made is not None:
            return super().keys
        return self._values(self.columns.keys)

    @property
    def kinds(self) -> list[int]:
        """What kinds of letters its clusters are, as flags."""
        if self._made is not None:
            return super().kinds
        return self._values(self.columns.kinds)

    @property
    def starts_raised(self) -> bool:
        """Whether its first cluster is a superscript."""
        if self._made is not None:
            return super().starts_raised
        return self.columns.raised[self._start]

    @property
    def is_doubtful(self) -> bool:
        """Whether the font does not name a letter or a mark on it, or two strings are in one."""
        if self._made is not None:
            return super().is_doubtful
        return self.has_two_strings or bool(union(self.kinds) & UNCERTAIN)

    @property
    def beginning(self) -> str:
        """The text of its first clusters, from the left."""
        if self._made is not None:
            return super().beginning
        return "".join(self.columns.texts[self._start : min(self._end, self._start + QUOTED)])

    def cluster_at(self, at: int) -> Cluster:
        """One of its clusters; no other is made."""
        if self._made is not None:
            return self._made[at]
        return self.columns.bases[self.columns.index[self._start + at]]

    def edges_beside(self, x: float) -> tuple[list[float], list[float]]:
        """The right edges of the clusters before a place, the left edges of those after it."""
        if self._made is not None:
            return super().edges_beside(x)
        x0, x1, start, end = self.columns.x0, self.columns.x1, self._start, self._end
        at = bisect_left(range(end), 2 * x, start, end, key=lambda i: x0[i] + x1[i])
        before, after = max(start, at - EDGE_CLUSTERS), min(at + EDGE_CLUSTERS, end)
        return x1[before:at], x0[at:after]

    def measure(self) -> None:
        """Give it the size and the baseline of most of its clusters."""
        if self._made is not None:
            super().measure()
            return
        sizes, baselines = self._values(self.columns.size), self._values(self.columns.y)
        self.size, self.y = usual_size_and_baseline(sizes, baselines)
