"""Dotted letters that are abbreviations: `г. Нью-Йорк` is a city, and no item after `в.`.

In Russian `г.`, `с.`, `т.`, `п.` and others abbreviate words (city, page, volume, paragraph), in
Arabic `أ.`, `د.`, `م.`, `ص.` (professor, doctor, engineer, page), and may open a row.  A dotted
letter opens an item if it follows the one before it in the same paragraph, or is the first one of
such a sequence, or of a list that the row above introduces.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from unreport.structure.clause_ends import introduces_list
from unreport.structure.markers.marker import LineMarkers, MarkedLine, Marker
from unreport.text.arabic_numerals import ARABIC_LETTERS
from unreport.text.numerals import CYRILLIC_LOWER

ABBREVIATING = (ARABIC_LETTERS.name, CYRILLIC_LOWER.name)


def without_abbreviations(lines: Sequence[MarkedLine]) -> tuple[MarkedLine, ...]:
    """The lines, whose dotted letters are markers only where they count."""
    out = list(lines)
    last = 0
    opening: int | None = None  # the row of a first letter that no row has introduced
    for at, line in enumerate(lines):
        found = dotted_letter(line.markers)
        if found is None:
            if line.markers.readings and line.markers.has("heading", "paragraph"):
                last, opening = 0, None
        elif last and found.number == last + 1:
            if opening is not None:
                out[opening] = lines[opening]
            last, opening = found.number, None
        elif found.number == 1:
            last, opening = 1, None if at and introduces_list(lines[at - 1].text) else at
            out[at] = line if opening is None else _without(line)
        else:
            out[at] = _without(line)
    return tuple(out)


def dotted_letter(markers: LineMarkers) -> Marker | None:
    """The reading as a letter with a dot, in an alphabet whose dotted letters abbreviate."""
    return next(filter(is_dotted_letter, markers.readings), None) if markers.readings else None


def is_dotted_letter(marker: Marker) -> bool:
    """Whether a mark is a letter with a dot, which may be an abbreviation."""
    return marker.shape == "dotted" and marker.series in ABBREVIATING


def _without(line: MarkedLine) -> MarkedLine:
    return replace(line, markers=without_dotted_letter(line.markers))


def without_dotted_letter(markers: LineMarkers) -> LineMarkers:
    """Markers without the reading as a letter with a dot."""
    readings = tuple(marker for marker in markers.readings if not is_dotted_letter(marker))
    return replace(markers, readings=readings)
