"""Gaps between two columns of text, and the spaces within their lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.segmentation.full_lines import LONGEST_MARKER, MARKER_ENDS
from unreport.readers.pdf.layout.segmentation.gutters import SAME_EDGE, most_at_one_place

WIDER = 1.3  # times most spaces of a line
WORD_GAP = 0.15  # em
SAME_PLACE = 0.6  # share of the lines that start the second column at one place
MOST_INDENTS = 3  # of the items of lists
INDENTED = 0.8  # share of the lines that start at one of them
EVEN = 1.3  # times most spaces of a line that is justified
WIDEST_EVEN = 3.0  # em; the figures of three columns may stand equally far apart
RUNNING = 0.85  # share of the lines without a wide gap
WIDEST_SPACE = 1.5  # em between two words


def start_at_one_place(starts: list[float]) -> bool:
    """Whether most lines of the second column start at one place, as words by chance do not.

    >>> start_at_one_place([309.0, 309.2, 320.4]), start_at_one_place([309.0, 311.0, 320.4])
    (True, False)
    """
    return most_at_one_place(starts) >= SAME_PLACE * len(starts)


def start_at_indents(starts: list[float]) -> bool:
    """Whether most lines start at a few places, as the items of lists in lists do."""
    common = Counter(map(round, starts)).most_common(MOST_INDENTS)
    places = [place for place, lines in common if lines > 1]
    near = sum(any(abs(start - place) <= SAME_EDGE for place in places) for start in starts)
    return near >= INDENTED * len(starts)


def have_wider_gaps(across: list[tuple[Row, Row]]) -> bool:
    """Whether the gap between two parts of a line is wider than its spaces, in most lines."""
    wider = sum(WIDER * _usual_space(a, b) < b.x0 - a.x1 for a, b in across)
    return wider >= SAME_PLACE * len(across)


def _usual_space(*rows: Row) -> float:
    """The width of most spaces between the words of some rows, which may be justified."""
    return median([space for row in rows for space in _spaces(row)] or [0.0])


def _spaces(row: Row) -> list[float]:
    """The widths of the spaces between the words of a row."""
    gaps = (b - a for a, b in zip(row.rights, row.lefts[1:], strict=False))
    return [gap for gap in gaps if gap > WORD_GAP * row.size]


def is_even(row: Row) -> bool:
    """Whether several words stand equally far apart, as those of a justified line do."""
    spaces = _spaces(row)
    widest = max(spaces, default=0.0)
    return len(spaces) > 1 and widest < min(EVEN * median(spaces), WIDEST_EVEN * row.size)


def are_unbroken(rows: Sequence[Row], widest: float = WIDEST_SPACE) -> bool:
    """Whether most rows have no gap as wide as between the cells of a table."""
    running = sum(widest_space(row) < widest * row.size or is_even(row) for row in rows)
    return running >= RUNNING * len(rows)


def widest_space(row: Row) -> float:
    """The widest gap of a row that is not between a list marker and its text."""
    widest, texts = 0.0, row.texts
    for at, (end, start) in enumerate(zip(row.rights, row.lefts[1:], strict=False)):
        if not (at < LONGEST_MARKER and texts[at] in MARKER_ENDS):
            widest = max(widest, start - end)
    return widest
