"""A page on the way to its parts, and the rows that have been placed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.bidi.rows import BASELINE_TOLERANCE, Row
from unreport.readers.pdf.file.glyphs import Page

SMALL = 0.97  # of the size of the text

Part: TypeAlias = Literal["masthead", "body", "note", "head", "foot", "table"]


@dataclass(slots=True)
class Placed:
    """A row with the part of the page that it belongs to."""

    row: Row
    part: Part
    mark: Row | None = None  # the mark that opens a footnote
    group: int = 0  # rows of one column or masthead block share it
    half: int = 0  # of a page in two columns of text: the first or the second
    table: int = 0
    place: tuple[int, int] = (0, 0)  # row and column in the table
    otherwise: Part = "body"  # what it is if it proves to be no furniture


@dataclass(slots=True)
class Before:
    """What the pages before tell of the next."""

    sizes: Counter[float] = field(default_factory=Counter)  # of type: how many glyphs of each
    columns: list[float] = field(default_factory=list)  # of a table that may go on


@dataclass(slots=True)
class Sheet:
    """A page on the way: what has not been placed yet."""

    page: Page
    base: BaseDirection
    pieces: list[Row]
    size: float
    leading: float  # the usual distance of rows
    before: Before
    groups: int = 0

    def group(self) -> int:
        """A number for a block of rows that stand together."""
        self.groups += 1
        return self.groups


def merged(pieces: list[Row]) -> list[Row]:
    """Pieces of one baseline as one row."""
    out: list[Row] = []
    for piece in sorted(pieces, key=lambda row: (row.y, row.x0)):
        last = out[-1] if out else None
        if last is not None and abs(last.y - piece.y) < BASELINE_TOLERANCE * max(
            last.size, piece.size
        ):
            cells = sorted([*last.clusters, *piece.clusters], key=lambda cell: cell.x0 + cell.x1)
            size = max(last, piece, key=lambda row: len(row.clusters)).size
            spaces = sorted([*last.spaces, *piece.spaces])
            out[-1] = Row(cells, last.y, size, last.page, spaces)
        else:
            out.append(piece)
    return out


def plain(row: Row) -> str:
    """The beginning of a row as it stands from left to right."""
    return "".join(cell.text for cell in row.clusters[:40])
