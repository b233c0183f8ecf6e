"""What an engine gives for a page: glyphs with their place, and the rules drawn around them.

Everything above this module knows only these values, so that another engine can stand behind it.
Coordinates are points from the top left of the page as it is read (a page of text turned by 90
degrees is turned back).
"""

from __future__ import annotations

from msgspec import Struct


class Glyph(Struct, frozen=True, gc=False):
    """One painted glyph: the text that its font gives it, and where it stands."""

    text: str  # "" where the font does not say
    x0: float
    x1: float
    y: float  # baseline, rise included
    size: float
    font: int  # index in `Page.fonts`
    code: int  # which glyph of the font
    order: int  # place in the content stream
    span: int = 0  # number of the /ActualText that it is drawn under; 0: none


class Font(Struct, frozen=True, kw_only=True):
    """What a font's name and descriptor tell."""

    name: str
    bold: bool = False
    italic: bool = False


class Rule(Struct, frozen=True, gc=False):
    """A drawn line or a thin box."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def lies(self) -> bool:
        """Whether it is horizontal."""
        return self.x1 - self.x0 > 2 * (self.bottom - self.top)


class Page(Struct, frozen=True, kw_only=True):
    """One page as an engine yields it."""

    number: int  # from 1
    width: float
    height: float
    glyphs: list[Glyph]
    turned: list[Glyph]  # drawn in another direction than the page is read
    spans: dict[int, str]  # the /ActualText of each span
    rules: list[Rule]
    fonts: list[Font]  # of the document so far, shared between pages
    tables: tuple[Grid, ...] = ()
    images: int = 0
    covered: float = 0.0  # the share of the page that images cover
    hidden: frozenset[int] = frozenset()
    """Orders of glyphs that are not painted, or under an image that covers the page."""


class Grid(Struct, frozen=True, kw_only=True):
    """A ruled table: the boxes of its cells, row by row; None where a cell is merged away."""

    x0: float
    top: float
    x1: float
    bottom: float
    rows: tuple[tuple[tuple[float, float, float, float] | None, ...], ...]
