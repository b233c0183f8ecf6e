"""The size and the widths at which glyphs are drawn, where the font program scales them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from unreport.readers.pdf.file.glyphs import Glyph
from unreport.readers.pdf.file.page_glyphs import PageGlyphs


def at_drawn_size(glyphs: Sequence[Glyph], scales: Mapping[int, float]) -> Sequence[Glyph]:
    """The glyphs of a page with those of scaled fonts enlarged to the right.

    `scales` has the factors by the numbers of fonts.
    """
    if not scales:
        return glyphs
    columns = PageGlyphs.of(glyphs)
    factors = np.array([scales.get(entry.font, 1.0) for entry in columns.entries])
    factor = factors[columns.ids]
    return PageGlyphs(
        columns.entries,
        ids=columns.ids,
        x0=columns.x0,
        x1=columns.x0 + (columns.x1 - columns.x0) * factor,
        y=columns.y,
        size=columns.size * factor,
        order=columns.order,
        span=columns.span,
    )
