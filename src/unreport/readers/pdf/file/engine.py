"""The PDF engine: pdfplumber opens the file, its page device yields each glyph.

pdfplumber's own `Page.chars` has the same values, but builds a dictionary of thirty entries for
every glyph and drops /ActualText; this device keeps only what is needed.
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
from unreport.readers.pdf.file.font_programs import NOTHING, ProgramText
from unreport.readers.pdf.file.fonts import FontResources
from unreport.readers.pdf.file.glyphs import Font, Glyph, Page
from unreport.readers.pdf.file.images import Image, covered_share, hiding_order, painted_image
from unreport.readers.pdf.file.interpreter import Interpreter
from unreport.readers.pdf.file.limits import Budget, PdfLimits
from unreport.readers.pdf.file.objects import Objects
from unreport.readers.pdf.file.page_tree import PageNode, declared_pages, page_from_node, page_nodes
from unreport.readers.pdf.file.repair import rebuilt
from unreport.readers.pdf.file.ruling_lines import NO_DRAWINGS, ruling_lines

if TYPE_CHECKING:
    from pdfminer.pdffont import PDFFont
    from pdfminer.pdfinterp import PDFTextState
    from pdfminer.psparser import PSLiteral

# pdfminer logs warnings about fonts; without a handler they would go to stderr.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())

MAX_COORDINATE = 1e6  # points from the origin
MIN_FONT_SIZE = 0.01  # points; smaller type is invisible
MAX_GLYPH_TEXT = 32  # characters of one glyph; the longest Arabic ligature, U+FDFA, has eighteen
BOLD_NAME = re.compile(r"bold|black|heavy|demi|,b\b|-b\b", re.IGNORECASE)
ITALIC_NAME = re.compile(r"italic|oblique", re.IGNORECASE)
FORCE_BOLD = 1 << 18  # font descriptor flag 19
ITALIC_FLAG = 1 << 6
END_OF_FILE = b"%%EOF"
END_ZONE = 2048  # bytes at the end of a file, where its marker stands
INVISIBLE_MODES = frozenset({3, 7})  # text rendering modes that paint nothing (ISO 32000-1, 9.3.6)


class _Device(PDFPageAggregatorWithMarkedContent):
    """pdfplumber's page device, which records glyphs in place of layout objects."""

    def __init__(self, pdf: PDF, number: int, fonts: _Fonts, budget: Budget) -> None:
        super().__init__(pdf.rsrcmgr, pageno=number, laparams=None)
        self.upright: list[Glyph] = []
        self.rotated: dict[tuple[int, int], list[Glyph]] = {}
        self.spans: dict[int, str] = {}
        self.properties: dict[str, object] = {}
        self.images: list[Image] = []
        self.invisible: set[int] = set()  # orders of glyphs
        self._is_invisible = False
        self._open: list[int] = []
        self._fonts = fonts
        self._budget = budget
        self._order = 0

    def begin_tag(self, tag: PSLiteral, props: object = None) -> None:  # noqa: ARG002
        text = _actual_text(props, self.properties)
        inner = self._open[-1] if self._open else 0
        if text is not None and not inner:
            self._budget.count_bytes(len(text))
            inner = len(self.spans) + 1
            self.spans[inner] = text
        self._open.append(inner)

    def end_tag(self) -> None:
        if self._open:
            self._open.pop()

    def tag_cur_item(self) -> None:
        self._budget.tick()

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
        self._budget.tick()
        self._order += 1
        self._budget.check_page(self._order)
        if self._is_invisible:
            self.invisible.add(self._order)
        a, b, c, d, e, f = matrix
        advance: float = font.char_width(cid) * fontsize * scaling
        if not self._is_visible(matrix, fontsize, advance):
            return advance
        index = self._fonts.index(font)
        text, program = self._fonts.text(index, font, cid)
        span = self._open[-1] if self._open else 0
        if a > 0 and d > 0 and abs(b) + abs(c) < 0.2 * (a + d):
            x1 = e + advance * a
            x0, x1 = (e, x1) if x1 >= e else (x1, e)
            self.upright.append(
                Glyph(
                    text, x0, x1, f + rise * d, fontsize * d, index, cid, self._order, span, program
                )
            )
        else:
            self._add_rotated(matrix, advance, fontsize, (text, index, cid, span, program))
        return advance

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
        glyph = Glyph(text, x, x + width, y, size, index, cid, self._order, span, program)
        self.rotated.setdefault(rotation, []).append(glyph)


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


