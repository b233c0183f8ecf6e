"""Sections of a page in three columns of text, as newsletters and landscape pages have them.

Two gutters stand beside the same lines, and divide them into three columns of one width.  Each two
columns beside one another are columns of text, and no cells of a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.file.glyphs import Font
from unreport.readers.pdf.layout.column_sections import (
    Piece,
    Section,
    are_cells,
    are_columns,
    column_rows,
)
from unreport.readers.pdf.layout.footnotes import footnotes_top
from unreport.readers.pdf.layout.page_layout import LabelledRow, PageLayout
from unreport.readers.pdf.layout.segmentation.aligned_cells import (
    NEXT_PARAGRAPH,
    SAME_HEIGHT,
    are_aligned_rows,
    leading_of,
)
from unreport.readers.pdf.layout.segmentation.gutters import (
    Gutter,
    PageLine,
    divided_at,
    parts_at,
)

LEAST_LINES = 6  # of each column
NARROWEST = 8.0  # em, a column
LONGEST_HEAD = 0.8  # of the width of its column
MOST_GUTTERS = 12  # the longest of a page, which are compared


def three_column_sections(
    layout: PageLayout, lines: list[PageLine], gutters: list[Gutter]
) -> list[list[LabelledRow]]:
    """Take the sections in three columns from the open segments, which stand in these lines."""
    out: list[list[LabelledRow]] = []
    taken: set[int] = set()
    cells: set[int] = set()  # lines of tables
    for left, right in _pairs(gutters):
        columns = _columns(left, right, lines)
        own = {piece.line for column in columns for piece in column}
        if own & (taken | cells) or min(map(len, columns)) < LEAST_LINES:
            continue
        sections = [
            Section(gutter, *pair)
            for gutter, pair in zip((left, right), pairwise(columns), strict=True)
        ]
        if _is_table(columns, sections, layout):
            cells |= own
        if own & cells or not all(are_columns(section, layout, NARROWEST) for section in sections):
            continue
        taken |= own
        ordered = columns if layout.base == "L" else columns[::-1]
        rows: list[LabelledRow] = []
        for number, column in enumerate(ordered, start=1):
            part = replace(layout, segments=[piece.row for piece in column])
            rows += column_rows(part, layout, number, footnotes_top(part))
        out.append(rows)
    if taken:
        used = {id(row) for at in taken for row in lines[at].segments}
        layout.segments = [row for row in layout.segments if id(row) not in used]
    return out


def _pairs(gutters: list[Gutter]) -> Iterator[tuple[Gutter, Gutter]]:
    """Gutters beside the same lines, cut to these, the first at the left of the second."""
    long = sorted(gutters, key=lambda own: own.first - own.last)[:MOST_GUTTERS]
    pairs = []
    for left in long:
        for right in long:
            first, last = max(left.first, right.first), min(left.last, right.last)
            if left.high < right.low and last - first + 1 >= LEAST_LINES:
                cut = [replace(own, first=first, last=last) for own in (left, right)]
                pairs.append((cut[0], cut[1]))
    yield from sorted(pairs, key=lambda pair: pair[0].first - pair[0].last)


def _columns(left: Gutter, right: Gutter, lines: list[PageLine]) -> list[list[Piece]]:
    """The parts of the lines before, between and after two gutters."""
    first, rest = divided_at(left, lines)
    out = [[Piece(*piece) for piece in first], [], []]
    for row, at in rest:
        for part, is_before in parts_at(row, right.run_over.get(at, right.middle)):
            out[1 if is_before else 2].append(Piece(part, at))
    return out


def _is_table(columns: list[list[Piece]], sections: list[Section], layout: PageLayout) -> bool:
    """Whether the parts of the lines are the cells of a table."""
    rows = [[piece.row for piece in column] for column in columns]
    return (
        any(map(are_cells, sections)) or are_aligned_rows(rows) or have_column_heads(rows, layout)
    )


def have_column_heads(columns: Sequence[list[Row]], layout: PageLayout) -> bool:
    """Whether each column begins with a short line of its own, all on one baseline, as tables do.

    It is in bold type above regular type, or the line below it is farther away than others.
    """
    heights = [rows[0].y for rows in columns]
    if max(heights) - min(heights) > SAME_HEIGHT:
        return False
    return all(_is_head(rows, layout.page.fonts) for rows in columns)


def _is_head(rows: list[Row], fonts: list[Font]) -> bool:
    head, below = rows[:2]
    width = max(row.x1 - row.x0 for row in rows)
    is_apart = below.y - head.y > NEXT_PARAGRAPH * leading_of(rows)
    is_bold = _is_bold(head, fonts) and not _is_bold(below, fonts)
    return head.x1 - head.x0 < LONGEST_HEAD * width and (is_apart or is_bold)


def _is_bold(row: Row, fonts: list[Font]) -> bool:
    return all(fonts[font].bold for font in row.fonts)
