"""Number the footnotes of an assembled report through, in the order of their calls.

Each document of a series numbers its notes from 1.  A call is linked to its note while the document
is still by itself, and both get their number when the chapters are in order.  Marks that are no
numbers (`*`, `a`) stay as printed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import count

from msgspec.structs import replace

from unreport.model import Footnote, Node, Note, Report, Span
from unreport.series.rewrite import Rewriting, rewrite
from unreport.text.numerals import decimal_value, to_decimal

LINK = "\N{NULL}"  # before the place of a note among all notes: no mark has it


def link_calls(report: Report, offset: int, first: int) -> tuple[Node, ...]:
    """The body with its spans moved by `offset`, each call linked to its note.

    `first` is the place of the report's first note among the notes of all documents.  The n-th call
    of a mark belongs to its n-th note, or to the last.
    """
    notes: dict[str, list[int]] = defaultdict(list)
    for place, note in enumerate(report.footnotes, start=first):
        notes[note.marker or ""].append(place)
    calls: Counter[str] = Counter()

    def call(note: Note) -> Note:
        places = notes.get(note.marker)
        if not places:
            return note
        turn = calls[note.marker]
        calls[note.marker] += 1
        return replace(note, marker=f"{LINK}{places[min(turn, len(places) - 1)]}")

    return rewrite(report.body, Rewriting(lambda span: shifted(span, offset), call))


def number_notes(
    body: Sequence[Node], notes: Sequence[Footnote]
) -> tuple[tuple[Node, ...], tuple[Footnote, ...]]:
    """The body whose linked calls have their numbers, and the notes in the order of their calls."""
    order: dict[int, str] = {}  # the place of each note that is called, and its mark
    numbers = count(1)

    def call(note: Note) -> Note:
        if not note.marker.startswith(LINK):
            return note
        place = int(note.marker.removeprefix(LINK))
        if place not in order:
            order[place] = _mark(notes[place].marker, numbers)
        return replace(note, marker=order[place], printed=notes[place].marker)

    numbered = rewrite(body, Rewriting(lambda span: span, call))
    for place, note in enumerate(notes):
        if place not in order:
            order[place] = _mark(note.marker, numbers)
    return numbered, tuple(
        replace(notes[place], marker=mark or None, printed=notes[place].marker)
        for place, mark in order.items()
    )


def _mark(printed: str | None, numbers: Iterator[int]) -> str:
    """The next number in the digits of the printed mark; a mark that is no number as it is."""
    value = decimal_value(printed) if printed else None
    if printed is None or value is None:
        return printed or ""
    zero = chr(ord(printed[-1]) - value % 10)
    return to_decimal(next(numbers), zero)


def shifted(span: Span, offset: int) -> Span:
    """The span in a text before which `offset` characters stand."""
    return Span(span.start + offset, span.end + offset, span.pages)
