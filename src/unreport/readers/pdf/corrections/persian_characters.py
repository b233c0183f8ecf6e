"""Persian digits and Farsi yeh that a font gives for Arabic ones, in a document in Arabic.

A font made for both languages draws 0 to 3 and 7 to 9 alike, and alef maksura like final Farsi yeh
(Unicode Standard, 9.2), and a ToUnicode map has one code for each glyph.  A document that has final
yeh with its dots too means alef maksura by the one without, unless only yeh makes a word; in one
that has no other, both are meant.  The Persian 4 to 6 have shapes of their own: in a document that
has the Arabic ones too, a row with them is printed so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.character_forms import (
    ARABIC_SHAPES,
    DOTTED_FINAL_YEH,
    FINAL_FARSI_YEH,
    PERSIAN_SHAPES,
)
from unreport.readers.pdf.spelling.known_words import is_known
from unreport.text.characters import PERSIAN_TO_ARABIC

FORMS = re.compile("[\u06cc\u06f0-\u06f9]")
PERSIAN_ONLY = re.compile("[پچژگٹڈڑے]")  # also of Urdu
MAX_PERSIAN = 0.02  # of the rows, that quote a name in another language
MIN_FINAL_YEH = 3  # rows that have one
PREPOSITIONS = frozenset("إل عل حت وإل وعل وحت".split())  # that end in alef maksura
VOWEL_SIGNS = re.compile("[\u0640\u064b-\u0652]+")
DIGITS = {code: PERSIAN_TO_ARABIC[code] for code in range(0x6F0, 0x6FA)}


def replace_persian_characters(rows: Sequence[TextLine]) -> None:
    """Replace the Persian digits and the Farsi yeh of the rows of a document in Arabic."""
    found = [row for row in rows if not row.text.isascii() and FORMS.search(row.text)]
    if not found:
        return
    own = [row for row in rows if row.base == "R"]
    if sum(PERSIAN_ONLY.search(row.text) is not None for row in own) > MAX_PERSIAN * len(own):
        return
    has_yeh = sum(DOTTED_FINAL_YEH.search(row.text) is not None for row in own) >= MIN_FINAL_YEH
    has_both = any(ARABIC_SHAPES.search(row.text) for row in own)
    for row in found:
        if row.base != "R" or PERSIAN_ONLY.search(row.text):
            continue
        if has_both and PERSIAN_SHAPES.search(row.text):
            continue
        with_yeh = _with_arabic_yeh if has_yeh else _with_preposition
        row.text = FINAL_FARSI_YEH.sub(with_yeh, row.text.translate(DIGITS))


def _with_preposition(found: re.Match[str]) -> str:
    return f"{found[1]}ى" if found[1] in PREPOSITIONS else found[0]


def _with_arabic_yeh(found: re.Match[str]) -> str:
    return found[1] + _final_letter(VOWEL_SIGNS.sub("", found[1]))


@lru_cache(maxsize=1024)
def _final_letter(stem: str) -> str:
    """Alef maksura, or yeh if only that makes a word."""
    is_yeh = len(stem) > 1 and is_known(f"{stem}ي") and not is_known(f"{stem}ى")
    return "ي" if is_yeh and stem not in PREPOSITIONS else "ى"
