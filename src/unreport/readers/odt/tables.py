"""Rows and cells of OpenDocument tables (ODF 1.3 part 3, 9.1), without those that are hidden."""

from __future__ import annotations

from collections.abc import Iterator

from unreport.readers.odt.names import TABLE
from unreport.readers.word.tables import MAX_COLUMNS
from unreport.readers.word.xml_names import Element

ROW_GROUPS = tuple(f"{TABLE}table-{name}" for name in ("header-rows", "rows", "row-group"))
CELL = f"{TABLE}table-cell"
MAX_REPEATED = 1_000  # rows; the empty rows at the end of a sheet are repeated a million times
NOT_VISIBLE = ("collapse", "filter")


def table_rows(table: Element) -> Iterator[Element]:
    """The rows of a table as often as they are repeated, also those in groups of rows."""
    for element in table:
        if element.tag == f"{TABLE}table-row":
            if element.get(f"{TABLE}visibility") not in NOT_VISIBLE:
                times = repetitions(element, "rows") if _has_text(element) else 1
                yield from (element for _ in range(min(times, MAX_REPEATED)))
        elif element.tag in ROW_GROUPS:
            yield from table_rows(element)


def row_cells(row: Element) -> Iterator[tuple[int, int, Element]]:
    """The cells of a row: their column, how often they are repeated, their element."""
    column = 0
    for cell in row:
        times = min(repetitions(cell, "columns"), MAX_COLUMNS)
        if cell.tag == CELL:
            yield column, times, cell
        column += times


def repetitions(element: Element, what: str) -> int:
    """`table:number-columns-repeated` or `table:number-rows-repeated`."""
    text = element.get(f"{TABLE}number-{what}-repeated", "")
    return int(text) if text.isdecimal() and len(text) < 8 else 1  # noqa: PLR2004


def _has_text(row: Element) -> bool:
    return any((text or "").strip() for text in row.itertext())
