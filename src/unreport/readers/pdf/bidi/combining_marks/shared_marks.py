"""Marks that ToUnicode maps to a letter too, which are drawn over other letters.

A producer may map each glyph to the text of the first grapheme cluster that it was drawn for: the
damma of `يُ` has the yeh, too, and the glyph of the yeh nothing.  Over other letters the damma is a
damma alone, and an unmapped letter under it may be any.  So the alef of `أ` has the hamza, too, and
the glyph of the hamza nothing.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import compress

from unreport.readers.pdf.bidi.clusters import ZERO_WIDTH, Cluster, PageBases
from unreport.readers.pdf.bidi.letters import UNMAPPED
from unreport.readers.pdf.file.page_glyphs import GlyphCode

MIN_HAMZAS = 3  # of one glyph, on one page
SHADDA = "\N{ARABIC SHADDA}"
VOWELS_WITH_SHADDA = frozenset(vowel + SHADDA for vowel in "\u064b\u064c\u064d\u064e\u064f\u0650")
HAMZAS = frozenset("\N{ARABIC MADDAH ABOVE}\N{ARABIC HAMZA ABOVE}\N{ARABIC HAMZA BELOW}")


def marks_of_several_letters(marks: Sequence[Cluster], bases: PageBases) -> set[GlyphCode]:
    """The marks with the text of a letter that are beside others, or beside several unmapped."""
    mapped = [mark for mark in marks if len(mark.mapped_text) > len(mark.text)]
    unmapped: dict[GlyphCode, set[GlyphCode]] = defaultdict(set)
    found: set[GlyphCode] = set()
    for mark in mapped:
        beside = _beside(mark, bases)
        own = {(base.font, base.code) for base in beside if base.text == UNMAPPED}
        unmapped[mark.font, mark.code] |= own
        if beside and not own and not any(has_letter_of(mark, base) for base in beside):
            found.add((mark.font, mark.code))
    return found | {mark for mark, letters in unmapped.items() if len(letters) > 1}


def read_drawn_marks(marks: Sequence[Cluster], shared: Collection[GlyphCode]) -> None:
    """Read the marks that are beside several letters by their own text, without their /ActualText.

    A producer may give a glyph the /ActualText of the first grapheme cluster that it was drawn for
    (cairo): `ثَّ` for the shadda of `مّ`.
    """
    for mark in marks:
        if (mark.font, mark.code) in shared and set() < {*mark.drawn} < {*mark.text}:
            mark.text, mark.mapped_text = mark.drawn, ""


def doubt_partial_marks(marks: Sequence[Cluster], bases: PageBases) -> None:
    """Read or doubt the marks with the text of two that are alone, but elsewhere beside another.

    A producer may map the shadda to `َّ` and the fatha over it to nothing, or leave the fatha out of
    the ToUnicode map (LibreOffice): a shadda that is alone has that text, too.  HarfBuzz puts the
    shadda first, and the first glyph of a cluster of two marks gets its text.
    """
    several = [mark for mark in marks if len(mark.text) > 1]
    if not several:
        return
    unread = {mark.order for mark in marks if mark.text == UNMAPPED}
    unread |= {
        base.order
        for mark in several
        for base in _beside(mark, bases)
        if base.bidi_class != "R" and _is_drawn_over(base, mark)
    }
    alone = [unread.isdisjoint((mark.order - 1, mark.order + 1)) for mark in several]
    pairs = zip(several, alone, strict=True)
    partial = {(mark.font, mark.code) for mark, is_alone in pairs if not is_alone}
    for mark in compress(several, alone):
        if (mark.font, mark.code) not in partial:
            continue
        if mark.text in VOWELS_WITH_SHADDA and not mark.mapped_text:
            mark.text = SHADDA
        else:
            mark.is_uncertain = True


def _is_drawn_over(base: Cluster, mark: Cluster) -> bool:
    """Whether a glyph that is read as a sign has no width, or starts where a mark does.

    The marks of a monospaced font are as wide as its letters.
    """
    return base.x1 - base.x0 < ZERO_WIDTH or abs(base.x0 - mark.x0) < ZERO_WIDTH


def _beside(mark: Cluster, bases: PageBases) -> list[Cluster]:
    """The letters and signs next to a mark in the content stream."""
    at = bases.first_from(mark.order)
    return [base for base in bases[max(0, at - 1) : at + 1] if abs(base.order - mark.order) == 1]


def unmapped_hamzas(marks: Sequence[Cluster], bases: PageBases) -> set[GlyphCode]:
    """The marks without text that are beside letters with a hamza or madda again and again.

    They are these, if no such letter is without its mark; a vowel sign is on some only.  `bases`
    are in the order of the content stream.
    """
    beside: dict[GlyphCode, list[bool]] = defaultdict(list)
    for mark in marks:
        if mark.text == UNMAPPED:
            is_hamza = any(map(_has_hamza, _beside(mark, bases)))
            beside[mark.font, mark.code].append(is_hamza)
    likely = {glyph for glyph, found in beside.items() if len(found) >= MIN_HAMZAS and all(found)}
    return {glyph for glyph in likely if not _is_wanting(glyph, marks, bases)}


def _is_wanting(glyph: GlyphCode, marks: Sequence[Cluster], bases: PageBases) -> bool:
    """Whether a glyph of a letter that has a mark elsewhere has it not.

    One glyph of an alef has a mark above for `أ`, and another one below for `إ`.
    """
    orders = {mark.order for mark in marks if (mark.font, mark.code) == glyph}
    marked: set[tuple[int, str]] = set()
    bare: set[tuple[int, str]] = set()
    for base in bases:
        if base.font == glyph[0] and _has_hamza(base):
            is_marked = not orders.isdisjoint((base.order - 1, base.order + 1))
            (marked if is_marked else bare).add(
                (base.code, unicodedata.normalize("NFD", base.text))
            )
    return not marked.isdisjoint(bare)


def _has_hamza(base: Cluster) -> bool:
    letters = unicodedata.normalize("NFD", base.text)
    return len(letters) == 2 and letters[1] in HAMZAS  # noqa: PLR2004 - a letter and its hamza


def has_letter_of(mark: Cluster, base: Cluster) -> bool:
    """Whether a letter is the one that ToUnicode maps a mark to, beside the mark."""
    letter = unicodedata.normalize("NFD", mark.mapped_text)[0]
    return letter in unicodedata.normalize("NFD", base.text)
