"""The graphics state with the text state (ISO 32000-1, 8.4 and 9.3), and matrices."""

from __future__ import annotations

from collections.abc import Sequence
from operator import methodcaller
from typing import TypeAlias

from msgspec import Struct

from unreport.readers.pdf.file.content.shown_strings import ScaledStrings, ShownStrings
from unreport.readers.pdf.file.content.syntax import IrregularContent

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Color: TypeAlias = tuple[float, ...] | str
"""The components of a colour, or the name of a pattern."""

Rectangle: TypeAlias = tuple[float, float, float, float]
"""The lower left and the upper right corner."""

EVERYWHERE: Rectangle = (float("-inf"), float("-inf"), float("inf"), float("inf"))
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
COPY = methodcaller("__copy__")  # three times as fast as `copy.copy`


class GraphicsState(Struct):
    """What `q` saves and `Q` restores."""

    ctm: Matrix
    font: ShownStrings | None = None
    font_size: float = 0
    character_spacing: float = 0
    word_spacing: float = 0
    scaling: float = 100
    leading: float = 0  # negative, as it moves the baseline
    rise: float = 0
    rendering_mode: int = 0
    text_matrix: Matrix = IDENTITY
    pen: float = 0  # where the glyphs after Tm or the like begin on their baseline, in text space
    shown: Sequence[int] = ()  # strings that have moved the pen since, by their numbers
    scaled: ScaledStrings | None = None  # the strings of the font at this size and scaling
    fill: Color = (0,)
    fill_space: str = "DeviceGray"
    stroke_space: str = "DeviceGray"
    clip: Rectangle = EVERYWHERE  # of the clipping paths that are rectangles, in device space

    def strings(self) -> ScaledStrings:
        """The strings of the font at this size and scaling."""
        if self.scaled is None:
            if self.font is None:
                raise IrregularContent("no font")
            self.scaled = self.font.scaled(self.font_size, self.scaling * 0.01)
        return self.scaled

    def set_font(self, font: ShownStrings, size: float) -> None:
        """Set the font and its size."""
        self.font, self.font_size, self.scaled = font, size, None

    def place(self, matrix: Matrix) -> None:
        """Set the text matrix; the next glyph stands at its origin."""
        self.text_matrix, self.pen, self.shown = matrix, 0, ()

    def copy(self) -> GraphicsState:
        """A state with the same values."""
        copied: GraphicsState = COPY(self)
        return copied


def product(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that applies one matrix and then another.

    >>> product((2, 0, 0, 2, 1, 1), (1, 0, 0, 1, 10, 20))
    (2, 0, 0, 2, 11, 21)
    """
    a1, b1, c1, d1, e1, f1 = first
    a0, b0, c0, d0, e0, f0 = second
    if b1 == c1 == b0 == c0 == 0:
        return a0 * a1, 0, 0, d0 * d1, a0 * e1 + e0, d0 * f1 + f0
    return (
        a0 * a1 + c0 * b1,
        b0 * a1 + d0 * b1,
        a0 * c1 + c0 * d1,
        b0 * c1 + d0 * d1,
        a0 * e1 + c0 * f1 + e0,
        b0 * e1 + d0 * f1 + f0,
    )


def clipped(clip: Rectangle, rectangle: Sequence[float], matrix: Matrix) -> Rectangle:
    """A clipping path within which another one, of `re` operands, clips too (8.5.4).

    >>> clipped((0, 0, 50, 50), (10, 10, 100, 20), (1, 0, 0, 1, 5, 5))
    (15, 15, 50, 35)
    """
    x, y, width, height = rectangle
    a, b, c, d, e, f = matrix
    if b or c:
        return clip  # turned: more than it may be visible, and nothing is left out
    x0, x1 = x * a + e, (x + width) * a + e
    y0, y1 = y * d + f, (y + height) * d + f
    return (
        max(clip[0], min(x0, x1)),
        max(clip[1], min(y0, y1)),
        min(clip[2], max(x0, x1)),
        min(clip[3], max(y0, y1)),
    )


def translated(matrix: Matrix, x: float, y: float) -> Matrix:
    """A matrix whose origin is moved within its own coordinates."""
    a, b, c, d, e, f = matrix
    return a, b, c, d, x * a + y * c + e, x * b + y * d + f
