"""Sheets with two pages side by side that are no form XObjects any more.

Programs that rewrite a file paint the contents of forms directly.  Two pages on a sheet are told
from two columns by their margins: each begins as far from the edge of its half of the sheet, so
that the gap between both is as wide as two margins; a gutter is narrower.  And the content stream
draws one page with its running head and foot, then the other.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.page_glyphs import PageGlyphs
from unreport.readers.pdf.file.sheets.imposition import PlacedPage

A4_AREA = 595 * 842  # square points, to which a page was scaled down
PORTRAIT = (1.2, 1.6)  # height of a half of the sheet by its width
LEAST_GLYPHS = 40  # of each page
SAME_MARGIN = 0.01  # of the width of the sheet
LEAST_GAP = 0.7  # of the outer margins together


def flattened_pages(page: Page, last: PlacedPage) -> list[PlacedPage]:
    """The two pages on a sheet, in the order of painting; none if it is a page itself.

    Where the sheet before it, with the page `last`, has two, one may stand alone.
    """
    low, high = PORTRAIT
    if not low <= 2 * page.height / page.width <= high or not page.glyphs:
        return []
    glyphs = PageGlyphs.of(page.glyphs)
    middle = page.width / 2
    is_right = (glyphs.x0 + glyphs.x1) / 2 > middle
    halves = [*_halves(page, last.sheet + 1)]
    left, right = glyphs.where(~is_right), glyphs.where(is_right)
    if not (len(left) and len(right)):
        is_known = _is_half(last, page)
        return [halves[bool(len(right))]] if is_known else []
    if min(len(left), len(right)) < LEAST_GLYPHS or _crosses(page, middle):
        return []
    if not _have_own_margins(left, right, page.width):
        return []
    if left.order.max() < right.order.min():
        return halves
    return halves[::-1] if right.order.max() < left.order.min() else []


def _halves(page: Page, sheet: int) -> Iterator[PlacedPage]:
    middle = page.width / 2
    scale = min(1.0, math.sqrt(middle * page.height / A4_AREA))
    yield PlacedPage(sheet, 0, 0, middle, page.height, scale)
    yield PlacedPage(sheet, middle, 0, page.width, page.height, scale)


def _is_half(last: PlacedPage, page: Page) -> bool:
    """Whether the page before it is a half of such a sheet."""
    return any(last[1:] == own[1:] for own in _halves(page, last.sheet))


def _crosses(page: Page, middle: float) -> bool:
    """Whether a ruling line of a page stands in the middle of the sheet, or crosses it."""
    return any(rule.x0 <= middle <= rule.x1 for rule in page.rules)


def _have_own_margins(left: PageGlyphs, right: PageGlyphs, width: float) -> bool:
    """Whether both halves begin as far from their edge, at the left or at the right."""
    middle = width / 2
    inner = middle - np.max(left.x1), np.min(right.x0) - middle
    outer = np.min(left.x0), width - np.max(right.x1)
    if sum(inner) < LEAST_GAP * sum(outer) or min(inner) <= 0:
        return False
    differences = abs(outer[0] - inner[1]), abs(inner[0] - outer[1])
    return bool(min(differences) <= SAME_MARGIN * width)