class _Fonts:
    """The fonts of a document in order of first use, and the Unicode text of their codes."""

    def __init__(self, resources: FontResources) -> None:
        self.fonts: list[Font] = []
        self._resources = resources
        self._by_id: dict[int, tuple[int, PDFFont]] = {}
        self._texts: dict[tuple[int, int], tuple[str, ProgramText]] = {}

    def index(self, font: PDFFont) -> int:
        known = self._by_id.get(id(font))
        if known is None:
            known = self._by_id[id(font)] = (len(self.fonts), font)
            self.fonts.append(_describe(font))
        return known[0]

    def text(self, index: int, font: PDFFont, cid: int) -> tuple[str, ProgramText]:
        found = self._texts.get((index, cid))
        if found is None:
            text, program = _unicode_text(font, cid), self._resources.program(font)
            is_asked = program is not None and (program.checks or not text)
            second = program.text(cid) if program is not None and is_asked else NOTHING
            found = self._texts[index, cid] = (text, second)
        return found


def _unicode_text(font: PDFFont, cid: int) -> str:
    try:
        text = str(font.to_unichr(cid)).replace("\0", "")
    except PDFUnicodeNotDefined:
        return ""
    return text if len(text) <= MAX_GLYPH_TEXT else ""


def _describe(font: PDFFont) -> Font:
    base_font = font.fontname
    name = base_font.decode("latin-1") if isinstance(base_font, bytes) else str(base_font)
    flags = int(font.flags)
    return Font(
        name=name.split("+", 1)[-1],
        bold=bool(BOLD_NAME.search(name)) or bool(flags & FORCE_BOLD),
        italic=bool(ITALIC_NAME.search(name)) or bool(flags & ITALIC_FLAG),
    )


# --- a document -----------------------------------------------------------------------------------


class _File(PDF):
    """pdfplumber's document over objects that observe the limits."""

    def __init__(self, objects: Objects, budget: Budget) -> None:
        self.doc = objects
        self.resources = self.rsrcmgr = FontResources(budget, objects.damaged)
        self.metadata = {}
        self.laparams = None
        self.unicode_norm = None
        self.raise_unicode_errors = False


