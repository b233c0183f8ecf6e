"""The inside of a paragraph: its text, its lists and its note calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from unreport.model import Content, Item, List, Note, Text
from unreport.structure.items import ListItem, list_items
from unreport.structure.markers.grammar import Grammar
from unreport.structure.markers.marker import Marker
from unreport.structure.paragraph_text import ParagraphText, join_passages
from unreport.structure.passages import Passage


def content(
    passages: Sequence[Passage], begin: int, grammar: Grammar, previous: Marker | None = None
) -> tuple[Content, ...]:
    """The content of a paragraph whose text begins at `begin` of its first passage.

    `previous` is the item above a table with whose list it goes on.
    """
    stream = join_passages(passages)
    return _content(stream, begin, len(stream.text), list_items(stream, begin, grammar, previous))


def _content(
    stream: ParagraphText, start: int, end: int, items: Sequence[ListItem]
) -> tuple[Content, ...]:
    """The content of a part of the text, given the items in it."""
    if not items:
        return tuple(_text(stream, start, end))
    parts: list[Content] = []
    at, i = start, 0
    while i < len(items):
        if at < items[i].candidate.at:
            parts.extend(_text(stream, at, items[i].candidate.at))
        group, i = _group(items, i)
        parts.append(List(tuple(_item(stream, own, inner) for own, inner in group)))
        at = group[-1][0].end
    parts.extend(_text(stream, at, end))
    return tuple(parts)


Nested = tuple[ListItem, Sequence[ListItem]]


def _group(items: Sequence[ListItem], i: int) -> tuple[list[Nested], int]:
    """The items of one list, each with the items inside it, and where the next list begins."""
    depth = items[i].depth
    group: list[Nested] = []
    while i < len(items) and not (group and items[i].first and items[i].depth == depth):
        inner = i + 1
        while inner < len(items) and items[inner].depth > depth:
            inner += 1
        group.append((items[i], items[i + 1 : inner]))
        i = inner
    return group, i


def _item(stream: ParagraphText, own: ListItem, inner: Sequence[ListItem]) -> Item:
    found = own.candidate
    text = stream.text[found.at : own.end].rstrip()
    return Item(
        marker=found.marker.marker,
        number=found.marker.number,
        content=_content(stream, found.end, own.end, inner),
        span=stream.span(found.at, found.at + len(text)),
    )


def _text(stream: ParagraphText, start: int, end: int) -> Sequence[Text | Note]:
    """A run of text with its note calls after it; nothing where there is no text."""
    raw = stream.text[start:end]
    text = raw.strip()
    if "  " in text or "\n" in text or "\t" in text or "\r" in text or "\f" in text:
        text = " ".join(text.split())  # normalised text has no other white space
    if not stream.calls:
        return (Text(text),) if text else ()
    calls = tuple(_calls(raw, stream.notes(start, end)))
    return (Text(text), *calls) if text or calls else ()


def _calls(raw: str, notes: Iterable[tuple[int, str]]) -> Iterator[Note]:
    """Note calls with their places in a text whose white space is normalised, in their order."""
    length = begin = 0  # of the normalised text before a call; of what follows the last one
    spaced = False  # whether white space ends the text so far
    for at, mark in notes:
        part = raw[begin:at]
        words = part.split()
        if words:
            length += bool(length and (spaced or part[0].isspace())) + len(" ".join(words))
        if part:
            spaced, begin = part[-1].isspace() or (spaced and not words), at
        yield Note(mark, length)
