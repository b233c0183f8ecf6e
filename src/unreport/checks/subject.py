"""The argument and the result of every check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeAlias

import regex
from msgspec import Struct

from unreport.document import Document
from unreport.languages.dates import FoundDate, find_dates
from unreport.model import (
    Content,
    Item,
    List,
    Node,
    Note,
    Paragraph,
    Report,
    Section,
    Span,
    Table,
    Walked,
)

TABLE_CALL = regex.compile(r"\[\^([^\]\s]+)\]")  # `5[^1]` in a cell


class Subject(Struct, frozen=True, dict=True):
    """The report to check, and the document that it was parsed from, if available.

    What several checks look at is found once.
    """

    report: Report
    document: Document | None = None

    @cached_property
    def walked(self) -> tuple[Walked, ...]:
        """Every node in reading order, items included, with the nodes that it stands in."""
        return tuple(self.report.walk())

    @cached_property
    def masthead_dates(self) -> tuple[tuple[FoundDate, Span], ...]:
        """The dates in the lines of the masthead, each with the place of its line."""
        lines = self.report.masthead.lines
        return tuple((date, line.span) for line in lines for date in find_dates(line.text))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs in reading order."""
        return tuple(node for node, _ in self.walked if isinstance(node, Paragraph))

    @cached_property
    def unnumbered(self) -> tuple[Paragraph, ...]:
        """The paragraphs without a number, in reading order."""
        return tuple(text for text in self.paragraphs if text.marker is None and text.text)

    @cached_property
    def siblings(self) -> tuple[Sequence[Node], ...]:
        """The nodes with the same parent, for the report and each section."""
        sections = (node.children for node, _ in self.walked if isinstance(node, Section))
        return (self.report.body, *sections)

    @cached_property
    def pieces(self) -> tuple[tuple[Content, Span], ...]:
        """All content in reading order, each piece with the place of its paragraph or item."""
        return tuple(_content_pieces(self.paragraphs))

    @cached_property
    def note_calls(self) -> tuple[tuple[Node | Item, str], ...]:
        """The headings, paragraphs, items and tables with note calls, and the marker of each."""
        return tuple(_note_calls(self.walked))


Finding: TypeAlias = tuple[str, Span | None]
"""A message and its place."""
Check: TypeAlias = Callable[[Subject], Iterable[Finding]]


def line_span(report: Report, role: str) -> Span | None:
    """The place of the first line of the masthead with a given role."""
    return next((line.span for line in report.masthead.lines if line.role == role), None)


def _note_calls(walked: Iterable[Walked]) -> Iterator[tuple[Node | Item, str]]:
    for node, _ in walked:
        match node:
            case Section():
                yield from ((node, note.marker) for note in node.notes)
            case Table():
                yield from ((node, marker) for marker in TABLE_CALL.findall(node.text))
            case _:
                yield from ((node, p.marker) for p in node.content if isinstance(p, Note))


def _content_pieces(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Content, Span]]:
    pending: list[tuple[tuple[Content, ...], Span]] = [
        (paragraph.content, paragraph.span) for paragraph in reversed(paragraphs)
    ]
    while pending:
        content, span = pending.pop()
        for piece in content:
            yield piece, span
        inside = [item for piece in content if isinstance(piece, List) for item in piece.items]
        pending.extend((item.content, item.span) for item in reversed(inside))
