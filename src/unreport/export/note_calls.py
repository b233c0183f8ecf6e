"""Render the content of paragraphs: insert the note calls into the texts they belong to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

import regex

from unreport.model import Content, List, Note, Report, Section, Text

TABLE_CALL = regex.compile(r"\[\^([^\[\]\s]++)\]")
"""A note call in the cell of a table."""

Run: TypeAlias = tuple[str, list[Note]]
"""A text, and the calls in it."""
Renderer: TypeAlias = Callable[[str], str]


def texts_and_lists(
    content: Sequence[Content], render_text: Renderer, render_call: Renderer
) -> list[str | List]:
    """Texts rendered by `render_text`, their note calls by `render_call`; and the lists.

    >>> texts_and_lists([Text("Met in Vienna."), Note("1", 13)], str.upper, "[{}]".format)
    ['MET IN VIENNA[1].']
    """
    return [
        run if isinstance(run, List) else _insert_calls(*run, render_text, render_call)
        for run in runs_and_lists(content)
    ]


def runs_and_lists(content: Sequence[Content]) -> list[Run | List]:
    """The texts, each with the calls behind it, and the lists, in reading order.

    >>> runs_and_lists([Text("Met:"), Note("1", 3), List(())])
    [('Met:', [Note(marker='1', at=3, printed=None)]), List(items=())]
    """
    runs: list[Run | List] = []
    notes: list[Note] | None = None  # of the last text
    for piece in content:
        if isinstance(piece, List):
            runs.append(piece)
            notes = None
        elif isinstance(piece, Text):
            notes = []
            runs.append((piece.text, notes))
        elif notes is None:
            notes = [piece]
            runs.append(("", notes))
        else:
            notes.append(piece)
    return runs


def places_of_calls(text: str, notes: Sequence[Note]) -> Iterator[int]:
    """Where each call stands in the text: inside it, and not before the one before."""
    at = 0
    for note in notes:
        at = len(text) if note.at is None else min(max(note.at, at), len(text))
        yield at


class CalledNotes:
    """The notes of a report by their calls: marks repeat where notes begin anew on every page."""

    def __init__(self, report: Report) -> None:
        self._numbers: dict[str, list[int]] = defaultdict(list)
        for number, note in enumerate(report.footnotes):
            self._numbers[note.marker or ""].append(number)
        self._calls: Counter[str] = Counter()

    def next(self, marker: str) -> int | None:
        """The place of the note of the next call: the n-th of a marker has its n-th note or last.

        None if no note has the marker.
        """
        numbers = self._numbers.get(marker)
        if not numbers:
            return None
        number = numbers[min(self._calls[marker], len(numbers) - 1)]
        self._calls[marker] += 1
        return number


def cell_pieces(cell: str) -> tuple[str, list[tuple[str, str]]]:
    """The text of a cell before its first note call; each call with the text after it.

    >>> cell_pieces("Chad[^1] and Mali[^2]")
    ('Chad', [('1', ' and Mali'), ('2', '')])
    """
    first, *rest = TABLE_CALL.split(cell)
    return first, list(zip(rest[::2], rest[1::2], strict=True))


def cell_with_calls(cell: str, render_text: Renderer, render_call: Renderer) -> str:
    """The text of a cell, in which `[^1]` is a note call.

    >>> cell_with_calls("Chad[^1]", str.upper, "({})".format)
    'CHAD(1)'
    """
    first, calls = cell_pieces(cell)
    parts = (render_call(marker) + render_text(after) for marker, after in calls)
    return render_text(first) + "".join(parts)


def title_with_calls(section: Section, render_text: Renderer, render_call: Renderer) -> str:
    """The title of a section with its note calls, and that it is continued."""
    title = _insert_calls(section.title, section.notes, render_text, render_call)
    return " ".join(part for part in (title, render_text(section.continuation or "")) if part)


def _insert_calls(
    text: str, notes: Sequence[Note], render_text: Renderer, render_call: Renderer
) -> str:
    parts: list[str] = []
    at = 0
    for note, place in zip(notes, places_of_calls(text, notes), strict=True):
        parts += [render_text(text[at:place]), render_call(note.marker)]
        at = place
    return "".join([*parts, render_text(text[at:])])
