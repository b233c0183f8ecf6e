"""The fonts of a document, and the Unicode text and the program text of their codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pdfminer.pdffont import PDFType3Font, PDFUnicodeNotDefined

from unreport.readers.pdf.file.font_programs import NOTHING, ProgramText
from unreport.readers.pdf.file.font_tables.type3_em import ENOUGH_LETTERS, type3_em
from unreport.readers.pdf.file.fonts import FontResources
from unreport.readers.pdf.file.glyphs import Font
from unreport.readers.pdf.file.misread_codes import ARABIC_LETTER, MisreadCodes, misread_codes
from unreport.readers.symbol_fonts import PRIVATE_USE, symbol_character, symbol_font

if TYPE_CHECKING:
    from pdfminer.pdffont import PDFFont

MAX_GLYPH_TEXT = 32  # characters of one glyph; the longest Arabic ligature, U+FDFA, has eighteen
BOLD_NAME = re.compile(r"bold|black|heavy|demi|,b\b|-b\b", re.IGNORECASE)
ITALIC_NAME = re.compile(r"italic|oblique", re.IGNORECASE)
FORCE_BOLD = 1 << 18  # font descriptor flag 19
ITALIC_FLAG = 1 << 6
DIGITS = frozenset("0123456789")
DIGITS_OF_SYMBOLS = {chr(0xF000 + ord(digit)): digit for digit in "0123456789"}
"""The codes of a font with a symbol encoding, as U+F000 to U+F0FF (OpenType 1.9, "cmap")."""
LEAST_IN_ORDER = 2  # characters
NARROW = 0.85  # of the widest digit
NONE_MISREAD = MisreadCodes()


class DocumentFonts:
    """The fonts of a document in order of first use, and the Unicode text of their codes."""

    def __init__(self, resources: FontResources) -> None:
        self.fonts: list[Font] = []
        self.scales: dict[int, float] = {}
        """How many times as large as their size and widths say some fonts draw their glyphs."""
        self.ems: dict[int, float] = {}
        """How many times as large as their size says others draw them, which have right widths."""
        self._ems: dict[float, float] = {}  # by the scale of a font matrix
        self._resources = resources
        self._by_id: dict[int, tuple[int, PDFFont]] = {}
        self._texts: dict[tuple[int, int], tuple[str, ProgramText]] = {}
        self._arabic_letters: dict[int, int | None] = {}
        self._superior: dict[int, frozenset[int]] = {}
        self._misread: dict[int, MisreadCodes] = {}

    def index(self, font: PDFFont) -> int:
        """The number of a font."""
        known = self._by_id.get(id(font))
        if known is None:
            known = self._by_id[id(font)] = (len(self.fonts), font)
            assumed = self._resources.is_encoding_assumed(font)
            self.fonts.append(_describe(font, is_encoding_assumed=assumed))
            self._note_scale(known[0], font)
            if isinstance(font, PDFType3Font):
                self._note_em(known[0], font)
        return known[0]

    def _note_scale(self, index: int, font: PDFFont) -> None:
        """Note how large a font is drawn, if its widths do not say so."""
        program = self._resources.program(font)
        if program is not None and program.checks and program.may_be_scaled:
            scale = program.drawn_scale({code: font.char_width(code) for code in _mapped(font)})
            if scale != 1:
                self.scales[index] = scale

    def _note_em(self, index: int, font: PDFType3Font) -> None:
        """Note the em of a Type 3 font; a subset of few letters has that of the others."""
        mapped, scale = _mapped(font), font.matrix[0]
        letters = [(font.char_width(code), text) for code, text in mapped.items() if text.isalnum()]
        widths = {text: width for width, text in letters if width > 0}  # others are not drawn
        if len(widths) >= ENOUGH_LETTERS:
            em = self._ems.setdefault(scale, type3_em(widths, scale))
        else:
            em = self._ems.get(scale) or type3_em(widths, scale)
        if em != 1:
            self.ems[index] = em

    def text(self, index: int, font: PDFFont, cid: int) -> tuple[str, ProgramText]:
        """What ToUnicode and the embedded font program say of a code."""
        found = self._texts.get((index, cid))
        if found is None:
            program = self._resources.program(font)
            text = _symbol_text(_unicode_text(font, cid), self.fonts[index].symbols)
            if text in DIGITS_OF_SYMBOLS and _is_in_order(cid, DIGITS_OF_SYMBOLS[text], font):
                text = DIGITS_OF_SYMBOLS[text]
            second = NOTHING if program is None else program.witness(cid, text, _mapped(font))
            if program is not None and program.decides and program.has_cmap:
                text = min(second.unicode, default="")
            if text.isspace() and program is not None:
                letter = self._arabic_letter(index, font)
                if letter is not None and program.is_drawn(cid, letter):
                    text = ""  # a kashida of LibreOffice
            if text and (found_codes := self._misread_codes(index, font)) != NONE_MISREAD:
                text = found_codes.text(cid, text)
            if text in DIGITS and cid in self._narrow_digits(index, font):
                is_superior = program is not None and program.is_superior(cid)
                second = ProgramText(second.unicode, second.name, is_superior)
            found = self._texts[index, cid] = (text, second)
        return found

    def width_across(self, font: PDFFont, cid: int) -> float:
        """The width of a glyph of a vertical font in horizontal writing, in em; 0: not given."""
        return self._resources.width_across(font, cid)

    def _narrow_digits(self, index: int, font: PDFFont) -> frozenset[int]:
        """The codes of a font that may be superior figures."""
        if index not in self._superior:
            self._superior[index] = _narrow_digits(font)
        return self._superior[index]

    def _misread_codes(self, index: int, font: PDFFont) -> MisreadCodes:
        """The codes of a font whose ToUnicode values their glyphs cannot have."""
        if index not in self._misread:
            self._misread[index] = misread_codes(
                _mapped(font), self._resources.program(font), font.char_width
            )
        return self._misread[index]

    def _arabic_letter(self, index: int, font: PDFFont) -> int | None:
        """A code that a font's ToUnicode maps to an Arabic letter; None if none is."""
        if index not in self._arabic_letters:
            letters = (code for code, text in _mapped(font).items() if ARABIC_LETTER.search(text))
            self._arabic_letters[index] = next(letters, None)
        return self._arabic_letters[index]

    def shape(self, index: int, code: int, char: str) -> str:
        """Which of a mirrored character and its counterpart a glyph draws, by its outline."""
        font = self._font(index)
        program = self._resources.program(font) if font is not None else None
        return program.shape(code, char) if program is not None else ""

    def unicode_map(self, index: int) -> Mapping[int, str]:
        """The codes of a font and their ToUnicode values, as the file has them."""
        font = self._font(index)
        return _mapped(font) if font is not None else {}

    def _font(self, index: int) -> PDFFont | None:
        return next((font for number, font in self._by_id.values() if number == index), None)


