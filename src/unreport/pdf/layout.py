"""Where the rows of a page belong: masthead, text, notes, head and foot, tables; in reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Literal, TypeAlias

from unreport.pdf.edges import is_typical
from unreport.pdf.glyphs import Page, Rule
from unreport.pdf.letters import MIRROR
from unreport.pdf.order import Base
from unreport.pdf.rows import SAME_BASELINE, SMALLER, Cell, Row
from unreport.pdf.tables import cells_of, tables

Part: TypeAlias = Literal["masthead", "body", "note", "head", "foot", "table"]

HEAD_ZONE = 0.14  # of the page's height
FOOT_ZONE = 0.84
LONE = 1.2  # times the usual distance of rows; only a guess, that the text must bear out
MASTHEAD_ZONE = 0.45
WIDE_RULE = 0.55  # of the page's width
NOTE_RULE = (0.05, 0.5)
NOTES_ZONE = (0.05, 0.3)  # of the height, on later pages and on the first
DISTRIBUTION = re.compile(r"^(?:Distr|DISTR)")
MARK = re.compile(r"[(\[]?(?:\d{1,3}|[٠-٩]{1,3}|[*†‡§]{1,3}|[a-zа-я])[)\]]?")


@dataclass(slots=True)
class Placed:
    """A row with the part of the page that it belongs to."""

    row: Row
    part: Part
    mark: Row | None = None  # the mark that opens a footnote
    group: int = 0  # rows of one column or masthead block share it
    table: int = 0
    place: tuple[int, int] = (0, 0)  # row and column in the table
    otherwise: Part = "body"  # what it is if it proves to be no furniture


@dataclass(slots=True)
class _Sheet:
    """A page on the way: what has not been placed yet."""

    page: Page
    base: Base
    pieces: list[Row]
    size: float
    leading: float  # the usual distance of rows
    groups: int = 0
    placed: list[Placed] = field(default_factory=list)

    def group(self) -> int:
        self.groups += 1
        return self.groups


def arranged(page: Page, pieces: list[Row], base: Base, sizes: Counter[float]) -> list[Placed]:
    """All rows of a page in reading order, each with its part.

    `sizes` counts the sizes of type in the document so far: a page of notes looks like text.
    """
    if not pieces:
        return []
    for row in pieces:
        sizes[round(row.size * 2) / 2] += len(row.cells)
    size = max(sizes, key=lambda size: sizes[size])
    sheet = _Sheet(page, base, pieces, size, _leading(pieces, size))
    bottom = _masthead_bottom(sheet) if page.number == 1 else None
    masthead = _masthead(sheet, bottom)
    found = _tables(sheet, bottom or 0.0)
    top = _notes_top(sheet)
    heads, feet = _edges(sheet, top)
    notes = _notes(sheet, top)
    body = _body(sheet)
    return [*heads, *masthead, *_in_order(body, found), *notes, *feet]


def _leading(pieces: list[Row], size: float) -> float:
    heights = sorted({round(row.y, 1) for row in pieces})
    steps = Counter(
        round(b - a)
        for a, b in zip(heights, heights[1:], strict=False)
        if 0.8 * size < b - a < 4 * size
    )
    return float(max(steps, key=lambda step: steps[step])) if steps else 1.25 * size


def _in_order(body: list[Placed], tables: list[Placed]) -> list[Placed]:
    """Tables between the rows that stand above and below them."""
    out = list(body)
    for number in sorted({cell.table for cell in tables}):
        cells = [cell for cell in tables if cell.table == number]
        top = min(cell.row.y for cell in cells)
        at = next((i for i, p in enumerate(out) if p.part == "body" and p.row.y > top), len(out))
        out[at:at] = cells
    return out


# --- tables ---------------------------------------------------------------------------------------


def _tables(sheet: _Sheet, below: float) -> list[Placed]:
    out: list[Placed] = []
    for number, entries in enumerate(tables(sheet.page, sheet.pieces, below), start=1):
        taken = cells_of(entries)
        sheet.pieces = [row for row in sheet.pieces if id(row.cells[0]) not in taken]
        mirrored = sheet.base == "R"  # the first column stands on the right
        last = max(entry.column for entry in entries)
        out.extend(
            Placed(
                entry.row,
                "table",
                table=number,
                place=(entry.line, last - entry.column if mirrored else entry.column),
            )
            for entry in entries
        )
    return sorted(out, key=lambda placed: (placed.table, placed.place[0]))


# --- the masthead ---------------------------------------------------------------------------------


def _masthead(sheet: _Sheet, bottom: float | None) -> list[Placed]:
    """The top of the first page, block by block: each block's columns one after the other."""
    if bottom is None:
        return []
    rules = sorted(rule.top for rule in _wide_rules(sheet) if rule.top < bottom + 1)
    inside = [row for row in sheet.pieces if row.y < bottom]
    sheet.pieces = [row for row in sheet.pieces if row.y >= bottom]
    out: list[Placed] = []
    for top, low in zip([0.0, *rules], [*rules, bottom], strict=True):
        band = [row for row in inside if top <= row.y < low]
        for column in _blocks(band, sheet.base):
            group = sheet.group()
            out.extend(Placed(row, "masthead", group=group) for row in _merged(column))
    return out


