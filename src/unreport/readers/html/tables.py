"""Cells of HTML tables in grid columns (HTML Living Standard, 4.9.12.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from unreport.document import Line
from unreport.readers.html.counter_styles import integer
from unreport.readers.word.layout_tables import table_row
from unreport.readers.word.tables import MAX_COLUMNS, aligned
from unreport.readers.word.xml_names import Element

MAX_ROWS = 65_534  # the limit of the standard
ROW_ELEMENTS = frozenset({"tr", "thead", "tbody", "tfoot", "form"})  # the parser nests rows in form
ORDER = {"thead": -1, "tfoot": 1}


@dataclass
class TableGrid:
    """The rows of a table; a cell with `rowspan` covers its columns in the rows below."""

    rows: list[dict[int, list[Line]]] = field(default_factory=list)
    count: int = 0  # of rows
    covered: dict[int, int] = field(default_factory=dict)
    """The number of the last row that a cell above covers, by column."""
    column: int = 0

    def begin_row(self) -> None:
        """Begin a row."""
        self.rows.append({})
        self.count += 1
        self.column = 0

    def add(self, lines: list[Line], cell: Element) -> None:
        """Add a cell in the first free column."""
        while self.covered.get(self.column, 0) >= self.count:
            self.column += 1
        self.rows[-1][self.column] = lines
        width = _span(cell.get("colspan"), 1, MAX_COLUMNS)
        height = _span(cell.get("rowspan"), 0, MAX_ROWS) or MAX_ROWS
        if height > 1:
            for column in range(self.column, min(self.column + width, MAX_COLUMNS)):
                self.covered[column] = self.count + height - 1
        self.column += width

    def end_group(self) -> None:
        """End a row group, over which no cell extends."""
        self.covered = {}

    def take_lines(self) -> Iterator[Line]:
        """The rows as lines, which are removed; rows without text are left out."""
        rows, self.rows = self.rows, []
        for cells in aligned(rows):
            if any(line.text for cell in cells for line in cell):
                yield table_row(cells)


def shown_order(rows: Element) -> int:
    """The place of a group of rows: heads first, feet last (CSS 2.2, 17.2)."""
    return ORDER.get(rows.tag, 0)


def _span(told: str | None, least: int, most: int) -> int:
    number = integer(told)
    return 1 if number is None or number < least else min(number, most)
