"""The nodes of a report: sections, paragraphs with their items, and tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias, cast

from msgspec import Struct

from unreport.places import Span

SectionKind: TypeAlias = Literal[
    "part", "chapter", "section", "subsection", "recommendation", "decision", "resolution",
    "annex", "appendix", "heading",
]  # fmt: skip


class Text(Struct, frozen=True, tag="text", gc=False):
    """A run of text.

    >>> from unreport import parse_text
    >>> parse_text("1. It met in spring.").paragraphs[0].content
    (Text(text='It met in spring.'),)
    """

    text: str
    """The text, on one line."""


class Note(Struct, frozen=True, tag="note"):
    r"""The call of a footnote in the text before it; its text stands in `Report.footnotes`.

    A call does not cut the text in two: it follows the whole run and says where it stood.

    >>> from unreport import parse_text
    >>> report = parse_text("1. It met¹ in spring.\n\n__________\n¹ In Vienna.")
    >>> report.paragraphs[0].content[1]
    Note(marker='1', at=6, printed=None)
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
        if len(self.content) == 1 and isinstance(self.content[0], Text):
            return self.content[0].text.strip()  # nearly every one
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
    r"""A lettered, numbered or bulleted item of a list: `(أ)`, `(a)`, `㈠`, `•`.

    >>> from unreport import parse_text
    >>> report = parse_text("1. It met:\n\n(a) in spring;\n\n(b) in autumn.")
    >>> item = report.items[1]
    >>> item.marker, item.number, item.text, item.key
    ('(b)', 2, 'in autumn.', '1(b)')
    """

    def __repr__(self) -> str:
        return f"<Item {self.marker or '-'} {short_text(self.text)}>"


class List(Struct, frozen=True, tag="list"):
    r"""Items that follow one another in one series.

    >>> from unreport import parse_text
    >>> report = parse_text("1. It met:\n\n(a) in spring;\n\n(b) in autumn.")
    >>> [item.marker for item in report.paragraphs[0].lists[0].items]
    ['(a)', '(b)']
    """

    items: tuple[Item, ...]
    """The items, in reading order."""


Content: TypeAlias = Text | Note | List


class Paragraph(Listing, frozen=True, kw_only=True, tag="paragraph"):
    r"""A paragraph, numbered or not: its lead, its lists, and what follows them.

    >>> from unreport import parse_text
    >>> paragraph = parse_text("14. It met:\n\n(a) in spring;\n\n(b) in autumn.").paragraphs[0]
    >>> paragraph.number, paragraph.text
    (14, 'It met: (a) in spring; (b) in autumn.')
    """

    def __repr__(self) -> str:
        return f"<Paragraph {self.marker or '-'} {short_text(self.text)}>"


class Table(Struct, frozen=True, kw_only=True, tag="table"):
    """Rows of cells, as printed; the lines of its caption are rows of one cell before them.

    >>> from unreport import parse
    >>> page = b"<html><table><tr><td>Grade<td>Posts<tr><td>P-3<td>5</table></html>"
    >>> table = parse(page).body[0]
    >>> table.rows, table.caption
    ((('Grade', 'Posts'), ('P-3', '5')), None)
    """

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
    r"""A heading and all that stands under it.

    `heading` is the heading as printed, `text` what stands under it.

    >>> from unreport import parse_text
    >>> report = parse_text("II. Work (continued)\n\nA. Seeds\n\n7. It met.")
    >>> chapter, section = report.sections
    >>> chapter.title, chapter.number, chapter.continued, section.key, section.level
    ('Work', 2, True, 'II.A', 2)
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
        r"""Every node under it in reading order, with this section and the nodes between.

        >>> from unreport import parse_text
        >>> chapter = parse_text("II. Work\n\nA. Seeds\n\n7. It met.").sections[0]
        >>> [(node.key, [above.key for above in inside]) for node, inside in chapter.walk()]
        [('II.A', ['II']), ('II.A.7', ['II', 'II.A'])]
        """
        return walk_nodes(self.children, (self,))

    def __repr__(self) -> str:
        return f"<Section {self.kind} {short_text(self.heading)}: {len(self.children)} children>"


Node: TypeAlias = Section | Paragraph | Table
"""What a body, or a section, is made of."""
Ancestor: TypeAlias = Section | Paragraph | Item
"""What other nodes stand in."""
Walked: TypeAlias = tuple[Node | Item, tuple[Ancestor, ...]]
"""A node, and the nodes that it stands in, outermost first."""
WalkedItem: TypeAlias = tuple[Item, tuple[Ancestor, ...]]


def _line(node: Node) -> str:
    """A node as text: a heading, a paragraph with its number, the rows of a table."""
    match node:
        case Section():
            return node.heading
        case Paragraph():
            return " ".join(part for part in (node.marker, node.text) if part)
        case Table():
            return node.text


def walk_nodes(nodes: tuple[Node, ...], above: tuple[Ancestor, ...]) -> Iterator[Walked]:
    """Every node in reading order, items included; `above` are the nodes that these stand in."""
    pending: list[Walked] = [(node, above) for node in reversed(nodes)]
    while pending:
        walked = pending.pop()
        yield walked
        node, outside = walked
        if isinstance(node, Table):
            continue
        below = node.children if isinstance(node, Section) else _first_items(node)
        if below:
            inside = (*outside, node)
            pending.extend((child, inside) for child in reversed(below))


def _first_items(node: Paragraph | Item) -> list[Item]:
    """The items of its own lists."""
    content = node.content
    if len(content) == 1 and isinstance(content[0], Text):
        return []
    return [item for piece in content if isinstance(piece, List) for item in piece.items]


def short_text(text: str, width: int = 60) -> str:
    """The beginning of a text, for people at a prompt."""
    return text if len(text) <= width else text[: width - 1] + "…"


def counted(count: int, noun: str) -> str:
    """A number with its noun: `1 section`, `2,000 paragraphs`."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
