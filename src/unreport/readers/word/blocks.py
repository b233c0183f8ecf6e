"""Block-level content of a part (ECMA-376 part 1, 17.2): paragraphs and tables to lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from unreport.document import Document, Line, Role
from unreport.model import Issue
from unreport.readers.word.drawings.embedded_objects import ObjectReader, shows_object
from unreport.readers.word.drawings.shapes import selected_branch, word_art
from unreport.readers.word.fields.numbers import count_field
from unreport.readers.word.heading_styles import BODY
from unreport.readers.word.indents import TabStops, indent
from unreport.readers.word.layout_tables import (
    data_rows,
    is_box,
    is_masthead_table,
    is_page_foot_frame,
)
from unreport.readers.word.line_text import (
    LineText,
    line_text,
    paragraph_lines,
    separate_lines,
)
from unreport.readers.word.numbering import (
    Label,
    ListCounters,
    Locale,
    NumberingDefinitions,
    NumberingLevel,
)
from unreport.readers.word.runs import SUBDOCUMENT, ParagraphContent, RunReader
from unreport.readers.word.styles import (
    BODY_OUTLINE_LEVEL,
    CharacterFormat,
    ParagraphStyle,
    Styles,
    centred,
    outline_level,
    prevailing_format,
)
from unreport.readers.word.tables import TRANSPARENT_ELEMENTS, aligned, row_cells, table_rows
from unreport.readers.word.xml_names import (
    MC,
    PARAGRAPH,
    PPR,
    RPR,
    SECTION,
    TABLE,
    Element,
    R,
    W,
    child,
    integer,
    toggle,
    val,
)
from unreport.text.characters import normalise

TableLayout: TypeAlias = Literal["never", "masthead", "always"]
"""Which tables are layout tables, whose cells are read as lines: none, a masthead, all."""
MIN_HEADING_SIZE = 0.8  # ratio of the text's size to that of its style
MAX_MASTHEAD_LINE = 200  # characters
MASTHEAD_LINES = 40  # a table after more lines is no masthead table
NOTE = re.compile(r"^([*†‡]+|\d{1,2})\s+")  # `** A/81/50.` in a frame at the foot of the page

CHUNK = f"{W}altChunk"
EXTERNAL_CONTENT = {CHUNK: "a piece of another file", SUBDOCUMENT: "another file"}
DROP_CAPS = ("drop", "margin")


class DocumentContext(Struct, frozen=True):
    """Definitions shared by all parts of a file."""

    styles: Styles
    lists: NumberingDefinitions
    tabs: TabStops
    original: bool
    read_import: Callable[[str], Document | None] = lambda _: None
    """The document of an alternative format import part (17.17.2.1) by relationship id."""


class MergedParagraph(Struct, frozen=True):
    """Content merged with the next paragraph, since its paragraph mark is deleted or hidden."""

    content: ParagraphContent
    paragraph: Element | None  # gives the properties; None: the next paragraph does
    last: Element  # gives the properties if no paragraph follows


@dataclass
class PartReader:
    """Reads the block-level content of one part: body, header, footer or notes."""

    context: DocumentContext
    runs: RunReader
    counts: ListCounters
    role: Role = "body"
    layout: TableLayout = "never"
    lines_read: int = 0
    masthead_ended: bool = False  # whether body text has been read
    doubts: list[Issue] = field(default_factory=list)
    objects: ObjectReader = field(default_factory=ObjectReader)

    def lines(self, container: Element) -> Iterator[Line]:
        """The lines of a container: body, header, note, table cell or text box."""
        pending: MergedParagraph | None = None
        for block in blocks(container):
            if block.tag == PARAGRAPH:
                pending, lines = self._paragraph(block, pending)
                yield from lines
                continue
            yield from self._unmerged(pending)
            pending = None
            yield from self.table(block) if block.tag == TABLE else self._external(block)
        yield from self._unmerged(pending)

    def _unmerged(self, pending: MergedParagraph | None) -> Iterator[Line]:
        """A paragraph that has no next paragraph to be merged with."""
        if pending and pending.content.text:
            first = pending.last if pending.paragraph is None else pending.paragraph
            yield from self._paragraph_lines(first, pending.content, None)

    def table(self, table: Element) -> Iterator[Line]:
        """One line per row; for a layout table, the lines of its cells."""
        rows = list(self.rows(table))
        if self._is_layout_table(rows):
            lines = (line for cells in rows for cell in cells for line in cell)
            yield from (replace(line, level=None) for line in lines)  # a masthead has no headings
            return
        if is_box(rows):
            yield from (line for cells in rows for line in cells[0])
            return
        yield from data_rows(rows)

    def rows(self, table: Element) -> Iterator[list[list[Line]]]:
        """The lines of each cell of each row, in columns."""
        original = self.context.original
        rows = [
            {
                cell.column: [] if cell.element is None else list(self.lines(cell.element))
                for cell in row_cells(row, original=original)
            }
            for row in table_rows(table, original=original)
        ]
        return aligned(rows)

    def _is_layout_table(self, rows: list[list[list[Line]]]) -> bool:
        if self.layout == "masthead":
            return self.lines_read <= MASTHEAD_LINES and is_masthead_table(rows)
        return self.layout == "always"

    def _paragraph(
        self, paragraph: Element, before: MergedParagraph | None
    ) -> tuple[MergedParagraph | None, list[Line]]:
        """Read a paragraph; it is merged with the next if its mark is deleted or hidden."""
        ppr = self._properties(paragraph)
        style = self.context.styles.paragraph(ppr)
        content = before.content if before else ParagraphContent()
        self.runs.read(paragraph, style.run_properties, content)
        first = before.paragraph if before and before.paragraph is not None else paragraph
        ends_section = child(child(paragraph, "pPr"), "sectPr") is not None
        mark = child(ppr, "rPr")
        if self._mark_removed(paragraph) and not ends_section:
            return MergedParagraph(content, before.paragraph if before else None, paragraph), []
        if (toggle(mark, "vanish") or _is_drop_cap(ppr)) and not ends_section:
            leads = content.text.strip() and not _is_drop_cap(ppr)
            return MergedParagraph(content, first if leads else None, paragraph), []
        lines = list(self._paragraph_lines(first, content, paragraph))
        if ends_section:
            self.runs.note_counter.end_section()
        return None, lines

    def _properties(self, paragraph: Element | None) -> Element | None:
        """A paragraph's properties; for the original, those before a tracked change."""
        ppr = None if paragraph is None else paragraph.find(PPR)
        if self.context.original and ppr is not None:
            old = ppr.find(f"{W}pPrChange/{W}pPr")
            return ppr if old is None else old
        return ppr

    def _mark_removed(self, paragraph: Element) -> bool:
        mark = paragraph.find(f"{PPR}/{RPR}")
        names = ("ins", "moveTo") if self.context.original else ("del", "moveFrom")
        return any(child(mark, name) is not None for name in names)

    def _paragraph_lines(
        self, first: Element | None, content: ParagraphContent, last: Element | None
    ) -> Iterator[Line]:
        """The line of a paragraph, and the lines of the text boxes anchored in it."""
        ppr = self._properties(first)
        style = self.context.styles.paragraph(ppr)
        only_section_break = (
            last is not None and not content.text and last.find(f"{PPR}/{SECTION}") is not None
        )
        label, level = (None, None) if only_section_break else self._label(ppr, style)
        self._number_fields(content, ppr, style)
        pieces = self._split(content, style)
        # In old templates the masthead is in text boxes anchored in the first paragraph.
        above = self.layout == "masthead" and self.lines_read == 0
        for box in content.drawn if above else []:
            yield from self._text_box(box)
        if label or pieces:
            self.lines_read += 1
            long = bool(pieces) and len(pieces[0].text) > MAX_MASTHEAD_LINE
            self.masthead_ended |= bool(label or style.level) or long
            line = self._line(ppr, style, level, content)
            number = normalise(label.text).strip() if label else ""
            separator = label.separator if label else ""
            if is_page_foot_frame(ppr):
                pieces, line = _page_foot_note(pieces, line)
            yield from paragraph_lines(pieces, number, line, separator=separator)
        for box in content.drawn if not above else []:
            yield from self._text_box(box)

    def _split(self, content: ParagraphContent, style: ParagraphStyle) -> list[LineText]:
        """The text of a paragraph, split at line breaks that separate lines of their own."""
        text = content.text
        split = self.role in ("body", "head") and not style.level
        pieces = separate_lines(text, masthead=not self.masthead_ended) if split else [text]
        return [piece for piece in map(line_text, pieces) if piece.text]

    def _number_fields(
        self, content: ParagraphContent, ppr: Element | None, style: ParagraphStyle
    ) -> None:
        """Insert the numbers of LISTNUM and AUTONUM fields."""
        if not content.list_numbers:
            return
        own = self._numbering(ppr, style)
        outline = self._level(ppr, style)
        for at, number in content.list_numbers:
            content.parts[at] = count_field(self.counts, self.context.lists, number, own, outline)

    def _text_box(self, box: Element) -> Iterator[Line]:
        """The lines of a text box, WordArt, a chart or a diagram; fields do not extend into it.

        Text of charts often has a heading style, but is no heading.
        """
        if box.tag in EXTERNAL_CONTENT:
            yield from self._external(box)
            return
        if shows_object(box):
            yield from (
                replace(line, role=_role(line, self.role)) for line in self.objects.lines(box)
            )
            return
        if text := word_art(box):
            yield Line(text=normalise(text), role=self.role, level=BODY, ends=True)
            return
        fields, self.runs.fields = self.runs.fields, []
        yield from (replace(line, level=BODY) for line in self.lines(box))
        self.runs.fields = fields

    def _label(
        self, ppr: Element | None, style: ParagraphStyle
    ) -> tuple[Label | None, NumberingLevel | None]:
        """The automatic number of a paragraph, and its numbering level."""
        num, at = self._numbering(ppr, style)
        instance = self.context.lists.get(num)
        if num is None or instance is None:
            return None, None
        rtl = toggle(ppr, "bidi")
        locale = self._locale(ppr, style, rtl=bool(style.rtl if rtl is None else rtl))
        label = self.counts.next(
            self.context.lists, num, at, rtl=locale.rtl, language=locale.language
        )
        return label, instance.level(at)

    def _locale(self, ppr: Element | None, style: ParagraphStyle, *, rtl: bool) -> Locale:
        """The language of the paragraph mark, in which numbers are written as words."""
        rpr = child(ppr, "rPr")
        base = style.run_properties
        mark = base if rpr is None else self.context.styles.run(rpr, base)
        return Locale(mark.language_rtl if rtl else mark.language, rtl)

    def _numbering(self, ppr: Element | None, style: ParagraphStyle) -> tuple[str | None, int]:
        """Numbering instance and level of a paragraph: its own, else those of its style."""
        own = child(ppr, "numPr")
        num, at = val(own, "numId"), integer(val(own, "ilvl"))
        num = style.num if num is None else num
        instance = self.context.lists.get(num)
        if at is None and instance is not None:
            at = instance.style_level(style.numbering_levels)
        return num, at or 0

    def _line(
        self,
        ppr: Element | None,
        style: ParagraphStyle,
        level: NumberingLevel | None,
        content: ParagraphContent,
    ) -> Line:
        """What the lines of a paragraph share."""
        run_format = prevailing_format(content.formats)
        pprs = [p for p in (ppr, level.ppr if level else None) if p is not None]
        own_alignment = centred(ppr)
        return Line(
            text="",
            role=self.role,
            indent=indent([*pprs, *style.paragraph_properties], content.text, self.context.tabs),
            level=None if _too_small(run_format, style) else self._level(ppr, style),
            style=style.name or None,
            size=run_format.size if run_format else None,
            bold=run_format.bold if run_format else None,
            italic=run_format.italic if run_format else None,
            centred=bool(style.centred if own_alignment is None else own_alignment),
        )

    def _level(self, ppr: Element | None, style: ParagraphStyle) -> int | None:
        """Heading level: by the style, else by the outline level of the paragraph.

        Outline levels in the masthead are ignored; templates set them without meaning.
        """
        outline = outline_level(ppr) if self.masthead_ended else None
        if style.level or outline is None:
            return style.level
        return outline + 1 if outline < BODY_OUTLINE_LEVEL else style.level

    def _external(self, block: Element) -> Iterator[Line]:
        """The lines of an alternative format import, or a doubt that it is not read."""
        identifier = block.get(f"{R}id", "")
        document = self.context.read_import(identifier) if block.tag == CHUNK else None
        if document is not None:
            self.doubts += document.doubts
            yield from (replace(line, start=0) for line in document.lines)
            return
        kind = EXTERNAL_CONTENT[block.tag]
        message = f"The Word file takes in {kind} that was not read."
        self.doubts.append(Issue(code="unread-part", message=message))


