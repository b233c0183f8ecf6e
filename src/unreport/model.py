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
from typing import TYPE_CHECKING, Literal

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
from unreport.nodes import (
    Ancestor,
    Content,
    Item,
    List,
    Listing,
    Node,
    Note,
    Paragraph,
    Section,
    SectionKind,
    Table,
    Text,
    Tree,
    Walked,
    WalkedItem,
    counted,
    short_text,
    walk_nodes,
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
    from unreport.mentions.model import CitationMention, Provision, Statement


class Footnote(Struct, frozen=True, kw_only=True):
    r"""A footnote: the mark that calls it, if it prints one, and its text.

    >>> from unreport import parse_text
    >>> report = parse_text("1. It met¹ in spring.\n\n__________\n¹ In Vienna.")
    >>> report.footnotes[0].marker, report.footnotes[0].text
    ('1', 'In Vienna.')
    """

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
        return f"<Footnote {self.marker or '-'} {short_text(self.text)}>"


class Report(Tree, frozen=True, kw_only=True):
    r"""A parsed document: masthead, tree, footnotes, and everything that was set aside.

    >>> from unreport import parse_text
    >>> report = parse_text("A/80/L.1\n\nDraft report\n\nI. Work\n\n1. It met.", language="en")
    >>> report
    <Report A/80/L.1 (en): 1 section, 1 paragraph>
    >>> str(report.symbol), report.title, report["I.1"].text
    ('A/80/L.1', 'Draft report', 'It met.')
    """

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

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """The decisions and requests in its paragraphs, with addressee and verb."""
        from unreport.mentions.find import provisions  # noqa: PLC0415

        return provisions(self)

    def walk(self) -> Iterator[Walked]:
        r"""Every node in reading order, items included, with the nodes that it stands in.

        >>> from unreport import parse_text
        >>> report = parse_text("I. Work\n\n1. It met:\n\n(a) in spring;\n\n(b) in autumn.")
        >>> [(node.key, len(above)) for node, above in report.walk()]
        [('I', 0), ('I.1', 1), ('I.1(a)', 2), ('I.1(b)', 2)]
        """
        return walk_nodes(self.body, ())

    def __getitem__(self, key: str) -> Node | Item | Footnote | tuple[str, ...]:
        r"""The node, footnote or table row with this key.

        Raises `KeyError` if there is none, `TypeError` for what is no `str`.

        >>> from unreport.parse import parse_text
        >>> report = parse_text("I. Work\n\n1. It met:\n\n(a) in spring;\n\n(b) in autumn.")
        >>> report["I.1(b)"].text, report["1.1.2"].key
        ('in autumn.', 'I.1(b)')
        """
        from unreport.keys import find  # noqa: PLC0415

        return find(self, key)

    def __contains__(self, key: object) -> bool:
        r"""Whether a node, footnote or table row has this key.

        >>> from unreport.parse import parse_text
        >>> report = parse_text("I. Work\n\n1. It met.")
        >>> "I.1" in report, "I.2" in report
        (True, False)
        """
        from unreport.keys import find  # noqa: PLC0415

        try:
            return isinstance(key, str) and bool(find(self, key))
        except KeyError:
            return False

    def document_of(self, node: Node | Item | Footnote | Span) -> SourceDocument | None:
        r"""The document of a series that a node came from; None in a report of one file.

        >>> from unreport import assemble, parse_text
        >>> base = parse_text("A/80/L.1\n\nI. Opening\n\n1. It met.")
        >>> addendum = parse_text("A/80/L.1/Add.1\n\nII. Work\n\n2. It worked.")
        >>> report = assemble([base, addendum]).report
        >>> str(report.document_of(report["II.2"]).symbol)
        'A/80/L.1/Add.1'
        """
        start = (node if isinstance(node, Span) else node.span).start
        return next((one for one in self.documents if one.start <= start < one.end), None)

    def to_json(self, *, indent: int = 0) -> str:
        """The report as JSON: see `unreport.to_json`.

        >>> from unreport import Report, parse_text
        >>> report = parse_text("1. It met.")
        >>> Report.from_json(report.to_json()) == report
        True
        """
        from unreport.export.json import to_json  # noqa: PLC0415

        return to_json(self, indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Report:
        """The report that `to_json` wrote: see `unreport.from_json`.

        >>> from unreport import Report, parse_text
        >>> Report.from_json(parse_text("1. It met.").to_json()).paragraphs[0].number
        1
        """
        from unreport.export.json import from_json  # noqa: PLC0415

        return from_json(text)

    def to_html(self) -> str:
        """The report as an HTML page: see `unreport.to_html`.

        >>> from unreport import parse_text
        >>> print(parse_text("1. It met.").to_html()[:15])
        <!doctype html>
        """
        from unreport.export.html import to_html  # noqa: PLC0415

        return to_html(self)

    def to_markdown(self) -> str:
        r"""The report as Markdown: see `unreport.to_markdown`.

        >>> from unreport import parse_text
        >>> print(parse_text("I. Work\n\n1. It met.").to_markdown())
        # I. Work
        <BLANKLINE>
        1\. It met.
        """
        from unreport.export.markdown import to_markdown  # noqa: PLC0415

        return to_markdown(self)

    def to_rows(self) -> list[dict[str, object]]:
        r"""A dictionary for every node, for data frames: the table `nodes` of docs/archives.md.

        >>> from unreport import parse_text
        >>> rows = parse_text("I. Work\n\n1. It met.").to_rows()
        >>> [(row["key"], row["text"]) for row in rows]
        [('I', None), ('I.1', 'It met.')]
        """
        from unreport.export.node_columns import node_records  # noqa: PLC0415

        return node_records(self)

    def locate(self, node: Node | Item | Footnote | Span) -> tuple[Place, ...]:
        """The boxes on the pages that show a node; () where the source has no pages.

        >>> from unreport import parse_text
        >>> report = parse_text("1. It met.")
        >>> report.locate(report.paragraphs[0])  # a text has no pages
        ()
        """
        span = node if isinstance(node, Span) else node.span
        return tuple(p for p in self.places if p.start < span.end and span.start < p.end)

    def __repr__(self) -> str:
        name = (
            str(self.masthead.symbol or "") or self.masthead.title or self.source.name or "report"
        )
        sections, paragraphs = len(self.sections), len(self.paragraphs)
        counts = f"{counted(sections, 'section')}, {counted(paragraphs, 'paragraph')}"
        return f"<Report {name} ({self.language or '?'}): {counts}>"

    def _repr_html_(self) -> str:
        """The outline with counts and doubts, for notebooks."""
        from unreport.export.html.notebook import notebook_html  # noqa: PLC0415

        return notebook_html(self)
