"""Fonts of a file that are subsets of one font (ISO 32000-1, 9.6.4).

A program that rewrites a file may divide the glyphs of a font among several subsets: cairo puts
those that an encoding of Latin letters has into one and the others into another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unreport.readers.pdf.file.glyphs import Font

SUBSET_NUMBER = re.compile(r"(?<=\ACairoFont-)(\d+)-\d+\Z")
"""Cairo numbers the fonts that have no name, and their subsets."""


class FontSubsets:
    """Which fonts of a growing list are subsets of one."""

    def __init__(self, fonts: Sequence[Font]) -> None:
        self._fonts = fonts
        self._first: dict[tuple[str, bool, bool], int] = {}
        self._bases: list[int] = []

    def base(self, index: int) -> int:
        """The first font of the list of which a font is another subset, or itself.

        >>> fonts = [Font(name="CairoFont-4-0"), Font(name="Amiri"), Font(name="CairoFont-4-1")]
        >>> [*map(FontSubsets(fonts).base, range(3))]
        [0, 1, 0]
        """
        for at in range(len(self._bases), len(self._fonts)):
            font = self._fonts[at]
            key = (SUBSET_NUMBER.sub(r"\1", font.name), font.bold, font.italic)
            self._bases.append(self._first.setdefault(key, at))
        return self._bases[index]
