"""The subdocuments of a .doc file as lines: paragraphs, tables, fields, notes, numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from struct import unpack_from

from msgspec.structs import replace

from unreport.document import Line, Role
from unreport.model import Issue
from unreport.readers.doc.binary_file import BinaryFile
from unreport.readers.doc.fonts import FONTS, read_fonts
from unreport.readers.doc.form_fields import read_form
from unreport.readers.doc.lists import LISTS, OVERRIDES, read_lists
from unreport.readers.doc.note_numbers import note_sections
from unreport.readers.doc.properties import (
    CHARACTER_STYLE,
    DELETED,
    INSERTED,
    PLC_CHPX,
    PLC_PAPX,
    SYMBOL,
    Stretch,
    apply,
    character_stretches,
    find,
    paragraph_stretches,
    row_edges,
    sprms,
)
from unreport.readers.doc.styles import STYLES, DocStyles, read_styles
from unreport.readers.doc.text_boxes import text_boxes
from unreport.readers.rtf.header import Style
from unreport.readers.rtf.subdocument import Properties, Subdocument
from unreport.readers.symbol_fonts import decode_symbol_text, symbol_character
from unreport.readers.word.fields.codes import read_code, shows_result
from unreport.readers.word.fields.form_fields import FormField
from unreport.readers.word.fields.numbers import ListNumber, count_field
from unreport.readers.word.fields.results import missing_result
from unreport.readers.word.line_text import CALL_END, CALL_START, SCRIPTS, note_lines, scripted
from unreport.readers.word.numbering import ListCounters
from unreport.readers.word.runs import RunFormat, is_invisible
from unreport.readers.word.styles import character_format

# Modifiers of a paragraph: its property and the form of the operand
LAYOUT = {
    0x2416: ("in_table", "<?"), 0x6649: ("table_depth", "<i"), 0x260A: ("list_level", "<B"),
    0x460B: ("list_number", "<H"), 0x2640: ("outline", "<B"), 0x840F: ("left", "<h"),
    0x845E: ("left", "<h"), 0x8411: ("first", "<h"), 0x8460: ("first", "<h"),
    0x442C: ("drop_cap", "<B"),
}  # fmt: skip
FLAGS = {0x2417: "row_end", 0x244B: "inner_cell", 0x244C: "inner_row"}
LARGE = frozenset({0x6645, 0x6646, 0x646B})  # sprmPHugePapx, sprmPTableProps
JUSTIFICATION = frozenset({0x2403, 0x2461})
TABLE_DEFINITION, HIDDEN = 0xD608, 0x083C
FONT = 0x4A4F  # sprmCRgFtc0, of ASCII characters and of those of private use
UNREAD_HEADERS = "The headers and footers are not read: the table of their positions is damaged."
MISSING_LIST = (
    "Lists are missing; the numbers of paragraphs that refer to them, {count}, are not known."
)
MAX_LIST = 0x7FE  # larger values of `sprmPIlfo` are of removed numbers
REFERENCES = {"footnote": (2, 3), "endnote": (46, 47)}  # PlcffndRef and PlcffndTxt, for endnotes
HEADERS = 11
HEADER_KINDS = ("head", "head", "foot", "foot", "head", "foot")  # even, odd, …, first

CELL, LINE, PAGE, PARAGRAPH = "\x07", "\x0b", "\x0c", "\r"
FIELD_BEGIN, FIELD_SEPARATOR, FIELD_END = "\x13", "\x14", "\x15"
NOTE_MARK, PICTURE, DRAWING, COMMENT, SYMBOL_MARK = "\x02", "\x01", "\x08", "\x05", "("
REPLACED = {"\x1e": "\N{NON-BREAKING HYPHEN}", "\x1f": "", "\x0e": "\n", LINE: "\n", PAGE: "\n"}
SKIPPED = frozenset({PICTURE, DRAWING, COMMENT, "\x03", "\x04"})


@dataclass
class ParagraphProperties:
    """The properties of a paragraph as far as they are read."""

    style: int = 0
    row_end: bool = False
    inner_cell: bool = False
    inner_row: bool = False
    edges: list[int] | None = None
    layout: Properties = field(default_factory=Properties)


@dataclass
class Field:
    """An open field."""

    code: list[str] = field(default_factory=list)
    in_result: bool = False
    has_result: bool = False
    form: FormField | None = None


class Interpreter:
    """Reads the subdocuments of a file."""

    def __init__(self, file: BinaryFile, *, original: bool) -> None:
        self.file = file
        self.original = original
        self.characters = character_stretches(file.structure(PLC_CHPX), file.stream)
        self.paragraphs = paragraph_stretches(file.structure(PLC_PAPX), file.stream)
        self.styles: DocStyles = read_styles(file.structure(STYLES))
        offset, size = unpack_from("<II", file.stream, 0x9A + 8 * LISTS)
        levels = file.table[offset + size :]
        self.lists = read_lists(file.structure(LISTS), levels, file.structure(OVERRIDES))
        self.counters = ListCounters()
        self.fonts = read_fonts(file.structure(FONTS))
        self.notes = {kind: _references(file, kind) for kind in REFERENCES}
        self.boxes = text_boxes(file)  # those that are not yet read
        self.fields: list[Field] = []
        self.cache: dict[tuple[int, bytes], tuple[RunFormat, str | None]] = {}
        self.damage: Counter[str] = Counter()

    def doubts(self) -> tuple[Issue, ...]:
        """A doubt for each kind of damage that was met, with its number of places."""
        return tuple(
            Issue(code="unread-part", message=message.format(count=count))
            for message, count in self.damage.items()
        )

    def lines(self, name: str, start: int, end: int, mark: str = "") -> list[Line]:
        """The lines of a range of characters of a subdocument."""
        role: Role = "note" if name in REFERENCES else "body"
        subdocument = Subdocument(name, role, mark)
        fields, self.fields = self.fields, []
        for first, last in self._paragraph_ranges(start, end):
            self._paragraph(subdocument, first, last)
        subdocument.end_table()
        self.fields = fields
        return subdocument.lines

    def box_lines(self, anchor: int | None = None) -> list[Line]:
        """The lines of the text boxes with an anchor; without one, of all that are left."""
        found = [bounds for bounds, at in self.boxes.items() if anchor is None or at == anchor]
        lines: list[Line] = []
        for bounds in found:
            if self.boxes.pop(bounds, -1) == -1:
                continue  # read within another box
            lines += [replace(line, level=0) for line in self.lines("textbox", *bounds)]
        return lines

    def note_lines(self, kind: str) -> Iterator[Line]:
        """The notes of a kind in order."""
        start, end = self.file.ranges[kind]
        for bounds, mark in self.notes[kind].values():
            first, last = (start + position for position in bounds)
            lines = self.lines(kind, first, min(last, end), mark)
            own = any(mark and line.text.startswith(mark) for line in lines)
            yield from note_lines(lines, mark, own=own)

    def headers(self) -> Iterator[tuple[int, list[Line]]]:
        """The headers and footers by their number in a section: 0 to 5."""
        start, end = self.file.ranges["header"]
        table = self.file.structure(HEADERS)
        positions = unpack_from(f"<{len(table) // 4}I", table)
        if list(positions) != sorted(positions):
            self.damage[UNREAD_HEADERS] = 1
            return
        for index, (first, last) in enumerate(pairwise(positions)):
            if index >= 6 and first < last and start + last <= end:  # noqa: PLR2004  # separators
                kind = (index - 6) % 6
                lines = self.lines("header", start + first, start + last)
                yield kind, [replace(line, role=HEADER_KINDS[kind]) for line in lines]

    def header_box_lines(self) -> list[Line]:
        """The text boxes of all headers and footers."""
        lines = self.lines("headerbox", *self.file.ranges["headerbox"])
        return [replace(line, role="head") for line in lines]

    def _paragraph_ranges(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        at = start
        for position in range(start, end):
            if self.file.text[position] in (PARAGRAPH, CELL, PAGE):
                yield at, position
                at = position + 1
        if at < end:
            yield at, end

    def _paragraph(self, subdocument: Subdocument, start: int, end: int) -> None:
        """Read a paragraph, whose mark is the character at `end`."""
        properties = self._properties(end)
        self._runs(subdocument, start, end, properties.style)
        mark = self.file.text[end : end + 1]
        continues = self._mark_removed(end) or properties.layout.is_drop_cap
        if mark in (PARAGRAPH, PAGE) and continues and not properties.inner_cell:
            return
        if mark == CELL and not subdocument.content.parts and properties.row_end:
            subdocument.edges = properties.edges or subdocument.edges
            subdocument.end_row()
            return
        if properties.inner_row:
            subdocument.end_nested_row()
            return
        style = self._style(properties)
        label = self._label(properties)
        subdocument.end_paragraph(properties.layout, style, label)
        if properties.inner_cell:
            subdocument.end_nested_cell()
        elif mark == CELL:
            subdocument.end_cell()

    def _style(self, properties: ParagraphProperties) -> Style:
        chain = self.styles.chain(properties.style)
        name = chain[0].name if chain else ""
        for style in chain:
            if style.level is not None:
                return Style(name if style is chain[0] else style.name, None)
        return Style(name, properties.layout.outline)

    def _label(self, properties: ParagraphProperties) -> str:
        layout = properties.layout
        if not layout.list_number or layout.list_number > MAX_LIST:
            return ""
        instance = self.lists.get(str(layout.list_number))
        if instance is None or not instance.levels:
            self.damage[MISSING_LIST] += 1
            return ""
        label = self.counters.next(self.lists, str(layout.list_number), layout.list_level)
        return label.text if label else ""

    def _properties(self, position: int) -> ParagraphProperties:
        """The properties of the paragraph with its mark at a position."""
        found = find(self.paragraphs, self.file.offset(position)) or Stretch(0, 0, 0, b"")
        properties = ParagraphProperties(found.style)
        for style in reversed(self.styles.chain(found.style)):
            _apply(style.paragraph, properties)
        _apply(self._with_large(found.modifiers), properties)
        mark = self.file.text[position : position + 1]
        properties.layout.in_table |= mark == CELL
        return properties

    def _with_large(self, modifiers: bytes) -> bytes:
        """Modifiers with those that are too large for a page, which are in the Data stream."""
        large = b""
        for code, operand in sprms(modifiers):
            if code in LARGE:
                at = unpack_from("<I", operand)[0]
                size = unpack_from("<H", self.file.data, at)[0]
                large += self.file.data[at + 2 : at + 2 + size]
        return modifiers + large

    def _mark_removed(self, position: int) -> bool:
        found = find(self.characters, self.file.offset(position))
        if found is None:
            return False
        removed, hidden = self._removed(found.modifiers), False
        for code, operand in sprms(found.modifiers):
            hidden = bool(operand[0] & 1) if code == HIDDEN else hidden
        return removed or hidden

    def _removed(self, modifiers: bytes) -> bool:
        """Whether text is a tracked deletion (for the original, an insertion)."""
        wanted = INSERTED if self.original else DELETED
        return any(code == wanted and operand[0] for code, operand in sprms(modifiers))

    def _runs(self, subdocument: Subdocument, start: int, end: int, style: int) -> None:
        at = start
        while at < end:
            offset = self.file.offset(at)
            found = find(self.characters, offset)
            piece = self.file.piece(at)
            stop = end if found is None else at + max((found.end - offset) // piece.width, 1)
            stop = max(min(stop, end, piece.end), at + 1)
            self._run(subdocument, at, stop, found.modifiers if found else b"", style)
            at = stop

    def _run(
        self, subdocument: Subdocument, start: int, end: int, modifiers: bytes, style: int
    ) -> None:
        run, symbol = self._format(modifiers, style)
        removed = self._removed(modifiers)
        text: list[str] = []
        for position in range(start, end):
            character = self.file.text[position]
            if character in (FIELD_BEGIN, FIELD_SEPARATOR, FIELD_END):
                self._add(subdocument, "".join(text), run, removed=removed)
                text.clear()
                self._field(subdocument, character, run, removed=removed)
            elif character == NOTE_MARK or self._is_reference(position):
                self._add(subdocument, "".join(text), run, removed=removed)
                text.clear()
                self._note(subdocument, position, removed=removed or run.hidden)
            elif character == SYMBOL_MARK and symbol is not None:
                text.append(symbol)
            elif character == PICTURE and self.fields:
                self.fields[-1].form = read_form(modifiers, self.file.data) or self.fields[-1].form
            elif character == DRAWING and not removed and not run.hidden:
                subdocument.boxes += self.box_lines(position)
            elif character not in SKIPPED:
                text.append(REPLACED.get(character, character))
        self._add(subdocument, "".join(text), run, removed=removed)

    def _format(self, modifiers: bytes, style: int) -> tuple[RunFormat, str | None]:
        """The format of a run, and the character of a symbol font that it shows."""
        key = (style, modifiers)
        if key not in self.cache:
            base = self.styles.run(style)
            symbol = name = None
            for code, operand in sprms(modifiers):
                if code == CHARACTER_STYLE:
                    index = unpack_from("<H", operand)[0]
                    for own in reversed(self.styles.chain(index)):
                        base = apply(own.character, base)
                elif code == FONT:
                    name = self.fonts.get(unpack_from("<H", operand)[0])
                elif code == SYMBOL:
                    font, number = unpack_from("<HH", operand)
                    symbol = symbol_character(number, self.fonts.get(font))
            shown = apply(modifiers, base)
            hidden = bool(shown.hidden) or is_invisible(shown.size)
            run = RunFormat(character_format(shown), hidden, name, shown.vertical)
            self.cache[key] = (run, symbol)
        return self.cache[key]

    def _add(self, subdocument: Subdocument, text: str, run: RunFormat, *, removed: bool) -> None:
        if not text or removed:
            return
        if self.fields and not self.fields[-1].in_result:
            self.fields[-1].code.append(text)
            return
        if run.hidden or not all(opened.in_result for opened in self.fields):
            return
        text = decode_symbol_text(text, run.font)
        if run.vertical in SCRIPTS:
            text = scripted(text, run.vertical or "", subdocument.content.end)
        subdocument.content.add(text, run)
        for opened in self.fields:
            opened.has_result = True

    def _field(
        self, subdocument: Subdocument, character: str, run: RunFormat, *, removed: bool
    ) -> None:
        if character == FIELD_BEGIN:
            self.fields.append(Field())
        elif character == FIELD_SEPARATOR and self.fields:
            self.fields[-1].in_result = shows_result("".join(self.fields[-1].code))
        elif character == FIELD_END and self.fields:
            closed = self.fields.pop()
            if not closed.has_result and not removed:
                self._add(subdocument, self._result(closed), run, removed=False)

    def _result(self, field: Field) -> str:
        code = "".join(field.code)
        result = missing_result(read_code(code), code, field.form)
        if isinstance(result, ListNumber):
            return count_field(self.counters, self.lists, result, (None, 0), None)
        return result

    def _is_reference(self, position: int) -> bool:
        return any(position in notes for notes in self.notes.values())

    def _note(self, subdocument: Subdocument, position: int, *, removed: bool) -> None:
        """A note reference, or in a note its mark."""
        if removed:
            return
        if subdocument.role == "note":
            subdocument.content.add(subdocument.mark)
            return
        character = self.file.text[position]
        for notes in self.notes.values():
            if position in notes:
                bounds, number = notes[position]
                mark = number if character == NOTE_MARK else character
                notes[position] = (bounds, mark)
                subdocument.content.add(f"{CALL_START}{mark}{CALL_END}")


def _references(file: BinaryFile, kind: str) -> dict[int, tuple[tuple[int, int], str]]:
    """The notes by the position of their reference: the bounds of their text, and their mark."""
    references, texts = REFERENCES[kind]
    data, bounds = file.structure(references), file.structure(texts)
    count = max((len(data) - 4) // 6, 0)
    positions = unpack_from(f"<{count}I", data) if count else ()
    automatic = unpack_from(f"<{count}H", data, 4 * (count + 1)) if count else ()
    starts = unpack_from(f"<{len(bounds) // 4}I", bounds)
    if list(starts) != sorted(starts):
        raise ValueError("the table of notes is damaged")
    marks = note_sections(file, kind).marks(positions, automatic)
    return dict(zip(positions, zip(pairwise(starts), marks, strict=False), strict=False))


def _apply(modifiers: bytes, properties: ParagraphProperties) -> None:
    for code, operand in sprms(modifiers):
        if code in LAYOUT:
            name, form = LAYOUT[code]
            setattr(properties.layout, name, unpack_from(form, operand)[0])
        elif code in FLAGS:
            setattr(properties, FLAGS[code], bool(operand[0]))
        elif code in JUSTIFICATION:
            properties.layout.centred = operand[0] == 1
        elif code == TABLE_DEFINITION:
            properties.edges = row_edges(operand)
