"""The page device: the glyphs, images and /ActualText that a page draws, and their fonts.

pdfplumber's own `Page.chars` has the same values, but builds a dictionary of thirty entries for
every glyph and drops /ActualText; this device keeps only what is needed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.utils import decode_text
from pdfplumber.page import PDFPageAggregatorWithMarkedContent
from pdfplumber.pdf import PDF

from unreport.readers.pdf.file.font_programs import NOTHING, ProgramText
from unreport.readers.pdf.file.fonts import FontResources
from unreport.readers.pdf.file.glyphs import Font, Glyph
from unreport.readers.pdf.file.images import Image, painted_image
from unreport.readers.pdf.file.limits import Budget
from unreport.readers.pdf.file.misread_codes import ARABIC_LETTER, MisreadCodes, misread_codes
from unreport.readers.pdf.file.optional_content import is_hidden
from unreport.readers.pdf.file.sheets.imposition import PaintedForms
from unreport.readers.symbol_fonts import PRIVATE_USE, symbol_character, symbol_font

if TYPE_CHECKING:
    from pdfminer.pdffont import PDFFont
    from pdfminer.pdfinterp import PDFTextState
    from pdfminer.psparser import PSLiteral

MAX_COORDINATE = 1e6  # points from the origin
CENTRE = 0.38  # em above the baseline, of Han characters
TOP = 0.88  # em above the baseline, of the origin of vertical glyphs (ISO 32000-1, 9.7.4.3)
LATIN_WIDTH = 0.5  # em
DOWN = (0, -1)
STREAM_ORDER = attrgetter("order")
MAX_SLANT = 0.18  # of a baseline, about ten degrees; a watermark has more, a crooked scan less
MIN_FONT_SIZE = 0.01  # points; smaller type is invisible
MAX_GLYPH_TEXT = 32  # characters of one glyph; the longest Arabic ligature, U+FDFA, has eighteen
BOLD_NAME = re.compile(r"bold|black|heavy|demi|,b\b|-b\b", re.IGNORECASE)
ITALIC_NAME = re.compile(r"italic|oblique", re.IGNORECASE)
FORCE_BOLD = 1 << 18  # font descriptor flag 19
ITALIC_FLAG = 1 << 6
DIGITS = frozenset("0123456789")
NARROW = 0.85  # of the widest digit
NONE_MISREAD = MisreadCodes()
INVISIBLE_MODES = frozenset({3, 7})  # text rendering modes that paint nothing (ISO 32000-1, 9.3.6)


class PageDevice(PDFPageAggregatorWithMarkedContent):
    """pdfplumber's page device, which records glyphs in place of layout objects."""

    def __init__(self, pdf: PDF, number: int, fonts: DocumentFonts, budget: Budget) -> None:
        super().__init__(pdf.rsrcmgr, pageno=number, laparams=None)
        self.upright: list[Glyph] = []
        self.rotated: dict[tuple[int, int], list[Glyph]] = {}
        self.slanted: list[Glyph] = []
        self.spans: dict[int, str] = {}
        self.properties: dict[str, object] = {}
        self.images: list[Image] = []
        self.forms = PaintedForms()
        self.invisible: set[int] = set()  # orders of glyphs
        self.clipped: set[int] = set()  # orders of glyphs outside their clipping path or hidden
        self.hidden_groups: frozenset[int] = frozenset()  # of optional content
        self._hidden_from: int | None = None  # the marked content that is hidden, by its depth
        self.is_invisible = False
        self._origins: dict[int, tuple[float, float, float]] = {}
        self._open: list[int] = []
        self.fonts = fonts
        self.budget = budget
        self.order = 0  # of the glyph drawn last

    @property
    def span(self) -> int:
        """The number of the enclosing /ActualText; 0: none."""
        return self._open[-1] if self._open else 0

    def begin_tag(self, tag: PSLiteral | None, props: object = None) -> None:  # noqa: ARG002
        """Open marked content, and note its /ActualText."""
        text = _actual_text(props, self.properties)
        inner = self.span
        if text is not None and not inner:
            self.budget.count_bytes(len(text))
            inner = len(self.spans) + 1
            self.spans[inner] = text
        self._begin(inner, hidden=self.hides(props))

    def hides(self, props: object) -> bool:
        """Whether marked content is of a group that the document hides (optional content)."""
        name = str(getattr(props, "name", ""))
        group = self.properties.get(name) if self.hidden_groups else None
        return is_hidden(group, self.hidden_groups)

    def hides_object(self, stream: object) -> bool:
        """Whether a form or image is of a group that the document hides."""
        found = resolve1(stream) if self.hidden_groups else None
        return isinstance(found, PDFStream) and is_hidden(found.get("OC"), self.hidden_groups)

    def nest(self, *, hidden: bool = False) -> None:
        """Open marked content that has no /ActualText of its own."""
        self._begin(self.span, hidden=hidden)

    def _begin(self, span: int, *, hidden: bool) -> None:
        if hidden and self._hidden_from is None:
            self._hidden_from = len(self._open)
        self._open.append(span)

    def end_tag(self) -> None:
        """Close the innermost marked content."""
        if self._open:
            self._open.pop()
        if len(self._open) == self._hidden_from:
            self._hidden_from = None

    def tag_cur_item(self) -> None:
        """Count a path or image against the limits."""
        self.budget.tick()

    def render_image(self, name: str, stream: object) -> None:  # noqa: ARG002
        """Note where an image is painted."""
        self.images.append(painted_image(stream, self.ctm, self.order))

    def render_string(self, textstate: PDFTextState, *rest: Any) -> None:  # noqa: ANN401
        """Draw a string, and note whether its text rendering mode paints nothing."""
        self.is_invisible = textstate.render in INVISIBLE_MODES
        super().render_string(textstate, *rest)

    def render_char(  # noqa: PLR0913, PLR0917
        self,
        matrix: tuple[float, float, float, float, float, float],
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: object,  # noqa: ARG002
        graphicstate: object,  # noqa: ARG002
    ) -> float:
        """Record a glyph with its text and position; its advance width."""
        self._count_glyph()
        moved: float = font.char_width(cid) * fontsize * scaling
        if fontsize < 0:  # turns the glyph and the direction of writing
            matrix = (-matrix[0], -matrix[1], -matrix[2], -matrix[3], matrix[4], matrix[5])
            fontsize, rise = -fontsize, -rise
        if font.is_vertical():
            self._note_origin(matrix, self.fonts.width_across(font, cid) * fontsize)
            matrix = _written_downwards(matrix, fontsize)
        a, b, c, d, e, f = matrix
        advance = font.char_width(cid) * fontsize * scaling
        if not self._is_visible(matrix, fontsize, advance):
            return moved
        index = self.fonts.index(font)
        text, program = self.fonts.text(index, font, cid)
        span = self.span
        if a > 0 and d > 0 and abs(b) + abs(c) < 0.2 * (a + d):
            x1 = e + advance * a
            x0, x1 = (e, x1) if x1 >= e else (x1, e)
            self.upright.append(
                Glyph(
                    text, x0, x1, f + rise * d, fontsize * d, index, cid, self.order, span, program
                )
            )
        else:
            self._add_rotated(matrix, advance, fontsize, (text, index, cid, span, program))
        return moved

    def _count_glyph(self) -> None:
        """Count a glyph against the limits, and note whether it is seen."""
        self.budget.tick()
        self.order += 1
        self.budget.check_page(self.order)
        if self.is_invisible:
            self.invisible.add(self.order)
        if self._hidden_from is not None:
            self.clipped.add(self.order)

    def _note_origin(self, matrix: tuple[float, ...], width: float) -> None:
        """Note the origin and the width of an upright glyph of a vertical font."""
        a, b, c, d, e, f = matrix
        if a > 0 and d > 0 and b == c == 0:
            self._origins[self.order] = (e, f, width * a)

    def set_rows(self) -> None:
        """Set the glyphs of vertical fonts in rows, if the page places them so, one by one."""
        steps = [
            (abs(x1 - x0), abs(y1 - y0))
            for (first, (x0, y0, _)), (second, (x1, y1, _)) in pairwise(self._origins.items())
            if second == first + 1
        ]
        if 2 * sum(across > down for across, down in steps) <= len(steps):
            return
        written = self.rotated.pop(DOWN, [])
        self.rotated[DOWN] = [glyph for glyph in written if glyph.order not in self._origins]
        for glyph in written:
            if found := self._origins.get(glyph.order):
                x, top, known = found
                width = known or glyph.size * (LATIN_WIDTH if glyph.text.isascii() else 1)
                x0, y = x - width / 2, top - TOP * glyph.size
                self.upright.append(replace(glyph, x0=x0, x1=x0 + width, y=y))
        self.upright.sort(key=STREAM_ORDER)

    @staticmethod
    def _is_visible(matrix: tuple[float, ...], fontsize: float, advance: float) -> bool:
        """Whether a glyph has a size and a position at which it can be visible."""
        a, b, c, d, e, f = matrix
        size = abs(fontsize) * math.hypot(c, d)
        return (
            abs(e) + abs(f) + abs(advance) * math.hypot(a, b) < MAX_COORDINATE
            and MIN_FONT_SIZE < size < MAX_COORDINATE
        )

    def _add_rotated(
        self,
        matrix: tuple[float, ...],
        advance: float,
        fontsize: float,
        identity: tuple[str, int, int, int, ProgramText],
    ) -> None:
        a, b, c, d, e, f = matrix
        rotation = _rotation(a, b, c, d)
        x, y = e * rotation[0] + f * rotation[1], f * rotation[0] - e * rotation[1]
        width = abs(advance) * math.hypot(a, b)
        size = abs(fontsize) * math.hypot(c, d)
        text, index, cid, span, program = identity
        glyph = Glyph(text, x, x + width, y, size, index, cid, self.order, span, program)
        is_slanted = min(abs(a), abs(b)) > MAX_SLANT * max(abs(a), abs(b))
        (self.slanted if is_slanted else self.rotated.setdefault(rotation, [])).append(glyph)


