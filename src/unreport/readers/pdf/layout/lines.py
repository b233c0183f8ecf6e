"""Text lines of all pages to the lines of a document."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, groupby
from typing import TypeAlias

from msgspec.structs import replace

from unreport.document import Line, Role
from unreport.model import Box
from unreport.readers.pdf.layout.paragraphs.alignment import is_centred
from unreport.readers.pdf.layout.paragraphs.breaks import paragraph_ends
from unreport.readers.pdf.layout.paragraphs.line_ends import repair_line_ends
from unreport.readers.pdf.layout.paragraphs.margins import (
    Edges,
    find_edges,
    inline_start,
    margin_key,
)
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.text.characters import normalise
from unreport.text.joined_rows import append_separator

Calls: TypeAlias = tuple[tuple[int, int], ...]
"""Footnote calls: their offsets in a text."""

ASCENT, DESCENT = 0.8, 0.25  # em from the baseline to the edges of a line's box
ROLES: dict[str, Role] = {
    "masthead": "body",
    "body": "body",
    "note": "note",
    "head": "head",
    "foot": "foot",
}


def document_lines(rows: list[TextLine]) -> list[Line]:
    """The lines in reading order; all fragments of a table row become one line."""
    ends = paragraph_ends(rows)
    repair_line_ends(rows, ends)
    edges = find_edges([row for row in rows if row.region == "body"])
    out: list[Line] = []
    for (table, _table_row), members in groupby(
        zip(rows, ends, strict=True), key=lambda item: _table_row_key(item[0])
    ):
        if table:
            own = [row for row, _ in members]
            out.append(_table_line(own) if own[0].region == "table" else _head_line(own))
        else:
            out.extend(_line(row, edges.get(margin_key(row)), ends=end) for row, end in members)
    return [line for line in out if line.text]


def _table_row_key(row: TextLine) -> tuple[int, int]:
    is_head = row.region == "head" and row.table  # of a table that goes on overleaf
    if row.region != "table" and not is_head:
        return 0, 0
    return row.page * 1000 + row.table, row.cell[0]


def _line(row: TextLine, edges: Edges | None, *, ends: bool | None) -> Line:
    text, calls = _normalised(row.text, row.calls)
    return Line(
        text=text,
        page=row.page,
        box=_box(row),
        role=ROLES[row.region],
        ends=ends,
        indent=round(max(0.0, inline_start(row) - edges.start), 1) if edges else None,
        calls=calls,
        size=round(row.size, 2),
        bold=row.bold,
        italic=row.italic,
        centred=is_centred(row, edges),
    )


def _box(row: TextLine) -> Box:
    return (
        round(row.x0, 2),
        round(row.y - ASCENT * row.size, 2),
        round(row.x1, 2),
        round(row.y + DESCENT * row.size, 2),
    )


def _normalised(text: str, calls: Calls) -> tuple[str, Calls]:
    """The normalised text of a line, and the footnote calls at their new offsets."""
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


def _cell(rows: Sequence[TextLine]) -> tuple[str, Calls]:
    """The text of a table cell, and the footnote calls in it."""
    parts: list[str] = []
    calls: list[tuple[int, int]] = []
    length = 0
    for row in rows:
        own, moved = _normalised(row.text.replace("\t", " "), row.calls)
        length += append_separator(parts, own)
        calls += [(length + start, length + end) for start, end in moved]
        parts.append(own)
        length += len(own)
    return "".join(parts), tuple(calls)


def _head_line(rows: list[TextLine]) -> Line:
    """A row of a head that a page repeats: furniture, whose cells are read as one text."""
    line = _table_line(rows)
    return replace(line, text=" ".join(filter(None, line.cells)), role="head", calls=(), cells=())


def _table_line(rows: list[TextLine]) -> Line:
    cells: dict[int, list[TextLine]] = {}
    for row in rows:
        cells.setdefault(row.cell[1], []).append(row)
    joined = [_cell(cells.get(at, ())) for at in range(max(cells) + 1)]
    texts = tuple(text for text, _ in joined)
    starts = accumulate((len(text) + 1 for text in texts), initial=0)
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
        calls=tuple(
            (at + start, at + end)
            for at, (_, calls) in zip(starts, joined, strict=False)
            for start, end in calls
        ),
        cells=texts,
        size=round(rows[0].size, 2),
        bold=all(row.bold for row in rows),
    )
