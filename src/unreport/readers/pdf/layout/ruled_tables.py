"""Tables with ruling lines: full grids, and the United Nations style with horizontal rules only.

In the latter the rules above and below the head row are drawn column by column, so that they show
where the columns are; the rows below have no rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.file.glyphs import Page, Rule
from unreport.readers.pdf.layout.borderless_tables import (
    column_edges_below_head,
    find_borderless_tables,
)
from unreport.readers.pdf.layout.charts import split_at_charts
from unreport.readers.pdf.layout.column_sections import column_sections, without_furniture
from unreport.readers.pdf.layout.grids import split_at_grid
from unreport.readers.pdf.layout.page_layout import SMALL_TYPE, PageLayout
from unreport.readers.pdf.layout.paired_lists import paired_lists
from unreport.readers.pdf.layout.segmentation.gutters import find_gutters, page_lines
from unreport.readers.pdf.layout.segmentation.sidebars import find_sidebars
from unreport.readers.pdf.layout.stream_sections import (
    content_columns,
    stream_sections,
    tables_of_text,
)
from unreport.readers.pdf.layout.table_cells import (
    CellFragment,
    SplitSegments,
    column_of,
    gap_at,
    spans_columns,
    split_at_columns,
    split_open_table,
)
from unreport.readers.pdf.layout.three_columns import three_column_sections

SAME_LINE = 2.0  # points
SAME_EDGE = 8.0
HEAD_HEIGHT = 110.0
WIDEST_BREAK = 14.0  # points between the pieces of one ruling line
LEAST_WIDTH = 0.2  # of the page's
WIDEST_STEP = 4.0  # times the size of type
CLOSE_STEP = 2.0


@dataclass(slots=True)
class _RulingLine:
    """A horizontal ruling line, with the pieces that it is drawn in."""

    top: float
    pieces: list[tuple[float, float]]

    @property
    def edges(self) -> tuple[float, float]:
        return self.pieces[0][0], self.pieces[-1][1]


@dataclass(slots=True)
class _TableArea:
    """The area of a table while it is extended down the page."""

    top: float
    bottom: float
    column_edges: list[float]
    size: float  # of the text beside it
    closed: bool = False  # whether a ruling line ends it


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a page: its fragments, and its column edges where they are known."""

    fragments: list[CellFragment]
    column_edges: list[float]


def find_tables(layout: PageLayout, below: float) -> list[Table]:
    """Take the tables of a page under the height `below` from its open segments, from the top.

    A segment, or a part of one, goes from `layout.segments` into one table or stays there, so
    that no text can be lost or doubled at the edge of a table.
    """
    page, size = layout.page, SMALL_TYPE * layout.size
    found: list[Table] = []
    for labels in split_at_charts(layout, below):
        _take(layout, found, labels, [])
    stream = content_columns(layout, below)
    layout.sections += stream_sections(layout, stream)
    for grid in page.tables:
        if grid.top >= below:
            _take(layout, found, split_at_grid(layout.segments, grid, page.rules), [])
    for area in _areas(_rulings(page, below), layout.segments, size):
        _take(layout, found, _split_at_area(layout.segments, area), area.column_edges)
    for labels in paired_lists(layout, below):
        _take(layout, found, labels, [])
    for labels in tables_of_text(layout, stream):
        _take(layout, found, labels, [])
    lines = page_lines([row for row in layout.segments if row.y > below])
    gutters = [*find_gutters(lines := without_furniture(lines, layout))]
    layout.sections += three_column_sections(layout, lines, gutters)
    layout.sections += column_sections(layout, lines, gutters)
    layout.sidebars += find_sidebars(layout, lines, gutters)
    above = below
    for region in find_borderless_tables(layout, below, lines, gutters):
        if region.resumes:
            layout.interruptions.append((above, region.top))
        above = region.bottom
        inside, outside = _inside(layout.segments, region.top, region.bottom)
        fragments, rest = split_open_table(inside, region.column_edges)
        _take(layout, found, SplitSegments(fragments, outside + rest), region.column_edges)
    return sorted(found, key=lambda table: min(fragment.row.y for fragment in table.fragments))


def _take(
    layout: PageLayout, found: list[Table], split: SplitSegments, column_edges: list[float]
) -> None:
    """Make a table of fragments, unless they stand in one column or one table row."""
    columns = {fragment.column for fragment in split.fragments}
    table_rows = {fragment.table_row for fragment in split.fragments}
    if len(columns) > 1 and len(table_rows) > 1:
        layout.segments = split.rest
        found.append(Table(split.fragments, column_edges))


