"""Render the content of paragraphs: insert the note calls into the texts they belong to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from unreport.model import Content, List, Note, Text

Renderer: TypeAlias = Callable[[str], str]


def texts_and_lists(
    content: Sequence[Content], render_text: Renderer, render_call: Renderer
) -> list[str | List]:
    """Texts rendered by `render_text`, their note calls by `render_call`; and the lists.

    >>> texts_and_lists([Text("Met in Vienna."), Note("1", 13)], str.upper, "[{}]".format)
    ['MET IN VIENNA[1].']
    """
    pieces: list[str | List] = []
    notes: list[Note] = []
    for piece in reversed(content):
        match piece:
            case Note():
                notes.insert(0, piece)
            case Text():
                pieces.append(_insert_calls(piece.text, notes, render_text, render_call))
                notes = []
            case List():
                pieces.append(piece)
    if notes:
        pieces.append(_insert_calls("", notes, render_text, render_call))
    return pieces[::-1]


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
