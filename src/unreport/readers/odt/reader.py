"""OpenDocument text as lines: body, lists, tables, notes, headers, tracked changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from unreport.document import Document, Line, Role, make_document
from unreport.errors import EmptySource, UnreadableSource
from unreport.model import Source
from unreport.readers.mathml import linear
from unreport.readers.odt.charts import chart_lines
from unreport.readers.odt.controls import field_mark, read_controls
from unreport.readers.odt.hidden_content import NUMBER, PARAGRAPHS, SKIPPED, is_hidden
from unreport.readers.odt.names import DRAW, FIELD, OFFICE, STYLE, TABLE, TEXT, XML_ID
from unreport.readers.odt.package import Parts, formula_of, open_document
from unreport.readers.odt.styles import DEFAULT_SIZE, OUTLINE, OdtStyle, OdtStyles, read_styles
from unreport.readers.odt.tables import row_cells, table_rows
from unreport.readers.symbol_fonts import decode_symbol_text
from unreport.readers.word.drawings.embedded_objects import objects_doubt
from unreport.readers.word.layout_tables import data_rows, is_masthead, is_masthead_table
from unreport.readers.word.line_text import (
    CALL_END,
    CALL_START,
    SCRIPTS,
    WITHOUT_CALL_MARKERS,
    line_text,
    note_lines,
    paragraph_lines,
    scripted,
    separate_lines,
)
from unreport.readers.word.numbering import (
    ListCounters,
    NumberingDefinitions,
    NumberingInstance,
)
from unreport.readers.word.runs import is_invisible
from unreport.readers.word.styles import CharacterFormat, RunProperties, prevailing_format
from unreport.readers.word.tables import aligned
from unreport.readers.word.xml_names import Element

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
MAX_MASTHEAD_LINE = 200  # characters
MASTHEAD_LINES = 40  # a table after more lines is no masthead table
MAX_LEVEL = 9
MAX_SPACES = 100
SPACE = re.compile(r"[ \t\r\n]+")


def read_odt(data: bytes, name: str | None = None, *, original: bool = False) -> Document:
    """Read an OpenDocument text, packed or flat; tracked changes as in Word files."""
    parts = open_document(data, name)
    body = parts.content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UnreadableSource(
            "this is an OpenDocument file, but not of text; save it as PDF or DOCX", source=name
        )
    roots = [root for root in (parts.styles, parts.content) if root is not None]
    reader = Reader(read_styles(roots), _changes(parts.content), original)
    reader.controls, reader.part = read_controls(parts.content), parts.part
    text = list(reader.blocks(body))
    masthead, running = _headers(parts, reader)
    lines = [*masthead, *text, *reader.notes["footnote"], *reader.notes["endnote"], *running]
    if not lines:
        raise EmptySource("no text was found in this OpenDocument file", source=name)
    doubts = objects_doubt(+reader.unread)
    return make_document(lines, Source(name=name, media_type=MEDIA_TYPE), doubts)


def _changes(root: Element) -> dict[str, Element]:
    """The tracked changes by id: `text:insertion`, `text:deletion`, `text:format-change`."""
    return {
        region.get(XML_ID) or region.get(f"{TEXT}id", ""): region[0]
        for region in root.iter(f"{TEXT}changed-region")
        if len(region)
    }


PAGE_EDGES: tuple[tuple[str, Role], ...] = (
    ("header-first", "head"), ("header", "head"), ("footer-first", "foot"), ("footer", "foot"),
)  # fmt: skip


def _headers(parts: Parts, reader: Reader) -> tuple[list[Line], list[Line]]:
    """The lines of the first header if it is a masthead, and of other headers and footers."""
    roots = [] if parts.styles is None else [*parts.styles.iter(f"{STYLE}master-page")]
    masthead: list[Line] = []
    running: list[Line] = []
    for page in roots:
        for kind, role in PAGE_EDGES:
            for element in page.findall(f"{STYLE}{kind}"):
                lines = [replace(line, role=role) for line in reader.blocks(element, role)]
                if role == "head" and not masthead and is_masthead(lines):
                    masthead = [replace(line, role="body", level=None) for line in lines]
                else:
                    running += lines
    return masthead, running


@dataclass
class Content:
    """Accumulates the text of a paragraph."""

    parts: list[str] = field(default_factory=list)
    formats: Counter[CharacterFormat] = field(default_factory=Counter)
    boxes: list[Line] = field(default_factory=list)
    space_at: int = 0  # the number of parts after which white space is collapsed (6.1.2)


@dataclass
class Numbering:
    """An open list: the key of its counters, its list style, its level from 0."""

    key: str
    style: str
    level: int = 0


@dataclass
class Reader:
    """Reads the blocks of a file in order."""

    styles: OdtStyles
    changes: dict[str, Element]
    original: bool
    notes: dict[str, list[Line]] = field(default_factory=lambda: {"footnote": [], "endnote": []})
    counters: ListCounters = field(default_factory=ListCounters)
    list_keys: dict[str, str] = field(default_factory=dict)  # by id, and by style for the last list
    controls: dict[str, str] = field(default_factory=dict)  # what they show, by id
    part: Callable[[Element], Element | None] = lambda _: None  # of an object
    unread: Counter[str] = field(
        default_factory=Counter
    )  # objects that are neither formulas nor charts
    lists: int = 0
    inserted: int = 0  # open insertions
    lines_read: int = 0
    masthead_ended: bool = False

    def blocks(self, container: Element, role: Role = "body") -> Iterator[Line]:
        """The lines of the body, a header, a note, a cell or a text box."""
        for element in container:
            tag = element.tag
            if tag in SKIPPED or not isinstance(tag, str) or is_hidden(element):
                continue
            if tag in PARAGRAPHS:
                yield from self._paragraph(element, role, self._heading_label(element))
            elif tag == f"{TEXT}numbered-paragraph":
                yield from self._numbered(element, role)
            elif tag == f"{TEXT}list":
                yield from self._list(element, role, None)
            elif tag == f"{TABLE}table":
                yield from self._table(element, role)
            else:
                self._change(element, None)
                yield from self.blocks(element, role)

    def _heading_label(self, element: Element) -> str:
        """The number of a heading by the outline style."""
        if element.tag != f"{TEXT}h" or element.get(f"{TEXT}is-list-header") == "true":
            return ""
        if not self.styles.get(element.get(f"{TEXT}style-name")).outline_numbered:
            return ""
        level = _number(element.get(f"{TEXT}outline-level"), 1)
        restarts = element.get(f"{TEXT}restart-numbering") == "true"
        start = (_start(element) or 1) if restarts else None
        return self._label(Numbering(OUTLINE, OUTLINE, min(level, MAX_LEVEL) - 1), start)

    def _label(self, numbering: Numbering, start: int | None) -> str:
        levels = self.styles.lists.get(numbering.style, {})
        if start is not None:
            self.counters.values.setdefault(numbering.key, {})[numbering.level] = start - 1
        instance = NumberingInstance(numbering.key, levels, {})
        label = self.counters.next(
            NumberingDefinitions({numbering.key: instance}), numbering.key, numbering.level
        )
        return label.text.strip() if label else ""

    def _list(self, element: Element, role: Role, outer: Numbering | None) -> Iterator[Line]:
        numbering = self._numbering(element, outer)
        for item in element:
            label = ""
            if item.tag == f"{TEXT}list-item" and any(e.tag in PARAGRAPHS for e in item):
                label = self._label(_overridden(numbering, item), _start(item))
            yield from self._item(item, role, numbering, label)

    def _numbered(self, element: Element, role: Role) -> Iterator[Line]:
        """A numbered paragraph, which names its list and its level (5.3.6)."""
        level = min(_number(element.get(f"{TEXT}level"), 1), MAX_LEVEL) - 1
        key = f"paragraphs {element.get(f'{TEXT}list-id', '')}"
        numbering = Numbering(key, element.get(f"{TEXT}style-name", ""), level)
        yield from self._item(element, role, numbering, self._label(numbering, _start(element)))

    def _item(self, item: Element, role: Role, numbering: Numbering, label: str) -> Iterator[Line]:
        """The blocks of a list item; its first paragraph has the label."""
        for block in item:
            if is_hidden(block):
                continue
            if block.tag == NUMBER:
                label = label or "".join(block.itertext()).strip()
            elif block.tag in PARAGRAPHS:
                yield from self._paragraph(block, role, label)
                label = ""
            elif block.tag == f"{TEXT}list":
                yield from self._list(block, role, numbering)
            elif block.tag == f"{TABLE}table":
                yield from self._table(block, role)

    def _numbering(self, element: Element, outer: Numbering | None) -> Numbering:
        """The numbering of a list: a nested level, a continued list, or a new one (5.3.1)."""
        style = element.get(f"{TEXT}style-name")
        if outer is not None:
            return Numbering(outer.key, style or outer.style, min(outer.level + 1, MAX_LEVEL - 1))
        style = style or ""
        key = self.list_keys.get(element.get(f"{TEXT}continue-list", ""))
        if key is None and element.get(f"{TEXT}continue-numbering") == "true":
            key = self.list_keys.get(f"style {style}")
        if key is None:
            self.lists += 1
            key = f"list {self.lists}"
        self.list_keys[f"style {style}"] = key
        if identifier := element.get(XML_ID):
            self.list_keys[identifier] = key
        return Numbering(key, style)

    def _paragraph(self, element: Element, role: Role, label: str) -> Iterator[Line]:
        style = self.styles.get(element.get(f"{TEXT}style-name"))
        label = label or _stored_number(element)
        content = Content()
        self._inline(element, style.run, content)
        level = self._level(element, style)
        text = SPACE_BEFORE_BREAK.sub("\n", "".join(content.parts))
        split = role in ("body", "head") and not level
        pieces = separate_lines(text, masthead=not self.masthead_ended) if split else [text]
        words = [piece for piece in map(line_text, pieces) if piece.text]
        above = role == "body" and self.lines_read == 0
        yield from content.boxes if above else ()
        shown = prevailing_format(content.formats)
        shared = Line(
            text="",
            role=role,
            level=level,
            style=style.name or None,
            size=shown.size if shown else None,
            bold=shown.bold if shown else None,
            italic=shown.italic if shown else None,
            centred=style.centred,
        )
        for line in paragraph_lines(words, label, shared) if words or label else ():
            yield line
            self.lines_read += 1
        yield from () if above else content.boxes
        self.masthead_ended |= bool(label or level) or len(text) > MAX_MASTHEAD_LINE

    def _level(self, element: Element, style: OdtStyle) -> int | None:
        if style.level is not None or element.tag != f"{TEXT}h":
            return style.level
        return _number(element.get(f"{TEXT}outline-level"), 1)

    def _inline(self, element: Element, base: RunProperties, content: Content) -> None:
        self._text(element.text, base, content)
        for inner in element:
            self._inline_element(inner, base, content)
            self._text(inner.tail, base, content)

    def _inline_element(self, inner: Element, base: RunProperties, content: Content) -> None:
        tag = inner.tag
        if tag in SKIPPED or not isinstance(tag, str) or is_hidden(inner):
            return
        if tag == f"{TEXT}span":
            style = self.styles.get(inner.get(f"{TEXT}style-name"))
            self._inline(inner, style.run.inheriting(base), content)
        elif tag == f"{TEXT}s":
            count = _number(inner.get(f"{TEXT}c"), 1)
            content.parts.append(" " * min(count, MAX_SPACES))
        elif tag == f"{TEXT}tab":
            content.parts.append("\t")
        elif tag == f"{TEXT}line-break":
            content.parts.append("\n")
        elif tag == f"{TEXT}note":
            self._note(inner, base, content)
        elif tag == f"{DRAW}control":
            content.parts.append(self.controls.get(inner.get(f"{DRAW}control", ""), ""))
        elif tag == f"{FIELD}fieldmark":
            content.parts.append(field_mark(inner))
        elif tag.startswith(DRAW):
            self._drawing(inner, content)
        else:
            self._change(inner, content)
            self._inline(inner, base, content)

    def _drawing(self, element: Element, content: Content) -> None:
        """The formulas of a drawing, and the text of its boxes and shapes."""
        for inner in element.iterchildren(f"{DRAW}object"):
            self._object(inner, content)
        if element.tag == f"{DRAW}text-box" or any(e.tag in PARAGRAPHS for e in element):
            content.boxes += [replace(line, level=0) for line in self.blocks(element)]
            return
        for inner in element:
            if isinstance(inner.tag, str) and inner.tag.startswith(DRAW):
                self._drawing(inner, content)

    def _object(self, element: Element, content: Content) -> None:
        """The text of a formula, or the data of a chart."""
        part = self.part(element)
        formula = None if part is None else formula_of(part)
        chart = [] if part is None or formula is not None else list(chart_lines(part))
        content.parts.append("" if formula is None else linear(formula))
        content.boxes += chart
        self.unread["embedded object"] += formula is None and not chart

    def _change(self, element: Element, content: Content | None) -> None:
        """The marks of tracked changes (5.5): insertions begin and end, deletions are a point."""
        change = self.changes.get(element.get(f"{TEXT}change-id", ""))
        if change is None or not self.original:
            return
        if change.tag == f"{TEXT}insertion":
            self.inserted += element.tag == f"{TEXT}change-start"
            self.inserted -= element.tag == f"{TEXT}change-end"
        elif change.tag == f"{TEXT}deletion" and content is not None:
            paragraphs = [SPACE.sub(" ", "".join(p.itertext())) for p in change.iter(*PARAGRAPHS)]
            content.parts.append(" ".join(paragraphs))

    def _text(self, text: str | None, base: RunProperties, content: Content) -> None:
        if not text or base.hidden or is_invisible(base.size) or self.inserted:
            return
        text = SPACE.sub(" ", decode_symbol_text(text.translate(WITHOUT_CALL_MARKERS), base.font))
        if content.space_at == len(content.parts):
            text = text.removeprefix(" ")
        if base.vertical in SCRIPTS:
            text = scripted(text, base.vertical or "", "".join(content.parts[-3:]))
        content.parts.append(text)
        content.space_at = len(content.parts) if text.endswith(" ") else content.space_at
        if not text.isspace():
            shown = CharacterFormat(base.size or DEFAULT_SIZE, bool(base.bold), bool(base.italic))
            content.formats[shown] += len(text)

    def _note(self, element: Element, base: RunProperties, content: Content) -> None:
        """A note reference with its mark, and the note."""
        if self.inserted or base.hidden:
            return
        citation = element.find(f"{TEXT}note-citation")
        mark = "" if citation is None else "".join(citation.itertext()).strip()
        content.parts.append(f"{CALL_START}{mark}{CALL_END}")
        body = element.find(f"{TEXT}note-body")
        kind = "endnote" if element.get(f"{TEXT}note-class") == "endnote" else "footnote"
        lines = [] if body is None else list(self.blocks(body, "note"))
        lines = [replace(line, role="note") for line in lines]
        self.notes[kind] += note_lines(lines, mark, own=False)

    def _table(self, table: Element, role: Role) -> Iterator[Line]:
        rows = list(aligned([self._row(row, role) for row in table_rows(table)]))
        early = role == "body" and self.lines_read <= MASTHEAD_LINES
        if role in ("head", "foot") or (early and is_masthead_table(rows)):
            lines = (line for cells in rows for cell in cells for line in cell)
            yield from (replace(line, level=None) for line in lines)
        else:
            yield from data_rows(rows)

    def _row(self, row: Element, role: Role) -> dict[int, list[Line]]:
        cells: dict[int, list[Line]] = {}
        for column, times, cell in row_cells(row):
            lines = list(self.blocks(cell, role))
            cells |= dict.fromkeys(range(column, column + (times if lines else 1)), lines)
        return cells


def _stored_number(heading: Element) -> str:
    number = heading.find(NUMBER)
    return "" if number is None else "".join(number.itertext()).strip()


def _start(item: Element) -> int | None:
    start = item.get(f"{TEXT}start-value", "")
    return int(start) if start.isdigit() else None


def _overridden(numbering: Numbering, item: Element) -> Numbering:
    """The numbering of an item with a list style of its own (`text:style-override`)."""
    style = item.get(f"{TEXT}style-override")
    return Numbering(numbering.key, style, numbering.level) if style else numbering


SPACE_BEFORE_BREAK = re.compile(r"(?<! ) *+\n *+")


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 6 else default  # noqa: PLR2004
