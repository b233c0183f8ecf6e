"""Glyphs to glyph clusters: base letters with their text, combining marks apart from them.

ToUnicode does not always give a glyph the text of what it draws: a mark may be mapped to letter
and mark, a letter to itself with the marks over it, a kashida to nothing.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import deque
from collections.abc import Mapping
from functools import lru_cache
from itertools import compress, pairwise
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from unreport.readers.pdf.bidi.font_encodings import GlyphText, glyph_texts
from unreport.readers.pdf.bidi.letters import (
    NO_TEXT,
    TATWEEL,
    UNMAPPED,
    BidiClass,
    bidi_class_of,
    glyph_letters,
)
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.page_glyphs import Indices, PageGlyphs

MAX_LIGATURE_GLYPHS = 3  # glyphs of one /ActualText; more are a run of text, not a ligature
ZERO_WIDTH = 0.01  # points
WEAK_OR_NEUTRAL = frozenset({"ON", "CS", "ES", "ET"})
DOT_RISE = 0.04  # em off the baseline
OVERLAP_TOLERANCE = 0.1  # em
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


def clusters_of_page(page: Page, texts: PageTexts) -> PageClusters:
    """Base clusters and the combining marks that are drawn apart from them."""
    plain, places, others = _clusters(texts, glyphs_on_paper(texts.glyphs, page))
    bases: list[Cluster] = []
    marks: list[Cluster] = []
    spans: dict[int, list[Cluster]] = {}
    for cluster, span in others:
        if span:
            spans.setdefault(span, []).append(cluster)
        else:
            _add(cluster, bases, marks)
    if spans:
        beside = sorted([*plain, *bases], key=STREAM_ORDER)
        for own in spans.values():
            _put_on_baseline(own, beside)
    for span, own in spans.items():
        for cluster in _actual_text_clusters(page.spans[span], own):
            _add(cluster, bases, marks)
    bases += _bases_among_marks(marks)
    is_right_to_left = _has_right_to_left(texts, places) or "R" in [b.bidi_class for b in bases]
    found = _in_stream_order(PageClusters([*plain, *bases], marks, places), texts.glyphs)
    if not is_right_to_left:
        return found
    found = _without_dots(found)
    _map_undrawn_marks(*found[:2])
    return _separate_repeated_bases(found, texts)


def _has_right_to_left(texts: PageTexts, places: Indices) -> bool:
    """Whether one of some glyphs is a right-to-left letter."""
    used = np.flatnonzero(np.bincount(texts.glyphs.ids[places])).tolist()
    return any(texts.of_entry[at].bidi_class == "R" for at in used)


def _in_stream_order(found: PageClusters, glyphs: PageGlyphs) -> PageClusters:
    """Sort bases; those that the columns of the page do not have are at the end."""
    bases, marks, places = found
    own = [base.order for base in bases[len(places) :]]
    orders = np.concatenate([glyphs.order[places], np.array(own, dtype=np.int64)])
    places = np.concatenate([places, np.full(len(own), OWN_VALUES)])
    if not (np.diff(orders) < 0).any():
        return PageClusters(bases, marks, places)
    by_order = np.argsort(orders, kind="stable")
    return PageClusters([bases[at] for at in by_order.tolist()], marks, places[by_order])


def _without(found: PageClusters, removed: list[int]) -> PageClusters:
    """The clusters without the bases at some indices."""
    if not removed:
        return found
    kept = np.ones(len(found.bases), dtype=bool)
    kept[removed] = False
    bases = [*compress(found.bases, kept.tolist())]
    return PageClusters(bases, found.marks, found.places[kept])


def glyphs_on_paper(glyphs: PageGlyphs, page: Page) -> Indices:
    """The places of the glyphs that are, at least in part, on the paper."""
    is_level = (glyphs.y > -1) & (glyphs.y < page.height + 1)
    return np.flatnonzero(is_level & (glyphs.x1 >= -1) & (glyphs.x0 <= page.width + 1))


def _bases_among_marks(marks: list[Cluster]) -> list[Cluster]:
    """Of two glyphs that are both mapped to letter and mark, the lower one is the letter."""
    letters: list[Cluster] = []
    for one, other in pairwise(sorted(marks, key=STREAM_ORDER)):
        text = one.mapped_text
        if text and text == other.mapped_text and other.order - one.order == 1:
            letter = max(one, other, key=lambda cluster: (cluster.y, cluster.order))
            letter.text = "".join(char for char in text if not unicodedata.combining(char))
            letter.bidi_class = bidi_class_of(letter.text)
            letters.append(letter)
    taken = {id(letter) for letter in letters}
    marks[:] = [mark for mark in marks if id(mark) not in taken]
    return letters


def _without_dots(found: PageClusters) -> PageClusters:
    """Make marks of the dots of letters that are drawn apart, off the baseline.

    Such a glyph has zero width, and the text of some letter that has these dots.  The alef of a
    lam-alef has zero width too, but its baseline is that of the letter beside it.
    """
    bases, marks, places = found
    removed: list[int] = []
    for at in np.flatnonzero(places == OWN_VALUES).tolist():
        cluster = bases[at]
        if cluster.x1 - cluster.x0 >= ZERO_WIDTH or cluster.bidi_class != "R":
            continue
        near = [base for base in bases[max(0, at - 3) : at + 4] if base.x1 - base.x0 > ZERO_WIDTH]
        off = [abs(base.y - cluster.y) > DOT_RISE * cluster.size for base in near]
        is_bare = len(unicodedata.normalize("NFD", cluster.text)) == 1
        if cluster.from_actual_text and off and all(off):
            beside = min(near, key=lambda base: abs(base.order - cluster.order))
            cluster.y = beside.y  # a part of a ligature, which is drawn higher or lower
        if not cluster.from_actual_text and is_bare and off and all(off):
            cluster.text, cluster.bidi_class = UNMAPPED, "M"
            marks.append(cluster)
            removed.append(at)
    return _without(found, removed)


def _map_undrawn_marks(bases: list[Cluster], marks: list[Cluster]) -> None:
    """Give the marks that a letter does not draw to an unmapped mark beside it in the stream."""
    unmapped = {mark.order: mark for mark in marks if mark.text == UNMAPPED}
    for base in bases if unmapped else ():
        if base.undrawn:
            beside = unmapped.get(base.order + 1) or unmapped.get(base.order - 1)
            if beside is not None:
                beside.text = base.undrawn


def _separate_repeated_bases(found: PageClusters, texts: PageTexts) -> PageClusters:
    """Make a glyph mapped to letter and mark a mark where it overlaps that letter: `دُ` over د."""
    bases, marks, places = found
    removed: list[int] = []
    pending = deque(_marked_letters(found, texts))
    while pending:
        at = pending.popleft()
        cluster = bases[at]
        letter, own_marks = _decomposed(cluster.text)
        near = bases[max(0, at - 1) : at + 2]
        if _repeats_base(cluster, letter, near):
            cluster.text, cluster.bidi_class = own_marks, "M"
            marks.append(cluster)
            removed.append(at)
        elif cluster.x1 - cluster.x0 < ZERO_WIDTH and _give_text_to_base(cluster, near):
            removed.append(at)
            places[max(0, at - 1) : at + 2] = OWN_VALUES
            if bases[at + 1 : at + 2] and at + 1 not in pending and _is_marked(bases[at + 1]):
                pending.appendleft(at + 1)
    return _without(found, removed)


def _marked_letters(found: PageClusters, texts: PageTexts) -> list[int]:
    """The right-to-left letters whose text has combining marks, in composed form or apart."""
    glyphs, of_entry = texts
    is_marked = np.zeros(len(glyphs.entries), dtype=bool)
    is_marked[[at for at, text in of_entry.items() if _is_marked(text)]] = True
    flags = is_marked[glyphs.ids[found.places]]
    for at in np.flatnonzero(found.places == OWN_VALUES).tolist():
        flags[at] = _is_marked(found.bases[at])
    return np.flatnonzero(flags).tolist()


def _is_marked(letter: Cluster | GlyphText) -> bool:
    if letter.bidi_class != "R" or (isinstance(letter, Cluster) and letter.from_actual_text):
        return False
    return bool(_decomposed(letter.text)[1])


def _give_text_to_base(cluster: Cluster, near: list[Cluster]) -> bool:
    """Give an unmapped letter the text of the mark over it, which is mapped to both."""
    for other in near:
        if other.text == UNMAPPED and _overlaps(cluster, other):
            other.text, other.bidi_class = cluster.text, "R"
            return True
    return False


@lru_cache(maxsize=8192)
def _decomposed(text: str) -> tuple[str, str]:
    """A right-to-left letter and its combining marks, if it has nothing else."""
    plain = unicodedata.normalize("NFD", text)
    marks = plain[1:] if all(unicodedata.combining(char) for char in plain[1:]) else ""
    return plain[0], marks


def _repeats_base(cluster: Cluster, letter: str, near: list[Cluster]) -> bool:
    return any(
        other is not cluster
        and other.x1 - other.x0 > ZERO_WIDTH
        and unicodedata.normalize("NFD", other.text[:1])[:1] == letter
        and _overlaps(cluster, other)
        for other in near
    )


def _overlaps(cluster: Cluster, other: Cluster) -> bool:
    """Whether a cluster is drawn over another one; one of zero width may be a little beside it."""
    width = cluster.x1 - cluster.x0
    if width < ZERO_WIDTH:
        tolerance = OVERLAP_TOLERANCE * cluster.size
        return other.x0 - tolerance < cluster.x0 < other.x1 + tolerance
    return min(cluster.x1, other.x1) - max(cluster.x0, other.x0) > 0.5 * width


def _add(cluster: Cluster, bases: list[Cluster], marks: list[Cluster]) -> None:
    if cluster.x1 - cluster.x0 < ZERO_WIDTH and not cluster.from_actual_text:
        _reclassify_zero_width(cluster)
    if cluster.text:
        (marks if cluster.bidi_class == "M" else bases).append(cluster)


def _reclassify_zero_width(cluster: Cluster) -> None:
    """Make a glyph of zero width a mark, even where it is mapped to its letter too."""
    if found := combining_marks(cluster.text):
        cluster.mapped_text = cluster.mapped_text or cluster.text
        cluster.text, cluster.bidi_class = found, "M"
    elif cluster.text == UNMAPPED or cluster.bidi_class in WEAK_OR_NEUTRAL:
        cluster.text, cluster.bidi_class = UNMAPPED, "M"


def combining_marks(text: str) -> str:
    """The combining marks of a text."""
    return "".join(char for char in text if unicodedata.combining(char))


def _clusters(
    texts: PageTexts, places: Indices
) -> tuple[list[Cluster], Indices, list[tuple[Cluster, int]]]:
    """Make a cluster of each glyph; first those that are surely bases, with their places.

    The others, of zero width, under an /ActualText, or marks, come with the number of its span.
    """
    glyphs, of_entry = texts
    clusters = clusters_of(glyphs, places, of_entry)
    is_base = np.zeros(len(glyphs.entries), dtype=bool)
    is_base[[at for at, text in of_entry.items() if text.text and text.bidi_class != "M"]] = True
    width, spans = glyphs.x1[places] - glyphs.x0[places], glyphs.span[places]
    kept = is_base[glyphs.ids[places]] & (width >= ZERO_WIDTH) & (spans == 0)
    plain = clusters if kept.all() else [*compress(clusters, kept.tolist())]
    others = [(clusters[at], int(spans[at])) for at in np.flatnonzero(~kept).tolist()]
    return plain, places[kept], others


def clusters_of(
    glyphs: PageGlyphs, places: Indices, of_entry: Mapping[int, GlyphText]
) -> list[Cluster]:
    """One cluster for each of some glyphs of a page."""
    ids = glyphs.ids[places].tolist()
    found = [*map(of_entry.__getitem__, ids)]
    entries = [*map(glyphs.entries.__getitem__, ids)]
    columns = (glyphs.x0, glyphs.x1, glyphs.y, glyphs.size)
    x0, x1, y, size = (column[places].tolist() for column in columns)
    clusters = [
        *map(
            Cluster,
            [text.text for text in found],
            [text.bidi_class for text in found],
            x0,
            x1,
            y,
            size,
            [entry.font for entry in entries],
            [entry.code for entry in entries],
            glyphs.order[places].tolist(),
        )
    ]
    for at in [at for at, text in enumerate(found) if not text.is_plain]:
        describe(clusters[at], found[at])
    return clusters


def describe(cluster: Cluster, text: GlyphText) -> None:
    """Note what is known of a glyph beside its text."""
    cluster.mapped_text, cluster.undrawn = text.tounicode, text.undrawn
    cluster.shape, cluster.is_ordered = text.shape, text.is_ordered
    cluster.is_uncertain, cluster.is_unnamed = text.is_uncertain, text.is_unnamed


def _actual_text_clusters(text: str, own: list[Cluster]) -> list[Cluster]:
    """The clusters of an /ActualText: one, if its text has one direction and one baseline."""
    text = glyph_letters(text) if text else ""
    if _is_mapped_run(text, own):
        return own
    if not text:
        return [cluster for cluster in own if _is_mapped_mark(cluster) or _mark_as_kashida(cluster)]
    first = min(own, key=lambda c: (c.bidi_class == "M", c.x1 - c.x0 < ZERO_WIDTH))
    marks = "".join(cluster.text for cluster in own if cluster.bidi_class == "M")
    first.repeated_marks = repeated_marks(first.text, marks)
    is_mark = first.x1 - first.x0 < ZERO_WIDTH and combining_marks(first.text)
    first.text, first.bidi_class, first.from_actual_text = text, bidi_class_of(text), not is_mark
    first.is_uncertain = False
    first.x0, first.x1 = min(cluster.x0 for cluster in own), max(cluster.x1 for cluster in own)
    return [first]


def _put_on_baseline(own: list[Cluster], bases: list[Cluster]) -> None:
    """Let a letter of glyphs without width, drawn apart, begin with the glyph on the baseline.

    A font that draws the dots of a letter, and the letter itself over the next one, has no width in
    either; only one of them stands on the baseline of the letters beside it.
    """
    if len(own) == 1 or any(cluster.x1 - cluster.x0 >= ZERO_WIDTH for cluster in own):
        return
    at = bisect_left(bases, own[0].order, key=STREAM_ORDER)
    beside = {base.y for base in bases[max(0, at - 1) : at + 1]}
    own.sort(key=lambda cluster: (cluster.y not in beside, cluster.order))


def _is_mapped_run(text: str, clusters: list[Cluster]) -> bool:
    """Whether the glyphs of an /ActualText are better read by themselves: a run of mapped glyphs.

    Such a run has several baselines or directions, or says the same as its glyphs.
    """
    if any(cluster.text == UNMAPPED for cluster in clusters):
        return False
    if NO_TEXT.search(text):
        return True
    ys = [c.y for c in clusters if c.bidi_class not in "MS"] or [clusters[0].y]
    if max(ys) - min(ys) > clusters[0].size:
        return True
    directions = {bidi_class_of(char) for char in text} - {"M", "S", *WEAK_OR_NEUTRAL}
    if len(directions) > 1:
        return True
    same = _sorted_letters(text) == _sorted_letters("".join(c.text for c in clusters))
    return len(clusters) > MAX_LIGATURE_GLYPHS and same and directions != {"R"}


def repeated_marks(text: str, marks: str) -> str:
    """Those of some marks that a text has already."""
    has = unicodedata.normalize("NFD", text)
    return "".join(char for char in marks if char in has)


def _is_mapped_mark(cluster: Cluster) -> bool:
    """Whether it is a combining mark, which an empty /ActualText does not take away."""
    return cluster.bidi_class == "M" and cluster.text != UNMAPPED


def _mark_as_kashida(cluster: Cluster) -> bool:
    """Make an unmapped glyph under an empty /ActualText a kashida, so that it is no word gap."""
    cluster.is_kashida = cluster.text == UNMAPPED and cluster.x1 - cluster.x0 > ZERO_WIDTH
    if cluster.is_kashida:
        cluster.text, cluster.bidi_class = TATWEEL, "R"
    return cluster.is_kashida


def _sorted_letters(text: str) -> list[str]:
    return sorted(char for char in unicodedata.normalize("NFKC", text) if not char.isspace())
