"""Tables: those drawn as a grid, and those of the United Nations' own style, ruled across only.

In the latter the rules above and below the head row are drawn column by column, so that they show
where the columns are; the rows below them stand free.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from unreport.readers.pdf.bidi.rows import Row
from unreport.readers.pdf.file.glyphs import Grid, Page, Rule
from unreport.readers.pdf.layout.borderless_tables import columned, ruled
from unreport.readers.pdf.layout.page_parts import SMALL, Sheet
from unreport.readers.pdf.layout.table_cells import (
    Entry,
    cells_of,
    column_of,
    entries,
    gap_at,
    is_parted,
    within,
)
from unreport.readers.pdf.layout.two_columns import gutter

SAME_LINE = 2.0  # points
SAME_EDGE = 8.0
HEAD_HEIGHT = 110.0
WIDEST_BREAK = 14.0  # between the pieces of one rule
LEAST_WIDTH = 0.2  # of the page's
FREE_STEP = 4.0
CLOSE_STEP = 2.0
BOX_WIDTH = 0.4  # of the page's
BOX_HEIGHT = 30.0
BOX_HIGHEST = 0.88  # of the page's


@dataclass(slots=True)
class _Ruling:
    """A rule across, in its pieces."""

    top: float
    pieces: list[tuple[float, float]]

    @property
    def edges(self) -> tuple[float, float]:
        return self.pieces[0][0], self.pieces[-1][1]


@dataclass(slots=True)
class _Open:
    """A table that is being followed down the page."""

    top: float
    bottom: float
    columns: list[float]  # the edges between columns
    size: float  # of the text beside it
    closed: bool = False  # a rule ends it


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a page: its entries, and the edges between its columns where they are known."""

    entries: list[Entry]
    columns: list[float]


def tables(sheet: Sheet, below: float) -> list[Table]:
    """The tables of a page under the height `below`, from the top."""
    page, size = sheet.page, SMALL * sheet.size
    found: list[Table] = []
    for grid in page.tables:
        if grid.top >= below:
            _keep(Table(_from_grid(grid, sheet.pieces), []), found)
    for area in _areas(_rulings(page, below), _free(sheet, found), size):
        _keep(Table(_laid(area, sheet, found), area.columns), found)
    free = _free(sheet, found)
    in_columns = gutter([row for row in free if row.y > below]) is not None
    for strip in () if in_columns else columned(page, free, below, sheet.before.columns):
        area = _Open(strip.top, strip.bottom, strip.columns, size)
        _keep(Table(_laid(area, sheet, found), area.columns), found)
    boxed = [_laid(frame, sheet, found) for frame in _frames(page, below)]
    found += [Table(inside, []) for inside in boxed if inside]
    return sorted(found, key=lambda table: min(entry.row.y for entry in table.entries))


def _keep(table: Table, found: list[Table]) -> None:
    columns = {entry.column for entry in table.entries}
    lines = {entry.line for entry in table.entries}
    if len(columns) > 1 and len(lines) > 1:
        found.append(table)


def _laid(area: _Open, sheet: Sheet, found: list[Table]) -> list[Entry]:
    inside = [row for row in _free(sheet, found) if area.top < row.y <= area.bottom]
    return entries(inside, area.columns)


def _free(sheet: Sheet, found: list[Table]) -> list[Row]:
    """The rows that no table has taken."""
    taken = {cell for table in found for cell in cells_of(table.entries)}
    return [row for row in sheet.pieces if id(row.clusters[0]) not in taken]


# --- boxes ----------------------------------------------------------------------------------------


def _frames(page: Page, below: float) -> list[_Open]:
    """Boxes around text, as the summary of a report stands in one: its sides, nothing between."""
    sides = [rule for rule in page.rules if not rule.is_horizontal and rule.top >= below]
    out: list[_Open] = []
    for left, right in pairwise(_stacks(sides)):
        alike = (
            abs(left.top - right.top) < SAME_EDGE and abs(left.bottom - right.bottom) < SAME_EDGE
        )
        low = left.bottom - left.top < BOX_HIGHEST * page.height  # a page may have a frame
        if alike and low and right.x0 - left.x1 > BOX_WIDTH * page.width:
            out.append(_Open(left.top, left.bottom, [], 0.0))
    return out


