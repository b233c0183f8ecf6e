"""Operators of graphics state, paths, colour and marked content (ISO 32000-1, 8.4-8.6, 14.6)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from pdfminer.pdftypes import dict_value
from pdfminer.psparser import LIT
from pdfminer.utils import decode_text

from unreport.readers.pdf.file.content.graphics_state import IDENTITY, Color, clipped, product
from unreport.readers.pdf.file.content.paths import PaintedPath, drawings
from unreport.readers.pdf.file.content.syntax import (
    MAX_OPERANDS,
    PROPERTIES,
    IrregularContent,
    color_components,
    dictionary_entries,
    name,
    numbers,
    string_bytes,
)

if TYPE_CHECKING:
    from pdfminer.psparser import PSLiteral

    from unreport.readers.pdf.file.content.page_content import PageContent

DASH = re.compile(rb"[\t\n\f\r ]*+\[[-+.\d\t\n\f\r ]*+\][\t\n\f\r ]*+[-+.\d]++[\t\n\f\r ]*+")
ACTUAL_TEXT = b"ActualText"
SIDES = 5  # segments of a rectangle; `h` may follow the fourth side
COMPONENTS = frozenset({1, 3, 4})  # of the colours that pdfminer knows


# --- graphics state -------------------------------------------------------------------------------


def _save(content: PageContent) -> None:
    content.save()


def _restore(content: PageContent) -> None:
    content.restore()


def _concatenate(content: PageContent, operands: bytes) -> None:
    a, b, c, d, e, f = numbers(operands, 6)
    content.state.ctm = product((a, b, c, d, e, f), content.state.ctm)


def _ignore(content: PageContent) -> None:
    """Begin compatibility: nothing that text needs."""


def _ignore_number(content: PageContent, operands: bytes) -> None:  # noqa: ARG001
    color_components(operands, 1)


def _ignore_name(content: PageContent, operands: bytes) -> None:  # noqa: ARG001
    name(operands)


def _set_parameters(content: PageContent, operands: bytes) -> None:
    """Set a graphics state parameter dictionary: pdfminer's interpreter reads one with a font."""
    states = dict_value(content.resources.declared.get("ExtGState", {}))
    if "Font" in dict_value(states.get(name(operands), {})):
        raise IrregularContent("a font in a graphics state")


def _ignore_dash(content: PageContent, operands: bytes) -> None:  # noqa: ARG001
    if DASH.fullmatch(operands) is None:
        raise IrregularContent("a dash pattern")


# --- paths ----------------------------------------------------------------------------------------


def _add_rectangle(content: PageContent, operands: bytes) -> None:
    x, y, width, height = numbers(operands, 4)
    right, top = x + width, y + height
    content.path += (("m", x, y), ("l", right, y), ("l", right, top), ("l", x, top), ("h",))


def _add_segment(kind: str, count: int, content: PageContent, operands: bytes) -> None:
    content.path.append((kind, *numbers(operands, count)))


def _clip(content: PageContent) -> None:
    """Clip to a path that is one rectangle, drawn by its sides; others hide no text surely."""
    if len(content.path) not in {SIDES, SIDES + 1}:
        return
    path = PaintedPath(content.path, content.state.ctm, stroke=False, fill=False, color=())
    for found in drawings([path], height=0):
        if found.kind == "rect":
            box = (found.x0, -found.bottom, found.x1 - found.x0, found.bottom - found.top)
            content.state.clip = clipped(content.state.clip, box, IDENTITY)


def _close(content: PageContent) -> None:
    content.path.append(("h",))


def _end(content: PageContent) -> None:
    content.path = []


def _paint(*, close: bool, stroke: bool, fill: bool) -> Callable[[PageContent], None]:
    def paint(content: PageContent) -> None:
        if close:
            _close(content)
        if content.path:
            content.device.budget.count(len(content.path))
            content.painted.append(
                PaintedPath(content.path, content.state.ctm, stroke, fill, content.state.fill)
            )
        content.path = []

    return paint


# --- colour ---------------------------------------------------------------------------------------


def _set_fill(space: str, count: int, content: PageContent, operands: bytes) -> None:
    content.state.fill, content.state.fill_space = color_components(operands, count), space


def _set_stroke(space: str, count: int, content: PageContent, operands: bytes) -> None:
    color_components(operands, count)
    content.state.stroke_space = space


def _set_fill_space(content: PageContent, operands: bytes) -> None:
    space = name(operands)
    if space in content.resources.color_spaces:
        content.state.fill_space = space


def _set_stroke_space(content: PageContent, operands: bytes) -> None:
    space = name(operands)
    if space in content.resources.color_spaces:
        content.state.stroke_space = space


def _set_fill_color(content: PageContent, operands: bytes) -> None:
    color = _color(content, content.state.fill_space, operands)
    content.state.fill = content.state.fill if color is None else color