def _mapped(font: PDFFont) -> Mapping[int, str]:
    """The texts of codes by a font's ToUnicode CMap."""
    codes: Any = getattr(font, "unicode_map", None)
    texts: Mapping[int, str] = getattr(codes, "cid2unichr", {})
    return texts


def _narrow_digits(font: PDFFont) -> frozenset[int]:
    """The codes of narrow digits, in a font that has two glyphs for a digit.

    The feature `sups` of OpenType replaces figures by superior figures.
    """
    digits = {code: text for code, text in _mapped(font).items() if text in DIGITS}
    if len(digits) == len({*digits.values()}):
        return frozenset()
    widths = {code: font.char_width(code) for code in digits}
    widest = max(widths.values())
    return frozenset(code for code, width in widths.items() if width < NARROW * widest)


def _unicode_text(font: PDFFont, cid: int) -> str:
    try:
        text = str(font.to_unichr(cid)).replace("\0", "")
    except PDFUnicodeNotDefined:
        return ""
    return text if len(text) <= MAX_GLYPH_TEXT else ""


def _symbol_text(text: str, font: str) -> str:
    """The characters of a glyph; those of a symbol font also where ToUnicode has its codes.

    Fonts of pictures have no letters: a Latin one is a code.  The letters of Symbol are its own.
    """
    if not font or len(text) != 1:
        return text
    code = ord(text)
    if code in PRIVATE_USE or (font != "symbol" and text < "\u0100"):
        return symbol_character(code, font)
    return text


def _is_in_order(cid: int, digit: str, font: PDFFont) -> bool:
    """Whether a code is as far from a digit as those of other ASCII characters from these."""
    found = sum(
        len(text) == 1 and text < "\u007f" and ord(text) - code == ord(digit) - cid
        for code, text in _mapped(font).items()
    )
    return found >= LEAST_IN_ORDER


def _describe(font: PDFFont, *, is_encoding_assumed: bool) -> Font:
    base_font = font.fontname
    name = base_font.decode("latin-1") if isinstance(base_font, bytes) else str(base_font)
    flags = int(font.flags)
    return Font(
        symbols=symbol_font(name),
        is_encoding_assumed=is_encoding_assumed,
        name=name.split("+", 1)[-1],
        bold=bool(BOLD_NAME.search(name)) or bool(flags & FORCE_BOLD),
        italic=bool(ITALIC_NAME.search(name)) or bool(flags & ITALIC_FLAG),
    )
