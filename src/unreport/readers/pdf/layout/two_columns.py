"""Pages and sections in two columns of text: find the gutter, and tell columns from a table.

A section in columns, on a page whose other text runs across, differs from a table in that most
lines of both columns are full, and that their paragraphs do not begin at the same heights.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise, takewhile
from statistics import median
from typing import NamedTuple

from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.bidi.rows import Row
from unreport.readers.pdf.layout.page_layout import LabelledRow, PageLayout, join_baselines
from unreport.readers.pdf.layout.table_cells import segment_of

FEW = 3  # glyph clusters; a shorter row tells nothing about columns
LEAST_ROWS = 8  # of a column
SPANNING_ROWS = 0.15  # share of the rows that may span both columns
FULL_WIDTH = 0.7  # of a column's width
TOLERANCE = 4.0  # points
NEXT_PARAGRAPH = 1.12  # times the leading
SAME_HEIGHT = 1.5  # points
ALIGNED = 0.6  # share of the paragraph tops


def find_gutter(segments: list[Row]) -> float | None:
    """The middle of the gutter between two columns of text; None where there is none."""
    rows = [row for row in segments if len(row.clusters) > FEW]
    if len(rows) < 2 * LEAST_ROWS:
        return None
    x0, x1 = min(row.x0 for row in rows), max(row.x1 for row in rows)
    middle = (x0 + x1) / 2
    for x in (middle, middle - 8, middle + 8, middle - 16, middle + 16):
        left = [row for row in rows if row.x1 <= x + TOLERANCE]
        right = [row for row in rows if row.x0 >= x - TOLERANCE]
        spanning = len(rows) - len(left) - len(right)
        full_width = FULL_WIDTH * (middle - x0)
        if (
            min(len(left), len(right)) >= LEAST_ROWS
            and spanning <= SPANNING_ROWS * len(rows)
            and sum(row.x1 - row.x0 > full_width for row in left) > 0.5 * len(left)
            and sum(row.x1 - row.x0 > full_width for row in right) > 0.5 * len(right)
        ):
            return None if _are_aligned(left, right) else x
    return None


def _are_aligned(left: list[Row], right: list[Row]) -> bool:
    """Whether most paragraphs of both columns begin at one height, as a table's cells do."""
    left_tops, right_tops = _paragraph_tops(left), _paragraph_tops(right)
    fewer, more = sorted((left_tops, right_tops), key=len)
    matched = sum(any(abs(a - b) < SAME_HEIGHT for b in more) for a in fewer)
    return bool(fewer) and matched >= ALIGNED * len(fewer)


