"""The page device: the glyphs, images and /ActualText that a page draws, and their fonts.

pdfplumber's own `Page.chars` has the same values, but builds a dictionary of thirty entries for
every glyph and drops /ActualText; this device keeps only what is needed.
"""

from __future__ import annotations

import math
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.utils import decode_text
from pdfplumber.page import PDFPageAggregatorWithMarkedContent
from pdfplumber.pdf import PDF

from unreport.readers.pdf.file.document_fonts import DocumentFonts
from unreport.readers.pdf.file.font_programs import ProgramText
from unreport.readers.pdf.file.glyphs import Glyph
from unreport.readers.pdf.file.images import Image, painted_image
from unreport.readers.pdf.file.limits import Budget
from unreport.readers.pdf.file.optional_content import is_hidden
from unreport.readers.pdf.file.sheets.imposition import PaintedForms

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
        self.span = 0
        """The number of the enclosing /ActualText; 0: none."""
        self.fonts = fonts
        self.budget = budget
        self.order = 0  # of the glyph drawn last

    def begin_tag(self, tag: PSLiteral | None, props: object = None) -> None:  # noqa: ARG002
        """Open marked content, and note its /ActualText."""
        self._replace_text(_actual_text(props, self.properties), hidden=self.hides(props))

    def replace_text(self, text: str) -> None:
        """Open marked content with an /ActualText, which counts if it is in no other one."""
        self._replace_text(text, hidden=False)

    def _replace_text(self, text: str | None, *, hidden: bool) -> None:
        inner = self.span
        if text is not None and not inner:
            self.budget.count_bytes(len(text))
            inner = len(self.spans) + 1
            self.spans[inner] = text
        self._begin(inner, hidden=hidden)

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
        self.span = span

    def end_tag(self) -> None:
        """Close the innermost marked content."""
        if self._open:
            self._open.pop()
            self.span = self._open[-1] if self._open else 0
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
