"""Alignment of text: centred lines, and lines flush at the edge where they end, as Arabic may be.

CSS Text calls it `text-align: end`; programs that set the alignment by the page and not by the
direction of the paragraph write right-to-left text so.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from msgspec.structs import replace

from unreport.readers.pdf.layout.paragraphs.margins import (
    SAME_EDGE,
    SAME_START,
    Edges,
    MarginKey,
    Margins,
    inline_end,
    inline_start,
    margin_key,
)
from unreport.readers.pdf.layout.text_lines import TextLine

SHORT = 0.9  # of the width of the text
FEWEST = 8  # short lines tell the alignment
CENTRE = 4.0  # points
HALF_EM = 0.5  # some producers centre a line with the space at its end
MOST_ALIGNED = 0.25  # of the short lines start at one place; text with indents has more


def aligned_at_start(rows: list[TextLine]) -> list[TextLine]:
    """Lines with those of text that is aligned at its end moved to the edge where lines start.

    The last line of a paragraph then ends short of the margin, as in other text.
    """
    groups: dict[MarginKey, list[TextLine]] = defaultdict(list)
    for row in rows:
        if row.region == "body":
            groups[margin_key(row)].append(row)
    starts = {
        key: start for key, own in groups.items() if (start := _start_if_moved(own)) is not None
    }
    if not starts:
        return rows
    return [
        _moved(row, starts[margin_key(row)])
        if row.region == "body" and margin_key(row) in starts
        else row
        for row in rows
    ]


def _start_if_moved(rows: list[TextLine]) -> float | None:
    """The edge where lines start, if short lines are flush at the edge where they end."""
    start, end = min(map(inline_start, rows)), max(map(inline_end, rows))
    short = [row for row in rows if row.x1 - row.x0 < SHORT * (end - start)]
    at_end = sum(end - inline_end(row) < SAME_EDGE for row in short)
    starts = Counter(round(inline_start(row) / SAME_START) for row in short)
    ragged = at_end >= FEWEST and max(starts.values()) < MOST_ALIGNED * at_end
    return start if ragged and at_end > (1 - MOST_ALIGNED) * len(short) else None


def _moved(row: TextLine, start: float) -> TextLine:
    shift = (start - inline_start(row)) * (-1 if row.base == "R" else 1)
    return replace(row, x0=row.x0 + shift, x1=row.x1 + shift)


def is_centred(row: TextLine, edges: Edges | None) -> bool:
    """Whether a line is centred between the edges of the text, clear of both."""
    return edges is not None and is_line_centred(row, edges)


def is_line_centred(row: TextLine, margins: Margins | Edges) -> bool:
    """Whether a line is centred between margins, clear of both."""
    is_clear = inline_start(row) - margins.start > 2 * row.size
    return is_clear and asymmetry(row, margins) < max(CENTRE, HALF_EM * row.size)


def asymmetry(row: TextLine, margins: Margins | Edges) -> float:
    """How far the room before a line differs from that after it, in points."""
    left = inline_start(row) - margins.start
    return abs(left - (margins.end - inline_end(row)))
