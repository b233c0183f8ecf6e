"""Hidden text and scanned pages: OCR layers behind images, and stamps on pages without text.

Optical character recognition writes its text invisibly (text rendering mode 3, ISO 32000-1, 9.3.6)
or below the image of the page.  It is read where the page shows no text of its own in that place.
A page that an image covers has no text layer if all its text is a stamp, watermark or page foot.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from unreport.readers.pdf.file.glyphs import Glyph, Page
from unreport.readers.pdf.file.images import FULL_COVER

MAX_STAMP = 150  # letters of a stamp; with more, a page has text
MAX_REPEATED_STAMP = 700  # letters, where other pages have the same
MIN_OCR = 40  # letters of an OCR layer
RASTER = 6.0  # points
ROW = 4.0
OVERLAID = 0.5  # of the glyphs of a hidden row
DIGITS = re.compile(r"\d+")


class ImagePage(Struct, frozen=True, kw_only=True):
    """A page that an image covers, or that has hidden text."""

    number: int
    covered: bool
    visible: str  # letters and digits that are painted, in the order of drawing
    hidden: int  # letters and digits that are read though they are not visible


def image_page(page: Page) -> ImagePage | None:
    """What tells whether a page is a scan; None for a page without images and hidden text."""
    covered = page.covered >= FULL_COVER
    if not covered and not page.hidden:
        return None
    visible = [glyph for glyph in page.glyphs if glyph.order not in page.hidden]
    hidden = [glyph for glyph in page.glyphs if glyph.order in page.hidden]
    return ImagePage(
        number=page.number, covered=covered, visible=_letters(visible), hidden=len(_letters(hidden))
    )


def scanned_pages(pages: Iterable[ImagePage]) -> list[int]:
    """The pages that need OCR: an image covers them, and all text on it is a stamp."""
    covered = [page for page in pages if page.covered]
    forms = Counter(DIGITS.sub("#", page.visible) for page in covered)
    return [
        page.number
        for page in covered
        if page.hidden < MIN_OCR
        and len(page.visible)
        < (MAX_REPEATED_STAMP if forms[DIGITS.sub("#", page.visible)] > 1 else MAX_STAMP)
    ]


def ocr_pages(pages: Iterable[ImagePage]) -> list[int]:
    """The pages whose text is, at least in part, a hidden layer."""
    return [page.number for page in pages if page.hidden >= MIN_OCR]


def without_overlaid_text(page: Page) -> Page:
    """A page without hidden text that lies over or under visible text: it repeats what is shown."""
    if not page.hidden:
        return page
    shown = {
        place
        for glyph in page.glyphs
        if glyph.order not in page.hidden and glyph.text.strip()
        for place in _raster(glyph)
    }
    rows: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in page.glyphs:
        if glyph.order in page.hidden:
            rows[round(glyph.y / ROW)].append(glyph)
    dropped = {
        glyph.order
        for row in rows.values()
        if sum(not shown.isdisjoint(_raster(glyph)) for glyph in row) > OVERLAID * len(row)
        for glyph in row
    }
    if not dropped:
        return page
    return replace(page, glyphs=[glyph for glyph in page.glyphs if glyph.order not in dropped])


def _raster(glyph: Glyph) -> list[tuple[int, int]]:
    """The cells of a raster that a glyph stands in."""
    middle = glyph.y - 0.3 * glyph.size
    columns = range(int(glyph.x0 / RASTER), int(glyph.x1 / RASTER) + 1)
    rows = {int((middle - RASTER / 2) / RASTER), int((middle + RASTER / 2) / RASTER)}
    return [(column, row) for column in columns for row in rows]


def _letters(glyphs: Iterable[Glyph]) -> str:
    return "".join(char for glyph in glyphs for char in glyph.text if char.isalnum())
