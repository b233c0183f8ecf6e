"""The document model of `anydoc` as lines: the shape is theirs, the roles are ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from unreport.document import Line
from unreport.readers.word.layout_tables import lays_out_masthead, row_line
from unreport.readers.word.line_text import CALL_CLOSES, CALL_OPENS, STRAY, typed
from unreport.readers.word.number_formats import printed

if TYPE_CHECKING:
    import anydoc

MARKERS = {
    "decimal": "decimal",
    "lower_alpha": "lowerLetter",
    "upper_alpha": "upperLetter",
    "lower_roman": "lowerRoman",
    "upper_roman": "upperRoman",
}
BULLET = "•"


def lines_of(document: anydoc.Document) -> Iterator[Line]:
    """Every line of the text, then the notes, which are counted in the order of their list."""
    marks = {note.id: _mark(document, note) for note in document.notes}
    yield from _blocks(document.blocks, marks)
    for note in document.notes:
        for at, line in enumerate(_blocks(note.blocks, marks)):
            text = f"{marks[note.id]} {line.text}" if at == 0 else line.text
            yield replace(line, text=text, role="note")


def _mark(document: anydoc.Document, note: anydoc.Note) -> str:
    same = [other.id for other in document.notes if other.kind == note.kind]
    n = same.index(note.id) + 1
    return printed(n, "decimal" if note.kind == "footnote" else "lowerRoman")


def _blocks(blocks: list[anydoc.Block], marks: dict[str, str]) -> Iterator[Line]:
    for block in blocks:
        if block.list is not None:
            yield from _list(block.list, marks)
        elif block.table is not None:
            yield from _table(block.table, marks)
        elif block.blocks is not None:
            yield from _blocks(block.blocks, marks)
        else:
            yield from _paragraph(block, marks)


def _paragraph(block: anydoc.Block, marks: dict[str, str]) -> Iterator[Line]:
    content = block.content or []
    words = typed("".join(_text(inline, marks) for inline in content) or block.text or "")
    if not words.text:
        return
    styles = [inline.style for inline in content if inline.style and (inline.text or "").strip()]
    yield Line(
        text=words.text,
        ends=True,
        calls=words.calls,
        level=block.level,
        bold=all(style.bold for style in styles) if styles else None,
        italic=all(style.italic for style in styles) if styles else None,
    )


def _text(inline: anydoc.Inline, marks: dict[str, str]) -> str:
    if inline.kind == "note_ref":
        return f"{CALL_OPENS}{marks.get(inline.note_id or '', '')}{CALL_CLOSES}"
    if inline.kind == "line_break":
        return " "
    if inline.content:
        return "".join(_text(inner, marks) for inner in inline.content)
    return (inline.text or "").translate(STRAY)


def _list(list_: anydoc.List, marks: dict[str, str]) -> Iterator[Line]:
    """The label stands before the first line of an item."""
    for at, item in enumerate(list_.items):
        label = item.marker_label
        if label is None:
            form = MARKERS.get(list_.marker)
            label = f"{printed(list_.start + at, form)}." if form else BULLET
        for line in _blocks(item.blocks, marks):
            yield _labelled(line, label.strip()) if label else line
            label = ""


def _labelled(line: Line, label: str) -> Line:
    shift = len(label) + 1
    calls = tuple((start + shift, end + shift) for start, end in line.calls)
    return replace(line, text=f"{label} {line.text}", label=len(label), calls=calls)


def _table(table: anydoc.Table, marks: dict[str, str]) -> Iterator[Line]:
    rows = [
        [list(_blocks(slot.cell.blocks, marks)) for slot in row if slot.cell is not None]
        for row in table.grid
    ]
    if table.kind == "layout" or lays_out_masthead(rows):
        yield from (line for row in rows for cell in row for line in cell)
        return
    for row in rows:
        if any(line.text for cell in row for line in cell):
            yield row_line(row)
