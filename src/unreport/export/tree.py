"""Export a report as a text tree: a line for every node, its tag before its text.

The English tag comes first, so that a line of Arabic keeps its guides and numbers at the left
whatever a terminal or editor makes of the direction.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from unreport.export.arguments import require_report
from unreport.export.note_calls import texts_and_lists, title_with_calls
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


class TreeNode(Struct, frozen=True):
    """A node of the tree, with its children."""

    tag: str  # kind and number: `chapter 2, continued`
    text: str  # as printed: `ثانياً- التوصيات`
    children: tuple[TreeNode, ...] = ()


class TreeLine(Struct, frozen=True):
    """A line of the printed tree."""

    guide: str  # `│   ├── `
    tag: str
    text: str

    def __str__(self) -> str:
        """The line: guide, tag, text."""
        return f"{self.guide}{self.tag}: {self.text}" if self.text else f"{self.guide}{self.tag}"


def to_tree(report: Report) -> str:
    r"""A report as a tree, with all of its text.

    Raises `TypeError` for what is no report.

    >>> from unreport.parse import parse_text
    >>> report = parse_text("I. Introduction\n\n1. It met to: (a) talk; (b) part.")
    >>> print(to_tree(report))
    report [en]
    └── chapter 1: I. Introduction
        └── paragraph 1: 1. It met to:
            ├── item 1: (a) talk;
            └── item 2: (b) part.
    """
    require_report(report)
    return "\n".join(map(str, tree_lines(report)))


def tree_lines(report: Report) -> Iterator[TreeLine]:
    """The lines of the tree, in preorder."""
    return _lines(_report(report))


# --- from branches to rows ----------------------------------------------------------------------


def _lines(root: TreeNode) -> Iterator[TreeLine]:
    yield TreeLine("", root.tag, _single_line(root.text))
    stack = _children_of(root, "")
    while stack:
        node, indent, last = stack.pop()
        yield TreeLine(indent + ("└── " if last else "├── "), node.tag, _single_line(node.text))
        stack += _children_of(node, indent + ("    " if last else "│   "))


def _single_line(text: str) -> str:
    return " ".join(text.split())


def _children_of(node: TreeNode, indent: str) -> list[tuple[TreeNode, str, bool]]:
    """The children of a node in reverse order, with their indent and whether each is the last."""
    count = len(node.children)
    return [(children, indent, i == count - 1) for i, children in enumerate(node.children)][::-1]


# --- from reports to branches -------------------------------------------------------------------


def _report(report: Report) -> TreeNode:
    name = str(report.symbol or "") or report.title or report.source.name or ""
    language = f" [{report.language}]" if report.language else ""
    lines = [_masthead_line(line, report.masthead) for line in report.masthead.lines]
    notes = [TreeNode(f"note {note.marker or ''}".rstrip(), note.text) for note in report.footnotes]
    children = (
        *_group("masthead", lines),
        *map(_node, report.body),
        *_group("footnotes", notes),
        *_group("set aside", [*_furniture(report)]),
    )
    return TreeNode(f"report{language}", name, children)


def _group(tag: str, children: Sequence[TreeNode]) -> Iterator[TreeNode]:
    if children:
        yield TreeNode(tag, "", tuple(children))


def _masthead_line(line: MastheadLine, masthead: Masthead) -> TreeNode:
    """A line of the masthead, with the value that was read from it."""
    value = MASTHEAD_VALUES[line.role](masthead) if line.role in MASTHEAD_VALUES else ""
    return TreeNode(f"{line.role} {value}".rstrip(), line.text)


def _dates(masthead: Masthead) -> str:
    meeting = masthead.meeting
    days: Iterable[dt.date | None] = (meeting.start, meeting.end) if meeting else ()
    return " to ".join(dict.fromkeys(str(day) for day in days if day))


MASTHEAD_VALUES: Mapping[str, Callable[[Masthead], str]] = MappingProxyType(
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


def _furniture(report: Report) -> Iterator[TreeNode]:
    """Page furniture, with repeated pieces only once."""
    counts = Counter((piece.kind, piece.text) for piece in report.furniture)
    for (kind, text), count in counts.items():
        yield TreeNode(f"{kind} x{count}" if count > 1 else kind, text)


def _node(node: Node) -> TreeNode:
    match node:
        case Section():
            continued = ", continued" if node.continued else ""
            tag = f"{node.kind} {_number(node.number)}".rstrip() + continued
            return TreeNode(tag, _heading(node), tuple(map(_node, node.children)))
        case Paragraph():
            tag = "text" if node.marker is None else f"paragraph {_number(node.number)}".rstrip()
            return _content_node(tag, node.marker, node.content)
        case Table():
            rows = node.rows[node.caption_rows :]
            cells = (TreeNode("row", " | ".join(row)) for row in rows)
            return TreeNode("table", node.caption or "", tuple(cells))


def _heading(section: Section) -> str:
    title = title_with_calls(section, str, "[^{}]".format)
    return " ".join(part for part in (section.marker, title) if part)


def _content_node(tag: str, marker: str | None, content: Sequence[Content]) -> TreeNode:
    """A paragraph or item: its first text in its own line, lists and further texts as children."""
    lead, *rest = texts_and_lists(content, str, "[^{}]".format) or [""]
    if not isinstance(lead, str):
        lead, rest = "", [lead, *rest]
    children: list[TreeNode] = []
    for piece in rest:
        children += [TreeNode("text", piece)] if isinstance(piece, str) else map(_item, piece.items)
    return TreeNode(tag, " ".join(part for part in (marker, lead) if part), tuple(children))


def _item(item: Item) -> TreeNode:
    return _content_node(f"item {_number(item.number)}".rstrip(), item.marker, item.content)


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
