"""What is aligned: the nodes of a report in reading order, each with what can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from unreport.languages.citations import find_symbols
from unreport.languages.dates import DateRange, find_dates
from unreport.languages.number_values import number_values
from unreport.model import Footnote, Item, Listing, Node, Note, Report, Section, Table, Text

AlignedNode: TypeAlias = Node | Item | Footnote


class Anchors(NamedTuple):
    """What is printed alike in all languages: numbers by value, documents, dates."""

    numbers: frozenset[str]
    documents: frozenset[str]
    """Names of documents: symbols, resolutions, decisions."""
    dates: frozenset[str]
    """ISO dates; `2019-09-11/2019-09-13` for a range."""


class Shape(NamedTuple):
    """What a node holds beside its text."""

    items: int  # items of its lists; rows of a table
    notes: int  # calls of footnotes
    leads: bool  # whether its text ends in a colon


class Unit(NamedTuple):
    """A node with its own text, without that of the items in it."""

    node: AlignedNode
    kind: str  # section, paragraph, item, table or footnote
    parent: str  # numeric key of the node that it stands in
    text: str
    length: int  # letters and digits
    anchors: Anchors
    tokens: frozenset[str]  # all anchors together
    shape: Shape
    is_counted: bool  # whether its key has a printed number, not a place among its siblings
    siblings: int  # how many of its kind without a number stand in the same node

    @property
    def number(self) -> int | None:
        """The number that it prints."""
        return None if isinstance(self.node, Table | Footnote) else self.node.number

    @property
    def section(self) -> str | None:
        """The kind of section, if it is one."""
        return self.node.kind if isinstance(self.node, Section) else None

    @property
    def key(self) -> str:
        """Its numeric key, which is the same in all languages."""
        return self.node.numeric_key


def body_units(report: Report) -> Iterator[Unit]:
    """The sections, paragraphs, items and tables of a report, in reading order."""
    walked = [(node, above[-1].numeric_key if above else "") for node, above in report.walk()]
    siblings = Counter((parent, _kind(node)) for node, parent in walked if not _is_counted(node))
    for node, parent in walked:
        yield _unit(node, parent, siblings[parent, _kind(node)])


def footnote_units(report: Report) -> Iterator[Unit]:
    """The footnotes of a report."""
    for note in report.footnotes:
        yield _unit(note, "", len(report.footnotes))


def join_units(units: Sequence[Unit]) -> Unit:
    """Neighbouring nodes as one, with the place and the number of the first."""
    if len(units) == 1:
        return units[0]
    first, last = units[0], units[-1]
    found = Anchors(
        *(frozenset().union(*of) for of in zip(*(u.anchors for u in units), strict=True))
    )
    return first._replace(
        text=" ".join(unit.text for unit in units),
        length=sum(unit.length for unit in units),
        anchors=found,
        tokens=found.numbers | found.documents | found.dates,
        shape=Shape(
            sum(unit.shape.items for unit in units),
            sum(unit.shape.notes for unit in units),
            last.shape.leads,
        ),
    )


def _unit(node: AlignedNode, parent: str, siblings: int) -> Unit:
    text = own_text(node)
    found = anchors(text)
    return Unit(
        node=node,
        kind=_kind(node),
        parent=parent,
        text=text,
        length=sum(map(str.isalnum, text)),
        anchors=found,
        tokens=found.numbers | found.documents | found.dates,
        shape=_shape(node, text),
        is_counted=_is_counted(node),
        siblings=siblings,
    )


def _is_counted(node: AlignedNode) -> bool:
    return not isinstance(node, Table | Footnote) and node.number is not None


def _shape(node: AlignedNode, text: str) -> Shape:
    leads = text.endswith((":", "：", ": "))
    if isinstance(node, Table):
        return Shape(len(node.rows), 0, leads)
    if isinstance(node, Listing):
        items = sum(len(piece.items) for piece in node.lists)
        return Shape(items, sum(isinstance(piece, Note) for piece in node.content), leads)
    return Shape(0, 0, leads)


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
