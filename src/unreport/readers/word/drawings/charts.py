"""Charts of DrawingML as their title and the table of their data (ECMA-376 part 1, 21.2).

The values are those that are stored with the chart (`c:strCache`, `c:numCache`), as Word shows it:
a row for each category, a column for each series. Percentages and dates are written as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from unreport.document import Line
from unreport.readers.mathml import local_name
from unreport.readers.word.xml_names import Element
from unreport.text.characters import normalise

MAX_POINTS = 10_000  # of a series
FIRST_DAY = date(1899, 12, 30)  # of serial dates, from March 1900
MAX_DAY = 2_958_465  # 31 December 9999
DATE = re.compile(r"[dy]", re.IGNORECASE)
# Text, colours and escapes in a number format
QUOTED = re.compile(r'"[^"]*+(?:"|\Z)|\[[^\]]*+(?:\]|\Z)|\\.')
CATEGORIES, VALUES = ("cat", "xVal"), ("val", "yVal")

Cells = dict[int, str]
"""The texts of the points of a series or of its categories, by index."""


class Series(NamedTuple):
    """A series: its name, the categories and the values by their index."""

    name: str
    categories: Cells
    values: Cells


def chart_lines(root: Element) -> Iterator[Line]:
    """The lines of a chart part: its title, then its data as rows of a table."""
    chart = _child(root, "chart")
    if chart is None:
        return
    extended = _child(root, "chartData")  # of Word 2016
    series = list(_series(chart) if extended is None else _extended_series(chart, extended))
    if title := _text(_child(chart, "title")):
        yield Line(text=title, ends=True, level=0)
    axes = [title for title in (_text(_child(axis, "title")) for axis in _axes(chart)) if title]
    yield from data_lines(series, axes)


def data_lines(series: list[Series], axes: list[str]) -> Iterator[Line]:
    """The data of a chart as rows of tables; `axes` are titles, that of categories first."""
    for group in _groups(series):
        yield from _rows(group, axes)


def _rows(group: list[Series], axes: list[str]) -> Iterator[Line]:
    """Rows of series with the same categories; the head names the axes and the series."""
    first = group[0]
    heads = [one.name or (axes[1] if len(axes) > 1 else "") for one in group]
    corner = axes[0] if axes else ""
    if corner or any(heads):
        yield _row([corner, *heads])
    for at in sorted({index for one in group for index in one.values} | set(first.categories)):
        category = first.categories.get(at, str(at + 1) if not first.categories else "")
        yield _row([category, *(one.values.get(at, "") for one in group)])


def _row(cells: list[str]) -> Line:
    texts = tuple(" ".join(normalise(cell).split()) for cell in cells)
    return Line(text="\t".join(texts), role="table", ends=True, cells=texts)


def _groups(series: list[Series]) -> list[list[Series]]:
    """Series in order, those with the same categories together."""
    groups: list[list[Series]] = []
    for one in series:
        group = next((g for g in groups if g[0].categories == one.categories), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups


def _series(chart: Element) -> Iterator[Series]:
    """The series of all plots (`c:barChart`, `c:lineChart` …)."""
    for element in chart.iter():
        if local_name(element) == "ser":
            yield Series(
                _text(_child(element, "tx")),
                _points(_first(element, CATEGORIES)),
                _points(_first(element, VALUES)),
            )


def _points(source: Element | None) -> Cells:
    """The stored texts of categories or values; levels of categories are joined, outer first."""
    if source is None:
        return {}
    levels = [e for e in source.iter() if local_name(e) == "lvl"]
    if levels:
        return _joined([_cells(level, "") for level in reversed(levels)])
    code = next((e.text or "" for e in source.iter() if local_name(e) == "formatCode"), "")
    return _cells(source, code)


def _cells(source: Element, code: str) -> Cells:
    cells: Cells = {}
    for point in source.iter():
        index = point.get("idx", "") if local_name(point) == "pt" else ""
        if index.isdigit() and len(cells) < MAX_POINTS:
            value = next((e.text or "" for e in point if local_name(e) == "v"), point.text or "")
            own = point.get("formatCode", code)
            cells[int(index[:6])] = shown_number(value.strip(), own)
    return cells


def _joined(levels: list[Cells]) -> Cells:
    """Categories of several levels; an outer one holds for those after it, too."""
    cells: Cells = {}
    for at in sorted(levels[-1]):
        outer = (_last_before(level, at) for level in levels[:-1])
        cells[at] = " ".join(filter(None, [*outer, levels[-1][at]]))
    return cells


def _last_before(level: Cells, at: int) -> str:
    return level[max(before)] if (before := [index for index in level if index <= at]) else ""


def shown_number(text: str, code: str) -> str:
    """A stored value as text: 15 digits, percentages and dates by the number format.

    >>> shown_number("4.2999999999999998", "General"), shown_number("0.25", "0%")
    ('4.3', '25%')
    >>> shown_number("44197", "m/d/yyyy"), shown_number("Chad", "")
    ('2021-01-01', 'Chad')
    """
    try:
        number = float(text)
    except ValueError:
        return text
    plain = QUOTED.sub("", code)
    if DATE.search(plain) and 1 <= number <= MAX_DAY:
        return str(FIRST_DAY + timedelta(days=int(number)))
    if "%" in plain:
        return f"{number * 100:.15g}%"
    return f"{number:.15g}"


def _extended_series(chart: Element, data: Element) -> Iterator[Series]:
    """The series of a chart of Word 2016 (`cx:chartSpace`), whose data are apart."""
    sets = {each.get("id", ""): each for each in data if local_name(each) == "data"}
    for element in chart.iter():
        if local_name(element) != "series":
            continue
        reference = _child(element, "dataId")
        source = sets.get("" if reference is None else reference.get("val", ""))
        dimensions = [] if source is None else list(source)
        texts = (d for d in dimensions if local_name(d) == "strDim")
        numbers = (d for d in dimensions if local_name(d) == "numDim")
        yield Series(
            _text(_child(element, "tx")), _points(next(texts, None)), _numbers(next(numbers, None))
        )


def _numbers(dimension: Element | None) -> Cells:
    level = None if dimension is None else _child(dimension, "lvl")
    return {} if level is None else _cells(level, level.get("formatCode", ""))


def _axes(chart: Element) -> Iterator[Element]:
    """The axes, those of categories first."""
    axes = [
        e for e in chart.iter() if local_name(e) in ("catAx", "dateAx", "valAx", "serAx", "axis")
    ]
    return iter(sorted(axes, key=lambda axis: local_name(axis) not in ("catAx", "dateAx", "axis")))


def _text(element: Element | None) -> str:
    """The text of a title or a name: paragraphs (`a:p`), or stored values (`c:v`)."""
    if element is None:
        return ""
    texts = [e.text or "" for e in element.iter() if local_name(e) in ("t", "v")]
    paragraphs = [e for e in element.iter() if local_name(e) == "p"]
    if paragraphs:
        runs = ("".join(t.text or "" for t in p.iter() if local_name(t) == "t") for p in paragraphs)
        texts = [run for run in runs if run.strip()]
    return " ".join(" ".join(normalise(text) for text in texts).split())


def _child(element: Element, name: str) -> Element | None:
    return next((inner for inner in element if local_name(inner) == name), None)


def _first(element: Element, names: tuple[str, ...]) -> Element | None:
    return next((inner for inner in element if local_name(inner) in names), None)