def _stacks(sides: list[Rule]) -> list[Rule]:
    """Upright rules one upon the other as one, from the left."""
    out: list[Rule] = []
    for rule in sorted(sides, key=lambda rule: (round(rule.x0), rule.top)):
        last = out[-1] if out else None
        if last and abs(last.x0 - rule.x0) < SAME_LINE and rule.top - last.bottom < SAME_LINE:
            out[-1] = Rule(last.x0, last.top, last.x1, max(last.bottom, rule.bottom))
        else:
            out.append(rule)
    return [rule for rule in out if rule.bottom - rule.top > BOX_HEIGHT]


# --- grids ----------------------------------------------------------------------------------------


def _from_grid(grid: Grid, pieces: list[Row]) -> list[Entry]:
    """The rows' parts by the cells of a grid; a row of the page may run through several."""
    inside = [row for row in pieces if grid.top <= _middle(row) <= grid.bottom]
    out: list[Entry] = []
    for down, line in enumerate(grid.rows):
        for across, box in enumerate(line):
            if box is None:
                continue
            parts = [
                within(row, box[0], box[2]) for row in inside if box[1] <= _middle(row) <= box[3]
            ]
            out.extend(Entry(part, down, across) for part in parts if part is not None)
    return out


def _middle(row: Row) -> float:
    return row.y - row.size * 0.3


# --- rules across ---------------------------------------------------------------------------------


def _rulings(page: Page, below: float) -> list[_Ruling]:
    """Rules across a good part of the page, pieces of one height together."""
    lying = sorted(
        (r for r in page.rules if r.is_horizontal and r.top >= below), key=lambda r: r.top
    )
    lines: list[list[Rule]] = []
    for rule in lying:
        if lines and rule.top - lines[-1][0].top < SAME_LINE:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    out = [_ruling(sorted(line, key=lambda r: r.x0)) for line in lines]
    return [r for r in out if r.edges[1] - r.edges[0] > LEAST_WIDTH * page.width]


def _ruling(line: list[Rule]) -> _Ruling:
    pieces: list[tuple[float, float]] = []
    for rule in line:
        if pieces and rule.x0 - pieces[-1][1] > WIDEST_BREAK:
            continue  # something else at the same height
        if pieces and rule.x1 <= pieces[-1][1]:
            continue
        pieces.append((rule.x0, rule.x1))
    return _Ruling(line[0].top, pieces)


def _areas(rulings: list[_Ruling], rows: list[Row], size: float) -> list[_Open]:
    """From a head row between two rules down to where the table ends."""
    out: list[_Open] = []
    at = 0
    while at + 1 < len(rulings):
        below = _under(rulings, at)
        area = _opened(rulings, (at, below), rows, size) if below else None
        if area is None:
            at += 1
            continue
        at = below + 1
        while at < len(rulings) and _goes_on(area, rulings, at, rows):
            area.bottom, area.closed = rulings[at].top, True
            area.columns = _finer(area.columns, _edges(rulings[at]))
            at += 1
        if not area.closed:
            limit = rulings[at].top if at < len(rulings) else float("inf")
            _follow(area, rows, limit)
        out.append(area)
    return out


def _under(rulings: list[_Ruling], at: int) -> int:
    """The rule that closes a head row: as wide as the one above; narrower ones part the row."""
    first = rulings[at]
    for place in range(at + 1, min(at + 4, len(rulings))):
        second = rulings[place]
        if second.top - first.top > HEAD_HEIGHT:
            break
        if _same_edges(first, second):
            return place
    return 0


def _same_edges(a: _Ruling, b: _Ruling) -> bool:
    return all(abs(x - y) < SAME_EDGE for x, y in zip(a.edges, b.edges, strict=True))


