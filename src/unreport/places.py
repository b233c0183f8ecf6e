"""Where something stands: spans, boxes on a page, files and their parts; doubts with a place."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from unreport.symbols.symbol import Symbol

Box: TypeAlias = tuple[float, float, float, float]  # x0, top, x1, bottom; points from the top left


# Values that hold no container of ours cannot stand in a cycle: `gc=False` spares the collector.
class Span(Struct, frozen=True, gc=False):
    r"""Where something stands: characters of the document's logical text, and its pages.

    >>> from unreport import parse_text
    >>> text = "I. Work\n\n1. It met."
    >>> span = parse_text(text).paragraphs[0].span
    >>> text[span.start : span.end], span.pages
    ('1. It met.', None)
    """

    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""
    pages: tuple[int, int] | None = None
    """First and last page, counted from 1; null where the format has no pages."""


class Place(Struct, frozen=True, kw_only=True):
    """A piece of the logical text and the box on a page that shows it.

    >>> place = Place(start=0, end=7, page=2, box=(72.0, 90.5, 210.0, 102.5))
    >>> left, top, right, bottom = place.box
    >>> right - left, bottom - top  # width and height in points
    (138.0, 12.0)
    """

    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""
    page: int | None = None
    """Counted from 1."""
    box: Box | None = None
    """Left, top, right and bottom edge, in points from the top left corner of the page."""


class Source(Struct, frozen=True, kw_only=True):
    """The file that a document was read from.

    >>> from unreport import read
    >>> read(b"1. It met.", name="L.1.txt").source.media_type
    'text/plain'
    """

    name: str | None = None
    """Name of the file."""
    media_type: str = "text/plain"
    """Media type (RFC 6838): `application/pdf`."""
    sha256: str | None = None
    """SHA-256 of the bytes, 64 hexadecimal digits; null for a text."""
    pages: int | None = None
    """How many pages it has; null where the format has none."""


class Issue(Struct, frozen=True, kw_only=True):
    r"""A doubt, as a value: what seems wrong, and where.

    >>> from unreport import check, parse_text
    >>> report = parse_text("1. It met.\n\n3. It closed.", symbol="A/80/L.1")
    >>> [issue.code for issue in check(report) if issue.code.startswith("numbering")]
    ['numbering-gap']
    """

    code: str
    """A stable name, such as `numbering-gap`; docs/checks.md explains it."""
    message: str
    """One sentence in English."""
    span: Span | None = None
    """Where it was found; null: in the document as a whole."""


class Furniture(Struct, frozen=True, kw_only=True):
    r"""What a page prints beside the text: running head, page foot, job number, contents list.

    >>> from unreport import parse_text
    >>> report = parse_text("I. Work\n\n1. It met in the\n\n25-01234\t3/8\n\fA/80/L.1\n\nspring.")
    >>> [(piece.kind, piece.text) for piece in report.furniture]
    [('foot', '25-01234\t3/8'), ('head', 'A/80/L.1')]
    """

    kind: Literal["head", "foot", "contents", "rule"]
    """What it is: a running head, a page foot, a contents list, a rule."""
    text: str
    """As printed."""
    span: Span
    """Where it stands."""

    def __repr__(self) -> str:
        return f"<Furniture {self.kind} {self.text!r}>"


class SourceDocument(Struct, frozen=True, kw_only=True):
    r"""A document of a series that a report was assembled from, and its part of the logical text.

    >>> from unreport import assemble, parse_text
    >>> base = parse_text("A/80/L.1\n\nI. Opening\n\n1. It met.")
    >>> addendum = parse_text("A/80/L.1/Add.1\n\nII. Work\n\n2. It worked.")
    >>> [str(document.symbol) for document in assemble([base, addendum]).report.documents]
    ['A/80/L.1', 'A/80/L.1/Add.1']
    """

    symbol: Symbol | None
    """Its symbol; null if it prints none."""
    source: Source
    """Its file."""
    start: int
    """Where its part of the logical text begins."""
    end: int
    """Offset behind its part."""
