"""Boxes around text, such as the summary of a report: text of its own, with margins of its own."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.file.glyphs import Page, Rule
from unreport.readers.pdf.layout.page_layout import LabelledRow, PageLayout, join_baselines

SAME_LINE = 2.0  # points
SAME_EDGE = 8.0
LEAST_WIDTH = 0.4  # of the page's
MOST_HEIGHT = 0.88  # of the page's; a higher box is the frame of a page
LEAST_HEIGHT = 30.0  # points
BOXED = 4  # the text column of rows in a box, after the three that a page may have


class _Box(NamedTuple):
    x0: float
    top: float
    x1: float
    bottom: float

    def contains(self, row: Row) -> bool:
        """Whether the baseline of a row, and the middle of its width, are in the box."""
        return self.top < row.y <= self.bottom and self.x0 < (row.x0 + row.x1) / 2 < self.x1


def boxed_text(layout: PageLayout, below: float) -> list[list[LabelledRow]]:
    """Take the text of each box under the height `below` from the open segments of a page."""
    out: list[list[LabelledRow]] = []
    for box in _boxes(layout.page, below):
        inside: list[Row] = []
        outside: list[Row] = []
        for row in layout.segments:
            (inside if box.contains(row) else outside).append(row)
        layout.segments = outside
        block = layout.new_block()
        rows = join_baselines(inside)
        out.append([LabelledRow(row, "body", block=block, text_column=BOXED) for row in rows])
    return [rows for rows in out if rows]


def _boxes(page: Page, below: float) -> list[_Box]:
    """Two vertical ruling lines of one height with none between them."""
    sides = [rule for rule in page.rules if not rule.is_horizontal and rule.top >= below]
    out: list[_Box] = []
    for left, right in pairwise(_joined_sides(sides)):
        alike = (
            abs(left.top - right.top) < SAME_EDGE and abs(left.bottom - right.bottom) < SAME_EDGE
        )
        low = left.bottom - left.top < MOST_HEIGHT * page.height
        if alike and low and right.x0 - left.x1 > LEAST_WIDTH * page.width:
            out.append(_Box(left.x0, left.top, right.x1, left.bottom))
    return out


def _joined_sides(sides: list[Rule]) -> list[Rule]:
    """Vertical ruling lines, joined where one continues another, from the left."""
    out: list[Rule] = []
    for rule in sorted(sides, key=lambda rule: (round(rule.x0), rule.top)):
        last = out[-1] if out else None
        if last and abs(last.x0 - rule.x0) < SAME_LINE and rule.top - last.bottom < SAME_LINE:
            out[-1] = Rule(last.x0, last.top, last.x1, max(last.bottom, rule.bottom))
        else:
            out.append(rule)
    return [rule for rule in out if rule.bottom - rule.top > LEAST_HEIGHT]
