"""Characters that look alike, or are drawn alike in the other direction, in the rows of a document.

Quotation marks are not mirrored from right to left (UAX #9, L4), so `”` opens a quotation in one
document and `“` in another; digits and final yeh of Persian look like those of Arabic (Unicode
Standard, 9.2).  A document has one or the other: a row that has the rarer one is uncertain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.character_forms import (
    ARABIC_DIGITS,
    FINAL_FARSI_YEH,
    FINAL_YEH,
    PERSIAN_DIGITS,
)

OPENING_RIGHT = re.compile("\N{RIGHT DOUBLE QUOTATION MARK}[\u0621-\u064a]")
OPENING_LEFT = re.compile("\N{LEFT DOUBLE QUOTATION MARK}[\u0621-\u064a]")
VARIANTS = (
    (ARABIC_DIGITS, PERSIAN_DIGITS),
    (FINAL_YEH, FINAL_FARSI_YEH),
    (OPENING_RIGHT, OPENING_LEFT),
)
CLEAR_LEAD = 3  # times as many rows


def mark_character_variants(rows: Iterable[TextLine]) -> None:
    """Mark the right-to-left rows that have the rarer one of two such characters."""
    own = [row for row in rows if row.base == "R" and not row.text.isascii()]
    for pair in VARIANTS:
        first, second = ([row for row in own if form.search(row.text)] for form in pair)
        for rarer, usual in ((first, second), (second, first)):
            _mark_rarer(rarer, usual)


def _mark_rarer(rarer: Sequence[TextLine], usual: Sequence[TextLine]) -> None:
    if len(usual) >= CLEAR_LEAD * max(1, len(rarer)):
        for row in rarer:
            row.certain = False
