"""What stands at the edges of a page: running heads, page feet, and the footnotes."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.letters import MIRRORED
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.bidi.rows import SMALLER_SIZE, Row
from unreport.readers.pdf.file.glyphs import Rule
from unreport.readers.pdf.layout.edge_forms import LINE, is_typical
from unreport.readers.pdf.layout.page_parts import SMALL, Part, Placed, Sheet, merged, plain

HEAD_ZONE = 0.14  # of the page's height
FOOT_ZONE = 0.84
LONE = 1.2  # times the usual distance of rows; only a guess, that the text must bear out
NOTE_RULE = (0.05, 0.5)  # of the page's width
NOTES_ZONE = (0.05, 0.3)  # of the height, on later pages and on the first
SAME_HEIGHT = 2.0  # points
WIDEST_BREAK = 14.0  # between the pieces of one rule
SMALLER_TYPE = 0.93  # of the text's size
MARK = re.compile(r"[(\[]?(?:\d{1,3}|[٠-٩]{1,3}|[*†‡§]{1,3}|[a-zа-я])[)\]]?")


def edges(sheet: Sheet, notes: float | None) -> tuple[list[Placed], list[Placed]]:
    """Rows that stand alone at the top and the bottom; whether they are furniture, texts tell."""
    height = sheet.page.height
    lines = sorted(sheet.pieces, key=lambda row: row.y)
    usual = _usual(sheet)
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
        [Placed(row, "head") for row in sorted(_whole(heads), key=_position)],
        [Placed(row, "foot", otherwise=otherwise) for row in sorted(_whole(feet), key=_position)],
    )


def _whole(rows: list[Row]) -> list[Row]:
    """Rows with the pieces of one put together, unless one of them is a page's number or the like.

    What stands alone at an edge may be a row of text, with wide spaces between its words.
    """
    out: list[Row] = []
    for row in merged(rows):
        cells = {id(cell) for cell in row.clusters}
        parts = [part for part in rows if id(part.clusters[0]) in cells]
        out.extend(parts if any(is_typical(plain(part)) for part in parts) else [row])
    return out


def _usual(sheet: Sheet) -> float:
    """The widest distance between two rows of which neither stands alone."""
    return LONE * min(sheet.leading, 1.8 * sheet.size)


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
        if notes is not None and (after is None or after < notes + SAME_HEIGHT):
            break  # the first note is no page foot
        if after is None or abs(after - row.y) > usual:
            cut = i + 1
    return rows[:cut]


def _typical(rows: list[Row], zone: Callable[[float], bool]) -> list[Row]:
    """The outermost line, if all that stands on it is what stands at the edges of pages."""
    line = [row for row in rows if abs(row.y - rows[0].y) < rows[0].size / 2]
    return line if line and zone(line[0].y) and all(is_typical(plain(r)) for r in line) else []


def notes(sheet: Sheet, top: float | None) -> list[Placed]:
    """The rows below the height where notes begin, each with the mark that opens it."""
    if top is None:
        return []
    rows = merged([row for row in sheet.pieces if row.y > top])
    sheet.pieces = [row for row in sheet.pieces if row.y <= top]
    marked = [_marked(row, sheet.base) for row in rows]
    raised = any(mark is not None and mark.clusters[0].raised for mark, _ in marked)
    out = []
    for row, (mark, rest) in zip(rows, marked, strict=True):
        if LINE.fullmatch(plain(row)):
            out.append(Placed(row, "foot", otherwise="note"))
        elif raised and mark is not None and _is_number_in_text(mark):
            out.append(Placed(row, "note"))
        else:
            out.append(Placed(rest, "note", mark=mark))
    return out


def _is_number_in_text(mark: Row) -> bool:
    """Whether what looks like a mark, among raised ones, is a number on the line: `26 August`."""
    return not mark.clusters[0].raised and mark.clusters[0].text.isdecimal()


def notes_top(sheet: Sheet) -> float | None:
    """Where the footnotes begin: below a short rule, or where small rows with marks begin."""
    page, size = sheet.page, sheet.size
    low, high = NOTE_RULE[0] * page.width, NOTE_RULE[1] * page.width
    edges = _edges_of_text(sheet)
    drawn = [Rule(r.x0, r.y - 1, r.x1, r.y - 1) for r in sheet.pieces if LINE.fullmatch(plain(r))]
    for rule in sorted([*page.rules, *drawn], key=lambda rule: rule.top):
        beside = min(abs(rule.x0 - edges[0]), abs(rule.x1 - edges[1])) < 6 * size
        if not (
            rule.is_horizontal
            and not _in_pieces(rule, page.rules)
            and low < rule.x1 - rule.x0 < high
            and rule.top > NOTES_ZONE[page.number == 1] * page.height
        ):
            continue
        below = [row for row in merged(sheet.pieces) if row.y > rule.top]
        if below and beside and _opens(below, sheet, rule.top):
            return rule.top
    return _small_end(sheet)


def _in_pieces(rule: Rule, rules: list[Rule]) -> bool:
    """Whether a rule goes on beside itself, as a table's does from column to column."""
    return any(
        other is not rule
        and abs(other.top - rule.top) < SAME_HEIGHT
        and min(abs(other.x0 - rule.x1), abs(rule.x0 - other.x1)) < WIDEST_BREAK
        for other in rules
    )


