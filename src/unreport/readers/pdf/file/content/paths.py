"""Painted paths as lines, rectangles and curves, told apart as pdfminer does (ISO 32000-1, 8.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple, TypeAlias

from unreport.readers.pdf.file.content.graphics_state import Color, Matrix
from unreport.readers.pdf.file.ruling_lines import Drawing, is_white

Point: TypeAlias = tuple[float, float]
Segment: TypeAlias = tuple[Any, ...]
"""A path construction operator and its operands; a rectangle is five of them."""

SUBPATH = re.compile(r"m[^m]+")
LINES = frozenset({"mlh", "ml"})
QUADRILATERALS = frozenset({"mlllh", "mllll"})
CORNERS = 4


class PaintedPath(NamedTuple):
    """A path with the graphics state in which it is painted."""

    segments: list[Segment]
    ctm: Matrix
    stroke: bool
    fill: bool
    color: Color  # of the fill


def drawings(painted: Iterable[PaintedPath], height: float) -> Iterator[Drawing]:
    """The lines, rectangles and curves of a page whose origin is the lower left corner."""
    for path in painted:
        shape = "".join([segment[0] for segment in path.segments])
        if shape[:1] != "m":
            continue
        if shape.count("m") == 1:
            yield _drawing(path, shape, path.segments, height)
            continue
        for found in SUBPATH.finditer(shape):
            yield _drawing(path, found[0], path.segments[found.start() : found.end()], height)


def _drawing(path: PaintedPath, shape: str, segments: list[Segment], height: float) -> Drawing:
    points = _points(path.ctm, segments)
    if len(shape) > len("mlh") and shape.endswith("lh") and points[-2] == points[0]:
        shape = shape[:-2] + "h"
        points.pop()
    kind: Literal["line", "rect", "curve"] = "curve"
    if shape in LINES:
        kind, points = "line", points[:2]
    elif shape in QUADRILATERALS and _is_rectangle(points):
        kind, points = "rect", [points[0], points[2]]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    visible = not is_white(path.color) if path.fill else kind == "curve"
    y0, y1 = min(ys), max(ys)
    edges = min(xs), height - y1, max(xs), height - y0
    return Drawing(kind, *edges, path.stroke, visible, y0, y1)


def _points(ctm: Matrix, segments: list[Segment]) -> list[Point]:
    """The end points of segments on the page; that of `h` is where the subpath began."""
    a, b, c, d, e, f = ctm
    out: list[Point] = []
    for segment in segments:
        x, y = segments[0][-2:] if segment[0] == "h" else segment[-2:]
        out.append((a * x + c * y + e, b * x + d * y + f))
    return out


def _is_rectangle(points: list[Point]) -> bool:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points[:CORNERS]
    across = x0 == x1 and y1 == y2 and x2 == x3 and y3 == y0
    along = y0 == y1 and x1 == x2 and y2 == y3 and x3 == x0
    return points[0] == points[CORNERS] and (across or along)
