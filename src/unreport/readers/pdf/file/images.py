"""Images of a page: how much of it they cover, and whether they hide what is drawn before them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from pdfminer.pdftypes import PDFStream

RASTER = 20  # rows and columns of a page
FULL_COVER = 0.75  # share of a page that a scan covers, whatever its margins

Matrix = tuple[float, float, float, float, float, float]


class Image(Struct, frozen=True, gc=False):
    """An image where it is painted, in points of the page."""

    x0: float
    y0: float
    x1: float
    y1: float
    order: int  # of the last glyph before it in the content stream
    opaque: bool


def painted_image(stream: object, matrix: Matrix, order: int) -> Image:
    """The image that fills the unit square of a matrix (ISO 32000-1, 8.9.4)."""
    a, b, c, d, e, f = matrix
    xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
    opaque = isinstance(stream, PDFStream) and not any(
        stream.get(key) for key in ("ImageMask", "IM", "SMask", "Mask")
    )
    return Image(min(xs), min(ys), max(xs), max(ys), order, opaque)


def covered_share(images: Iterable[Image], width: float, height: float) -> float:
    """The share of a page that images cover, counted on a raster."""
    rows = [0] * RASTER
    for image in images:
        left, right = (_cells(x, width) for x in (image.x0, image.x1))
        low, high = (_cells(y, height) for y in (image.y0, image.y1))
        mask = (1 << right) - (1 << left)
        for row in range(low, high):
            rows[row] |= mask
    return sum(row.bit_count() for row in rows) / RASTER**2


def _cells(at: float, length: float) -> int:
    """How many cells of the raster have their middle before a place."""
    share = at / length if length else 0.0
    return round(min(max(share, 0.0), 1.0) * RASTER)


def hiding_order(images: Iterable[Image], width: float, height: float) -> int:
    """The order up to which an opaque image over the whole page hides glyphs; 0 if none does."""
    return max(
        (
            image.order
            for image in images
            if image.opaque and covered_share([image], width, height) >= FULL_COVER
        ),
        default=0,
    )
