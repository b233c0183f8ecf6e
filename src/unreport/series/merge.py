"""Join the chapters of the documents of a series: continued ones to their beginnings, in order.

A heading that an earlier document began ends in "(continued)" (UN Editorial Manual, reports of
intergovernmental bodies).  Headings are the same if kind and number agree; without a number, if the
title does and the later one says that it is continued.
"""

from __future__ import annotations

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
    entries: list[_Entry] = []
    for document, nodes in enumerate(parts):
        after: _Entry | None = None  # the node before this one in its document
        for node in nodes:
            if isinstance(node, Section) and (begun := _find(node, document, entries, doubts)):
                after = _continue(begun, node, document)
            else:
                after = _insert(node, after, entries, document)
    return tuple(_closed(entry, doubts) for entry in entries)


def _find(
    section: Section, document: int, entries: Sequence[_Entry], doubts: list[Issue]
) -> _Joined | None:
    """The section of an earlier document that a section continues."""
    for entry in reversed(entries):
        if not isinstance(entry, _Joined) or not _is_same(entry.heading, section):
            continue
        differs = fold_words(entry.heading.title) != fold_words(section.title)
        if section.number is None and differs:
            continue
        joined = section.continued or (
            entry.latest != document
            and (entry.heading.continued or _is_repeated(section, differs=differs))
        )
        if differs:
            doubts.append(_differing(entry.heading, section, joined=joined))
        if joined:
            return entry
    return None


def _is_repeated(section: Section, *, differs: bool) -> bool:
    """Whether a heading of an earlier document is printed again, without "(continued)"."""
    return section.number is not None and bool(section.title) and not differs


def _is_same(one: Section, other: Section) -> bool:
    return one.kind == other.kind and one.number == other.number


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


def _insert(node: Node, after: _Entry | None, entries: list[_Entry], document: int) -> _Entry:
    """Insert a node: before a later number of its kind, else at the end of its group.

    What has no number follows the node that it follows in its own document.
    """
    entry = _Joined(node, [node.children], document) if isinstance(node, Section) else node
    entries.insert(_position(node, after, entries), entry)
    return entry


def _position(node: Node, after: _Entry | None, entries: Sequence[_Entry]) -> int:
    if isinstance(node, Section) and (node.number is not None or node.kind in AT_THE_END):
        later = (at for at, entry in enumerate(entries) if _comes_later(entry, node))
        end = len(entries) if node.kind in AT_THE_END else _first_annex(entries)
        return next(later, end)
    if after is not None:
        return next(at for at, entry in enumerate(entries, start=1) if entry is after)
    return _first_annex(entries)


def _comes_later(entry: _Entry, section: Section) -> bool:
    if not isinstance(entry, _Joined) or entry.heading.kind != section.kind:
        return False
    return (entry.heading.number or 0) > (section.number or 0)


def _first_annex(entries: Sequence[_Entry]) -> int:
    return next((at for at, entry in enumerate(entries) if _is_annex(entry)), len(entries))


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
