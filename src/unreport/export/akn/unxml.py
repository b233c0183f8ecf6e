"""What the files of the United Nations (UNxml) say by styles and by order, not by elements.

Headings are paragraphs in a heading style of the Word templates, one below the other; the number of
a chapter can be a heading of its own, and an annex begins with its name in a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import regex
from msgspec.structs import replace

from unreport.export.akn.vocabulary import ATTACHMENTS, Element, name_of
from unreport.languages import LEXICONS
from unreport.languages.lexicon import Lexicon
from unreport.model import Node, Section, SectionKind
from unreport.text.folding import fold_words

RankedNode: TypeAlias = tuple[Node, int]
"""A node, and the rank of its heading style; 0 if it is no heading of UNxml."""

HEADING_RANKS = {"HCh": 1, "H1": 2, "H23": 3, "H4": 4, "H56": 5}
"""The heading styles of the Word templates of New York, which UNxml keeps as classes."""
GENEVA = regex.compile(r"G[A-Z]?$")
"""Ends the names of the styles of Geneva: `H23G`, in Arabic `H23GA`, in Chinese `H23GC`."""
LOWEST_RANK = 6
EMBEDDED = frozenset({"embeddedStructure", "quotedStructure"})
HEADINGS = frozenset({"heading", "subheading"})
FINAL_PUNCTUATION = " .-–—、"
LONGEST_NAME_OF_ANNEX = 40  # `Annex III`, not a sentence that begins with the word


def resolution_line(document: Element) -> Element | None:
    """The line of the preface with the number and the title of a resolution or decision."""
    preface = next((child for child in document if name_of(child) == "preface"), ())
    lines = (line for line in preface if {"docNumber", "docTitle"} <= {*map(name_of, line)})
    return next(lines, None)


def heading_rank(element: Element) -> int:
    """The rank of a paragraph that is a heading; 0 if it is none.

    A heading holds a `heading` or `subheading` only, or a text in a heading style.
    """
    style = GENEVA.sub("", element.get("class", ""))
    names = {name_of(child) for child in element}
    if names & HEADINGS and not names & {"content", "list"}:
        return HEADING_RANKS.get(style, LOWEST_RANK)
    return HEADING_RANKS.get(style, 0) if names == {"content"} else 0


def title_of(element: Element) -> Element | None:
    """What holds the text of a paragraph that can be a heading."""
    for child in element:
        if name_of(child) in HEADINGS:
            return child
    if [name_of(child) for child in element] == ["content"] and len(element[0]) == 1:
        block: Element = element[0][0]
        return block
    return None


def nested(nodes: Sequence[RankedNode], depth: int) -> Iterator[Node]:
    """Nodes below the headings before them; a heading below one of a higher style."""
    at = 0
    while at < len(nodes):
        node, rank = nodes[at]
        at += 1
        if rank and isinstance(node, Section):
            ends = (n for n in range(at, len(nodes)) if 0 < nodes[n][1] <= rank)
            end = next(ends, len(nodes))
            children = tuple(nested(nodes[at:end], depth + 1))
            node = replace(node, level=depth, children=children)
            at = end
        yield node


def with_numbers(nodes: Sequence[RankedNode], language: str | None) -> list[RankedNode]:
    """Nodes in which a heading that is a number only is the marker of the heading after it."""
    joined: list[RankedNode] = []
    for node, rank in nodes:
        before, rank_before = joined[-1] if joined else (None, 0)
        if (
            rank
            and rank == rank_before
            and isinstance(node, Section)
            and isinstance(before, Section)
            and (numbered := _numbered(node, before, language)) is not None
        ):
            joined[-1] = numbered, rank
        else:
            joined.append((node, rank))
    return joined


def is_annex_name(text: str, language: str | None) -> bool:
    """Whether a text is the name of an annex or appendix: `Annexe I`, `المرفق`."""
    folded = fold_words(text)
    return len(text) <= LONGEST_NAME_OF_ANNEX and any(
        folded.startswith(fold_words(name))
        for lexicon in lexicons(language)
        for unit in lexicon.units
        if unit.kind in ATTACHMENTS
        for name in unit.names
    )


def is_number(text: str, language: str | None) -> bool:
    """Whether a text is the number of a heading and nothing else: `II`, `A.`, `أولاً`."""
    return _number(text, language) is not None


def embedded_structures(element: Element) -> Iterator[Element]:
    """The texts of other documents inside an element, each whole: draft resolutions, quotations."""
    for child in element:
        if name_of(child) in EMBEDDED:
            yield child
        else:
            yield from embedded_structures(child)


def text_of(element: Element) -> str:
    """The text of an element, on one line."""
    return " ".join("".join(element.itertext()).split())


def _numbered(heading: Section, before: Section, language: str | None) -> Section | None:
    """The heading with the number that stands before it; None if that is no number."""
    if before.marker is not None or heading.marker is not None:
        return None
    found = _number(before.title, language)
    if found is None:
        return None
    kind, number = found
    notes = (*before.notes, *heading.notes)
    return replace(heading, kind=kind, marker=before.title, number=number, notes=notes)


def _number(text: str, language: str | None) -> tuple[SectionKind, int] | None:
    """What the number of a heading counts, and its value; None if a text is no such number."""
    numeral = text.strip(FINAL_PUNCTUATION)
    for lexicon in lexicons(language):
        for scheme in lexicon.headings:
            if (number := scheme.system.number(numeral)) is not None:
                return scheme.kind, number
    return None


def lexicons(language: str | None) -> Sequence[Lexicon]:
    """What is known of a language; of all, where it is not known."""
    known = LEXICONS.get(language or "")
    return [known] if known else [*LEXICONS.values()]
