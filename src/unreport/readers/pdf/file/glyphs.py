"""The values that an engine yields for a page: positioned glyphs, ruling lines, ruled tables.

All later stages use only these values, so that the engine can be replaced.  Coordinates are points
from the top left of the page in the direction of most of its text (a page set at 90 degrees is
rotated).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from unreport.readers.pdf.file.font_programs import NOTHING, ProgramText


class Glyph(Struct, frozen=True, gc=False):
    """One glyph that a page shows: its Unicode text and its position."""

    text: str  # by ToUnicode or the encoding; "" if the glyph is unmapped
    x0: float
    x1: float
    y: float  # baseline, text rise included
    size: float
    font: int  # index in `Page.fonts`
    code: int  # character code or CID
    order: int  # position in the content stream
    span: int = 0  # number of the enclosing /ActualText; 0: none
    program: ProgramText = NOTHING  # what the embedded font program says about it


class Font(Struct, frozen=True, kw_only=True):
    """The style of a font, from its name and descriptor."""

    name: str
    bold: bool = False
    italic: bool = False
    symbols: str = ""  # which of the known symbol fonts it is
    is_encoding_assumed: bool = False  # nothing in the file says in which encoding it is


class Rule(Struct, frozen=True, gc=False):
    """A ruling line: a stroked line or a thin filled rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def is_horizontal(self) -> bool:
        """Whether it is a horizontal line."""
        return self.x1 - self.x0 > 2 * (self.bottom - self.top)


class Shape(Struct, frozen=True, gc=False):
    """A rectangle or curve that is no ruling line: a bar of a chart, a shaded cell, a frame."""

    x0: float
    top: float
    x1: float
    bottom: float
    is_visible: bool  # False: a frame, or an area of the colour of the paper
    is_curve: bool = False


class Page(Struct, frozen=True, kw_only=True):
    """One page."""

    number: int  # from 1
    width: float
    height: float
    glyphs: Sequence[Glyph]
    rotated: list[Glyph]  # of another baseline direction than most of the page, or slanted
    spans: dict[int, str]  # the text of each /ActualText
    rules: list[Rule]
    fonts: list[Font]  # of the document so far, shared between pages
    tables: tuple[Grid, ...] = ()
    shapes: tuple[Shape, ...] = ()
    images: int = 0
    covered: float = 0.0  # the share of the page that images cover
    hidden: frozenset[int] = frozenset()
    """Orders of glyphs that are not painted, or under an image that covers the page."""
    covered_glyphs: list[Glyph] = []
    """Glyphs under an image or outside their clipping path, on a page that shows other text."""


class Grid(Struct, frozen=True, kw_only=True):
    """A ruled table: the boxes of its cells by row; None where a cell is merged into another."""

    x0: float
    top: float
    x1: float
    bottom: float
    rows: tuple[tuple[tuple[float, float, float, float] | None, ...], ...]
