"""Chinese punctuation set half as wide: `：（` whose two signs share the place of one.

Typesetters trim the empty halves of a pause or stop mark and of the opening bracket after it
(W3C, Requirements for Chinese Text Layout, compression of punctuation), so that the boxes of the
two glyphs lie over one another, and their edges tell no order.  A pause or stop mark stands after
an opening bracket or quotation mark (GB/T 15834-2011) only if it is quoted, `「，」`, or alone in
brackets, `（？）`; a closing bracket after one of another kind never: `”（`.
"""

from __future__ import annotations

import re

from unreport.readers.pdf.bidi.baselines.logical_row import TextRow
from unreport.readers.pdf.bidi.baselines.row import OVERLAP_SHARE
from unreport.readers.pdf.bidi.clusters import Cluster

OPENING, CLOSING = "（《〈「『【〔“‘", "）》〉」』】〕”’"
PAIRS = frozenset(map("".join, zip(OPENING, CLOSING, strict=True)))
BEFORE_CLOSING = re.compile(f"[{OPENING}](?:[：；，。、！？](?![{CLOSING}])|[{CLOSING}])")


def text_in_order(row: TextRow) -> str:
    """The text of a row, each opening bracket after the pause or closing one in the same place."""
    text = row.text
    for pair in BEFORE_CLOSING.finditer(text):
        at = pair.start()
        if pair[0] not in PAIRS and _share_one_place(*row.sources[at : at + 2]):
            text = f"{text[:at]}{text[at + 1]}{text[at]}{text[at + 2 :]}"
    return text


def _share_one_place(bracket: Cluster | None, mark: Cluster | None) -> bool:
    """Whether the box of one glyph lies over most of the other's."""
    if bracket is None or mark is None:
        return False
    common = min(bracket.x1, mark.x1) - max(bracket.x0, mark.x0)
    return common > OVERLAP_SHARE * min(bracket.x1 - bracket.x0, mark.x1 - mark.x0)
