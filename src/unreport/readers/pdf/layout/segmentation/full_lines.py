"""Lines that fill their column, as those of running text do but for the last of a paragraph."""

from __future__ import annotations

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.letters import is_han
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.layout.segmentation.gutters import is_full

LEAST_FULL = 2  # lines
LONGEST_MARKER = 4  # clusters: `12.`, `(a)`
MARKER_ENDS = frozenset(".)-、）．")
HAN_NUMERALS = frozenset("一二三四五六七八九十")


def are_full(
    wrapped: list[tuple[Row, Row]], edges: tuple[float, float], base: BaseDirection, *, share: float
) -> bool:
    """Whether a share of the lines, each with the one below it, fill their column.

    It is of all lines, or of those but for the ones above a marker.
    """
    full = [is_full(row, below, edges, base) for row, below in wrapped]
    others = [
        own
        for own, (_, below) in zip(full, wrapped, strict=True)
        if not _begins_with_marker(below, base)
    ]
    return sum(full) >= LEAST_FULL and any(
        sum(found) >= share * len(found) for found in (full, others)
    )


def _begins_with_marker(row: Row, base: BaseDirection) -> bool:
    """Whether a line begins with the marker of an item or paragraph, `(a)`, `(أ)`, `12.`, `- `."""
    texts = row.texts[:LONGEST_MARKER] if base == "L" else row.texts[: -LONGEST_MARKER - 1 : -1]
    end = next((at for at, text in enumerate(texts) if text in MARKER_ENDS), None)
    is_word = any(is_han(text[0]) and text not in HAN_NUMERALS for text in texts[:end])
    return end is not None and not is_word
