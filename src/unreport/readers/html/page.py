"""The elements of an HTML document as lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from msgspec.structs import replace

from unreport.document import Line
from unreport.readers.html.counter_styles import BULLET
from unreport.readers.html.elements import (
    BLOCK_ELEMENTS,
    BRACKETED,
    HIDDEN,
    INVISIBLE,
    NOT_RENDERED,
    SPACE,
    SUPERSCRIPT_CALL,
    UNIT,
    ElementContext,
    element_context,
    is_layout_table,
    style_declarations,
    vertical_alignment,
    with_note_mark,
)
from unreport.readers.html.form_controls import CONTROLS, shown_value
from unreport.readers.html.style_sheets import StyleSheets
from unreport.readers.html.tables import ROW_ELEMENTS, TableGrid, shown_order
from unreport.readers.mathml import linear
from unreport.readers.symbol_fonts import decode_symbol_text, symbol_character
from unreport.readers.word.line_text import (
    CALL_END,
    CALL_START,
    WITHOUT_CALL_MARKERS,
    line_text,
    scripted,
)
from unreport.readers.word.styles import CharacterFormat, prevailing_format
from unreport.readers.word.xml_names import Element
from unreport.text.characters import normalise

NO_TEXT = line_text("")
FIELD_MARKS = "//*[contains(@style, 'mso-element:field-')]"


def _quotation_marks(element: Element) -> str:
    """The quotation marks of `q`: single ones within another quotation."""
    depth = sum(1 for _ in element.iterancestors("q"))
    return "‘’" if depth % 2 else "“”"


def _decoded(text: str, font: str) -> str:
    """Text in a font of symbols, whose codes are of one byte or of private use."""
    return "".join(c if c.isspace() else symbol_character(ord(c), font) for c in text)


CONDITIONAL: dict[str, Callable[[Element], bool]] = {
    "dialog": lambda element: element.get("open") is not None,
    "object": lambda element: element.get("data") is None and element.get("classid") is None,
    "svg": lambda _: False,
}
"""Elements that are rendered in some cases only: `object` shows its content if it has no data."""


@dataclass
class PageReader:
    """Reads a document by `read`."""

    original: bool = False
    lines: list[Line] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    formats: Counter[CharacterFormat] = field(default_factory=Counter)
    label: str = ""  # an automatic number whose text follows
    blank: int = 0  # blank lines since the last line
    sheets: StyleSheets | None = None
    hidden: dict[Element, str] = field(default_factory=dict)  # text that a style sheet hides
    fields_match: bool = True  # each field of Word has an end
    last_declared: tuple[Element | None, dict[str, str]] = (None, {})
    open_fields: list[bool] = field(default_factory=list)  # whether the result is being read

    def read(self, root: Element) -> list[Line]:
        """The lines of the document in order."""
        self.sheets = StyleSheets(root)
        marks = [element.get("style", "") for element in root.xpath(FIELD_MARKS)]
        self.fields_match = sum("begin" in m for m in marks) == sum("end" in m for m in marks)
        self._element(root, ElementContext())
        self._flush(ElementContext(), ends=True)
        return self.lines

    def _element(self, element: Element, outer: ElementContext) -> None:
        """Read an element and its descendants, which nest at most 256 deep."""
        tag = element.tag
        if not self._is_rendered(element):
            return
        context = self._context(element, outer)
        block = tag in BLOCK_ELEMENTS
        if block:
            self._flush(outer, ends=True)
        self._open_element(element, context)
        start = len(self.parts)
        self._content(element, context)
        if block:
            self._flush(context, ends=True)
        else:
            self._close_inline(element, outer, context, start)

    def _content(self, element: Element, context: ElementContext) -> None:
        """Read what is in an element."""
        if element.tag == "table" and not is_layout_table(element):
            self._table(element, context)
        elif element.tag == "math":
            self._text(linear(element), context)
        elif element.tag in CONTROLS:
            self._text(shown_value(element), context)
        else:
            self._text(element.text, context)
            for inner in element:
                self._element(inner, context)
                self._text(inner.tail, context)

    def _is_rendered(self, element: Element) -> bool:
        """Whether an element is rendered, and no removed change or comment of Word."""
        tag = element.tag
        if not isinstance(tag, str) or tag in NOT_RENDERED:
            return False
        if tag == ("ins" if self.original else "del") or element.get("hidden") is not None:
            return False
        if tag in CONDITIONAL and not CONDITIONAL[tag](element):
            return False
        style = self._declared(element)
        if not style:
            return True
        if HIDDEN & style.items() and not HIDDEN & style_declarations(element).items():
            self.hidden[element] = SPACE.sub(" ", "".join(element.itertext())).strip()
        if HIDDEN & style.items() or "mso-comment-reference" in style:
            return False
        part = style.get("mso-element", "")
        if part.startswith("field-"):
            self._field(part)
        return "comment" not in part

    def _field(self, part: str) -> None:
        """The begin, the separator or the end of a field of Word, whose code is not shown."""
        if part == "field-begin":
            self.open_fields.append(not self.fields_match)
        elif self.open_fields and part == "field-separator":
            self.open_fields[-1] = True
        elif self.open_fields and part == "field-end":
            self.open_fields.pop()

    def _declared(self, element: Element) -> dict[str, str]:
        """The declarations of an element, and those of the style sheets that are read."""
        if self.last_declared[0] is not element:
            sheets = self.sheets.declared(element) if self.sheets else {}
            self.last_declared = (element, sheets | style_declarations(element))
        return self.last_declared[1]

    def _context(self, element: Element, outer: ElementContext) -> ElementContext:
        style = self._declared(element)
        context = element_context(element, outer, style)
        if visibility := style.get("visibility"):
            return replace(context, visible=visibility not in INVISIBLE)
        return context

    def _open_element(self, element: Element, context: ElementContext) -> None:
        if element.tag == "br":
            self._break(context)
        elif element.tag == "q":
            self._text(_quotation_marks(element)[0], context)
        elif element.tag == "li":
            numbering = context.list_numbering
            label = numbering.label(element) if numbering else BULLET
            self.label = label if context.visible else ""

    def _close_inline(
        self, element: Element, outer: ElementContext, context: ElementContext, start: int
    ) -> None:
        """Mark the text of an inline element as note call or automatic number."""
        if element.tag == "q":
            self._text(_quotation_marks(element)[1], context)
        if context.in_call and not outer.in_call:
            text = SPACE.sub(" ", "".join(self.parts[start:])).strip()
            bracketed = BRACKETED.fullmatch(text)
            if element.tag != "sup" or self._is_call(text, start):
                mark = bracketed[1] if bracketed else text
                self.parts[start:] = [CALL_START, mark, CALL_END]
            else:
                self._raise_digits("superscript", start)
        elif not context.in_call and (script := vertical_alignment(element)):
            self._raise_digits(script, start)
        elif "ignore" in style_declarations(element).get("mso-list", "").lower():
            self.label = normalise(SPACE.sub(" ", "".join(self.parts[start:]))).strip()
            del self.parts[start:]

    def _is_call(self, text: str, start: int) -> bool:
        """Whether a superscript is a note call: a short number, but not that of `km²`."""
        before = "".join(self.parts[max(0, start - 3) : start])
        if before == "" or before[-1].isdigit() or UNIT.search(before):
            return False
        return SUPERSCRIPT_CALL.fullmatch(text) is not None

    def _raise_digits(self, script: str, start: int) -> None:
        """Superscript or subscript digits as characters of their own: `10⁶`, `km²`."""
        before = "".join(self.parts[max(0, start - 3) : start])
        text = "".join(self.parts[start:])
        self.parts[start:] = [scripted(text, script, before)]

    def _text(self, text: str | None, context: ElementContext) -> None:
        if not text or not context.visible or not context.sized or not all(self.open_fields):
            return
        text = text.translate(WITHOUT_CALL_MARKERS)
        if context.symbol_font:
            text = _decoded(text, context.symbol_font)
        text = decode_symbol_text(text, None)
        if context.preformatted or (context.keeps_breaks and "\n" in text):
            self._preformatted(text, context)
            return
        self.parts.append(text)
        letters = len(text) - len(SPACE.findall(text))
        if letters > 0:
            self.formats[CharacterFormat(context.size, context.bold, context.italic)] += letters

    def _preformatted(self, text: str, context: ElementContext) -> None:
        """Preformatted text: a line per row, with its indent and the blank lines above."""
        *rows, last = text.split("\n")
        for row in rows:
            self.parts.append(row)
            self._break(context)
        self.parts.append(last)

    def _break(self, context: ElementContext) -> None:
        """A line break, which may not end a paragraph; in a heading, a space."""
        if context.level:
            self.parts.append(" ")
        elif not self._flush(context, ends=None):
            self.blank += 1

    def _flush(self, context: ElementContext, *, ends: bool | None) -> bool:
        """Make a line of the collected text; false if there is none."""
        raw = "".join(self.parts)
        self.parts.clear()
        words = NO_TEXT
        if raw and not raw.isspace():
            words = line_text(raw if context.preformatted else SPACE.sub(" ", raw))
        paragraph_ended = self.blank or (ends and not words.text)
        if paragraph_ended and self.lines and self.lines[-1].ends is None:
            self.lines[-1] = replace(self.lines[-1], ends=True)
        if not words.text:
            return False
        formats, self.formats = self.formats, Counter()
        label, self.label = self.label, ""
        shift = len(label) + 1 if label else 0
        character_format = prevailing_format(formats)
        line = Line(
            text=f"{label} {words.text}" if label else words.text,
            role=context.role,
            ends=ends,
            above=self.blank,
            indent=float(len(raw) - len(raw.lstrip(" "))) if context.preformatted else None,
            level=context.level,
            label=len(label),
            calls=tuple((a + shift, b + shift) for a, b in words.calls),
            style=context.style,
            size=character_format.size if character_format else None,
            bold=character_format.bold if character_format else None,
            italic=character_format.italic if character_format else None,
            centred=context.centred,
        )
        self.blank = 0
        self.lines.append(with_note_mark(line) if context.role == "note" else line)
        return True

    def _table(self, element: Element, context: ElementContext) -> None:
        """The rows of a data table, with captions and text between them."""
        grid = TableGrid()
        self._row_group(element, context, grid)
        self._flush(context, ends=True)
        self.lines += grid.take_lines()

    def _row_group(self, element: Element, context: ElementContext, grid: TableGrid) -> None:
        """The rows of a table or of a group of rows; what is in no cell is shown before them.

        A browser moves it there (13.2.6.1, foster parenting); it shows heads first and feet last.
        """
        self._text(element.text, context)
        rows: list[Element] = []
        for inner in element:
            if inner.tag in ROW_ELEMENTS:
                rows.append(inner)
            elif isinstance(inner.tag, str):
                self._element(inner, context)
            self._text(inner.tail, context)
        self._flush(context, ends=True)
        for inner in sorted(filter(self._is_rendered, rows), key=shown_order):
            if inner.tag == "tr":
                self._row(inner, context, grid)
            else:
                self._row_group(inner, context, grid)
                grid.end_group()

    def _row(self, element: Element, context: ElementContext, grid: TableGrid) -> None:
        self._flush(context, ends=True)
        lines_before, self.lines = self.lines, []
        grid.begin_row()
        self._text(element.text, context)
        for inner in element:
            self._element(inner, context)
            self._text(inner.tail, context)
            if (inner.tag in ("td", "th") and self._is_rendered(inner)) or self.lines:
                self._end_cell(inner, grid)
        self._flush(context, ends=True)
        if self.lines:
            self._end_cell(element, grid)
        self.lines = lines_before

    def _end_cell(self, cell: Element, grid: TableGrid) -> None:
        grid.add(self.lines, cell)
        self.lines = []
