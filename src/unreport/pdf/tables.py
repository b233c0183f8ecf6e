"""Tables: those drawn as a grid, and those of the United Nations' own style, ruled across only.

In the latter the rules above and below the head row are drawn column by column, so that they show
where the columns are; the rows below them stand free.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from unreport.pdf.columns import columned
from unreport.pdf.glyphs import Grid, Page, Rule
from unreport.pdf.rows import Cell, Row
from unreport.pdf.sheet import SMALL, Sheet

SAME_LINE = 2.0  # points
SAME_EDGE = 8.0
HEAD_HEIGHT = 110.0
WIDEST_BREAK = 14.0  # between the pieces of one rule
LEAST_WIDTH = 0.2  # of the page's
GAP = 0.55  # em; a column's edge between two letters
NEXT_ROW = 1.32  # times the size of type
FREE_STEP = 4.0
CLOSE_STEP = 2.0
BOX_WIDTH = 0.4  # of the page's
BOX_HEIGHT = 30.0
LARGER = 1.0  # points, of text beside that of tables


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece of a row in a table, with its place there."""

    row: Row
    line: int
    column: int


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
        _keep(Table(_entries(area, _free(sheet, found)), area.columns), found)
    for strip in columned(page, _free(sheet, found), below, sheet.before.columns):
        area = _Open(strip.top, strip.bottom, strip.columns, size)
        _keep(Table(_entries(area, _free(sheet, found)), area.columns), found)
    boxed = [(_entries(frame, _free(sheet, found)), frame) for frame in _frames(page, below)]
    found += [Table(entries, []) for entries, frame in boxed if entries]
    return sorted(found, key=lambda table: min(entry.row.y for entry in table.entries))


def _keep(table: Table, found: list[Table]) -> None:
    columns = {entry.column for entry in table.entries}
    lines = {entry.line for entry in table.entries}
    if len(columns) > 1 and len(lines) > 1:
        found.append(table)


def _free(sheet: Sheet, found: list[Table]) -> list[Row]:
    """The rows that no table has taken."""
    taken = {cell for table in found for cell in cells_of(table.entries)}
    return [row for row in sheet.pieces if id(row.cells[0]) not in taken]


# --- boxes ----------------------------------------------------------------------------------------


def _frames(page: Page, below: float) -> list[_Open]:
    """Boxes around text, as the summary of a report stands in one: its sides, nothing between."""
    sides = [rule for rule in page.rules if not rule.lies and rule.top >= below]
    out: list[_Open] = []
    for left, right in pairwise(_stacks(sides)):
        alike = (
            abs(left.top - right.top) < SAME_EDGE and abs(left.bottom - right.bottom) < SAME_EDGE
        )
        if alike and right.x0 - left.x1 > BOX_WIDTH * page.width:
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
                _within(row, box[0], box[2]) for row in inside if box[1] <= _middle(row) <= box[3]
            ]
            out.extend(Entry(part, down, across) for part in parts if part is not None)
    return out


def _middle(row: Row) -> float:
    return row.y - row.size * 0.3


def _within(row: Row, x0: float, x1: float) -> Row | None:
    cells = [cell for cell in row.cells if x0 <= (cell.x0 + cell.x1) / 2 < x1]
    spaces = [space for space in row.spaces if x0 <= space < x1]
    return Row(cells, row.y, row.size, row.page, spaces) if cells else None


# --- rules across ---------------------------------------------------------------------------------


def _rulings(page: Page, below: float) -> list[_Ruling]:
    """Rules across a good part of the page, pieces of one height together."""
    lying = sorted((r for r in page.rules if r.lies and r.top >= below), key=lambda r: r.top)
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
        area = _opened(rulings[at : below + 1], rows, size) if below else None
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
        if all(abs(a - b) < SAME_EDGE for a, b in zip(first.edges, second.edges, strict=True)):
            return place
    return 0


