"""Coverage: the text of a document that is in no node of its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from unreport.checks.subject import Subject
from unreport.document import Document
from unreport.model import Item, Report, Section, Span

LINE = regex.compile(r"[^\n]+")
LETTER = regex.compile(r"[\p{L}\p{N}]")
LETTERS = regex.compile(r"[\p{L}\p{N}]+")


def uncovered(subject: Subject, document: Document) -> Iterator[Span]:
    """The lines of a document, or parts of them, with letters that are nowhere in its report."""
    outside = [(span.start, span.end) for span in _outside_body(subject.report)]
    text = _blanked(document.text, sorted(outside))
    at = 0
    for start, end in [*sorted(_covered(subject, text)), (len(text), len(text))]:
        if start > at and not text[at:start].isspace():  # as it is between most nodes
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
    for line in LINE.finditer(text, pos=start, endpos=end):
        letters = [match.start() for match in LETTER.finditer(text, *line.span())]
        if letters:
            yield Span(letters[0], letters[-1] + 1)


def _covered(subject: Subject, text: str) -> Iterator[tuple[int, int]]:
    """The places of the nodes; of a section, of its heading."""
    for node, _ in subject.walked:
        if isinstance(node, Section):
            yield _heading(node, text)
        elif not isinstance(node, Item):  # an item stands in a paragraph
            yield node.span.start, node.span.end


def _heading(section: Section, text: str) -> tuple[int, int]:
    """The place of a section's heading, to the end of its last line with `(continued)`."""
    start, end = section.span.start, section.span.end
    last = _after_letters(text, start, end, sum(map(len, LETTERS.findall(section.heading))))
    line_end = text.find("\n", last, end) if last is not None else end
    return start, line_end if line_end >= 0 else end


def _after_letters(text: str, start: int, end: int, count: int) -> int | None:
    """The place after so many letters of a part of a text, at least one; None if it has fewer."""
    left = max(count, 1)
    for run in LETTERS.finditer(text, start, end):
        if run.end() - run.start() >= left:
            return run.start() + left
        left -= run.end() - run.start()
    return None
