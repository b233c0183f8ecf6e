"""Borderless tables: lines in columns whose gutters no line crosses.

The tables of a report's budget and of its results run over many pages and have ruling lines at
their head only; timetables and lists of names often have none at all.  They differ from body text
in that no cell is as wide as text, and that the same gutters stay empty from line to line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.page_layout import PageLayout, visual_text
from unreport.readers.pdf.layout.segmentation.gutters import Gutter, PageLine
from unreport.readers.pdf.layout.tables.edge_places import clear_places
from unreport.readers.pdf.layout.tables.group_rows import is_group_name, spanning_head
from unreport.readers.pdf.layout.tables.marker_columns import (
    MARKER_LENGTH,
    cluster_counts,
    is_right_to_left,
    without_marker_column,
)
from unreport.readers.pdf.layout.tables.table_gutters import (
    TableGutter,
    narrow_rows,
    table_gutters,
)
from unreport.readers.pdf.layout.tables.table_lines import (
    EDGE_GAP,
    NEXT_ROW,
    SET_APART,
    TableLine,
    lines_from_top,
    table_lines,
    without_furniture,
)

CELL_WIDTH = 0.45  # of the page's width; body text is wider
LEAST_LINES = 3  # with text on both sides of a column edge
LEAST_AMID = 2  # with cells on both sides of a column
LEAST_SHARE = 0.2  # of the lines
MOST_CROSSING = 0.1
MOST_CROSSING_RULED = 0.3
HEAD_LINES = 3
HEAD_GAP = 0.55  # em, between the labels of two columns
LEAST_GAPS_EACH = 5  # lines with a gap for each line that crosses it, where lines are few
NEXT_LINE = 4.0  # times the size of type, between two lines of one table
CLOSE = 1.4  # times the size of type, within one row of cells
LEAST_COLUMNED_LINES = 2
NUMBER = re.compile(r"\d{1,3}[A-Z]?(?:\.\d+)*\.?\s")
SAME_EDGE = 1.5  # points
LEADERS = re.compile(r"(?:[.…]\s?){4,}")  # dot leaders, `Introduction . . . . . 3`


@dataclass(frozen=True, slots=True)
class ColumnRegion:
    """A region of a page that stands in columns, and the edges between the columns."""

    top: float
    bottom: float
    column_edges: list[float]
    resumes: bool = False  # whether it goes on with the region above it


def find_borderless_tables(
    layout: PageLayout, below: float, page_lines: list[PageLine], gutters: list[Gutter]
) -> list[ColumnRegion]:
    """The regions of a page, under the height `below`, that stand in columns.

    A table of the page before may continue at the top of the page.  Rows beside a gutter of a table
    may be as wide as text.
    """
    page = layout.page
    bold = frozenset(at for at, font in enumerate(page.fonts) if font.bold)
    lines = without_furniture(table_lines([row for row in layout.segments if row.y > below]))
    cell_width = CELL_WIDTH * page.width
    continued = _continued_table(lines, layout.preceding.column_edges, cell_width, layout.leading)
    found = [*table_gutters(page_lines, gutters, layout.base)]
    divided = frozenset(narrow_rows(page_lines, gutters, cell_width, layout.base)).union(
        *(gutter.rows for gutter in found)
    )
    wide = frozenset(
        id(row)
        for line in lines
        for row in line.rows
        if row.x1 - row.x0 > cell_width and id(row) not in divided
    )
    rest = [line for line in lines if not continued or line.y > continued[0].bottom]
    regions = [*continued]
    above: list[TableLine] = []
    for block in _blocks(rest, wide, bold):
        found_here = _regions(block, _edges_of(block, found), layout.leading)
        own = [replace(region, resumes=at > 0) for at, region in enumerate(found_here)]
        if above and block[0].y - above[-1].y < 2 * NEXT_LINE * block[0].size:
            own = [*_resumed(block, own, regions[-1].column_edges)]
        regions += [_extended(region, block, found) for region in own]
        above = block if own else []
    return regions


def _resumed(
    block: list[TableLine], own: list[ColumnRegion], edges: list[float]
) -> Iterator[ColumnRegion]:
    """The regions of a block, of which the first one may go on with the table above it.

    Between them is a line that is too wide for its cells, or a heading.
    """
    if not own:
        leading = NEXT_LINE * block[0].size / 2
        for region in islice(_regions(block, edges, leading), 1):
            yield replace(region, top=block[0].y - 0.5, resumes=True)
    for at, region in enumerate(own):
        pairs = zip(region.column_edges, edges, strict=False)
        alike = all(abs(x - edge) < SAME_EDGE for x, edge in pairs)
        is_same = alike and len(region.column_edges) == len(edges)
        yield replace(region, resumes=at > 0 or is_same)


def _edges_of(block: list[TableLine], gutters: list[TableGutter]) -> list[float]:
    """The edges of columns at the gaps of some lines, and at the gutters of tables beside them."""
    out = _edges_without_rules(_divided_lines(block))
    for gutter in gutters:
        beside = sum(gutter.top <= line.y <= gutter.bottom for line in block)
        is_new = beside >= LEAST_LINES and not any(_is_at(gutter, x) for x in out)
        if is_new and not _are_pages(_texts_after(block, gutter.edge)):
            out.append(gutter.edge)
    return clear_places(sorted(out), block)


def _is_at(gutter: TableGutter, edge: float) -> bool:
    return gutter.low - SAME_EDGE < edge < gutter.high + SAME_EDGE


def _extended(
    region: ColumnRegion, block: list[TableLine], gutters: list[TableGutter]
) -> ColumnRegion:
    """A region with the lines above and below that stand beside the same gutter of a table.

    Few of them need have text on both sides of it, where cells are centred beside one another.
    """
    edges = region.column_edges
    own = [gutter for gutter in gutters if any(_is_at(gutter, x) for x in edges)]
    top = min((g.top for g in own if g.bottom > region.top), default=region.top)
    bottom = max((g.bottom for g in own if g.top < region.bottom), default=region.bottom)
    above = [line for line in block if top - SAME_EDGE < line.y < region.top]
    below = [line for line in block if region.bottom < line.y < bottom + SAME_EDGE]
    above = [*takewhile(lambda line: not any(map(line.crosses, edges)), reversed(above))]
    below = [*takewhile(lambda line: not any(map(line.crosses, edges)), below)]
    first = next((line for line in block if line.y > region.top), block[-1])
    head = [line for line in reversed(block) if line.y < (above or [first])[-1].y]
    above += [] if region.resumes else spanning_head(head, edges, (above or [first])[-1])
    return replace(
        region,
        top=above[-1].y - 0.5 if above else region.top,
        bottom=below[-1].bottom + 0.5 if below else region.bottom,
    )


def column_edges_below_head(segments: list[Row], head_bottom: float) -> list[float]:
    """The column edges of a table whose head row ends at a ruling line at this height."""
    lines: list[TableLine] = []
    for line in lines_from_top(segments):
        step = line.y - lines[-1].y if lines else 0.0
        if line.y > head_bottom and step > NEXT_LINE * line.size:
            break  # the notes of a table are below it
        lines.append(line)
    own = _divided_lines(lines)
    edges = clear_places(_column_edges(own, MOST_CROSSING_RULED), own)
    heading = [line for line in lines if line.y < head_bottom]
    return [x for x in edges if not (heading and all(line.crosses(x) for line in heading))]


def _continued_table(
    lines: list[TableLine], column_edges: list[float], cell_width: float, leading: float
) -> list[ColumnRegion]:
    """The lines at the top of the page in which a table of the page before continues."""

    def fits(line: TableLine) -> bool:
        narrow = all(row.x1 - row.x0 <= cell_width for row in line.rows)
        return narrow and not any(line.crosses(x) for x in column_edges)

    run = list(takewhile(fits, lines)) if column_edges else []
    own = clear_places(_edges_without_rules(_divided_lines(run)), run)
    if len(own) > len(column_edges) and len(clear_places([*column_edges, *own], run)) == len(own):
        column_edges = own  # of the few lines on the page before not all had a label
    return [
        ColumnRegion(run[0].y - 0.5, region.bottom, column_edges)
        for region in islice(_regions(run, column_edges, leading), 1)
    ]


def _blocks(
    lines: list[TableLine], wide: frozenset[int], bold: frozenset[int]
) -> list[list[TableLine]]:
    """The lines between those that are body text, contents entries with leaders, or headings."""
    blocks: list[list[TableLine]] = [[]]
    above: TableLine | None = None
    for at, line in enumerate(lines):
        if any(id(row) in wide or LEADERS.search(visual_text(row)) for row in line.rows) or (
            _is_heading(line, above, bold) and not is_group_name(lines, at)
        ):
            blocks.append([])
        else:
            blocks[-1].append(line)
        above = line
    return [block for block in blocks if len(block) >= LEAST_LINES]


def _divided_lines(lines: list[TableLine]) -> list[TableLine]:
    """The lines from the first to the last that has a gap: those of a list above have none."""
    divided = [at for at, line in enumerate(lines) if any(_gaps_over(line, EDGE_GAP))]
    return lines[divided[0] : divided[-1] + 1] if divided else []


def _is_heading(line: TableLine, above: TableLine | None, bold: frozenset[int]) -> bool:
    """Whether a line is one segment, set apart from the line above, and bold or numbered."""
    row = line.rows[0]
    if len(line.rows) > 1 or (above and row.y - above.y < SET_APART * row.size):
        return False
    is_bold = bool(bold) and sum(font in bold for font in row.fonts) > row.count / 2
    return is_bold or bool(NUMBER.match(visual_text(row)))


def _regions(lines: list[TableLine], edges: list[float], leading: float) -> Iterator[ColumnRegion]:
    """Runs of lines in columns; a line that crosses an edge separates two runs."""
    run: list[TableLine] = []
    for line in [*lines, None]:
        if line is not None and not any(line.crosses(x) for x in edges):
            run.append(line)
            continue
        columned = [at for at, one in enumerate(run) if any(one.has_gap_at(x) for x in edges)]
        if len(columned) >= LEAST_COLUMNED_LINES:
            first, last = columned[0], columned[-1]
            while first and _is_in_cell(run[first - 1], run[first], edges, leading):
                first -= 1
            while last + 1 < len(run) and _continues_cells(run[last], run[last + 1], leading):
                last += 1
            yield ColumnRegion(run[first].y - 0.5, run[last].bottom + 0.5, edges)
        run = []


def _is_in_cell(line: TableLine, below: TableLine, edges: list[float], leading: float) -> bool:
    """Whether a line is of a cell that is higher than the label beside it, which is centred."""
    if not _continues_cells(line, below, leading) or len(line.rows) > 1:
        return False
    row = line.rows[0]
    return row.x1 <= edges[-1] if is_right_to_left([below]) else row.x0 >= edges[0]


def _continues_cells(line: TableLine, after: TableLine, leading: float) -> bool:
    """Whether a line continues the cells of the line above it."""
    return after.y - line.y < max(CLOSE * after.size, NEXT_ROW * leading)


def _column_edges(lines: list[TableLine], crossing: float) -> list[float]:
    """The left edges of columns, but for one of markers."""
    return without_marker_column(_edges_at_gaps(lines, crossing), lines)


def _edges_at_gaps(lines: list[TableLine], crossing: float) -> list[float]:
    """The left edges of columns: places where most lines have a gap or no text.

    The labels at the head of two columns of numbers may stand closer than these do: the edge is
    between the labels.
    """
    least = max(LEAST_LINES, LEAST_SHARE * len(lines))
    wide = _places(lines, EDGE_GAP)
    close = _places(lines[:HEAD_LINES], HEAD_GAP) - wide
    out: list[float] = []
    crossed: dict[float, list[bool]] = {}  # by place, whether text of each line crosses it
    for count, x in [*_ranked(wide, lines), *_ranked(close, lines)]:
        if count < least:
            continue
        crossed[x] = [line.crosses(x) for line in lines]
        crossings = sum(crossed[x])
        if crossings > crossing * len(lines) and crossings * LEAST_GAPS_EACH > count:
            continue
        near = [y for y in out if not _has_column_between(lines, crossed, *sorted((x, y)))]
        if not near:
            out.append(x)
        elif x in close and len(near) == 1 and crossings < sum(crossed[near[0]]):
            out[out.index(near[0])] = x
    return sorted(out)


def _places(lines: list[TableLine], least: float) -> set[float]:
    """Places at the edges of gaps that are wider than `least`, in em."""
    gaps = [gap for line in lines for gap in _gaps_over(line, least)]
    places = {round(start) - 1.0 for _, start in gaps}
    if is_right_to_left(lines):  # whose cells are aligned at the right
        places |= {round(end) + 1.0 for end, _ in gaps}
    return places


def _ranked(places: set[float], lines: list[TableLine]) -> list[tuple[int, float]]:
    """In how many lines each place is in a gap, those in most first."""
    counted = [(sum(line.has_gap_at(x) for line in lines), x) for x in places]
    return sorted(counted, key=lambda found: (-found[0], found[1]))


def _gaps_over(line: TableLine, least: float) -> Iterator[tuple[float, float]]:
    """The gaps of a line, wider than `least` em, that may be at the edge of a column."""
    lefts = [x for row in line.rows for x in row.lefts]
    rights = [x for row in line.rows for x in row.rights]
    gaps = zip(rights, lefts[1:], strict=False)
    return ((a, b) for a, b in gaps if b - a > least * line.size)


def _has_column_between(
    lines: list[TableLine], crossed: dict[float, list[bool]], low: float, high: float
) -> bool:
    """Whether a column stands between two edges, so that both are edges of their own.

    Right-aligned numbers begin at several places; there a number crosses one of the two edges.
    Two lines with cells on both sides are enough, as the head and the totals of a column of marks.
    """
    inside = [
        line
        for line, at_low, at_high in zip(lines, crossed[low], crossed[high], strict=True)
        if not (at_low or at_high) and line.count_between(low, high)
    ]
    amid = sum(line.has_gap_at(low) and line.has_gap_at(high) for line in inside)
    return len(inside) >= LEAST_LINES or amid >= LEAST_AMID


def _edges_without_rules(lines: list[TableLine]) -> list[float]:
    """The edges of columns in a region without ruling lines, where one may be of short numbers."""
    edges = _edges_at_gaps(lines, MOST_CROSSING)
    kept = without_marker_column(edges, lines)
    return edges if not kept and len(edges) == 1 and _has_amounts(lines, edges[0]) else kept


def _has_amounts(lines: list[TableLine], edge: float) -> bool:
    """Whether numbers stand after labels and an edge, and not those of pages, which only grow."""
    labels = cluster_counts(lines, float("-inf"), edge)
    if is_right_to_left(lines) or max(labels, default=0) <= MARKER_LENGTH:
        return False
    texts = _texts_after(lines, edge)
    return sum(map(str.isdecimal, texts)) > len(texts) / 2 and not _are_pages(texts)


def _texts_after(lines: list[TableLine], edge: float) -> list[str]:
    """The texts of segments after an edge, in the direction of reading."""
    rows = [row for line in lines for row in line.rows]
    if is_right_to_left(lines):
        return ["".join(row.texts) for row in rows if row.x1 < edge]
    return ["".join(row.texts) for row in rows if row.x0 > edge]


def _are_pages(texts: list[str]) -> bool:
    """Whether most texts are numbers that only grow, as those of pages do."""
    numbers = [int(text) for text in texts if text.isdecimal()]
    return len(numbers) > len(texts) / 2 and sorted(numbers) == numbers
