"""The Compact Font Format: the font in a CFF program, by fontTools (Adobe Technical Note #5176)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from math import prod
from statistics import median
from typing import Any

CFF_HEADER = b"\x01\x00"


def compact_font(data: bytes) -> Any:  # noqa: ANN401 - fontTools has no types
    """The only font of a CFF program, as fontTools has it."""
    from fontTools.cffLib import CFFFontSet  # noqa: PLC0415 - slow to import, seldom needed

    fonts = CFFFontSet()
    fonts.decompile(BytesIO(data), None)
    return fonts[0]


def is_cid_keyed(font: object) -> bool:
    """Whether the glyphs of a font have CIDs and no names."""
    return hasattr(font, "ROS")


# --- the size at which a font draws its glyphs ---------------------------------------------------
#
# A `/FontMatrix` scales the outlines and the advance widths of a CFF program (Technical Notes #5176
# and #5177).  The widths in the PDF, which place the next glyph, should be the same (ISO 32000-1,
# 9.2.4).  A producer that takes the matrix for 0.001 where it is not gives half the widths and half
# the size to glyphs that are drawn twice as large, and moves the pen by a number after each.

DEFAULT_UNIT = 0.001  # em
SAME_SIZE = (0.8, 1.25)  # ratios of the sizes in the program to those that the PDF declares
MAX_DEVIATION = 0.04  # of the ratios of single glyphs from the usual one
MIN_GLYPHS, MAX_GLYPHS = 5, 12  # with an advance width, that are compared


def has_declared_box(font: Any, declared: Sequence[float]) -> bool:  # noqa: ANN401
    """Whether the bounding box of a font is as wide as the `/FontBBox` of its descriptor.

    True if one of them is not known, too.
    """
    own = font.rawDict.get("FontBBox", ())
    if not len(own) == len(declared) == len("xyxy"):
        return True
    width, declared_width = 1000 * _unit(font, 0) * (own[2] - own[0]), declared[2] - declared[0]
    if min(width, declared_width) <= 0:
        return True
    return bool(SAME_SIZE[0] < width / declared_width < SAME_SIZE[1])


def drawn_scale(font: Any, declared: Mapping[str, float]) -> float:  # noqa: ANN401
    """How many times as large a font draws its glyphs as their advance widths in the PDF say.

    1.0 if they are the same, or do not differ by one factor.  `declared` has the widths in em by
    glyph names.
    """
    ratios = [
        own / declared[name]
        for name, own in _advances(font, [name for name in declared if declared[name] > 0])
        if own > 0
    ]
    usual = median(ratios) if len(ratios) >= MIN_GLYPHS else 1.0
    is_even = all(abs(ratio - usual) <= MAX_DEVIATION * usual for ratio in ratios)
    return usual if is_even and not SAME_SIZE[0] < usual < SAME_SIZE[1] else 1.0


def _advances(font: Any, names: Sequence[str]) -> Iterator[tuple[str, float]]:  # noqa: ANN401
    """The advance widths of some glyphs in em, by the program."""
    from fontTools.pens.basePen import NullPen  # noqa: PLC0415 - seldom needed

    indices = {name: at for at, name in enumerate(font.charset)}
    for name in [name for name in names if name in indices][:MAX_GLYPHS]:
        outline = font.CharStrings[name]
        outline.draw(NullPen())  # reads the width
        yield name, outline.width * _unit(font, indices[name])


def _unit(font: Any, glyph: int) -> float:  # noqa: ANN401
    """The unit of glyph space in em: that of the font, of the glyph's FD, or their product."""
    matrices = [font.rawDict.get("FontMatrix")]
    if is_cid_keyed(font):
        matrices.append(font.FDArray[font.FDSelect[glyph]].rawDict.get("FontMatrix"))
    units = [matrix[0] for matrix in matrices if matrix]
    return float(prod(units)) if units else DEFAULT_UNIT
