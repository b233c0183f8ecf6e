"""What is aligned: the nodes of a report in reading order, each with what can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from unreport.languages.citations import find_symbols
from unreport.languages.dates import DateRange, find_dates
from unreport.languages.number_values import number_values
from unreport.model import Footnote, Item, Listing, Node, Report, Section, Table, Text

AlignedNode: TypeAlias = Node | Item | Footnote


class Anchors(NamedTuple):
    """What is printed alike in all languages: numbers by value, documents, dates."""

    numbers: frozenset[str]
    documents: frozenset[str]
    """Names of documents: symbols, resolutions, decisions."""
    dates: frozenset[str]
    """ISO dates; `2019-09-11/2019-09-13` for a range."""

    @property
    def all(self) -> frozenset[str]:
        """All of them, for counting what is shared."""
        return self.numbers | self.documents | self.dates


class Unit(NamedTuple):
    """A node with its own text, without that of the items in it."""

    node: AlignedNode
    kind: str  # section, paragraph, item, table or footnote
    parent: str  # numeric key of the node that it stands in
    text: str
    length: int  # letters and digits
    anchors: Anchors

    @property
    def number(self) -> int | None:
        """The number that it prints."""
        return None if isinstance(self.node, Table | Footnote) else self.node.number

    @property
    def key(self) -> str:
        """Its numeric key, which is the same in all languages."""
        return self.node.numeric_key


def body_units(report: Report) -> Iterator[Unit]:
    """The sections, paragraphs, items and tables of a report, in reading order."""
    for node, above in report.walk():
        yield _unit(node, above[-1].numeric_key if above else "")


def footnote_units(report: Report) -> Iterator[Unit]:
    """The footnotes of a report."""
    for note in report.footnotes:
        yield _unit(note, "")


def _unit(node: AlignedNode, parent: str) -> Unit:
    text = own_text(node)
    return Unit(node, _kind(node), parent, text, sum(map(str.isalnum, text)), anchors(text))


def _kind(node: AlignedNode) -> str:
    return type(node).__name__.lower()


def own_text(node: AlignedNode) -> str:
    """The text of a node without that of its items; the title of a section."""
    if isinstance(node, Section):
        return node.title
    if isinstance(node, Listing):
        return " ".join(piece.text for piece in node.content if isinstance(piece, Text))
    return node.text


def anchors(text: str) -> Anchors:
    """The numbers, documents and dates of a text."""
    return Anchors(
        frozenset(number_values(text)),
        frozenset(cited.name for cited in find_symbols(text)),
        frozenset(_dates(text)),
    )


def _dates(text: str) -> Iterator[str]:
    for found in find_dates(text):
        if isinstance(found.value, DateRange):
            start, end = found.value.start.isoformat(), found.value.end.isoformat()
            yield start if start == end else f"{start}/{end}"
