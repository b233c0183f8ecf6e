"""What a report is made of: frozen values, the same in Python and in JSON.

The names are those of United Nations editors: a masthead, then a tree of sections and numbered
paragraphs whose content is text, note calls and lists of items.

`Report`, `Section`, `Paragraph` and `Item` answer alike: `text` is what stands in or under them
(inner markers and headings included, their own left out), `items` are all items in or under them at
any depth, and `walk()` yields every node in or under them with the nodes that it stands in.  The
direct parts are `Report.body`, `Section.children` and `content`, with `lists` of it.

Every node has a `key`, `II.A.14(b)`, and a `numeric_key`, `2.1.14.2`, by which `report[key]` finds
it: see `unreport.keys`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from msgspec import Struct, field

from unreport.masthead import (
    AgendaItem,
    Distribution,
    Language,
    Masthead,
    MastheadLine,
    Meeting,
    Session,
)
from unreport.places import Box, Furniture, Issue, Place, Source, SourceDocument, Span
from unreport.symbols.symbol import Symbol

__all__ = [
    "AgendaItem", "Ancestor", "Box", "Content", "Distribution", "Footnote", "Furniture", "Issue",
    "Item", "Language", "List", "Listing", "Masthead", "MastheadLine", "Meeting", "Node", "Note",
    "Paragraph", "Place", "Report", "Section", "SectionKind", "Session", "Source",
    "SourceDocument", "Span", "Table", "Text", "Tree", "Walked", "WalkedItem",
]  # fmt: skip

if TYPE_CHECKING:
    from unreport.mentions.entities import State
    from unreport.mentions.model import CitationMention, Statement

SectionKind: TypeAlias = Literal[
    "part", "chapter", "section", "subsection", "recommendation", "decision", "resolution",
    "annex", "appendix", "heading",
]  # fmt: skip


class Text(Struct, frozen=True, tag="text", gc=False):
    """A run of text."""

    text: str
    """The text, on one line."""


class Note(Struct, frozen=True, tag="note"):
    """The call of a footnote in the text before it; its text stands in `Report.footnotes`.

    A call does not cut the text in two: it follows the whole run and says where it stood.
    """

    marker: str
    """The mark of the footnote, as printed."""
    at: int | None = None
    """Offset in the text before it; null: at its end."""
    printed: str | None = None
    """The mark as printed, where a report was assembled of several."""


class Listing(Struct, frozen=True, kw_only=True):
    """What a paragraph and an item have in common: a marker and content with lists in it."""

    marker: str | None
    """What numbers or letters it, as printed: `(ك)`."""
    number: int | None
    """Its number; of an item its position in the series: 11 for `(ك)`."""
    content: tuple[Content, ...]
    """Texts, calls of footnotes and lists, in reading order."""
    span: Span
    """Where it stands, inner lists included."""
    key: str = ""
    """`II.A.14(b)`: unique in the report and the same in all languages."""
    numeric_key: str = ""
    """The same in numbers: `2.1.14.2`."""

    @property
    def text(self) -> str:
        """All text of it, markers of inner items included, its own marker left out."""
        parts: list[str] = []
        for piece in self.content:
            if isinstance(piece, Text):
                parts.append(piece.text)
            elif isinstance(piece, List):
                parts.extend(f"{item.marker or ''} {item.text}" for item in piece.items)
        return " ".join(part for part in map(str.strip, parts) if part)

    @property
    def lists(self) -> tuple[List, ...]:
        """Its own lists, in reading order; their items are its items on the first level."""
        return tuple(piece for piece in self.content if isinstance(piece, List))

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in it, those of inner lists included, in reading order."""
        return tuple(item for item, _ in self.walk())

    def walk(self) -> Iterator[WalkedItem]:
        """Every item in it in reading order, with this node and the items that it stands in."""
        return self.walk_below(())

    def walk_below(self, above: tuple[Ancestor, ...]) -> Iterator[WalkedItem]:
        """Every item in it, where `above` are the nodes that it stands in itself."""
        inside = (*above, cast("Paragraph | Item", self))
        for item in (item for piece in self.lists for item in piece.items):
            yield item, inside
            yield from item.walk_below(inside)


class Item(Listing, frozen=True, kw_only=True):
    """A lettered, numbered or bulleted item of a list: `(أ)`, `(a)`, `㈠`, `•`."""

    def __repr__(self) -> str:
        return f"<Item {self.marker or '-'} {_short(self.text)}>"


class List(Struct, frozen=True, tag="list"):
    """Items that follow one another in one series."""

    items: tuple[Item, ...]
    """The items, in reading order."""


Content: TypeAlias = Text | Note | List


class Paragraph(Listing, frozen=True, kw_only=True, tag="paragraph"):
    """A paragraph, numbered or not: its lead, its lists, and what follows them."""

    def __repr__(self) -> str:
        return f"<Paragraph {self.marker or '-'} {_short(self.text)}>"


