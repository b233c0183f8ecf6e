"""RTF files as lines: the visible text, with notes, tables, headers and list numbers."""

from __future__ import annotations

import copy
import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from msgspec.structs import replace

from unreport.document import Document, Line, make_document
from unreport.errors import DamagedSource, LimitExceeded, UnreadableSource
from unreport.model import Source
from unreport.readers.rtf.charsets import DOCUMENT_CODE_PAGES, Font, code_page, decode
from unreport.readers.rtf.control_words import (
    CHARACTERS,
    FOOTERS,
    FORMATTING,
    HEADER_TABLES,
    HEADERS,
    NOTE_FORMATS,
    SKIPPED,
    SYMBOLS,
    TEXT_BOXES,
    TRANSPARENT,
)
from unreport.readers.rtf.header import (
    Header,
    Style,
    read_fonts,
    read_list,
    read_override,
    read_style,
)
from unreport.readers.rtf.subdocument import Properties, Subdocument
from unreport.readers.rtf.tokens import Token, tokens
from unreport.readers.word.fields import ListNumber, count_field, missing_result, read_code
from unreport.readers.word.layout_tables import is_masthead
from unreport.readers.word.line_text import SCRIPTS, note_lines, scripted
from unreport.readers.word.number_formats import format_number
from unreport.readers.word.numbering import ListCounters
from unreport.readers.word.runs import MAX_INVISIBLE_SIZE, RunFormat
from unreport.readers.word.styles import CharacterFormat

MEDIA_TYPE = "application/rtf"
MAX_BYTES = 64 * 2**20
MAX_DEPTH = 2_000  # of groups
DEFAULT_SIZE = 24  # half-points
ENDNOTE = re.compile(rb"\s*\\ftnalt")
SUBDOCUMENTS = frozenset({"footnote"}) | HEADERS | FOOTERS | TEXT_BOXES
DESTINATIONS = {
    "fldinst": "code", "listtext": "label", "pntext": "label", "upr": "ansi", "ud": "text",
    "nesttableprops": "row",
}  # fmt: skip
SURROGATES = range(0xD800, 0xE000)


@dataclass(slots=True)
class State:
    """The properties of a group, inherited by the groups in it."""

    destination: str = "text"  # text, code (of a field), label, skip
    font: int | None = None
    bold: bool = False
    italic: bool = False
    size: int = DEFAULT_SIZE
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    vertical: str | None = None
    fallback: int = 1  # `\\uc`: characters after `\\u` for readers without Unicode
    starred: bool = False
    opens_field: bool = False
    opens_subdocument: bool = False
    paragraph: Properties = field(default_factory=Properties)


@dataclass
class Field:
    """An open field: its code, and whether its result has text."""

    code: list[str] = field(default_factory=list)
    has_result: bool = False


def read_rtf(data: bytes, name: str | None = None, *, original: bool = False) -> Document:
    """Read an RTF file; tracked changes are accepted, with `original` rejected.

    Raises `UnreadableSource` if the file has no text, and `LimitExceeded` beyond 64 MiB.
    """
    if len(data) > MAX_BYTES:
        raise LimitExceeded(f"this file is larger than {MAX_BYTES:,} bytes", source=name)
    reader = Interpreter(data, original=original)
    try:
        reader.read()
    except RecursionError as error:
        raise DamagedSource("this RTF file nests its groups too deeply", source=name) from error
    lines = list(reader.lines())
    if not lines:
        raise UnreadableSource("no text was found in this RTF file", source=name)
    return make_document(lines, Source(name=name, media_type=MEDIA_TYPE))


