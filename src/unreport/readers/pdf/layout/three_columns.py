"""Sections of a page in three columns of text, as newsletters and landscape pages have them.

Two gutters stand beside the same lines, and divide them into three columns of one width.  Each two
columns beside one another are columns of text, and no cells of a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from unreport.readers.pdf.layout.column_sections import (
    Piece,
    Section,
    are_cells,
    are_columns,
    column_rows,
)
from unreport.readers.pdf.layout.footnotes import footnotes_top
from unreport.readers.pdf.layout.page_layout import LabelledRow, PageLayout
from unreport.readers.pdf.layout.segmentation.gutters import (
    Gutter,
    PageLine,
    divided_at,
    parts_at,
)

LEAST_LINES = 6  # of each column
MOST_GUTTERS = 12  # the longest of a page, which are compared


def three_column_sections(
    layout: PageLayout, lines: list[PageLine], gutters: list[Gutter]
) -> list[list[LabelledRow]]:
    """Take the sections in three columns from the open segments, which stand in these lines."""
    out: list[list[LabelledRow]] = []
    taken: set[int] = set()
    for left, right in _pairs(gutters):
        columns = _columns(left, right, lines)
        own = {piece.line for column in columns for piece in column}
        if own & taken or not _are_three(columns, (left, right), layout):
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


def _are_three(
    columns: list[list[Piece]], gutters: tuple[Gutter, Gutter], layout: PageLayout
) -> bool:
    """Whether each two columns beside one another are columns of text."""
    if min(map(len, columns)) < LEAST_LINES:
        return False
    sections = [
        Section(gutter, *pair) for gutter, pair in zip(gutters, pairwise(columns), strict=True)
    ]
    return all(are_columns(section, layout) and not are_cells(section) for section in sections)
