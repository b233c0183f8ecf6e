"""Glyph names of a font program that are those of other glyphs.

A producer that makes a subset of a font may copy its `post` table with the names of the whole font:
the glyph of `с` is then called `у`, that of `′` `М`.  Most letters tell, as their ToUnicode values
are right.  Arabic fonts are left out: their names say how letters are drawn, dots and all.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping

from unreport.readers.pdf.file.font_programs import NOTHING
from unreport.readers.pdf.file.page_glyphs import GlyphEntry

SCRIPTS = frozenset({"LATIN", "CYRILLIC", "GREEK"})
LEAST_LETTERS = 5


def without_wrong_names(
    known: Mapping[tuple[int, int], GlyphEntry],
) -> Mapping[tuple[int, int], GlyphEntry]:
    """The glyphs of a page by font and code, without names that contradict most letters."""
    same: Counter[int] = Counter()
    other: Counter[int] = Counter()
    for (font, _), (text, _, _, program, _) in known.items():
        if program.name and not program.unicode and _are_of_one_script(text, program.name):
            (same if text == program.name else other)[font] += 1
    if not other:
        return known
    wrong = {font for font, count in other.items() if count > max(LEAST_LETTERS, same[font])}
    return {
        key: glyph._replace(program=NOTHING) if key[0] in wrong else glyph
        for key, glyph in known.items()
    }


def _are_of_one_script(text: str, name: str) -> bool:
    """Whether a ToUnicode value and a name are one letter each, of one script."""
    if not (len(text) == len(name) == 1 and text.isalpha() and name.isalpha()):
        return False
    scripts = {unicodedata.name(char, "").partition(" ")[0] for char in (text, name)}
    return len(scripts) == 1 and scripts <= SCRIPTS