class PdfFile:
    """An open PDF, which yields its pages one at a time and keeps none of them."""

    def __init__(self, data: bytes, limits: PdfLimits, budget: Budget) -> None:
        self._budget = budget
        self._limits = limits
        self._has_end = END_OF_FILE in data[-END_ZONE:]
        self._objects, self._page_nodes, self._repaired = _open(data, limits, budget)
        self._pdf = _File(self._objects, budget)
        self._fonts = _Fonts(self._pdf.resources)
        self.damage: list[tuple[int, str]] = []
        """Pages whose content could not all be read, and why."""
        self.declared_pages = declared_pages(self._objects)

    @property
    def repaired(self) -> bool:
        """Whether objects were not where the cross-reference table says."""
        return self._repaired or self._objects.repaired

    @property
    def cut_off(self) -> bool:
        """Whether the end of the file is missing, and its objects had to be searched for."""
        return self.repaired and not self._has_end

    @property
    def fonts(self) -> list[Font]:
        """The fonts of all pages read so far."""
        return self._fonts.fonts

    def pages(self) -> Iterator[Page]:
        """Every page that can be read, in order."""
        for number, node in enumerate(self._page_nodes, start=1):
            if self._limits.pages is not None and number > self._limits.pages:
                raise LimitExceeded(
                    f"the file has more than {self._limits.pages:,} pages; "
                    "allow more (PdfLimits.pages) or split the file"
                )
            self._budget.check()
            try:
                raw = page_from_node(self._objects, node)
            except Exception as problem:  # noqa: BLE001 - the library raises anything on damaged files
                _reraise_own(problem)
                self.damage.append((number, "it cannot be read"))
                continue
            yield self._page(number, raw)
            self._release(raw)

    def _page(self, number: int, raw: PDFPage) -> Page:
        device = _Device(self._pdf, number, self._fonts, self._budget)
        damaged = self._objects.damaged
        interpreter = Interpreter(self._pdf.rsrcmgr, device, self._budget, damaged)
        try:
            device.properties = _properties(raw)
            interpreter.process_page(raw)
        except Exception as problem:  # noqa: BLE001 - what was drawn before it is kept
            _reraise_own(problem)
            self.damage.append((number, "its content breaks off"))
        self._record_damage(number, raw)
        return self._build_page(number, raw, device)

    def _record_damage(self, number: int, raw: PDFPage) -> None:
        if not all(isinstance(resolve1(content), PDFStream) for content in raw.contents):
            self.damage.append((number, "a part of its content is not in the file"))
        self.damage.extend((number, why) for why in dict.fromkeys(self._objects.damaged))
        self._objects.damaged.clear()

    def _release(self, raw: PDFPage) -> None:
        """Remove a page's content streams from pdfminer's cache, which would keep them all."""
        cached = self._objects._cached_objs  # noqa: SLF001
        for content in raw.contents:
            released, _ = cached.pop(getattr(content, "objid", 0), (None, 0))
            if isinstance(released, PDFStream):
                self._budget.count_bytes(-len(released.data or b""))
        cached.pop(int(str(raw.pageid)), None)

    def _build_page(self, number: int, raw: PDFPage, device: _Device) -> Page:
        x0, y0, x1, y1 = raw.mediabox
        width, height = abs(x1 - x0), abs(y1 - y0)
        if raw.rotate % 180:
            width, height = height, width
        paper = width, height
        rules, grids, shapes = ruling_lines(self._pdf, raw, device, number)
        groups = {(1, 0): device.upright} | {
            rotation: [*(device.upright if rotation == (1, 0) else ()), *glyphs]
            for rotation, glyphs in device.rotated.items()
        }
        rotation = max(groups, key=lambda key: len(groups[key]))
        tops = {(1, 0): height, (-1, 0): 0.0, (0, 1): 0.0, (0, -1): width}
        if rotation[1]:
            rules, grids, shapes = (
                NO_DRAWINGS  # they have the coordinates of the page before rotation
            )
        return Page(
            number=number,
            width=width if rotation[0] else height,
            height=height if rotation[0] else width,
            glyphs=_from_top_left(
                groups[rotation], tops[rotation], _min_x(rotation, width, height)
            ),
            rotated=[g for key, glyphs in groups.items() if key != rotation for g in glyphs],
            spans=device.spans,
            rules=rules,
            fonts=self._fonts.fonts,
            tables=grids,
            shapes=shapes,
            images=len(device.images),
            covered=covered_share(device.images, *paper),
            hidden=frozenset(
                device.invisible.union(range(1, hiding_order(device.images, *paper) + 1))
            ),
        )


def _min_x(rotation: tuple[int, int], width: float, height: float) -> float:
    """The left edge of the page in the coordinates of text with this rotation."""
    return {(1, 0): 0.0, (-1, 0): -width, (0, 1): 0.0, (0, -1): -height}[rotation]


def _from_top_left(glyphs: list[Glyph], top: float, left: float) -> list[Glyph]:
    return [
        Glyph(
            g.text,
            g.x0 - left,
            g.x1 - left,
            top - g.y,
            g.size,
            g.font,
            g.code,
            g.order,
            g.span,
            g.program,
        )
        for g in glyphs
    ]


def _reraise_own(problem: Exception) -> None:
    """Raise an error of this package again; other exceptions are damage of the file."""
    if isinstance(problem, UnreportError):
        raise problem


def _open(data: bytes, limits: PdfLimits, budget: Budget) -> tuple[Objects, list[PageNode], bool]:
    """The objects and pages of a file, and whether its cross-reference table had to be rebuilt."""
    try:
        objects, nodes = _parse_structure(data, limits, budget)
        expected = min(declared_pages(objects) or 1, limits.pages or math.inf)
        if len(nodes) >= max(1, expected):
            return objects, nodes, False
    except DamagedSource:
        repaired = rebuilt(data)
        if repaired is None:
            raise
        return *_parse_structure(repaired, limits, budget), True
    repaired = rebuilt(data)
    if repaired is not None:
        with suppress(DamagedSource):
            rebuilt_objects, rebuilt_nodes = _parse_structure(repaired, limits, budget)
            if len(rebuilt_nodes) > len(nodes):
                return rebuilt_objects, rebuilt_nodes, True
    return objects, nodes, False


def _parse_structure(
    data: bytes, limits: PdfLimits, budget: Budget
) -> tuple[Objects, list[PageNode]]:
    most = None if limits.pages is None else limits.pages + 1
    try:
        objects = Objects(data, budget)
        return objects, list(islice(page_nodes(objects, budget), most))
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
