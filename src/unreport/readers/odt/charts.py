"""Charts of OpenDocument (ODF 1.3 part 3, 11) as their title and the table of their data.

A chart has its data in a table of its own, to whose cells the series and the categories refer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from unreport.document import Line
from unreport.readers.odt.names import CHART, TABLE, TEXT
from unreport.readers.odt.tables import row_cells, table_rows
from unreport.readers.word.drawings.charts import Cells, Series, data_lines
from unreport.readers.word.xml_names import Element

# `local-table.$B$2:.$B$3`
CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
NO_VALUE = frozenset({"nan", "1.#nan", "1.#qnan"})
MAX_CELLS = 10_000

Grid = dict[tuple[int, int], str]
"""The texts of the cells of a table by row and column, from 1."""


def chart_lines(root: Element) -> Iterator[Line]:
    """The lines of a chart: its titles, then a row for each category, a column for each series."""
    chart = next(root.iter(f"{CHART}chart"), None)
    if chart is None:
        return
    table = next(chart.iter(f"{TABLE}table"), None)
    grid = {} if table is None else _grid(table)
    for kind in ("title", "subtitle"):
        if title := _text(chart.find(f"{CHART}{kind}")):
            yield Line(text=title, ends=True, level=0)
    axes = [_text(axis.find(f"{CHART}title")) for axis in _axes(chart)]
    yield from data_lines(list(_series(chart, grid)), [title for title in axes if title])


def _axes(chart: Element) -> list[Element]:
    """The axes, those of categories (x) first."""
    return sorted(
        chart.iter(f"{CHART}axis"), key=lambda axis: axis.get(f"{CHART}dimension", "") != "x"
    )


def _series(chart: Element, grid: Grid) -> Iterator[Series]:
    address = f"{TABLE}cell-range-address"
    categories = next((e.get(address, "") for e in chart.iter(f"{CHART}categories")), "")
    for element in chart.iter(f"{CHART}series"):
        name = _cells(element.get(f"{CHART}label-cell-address", ""), grid)
        values = element.get(f"{CHART}values-cell-range-address", "")
        domain = element.find(f"{CHART}domain")  # the x values of a scatter chart
        own = categories if domain is None else domain.get(address, "")
        yield Series(" ".join(name.values()), _cells(own, grid), _cells(values, grid))


def _cells(address: str, grid: Grid) -> Cells:
    """The texts of the cells of a range, by their place in it."""
    cells = (corner.rpartition(".")[2] for corner in address.split(":"))  # without their sheets
    corners = [
        (int(row), _column(letters)) for cell in cells for letters, row in CELL.findall(cell)
    ]
    if not corners:
        return {}
    (top, left), (bottom, right) = min(corners), max(corners)
    inside = sorted(at for at in grid if top <= at[0] <= bottom and left <= at[1] <= right)
    place = 0 if left == right else 1
    first = left if place else top
    return {at[place] - first: grid[at] for at in inside}


def _column(letters: str) -> int:
    """The number of a column: `B` is 2, `AA` is 27."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def _grid(table: Element) -> Grid:
    grid: Grid = {}
    for number, row in enumerate(table_rows(table), start=1):
        for column, times, cell in row_cells(row):
            text = _text(cell)
            if text and text.lower() not in NO_VALUE and len(grid) < MAX_CELLS:
                grid |= {(number, column + 1 + at): text for at in range(times)}
    return grid


def _text(element: Element | None) -> str:
    if element is None:
        return ""
    return " ".join(" ".join("".join(p.itertext()) for p in element.iter(f"{TEXT}p")).split())
