"""What stands in a table: the rows of the page cut at its columns, and gathered to its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import TypeAlias

from unreport.readers.pdf.bidi.rows import Row

GAP = 0.55  # em; a column's edge between two letters
SAME_HEIGHT = 0.34  # em
NEXT_LINE = 1.32  # em; wider, and a line of the table ends
LARGER = 1.0  # points, of text beside that of tables
SHORT = 0.75  # of a column's width: a cell whose text did not have to go on below
ITEM = re.compile(r"(?:\d{1,3}|[A-Z])\.(?!\d)")
FIGURE = re.compile(r"[\d٠-٩][\d٠-٩.,%()\[\]$€/−–—-]*|[($€−–—-]+[\d٠-٩.,%)]*|…|\.{2,3}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece of a row in a table, with its place there."""

    row: Row
    line: int
    column: int


Piece: TypeAlias = tuple[Row, int]  # with its column


@dataclass(slots=True)
class _Line:
    """A line of a table as its rows come in."""

    last: list[Piece]
    figures: set[int] = field(default_factory=set)  # the columns that have a figure


def entries(rows: list[Row], columns: list[float]) -> list[Entry]:
    """The entries of a table, from the rows of the page that stand in it."""
    inside = _trimmed(sorted(rows, key=lambda row: (row.y, row.x0)), columns)
    if not inside:
        return []
    bounds = [min(r.x0 for r in inside), *columns, max(r.x1 for r in inside)]
    out: list[Entry] = []
    number, line = 0, None
    for level in _levels(inside):
        pieces = [piece for row in level for piece in _split(row, columns)]
        if line is not None and _begins(pieces, line, bounds):
            number, line = number + 1, None
        line = line or _Line(pieces)
        line.last = pieces
        line.figures |= _figures(pieces)
        out.extend(Entry(row, number, column) for row, column in pieces)
    return out


def cells_of(entries: list[Entry]) -> set[int]:
    """The identities of all cells of a table."""
    return {id(cell) for entry in entries for cell in entry.row.clusters}


# --- lines ----------------------------------------------------------------------------------------


def _levels(rows: list[Row]) -> list[list[Row]]:
    """Rows on one height together, from the top."""
    out: list[list[Row]] = []
    for row in rows:
        if out and row.y - out[-1][0].y < SAME_HEIGHT * row.size:
            out[-1].append(row)
        else:
            out.append([row])
    return out


def _begins(pieces: list[Piece], line: _Line, bounds: list[float]) -> bool:
    """Whether pieces are a new line of the table, and not the rest of the cells above them.

    A wider step says so; where lines stand as close as rows, a second figure in a column does,
    or that the cells above had room for more.
    """
    first = pieces[0][0]
    if first.y - max(row.y for row, _ in line.last) > NEXT_LINE * first.size:
        return True
    if first.clusters[0].text.islower():
        return False
    if not pieces[0][1] and ITEM.match(_said(first)):
        return True
    filled = {column for _, column in pieces}
    alike = len(filled) > 1 and filled == {column for _, column in line.last}
    return bool(_figures(pieces) & line.figures) or (alike and _has_room(line.last, bounds))


def _figures(pieces: list[Piece]) -> set[int]:
    return {column for row, column in pieces if FIGURE.fullmatch(_said(row))}


def _said(row: Row) -> str:
    """The text of a cell without the calls of notes."""
    return "".join(cell.text for cell in row.clusters if not cell.raised)


def _has_room(pieces: list[Piece], bounds: list[float]) -> bool:
    return all(
        row.x1 - row.x0 < SHORT * (bounds[column + 1] - bounds[column]) for row, column in pieces
    )


# --- columns --------------------------------------------------------------------------------------


def gap_at(row: Row, x: float) -> bool:
    """Whether a row has a gap between letters at a place."""
    left = max((c.x1 for c in row.clusters if (c.x0 + c.x1) / 2 < x), default=row.x0)
    right = min((c.x0 for c in row.clusters if (c.x0 + c.x1) / 2 >= x), default=row.x1)
    return right - left > GAP * row.size


def column_of(row: Row, columns: list[float]) -> int:
    """The column in which a row begins, counted from the left."""
    middle = (row.x0 + min(row.x1, row.x0 + 2 * row.size)) / 2
    return sum(x < middle for x in columns)


def is_parted(row: Row, columns: list[float]) -> bool:
    """Whether one row holds cells of several columns."""
    return any(row.x0 < x < row.x1 and gap_at(row, x) for x in columns)


def within(row: Row, x0: float, x1: float) -> Row | None:
    """The part of a row between two places."""
    cells = [cell for cell in row.clusters if x0 <= (cell.x0 + cell.x1) / 2 < x1]
    spaces = [space for space in row.spaces if x0 <= space < x1]
    return Row(cells, row.y, row.size, row.page, spaces) if cells else None


def _split(row: Row, columns: list[float]) -> list[Piece]:
    """A row's parts by column, cut where an edge falls into a gap."""
    cuts = [x for x in columns if row.x0 < x < row.x1 and gap_at(row, x)]
    bounds = [float("-inf"), *cuts, float("inf")]
    parts = (within(row, low, high) for low, high in pairwise(bounds))
    return [(part, column_of(part, columns)) for part in parts if part is not None]


def _trimmed(rows: list[Row], columns: list[float]) -> list[Row]:
    """The rows of a table without the larger text above and below it that the rules took in."""
    spread = [
        at for at, row in enumerate(rows) if column_of(row, columns) or is_parted(row, columns)
    ]
    if not spread:
        return rows
    size = median(rows[at].size for at in spread) + LARGER
    above = [at for at in range(spread[0]) if rows[at].size > size]
    below = [at for at in range(spread[-1] + 1, len(rows)) if rows[at].size > size]
    return rows[above[-1] + 1 if above else 0 : below[0] if below else len(rows)]
