"""Glyphs that draw only a part of the text that ToUnicode maps them to: marks, dots, letters.

A mark may be mapped to letter and mark, a letter to itself with the marks over it.
"""

from __future__ import annotations

import unicodedata
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import numpy as np

from unreport.readers.pdf.bidi.clusters import (
    OWN_VALUES,
    STREAM_ORDER,
    ZERO_WIDTH,
    Cluster,
    PageBases,
    PageClusters,
    PageTexts,
)
from unreport.readers.pdf.bidi.encodings.glyph_texts import GlyphText
from unreport.readers.pdf.bidi.encodings.skeletons import DOTS, DOTS_UNIT, letter_of
from unreport.readers.pdf.bidi.letters import UNMAPPED, bidi_class_of

DOT_RISE = 0.04  # em off the baseline
DOT_REACH = 0.3  # em beside a skeleton
OVERLAP_TOLERANCE = 0.1  # em
COVERED = 0.5  # of the width of a glyph that is drawn over another one


def bases_among_marks(marks: list[Cluster]) -> list[Cluster]:
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


def join_dots(found: PageClusters) -> PageClusters:
    """Make one unknown glyph of a letter skeleton and its dots, which a font draws apart.

    ToUnicode has the letter for the dots, or another letter with the same ones, and nothing or a
    dotless letter for the skeleton: only both together are a letter, which their words show.  Dots
    and skeleton may both have the letter, by ToUnicode or /ActualText; then it is there twice.
    """
    bases, marks = found
    removed: list[int] = []
    for at in bases.own:
        dots = bases[at]
        if dots.x1 - dots.x0 < ZERO_WIDTH and dots.text[:1] in DOTS:
            if _repeats_letter(dots, bases, at):
                removed.append(at)
                continue
            beside = _skeleton_beside(dots, bases, at)
            if beside is not None and len(dots.text) == 1 and not dots.from_actual_text:
                skeleton = bases[beside]
                skeleton.code += DOTS_UNIT * (dots.code + 1)
                skeleton.skeleton = skeleton.text.replace(UNMAPPED, "")
                skeleton.text, skeleton.bidi_class = UNMAPPED, "R"
                skeleton.mapped_text, skeleton.is_uncertain = dots.text, False
                bases.places[beside] = OWN_VALUES
                removed.append(at)
    return PageClusters(bases.without(removed), marks)


def _repeats_letter(dots: Cluster, bases: PageBases, at: int) -> bool:
    """Whether a letter under some dots has their text."""
    return any(bases[beside].text == dots.text for beside in _under(dots, bases, at))


def _skeleton_beside(dots: Cluster, bases: PageBases, at: int) -> int | None:
    """Where the skeleton under some dots is."""
    for beside in _under(dots, bases, at):
        if bases[beside].text == UNMAPPED or letter_of(bases[beside].text, dots.text):
            return beside
    return None


def _under(dots: Cluster, bases: PageBases, at: int) -> Iterator[int]:
    """Where what is under some dots is, next to them in the stream."""
    reach = DOT_REACH * dots.size
    for beside in (at + 1, at - 1):
        if 0 <= beside < len(bases):
            base = bases[beside]
            is_next = abs(base.order - dots.order) == 1 and base.x1 - base.x0 >= ZERO_WIDTH
            if is_next and base.x0 - reach < dots.x0 < base.x1 + reach:
                yield beside


def without_dots(found: PageClusters) -> PageClusters:
    """Make marks of the dots of letters that are drawn apart, off the baseline.

    Such a glyph has zero width, and the text of some letter that has these dots.  The alef of a
    lam-alef has zero width too, but its baseline is that of the letter beside it.
    """
    bases, marks = found
    removed: list[int] = []
    for at in bases.own:
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
    return PageClusters(bases.without(removed), marks)


def map_undrawn_marks(found: PageClusters) -> None:
    """Give the marks that a letter does not draw to an unmapped mark beside it in the stream."""
    bases, marks = found
    unmapped = {mark.order: mark for mark in marks if mark.text == UNMAPPED}
    if not unmapped:
        return
    is_described = bases.values.is_described[bases.glyphs.ids[bases.places]]
    for base in bases.at(sorted({*np.flatnonzero(is_described).tolist(), *bases.own})):
        if base.undrawn:
            beside = unmapped.get(base.order + 1) or unmapped.get(base.order - 1)
            if beside is not None:
                beside.text = base.undrawn


def separate_repeated_bases(found: PageClusters, texts: PageTexts) -> PageClusters:
    """Make a glyph mapped to letter and mark a mark where it overlaps that letter: `دُ` over د."""
    bases, marks = found
    removed: list[int] = []
    is_drawn_over = _may_be_drawn_over(bases)
    pending = deque([at for at in _marked_letters(found, texts) if is_drawn_over[at]])
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
            bases.places[max(0, at - 1) : at + 2] = OWN_VALUES
            if bases[at + 1 : at + 2] and at + 1 not in pending and _is_marked(bases[at + 1]):
                pending.appendleft(at + 1)
    return PageClusters(bases.without(removed), marks)


def _may_be_drawn_over(bases: PageBases) -> list[bool]:
    """Which bases lie over the one before or after them, or have no width."""
    x0, x1 = bases.edges()
    width = x1 - x0
    shared = np.minimum(x1[:-1], x1[1:]) - np.maximum(x0[:-1], x0[1:])
    found = width < ZERO_WIDTH
    found[:-1] |= shared > COVERED * width[:-1]
    found[1:] |= shared > COVERED * width[1:]
    over: list[bool] = found.tolist()
    return over


def _marked_letters(found: PageClusters, texts: PageTexts) -> list[int]:
    """The right-to-left letters whose text has combining marks, in composed form or apart."""
    glyphs, of_entry = texts
    is_marked = np.zeros(len(glyphs.entries), dtype=bool)
    is_marked[[at for at, text in of_entry.items() if _is_marked(text)]] = True
    bases = found.bases
    flags = is_marked[glyphs.ids[bases.places]]
    for at in bases.own:
        flags[at] = _is_marked(bases[at])
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
    return min(cluster.x1, other.x1) - max(cluster.x0, other.x0) > COVERED * width
