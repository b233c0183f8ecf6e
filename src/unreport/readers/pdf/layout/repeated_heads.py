"""Heads of tables that are printed once more where a table goes on overleaf.

Word repeats the heading rows of a table on each page (ECMA-376 `tblHeader`): the same words at the
same places from its top.  They are furniture of the page, as a running head is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile
from typing import NamedTuple

from unreport.readers.pdf.layout.page_layout import BESIDE_TEXT
from unreport.readers.pdf.layout.text_lines import TextLine

SAME_PLACE = 0.6  # points
LEAST_CELLS = 2


class _Place(NamedTuple):
    """A row of a cell, and where it stands below the top of its table."""

    row: TextLine
    y: float


def tables_over_pages(rows: Sequence[TextLine]) -> Iterator[tuple[list[TextLine], list[TextLine]]]:
    """The tables that end a page, each with the one that begins the next page."""
    body = [row for row in rows if row.region not in BESIDE_TEXT]
    pages = [[*own] for _, own in groupby(body, key=lambda row: row.page)]
    for page, following in pairwise(pages):
        above, below = page[-1], following[0]
        if above.region == below.region == "table" and above.page + 1 == below.page:
            yield (
                [row for row in page if row.region == "table" and row.table == above.table],
                [row for row in following if row.region == "table" and row.table == below.table],
            )


def confirm_repeated_heads(rows: Sequence[TextLine]) -> None:
    """Make furniture of the heads that tables over pages repeat, in place."""
    first: dict[int, list[TextLine]] = {}  # by its page, the table whose head a page repeats
    for above, below in [*tables_over_pages(rows)]:
        origin = first.get(above[0].page, above)
        repeated = _repeated(origin, below)
        if repeated:
            first[below[0].page] = origin
        for row in repeated:
            row.region = "head"


def _repeated(above: Sequence[TextLine], below: Sequence[TextLine]) -> list[TextLine]:
    """The rows of the second table that are the head of the first one, in type of its own."""
    placed = [_placed(above), _placed(below)]
    pairs = [(a.row, b.row) for a, b in takewhile(_is_same, zip(*placed, strict=False))]
    if len(pairs) == len(below):
        return []
    body = _type(placed[1][len(pairs)].row)
    pairs = [*takewhile(lambda pair: _type(pair[0]) != body, pairs)]
    own = {id(a) for a, _ in pairs}
    open_rows = {row.cell[0] for row in above if id(row) not in own}
    head = [(a, b) for a, b in pairs if a.cell[0] not in open_rows]
    columns = {a.cell[1] for a, _ in head}
    return [b for _, b in head] if len(columns) >= LEAST_CELLS else []


def _type(row: TextLine) -> tuple[float, bool, bool]:
    return round(row.size, 1), row.bold, row.italic


def _placed(table: Sequence[TextLine]) -> list[_Place]:
    top = min(row.y for row in table)
    rows = sorted(table, key=lambda row: (round(row.y - top), row.x0))
    return [_Place(row, row.y - top) for row in rows]


def _is_same(pair: tuple[_Place, _Place]) -> bool:
    a, b = pair
    return (
        a.row.text == b.row.text
        and abs(a.y - b.y) < SAME_PLACE
        and abs(a.row.x0 - b.row.x0) < SAME_PLACE
        and abs(a.row.size - b.row.size) < SAME_PLACE
    )
