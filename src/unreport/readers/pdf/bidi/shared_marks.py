"""Marks that ToUnicode maps to a letter too, which are drawn over other letters.

A producer may map each glyph to the text of the first grapheme cluster that it was drawn for: the
damma of `يُ` has the yeh, too, and the glyph of the yeh nothing.  Over other letters the damma is a
damma alone, and an unmapped letter under it may be any.  So the alef of `أ` has the hamza, too, and
the glyph of the hamza nothing.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from typing import TypeAlias

from unreport.readers.pdf.bidi.clusters import Cluster, PageBases
from unreport.readers.pdf.bidi.letters import UNMAPPED

GlyphCode: TypeAlias = tuple[int, int]  # font and code
MIN_HAMZAS = 3  # of one glyph, on one page
HAMZAS = frozenset("\N{ARABIC MADDAH ABOVE}\N{ARABIC HAMZA ABOVE}\N{ARABIC HAMZA BELOW}")


def marks_of_several_letters(marks: Sequence[Cluster], bases: PageBases) -> set[GlyphCode]:
    """The marks with the text of a letter that are beside others, or beside several unmapped."""
    mapped = [mark for mark in marks if len(mark.mapped_text) > len(mark.text)]
    unmapped: dict[GlyphCode, set[GlyphCode]] = defaultdict(set)
    found: set[GlyphCode] = set()
    for mark in mapped:
        at = bases.first_from(mark.order)
        beside = [
            base for base in bases[max(0, at - 1) : at + 1] if abs(base.order - mark.order) == 1
        ]
        own = {(base.font, base.code) for base in beside if base.text == UNMAPPED}
        unmapped[mark.font, mark.code] |= own
        if beside and not own and not any(_has_letter_of(mark, base) for base in beside):
            found.add((mark.font, mark.code))
    return found | {mark for mark, letters in unmapped.items() if len(letters) > 1}


def unmapped_hamzas(marks: Sequence[Cluster], bases: PageBases) -> set[GlyphCode]:
    """The marks without text that are beside letters with a hamza or madda again and again.

    They are these.  `bases` are in the order of the content stream.
    """
    beside: dict[GlyphCode, list[bool]] = defaultdict(list)
    for mark in marks:
        if mark.text == UNMAPPED:
            at = bases.first_from(mark.order)
            around = bases[max(0, at - 1) : at + 1]
            letters = [base for base in around if abs(base.order - mark.order) == 1]
            beside[mark.font, mark.code].append(any(map(_has_hamza, letters)))
    return {glyph for glyph, found in beside.items() if len(found) >= MIN_HAMZAS and all(found)}


def _has_hamza(base: Cluster) -> bool:
    letters = unicodedata.normalize("NFD", base.text)
    return len(letters) == 2 and letters[1] in HAMZAS  # noqa: PLR2004 - a letter and its hamza


def _has_letter_of(mark: Cluster, base: Cluster) -> bool:
    letter = unicodedata.normalize("NFD", mark.mapped_text)[0]
    return letter in unicodedata.normalize("NFD", base.text)
