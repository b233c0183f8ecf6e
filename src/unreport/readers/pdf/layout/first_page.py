"""The masthead of the first page: cut at its ruling lines, then at its gaps (XY-cut)."""

from __future__ import annotations

import re
from itertools import pairwise

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.file.glyphs import Rule
from unreport.readers.pdf.layout.page_layout import (
    LabelledRow,
    PageLayout,
    join_baselines,
    visual_text,
)
from unreport.readers.pdf.layout.segmentation.justified_lines import joined_segments

MASTHEAD_ZONE = 0.45  # of the page's height
WIDE_RULE = 0.55  # of the page's width
SAME_HEIGHT = 2.0  # points
SAME_EDGE = 4.0
SAME_START = 1.0  # points, of places and of sizes of type
MOST_CORNER_ROWS = 6  # distribution, date, language, original languages on up to three rows
WIDEST_CORNER_ROW = 0.5  # of the page's width
DISTRIBUTION = re.compile(r"^(?:Distr|DISTR)")
DISTRIBUTION_WITHIN = re.compile(r"[^\W\d](?:Distr|DISTR)(?=[.:])")
DISTRIBUTION_LETTERS = 5
TEXT_NUMBER = re.compile(r"^(?:\d{1,3}|[IVXLC]{1,6}|[A-Z])\.(?=$|[^\d.])")  # `1.`, `I.`, `A.`
OTHER_SIZE = 1.15
BESIDE = 0.3  # em between the baselines of two rows that stand side by side


def masthead(layout: PageLayout, bottom: float | None) -> list[LabelledRow]:
    """The rows of the masthead, block by block, in each block column by column.

    A row that stands on a ruling line is above it.
    """
    if bottom is None:
        return []
    rules = sorted(r.top + SAME_HEIGHT for r in _wide_rules(layout) if r.top < bottom + 1)
    bottom += SAME_HEIGHT
    inside = [row for row in layout.segments if row.y < bottom]
    layout.segments = [row for row in layout.segments if row.y >= bottom]
    out: list[LabelledRow] = []
    for top, bottom_edge in zip([float("-inf"), *rules], [*rules, bottom], strict=True):
        band = _join_names([row for row in inside if top <= row.y < bottom_edge], layout.base)
        for column in _xy_cut(band, layout.base):
            block = layout.new_block()
            out.extend(LabelledRow(row, "masthead", block=block) for row in join_baselines(column))
    return out


def _join_names(band: list[Row], base: BaseDirection) -> list[Row]:
    """The rows of a band, in which the words of a name beside the distribution are one row.

    The name of a body is set in larger type, and may be justified in its column, which leaves gaps
    between its words that are as wide as those between columns.
    """
    corner = next((row for row in band if DISTRIBUTION.match(visual_text(row))), None)
    if corner is None:
        return band
    names = [
        row
        for row in band
        if row.size > OTHER_SIZE * corner.size
        and (row.x1 < corner.x0 + SAME_EDGE if base == "L" else row.x0 > corner.x1 - SAME_EDGE)
    ]
    lines: dict[float, list[Row]] = {}
    for row in sorted(names, key=lambda row: row.x0):
        lines.setdefault(round(row.y, 1), []).append(row)
    joined = [joined_segments(line) if len(line) > 1 else line[0] for line in lines.values()]
    own = {id(row) for row in names}
    return [*(row for row in band if id(row) not in own), *joined]


def _divide_at_distribution(layout: PageLayout) -> None:
    """Divide a segment in which the distribution stands close beside the name of a body.

    It is set in smaller type than the name.
    """
    for at, row in enumerate(layout.segments):
        if row.y > MASTHEAD_ZONE * layout.page.height or DISTRIBUTION.match(visual_text(row)):
            continue
        found = DISTRIBUTION_WITHIN.search("".join(text[:1] for text in row.texts))
        if found is None:
            continue
        start = found.end() - DISTRIBUTION_LETTERS
        sizes = row.sizes
        if sizes[start - 1] > OTHER_SIZE * sizes[start]:
            layout.segments[at : at + 1] = _divided(row, start)
            return


def _divide_at_corner(layout: PageLayout, corner: Row) -> None:
    """Divide the segments in which a row under the distribution touches the name of a body.

    Date, language and original language begin where the distribution does, in its size.
    """
    out: list[Row] = []
    for row in layout.segments:
        start = _start_in_corner(row, corner) if row.y < MASTHEAD_ZONE * layout.page.height else 0
        out += _divided(row, start) if start else [row]
    layout.segments = out


def _start_in_corner(row: Row, corner: Row) -> int:
    """The cluster of a row at which its text turns to that of the corner; 0 if there is none."""
    if not row.x0 < corner.x0 < row.x1:
        return 0
    places = (at for at, x0 in enumerate(row.lefts) if abs(x0 - corner.x0) < SAME_START)
    at = next(places, 0)
    if not at:
        return 0
    before, after = row.sizes[at - 1 : at + 1]
    same_size = abs(after - corner.size) < SAME_START
    return at if same_size and before > OTHER_SIZE * after else 0


