"""Ruling lines of a page, the ruled tables that they form, and the other shapes on it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any, Literal, NamedTuple, TypeAlias

from pdfminer.pdfpage import PDFPage
from pdfplumber.page import Page as PlumberPage
from pdfplumber.page import PDFPageAggregatorWithMarkedContent
from pdfplumber.pdf import PDF
from pdfplumber.table import Table, TableFinder
from pdfplumber.utils.geometry import line_to_edge, rect_to_edges

from unreport.readers.pdf.file.glyphs import Grid, Rule, Shape

MIN_RULES = 4  # of a grid
MAX_RULES = 3000  # a page with more has a drawing, which would take minutes
MAX_THICKNESS = 3.0  # points
LETTER = 24.0  # points, the outline of a letter that is drawn as a path
WHITE = ((1,), (1, 1, 1), (0, 0, 0, 0))  # DeviceGray, DeviceRGB, DeviceCMYK
MAX_SHAPES = 3000  # of a page; those of a map are not needed


class Drawing(NamedTuple):
    """A painted line, rectangle or curve, in points from the top left of the page."""

    kind: Literal["line", "rect", "curve"]
    x0: float
    top: float
    x1: float
    bottom: float
    stroke: bool
    is_visible: bool  # a curve, or filled with a colour other than white
    y0: float  # the lower edge from the bottom of the page, of which pdfplumber takes the height
    y1: float


class Drawings(NamedTuple):
    """What a page shows beside its text."""

    rules: list[Rule]
    grids: tuple[Grid, ...]
    shapes: tuple[Shape, ...]


NO_DRAWINGS = Drawings([], (), ())
Device: TypeAlias = PDFPageAggregatorWithMarkedContent


def page_drawings(pdf: PDF, raw: PDFPage, device: Device, number: int) -> Drawings:
    """The ruling lines of a page, its ruled tables as pdfplumber finds them, and its shapes."""
    try:
        page = PlumberPage(pdf, raw, page_number=number)
        page._layout = device.get_result()  # noqa: SLF001 - or it would be interpreted twice
        drawn = [_drawing(found) for found in (*page.lines, *page.rects, *page.curves)]
        rules = ruling_lines(drawn)
        grids = _grids(page.filter(_is_seen).find_tables()) if may_form_grid(rules) else ()
        left, top = page.mediabox[:2]
        page.close()
    except Exception:  # noqa: BLE001 - a page without rules is still a page
        return NO_DRAWINGS
    drawings = Drawings(rules, grids, shapes(drawn))
    return from_corner(drawings, left, top) if left or top else drawings


def from_corner(drawings: Drawings, left: float, top: float) -> Drawings:
    """Drawings in points from the corner of the page, which may not be at 0, 0.

    pdfplumber counts from the origin of the coordinates (ISO 32000-1, 14.11.2), glyphs are counted
    from the corner.
    """
    rules, grids, shapes = drawings
    return Drawings(
        [Rule(r.x0 - left, r.top - top, r.x1 - left, r.bottom - top) for r in rules],
        tuple(_grid_from_corner(grid, left, top) for grid in grids),
        tuple(
            Shape(s.x0 - left, s.top - top, s.x1 - left, s.bottom - top, s.is_visible, s.is_curve)
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


def _drawing(found: dict[str, Any]) -> Drawing:
    """A line, rectangle or curve as pdfplumber has it."""
    kind = found["object_type"]
    color = found["non_stroking_color"]
    components = tuple(color) if isinstance(color, tuple | list) else (color,)
    visible = not is_white(components) if found["fill"] else kind == "curve"
    edges = found["x0"], found["top"], found["x1"], found["bottom"]
    return Drawing(kind, *edges, bool(found["stroke"]), visible, found["y0"], found["y1"])


def _is_seen(found: dict[str, Any]) -> bool:
    """Whether an object of a page may be the edge of a cell; the outlines of letters are none.

    The finder joins edges that are near each other, and so moves those of the cells to the letters.
    """
    if found["object_type"] == "curve":
        return bool(max(found["width"], found["height"]) > LETTER)
    return found["object_type"] != "rect" or _is_drawn(_drawing(found))


def _is_drawn(drawing: Drawing) -> bool:
    """Whether a rectangle shows; some producers paint a white one below all of a page."""
    return drawing.stroke or drawing.is_visible


def is_white(color: object) -> bool:
    """Whether the components of a colour are white; the name of a pattern is not."""
    return color in WHITE


def ruling_lines(drawn: Sequence[Drawing]) -> list[Rule]:
    """Lines, thin rectangles, and the sides of stroked rectangles."""
    lines = [Rule(*d[1:5]) for d in drawn if d.kind == "line"]
    rectangles = [d for d in drawn if d.kind == "rect"]
    lines += [Rule(*d[1:5]) for d in rectangles]
    framed = [Rule(*d[1:5]) for d in rectangles if d.stroke]
    sides = [side for frame in framed if not _is_thin(frame) for side in _sides(frame)]
    rules = [rule for rule in (*lines, *sides) if _is_thin(rule)]
    if len(rules) > MAX_RULES:
        rules = list(dict.fromkeys(rules))
    return rules if len(rules) <= MAX_RULES else []


def may_form_grid(rules: list[Rule]) -> bool:
    """Whether there are enough ruling lines for a table."""
    upright = sum(not rule.is_horizontal for rule in rules)
    return upright > 1 and len(rules) >= MIN_RULES


def shapes(drawn: Sequence[Drawing]) -> tuple[Shape, ...]:
    """Rectangles and curves that are no ruling lines."""
    areas = [d for kind in ("rect", "curve") for d in drawn if d.kind == kind]
    if len(areas) > MAX_SHAPES:
        return ()
    return tuple(
        Shape(*d[1:5], d.is_visible, d.kind == "curve")
        for d in areas
        if d.kind == "curve" or min(d.x1 - d.x0, d.bottom - d.top) > MAX_THICKNESS
    )


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


class _Edges(NamedTuple):
    """What pdfplumber's table finder asks a page for."""

    edges: list[dict[str, Any]]


def grids_of(drawn: Sequence[Drawing]) -> tuple[Grid, ...]:
    """The ruled tables of lines and rectangles, as pdfplumber finds them on a page of these."""
    lines = [line_to_edge(_plumber_object(d)) for d in drawn if d.kind == "line"]
    rectangles = [
        rect_to_edges(_plumber_object(d)) for d in drawn if d.kind == "rect" and _is_drawn(d)
    ]
    page = _Edges([*lines, *chain.from_iterable(rectangles)])
    return _grids(TableFinder(page).tables)  # type: ignore[arg-type]


def _plumber_object(drawing: Drawing) -> dict[str, Any]:
    """A line or rectangle as pdfplumber has it, without its colours."""
    kind, x0, top, x1, bottom, _, _, y0, y1 = drawing
    own = {"object_type": kind, "width": x1 - x0, "height": y1 - y0, "doctop": top}
    return {**own, "x0": x0, "top": top, "x1": x1, "bottom": bottom, "y0": y0, "y1": y1}


def _grids(tables: Sequence[Table]) -> tuple[Grid, ...]:
    return tuple(
        Grid(
            x0=table.bbox[0],
            top=table.bbox[1],
            x1=table.bbox[2],
            bottom=table.bbox[3],
            rows=tuple(tuple(row.cells) for row in table.rows),
        )
        for table in tables
        if max(len(row.cells) for row in table.rows) > 1
    )
