"""Values: a reading of a marker, everything that may open a line, a line with its markers."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from unreport.document import Line
from unreport.model import SectionKind

Role: TypeAlias = Literal["heading", "paragraph", "item"]


class Marker(Struct, frozen=True, kw_only=True, gc=False):
    """One reading of a marker."""

    role: Role
    series: str
    shape: str
    number: int | None
    marker: str  # as printed
    end: int  # where the text after it begins
    kind: SectionKind | None = None
    prefix: str = ""  # what stands before the number in `13.4`
    rank: int = 0  # how deep the scheme stands in the lexicon
    inserted: bool = False  # after the paragraph of its number, before the next: `2 bis.`


class LineMarkers(Struct, frozen=True, gc=False):
    """Everything that may open a line; false where nothing does."""

    readings: tuple[Marker, ...] = ()
    """All readings of its number or letter, headings first."""
    unit: Marker | None = None
    """A heading that is a name with its number: `Annex II`."""
    bullet: Marker | None = None
    adjacent_unit: Marker | None = None
    """A unit with one space before its title: a heading only where its type shows one."""

    def __bool__(self) -> bool:
        return bool(self.readings or self.unit or self.bullet)

    def has(self, *roles: Role) -> bool:
        """Whether one of the readings of its number or letter has one of some roles."""
        return any(marker.role in roles for marker in self.readings)


UNMARKED = LineMarkers()


class MarkedLine(Line, frozen=True, kw_only=True, gc=False):
    """A line with its markers."""

    markers: LineMarkers = UNMARKED
