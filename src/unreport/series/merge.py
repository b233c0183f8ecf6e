"""Join the chapters of the documents of a series: continued ones to their beginnings, in order.

A heading that an earlier document began ends in "(continued)" (UN Editorial Manual, reports of
intergovernmental bodies).  Headings are the same if kind and number agree; without a number, if the
title does and the later one says that it is continued.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from unreport.model import Issue, Node, Section
from unreport.text.folding import fold_words

AT_THE_END = frozenset(("annex", "appendix"))


class _Joined(Struct):
    """A section with its children in each document that has a part of it."""

    heading: Section
    parts: list[tuple[Node, ...]]
    latest: int  # the document of the last part, counted from 0


_Entry: TypeAlias = Node | _Joined
_Name: TypeAlias = tuple[str, int | None, str]


class Merged(NamedTuple):
    """The nodes of an assembled report, and what seems wrong in how they fit."""

    nodes: tuple[Node, ...]
    doubts: tuple[Issue, ...]


def merge(bodies: Sequence[tuple[Node, ...]]) -> Merged:
    """The bodies of the documents of a series, in their order, as one body."""
    doubts: list[Issue] = []
    nodes = _merge(bodies, doubts)
    return Merged(nodes, tuple(doubts))


def _merge(parts: Sequence[tuple[Node, ...]], doubts: list[Issue]) -> tuple[Node, ...]:
    merger = _Merger(doubts)
    for document, nodes in enumerate(parts):
        merger.add(nodes, document)
    return tuple(_closed(entry, doubts) for entry in merger.entries)


class _Merger:
    """The nodes of one section, or of the top, as the documents are read one after the other."""

    def __init__(self, doubts: list[Issue]) -> None:
        self.entries: list[_Entry] = []
        self._doubts = doubts
        self._begun: dict[_Name, list[_Joined]] = defaultdict(list)

    def add(self, nodes: Sequence[Node], document: int) -> None:
        """Add the nodes of a document: continued sections to their beginnings, others in order."""
        after: _Entry | None = None  # the node before this one in its document
        for node in nodes:
            begun = self._find(node, document) if isinstance(node, Section) else None
            if begun is not None and isinstance(node, Section):
                after = _continue(begun, node, document)
            else:
                after = self._insert(node, after, document)

    def _find(self, section: Section, document: int) -> _Joined | None:
        """The section, of an earlier document as a rule, that a section continues."""
        for entry in reversed(self._begun[_name(section)]):
            if entry.latest == document and not section.continued:
                continue  # numbers that restart within a document
            differs = fold_words(entry.heading.title) != fold_words(section.title)
            joined = section.continued or entry.heading.continued
            joined = joined or _is_repeated(section, differs=differs)
            if differs:
                self._doubts.append(_differing(entry.heading, section, joined=joined))
            if joined:
                return entry
        return None

    def _insert(self, node: Node, after: _Entry | None, document: int) -> _Entry:
        """Insert a node behind the one before it in its document.

        A numbered heading comes before a later number of its kind, what follows no node of its
        document at the end of its group.
        """
        entry: _Entry = node
        if isinstance(node, Section):
            entry = _Joined(node, [node.children], document)
            self._begun[_name(node)].append(entry)
        self.entries.insert(self._position(node, self._behind(after)), entry)
        return entry

    def _behind(self, after: _Entry | None) -> int:
        """The place behind a node, which is looked for from the end; 0 for none."""
        if after is None:
            return 0
        backwards = range(len(self.entries), 0, -1)
        return next(at for at in backwards if self.entries[at - 1] is after)

    def _position(self, node: Node, begin: int) -> int:
        following = range(begin, len(self.entries))
        if isinstance(node, Section) and (node.number is not None or node.kind in AT_THE_END):
            later = (at for at in following if _comes_later(self.entries[at], node))
            end = len(self.entries) if node.kind in AT_THE_END else self._first_annex(begin)
            return next(later, end)
        return begin or self._first_annex(0)

    def _first_annex(self, begin: int) -> int:
        following = range(begin, len(self.entries))
        return next((at for at in following if _is_annex(self.entries[at])), len(self.entries))


def _name(section: Section) -> _Name:
    """By what headings are the same: kind and number, without a number the title."""
    title = "" if section.number is not None else fold_words(section.title)
    return section.kind, section.number, title


def _is_repeated(section: Section, *, differs: bool) -> bool:
    """Whether a heading of an earlier document is printed again, without "(continued)"."""
    return section.number is not None and bool(section.title) and not differs


def _differing(one: Section, other: Section, *, joined: bool) -> Issue:
    taken = "are taken as one section" if joined else "are left as two sections"
    return Issue(
        code="series-heading-differs",
        message=f"“{other.heading}” and “{one.heading}” have one number, but not one title: "
        f"they {taken}.",
        span=other.span,
    )


def _continue(begun: _Joined, section: Section, document: int) -> _Joined:
    if begun.heading.continued and not section.continued:  # issued in another order than it reads
        begun.heading = section
        begun.parts.insert(0, section.children)
    else:
        begun.parts.append(section.children)
    begun.latest = document
    return begun


def _comes_later(entry: _Entry, section: Section) -> bool:
    if not isinstance(entry, _Joined) or entry.heading.kind != section.kind:
        return False
    return (entry.heading.number or 0) > (section.number or 0)


def _is_annex(entry: _Entry) -> bool:
    return isinstance(entry, _Joined) and entry.heading.kind in AT_THE_END


def _closed(entry: _Entry, doubts: list[Issue]) -> Node:
    if not isinstance(entry, _Joined):
        return entry
    if len(entry.parts) == 1:
        return entry.heading
    return replace(entry.heading, children=_merge(entry.parts, doubts))


def unbegun(nodes: Sequence[Node], missing: str) -> list[Issue]:
    """Doubts about sections that say that they are continued and have no beginning."""
    found: list[Issue] = []
    for node in nodes:
        if not isinstance(node, Section):
            continue
        if node.continued:
            found.append(
                Issue(
                    code="series-beginning-missing",
                    message=f"“{node.heading}” is continued, but no document has its beginning"
                    f"{missing}.",
                    span=node.span,
                )
            )
        else:
            found += unbegun(node.children, missing)
    return found
