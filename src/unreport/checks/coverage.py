"""Coverage: the text of a document that is in no node of its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import regex

from unreport.document import Document
from unreport.model import Item, Report, Section, Span

LETTER = regex.compile(r"[\p{L}\p{N}]")


def uncovered(report: Report, document: Document) -> Iterator[Span]:
    """The lines of a document, or parts of them, with letters that are nowhere in its report."""
    outside = [(span.start, span.end) for span in _outside_body(report)]
    text = _blanked(document.text, sorted(outside))
    at = 0
    for start, end in [*sorted(_covered(report, text)), (len(text), len(text))]:
        if start > at:
            yield from _lines_with_letters(text, at, start)
        at = max(at, end)


def _outside_body(report: Report) -> Iterator[Span]:
    """The places of masthead lines, footnotes and page furniture, which may be inside nodes."""
    yield from (line.span for line in report.masthead.lines)
    yield from (note.span for note in report.footnotes)
    yield from (piece.span for piece in report.furniture)


def _blanked(text: str, places: Sequence[tuple[int, int]]) -> str:
    """A text with some places replaced by spaces, so that all offsets remain."""
    parts: list[str] = []
    at = 0
    for start, end in places:
        parts += [text[at:start], " " * (end - max(start, at))]
        at = max(at, end)
    return "".join([*parts, text[at:]])


def _lines_with_letters(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines between two offsets, from the first to the last letter of each."""
    for line in regex.finditer(r"[^\n]+", text, pos=start, endpos=end):
        letters = [match.start() for match in LETTER.finditer(text, *line.span())]
        if letters:
            yield Span(letters[0], letters[-1] + 1)


def _covered(report: Report, text: str) -> Iterator[tuple[int, int]]:
    """The places of the nodes; of a section, of its heading."""
    for node, _ in report.walk():
        if isinstance(node, Section):
            yield _heading(node, text)
        elif not isinstance(node, Item):  # an item stands in a paragraph
            yield node.span.start, node.span.end


def _heading(section: Section, text: str) -> tuple[int, int]:
    """The place of a section's heading, to the end of its last line with `(continued)`."""
    start, end = section.span.start, section.span.end
    count = len(LETTER.findall(section.heading))
    last = next(islice(LETTER.finditer(text, start, end), max(count - 1, 0), None), None)
    line_end = text.find("\n", last.end(), end) if last else end
    return start, line_end if line_end >= 0 else end