def _masthead_bottom(sheet: _Sheet) -> float | None:
    height = sheet.page.height
    found = next(
        (
            row
            for row in sheet.pieces
            if row.y < MASTHEAD_ZONE * height and DISTRIBUTION.match(_plain(row))
        ),
        None,
    )
    if found is None:
        return None
    below = [r.top for r in _wide_rules(sheet) if found.y < r.top < MASTHEAD_ZONE * height]
    return min(below) if below else _column_end(found, sheet.pieces) + 0.5 * found.size


def _plain(row: Row) -> str:
    return "".join(cell.text for cell in row.cells[:40])


def _wide_rules(sheet: _Sheet) -> list[Rule]:
    """Rules across the page, those drawn in pieces too."""
    rules = sorted((r for r in sheet.page.rules if r.lies), key=lambda r: (round(r.top), r.x0))
    whole: list[Rule] = []
    for rule in rules:
        last = whole[-1] if whole else None
        if last and abs(last.top - rule.top) < 2 and rule.x0 - last.x1 < 3:
            whole[-1] = Rule(last.x0, last.top, max(last.x1, rule.x1), last.bottom)
        else:
            whole.append(rule)
    return [r for r in whole if r.x1 - r.x0 > WIDE_RULE * sheet.page.width]


def _column_end(found: Row, pieces: list[Row]) -> float:
    """The last row of the block that begins with the distribution."""
    y = found.y
    for row in pieces:
        same = abs(row.x0 - found.x0) < 4 or abs(row.x1 - found.x1) < 4
        if same and y < row.y < y + 3.2 * found.size:
            y = row.y
    return y


def _blocks(band: list[Row], base: Base) -> list[list[Row]]:
    """The columns of a band; where none show, those above and below its widest gap."""
    columns = _columns(band, base)
    if len(columns) != 1 or len(band) < 2:
        return columns
    rows = sorted(band, key=lambda row: row.y)
    gaps = [(b.y - a.y, at) for at, (a, b) in enumerate(zip(rows, rows[1:], strict=False), start=1)]
    _, at = max(gaps)
    parts = [*_blocks(rows[:at], base), *_blocks(rows[at:], base)]
    return parts if len(parts) > 2 else columns


def _columns(band: list[Row], base: Base) -> list[list[Row]]:
    """Rows whose widths overlap stand in one column."""
    columns: list[list[Row]] = []
    for row in sorted(band, key=lambda row: row.x0):
        last = columns[-1] if columns else None
        if last and row.x0 < max(other.x1 for other in last):
            last.append(row)
        else:
            columns.append([row])
    if base == "R":
        columns.reverse()
    return [sorted(column, key=lambda row: row.y) for column in columns]


# --- head and foot --------------------------------------------------------------------------------


def _edges(sheet: _Sheet, notes: float | None) -> tuple[list[Placed], list[Placed]]:
    """Rows that stand alone at the top and the bottom; whether they are furniture, texts tell."""
    height = sheet.page.height
    lines = sorted(sheet.pieces, key=lambda row: row.y)
    usual = LONE * min(sheet.leading, 1.8 * sheet.size)
    low = max(FOOT_ZONE * height, notes or 0.0)
    feet = _lone(lines[::-1], lambda y: y > low, usual, notes) or _typical(
        lines[::-1], lambda y: y > FOOT_ZONE * height
    )
    heads: list[Row] = []
    if sheet.page.number > 1:
        rest = [row for row in lines if row not in feet]
        heads = _lone(rest, lambda y: y < HEAD_ZONE * height, usual, None) or _typical(
            rest, lambda y: y < HEAD_ZONE * height
        )
    taken = {id(row) for row in (*heads, *feet)}
    sheet.pieces = [row for row in sheet.pieces if id(row) not in taken]
    otherwise: Part = "body" if notes is None else "note"
    return (
        [Placed(row, "head") for row in sorted(heads, key=_position)],
        [Placed(row, "foot", otherwise=otherwise) for row in sorted(feet, key=_position)],
    )


def _position(row: Row) -> tuple[float, float]:
    return row.y, row.x0


