"""Strokes that fill a line of Arabic: glyphs of any code, which only ever lengthen words."""

from __future__ import annotations

import unicodedata

from unreport.readers.pdf.bidi.arabic_evidence import ENDS_JOINING
from unreport.readers.pdf.bidi.clusters import Cell
from unreport.readers.pdf.bidi.letters import TATWEEL, UNKNOWN
from unreport.readers.pdf.bidi.logical_order import Token
from unreport.readers.pdf.bidi.restore import Evidence, Strip

SIGNS = frozenset({UNKNOWN, *"-@#$&*+<=>\\^_`|~"})  # stand between joined letters by mistake only
LEAST_FILLERS = 3
LEAST_HYPHENS = 12


def mend_fillers(strips: list[Strip], evidence: Evidence) -> None:
    """Turn glyphs that only ever lengthen Arabic words into tatweel.

    LibreOffice paints the strokes that fill a line with glyphs of any code, or of none.
    """
    odd = [
        (strip, at)
        for strip in strips
        for at, cell in enumerate(strip.cells)
        if cell is not None and not cell.sure and cell.kind != "R" and _may_fill(cell.text)
    ]
    for strip, at in odd:
        cell = strip.cells[at]
        if cell is not None:
            votes = evidence.fillers.setdefault((cell.font, cell.code), [0, 0])
            votes[not _within_word(strip, at)] += 1
    for strip, at in odd:
        cell = strip.cells[at]
        if cell is None:
            continue
        inside, outside = evidence.fillers[cell.font, cell.code]
        least = LEAST_HYPHENS if cell.text == "-" else LEAST_FILLERS
        if inside >= least and inside > 20 * outside and _within_word(strip, at):
            cell.text, cell.kind = TATWEEL, "R"
            strip.tokens[at] = Token(TATWEEL, "R")


def _may_fill(text: str) -> bool:
    return text in SIGNS or text.isalnum()


def _within_word(strip: Strip, at: int) -> bool:
    """Whether Arabic letters stand on both sides, the one on the right joining to the left."""
    own = strip.cells[at]
    left, right = at - 1, at + 1
    while left >= 0 and _like(strip.cells[left], own):
        left -= 1
    while right < len(strip.cells) and _like(strip.cells[right], own):
        right += 1
    if left < 0 or right >= len(strip.cells):
        return False
    after, before = strip.cells[left], strip.cells[right]
    if after is None or before is None or after.kind != "R" or before.kind != "R":
        return False
    letters = [char for char in before.text if not unicodedata.combining(char)]
    return bool(letters) and letters[-1] not in ENDS_JOINING


def _like(cell: Cell | None, own: Cell | None) -> bool:
    return (
        cell is not None
        and own is not None
        and ((cell.font, cell.code) == (own.font, own.code) or cell.text == TATWEEL)
    )