def _opens(below: list[Row], sheet: Sheet, top: float) -> bool:
    """Rows under a rule are notes if they begin with a mark, or are small down to the foot."""
    below = [row for row in below if not LINE.fullmatch(plain(row))]
    first = min(below, key=lambda row: row.y, default=None)
    if first is None or first.y - top > 4 * sheet.size:
        return False
    mark, _ = _marked(first, sheet.base)
    small = all(row.size < SMALL * sheet.size for row in below)
    if first.size < SMALLER_TYPE * sheet.size and not small and _text_below(below, sheet):
        return False  # the note of a table, with text after it
    return (mark is not None and (small or mark.clusters[0].raised)) or (
        small and first.size < SMALLER_TYPE * sheet.size
    )


def _text_below(below: list[Row], sheet: Sheet) -> bool:
    """Whether rows in the size of the text follow, and not only the page's foot."""
    rows = [*below]
    while len(rows) > 1 and _ends_page(rows[-1], rows[-2], sheet):
        rows.pop()
    return any(row.size >= SMALL * sheet.size and not is_typical(plain(row)) for row in rows)


def _small_end(sheet: Sheet) -> float | None:
    """Small rows at the end of the page that begin with a raised mark."""
    rows = merged(sheet.pieces)
    while len(rows) > 1 and _ends_page(rows[-1], rows[-2], sheet):
        rows.pop()
    small = [*takewhile(lambda row: row.size < SMALLER_TYPE * sheet.size, reversed(rows))]
    for row in reversed(small):
        mark, _ = _marked(row, sheet.base)
        if mark is not None and mark.clusters[0].raised:
            return row.y - 0.5
    return None


def _ends_page(row: Row, above: Row, sheet: Sheet) -> bool:
    """Whether a row looks like the page's foot, and not like a note."""
    mark, _ = _marked(row, sheet.base)
    raised = mark is not None and mark.clusters[0].raised
    low = row.y > FOOT_ZONE * sheet.page.height
    return low and not raised and row.y - above.y > _usual(sheet)


def _edges_of_text(sheet: Sheet) -> tuple[float, float]:
    """Left and right; which of them a note's rule starts from, producers do not agree."""
    if not sheet.pieces:
        return 0.0, 0.0
    return min(row.x0 for row in sheet.pieces), max(row.x1 for row in sheet.pieces)


def _marked(row: Row, base: BaseDirection) -> tuple[Row | None, Row]:
    """A row without the footnote mark that opens it, and the mark."""
    cells = row.clusters[::-1] if base == "R" else row.clusters
    count = 0
    while count < len(cells) and cells[count].raised:
        count += 1
    if not count:
        count = _plain_mark(cells, row)
    text = "".join(cell.text for cell in cells[:count])
    if not count or count >= len(cells) or not MARK.fullmatch(_upright(text, base)):
        return None, row
    return _sliced(row, cells[:count]), _sliced(row, cells[count:])


def _upright(text: str, base: BaseDirection) -> str:
    """A mark's signs in an order in which a pattern can be asked, brackets whichever way."""
    core = text.strip("()[]")
    core = core[::-1] if base == "R" else core
    return f"({core})" if core != text else core


def _plain_mark(cells: list[Cluster], row: Row) -> int:
    """How many cells a mark on the baseline has: small ones, a bracket, or a short first word."""
    count = 0
    while count < len(cells) and cells[count].size < SMALLER_SIZE * row.size:
        count += 1
    if count:
        return count
    numbers = sum(1 for _ in takewhile(lambda cell: cell.text.isdecimal(), cells))
    if numbers and cells[numbers : numbers + 1] and cells[numbers].text.isalpha():
        return numbers  # `2Resolution`: raised by the font, which a place does not show
    if cells[0].text in MIRRORED:
        ends = [at for at, cell in enumerate(cells[1:6], start=2) if cell.text in MIRRORED]
        return ends[0] if ends else 0
    for at in range(1, min(len(cells), 7)):
        left, right = sorted((cells[at - 1], cells[at]), key=lambda cell: cell.x0)
        middle = ((left.x0 + left.x1) / 2, (right.x0 + right.x1) / 2)
        drawn = any(middle[0] <= space <= middle[1] for space in row.spaces)
        if drawn or right.x0 - left.x1 > 0.15 * row.size:
            return at
    return 0


def _sliced(row: Row, cells: list[Cluster]) -> Row:
    cells = sorted(cells, key=lambda cell: cell.x0 + cell.x1)
    x0, x1 = cells[0].x0, max(cell.x1 for cell in cells)
    return Row(cells, row.y, row.size, row.page, [s for s in row.spaces if x0 <= s <= x1])
