"""Codes whose ToUnicode value cannot be the text of their glyph, whatever the text of the page.

Four producers write such values.  Typst maps each glyph of a grapheme cluster to the letter of the
cluster, the kashida beside a lam too; Quartz maps a ligature to its own code, which may be that of
a digit or a control character; Ghostscript adds up both bytes of a value in a composite font
(`<` for U+201C); and control and format characters draw nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from unreport.readers.pdf.file.font_programs import FontProgram

TATWEEL = "\N{ARABIC TATWEEL}"
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


DASHES = MappingProxyType({"3": "–", "4": "—"})
QUOTATION_MARKS = MappingProxyType({"8": "‘", "9": "’", "<": "“", "=": "”"})
"""Sums of the bytes of punctuation, U+2013 to U+201D, which are drawn unlike the sum."""
FLAT = 0.25  # of the height of the letters, a dash
UPPER = 0.5  # of that height, where quotation marks begin and no digit, `<` or `=` does
LONGEST_MARK = 0.45  # of that height, a quotation mark; superior figures are higher
ASCENDER = 0.8  # of that height, which quotation marks exceed
LOWEST_DASH = 0.15  # of that height
NO_TEXTS: Mapping[int, str] = MappingProxyType({})


class MisreadCodes(NamedTuple):
    """The codes of a font by what their glyphs are."""

    kashidas: frozenset[int] = frozenset()  # mapped to alef or lam
    unknown: frozenset[int] = frozenset()  # mapped to their own code, or to an invisible character
    punctuation: Mapping[int, str] = NO_TEXTS  # code -> the sign that its glyph draws

    def text(self, code: int, given: str) -> str:
        """The text of a code, which ToUnicode has as `given`; empty if it is unknown."""
        if code in self.unknown:
            return ""
        return TATWEEL if code in self.kashidas else self.punctuation.get(code, given)


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
    return MisreadCodes(kashidas, unknown, _summed_punctuation(mapped, program))


def _summed_punctuation(
    mapped: Mapping[int, str], program: FontProgram | None
) -> Mapping[int, str]:
    """The dashes and quotation marks whose bytes were added up, by the heights of their outlines.

    A digit is as high as the letters, and `<` and `=` are drawn in their middle.
    """
    sums = [code for code, text in mapped.items() if text in DASHES or text in QUOTATION_MARKS]
    if program is None or not sums:
        return NO_TEXTS
    letters = [code for code, text in mapped.items() if text.isascii() and text.isalpha()]
    extents = program.extents([*sums, *letters])
    height = max((extents[code][1] for code in letters if code in extents), default=0)
    out = {}
    for code in sums:
        bottom, top = extents.get(code, (0, 0))
        if LOWEST_DASH * height < bottom and 0 < top - bottom < FLAT * height:
            out[code] = DASHES.get(mapped[code], "")
        is_upper = UPPER * height < bottom and top > ASCENDER * height > 0
        if is_upper and top - bottom < LONGEST_MARK * height:
            out[code] = QUOTATION_MARKS.get(mapped[code], "")
    return {code: text for code, text in out.items() if text}


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
