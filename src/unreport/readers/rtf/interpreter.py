"""Executes the control words of an RTF file (RTF specification 1.9.1)."""

from __future__ import annotations

import copy
import re
import struct

from unreport.document import Line
from unreport.readers.rtf.charsets import DOCUMENT_CODE_PAGES, Font, code_page, decode
from unreport.readers.rtf.control_words import (
    ACTIONS,
    CHARACTER_VALUES,
    CHARACTERS,
    DESTINATIONS,
    FOOTERS,
    FORMATTING,
    HEADER_TABLES,
    HEADERS,
    PARAGRAPH_NUMBERS,
    PARAGRAPH_VALUES,
    SKIPPED,
    STATE_ACTIONS,
    SUBDOCUMENTS,
    SYMBOLS,
    TEXT_BOXES,
    TOGGLES,
    TRANSPARENT,
)
from unreport.readers.rtf.form_fields import read_form
from unreport.readers.rtf.formulas import read_formula
from unreport.readers.rtf.header import HEADER_READERS, Header, Style, read_groups
from unreport.readers.rtf.note_numbers import NoteNumbers
from unreport.readers.rtf.state import Field, State
from unreport.readers.rtf.subdocument import Properties, Subdocument
from unreport.readers.rtf.tokens import Token, rest_of_group, tokens
from unreport.readers.symbol_fonts import decode_symbol_text
from unreport.readers.word.fields.codes import read_code
from unreport.readers.word.fields.numbers import ListNumber, count_field
from unreport.readers.word.fields.results import missing_result
from unreport.readers.word.line_text import SCRIPTS, scripted
from unreport.readers.word.numbering import ListCounters
from unreport.readers.word.runs import is_invisible

