"""Chinese punctuation set half as wide: `：（` whose two signs share the place of one.

Typesetters trim the empty halves of a pause or stop mark and of the opening bracket after it
(W3C, Requirements for Chinese Text Layout, compression of punctuation), so that the boxes of the
two glyphs lie over one another, and their edges tell no order.  A pause or stop mark never stands
after an opening bracket or quotation mark (GB/T 15834-2011).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unreport.readers.pdf.layout.text_lines import TextLine

BRACKET_BEFORE_PAUSE = re.compile(r"([（《〈「『【〔])([：；，。、！？])")


def order_compressed_punctuation(rows: Sequence[TextLine]) -> None:
    """Put an opening bracket after the pause or stop mark that it is read before."""
    for row in rows:
        if BRACKET_BEFORE_PAUSE.search(row.text):
            row.text = BRACKET_BEFORE_PAUSE.sub(r"\2\1", row.text)
