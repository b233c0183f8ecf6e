"""Tables without ruling lines of which cells that stand side by side begin paragraphs or items.

Two columns of text with many short items may look like the rows of a table.  But a cell begins with
a number or letter because it numbers something: in a table that is the first column or the row, and
hardly ever two cells of one row, of which one ends as an item of a text does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.layout.page_layout import LabelledRow
from unreport.readers.pdf.layout.segmentation.marker_order import marker_readings

REASON = "numbered paragraphs or items side by side, which may be those of two columns of text"
ENDS = frozenset(";:؛.。；：")  # of an item, or of the text before a list
LEAST_NUMBERED = 2  # cells of a table row
LEAST_CLUSTERS = 8  # of a cell
LEAST_HEIGHT = 0.5  # of a table, of a ruling line between its columns; those of boxes are shorter


def doubt_numbered_cells(labelled: Sequence[LabelledRow], page: Page, base: BaseDirection) -> None:
    """Note a doubt at the rows of a table that may be two columns of numbered text."""
    tables = groupby((own for own in labelled if own.table), key=lambda own: own.table)
    for _, rows in tables:
        table = [*rows]
        if any(_are_numbered(own, base) for own in _table_rows(table)) and not _is_ruled(
            table, page
        ):
            for own in table:
                own.doubt = own.doubt or REASON


def _table_rows(table: Sequence[LabelledRow]) -> Iterator[list[list[LabelledRow]]]:
    """The cells of each table row, of several lines."""
    for _, rows in groupby(table, key=lambda own: own.cell[0]):
        cells: dict[int, list[LabelledRow]] = {}
        for own in rows:
            cells.setdefault(own.cell[1], []).append(own)
        if len(cells) >= LEAST_NUMBERED:
            yield [*cells.values()]


def _are_numbered(cells: Sequence[Sequence[LabelledRow]], base: BaseDirection) -> bool:
    """Whether two cells begin with a marker, of which one ends as an item does."""
    numbered = [
        cell
        for cell in cells
        if cell[0].row.count >= LEAST_CLUSTERS and any(marker_readings(cell[0].row, base))
    ]
    return len(numbered) >= LEAST_NUMBERED and any(
        cell[-1].row.texts[-1 if base == "L" else 0] in ENDS for cell in numbered
    )


def _is_ruled(table: Sequence[LabelledRow], page: Page) -> bool:
    """Whether ruling lines go across the columns of a table, or between most of its rows."""
    rows = [own.row for own in table]
    top, bottom = min(row.y - row.size for row in rows), max(row.y + row.size for row in rows)
    left, right = max(row.x0 for row in rows), min(row.x1 for row in rows)
    inside = [rule for rule in page.rules if rule.top < bottom and rule.bottom > top]
    return any(
        rule.x0 < right and left < rule.x1
        if rule.is_horizontal
        else right < rule.x0 < left and rule.bottom - rule.top > LEAST_HEIGHT * (bottom - top)
        for rule in inside
    )
