"""Tables without rules: rows of the page in columns that no row runs across.

The tables of a report's budget and of its results go over many pages and are ruled at their head
only; timetables and lists of names are often not ruled at all.  What tells them from text is that
nothing in them is as wide as text, and that the same strips of the page stay empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

from unreport.readers.pdf.bidi.rows import Row
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.layout.page_parts import plain

WIDE = 0.45  # of the page's width: text, and no cell
LEAST_LINES = 3  # with cells on both sides of an edge
LEAST_SHARE = 0.2  # of the lines
MOST_CROSSING = 0.1
MOST_CROSSING_RULED = 0.3
NEXT_LINE = 4.0  # times the size of type; farther down stands no line of the same table
MARK_LENGTH = 5  # signs; a column of marks belongs to the text beside it
NEAR = 1.4  # times the size of type: the rest of the cells above
APART = 1.6
LEAST_SPREAD = 2
NUMBER = re.compile(r"\d{1,3}[A-Z]?(?:\.\d+)*\.?\s")
EDGE_GAP = 1.0  # em
LEADERS = re.compile(r"(?:[.…]\s?){4,}")  # `Introduction . . . . . 3`: a table of contents


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of a page in columns, and the edges between these."""

    top: float
    bottom: float
    columns: list[float]


def columned(page: Page, pieces: list[Row], below: float, before: list[float]) -> list[Strip]:
    """The parts of a page, under the height `below`, that stand in columns.

    At the top of the page a table may go on whose columns stood `before`.
    """
    bold = frozenset(at for at, font in enumerate(page.fonts) if font.bold)
    lines = _inner(_lines([row for row in pieces if row.y > below]))
    wide = WIDE * page.width
    first = _going_on(lines, before, wide)
    rest = [line for line in lines if not first or line[0].y > first[0].bottom]
    return first + [
        strip for part in _parts(rest, wide, bold) for strip in _strips(part, _edges(part))
    ]


def ruled(pieces: list[Row], head: float) -> list[float]:
    """The edges between the columns of a table whose head ends at a rule at this height."""
    lines = _lines(pieces)
    end = next(
        (
            at
            for at, (a, b) in enumerate(pairwise(lines), start=1)
            if b[0].y > head and b[0].y - a[0].y > NEXT_LINE * b[0].size
        ),
        len(lines),
    )
    edges = _edges(lines[:end], MOST_CROSSING_RULED)
    heading = [line for line in lines[:end] if line[0].y < head]
    return [x for x in edges if not all(_crossed(line, x) for line in heading)]


def _going_on(lines: list[list[Row]], columns: list[float], wide: float) -> list[Strip]:
    """The lines from the top of the page that a table of the last page goes on in."""

    def fits(line: list[Row]) -> bool:
        narrow = all(row.x1 - row.x0 <= wide for row in line)
        return narrow and not any(_crossed(line, x) for x in columns)

    run = list(takewhile(fits, lines)) if columns else []
    return [
        Strip(run[0][0].y - 0.5, strip.bottom, columns)
        for strip in islice(_strips(run, columns), 1)
    ]


def _lines(pieces: list[Row]) -> list[list[Row]]:
    """Pieces on one height together, from the top."""
    out: list[list[Row]] = []
    for row in sorted(pieces, key=lambda row: (row.y, row.x0)):
        if out and row.y - out[-1][0].y < row.size / 3:
            out[-1].append(row)
        else:
            out.append([row])
    return out


def _inner(lines: list[list[Row]]) -> list[list[Row]]:
    """Lines without the first and the last of the page, where these stand alone: furniture."""
    first = len(lines) > 1 and lines[1][0].y - lines[0][0].y > APART * lines[0][0].size
    last = len(lines) > 1 and lines[-1][0].y - lines[-2][0].y > APART * lines[-1][0].size
    return lines[first : len(lines) - last]


def _parts(lines: list[list[Row]], wide: float, bold: frozenset[int]) -> list[list[list[Row]]]:
    """Lines between those that are as wide as text, lead to a page, or stand apart as headings."""
    parts: list[list[list[Row]]] = [[]]
    above: list[Row] | None = None
    for line in lines:
        if any(row.x1 - row.x0 > wide or LEADERS.search(plain(row)) for row in line) or _heads(
            line, above, bold
        ):
            parts.append([])
        else:
            parts[-1].append(line)
        above = line
    return [part for part in parts if len(part) >= LEAST_LINES]


