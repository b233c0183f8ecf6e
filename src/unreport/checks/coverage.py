"""What of a document's text is in its report, and what is not: nodes against characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import regex

from unreport.document import Document
from unreport.model import Item, Report, Section, Span

LETTER = regex.compile(r"[\p{L}\p{N}]")


def uncovered(report: Report, document: Document) -> Iterator[Span]:
    """The parts of a document with letters that nothing in its report claims, line by line."""
    aside = [(span.start, span.end) for span in _aside(report)]
    text = _blanked(document.text, sorted(aside))
    at = 0
    for start, end in [*sorted(_claimed(report, text)), (len(text), len(text))]:
        if start > at:
            yield from _lettered(text, at, start)
        at = max(at, end)


def _aside(report: Report) -> Iterator[Span]:
    """The places of what is not in the tree; headings and paragraphs may stand around them."""
    yield from (line.span for line in report.masthead.lines)
    yield from (note.span for note in report.footnotes)
    yield from (piece.span for piece in report.furniture)


def _blanked(text: str, places: Sequence[tuple[int, int]]) -> str:
    """A text with spaces in some places, so that everything else stays where it is."""
    parts: list[str] = []
    at = 0
    for start, end in places:
        parts += [text[at:start], " " * (end - max(start, at))]
        at = max(at, end)
    return "".join([*parts, text[at:]])


def _lettered(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines of a part of a text, from the first to the last of their letters."""
    for line in regex.finditer(r"[^\n]+", text, pos=start, endpos=end):
        letters = [match.start() for match in LETTER.finditer(text, *line.span())]
        if letters:
            yield Span(letters[0], letters[-1] + 1)


def _claimed(report: Report, text: str) -> Iterator[tuple[int, int]]:
    """The places of the nodes; of a section only its heading."""
    for node, _ in report.walk():
        if isinstance(node, Section):
            yield _heading(node, text)
        elif not isinstance(node, Item):  # an item stands in a paragraph
            yield node.span.start, node.span.end


def _heading(section: Section, text: str) -> tuple[int, int]:
    """Where the heading of a section ends: with its last letter's line, `(continued)` and all."""
    start, end = section.span.start, section.span.end
    count = len(LETTER.findall(section.heading))
    last = next(islice(LETTER.finditer(text, start, end), max(count - 1, 0), None), None)
    line_end = text.find("\n", last.end(), end) if last else end
    return start, line_end if line_end >= 0 else end
