"""The engine behind the seam: pdfplumber opens the file, its page device hands over each glyph.

pdfplumber's own `Page.chars` carries the same values, but builds a dictionary of thirty entries
for every glyph and drops /ActualText; this device keeps what is needed and nothing more.
"""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, resolve1
from pdfminer.utils import decode_text
from pdfplumber.page import PDFPageAggregatorWithMarkedContent
from pdfplumber.pdf import PDF

from unreport.errors import DamagedSource, EncryptedSource, LimitExceeded, UnreportError
from unreport.readers.pdf.file.fonts import Resources
from unreport.readers.pdf.file.glyphs import Font, Glyph, Page
from unreport.readers.pdf.file.images import Image, covered_share, hiding_order, painted_image
from unreport.readers.pdf.file.interpreter import Interpreter
from unreport.readers.pdf.file.limits import Clock, PdfLimits
from unreport.readers.pdf.file.objects import Objects
from unreport.readers.pdf.file.page_tree import Leaf, declared, leaves, page_of
from unreport.readers.pdf.file.repair import repaired
from unreport.readers.pdf.file.ruling_lines import drawn

if TYPE_CHECKING:
    from pdfminer.pdffont import PDFFont
    from pdfminer.pdfinterp import PDFTextState
    from pdfminer.psparser import PSLiteral

# The library complains about fonts to whoever listens; to nobody, if nobody has asked.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())

FARTHEST = 1e6  # points from the origin
SMALLEST = 0.01  # points; smaller type is not seen
LONGEST = 32  # letters of one glyph; an Arabic blessing has eighteen
BOLD_NAME = re.compile(r"bold|black|heavy|demi|,b\b|-b\b", re.IGNORECASE)
ITALIC_NAME = re.compile(r"italic|oblique", re.IGNORECASE)
FORCE_BOLD = 1 << 18  # font descriptor flag 19
ITALIC_FLAG = 1 << 6
END_OF_FILE = b"%%EOF"
END_ZONE = 2048  # bytes at the end of a file, where its marker stands
INVISIBLE_MODES = frozenset({3, 7})  # text rendering modes that paint nothing (ISO 32000-1, 9.3.6)


class _Device(PDFPageAggregatorWithMarkedContent):
    """pdfplumber's page device, with glyphs in place of layout objects."""

    def __init__(self, pdf: PDF, number: int, fonts: _Fonts, clock: Clock) -> None:
        super().__init__(pdf.rsrcmgr, pageno=number, laparams=None)
        self.upright: list[Glyph] = []
        self.slanted: dict[tuple[int, int], list[Glyph]] = {}
        self.spans: dict[int, str] = {}
        self.properties: dict[str, object] = {}
        self.images: list[Image] = []
        self.invisible: set[int] = set()  # orders of glyphs
        self._is_invisible = False
        self._open: list[int] = []
        self._fonts = fonts
        self._clock = clock
        self._order = 0

    def begin_tag(self, tag: PSLiteral, props: object = None) -> None:  # noqa: ARG002
        text = _actual_text(props, self.properties)
        inner = self._open[-1] if self._open else 0
        if text is not None and not inner:
            self._clock.hold(len(text))
            inner = len(self.spans) + 1
            self.spans[inner] = text
        self._open.append(inner)

    def end_tag(self) -> None:
        if self._open:
            self._open.pop()

    def tag_cur_item(self) -> None:
        self._clock.tick()

    def render_image(self, name: str, stream: object) -> None:  # noqa: ARG002
        self.images.append(painted_image(stream, self.ctm, self._order))

    def render_string(self, textstate: PDFTextState, *rest: Any) -> None:  # noqa: ANN401
        """Draw a string, and note whether its text rendering mode paints nothing."""
        self._is_invisible = textstate.render in INVISIBLE_MODES
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
        self._clock.tick()
        self._order += 1
        self._clock.check_page(self._order)
        if self._is_invisible:
            self.invisible.add(self._order)
        a, b, c, d, e, f = matrix
        advance: float = font.char_width(cid) * fontsize * scaling
        if not self._is_seen(matrix, fontsize, advance):
            return advance
        index = self._fonts.index(font)
        text = self._fonts.letter(index, font, cid)
        span = self._open[-1] if self._open else 0
        if a > 0 and d > 0 and abs(b) + abs(c) < 0.2 * (a + d):
            x1 = e + advance * a
            x0, x1 = (e, x1) if x1 >= e else (x1, e)
            self.upright.append(
                Glyph(text, x0, x1, f + rise * d, fontsize * d, index, cid, self._order, span)
            )
        else:
            self._slanted(matrix, advance, fontsize, (text, index, cid, span))
        return advance

    @staticmethod
    def _is_seen(matrix: tuple[float, ...], fontsize: float, advance: float) -> bool:
        """Whether a glyph is of a size and at a place where it can be seen."""
        a, b, c, d, e, f = matrix
        size = abs(fontsize) * math.hypot(c, d)
        return (
            abs(e) + abs(f) + abs(advance) * math.hypot(a, b) < FARTHEST
            and SMALLEST < size < FARTHEST
        )

    def _slanted(
        self,
        matrix: tuple[float, ...],
        advance: float,
        fontsize: float,
        what: tuple[str, int, int, int],
    ) -> None:
        a, b, c, d, e, f = matrix
        turn = _quarter(a, b, c, d)
        x, y = e * turn[0] + f * turn[1], f * turn[0] - e * turn[1]
        width = abs(advance) * math.hypot(a, b)
        size = abs(fontsize) * math.hypot(c, d)
        text, index, cid, span = what
        glyph = Glyph(text, x, x + width, y, size, index, cid, self._order, span)
        self.slanted.setdefault(turn, []).append(glyph)


