"""Lines of a document in the model of `anydoc`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from unreport.document import Line
from unreport.readers.word.layout_tables import is_masthead_table, table_row
from unreport.readers.word.line_text import CALL_END, CALL_START, WITHOUT_CALL_MARKERS, line_text
from unreport.readers.word.number_formats import format_number

if TYPE_CHECKING:
    import anydoc

MARKER_FORMATS = {
    "decimal": "decimal",
    "lower_alpha": "lowerLetter",
    "upper_alpha": "upperLetter",
    "lower_roman": "lowerRoman",
    "upper_roman": "upperRoman",
}
BULLET = "•"


def document_lines(document: anydoc.Document) -> Iterator[Line]:
    """The lines of the body, then of the notes, which are numbered in their order."""
    note_marks = {note.id: _mark(document, note) for note in document.notes}
    yield from _blocks(document.blocks, note_marks)
    for note in document.notes:
        for at, line in enumerate(_blocks(note.blocks, note_marks)):
            text = f"{note_marks[note.id]} {line.text}" if at == 0 else line.text
            yield replace(line, text=text, role="note")


def _mark(document: anydoc.Document, note: anydoc.Note) -> str:
    same = [other.id for other in document.notes if other.kind == note.kind]
    n = same.index(note.id) + 1
    return format_number(n, "decimal" if note.kind == "footnote" else "lowerRoman")


def _blocks(blocks: list[anydoc.Block], note_marks: dict[str, str]) -> Iterator[Line]:
    for block in blocks:
        if block.list is not None:
            yield from _list(block.list, note_marks)
        elif block.table is not None:
            yield from _table(block.table, note_marks)
        elif block.blocks is not None:
            yield from _blocks(block.blocks, note_marks)
        else:
            yield from _paragraph(block, note_marks)


def _paragraph(block: anydoc.Block, note_marks: dict[str, str]) -> Iterator[Line]:
    content = block.content or []
    words = line_text("".join(_text(inline, note_marks) for inline in content) or block.text or "")
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


def _text(inline: anydoc.Inline, note_marks: dict[str, str]) -> str:
    if inline.kind == "note_ref":
        return f"{CALL_START}{note_marks.get(inline.note_id or '', '')}{CALL_END}"
    if inline.kind == "line_break":
        return " "
    if inline.content:
        return "".join(_text(inner, note_marks) for inner in inline.content)
    return (inline.text or "").translate(WITHOUT_CALL_MARKERS)


def _list(list_: anydoc.List, note_marks: dict[str, str]) -> Iterator[Line]:
    """The lines of a list; the label is part of the first line of an item."""
    for at, item in enumerate(list_.items):
        label = item.marker_label
        if label is None:
            form = MARKER_FORMATS.get(list_.marker)
            label = f"{format_number(list_.start + at, form)}." if form else BULLET
        for line in _blocks(item.blocks, note_marks):
            yield _labelled(line, label.strip()) if label else line
            label = ""


def _labelled(line: Line, label: str) -> Line:
    shift = len(label) + 1
    calls = tuple((start + shift, end + shift) for start, end in line.calls)
    return replace(line, text=f"{label} {line.text}", label=len(label), calls=calls)


def _table(table: anydoc.Table, note_marks: dict[str, str]) -> Iterator[Line]:
    rows = [
        [list(_blocks(slot.cell.blocks, note_marks)) for slot in row if slot.cell is not None]
        for row in table.grid
    ]
    if table.kind == "layout" or is_masthead_table(rows):
        yield from (line for row in rows for cell in row for line in cell)
        return
    for row in rows:
        if any(line.text for cell in row for line in cell):
            yield table_row(row)
