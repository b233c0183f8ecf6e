"""Nest flat blocks: paragraphs and tables in sections, sections in one another.

Blocks are read from the last to the first, so that whatever stands inside a section is built when
its heading is reached, and every node can be frozen from the start.
"""

from __future__ import annotations

from collections.abc import Sequence

from unreport.model import Node, Paragraph, Section, Span, Table
from unreport.structure.blocks import Block
from unreport.structure.content import content
from unreport.structure.markers import Grammar

LEAF = 100  # deeper than any heading


def nest(blocks: Sequence[Block], grammar: Grammar) -> tuple[Node, ...]:
    """Build the tree of a report from its blocks in reading order."""
    waiting: list[tuple[int, Node]] = []  # nodes not yet in a section, nearest last
    for block in reversed(blocks):
        inside: list[Node] = []
        rank = block.rank if block.kind == "heading" else LEAF
        while waiting and waiting[-1][0] > rank:
            inside.append(waiting.pop()[1])
        waiting.append((rank, _node(block, inside, grammar)))
    return tuple(node for _, node in reversed(waiting))


def _node(block: Block, inside: Sequence[Node], grammar: Grammar) -> Node:
    match block.kind:
        case "heading":
            return _section(block, inside)
        case "table":
            rows = tuple(passage.cells for passage in block.passages)
            return Table(rows=rows, span=_span(block))
        case "paragraph" | "items":
            return _paragraph(block, grammar)


def _section(block: Block, children: Sequence[Node]) -> Section:
    mark = block.mark
    end = children[-1].span if children else _span(block)
    own = _span(block)
    pages = (own.pages[0], end.pages[1]) if own.pages and end.pages else own.pages
    return Section(
        kind=block.section,
        level=block.rank + 1,
        marker=mark.marker if mark else None,
        number=mark.number if mark else None,
        title=block.title,
        continued=bool(block.continuation),
        continuation=block.continuation or None,
        children=tuple(children),
        span=Span(own.start, max(own.end, end.end), pages),
    )


def _paragraph(block: Block, grammar: Grammar) -> Paragraph:
    """A paragraph; items that no text leads have one of their own without a text."""
    mark = block.mark
    return Paragraph(
        marker=mark.marker if mark else None,
        number=mark.number if mark else None,
        content=content(block.passages, mark.end if mark else 0, grammar),
        span=_span(block),
    )


def _span(block: Block) -> Span:
    first, last = block.passages[0], block.passages[-1]
    pages = [page for passage in (first, last) for page in passage.pages or ()]
    return Span(first.offset(0), last.end, (min(pages), max(pages)) if pages else None)
