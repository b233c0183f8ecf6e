"""The pages of a PDF: its tree of pages walked once, whatever the tree is like."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, dict_value, resolve1
from pdfminer.psparser import LIT

from unreport.readers.pdf.file.limits import Clock
from unreport.readers.pdf.file.objects import Objects

PAGE = LIT("Page")
INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")
BOXES = ("MediaBox", "CropBox")
CORNERS = 4  # numbers that make a box
FARTHEST = 1e6  # points from the origin; a page of 350 metres
SMALLEST = 1.0  # point
MOST_OBJECTS = 500_000

Attributes: TypeAlias = dict[str, object]
Leaf: TypeAlias = tuple[int, Attributes]  # the number of a page's object, and what it says


def leaves(objects: Objects, clock: Clock) -> Iterator[Leaf]:
    """Every page of the tree in order; if the tree has none, every page among the objects."""
    found = False
    for leaf in _of_tree(objects, clock):
        found = True
        yield leaf
    if not found:
        yield from _anywhere(objects, clock)


def page_of(objects: Objects, leaf: Leaf) -> PDFPage:
    """A page as the library wants it; a box or a turn that cannot be meant is left out."""
    number, said = leaf
    sound = {key: value for key, value in said.items() if _is_sound(key, value)}
    page = PDFPage(objects, number, sound, None)
    x0, y0, x1, y1 = page.mediabox
    page.mediabox = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return page


def declared(objects: Objects) -> int | None:
    """How many pages the file says it has."""
    count = resolve1(dict_value(objects.catalog.get("Pages")).get("Count"))
    return count if isinstance(count, int) else None


def _of_tree(objects: Objects, clock: Clock) -> Iterator[Leaf]:
    waiting: list[tuple[object, Attributes]] = [(objects.catalog.get("Pages"), {})]
    seen: set[int] = set()
    while waiting:
        clock.step()
        reference, above = waiting.pop()
        number = getattr(reference, "objid", 0)
        if number in seen:
            continue
        if number:
            seen.add(number)
        node = dict_value(reference)
        said = {key: above[key] for key in INHERITED if key in above} | node
        kids = resolve1(node.get("Kids"))
        if isinstance(kids, list) and node.get("Type") is not PAGE:
            waiting.extend((kid, said) for kid in reversed(kids))
        elif node.get("Type") is PAGE or "Contents" in node:
            yield number, said


def _anywhere(objects: Objects, clock: Clock) -> Iterator[Leaf]:
    seen: set[int] = set()
    for number in islice(_numbers(objects), MOST_OBJECTS):
        clock.step()
        if number in seen:
            continue
        seen.add(number)
        node = dict_value(PDFObjRef(objects, number))
        if node.get("Type") is PAGE:
            yield number, node


def _numbers(objects: Objects) -> Iterator[int]:
    for xref in objects.xrefs:
        yield from xref.get_objids()


def _is_sound(key: str, value: object) -> bool:
    if key in BOXES:
        return _is_box(resolve1(value))
    turn = resolve1(value)
    return key != "Rotate" or (isinstance(turn, int) and turn % 90 == 0)


def _is_box(value: object) -> bool:
    """Whether a value has the four corners of something that can be printed on."""
    if not isinstance(value, list) or len(value) != CORNERS:
        return False
    numbers = [c for c in map(resolve1, value) if isinstance(c, int | float) and abs(c) < FARTHEST]
    if len(numbers) < CORNERS:
        return False
    x0, y0, x1, y1 = numbers
    return min(abs(x1 - x0), abs(y1 - y0)) > SMALLEST
