"""Run-level content of a paragraph (ECMA-376 part 1, 17.3.2) as text, without hidden text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from msgspec import Struct

from unreport.readers.symbol_fonts import decode_symbol_text, symbol_character
from unreport.readers.word.content_controls import DataStores, check_box, placeholder_control
from unreport.readers.word.drawings.shapes import drawn_content, selected_branch
from unreport.readers.word.fields.codes import read_code, shows_result
from unreport.readers.word.fields.complex_fields import FIELD_CHARACTER, TYPE, Field
from unreport.readers.word.fields.form_fields import FormField, read_form
from unreport.readers.word.fields.numbers import ListNumber
from unreport.readers.word.fields.results import missing_result
from unreport.readers.word.formulas import linear, shown
from unreport.readers.word.line_text import CALL_END, CALL_START, LINE_BREAK, SCRIPTS, scripted
from unreport.readers.word.note_marks import NoteCounter
from unreport.readers.word.styles import (
    CharacterFormat,
    RunProperties,
    Styles,
    character_format,
    vertical_alignment,
)
from unreport.readers.word.xml_names import (
    MATH,
    MC,
    PPR,
    RPR,
    RUN,
    SECTION,
    VAL,
    Element,
    W,
    child,
)

SUBDOCUMENT = f"{W}subDoc"
MAX_INVISIBLE_SIZE = 1.0  # points; the New York template has an anchor `s` of this size


class RunFormat(Struct, frozen=True):
    """The format of a run: size and weight, whether it is hidden, its font, its position."""

    character_format: CharacterFormat
    hidden: bool
    font: str | None
    vertical: str | None = None


def is_invisible(size: float | None) -> bool:
    """Whether a font size, in points, is for characters that nobody is to see.

    0 is no size (MS-DOC 2.6.1 has 1 to 1638 points), so programs ignore it.
    """
    return size is not None and 0 < size <= MAX_INVISIBLE_SIZE


@dataclass(slots=True)
class ParagraphContent:
    """Accumulates the text of a paragraph."""

    parts: list[str] = field(default_factory=list)
    formats: Counter[CharacterFormat] = field(default_factory=Counter)
    drawn: list[Element] = field(default_factory=list)
    """Text boxes, WordArt, charts, diagrams and subdocuments that are anchored in the paragraph."""
    list_numbers: list[tuple[int, ListNumber]] = field(default_factory=list)
    """Numbers of fields, with the index in `parts` where they are to be inserted."""

    def add(self, text: str, run_format: RunFormat | None = None) -> None:
        """Add text, and count its characters for the prevailing format."""
        self.parts.append(text)
        if run_format is not None and text and not text.isspace():
            self.formats[run_format.character_format] += len(text)

    def add_number(self, number: ListNumber) -> None:
        """Reserve the place of a number, which is known when the paragraph is counted."""
        self.list_numbers.append((len(self.parts), number))
        self.parts.append("")

    def extend(self, other: ParagraphContent) -> None:
        """Add the content of a paragraph that is merged with this one."""
        shift = len(self.parts)
        self.list_numbers += [(at + shift, number) for at, number in other.list_numbers]
        self.parts += other.parts
        self.formats += other.formats
        self.drawn += other.drawn

    @property
    def text(self) -> str:
        """The text added so far."""
        return "".join(self.parts)

    @property
    def end(self) -> str:
        """The last parts of the text, enough to see what precedes a superscript."""
        return "".join(self.parts[-4:])


@dataclass(slots=True)
class RunReader:
    """Reads the runs of one part; complex fields may extend over paragraphs."""

    styles: Styles
    note_counter: NoteCounter
    original: bool = False
    note_mark: str | None = None  # text of `w:footnoteRef` in the note being read
    fields: list[Field] = field(default_factory=list)
    """The open complex fields, outermost first."""
    stores: DataStores | None = None
    bound: set[Element] = field(default_factory=set)
    """Content controls whose value has been read in place of their placeholder."""
    format_cache: dict[object, RunFormat] = field(default_factory=dict)

    def read(self, paragraph: Element, base: RunProperties, content: ParagraphContent) -> None:
        """Add a paragraph's text to `content`."""
        for element in paragraph:
            self._inline(element, base, content)

    def run_format(self, rpr: Element | None, base: RunProperties) -> RunFormat:
        """The format of a run; equal properties are resolved once."""
        key = (id(base), *_key(rpr)) if rpr is not None else id(base)
        if (found := self.format_cache.get(key)) is None:
            resolved = base if rpr is None else self.styles.run(rpr, base)
            hidden = bool(resolved.hidden) or is_invisible(resolved.size)
            visible = character_format(resolved)
            vertical = vertical_alignment(resolved, base)
            found = RunFormat(visible, hidden, resolved.font, vertical)
            self.format_cache[key] = found
        return found

    def _inline(self, element: Element, base: RunProperties, content: ParagraphContent) -> None:
        tag = element.tag
        if tag == RUN:
            self._run(element, base, content)
        elif tag in self._removed_revisions():
            self._removed(element)
        elif tag in SKIPPED or not isinstance(tag, str):
            return
        elif tag == f"{W}sdt":
            self._content_control(element, base, content)
        elif tag == f"{MC}AlternateContent":
            for inner in selected_branch(element):
                self._inline(inner, base, content)
        elif tag in FORMULAS:
            self._formula(element, base, content)
        elif tag == f"{W}fldSimple":
            self._simple_field(element, base, content)
        elif tag == SUBDOCUMENT:
            content.drawn.append(element)
        else:  # hyperlinks, smart tags, bidi overrides, insertions
            self._children(element, base, content)

    def _children(self, element: Element, base: RunProperties, content: ParagraphContent) -> None:
        for inner in element:
            self._inline(inner, base, content)

    def _removed_revisions(self) -> frozenset[str]:
        return INSERTIONS if self.original else DELETIONS

    def _content_control(
        self, element: Element, base: RunProperties, content: ParagraphContent
    ) -> None:
        """Read a content control; a check box without content shows its state."""
        before = len(content.parts)
        for inner in element.iterfind(f"{W}sdtContent"):
            self._children(inner, base, content)
        if not "".join(content.parts[before:]).strip() and self._in_field_result():
            content.add(check_box(element) or self._value(element))

    def _value(self, control: Element) -> str:
        return self.stores.value(control) if self.stores else ""

    def _bound_value(
        self, control: Element, run_format: RunFormat, content: ParagraphContent
    ) -> None:
        """The value that a content control is bound to, in place of its placeholder."""
        if control not in self.bound and self._in_field_result():
            self.bound.add(control)
            content.add(self._value(control), run_format)

    def _removed(self, element: Element) -> None:
        """Removed content: only the structure of its fields counts."""
        for character in element.iter(FIELD_CHARACTER):
            match character.get(TYPE):
                case "begin":
                    self.fields.append(Field(has_result=True))
                case "separate" if self.fields:
                    self.fields[-1].in_result = True
                case "end" if self.fields:
                    self.fields.pop()

    def _simple_field(
        self, element: Element, base: RunProperties, content: ParagraphContent
    ) -> None:
        """`w:fldSimple`: its content, else the result of a field that is not stored."""
        before = len(content.parts)
        code = element.get(f"{W}instr", "")
        if shows_result(code):
            self._children(element, base, content)
        if not "".join(content.parts[before:]) and self._in_field_result():
            self._add_result(code, None, content, self.run_format(None, base))

    def _add_result(
        self, code: str, form: FormField | None, content: ParagraphContent, run_format: RunFormat
    ) -> None:
        result = missing_result(read_code(code), code, form)
        if isinstance(result, ListNumber):
            content.add_number(result)
        else:
            content.add(result, run_format)

    def _formula(self, element: Element, base: RunProperties, content: ParagraphContent) -> None:
        if self._in_field_result():
            formula = shown(element, self._removed_revisions())
            content.add(linear(formula), self.run_format(None, base))

    def _in_field_result(self) -> bool:
        """Whether the text is visible: outside fields or in a field result."""
        return all(field.in_result for field in self.fields)

    def _run(self, run: Element, base: RunProperties, content: ParagraphContent) -> None:
        run_format = self.run_format(run.find(RPR), base)
        visible = not run_format.hidden
        control = placeholder_control(run, self.styles)
        if control is not None:
            visible = False
            self._bound_value(control, run_format, content)
        custom_mark = False
        for element in run:
            tag = element.tag
            if tag == FIELD_CHARACTER:
                self._field_character(element, content, run_format)
            elif tag == f"{W}instrText":
                self._field_code(element)
            elif (
                not isinstance(tag, str) or tag == RPR or not visible or not self._in_field_result()
            ):
                continue
            elif tag in (f"{W}t", f"{W}delText"):
                self._text(element.text or "", run_format, content, raised=not custom_mark)
            else:
                custom_mark |= self._special(element, run_format, base, content)
        if custom_mark:
            content.add(CALL_END)

    def _text(
        self, text: str, run_format: RunFormat, content: ParagraphContent, *, raised: bool
    ) -> None:
        """Add visible text; `raised` says whether superscript digits are to be kept as such."""
        text = decode_symbol_text(_unwrapped(text), run_format.font)
        if raised and run_format.vertical in SCRIPTS:
            text = scripted(text, run_format.vertical or "", content.end)
        content.add(text, run_format)
        for open_field in self.fields:
            open_field.has_result = True

    def _field_code(self, element: Element) -> None:
        if self.fields and not self.fields[-1].in_result:
            self.fields[-1].code.append(element.text or "")

    def _field_character(
        self, element: Element, content: ParagraphContent, run_format: RunFormat
    ) -> None:
        match element.get(TYPE):
            case "begin":
                self.fields.append(Field(read_form(child(element, "ffData"))))
            case "separate" if self.fields:
                self.fields[-1].in_result = shows_result("".join(self.fields[-1].code))
            case "end" if self.fields:
                closed = self.fields.pop()
                if not closed.has_result and self._in_field_result() and not run_format.hidden:
                    self._add_result("".join(closed.code), closed.form, content, run_format)

    def _special(
        self,
        element: Element,
        run_format: RunFormat,
        base: RunProperties,
        content: ParagraphContent,
    ) -> bool:
        """Read other run content; true if it starts a call with a custom mark."""
        tag = element.tag
        if tag in CHARACTER_ELEMENTS:
            content.add(CHARACTER_ELEMENTS[tag](element), run_format)
        elif tag in NOTE_REFERENCES:
            return self._call(element, content)
        elif tag in NOTE_REFERENCE_MARKS:
            content.add(self.note_mark or "")
        elif tag in DRAWINGS:
            content.drawn += drawn_content(element)
        elif tag == f"{MC}AlternateContent":
            self._alternative(element, run_format, base, content)
        elif tag == f"{W}ruby":
            for inner in element.iterfind(f"{W}rubyBase"):
                self._children(inner, base, content)
        return False

    def _alternative(
        self,
        element: Element,
        run_format: RunFormat,
        base: RunProperties,
        content: ParagraphContent,
    ) -> None:
        for inner in selected_branch(element):
            if inner.tag in (f"{W}t", f"{W}delText"):
                content.add(inner.text or "", run_format)
            elif isinstance(inner.tag, str):
                self._special(inner, run_format, base, content)

    def _call(self, element: Element, content: ParagraphContent) -> bool:
        """Add the mark of a note reference; a custom mark follows as text of the run."""
        note = element.get(f"{W}id", "")
        custom_mark = element.get(f"{W}customMarkFollows", "0") not in ("0", "false", "off")
        mark = self.note_counter.call(NOTE_REFERENCES[element.tag], note, custom_mark=custom_mark)
        if custom_mark:
            content.add(CALL_START)
            return True
        if mark:
            content.add(f"{CALL_START}{mark}{CALL_END}")
        return False