def _opened(
    rulings: list[_Ruling], head: tuple[int, int], rows: list[Row], size: float
) -> _Open | None:
    """A table's head: two rules of one width, in columns or not, a row in columns between them."""
    first, last = (rulings[at] for at in head)
    columns = _columns(rulings, head, rows)
    between = [row for row in rows if first.top < row.y < last.top]
    if not any(column_of(row, columns) or is_parted(row, columns) for row in between):
        return None  # a caption between the rule of the running head and the table's
    area = _Open(first.top, last.top, columns, size)
    crossing = sum(_crosses(row, columns) for row in between) > 0.5 * len(between)
    return None if crossing or any(_is_text(row, area) for row in between) else area


def _columns(rulings: list[_Ruling], head: tuple[int, int], rows: list[Row]) -> list[float]:
    """The edges between columns, by the pieces of the rules, or by the rows where these are whole.

    Rows are looked at down to the next rule, and farther if that tells nothing: some tables have
    a rule under each row.
    """
    at, below = head
    columns: list[float] = []
    for ruling in rulings[at : below + 1]:
        columns = _finer(columns, _edges(ruling))
    first, last = rulings[at], rulings[below]
    alike = [rule.top for rule in rulings[below + 1 :] if _same_edges(rule, first)]
    for bottom in () if columns else (*alike[:1], *alike[-1:], float("inf")):
        inside = [row for row in rows if first.top < row.y < bottom]
        columns = columns or ruled(inside, last.top)
    return columns


def _edges(ruling: _Ruling) -> list[float]:
    return [(a[1] + b[0]) / 2 for a, b in pairwise(ruling.pieces)]


def _finer(columns: list[float], others: list[float]) -> list[float]:
    """The edges of both, those that are nearly the same once."""
    out = list(columns)
    out.extend(x for x in others if all(abs(x - y) > SAME_EDGE for y in out))
    return sorted(out)


def _goes_on(area: _Open, rulings: list[_Ruling], at: int, rows: list[Row]) -> bool:
    """Whether the rows down to the next rule belong to the table."""
    ruling = rulings[at]
    if ruling.edges[0] > area.columns[-1] or ruling.edges[1] < area.columns[0]:
        return False
    between = [row for row in rows if area.bottom < row.y < ruling.top]
    if not between:
        return ruling.top - area.bottom < 3 * SAME_EDGE
    crossing = sum(_crosses(row, area.columns) for row in between)
    lines = {round(row.y) for row in between}
    if crossing > 0.5 * len(lines) or any(_is_text(row, area) for row in between):
        return False
    under = _under(rulings, at)
    opens = bool(under) and _opened(rulings, (at, under), rows, area.size) is not None
    spread = any(column_of(row, area.columns) > 0 for row in between)
    return spread or not (opens and area.closed)


def _follow(area: _Open, rows: list[Row], limit: float) -> None:
    """Take in the rows below a head that no rule ends: the table goes on over the page."""
    for row in sorted(rows, key=lambda row: row.y):
        if row.y <= area.bottom:
            continue
        step = row.y - area.bottom
        through = _crosses(row, area.columns)
        if (
            row.y > limit
            or step > FREE_STEP * row.size
            or (through and not _within_table(row, area, step))
        ):
            break
        area.bottom = row.y
    area.bottom += 0.5


def _within_table(row: Row, area: _Open, step: float) -> bool:
    """Whether a row that runs through the columns is a table's own: small, close, no note."""
    return row.size < area.size and step < CLOSE_STEP * row.size and not row.clusters[0].raised


def _is_text(row: Row, area: _Open) -> bool:
    """Whether a row runs through most columns in the size of the text: a paragraph's.

    A space between its words may be wide, and stand at one of their edges.
    """
    through = sum(row.x0 < x < row.x1 and not gap_at(row, x) for x in area.columns)
    return row.size >= area.size and through > 0.5 * len(area.columns)


def _crosses(row: Row, columns: list[float]) -> bool:
    """Whether a row runs over an edge without a gap there."""
    return any(row.x0 < x - 2 and row.x1 > x + 2 and not gap_at(row, x) for x in columns)