def _lone(
    rows: list[Row], zone: Callable[[float], bool], usual: float, notes: float | None
) -> list[Row]:
    """The rows from an edge of the page up to the last wide gap within the zone."""
    cut = 0
    for i, row in enumerate(rows):
        if not zone(row.y):
            break
        after = rows[i + 1].y if i + 1 < len(rows) else None
        if notes is not None and (after is None or after < notes):
            break  # the first note is no page foot
        if after is None or abs(after - row.y) > usual:
            cut = i + 1
    return rows[:cut]


def _typical(rows: list[Row], zone: Callable[[float], bool]) -> list[Row]:
    """The outermost line, if all that stands on it is what stands at the edges of pages."""
    line = [row for row in rows if abs(row.y - rows[0].y) < rows[0].size / 2]
    return line if line and zone(line[0].y) and all(is_typical(_plain(r)) for r in line) else []


# --- notes ----------------------------------------------------------------------------------------


def _notes(sheet: _Sheet, top: float | None) -> list[Placed]:
    if top is None:
        return []
    rows = _merged([row for row in sheet.pieces if row.y > top])
    sheet.pieces = [row for row in sheet.pieces if row.y <= top]
    out = []
    for row in rows:
        mark, rest = _marked(row, sheet.base)
        out.append(Placed(rest, "note", mark=mark))
    return out


def _notes_top(sheet: _Sheet) -> float | None:
    """Where the footnotes begin: below a short rule, or where small rows with marks begin."""
    page, size = sheet.page, sheet.size
    low, high = NOTE_RULE[0] * page.width, NOTE_RULE[1] * page.width
    edges = _edges_of_text(sheet)
    for rule in sorted(page.rules, key=lambda rule: rule.top):
        beside = min(abs(rule.x0 - edges[0]), abs(rule.x1 - edges[1])) < 6 * size
        if not (
            rule.lies
            and low < rule.x1 - rule.x0 < high
            and rule.top > NOTES_ZONE[page.number == 1] * page.height
        ):
            continue
        below = [row for row in _merged(sheet.pieces) if row.y > rule.top]
        if below and beside and _opens(below, sheet, rule.top):
            return rule.top
    return _small_end(sheet)


def _opens(below: list[Row], sheet: _Sheet, top: float) -> bool:
    """Rows under a rule are notes if they begin with a mark, or are small down to the foot."""
    first = min(below, key=lambda row: row.y)
    if first.y - top > 4 * sheet.size:
        return False
    mark, _ = _marked(first, sheet.base)
    small = all(row.size < 0.97 * sheet.size for row in below)
    return (mark is not None and (small or mark.cells[0].raised)) or (
        small and first.size < 0.93 * sheet.size
    )


def _small_end(sheet: _Sheet) -> float | None:
    """Small rows at the end of the page that begin with a raised mark."""
    rows = _merged(sheet.pieces)
    while len(rows) > 1 and _ends_page(rows[-1], rows[-2], sheet):
        rows.pop()
    small = [*takewhile(lambda row: row.size < 0.93 * sheet.size, reversed(rows))]
    for row in reversed(small):
        mark, _ = _marked(row, sheet.base)
        if mark is not None and mark.cells[0].raised:
            return row.y - 0.5
    return None


def _ends_page(row: Row, above: Row, sheet: _Sheet) -> bool:
    """Whether a row looks like the page's foot, and not like a note."""
    mark, _ = _marked(row, sheet.base)
    raised = mark is not None and mark.cells[0].raised
    low = row.y > FOOT_ZONE * sheet.page.height
    return low and not raised and row.y - above.y > LONE * sheet.leading


def _edges_of_text(sheet: _Sheet) -> tuple[float, float]:
    """Left and right; which of them a note's rule starts from, producers do not agree."""
    if not sheet.pieces:
        return 0.0, 0.0
    return min(row.x0 for row in sheet.pieces), max(row.x1 for row in sheet.pieces)


def _marked(row: Row, base: Base) -> tuple[Row | None, Row]:
    """A row without the footnote mark that opens it, and the mark."""
    cells = row.cells[::-1] if base == "R" else row.cells
    count = 0
    while count < len(cells) and cells[count].raised:
        count += 1
    if not count:
        count = _plain_mark(cells, row)
    text = "".join(cell.text for cell in cells[:count])
    if not count or count >= len(cells) or not MARK.fullmatch(_upright(text, base)):
        return None, row
    return _sliced(row, cells[:count]), _sliced(row, cells[count:])


def _upright(text: str, base: Base) -> str:
    """A mark's signs in an order in which a pattern can be asked, brackets whichever way."""
    core = text.strip("()[]")
    core = core[::-1] if base == "R" else core
    return f"({core})" if core != text else core