def _unwrapped(text: str) -> str:
    """Text without the line ends and the indent of the XML file, which do not break a line."""
    if "\n" not in text:
        return text
    return " ".join(row.strip(" \t\r") for row in text.split("\n"))


def _symbol(element: Element) -> str:
    try:
        code = int(element.get(f"{W}char", ""), 16)
        return symbol_character(code, element.get(f"{W}font"))
    except (ValueError, OverflowError):
        return ""


CHARACTER_ELEMENTS: dict[str, Callable[[Element], str]] = {
    f"{W}tab": lambda _: "\t",
    f"{W}ptab": lambda _: "\t",
    f"{W}br": lambda _: LINE_BREAK,
    f"{W}cr": lambda _: LINE_BREAK,
    f"{W}noBreakHyphen": lambda _: "\N{NON-BREAKING HYPHEN}",
    f"{W}sym": _symbol,
}
"""`w:softHyphen` is visible only at the end of a line, so it is omitted."""

FORMULAS = frozenset({f"{MATH}oMath", f"{MATH}oMathPara", f"{MATH}r"})
NOTE_REFERENCES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
NOTE_REFERENCE_MARKS = frozenset({f"{W}footnoteRef", f"{W}endnoteRef"})
DRAWINGS = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
INSERTIONS = frozenset({f"{W}ins", f"{W}moveTo"})
DELETIONS = frozenset({f"{W}del", f"{W}moveFrom"})
SKIPPED = frozenset({PPR, RPR, SECTION, f"{W}sdtPr", f"{W}proofErr", f"{W}bookmarkStart"})

RUN_PROPERTY_NAMES = {
    f"{W}{name}": name
    for name in (
        "b", "i", "sz", "bCs", "iCs", "szCs", "vanish", "specVanish", "rtl", "cs", "rStyle",
        "rFonts", "vertAlign", "position",
    )
}  # fmt: skip


def _key(rpr: Element) -> Iterator[object]:
    """A cache key of the run properties that are read."""
    for element in rpr:
        if element.tag in RUN_PROPERTY_NAMES:
            yield RUN_PROPERTY_NAMES[element.tag]
            yield element.get(VAL) or element.get(f"{W}ascii") or element.get(f"{W}hAnsi")
