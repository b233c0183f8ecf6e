"""Cells that a page break divides: the rest of them was read as a table row of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from unreport.readers.pdf.layout.repeated_heads import tables_over_pages
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.uncertain_rows.reasons import mark

REASON = (
    "a table row in mid-sentence below a page break, as a cell that goes on from the page before"
)


def mark_divided_cells(rows: Sequence[TextLine]) -> None:
    """Mark the first row of a page where each cell begins in mid-sentence, as no row above does."""
    for above, below in tables_over_pages(rows):
        first, (_, *others) = next(_rows(below)), _rows(above)  # which may begin like it
        if _is_mid_sentence(first) and not any(_is_mid_sentence(own) for own in others):
            mark(first[0], REASON)


def _rows(table: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    return ([*own] for _, own in groupby(table, key=lambda row: row.cell[0]))


def _is_mid_sentence(own: Sequence[TextLine]) -> bool:
    opening = {row.cell[1]: row.text for row in reversed(own)}
    return all(text[:1].islower() for text in opening.values())