def blocks(container: Element) -> Iterator[Element]:
    """Paragraphs and tables, also those in content controls and alternate content."""
    for element in container:
        tag = element.tag
        if tag in (PARAGRAPH, TABLE) or tag in EXTERNAL_CONTENT:
            yield element
        elif tag in TRANSPARENT_ELEMENTS:
            yield from blocks(element)
        elif tag == f"{MC}AlternateContent":
            for inner in selected_branch(element):
                yield from (inner,) if inner.tag in (PARAGRAPH, TABLE) else blocks(inner)


def _role(line: Line, role: Role) -> Role:
    return line.role if line.role == "table" else role


def _is_drop_cap(ppr: Element | None) -> bool:
    """Whether a paragraph is the frame of a drop cap, the first letter of the next one."""
    frame = child(ppr, "framePr")
    return frame is not None and frame.get(f"{W}dropCap") in DROP_CAPS


def _page_foot_note(pieces: list[LineText], line: Line) -> tuple[list[LineText], Line]:
    """A paragraph in a frame at the foot of a page: a note, if it begins with a mark."""
    if line.role != "body" or not pieces or not NOTE.match(pieces[0].text):
        return pieces, line
    first = replace(pieces[0], text=NOTE.sub(r"\1 ", pieces[0].text))
    return [first, *pieces[1:]], replace(line, role="note")


def _too_small(run_format: CharacterFormat | None, style: ParagraphStyle) -> bool:
    """Whether the text is much smaller than its style, so that it is no heading.

    Units of tables, such as `(Thousands of United States dollars)`, have the heading style
    `_ H_2/3` at 7 points instead of 10.
    """
    size = style.run_properties.size
    return bool(
        run_format and run_format.size and size and run_format.size < MIN_HEADING_SIZE * size
    )
