"""Sidebars: pull quotes and boxed text that stand beside running text, which is narrower there.

The lines above or below are as wide as text and sidebar together; the sidebar is in another type
than the text, or ruling lines are around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.layout.boxes import BOXED
from unreport.readers.pdf.layout.page_layout import (
    LabelledRow,
    PageLayout,
    inline_end,
    join_baselines,
)
from unreport.readers.pdf.layout.segmentation.gutters import (
    Gutter,
    PageLine,
    divided_at,
    is_full,
)

Style: TypeAlias = tuple[bool, bool]
"""Whether type is bold, and whether it is italic."""

LEAST_ROWS = 2  # of a sidebar
LEAST_BESIDE = 3  # rows of text beside it
LEAST_CLUSTERS = 15
NARROWEST = 6.0  # em, a sidebar
NARROWEST_TEXT = 15.0  # em, the text beside it
MOST_FULL = 0.6  # share of the lines beside it that are full
LETTERS = 0.5  # share of the clusters
OTHER_SIZE = 0.05  # of the size of the text
SAME_SIZE = 0.3  # points
SAME_EDGE = 3.0  # points
NEXT_LINE = 2.2  # times the size of type
NEXT_PARAGRAPH = 1.12  # times the leading
CLOSE = 1.4  # times the size of type, between two lines of a paragraph
MOST_ROWS = 15  # of a paragraph, between which a sidebar is not put
SHORT = 2.0  # em; the last line of a paragraph


def find_sidebars(
    layout: PageLayout, lines: list[PageLine], gutters: list[Gutter]
) -> list[list[LabelledRow]]:
    """Take the rows of sidebars from the open segments; those of the text beside stay there."""
    out: list[list[LabelledRow]] = []
    open_rows = {id(row) for row in layout.segments}
    long = [gutter for gutter in gutters if len(gutter.lines) >= LEAST_BESIDE]
    for gutter in sorted(long, key=lambda own: own.first - own.last):
        found = _beside_sidebar(gutter, lines, layout)
        own = {id(row) for at in found.lines for row in lines[at].segments} if found else set()
        if found is None or not own <= open_rows:
            continue
        text, sidebar = _sides(found, lines, layout.base)
        beside, _ = _sides(gutter, lines, layout.base)
        if _is_set_apart(beside, sidebar, gutter, layout) and _is_wrapped(text, gutter, lines):
            open_rows -= own
            layout.segments = [row for row in layout.segments if id(row) not in own] + text
            block = layout.new_block()
            rows = join_baselines(sidebar)
            out.append([LabelledRow(row, "body", block=block, text_column=BOXED) for row in rows])
    return out


def _sides(
    gutter: Gutter, lines: list[PageLine], base: BaseDirection
) -> tuple[list[Row], list[Row]]:
    """The rows before a gutter in the direction of reading, and those after it."""
    left, right = divided_at(gutter, lines)
    first, second = (left, right) if base == "L" else (right, left)
    return [row for row, _ in first], [row for row, _ in second]


def _beside_sidebar(gutter: Gutter, lines: list[PageLine], layout: PageLayout) -> Gutter | None:
    """The part of a gutter along rows of another type, or in a box whose side stands in it."""
    left, right = divided_at(gutter, lines)
    first, second = (left, right) if layout.base == "L" else (right, left)
    if len(first) < LEAST_BESIDE or len(second) < LEAST_ROWS:
        return None
    side = next(_sides_of_box(gutter, layout), None)
    text = None if side else _Type.of([row for row, _ in first], layout)
    is_own = [
        text.differs(row, layout) if text else side is not None and side[0] < row.y < side[1]
        for row, _ in second
    ]
    places = [at for (_, at), own in zip(second, is_own, strict=True) if own]
    if len(places) < LEAST_ROWS:
        return None
    top, end = places[0], places[-1]
    if not all(own for (_, at), own in zip(second, is_own, strict=True) if top <= at <= end):
        return None
    kept = {at: place for at, place in gutter.run_over.items() if top <= at <= end}
    return Gutter(gutter.low, gutter.high, top, end, kept)


def _sides_of_box(gutter: Gutter, layout: PageLayout) -> Iterator[tuple[float, float]]:
    """The heights of vertical ruling lines in a gutter, and of frames and shades that end there."""
    for rule in layout.page.rules:
        if not rule.is_horizontal and gutter.low < rule.x0 and rule.x1 < gutter.high:
            yield rule.top, rule.bottom
    for shape in layout.page.shapes:
        side = shape.x0 if layout.base == "L" else shape.x1
        if shape.is_visible and gutter.low < side < gutter.high:
            yield shape.top, shape.bottom


def _style(at: int, layout: PageLayout) -> Style:
    font = layout.page.fonts[at] if at < len(layout.page.fonts) else None
    return (font.bold, font.italic) if font else (False, False)


class _Type(NamedTuple):
    """The sizes and styles of type in some rows."""

    sizes: frozenset[float]
    styles: frozenset[Style]

    @classmethod
    def of(cls, rows: list[Row], layout: PageLayout) -> _Type:
        fonts = {at for row in rows for at in row.fonts}
        styles = frozenset(_style(at, layout) for at in fonts)
        return cls(frozenset(round(row.size, 1) for row in rows), styles)

    def differs(self, row: Row, layout: PageLayout) -> bool:
        """Whether a row has another size, weight or slope than all of them."""
        if all(abs(row.size - size) > OTHER_SIZE * size for size in self.sizes):
            return True
        return self.styles.isdisjoint(_style(at, layout) for at in {*row.fonts})


def _is_set_apart(text: list[Row], sidebar: list[Row], gutter: Gutter, layout: PageLayout) -> bool:
    """Whether rows are text of some width, and the lines beside them are full."""
    if len(sidebar) < LEAST_ROWS or len(text) < LEAST_BESIDE:
        return False
    clusters = [mark for row in sidebar for mark in row.texts]
    letters = sum(mark[0].isalpha() for mark in clusters)
    width = max(row.x1 for row in sidebar) - min(row.x0 for row in sidebar)
    is_text = len(clusters) >= LEAST_CLUSTERS and letters >= LETTERS * len(clusters)
    if not is_text or width < NARROWEST * layout.size:
        return False
    edges = (
        min(row.x0 for row in text) if layout.base == "L" else gutter.high,
        gutter.low if layout.base == "L" else max(row.x1 for row in text),
    )
    if edges[1] - edges[0] < NARROWEST_TEXT * layout.size:
        return False
    close = [(a, b) for a, b in pairwise(text) if b.y - a.y < CLOSE * a.size]
    full = sum(is_full(a, b, edges, layout.base) for a, b in close)
    return full >= MOST_FULL * len(close)


def _is_wrapped(text: list[Row], gutter: Gutter, lines: list[PageLine]) -> bool:
    """Whether the line above or below a gutter is of the same text, and runs across it."""
    if not text:
        return False
    size = text[0].size
    left, right = min(row.x0 for row in text), max(row.x1 for row in text)
    for at, beside in ((gutter.first - 1, gutter.first), (gutter.last + 1, gutter.last)):
        if not 0 <= at < len(lines) or abs(lines[at].y - lines[beside].y) > NEXT_LINE * size:
            continue
        line = lines[at]
        same_edge = abs(line.x0 - left) < SAME_EDGE or abs(line.x1 - right) < SAME_EDGE
        across = line.x0 < gutter.low and line.x1 > gutter.high
        if same_edge and across and abs(line.size - size) < SAME_SIZE:
            return True
    return False


# --- where a sidebar is read ----------------------------------------------------------------------


def insert_between_paragraphs(
    body: list[LabelledRow], sidebars: list[list[LabelledRow]], base: BaseDirection
) -> list[LabelledRow]:
    """Put each sidebar before the paragraph beside its first row, so that it divides none."""
    out = list(body)
    for rows in sidebars:
        top = rows[0].row.y - rows[0].row.size
        at = next((i for i, p in enumerate(out) if p.row.y > top), len(out))
        start = next(_paragraph_starts(out, at, base), at)
        out[start:start] = rows
    return out


def _paragraph_starts(rows: list[LabelledRow], at: int, base: BaseDirection) -> Iterator[int]:
    """Where the paragraph of a row may start: below a wide step or a line that is short."""
    near = [item.row for item in rows[max(0, at - MOST_ROWS) : at + MOST_ROWS]]
    end = max((inline_end(row, base) for row in near), default=0.0)
    steps = sorted(b.y - a.y for a, b in pairwise(near))
    leading = steps[len(steps) // 2] if steps else 0.0
    for place in range(at, max(0, at - MOST_ROWS), -1):
        if place >= len(rows):
            continue
        above, below = rows[place - 1].row, rows[place].row
        is_short = end - inline_end(above, base) > SHORT * above.size
        if below.y - above.y > NEXT_PARAGRAPH * leading or is_short:
            yield place
    if at < MOST_ROWS:
        yield 0
