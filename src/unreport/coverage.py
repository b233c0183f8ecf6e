"""What of a document's text is in its report, and what is not: nodes against characters."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from unreport.document import Document
from unreport.model import Report, Section, Span

WORD = regex.compile(r"[\p{L}\p{N}]+")


def uncovered(report: Report, document: Document) -> Iterator[Span]:
    """The parts of a document with letters that nothing in its report claims, line by line."""
    at = 0
    for start, end in [*sorted(_claimed(report, document.text)), (len(document.text),) * 2]:
        if start > at:
            yield from _worded(document.text, at, start)
        at = max(at, end)


def _worded(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines of a part of a text, from the first to the last of their words."""
    for line in regex.finditer(r"[^\n]+", text, pos=start, endpos=end):
        words = list(WORD.finditer(text, *line.span()))
        if words:
            yield Span(words[0].start(), words[-1].end())


def _claimed(report: Report, text: str) -> Iterator[tuple[int, int]]:
    """The places of everything in a report; of a section only its heading."""
    for node, _ in report.walk():
        yield _heading(node, text) if isinstance(node, Section) else _place(node.span)
    for span in (
        *(line.span for line in report.masthead.lines),
        *(note.span for note in report.footnotes),
        *(piece.span for piece in report.furniture),
    ):
        yield _place(span)


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _heading(section: Section, text: str) -> tuple[int, int]:
    """Where the heading of a section ends: with its last word's line, `(continued)` and all."""
    at = section.span.start
    for _ in WORD.finditer(section.text):
        match = WORD.search(text, at, section.span.end)
        at = match.end() if match else section.span.end
    end = text.find("\n", at, section.span.end)
    return section.span.start, end if end >= 0 else section.span.end
