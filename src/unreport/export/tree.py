"""A report as a tree for people: a line for every node, what it is before what it says.

The English tag comes first, so that a line of Arabic keeps its guides and numbers at the left
whatever a terminal or editor makes of the direction.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from unreport.export.calls import texts_and_lists
from unreport.model import (
    Content,
    Item,
    Masthead,
    MastheadLine,
    Node,
    Paragraph,
    Report,
    Section,
    Table,
)


class Branch(Struct, frozen=True):
    """A line of the tree and what stands below it."""

    tag: str  # what it is: `chapter 2, continued`
    text: str  # what it says, as printed: `ثانياً- التوصيات`
    branches: tuple[Branch, ...] = ()


class Row(Struct, frozen=True):
    """A line of the tree, ready to be printed."""

    guide: str  # `│   ├── `
    tag: str
    text: str

    def __str__(self) -> str:
        """The line: guide, tag, text."""
        return f"{self.guide}{self.tag}: {self.text}" if self.text else f"{self.guide}{self.tag}"


def to_tree(report: Report) -> str:
    r"""A report as a tree, with all of its text.

    >>> from unreport.parse import parse_text
    >>> report = parse_text("I. Introduction\n\n1. It met to: (a) talk; (b) part.")
    >>> print(to_tree(report))
    report [en]
    └── chapter 1: I. Introduction
        └── paragraph 1: 1. It met to:
            ├── item 1: (a) talk;
            └── item 2: (b) part.
    """
    return "\n".join(map(str, rows(report)))


def rows(report: Report) -> Iterator[Row]:
    """The lines of the tree, from the top down."""
    return _rows(_report(report))


# --- from branches to rows ----------------------------------------------------------------------


def _rows(root: Branch) -> Iterator[Row]:
    yield Row("", root.tag, _flat(root.text))
    waiting = _below(root, "")
    while waiting:
        branch, indent, last = waiting.pop()
        yield Row(indent + ("└── " if last else "├── "), branch.tag, _flat(branch.text))
        waiting += _below(branch, indent + ("    " if last else "│   "))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _below(branch: Branch, indent: str) -> list[tuple[Branch, str, bool]]:
    """What stands below a branch, the first at the end of the list."""
    count = len(branch.branches)
    return [(below, indent, i == count - 1) for i, below in enumerate(branch.branches)][::-1]


# --- from reports to branches -------------------------------------------------------------------


def _report(report: Report) -> Branch:
    name = str(report.masthead.symbol or "") or report.masthead.title or report.source.name or ""
    language = f" [{report.language}]" if report.language else ""
    lines = [_line(line, report.masthead) for line in report.masthead.lines]
    notes = [Branch(f"note {note.marker}", note.text) for note in report.footnotes]
    branches = (
        *_group("masthead", lines),
        *map(_node, report.body),
        *_group("footnotes", notes),
        *_group("set aside", [*_set_aside(report)]),
    )
    return Branch(f"report{language}", name, branches)


def _group(tag: str, branches: Sequence[Branch]) -> Iterator[Branch]:
    if branches:
        yield Branch(tag, "", tuple(branches))


def _line(line: MastheadLine, masthead: Masthead) -> Branch:
    """A line of the masthead, with what was read from it."""
    value = VALUES[line.role](masthead) if line.role in VALUES else ""
    return Branch(f"{line.role} {value}".rstrip(), line.text)


def _dates(masthead: Masthead) -> str:
    meeting = masthead.meeting
    days: Iterable[dt.date | None] = (meeting.start, meeting.end) if meeting else ()
    return " to ".join(dict.fromkeys(str(day) for day in days if day))


VALUES: Mapping[str, Callable[[Masthead], str]] = MappingProxyType(
    {
        "symbol": lambda masthead: str(masthead.symbol or ""),
        "distribution": lambda masthead: masthead.distribution or "",
        "date": lambda masthead: str(masthead.date or ""),
        "language": lambda masthead: masthead.language or "",
        "original": lambda masthead: ", ".join(masthead.original_languages),
        "session": lambda masthead: _number(masthead.session.number if masthead.session else None),
        "meeting": _dates,
        "agenda": lambda masthead: ", ".join(n for a in masthead.agenda_items for n in a.numbers),
        "addendum": lambda masthead: _number(masthead.addendum),
    }
)


def _set_aside(report: Report) -> Iterator[Branch]:
    """Page furniture, what is printed over and over again only once."""
    counts = Counter((piece.kind, piece.text) for piece in report.furniture)
    for (kind, text), count in counts.items():
        yield Branch(f"{kind} x{count}" if count > 1 else kind, text)


def _node(node: Node) -> Branch:
    match node:
        case Section():
            continued = ", continued" if node.continued else ""
            tag = f"{node.kind} {_number(node.number)}".rstrip() + continued
            return Branch(tag, node.heading, tuple(map(_node, node.children)))
        case Paragraph():
            tag = "text" if node.marker is None else f"paragraph {_number(node.number)}".rstrip()
            return _branch(tag, node.marker, node.content)
        case Table():
            cells = (Branch("row", " | ".join(row)) for row in node.rows)
            return Branch("table", "", tuple(cells))


def _branch(tag: str, marker: str | None, content: Sequence[Content]) -> Branch:
    """A paragraph or item: its first text in its own line, lists and later texts below it."""
    lead, *rest = texts_and_lists(content, str, "[^{}]".format) or [""]
    if not isinstance(lead, str):
        lead, rest = "", [lead, *rest]
    below: list[Branch] = []
    for piece in rest:
        below += [Branch("text", piece)] if isinstance(piece, str) else map(_item, piece.items)
    return Branch(tag, " ".join(part for part in (marker, lead) if part), tuple(below))


def _item(item: Item) -> Branch:
    return _branch(f"item {_number(item.number)}".rstrip(), item.marker, item.content)


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
