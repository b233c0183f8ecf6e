"""The engine behind the seam: pdfplumber opens the file, its page device hands over each glyph.

pdfplumber's own `Page.chars` carries the same values, but builds a dictionary of thirty entries
for every glyph and drops /ActualText; this device keeps what is needed and nothing more.
"""

from __future__ import annotations

import io
import logging
import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text
from pdfplumber.page import Page as PlumberPage
from pdfplumber.page import PDFPageAggregatorWithMarkedContent
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from unreport.errors import DamagedSource, EncryptedSource, LimitExceeded, UnreportError
from unreport.pdf.glyphs import Font, Glyph, Grid, Page, Rule
from unreport.pdf.limits import Clock, Limits
from unreport.pdf.repair import repaired

if TYPE_CHECKING:
    from pdfminer.pdffont import PDFFont
    from pdfminer.psparser import PSLiteral

# The library complains about fonts to whoever listens; to nobody, if nobody has asked.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())

LEAST_RULES = 4  # of a grid
THIN = 3.0  # points: what is thinner than this is a rule
BOLD_NAME = re.compile(r"bold|black|heavy|demi|,b\b|-b\b", re.IGNORECASE)
ITALIC_NAME = re.compile(r"italic|oblique", re.IGNORECASE)
FORCE_BOLD = 1 << 18  # font descriptor flag 19
ITALIC_FLAG = 1 << 6


class _Device(PDFPageAggregatorWithMarkedContent):
    """pdfplumber's page device, with glyphs in place of layout objects."""

    def __init__(self, pdf: PDF, number: int, fonts: _Fonts, clock: Clock) -> None:
        super().__init__(pdf.rsrcmgr, pageno=number, laparams=None)
        self.upright: list[Glyph] = []
        self.slanted: dict[tuple[int, int], list[Glyph]] = {}
        self.spans: dict[int, str] = {}
        self.properties: dict[str, object] = {}
        self.pictures = 0
        self._open: list[int] = []
        self._fonts = fonts
        self._clock = clock
        self._order = 0

    def begin_tag(self, tag: PSLiteral, props: object = None) -> None:  # noqa: ARG002
        text = _actual_text(props, self.properties)
        inner = self._open[-1] if self._open else 0
        if text is not None and not inner:
            inner = len(self.spans) + 1
            self.spans[inner] = text
        self._open.append(inner)

    def end_tag(self) -> None:
        if self._open:
            self._open.pop()

    def tag_cur_item(self) -> None:
        self._clock.tick()

    def render_image(self, name: str, stream: object) -> None:  # noqa: ARG002
        self.pictures += 1

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
        a, b, c, d, e, f = matrix
        advance: float = font.char_width(cid) * fontsize * scaling
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
    return str(text).replace("\0", "")


def _describe(font: PDFFont) -> Font:
    held = font.fontname
    name = held.decode("latin-1") if isinstance(held, bytes) else str(held)
    flags = int(font.flags)
    return Font(
        name=name.split("+", 1)[-1],
        bold=bool(BOLD_NAME.search(name)) or bool(flags & FORCE_BOLD),
        italic=bool(ITALIC_NAME.search(name)) or bool(flags & ITALIC_FLAG),
    )


class _Interpreter(PDFPageInterpreter):
    """pdfminer's interpreter with a look at the clock where a page can be endless without text."""

    clock: Clock

    def push(self, obj: Any) -> None:  # noqa: ANN401 - as the library has it
        self.clock.tick()
        super().push(obj)

    def do_q(self) -> None:
        self.clock.tick()
        super().do_q()

    def do_n(self) -> None:
        self.clock.tick()
        super().do_n()

    def subinterp(self) -> _Interpreter:
        inner = type(self)(self.rsrcmgr, self.device)
        inner.parent_stream_ids.update(self.parent_stream_ids, self.stream_ids)
        inner.clock = self.clock
        return inner


# --- a document -----------------------------------------------------------------------------------


class Opened:
    """An open PDF: its pages one at a time, each forgotten when the next is asked for."""

    def __init__(self, data: bytes, limits: Limits, clock: Clock) -> None:
        self._clock = clock
        self._limits = limits
        self._pdf, self.mended = _open(data)
        self._fonts = _Fonts()
        self.lost: list[tuple[int, str]] = []
        """Pages that could not be read to their end, and why."""
        self.declared = _declared(self._pdf)

    @property
    def producer(self) -> str:
        """What the file says that it was made with."""
        return str(self._pdf.metadata.get("Producer") or "")

    def pages(self) -> Iterator[Page]:
        """Every page that can be read, in order."""
        for number, raw in enumerate(self._raw(), start=1):
            if self._limits.pages is not None and number > self._limits.pages:
                raise LimitExceeded(f"the file has more than {self._limits.pages} pages")
            self._clock.look()
            yield self._page(number, raw)
            _forget(self._pdf, raw)

    def _raw(self) -> Iterator[PDFPage]:
        try:
            yield from PDFPage.create_pages(self._pdf.doc)
        except UnreportError:
            raise
        except Exception as problem:  # noqa: BLE001 - the library raises anything on damaged files
            self.lost.append((0, f"the list of pages breaks off ({type(problem).__name__})"))

    def _page(self, number: int, raw: PDFPage) -> Page:
        device = _Device(self._pdf, number, self._fonts, self._clock)
        interpreter = _Interpreter(self._pdf.rsrcmgr, device)
        interpreter.clock = self._clock
        try:
            device.properties = _properties(raw)
            interpreter.process_page(raw)
        except UnreportError:
            raise
        except Exception as problem:  # noqa: BLE001 - what was painted before it stands
            self.lost.append((number, f"its content breaks off ({type(problem).__name__})"))
        return self._finished(number, raw, device)

    def _finished(self, number: int, raw: PDFPage, device: _Device) -> Page:
        x0, y0, x1, y1 = raw.mediabox
        width, height = abs(x1 - x0), abs(y1 - y0)
        if raw.rotate % 180:
            width, height = height, width
        rules, grids = _drawn(self._pdf, raw, device, number)
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
            pictures=device.pictures,
        )