class Table(Struct, frozen=True, kw_only=True, tag="table"):
    """Rows of cells, as printed; the lines of its caption are rows of one cell before them."""

    rows: tuple[tuple[str, ...], ...]
    """The cells of each row, as printed."""
    span: Span
    """Where it stands, with its caption."""
    caption_rows: int = 0
    """How many of the rows are its caption."""
    key: str = ""
    """Unique in the report and the same in all languages."""
    numeric_key: str = ""
    """The same in numbers."""

    @property
    def caption(self) -> str | None:
        """The caption: `Table 3. Posts by grade`; None if none was found."""
        lines = (row[0] for row in self.rows[: self.caption_rows])
        return " ".join(lines) if self.caption_rows else None

    @property
    def text(self) -> str:
        """The cells, tabs between them, a line a row."""
        return "\n".join("\t".join(row) for row in self.rows)

    def __repr__(self) -> str:
        return f"<Table of {len(self.rows)} rows>"


class Tree(Struct, frozen=True, kw_only=True):
    """What a report and a section have in common: nodes in them, at any depth."""

    def walk(self) -> Iterator[Walked]:
        """Every node in it in reading order, items included, with the nodes that it stands in."""
        raise NotImplementedError

    @property
    def text(self) -> str:
        """All text in it, a line a heading, paragraph or table row; not its own heading."""
        return "\n".join(_line(node) for node, _ in self.walk() if not isinstance(node, Item))

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections in it, at any depth, in reading order."""
        return tuple(node for node, _ in self.walk() if isinstance(node, Section))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs in it, at any depth, in reading order."""
        return tuple(node for node, _ in self.walk() if isinstance(node, Paragraph))

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in it, at any depth, in reading order."""
        return tuple(node for node, _ in self.walk() if isinstance(node, Item))


class Section(Tree, frozen=True, kw_only=True, tag="section"):
    """A heading and all that stands under it.

    `heading` is the heading as printed, `text` what stands under it.
    """

    kind: SectionKind
    """What it is: a chapter, an annex, a recommendation; `heading` if it has no number."""
    level: int
    """Its depth in the tree: 1 for a section that stands in no other."""
    marker: str | None
    """What numbers it, as printed: `II.`, `Annex II`."""
    number: int | None
    """The value of its marker: 2 for `II.`."""
    title: str
    """The heading without its marker and without "(continued)"."""
    continued: bool
    """Whether the heading says that it is continued."""
    children: tuple[Node, ...]
    """The sections, paragraphs and tables directly under it."""
    span: Span
    """Where it stands, with all that stands under it."""
    continuation: str | None = None
    """What says that it is continued, as printed: `(continued)`, `(تابع)`."""
    notes: tuple[Note, ...] = ()
    """Calls of footnotes in the title."""
    key: str = ""
    """`II.A`: unique in the report and the same in all languages."""
    numeric_key: str = ""
    """The same in numbers: `2.1`."""

    @property
    def heading(self) -> str:
        """The heading as one line, as printed: marker, title, and that it is continued."""
        return " ".join(part for part in (self.marker, self.title, self.continuation) if part)

    def walk(self) -> Iterator[Walked]:
        """Every node under it in reading order, with this section and the nodes between."""
        return _walk(self.children, (self,))

    def __repr__(self) -> str:
        return f"<Section {self.kind} {_short(self.heading)}: {len(self.children)} children>"


Node: TypeAlias = Section | Paragraph | Table
"""What a body, or a section, is made of."""
Ancestor: TypeAlias = Section | Paragraph | Item
"""What other nodes stand in."""
Walked: TypeAlias = tuple[Node | Item, tuple[Ancestor, ...]]
"""A node, and the nodes that it stands in, outermost first."""
WalkedItem: TypeAlias = tuple[Item, tuple[Ancestor, ...]]


class Footnote(Struct, frozen=True, kw_only=True):
    """A footnote: the mark that calls it, if it prints one, and its text."""

    marker: str | None
    """The mark that calls it, as printed; null if it prints none."""
    text: str
    """The text of the footnote."""
    span: Span
    """Where it stands."""
    printed: str | None = None
    """The mark as printed, where a report was assembled of several."""
    key: str = ""
    """Unique in the report and the same in all languages."""
    numeric_key: str = ""
    """The same in numbers."""

    def __repr__(self) -> str:
        return f"<Footnote {self.marker or '-'} {_short(self.text)}>"


class Report(Tree, frozen=True, kw_only=True):
    """A parsed document: masthead, tree, footnotes, and everything that was set aside."""

    version: Literal[1] = 1
    """Of this form of JSON."""
    source: Source
    """The file that it was read from."""
    language: Language | None
    """The language of the text, ISO 639-1; null if it is none of the six."""
    masthead: Masthead
    """What the first page says about the document."""
    body: tuple[Node, ...]
    """The sections, paragraphs and tables at the top of the tree."""
    footnotes: tuple[Footnote, ...] = ()
    """All footnotes, in reading order."""
    furniture: tuple[Furniture, ...] = ()
    """What pages print beside the text."""
    doubts: tuple[Issue, ...] = ()
    """Doubts of the reader; `check` adds those about the report."""
    places: tuple[Place, ...] = field(default=())
    """The boxes of the lines, where the source has pages."""
    documents: tuple[SourceDocument, ...] = ()
    """What it was assembled from; empty if it is one file."""

    @property
    def symbol(self) -> Symbol | None:
        """The document's symbol."""
        return self.masthead.symbol

    @property
    def title(self) -> str | None:
        """The document's title."""
        return self.masthead.title

    @property
    def date(self) -> dt.date | None:
        """The date in the masthead: of submission, not of the meeting."""
        return self.masthead.date

    @property
    def recommendations(self) -> tuple[Section, ...]:
        """The sections that are recommendations, `Recommendation 22` or `التوصية ٢٢`."""
        return tuple(section for section in self.sections if section.kind == "recommendation")

    @property
    def states(self) -> tuple[State, ...]:
        """The States that it names: see `unreport.mentions`."""
        from unreport.mentions.find import named_states  # noqa: PLC0415

        return named_states(self)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The speakers of statements, and as what they spoke."""
        from unreport.mentions.find import statements  # noqa: PLC0415

        return statements(self)

    @property
    def citations(self) -> tuple[CitationMention, ...]:
        """The documents, and parts of documents, that it cites."""
        from unreport.mentions.find import citations  # noqa: PLC0415

        return citations(self)

    def walk(self) -> Iterator[Walked]:
        """Every node in reading order, items included, with the nodes that it stands in."""
        return _walk(self.body, ())

    def __getitem__(self, key: str) -> Node | Item | Footnote | tuple[str, ...]:
        r"""The node, footnote or table row with this key; raises `KeyError` if there is none.

        >>> from unreport.parse import parse_text
        >>> report = parse_text("I. Work\n\n1. It met:\n\n(a) in spring;\n\n(b) in autumn.")
        >>> report["I.1(b)"].text, report["1.1.2"].key
        ('in autumn.', 'I.1(b)')
        """
        from unreport.keys import find  # noqa: PLC0415

        return find(self, key)

    def document_of(self, node: Node | Item | Footnote | Span) -> SourceDocument | None:
        """The document of a series that a node came from; None in a report of one file."""
        start = (node if isinstance(node, Span) else node.span).start
        return next((one for one in self.documents if one.start <= start < one.end), None)

    def to_json(self, *, indent: int = 0) -> str:
        """The report as JSON: see `unreport.to_json`."""
        from unreport.export.json import to_json  # noqa: PLC0415

        return to_json(self, indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Report:
        """The report that `to_json` wrote: see `unreport.from_json`."""
        from unreport.export.json import from_json  # noqa: PLC0415

        return from_json(text)

    def to_html(self) -> str:
        """The report as an HTML page: see `unreport.to_html`."""
        from unreport.export.html import to_html  # noqa: PLC0415

        return to_html(self)

    def to_markdown(self) -> str:
        """The report as Markdown: see `unreport.to_markdown`."""
        from unreport.export.markdown import to_markdown  # noqa: PLC0415

        return to_markdown(self)

    def to_rows(self) -> list[dict[str, object]]:
        """A dictionary for every node, for data frames: the table `nodes` of docs/archives.md."""
        from unreport.export.rows import node_records  # noqa: PLC0415

        return node_records(self)

    def locate(self, node: Node | Item | Footnote | Span) -> tuple[Place, ...]:
        """The boxes on the pages that show a node; () where the source has no pages."""
        span = node if isinstance(node, Span) else node.span
        return tuple(p for p in self.places if p.start < span.end and span.start < p.end)

    def __repr__(self) -> str:
        name = (
            str(self.masthead.symbol or "") or self.masthead.title or self.source.name or "report"
        )
        counts = f"{len(self.sections)} sections, {len(self.paragraphs)} paragraphs"
        return f"<Report {name} ({self.language or '?'}): {counts}>"

    def _repr_html_(self) -> str:
        """The outline with counts and doubts, for notebooks."""
        from unreport.export.html.notebook import notebook_html  # noqa: PLC0415

        return notebook_html(self)


def _line(node: Node) -> str:
    """A node as text: a heading, a paragraph with its number, the rows of a table."""
    match node:
        case Section():
            return node.heading
        case Paragraph():
            return " ".join(part for part in (node.marker, node.text) if part)
        case Table():
            return node.text


def _walk(nodes: tuple[Node, ...], above: tuple[Ancestor, ...]) -> Iterator[Walked]:
    for node in nodes:
        yield node, above
        if isinstance(node, Section):
            yield from _walk(node.children, (*above, node))
        elif isinstance(node, Paragraph):
            yield from node.walk_below(above)


def _short(text: str, width: int = 60) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
