"""What stands in a paragraph: its runs in order, as text, with what is not printed left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from msgspec import Struct

from unreport.readers.word.line_text import CALL_CLOSES, CALL_OPENS
from unreport.readers.word.note_marks import Marks
from unreport.readers.word.styles import Ink, Look, Styles, ink
from unreport.readers.word.symbol_fonts import plain, sign
from unreport.readers.word.xml_names import MATH, MC, PPR, RPR, RUN, SECTION, VAL, Element, W

NOT_READABLE = 1.0  # points: the New York template hides an anchor `s` in this size

TEXT_BOX = f"{W}txbxContent"
CHOICE, FALLBACK = f"{MC}Choice", f"{MC}Fallback"


class Shown(Struct, frozen=True):
    """A run's look as far as it matters: its ink, whether it shows at all, its font."""

    ink: Ink
    hidden: bool
    font: str | None


@dataclass(slots=True)
class Content:
    """The text of a paragraph while it is read."""

    parts: list[str] = field(default_factory=list)
    inks: Counter[Ink] = field(default_factory=Counter)
    boxes: list[Element] = field(default_factory=list)

    def add(self, text: str, shown: Shown | None = None) -> None:
        """Add text, and count its letters for the look of the whole."""
        self.parts.append(text)
        if shown is not None and not text.isspace():
            self.inks[shown.ink] += len(text)

    def join(self, other: Content) -> None:
        """Add the content of a paragraph that follows without a break."""
        self.parts += other.parts
        self.inks += other.inks
        self.boxes += other.boxes

    @property
    def text(self) -> str:
        """Everything added so far."""
        return "".join(self.parts)


@dataclass(slots=True)
class Runs:
    """Reads the runs of one part; fields may begin in one paragraph and end in another."""

    styles: Styles
    marks: Marks
    original: bool = False
    note_mark: str | None = None  # what stands for the mark in the text of a note
    fields: list[bool] = field(default_factory=list)
    """For each field that is open: whether its result has begun."""
    looks: dict[object, Shown] = field(default_factory=dict)

    def read(self, paragraph: Element, base: Look, content: Content) -> None:
        """Add a paragraph's text to `content`."""
        for element in paragraph:
            self._inline(element, base, content)

    def shown(self, rpr: Element | None, base: Look) -> Shown:
        """The look of a run; the same properties are looked up once."""
        key = (id(base), *_key(rpr)) if rpr is not None else id(base)
        if (found := self.looks.get(key)) is None:
            whole = base if rpr is None else self.styles.run(rpr, base)
            tiny = whole.size is not None and whole.size <= NOT_READABLE
            found = Shown(ink(whole), bool(whole.hidden) or tiny, whole.font)
            self.looks[key] = found
        return found

    def _inline(self, element: Element, base: Look, content: Content) -> None:
        tag = element.tag
        if tag == RUN:
            self._run(element, base, content)
        elif tag in PASSED or (tag in self._left_out()) or not isinstance(tag, str):
            return
        elif tag == f"{W}sdt":
            self._control(element, base, content)
        elif tag == f"{MC}AlternateContent":
            for inner in chosen(element):
                self._inline(inner, base, content)
        elif tag == f"{MATH}r":
            self._formula(element, base, content)
        else:  # links, smart tags, directions, insertions, simple fields, formulas
            self._inside(element, base, content)

    def _inside(self, element: Element, base: Look, content: Content) -> None:
        for inner in element:
            self._inline(inner, base, content)

    def _left_out(self) -> frozenset[str]:
        return INSERTED if self.original else DELETED

    def _control(self, element: Element, base: Look, content: Content) -> None:
        """A content control; the prompt of an empty one ("Click here") is not text."""
        if element.find(f"{W}sdtPr/{W}showingPlcHdr") is None:
            for inner in element.iterfind(f"{W}sdtContent"):
                self._inside(inner, base, content)

    def _formula(self, element: Element, base: Look, content: Content) -> None:
        if self._visible():
            content.add(
                "".join(t.text or "" for t in element.iter(f"{MATH}t")), self.shown(None, base)
            )

    def _visible(self) -> bool:
        """Whether text here is shown: not so in the instruction of a field."""
        return all(self.fields)

    def _run(self, run: Element, base: Look, content: Content) -> None:
        shown = self.shown(run.find(RPR), base)
        custom = False
        for element in run:
            tag = element.tag
            if tag in (f"{W}t", f"{W}delText"):
                if not shown.hidden and self._visible():
                    content.add(plain(element.text or "", shown.font), shown)
            elif tag == f"{W}fldChar":
                self._field(element)
            elif isinstance(tag, str) and tag != RPR and not shown.hidden and self._visible():
                custom |= self._special(element, shown, base, content)
        if custom:
            content.add(CALL_CLOSES)

    def _field(self, element: Element) -> None:
        match element.get(f"{W}fldCharType"):
            case "begin":
                self.fields.append(False)
            case "separate" if self.fields:
                self.fields[-1] = True
            case "end" if self.fields:
                self.fields.pop()

    def _special(self, element: Element, shown: Shown, base: Look, content: Content) -> bool:
        """Whatever else a run may hold; true where a mark set by hand opens a call."""
        tag = element.tag
        if tag in SIGNS:
            content.add(SIGNS[tag](element), shown)
        elif tag in CALLS:
            return self._call(element, content)
        elif tag in OWN_MARKS:
            content.add(self.note_mark or "")
        elif tag in DRAWN:
            content.boxes += text_boxes(element)
        elif tag == f"{MC}AlternateContent":
            self._alternative(element, shown, base, content)
        elif tag == f"{W}ruby":
            for inner in element.iterfind(f"{W}rubyBase"):
                self._inside(inner, base, content)
        return False

    def _alternative(self, element: Element, shown: Shown, base: Look, content: Content) -> None:
        for inner in chosen(element):
            if inner.tag in (f"{W}t", f"{W}delText"):
                content.add(inner.text or "", shown)
            elif isinstance(inner.tag, str):
                self._special(inner, shown, base, content)

    def _call(self, element: Element, content: Content) -> bool:
        """A footnote or endnote call: its mark, or the mark set by hand that follows in the run."""
        note = element.get(f"{W}id", "")
        by_hand = element.get(f"{W}customMarkFollows", "0") not in ("0", "false", "off")
        mark = self.marks.call(CALLS[element.tag], note, by_hand=by_hand)
        if by_hand:
            content.add(CALL_OPENS)
            return True
        if mark:
            content.add(f"{CALL_OPENS}{mark}{CALL_CLOSES}")
        return False


