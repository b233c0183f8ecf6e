"""What a page shows of its glyphs: those inside the crop box, and not under an opaque image.

The crop box is the region to which the contents of a page are clipped when it is displayed or
printed (ISO 32000-1, 14.11.2): a printer's slug and register marks stand outside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from pdfminer.pdfpage import PDFPage

from unreport.readers.pdf.file.glyphs import Glyph
from unreport.readers.pdf.file.images import Image
from unreport.readers.pdf.file.page_glyphs import PageGlyphs

TOLERANCE = 1.0  # points
X_HEIGHT = 0.45  # em above the baseline
MOST_COVERED = 0.3  # of the glyphs that are not hidden otherwise
MOST_IMAGES = 40  # that are looked at; pages of many small pictures have no text under them

Point: TypeAlias = tuple[float, float]


class VisibleArea(NamedTuple):
    """A rectangle in points from the top left of a page."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, glyphs: PageGlyphs) -> NDArray[np.bool_]:
        """Of which glyphs a part is inside."""
        across = (glyphs.x1 > self.x0) & (glyphs.x0 < self.x1)
        top = glyphs.y - X_HEIGHT * glyphs.size
        return across & (glyphs.y > self.top) & (top < self.bottom)


def crop_area(raw: PDFPage, placed: Callable[[float, float], Point]) -> VisibleArea | None:
    """The crop box of a page as it is read; None if it is the whole page, or nothing of it.

    `placed` gives the place of a point of the page's user space.
    """
    media, crop = raw.mediabox, raw.cropbox
    if tuple(crop) == tuple(media):
        return None
    x0, x1 = (min(max(x, media[0]), media[2]) for x in sorted((crop[0], crop[2])))
    y0, y1 = (min(max(y, media[1]), media[3]) for y in sorted((crop[1], crop[3])))
    if x1 - x0 < TOLERANCE or y1 - y0 < TOLERANCE:
        return None
    xs, ys = zip(*(placed(x, y) for x in (x0, x1) for y in (y0, y1)), strict=True)
    return VisibleArea(min(xs), min(ys), max(xs), max(ys))


def cropped(glyphs: Sequence[Glyph], area: VisibleArea | None) -> Sequence[Glyph]:
    """The glyphs that are, at least in part, inside the crop box; all if none is."""
    if area is None:
        return glyphs
    columns = PageGlyphs.of(glyphs)
    held = area.holds(columns)
    return columns.where(held) if held.any() and not held.all() else glyphs


def glyphs_under_images(
    glyphs: Sequence[Glyph], images: Iterable[Image], height: float
) -> set[int]:
    """The orders of the glyphs that opaque images, painted after them, cover wholly."""
    out: set[int] = set()
    opaque = [image for image in images if image.opaque and image.order]
    columns = PageGlyphs.of(glyphs)
    for image in opaque[-MOST_IMAGES:]:
        top, bottom = height - image.y1, height - image.y0
        left, right = image.x0 - TOLERANCE, image.x1 + TOLERANCE
        across = (left <= columns.x0) & (columns.x1 <= right)
        is_level = (top <= columns.y - X_HEIGHT * columns.size) & (columns.y <= bottom)
        out.update(columns.order[across & is_level & (columns.order <= image.order)].tolist())
    return out


def without_covered(
    glyphs: Sequence[Glyph], under: set[int], hidden: set[int]
) -> tuple[Sequence[Glyph], list[Glyph], set[int]]:
    """The glyphs of a page, those that images cover, and the hidden ones among the former.

    Where most of a page's text is under images, it is a layer of recognised characters, and read.
    """
    if not under:
        return glyphs, [], hidden
    if MOST_COVERED * (len(glyphs) - len(hidden)) < len(under):
        return glyphs, [], hidden | under
    columns = PageGlyphs.of(glyphs)
    is_under = np.isin(columns.order, [*under])
    return columns.where(~is_under), [*columns.where(is_under)], hidden
