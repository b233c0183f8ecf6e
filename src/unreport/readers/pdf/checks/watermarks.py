"""Watermarks: large type across the rows of a page, such as `ADVANCE UNEDITED`."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from unreport.readers.pdf.file.glyphs import Glyph, Page
from unreport.readers.pdf.file.page_glyphs import PageGlyphs

MIN_SIZE = 20.0  # points
LARGE = 2.2  # times the usual size of the page's type
CROSSING = 0.5  # of the letters of a line of large type that smaller ones stand across
ABOVE, BELOW = 0.9, 0.3  # em of the large type from its baseline


def without_watermarks(page: Page) -> Page:
    """A page without large type that crosses its rows, which goes to the text in other directions.

    A title in large type crosses nothing, and a drop cap stands beside its row.
    """
    columns = PageGlyphs.of(page.glyphs)
    sizes = columns.size
    if sizes.max(initial=0.0) < MIN_SIZE:
        return page
    least = max(MIN_SIZE, LARGE * float(np.partition(sizes, len(sizes) // 2)[len(sizes) // 2]))
    if not _has_rows_across(columns, sizes >= least):
        return page
    lines: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in page.glyphs:
        if glyph.size >= least:
            lines[round(glyph.y)].append(glyph)
    small = [glyph for glyph in page.glyphs if glyph.size < least and not glyph.text.isspace()]
    crossing = [line for line in lines.values() if _crosses(line, small)]
    if not crossing:
        return page
    taken = {glyph.order for line in crossing for glyph in line}
    return replace(
        page,
        glyphs=[glyph for glyph in page.glyphs if glyph.order not in taken],
        rotated=[*page.rotated, *(glyph for line in crossing for glyph in line)],
    )


def _has_rows_across(columns: PageGlyphs, is_large: NDArray[np.bool_]) -> bool:
    """Whether smaller type has a baseline at the height of large type."""
    others = np.sort(columns.y[~is_large])
    y, size = columns.y[is_large], columns.size[is_large]
    first = np.searchsorted(others, y - ABOVE * size)
    end = np.searchsorted(others, y + BELOW * size)
    return bool((first < end).any())


def _crosses(line: list[Glyph], small: list[Glyph]) -> bool:
    """Whether most letters of a line lie over or under smaller ones."""
    letters = [glyph for glyph in line if not glyph.text.isspace()]
    top, bottom = line[0].y - ABOVE * line[0].size, line[0].y + BELOW * line[0].size
    near = [glyph for glyph in small if top < glyph.y < bottom]
    crossed = sum(
        any(min(letter.x1, other.x1) > max(letter.x0, other.x0) for other in near)
        for letter in letters
    )
    return crossed > CROSSING * len(letters)