def _left(turn: tuple[int, int], width: float, height: float) -> float:
    """The smallest x that a glyph read in this direction may have."""
    return {(1, 0): 0.0, (-1, 0): -width, (0, 1): 0.0, (0, -1): -height}[turn]


def _from_top(glyphs: list[Glyph], top: float, left: float) -> list[Glyph]:
    return [
        Glyph(g.text, g.x0 - left, g.x1 - left, top - g.y, g.size, g.font, g.code, g.order, g.span)
        for g in glyphs
    ]


def _open(data: bytes) -> tuple[PDF, bool]:
    """The file, and whether it had to be mended first."""
    try:
        return _first_look(data), False
    except DamagedSource:
        mended = repaired(data)
        if mended is None:
            raise
        return _first_look(mended), True


def _first_look(data: bytes) -> PDF:
    try:
        return pdfplumber.open(io.BytesIO(data))
    except Exception as problem:  # noqa: BLE001
        inner = problem.args[0] if isinstance(problem, PdfminerException) and problem.args else None
        cause = inner if isinstance(inner, Exception) else problem
        if isinstance(cause, PDFPasswordIncorrect):
            raise EncryptedSource(
                "the file asks for a password; save a copy without one and read that"
            ) from None
        raise DamagedSource(
            f"the file starts like a PDF but cannot be opened ({type(cause).__name__}); "
            "fetch it again or repair it with a PDF tool"
        ) from None


def _declared(pdf: PDF) -> int | None:
    try:
        tree = resolve1(pdf.doc.catalog.get("Pages"))
        count = resolve1(tree.get("Count"))
    except Exception:  # noqa: BLE001
        return None
    return count if isinstance(count, int) else None


def _properties(raw: PDFPage) -> dict[str, object]:
    resources = raw.resources
    found = resolve1(resources.get("Properties"))
    return found if isinstance(found, dict) else {}


def _forget(pdf: PDF, raw: PDFPage) -> None:
    """Let go of a page's content: the library keeps every object that it has once read."""
    cached = getattr(pdf.doc, "_cached_objs", {})
    for content in raw.contents:
        cached.pop(getattr(content, "objid", None), None)
    cached.pop(raw.pageid, None)


# --- what is drawn --------------------------------------------------------------------------------


def _drawn(
    pdf: PDF, raw: PDFPage, device: _Device, number: int
) -> tuple[list[Rule], tuple[Grid, ...]]:
    """The rules of a page, and its ruled tables as pdfplumber finds them."""
    try:
        page = PlumberPage(pdf, raw, page_number=number)
        page._layout = device.get_result()  # noqa: SLF001 - so that it is not interpreted twice
        rules = _rules(page)
        upright = sum(not rule.lies for rule in rules)
        grids = _grids(page) if upright > 1 and len(rules) >= LEAST_RULES else ()
        page.close()
    except Exception:  # noqa: BLE001 - a page without rules is still a page
        return [], ()
    return rules, grids


def _rules(page: PlumberPage) -> list[Rule]:
    drawn = [Rule(o["x0"], o["top"], o["x1"], o["bottom"]) for o in (*page.lines, *page.rects)]
    framed = [Rule(o["x0"], o["top"], o["x1"], o["bottom"]) for o in page.rects if o["stroke"]]
    sides = [side for frame in framed if not _is_thin(frame) for side in _sides(frame)]
    return [rule for rule in (*drawn, *sides) if _is_thin(rule)]


def _is_thin(rule: Rule) -> bool:
    width, height = rule.x1 - rule.x0, rule.bottom - rule.top
    return min(width, height) <= THIN and max(width, height) > 4 * THIN


def _sides(frame: Rule) -> tuple[Rule, Rule, Rule, Rule]:
    """The four sides of a box whose outline is drawn."""
    x0, top, x1, bottom = frame.x0, frame.top, frame.x1, frame.bottom
    return (
        Rule(x0, top, x1, top),
        Rule(x0, bottom, x1, bottom),
        Rule(x0, top, x0, bottom),
        Rule(x1, top, x1, bottom),
    )


def _grids(page: PlumberPage) -> tuple[Grid, ...]:
    return tuple(
        Grid(
            x0=table.bbox[0],
            top=table.bbox[1],
            x1=table.bbox[2],
            bottom=table.bbox[3],
            rows=tuple(tuple(row.cells) for row in table.rows),
        )
        for table in page.find_tables()
        if len(table.rows) > 1 and max(len(row.cells) for row in table.rows) > 1
    )
