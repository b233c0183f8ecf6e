"""Ruling lines of a page, the ruled tables that they form, and the other shapes on it."""

from __future__ import annotations

from typing import Any, TypeAlias

from pdfminer.pdfpage import PDFPage
from pdfplumber.page import Page as PlumberPage
from pdfplumber.page import PDFPageAggregatorWithMarkedContent
from pdfplumber.pdf import PDF

from unreport.readers.pdf.file.glyphs import Grid, Rule, Shape

MIN_RULES = 4  # of a grid
MAX_RULES = 3000  # a page with more has a drawing, which would take minutes
MAX_THICKNESS = 3.0  # points
CMYK = 4  # components of a colour
MAX_SHAPES = 3000  # of a page; those of a map are not needed

Drawings: TypeAlias = tuple[list[Rule], tuple[Grid, ...], tuple[Shape, ...]]
NO_DRAWINGS: Drawings = ([], (), ())


def ruling_lines(
    pdf: PDF, raw: PDFPage, device: PDFPageAggregatorWithMarkedContent, number: int
) -> Drawings:
    """The ruling lines of a page, its ruled tables as pdfplumber finds them, and its shapes."""
    try:
        page = PlumberPage(pdf, raw, page_number=number)
        page._layout = device.get_result()  # noqa: SLF001 - or it would be interpreted twice
        rules = _rules(page)
        upright = sum(not rule.is_horizontal for rule in rules)
        grids = _grids(page) if upright > 1 and len(rules) >= MIN_RULES else ()
        shapes = _shapes(page)
        left, top = page.mediabox[:2]
        page.close()
    except Exception:  # noqa: BLE001 - a page without rules is still a page
        return NO_DRAWINGS
    drawings = rules, grids, shapes
    return from_corner(drawings, left, top) if left or top else drawings


def from_corner(drawings: Drawings, left: float, top: float) -> Drawings:
    """Drawings in points from the corner of the page, which may not be at 0, 0.

    pdfplumber counts from the origin of the coordinates (ISO 32000-1, 14.11.2), glyphs are counted
    from the corner.
    """
    rules, grids, shapes = drawings
    return (
        [Rule(r.x0 - left, r.top - top, r.x1 - left, r.bottom - top) for r in rules],
        tuple(_grid_from_corner(grid, left, top) for grid in grids),
        tuple(
            Shape(s.x0 - left, s.top - top, s.x1 - left, s.bottom - top, s.is_visible)
            for s in shapes
        ),
    )


def _grid_from_corner(grid: Grid, left: float, top: float) -> Grid:
    rows = tuple(
        tuple(
            cell and (cell[0] - left, cell[1] - top, cell[2] - left, cell[3] - top) for cell in row
        )
        for row in grid.rows
    )
    return Grid(
        x0=grid.x0 - left,
        top=grid.top - top,
        x1=grid.x1 - left,
        bottom=grid.bottom - top,
        rows=rows,
    )


def _rules(page: PlumberPage) -> list[Rule]:
    lines = [Rule(o["x0"], o["top"], o["x1"], o["bottom"]) for o in (*page.lines, *page.rects)]
    framed = [Rule(o["x0"], o["top"], o["x1"], o["bottom"]) for o in page.rects if o["stroke"]]
    sides = [side for frame in framed if not _is_thin(frame) for side in _sides(frame)]
    rules = [rule for rule in (*lines, *sides) if _is_thin(rule)]
    if len(rules) > MAX_RULES:
        rules = list(dict.fromkeys(rules))
    return rules if len(rules) <= MAX_RULES else []


def _shapes(page: PlumberPage) -> tuple[Shape, ...]:
    """Rectangles and curves that are no ruling lines."""
    drawn = [*page.rects, *page.curves]
    if len(drawn) > MAX_SHAPES:
        return ()
    return tuple(
        Shape(o["x0"], o["top"], o["x1"], o["bottom"], _is_visible(o))
        for o in drawn
        if o["object_type"] == "curve"
        or min(o["x1"] - o["x0"], o["bottom"] - o["top"]) > MAX_THICKNESS
    )


def _is_visible(drawn: dict[str, Any]) -> bool:
    """Whether a shape is filled with a colour other than white, or is a curve."""
    if not drawn["fill"]:
        return str(drawn["object_type"]) == "curve"
    colour = drawn["non_stroking_color"]
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    white = (0, 0, 0, 0) if len(parts) == CMYK else (1,) * len(parts)
    return tuple(parts) != white


def _is_thin(rule: Rule) -> bool:
    width, height = rule.x1 - rule.x0, rule.bottom - rule.top
    return min(width, height) <= MAX_THICKNESS and max(width, height) > 4 * MAX_THICKNESS


def _sides(frame: Rule) -> tuple[Rule, Rule, Rule, Rule]:
    """The four sides of a stroked rectangle."""
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