def _paragraph_tops(column: list[Row]) -> list[float]:
    """The baselines where the paragraphs of a column begin, without the first."""
    heights = sorted(row.y for row in column)
    steps = [b - a for a, b in pairwise(heights)]
    usual = sorted(steps)[len(steps) // 2]
    return [b for a, b in pairwise(heights) if b - a > NEXT_PARAGRAPH * usual]


def columns_in_order(
    segments: list[Row], gutter: float, base: BaseDirection
) -> list[tuple[int, list[Row]]]:
    """The rows of each column in reading order, numbered 1 and 2; rows that span both, 0."""
    out: list[tuple[int, list[Row]]] = []
    left: list[Row] = []
    right: list[Row] = []

    def finished() -> list[tuple[int, list[Row]]]:
        first, second = (left, right) if base == "L" else (right, left)
        return [(1, first), (2, second)]

    for row in sorted(segments, key=lambda row: row.y):
        if row.x1 <= gutter + TOLERANCE:
            left.append(row)
        elif row.x0 >= gutter - TOLERANCE:
            right.append(row)
        else:
            out += [*finished(), (0, [row])]
            left, right = [], []
    return [(column, rows) for column, rows in (*out, *finished()) if rows]


# --- sections in two columns ----------------------------------------------------------------------

LEAST_LINES = 4  # of a column
GUTTER = 1.0  # em
FULL_LINE = 0.85  # of a column's width
MOST_FULL = 0.55  # share of the lines; the last of a paragraph is not full
NEXT_LINE = 1.7  # times the leading, between two lines of a column
WIDE_STEP = 2.4  # em
MOST_GAPPED = 0.34  # share of the lines
OFF_CENTRE = (0.0, 8.0, -8.0)  # points from the middle of the text


class _Section(NamedTuple):
    """The lines of both columns, each from the top."""

    left: list[Row]
    right: list[Row]


def text_in_columns(layout: PageLayout, below: float) -> list[list[LabelledRow]]:
    """Take the sections in two columns under the height `below` from a page's open segments."""
    out: list[list[LabelledRow]] = []
    text = [row for row in layout.segments if row.y > below]
    if not text:
        return out
    middle = (min(row.x0 for row in text) + max(row.x1 for row in text)) / 2
    for x in (middle + offset for offset in OFF_CENTRE):
        for band in _bands(layout.segments, x, below):
            section = _section(band, x)
            if section is not None and _is_in_columns(section, text):
                out.append(_take(layout, section, x))
    return out


def _take(layout: PageLayout, section: _Section, x: float) -> list[LabelledRow]:
    """The rows of a section, one column after the other; the open segments lose them."""
    taken = {id(row.clusters[0]) for side in section for row in side}
    rest: list[Row] = []
    for row in layout.segments:
        parts = _divided(row, x)
        left = [part for part in parts if id(part.clusters[0]) not in taken]
        rest += [row] if len(left) == len(parts) else left
    layout.segments = rest
    columns = section if layout.base == "L" else section[::-1]
    out: list[LabelledRow] = []
    for column, rows in enumerate(columns, start=1):
        block = layout.new_block()
        out.extend(
            LabelledRow(row, "body", block=block, text_column=column)
            for row in join_baselines(rows)
        )
    return out


def _bands(segments: list[Row], x: float, below: float) -> list[list[Row]]:
    """Runs of lines that do not cross a place, without wide steps between them, from the top."""
    bands: list[list[Row]] = [[]]
    for row in sorted(segments, key=lambda row: row.y):
        pieces = _divided(row, x) if row.y > below else []
        if bands[-1] and (not pieces or row.y - bands[-1][-1].y > WIDE_STEP * row.size):
            bands.append([])
        bands[-1] += pieces
    return [band for band in bands if len(band) >= 2 * LEAST_LINES]


def _divided(row: Row, x: float) -> list[Row]:
    """The parts of a row on both sides of a place; none if it crosses that."""
    if row.x1 <= x or row.x0 >= x:
        return [row]
    at = bisect_left(row.clusters, 2 * x, key=lambda cell: cell.x0 + cell.x1)
    if not 0 < at < len(row.clusters):
        return []
    parts = [segment_of(row, 0, at), segment_of(row, at, len(row.clusters))]
    return parts if parts[1].x0 - parts[0].x1 >= GUTTER * row.size else []


def _section(band: list[Row], x: float) -> _Section | None:
    """The lines of a band that stand side by side; none above or below both columns."""
    sides = [[row for row in band if row.x1 <= x], [row for row in band if row.x0 >= x]]
    if not all(map(_is_running_text, sides)):
        return None
    leading = median(b.y - a.y for side in sides for a, b in pairwise(join_baselines(side)))
    top = max(side[0].y for side in sides) - leading / 2
    sides = [[row for row in side if row.y >= top] for side in sides]
    if not all(sides):
        return None
    left, right = (_contiguous(side, NEXT_LINE * leading) for side in sides)
    bottom = min(left[-1].y, right[-1].y) + NEXT_LINE * leading
    found = _Section(
        [row for row in left if row.y <= bottom], [row for row in right if row.y <= bottom]
    )
    return found if min(map(len, found)) >= LEAST_LINES else None


def _is_running_text(rows: list[Row]) -> bool:
    """Whether rows are lines without wide gaps between their words, as the cells of a table have.

    A few may have some, where a narrow column is justified.
    """
    lines = join_baselines(rows)
    gapped = sum(
        any(b.x0 - a.x1 > GUTTER * line.size for a, b in pairwise(line.clusters)) for line in lines
    )
    return len(lines) >= LEAST_LINES and gapped <= MOST_GAPPED * len(lines)


def _contiguous(rows: list[Row], step: float) -> list[Row]:
    count = len(list(takewhile(lambda pair: pair[1].y - pair[0].y <= step, pairwise(rows)))) + 1
    return rows[:count]


def _is_in_columns(section: _Section, text: list[Row]) -> bool:
    """Whether both columns hold running text, which is not set beside each other as in a table."""
    x0, x1 = min(row.x0 for row in text), max(row.x1 for row in text)
    ends, starts = max(row.x1 for row in section.left), min(row.x0 for row in section.right)
    size = median(row.size for side in section for row in side)
    if starts - ends < GUTTER * size:
        return False
    widths = (ends - x0, x1 - starts)
    for side, width in zip(section, widths, strict=True):
        full = sum(row.x1 - row.x0 >= FULL_LINE * width for row in side)
        if full < MOST_FULL * len(side):
            return False
    return not _are_aligned(section.left, section.right)
