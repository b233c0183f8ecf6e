"""The elements of a web page as lines, in one pass."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from msgspec.structs import replace

from unreport.document import Line
from unreport.readers.html.elements import (
    BLOCKS,
    BRACKETED,
    HIDDEN,
    RAISED,
    SKIPPED,
    SPACE,
    UNIT,
    Place,
    lays_out,
    marked,
    place,
    style_of,
)
from unreport.readers.word.layout_tables import row_line
from unreport.readers.word.line_text import CALL_CLOSES, CALL_OPENS, STRAY, typed
from unreport.readers.word.styles import Ink, prevailing
from unreport.readers.word.xml_names import Element
from unreport.text.characters import normalise


@dataclass
class Page:
    """Reads a page; `read` is the only door."""

    original: bool = False
    lines: list[Line] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    inks: Counter[Ink] = field(default_factory=Counter)
    label: str = ""  # an automatic number that waits for its text
    blank: int = 0  # empty lines since the last one

    def read(self, root: Element) -> list[Line]:
        """Every line of the page in order."""
        self._element(root, Place())
        self._flush(Place(), ends=True)
        return self.lines

    def _element(self, element: Element, outer: Place) -> None:
        """Read an element with all that is in it; elements nest 256 deep at most."""
        tag = element.tag
        if not isinstance(tag, str) or self._skipped(element):
            return
        here = place(element, outer)
        block = tag in BLOCKS
        if block:
            self._flush(outer, ends=True)
        self._opened(element, here)
        opened = len(self.parts)
        if tag == "table" and not lays_out(element):
            self._table(element, here)
        else:
            self._text(element.text, here)
            for inner in element:
                self._element(inner, here)
                self._text(inner.tail, here)
        if block:
            self._flush(here, ends=True)
        else:
            self._closed(element, outer, here, opened)

    def _skipped(self, element: Element) -> bool:
        tag = element.tag
        if tag in SKIPPED or tag == ("ins" if self.original else "del"):
            return True
        if tag == "input" or element.get("hidden") is not None:
            return True
        style = style_of(element)
        return bool(HIDDEN & style.items()) or "comment" in style.get("mso-element", "")

    def _opened(self, element: Element, here: Place) -> None:
        match element.tag:
            case "br":
                self._break(here)
            case "li" if here.numbers:
                self.label = here.numbers.label(element)

    def _closed(self, element: Element, outer: Place, here: Place, opened: int) -> None:
        """What an inline element makes of the text in it."""
        if here.called and not outer.called:
            text = SPACE.sub(" ", "".join(self.parts[opened:])).strip()
            bracketed = BRACKETED.fullmatch(text)
            if element.tag != "sup" or self._raised(text, opened):
                mark = bracketed[1] if bracketed else text
                self.parts[opened:] = [CALL_OPENS, mark, CALL_CLOSES]
        elif "ignore" in style_of(element).get("mso-list", "").lower():
            self.label = normalise(SPACE.sub(" ", "".join(self.parts[opened:]))).strip()
            del self.parts[opened:]

    def _raised(self, text: str, opened: int) -> bool:
        """Whether raised text calls a note: a short number, but not that of `km²`."""
        before = "".join(self.parts[max(0, opened - 3) : opened])
        return bool(RAISED.fullmatch(text)) and before != "" and not UNIT.search(before)

    # --- text

    def _text(self, text: str | None, here: Place) -> None:
        if not text:
            return
        text = text.translate(STRAY)
        if here.kept:
            self._kept(text, here)
            return
        self.parts.append(text)
        letters = len(text) - len(SPACE.findall(text))
        if letters > 0:
            self.inks[Ink(here.size, here.bold, here.italic)] += letters

    def _kept(self, text: str, here: Place) -> None:
        """Text set as typed: every row is a line, with its indent and the blank lines above."""
        *rows, last = text.split("\n")
        for row in rows:
            self.parts.append(row)
            self._break(here)
        self.parts.append(last)

    def _break(self, here: Place) -> None:
        """The end of a row, which may not be that of a paragraph; in a heading, a space."""
        if here.level:
            self.parts.append(" ")
        elif not self._flush(here, ends=None):
            self.blank += 1

    def _flush(self, here: Place, *, ends: bool | None) -> bool:
        """Make a line of the text so far; false if there was none."""
        raw = "".join(self.parts)
        self.parts.clear()
        inks, self.inks = self.inks, Counter()
        words = typed(raw if here.kept else SPACE.sub(" ", raw))
        sealed = self.blank or (ends and not words.text)
        if sealed and self.lines and self.lines[-1].ends is None:
            self.lines[-1] = replace(self.lines[-1], ends=True)
        if not words.text:
            return False
        label, self.label = self.label, ""
        shift = len(label) + 1 if label else 0
        shown = prevailing(inks)
        line = Line(
            text=f"{label} {words.text}" if label else words.text,
            role=here.role,
            ends=ends,
            above=self.blank,
            indent=float(len(raw) - len(raw.lstrip(" "))) if here.kept else None,
            level=here.level,
            label=len(label),
            calls=tuple((a + shift, b + shift) for a, b in words.calls),
            style=here.style,
            size=shown.size if shown else None,
            bold=shown.bold if shown else None,
            italic=shown.italic if shown else None,
            centred=here.centred,
        )
        self.blank = 0
        self.lines.append(marked(line) if here.role == "note" else line)
        return True

    # --- tables

    def _table(self, element: Element, here: Place) -> None:
        """The rows of a table of data, with what stands between them."""
        self._text(element.text, here)
        for inner in element:
            if inner.tag == "tr":
                self._row(inner, here)
            elif inner.tag in ("thead", "tbody", "tfoot"):
                self._table(inner, here)
            else:
                self._element(inner, here)
            self._text(inner.tail, here)

    def _row(self, element: Element, here: Place) -> None:
        self._flush(here, ends=True)
        done, self.lines = self.lines, []
        cells: list[list[Line]] = []
        self._text(element.text, here)
        for inner in element:
            self._element(inner, here)
            self._text(inner.tail, here)
            if inner.tag in ("td", "th") or self.lines:
                cells.append(self.lines)
                self.lines = []
        self._flush(here, ends=True)
        if self.lines:
            cells.append(self.lines)
        self.lines = done
        if any(line.text for cell in cells for line in cell):
            self.lines.append(row_line(cells))
