"""A subdocument of an RTF or .doc file (body, header, note, text box) as lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from unreport.document import Line, Role
from unreport.readers.rtf.header import Style
from unreport.readers.word.layout_tables import data_rows, is_masthead_table
from unreport.readers.word.line_text import (
    CALL_END,
    CALL_START,
    line_text,
    note_lines,
    paragraph_lines,
    separate_lines,
    single_line,
)
from unreport.readers.word.runs import ParagraphContent
from unreport.readers.word.styles import prevailing_format
from unreport.readers.word.tables import aligned

TWIPS = 20  # to the point
MASTHEAD_LINES = 40  # a table after more lines is no masthead table
MAX_MASTHEAD_LINE = 200  # characters
DROP_CAPS = (1, 2)
# The mark of a note that has no automatic number: `met.*`, `met.¹`
CUSTOM_MARK = re.compile(r"(?:[*†‡§¶]{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})$")


@dataclass(slots=True)
class Properties:
    r"""Paragraph properties, which `\pard` resets."""

    style: int = 0
    centred: bool = False
    in_table: bool = False
    table_depth: int = 0  # `\itap`: 2 and more in a nested table
    list_number: int | None = None  # `\\ls`
    list_level: int = 0
    outline: int | None = None
    left: int = 0  # twips
    first: int = 0
    drop_cap: int = 0  # `\\dropcapt`, the lowest bits of `sprmPDcs`: 1 in the text, 2 in the margin

    @property
    def is_drop_cap(self) -> bool:
        """Whether the text is the first letter of the next paragraph, in a frame of its own."""
        return self.drop_cap & 7 in DROP_CAPS


@dataclass
class Subdocument:
    """Collects the text of a subdocument."""

    kind: str = "body"
    role: Role = "body"
    mark: str = ""  # of a note
    lines: list[Line] = field(default_factory=list)
    content: ParagraphContent = field(default_factory=ParagraphContent)
    label: str = ""  # text of `\\listtext`
    boxes: list[Line] = field(default_factory=list)
    auto_mark: int | None = None  # index of the part for the mark of a note reference
    cell: list[Line] = field(default_factory=list)
    cells: list[list[Line]] = field(default_factory=list)
    nested_cell: list[Line] = field(default_factory=list)
    nested_cells: list[list[Line]] = field(default_factory=list)
    edges: list[int] = field(default_factory=list)  # right edges of the cells of the row
    merged: set[int] = field(default_factory=set)
    """The cells of the row that continue a vertical merge."""
    rows: list[dict[int, list[Line]]] = field(default_factory=list)
    masthead_ended: bool = False

    @property
    def in_empty_merged_cell(self) -> bool:
        """Whether a paragraph without text is in a cell that continues a vertical merge."""
        return len(self.cells) in self.merged and not self.cell and not self.content.text.strip()

    def end_paragraph(self, properties: Properties, style: Style, label: str) -> None:
        """Make lines of the paragraph; `label` is its automatic number."""
        made = list(self._paragraph_lines(properties, style, label))
        content, self.content = self.content, ParagraphContent()
        boxes, self.boxes = self.boxes, []
        self.label, self.auto_mark = "", None
        first = self.kind == "body" and not self.lines and not self.rows
        made = [*boxes, *made] if first else [*made, *boxes]
        if properties.in_table and properties.table_depth > 1:
            self.nested_cell += made
        elif properties.in_table:
            self.cell += made
        else:
            if content.text or made:
                self.end_table()
            self.lines += made

    def _paragraph_lines(self, properties: Properties, style: Style, label: str) -> Iterator[Line]:
        level = style.level
        if level is None and properties.outline is not None and self.masthead_ended:
            level = properties.outline + 1 if properties.outline < 9 else None  # noqa: PLR2004
        text = self.content.text
        split = self.role in ("body", "head") and not level
        pieces = separate_lines(text, masthead=not self.masthead_ended) if split else [text]
        words = [piece for piece in map(line_text, pieces) if piece.text]
        number = single_line(label)
        if not words and not number:
            return
        shown = prevailing_format(self.content.formats)
        shared = Line(
            text="",
            role=self.role,
            indent=(properties.left + properties.first) / TWIPS,
            level=level,
            style=style.name or None,
            size=shown.size if shown else None,
            bold=shown.bold if shown else None,
            italic=shown.italic if shown else None,
            centred=properties.centred,
        )
        yield from paragraph_lines(words, number, shared)
        self.masthead_ended |= bool(number or level) or len(text) > MAX_MASTHEAD_LINE

    def end_cell(self) -> None:
        """The end of a table cell."""
        self.cell += self.nested_cell
        self.cells.append(self.cell)
        self.cell, self.nested_cell = [], []

    def end_nested_cell(self) -> None:
        """The end of a cell of a nested table."""
        self.nested_cells.append(self.nested_cell)
        self.nested_cell = []

    def end_nested_row(self) -> None:
        """The end of a row of a nested table, which is a line of the outer cell."""
        self.cell += data_rows([self.nested_cells])
        self.nested_cells = []

    def end_row(self) -> None:
        """The end of a table row: its cells by their left edges."""
        starts = [-(2**31), *self.edges]
        row: dict[int, list[Line]] = {}
        for at, cell in enumerate(self.cells):
            row[starts[at] if at < len(starts) else starts[-1] + at] = cell
        if row:
            self.rows.append(row)
        self.cells = []

    def end_table(self) -> None:
        """Make lines of the rows of a table."""
        if self.cell:
            self.end_cell()
        if self.cells:
            self.end_row()
        rows, self.rows = list(aligned(self.rows)), []
        early = self.role == "body" and len(self.lines) <= MASTHEAD_LINES
        if rows and (self.role == "head" or (early and is_masthead_table(rows))):
            lines = (line for cells in rows for cell in cells for line in cell)
            self.lines += [replace(line, level=None) for line in lines]
        else:
            self.lines += data_rows(rows)

    def note(self) -> Iterator[Line]:
        """The lines as a note that begins with its mark."""
        lines = [replace(line, role="note") for line in self.lines]
        own = any(self.mark and line.text.startswith(self.mark) for line in lines)
        return note_lines(lines, self.mark, own=own)

    def mark_reference(self, number: str) -> str:
        """Insert a note reference, and return its mark: the number, or a custom mark before it."""
        parts = self.content.parts
        if self.auto_mark is not None and self.auto_mark < len(parts):
            parts[self.auto_mark] = f"{CALL_START}{number}{CALL_END}"
            self.auto_mark = None
            return number
        for at in range(len(parts) - 1, max(len(parts) - 4, -1), -1):
            if match := CUSTOM_MARK.search(parts[at].rstrip()):
                mark = unicodedata.normalize("NFKC", match[0])
                parts[at] = f"{parts[at][: match.start()]}{CALL_START}{mark}{CALL_END}"
                return mark
            if parts[at].strip():
                break
        return ""