# --- what elements show -------------------------------------------------------------------------


def _symbol(element: Element) -> str:
    try:
        code = int(element.get(f"{W}char", ""), 16)
        return sign(code, element.get(f"{W}font"))
    except (ValueError, OverflowError):
        return ""


SIGNS: dict[str, Callable[[Element], str]] = {
    f"{W}tab": lambda _: "\t",
    f"{W}ptab": lambda _: "\t",
    f"{W}br": lambda _: " ",
    f"{W}cr": lambda _: " ",
    f"{W}noBreakHyphen": lambda _: "\N{NON-BREAKING HYPHEN}",
    f"{W}sym": _symbol,
}
"""A soft hyphen (`w:softHyphen`) shows only at a line's end, so it is not among them."""

CALLS = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
OWN_MARKS = frozenset({f"{W}footnoteRef", f"{W}endnoteRef"})
DRAWN = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
PASSED = frozenset({PPR, RPR, SECTION, f"{W}sdtPr", f"{W}proofErr", f"{W}bookmarkStart"})

TOLD = {
    f"{W}{name}": name
    for name in (
        "b", "i", "sz", "bCs", "iCs", "szCs", "vanish", "specVanish", "rtl", "cs", "rStyle",
        "rFonts",
    )
}  # fmt: skip


def _key(rpr: Element) -> Iterator[object]:
    """The run properties that matter, as something to look them up by."""
    for element in rpr:
        if element.tag in TOLD:
            yield TOLD[element.tag]
            yield element.get(VAL) or element.get(f"{W}ascii") or element.get(f"{W}hAnsi")


def chosen(alternative: Element) -> list[Element]:
    """What to read of a choice: its branches show the same, so only one may be read.

    New programs take the first, unless text stands in the branch for old ones alone.
    """
    new, old = alternative.find(CHOICE), alternative.find(FALLBACK)
    branches = [branch for branch in (new, old) if branch is not None]
    spoken = (b for b in branches if any(True for _ in b.iter(TEXT_BOX, f"{W}t")))
    branch = next(spoken, branches[0] if branches else None)
    return [] if branch is None else list(branch)


def text_boxes(element: Element) -> list[Element]:
    """The text boxes in a drawing, in order; a box in a box is read with the outer one."""
    out: list[Element] = []
    waiting = [element]
    while waiting:
        here = waiting.pop()
        if here.tag == TEXT_BOX:
            out.append(here)
        elif here.tag == f"{MC}AlternateContent":
            waiting += reversed(chosen(here))
        else:
            waiting += reversed(here)
    return out
