"""The numbers of paragraphs, headings and lists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

import regex
from msgspec import Struct

from unreport.checks.subject import Doubt, Subject, content_pieces
from unreport.model import Item, List, Paragraph, Report, Section

# What numbers its paragraphs for itself: everything else runs through the document.
OWN_NUMBERS = frozenset(("annex", "appendix", "resolution", "decision"))
# 13.4  8.III.7: what stands before the last number counts apart
PREFIX = regex.compile(r"[\p{L}\p{N}.]*\.(?=\p{N}+\P{N}*$)")


class Step(Struct, frozen=True):
    """A numbered paragraph, and the number that its run of numbers had come to before it."""

    paragraph: Paragraph
    number: int
    last: int | None


def numbering_gap(subject: Subject) -> Iterator[Doubt]:
    """`4.` after `2.`."""
    for step in _steps(subject.report):
        if step.last is not None and step.number > step.last + 1:
            missing = _range(step.last + 1, step.number - 1)
            yield (
                f"Paragraph {step.number} follows paragraph {step.last}: {missing} missing.",
                step.paragraph.span,
            )


def numbering_repeat(subject: Subject) -> Iterator[Doubt]:
    """`2.` after `2.` or `3.`."""
    for step in _steps(subject.report):
        if step.last is not None and step.number <= step.last:
            message = (
                f"Paragraph {step.number} follows paragraph {step.last}: "
                "its number has been used or is out of order."
            )
            yield message, step.paragraph.span


def _steps(report: Report) -> Iterator[Step]:
    """The numbered paragraphs in reading order.

    A part of a report may count from 1 again, and the report goes on afterwards where it was: a
    number goes on with the last run that it fits.
    """
    runs: dict[object, list[int]] = {}  # by scope, the last number of each run
    heads: dict[object, Section | None] = {}  # under which heading a scope's last number stood
    for node, above in report.walk():
        if not isinstance(node, Paragraph) or node.number is None:
            continue
        sections = tuple(section for section in above if isinstance(section, Section))
        scope, head = (_scope(sections), _prefix(node.marker)), sections[-1] if sections else None
        same = heads.get(scope, head) is head
        yield Step(
            node, node.number, _last(runs.setdefault(scope, []), node.number, fresh=not same)
        )
        heads[scope] = head


def _last(runs: list[int], number: int, *, fresh: bool) -> int | None:
    """The number that this one follows, which it replaces; None where a run begins."""
    at = next((i for i in reversed(range(len(runs))) if runs[i] == number - 1), None)
    if at is None and runs and not (number == 1 and fresh):
        at = max(range(len(runs)), key=lambda i: (runs[i] < number, i))
    if at is None:
        runs.append(number)
        return None
    last, runs[at] = runs[at], number
    del runs[at + 1 :]
    return last


def _scope(above: tuple[Section, ...]) -> int | None:
    """Where the section begins that numbers its paragraphs for itself; None: the document."""
    owners = (section.span.start for section in reversed(above) if section.kind in OWN_NUMBERS)
    return next(owners, None)


def _prefix(marker: str | None) -> str:
    match = PREFIX.search(marker or "")
    return match[0] if match else ""


def _range(first: int, last: int) -> str:
    return f"{first} is" if first == last else f"{first} to {last} are"


# --- headings and lists -------------------------------------------------------------------------


def heading_order(subject: Subject) -> Iterator[Doubt]:
    """`IV.` after `II.`, among headings of one kind that stand together."""
    for siblings in _families(subject.report):
        last: dict[str, Section] = {}
        for section in siblings:
            before = last.get(section.kind)
            if before and (section.number or 0) != (before.number or 0) + 1:
                message = (
                    f"“{_named(section)}” follows “{_named(before)}”: "
                    "a heading between them is missing, or not a heading."
                )
                yield message, section.span
            if section.number is not None:
                last[section.kind] = section


def _families(report: Report) -> Iterator[list[Section]]:
    """The numbered sections that stand side by side, resolutions and the like left out."""
    nodes = (node.children for node, _ in report.walk() if isinstance(node, Section))
    for children in chain([report.body], nodes):
        yield [
            node
            for node in children
            if isinstance(node, Section) and node.number is not None and node.kind in IN_ORDER
        ]


IN_ORDER = frozenset(("part", "chapter", "section", "subsection", "annex", "appendix"))


def section_empty(subject: Subject) -> Iterator[Doubt]:
    """A heading with nothing below it."""
    for section in subject.report.sections:
        if not section.children:
            yield f"Nothing stands under the heading “{_named(section)}”.", section.span


def paragraph_empty(subject: Subject) -> Iterator[Doubt]:
    """`12.` with no text after it."""
    for paragraph in subject.report.paragraphs:
        if paragraph.marker and not paragraph.text:
            yield f"Paragraph {paragraph.marker} has no text.", paragraph.span


def list_broken(subject: Subject) -> Iterator[Doubt]:
    """`(d)` after `(b)`; a list that begins with `(c)`."""
    for items in _lists(subject.report):
        first = items[0]
        if first.number is not None and first.number != 1:
            yield f"A list begins with {first.marker}.", first.span
        for before, item in pairwise(items):
            if None not in (before.number, item.number) and item.number != _next(before):
                yield f"In a list {item.marker} follows {before.marker}.", item.span


def _next(item: Item) -> int:
    return (item.number or 0) + 1


def _lists(report: Report) -> Iterator[tuple[Item, ...]]:
    return (
        piece.items
        for piece, _ in content_pieces(report)
        if isinstance(piece, List) and piece.items
    )


def _named(section: Section, width: int = 80) -> str:
    text = section.heading or section.kind
    return text if len(text) <= width else text[: width - 1] + "…"
