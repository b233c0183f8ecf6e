"""Rewrite the spans and note calls of nodes, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from unreport.export.note_calls import TABLE_CALL
from unreport.model import Content, Item, List, Node, Note, Paragraph, Section, Span, Table


class Rewriting(NamedTuple):
    """What becomes of a span, and of the mark of a note call with the mark that was printed."""

    span: Callable[[Span], Span]
    call: Callable[[Note], Note]


def rewrite(nodes: Sequence[Node], by: Rewriting) -> tuple[Node, ...]:
    """The nodes with their spans and note calls rewritten."""
    return tuple(_node(node, by) for node in nodes)


def _node(node: Node, by: Rewriting) -> Node:
    match node:
        case Section():
            notes = tuple(map(by.call, node.notes))
            children = rewrite(node.children, by)
            return replace(node, span=by.span(node.span), notes=notes, children=children)
        case Paragraph():
            return replace(node, span=by.span(node.span), content=_content(node.content, by))
        case Table():
            rows = tuple(tuple(_cell(cell, by) for cell in row) for row in node.rows)
            return replace(node, span=by.span(node.span), rows=rows)


def _content(content: Sequence[Content], by: Rewriting) -> tuple[Content, ...]:
    return tuple(_piece(piece, by) for piece in content)


def _piece(piece: Content, by: Rewriting) -> Content:
    match piece:
        case Note():
            return by.call(piece)
        case List():
            return List(tuple(_item(item, by) for item in piece.items))
        case _:
            return piece


def _item(item: Item, by: Rewriting) -> Item:
    return replace(item, span=by.span(item.span), content=_content(item.content, by))


def _cell(cell: str, by: Rewriting) -> str:
    if "[^" not in cell:
        return cell
    return TABLE_CALL.sub(lambda call: f"[^{by.call(Note(call[1])).marker}]", cell)
