"""The content of paragraphs for showing: note calls put back into the text they stood in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from unreport.model import Content, List, Note, Text

Show: TypeAlias = Callable[[str], str]


def texts_and_lists(content: Sequence[Content], say: Show, call: Show) -> list[str | List]:
    """Texts, as `say` makes them, with their note calls, as `call` makes them; and lists.

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
                pieces.append(_called(piece.text, notes, say, call))
                notes = []
            case List():
                pieces.append(piece)
    if notes:
        pieces.append(_called("", notes, say, call))
    return pieces[::-1]


def _called(text: str, notes: Sequence[Note], say: Show, call: Show) -> str:
    parts: list[str] = []
    at = 0
    for note in notes:
        place = len(text) if note.at is None else min(max(note.at, at), len(text))
        parts += [say(text[at:place]), call(note.marker)]
        at = place
    return "".join([*parts, say(text[at:])])