def _divided(row: Row, at: int) -> list[Row]:
    """The parts of a row before a cluster and from it on, each with its size and baseline."""
    return [_measured(row, 0, at), _measured(row, at, row.count)]


def _measured(row: Row, start: int, end: int) -> Row:
    x0, x1 = row.lefts[start], row.rights[end - 1]
    part = row.part(start, end, [x for x in row.spaces if x0 < x < x1])
    part.measure()
    return part


def masthead_bottom(layout: PageLayout) -> float | None:
    """Where the masthead ends: at the ruling line below the distribution, else with that block."""
    height = layout.page.height
    _divide_at_distribution(layout)
    found = next(
        (
            row
            for row in layout.segments
            if row.y < MASTHEAD_ZONE * height and DISTRIBUTION.match(visual_text(row))
        ),
        None,
    )
    if found is None:
        return None
    if layout.base == "L":
        _divide_at_corner(layout, found)
    below = [
        rule.top
        for rule in _wide_rules(layout)
        if found.y < rule.top < MASTHEAD_ZONE * height and not _is_box_side(rule, layout)
    ]
    return min(below) if below else _column_end(found, layout) + 0.5 * found.size


def _is_box_side(rule: Rule, layout: PageLayout) -> bool:
    """Whether a ruling line is the side of a box, such as the one around a summary."""
    return any(
        not side.is_horizontal
        and abs(side.x0 - rule.x0) < SAME_EDGE
        and min(abs(side.top - rule.top), abs(side.bottom - rule.top)) < SAME_EDGE
        for side in layout.page.rules
    )


def _wide_rules(layout: PageLayout) -> list[Rule]:
    """Horizontal ruling lines across the page, including those drawn in pieces."""
    rules = sorted(
        (r for r in layout.page.rules if r.is_horizontal), key=lambda r: (round(r.top), r.x0)
    )
    whole: list[Rule] = []
    for rule in rules:
        last = whole[-1] if whole else None
        if last and abs(last.top - rule.top) < SAME_HEIGHT and rule.x0 - last.x1 < SAME_EDGE:
            whole[-1] = Rule(last.x0, last.top, max(last.x1, rule.x1), last.bottom)
        else:
            whole.append(rule)
    return [r for r in whole if r.x1 - r.x0 > WIDE_RULE * layout.page.width]


def _column_end(found: Row, layout: PageLayout) -> float:
    """The baseline of the last row of the block that begins with the distribution.

    Date, language and original languages follow it.  Where all is in one column, so does the text,
    which begins with a row that is wide or opens with a heading or paragraph number.
    """
    y, count = found.y, 1
    for row in layout.segments:
        same = min(abs(row.x0 - found.x0), abs(row.x1 - found.x1)) < SAME_EDGE
        if same and y < row.y < y + 3.2 * found.size:
            is_wide = row.x1 - row.x0 > WIDEST_CORNER_ROW * layout.page.width
            if is_wide or TEXT_NUMBER.match(visual_text(row)):
                break
            y, count = row.y, count + 1
        if count == MOST_CORNER_ROWS:
            break
    return y


def _xy_cut(band: list[Row], base: BaseDirection) -> list[list[Row]]:
    """The columns of a band; where there are none, those above and below its widest gap."""
    columns = _columns(band, base)
    if len(columns) > 1 or len(band) <= 1:
        return columns
    rows = sorted(band, key=lambda row: row.y)
    gaps = [(b.y - a.y, at) for at, (a, b) in enumerate(pairwise(rows), start=1)]
    _, at = max(gaps)
    parts = [*_xy_cut(rows[:at], base), *_xy_cut(rows[at:], base)]
    columns_found = len(parts) - 2  # beyond the parts above and below the gap
    return parts if columns_found > 0 else columns


def _columns(band: list[Row], base: BaseDirection) -> list[list[Row]]:
    """Rows whose horizontal extents overlap stand in one column.

    A row that is too long for its column may run into the row beside it.
    """
    columns: list[list[Row]] = []
    for row in sorted(band, key=lambda row: row.x0):
        last = columns[-1] if columns else None
        if last and row.x0 + SAME_START < max(_end_of_column(other, band) for other in last):
            last.append(row)
        else:
            columns.append([row])
    if base == "R":
        columns.reverse()
    return [sorted(column, key=lambda row: row.y) for column in columns]


def _end_of_column(row: Row, band: list[Row]) -> float:
    """Where a row ends, or the one begins that is printed over its end."""
    return min(
        (
            other.x0
            for other in band
            if abs(other.y - row.y) < BESIDE * row.size and row.x0 < other.x0 < row.x1 < other.x1
        ),
        default=row.x1,
    )
