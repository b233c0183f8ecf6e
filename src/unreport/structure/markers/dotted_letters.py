"""Dotted letters that are abbreviations: `г. Нью-Йорк` is a city, and no item after `в.`.

In Russian `г.`, `с.`, `т.`, `п.` and others abbreviate words (city, page, volume, paragraph), and
may open a row.  A dotted letter opens an item if it is the first one, or follows the one before it
in the same paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from unreport.structure.markers.marker import MarkedLine, Marker
from unreport.text.numerals import CYRILLIC_LOWER


def without_abbreviations(lines: Sequence[MarkedLine]) -> tuple[MarkedLine, ...]:
    """The lines, whose dotted Cyrillic letters are markers only where they count."""
    out: list[MarkedLine] = []
    last = 0
    for line in lines:
        readings = line.markers.readings
        found = next(filter(_is_dotted, readings), None) if readings else None
        if found is None or found.number is None:
            last = 0 if line.markers.has("heading", "paragraph") else last
            out.append(line)
        elif found.number in (1, last + 1):
            last = found.number
            out.append(line)
        else:
            out.append(_without(line))
    return tuple(out)


def _is_dotted(marker: Marker) -> bool:
    return marker.series == CYRILLIC_LOWER.name and marker.shape == "dotted"


def _without(line: MarkedLine) -> MarkedLine:
    readings = tuple(marker for marker in line.markers.readings if not _is_dotted(marker))
    return replace(line, markers=replace(line.markers, readings=readings))