MAX_DEPTH = 2_000  # of groups
ENDNOTE = re.compile(rb"\s*\\ftnalt")
SURROGATES = range(0xD800, 0xE000)
CONTINUES = re.compile(rb"[\\{]")  # another group, or text behind one closing brace too many


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
        self.note_numbers = {"footnote": NoteNumbers(), "endnote": NoteNumbers()}
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
                if self._has_ended():
                    break
            elif token.kind == "symbol":
                self._symbol(token.name)
            else:
                self._word(token)
        self._flush()
        while self.stack:
            self._close()
        self._end_open_paragraph()
        self.body.end_table()

    def _has_ended(self) -> bool:
        """Whether the group of the file has ended, and no control words or groups follow."""
        return not self.stack and CONTINUES.search(self.data, self.at) is None

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
        elif name in ACTIONS:
            getattr(self, ACTIONS[name])(number)
        elif name in STATE_ACTIONS:
            getattr(self.state, STATE_ACTIONS[name])(number)
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
        elif name == "fldrslt" and self.fields and self.fields[-1].is_hidden:
            self._skip_group()
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
        elif name in CHARACTER_VALUES:
            setattr(self.state, *CHARACTER_VALUES[name])
        elif name in PARAGRAPH_VALUES:
            setattr(self.state.paragraph, *PARAGRAPH_VALUES[name])
        elif name == "titlepg":  # the first page has a header of its own
            self.title_page = True
        elif name == "deff":
            self.default_font = number
        elif name in DOCUMENT_CODE_PAGES:
            self.codec = DOCUMENT_CODE_PAGES[name]
        elif name in PARAGRAPH_NUMBERS:
            setattr(self.state.paragraph, PARAGRAPH_NUMBERS[name], number or 0)
        elif name.startswith(("ftn", "aftn")):
            kind = "endnote" if name.startswith("a") else "footnote"
            self.note_numbers[kind].set(name.partition("ftn")[2], number)

    def _bytes(self, data: bytes) -> None:
        """Bytes of text, without those that only stand in for a Unicode character."""
        self.state.starred = False
        cut = min(self.skip, len(data))
        self.skip -= cut
        self.buffer += data[cut:]

    def _flush(self) -> None:
        if not self.buffer:
            return
        text = decode(bytes(self.buffer), self._font(), self.codec)
        self.buffer.clear()
        self._emit(text)

    def _font(self) -> Font:
        return self.state.used_font(self.header.fonts, self.default_font)

    def _emit(self, text: str) -> None:
        state, subdocument = self.state, self.subdocument
        if self.high_surrogate:
            self.high_surrogate, text = 0, f"\N{REPLACEMENT CHARACTER}{text}"
        if state.destination == "code" and self.fields:
            self.fields[-1].code.append(text)
        elif state.destination == "label":
            subdocument.label += text
        elif state.destination == "text" and self._visible():
            if (vertical := state.vertical_among(subdocument.content.formats)) in SCRIPTS:
                text = scripted(text, vertical or "", subdocument.content.end)
            subdocument.content.add(text, state.run_format)
            for open_field in self.fields:
                open_field.has_result = True

    def _visible(self) -> bool:
        removed = self.state.inserted if self.original else self.state.deleted
        return not removed and not self.state.hidden and not is_invisible(self.state.size / 2)

    def unicode(self, number: int | None) -> None:
        r"""`\uN`: a UTF-16 code unit."""
        unit = (number or 0) % 0x10000
        self.skip = self.state.fallback
        if unit in range(0xD800, 0xDC00):
            self.high_surrogate = unit
        elif unit in SURROGATES:
            pair = struct.pack("<HH", self.high_surrogate, unit)
            self.high_surrogate = 0
            self._emit(pair.decode("utf-16-le", errors="replace"))
        else:
            self._emit(decode_symbol_text(chr(unit), self._font().name))

    def paragraph_mark(self, _: int | None = None) -> None:
        """The end of a paragraph, unless its mark is removed or hidden, or it is a drop cap."""
        state = self.state
        if state.destination == "text" and self._visible() and not state.paragraph.is_drop_cap:
            self._end_paragraph()

    def section_mark(self, _: int | None) -> None:
        """The end of a section."""
        self.paragraph_mark()
        for numbers in self.note_numbers.values():
            numbers.end_section()

    def _end_paragraph(self) -> None:
        paragraph, subdocument = self.state.paragraph, self.subdocument
        style = self.header.styles.get(paragraph.style, Style())
        label = subdocument.label
        if paragraph.in_table and subdocument.in_empty_merged_cell:
            label = ""  # Word neither shows nor counts its empty paragraphs
        elif paragraph.list_number is not None:
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
            self.subdocument.edges, self.subdocument.merged = [], set()

    def cell_edge(self, number: int | None) -> None:
        """The right edge of a cell."""
        if self.state.destination == "text":
            self.subdocument.edges.append(number or 0)

    def continue_merge(self, _: int | None) -> None:
        """The cell that is defined next continues a vertical merge."""
        if self.state.destination == "text":
            self.subdocument.merged.add(len(self.subdocument.edges))

    def code_page(self, number: int | None) -> None:
        """The code page of the document."""
        self.codec = code_page(number) or self.codec

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
        numbers = self.note_numbers[kind]
        if self.subdocument.auto_mark is not None:
            numbers.next()
        mark = self.subdocument.mark_reference(numbers.mark)
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
            self.notes[subdocument.kind] += subdocument.note()
        elif subdocument.kind in TEXT_BOXES:
            self.subdocument.boxes += subdocument.lines
        elif subdocument.kind not in self.running:
            self.running[subdocument.kind] = subdocument.lines

    def _end_field(self) -> None:
        """A field without a result: what Word computes."""
        closed = self.fields.pop()
        if closed.has_result or not self._visible() or self.state.destination != "text":
            return
        code = "".join(closed.code)
        result = missing_result(read_code(code), code, closed.form)
        if isinstance(result, ListNumber):
            result = count_field(self.counters, self.lists, result, (None, 0), None)
        self._emit(result)

    def form_field(self, _: int | None) -> None:
        """The data of a form field."""
        group = list(rest_of_group(self.tokens))
        if self.fields:
            self.fields[-1].form = read_form(group, self.codec)
        self._close()

    def formula(self, _: int | None) -> None:
        """A formula as linear text."""
        self._emit(read_formula(rest_of_group(self.tokens), self.codec, self.state.fallback))
        self._close()

    def _header_table(self, name: str) -> None:
        for group in read_groups(self.tokens, nested=name.startswith("list")):
            HEADER_READERS[name](group, self.header)
        self.lists = self.header.definitions()
        self._close()
