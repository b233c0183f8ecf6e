"""Text that a page draws as curves, without letters behind them.

Programs that rewrite files draw the outlines of what they cannot set in a font: cairo those of text
that is filled and stroked, as browsers make bold letters of a font without any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from unreport.readers.pdf.file.glyphs import Page, Shape
from unreport.readers.pdf.file.page_glyphs import PageGlyphs

HIGHEST, LOWEST = 40.0, 5.0  # points, a row of letters
LEAST_CURVES = 10  # of a row
LEAST_SIZES = 6  # different ones: dots and other marks are of one size
LEAST_LENGTH = 4  # times as long as high
WIDEST_GAP = 1.5  # times the height
MOST_GLYPHS = 2  # within a row of curves: more are text on a pattern


def outlined_rows(page: Page) -> int:
    """How many rows of a page are drawn as curves, it seems."""
    curves = [own for own in page.shapes if own.is_curve and own.is_visible and _is_small(own)]
    if len(curves) < LEAST_CURVES:
        return 0
    rows = [row for band in _bands(curves) for row in _rows(band) if _is_text(row)]
    return sum(_glyphs_within(page, row) <= MOST_GLYPHS for row in rows)


def _is_small(own: Shape) -> bool:
    return max(own.bottom - own.top, own.x1 - own.x0) <= HIGHEST


def _bands(curves: Iterable[Shape]) -> Iterator[list[Shape]]:
    """Curves that overlap from the top down, without a gap across the page."""
    band: list[Shape] = []
    bottom = 0.0
    for own in sorted(curves, key=lambda own: own.top):
        if band and own.top > bottom:
            yield band
            band = []
        bottom = max(bottom, own.bottom) if band else own.bottom
        band.append(own)
    yield band


def _rows(band: Sequence[Shape]) -> Iterator[list[Shape]]:
    """The curves of a band without wide gaps between them."""
    gap = WIDEST_GAP * _height(band)
    row: list[Shape] = []
    end = 0.0
    for own in sorted(band, key=lambda own: own.x0):
        if row and own.x0 > end + gap:
            yield row
            row = []
        end = max(end, own.x1) if row else own.x1
        row.append(own)
    yield row


def _height(row: Sequence[Shape]) -> float:
    return max(own.bottom for own in row) - min(own.top for own in row)


def _is_text(row: Sequence[Shape]) -> bool:
    height = _height(row)
    if len(row) < LEAST_CURVES or not LOWEST <= height <= HIGHEST:
        return False
    length = max(own.x1 for own in row) - min(own.x0 for own in row)
    sizes = {(round(own.x1 - own.x0, 1), round(own.bottom - own.top, 1)) for own in row}
    return length >= LEAST_LENGTH * height and len(sizes) >= LEAST_SIZES


def _glyphs_within(page: Page, row: Sequence[Shape]) -> int:
    """How many glyphs begin within a row of curves."""
    glyphs = PageGlyphs.of(page.glyphs)
    across = (glyphs.x0 >= min(own.x0 for own in row)) & (glyphs.x0 <= max(own.x1 for own in row))
    top, bottom = min(own.top for own in row), max(own.bottom for own in row)
    return int(np.count_nonzero(across & (glyphs.y >= top) & (glyphs.y <= bottom)))
