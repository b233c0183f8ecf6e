"""Printed rows to the lines of a document."""

from __future__ import annotations

from itertools import groupby

from unreport.document import Line, Role
from unreport.model import Box
from unreport.readers.pdf.layout.margins import Class, Margins, class_of, margins_of, start_of
from unreport.readers.pdf.layout.paragraph_breaks import is_centred, joined
from unreport.readers.pdf.layout.printed_rows import Printed
from unreport.readers.pdf.layout.row_ends import mended
from unreport.text.characters import normalise

ASCENT, DESCENT = 0.8, 0.25  # em; a row's box from its baseline
ROLES: dict[str, Role] = {
    "masthead": "body",
    "body": "body",
    "note": "note",
    "head": "head",
    "foot": "foot",
}


def lines_of(rows: list[Printed]) -> list[Line]:
    """Lines in reading order; the rows of a table's line become one."""
    ends = joined(rows)
    mended(rows, ends)
    margins = margins_of([row for row in rows if row.part == "body"])
    out: list[Line] = []
    for (table, _line_of_table), members in groupby(
        zip(rows, ends, strict=True), key=lambda pair: _table_line(pair[0])
    ):
        if table:
            out.append(_table([row for row, _ in members]))
        else:
            out.extend(_line(row, margins, ends=end) for row, end in members)
    return [line for line in out if line.text]


def _table_line(row: Printed) -> tuple[int, int]:
    if row.part != "table":
        return 0, 0
    return row.page * 1000 + row.table, row.place[0]


def _line(row: Printed, margins: dict[Class, Margins], *, ends: bool | None) -> Line:
    text, calls = _normalised(row.text, row.calls)
    own = margins.get(class_of(row))
    return Line(
        text=text,
        page=row.page,
        box=_box(row),
        role=ROLES[row.part],
        ends=ends,
        indent=round(max(0.0, start_of(row) - own.start), 1) if own else None,
        calls=calls,
        size=round(row.size, 2),
        bold=row.bold,
        italic=row.italic,
        centred=is_centred(row, margins),
    )


def _box(row: Printed) -> Box:
    return (
        round(row.x0, 2),
        round(row.y - ASCENT * row.size, 2),
        round(row.x1, 2),
        round(row.y + DESCENT * row.size, 2),
    )


def _normalised(
    text: str, calls: tuple[tuple[int, int], ...]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A row's text in the one spelling, its calls moved along with it."""
    out = ""
    moved: list[tuple[int, int]] = []
    at = 0
    for start, end in calls:
        out += normalise(text[at:start])
        begins = len(out)
        out += normalise(text[start:end])
        moved.append((begins, len(out)))
        at = end
    return out + normalise(text[at:]), tuple(moved)


def _table(rows: list[Printed]) -> Line:
    cells: dict[int, list[str]] = {}
    for row in rows:
        cells.setdefault(row.place[1], []).append(normalise(row.text).replace("\t", " "))
    texts = tuple(" ".join(cells.get(at, ())) for at in range(max(cells) + 1))
    boxes = [_box(row) for row in rows]
    return Line(
        text="\t".join(texts),
        page=rows[0].page,
        box=(
            min(b[0] for b in boxes),
            min(b[1] for b in boxes),
            max(b[2] for b in boxes),
            max(b[3] for b in boxes),
        ),
        role="table",
        ends=True,
        cells=texts,
        size=round(rows[0].size, 2),
        bold=all(row.bold for row in rows),
    )
