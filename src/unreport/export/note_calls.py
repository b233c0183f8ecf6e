"""Render the content of paragraphs: insert the note calls into the texts they belong to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import regex

from unreport.model import Content, List, Note, Section, Text

TABLE_CALL = regex.compile(r"\[\^([^\]\s]+)\]")
"""A note call in the cell of a table."""

Renderer: TypeAlias = Callable[[str], str]


def texts_and_lists(
    content: Sequence[Content], render_text: Renderer, render_call: Renderer
) -> list[str | List]:
    """Texts rendered by `render_text`, their note calls by `render_call`; and the lists.

    >>> texts_and_lists([Text("Met in Vienna."), Note("1", 13)], str.upper, "[{}]".format)
    ['MET IN VIENNA[1].']
    """
    runs: list[tuple[str, list[Note]] | List] = []  # in reading order, as calls may be counted
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
    return [
        run if isinstance(run, List) else _insert_calls(*run, render_text, render_call)
        for run in runs
    ]


def title_with_calls(section: Section, render_text: Renderer, render_call: Renderer) -> str:
    """The title of a section with its note calls, and that it is continued."""
    title = _insert_calls(section.title, section.notes, render_text, render_call)
    return " ".join(part for part in (title, render_text(section.continuation or "")) if part)


def _insert_calls(
    text: str, notes: Sequence[Note], render_text: Renderer, render_call: Renderer
) -> str:
    parts: list[str] = []
    at = 0
    for note in notes:
        place = len(text) if note.at is None else min(max(note.at, at), len(text))
        parts += [render_text(text[at:place]), render_call(note.marker)]
        at = place
    return "".join([*parts, render_text(text[at:])])