def _plain_mark(cells: list[Cell], row: Row) -> int:
    """How many cells a mark on the baseline has: small ones, a bracket, or a short first word."""
    count = 0
    while count < len(cells) and cells[count].size < SMALLER * row.size:
        count += 1
    if count:
        return count
    if cells[0].text in MIRROR:
        ends = [at for at, cell in enumerate(cells[1:6], start=2) if cell.text in MIRROR]
        return ends[0] if ends else 0
    for at in range(1, min(len(cells), 7)):
        left, right = sorted((cells[at - 1], cells[at]), key=lambda cell: cell.x0)
        middle = ((left.x0 + left.x1) / 2, (right.x0 + right.x1) / 2)
        drawn = any(middle[0] <= space <= middle[1] for space in row.spaces)
        if drawn or right.x0 - left.x1 > 0.15 * row.size:
            return at
    return 0


def _sliced(row: Row, cells: list[Cell]) -> Row:
    cells = sorted(cells, key=lambda cell: cell.x0 + cell.x1)
    x0, x1 = cells[0].x0, max(cell.x1 for cell in cells)
    return Row(cells, row.y, row.size, row.page, [s for s in row.spaces if x0 <= s <= x1])


# --- text -----------------------------------------------------------------------------------------


def _body(sheet: _Sheet) -> list[Placed]:
    gutter = _gutter(sheet)
    if gutter is None:
        return [Placed(row, "body") for row in _merged(sheet.pieces)]
    out: list[Placed] = []
    for band in _bands(sheet.pieces, gutter):
        group = sheet.group()
        out.extend(Placed(row, "body", group=group) for row in _merged(band))
    return out if sheet.base == "L" else _sides_swapped(out, gutter)


def _merged(pieces: list[Row]) -> list[Row]:
    """Pieces of one baseline as one row."""
    out: list[Row] = []
    for piece in sorted(pieces, key=lambda row: (row.y, row.x0)):
        last = out[-1] if out else None
        if last is not None and abs(last.y - piece.y) < SAME_BASELINE * max(last.size, piece.size):
            cells = sorted([*last.cells, *piece.cells], key=lambda cell: cell.x0 + cell.x1)
            size = max(last, piece, key=lambda row: len(row.cells)).size
            spaces = sorted([*last.spaces, *piece.spaces])
            out[-1] = Row(cells, last.y, size, last.page, spaces)
        else:
            out.append(piece)
    return out


def _gutter(sheet: _Sheet) -> float | None:
    """The middle of an empty strip between two columns of text."""
    rows = [row for row in sheet.pieces if len(row.cells) > 3]
    if len(rows) < 16:
        return None
    x0, x1 = min(row.x0 for row in rows), max(row.x1 for row in rows)
    middle = (x0 + x1) / 2
    for at in (middle, middle - 8, middle + 8, middle - 16, middle + 16):
        left = [row for row in rows if row.x1 <= at + 4]
        right = [row for row in rows if row.x0 >= at - 4]
        whole = len(rows) - len(left) - len(right)
        full = 0.7 * (middle - x0)
        if (
            min(len(left), len(right)) >= 8
            and whole <= 0.15 * len(rows)
            and sum(row.x1 - row.x0 > full for row in left) > 0.5 * len(left)
            and sum(row.x1 - row.x0 > full for row in right) > 0.5 * len(right)
        ):
            return at
    return None


def _bands(pieces: list[Row], gutter: float) -> list[list[Row]]:
    """Left and right columns between the rows that run across."""
    bands: list[list[Row]] = []
    left: list[Row] = []
    right: list[Row] = []
    for row in sorted(pieces, key=lambda row: row.y):
        if row.x1 <= gutter + 4:
            left.append(row)
        elif row.x0 >= gutter - 4:
            right.append(row)
        else:
            bands += [left, right, [row]]
            left, right = [], []
    return [band for band in (*bands, left, right) if band]


def _sides_swapped(placed: list[Placed], gutter: float) -> list[Placed]:
    """In a page that reads from the right the right column comes first."""
    out: list[Placed] = []
    groups: dict[int, list[Placed]] = {}
    for item in placed:
        groups.setdefault(item.group, []).append(item)
    waiting: list[Placed] = []
    for items in groups.values():
        if all(item.row.x1 <= gutter + 4 for item in items):
            out += waiting
            waiting = items
            continue
        right = all(item.row.x0 >= gutter - 4 for item in items)
        out += [*items, *waiting] if right else [*waiting, *items]
        waiting = []
    return [*out, *waiting]
