"""Lists of numbers and titles that stand twice side by side, as those of mandates in a budget.

Each half has a narrow column of numbers, `79/48`, and a wider one of titles.  The lines of the
halves are set independently, so that the first half is read before the second.  Both halves have
the same measures, and no ruling lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.file.glyphs import Rule
from unreport.readers.pdf.layout.page_index import ByExtent
from unreport.readers.pdf.layout.page_layout import (
    PageLayout,
    inline_end,
    inline_start,
)
from unreport.readers.pdf.layout.tables.table_cells import CellFragment, SplitSegments, split_row

SAME_START = 3.0  # points
NARROWEST = 3.0  # em, the column of numbers
WIDER = 1.3  # times the column of numbers: that of titles
LEAST_STARTS = 2  # of lines in each column
MOST_STARTS = 12  # places where lines may start, the commonest
NUMBERED = 0.7  # of the numbers have a digit
NEXT_LINE = 4.0  # times the size of type, between two lines of one list
NEXT_ENTRY = 1.2  # times the step between two lines of a title
SAME_LINE = 2.0  # points
SAME_SIZE = 0.3  # points

Starts: TypeAlias = tuple[float, float, float, float]
"""Where the columns of both halves start, in the direction of reading."""


class _Piece(NamedTuple):
    row: Row
    column: int  # 0 to 3


def paired_lists(layout: PageLayout, below: float) -> Iterator[SplitSegments]:
    """The lists of a page under the height `below`, each with the segments beside it."""
    segments = [row for row in layout.segments if row.y > below]
    starts = _starts(segments, layout)
    if starts is None:
        return
    taken: set[int] = set()
    rules = ByExtent(layout.page.rules)
    for run in _runs(segments, starts, layout):
        pieces = [piece for _, found in run for piece in found]
        if _is_pair(pieces) and not _has_rules(rules, pieces):
            taken.update(id(row) for row, _ in run)
            rest = [row for row in layout.segments if id(row) not in taken]
            yield SplitSegments(_fragments(pieces, layout.base), rest)


def _starts(segments: list[Row], layout: PageLayout) -> Starts | None:
    """Four starts of lines of which the last two are as far apart as the first two."""
    counts = Counter(round(inline_start(row, layout.base)) for row in segments)
    common = sorted(start for start, n in counts.most_common(MOST_STARTS) if n >= LEAST_STARTS)
    narrowest = NARROWEST * layout.size
    best: tuple[int, Starts] | None = None
    for a, b in ((a, b) for a in common for b in common if b - a > narrowest):
        for c in (c for c in common if c - b > WIDER * (b - a)):
            for d in (d for d in common if abs(d - c - (b - a)) <= SAME_START):
                count = sum(counts[start] for start in (a, b, c, d))
                if best is None or count > best[0]:
                    best = count, (a, b, c, d)
    return best[1] if best else None


def _pieces(row: Row, starts: Starts, base: BaseDirection) -> list[_Piece]:
    """The parts of a segment by column; none if it does not stand in the columns."""
    edges = [start - SAME_LINE for start in starts[1:]]
    parts = split_row(row, edges if base == "L" else sorted(-edge for edge in edges))
    out = []
    for part, _ in parts:
        column = bisect_right(starts, inline_start(part, base) + SAME_START) - 1
        fits = column >= 0 and inline_start(part, base) - starts[column] < SAME_START
        if not fits or (column < len(edges) and inline_end(part, base) > starts[column + 1]):
            return []
        out.append(_Piece(part, column))
    return out


def _runs(
    segments: list[Row], starts: Starts, layout: PageLayout
) -> Iterator[list[tuple[Row, list[_Piece]]]]:
    """Segments that stand in the columns, between others."""
    run: list[tuple[Row, list[_Piece]]] = []
    for row in sorted(segments, key=lambda row: row.y):
        found = _pieces(row, starts, layout.base)
        last = run[-1][0] if run else row
        same = abs(row.size - last.size) < SAME_SIZE and row.y - last.y < NEXT_LINE * row.size
        if run and not (found and same):
            yield run
            run = []
        if found:
            run.append((row, found))
    yield run


def _is_pair(pieces: list[_Piece]) -> bool:
    """Whether all four columns have text, and the narrow ones numbers."""
    columns = Counter(piece.column for piece in pieces)
    numbers = ["".join(piece.row.texts) for piece in pieces if piece.column in {0, 2}]
    with_digits = sum(any(char.isdecimal() for char in number) for number in numbers)
    return (
        len(columns) == len((0, 1, 2, 3))
        and columns[1] >= LEAST_STARTS
        and with_digits >= NUMBERED * len(numbers)
    )


def _has_rules(rules: ByExtent[Rule], pieces: list[_Piece]) -> bool:
    top = min(piece.row.y - piece.row.size for piece in pieces)
    return rules.has_between(top, max(piece.row.y for piece in pieces))


def _fragments(pieces: list[_Piece], base: BaseDirection) -> list[CellFragment]:
    """The cells of both halves, one entry after the other."""
    out: list[CellFragment] = []
    number = -1
    for half in (0, 2):
        own = sorted(
            (piece for piece in pieces if piece.column - half in {0, 1}),
            key=lambda piece: (round(piece.row.y / SAME_LINE), piece.column),
        )
        first = set(_entry_starts(own, half))
        for at, (row, column) in enumerate(own):
            number += at in first or at == 0
            in_order = column - half
            out.append(CellFragment(row, number, in_order if base == "L" else 1 - in_order))
    return out


def _entry_starts(pieces: list[_Piece], half: int) -> Iterator[int]:
    """Where the entries of a half start: with a number, after a wider step than between lines."""
    lines: list[list[int]] = []
    for at, piece in enumerate(pieces):
        if lines and piece.row.y - pieces[lines[-1][0]].row.y < SAME_LINE:
            lines[-1].append(at)
        else:
            lines.append([at])
    heights = [pieces[line[0]].row.y for line in lines]
    steps = [b - a for a, b in pairwise(heights)]
    least = NEXT_ENTRY * min(steps, default=0.0)
    are_apart = any(step > least for step in steps)
    for step, line in zip([float("inf"), *steps], lines, strict=True):
        has_number = any(pieces[at].column == half for at in line)
        if has_number and (step > least or not are_apart):
            yield line[0]
