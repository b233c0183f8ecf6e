"""The state of one page during layout analysis: open segments, and rows with a region."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from unreport.readers.pdf.bidi.baselines.row import BASELINE_TOLERANCE, Row
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.layout.segmentation.line_numbers import LineNumbering

SMALL_TYPE = 0.97  # of the size of the body text
LEAST_SHARED = 3  # letters of each of two segments that lie over one another

Region: TypeAlias = Literal["masthead", "body", "note", "head", "foot", "table"]
HEADS_AND_FEET: frozenset[Region] = frozenset(("head", "foot"))
BESIDE_TEXT: frozenset[Region] = frozenset(("head", "foot", "note"))
"""Regions that may stand between the rows of a sentence."""


@dataclass(slots=True)
class LabelledRow:
    """A row with the region of the page that it belongs to."""

    row: Row
    region: Region
    marker: Row | None = None  # the marker that opens a footnote
    block: int = 0  # rows of one text column or masthead block share it
    text_column: int = 0  # on a page in text columns: 1, 2 or 3
    table: int = 0
    cell: tuple[int, int] = (0, 0)  # row and column in the table
    fallback: Region = "body"  # the region of a row that proves to be no page furniture
    doubt: str = ""  # why it may be no row, in words


@dataclass(slots=True)
class PrecedingPages:
    """What the pages read so far tell about the next one."""

    glyphs_by_size: Counter[float] = field(default_factory=Counter)  # size of type -> glyphs
    column_edges: list[float] = field(default_factory=list)  # of a table that may continue
    grid_edges: list[float] = field(default_factory=list)
    """Column edges of the grid that ends the page before; a row of it may stand alone."""
    line_numbers: LineNumbering | None = None  # of the page before
    calls: set[str] = field(default_factory=set)  # raised numbers, as they are drawn
    have_notes: bool = False


@dataclass(slots=True)
class PageLayout:
    """A page during layout analysis; `segments` holds what has no region yet."""

    page: Page
    base: BaseDirection
    segments: list[Row]
    size: float  # of the body text
    leading: float  # the usual distance between baselines
    preceding: PrecedingPages
    blocks: int = 0
    sections: list[list[LabelledRow]] = field(default_factory=list)
    """Sections in columns that were taken from the segments."""
    sidebars: list[list[LabelledRow]] = field(default_factory=list)
    notes: list[LabelledRow] = field(default_factory=list)
    """Footnotes that stand in the columns of such sections."""

    interruptions: list[tuple[float, float]] = field(default_factory=list)
    """Heights between two parts of one table, in which a row is too wide for its cells."""

    def new_block(self) -> int:
        """A number for the next block of rows that stand together."""
        self.blocks += 1
        return self.blocks


def join_baselines(segments: list[Row]) -> list[Row]:
    """Join the segments that share a baseline into one row."""
    return [row for row, _ in baselines(segments)]


def baselines(segments: list[Row]) -> list[tuple[Row, list[Row]]]:
    """The rows that segments on one baseline make, each with its segments.

    One that is drawn over another is a row by itself: joined, their letters would alternate.
    """
    out: list[tuple[Row, list[Row]]] = []
    for segment in sorted(segments, key=lambda row: (row.y, row.x0)):
        last, own = out[-1] if out else (None, [])
        tolerance = BASELINE_TOLERANCE * max(last.size, segment.size) if last else 0.0
        is_beside = last is not None and abs(last.y - segment.y) < tolerance
        if last is not None and is_beside and not _lies_over(segment, last):
            own.append(segment)
            out[-1] = last.joined(segment), own
        else:
            out.append((segment, [segment]))
    return out


def _lies_over(segment: Row, row: Row) -> bool:
    """Whether letters of a segment and of a row are drawn over one another."""
    left, right = max(segment.x0, row.x0), min(segment.x1, row.x1)
    if right - left < segment.size:
        return False
    shared = (
        sum(2 * left < x0 + x1 < 2 * right for x0, x1 in zip(own.lefts, own.rights, strict=True))
        for own in (segment, row)
    )
    return min(shared) >= LEAST_SHARED


def inline_start(row: Row, base: BaseDirection) -> float:
    """The edge where a row starts in the direction of reading; grows with its indent."""
    return row.x0 if base == "L" else -row.x1


def inline_end(row: Row, base: BaseDirection) -> float:
    """The edge where a row ends in the direction of reading; grows with its length."""
    return row.x1 if base == "L" else -row.x0


def visual_text(row: Row) -> str:
    """The first characters of a row in visual order, from left to right."""
    return row.beginning
