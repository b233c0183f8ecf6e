"""Glyphs to glyph clusters: base letters with their text, combining marks apart from them.

ToUnicode does not always give a glyph the text of what it draws: a mark may be mapped to letter
and mark, a letter to itself with the marks over it, a kashida to nothing.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import compress, groupby, pairwise

import numpy as np

from unreport.readers.pdf.bidi.clusters import (
    OWN_VALUES,
    WEAK_OR_NEUTRAL,
    ZERO_WIDTH,
    Cluster,
    EntryValues,
    PageBases,
    PageClusters,
    PageTexts,
    clusters_of,
    glyphs_on_paper,
)
from unreport.readers.pdf.bidi.combining_marks.repeated_bases import (
    bases_among_marks,
    join_dots,
    map_undrawn_marks,
    separate_repeated_bases,
    without_dots,
)
from unreport.readers.pdf.bidi.combining_marks.spacing_accents import join_spacing_accents
from unreport.readers.pdf.bidi.empty_actual_text import (
    letters_among_kashidas,
    unreplaced_spans,
)
from unreport.readers.pdf.bidi.encodings.glyph_texts import GlyphText
from unreport.readers.pdf.bidi.font_faults.allah_ligatures import without_alef
from unreport.readers.pdf.bidi.letters import (
    NO_TEXT,
    TATWEEL,
    UNMAPPED,
    BidiClass,
    bidi_class_of,
    combining_marks,
    glyph_letters,
    repeated_marks,
)
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.page_glyphs import Indices

LOW_BYTES, ARABIC_BLOCK = frozenset("KLMNOPQR"), 0x0600
"""The low bytes of U+064B to U+0652, the vowel signs, as characters."""
COMBINED_BYTES = frozenset("KLMNOPQRSTUVWXYZ")
"""What these become, and the hamzas up to U+0655, with the high byte combined or counted up."""
COMBINED_FORMS = frozenset("þÿ")  # the bytes of U+FE80 to U+FEFC
MIN_ADVANCE = 0.1  # em; narrower, a mark leaves no gap that separates words
RISE = 0.2  # em off the baseline, of a vowel sign in a font that has its hamzas nearer to it
ADJOINING = 0.03  # em between a glyph and the next one
REACH = 2  # letters before and after a mark in the content stream
SPACE_SHARE = 0.05  # of the glyphs of a page that draws its spaces; a text has one in six
MAX_LIGATURE_GLYPHS = 3  # glyphs of one /ActualText; more are a run of text, not a ligature


def clusters_of_page(page: Page, texts: PageTexts) -> PageClusters:
    """Base clusters and the combining marks that are drawn apart from them."""
    plain, others = _clusters(texts, glyphs_on_paper(texts.glyphs, page))
    bases: list[Cluster] = []
    marks: list[Cluster] = []
    spans: dict[int, list[Cluster]] = {}
    for cluster, span in others:
        if span:
            spans.setdefault(span, []).append(cluster)
        else:
            _read_low_byte(cluster, texts)
            _add(cluster, bases, marks)
    _put_spans_on_baseline(spans, plain, bases)
    if spans and _draws_spaces(texts):
        for own in spans.values():
            _put_marks_over_letters(own)
    for cluster in _clusters_of_spans(spans, page.spans):
        _add(cluster, bases, marks)
    bases += bases_among_marks(marks)
    is_right_to_left = _has_right_to_left(plain) or "R" in [b.bidi_class for b in bases]
    found = PageClusters(_in_stream_order(plain, bases), marks)
    letters_among_kashidas(found.bases)
    found = _doubt_letters_without_width(found, texts)
    found = join_spacing_accents(found, texts)
    if not is_right_to_left:
        return found
    without_alef(found.bases, texts)
    found = without_dots(join_dots(found))
    _extend_to_spacing_marks(found)
    map_undrawn_marks(found)
    return separate_repeated_bases(found, texts)


def _extend_to_spacing_marks(found: PageClusters) -> None:
    """Extend a letter over the advance of a mark that stands at its left.

    Some fonts give their marks a width; the place that it takes is no word space.
    """
    bases, marks = found
    spacing = [mark for mark in marks if mark.x1 - mark.x0 > MIN_ADVANCE * mark.size]
    for mark in sorted(spacing, key=lambda mark: -mark.x0):
        at = bases.first_from(mark.order)
        near = range(max(0, at - REACH), min(at + REACH, len(bases)))
        left = mark.x0 + ADJOINING * mark.size
        if any(bases[place].x0 < left < bases[place].x1 for place in near):
            continue  # the next letter is drawn over the advance
        for place in near:
            base = bases[place]
            adjoins = abs(base.x0 - mark.x1) < ADJOINING * mark.size
            if adjoins and base.bidi_class == "R" and base.size == mark.size:
                base.x0, bases.places[place] = mark.x0, OWN_VALUES


def _has_right_to_left(bases: PageBases) -> bool:
    """Whether one of some clusters, none of which has own values, is a right-to-left letter."""
    used = np.flatnonzero(np.bincount(bases.glyphs.ids[bases.places])).tolist()
    return any(bases.values.of_entry[at].bidi_class == "R" for at in used)


def _in_stream_order(plain: PageBases, others: list[Cluster]) -> PageBases:
    """All bases of a page; the columns of the page do not have the values of the others."""
    count = len(plain)
    places = np.concatenate([plain.places, np.full(len(others), OWN_VALUES)])
    made = {**plain.made, **dict(enumerate(others, start=count))}
    return PageBases(plain.glyphs, plain.values, places, made).in_stream_order()


def _clusters(texts: PageTexts, places: Indices) -> tuple[PageBases, Iterator[tuple[Cluster, int]]]:
    """The glyphs that are surely bases, and the clusters of the others.

    These, of zero width, under an /ActualText, or marks, come with the number of their span.
    """
    glyphs, of_entry = texts
    values = EntryValues(glyphs, of_entry)
    is_base = np.zeros(len(glyphs.entries), dtype=bool)
    is_base[[at for at, text in of_entry.items() if text.text and text.bidi_class != "M"]] = True
    width, spans = glyphs.x1[places] - glyphs.x0[places], glyphs.span[places]
    kept = is_base[glyphs.ids[places]] & (width >= ZERO_WIDTH) & (spans == 0)
    others = clusters_of(glyphs, places[~kept], values)
    return (
        PageBases(glyphs, values, places[kept], {}),
        zip(others, spans[~kept].tolist(), strict=True),
    )


def _add(cluster: Cluster, bases: list[Cluster], marks: list[Cluster]) -> None:
    if cluster.x1 - cluster.x0 < ZERO_WIDTH and not cluster.from_actual_text:
        _reclassify_zero_width(cluster)
    if cluster.text:
        (marks if cluster.bidi_class == "M" else bases).append(cluster)


def _read_low_byte(cluster: Cluster, texts: PageTexts) -> None:
    """Read a Latin letter without width as the vowel sign of whose code it is the low byte.

    Ghostscript 10.0 writes so the ToUnicode values of glyphs that no other map has: `O` for U+064F.
    """
    if cluster.text in LOW_BYTES and cluster.x1 - cluster.x0 < ZERO_WIDTH:
        glyphs, of_entry = texts
        arabic = (at for at, text in of_entry.items() if text.bidi_class == "R")
        if any(glyphs.entries[at].font == cluster.font for at in arabic):
            cluster.text, cluster.bidi_class = chr(ARABIC_BLOCK + ord(cluster.text)), "M"


def _doubt_letters_without_width(found: PageClusters, texts: PageTexts) -> PageClusters:
    """Make unknown marks of Latin letters without width, off the baseline of Arabic ones.

    They have values of vowel signs whose bytes Ghostscript combined, and other letters of their
    font have a width.  The font of an OCR layer may have none at all.
    """
    bases, marks = found
    likely = [at for at in bases.own if _is_off_baseline(bases, at)]
    glyphs, of_entry = texts
    if not likely or not any(map(_is_arabic_or_combined, of_entry.values())):
        return found
    wide = np.flatnonzero(glyphs.x1 - glyphs.x0 >= ZERO_WIDTH)
    fonts = {glyphs.entries[at].font for at in np.unique(glyphs.ids[wide]).tolist()}
    unknown = [at for at in likely if bases[at].font in fonts]
    for base in bases.at(unknown):
        base.text, base.bidi_class = UNMAPPED, "M"
        marks.append(base)
    return PageClusters(bases.without(unknown), marks)


def _is_off_baseline(bases: PageBases, at: int) -> bool:
    """Whether a letter without width is higher or lower than those beside it in the stream."""
    letter = bases[at]
    if letter.text not in COMBINED_BYTES or letter.x1 - letter.x0 >= ZERO_WIDTH:
        return False
    near = [base for base in bases[max(0, at - REACH) : at + REACH + 1] if base.x1 - base.x0 > 0]
    return all(abs(base.y - letter.y) > RISE * letter.size for base in near)


def _is_arabic_or_combined(text: GlyphText) -> bool:
    """Whether a glyph is a right-to-left letter, or has the bytes of a presentation form in one."""
    return text.bidi_class == "R" or text.text in COMBINED_FORMS


def _reclassify_zero_width(cluster: Cluster) -> None:
    """Make a glyph of zero width a mark, even where it is mapped to its letter too."""
    if found := combining_marks(cluster.text):
        if found != cluster.text:
            cluster.mapped_text = cluster.mapped_text or cluster.text
        cluster.text, cluster.bidi_class = found, "M"
    elif cluster.text == UNMAPPED or cluster.bidi_class in WEAK_OR_NEUTRAL:
        cluster.text, cluster.bidi_class = UNMAPPED, "M"


# --- /ActualText (ISO 32000-1, 14.9.4) ----------------------------------------------------------


def _clusters_of_spans(
    spans: Mapping[int, list[Cluster]], texts: Mapping[int, str]
) -> Iterator[Cluster]:
    """The clusters of some spans, by their texts or, where that is wanting, by their glyphs."""
    unreplaced = unreplaced_spans(spans, texts)
    read = {span: own for span, own in spans.items() if span not in unreplaced}
    repeated = {*_repeated_spans(read, texts)}
    for span, own in spans.items():
        if span in unreplaced:
            yield from own
        elif span not in repeated:
            yield from _actual_text_clusters(texts[span], own)


def _repeated_spans(spans: Mapping[int, list[Cluster]], texts: Mapping[int, str]) -> list[int]:
    """The spans of marks whose text a letter beside them has too.

    Typst gives each glyph of a grapheme cluster a span of its own, with the text of the whole.
    """
    found: list[int] = []
    runs = groupby(sorted(spans), key=lambda span: texts[span])
    for text, run in runs:
        members = [*run]
        is_mark = [_draws_only_a_mark_of(text, spans[span]) for span in members]
        if any(is_mark) and not all(is_mark) and _adjoin([spans[span] for span in members]):
            found += compress(members, is_mark)
    return found


def _draws_only_a_mark_of(text: str, own: list[Cluster]) -> bool:
    """Whether one glyph, by its own text a combining mark, has the text of letter and mark."""
    if len(own) > 1 or own[0].bidi_class != "M":
        return False
    plain = unicodedata.normalize("NFD", text)
    return len(plain) > 1 and plain != own[0].text and set(own[0].text) <= set(plain)


def _adjoin(spans: list[list[Cluster]]) -> bool:
    """Whether spans follow each other in the content stream without anything between them."""
    ends = pairwise(spans)
    return all(after[0].order - before[-1].order == 1 for before, after in ends)


def _actual_text_clusters(text: str, own: list[Cluster]) -> list[Cluster]:
    """The clusters of an /ActualText: one, if its text has one direction and one baseline."""
    text = glyph_letters(text) if text else ""
    if _is_mapped_run(text, own):
        return own
    if not text:
        return [cluster for cluster in own if _is_mapped_mark(cluster) or _mark_as_kashida(cluster)]
    kashidas = _kashidas_beside_mark(text, own)
    own = own[len(kashidas) :]
    first = min(own, key=lambda c: (c.bidi_class == "M", c.x1 - c.x0 < ZERO_WIDTH))
    marks = "".join(cluster.text for cluster in own if cluster.bidi_class == "M")
    first.repeated_marks = repeated_marks(first.text, marks)
    is_mark = first.x1 - first.x0 < ZERO_WIDTH and combining_marks(first.text)
    first.drawn = first.text if is_mark and len(own) == 1 else ""
    first.text, first.bidi_class, first.from_actual_text = text, bidi_class_of(text), not is_mark
    first.is_uncertain = False
    first.x0, first.x1 = min(cluster.x0 for cluster in own), max(cluster.x1 for cluster in own)
    return [*kashidas, first]


def _put_spans_on_baseline(
    spans: Mapping[int, list[Cluster]], plain: PageBases, others: list[Cluster]
) -> None:
    """Let a letter of glyphs without width, drawn apart, begin with the glyph on the baseline.

    A font that draws the dots of a letter, and the letter itself over the next one, has no width in
    either; only one of them stands on the baseline of the letters beside it.
    """
    without_width = [
        own
        for own in spans.values()
        if len(own) > 1 and all(cluster.x1 - cluster.x0 < ZERO_WIDTH for cluster in own)
    ]
    if not without_width:
        return
    glyphs, places = plain.glyphs, plain.places
    orders = np.concatenate([glyphs.order[places], [base.order for base in others]])
    heights = np.concatenate([glyphs.y[places], [base.y for base in others]])
    by_order = np.argsort(orders, kind="stable")
    orders, ys = orders[by_order].tolist(), heights[by_order].tolist()
    for own in without_width:
        at = bisect_left(orders, own[0].order)
        beside = {*ys[max(0, at - 1) : at + 1]}
        own.sort(key=lambda cluster: (cluster.y not in beside, cluster.order))


def _draws_spaces(texts: PageTexts) -> bool:
    """Whether the words of a page are separated by spaces that are drawn, and not by gaps alone."""
    glyphs, of_entry = texts
    spaces = sum(count for at, count in glyphs.counts.items() if of_entry[at].bidi_class == "S")
    return spaces > SPACE_SHARE * len(glyphs)


def _put_marks_over_letters(own: list[Cluster]) -> None:
    """Let the marks of an /ActualText that overhang their letter begin with it.

    A mark that reaches over the space beside its letter would hide that space.
    """
    wide = [cluster for cluster in own if cluster.x1 - cluster.x0 >= ZERO_WIDTH]
    left = min((cluster.x0 for cluster in wide), default=0.0)
    for cluster in own if wide else ():
        if cluster.bidi_class == "M" and cluster.x0 < left and cluster not in wide:
            cluster.x0 = cluster.x1 = left


def _is_mapped_run(text: str, clusters: list[Cluster]) -> bool:
    """Whether the glyphs of an /ActualText are better read by themselves: a run of mapped glyphs.

    Such a run has several baselines or directions, or says the same as its glyphs.
    """
    if UNMAPPED in [cluster.text for cluster in clusters]:
        return False
    if NO_TEXT.search(text):
        return True
    ys = [c.y for c in clusters if c.bidi_class not in "MS"] or [clusters[0].y]
    if max(ys) - min(ys) > clusters[0].size:
        return True
    directions = _directions(text)
    if len(directions) > 1:
        return True
    if len(clusters) <= MAX_LIGATURE_GLYPHS or directions == {"R"}:
        return False
    return _sorted_letters(text) == _sorted_letters("".join(c.text for c in clusters))


@lru_cache(maxsize=4096)
def _directions(text: str) -> frozenset[BidiClass]:
    """The classes of the letters and numbers of a text."""
    return frozenset(map(bidi_class_of, text)) - {"M", "S", *WEAK_OR_NEUTRAL}


def _is_mapped_mark(cluster: Cluster) -> bool:
    """Whether it is a combining mark, which an empty /ActualText does not take away."""
    return cluster.bidi_class == "M" and cluster.text != UNMAPPED


def _kashidas_beside_mark(text: str, own: list[Cluster]) -> list[Cluster]:
    """The kashidas at the left of a mark, which LibreOffice puts under the /ActualText of the mark.

    The last glyph of its span is the mark, over the letter after it in the content stream.
    """
    *before, mark = own
    limit = mark.x0 + ADJOINING * mark.size
    if combining_marks(text) != text or not all(
        c.text == UNMAPPED and c.x0 + ZERO_WIDTH < c.x1 < limit for c in before
    ):
        return []
    for kashida in before:
        _mark_as_kashida(kashida)
    return before


def _mark_as_kashida(cluster: Cluster) -> bool:
    """Make an unmapped glyph under an empty /ActualText a kashida, so that it is no word gap."""
    cluster.is_kashida = cluster.text == UNMAPPED and cluster.x1 - cluster.x0 > ZERO_WIDTH
    if cluster.is_kashida:
        cluster.text, cluster.bidi_class = TATWEEL, "R"
    return cluster.is_kashida


def _sorted_letters(text: str) -> list[str]:
    return sorted(char for char in unicodedata.normalize("NFKC", text) if not char.isspace())
