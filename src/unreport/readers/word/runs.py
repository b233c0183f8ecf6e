"""Run-level content of a paragraph (ECMA-376 part 1, 17.3.2) as text, without hidden text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from msgspec import Struct

from unreport.readers.word.line_text import CALL_END, CALL_START
from unreport.readers.word.note_marks import NoteCounter
from unreport.readers.word.styles import CharacterFormat, RunProperties, Styles, character_format
from unreport.readers.word.symbol_fonts import decode_symbol_text, symbol_character
from unreport.readers.word.xml_names import MATH, MC, PPR, RPR, RUN, SECTION, VAL, Element, W

MAX_INVISIBLE_SIZE = 1.0  # points; the New York template has an anchor `s` of this size

TEXT_BOX = f"{W}txbxContent"
CHOICE, FALLBACK = f"{MC}Choice", f"{MC}Fallback"


class RunFormat(Struct, frozen=True):
    """The format of a run: size and weight, whether it is hidden, and its font."""

    character_format: CharacterFormat
    hidden: bool
    font: str | None


@dataclass(slots=True)
class ParagraphContent:
    """Accumulates the text of a paragraph."""

    parts: list[str] = field(default_factory=list)
    formats: Counter[CharacterFormat] = field(default_factory=Counter)
    text_boxes: list[Element] = field(default_factory=list)

    def add(self, text: str, run_format: RunFormat | None = None) -> None:
        """Add text, and count its characters for the prevailing format."""
        self.parts.append(text)
        if run_format is not None and not text.isspace():
            self.formats[run_format.character_format] += len(text)

    def extend(self, other: ParagraphContent) -> None:
        """Add the content of a paragraph that is merged with this one."""
        self.parts += other.parts
        self.formats += other.formats
        self.text_boxes += other.text_boxes

    @property
    def text(self) -> str:
        """The text added so far."""
        return "".join(self.parts)


@dataclass(slots=True)
class RunReader:
    """Reads the runs of one part; complex fields may extend over paragraphs."""

    styles: Styles
    note_counter: NoteCounter
    original: bool = False
    note_mark: str | None = None  # text of `w:footnoteRef` in the note being read
    fields: list[bool] = field(default_factory=list)
    """For each open complex field: whether its result has started."""
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
            tiny = resolved.size is not None and resolved.size <= MAX_INVISIBLE_SIZE
            found = RunFormat(
                character_format(resolved), bool(resolved.hidden) or tiny, resolved.font
            )
            self.format_cache[key] = found
        return found

    def _inline(self, element: Element, base: RunProperties, content: ParagraphContent) -> None:
        tag = element.tag
        if tag == RUN:
            self._run(element, base, content)
        elif tag in SKIPPED or (tag in self._removed_revisions()) or not isinstance(tag, str):
            return
        elif tag == f"{W}sdt":
            self._content_control(element, base, content)
        elif tag == f"{MC}AlternateContent":
            for inner in selected_branch(element):
                self._inline(inner, base, content)
        elif tag == f"{MATH}r":
            self._formula(element, base, content)
        else:  # hyperlinks, smart tags, bidi overrides, insertions, simple fields, formulas
            self._children(element, base, content)

    def _children(self, element: Element, base: RunProperties, content: ParagraphContent) -> None:
        for inner in element:
            self._inline(inner, base, content)

    def _removed_revisions(self) -> frozenset[str]:
        return INSERTIONS if self.original else DELETIONS

    def _content_control(
        self, element: Element, base: RunProperties, content: ParagraphContent
    ) -> None:
        """Read a content control, unless it shows its placeholder text."""
        if element.find(f"{W}sdtPr/{W}showingPlcHdr") is None:
            for inner in element.iterfind(f"{W}sdtContent"):
                self._children(inner, base, content)

    def _formula(self, element: Element, base: RunProperties, content: ParagraphContent) -> None:
        if self._in_field_result():
            content.add(
                "".join(t.text or "" for t in element.iter(f"{MATH}t")), self.run_format(None, base)
            )

    def _in_field_result(self) -> bool:
        """Whether the text is visible: outside fields or in a field result."""
        return all(self.fields)

    def _run(self, run: Element, base: RunProperties, content: ParagraphContent) -> None:
        run_format = self.run_format(run.find(RPR), base)
        custom_mark = False
        for element in run:
            tag = element.tag
            if tag in (f"{W}t", f"{W}delText"):
                if not run_format.hidden and self._in_field_result():
                    content.add(decode_symbol_text(element.text or "", run_format.font), run_format)
            elif tag == f"{W}fldChar":
                self._field(element)
            elif (
                isinstance(tag, str)
                and tag != RPR
                and not run_format.hidden
                and self._in_field_result()
            ):
                custom_mark |= self._special(element, run_format, base, content)
        if custom_mark:
            content.add(CALL_END)

    def _field(self, element: Element) -> None:
        match element.get(f"{W}fldCharType"):
            case "begin":
                self.fields.append(False)
            case "separate" if self.fields:
                self.fields[-1] = True
            case "end" if self.fields:
                self.fields.pop()

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
            content.text_boxes += text_boxes(element)
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


def _symbol(element: Element) -> str:
    try:
        code = int(element.get(f"{W}char", ""), 16)
        return symbol_character(code, element.get(f"{W}font"))
    except (ValueError, OverflowError):
        return ""


CHARACTER_ELEMENTS: dict[str, Callable[[Element], str]] = {
    f"{W}tab": lambda _: "\t",
    f"{W}ptab": lambda _: "\t",
    f"{W}br": lambda _: " ",
    f"{W}cr": lambda _: " ",
    f"{W}noBreakHyphen": lambda _: "\N{NON-BREAKING HYPHEN}",
    f"{W}sym": _symbol,
}
"""`w:softHyphen` is visible only at the end of a line, so it is omitted."""

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
        "rFonts",
    )
}  # fmt: skip


def _key(rpr: Element) -> Iterator[object]:
    """A cache key of the run properties that are read."""
    for element in rpr:
        if element.tag in RUN_PROPERTY_NAMES:
            yield RUN_PROPERTY_NAMES[element.tag]
            yield element.get(VAL) or element.get(f"{W}ascii") or element.get(f"{W}hAnsi")


def selected_branch(alternative: Element) -> list[Element]:
    """The branch of `mc:AlternateContent` to read, since all branches have the same content.

    The choice is preferred, unless only the fallback contains text.
    """
    choice, fallback = alternative.find(CHOICE), alternative.find(FALLBACK)
    branches = [branch for branch in (choice, fallback) if branch is not None]
    with_text = (b for b in branches if any(True for _ in b.iter(TEXT_BOX, f"{W}t")))
    branch = next(with_text, branches[0] if branches else None)
    return [] if branch is None else list(branch)


def text_boxes(element: Element) -> list[Element]:
    """The text boxes of a drawing in order; nested boxes are read with the outer one."""
    out: list[Element] = []
    stack = [element]
    while stack:
        here = stack.pop()
        if here.tag == TEXT_BOX:
            out.append(here)
        elif here.tag == f"{MC}AlternateContent":
            stack += reversed(selected_branch(here))
        else:
            stack += reversed(here)
    return out
