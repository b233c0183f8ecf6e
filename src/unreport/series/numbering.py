"""Whether the paragraph numbers of a series run on from document to document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from unreport.checks.numbers import SEPARATELY_NUMBERED
from unreport.model import Issue, Node, Paragraph, Section, Span


class NumberedDocument(Struct, frozen=True):
    """A document of a series by its name, and its paragraph numbers with their places.

    Annexes, resolutions and decisions number their paragraphs apart; so do numbers with a prefix
    (`13.4`), which are left out.
    """

    name: str
    numbers: tuple[tuple[int, Span], ...]

    @property
    def counts_up(self) -> bool:
        """Whether it counts its paragraphs through."""
        return all(one < other for (one, _), (other, _) in pairwise(self.numbers))


def numbered_document(name: str, body: Sequence[Node]) -> NumberedDocument:
    """The paragraph numbers of a document."""
    return NumberedDocument(name, tuple(_numbers(body)))


def _numbers(nodes: Iterable[Node]) -> Iterator[tuple[int, Span]]:
    for node in nodes:
        if isinstance(node, Section) and node.kind not in SEPARATELY_NUMBERED:
            yield from _numbers(node.children)
        elif isinstance(node, Paragraph) and node.number is not None and _is_plain(node):
            yield node.number, node.span


def _is_plain(paragraph: Paragraph) -> bool:
    return sum(part.isdecimal() for part in (paragraph.marker or "").replace(".", " ").split()) <= 1


def numbering_doubts(documents: Sequence[NumberedDocument]) -> Iterator[Issue]:
    """Gaps, overlaps and repeats of paragraph numbers between documents.

    Documents may be issued in another order than their chapters are read in: it is the numbers of
    all of them together that count.  A document that begins at 1 again begins a count of its own.
    """
    run: list[NumberedDocument] = []
    for document in documents:
        if not document.numbers or not document.counts_up:
            continue
        first, span = document.numbers[0]
        if first == 1 and any(number == 1 for one in run for number, _ in one.numbers):
            message = f"The paragraphs of {document.name} are numbered from 1 again."
            yield Issue(code="series-numbering-restarts", message=message, span=span)
            yield from _run_doubts(run)
            run = []
        run.append(document)
    yield from _run_doubts(run)


def _run_doubts(run: Sequence[NumberedDocument]) -> Iterator[Issue]:
    holders: dict[int, list[tuple[str, Span]]] = defaultdict(list)
    for document in run:
        for number, span in document.numbers:
            holders[number].append((document.name, span))
    yield from _repeats(holders)
    yield from _gaps(holders)


def _repeats(holders: dict[int, list[tuple[str, Span]]]) -> Iterator[Issue]:
    """Find numbers that two documents have: `Paragraphs 14 to 16 are in L.1/Add.1 and in …`."""
    repeated: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in sorted(holders):
        if len(holders[number]) > 1:
            repeated[tuple(name for name, _ in holders[number])].append(number)
    for names, numbers in repeated.items():
        yield Issue(
            code="series-number-repeat",
            message=f"{_paragraphs(numbers)} in {' and in '.join(names)}.",
            span=holders[numbers[0]][-1][1],
        )


def _gaps(holders: dict[int, list[tuple[str, Span]]]) -> Iterator[Issue]:
    """Find numbers that are missing between two documents.

    A gap within one document is the business of `check`.
    """
    for one, other in pairwise(sorted(holders)):
        before, after = holders[one][-1], holders[other][0]
        if other > one + 1 and before[0] != after[0]:
            missing = _paragraphs(range(one + 1, other))
            message = f"{missing} missing between {before[0]} and {after[0]}."
            yield Issue(code="series-number-gap", message=message, span=after[1])


def _paragraphs(numbers: Sequence[int]) -> str:
    """Put numbers in words: `Paragraph 14 is`, `Paragraphs 14 to 16 are`."""
    first, last = numbers[0], numbers[-1]
    if first == last:
        return f"Paragraph {first} is"
    runs_on = len(numbers) == last - first + 1
    listed = f"{first} to {last}" if runs_on else ", ".join(map(str, numbers))
    return f"Paragraphs {listed} are"
