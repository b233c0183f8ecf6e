"""The PDF engine: pdfplumber opens the file, its page device yields each glyph."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, partial
from itertools import islice
from typing import TypeAlias

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, resolve1
from pdfminer.utils import apply_matrix_pt
from pdfplumber.pdf import PDF

from unreport.errors import DamagedSource, EncryptedSource, LimitExceeded, UnreportError
from unreport.readers.pdf.file.annotations import annotation_texts
from unreport.readers.pdf.file.content.drawings import content_drawings
from unreport.readers.pdf.file.content.glyph_columns import GlyphColumns
from unreport.readers.pdf.file.content.interpreter import interpret_page, page_matrix
from unreport.readers.pdf.file.content.shown_strings import DocumentStrings
from unreport.readers.pdf.file.content.string_table import StringTable
from unreport.readers.pdf.file.device import PageDevice
from unreport.readers.pdf.file.document_fonts import DocumentFonts
from unreport.readers.pdf.file.fonts import FontResources
from unreport.readers.pdf.file.glyphs import Font, Glyph, Page
from unreport.readers.pdf.file.images import covered_share, hiding_order
from unreport.readers.pdf.file.interpreter import Interpreter
from unreport.readers.pdf.file.limits import Budget, PdfLimits
from unreport.readers.pdf.file.optional_content import hidden_groups
from unreport.readers.pdf.file.page_glyphs import at_drawn_size
from unreport.readers.pdf.file.page_tree import PageNode, declared_pages, page_from_node, page_nodes
from unreport.readers.pdf.file.repair import rebuilt
from unreport.readers.pdf.file.ruling_lines import NO_DRAWINGS, Drawings, page_drawings
from unreport.readers.pdf.file.sheets.flattened_sheets import flattened_pages
from unreport.readers.pdf.file.sheets.imposition import PlacedPage, divided, imposed_pages
from unreport.readers.pdf.file.syntax.objects import Objects
from unreport.readers.pdf.file.syntax.producers import BY_TEX, COMBINING_GHOSTSCRIPT, is_by
from unreport.readers.pdf.file.visible_area import (
    crop_area,
    cropped,
    glyphs_under_images,
    without_covered,
)

# pdfminer logs warnings about fonts; without a handler they would go to stderr.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())

END_OF_FILE = b"%%EOF"
END_ZONE = 2048  # bytes at the end of a file, where its marker stands


class _File(PDF):
    """pdfplumber's document over objects that observe the limits."""

    def __init__(self, objects: Objects, budget: Budget) -> None:
        self.doc = objects
        self.resources = self.rsrcmgr = FontResources(
            budget,
            objects.damaged,
            by_tex=is_by(BY_TEX, objects.info),
            by_combining=is_by(COMBINING_GHOSTSCRIPT, objects.info),
        )
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
        self._fonts = DocumentFonts(self._pdf.resources)
        self._strings = DocumentStrings(self._fonts)
        self.annotations: list[tuple[int, str]] = []  # page, and text that annotations show
        self.damage: list[tuple[int, str]] = []
        """Pages whose content could not all be read, and why."""
        self.placed: list[PlacedPage] = []
        """Where each page read so far is in the file: several stand on one sheet."""
        self.declared_pages = declared_pages(self._objects)

    @property
    def combines_bytes(self) -> bool:
        """Whether ToUnicode values may have both bytes of a character in one, by the pages read."""
        return self._pdf.resources.combines_bytes

    @property
    def repaired(self) -> bool:
        """Whether objects were not where the cross-reference table says."""
        return self._repaired or self._objects.repaired

    @cached_property
    def _hidden_groups(self) -> frozenset[int]:
        return hidden_groups(self._pdf.doc.catalog)

    @property
    def cut_off(self) -> bool:
        """Whether the end of the file is missing, and its objects had to be searched for."""
        return self.repaired and not self._has_end

    @property
    def additional_pages(self) -> int:
        """How many more pages were read than the file has, since several stand on one sheet."""
        return len(self.placed) - (self.placed[-1].sheet if self.placed else 0)

    @property
    def fonts(self) -> list[Font]:
        """The fonts of all pages read so far."""
        return self._fonts.fonts

    def shape(self, font: int, code: int, char: str) -> str:
        """Which of a mirrored character and its counterpart a glyph draws; "" if unknown."""
        return self._fonts.shape(font, code, char)

    def unicode_map(self, font: int) -> Mapping[int, str]:
        """The codes of a font and their ToUnicode values, as the file has them."""
        return self._fonts.unicode_map(font)

    def pages(self) -> Iterator[Page]:
        """Every page that can be read, in order."""
        for sheet, node in enumerate(self._page_nodes, start=1):
            number = len(self.placed) + 1
            if self._limits.pages is not None and sheet > self._limits.pages:
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
                self.placed.append(PlacedPage(sheet))
                continue
            page, placed = self._page(number, raw)
            self.placed += placed or [PlacedPage(sheet)]
            yield from divided(page, placed) if placed else [page]
            self._release(raw)

    def _page(self, number: int, raw: PDFPage) -> tuple[Page, list[PlacedPage]]:
        self._note_annotations(number, raw)
        try:
            return self._regular_page(number, raw)
        except Exception as problem:  # noqa: BLE001 - irregular, or damaged in any way
            _reraise_own(problem)
        return self._irregular_page(number, raw)

    def _note_annotations(self, number: int, raw: PDFPage) -> None:
        try:
            self.annotations.extend((number, text) for text in annotation_texts(raw))
        except Exception as problem:  # noqa: BLE001 - the library raises anything on damaged files
            _reraise_own(problem)
            self.damage.append((number, "its annotations cannot be read"))

    def _regular_page(self, number: int, raw: PDFPage) -> tuple[Page, list[PlacedPage]]:
        """A page by the content interpreter, which raises on content that it does not know."""
        device, loader = self._device(number)
        device.properties = _properties(raw)
        content = interpret_page(raw, device, loader, self._strings)
        _, height = _paper(raw)
        drawings = content_drawings(content, self._pdf, raw, number, height)
        if device.upright or (1, 0) in device.rotated:
            content.flush()
        page = self._build_page(number, raw, device, drawings, content.columns)
        self._record_damage(number, raw)
        return page

    def _irregular_page(self, number: int, raw: PDFPage) -> tuple[Page, list[PlacedPage]]:
        """A page by pdfminer's interpreter, as far as it can be read."""
        device, interpreter = self._device(number)
        try:
            device.properties = _properties(raw)
            interpreter.process_page(raw)
        except Exception as problem:  # noqa: BLE001 - what was drawn before it is kept
            _reraise_own(problem)
            self.damage.append((number, "its content breaks off"))
        device.set_rows()
        self._record_damage(number, raw)
        drawings = page_drawings(self._pdf, raw, device, number)
        return self._build_page(number, raw, device, drawings, GlyphColumns([], StringTable()))

    def _device(self, number: int) -> tuple[PageDevice, Interpreter]:
        device = PageDevice(self._pdf, number, self._fonts, self._budget)
        device.hidden_groups = self._hidden_groups
        damaged = self._objects.damaged
        return device, Interpreter(self._pdf.rsrcmgr, device, self._budget, damaged)

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

    def _build_page(
        self,
        number: int,
        raw: PDFPage,
        device: PageDevice,
        drawings: Drawings,
        columns: GlyphColumns,
    ) -> tuple[Page, list[PlacedPage]]:
        """A page, and the pages on it if it is a sheet of several."""
        width, height = paper = _paper(raw)
        glyphs, rotated, rotation = _main_direction(device, columns, width, height)
        glyphs = at_drawn_size(glyphs, self._fonts.scales, self._fonts.ems)
        hidden = device.invisible.union(range(1, hiding_order(device.images, *paper) + 1))
        if rotation[1]:
            drawings = NO_DRAWINGS  # they have the coordinates of the page before rotation
        covered: list[Glyph] = []
        placing = _placing(rotation, paper)
        to_page = partial(apply_matrix_pt, page_matrix(raw))
        glyphs = cropped(glyphs, crop_area(raw, lambda x, y: placing(*to_page((x, y)))))
        if rotation == (1, 0):
            under = glyphs_under_images(glyphs, device.images, height) | device.clipped
            glyphs, covered, hidden = without_covered(glyphs, under - hidden, hidden)
        page = Page(
            number=number,
            width=width if rotation[0] else height,
            height=height if rotation[0] else width,
            glyphs=glyphs,
            rotated=rotated,
            spans=device.spans,
            rules=drawings.rules,
            fonts=self._fonts.fonts,
            tables=drawings.grids,
            shapes=drawings.shapes,
            images=len(device.images),
            covered=covered_share(device.images, *paper),
            hidden=frozenset(hidden),
            covered_glyphs=covered,
        )
        last = self.placed[-1] if self.placed else PlacedPage(0)
        imposed = imposed_pages(page, last, device.forms.painted, placing)
        return page, imposed or flattened_pages(page, last)


