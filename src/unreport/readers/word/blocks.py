"""The blocks of a part, paragraphs and tables, as lines of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from unreport.document import Line, Role
from unreport.model import Issue
from unreport.readers.word.heading_styles import BODY
from unreport.readers.word.indents import Tabs, indent
from unreport.readers.word.layout_tables import at_page_foot, boxed, lays_out_masthead, row_line
from unreport.readers.word.line_text import Typed, typed
from unreport.readers.word.numbering import Counts, Label, Level, Lists
from unreport.readers.word.runs import Content, Runs, chosen
from unreport.readers.word.styles import (
    TEXT_LEVEL,
    Ink,
    ParagraphStyle,
    Styles,
    centred,
    outline,
    prevailing,
)
from unreport.readers.word.xml_names import (
    MC,
    PPR,
    RPR,
    SECTION,
    TABLE,
    Element,
    P,
    W,
    child,
    number,
    switch,
    value,
)
from unreport.text.characters import normalise

Layout: TypeAlias = Literal["never", "front", "always"]
"""Whether tables may lay out lines: never, only the masthead's on the front page, always."""
SMALL = 0.8  # of the size of the style
LONG = 200  # characters: no line of a masthead is longer
FRONT = 40  # lines: a table after so much text lays out no masthead
NOTE = re.compile(r"^([*†‡]+|\d{1,2})\s+")  # `** A/81/50.` in a frame at the foot of the page