def _set_stroke_color(content: PageContent, operands: bytes) -> None:
    _color(content, content.state.stroke_space, operands)


def _color(content: PageContent, space: str, operands: bytes) -> Color | None:
    """A colour of a colour space; None if pdfminer knows no colours of so many components."""
    known = content.resources.color_spaces[space]
    if known.name == "Pattern":
        return name(operands)
    components = color_components(operands, known.ncomponents)
    return components if len(components) in COMPONENTS else None


# --- marked content -------------------------------------------------------------------------------


def _begin_marked(content: PageContent, operands: bytes) -> None:
    name(operands)
    content.device.begin_tag(None)


def _begin_marked_with_properties(content: PageContent, operands: bytes) -> None:
    read = _property_list if len(operands) > MAX_OPERANDS else _short_property_list
    name_of_list, text = read(operands)
    if name_of_list is not None:
        if content.device.hides(name_of_list):
            raise IrregularContent("hidden optional content")
        content.device.begin_tag(None, name_of_list)
    elif text is not None:
        content.device.replace_text(text)
    else:
        content.device.nest()


def _property_list(operands: bytes) -> tuple[PSLiteral | None, str | None]:
    """The name of a property list, or the /ActualText of one in place."""
    found = _properties(operands)
    if found["name"] is not None:
        return LIT(found["name"][1:].decode()), None
    return None, _actual_text(found["dictionary"]) if ACTUAL_TEXT in operands else None


_short_property_list = lru_cache(maxsize=1024)(_property_list)
"""The same; a page has the text of the same letters, and each page the same identifiers, again."""


def _properties(operands: bytes) -> re.Match[bytes]:
    found = PROPERTIES.fullmatch(operands)
    if found is None:
        raise IrregularContent("marked content")
    return found


def _actual_text(dictionary: bytes) -> str | None:
    """The /ActualText of a property list, if it is a string."""
    value = dictionary_entries(dictionary).get(ACTUAL_TEXT, b"")
    return decode_text(string_bytes(value)) if value[:1] in {b"(", b"<"} else None


def _end_marked(content: PageContent) -> None:
    content.device.end_tag()


def _ignore_point(content: PageContent, operands: bytes) -> None:  # noqa: ARG001
    _properties(operands)


WITHOUT_OPERANDS: Mapping[bytes, Callable[[PageContent], None]] = {
    b"q": _save,
    b"Q": _restore,
    b"W": _clip,
    b"W*": _clip,
    b"BX": _ignore,
    b"EX": _ignore,
    b"F": _ignore,  # obsolete, and unknown to pdfminer
    b"h": _close,
    b"n": _end,
    b"S": _paint(close=False, stroke=True, fill=False),
    b"s": _paint(close=True, stroke=True, fill=False),
    b"f": _paint(close=False, stroke=False, fill=True),
    b"f*": _paint(close=False, stroke=False, fill=True),
    b"B": _paint(close=False, stroke=True, fill=True),
    b"B*": _paint(close=False, stroke=True, fill=True),
    b"b": _paint(close=True, stroke=True, fill=True),
    b"b*": _paint(close=True, stroke=True, fill=True),
    b"EMC": _end_marked,
}
WITH_OPERANDS: Mapping[bytes, Callable[[PageContent, bytes], None]] = {
    b"cm": _concatenate,
    b"w": _ignore_number,
    b"J": _ignore_number,
    b"j": _ignore_number,
    b"M": _ignore_number,
    b"i": _ignore_number,
    b"d": _ignore_dash,
    b"ri": _ignore_name,
    b"gs": _set_parameters,
    b"sh": _ignore_name,
    b"re": _add_rectangle,
    b"m": partial(_add_segment, "m", 2),
    b"l": partial(_add_segment, "l", 2),
    b"c": partial(_add_segment, "c", 6),
    b"v": partial(_add_segment, "v", 4),
    b"y": partial(_add_segment, "y", 4),
    b"g": partial(_set_fill, "DeviceGray", 1),
    b"rg": partial(_set_fill, "DeviceRGB", 3),
    b"k": partial(_set_fill, "DeviceCMYK", 4),
    b"G": partial(_set_stroke, "DeviceGray", 1),
    b"RG": partial(_set_stroke, "DeviceRGB", 3),
    b"K": partial(_set_stroke, "DeviceCMYK", 4),
    b"cs": _set_fill_space,
    b"CS": _set_stroke_space,
    b"sc": _set_fill_color,
    b"scn": _set_fill_color,
    b"SC": _set_stroke_color,
    b"SCN": _set_stroke_color,
    b"BMC": _begin_marked,
    b"BDC": _begin_marked_with_properties,
    b"MP": _ignore_name,
    b"DP": _ignore_point,
}