def _opened(rulings: list[_Ruling], rows: list[Row], size: float) -> _Open | None:
    """A table's head: two rules of one width, at least one in columns, a row between them."""
    columns: list[float] = []
    for ruling in rulings:
        columns = _finer(columns, _edges(ruling))
    first, last = rulings[0], rulings[-1]
    between = [row for row in rows if first.top < row.y < last.top]
    if not any(_column(row, columns) or _parted(row, columns) for row in between):
        return None  # a caption between the rule of the running head and the table's
    area = _Open(first.top, last.top, columns, size)
    crossing = sum(_crosses(row, columns) for row in between) > 0.5 * len(between)
    return None if crossing or any(_is_text(row, area) for row in between) else area


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
    opens = bool(under) and _opened(rulings[at : under + 1], rows, area.size) is not None
    spread = any(_column(row, area.columns) > 0 for row in between)
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
    return row.size < area.size and step < CLOSE_STEP * row.size and not row.cells[0].raised


def _is_text(row: Row, area: _Open) -> bool:
    """Whether a row runs through all columns in the size of the text: a paragraph's."""
    return row.size >= area.size and all(
        row.x0 < x < row.x1 and not _gap_at(row, x) for x in area.columns
    )


def _crosses(row: Row, columns: list[float]) -> bool:
    """Whether a row runs over an edge without a gap there."""
    return any(row.x0 < x - 2 and row.x1 > x + 2 and not _gap_at(row, x) for x in columns)


def _gap_at(row: Row, x: float) -> bool:
    left = max((c.x1 for c in row.cells if (c.x0 + c.x1) / 2 < x), default=row.x0)
    right = min((c.x0 for c in row.cells if (c.x0 + c.x1) / 2 >= x), default=row.x1)
    return right - left > GAP * row.size


def _column(row: Row, columns: list[float]) -> int:
    middle = (row.x0 + min(row.x1, row.x0 + 2 * row.size)) / 2
    return sum(x < middle for x in columns)


# --- entries --------------------------------------------------------------------------------------


def _entries(area: _Open, rows: list[Row]) -> list[Entry]:
    inside = sorted((r for r in rows if area.top < r.y <= area.bottom), key=lambda r: (r.y, r.x0))
    inside = _trimmed(inside, area.columns)
    out: list[Entry] = []
    line = 0
    last: float | None = None
    for row in inside:
        if last is not None and row.y - last > NEXT_ROW * row.size:
            line += 1
        last = row.y if last is None else max(last, row.y)
        out.extend(Entry(part, line, column) for part, column in _split(row, area.columns))
    return out


def _trimmed(rows: list[Row], columns: list[float]) -> list[Row]:
    """The rows of a table without the larger text above and below it that the rules took in."""
    spread = [at for at, row in enumerate(rows) if _column(row, columns) or _parted(row, columns)]
    if not spread:
        return rows
    size = median(rows[at].size for at in spread) + LARGER
    above = [at for at in range(spread[0]) if rows[at].size > size]
    below = [at for at in range(spread[-1] + 1, len(rows)) if rows[at].size > size]
    return rows[above[-1] + 1 if above else 0 : below[0] if below else len(rows)]


def _parted(row: Row, columns: list[float]) -> bool:
    """Whether one row holds cells of several columns."""
    return any(row.x0 < x < row.x1 and _gap_at(row, x) for x in columns)


def _split(row: Row, columns: list[float]) -> list[tuple[Row, int]]:
    """A row's parts by column, cut where an edge falls into a gap."""
    cuts = [x for x in columns if row.x0 < x < row.x1 and _gap_at(row, x)]
    parts: list[tuple[Row, int]] = []
    bounds = [float("-inf"), *cuts, float("inf")]
    for low, high in pairwise(bounds):
        part = _within(row, low, high)
        if part is not None:
            parts.append((part, _column(part, columns)))
    return parts


def cells_of(entries: list[Entry]) -> set[int]:
    """The identities of all cells of a table."""
    return {id(cell) for entry in entries for cell in _cells(entry)}


def _cells(entry: Entry) -> list[Cell]:
    return entry.row.cells
