"""The letters of a page with right-to-left ones as columns: a list for each of their values.

Most letters of such a page have the values of their glyph, and most rows need no decision for a
single letter: their text, tokens and edges are taken from lists that are made once for the page.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from unreport.readers.pdf.bidi.baselines.letter_kinds import kinds_of, kinds_of_text
from unreport.readers.pdf.bidi.baselines.segments import Letters
from unreport.readers.pdf.bidi.clusters import Cluster, EntryValues, PageBases, objects
from unreport.readers.pdf.bidi.font_evidence import GlyphKey
from unreport.readers.pdf.bidi.letters import BidiClass
from unreport.readers.pdf.bidi.logical_order import SPACE, Token, token_of
from unreport.readers.pdf.file.page_glyphs import Indices

T = TypeVar("T")
WORD_SPACE = -1
SPACE_KEY: GlyphKey = (WORD_SPACE, WORD_SPACE, " ")


class EntryColumns:
    """What the letters of each glyph entry of a page have in common; what a space has is last."""

    def __init__(self, values: EntryValues) -> None:
        self._values = values
        self._texts = [text for text in values.of_entry.values() if text.text]
        self._own = [at for at, text in values.of_entry.items() if text.text]
        self._places = [*self._own, WORD_SPACE]
        self._count = len(values.texts) + 1

    @cached_property
    def texts(self) -> NDArray[np.object_]:
        """Their texts."""
        return self._objects([text.text for text in self._texts], space=" ")

    @cached_property
    def classes(self) -> NDArray[np.object_]:
        """Their bidi classes."""
        return self._objects([text.bidi_class for text in self._texts], space=SPACE.bidi_class)

    @cached_property
    def tokens(self) -> NDArray[np.object_]:
        """Their tokens of the bidirectional algorithm."""
        tokens = [token_of(text.text, text.bidi_class) for text in self._texts]
        return self._objects(tokens, space=SPACE)

    @cached_property
    def kinds(self) -> NDArray[np.int64]:
        """What kinds of letters they are, as flags."""
        found = np.zeros(self._count, dtype=np.int64)
        found[self._own] = [*map(kinds_of_text, self._texts)]
        return found

    @cached_property
    def fonts(self) -> NDArray[np.object_]:
        """Their fonts."""
        return self._objects(self._values.fonts[self._own].tolist(), space=WORD_SPACE)

    @cached_property
    def raised(self) -> NDArray[np.bool_]:
        """Whether they are superscripts."""
        return np.append(self._values.is_superior, False)

    @cached_property
    def keys(self) -> NDArray[np.object_]:
        """Their fonts, codes and texts."""
        values, own = self._values, self._own
        columns = values.fonts[own], values.codes[own], values.texts[own]
        return self._objects([*zip(*columns, strict=True)], space=SPACE_KEY)

    def _objects(self, values: list[T], *, space: T) -> NDArray[np.object_]:
        return objects([*values, space], self._places, self._count)


class LetterColumns:
    """Letters of a page, and perhaps the spaces between their words."""

    def __init__(self, bases: PageBases, entries: EntryColumns, index: Indices) -> None:
        self.bases = bases
        self.entries = entries
        self.index = index  # of each letter in `bases`; `WORD_SPACE`: a space
        self._ids = bases.glyphs.ids[bases.places[index]]
        self._ids[index == WORD_SPACE] = WORD_SPACE

    @cached_property
    def texts(self) -> list[str]:
        """Their texts."""
        return self._column(self.entries.texts, lambda cluster: cluster.text)

    @cached_property
    def classes(self) -> list[BidiClass]:
        """Their bidi classes."""
        return self._column(self.entries.classes, lambda cluster: cluster.bidi_class)

    @cached_property
    def fonts(self) -> list[int]:
        """Their fonts."""
        return self._column(self.entries.fonts, lambda cluster: cluster.font)

    @cached_property
    def raised(self) -> list[bool]:
        """Which of them are superscripts."""
        return self._column(self.entries.raised, lambda cluster: cluster.raised)

    @cached_property
    def tokens(self) -> list[Token]:
        """Their tokens of the bidirectional algorithm."""
        return self._column(
            self.entries.tokens, lambda cluster: token_of(cluster.text, cluster.bidi_class)
        )

    @cached_property
    def keys(self) -> list[GlyphKey]:
        """Their fonts, codes and texts; those of a space say nothing."""
        return self._column(
            self.entries.keys, lambda cluster: (cluster.font, cluster.code, cluster.text)
        )

    @cached_property
    def kinds(self) -> list[int]:
        """What kinds of letters they are, as flags; 0 at a space."""
        return self._column(self.entries.kinds, kinds_of)

    @cached_property
    def orders(self) -> list[int | None]:
        """Their places in the content stream; None of a space."""
        orders = np.array([*self.bases.orders, None], dtype=np.object_)
        found: list[int | None] = orders[self.index].tolist()
        return found

    def _column(self, of_entry: NDArray[Any], of_cluster: Callable[[Cluster], T]) -> list[T]:
        found: list[T] = of_entry[self._ids].tolist()
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
        super().__init__(bases, EntryColumns(bases.values), index)
        self.x0: list[float] = letters.x0.tolist()
        self.x1: list[float] = letters.x1.tolist()
        self._letters = letters

    @cached_property
    def y(self) -> list[float]:
        """Their baselines."""
        found: list[float] = self._letters.y.tolist()
        return found

    @cached_property
    def size(self) -> list[float]:
        """Their sizes of type."""
        found: list[float] = self._letters.size.tolist()
        return found

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