def _split_at_area(segments: list[Row], area: _TableArea) -> SplitSegments:
    inside, outside = _inside(segments, area.top, area.bottom)
    fragments, rest = split_at_columns(inside, area.column_edges)
    return SplitSegments(fragments, outside + rest)


def _inside(segments: list[Row], top: float, bottom: float) -> tuple[list[Row], list[Row]]:
    """The segments between two heights, and the others."""
    inside: list[Row] = []
    outside: list[Row] = []
    for row in segments:
        (inside if top < row.y <= bottom else outside).append(row)
    return inside, outside


# --- horizontal ruling lines ----------------------------------------------------------------------


def _rulings(page: Page, below: float) -> list[_RulingLine]:
    """Horizontal ruling lines of some width, with the pieces at one height joined."""
    horizontal = sorted(
        (r for r in page.rules if r.is_horizontal and r.top >= below), key=lambda r: r.top
    )
    lines: list[list[Rule]] = []
    for rule in horizontal:
        if lines and rule.top - lines[-1][0].top < SAME_LINE:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    out = [_ruling(sorted(line, key=lambda r: r.x0)) for line in lines]
    return [r for r in out if r.edges[1] - r.edges[0] > LEAST_WIDTH * page.width]


def _ruling(line: list[Rule]) -> _RulingLine:
    pieces: list[tuple[float, float]] = []
    for rule in line:
        if pieces and rule.x0 - pieces[-1][1] > WIDEST_BREAK:
            continue  # something else at the same height
        if pieces and rule.x1 <= pieces[-1][1]:
            continue
        pieces.append((rule.x0, rule.x1))
    return _RulingLine(line[0].top, pieces)


def _areas(rulings: list[_RulingLine], rows: list[Row], size: float) -> list[_TableArea]:
    """The areas of tables, from a head row between two ruling lines to the end of the table."""
    out: list[_TableArea] = []
    at = 0
    while at + 1 < len(rulings):
        below = _head_bottom(rulings, at)
        area = _table_head(rulings, (at, below), rows, size) if below else None
        if area is None:
            at += 1
            continue
        at = below + 1
        _extend_up(area, rows)
        while at < len(rulings) and _continues(area, rulings, at, rows):
            area.bottom, area.closed = rulings[at].top, True
            area.column_edges = _merged_edges(area.column_edges, _column_edges(rulings[at]))
            at += 1
        if not area.closed:
            limit = rulings[at].top if at < len(rulings) else float("inf")
            _extend_down(area, rows, limit)
        out.append(area)
    return out


def _head_bottom(rulings: list[_RulingLine], at: int) -> int:
    """The index of the rule that closes a head row: as wide as the one above it; 0 if none."""
    first = rulings[at]
    for place in range(at + 1, min(at + 4, len(rulings))):
        second = rulings[place]
        if second.top - first.top > HEAD_HEIGHT:
            break
        if _same_edges(first, second):
            return place
    return 0


def _same_edges(a: _RulingLine, b: _RulingLine) -> bool:
    return all(abs(x - y) < SAME_EDGE for x, y in zip(a.edges, b.edges, strict=True))


def _table_head(
    rulings: list[_RulingLine], head: tuple[int, int], rows: list[Row], size: float
) -> _TableArea | None:
    """The head of a table: two ruling lines of one width with a row in columns between them."""
    first, last = (rulings[at] for at in head)
    column_edges = _columns(rulings, head, rows)
    between = [row for row in rows if first.top < row.y < last.top]
    if not any(column_of(row, column_edges) or spans_columns(row, column_edges) for row in between):
        return None  # a caption between the rule of the running head and that of the table
    area = _TableArea(first.top, last.top, column_edges, size)
    crossing = sum(_crosses(row, column_edges) for row in between) > 0.5 * len(between)
    return None if crossing or any(_is_body_text(row, area) for row in between) else area


