"""What every check is given, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct

from unreport.document import Document
from unreport.model import Content, List, Report, Span


class Subject(Struct, frozen=True):
    """What is checked: a report, and the document that it was parsed from, if at hand."""

    report: Report
    document: Document | None = None


Doubt: TypeAlias = tuple[str, Span | None]
"""A message and its place."""
Check: TypeAlias = Callable[[Subject], Iterable[Doubt]]


def line_span(report: Report, role: str) -> Span | None:
    """Where the first line of the masthead with a role stands."""
    return next((line.span for line in report.masthead.lines if line.role == role), None)


def content_pieces(report: Report) -> Iterator[tuple[Content, Span]]:
    """All content in reading order, each piece with the place of its paragraph or item."""
    waiting: list[tuple[tuple[Content, ...], Span]] = [
        (paragraph.content, paragraph.span) for paragraph in reversed(report.paragraphs)
    ]
    while waiting:
        content, span = waiting.pop()
        for piece in content:
            yield piece, span
        inside = [item for piece in content if isinstance(piece, List) for item in piece.items]
        waiting.extend((item.content, item.span) for item in reversed(inside))
