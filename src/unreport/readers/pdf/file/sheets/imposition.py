"""Imposition: several pages of a document printed on one side of a sheet (n-up printing).

Programs that impose pages paint each as a form XObject (ISO 32000-1, 8.10) with its own box, all of
one size, at one scale, side by side and without overlap.  The sheet is divided into these pages, in
the order in which they are painted, and each has the coordinates that it had alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from unreport.readers.pdf.file.glyphs import Grid, Page, Rule, Shape
from unreport.readers.pdf.file.page_glyphs import PageGlyphs

MOST_PAGES = 32  # on a sheet
MOST_FORMS = 256  # of a page that are noted; those with more have a form for each picture
MOST_NESTED = 3  # programs that rewrite files put a page into a form of its own
SAME_SIZE = 0.01  # of the width or height
OVERLAP = 0.01  # of the width or height
LEAST_COVERED = 0.4  # of the sheet, by its pages
LARGEST = 0.6  # of the sheet, for one page that stands there alone
LEAST_TEXT = 0.9  # of the glyphs, on the pages
REDUCED = 0.98  # times its own scale: a page that is one of several on a sheet
X_HEIGHT = 0.45  # em above the baseline

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Placing: TypeAlias = Callable[[float, float], tuple[float, float]]
PageSize: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]


class PaintedForm(NamedTuple):
    """A form XObject where a page paints it, in points of the page."""

    depth: int  # 0: by the page itself
    x0: float
    y0: float
    x1: float
    y1: float
    scale: float


class PlacedPage(NamedTuple):
    """A page on a sheet: its place in points from the top left of the sheet, and its scale."""

    sheet: int  # number of the page of the file
    x0: float = 0.0
    top: float = 0.0
    x1: float = math.inf
    bottom: float = math.inf
    scale: float = 1.0

    @property
    def size(self) -> PageSize:
        """Width and height at its own scale."""
        return (self.x1 - self.x0) / self.scale, (self.bottom - self.top) / self.scale

    @property
    def area(self) -> float:
        """The area that it covers on the sheet."""
        return (self.x1 - self.x0) * (self.bottom - self.top)


class PaintedForms:
    """The form XObjects that a page has painted so far, the first of them."""

    def __init__(self) -> None:
        self.painted: list[PaintedForm] = []
        self._depth = 0

    def begin(self, box: Sequence[float], matrix: Matrix) -> None:
        """Note a form that begins, by its box, if it has one, and the matrix that places it."""
        if box and len(self.painted) < MOST_FORMS:
            found = _painted_form(self._depth, box, matrix)
            self.painted += [found] if found else []
        self._depth += 1

    def end(self) -> None:
        """Note that a form ends."""
        self._depth -= 1


def _painted_form(depth: int, box: Sequence[float], matrix: Matrix) -> PaintedForm | None:
    """A form with a box that is placed by a matrix; None if it is slanted or not to scale."""
    a, b, c, d, e, f = matrix
    across, up = math.hypot(a, b), math.hypot(c, d)
    if min(across, up) <= 0 or abs(across - up) > SAME_SIZE * up:
        return None
    if min(abs(a), abs(b)) > SAME_SIZE * across or min(abs(c), abs(d)) > SAME_SIZE * up:
        return None
    corners = [(x * a + y * c + e, x * b + y * d + f) for x in box[::2] for y in box[1::2]]
    xs, ys = zip(*corners, strict=True)
    return PaintedForm(depth, min(xs), min(ys), max(xs), max(ys), across)


def imposed_pages(
    page: Page, last: PlacedPage, forms: Sequence[PaintedForm], placing: Placing
) -> list[PlacedPage]:
    """The pages on a sheet, in the order of painting; none if it is a page itself.

    `last` is the page before it: where that stands on a sheet, one of its size may stand alone.
    """
    sheet = last.sheet + 1
    for depth in range(MOST_NESTED):
        own = [form for form in forms if form.depth == depth]
        if not own or len(forms) == MOST_FORMS:
            return []
        found = _largest([_on_sheet(sheet, form, placing) for form in own])
        if _are_pages(page, found, last):
            return found
    return []


def _on_sheet(sheet: int, form: PaintedForm, placing: Placing) -> PlacedPage:
    xs, ys = zip(placing(form.x0, form.y0), placing(form.x1, form.y1), strict=True)
    return PlacedPage(sheet, min(xs), min(ys), max(xs), max(ys), form.scale)


def _largest(placed: list[PlacedPage]) -> list[PlacedPage]:
    """Those of the size of the largest."""
    largest = max(placed, key=lambda own: own.area)
    return [own for own in placed if _are_equal(own.size, largest.size)]


def _are_equal(size: PageSize, other: PageSize) -> bool:
    return all(abs(a - b) <= SAME_SIZE * b for a, b in zip(size, other, strict=True))


def _are_pages(page: Page, placed: list[PlacedPage], last: PlacedPage) -> bool:
    sheet = page.width * page.height
    if len(placed) > MOST_PAGES or len({round(own.scale, 2) for own in placed}) > 1:
        return False
    if len(placed) == 1:
        is_known = last.x1 < math.inf and _are_equal(placed[0].size, last.size)
        enough = is_known and placed[0].area < LARGEST * sheet
    else:
        enough = sum(own.area for own in placed) > LEAST_COVERED * sheet
    if not enough or _overlap(placed):
        return False
    return _hold_text(page, placed, is_after_page=last.sheet > 0 and last.x1 == math.inf)


def _overlap(placed: list[PlacedPage]) -> bool:
    return any(
        min(a.x1, b.x1) - max(a.x0, b.x0) > OVERLAP * (a.x1 - a.x0)
        and min(a.bottom, b.bottom) - max(a.top, b.top) > OVERLAP * (a.bottom - a.top)
        for i, a in enumerate(placed)
        for b in placed[:i]
    )


def _hold_text(page: Page, placed: list[PlacedPage], *, is_after_page: bool) -> bool:
    """Whether the text of a sheet stands on its pages, but for a running head or foot of its own.

    Boxes and figures of one size have captions, too, between them or at their own scale, and are
    on a page of a document, after others that are no sheets.
    """
    if not page.glyphs:
        return False
    glyphs = PageGlyphs.of(page.glyphs)
    outside = glyphs.where((_owners(glyphs, placed) < 0) & _on_paper(glyphs, page))
    if len(outside) > (1 - LEAST_TEXT) * len(glyphs):
        return False
    if not any(glyph.text.isalnum() for glyph in outside):
        return True
    top, bottom = min(own.top for own in placed), max(own.bottom for own in placed)
    is_between = bool(np.any((top < outside.y) & (outside.y < bottom)))
    return not is_after_page and not is_between and placed[0].scale < REDUCED


def _on_paper(glyphs: PageGlyphs, page: Page) -> NDArray[np.bool_]:
    x, y = (glyphs.x0 + glyphs.x1) / 2, glyphs.y
    return (x >= 0) & (x <= page.width) & (y >= 0) & (y <= page.height)


def _owners(glyphs: PageGlyphs, placed: Sequence[PlacedPage]) -> NDArray[np.int64]:
    """For each glyph the index of the page on which it stands; -1 for those outside."""
    owners = np.full(len(glyphs), -1, dtype=np.int64)
    x, y = (glyphs.x0 + glyphs.x1) / 2, glyphs.y - X_HEIGHT / 2 * glyphs.size
    for index, own in enumerate(placed):
        across = (own.x0 <= x) & (x <= own.x1)
        owners[across & (own.top <= y) & (y <= own.bottom) & (owners < 0)] = index
    return owners


def divided(page: Page, placed: Sequence[PlacedPage]) -> Iterator[Page]:
    """The pages on a sheet; what stands outside of all is on the nearest, which reaches so far."""
    glyphs = PageGlyphs.of(page.glyphs)
    owners = _owners(glyphs, placed)
    is_outside = owners < 0
    owners[is_outside] = _nearest(glyphs.where(is_outside), placed)
    outside = is_outside & _on_paper(glyphs, page)
    for index, page_box in enumerate(placed):
        own = _reaching(page_box, glyphs.where(outside & (owners == index)))
        width, height = own.size
        yield replace(
            page,
            number=page.number + index,
            width=width,
            height=height,
            glyphs=_moved_columns(glyphs.where(owners == index), own),
            rotated=page.rotated if index == 0 else [],
            rules=[rule for found in page.rules if (rule := _moved_rule(found, own))],
            tables=tuple(grid for found in page.tables if (grid := _moved_grid(found, own))),
            shapes=tuple(shape for found in page.shapes if (shape := _moved_shape(found, own))),
            covered_glyphs=page.covered_glyphs if index == 0 else [],
        )


def _nearest(glyphs: PageGlyphs, placed: Sequence[PlacedPage]) -> NDArray[np.int64]:
    """For each glyph the index of the page that is nearest to its row, the first of several."""
    x, y = (glyphs.x0 + glyphs.x1) / 2, glyphs.y - X_HEIGHT / 2 * glyphs.size
    _, rows = np.unique(np.round(glyphs.y), return_inverse=True)
    distances = [
        np.maximum(np.maximum(own.x0 - x, x - own.x1), 0)
        + np.maximum(np.maximum(own.top - y, y - own.bottom), 0)
        for own in placed
    ]
    nearest: NDArray[np.int64] = np.argmin([np.bincount(rows, own) for own in distances], axis=0)
    return nearest[rows]


def _reaching(own: PlacedPage, outside: PageGlyphs) -> PlacedPage:
    """A page that reaches as far as some glyphs, which would be outside its paper."""
    if not len(outside):
        return own
    return own._replace(
        x0=min(own.x0, float(outside.x0.min())),
        x1=max(own.x1, float(outside.x1.max())),
        top=min(own.top, float((outside.y - outside.size).min())),
        bottom=max(own.bottom, float((outside.y + X_HEIGHT * outside.size).max())),
    )


def _moved_columns(glyphs: PageGlyphs, own: PlacedPage) -> PageGlyphs:
    scale = own.scale
    return PageGlyphs(
        glyphs.entries,
        ids=glyphs.ids,
        x0=(glyphs.x0 - own.x0) / scale,
        x1=(glyphs.x1 - own.x0) / scale,
        y=(glyphs.y - own.top) / scale,
        size=glyphs.size / scale,
        order=glyphs.order,
        span=glyphs.span,
    )


def _moved(box: Box, own: PlacedPage) -> Box | None:
    """A box in the coordinates of a page; None if its middle is not on the page."""
    x0, top, x1, bottom = box
    if not (own.x0 <= (x0 + x1) / 2 <= own.x1 and own.top <= (top + bottom) / 2 <= own.bottom):
        return None
    x, y, scale = own.x0, own.top, own.scale
    return (x0 - x) / scale, (top - y) / scale, (x1 - x) / scale, (bottom - y) / scale


def _moved_rule(rule: Rule, own: PlacedPage) -> Rule | None:
    box = _moved((rule.x0, rule.top, rule.x1, rule.bottom), own)
    return box and Rule(*box)


def _moved_shape(shape: Shape, own: PlacedPage) -> Shape | None:
    box = _moved((shape.x0, shape.top, shape.x1, shape.bottom), own)
    return box and Shape(*box, shape.is_visible, shape.is_curve)


def _moved_grid(grid: Grid, own: PlacedPage) -> Grid | None:
    box = _moved((grid.x0, grid.top, grid.x1, grid.bottom), own)
    if box is None:
        return None
    x0, top, x1, bottom = box
    rows = tuple(tuple(cell and _moved(cell, own) for cell in row) for row in grid.rows)
    return Grid(x0=x0, top=top, x1=x1, bottom=bottom, rows=rows)
