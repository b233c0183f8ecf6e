"""Rows of cells as a text has them, and the wrapped lines of a row put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias
from unicodedata import category, east_asian_width

from unreport.text.joined_rows import joined_text
from unreport.text.lazy_patterns import lazy_pattern
from unreport.text.number_cells import is_number_cell

Cells: TypeAlias = list[str]
Columns: TypeAlias = Sequence[tuple[int, int]]
"""Where each column begins and ends, in places of a screen."""


# Marks above or below letters, directional signs; ideographs and other wide characters
OF_OTHER_WIDTH = lazy_pattern(
    r"[\u0300-\u036f\u0483-\u0489\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u1100-\u115f"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u2069\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\uff60]"
)


def bordered(cells: Iterable[str]) -> str:
    """A row between bars: what the reader of texts takes for a row of a table."""
    return f"| {' | '.join(cells)} |"


def is_barred(row: str) -> bool:
    """Whether a row without spaces around it begins and ends with a bar."""
    return len(row) > 1 and row[0] == row[-1] == "|"


def barred_cells(row: str) -> Cells:
    """The cells of such a row."""
    return [cell.strip() for cell in row[1:-1].split("|")]


def joined_row(lines: Sequence[Cells]) -> Cells:
    """The lines of a row as one: each cell with what stands below it."""
    return [joined_text(filter(None, parts)) for parts in zip(*lines, strict=True)]


def rows_of_wrapped(lines: Sequence[Cells], columns: Columns) -> list[Cells]:
    """Lines of cells as rows: a line without a first cell goes on where its words had no room."""
    rows: list[list[Cells]] = []
    widths = [end - begin for begin, end in columns]
    for line in lines:
        if rows and _goes_on(rows[-1][-1], line, widths):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [joined_row(row) for row in rows]


def are_rows(lines: Sequence[Cells], rows: Sequence[Cells]) -> bool:
    """Whether each line is a row for certain: none was joined, each has a first cell and another.

    The heads need none; a table of one column is a box with a text.
    """
    filled = [line for line in lines if any(line)]
    if all(len(line) == 1 for line in filled):
        return True
    each = all(line[0] and any(line[1:]) for line in filled[1:])
    return each and sum(map(any, rows)) == len(filled)


def _goes_on(above: Cells, line: Cells, widths: Sequence[int]) -> bool:
    filled = [at for at, cell in enumerate(line) if cell]
    return not line[0] and all(
        above[at]
        and not is_number_cell(line[at])
        and _places(above[at]) + 1 + _places(line[at].split()[0]) > widths[at]
        for at in filled
    )


def _places(text: str) -> int:
    """How many places a text takes on a screen."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(character: str) -> int:
    if character.isascii():
        return 1
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def each_in_its_place(row: str) -> list[str]:
    """What stands in each place of a row for programs to which a combining mark is a sign."""
    return [place for sign in row for place in (sign, *[""] * (_width(sign) - 1))]


def on_screen(row: str) -> list[str]:
    """What stands in each place of a screen: a wide character takes two, a combining mark none."""
    if OF_OTHER_WIDTH.search(row) is None:
        return list(row)
    places: list[str] = []
    for character in row:
        width = _width(character)
        if width == 0 and places:
            places[-1] += character
            continue
        places += [character, *[""] * (width - 1)]
    return places


def cells_at(places: Sequence[str], columns: Columns) -> Cells | None:
    """The cells of a row by their places; None if a word stands across two columns, or before."""
    if "".join(places[: columns[0][0]]).strip():
        return None
    cells = []
    for at, (begin, end) in enumerate(columns):
        last = at == len(columns) - 1
        if not last and end <= len(places) and places[end - 1].strip():
            return None
        cells.append("".join(places[begin : None if last else end]).strip())
    return cells


def parts_of_lines(lines: Iterable[Cells | None]) -> list[list[Cells]]:
    """The lines of cells between those that part rows, which are None."""
    parts: list[list[Cells]] = [[]]
    for line in lines:
        if line is not None:
            parts[-1].append(line)
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if part]