class Interpreter:
    """Executes the control words of a file."""

    def __init__(self, data: bytes, *, original: bool) -> None:
        self.tokens = tokens(data)
        self.data = data
        self.at = 0  # offset of the next token
        self.original = original
        self.state = State()
        self.stack: list[State] = []
        self.header = Header()
        self.lists = self.header.definitions()
        self.codec = "cp1252"
        self.default_font: int | None = None
        self.subdocuments = [Subdocument()]
        self.body = self.subdocuments[0]
        self.notes: dict[str, list[Line]] = {"footnote": [], "endnote": []}
        self.note_counts = {"footnote": 0, "endnote": 0}
        self.note_formats = {"footnote": "decimal", "endnote": "decimal"}
        self.running: dict[str, list[Line]] = {}
        self.title_page = False
        self.fields: list[Field] = []
        self.counters = ListCounters()
        self.buffer = bytearray()
        self.skip = 0
        self.high_surrogate = 0

    @property
    def subdocument(self) -> Subdocument:
        """The subdocument that is being read."""
        return self.subdocuments[-1]

    def read(self) -> None:
        """Read the file."""
        for token in self.tokens:
            self.at = token.end
            if token.kind in ("hex", "text"):
                self._bytes(token.data)
                continue
            self._flush()
            if token.kind == "open":
                self._open()
            elif token.kind == "close":
                self._close()
            elif token.kind == "symbol":
                self._symbol(token.name)
            else:
                self._word(token)
        self._flush()
        while self.stack:
            self._close()
        self._end_open_paragraph()
        self.body.end_table()

    def lines(self) -> Iterator[Line]:
        """The lines in the order of a Word file: masthead, body, notes, headers and footers."""
        first = "headerf" if self.title_page and "headerf" in self.running else "header"
        masthead = self.running.get(first, [])
        if is_masthead(masthead):
            yield from (replace(line, role="body", level=None) for line in masthead)
            del self.running[first]
        yield from self.body.lines
        yield from self.notes["footnote"]
        yield from self.notes["endnote"]
        for lines in self.running.values():
            yield from lines

    def _open(self) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise RecursionError
        self.stack.append(self.state)
        self.state = copy.copy(self.state)
        self.state.paragraph = copy.copy(self.state.paragraph)
        self.state.opens_field = self.state.opens_subdocument = self.state.starred = False
        self.skip = 0

    def _close(self) -> None:
        if not self.stack:
            return
        closed = self.state
        if len(self.stack) == 1:
            self._end_open_paragraph()
        if closed.opens_subdocument:
            self._end_subdocument()
        if closed.opens_field:
            self._end_field()
        self.state = self.stack.pop()
        self.skip = 0

    def _symbol(self, name: str) -> None:
        if name == "*":
            self.state.starred = True
        elif name in "\r\n":
            self.paragraph_mark()
        elif name in SYMBOLS:
            self._emit(SYMBOLS[name])

    def _word(self, token: Token) -> None:
        name, number = token.name, token.number
        starred, self.state.starred = self.state.starred, False
        self.skip = 0
        if name in HEADER_TABLES:
            self._header_table(name)
        elif name in SKIPPED or self.state.destination == "skip":
            self._skip_group()
        elif self._destination(name):
            return
        elif name in CHARACTERS:
            self._emit(CHARACTERS[name])
        elif name in WORDS:
            WORDS[name](self, number)
        elif starred and name not in FORMATTING and name not in TRANSPARENT:
            self._skip_group()
        else:
            self._format(name, number)

    def _destination(self, name: str) -> bool:
        """Change the destination; whether the word is one."""
        if name in SUBDOCUMENTS:
            self._begin_subdocument(name)
        elif name == "field":
            self.fields.append(Field())
            self.state.opens_field = True
        elif name in DESTINATIONS:
            self.state.destination = DESTINATIONS[name]
        else:
            return False
        return True

    def _skip_group(self) -> None:
        """Skip the group; the file itself is no group that can be skipped."""
        if len(self.stack) > 1:
            self.state.destination = "skip"

    def _format(self, name: str, number: int | None) -> None:
        """Character and paragraph properties."""
        on = number != 0
        if name in TOGGLES:
            setattr(self.state, TOGGLES[name], on)
        elif name in PARAGRAPH_NUMBERS:
            setattr(self.state.paragraph, PARAGRAPH_NUMBERS[name], number or 0)
        elif name.startswith(("ftnn", "aftnn")):
            kind = "endnote" if name.startswith("a") else "footnote"
            form = NOTE_FORMATS.get(name.partition("ftnn")[2])
            self.note_formats[kind] = form or self.note_formats[kind]

    def _bytes(self, data: bytes) -> None:
        """Bytes of text, without those that only stand in for a Unicode character."""
        self.state.starred = False
        cut = min(self.skip, len(data))
        self.skip -= cut
        self.buffer += data[cut:]

    def _flush(self) -> None:
        if not self.buffer:
            return
        number = self.default_font if self.state.font is None else self.state.font
        font = self.header.fonts.get(number or 0, Font())
        text = decode(bytes(self.buffer), font, self.codec)
        self.buffer.clear()
        self._emit(text)

    def _emit(self, text: str) -> None:
        state, subdocument = self.state, self.subdocument
        if state.destination == "code" and self.fields:
            self.fields[-1].code.append(text)
        elif state.destination == "label":
            subdocument.label += text
        elif state.destination == "text" and self._visible():
            if state.vertical in SCRIPTS:
                text = scripted(text, state.vertical or "", subdocument.content.end)
            subdocument.content.add(text, self._run_format())
            for open_field in self.fields:
                open_field.has_result = True

    def _visible(self) -> bool:
        removed = self.state.inserted if self.original else self.state.deleted
        tiny = self.state.size / 2 <= MAX_INVISIBLE_SIZE
        return not removed and not self.state.hidden and not tiny

    def _run_format(self) -> RunFormat:
        state = self.state
        shown = CharacterFormat(state.size / 2, state.bold, state.italic)
        return RunFormat(shown, hidden=False, font=None)

    def unicode(self, number: int | None) -> None:
        r"""`\uN`: a UTF-16 code unit."""
        unit = (number or 0) % 0x10000
        self.skip = self.state.fallback
        if unit in range(0xD800, 0xDC00):
            self.high_surrogate = unit
        elif unit in SURROGATES:
            pair = struct.pack("<HH", self.high_surrogate, unit)
            self._emit(pair.decode("utf-16-le", errors="replace"))
        else:
            self._emit(chr(unit))

    def paragraph_mark(self, _: int | None = None) -> None:
        """The end of a paragraph, unless its mark is removed or hidden."""
        if self.state.destination == "text" and self._visible():
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        paragraph, subdocument = self.state.paragraph, self.subdocument
        style = self.header.styles.get(paragraph.style, Style())
        label = subdocument.label
        if paragraph.list_number is not None:
            counted = self.counters.next(
                self.lists, str(paragraph.list_number), paragraph.list_level
            )
            label = label or (counted.text if counted else "")
        subdocument.end_paragraph(paragraph, style, label)

    def cell(self, _: int | None) -> None:
        """The end of a table cell."""
        if self.state.destination == "text":
            self.state.paragraph.in_table = True
            self._end_paragraph()
            self.subdocument.end_cell()

    def nested_cell(self, _: int | None) -> None:
        """The end of a cell of a nested table."""
        if self.state.destination == "text":
            paragraph = self.state.paragraph
            paragraph.in_table, paragraph.table_depth = True, max(paragraph.table_depth, 2)
            self._end_paragraph()
            self.subdocument.end_nested_cell()

    def nested_row(self, _: int | None) -> None:
        """The end of a row of a nested table, among the properties of the row."""
        if self.state.destination in ("text", "row"):
            self.subdocument.end_nested_row()

    def row(self, _: int | None) -> None:
        """The end of a table row."""
        if self.state.destination == "text":
            self.subdocument.end_row()

    def row_defaults(self, _: int | None) -> None:
        """The beginning of a row definition."""
        if self.state.destination == "text":
            self.subdocument.edges = []

    def cell_edge(self, number: int | None) -> None:
        """The right edge of a cell."""
        if self.state.destination == "text":
            self.subdocument.edges.append(number or 0)

    def default_paragraph(self, _: int | None) -> None:
        """Default paragraph properties."""
        self.state.paragraph = Properties()

    def plain(self, _: int | None) -> None:
        """Default character properties."""
        state = self.state
        state.font, state.size, state.vertical = None, DEFAULT_SIZE, None
        state.bold = state.italic = state.hidden = state.deleted = state.inserted = False

    def _begin_subdocument(self, name: str) -> None:
        if self.state.destination != "text" or not self._visible():
            self.state.destination = "skip"
            return
        subdocument = Subdocument(name, "body")
        if name == "footnote":
            subdocument = self._note()
        elif name in HEADERS | FOOTERS:
            subdocument.role = "head" if name in HEADERS else "foot"
        self.subdocuments.append(subdocument)
        self.state.opens_subdocument = True
        self.state.paragraph = Properties()
        self.state.vertical = None

    def _note(self) -> Subdocument:
        r"""A footnote, or an endnote if `\ftnalt` follows."""
        kind = "endnote" if ENDNOTE.match(self.data, self.at) else "footnote"
        automatic = self.subdocument.auto_mark is not None
        number = self.note_counts[kind] + automatic
        self.note_counts[kind] = number
        mark = self.subdocument.mark_reference(format_number(number, self.note_formats[kind]))
        return Subdocument(kind, "note", mark)

    def note_mark(self, _: int | None) -> None:
        r"""`\chftn`: the number of a note, in a note or where it is referred to."""
        if self.state.destination != "text" or not self._visible():
            return
        if self.subdocument.role == "note":
            self._emit(self.subdocument.mark)
        else:
            self.subdocument.content.add("")
            self.subdocument.auto_mark = len(self.subdocument.content.parts) - 1

    def _end_open_paragraph(self) -> None:
        """A last paragraph that has no mark; without text there is none."""
        if self.subdocument.content.parts or self.subdocument.label:
            self._end_paragraph()

    def _end_subdocument(self) -> None:
        self._end_open_paragraph()
        subdocument = self.subdocuments.pop()
        subdocument.end_table()
        if subdocument.role == "note":
            self._add_note(subdocument)
        elif subdocument.kind in TEXT_BOXES:
            self.subdocument.boxes += subdocument.lines
        elif subdocument.kind not in self.running:
            self.running[subdocument.kind] = subdocument.lines

    def _add_note(self, subdocument: Subdocument) -> None:
        lines = [replace(line, role="note") for line in subdocument.lines]
        own = any(subdocument.mark and line.text.startswith(subdocument.mark) for line in lines)
        self.notes[subdocument.kind] += note_lines(lines, subdocument.mark, own=own)

    def _end_field(self) -> None:
        """A field without a result: what Word computes."""
        closed = self.fields.pop()
        if closed.has_result or not self._visible() or self.state.destination != "text":
            return
        code = "".join(closed.code)
        result = missing_result(read_code(code), code, None)
        if isinstance(result, ListNumber):
            result = count_field(self.counters, self.lists, result, (None, 0), None)
        self._emit(result)

    def _header_table(self, name: str) -> None:
        groups = list(self._groups(nested=name.startswith("list")))
        reader = HEADER_READERS[name]
        for group in groups:
            reader(group, self.header)
        self.lists = self.header.definitions()
        self._close()

    def _groups(self, *, nested: bool) -> Iterator[list[Token]]:
        """The groups of a table up to its end, and the tokens outside groups as one."""
        direct: list[Token] = []
        group: list[Token] = []
        depth = 0
        for token in self.tokens:
            if token.kind == "close" and depth == 0:
                break
            if token.kind == "open":
                depth += 1
            target = group if depth else direct
            if depth <= 1 or nested:
                target.append(token)
            if token.kind == "close":
                depth -= 1
                if depth == 0:
                    yield group
                    group = []
        if direct:
            yield direct


