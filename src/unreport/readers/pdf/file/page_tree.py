"""The page tree of a PDF, walked once, even where it has cycles or is missing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, dict_value, resolve1
from pdfminer.psparser import LIT

from unreport.readers.pdf.file.limits import Budget
from unreport.readers.pdf.file.syntax.objects import Objects

PAGE = LIT("Page")
INHERITABLE = ("Resources", "MediaBox", "CropBox", "Rotate")
BOXES = ("MediaBox", "CropBox")
BOX_COORDINATES = 4
MAX_COORDINATE = 1e6  # points from the origin; a page of 350 metres
MIN_SIDE = 1.0  # point
MAX_OBJECTS = 500_000

Attributes: TypeAlias = dict[str, object]
PageNode: TypeAlias = tuple[int, Attributes]  # object number, attributes with the inherited ones


def page_nodes(objects: Objects, budget: Budget) -> Iterator[PageNode]:
    """Every page of the page tree in order; if it has none, every page object of the file."""
    found = False
    for node in _walk_tree(objects, budget):
        found = True
        yield node
    if not found:
        yield from _scan_objects(objects, budget)


def page_from_node(objects: Objects, node: PageNode) -> PDFPage:
    """A page for pdfminer, without boxes and rotations that are invalid."""
    number, attributes = node
    valid = {key: value for key, value in attributes.items() if _is_valid(key, value)}
    page = PDFPage(objects, number, valid, None)
    x0, y0, x1, y1 = page.mediabox
    page.mediabox = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return page


def declared_pages(objects: Objects) -> int | None:
    """The number of pages by the /Count of the page tree."""
    count = resolve1(dict_value(objects.catalog.get("Pages")).get("Count"))
    return count if isinstance(count, int) else None


def _walk_tree(objects: Objects, budget: Budget) -> Iterator[PageNode]:
    stack: list[tuple[object, Attributes]] = [(objects.catalog.get("Pages"), {})]
    seen: set[int] = set()
    while stack:
        budget.step()
        reference, inherited = stack.pop()
        number = getattr(reference, "objid", 0)
        if number in seen:
            continue
        if number:
            seen.add(number)
        node = dict_value(reference)
        attributes = {key: inherited[key] for key in INHERITABLE if key in inherited} | node
        kids = resolve1(node.get("Kids"))
        if isinstance(kids, list) and node.get("Type") is not PAGE:
            stack.extend((kid, attributes) for kid in reversed(kids))
        elif node.get("Type") is PAGE or "Contents" in node:
            yield number, attributes


def _scan_objects(objects: Objects, budget: Budget) -> Iterator[PageNode]:
    seen: set[int] = set()
    for number in islice(_numbers(objects), MAX_OBJECTS):
        budget.step()
        if number in seen:
            continue
        seen.add(number)
        node = dict_value(PDFObjRef(objects, number))
        if node.get("Type") is PAGE:
            yield number, node


def _numbers(objects: Objects) -> Iterator[int]:
    for xref in objects.xrefs:
        yield from xref.get_objids()


def _is_valid(key: str, value: object) -> bool:
    if key in BOXES:
        return _is_box(resolve1(value))
    degrees = resolve1(value)
    return key != "Rotate" or (isinstance(degrees, int) and degrees % 90 == 0)


def _is_box(value: object) -> bool:
    """Whether a value is a rectangle large enough for a page."""
    if not isinstance(value, list) or len(value) != BOX_COORDINATES:
        return False
    numbers = [c for c in map(resolve1, value) if isinstance(c, int | float)]
    if len(numbers) < BOX_COORDINATES or not all(abs(c) < MAX_COORDINATE for c in numbers):
        return False
    x0, y0, x1, y1 = numbers
    return min(abs(x1 - x0), abs(y1 - y0)) > MIN_SIDE
