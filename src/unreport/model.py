"""What a report is made of: frozen values, the same in Python and in JSON.

The names are those of United Nations editors: a masthead, then a tree of sections and numbered
paragraphs whose content is text, note calls and lists of items.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from html import escape
from typing import Literal, TypeAlias

from msgspec import Struct, field

Language: TypeAlias = str
"""ISO 639-1; a plain string, so that a new language is a data file and nothing else."""
Distribution: TypeAlias = Literal["general", "limited", "restricted", "provisional"]
SectionKind: TypeAlias = Literal[
    "part",
    "chapter",
    "section",
    "subsection",
    "recommendation",
    "decision",
    "resolution",
    "annex",
    "appendix",
    "heading",
]
Box: TypeAlias = tuple[float, float, float, float]  # x0, top, x1, bottom; points from the top left


# Values that hold no container of ours cannot stand in a cycle: `gc=False` spares the collector.
class Span(Struct, frozen=True, gc=False):
    """Where something stands: characters of the document's logical text, and its pages."""

    start: int
    end: int  # exclusive
    pages: tuple[int, int] | None = None  # first and last, counted from 1


class Place(Struct, frozen=True, kw_only=True):
    """A piece of the logical text and the box on a page that shows it."""

    start: int
    end: int
    page: int | None = None
    box: Box | None = None


class Source(Struct, frozen=True, kw_only=True):
    """The file that a document was read from."""

    name: str | None = None
    media_type: str = "text/plain"
    sha256: str | None = None
    pages: int | None = None


class Issue(Struct, frozen=True, kw_only=True):
    """A doubt, as a value: what seems wrong, and where."""

    code: str  # a stable name, such as `numbering-gap`
    message: str
    span: Span | None = None


# --- content ------------------------------------------------------------------------------------


class Text(Struct, frozen=True, tag="text", gc=False):
    """A run of text."""

    text: str


class Note(Struct, frozen=True, tag="note"):
    """The call of a footnote in the text before it; its text stands in `Report.footnotes`.

    A call does not cut the text in two: it follows the whole run and says where it stood.
    """

    marker: str
    at: int | None = None  # offset in the text before it
    items: tuple[()] = ()  # so that whatever is not text can be walked alike


class Item(Struct, frozen=True, kw_only=True):
    """A lettered, numbered or bulleted item of a list: `(أ)`, `(a)`, `㈠`, `•`."""

    marker: str | None
    number: int | None  # by position in the series: `(ك)` is 11
    content: tuple[Content, ...]
    span: Span

    @property
    def text(self) -> str:
        """All text of the item, markers of its own items included."""
        return content_text(self.content)

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of its own lists, in reading order."""
        return _items(self.content)

    def __repr__(self) -> str:
        return f"<Item {self.marker or '-'} {_short(self.text)}>"


class List(Struct, frozen=True, tag="list"):
    """Items that follow one another in one series."""

    items: tuple[Item, ...]


Content: TypeAlias = Text | Note | List


# --- nodes --------------------------------------------------------------------------------------


class Paragraph(Struct, frozen=True, kw_only=True, tag="paragraph"):
    """A paragraph, numbered or not: its lead, its lists, and what follows them."""

    marker: str | None
    number: int | None
    content: tuple[Content, ...]
    span: Span

    @property
    def text(self) -> str:
        """All text of the paragraph, markers of items included, its own number not."""
        return content_text(self.content)

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of its lists, in reading order; items of items are in their `items`."""
        return _items(self.content)

    def __repr__(self) -> str:
        return f"<Paragraph {self.marker or '-'} {_short(self.text)}>"


class Table(Struct, frozen=True, kw_only=True, tag="table"):
    """Rows of cells, as printed."""

    rows: tuple[tuple[str, ...], ...]
    span: Span

    @property
    def text(self) -> str:
        """The cells, tabs between them, a line a row."""
        return "\n".join("\t".join(row) for row in self.rows)

    def __repr__(self) -> str:
        return f"<Table of {len(self.rows)} rows>"


class Section(Struct, frozen=True, kw_only=True, tag="section"):
    """A heading and all that stands under it."""

    kind: SectionKind
    level: int  # grows with depth
    marker: str | None
    number: int | None
    title: str  # without its marker and without "(continued)"
    continued: bool
    children: tuple[Node, ...]
    span: Span
    continuation: str | None = None  # what says so in print: `(continued)`, `(تابع)`

    @property
    def text(self) -> str:
        """The heading as one line, as printed: marker, title, and that it is continued."""
        return " ".join(part for part in (self.marker, self.title, self.continuation) if part)

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections below this one, in reading order."""
        return tuple(node for node, _ in _walk(self.children, ()) if isinstance(node, Section))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs below this heading, in reading order."""
        return tuple(node for node, _ in _walk(self.children, ()) if isinstance(node, Paragraph))

    def __repr__(self) -> str:
        return f"<Section {self.kind} {_short(self.text)}: {len(self.children)} children>"


