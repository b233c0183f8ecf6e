"""Glyphs to rows: one baseline, raised marks joined, combining marks with their letters."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import dropwhile

from unreport.readers.pdf.bidi.arabic_evidence import LEAST_SCORE, running
from unreport.readers.pdf.bidi.clusters import Cell, cells_of_page, doubled
from unreport.readers.pdf.bidi.letters import TATWEEL, UNKNOWN, kind_of
from unreport.readers.pdf.file.glyphs import Page

SAME_BASELINE = 0.14  # em; fonts of one row may stand a little apart
COLUMN_GAP = 2.0  # em; wider, and two pieces of a row may not belong together
RAISED = (0.1, 0.75)  # em above the baseline
LOWERED = (-0.4, -0.1)
HANG = 2.5  # em beyond a row's ends, where a tab parts a note's mark from its text
FAR_HANG = 13.0  # em before a row, where nothing else stands by
LONGEST_CALL = 3  # cells
SMALLER = 0.86  # of the size beside it
REACH = 4  # cells; strokes that fill a line may stand between a mark and its letter
FILLERS = frozenset({UNKNOWN, TATWEEL, "-"})
TANWEEN = frozenset("ًٌٍ")
DOUBLE = 0.12  # em; bold made by painting twice


@dataclass(slots=True)
class Row:
    """Cells of one baseline from left to right, with nothing wide between them."""

    cells: list[Cell]
    y: float
    size: float
    page: int
    spaces: list[float] = field(default_factory=list)  # centres of the drawn spaces

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.cells[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(cell.x1 for cell in self.cells[-3:])


def rows_of(page: Page) -> list[Row]:
    """The rows of a page, from its top to its foot."""
    bases, marks = cells_of_page(page)
    lines = _baselines(bases)
    pieces = [piece for line in lines for piece in _pieces(line, page.number)]
    pieces = _with_raised(pieces)
    _attach(marks, bases, forward=_is_forward(lines))
    for piece in pieces:
        _settle(piece)
    return sorted((p for p in pieces if p.cells), key=lambda row: (round(row.y, 1), row.x0))


# --- baselines ------------------------------------------------------------------------------------


def _baselines(bases: list[Cell]) -> list[list[Cell]]:
    lines: list[list[Cell]] = []
    start = float("-inf")
    for cell in sorted(bases, key=lambda cell: cell.y):
        if cell.y - start <= max(SAME_BASELINE * cell.size, 0.6):
            lines[-1].append(cell)
        else:
            lines.append([cell])
            start = cell.y
    return lines


def _pieces(line: list[Cell], page: int) -> list[Row]:
    """A baseline cut where the gap is too wide to be a space between words."""
    line.sort(key=lambda cell: cell.x0 + cell.x1)
    pieces: list[Row] = []
    right = float("-inf")
    for cell in line:
        if cell.kind == "S":
            if pieces:
                pieces[-1].spaces.append((cell.x0 + cell.x1) / 2)
            continue
        if cell.x0 - right > COLUMN_GAP * cell.size or not pieces:
            pieces.append(Row([], cell.y, cell.size, page))
        elif _painted_twice(pieces[-1].cells, cell):
            continue
        pieces[-1].cells.append(cell)
        right = max(right, cell.x1) if pieces[-1].cells[0] is not cell else cell.x1
    for piece in pieces:
        _measure(piece)
    return pieces


def _painted_twice(cells: list[Cell], cell: Cell) -> bool:
    return any(
        abs(other.x0 - cell.x0) < DOUBLE * cell.size
        and other.text == cell.text
        and other.x1 - other.x0 > 2 * DOUBLE * cell.size
        for other in cells[-2:]
    )


def _measure(row: Row) -> None:
    sizes: dict[float, int] = {}
    for cell in row.cells:
        size = round(cell.size, 1)
        sizes[size] = sizes.get(size, 0) + 1
    row.size = max(sizes, key=lambda size: (sizes[size], size))
    level = [cell.y for cell in row.cells if round(cell.size, 1) == row.size]
    row.y = sorted(level)[len(level) // 2]


# --- raised and combining marks -------------------------------------------------------------------


def _with_raised(pieces: list[Row]) -> list[Row]:
    """Put a small piece that stands a little above or below a larger one into it."""
    pieces.sort(key=lambda row: row.y)
    heights = [row.y for row in pieces]
    hosts = [_host(piece, pieces, heights) for piece in pieces]  # before any has grown
    kept: list[Row] = []
    for piece, host in zip(pieces, hosts, strict=True):
        if host is None:
            kept.append(piece)
            continue
        for cell in piece.cells:
            cell.raised = piece.y < host.y
        host.cells.extend(piece.cells)
        host.spaces.extend(piece.spaces)
    return _rejoined(kept)


def _host(piece: Row, pieces: list[Row], heights: list[float]) -> Row | None:
    low = bisect_left(heights, piece.y - 20)
    high = bisect_left(heights, piece.y + 40)
    near = [
        row
        for row in pieces[low:high]
        if row is not piece
        and piece.size < SMALLER * row.size
        and _beside(row.y - piece.y, row.size)
        and piece.x0 > row.x0 - FAR_HANG * row.size
        and piece.x1 < row.x1 + HANG * row.size
    ]
    hosts = [row for row in near if piece.x0 > row.x0 - HANG * row.size]
    if not hosts and len(piece.cells) <= LONGEST_CALL:
        hosts = near
    return min(hosts, key=lambda row: abs(row.y - piece.y), default=None)


def _beside(rise: float, size: float) -> bool:
    em = rise / size
    return RAISED[0] <= em <= RAISED[1] or LOWERED[0] <= em <= LOWERED[1]


def _rejoined(pieces: list[Row]) -> list[Row]:
    """Pieces of one baseline between which a raised mark has closed the gap."""
    out: list[Row] = []
    for row in sorted(pieces, key=lambda row: (row.y, row.x0)):
        row.cells.sort(key=lambda cell: cell.x0 + cell.x1)
        before = out[-1] if out else None
        if (
            before is not None
            and abs(before.y - row.y) < SAME_BASELINE * row.size
            and -row.size < row.x0 - before.x1 <= COLUMN_GAP * row.size
        ):
            before.cells.extend(row.cells)
            before.spaces.extend(row.spaces)
            _measure(before)
        else:
            out.append(row)
    return out


def _is_forward(lines: list[list[Cell]]) -> bool:
    """Whether Arabic is stored in reading order from left to right, as in text layers of scans."""
    rows = ("".join(" " if cell.kind == "S" else cell.text for cell in line) for line in lines)
    return running(" ".join(rows)) >= LEAST_SCORE


def _attach(marks: list[Cell], bases: list[Cell], *, forward: bool) -> None:
    """Give each combining mark to its letter.

    A producer that paints from left to right writes a mark before its letter, one that paints in
    reading order after it: which one it is, the letters on both sides in the stream tell.
    """
    orders = [cell.order for cell in bases]
    double = {cell.order for cell in marks if len(cell.text) > 1}
    for mark in sorted(marks, key=lambda cell: cell.order):
        if mark.text == UNKNOWN and double & {mark.order - 1, mark.order + 1}:
            continue  # one of two marks, whose text the other has
        at = bisect_left(orders, mark.order)
        if _names_letter(mark, bases[max(0, at - 1) : at + 1]):
            continue
        before = _near(mark, bases[max(0, at - REACH) : at][::-1])
        after = _near(mark, bases[at : at + REACH])
        base = before if forward and before else _chosen(before, after)
        if base is None:
            continue
        base.lost = base.lost or mark.text == UNKNOWN or _is_ambiguous(base, mark)
        if mark.text != UNKNOWN:
            _give(base, mark.text)


def _names_letter(mark: Cell, beside: list[Cell]) -> bool:
    """Give a letter without text what its mark has: some files put both on the mark."""
    for cell in beside:
        unnamed = cell.text == UNKNOWN and abs(cell.order - mark.order) == 1
        if unnamed and len(mark.whole) > len(mark.text):
            cell.text, cell.kind = mark.whole, kind_of(mark.whole)
            return True
    return False


def _is_ambiguous(base: Cell, mark: Cell) -> bool:
    """Whether a ligature has several letters that the mark may belong to; tanween ends words."""
    letters = sum(not unicodedata.combining(char) for char in base.text)
    return letters > 1 and not base.sure and not set(mark.text) <= TANWEEN


def _near(mark: Cell, cells: list[Cell]) -> Cell | None:
    for cell in cells:
        if (
            cell.kind in {"R", "L"}
            and abs(cell.y - mark.y) < cell.size
            and cell.x0 - 0.6 * cell.size <= mark.x0 <= cell.x1 + 0.6 * cell.size
        ):
            return cell
        if cell.text not in FILLERS:
            break
    return None


def _chosen(before: Cell | None, after: Cell | None) -> Cell | None:
    if before is None or after is None:
        return before or after
    if before.kind == "L":
        return before
    return after if after.x0 >= before.x0 else before


def _give(base: Cell, mark: str) -> None:
    """Add a mark to a letter, unless it has it already: some files write a mark twice."""
    base.own = base.own or base.text
    base.doubled += doubled(base.own, mark)
    has = unicodedata.normalize("NFD", base.text)
    new = "".join(char for char in mark if char not in has)
    base.text = unicodedata.normalize("NFC", base.text + new)


def _settle(row: Row) -> None:
    row.cells = [cell for cell in row.cells if cell.text]
    row.cells.sort(key=lambda cell: cell.x0 + cell.x1)
    while row.cells and row.cells[-1].text.isspace():
        row.cells.pop()  # no-break spaces, which are more than spaces between digits
    row.cells = [*dropwhile(lambda cell: cell.text.isspace(), row.cells)]
    row.spaces.sort()
