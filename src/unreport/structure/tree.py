"""Nest flat blocks: paragraphs and tables in sections, sections in one another.

Blocks are read from the last to the first, so that whatever stands inside a section is built when
its heading is reached, and every node can be frozen from the start.
"""

from __future__ import annotations

from collections.abc import Sequence

from unreport.model import Node, Paragraph, Section, Span, Table
from unreport.structure.content import content
from unreport.structure.heading_ranks import Block
from unreport.structure.markers.grammar import Grammar
from unreport.structure.passages import Passage

LEAF = 100  # deeper than any heading


def nest(blocks: Sequence[Block], grammar: Grammar) -> tuple[Node, ...]:
    """Build the tree of a report from its blocks in reading order."""
    parentless: list[tuple[int, Node]] = []  # nodes not yet in a section, nearest last
    for block, depth in zip(reversed(blocks), reversed(_depths(blocks)), strict=True):
        inside: list[Node] = []
        rank = block.rank if block.kind == "heading" else LEAF
        while parentless and parentless[-1][0] > rank:
            inside.append(parentless.pop()[1])
        parentless.append((rank, _node(block, depth, inside, grammar)))
    return tuple(node for _, node in reversed(parentless))


def _depths(blocks: Sequence[Block]) -> list[int]:
    """How deep each block stands in the tree, from 1: below every open heading of a lower rank."""
    depths: list[int] = []
    open_ranks: list[int] = []
    for block in blocks:
        if block.kind == "heading":
            while open_ranks and open_ranks[-1] >= block.rank:
                open_ranks.pop()
            open_ranks.append(block.rank)
        depths.append(len(open_ranks))
    return depths


def _node(block: Block, depth: int, inside: Sequence[Node], grammar: Grammar) -> Node:
    match block.kind:
        case "heading":
            return _section(block, depth, inside)
        case "table":
            rows = tuple(map(_cells, block.passages))
            captions = sum(not passage.table for passage in block.passages)
            return Table(rows=rows, span=_span(block), caption_rows=captions)
        case "paragraph" | "items":
            return _paragraph(block, grammar)


def _cells(passage: Passage) -> tuple[str, ...]:
    """The cells of a table row or its caption, with its note calls as `[^1]`."""
    text, at = "", 0
    for offset, mark in passage.notes:
        text += f"{passage.text[at:offset]}[^{mark}]"
        at = offset
    cells = tuple((text + passage.text[at:]).split("\t"))
    if not passage.table:  # a caption
        return (" ".join(cells),)
    return cells if passage.notes and len(cells) == len(passage.cells) else passage.cells


def _section(block: Block, depth: int, children: Sequence[Node]) -> Section:
    mark = block.mark
    end = children[-1].span if children else _span(block)
    own = _span(block)
    pages = (own.pages[0], end.pages[1]) if own.pages and end.pages else own.pages
    return Section(
        kind=block.section,
        level=depth,
        marker=mark.marker if mark else None,
        number=mark.number if mark else None,
        title=block.title,
        continued=bool(block.continuation),
        continuation=block.continuation or None,
        notes=block.notes,
        children=tuple(children),
        span=Span(own.start, max(own.end, end.end), pages),
    )


def _paragraph(block: Block, grammar: Grammar) -> Paragraph:
    """A paragraph; items that no text leads have one of their own without a text."""
    mark = block.mark
    return Paragraph(
        marker=mark.marker if mark else None,
        number=mark.number if mark else None,
        content=content(block.passages, mark.end if mark else 0, grammar, block.previous),
        span=_span(block),
    )


def _span(block: Block) -> Span:
    first, last = block.passages[0], block.passages[-1]
    if first.pages is None and last.pages is None:
        return Span(first.offsets[0][1], last.end)
    pages = [page for passage in (first, last) for page in passage.pages or ()]
    return Span(first.start, last.end, (min(pages), max(pages)) if pages else None)