Node: TypeAlias = Section | Paragraph | Table


class Footnote(Struct, frozen=True, kw_only=True):
    """A footnote: the mark that calls it, and its text."""

    marker: str
    text: str
    span: Span

    def __repr__(self) -> str:
        return f"<Footnote {self.marker} {_short(self.text)}>"


# --- masthead -----------------------------------------------------------------------------------


class Session(Struct, frozen=True, kw_only=True):
    """The session line, and its number if it has one."""

    text: str
    number: int | None = None


class Meeting(Struct, frozen=True, kw_only=True):
    """Where and when a body met."""

    text: str
    place: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None


class AgendaItem(Struct, frozen=True, kw_only=True):
    """A line that names agenda items; a sub-item is printed as `71 (b)`."""

    text: str
    numbers: tuple[str, ...] = ()


class MastheadLine(Struct, frozen=True, kw_only=True):
    """A line of the masthead as printed, and what it was taken for."""

    role: str
    text: str
    span: Span


class Masthead(Struct, frozen=True, kw_only=True):
    """What the first page says about the document; None or () where it does not."""

    symbol: str | None = None
    distribution: Distribution | None = None
    date: dt.date | None = None
    language: Language | None = None
    original_languages: tuple[Language, ...] = ()
    bodies: tuple[str, ...] = ()  # outermost first, without "United Nations"
    session: Session | None = None
    meeting: Meeting | None = None
    agenda_items: tuple[AgendaItem, ...] = ()
    title: str | None = None
    addendum: int | None = None  # 0: an addendum whose number is not known
    job_number: str | None = None
    rapporteur: str | None = None
    lines: tuple[MastheadLine, ...] = ()  # all of it, nothing left out


class Furniture(Struct, frozen=True, kw_only=True):
    """What a page prints beside the text: running head, page foot, job number, contents list."""

    kind: Literal["head", "foot", "contents", "rule"]
    text: str
    span: Span


# --- the report ---------------------------------------------------------------------------------


class Report(Struct, frozen=True, kw_only=True):
    """A parsed document: masthead, tree, footnotes, and everything that was set aside."""

    version: Literal[1] = 1
    source: Source
    language: Language | None
    masthead: Masthead
    body: tuple[Node, ...]
    footnotes: tuple[Footnote, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    doubts: tuple[Issue, ...] = ()  # the reader's; `check` adds the report's own
    places: tuple[Place, ...] = field(default=())  # the lines' boxes, where the source has pages

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections, in reading order."""
        return tuple(node for node, _ in self.walk() if isinstance(node, Section))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs, in reading order."""
        return tuple(node for node, _ in self.walk() if isinstance(node, Paragraph))

    def walk(self) -> Iterator[tuple[Node, tuple[Section, ...]]]:
        """Every node of the body in reading order, with the sections that it stands in."""
        return _walk(self.body, ())

    def locate(self, node: Node | Item | Footnote | Span) -> tuple[Place, ...]:
        """The boxes on the pages that show a node; () where the source has no pages."""
        span = node if isinstance(node, Span) else node.span
        return tuple(p for p in self.places if p.start < span.end and span.start < p.end)

    def __repr__(self) -> str:
        name = self.masthead.symbol or self.masthead.title or self.source.name or "report"
        counts = f"{len(self.sections)} sections, {len(self.paragraphs)} paragraphs"
        return f"<Report {name} ({self.language or '?'}): {counts}>"

    def _repr_html_(self) -> str:
        """The headings, for notebooks; `to_html` has the whole."""
        lines = [(0, repr(self))]
        lines += [(len(above) + 1, n.text) for n, above in self.walk() if isinstance(n, Section)]
        return "\n".join(
            f'<div style="margin-left: {depth}em"><bdi>{escape(text)}</bdi></div>'
            for depth, text in lines
        )


# --- reading content ----------------------------------------------------------------------------


def content_text(content: tuple[Content, ...]) -> str:
    """All text of a content, markers of items included, note calls left out."""
    parts: list[str] = []
    for piece in content:
        if isinstance(piece, Text):
            parts.append(piece.text)
        elif isinstance(piece, List):
            parts.extend(f"{item.marker or ''} {item.text}" for item in piece.items)
    return " ".join(part for part in map(str.strip, parts) if part)


def _items(content: tuple[Content, ...]) -> tuple[Item, ...]:
    return tuple(item for piece in content if isinstance(piece, List) for item in piece.items)


def _walk(
    nodes: tuple[Node, ...], above: tuple[Section, ...]
) -> Iterator[tuple[Node, tuple[Section, ...]]]:
    for node in nodes:
        yield node, above
        if isinstance(node, Section):
            yield from _walk(node.children, (*above, node))


def _short(text: str, width: int = 60) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
