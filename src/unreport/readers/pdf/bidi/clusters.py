"""Glyphs as glyph clusters: the values of a cluster, and one for each glyph of a page."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from unreport.readers.pdf.bidi.encodings.glyph_texts import GlyphText, glyph_texts
from unreport.readers.pdf.bidi.letters import BidiClass
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.page_glyphs import GlyphEntry, Indices, PageGlyphs

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
    undrawn: str = ""  # marks of its ToUnicode value that its glyph does not draw
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


class PageClusters(NamedTuple):
    """The clusters of a page."""

    bases: list[Cluster]  # spaces included, in content stream order
    marks: list[Cluster]
    places: Indices
    """Where the values of each base are in the columns of the page; -1: only the cluster has them.
    """


def glyphs_on_paper(glyphs: PageGlyphs, page: Page) -> Indices:
    """The places of the glyphs that are, at least in part, on the paper."""
    is_level = (glyphs.y > -1) & (glyphs.y < page.height + 1)
    return np.flatnonzero(is_level & (glyphs.x1 >= -1) & (glyphs.x0 <= page.width + 1))


def clusters_of(
    glyphs: PageGlyphs, places: Indices, of_entry: Mapping[int, GlyphText]
) -> list[Cluster]:
    """One cluster for each of some glyphs of a page."""
    ids = glyphs.ids[places].tolist()
    if not ids:
        return []
    values = {at: _values(glyphs.entries[at], of_entry[at]) for at in set(ids)}
    texts, classes, fonts, codes, are_plain = zip(*[values[at] for at in ids], strict=True)
    columns = (glyphs.x0, glyphs.x1, glyphs.y, glyphs.size)
    boxes = [column[places].tolist() for column in columns]
    orders = glyphs.order[places].tolist()
    clusters = [*map(Cluster, texts, classes, *boxes, fonts, codes, orders)]
    superior = {at for at in values if glyphs.entries[at].program.is_superior}
    for at in [at for at, entry in enumerate(ids) if entry in superior] if superior else ():
        clusters[at].raised = True
    for at in [at for at, is_plain in enumerate(are_plain) if not is_plain]:
        describe(clusters[at], of_entry[ids[at]])
    return clusters


def _values(entry: GlyphEntry, text: GlyphText) -> tuple[str, BidiClass, int, int, bool]:
    """What the clusters of all glyphs of an entry have in common, and whether that is all."""
    return text.text, text.bidi_class, entry.font, entry.code, text.is_plain


def describe(cluster: Cluster, text: GlyphText) -> None:
    """Note what is known of a glyph beside its text."""
    cluster.mapped_text, cluster.undrawn = text.tounicode, text.undrawn
    cluster.shape, cluster.is_ordered = text.shape, text.is_ordered
    cluster.is_uncertain, cluster.is_unnamed = text.is_uncertain, text.is_unnamed