def _columns(rulings: list[_RulingLine], head: tuple[int, int], rows: list[Row]) -> list[float]:
    """The column edges by the pieces of the ruling lines, else by the gaps between the rows.

    Rows are examined down to the next ruling line, and farther if they show no columns: some
    tables have a rule under each row.
    """
    at, below = head
    column_edges: list[float] = []
    for ruling in rulings[at : below + 1]:
        column_edges = _merged_edges(column_edges, _column_edges(ruling))
    first, last = rulings[at], rulings[below]
    alike = [rule.top for rule in rulings[below + 1 :] if _same_edges(rule, first)]
    for bottom in () if column_edges else (*alike[:1], *alike[-1:], float("inf")):
        inside = [row for row in rows if first.top < row.y < bottom]
        column_edges = column_edges or column_edges_below_head(inside, last.top)
    return column_edges


def _column_edges(ruling: _RulingLine) -> list[float]:
    return [(a[1] + b[0]) / 2 for a, b in pairwise(ruling.pieces)]


def _merged_edges(column_edges: list[float], others: list[float]) -> list[float]:
    """The edges of both lists, without those that nearly coincide."""
    out = list(column_edges)
    out.extend(x for x in others if all(abs(x - y) > SAME_EDGE for y in out))
    return sorted(out)


def _continues(area: _TableArea, rulings: list[_RulingLine], at: int, rows: list[Row]) -> bool:
    """Whether the rows down to the next ruling line belong to the table."""
    ruling = rulings[at]
    if ruling.edges[0] > area.column_edges[-1] or ruling.edges[1] < area.column_edges[0]:
        return False
    between = [row for row in rows if area.bottom < row.y < ruling.top]
    if not between:
        return ruling.top - area.bottom < 3 * SAME_EDGE
    crossing = sum(_crosses(row, area.column_edges) for row in between)
    lines = {round(row.y) for row in between}
    if crossing > 0.5 * len(lines) or any(_is_body_text(row, area) for row in between):
        return False
    if area.closed and _is_underline(ruling, between):
        return False
    bottom = _head_bottom(rulings, at)
    next_head = bool(bottom) and _table_head(rulings, (at, bottom), rows, area.size) is not None
    columned = any(column_of(row, area.column_edges) > 0 for row in between)
    return columned or not (next_head and area.closed)


def _is_underline(ruling: _RulingLine, rows: list[Row]) -> bool:
    """Whether a ruling line is as wide as the one row above it: a heading that is underlined."""
    return len(rows) == 1 and all(
        abs(edge - end) < SAME_LINE
        for edge, end in zip(ruling.edges, (rows[0].x0, rows[0].x1), strict=True)
    )


def _extend_up(area: _TableArea, rows: list[Row]) -> None:
    """Extend a table over a head row above its first ruling line, with text in several columns."""
    head = [row for row in rows if 0 <= area.top - row.y < row.size]
    while _is_columned(head, area.column_edges):
        area.top = min(row.y for row in head) - 0.5
        head = [row for row in rows if 0 < area.top - row.y < CLOSE_STEP * row.size]


def _is_columned(rows: list[Row], column_edges: list[float]) -> bool:
    """Whether the rows of one height have text in several columns, and cross no edge."""
    columns = {column_of(row, column_edges) for row in rows}
    several = len(columns) > 1 or any(spans_columns(row, column_edges) for row in rows)
    return several and not any(_crosses(row, column_edges) for row in rows)


def _extend_down(area: _TableArea, rows: list[Row], limit: float) -> None:
    """Extend a table without a closing rule over the rows below: it continues on the next page."""
    for row in sorted(rows, key=lambda row: row.y):
        if row.y <= area.bottom:
            continue
        step = row.y - area.bottom
        crossing = _crosses(row, area.column_edges)
        if (
            row.y > limit
            or step > WIDEST_STEP * row.size
            or (crossing and not _is_table_row(row, area, step))
        ):
            break
        area.bottom = row.y
    area.bottom += 0.5


def _is_table_row(row: Row, area: _TableArea, step: float) -> bool:
    """Whether a row that crosses column edges is part of the table: small, close, no note."""
    return row.size < area.size and step < CLOSE_STEP * row.size and not row.starts_raised


def _is_body_text(row: Row, area: _TableArea) -> bool:
    """Whether a row is body text: it crosses most column edges in the size of the text.

    A space between two of its words may be wide and stand at a column edge.
    """
    crossed = sum(row.x0 < x < row.x1 and not gap_at(row, x) for x in area.column_edges)
    return row.size >= area.size and crossed > 0.5 * len(area.column_edges)


def _crosses(row: Row, column_edges: list[float]) -> bool:
    """Whether a row crosses a column edge without a gap there."""
    return any(row.x0 < x - 2 and row.x1 > x + 2 and not gap_at(row, x) for x in column_edges)