def _heads(line: list[Row], above: list[Row] | None, bold: frozenset[int]) -> bool:
    """Whether a line is one piece, apart from what stands above, and bold or numbered."""
    row = line[0]
    if len(line) > 1 or (above and row.y - above[0].y < APART * row.size):
        return False
    heavy = sum(cell.font in bold for cell in row.clusters) > len(row.clusters) / 2
    return heavy or bool(NUMBER.match(plain(row)))


def _strips(lines: list[list[Row]], edges: list[float]) -> Iterator[Strip]:
    """The runs of lines in columns; lines across the columns stand between them."""
    run: list[list[Row]] = []
    for line in [*lines, None]:
        if line is not None and not any(_crossed(line, x) for x in edges):
            run.append(line)
            continue
        spread = [at for at, one in enumerate(run) if any(_parts_at(one, x) for x in edges)]
        if len(spread) >= LEAST_SPREAD:
            last = spread[-1]
            while last + 1 < len(run) and _goes_on(run[last], run[last + 1]):
                last += 1
            yield Strip(run[spread[0]][0].y - 0.5, run[last][0].y + 0.5, edges)
        run = []


def _goes_on(line: list[Row], after: list[Row]) -> bool:
    """Whether a line is the rest of the cells above it."""
    return after[0].y - line[0].y < NEAR * after[0].size


def _edges(lines: list[list[Row]], crossing: float = MOST_CROSSING) -> list[float]:
    """Where columns begin, from the left: places at which most lines have a gap or nothing."""
    places = sorted({round(x) - 1.0 for line in lines for x in _begins(line)})
    counted = [(sum(_parts_at(line, x) for line in lines), x) for x in places]
    least = max(LEAST_LINES, LEAST_SHARE * len(lines))
    out: list[float] = []
    for count, x in sorted(counted, key=lambda found: (-found[0], found[1])):
        if count < least:
            break
        if sum(_crossed(line, x) for line in lines) > crossing * len(lines):
            continue
        if all(_between(lines, x, other) for other in out):
            out.append(x)
    return _without_marks(sorted(out), lines)


def _begins(line: list[Row]) -> Iterator[float]:
    """Where something begins in a line after a gap."""
    cells = [cell for row in line for cell in row.clusters]
    for a, b in pairwise(cells):
        if b.x0 - a.x1 > EDGE_GAP * line[0].size:
            yield b.x0


def _between(lines: list[list[Row]], x: float, other: float) -> bool:
    """Whether cells stand between two edges, so that both are edges of their own.

    Numbers that end at one place begin at several: there a cell reaches over one of the two.
    """
    low, high = sorted((x, other))
    inside = sum(
        any(low < (cell.x0 + cell.x1) / 2 < high for row in line for cell in row.clusters)
        and not (_crossed(line, low) or _crossed(line, high))
        for line in lines
    )
    return inside >= LEAST_LINES


def _without_marks(edges: list[float], lines: list[list[Row]]) -> list[float]:
    """The edges but for one that only parts marks, `1.` or `(a)`, from what they mark."""
    if not edges:
        return edges
    left, right = _beyond(lines, float("-inf"), edges[0]), _beyond(lines, edges[-1], float("inf"))
    if max(left, default=0) <= MARK_LENGTH:
        return edges[1:]
    return edges[:-1] if max(right, default=0) <= MARK_LENGTH and len(edges) == 1 else edges


def _beyond(lines: list[list[Row]], low: float, high: float) -> list[int]:
    """How many signs each line has between two edges."""
    counts = [
        sum(low < (cell.x0 + cell.x1) / 2 < high for row in line for cell in row.clusters)
        for line in lines
    ]
    return [count for count in counts if count]


def _parts_at(line: list[Row], x: float) -> bool:
    """Whether a line has cells on both sides of a place, and a gap there."""
    left, right, size = _beside(line, x)
    return left is not None and right is not None and right - left > EDGE_GAP * size


def _crossed(line: list[Row], x: float) -> bool:
    left, right, size = _beside(line, x)
    return left is not None and right is not None and right - left <= 0.5 * size


def _beside(line: list[Row], x: float) -> tuple[float | None, float | None, float]:
    cells = [cell for row in line for cell in row.clusters]
    left = [cell.x1 for cell in cells if (cell.x0 + cell.x1) / 2 < x]
    right = [cell.x0 for cell in cells if (cell.x0 + cell.x1) / 2 >= x]
    return max(left, default=None), min(right, default=None), line[0].size
