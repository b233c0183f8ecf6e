"""Letters whose accent is a glyph of its own, with a width, drawn over or under them.

Older fonts, as those of TeX in its first encoding (OT1), have no letters with accents: the accent
is drawn first, then the letter over the same place.  ToUnicode has the spacing character for it,
`´` for U+0301; the letter on the page is one character (Unicode Standard, 7.9).
"""

from __future__ import annotations

import unicodedata

import numpy as np

from unreport.readers.pdf.bidi.clusters import Cluster, PageClusters, PageTexts

ACCENTS = {
    "\N{ACUTE ACCENT}": "\u0301", "\N{GRAVE ACCENT}": "\u0300", "\N{DIAERESIS}": "\u0308",
    "\N{MODIFIER LETTER CIRCUMFLEX ACCENT}": "\u0302", "\N{SMALL TILDE}": "\u0303",
    "\N{MACRON}": "\u0304", "\N{BREVE}": "\u0306", "\N{DOT ABOVE}": "\u0307",
    "\N{RING ABOVE}": "\u030a", "\N{DOUBLE ACUTE ACCENT}": "\u030b", "\N{CARON}": "\u030c",
    "\N{CEDILLA}": "\u0327", "\N{OGONEK}": "\u0328",
    "~": "\u0303", "^": "\u0302",  # the names of their glyphs in some fonts
}  # fmt: skip
DOTLESS = {"\N{LATIN SMALL LETTER DOTLESS I}": "i", "\N{LATIN SMALL LETTER DOTLESS J}": "j"}
SHARED = 0.5  # of the width of the narrower one, that both cover
RISE = 0.4  # em; over a capital letter an accent is raised


def join_spacing_accents(found: PageClusters, texts: PageTexts) -> PageClusters:
    """Put accents on the letters that they are drawn over; others remain signs."""
    if ACCENTS.keys().isdisjoint([text.text for text in texts.of_entry.values()]):
        return found
    bases, marks = found
    kept = [True] * len(bases)
    for at, accent in enumerate(bases):
        if accent.text not in ACCENTS:
            continue
        for beside in (at + 1, at - 1):
            if 0 <= beside < len(bases) and kept[beside] and _join(accent, bases[beside]):
                kept[at] = False
                break
    return PageClusters(bases.where(np.array(kept, dtype=bool)), marks)


def _join(accent: Cluster, letter: Cluster) -> bool:
    """Put an accent on a letter, if it is drawn over it and both are one character."""
    shared = min(accent.x1, letter.x1) - max(accent.x0, letter.x0)
    narrower = min(accent.x1 - accent.x0, letter.x1 - letter.x0)
    if shared < SHARED * narrower or abs(accent.y - letter.y) > RISE * letter.size:
        return False
    bare = DOTLESS.get(letter.text, letter.text)
    whole = unicodedata.normalize("NFC", bare + ACCENTS[accent.text])
    if len(whole) != len(bare):
        return False
    letter.text = whole
    return True