def _quarter(a: float, b: float, c: float, d: float) -> tuple[int, int]:
    """The direction of reading, to the nearest quarter turn; mirrored text counts as upright."""
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


class _Fonts:
    """The fonts of a document, numbered as they appear, and the letters of their codes."""

    def __init__(self) -> None:
        self.known: list[Font] = []
        self._held: dict[int, tuple[int, PDFFont]] = {}
        self._letters: dict[tuple[int, int], str] = {}

    def index(self, font: PDFFont) -> int:
        held = self._held.get(id(font))
        if held is None:
            held = self._held[id(font)] = (len(self.known), font)
            self.known.append(_describe(font))
        return held[0]

    def letter(self, index: int, font: PDFFont, cid: int) -> str:
        text = self._letters.get((index, cid))
        if text is None:
            text = self._letters[index, cid] = _letter(font, cid)
        return text


def _letter(font: PDFFont, cid: int) -> str:
    try:
        text = font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        return ""
    letters = str(text).replace("\0", "")
    return letters if len(letters) <= LONGEST else ""


def _describe(font: PDFFont) -> Font:
    held = font.fontname
    name = held.decode("latin-1") if isinstance(held, bytes) else str(held)
    flags = int(font.flags)
    return Font(
        name=name.split("+", 1)[-1],
        bold=bool(BOLD_NAME.search(name)) or bool(flags & FORCE_BOLD),
        italic=bool(ITALIC_NAME.search(name)) or bool(flags & ITALIC_FLAG),
    )


# --- a document -----------------------------------------------------------------------------------


class _File(PDF):
    """pdfplumber's document over objects that know the limits."""

    def __init__(self, objects: Objects, clock: Clock) -> None:
        self.doc = objects
        self.rsrcmgr = Resources(clock, objects.damaged)
        self.metadata = {}
        self.laparams = None
        self.unicode_norm = None
        self.raise_unicode_errors = False


