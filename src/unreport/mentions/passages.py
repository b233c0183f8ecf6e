"""The texts of a report in which mentions are looked for, with the nodes that they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from unreport.mentions.model import Place
from unreport.model import Item, List, Node, Paragraph, Report, Section, Text
from unreport.text.folding import Folded, fold_cased


class Passage:
    """A run of text of a node or footnote, folded once for all who search it."""

    def __init__(
        self, text: str, node: int | None, *, footnote: int | None = None, offset: int = 0
    ) -> None:
        self.text = text
        self.node = node
        self.footnote = footnote
        self.offset = offset  # in the text of the node

    @cached_property
    def folded(self) -> Folded:
        """The text folded, with its case."""
        return fold_cased(self.text)

    @cached_property
    def lower(self) -> str:
        """The folded text in lower case, of the same length."""
        text = self.folded.text
        lowered = text.lower()
        return lowered if len(lowered) == len(text) else "".join(c.lower()[:1] or c for c in text)

    def source(self, start: int, end: int) -> str:
        """The text of a match in the folded text."""
        first, last = self.folded.span(start, end)
        return self.text[first:last]

    def place(self, start: int, end: int) -> Place:
        """Where a match in the folded text stands."""
        first, last = self.folded.span(start, end)
        return self.place_of(first, last)

    def place_of(self, start: int, end: int) -> Place:
        """Where characters of its text stand."""
        return Place(self.node, self.footnote, self.offset + start, self.offset + end)


def passages(report: Report) -> Iterator[Passage]:
    """Every text once: titles, the own texts of paragraphs and items, tables, footnotes."""
    for index, (node, _) in enumerate(report.walk()):
        for offset, text in _own_texts(node):
            yield Passage(text, index, offset=offset)
    for index, note in enumerate(report.footnotes):
        yield Passage(note.text, None, footnote=index)


def paragraph_passages(report: Report) -> Iterator[tuple[Passage, Paragraph]]:
    """The paragraphs, each as one text with its items."""
    for index, (node, _) in enumerate(report.walk()):
        if isinstance(node, Paragraph):
            yield Passage(node.text, index), node


def node_text(report: Report, place: Place) -> str:
    """The text that a place counts its characters in.

    Of a section its title, of any other node its `text`; else the text of a footnote.
    """
    if place.footnote is not None:
        return report.footnotes[place.footnote].text
    nodes = [node for node, _ in report.walk()]
    node = nodes[place.node or 0]
    return node.title if isinstance(node, Section) else node.text


def _own_texts(node: Node | Item) -> Iterator[tuple[int, str]]:
    """The texts of a node without its items, and where they begin in its `text`."""
    if isinstance(node, Section):
        yield 0, node.title
    elif not isinstance(node, (Paragraph, Item)):
        yield 0, node.text
    else:
        yield from _runs(node)


def _runs(node: Paragraph | Item) -> Iterator[tuple[int, str]]:
    offset = 0  # `text` joins what is not empty with a space
    for piece in node.content:
        if isinstance(piece, Text) and (text := piece.text.strip()):
            yield offset, text
            offset += len(text) + 1
        elif isinstance(piece, List):
            printed = (f"{item.marker or ''} {item.text}".strip() for item in piece.items)
            offset += sum(len(text) + 1 for text in printed if text)
