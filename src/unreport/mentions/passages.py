"""The texts of a report in which mentions are looked for, with the nodes that they stand in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from unreport.languages import LEXICONS
from unreport.languages.citations import Citation, find_symbols
from unreport.languages.dates import FoundDate, find_dates
from unreport.mentions.gazetteer import places_of_word
from unreport.mentions.model import Place
from unreport.mentions.phrases import lower_alike
from unreport.mentions.states import FoundState, find_folded_states
from unreport.mentions.vocabulary import MONTHS, NAMES, vocabulary
from unreport.model import Item, List, Node, Paragraph, Report, Section, Span, Table, Text
from unreport.text.folding import Folded, fold_cased
from unreport.text.sentences import sentence_spans

YEAR = re.compile(r"\d{4}|[〇零一二三四五六七八九]年")
NUMBERED = re.compile(r"\(\s?(?:[IVXL]|19|20|[ES]S?-|\w-|دا?ط?-)")

BEFORE_MONTH = 240  # characters before the name of a month in which its days stand
BEHIND_MONTH = 60  # characters behind it in which the year stands


class Passage:
    """A run of text of a node or footnote; what several finders need of it is computed once."""

    def __init__(
        self,
        text: str,
        node: int | None,
        language: str,
        *,
        footnote: int | None = None,
        offset: int = 0,
    ) -> None:
        self.text = text
        self.node = node
        self.language = language
        self.footnote = footnote
        self.offset = offset  # in the text of the node
        self.folded: Folded = fold_cased(text)
        """The text folded, with its case."""
        self.lower: str = lower_alike(self.folded.text)
        """The folded text in lower case, of the same length, with one kind of apostrophe."""
        self.known: frozenset[str] = vocabulary(language).known(self.lower)
        """Its words that stand in the vocabulary of its language."""
        self.subjects: int = vocabulary(language).subjects(self.known)
        """What it can have, as far as its words tell."""

    @cached_property
    def states(self) -> list[FoundState]:
        """The States that it names, at their places in the folded text."""
        if not self.subjects & NAMES:
            return []
        return find_folded_states(self.folded.text, self.lower, self.known, self.language)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence of the folded text begins and ends."""
        return tuple(sentence_spans(self.folded.text))

    @cached_property
    def dates(self) -> tuple[FoundDate, ...]:
        """The dates in the text; none without a year in digits."""
        if not self.subjects & MONTHS:
            return ()
        if not LEXICONS[self.language].spaced:
            return tuple(find_dates(self.text)) if YEAR.search(self.folded.text) else ()
        return tuple(
            FoundDate(Span(start + one.span.start, start + one.span.end), one.text, one.value)
            for start, end in self._around_months()
            for one in find_dates(self.text[start:end])
        )

    def _around_months(self) -> Iterator[tuple[int, int]]:
        """The stretches of text in which the names of months stand, and dates around them."""
        months = vocabulary(self.language).months & self.known
        found = sorted(at for word in months for at in places_of_word(self.lower, word))
        start, end = 0, -1
        for at in found:
            if at - BEFORE_MONTH > end >= 0:
                yield self._whole_words(start, end)
                start, end = at - BEFORE_MONTH, at + BEHIND_MONTH
            elif end < 0:
                start = at - BEFORE_MONTH
            end = at + BEHIND_MONTH
        if found:
            yield self._whole_words(start, end)

    def _whole_words(self, start: int, end: int) -> tuple[int, int]:
        """Two places in the folded text, moved out of words, as places in the text."""
        text = self.folded.text
        first = text.find(" ", start) + 1 if start > 0 else 0
        last = text.find(" ", end) if end < len(text) else -1
        offsets = self.folded.offsets
        return offsets[first], offsets[last] if last >= 0 else len(self.text)

    @cached_property
    def documents(self) -> tuple[Citation, ...]:
        """The documents cited by symbol or number; none without a slash or `(XXI)`, `(2004)`."""
        text = self.folded.text
        if not ("/" in text or ("(" in text and NUMBERED.search(text))):
            return ()
        return tuple(find_symbols(self.text))

    def source(self, start: int, end: int) -> str:
        """The text of a match in the folded text."""
        first, last = self.folded.span(start, end)
        return self.text[first:last]

    def folded_span(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of its text stand in the folded text."""
        offsets = self.folded.offsets
        if isinstance(offsets, range):
            return start, end
        return bisect_left(offsets, start), bisect_left(offsets, end - 1) + 1

    def place(self, start: int, end: int) -> Place:
        """Where a match in the folded text stands."""
        first, last = self.folded.span(start, end)
        return self.place_of(first, last)

    def place_of(self, start: int, end: int) -> Place:
        """Where characters of its text stand."""
        return Place(self.node, self.footnote, self.offset + start, self.offset + end)


class WholeParagraph:
    """A paragraph as one text, the nodes of its items, and the section that it stands in."""

    def __init__(self, node: Paragraph, index: int, language: str, section: int | None) -> None:
        self.node = node
        self.index = index
        self.language = language
        self.section = section
        self.items: list[int] = []  # of its first list level
        self.parts: list[Passage] = []  # the own texts of the paragraph and of its items

    @cached_property
    def passage(self) -> Passage:
        """Its text; one passage for all if it has no items."""
        if len(self.parts) == 1 and not self.items:
            return self.parts[0]
        return Passage(self.node.text, self.index, self.language)

    @cached_property
    def known(self) -> frozenset[str]:
        """Its words that stand in the vocabulary, without composing its text."""
        return frozenset().union(*(part.known for part in self.parts))

    @cached_property
    def subjects(self) -> int:
        """What it can have, as far as its words tell."""
        subjects = 0
        for part in self.parts:
            subjects |= part.subjects
        return subjects


class Passages(NamedTuple):
    """The texts of a report."""

    own: list[Passage]
    """Every text once: titles, the own texts of paragraphs and items, tables, footnotes."""
    paragraphs: list[WholeParagraph]
    """The paragraphs, each as one text with its items."""


def passages(report: Report, language: str) -> Passages:
    """The texts of a report, in reading order; the footnotes at the end."""
    own: list[Passage] = []
    paragraphs: list[WholeParagraph] = []
    section = None
    for index, (node, above) in enumerate(report.walk()):
        runs = [Passage(text, index, language, offset=at) for at, text in _own_texts(node)]
        own.extend(runs)
        if isinstance(node, Section):
            section = index
        elif isinstance(node, Paragraph):
            whole = WholeParagraph(node, index, language, section if above else None)
            whole.parts.extend(runs)
            paragraphs.append(whole)
        elif isinstance(node, Item):  # items follow their paragraph in reading order
            paragraphs[-1].parts.extend(runs)
            if isinstance(above[-1], Paragraph):
                paragraphs[-1].items.append(index)
    own.extend(
        Passage(note.text, None, language, footnote=index)
        for index, note in enumerate(report.footnotes)
    )
    return Passages(own, paragraphs)


def node_text(report: Report, place: Place) -> str:
    """The text that a place counts its characters in.

    Of a section its title, of any other node its `text`; else the text of a footnote.
    """
    if place.footnote is not None:
        return report.footnotes[place.footnote].text
    nodes = [node for node, _ in report.walk()]
    node = nodes[place.node or 0]
    return node.title if isinstance(node, Section) else node.text


def _own_texts(node: Node | Item) -> Iterator[tuple[int, str]]:
    """The texts of a node without its items, and where they begin in its `text`."""
    if isinstance(node, Section):
        yield 0, node.title
    elif isinstance(node, Table):
        yield from _cells(node)
    else:
        yield from _runs(node)


def _cells(table: Table) -> Iterator[tuple[int, str]]:
    """The cells with letters in them: a name or a citation does not go on in the next cell."""
    offset = 0
    for row in table.rows:
        for cell in row:
            if any(c.isalpha() for c in cell):
                yield offset, cell
            offset += len(cell) + 1


def _runs(node: Paragraph | Item) -> Iterator[tuple[int, str]]:
    offset = 0  # `text` joins what is not empty with a space
    for piece in node.content:
        if isinstance(piece, Text) and (text := piece.text.strip()):
            yield offset, text
            offset += len(text) + 1
        elif isinstance(piece, List):
            printed = (f"{item.marker or ''} {item.text}".strip() for item in piece.items)
            offset += sum(len(text) + 1 for text in printed if text)
