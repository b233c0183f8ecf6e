"""Numbers that stand in the text of paragraphs, in the files of the United Nations (UNxml).

In annexes the numbers of paragraphs and items are often typed: `1 -`, tab, text.  Items that count
from one without a gap are the list of the paragraph before them; others stay paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from msgspec.structs import replace

from unreport.export.akn.facts import NOWHERE
from unreport.export.akn.unxml import RankedNode, lexicons
from unreport.export.akn.vocabulary import Element
from unreport.model import Item, List, Note, Paragraph, Text

ITEM = regex.compile(r"[(（]?+(?P<numeral>\w{1,4}(?:\s\w{1,2})?)[)）]")
NUMBER = regex.compile(r"\p{Nd}{1,4}\s?+[.．\-–]")
TYPED = regex.compile(rf"\s*+(?P<marker>{ITEM.pattern}|{NUMBER.pattern})\t")


def typed_marker(element: Element) -> str | None:
    """The number that a text begins with, if a tab follows it; None if there is none."""
    text = next((piece for piece in element.itertext() if not piece.isspace()), "")
    match = TYPED.match(text)
    return match["marker"] if match else None


def with_marker(paragraph: Paragraph, marker: str) -> Paragraph:
    """A paragraph whose text begins with its number, with the number as its marker."""
    first, *others = paragraph.content
    if not isinstance(first, Text) or not first.text.startswith(marker):
        return paragraph
    text = first.text.removeprefix(marker).lstrip()
    cut = len(first.text) - len(text)
    moved = (
        replace(piece, at=max(piece.at - cut, 0))
        if isinstance(piece, Note) and piece.at is not None
        else piece
        for piece in others
    )
    content = (Text(text), *moved) if text else tuple(moved)
    return replace(paragraph, marker=marker, content=content)


def with_lists(nodes: Sequence[RankedNode], language: str | None) -> Iterator[RankedNode]:
    """Nodes in which paragraphs that are the items of a list are a list of the one before them."""
    at = 0
    while at < len(nodes):
        node, rank = nodes[at]
        at += 1
        if isinstance(node, Paragraph) and not _numeral(node):
            items = _items(nodes, at, language)
            if items:
                node = replace(node, content=(*node.content, List(tuple(items))))
                at += len(items)
        yield node, rank


def _items(nodes: Sequence[RankedNode], at: int, language: str | None) -> list[Item]:
    """The items that begin there, if one numbering counts all of them from one."""
    run: list[tuple[Paragraph, str]] = []
    for node, _ in nodes[at:]:
        if not isinstance(node, Paragraph) or not (numeral := _numeral(node)):
            break
        run.append((node, numeral))
    for lexicon in lexicons(language):
        for scheme in lexicon.items:
            numbers = [scheme.system.number(numeral) for _, numeral in run]
            if numbers == list(range(1, len(run) + 1)):
                return [_item(node, number) for number, (node, _) in enumerate(run, start=1)]
    return []


def _item(node: Paragraph, number: int) -> Item:
    return Item(marker=node.marker, number=number, content=node.content, span=NOWHERE)


def _numeral(paragraph: Paragraph) -> str:
    """The numeral of an item; empty for a paragraph without one, or with a paragraph's number."""
    match = ITEM.fullmatch(paragraph.marker or "")
    return match["numeral"] if match else ""
