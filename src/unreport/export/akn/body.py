"""The body of a report in AKN4UN: sections, paragraphs, lists, tables and annexes.

The elements are those of the guidelines, part 1, "Hierarchical structure"; a level has either
`content`, or `intro`, lower levels and `wrapUp` (Akoma Ntoso schema).
"""

from __future__ import annotations

from collections.abc import Sequence

from unreport.export.akn.identifiers import (
    ROOT,
    Identifiers,
    Ids,
    item_in_english,
    number_in_english,
)
from unreport.export.akn.inline import InlineWriter
from unreport.export.akn.output import OutputElement, add, add_text, append, set_own
from unreport.export.akn.vocabulary import SECTION_ELEMENTS
from unreport.export.note_calls import Run, runs_and_lists
from unreport.model import Content, Item, List, Node, Paragraph, Section, Table
from unreport.text.folding import fold_words

CONTINUATION = "#continuation"


class BodyWriter:
    """Writes nodes; names each element."""

    def __init__(self, identifiers: Identifiers, inline: InlineWriter) -> None:
        self._identifiers = identifiers
        self._inline = inline
        self.targets: dict[str, str] = {}
        """The eIds of sections, by their folded titles."""

    def nodes(
        self, parent: OutputElement, nodes: Sequence[Node], above: Ids, depth: int = 1
    ) -> None:
        """Sections, paragraphs and tables, in their order; `depth` is that of their sections."""
        for node in nodes:
            match node:
                case Section():
                    self._section(parent, node, above, depth)
                case Paragraph():
                    self._paragraph(parent, node, above)
                case Table():
                    self._table(parent, node, above)

    def heading(self, element: OutputElement, section: Section) -> None:
        """The title, and what says that the section is continued, as printed."""
        inside = [call for call in section.notes if (call.at or 0) <= len(section.title)]
        self._inline.write(element, section.title, inside)
        if section.continuation is not None:
            append(element, " " if section.title else "")
            add_text(element, "docStage", section.continuation, refersTo=CONTINUATION)
        self._inline.write_calls(element, section.notes[len(inside) :])

    def annex_ids(self, annex: Section) -> Ids:
        """The names of an annex, by its place among them where it has no number."""
        number = number_in_english("attachment", annex.number)
        ids = self._identifiers.numbered(ROOT, "attachment", annex.marker or "", number)
        self._add_target(annex, ids)
        return ids

    def _add_target(self, section: Section, ids: Ids) -> None:
        self.targets.setdefault(fold_words(section.title), ids.eid)

    def _section(self, parent: OutputElement, section: Section, above: Ids, depth: int) -> None:
        name = SECTION_ELEMENTS.get(section.kind)
        kind = name or section.kind
        ids = self._identifiers.numbered(
            above, kind, section.marker or "", number_in_english(kind, section.number)
        )
        self._add_target(section, ids)
        element = add(parent, name or "hcontainer", **ids.attributes)
        if name is None:
            element.set("name", section.kind)
        set_section_values(element, section, depth)
        if section.marker is not None:
            add_text(element, "num", section.marker)
        if section.title or section.continuation is not None:
            self.heading(add(element, "heading"), section)
        self.nodes(element, section.children, ids, depth + 1)

    def _paragraph(self, parent: OutputElement, paragraph: Paragraph, above: Ids) -> None:
        if paragraph.marker is None:
            name, ids = "alinea", self._identifiers.counted(above, "alinea")
        else:
            name, number = "paragraph", number_in_english("paragraph", paragraph.number)
            ids = self._identifiers.running(above, name, paragraph.marker, number)
        element = add(parent, name, **ids.attributes)
        set_number(element, paragraph.number)
        if paragraph.marker is not None:
            add_text(element, "num", paragraph.marker)
        self._content(element, paragraph.content, ids, 0)

    def _content(
        self, element: OutputElement, content: Sequence[Content], ids: Ids, depth: int
    ) -> None:
        """`content` of texts only; else a `list` with its `intro` each, and a `wrapUp`."""
        texts: list[Run] = []  # since the last list
        has_lists = False
        for piece in runs_and_lists(content):
            if isinstance(piece, List):
                self._list(element, (texts, piece), ids, depth)
                texts, has_lists = [], True
            else:
                texts.append(piece)
        if not has_lists:
            self._texts(element, "content", ids.below("content"), texts)
        elif texts:
            self._texts(element, "wrapUp", ids.below("wrapup"), texts)

    def _list(
        self, element: OutputElement, pieces: tuple[list[Run], List], above: Ids, depth: int
    ) -> None:
        """A list, and the texts that introduce it."""
        texts, items = pieces
        ids = self._identifiers.counted(above, "list")
        outer = add(element, "list", **ids.attributes)
        if texts:
            self._texts(outer, "intro", ids.below("intro"), texts)
        for item in items.items:
            self._item(outer, item, ids, depth)

    def _texts(self, element: OutputElement, name: str, ids: Ids, texts: Sequence[Run]) -> None:
        self._inline.add_paragraphs(add(element, name, **ids.attributes), texts)

    def _item(self, parent: OutputElement, item: Item, above: Ids, depth: int) -> None:
        bullet = item.marker is not None and not any(map(str.isalnum, item.marker))
        name = "indent" if bullet else "point"
        ids = self._identifiers.numbered(
            above, name, item.marker or "", item_in_english(depth, item.number)
        )
        element = add(parent, name, **ids.attributes)
        set_number(element, item.number)
        if item.marker is not None:
            add_text(element, "num", item.marker)
        self._content(element, item.content, ids, depth + 1)

    def _table(self, parent: OutputElement, table: Table, above: Ids) -> None:
        ids = self._identifiers.counted(above, "table")
        element = add(parent, "hcontainer", name="table", **ids.attributes)
        content = add(element, "content", **ids.below("content").attributes)
        if not table.rows:
            add(content, "p")
            return
        grid = add(content, "table", **ids.below("table").attributes)
        caption, rows = table.rows[: table.caption_rows], table.rows[table.caption_rows :]
        if any(len(row) != 1 for row in caption) or not rows:
            caption, rows = (), table.rows
            if table.caption_rows:
                set_own(grid, "captionRows", str(table.caption_rows))
        if caption:
            self._caption(add(grid, "caption"), [row[0] for row in caption])
        for row in rows:
            self._row(add(grid, "tr"), row)

    def _caption(self, element: OutputElement, lines: Sequence[str]) -> None:
        for number, line in enumerate(lines):
            if number:
                add(element, "eol")
            self._inline.write_marked(element, line)

    def _row(self, element: OutputElement, row: Sequence[str]) -> None:
        for cell in row:
            self._inline.write_marked(add(add(element, "td"), "p"), cell)
        if not row:
            add(element, "td", own_absent="true")


def set_section_values(element: OutputElement, section: Section, depth: int) -> None:
    """What the element itself does not say of a section."""
    set_number(element, section.number)
    if section.continued != (section.continuation is not None):
        set_own(element, "continued", str(section.continued).lower())
    if section.level != depth:
        set_own(element, "level", str(section.level))


def set_number(element: OutputElement, number: int | None) -> None:
    """The value of a printed number, for which Akoma Ntoso has no attribute."""
    if number is not None:
        set_own(element, "number", str(number))
