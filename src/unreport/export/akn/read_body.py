"""Read the body of AKN4UN: sections, paragraphs, lists, tables, annexes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias, cast, get_args

from msgspec import Struct
from msgspec.structs import replace

from unreport.export.akn.facts import NOWHERE, read_int
from unreport.export.akn.read_text import TextReader
from unreport.export.akn.vocabulary import AKN, SECTION_ELEMENTS, Element, name_of, own
from unreport.model import Content, Item, List, Node, Note, Paragraph, Section, SectionKind, Table

SECTION_KINDS: dict[str, SectionKind] = {name: kind for kind, name in SECTION_ELEMENTS.items()}
LEVELS = frozenset({"paragraph", "alinea"})
ITEMS = frozenset({"point", "indent"})
LISTS = frozenset({"list", "sublist"})
HEADING_RANKS = {"HCh": 1, "H1": 2, "H23": 3, "H4": 4, "H56": 5}
"""The heading styles of the United Nations' Word templates, which UNxml keeps as classes."""
LOWEST_RANK = 6
WRAPPERS = frozenset({"container", "formula", "content", "block"})
RankedNode: TypeAlias = tuple[Node, int]
"""A node, and the rank of its heading style; 0 if it is no heading of UNxml."""


class Heading(Struct, frozen=True):
    """The parts of a heading, wherever they stand."""

    num: Element | None
    title: Element | None


class BodyReader:
    """Reads nodes in reading order."""

    def __init__(self, texts: TextReader) -> None:
        self._texts = texts

    def nodes(self, parent: Element, depth: int) -> tuple[Node, ...]:
        """The nodes in an element, whose sections are at that depth."""
        return tuple(_nested([*self._children(parent, depth)], depth))

    def annex(self, attachment: Element) -> Section:
        """An annex: its heading stands in the preface of its own document."""
        document = attachment[0]
        preface = document.find(f"{{{AKN}}}preface")
        body = document.find(f"{{{AKN}}}mainBody")
        kind = document.get("name", "")
        return self._section(
            attachment,
            cast("SectionKind", kind) if kind in get_args(SectionKind) else "annex",
            Heading(_inside(preface, "docType"), _inside(preface, "docTitle")),
            (1, () if body is None else self.nodes(body, 2)),
        )

    def _children(self, element: Element, depth: int) -> Iterator[RankedNode]:
        for child in element:
            yield from self._nodes(child, depth)

    def _nodes(self, element: Element, depth: int) -> Iterator[RankedNode]:
        name = name_of(element)
        if name in SECTION_KINDS:
            yield self._hierarchical(element, SECTION_KINDS[name], depth), 0
        elif name == "hcontainer":
            yield from self._hcontainer(element, depth)
        elif name in LEVELS and (rank := _heading_rank(element)):
            yield self._hierarchical(element, "heading", depth), rank
        elif name in LEVELS:
            yield self._paragraph(element), 0
        elif name == "table":
            yield self._table(element), 0
        elif name == "container" and element.get("name") == "footnotes":
            [*self._texts.content(element)]
        elif name in WRAPPERS:
            yield from self._children(element, depth)
        elif name in ("p", "crossHeading") and (content := [*self._texts.content([element])]):
            yield Paragraph(marker=None, number=None, content=tuple(content), span=NOWHERE), 0

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
        heading = Heading(_first(element, "num"), _first(element, "heading", "subheading"))
        return self._section(element, kind, heading, (depth, self.nodes(element, depth + 1)))

    def _section(
        self,
        element: Element,
        kind: SectionKind,
        heading: Heading,
        inside: tuple[int, tuple[Node, ...]],
    ) -> Section:
        depth, children = inside
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
            children=children,
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

    def _paragraph(self, element: Element) -> Paragraph:
        return Paragraph(
            marker=self._marker(_first(element, "num")),
            number=read_int(own(element, "number")),
            content=tuple(self._content(element)),
            span=NOWHERE,
        )

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


def _heading_rank(element: Element) -> int:
    """The rank of a paragraph that is a heading, as UNxml has them; 0 if it is none."""
    names = {name_of(child) for child in element}
    if names & {"heading", "subheading"} and not names & {"content", "list"}:
        return HEADING_RANKS.get(element.get("class", ""), LOWEST_RANK)
    return 0


def _nested(nodes: Sequence[RankedNode], depth: int) -> Iterator[Node]:
    """Nodes below the headings before them; a heading below one of a higher style."""
    at = 0
    while at < len(nodes):
        node, rank = nodes[at]
        at += 1
        if rank and isinstance(node, Section):
            ends = (n for n in range(at, len(nodes)) if 0 < nodes[n][1] <= rank)
            end = next(ends, len(nodes))
            children = tuple(_nested(nodes[at:end], depth + 1))
            node = replace(node, level=depth, children=children)
            at = end
        yield node


def _first(element: Element, *names: str) -> Element | None:
    return next((child for child in element if name_of(child) in names), None)


def _inside(element: Element | None, name: str) -> Element | None:
    return None if element is None else element.find(f".//{{{AKN}}}{name}")
