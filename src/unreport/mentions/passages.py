"""The texts of a report in which mentions are looked for, with the nodes that they stand in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, reduce
from operator import or_
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from unreport.languages import LEXICONS
from unreport.languages.citations import Citation, citations_in
from unreport.languages.dates import FoundDate, dates_between
from unreport.mentions.model import Place
from unreport.mentions.phrases import lower_alike, lower_all
from unreport.mentions.states import FoundState, find_folded_states
from unreport.mentions.vocabulary import (
    ACTS,
    ATTENDING,
    ELECTING,
    MONTHS,
    NAMES,
    SPEAKING,
    vocabulary,
)
from unreport.model import Item, List, Node, Paragraph, Report, Section, Table, Text, Walked
from unreport.text.folding import Folded, fold_cased, fold_cased_all
from unreport.text.sentences import sentence_spans
from unreport.text.word_scanner import Hits

YEAR = re.compile(r"\d{4}|[〇零一二三四五六七八九]年")
BEFORE_SLASH = re.compile(r"/(?:(?<=[\dA-ZА-Я)]/)|(?<=[\dA-ZА-Я)]\s/))")  # not in `آذار/مارس`
NUMBERED = re.compile(r"\(\s?(?:[IVXL]|19|20|[ES]S?-|\w-|دا?ط?-)")

HAS_LETTER = re.compile(r"[^\W\d_]")
DAY = re.compile(r"\d")  # before the name of a month: `may` is also a verb
FARTHEST_DAY = 20  # characters between the number of a day and the name of the month
BEFORE_MONTH = 240  # characters before the name of a month in which its days stand
BEHIND_MONTH = 60  # characters behind it in which the year stands


Origin: TypeAlias = tuple[int | None, int | None, int]
"""Where a passage begins: a node or a footnote, and the offset in the text of the node."""


class Passage(Struct, dict=True, eq=False):
    """A run of text of a node or footnote; what several finders need of it is computed once."""

    text: str
    origin: Origin
    language: str
    cased: str
    """The text folded, with its case."""
    offsets: Sequence[int] | None
    """Where each character of the folded text stands in the text; None: at the same place."""
    lower: str
    """The folded text in lower case, of the same length, with one kind of apostrophe."""
    hits: Hits
    """Its words that stand in the vocabulary of its language, with their places."""
    subjects: int
    """What it can have, as far as its words tell."""
    is_numbered: bool
    """Whether documents can be cited in it by symbol or number."""

    @classmethod
    def scanned(cls, text: str, origin: Origin, language: str) -> Passage:
        """A text that was not scanned with others."""
        words = vocabulary(language)
        folded = fold_cased(text)
        lower = lower_alike(folded.text)
        hits = words.scanner.find(lower)
        return cls(
            text,
            origin,
            language,
            cased=folded.text,
            offsets=folded.offsets,
            lower=lower,
            hits=hits,
            subjects=reduce(or_, (words.subjects[word] for _, word in hits), 0),
            is_numbered=is_numbered(folded.text),
        )

    @property
    def folded(self) -> Folded:
        """The folded text, case kept, with its offsets."""
        offsets = range(len(self.cased) + 1) if self.offsets is None else self.offsets
        return Folded(self.cased, offsets)

    @cached_property
    def known(self) -> frozenset[str]:
        """Its words that stand in the lists about speakers, participants and officers."""
        found = vocabulary(self.language).details.find(self.lower)
        return frozenset(word for _, word in found)

    @cached_property
    def states(self) -> list[FoundState]:
        """The States that it names, at their places in the folded text."""
        if not self.subjects & NAMES:
            return []
        return find_folded_states(self.cased, self.lower, self.hits, self.language)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence of the folded text begins and ends."""
        return tuple(sentence_spans(self.cased))

    @cached_property
    def dates(self) -> tuple[FoundDate, ...]:
        """The dates in the text; none without a year in digits."""
        if not self.subjects & MONTHS:
            return ()
        folded = Folded(self.lower, self.folded.offsets)
        if not LEXICONS[self.language].spaced:
            regions = [(0, len(self.lower))] if YEAR.search(self.lower) else []
        else:
            regions = list(self._around_months())
        return tuple(
            one for start, end in regions for one in dates_between(folded, self.text, start, end)
        )

    def _around_months(self) -> Iterator[tuple[int, int]]:
        """The stretches of text in which the names of months stand, and dates around them."""
        months = vocabulary(self.language).months
        places = (at for at, word in self.hits if word in months)
        found = sorted(at for at in places if DAY.search(self.lower, max(0, at - FARTHEST_DAY), at))
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
        """Two places in the folded text, moved out of words."""
        text = self.cased
        first = text.find(" ", start) + 1 if start > 0 else 0
        last = text.find(" ", end) if end < len(text) else -1
        return first, last if last >= 0 else len(text)

    @property
    def documents(self) -> tuple[Citation, ...]:
        """The documents cited by symbol or number; none without a slash or `(XXI)`, `(2004)`."""
        if not self.is_numbered:
            return ()
        nouns = vocabulary(self.language).document_nouns
        starts = sorted(at for at, word in self.hits if word in nouns)
        return tuple(citations_in(self.folded, self.text, starts))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a match in the folded text stands in the text."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1

    def source(self, start: int, end: int) -> str:
        """The text of a match in the folded text."""
        first, last = self.span(start, end)
        return self.text[first:last]

    def folded_span(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of its text stand in the folded text."""
        if self.offsets is None or isinstance(self.offsets, range):
            return start, end
        return bisect_left(self.offsets, start), bisect_left(self.offsets, end - 1) + 1

    def located(self, start: int, end: int) -> tuple[Place, str]:
        """Where a match in the folded text stands, and its text."""
        if self.offsets is not None:
            start, end = self.offsets[start], self.offsets[end - 1] + 1
        node, footnote, offset = self.origin
        return Place(node, footnote, offset + start, offset + end), self.text[start:end]

    def place_of(self, start: int, end: int) -> Place:
        """Where characters of its text stand."""
        node, footnote, offset = self.origin
        return Place(node, footnote, offset + start, offset + end)


class WholeParagraph:
    """A paragraph as one text, the nodes of its items, and the section that it stands in."""

    def __init__(self, node: Paragraph, index: int, language: str, section: int | None) -> None:
        self.node = node
        self.index = index
        self.language = language
        self.section = section
        self.items: list[int] = []  # of its first list level
        self.texts = 0  # the own texts of the paragraph and of its items
        self.parts: list[Passage] = []  # those in which something may be found
        self.subjects = 0  # what it can have, as far as its words tell
        self.composed: Passage | None = None

    @property
    def is_composed(self) -> bool:
        """Whether its text is that of several passages."""
        return self.texts > 1 or bool(self.items)

    @property
    def passage(self) -> Passage:
        """Its text; one passage for all if it has no items."""
        if self.composed is None:
            whole = self.is_composed or not self.parts
            origin = (self.index, None, 0)
            text = self.node.text if whole else ""
            scanned = Passage.scanned(text, origin, self.language) if whole else self.parts[0]
            self.composed = scanned
        return self.composed


class Passages(NamedTuple):
    """The texts of a report in which something may be found."""

    own: list[Passage]
    """Titles, the own texts of paragraphs and items, tables, footnotes."""
    paragraphs: list[WholeParagraph]
    """The paragraphs, each as one text with its items."""
    walked: list[Walked]
    """All nodes, in reading order."""


SENTENCES = SPEAKING | ATTENDING | ELECTING | ACTS  # what is read by sentences


def passages(report: Report, language: str) -> Passages:
    """The texts of a report in which something may be found, in order; the footnotes at the end."""
    walked = list(report.walk())
    runs = _runs(walked, language)
    for index, note in enumerate(report.footnotes):
        runs.texts.append(note.text)
        runs.origins.append((None, index, 0))
        runs.paragraph_of.append(None)
    own: list[Passage] = []
    for at, passage in _scanned(runs.texts, runs.origins, language):
        own.append(passage)
        whole = runs.paragraph_of[at]
        if whole is not None:
            whole.parts.append(passage)
            whole.subjects |= passage.subjects
    paragraphs = [whole for whole in runs.paragraphs if whole.parts]
    composed = [whole for whole in paragraphs if whole.is_composed and whole.subjects & SENTENCES]
    texts = [whole.node.text for whole in composed]
    origins = [(whole.index, None, 0) for whole in composed]
    for at, passage in _scanned(texts, origins, language):
        composed[at].composed = passage
    return Passages(own, paragraphs, walked)


def _scanned(
    texts: list[str], origins: Sequence[Origin], language: str
) -> Iterator[tuple[int, Passage]]:
    """Those of many texts in which something may be found, with their places among them."""
    folded, resized = fold_cased_all(texts)
    lowered = lower_all(folded)
    found = vocabulary(language).scanner.find_in_all(lowered)
    numbered = set(_numbered(folded))
    for at in sorted({*found, *numbered}):
        text = texts[at]
        hits, subjects = found.get(at, NO_WORDS)
        offsets = fold_cased(text).offsets if at in resized else None
        yield (
            at,
            Passage(
                text,
                origins[at],
                language,
                folded[at],
                offsets,
                lowered[at],
                hits,
                subjects,
                at in numbered,
            ),
        )


NO_WORDS: tuple[Hits, int] = ((), 0)


class Runs(NamedTuple):
    """Every text of a report once: where each begins, and the paragraph that it belongs to."""

    texts: list[str]
    origins: list[Origin]
    paragraph_of: list[WholeParagraph | None]
    paragraphs: list[WholeParagraph]


def _runs(walked: list[Walked], language: str) -> Runs:
    runs = Runs([], [], [], [])
    section = None
    for index, (node, above) in enumerate(walked):
        whole = None
        if isinstance(node, Section):
            section = index
        elif isinstance(node, Paragraph):
            whole = WholeParagraph(node, index, language, section if above else None)
            runs.paragraphs.append(whole)
        elif isinstance(node, Item):  # items follow their paragraph in reading order
            whole = runs.paragraphs[-1]
            if isinstance(above[-1], Paragraph):
                whole.items.append(index)
        for at, text in _own_texts(node):
            runs.texts.append(text)
            runs.origins.append((index, None, at))
            runs.paragraph_of.append(whole)
            if whole:
                whole.texts += 1
    return runs


def _numbered(folded: list[str]) -> Iterator[int]:
    """The texts in which documents can be cited by symbol or number."""
    for at, text in enumerate(folded):
        if ("/" in text or "(" in text) and is_numbered(text):
            yield at


def is_numbered(folded: str) -> bool:
    """Whether documents can be cited in a folded text by symbol or number."""
    if "/" in folded and BEFORE_SLASH.search(folded):
        return True
    return "(" in folded and NUMBERED.search(folded) is not None


def node_text(report: Report, place: Place) -> str:
    """The text that a place counts its characters in.

    Of a section its title, of any other node its `text`; else the text of a footnote.
    """
    if place.footnote is not None:
        return report.footnotes[place.footnote].text
    nodes = [node for node, _ in report.walk()]
    node = nodes[place.node or 0]
    return node.title if isinstance(node, Section) else node.text


def _own_texts(node: Node | Item) -> Iterable[tuple[int, str]]:
    """The texts of a node without its items, and where they begin in its `text`."""
    if isinstance(node, Section):
        return ((0, node.title),)
    if isinstance(node, Table):
        return _cells(node)
    content = node.content
    if len(content) == 1 and isinstance(content[0], Text):
        text = content[0].text.strip()
        return ((0, text),) if text else ()
    return _texts_between_items(node)


def _cells(table: Table) -> Iterator[tuple[int, str]]:
    """The cells with letters in them: a name or a citation does not go on in the next cell."""
    offset = 0
    for row in table.rows:
        for cell in row:
            if HAS_LETTER.search(cell):
                yield offset, cell
            offset += len(cell) + 1


def _texts_between_items(node: Paragraph | Item) -> Iterator[tuple[int, str]]:
    offset = 0  # `text` joins what is not empty with a space
    for piece in node.content:
        if isinstance(piece, Text) and (text := piece.text.strip()):
            yield offset, text
            offset += len(text) + 1
        elif isinstance(piece, List):
            printed = (f"{item.marker or ''} {item.text}".strip() for item in piece.items)
            offset += sum(len(text) + 1 for text in printed if text)
