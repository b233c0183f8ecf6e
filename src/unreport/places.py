"""Where something stands: spans, boxes on a page, files and their parts; doubts with a place."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from unreport.symbols.symbol import Symbol

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


class Furniture(Struct, frozen=True, kw_only=True):
    """What a page prints beside the text: running head, page foot, job number, contents list."""

    kind: Literal["head", "foot", "contents", "rule"]
    text: str
    span: Span


class SourceDocument(Struct, frozen=True, kw_only=True):
    """A document of a series that a report was assembled from, and its part of the logical text."""

    symbol: Symbol | None
    source: Source
    start: int
    end: int  # exclusive