def _written_downwards(
    matrix: tuple[float, float, float, float, float, float], fontsize: float
) -> tuple[float, float, float, float, float, float]:
    """The matrix of horizontal text, turned right, whose glyphs stand as those of a column do.

    The origin of a glyph is the middle of its top in vertical writing (ISO 32000-1, 9.7.4.3).
    """
    a, b, c, d, e, f = matrix
    drop = CENTRE * fontsize
    return -c, -d, a, b, e - drop * a, f - drop * b


def _rotation(a: float, b: float, c: float, d: float) -> tuple[int, int]:
    """The direction of the baseline, to the nearest quarter turn; mirrored text is upright."""
    if abs(a) >= abs(b):
        return (1, 0) if a > 0 or d > 0 else (-1, 0)
    del c
    return (0, 1) if b > 0 else (0, -1)


def _actual_text(props: object, properties: dict[str, object]) -> str | None:
    if not isinstance(props, dict):
        name = getattr(props, "name", None)
        props = resolve1(properties.get(name)) if isinstance(name, str) else None
    value = resolve1(props.get("ActualText")) if isinstance(props, dict) else None
    return decode_text(value) if isinstance(value, bytes) else None


class DocumentFonts:
    """The fonts of a document in order of first use, and the Unicode text of their codes."""

    def __init__(self, resources: FontResources) -> None:
        self.fonts: list[Font] = []
        self.scales: dict[int, float] = {}
        """How many times as large as their size and widths say some fonts draw their glyphs."""
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
        return known[0]

    def _note_scale(self, index: int, font: PDFFont) -> None:
        """Note how large a font is drawn, if its widths do not say so."""
        program = self._resources.program(font)
        if program is not None and program.checks and program.may_be_scaled:
            scale = program.drawn_scale({code: font.char_width(code) for code in _mapped(font)})
            if scale != 1:
                self.scales[index] = scale

    def text(self, index: int, font: PDFFont, cid: int) -> tuple[str, ProgramText]:
        """What ToUnicode and the embedded font program say of a code."""
        found = self._texts.get((index, cid))
        if found is None:
            program = self._resources.program(font)
            text = _symbol_text(_unicode_text(font, cid), self.fonts[index].symbols)
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
