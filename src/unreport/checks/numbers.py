"""Checks of the numbering of paragraphs, headings and lists."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

import regex
from msgspec import Struct

from unreport.checks.subject import Finding, Subject
from unreport.model import Item, List, Node, Paragraph, Section

# Divisions whose paragraphs are numbered separately from those of the document
SEPARATELY_NUMBERED = frozenset(("annex", "appendix", "resolution", "decision"))
INSERTED = regex.compile(r"[\p{L}\p{M}]{2,}")  # 2 bis.  2 مكررا -  2之二.
# 13.4  8.III.7: each prefix of the last number has its own numbering
PREFIX = regex.compile(r"(?<![\p{L}\p{N}.])[\p{L}\p{N}.]*\.(?=\p{N}+\P{N}*$)")


class NumberedParagraph(Struct, frozen=True):
    """A numbered paragraph, and the number that precedes it in its sequence."""

    paragraph: Paragraph
    number: int
    previous: int | None


def numbering_gap(subject: Subject) -> Iterator[Finding]:
    """`4.` after `2.`."""
    for found in _numbered_paragraphs(subject):
        if found.previous is not None and found.number > found.previous + 1:
            missing = _range(found.previous + 1, found.number - 1)
            yield (
                f"Paragraph {found.number} follows paragraph {found.previous}: {missing} missing.",
                found.paragraph.span,
            )


def numbering_repeat(subject: Subject) -> Iterator[Finding]:
    """`2.` after `2.` or `3.`."""
    for found in _numbered_paragraphs(subject):
        if found.previous is not None and found.number <= found.previous - _is_inserted(found):
            message = (
                f"Paragraph {found.number} follows paragraph {found.previous}: "
                "its number has been used or is out of order."
            )
            yield message, found.paragraph.span


def _is_inserted(found: NumberedParagraph) -> bool:
    """Whether a number has a word behind it, as `2 bis.` has, and may come once more."""
    marker = found.paragraph.marker or ""
    return marker[:1].isdecimal() and INSERTED.search(marker) is not None


def _numbered_paragraphs(subject: Subject) -> Iterator[NumberedParagraph]:
    """The numbered paragraphs in reading order.

    A part of a report may restart at 1, after which the numbering of the report resumes: a number
    continues the latest sequence that it can continue.  Each document that a report was assembled
    from has sequences of its own: documents may be issued in another order than they are read in.
    """
    sequences: dict[object, list[int]] = {}  # by scope, the last number of each sequence
    headings: dict[object, Section | None] = {}  # by scope, the heading above the last number
    for node, above in subject.walked:
        if not isinstance(node, Paragraph) or node.number is None:
            continue
        sections = tuple(section for section in above if isinstance(section, Section))
        heading = sections[-1] if sections else None
        scope = (subject.report.document_of(node), _scope(sections), _prefix(node.marker))
        same = headings.get(scope, heading) is heading
        sequence = sequences.setdefault(scope, [])
        previous = _previous(sequence, node.number, restarts=not same)
        yield NumberedParagraph(node, node.number, previous)
        headings[scope] = heading


def _previous(sequences: list[int], number: int, *, restarts: bool) -> int | None:
    """The number before this one, which it replaces in `sequences`; None if a sequence begins."""
    at = next((i for i in reversed(range(len(sequences))) if sequences[i] == number - 1), None)
    if at is None and sequences and not (number == 1 and restarts):
        at = max(range(len(sequences)), key=lambda i: (sequences[i] < number, i))
    if at is None:
        sequences.append(number)
        return None
    previous, sequences[at] = sequences[at], number
    del sequences[at + 1 :]
    return previous


def _scope(above: tuple[Section, ...]) -> int | None:
    """The start of the separately numbered section around; None for the document."""
    owners = (
        section.span.start for section in reversed(above) if section.kind in SEPARATELY_NUMBERED
    )
    return next(owners, None)


def _prefix(marker: str | None) -> str:
    match = PREFIX.search(marker or "")
    return match[0] if match else ""


def _range(first: int, last: int) -> str:
    return f"{first} is" if first == last else f"{first} to {last} are"


# --- headings and lists -------------------------------------------------------------------------


CHAPTERS = ("part", "chapter")


def heading_order(subject: Subject) -> Iterator[Finding]:
    """`IV.` after `II.`, among sibling headings of one kind.

    A draft report is issued in instalments, each with some of the chapters, so that a chapter of a
    draft or an addendum, or one that is continued, may follow any earlier one.
    """
    masthead = subject.report.masthead
    partial = masthead.addendum is not None or masthead.distribution == "limited"
    for siblings in _sibling_sections(subject):
        last: dict[tuple[str, str], Section] = {}
        for section in siblings:
            series = (section.kind, _marker_form(section))
            before = last.get(series)
            last[series] = section
            if before is None or section.number == (before.number or 0) + 1:
                continue
            forward = (section.number or 0) > (before.number or 0)
            in_part = partial and section.kind in CHAPTERS
            if forward and (in_part or section.continued or before.continued):
                continue
            message = (
                f"“{_quoted(section)}” follows “{_quoted(before)}”: "
                "a heading between them is missing, or not a heading."
            )
            yield message, section.span


def _marker_form(section: Section) -> str:
    """The form of a marker, its numeral left out: headings of one form count together."""
    return NUMERAL.sub("", section.marker or "")


def _sibling_sections(subject: Subject) -> Iterator[list[Section]]:
    """The numbered sections with the same parent, without resolutions and decisions."""
    for children in subject.siblings:
        yield [
            node
            for node in children
            if isinstance(node, Section)
            and node.number is not None
            and node.kind in NUMBERED_IN_ORDER
        ]


NUMBERED_IN_ORDER = frozenset(("part", "chapter", "section", "subsection", "annex", "appendix"))
NUMERAL = regex.compile(r"[\p{L}\p{N}\p{M}\s.:：、\p{Pd}\u0640]+")


def section_empty(subject: Subject) -> Iterator[Finding]:
    """A numbered heading without content.

    Items of an agenda that are treated together have their headings one below the other and the
    text below the last.  An unnumbered heading may be the first of two lines, or name a group.
    """
    for siblings in subject.siblings:
        treated = False  # whether text follows below a heading with which this one stands
        following: Node | None = None
        for node in reversed(siblings):
            if isinstance(node, Section):
                together = treated and node.kind not in CHAPTERS and _is_next(node, following)
                treated = bool(node.children) or together
                if not treated and node.number is not None and not _is_unnumbered(following):
                    yield f"Nothing stands under the heading “{_quoted(node)}”.", node.span
            following = node


def _is_next(section: Section, following: Node | None) -> bool:
    """Whether the next heading of the same kind follows a heading."""
    return (
        isinstance(following, Section)
        and following.kind == section.kind
        and following.number == (section.number or 0) + 1
    )


def _is_unnumbered(node: Node | None) -> bool:
    return isinstance(node, Section) and node.number is None


def paragraph_empty(subject: Subject) -> Iterator[Finding]:
    """`12.` without text."""
    for paragraph in subject.paragraphs:
        if paragraph.marker and not paragraph.text:
            yield f"Paragraph {paragraph.marker} has no text.", paragraph.span


def list_broken(subject: Subject) -> Iterator[Finding]:
    """`(d)` after `(b)`; a list that begins with `(c)`."""
    for items in _lists(subject):
        first = items[0]
        if first.number is not None and first.number != 1:
            yield f"A list begins with {first.marker}.", first.span
        for before, item in pairwise(items):
            if None not in (before.number, item.number) and item.number != _next(before):
                yield f"In a list {item.marker} follows {before.marker}.", item.span


def list_uncertain(subject: Subject) -> Iterator[Finding]:
    """`(iii)` after `(ii)` and its `(i)` and `(ii)`, set alike: it may belong to either list."""
    for items in _lists(subject):
        for item in items:
            for inner in (piece.items for piece in item.content if isinstance(piece, List)):
                either = next((i for i in inner if i.number == _next(item)), None)
                alike = inner and inner[0].marker == items[0].marker
                if either and alike and _indent(item, subject) == _indent(either, subject):
                    yield (
                        (
                            f"{either.marker} may go on with the list of {item.marker} or with "
                            "the list inside it."
                        ),
                        either.span,
                    )


def _indent(item: Item, subject: Subject) -> float | None:
    """The indent of the line where an item begins, if its reader knows it."""
    lines = subject.document.lines if subject.document else ()
    at = bisect_right(lines, item.span.start, key=lambda line: line.start) - 1
    return lines[at].indent if at >= 0 else None


def _next(item: Item) -> int:
    return (item.number or 0) + 1


def _lists(subject: Subject) -> Iterator[tuple[Item, ...]]:
    return (piece.items for piece, _ in subject.pieces if isinstance(piece, List) and piece.items)


def _quoted(section: Section, width: int = 80) -> str:
    text = section.heading or section.kind
    return text if len(text) <= width else text[: width - 1] + "…"