HEADER_READERS: dict[str, Callable[[list[Token], Header], None]] = {
    "fonttbl": read_fonts,
    "stylesheet": read_style,
    "listtable": read_list,
    "listoverridetable": read_override,
}
TOGGLES = {
    "b": "bold", "i": "italic", "v": "hidden", "deleted": "deleted", "revised": "inserted",
}  # fmt: skip
PARAGRAPH_NUMBERS = {
    "s": "style", "ls": "list_number", "ilvl": "list_level", "outlinelevel": "outline",
    "itap": "table_depth", "li": "left", "lin": "left", "fi": "first",
}  # fmt: skip


Action: TypeAlias = Callable[[Interpreter, int | None], None]


def _set(name: str, value: object) -> Action:
    return lambda reader, _: setattr(reader.state, name, value)


def _set_number(name: str) -> Action:
    return lambda reader, number: setattr(reader.state, name, number)


def _set_paragraph(name: str, value: object) -> Action:
    return lambda reader, _: setattr(reader.state.paragraph, name, value)


def _document_codec(codec: str) -> Action:
    return lambda reader, _: setattr(reader, "codec", codec)


def _code_page(reader: Interpreter, number: int | None) -> None:
    reader.codec = code_page(number) or reader.codec


def _default_font(reader: Interpreter, number: int | None) -> None:
    reader.default_font = number


