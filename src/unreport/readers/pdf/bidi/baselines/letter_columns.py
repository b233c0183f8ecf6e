"""The letters of a page with right-to-left ones as columns: a list for each of their values.

Most letters of such a page have the values of their glyph, and most rows need no decision for a
single letter: their text, tokens and edges are taken from lists that are made once for the page.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from unreport.readers.pdf.bidi.baselines.letter_kinds import kinds_of
from unreport.readers.pdf.bidi.baselines.segments import Letters
from unreport.readers.pdf.bidi.clusters import Cluster, PageBases
from unreport.readers.pdf.bidi.encodings.glyph_texts import GlyphText
from unreport.readers.pdf.bidi.font_evidence import GlyphKey
from unreport.readers.pdf.bidi.letters import BidiClass
from unreport.readers.pdf.bidi.logical_order import SPACE, Token, token_of
from unreport.readers.pdf.file.page_glyphs import Indices

T = TypeVar("T")
WORD_SPACE = -1
SPACE_KEY: GlyphKey = (WORD_SPACE, WORD_SPACE, " ")


class LetterColumns:
    """Letters of a page, and perhaps the spaces between their words."""

    def __init__(self, bases: PageBases, index: Indices) -> None:
        self.bases = bases
        self.index = index  # of each letter in `bases`; `WORD_SPACE`: a space
        self._ids = bases.glyphs.ids[bases.places[index]]
        self._space_id = len(bases.values.texts)
        self._ids[index == WORD_SPACE] = self._space_id

    @cached_property
    def texts(self) -> list[str]:
        """Their texts."""
        return self._column(lambda text, _: text.text, lambda cluster: cluster.text, space=" ")

    @cached_property
    def classes(self) -> list[BidiClass]:
        """Their bidi classes."""
        return self._column(
            lambda text, _: text.bidi_class, lambda cluster: cluster.bidi_class, space="S"
        )

    @cached_property
    def raised(self) -> list[bool]:
        """Which of them are superscripts."""
        is_superior = self.bases.values.is_superior.tolist()
        return self._column(
            lambda _, at: is_superior[at], lambda cluster: cluster.raised, space=False
        )

    @cached_property
    def tokens(self) -> list[Token]:
        """Their tokens of the bidirectional algorithm."""
        return self._column(
            lambda text, _: token_of(text.text, text.bidi_class),
            lambda cluster: token_of(cluster.text, cluster.bidi_class),
            space=SPACE,
        )

    @cached_property
    def keys(self) -> list[GlyphKey]:
        """Their fonts, codes and texts; those of a space say nothing."""
        entries = self.bases.glyphs.entries
        return self._column(
            lambda text, at: (entries[at].font, entries[at].code, text.text),
            lambda cluster: (cluster.font, cluster.code, cluster.text),
            space=SPACE_KEY,
        )

    @cached_property
    def fonts(self) -> list[int]:
        """Their fonts."""
        entries = self.bases.glyphs.entries
        return self._column(
            lambda _, at: entries[at].font, lambda cluster: cluster.font, space=WORD_SPACE
        )

    @cached_property
    def kinds(self) -> list[int]:
        """What kinds of letters they are, as flags; 0 at a space."""
        return self._column(lambda text, _: kinds_of(text), kinds_of, space=0)

    def _column(
        self,
        of_entry: Callable[[GlyphText, int], T],
        of_cluster: Callable[[Cluster], T],
        *,
        space: T,
    ) -> list[T]:
        of_entries: NDArray[np.object_] = np.empty(self._space_id + 1, dtype=np.object_)
        for at, text in self.bases.values.of_entry.items():
            if text.text:
                of_entries[at] = of_entry(text, at)
        of_entries[-1] = space
        found: list[T] = of_entries[self._ids].tolist()
        for at, cluster in self._changed:
            found[at] = of_cluster(cluster)
        return found

    @cached_property
    def _changed(self) -> list[tuple[int, Cluster]]:
        """The clusters that have been made, which may have other values than their glyphs."""
        made = self.bases.made
        letters = np.flatnonzero(self.index != WORD_SPACE)
        places = np.full(len(self.bases), WORD_SPACE)
        places[self.index[letters]] = letters
        found = places[[*made]].tolist() if made else []
        return [(at, c) for at, c in zip(found, made.values(), strict=True) if at != WORD_SPACE]


class RowLetters(LetterColumns):
    """The letters of a page, row by row from left to right."""

    def __init__(self, bases: PageBases, index: Indices, letters: Letters) -> None:
        super().__init__(bases, index)
        self.x0: list[float] = letters.x0.tolist()
        self.x1: list[float] = letters.x1.tolist()
        self.y: list[float] = letters.y.tolist()
        self.size: list[float] = letters.size.tolist()
        self.order: list[int] = letters.order.tolist()

    def renew(self) -> None:
        """Forget the lists that were made before clusters have changed."""
        for name in ("texts", "classes", "fonts", "raised", "tokens", "keys", "kinds", "_changed"):
            vars(self).pop(name, None)

    def clusters(self, start: int, end: int) -> list[Cluster]:
        """The clusters between two places."""
        return self.bases.at(self.index[start:end].tolist())

    def cluster(self, at: int) -> Cluster:
        """The cluster at a place."""
        return self.bases[self.index.item(at)]
