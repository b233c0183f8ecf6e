"""The texts of a report in which mentions are looked for, with the nodes that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from unreport.languages.citations import Citation, find_symbols
from unreport.languages.dates import FoundDate, find_dates
from unreport.mentions.model import Place
from unreport.mentions.tokens import lower_alike
from unreport.model import Item, List, Node, Paragraph, Report, Section, Table, Text
from unreport.text.folding import Folded, fold_cased

YEAR = re.compile(r"\d{4}|[〇零一二三四五六七八九]年")
NUMBERED = re.compile(r"/|\(\s?(?:[IVXL]|19|20|[ES]S?-|\w-|دا?ط?-)")


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
        """The folded text in lower case, of the same length, with one kind of apostrophe."""
        return lower_alike(self.folded.text)

    @cached_property
    def dates(self) -> tuple[FoundDate, ...]:
        """The dates in the text; none without a year in digits."""
        return tuple(find_dates(self.text)) if YEAR.search(self.folded.text) else ()

    @cached_property
    def documents(self) -> tuple[Citation, ...]:
        """The documents cited by symbol or number; none without a slash or `(XXI)`, `(2004)`."""
        return tuple(find_symbols(self.text)) if NUMBERED.search(self.folded.text) else ()

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


class Passages(NamedTuple):
    """The texts of a report."""

    own: tuple[Passage, ...]
    """Every text once: titles, the own texts of paragraphs and items, tables, footnotes."""
    paragraphs: tuple[WholeParagraph, ...]
    """The paragraphs, each as one text with its items."""


class WholeParagraph(NamedTuple):
    """A paragraph as one text, the nodes of its items, and the section that it stands in."""

    passage: Passage
    items: tuple[int, ...]  # of its first list level
    section: int | None


def passages(report: Report) -> Passages:
    """The texts of a report, in reading order; the footnotes at the end."""
    own: list[Passage] = []
    paragraphs: list[WholeParagraph] = []
    section = None
    for index, (node, above) in enumerate(report.walk()):
        runs = [Passage(text, index, offset=offset) for offset, text in _own_texts(node)]
        own.extend(runs)
        if isinstance(node, Section):
            section = index
        elif isinstance(node, Paragraph):
            whole = runs[0] if runs and not node.lists else Passage(node.text, index)
            paragraphs.append(
                WholeParagraph(whole, _items(node, index), section if above else None)
            )
    own.extend(
        Passage(note.text, None, footnote=index) for index, note in enumerate(report.footnotes)
    )
    return Passages(tuple(own), tuple(paragraphs))


def _items(node: Paragraph, index: int) -> tuple[int, ...]:
    """Where the items of its own lists stand: items follow their paragraph in reading order."""
    return tuple(
        index + turn for turn, (_, above) in enumerate(node.walk(), start=1) if len(above) == 1
    )


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
    elif isinstance(node, Table):
        yield from _cells(node)
    else:
        yield from _runs(node)


def _cells(table: Table) -> Iterator[tuple[int, str]]:
    """The cells with letters in them: a name or a citation does not go on in the next cell."""
    offset = 0
    for row in table.rows:
        for cell in row:
            if any(c.isalpha() for c in cell):
                yield offset, cell
            offset += len(cell) + 1


def _runs(node: Paragraph | Item) -> Iterator[tuple[int, str]]:
    offset = 0  # `text` joins what is not empty with a space
    for piece in node.content:
        if isinstance(piece, Text) and (text := piece.text.strip()):
            yield offset, text
            offset += len(text) + 1
        elif isinstance(piece, List):
            printed = (f"{item.marker or ''} {item.text}".strip() for item in piece.items)
            offset += sum(len(text) + 1 for text in printed if text)