def _title_page(reader: Interpreter, _: int | None) -> None:
    reader.title_page = True


WORDS: dict[str, Action] = {
    "par": Interpreter.paragraph_mark,
    "sect": Interpreter.paragraph_mark,
    "nestcell": Interpreter.nested_cell,
    "nestrow": Interpreter.nested_row,
    "pard": Interpreter.default_paragraph,
    "plain": Interpreter.plain,
    "u": Interpreter.unicode,
    "cell": Interpreter.cell,
    "row": Interpreter.row,
    "trowd": Interpreter.row_defaults,
    "cellx": Interpreter.cell_edge,
    "chftn": Interpreter.note_mark,
    "ansicpg": _code_page,
    "deff": _default_font,
    "titlepg": _title_page,
    "f": _set_number("font"),
    "super": _set("vertical", "superscript"),
    "sub": _set("vertical", "subscript"),
    "nosupersub": _set("vertical", None),
    "qc": _set_paragraph("centred", value=True),
    "ql": _set_paragraph("centred", value=False),
    "qr": _set_paragraph("centred", value=False),
    "qj": _set_paragraph("centred", value=False),
    "intbl": _set_paragraph("in_table", value=True),
    **{name: _document_codec(codec) for name, codec in DOCUMENT_CODE_PAGES.items()},
}


def _size(reader: Interpreter, number: int | None) -> None:
    reader.state.size = number or DEFAULT_SIZE


def _fallback(reader: Interpreter, number: int | None) -> None:
    reader.state.fallback = 1 if number is None else max(number, 0)


WORDS |= {"fs": _size, "uc": _fallback}
