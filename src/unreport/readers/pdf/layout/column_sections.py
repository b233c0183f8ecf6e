"""Sections of a page in two columns, between lines of the full width or on the whole page.

Lines of both columns fill them, the gutter is clear; they may have the same baselines or not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.layout.footnotes import footnotes, footnotes_top
from unreport.readers.pdf.layout.furniture_patterns import is_furniture_text
from unreport.readers.pdf.layout.page_layout import (
    LabelledRow,
    PageLayout,
    join_baselines,
    visual_text,
)
from unreport.readers.pdf.layout.running_heads import FOOT_ZONE, HEAD_ZONE
from unreport.readers.pdf.layout.segmentation.aligned_cells import (
    NEXT_PARAGRAPH,
    SAME_HEIGHT,
    are_aligned,
    have_own_baselines,
    leading_of,
)
from unreport.readers.pdf.layout.segmentation.column_gaps import (
    WIDEST_SPACE,
    are_unbroken,
    have_wider_gaps,
    start_at_indents,
    start_at_one_place,
)
from unreport.readers.pdf.layout.segmentation.column_rules import Area, divide_text
from unreport.readers.pdf.layout.segmentation.full_lines import are_full
from unreport.readers.pdf.layout.segmentation.gutters import (
    BESIDE,
    FULL,
    Gutter,
    PageLine,
    divided_at,
    without_full_lines,
)
from unreport.readers.pdf.layout.segmentation.marker_order import count_down, marker_goes_on

LEAST_LINES = 4  # of a column, beside the other one
SAME_WIDTH = 0.8  # of the wider column
NARROWEST = 12.0  # em, a column
MANY_LINES = 10  # of a column
FEW_ACROSS = 0.2  # of a column's lines have one of the other beside them
MOST_FULL = 0.5  # share of the lines of a column, but for the last of a paragraph, that fill it
WIDEST_JUSTIFIED = 2.2  # em, where both columns are justified
JUSTIFIED = 0.6  # share of the lines that end at the edge of their column
LETTERS = 0.4  # share of the clusters; Chinese has a sign for each word of five letters
SAME_EDGE = 1.0  # points
SAME_SIZE = 0.3  # points
SAME_LEADING = 1.25  # times the leading of a section
OTHER_LEADING = 1.5  # times the leading of the other column
HEADING_STEP = 1.8  # times the leading, at least, between the lines above and below a heading
PARAGRAPH_STEP = 1.5  # times the widest step within a paragraph
RUN_OUT = 20.0  # points; an address that does not fit runs over the margin


class Piece(NamedTuple):
    """The part of a line in one column."""

    row: Row
    line: int  # the index of the line


@dataclass(frozen=True, slots=True)
class Section:
    """The lines beside a gutter, divided at it."""

    gutter: Gutter
    left: list[Piece]
    right: list[Piece]

    @property
    def sides(self) -> tuple[list[Piece], list[Piece]]:
        """Both columns, the left one first."""
        return self.left, self.right

    @property
    def edges(self) -> tuple[float, float]:
        """Where the left column begins, and where the right one ends."""
        left = _outermost([p.row.x0 for p in self.left])
        return left, -_outermost([-p.row.x1 for p in self.right])

    @property
    def top(self) -> float:
        """The upper edge of its first lines."""
        return min(p.row.y - p.row.size for side in self.sides for p in side[:1])

    @property
    def bottom(self) -> float:
        """The baseline of its last line."""
        return max(p.row.y for side in self.sides for p in side[-1:])

    @property
    def area(self) -> Area:
        """Where both columns stand."""
        return Area(*self.edges, self.top, self.bottom, self.gutter.low, self.gutter.high)


def _outermost(edges: list[float]) -> float:
    """The least of some edges, but for a single one that runs over the margin."""
    first, second = sorted(edges)[:2] if len(edges) > 1 else edges * 2
    return second if second - first > RUN_OUT else first


def column_sections(
    layout: PageLayout, lines: list[PageLine], gutters: list[Gutter]
) -> list[list[LabelledRow]]:
    """Take the sections in two columns from the open segments, which stand in these lines."""
    out: list[list[LabelledRow]] = []
    open_rows = {id(row) for row in layout.segments}
    taken = {at for at, line in enumerate(lines) if id(line.segments[0]) not in open_rows}
    cells: set[int] = set()  # lines of tables
    notes_top: float | None = None
    found = [section for gutter in gutters if (section := _section(gutter, lines, layout.base))]
    for section in sorted(found, key=lambda own: -len(own.left) - len(own.right)):
        own = {p.line for side in section.sides for p in side}
        if own & (taken | cells) or not are_columns(section, layout):
            continue
        if are_cells(section) and not _count_down(section, layout.base):
            cells |= own
            continue
        if not out:
            notes_top = footnotes_top(layout)
        taken |= own
        out.append(_in_order(section, layout, notes_top))
    if out:
        used = {id(row) for at in taken for row in lines[at].segments}
        layout.segments = [row for row in layout.segments if id(row) not in used]
    return sorted((rows for rows in out if rows), key=lambda rows: rows[0].row.y)


def without_furniture(lines: list[PageLine], layout: PageLayout) -> list[PageLine]:
    """The lines but for a first and last one that hold a page number, symbol or the like."""
    height = layout.page.height

    def is_furniture(line: PageLine) -> bool:
        return any(is_furniture_text(visual_text(row)) for row in line.segments)

    first = sum(line.y < HEAD_ZONE * height and is_furniture(line) for line in lines[:1])
    last = sum(line.y > FOOT_ZONE * height and is_furniture(line) for line in lines[-1:])
    return lines[first : len(lines) - last]


# --- division at a gutter -------------------------------------------------------------------------


def _section(gutter: Gutter, lines: list[PageLine], base: BaseDirection) -> Section | None:
    """The lines beside a gutter, from the first to the last with text in both columns."""
    if len(gutter.lines) < LEAST_LINES:
        return None
    gutter = without_full_lines(gutter, lines, base)
    own = lines[gutter.first : gutter.last + 1]
    if min(_beside(own, gutter)) < LEAST_LINES:
        return None
    left, right = ([Piece(*piece) for piece in side] for side in divided_at(gutter, lines))
    section = _trimmed(Section(gutter, left, right), base)
    return section if min(len(section.left), len(section.right)) >= LEAST_LINES else None


def _beside(lines: list[PageLine], gutter: Gutter) -> tuple[int, int]:
    """How many lines have text to the left and to the right of a gutter."""
    left = sum(line.x0 < gutter.low for line in lines)
    return left, sum(line.x1 > gutter.high for line in lines)


def _trimmed(section: Section, base: BaseDirection) -> Section:
    """A section from where the longer column begins to where the longer one ends."""
    left, right = section.sides
    if not left or not right:
        return section
    last = min(left[-1].row.y, right[-1].row.y)
    first = max(left[0].row.y, right[0].row.y)
    left, right = (_from_start(_to_end(side, last, base), first) for side in (left, right))
    return replace(section, left=left, right=right)


def _to_end(side: list[Piece], height: float, base: BaseDirection) -> list[Piece]:
    """A column down to a height, and the lines below that go on in its type and leading.

    A paragraph may follow, whose first line is full, or the next item; a heading is short.
    """
    end = sum(piece.row.y < height + BESIDE * piece.row.size for piece in side)
    leading = SAME_LEADING * _leading_of(side[: end + 1])
    width = max((p.row.x1 - p.row.x0 for p in side[:end]), default=0.0)
    while 0 < end < len(side):
        row = side[end].row
        above = [piece.row for piece in side[max(0, end - MANY_LINES) : end]]
        is_first = row.x1 - row.x0 > FULL * width or marker_goes_on(above, row, base)
        if not _go_on(side[end - 1], side[end], leading * (PARAGRAPH_STEP if is_first else 1.0)):
            break
        end += 1
    return side[:end]


def _from_start(side: list[Piece], height: float) -> list[Piece]:
    """A column from a height on, and the lines above it that go on in its type and leading."""
    start = sum(piece.row.y < height - BESIDE * piece.row.size for piece in side)
    leading = SAME_LEADING * _leading_of(side[start:])
    while 0 < start < len(side) and _go_on(side[start - 1], side[start], leading):
        start -= 1
    return side[start:]


def _go_on(above: Piece, below: Piece, leading: float) -> bool:
    same = abs(above.row.size - below.row.size) < SAME_SIZE
    return same and below.row.y - above.row.y < leading


# --- columns of text, and tables ------------------------------------------------------------------


def are_columns(section: Section, layout: PageLayout, narrowest: float = NARROWEST) -> bool:
    """Whether text runs in both columns, and no ruling lines make them a table."""
    x0, x1 = section.edges
    widths = (section.gutter.low - x0, x1 - section.gutter.high)
    return (
        min(widths) >= max(SAME_WIDTH * max(widths), narrowest * layout.size)
        and _is_gutter(section, layout.base)
        and not divide_text(layout.page.rules, section.area)
        and (_are_running_text(section, layout.base) or _count_down(section, layout.base))
    )


def _are_running_text(section: Section, base: BaseDirection) -> bool:
    return all(_is_running_text(section, side, base) for side in section.sides)


def _count_down(section: Section, base: BaseDirection) -> bool:
    """Whether the markers of paragraphs and items count on from column to column."""
    left, right = ([piece.row for piece in side] for side in section.sides)
    return count_down(left, right, base)


def are_cells(section: Section) -> bool:
    """Whether the paragraphs of both columns stand beside one another, as cells do."""
    left, right = ([piece.row for piece in side] for side in section.sides)
    return are_aligned(left, right)


def _is_gutter(section: Section, base: BaseDirection) -> bool:
    """Whether the text beside the gutter starts in line, and the gap is no space of its lines.

    The spaces of many justified lines may be as wide as the gutter, so that one place where the
    lines begin tells; items of lists begin at a few.  Few lines have text in both columns where
    these have baselines of their own.
    """
    right = {piece.line: piece.row for piece in section.right}
    across = [(piece.row, right[piece.line]) for piece in section.left if piece.line in right]
    starts = [b.x0 if base == "L" else a.x1 for a, b in across]
    shorter = min(len(section.left), len(section.right))
    is_long = shorter >= MANY_LINES
    if is_long and len(across) < FEW_ACROSS * shorter:
        return True
    if start_at_one_place(starts):
        return is_long or have_wider_gaps(across)
    is_told = (is_long and start_at_indents(starts)) or _count_down(section, base)
    return is_told and have_wider_gaps(across)


def _is_running_text(section: Section, side: list[Piece], base: BaseDirection) -> bool:
    """Whether the lines of a column fill it, and have no gaps as wide as a table's.

    The line above a list marker ends its paragraph, however short.  Spaces of text that is
    justified in a narrow column are wide.  The lines of lists do not fill a column, which many
    lines on baselines of its own show.  Labels of a table are farther apart than the lines beside
    them; so are the full lines of a translation that is set wider.
    """
    rows = [piece.row for piece in side]
    x0, x1 = section.edges
    edges = (x0, section.gutter.low) if side is section.left else (section.gutter.high, x1)
    letters = sum(text[0].isalpha() for row in rows for text in row.texts)
    if letters < LETTERS * sum(row.count for row in rows):
        return False
    close = NEXT_PARAGRAPH * _leading_of(side)
    own = have_own_baselines([p.row.y for p in section.left], [p.row.y for p in section.right])
    is_wider = _leading_of(side) >= OTHER_LEADING * min(map(_leading_of, section.sides))
    if is_wider and len(side) < MANY_LINES:
        return False
    wrapped = [(a, b) for a, b in pairwise(rows) if b.y - a.y < close]
    if not are_full(wrapped, edges, base, share=0.0 if own and not is_wider else MOST_FULL):
        return False
    flush = sum(row.x1 > edges[1] - SAME_EDGE for row in rows)
    widest = WIDEST_JUSTIFIED if flush > JUSTIFIED * len(rows) else WIDEST_SPACE
    return are_unbroken(rows, widest)


def _leading_of(side: list[Piece]) -> float:
    return leading_of([piece.row for piece in side])


# --- reading order --------------------------------------------------------------------------------


def _in_order(section: Section, layout: PageLayout, notes_top: float | None) -> list[LabelledRow]:
    """The rows of the first column and of the second one; footnotes are set aside.

    The section stands among the footnotes of the page if it begins below `notes_top`.
    """
    are_notes = notes_top is not None and section.top > notes_top
    out: list[LabelledRow] = []
    for part in _divided(section, layout.base):
        for column, side in part:
            own = replace(layout, segments=[piece.row for piece in side])
            out += column_rows(own, layout, column, notes_top if are_notes else footnotes_top(own))
    return out


def column_rows(
    own: PageLayout, layout: PageLayout, column: int, notes_top: float | None
) -> list[LabelledRow]:
    """The rows of a column, whose segments are those of `own`; its footnotes go to the page."""
    layout.notes += footnotes(own, notes_top)
    block = layout.new_block()
    rows = join_baselines(own.segments)
    return [LabelledRow(row, "body", block=block, text_column=column) for row in rows]


def _divided(section: Section, base: BaseDirection) -> Iterator[list[tuple[int, list[Piece]]]]:
    """The columns of a section, from heading to heading: a short one does not cross the gutter.

    Space across both columns is above and below a heading, with no text beside it.
    """
    first, second = section.sides if base == "L" else section.sides[::-1]
    for top, bottom, is_heading in _bands(first, second):
        columns = [[p for p in side if top <= p.row.y < bottom] for side in (first, second)]
        if is_heading and not columns[1]:
            yield [(0, columns[0])]
        else:
            yield [(1, columns[0]), (2, columns[1])]


def _bands(first: list[Piece], second: list[Piece]) -> Iterator[tuple[float, float, bool]]:
    """The heights between which columns stand, or a heading in the first column alone.

    Beside such a heading the second column has room for it; a row of the heading may stand between
    two lines of a paragraph by chance.
    """
    usual = _leading_of(first)
    leading = NEXT_PARAGRAPH * usual
    heights = [piece.row.y for piece in second]
    start = float("-inf")
    for above, row, below in zip(first, first[1:], first[2:], strict=False):
        y = row.row.y
        at = bisect_left(heights, above.row.y + leading)
        is_last = at == len(heights)
        is_clear = is_last or heights[at] > below.row.y - leading
        has_room = is_last or not at or heights[at] - heights[at - 1] > HEADING_STEP * usual
        if is_clear and has_room and y - above.row.y > leading and below.row.y - y > leading:
            yield start, y - SAME_HEIGHT, False
            yield y - SAME_HEIGHT, y + SAME_HEIGHT, True
            start = y + SAME_HEIGHT
    yield start, float("inf"), False
