"""Full-width letters and digits in ToUnicode for glyphs that are not as wide as an em.

The full-width forms of ASCII are as wide as a Han character (UAX #11).  A ToUnicode map may have
them for the narrow glyphs of `2024` or `kHz`, where the text has the ordinary characters.
Punctuation is left out, which Chinese typesetting makes narrower.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from unreport.readers.pdf.file.page_glyphs import GlyphEntry

FULLWIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
OFFSET = 0xFEE0  # from an ASCII character to its full-width form
NARROW = 0.75  # em


def with_narrow_forms(
    known: Mapping[tuple[int, int], GlyphEntry],
) -> Mapping[tuple[int, int], GlyphEntry]:
    """The glyphs of a page by font and code, with ASCII for narrow full-width forms."""
    if not FULLWIDTH.search("".join([glyph.text for glyph in known.values()])):
        return known
    narrow = {
        key: glyph._replace(text=chr(ord(glyph.text) - OFFSET))
        for key, glyph in known.items()
        if 0 < glyph.width < NARROW and FULLWIDTH.fullmatch(glyph.text)
    }
    return {**known, **narrow} if narrow else known
