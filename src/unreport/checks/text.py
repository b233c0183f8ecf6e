"""Checks of the text: language, footnotes, characters."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from unreport.checks.coverage import uncovered
from unreport.checks.subject import Finding, Subject, line_span
from unreport.model import Item, Paragraph, Section, Span, Table
from unreport.text.numerals import decimal_value

# --- language -----------------------------------------------------------------------------------


def language_unknown(subject: Subject) -> Iterator[Finding]:
    """A text in a language without a lexicon."""
    if subject.report.language is None:
        yield "The language of the text could not be told; it was read as if English.", None


def language_differs(subject: Subject) -> Iterator[Finding]:
    """`Arabic` in the masthead of an English text."""
    report = subject.report
    if report.masthead.language and report.language not in (None, report.masthead.language):
        message = (
            f"The masthead says that the language is {report.masthead.language}, but the text is "
            f"in {report.language}."
        )
        yield message, line_span(report, "language")


# --- notes --------------------------------------------------------------------------------------


ASTERISKS = regex.compile(r"(?<=[^\s*])\*+")
AT_LINE_END = regex.compile(r"(?<=\p{L}\s?)(\d{1,2})(?:,\s?(\d{1,2}))*$")  # `session1, 2`


def note_missing(subject: Subject) -> Iterator[Finding]:
    """A footnote reference without its footnote."""
    markers = {_without_script(note.marker) for note in subject.report.footnotes}
    for node, marker in subject.note_calls:
        if _without_script(marker) not in markers and not isinstance(
            node, Table
        ):  # has its notes in its own rows
            yield f"Footnote {marker} is called but not there.", node.span


def note_uncalled(subject: Subject) -> Iterator[Finding]:
    """A footnote with a marker that nothing refers to."""
    called = {_without_script(marker) for _, marker in subject.note_calls}
    # `Item 35 of the provisional agenda*`, `A/C.1/80/L.42*`, `Peru:** draft resolution`
    called.update(*(ASTERISKS.findall(line.text) for line in subject.report.masthead.lines))
    called.update(*(_at_end(line.text) for line in subject.report.masthead.lines))
    listed = (piece.text for piece in subject.report.furniture if piece.kind == "contents")
    called.update(*map(ASTERISKS.findall, listed))
    for note in subject.report.footnotes:
        if note.marker and _without_script(note.marker) not in called:
            yield f"Nothing in the text calls footnote {note.marker}.", note.span


def _without_script(marker: str | None) -> str | None:
    """A mark with its number in plain digits: `(1)` calls the note `(١)`."""
    number = decimal_value(marker) if marker else None
    return marker if number is None else str(number)


def _at_end(text: str) -> list[str]:
    """The numbers that may be note calls at the end of a masthead line."""
    match = AT_LINE_END.search(text)
    return [number for group in (1, 2) for number in match.captures(group)] if match else []


# --- characters ---------------------------------------------------------------------------------

# What conversions write for unmapped characters: U+FFFD, private use characters
SIGN_OF_DAMAGE = "\N{REPLACEMENT CHARACTER}"
DAMAGED = regex.compile(rf"[{SIGN_OF_DAMAGE}\p{{Co}}]+")
LETTERS = regex.compile(r"[\p{L}\p{N}]")


def letters_damaged(subject: Subject) -> Iterator[Finding]:
    """`par\N{REPLACEMENT CHARACTER}graphe`: letters missing from the source."""
    for text, span in _texts(subject):
        if text.isprintable() and SIGN_OF_DAMAGE not in text:  # no character is private use
            continue
        if count := sum(map(len, DAMAGED.findall(text))):
            yield f"{count} characters are no letters but signs of a failed conversion.", span


def _texts(subject: Subject) -> Iterator[tuple[str, Span]]:
    yield from ((line.text, line.span) for line in subject.report.masthead.lines)
    for node, _ in subject.walked:
        match node:
            case Section():
                yield node.heading, node.span
            case Paragraph() | Table():
                yield node.text, node.span
            case Item():
                pass  # in the text of its paragraph
    yield from ((note.text, note.span) for note in subject.report.footnotes)


def text_lost(subject: Subject) -> Iterator[Finding]:
    """Text of the document in no node, masthead line, footnote or page furniture."""
    if subject.document is None:
        return
    for span in uncovered(subject, subject.document):
        text = " ".join(subject.document.text[span.start : span.end].split())
        if LETTERS.search(text):
            yield f"This text of the source is nowhere in the report: “{text[:80]}”.", span