GROUPS = frozenset({f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}sdtContent", f"{W}smartTag"})
ELSEWHERE = {f"{W}altChunk": "a piece of another file", f"{W}subDoc": "another file"}


class Book(Struct, frozen=True):
    """What holds for all parts of a file."""

    styles: Styles
    lists: Lists
    tabs: Tabs
    original: bool


class Joined(Struct, frozen=True):
    """A paragraph whose own end does not show, and whose looks the whole takes."""

    content: Content
    paragraph: Element | None  # None: the paragraph that follows decides


@dataclass
class Story:
    """Reads one part (body, header, notes); counting goes on from part to part."""

    book: Book
    runs: Runs
    counts: Counts
    role: Role = "body"
    layout: Layout = "never"
    passed: int = 0  # lines so far
    begun: bool = False  # whether the text has begun
    doubts: list[Issue] = field(default_factory=list)

    def lines(self, container: Element) -> Iterator[Line]:
        """Every line of a container: the body, a header, a note, a text box."""
        waiting: Joined | None = None
        for block in blocks(container):
            if block.tag == P:
                waiting, made = self._paragraph(block, waiting)
                yield from made
            elif block.tag == TABLE:
                yield from self.table(block)
            else:
                self._doubt(block)
        if waiting and waiting.content.text:
            yield from self._made(waiting.paragraph, waiting.content, None)

    def table(self, table: Element) -> Iterator[Line]:
        """One line per row; or the lines of all cells, if the table only lays them out."""
        rows = list(self.rows(table))
        if self._lays_out(rows):
            lines = (line for cells in rows for cell in cells for line in cell)
            yield from (replace(line, level=None) for line in lines)  # a masthead has no headings
            return
        for cells in rows:
            if len(cells) == 1:  # a box around text: its paragraphs, or the rows of a table in it
                yield from (line if line.role == "table" else boxed(line) for line in cells[0])
            elif any(line.text for cell in cells for line in cell):
                yield row_line(cells)

    def rows(self, table: Element) -> Iterator[list[list[Line]]]:
        """The lines in each cell of each row that is there."""
        for row in _flat(table, f"{W}tr"):
            if not self._gone(child(row, "trPr")):
                cells = _flat(row, f"{W}tc")
                yield [list(self.lines(cell)) for cell in cells]

    def _lays_out(self, rows: list[list[list[Line]]]) -> bool:
        if self.layout == "front":
            return self.passed <= FRONT and lays_out_masthead(rows)
        return self.layout == "always"

    def _gone(self, properties: Element | None) -> bool:
        """Whether a row was deleted, or for the original, inserted."""
        return child(properties, "ins" if self.book.original else "del") is not None

    def _paragraph(
        self, paragraph: Element, before: Joined | None
    ) -> tuple[Joined | None, list[Line]]:
        """Read a paragraph; it waits for the next one if the mark at its end is not there."""
        ppr = self._properties(paragraph)
        style = self.book.styles.paragraph(ppr)
        content = before.content if before else Content()
        self.runs.read(paragraph, style.look, content)
        leader = before.paragraph if before and before.paragraph is not None else paragraph
        section_ends = child(child(paragraph, "pPr"), "sectPr") is not None
        mark = child(ppr, "rPr")
        if self._mark_gone(paragraph) and not section_ends:
            return Joined(content, before.paragraph if before else None), []
        if switch(mark, "vanish") and not section_ends:
            return Joined(content, leader if content.text.strip() else None), []
        made = list(self._made(leader, content, paragraph))
        if section_ends:
            self.runs.marks.section_ends()
        return None, made

    def _properties(self, paragraph: Element | None) -> Element | None:
        """A paragraph's properties; those before the change if the original is wanted."""
        ppr = None if paragraph is None else paragraph.find(PPR)
        if self.book.original and ppr is not None:
            old = ppr.find(f"{W}pPrChange/{W}pPr")
            return ppr if old is None else old
        return ppr

    def _mark_gone(self, paragraph: Element) -> bool:
        mark = paragraph.find(f"{PPR}/{RPR}")
        names = ("ins", "moveTo") if self.book.original else ("del", "moveFrom")
        return any(child(mark, name) is not None for name in names)

    def _made(
        self, leader: Element | None, content: Content, last: Element | None
    ) -> Iterator[Line]:
        """The line of a paragraph, and the lines of the text boxes that hang on it."""
        ppr = self._properties(leader)
        style = self.book.styles.paragraph(ppr)
        sole_break = (
            last is not None and not content.text and last.find(f"{PPR}/{SECTION}") is not None
        )
        label, level = (None, None) if sole_break else self._label(ppr, style)
        words = typed(content.text)
        # The masthead of old templates: text boxes that hang on the first paragraph, above it.
        above = self.layout == "front" and self.passed == 0
        for box in content.boxes if above else []:
            yield from self._box(box)
        if label or words.text:
            self.passed += 1
            self.begun |= bool(label or style.level) or len(words.text) > LONG
            yield self._line(ppr, style, label, level, words, content)
        for box in content.boxes if not above else []:
            yield from self._box(box)

    def _box(self, box: Element) -> Iterator[Line]:
        """A text box is a text of its own: fields that are open outside are not open in it.

        The boxes of charts are set like headings, which they are not.
        """
        fields, self.runs.fields = self.runs.fields, []
        yield from (replace(line, level=BODY) for line in self.lines(box))
        self.runs.fields = fields

    def _label(
        self, ppr: Element | None, style: ParagraphStyle
    ) -> tuple[Label | None, Level | None]:
        """Count the paragraph in, if it is numbered."""
        num, at = self._numbered(ppr, style)
        numbered = self.book.lists.get(num)
        if num is None or numbered is None:
            return None, None
        rtl = switch(ppr, "bidi")
        label = self.counts.next(
            self.book.lists, num, at, rtl=bool(style.rtl if rtl is None else rtl)
        )
        return label, numbered.level(at)

    def _numbered(self, ppr: Element | None, style: ParagraphStyle) -> tuple[str | None, int]:
        """The list and level of a paragraph: its own, else those of its style.

        A style's level is the one that the list ties to the style (17.9.23); what the style
        says itself counts only where the list says nothing.
        """
        own = child(ppr, "numPr")
        num, at = value(own, "numId"), number(value(own, "ilvl"))
        if num is not None:
            return num, at or 0
        numbered = self.book.lists.get(style.num)
        if at is None and numbered and style.numbered_by:
            at = numbered.level_of(style.numbered_by)
        return style.num, (style.numbered_at or 0) if at is None else at

    def _line(  # noqa: PLR0913, PLR0917  # all that is known of one paragraph
        self,
        ppr: Element | None,
        style: ParagraphStyle,
        label: Label | None,
        level: Level | None,
        words: Typed,
        content: Content,
    ) -> Line:
        printed = normalise(label.text).strip() if label else ""
        separator = label.separator if label and printed and words.text else ""
        shift = len(printed) + len(separator)
        shown = prevailing(content.inks)
        pprs = [p for p in (ppr, level.ppr if level else None) if p is not None]
        said = centred(ppr)
        foot = self.role == "body" and at_page_foot(ppr) and NOTE.match(words.text)
        return Line(
            text=printed + separator + (NOTE.sub(r"\1 ", words.text) if foot else words.text),
            role="note" if foot else self.role,
            ends=True,
            indent=indent([*pprs, *style.indents], content.text, self.book.tabs),
            level=None if _too_small(shown, style) else self._level(ppr, style),
            label=len(printed),
            calls=tuple((start + shift, end + shift) for start, end in words.calls),
            style=style.name or None,
            size=shown.size if shown else None,
            bold=shown.bold if shown else None,
            italic=shown.italic if shown else None,
            centred=bool(style.centred if said is None else said),
        )

    def _level(self, ppr: Element | None, style: ParagraphStyle) -> int | None:
        """A heading of the template; else the outline level set by hand; else what the style says.

        In the masthead outline levels are set by hand to no purpose, so they count after it.
        """
        said = outline(ppr) if self.begun else None
        if style.level or said is None:
            return style.level
        return said + 1 if said < TEXT_LEVEL else style.level

    def _doubt(self, block: Element) -> None:
        self.doubts.append(
            Issue(
                code="unread-part",
                message=f"The Word file takes in {ELSEWHERE[block.tag]} that was not read.",
            )
        )


def blocks(container: Element) -> Iterator[Element]:
    """Paragraphs and tables, also those inside content controls and choices."""
    for element in container:
        tag = element.tag
        if tag in (P, TABLE) or tag in ELSEWHERE:
            yield element
        elif tag in GROUPS or (tag == f"{W}sdt" and not _prompt(element)):
            yield from blocks(element)
        elif tag == f"{MC}AlternateContent":
            for inner in chosen(element):
                yield from (inner,) if inner.tag in (P, TABLE) else blocks(inner)


def _prompt(control: Element) -> bool:
    """Whether a content control shows only its prompt ("Click here to enter text")."""
    return control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _flat(parent: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those inside content controls."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in GROUPS or element.tag == f"{W}sdt":
            yield from _flat(element, tag)


def _too_small(shown: Ink | None, style: ParagraphStyle) -> bool:
    """Whether a paragraph is set far smaller than its style, as units of tables in one of headings.

    `(Thousands of United States dollars)` stands in `_ H_2/3`, at 7 points instead of 10.
    """
    size = style.look.size
    return bool(shown and shown.size and size and shown.size < SMALL * size)