class Opened:
    """An open PDF: its pages one at a time, each forgotten when the next is asked for."""

    def __init__(self, data: bytes, limits: PdfLimits, clock: Clock) -> None:
        self._clock = clock
        self._limits = limits
        self._has_end = END_OF_FILE in data[-END_ZONE:]
        self._objects, self._leaves, self._mended = _open(data, limits, clock)
        self._pdf = _File(self._objects, clock)
        self._fonts = _Fonts()
        self.lost: list[tuple[int, str]] = []
        """Pages that could not be read to their end, and why."""
        self.declared = declared(self._objects)

    @property
    def mended(self) -> bool:
        """Whether pages or other objects had to be searched for."""
        return self._mended or self._objects.mended

    @property
    def cut_off(self) -> bool:
        """Whether the end of the file is missing, and its objects had to be searched for."""
        return self.mended and not self._has_end

    @property
    def fonts(self) -> list[Font]:
        """The fonts of all pages so far."""
        return self._fonts.known

    def pages(self) -> Iterator[Page]:
        """Every page that can be read, in order."""
        for number, leaf in enumerate(self._leaves, start=1):
            if self._limits.pages is not None and number > self._limits.pages:
                raise LimitExceeded(
                    f"the file has more than {self._limits.pages:,} pages; "
                    "allow more (PdfLimits.pages) or split the file"
                )
            self._clock.look()
            try:
                raw = page_of(self._objects, leaf)
            except Exception as problem:  # noqa: BLE001 - the library raises anything on damaged files
                _let_pass(problem)
                self.lost.append((number, "it cannot be read"))
                continue
            yield self._page(number, raw)
            self._forget(raw)

    def _page(self, number: int, raw: PDFPage) -> Page:
        device = _Device(self._pdf, number, self._fonts, self._clock)
        damaged = self._objects.damaged
        interpreter = Interpreter(self._pdf.rsrcmgr, device, self._clock, damaged)
        try:
            device.properties = _properties(raw)
            interpreter.process_page(raw)
        except Exception as problem:  # noqa: BLE001 - what was painted before it stands
            _let_pass(problem)
            self.lost.append((number, "its content breaks off"))
        self._note_damage(number, raw)
        return self._finished(number, raw, device)

    def _note_damage(self, number: int, raw: PDFPage) -> None:
        if not all(isinstance(resolve1(content), PDFStream) for content in raw.contents):
            self.lost.append((number, "a part of its content is not in the file"))
        self.lost.extend((number, why) for why in dict.fromkeys(self._objects.damaged))
        self._objects.damaged.clear()

    def _forget(self, raw: PDFPage) -> None:
        """Let go of a page's content: the library keeps every object that it has once read."""
        cached = self._objects._cached_objs  # noqa: SLF001
        for content in raw.contents:
            gone, _ = cached.pop(getattr(content, "objid", 0), (None, 0))
            if isinstance(gone, PDFStream):
                self._clock.hold(-len(gone.data or b""))
        cached.pop(int(str(raw.pageid)), None)

    def _finished(self, number: int, raw: PDFPage, device: _Device) -> Page:
        x0, y0, x1, y1 = raw.mediabox
        width, height = abs(x1 - x0), abs(y1 - y0)
        if raw.rotate % 180:
            width, height = height, width
        paper = width, height
        rules, grids = drawn(self._pdf, raw, device, number)
        groups = {(1, 0): device.upright} | {
            turn: [*(device.upright if turn == (1, 0) else ()), *glyphs]
            for turn, glyphs in device.slanted.items()
        }
        turn = max(groups, key=lambda key: len(groups[key]))
        tops = {(1, 0): height, (-1, 0): 0.0, (0, 1): 0.0, (0, -1): width}
        if turn[1]:
            rules, grids = [], ()  # drawn in the page's own direction
        return Page(
            number=number,
            width=width if turn[0] else height,
            height=height if turn[0] else width,
            glyphs=_from_top(groups[turn], tops[turn], _left(turn, width, height)),
            turned=[g for key, glyphs in groups.items() if key != turn for g in glyphs],
            spans=device.spans,
            rules=rules,
            fonts=self._fonts.known,
            tables=grids,
            images=len(device.images),
            covered=covered_share(device.images, *paper),
            hidden=frozenset(
                device.invisible.union(range(1, hiding_order(device.images, *paper) + 1))
            ),
        )


def _left(turn: tuple[int, int], width: float, height: float) -> float:
    """The smallest x that a glyph read in this direction may have."""
    return {(1, 0): 0.0, (-1, 0): -width, (0, 1): 0.0, (0, -1): -height}[turn]


def _from_top(glyphs: list[Glyph], top: float, left: float) -> list[Glyph]:
    return [
        Glyph(g.text, g.x0 - left, g.x1 - left, top - g.y, g.size, g.font, g.code, g.order, g.span)
        for g in glyphs
    ]


def _let_pass(problem: Exception) -> None:
    """Raise what the caller must know, whatever else the library does with exceptions."""
    if isinstance(problem, UnreportError):
        raise problem


def _open(data: bytes, limits: PdfLimits, clock: Clock) -> tuple[Objects, list[Leaf], bool]:
    """The file and its pages, and whether it had to be mended first."""
    try:
        objects, found = _first_look(data, limits, clock)
        wanted = min(declared(objects) or 1, limits.pages or math.inf)
        if len(found) >= max(1, wanted):
            return objects, found, False
    except DamagedSource:
        mended = repaired(data)
        if mended is None:
            raise
        return *_first_look(mended, limits, clock), True
    mended = repaired(data)
    if mended is not None:
        with suppress(DamagedSource):
            others, more = _first_look(mended, limits, clock)
            if len(more) > len(found):
                return others, more, True
    return objects, found, False


def _first_look(data: bytes, limits: PdfLimits, clock: Clock) -> tuple[Objects, list[Leaf]]:
    most = None if limits.pages is None else limits.pages + 1
    try:
        objects = Objects(data, clock)
        return objects, list(islice(leaves(objects, clock), most))
    except UnreportError:
        raise
    except PDFPasswordIncorrect:
        raise EncryptedSource(
            "the file asks for a password; save a copy without one and read that"
        ) from None
    except PDFEncryptionError:
        raise EncryptedSource(
            "the file is encrypted in a way that unreport does not know; "
            "save a copy without encryption and read that"
        ) from None
    except Exception as problem:
        raise DamagedSource(
            "the file begins like a PDF, but its list of objects is damaged or cut off; "
            "fetch it again or repair it with a PDF tool"
        ) from problem


def _properties(raw: PDFPage) -> dict[str, object]:
    return dict_value(dict_value(raw.resources).get("Properties"))
