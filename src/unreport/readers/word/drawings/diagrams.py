"""Diagrams (SmartArt) as the lines of their points (ECMA-376 part 1, 21.4.3, data model)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from unreport.document import Line
from unreport.readers.mathml import local_name
from unreport.readers.word.xml_names import Element
from unreport.text.characters import normalise

NOT_SHOWN = frozenset({"pres", "parTrans", "sibTrans"})  # of the layout, and between points
ROOT = "doc"


def diagram_lines(root: Element) -> Iterator[Line]:
    """A line for each paragraph of each point: the points below one follow it, in their order."""
    points = {e.get("modelId", ""): e for e in root.iter() if local_name(e) == "pt"}
    inner: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for connection in root.iter():
        if local_name(connection) == "cxn" and connection.get("type", "parOf") == "parOf":
            order = connection.get("srcOrd", "")
            place = int(order) if order.isdigit() else 0
            inner[connection.get("srcId", "")].append((place, connection.get("destId", "")))
    for key in _in_order(points, inner):
        point = points[key]
        if point.get("type", "node") not in NOT_SHOWN:
            yield from _lines(point)


def _in_order(points: dict[str, Element], inner: dict[str, list[tuple[int, str]]]) -> Iterator[str]:
    """The points from the root downwards, then those that are not connected."""
    first = [key for key, point in points.items() if point.get("type") == ROOT]
    stack = [*reversed(points), *reversed(first)]
    seen: set[str] = set()
    while stack:
        key = stack.pop()
        if key in seen or key not in points:
            continue
        seen.add(key)
        yield key
        stack += [below for _, below in sorted(inner[key], reverse=True)]


def _lines(point: Element) -> Iterator[Line]:
    for paragraph in point.iter():
        if local_name(paragraph) != "p":
            continue
        runs = (e.text or "" for e in paragraph.iter() if local_name(e) == "t")
        if text := " ".join(normalise("".join(runs)).split()):
            yield Line(text=text, ends=True, level=0)
