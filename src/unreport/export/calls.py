"""The content of paragraphs for showing: note calls put back into the text they stood in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from unreport.model import Content, List, Note, Text


def texts_and_lists(content: Sequence[Content], show: Callable[[str], str]) -> list[str | List]:
    """Texts with their note calls in them, as `show` makes them of their markers; and lists.

    >>> texts_and_lists([Text("Met in Vienna."), Note("1", 13)], "[{}]".format)
    ['Met in Vienna[1].']
    """
    pieces: list[str | List] = []
    calls: list[Note] = []
    for piece in reversed(content):
        match piece:
            case Note():
                calls.insert(0, piece)
            case Text():
                pieces.append(_called(piece.text, calls, show))
                calls = []
            case List():
                pieces.append(piece)
    if calls:
        pieces.append(_called("", calls, show))
    return pieces[::-1]


def _called(text: str, calls: Sequence[Note], show: Callable[[str], str]) -> str:
    parts: list[str] = []
    at = 0
    for call in calls:
        place = len(text) if call.at is None else min(max(call.at, at), len(text))
        parts += [text[at:place], show(call.marker)]
        at = place
    return "".join([*parts, text[at:]])
