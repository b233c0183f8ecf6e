"""Codes whose ToUnicode value cannot be the text of their glyph, whatever the text of the page.

Three producers write such values.  Typst maps each glyph of a grapheme cluster to the letter of the
cluster, the kashida beside a lam too; Quartz maps a ligature to its own code, which may be that of
a digit or a control character; and control and format characters draw nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from unreport.readers.pdf.file.font_programs import FontProgram

ARABIC_LETTER = re.compile("[\u0621-\u064a\ufe80-\ufefc]")
ASCENDING = re.compile("[أإآٱال\ufe81-\ufe84\ufe87\ufe88\ufe8d\ufe8e\ufedd-\ufee0]")
"""The letters that have an ascender in all their forms, and in all styles."""
INVISIBLE = re.compile(
    "[\x01-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
)
"""Control and format characters."""
FORMAT = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
"""Format characters: many fonts have an outline for them, of zero width, for editors to show."""
MIN_ARABIC = 0.5  # of the codes of a font, for those of a text in Arabic
MIN_SELF = 2  # codes that are mapped to themselves; one may be by chance
MAX_LATIN = 2  # letters of the font, that are not mapped to themselves
ODD = re.compile("[A-Za-z\x7f-\x9f\u00c0-\u00ff_^~{}|\\\\`#&@]")
"""Characters that are no part of an Arabic text: letters and controls of Latin encodings, signs."""
MAX_SELF = 0.2  # of the codes; more are an encoding
CODE_PAGES = ("cp1256", "iso8859_6", "mac_arabic")
"""Encodings of Arabic whose lower half is ASCII: there the codes of Latin letters are right."""


class MisreadCodes(NamedTuple):
    """The codes of a font by what their glyphs are."""

    kashidas: frozenset[int] = frozenset()  # mapped to alef or lam
    unknown: frozenset[int] = frozenset()  # mapped to their own code, or to an invisible character


def misread_codes(
    mapped: Mapping[int, str],
    program: FontProgram | None,
    width: Callable[[int], float] = lambda _: 1.0,
) -> MisreadCodes:
    """The codes of a font with ToUnicode values that its glyphs cannot have."""
    ascending = [code for code, text in mapped.items() if ASCENDING.fullmatch(text)]
    kashidas = program.bars(ascending) if program is not None and ascending else frozenset()
    may_draw = {
        code: text for code, text in mapped.items() if width(code) or not FORMAT.fullmatch(text)
    }
    unknown = _drawn_invisibles(may_draw, program) | _mapped_to_themselves(mapped)
    return MisreadCodes(kashidas, unknown)


def _drawn_invisibles(mapped: Mapping[int, str], program: FontProgram | None) -> frozenset[int]:
    invisible = [code for code, text in mapped.items() if INVISIBLE.fullmatch(text)]
    if program is None or not invisible:
        return frozenset()
    letter = next((code for code, text in mapped.items() if text.isalpha()), None)
    if letter is None:
        return frozenset()
    return frozenset(code for code in invisible if program.is_drawn(code, letter))


def _mapped_to_themselves(mapped: Mapping[int, str]) -> frozenset[int]:
    """The codes of an Arabic font that are mapped to themselves, where hardly any other one is.

    One of them must be of a character that Arabic texts do not have, as a Latin letter in a font
    without other ones: spaces, digits and punctuation may have their codes of ASCII.
    """
    own = {
        code: text
        for code, text in mapped.items()
        if len(text) == 1 and ord(text) == code and text > " "
    }
    if not MIN_SELF <= len(own) <= MAX_SELF * len(mapped):
        return frozenset()
    arabic = sum(ARABIC_LETTER.match(text) is not None for text in mapped.values())
    latin = sum(text.isascii() and text.isalpha() for text in {*mapped.values()} - {*own.values()})
    if any(_is_encoded(mapped, code_page, MIN_ARABIC * arabic) for code_page in CODE_PAGES):
        return frozenset()
    is_odd = any(map(ODD.match, own.values())) and latin <= MAX_LATIN
    return frozenset(own) if is_odd and arabic >= MIN_ARABIC * len(mapped) else frozenset()


def _is_encoded(mapped: Mapping[int, str], code_page: str, least: float) -> bool:
    """Whether at least so many Arabic letters have their codes of an encoding."""
    table = bytes(range(256)).decode(code_page, "replace")
    own = (code for code, text in mapped.items() if ARABIC_LETTER.match(text))
    alike = sum(code < len(table) and table[code] == mapped[code] for code in own)
    return 0 < alike >= least
