"""The ligature of `الله` in fonts that draw its alef with a glyph of its own.

Shapers form it of lam, lam and heh; a font may name the glyph U+FDF2, whose decomposition has the
alef too (The Unicode Standard, 9.2, "Allah ligature").
"""

from __future__ import annotations

from unreport.readers.pdf.bidi.clusters import PageBases, PageTexts
from unreport.readers.pdf.bidi.letters import bidi_class_of

ALEFS = frozenset("اٱ")
ALLAH = "الله"
JOINED = 0.15  # em between the alef and the ligature at its left


def without_alef(bases: PageBases, texts: PageTexts) -> None:
    """Take the alef from such ligatures of the fonts that draw an alef before one."""
    glyphs, of_entry = texts
    entries = {at for at, text in of_entry.items() if text.text == ALLAH}
    if not entries:
        return
    codes = {(glyphs.entries[at].font, glyphs.entries[at].code) for at in entries}
    own = [at for at, base in enumerate(bases) if (base.font, base.code) in codes]
    apart = {(bases[at].font, bases[at].code) for at in own if _follows_alef(bases, at)}
    for base in bases.at(own):
        if (base.font, base.code) in apart and base.text == ALLAH and not base.from_actual_text:
            base.text = ALLAH[1:]
            base.bidi_class = bidi_class_of(base.text)


def _follows_alef(bases: PageBases, at: int) -> bool:
    """Whether an alef stands at the right of a ligature, next to it in the content stream."""
    own = bases[at]
    return any(
        base.text in ALEFS and base.y == own.y and abs(base.x0 - own.x1) < JOINED * own.size
        for base in bases[max(0, at - 1) : at] + bases[at + 1 : at + 2]
    )
