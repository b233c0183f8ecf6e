"""The ligature of `الله` in fonts that draw its alef with a glyph of its own.

Shapers form it of lam, lam and heh; a font may name the glyph U+FDF2, whose decomposition has the
alef too (The Unicode Standard, 9.2, "Allah ligature").
"""

from __future__ import annotations

from collections import Counter

from unreport.readers.pdf.bidi.clusters import PageBases, PageTexts
from unreport.readers.pdf.bidi.letters import bidi_class_of

ALEFS = frozenset("اٱ")
PROCLITICS = frozenset("وفبت")  # `والله`, `بالله`
ALLAH = "الله"
JOINED = 0.15  # em between two glyphs of a word
NEAREST = 2  # glyphs of the content stream before and after one


def without_alef(bases: PageBases, texts: PageTexts) -> None:
    """Take the alef from such ligatures of the fonts that draw an alef before most of them.

    The alef before one may be the end of another word (`بلدنا الله`), as spaces can be narrow.
    """
    glyphs, of_entry = texts
    entries = {at for at, text in of_entry.items() if text.text == ALLAH}
    if not entries:
        return
    codes = {(glyphs.entries[at].font, glyphs.entries[at].code) for at in entries}
    own = [at for at, base in enumerate(bases) if (base.font, base.code) in codes]
    alefs = Counter((bases[at].font, bases[at].code) for at in own if _follows_alef(bases, at))
    all_own = Counter((bases[at].font, bases[at].code) for at in own)
    apart = {key for key, count in alefs.items() if 2 * count > all_own[key]}
    for base in bases.at(own):
        if (base.font, base.code) in apart and base.text == ALLAH and not base.from_actual_text:
            base.text = ALLAH[1:]
            base.bidi_class = bidi_class_of(base.text)


def _follows_alef(bases: PageBases, at: int) -> bool:
    """Whether an alef that begins a word, but for a proclitic, stands before a ligature."""
    alef = _before(bases, at)
    if alef is None or bases[alef].text not in ALEFS:
        return False
    first = _before(bases, alef)
    if first is None:
        return True
    return bases[first].text in PROCLITICS and _before(bases, first) is None


def _before(bases: PageBases, at: int) -> int | None:
    """The letter at the right of one in the same word, next to it in the content stream."""
    own = bases[at]
    near = range(max(0, at - NEAREST), min(len(bases), at + NEAREST + 1))
    joined = JOINED * own.size
    for other in near:
        base = bases[other]
        if other != at and base.y == own.y and abs(base.x0 - own.x1) < joined:
            return other if base.text[:1].isalpha() else None
    return None
