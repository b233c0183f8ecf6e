"""The em of Type 3 fonts, whose font matrix may make glyphs of any size (ISO 32000-1, 9.6.5).

Ghostscript writes the fonts of browsers with a matrix ten times as large and a tenth of the size of
type.  The glyphs have their places and widths then, but the size says nothing of them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from unicodedata import east_asian_width

UNITS = (1000, 1024, 2048)  # of usual fonts in their em
LETTER = 0.53  # em; letters are about as wide on average, ideographs as wide as the em
ENOUGH_LETTERS = 8  # whose average tells; all of a few may be thin, as in `(iii)`
NARROWEST, WIDEST = 0.42, 2.4  # em by the widths of a font that need not be scaled
FEW = 3  # times as narrow or wide by a few letters
NEAR = math.log(1.6)


def type3_em(widths: Mapping[str, float], scale: float) -> float:
    """The em of a font in units of its size of type, by the widths of its letters in them.

    >>> type3_em({"a": 5.4, "n": 6.1}, 10 / 2048), type3_em({"a": 0.54, "n": 0.61}, 1 / 2048)
    (10.0, 1.0)
    >>> type3_em({"i": 0.22}, 1 / 1000)
    1.0
    """
    ems = [
        width / (1 if east_asian_width(letter[0]) == "W" else LETTER)
        for letter, width in widths.items()
    ]
    own = sum(ems) / len(ems) if ems else 0.0
    more = 1 if len(ems) >= ENOUGH_LETTERS else FEW
    if not own or NARROWEST / more < own < WIDEST * more:
        return 1.0
    near = [abs(scale) * units for units in UNITS]
    em = min(near, key=lambda em: abs(math.log(em / own)) if em else math.inf)
    return em if em and abs(math.log(em / own)) < NEAR else own