Rotation: TypeAlias = tuple[int, int]


def _paper(raw: PDFPage) -> tuple[float, float]:
    """The width and height of a page as it is displayed."""
    x0, y0, x1, y1 = raw.mediabox
    width, height = abs(x1 - x0), abs(y1 - y0)
    return (height, width) if raw.rotate % 180 else (width, height)


def _main_direction(
    device: PageDevice, columns: GlyphColumns, width: float, height: float
) -> tuple[Sequence[Glyph], list[Glyph], Rotation]:
    """The glyphs of the direction that most of a page has, the others, and this direction."""
    most = max(map(len, device.rotated.values()), default=0)
    if columns and len(columns) >= most:
        others = [glyph for glyphs in device.rotated.values() for glyph in glyphs]
        return columns.page_glyphs(top=height), [*others, *device.slanted], (1, 0)
    upright = [*device.upright, *columns.glyphs()]
    groups = {(1, 0): upright} | {
        rotation: [*(upright if rotation == (1, 0) else ()), *glyphs]
        for rotation, glyphs in device.rotated.items()
    }
    rotation = max(groups, key=lambda key: len(groups[key]))
    others = [g for key, glyphs in groups.items() if key != rotation for g in glyphs]
    left, top = _min_x(rotation, width, height), _top(rotation, width, height)
    glyphs = _from_top_left(groups[rotation], top, left)
    return glyphs, [*others, *device.slanted], rotation


def _min_x(rotation: Rotation, width: float, height: float) -> float:
    """The left edge of the page in the coordinates of text with this rotation."""
    return {(1, 0): 0.0, (-1, 0): -width, (0, 1): 0.0, (0, -1): -height}[rotation]


def _top(rotation: Rotation, width: float, height: float) -> float:
    """The top edge of the page in the coordinates of text with this rotation."""
    return {(1, 0): height, (-1, 0): 0.0, (0, 1): 0.0, (0, -1): width}[rotation]


def _placing(
    rotation: Rotation, paper: tuple[float, float]
) -> Callable[[float, float], tuple[float, float]]:
    """From a point of a page as it is displayed to its place from the top left of the text."""
    along, up = rotation
    left, top = _min_x(rotation, *paper), _top(rotation, *paper)

    def placed(x: float, y: float) -> tuple[float, float]:
        return x * along + y * up - left, top - (y * along - x * up)

    return placed


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
