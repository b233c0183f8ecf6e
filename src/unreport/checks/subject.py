"""The argument and the result of every check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

import regex
from msgspec import Struct

from unreport.document import Document
from unreport.model import Content, Item, List, Node, Note, Report, Section, Span, Table

TABLE_CALL = regex.compile(r"\[\^([^\]\s]+)\]")  # `5[^1]` in a cell


class Subject(Struct, frozen=True):
    """The report to check, and the document that it was parsed from, if available."""

    report: Report
    document: Document | None = None


Finding: TypeAlias = tuple[str, Span | None]
"""A message and its place."""
Check: TypeAlias = Callable[[Subject], Iterable[Finding]]


def line_span(report: Report, role: str) -> Span | None:
    """The place of the first line of the masthead with a given role."""
    return next((line.span for line in report.masthead.lines if line.role == role), None)


def note_calls(report: Report) -> Iterator[tuple[Node | Item, str]]:
    """The headings, paragraphs, items and tables with note calls, and the marker of each."""
    for node, _ in report.walk():
        match node:
            case Section():
                yield from ((node, note.marker) for note in node.notes)
            case Table():
                yield from ((node, marker) for marker in TABLE_CALL.findall(node.text))
            case _:
                yield from ((node, p.marker) for p in node.content if isinstance(p, Note))


def content_pieces(report: Report) -> Iterator[tuple[Content, Span]]:
    """All content in reading order, each piece with the place of its paragraph or item."""
    pending: list[tuple[tuple[Content, ...], Span]] = [
        (paragraph.content, paragraph.span) for paragraph in reversed(report.paragraphs)
    ]
    while pending:
        content, span = pending.pop()
        for piece in content:
            yield piece, span
        inside = [item for piece in content if isinstance(piece, List) for item in piece.items]
        pending.extend((item.content, item.span) for item in reversed(inside))
