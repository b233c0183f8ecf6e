"""Read the body of AKN4UN: sections, paragraphs, lists, tables, annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast, get_args

from msgspec import Struct
from msgspec.structs import replace

from unreport.export.akn.facts import NOWHERE, read_int
from unreport.export.akn.read_text import TextReader
from unreport.export.akn.typed_numbers import typed_marker, with_lists, with_marker
from unreport.export.akn.unxml import (
    HEADINGS,
    RankedNode,
    embedded_structures,
    heading_rank,
    is_annex_name,
    is_number,
    nested,
    text_of,
    title_of,
    with_numbers,
)
from unreport.export.akn.vocabulary import AKN, SECTION_ELEMENTS, Element, name_of, own
from unreport.model import (
    Content,
    Item,
    List,
    Node,
    Note,
    Paragraph,
    Section,
    SectionKind,
    Table,
    Text,
)

SECTION_KINDS: dict[str, SectionKind] = {name: kind for kind, name in SECTION_ELEMENTS.items()}
LEVELS = frozenset({"paragraph", "alinea"})
ITEMS = frozenset({"point", "indent"})
LISTS = frozenset({"list", "sublist"})
TEXTS = frozenset({"p", "crossHeading", "table"})
DOCUMENTS = frozenset({"debateReport", "statement", "doc"})
COLLECTION = "documentCollection"
FRONT = ("coverPage", "preface")
BODIES = ("preamble", "mainBody", "conclusions")
WRAPPERS = frozenset({"container", "formula", "content", "block"})


class Heading(Struct, frozen=True):
    """The parts of a heading, wherever they stand."""

    num: Element | None
    title: Element | None


class BodyReader:
    """Reads nodes in reading order."""

    def __init__(self, texts: TextReader, language: str | None) -> None:
        self._texts = texts
        self._language = language

    def nodes(self, elements: Iterable[Element], depth: int) -> tuple[Node, ...]:
        """The nodes of elements, whose sections are at that depth."""
        ranked = [*self._children(elements, depth)]
        if not self._texts.exact:
            ranked = [*with_lists(with_numbers(ranked, self._language), self._language)]
        return tuple(nested(ranked, depth))

    def annex(self, attachment: Element, depth: int = 1) -> Section:
        """An annex: its heading stands in the preface of its own document.

        In UNxml it is the first paragraphs of the body: the name of the annex, its title.
        """
        document = attachment[0]
        preface = document.find(f"{{{AKN}}}preface")
        body = document.find(f"{{{AKN}}}mainBody")
        elements = [] if body is None else [*body]
        heading = Heading(_inside(preface, "docType"), _inside(preface, "docTitle"))
        if preface is None and elements and self._is_annex_name(title_of(elements[0])):
            title = title_of(elements[1]) if len(elements) > 1 else None
            if title is not None and not heading_rank(elements[1]):
                title = None
            heading = Heading(title_of(elements[0]), title)
            elements = elements[1 if title is None else 2 :]
        return self._section(attachment, _kind(document, "annex"), heading, (depth, elements))

    def resolution(self, document: Element, line: Element) -> Section:
        """A resolution or decision of UNxml: number and title stand in a line of the preface."""
        heading = Heading(_first(line, "docNumber"), _first(line, "docTitle"))
        elements = body_elements(document)
        named = elements[0] if name_of(document) == COLLECTION and elements else document
        return self._section(document, _kind(named, "resolution"), heading, (1, elements))

    def _component(self, document: Element, depth: int) -> Section:
        """A document of a collection, `A` of `76/559`: its heading is a line of its preface."""
        lines = [line for name in FRONT for line in document.iterfind(f"{{{AKN}}}{name}/*")]
        line = next((one for one in lines if _inside(one, "docNumber") is not None), None)
        heading = Heading(_inside(line, "docNumber"), _inside(line, "docTitle"))
        elements = [*(one for one in lines if one is not line), *body_elements(document)]
        elements += document.iterfind(f"{{{AKN}}}attachments/{{{AKN}}}attachment")
        return self._section(document, _kind(document, "resolution"), heading, (depth, elements))

    def _is_annex_name(self, element: Element | None) -> bool:
        return element is not None and is_annex_name(self._texts.run(element)[0], self._language)

    def _children(self, elements: Iterable[Element], depth: int) -> Iterator[RankedNode]:
        for child in elements:
            yield from self._nodes(child, depth)

    def _nodes(self, element: Element, depth: int) -> Iterator[RankedNode]:
        name = name_of(element)
        if name in SECTION_KINDS:
            yield self._hierarchical(element, SECTION_KINDS[name], depth), 0
        elif name == "hcontainer":
            yield from self._hcontainer(element, depth)
        elif name == "container" and element.get("name") == "footnotes":
            [*self._texts.content(element)]
        elif name in WRAPPERS:
            yield from self._children(element, depth)
        elif name in DOCUMENTS:
            yield self._component(element, depth), 0
        elif name == "attachment" and len(element):
            yield self.annex(element, depth), 0
        elif name in LEVELS or name in TEXTS:
            yield from self._with_embedded(element, depth)
        elif name:
            yield from self._other(element, depth)

    def _with_embedded(self, element: Element, depth: int) -> Iterator[RankedNode]:
        """A paragraph, heading, table or block of text, and the text of another document in it."""
        name = name_of(element)
        if name == "table":
            yield self._table(element), 0
        elif name in TEXTS:
            yield from ((paragraph, 0) for paragraph in self._unnumbered(element))
        elif rank := heading_rank(element):
            heading = Heading(_first(element, "num"), title_of(element))
            yield self._section(element, "heading", heading, (depth, ())), rank
        else:
            yield self._paragraph(element), 0
        for structure in embedded_structures(element):
            yield from self._children(structure, depth)

    def _other(self, element: Element, depth: int) -> Iterator[RankedNode]:
        """An element of Akoma Ntoso that AKN4UN does not ask for: no text of it is lost."""
        names = {name_of(child) for child in element}
        if names & {"num", *HEADINGS}:
            yield self._hierarchical(element, "heading", depth), 0
        elif names and not (element.text or "").strip():
            yield from self._children(element, depth)
        else:
            yield from ((paragraph, 0) for paragraph in self._unnumbered(element))

    def _hcontainer(self, element: Element, depth: int) -> Iterator[RankedNode]:
        kind = element.get("name", "")
        if kind == "table":
            grid = element.find(f"{{{AKN}}}content/{{{AKN}}}table")
            yield Table(rows=(), span=NOWHERE) if grid is None else self._table(grid), 0
        elif kind in get_args(SectionKind):
            yield self._hierarchical(element, cast("SectionKind", kind), depth), 0
        else:
            yield from self._children(element, depth)

    def _hierarchical(self, element: Element, kind: SectionKind, depth: int) -> Section:
        num, titles = _first(element, "num"), [one for one in element if name_of(one) in HEADINGS]
        if num is None and len(titles) > 1 and is_number(text_of(titles[0]), self._language):
            num = titles.pop(0)
        title = titles[0] if titles else None
        inside = [child for child in element if child is not num and child is not title]
        return self._section(element, kind, Heading(num, title), (depth, inside))

    def _section(
        self,
        element: Element,
        kind: SectionKind,
        heading: Heading,
        inside: tuple[int, Iterable[Element]],
    ) -> Section:
        """A section at a depth, with the nodes of the elements inside it."""
        depth, elements = inside
        title, notes, continuation = self._title(heading.title)
        continued = own(element, "continued")
        return Section(
            kind=kind,
            level=read_int(own(element, "level")) or depth,
            marker=self._marker(heading.num),
            number=read_int(own(element, "number")),
            title=title,
            continued=continuation is not None if continued is None else continued == "true",
            continuation=continuation,
            notes=notes,
            children=self.nodes(elements, depth + 1),
            span=NOWHERE,
        )

    def _title(self, element: Element | None) -> tuple[str, tuple[Note, ...], str | None]:
        """The title, the calls in it, and what says that the section is continued."""
        if element is None:
            return "", (), None
        stage = _first(element, "docStage")
        title, notes = self._texts.run(element)
        if stage is None:
            return title, tuple(notes), None
        continuation = self._texts.run(stage)[0]
        return title.removesuffix(continuation).removesuffix(" "), tuple(notes), continuation

    def _marker(self, num: Element | None) -> str | None:
        return None if num is None else self._texts.run(num)[0]

    def _unnumbered(self, element: Element) -> Iterator[Paragraph]:
        """A block of text as a paragraph; in UNxml each of its lines, as a document prints them."""
        content = [*self._texts.content([element])]
        match content:
            case [Text(text)] if not self._texts.exact:
                pieces: list[list[Content]] = [[Text(line)] for line in text.split("\n")]
            case _:
                pieces = [content] if content else []
        for piece in pieces:
            yield Paragraph(marker=None, number=None, content=tuple(piece), span=NOWHERE)

    def _paragraph(self, element: Element) -> Paragraph:
        paragraph = Paragraph(
            marker=self._marker(_first(element, "num")),
            number=read_int(own(element, "number")),
            content=tuple(self._content(element)),
            span=NOWHERE,
        )
        if paragraph.marker is None and not self._texts.exact and (typed := typed_marker(element)):
            return with_marker(paragraph, typed)
        return paragraph

    def _content(self, element: Element) -> Iterator[Content]:
        """The texts, calls and lists of a paragraph or an item."""
        for child in element:
            match name_of(child):
                case "content" | "intro" | "wrapUp":
                    yield from self._texts.content(child)
                case "list" | "sublist":
                    yield from self._list(child)
                case "alinea":
                    yield from self._content(child)
                case _:  # the number, a heading: read by who asks
                    pass

    def _list(self, element: Element) -> Iterator[Content]:
        """The introduction of a list, the list, and what ends it.

        UNxml sets the inner list of an item after the item, as a `sublist`.
        """
        items: list[Item] = []
        after: list[Content] = []
        for child in element:
            name = name_of(child)
            if name == "intro":
                yield from self._texts.content(child)
            elif name in ITEMS:
                items.append(self._item(child))
            elif name in LISTS and items:
                inner = tuple(self._list(child))
                items[-1] = replace(items[-1], content=(*items[-1].content, *inner))
            elif name == "wrapUp":
                after += self._texts.content(child)
        yield List(tuple(items))
        yield from after

    def _item(self, element: Element) -> Item:
        return Item(
            marker=self._marker(_first(element, "num")),
            number=read_int(own(element, "number")),
            content=tuple(self._content(element)),
            span=NOWHERE,
        )

    def _table(self, grid: Element) -> Table:
        caption = _first(grid, "caption")
        lines = [] if caption is None else self._texts.marked(caption).split("\n")
        rows = [self._row(row) for row in grid.iterchildren(f"{{{AKN}}}tr")]
        return Table(
            rows=(*((line,) for line in lines), *rows),
            caption_rows=len(lines) or read_int(own(grid, "captionRows")) or 0,
            span=NOWHERE,
        )

    def _row(self, row: Element) -> tuple[str, ...]:
        cells = (cell for cell in row if own(cell, "absent") is None)
        return tuple("\n".join(map(self._texts.marked, cell)) for cell in cells)


def body_elements(document: Element) -> list[Element]:
    """What stands in the body of a document; of a collection the documents that it consists of."""
    elements = [one for part in document if name_of(part) in BODIES for one in part]
    root = document.getparent()
    if name_of(document) == COLLECTION and root is not None:
        elements += root.iterfind(f"{{{AKN}}}components/{{{AKN}}}component/*")
    return elements


def _kind(document: Element, otherwise: SectionKind) -> SectionKind:
    name = document.get("name", "")
    return cast("SectionKind", name) if name in get_args(SectionKind) else otherwise


def _first(element: Element, *names: str) -> Element | None:
    return next((child for child in element if name_of(child) in names), None)


def _inside(element: Element | None, name: str) -> Element | None:
    return None if element is None else element.find(f".//{{{AKN}}}{name}")
