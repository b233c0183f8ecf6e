"""Where something stands: spans of the logical text, boxes on a page, files; and doubts."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

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
