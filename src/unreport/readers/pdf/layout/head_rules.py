"""Ruling lines below the labels of a table's head that span several columns.

A label like `Variance` stands above a line as long as its columns are wide; below it are the labels
of these, `Amount` and `Percentage`.  In a table of one row the columns have only such labels.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.file.glyphs import Page, Rule
from unreport.readers.pdf.layout.tables.row_dividers import RowDivider
from unreport.readers.pdf.layout.tables.table_cells import CellFragment, split_row

SAME_LINE = 2.0  # points
WIDEST_BREAK = 1.5  # points between the pieces of one line
HEAD_HEIGHT = 2.4  # em, from a label of one line to the line below it
ROW_HEIGHT = 30.0  # points, between the two lines of a table of one row
LEAST_PIECES = 3
SAME_EDGE = 6.0  # points; two lines of a head do not adjoin


class HeadRule(NamedTuple):
    """A ruling line below a label of a head."""

    x0: float
    x1: float
    y: float

    def is_below(self, row: Row) -> bool:
        """Whether a label stands on the line, within its width."""
        return (
            0 < self.y - row.y < HEAD_HEIGHT * row.size
            and self.x0 - SAME_LINE < row.x0
            and row.x1 < self.x1 + SAME_LINE
        )


class RowUnderHead(NamedTuple):
    """A table of one row below labels that span its columns."""

    top: float
    bottom: float
    column_edges: list[float]


def head_rules(page: Page) -> list[HeadRule]:
    """The ruling lines of a page, each of one piece or of several that adjoin."""
    rules = [rule for rule in page.rules if rule.is_horizontal]
    found = _joined(sorted(rules, key=lambda rule: (round(rule.top), rule.x0)))
    return sorted(found, key=attrgetter("y"))


def _joined(rules: Iterable[Rule]) -> Iterator[HeadRule]:
    last: HeadRule | None = None
    for rule in rules:
        if (
            last
            and abs(rule.top - last.y) < SAME_LINE
            and -SAME_LINE < rule.x0 - last.x1 < WIDEST_BREAK
        ):
            last = last._replace(x1=max(last.x1, rule.x1))
            continue
        if last:
            yield last
        last = HeadRule(rule.x0, rule.x1, rule.top)
    if last:
        yield last


def with_spanning_labels(
    fragments: list[CellFragment], column_edges: Sequence[float], rules: Sequence[HeadRule]
) -> list[CellFragment]:
    """The cells of a table, of which the labels that span several columns are a row above.

    Below such a label is a line, and below that are labels of its columns.
    """
    head = [own.row for own in fragments if not own.table_row]
    heights = [row.y for row in head]
    wide = [
        rule
        for rule in _between(rules, min(heights, default=0.0), max(heights, default=0.0))
        if any(rule.x0 < x - SAME_LINE and x < rule.x1 for x in column_edges)
        and any(rule.y < row.y and rule.x0 < row.x0 and row.x1 < rule.x1 for row in head)
    ]
    above = {id(row): rule for row in head for rule in wide if rule.is_below(row)}
    if not 0 < len(above) < len(head):
        return fragments
    own = [
        CellFragment(row, 0, _first_column(above[id(row)], row, column_edges))
        for row in head
        if id(row) in above
    ]
    others = (one for one in fragments if id(one.row) not in above)
    return own + [replace(one, table_row=one.table_row + 1) for one in others]


def _between(rules: Sequence[HeadRule], top: float, bottom: float) -> Sequence[HeadRule]:
    """The lines between two heights; they are sorted from the top."""
    first = bisect_left(rules, top, key=attrgetter("y"))
    return rules[first : bisect_left(rules, bottom, key=attrgetter("y"))]


def _first_column(rule: HeadRule, row: Row, column_edges: Sequence[float]) -> int:
    """The first column above a line, in the direction of reading."""
    start = rule.x1 - SAME_EDGE if row.has_right_to_left else rule.x0 + SAME_EDGE
    return sum(x < start for x in column_edges)


def rows_under_heads(
    rows: Sequence[Row], dividers: Sequence[RowDivider], rules: Sequence[HeadRule]
) -> Iterator[RowUnderHead]:
    """The tables of one row, with a line below all of its cells and one above those with labels.

    Reports on budgets have one above the reasons of each variance.
    """
    for divider in dividers:
        above = _between(rules, divider.y - ROW_HEIGHT, divider.y - SAME_LINE)
        if len(divider.pieces) < LEAST_PIECES or not above or not _fits(divider, above):
            continue
        edges = [(a[1] + b[0]) / 2 for a, b in pairwise(divider.pieces)]
        top = max(rule.y for rule in above)
        labels = [row for row in rows if any(rule.is_below(row) for rule in above)]
        high = min((row.y for row in labels), default=top) - SAME_LINE
        beside = [row for row in rows if high < row.y < top]
        own = [row for row in rows if top < row.y < divider.y]
        columns = {column for row in own for _, column in split_row(row, edges)}
        if (
            labels
            and len(labels) == len(beside)
            and len(columns) > 1
            and len({*map(_height, own)}) == 1
        ):
            yield RowUnderHead(min(row.y for row in labels) - 0.5, divider.y, edges)


def _height(row: Row) -> int:
    return round(row.y)


def _fits(divider: RowDivider, above: Sequence[HeadRule]) -> bool:
    """Whether lines at one height begin and end where pieces of the one below do, but not all."""
    places = [x for piece in divider.pieces for x in piece]
    ends = [x for rule in above for x in (rule.x0, rule.x1)]
    left, right = divider.edges
    covered = min(ends) < left + SAME_LINE and max(ends) > right - SAME_LINE
    return (
        not covered
        and max(rule.y for rule in above) - min(rule.y for rule in above) < SAME_LINE
        and all(any(abs(x - place) < SAME_EDGE for place in places) for x in ends)
    )
