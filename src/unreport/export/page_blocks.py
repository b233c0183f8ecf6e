"""Which block of a report each part of a page shows: regions of lines, with their kind."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple, TypeAlias

from unreport.model import Box, Item, Paragraph, Place, Report, Section, Span, Table

Kind: TypeAlias = Literal[
    "masthead", "heading", "paragraph", "item", "table", "footnote", "furniture", "other"
]
PAD = 2.5  # points between the letters and the outline around them
NEIGHBOUR = 9.0  # points: outlines of regions that are nearer meet half-way


class Block(NamedTuple):
    """A part of a report that has lines of its own."""

    kind: Kind
    label: str  # `paragraph 14`
    span: Span


class Region(NamedTuple):
    """Lines of a page that follow one another and show the same block."""

    page: int
    box: Box
    block: Block


def report_blocks(report: Report) -> Iterator[Block]:
    """Every block of a report; a section's span holds the blocks that stand under it."""
    for line in report.masthead.lines:
        yield Block("masthead", line.role, line.span)
    for piece in report.furniture:
        yield Block("furniture", piece.kind, piece.span)
    for note in report.footnotes:
        yield Block("footnote", f"note {_ascii(note.marker or '')}".rstrip(), note.span)
    for node, _ in report.walk():
        match node:
            case Section():
                yield Block("heading", _label(node.kind, node.number), node.span)
            case Paragraph():
                name = "text" if node.marker is None else "paragraph"
                yield Block("paragraph", _label(name, node.number), node.span)
            case Item():
                yield Block("item", _label("item", node.number), node.span)
            case Table():
                yield Block("table", "table", node.span)


def page_regions(report: Report) -> list[Region]:
    """The regions of all pages, in the order of the text.

    A line belongs to the smallest block that holds its middle, else to a block of its own that is
    of kind `other`.
    """
    located = [
        (place, place.page, place.box)
        for place in report.places
        if place.page is not None and place.box is not None
    ]
    blocks = _smallest_blocks(report, [place for place, _, _ in located])
    regions: list[Region] = []
    for (_, page, box), block in zip(located, blocks, strict=True):
        last = regions[-1] if regions else None
        if last and (last.page, last.block) == (page, block) and _below(last.box, box):
            regions[-1] = last._replace(box=_union(last.box, box))
        else:
            regions.append(Region(page, box, block))
    pages = groupby(sorted(regions, key=lambda region: region.page), key=lambda r: r.page)
    return [region for _, own in pages for region in _outlined([*own])]


def _smallest_blocks(report: Report, places: Sequence[Place]) -> list[Block]:
    """The smallest block of each place; places and blocks are walked once, from the start."""
    blocks = sorted(report_blocks(report), key=lambda block: block.span.start)
    middles = [(place.start + place.end) // 2 for place in places]
    found: list[Block] = [Block("other", "other", Span(p.start, p.end)) for p in places]
    active: list[tuple[int, int, Block]] = []  # by length
    following = 0
    for turn in sorted(range(len(places)), key=middles.__getitem__):
        middle = middles[turn]
        while following < len(blocks) and blocks[following].span.start <= middle:
            block = blocks[following]
            insort(active, (block.span.end - block.span.start, following, block))
            following += 1
        active = [one for one in active if middle < one[2].span.end]
        if active:
            found[turn] = active[0][2]
    return found


def _ascii(marker: str) -> str:
    """A marker in letters that any font has: `3` for `٣`; empty for others."""
    digits = marker.strip("()[]. ")
    return str(int(digits)) if digits.isdecimal() else marker if marker.isascii() else ""


def _label(name: str, number: int | None) -> str:
    return name if number is None else f"{name} {number}"


def _below(above: Box, box: Box) -> bool:
    """Whether a line continues the lines above it, and does not begin another column."""
    overlaps = box[0] < above[2] and above[0] < box[2]
    return overlaps and box[3] > above[1] + 1 and box[1] >= above[1] - 1


def _union(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _outlined(regions: list[Region]) -> Iterator[Region]:
    """Regions with outlines that run beside the letters: between two regions half-way."""
    for region in regions:
        x0, top, x1, bottom = region.box
        others = [
            other.box
            for other in regions
            if other is not region and other.box[0] < x1 and x0 < other.box[2]
        ]
        middle = (top + bottom) / 2
        above = max((box[3] for box in others if (box[1] + box[3]) / 2 < middle), default=0.0)
        below = min((box[1] for box in others if (box[1] + box[3]) / 2 > middle), default=1e6)
        box = (
            x0 - PAD,
            (top + above) / 2 if top - above < NEIGHBOUR else top - PAD,
            x1 + PAD,
            (bottom + below) / 2 if below - bottom < NEIGHBOUR else bottom + PAD,
        )
        yield region._replace(box=box)
