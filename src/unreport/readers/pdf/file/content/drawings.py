"""The drawings of a page from its painted paths; pdfplumber finds its ruled tables."""

from __future__ import annotations

from pdfminer.pdfinterp import PDFGraphicState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve_all
from pdfplumber.pdf import PDF

from unreport.readers.pdf.file.content.page_content import PageContent
from unreport.readers.pdf.file.content.paths import PaintedPath, drawings
from unreport.readers.pdf.file.device import PageDevice
from unreport.readers.pdf.file.ruling_lines import (
    NO_DRAWINGS,
    Drawings,
    grids_of,
    may_form_grid,
    page_drawings,
    ruling_lines,
    shapes,
)


def content_drawings(
    content: PageContent, pdf: PDF, raw: PDFPage, number: int, height: float
) -> Drawings:
    """The ruling lines, ruled tables and shapes of a page whose content has been interpreted."""
    if not content.painted:
        return NO_DRAWINGS
    if _is_at_origin(raw):
        drawn = [*drawings(content.painted, height)]
        rules = ruling_lines(drawn)
        if not may_form_grid(rules):
            return Drawings(rules, (), shapes(drawn))
        if all(drawing.kind != "curve" for drawing in drawn):
            return Drawings(rules, grids_of(drawn), shapes(drawn))
    _paint(content.device, content.painted, raw)
    return page_drawings(pdf, raw, content.device, number)


def _is_at_origin(raw: PDFPage) -> bool:
    """Whether the lower left corner of the declared page is its origin, as it nearly always is."""
    box = resolve_all(raw.attrs.get("MediaBox"))
    return isinstance(box, list) and tuple(box) == tuple(raw.mediabox) and box[:2] == [0, 0]


def _paint(device: PageDevice, painted: list[PaintedPath], raw: PDFPage) -> None:
    """Paint paths on the page device, as pdfminer's interpreter would have done."""
    device.begin_page(raw, device.ctm)
    for path in painted:
        state = PDFGraphicState()
        state.ncolor = path.color  # type: ignore[assignment]
        device.set_ctm(path.ctm)
        device.paint_path(state, path.stroke, path.fill, False, path.segments)  # noqa: FBT003
    device.end_page(raw)
