"""Glyphs as glyph clusters: the values of a cluster, and one for each glyph of a page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple, overload

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from unreport.readers.pdf.bidi.encodings.glyph_texts import GlyphText, glyph_texts
from unreport.readers.pdf.bidi.letters import BidiClass
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.page_glyphs import Indices, Numbers, PageGlyphs

ZERO_WIDTH = 0.01  # points
WEAK_OR_NEUTRAL = frozenset({"ON", "CS", "ES", "ET"})
STREAM_ORDER = attrgetter("order")
OWN_VALUES = -1


class Cluster(Struct, gc=False):
    """What is never divided: a letter with its marks, a ligature, the text of an /ActualText."""

    text: str
    bidi_class: BidiClass
    x0: float
    x1: float
    y: float
    size: float
    font: int
    code: int
    order: int
    raised: bool = False
    is_unnamed: bool = False  # its font program says nothing of its glyph, and names most others
    is_uncertain: bool = False  # it may be another letter, or have other marks
    mapped_text: str = ""  # its whole ToUnicode value, where that has more than it draws
    base_text: str = ""  # of a letter that has received marks: its text without them
    repeated_marks: str = ""  # marks that it received although its own text has them
    from_actual_text: bool = False
    is_kashida: bool = False  # drawn under an empty /ActualText
    is_ordered: bool = False  # its letters are surely in logical order
    drawn: str = ""  # of a mark whose /ActualText has more: its own text
    undrawn: str = ""  # marks of its ToUnicode value that its glyph does not draw
    skeleton: str = ""  # of a letter whose dots are drawn apart: the text of the rest, if known
    shape: str = ""  # of a bracket: the one that is drawn, if the font program says so


class PageTexts(NamedTuple):
    """The glyphs of a page as columns, with the text of each entry."""

    glyphs: PageGlyphs
    of_entry: dict[int, GlyphText]


def page_texts(page: Page) -> PageTexts:
    """The glyphs of a page and their texts."""
    glyphs = PageGlyphs.of(page.glyphs)
    texts, entries = glyph_texts(glyphs), glyphs.entries
    of_entry = {at: texts[entries[at].font, entries[at].code] for at in glyphs.counts}
    return PageTexts(glyphs, of_entry)


def glyphs_on_paper(glyphs: PageGlyphs, page: Page) -> Indices:
    """The places of the glyphs that are, at least in part, on the paper."""
    is_level = (glyphs.y > -1) & (glyphs.y < page.height + 1)
    return np.flatnonzero(is_level & (glyphs.x1 >= -1) & (glyphs.x0 <= page.width + 1))


class EntryValues:
    """What the clusters of all glyphs of an entry have in common: a column of each value."""

    def __init__(self, glyphs: PageGlyphs, of_entry: Mapping[int, GlyphText]) -> None:
        texts, places = of_entry.values(), [*of_entry]
        entries, count = [glyphs.entries[at] for at in places], len(glyphs.entries)
        self.of_entry = of_entry
        self.texts = objects([text.text for text in texts], places, count)
        self.classes = objects([text.bidi_class for text in texts], places, count)
        self.fonts = objects([entry.font for entry in entries], places, count)
        self.codes = objects([entry.code for entry in entries], places, count)
        middles = {(entry.font, entry.code): entry.program.middle for entry in entries}
        self.middles = {code: middle for code, middle in middles.items() if middle is not None}
        """Those of the outlines of shaddas, by font and code."""
        self.is_superior, self.is_described = np.zeros((2, count), dtype=bool)
        self.is_superior[places] = [entry.program.is_superior for entry in entries]
        self.is_described[places] = [not text.is_plain for text in texts]


def objects(values: Sequence[object], places: Sequence[int], count: int) -> NDArray[np.object_]:
    """A column of `count` entries with values at some places.

    Taking the values of thousands of glyphs from it, `column[ids].tolist()`, is much quicker than
    looking up one after the other.
    """
    out = np.empty(count, dtype=np.object_)
    out[places] = values
    return out


def clusters_of(glyphs: PageGlyphs, places: Indices, values: EntryValues) -> list[Cluster]:
    """One cluster for each of some glyphs of a page."""
    ids = glyphs.ids[places]
    columns = [column[ids].tolist() for column in (values.texts, values.classes)]
    columns += [column[places].tolist() for column in (glyphs.x0, glyphs.x1, glyphs.y, glyphs.size)]
    columns += [column[ids].tolist() for column in (values.fonts, values.codes)]
    clusters = [*map(Cluster, *columns, glyphs.order[places].tolist())]
    for at in np.flatnonzero(values.is_superior[ids]).tolist():
        clusters[at].raised = True
    for at in np.flatnonzero(values.is_described[ids]).tolist():
        describe(clusters[at], values.of_entry[ids.item(at)])
    return clusters


def cluster_of(glyphs: PageGlyphs, place: int, values: EntryValues) -> Cluster:
    """The cluster of one glyph of a page."""
    at = glyphs.ids.item(place)
    columns = glyphs.x0, glyphs.x1, glyphs.y, glyphs.size
    x0, x1, y, size = [column.item(place) for column in columns]
    font, code, order = values.fonts[at], values.codes[at], glyphs.order.item(place)
    cluster = Cluster(values.texts[at], values.classes[at], x0, x1, y, size, font, code, order)
    cluster.raised = bool(values.is_superior[at])
    if values.is_described[at]:
        describe(cluster, values.of_entry[at])
    return cluster


def describe(cluster: Cluster, text: GlyphText) -> None:
    """Note what is known of a glyph beside its text."""
    cluster.mapped_text, cluster.undrawn = text.tounicode, text.undrawn
    cluster.shape, cluster.is_ordered = text.shape, text.is_ordered
    cluster.is_uncertain, cluster.is_unnamed = text.is_uncertain, text.is_unnamed


class PageBases(Sequence[Cluster]):
    """The base clusters of a page, spaces included, in content stream order.

    Most have the values of their glyph, and are made only if a stage looks at one of them.
    """

    def __init__(
        self, glyphs: PageGlyphs, values: EntryValues, places: Indices, made: dict[int, Cluster]
    ) -> None:
        self.glyphs = glyphs
        self.values = values
        self.places = places  # in the columns of the page; `OWN_VALUES`: only the cluster has them
        self.made = made  # index -> cluster; what changes in one of them, these columns do not show

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, at: int) -> Cluster: ...

    @overload
    def __getitem__(self, at: slice) -> list[Cluster]: ...

    def __getitem__(self, at: int | slice) -> Cluster | list[Cluster]:
        if isinstance(at, slice):
            return [self[index] for index in range(*at.indices(len(self)))]
        found = self.made.get(at)
        if found is None:
            found = self.made[at] = cluster_of(self.glyphs, self.places.item(at), self.values)
        return found

    def at(self, index: Sequence[int]) -> list[Cluster]:
        """The clusters at some indices."""
        made = self.made
        missing = [at for at in index if at not in made]
        if missing:
            new = clusters_of(self.glyphs, self.places[missing], self.values)
            made.update(zip(missing, new, strict=True))
        return [made[at] for at in index]

    @cached_property
    def orders(self) -> list[int]:
        """Their places in the content stream."""
        found: list[int] = self.glyphs.order[self.places].tolist()
        for at in self.own:
            found[at] = self.made[at].order
        return found

    @property
    def own(self) -> list[int]:
        """The indices of those that have values of their own."""
        return np.flatnonzero(self.places == OWN_VALUES).tolist()

    def edges(self) -> tuple[Numbers, Numbers]:
        """Their left and right edges."""
        x0, x1 = self.glyphs.x0[self.places], self.glyphs.x1[self.places]
        for at in self.own:
            x0[at], x1[at] = self.made[at].x0, self.made[at].x1
        return x0, x1

    def first_from(self, order: int) -> int:
        """The index of the first that is drawn at or after a place in the content stream."""
        return bisect_left(self.orders, order)

    def where(self, kept: NDArray[np.bool_]) -> PageBases:
        """Those at which an array is true."""
        return self._taken(np.flatnonzero(kept))

    def in_stream_order(self) -> PageBases:
        """The same, sorted by their places in the content stream."""
        orders = np.array(self.orders, dtype=np.int64)
        if not (np.diff(orders) < 0).any():
            return self
        return self._taken(np.argsort(orders, kind="stable"))

    def without(self, index: Iterable[int]) -> PageBases:
        """The others than those at some indices."""
        kept = np.ones(len(self), dtype=bool)
        kept[[*index]] = False
        return self if kept.all() else self.where(kept)

    def _taken(self, index: Indices) -> PageBases:
        new = np.full(len(self), OWN_VALUES)
        new[index] = np.arange(len(index))
        made = {new.item(old): cluster for old, cluster in self.made.items()}
        made.pop(OWN_VALUES, None)
        return PageBases(self.glyphs, self.values, self.places[index], made)


class PageClusters(NamedTuple):
    """The clusters of a page."""

    bases: PageBases
    marks: list[Cluster]
