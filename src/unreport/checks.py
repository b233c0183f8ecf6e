"""What seems wrong in a parsed report: a table of small functions, each with a stable code.

Nothing is put right here and nothing raises: a doubt is a value.  `docs/checks.md` explains the
codes; some need the document as well as the report, to see what of its text is in no node.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, pairwise
from types import MappingProxyType
from typing import TypeAlias

import regex
from msgspec import Struct

from unreport.coverage import uncovered
from unreport.dates import DateRange, ImpossibleDate, find_dates
from unreport.document import Document
from unreport.model import (
    Content,
    Issue,
    Item,
    List,
    MastheadLine,
    Note,
    Paragraph,
    Report,
    Section,
    Span,
)
from unreport.symbol import NotASymbol, Symbol

Doubt: TypeAlias = tuple[str, Span | None]
"""A message and its place."""
Check: TypeAlias = Callable[["Subject"], Iterable[Doubt]]


class Subject(Struct, frozen=True):
    """What is checked: a report, and the document that it was parsed from, if at hand."""

    report: Report
    document: Document | None = None


def check(report: Report, document: Document | None = None) -> tuple[Issue, ...]:
    r"""Everything that seems wrong in a report, the reader's own doubts first.

    With the document that the report was parsed from, its text is searched for what was lost.

    >>> from unreport.parse import parse_text
    >>> report = parse_text("I. Work done\n\n1. We met.\n\n2. We talked.\n\n4. We parted.")
    >>> [(issue.code, issue.message) for issue in check(report) if issue.span]
    [('numbering-gap', 'Paragraph 4 follows paragraph 2: 3 is missing.')]
    """
    subject = Subject(report, document)
    found = (
        Issue(code=code, message=message, span=span)
        for code, rule in CHECKS.items()
        for message, span in rule(subject)
    )
    return (*report.doubts, *found)


# --- numbers of paragraphs ----------------------------------------------------------------------

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
        scope, head = (_scope(above), _prefix(node.marker)), above[-1] if above else None
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
    return (piece.items for piece, _ in _pieces(report) if isinstance(piece, List) and piece.items)


def _pieces(report: Report) -> Iterator[tuple[Content, Span]]:
    """All content in reading order, each piece with the place of its paragraph or item."""
    waiting: list[tuple[tuple[Content, ...], Span]] = [
        (paragraph.content, paragraph.span) for paragraph in reversed(report.paragraphs)
    ]
    while waiting:
        content, span = waiting.pop()
        for piece in content:
            yield piece, span
        inside = [item for piece in content if isinstance(piece, List) for item in piece.items]
        waiting.extend((item.content, item.span) for item in reversed(inside))


def _named(section: Section, width: int = 80) -> str:
    text = section.text or section.kind
    return text if len(text) <= width else text[: width - 1] + "…"


# --- the masthead -------------------------------------------------------------------------------


def symbol_missing(subject: Subject) -> Iterator[Doubt]:
    """A masthead without a symbol, as copies of the text have it."""
    if subject.report.masthead.symbol is None:
        yield "No symbol was found in the masthead or in a running head.", None


def title_missing(subject: Subject) -> Iterator[Doubt]:
    """A masthead in which no line is the title."""
    masthead = subject.report.masthead
    if masthead.title is None:
        yield "No title was found in the masthead.", _around(masthead.lines)


def _around(lines: tuple[MastheadLine, ...]) -> Span | None:
    return Span(lines[0].span.start, lines[-1].span.end, lines[0].span.pages) if lines else None


def date_impossible(subject: Subject) -> Iterator[Doubt]:
    """`31 September 2019` in the masthead."""
    for line in subject.report.masthead.lines:
        for date in find_dates(line.text):
            if isinstance(date.value, ImpossibleDate):
                yield f"“{date.text}” is no date: {date.value.reason}", line.span


def month_names_disagree(subject: Subject) -> Iterator[Doubt]:
    """`حزيران/مايو`: June by one of its two Arabic names, May by the other."""
    for line in subject.report.masthead.lines:
        for date in find_dates(line.text):
            if isinstance(date.value, DateRange) and date.value.conflict:
                yield f"“{date.text}”: {date.value.conflict}", line.span


# How many days before its meeting begins and after it ends a document may be dated: drafts are
# written while the body meets, papers before it for a year and reports after it for two.
MARGINS = {"limited": (60, 120)}
WIDE_MARGIN = (400, 800)


def date_outside_meeting(subject: Subject) -> Iterator[Doubt]:
    """A date far from the meeting that the document is of."""
    masthead = subject.report.masthead
    date, meeting = masthead.date, masthead.meeting
    if date is None or meeting is None or meeting.start is None:
        return
    before, after = map(_days, MARGINS.get(masthead.distribution or "", WIDE_MARGIN))
    start, end = meeting.start, meeting.end or meeting.start
    if date - start < -before or date - end > after:
        yield (
            f"The document is dated {date}, but its meeting was from {start} to {end}.",
            _line(subject.report, "date"),
        )


def _days(number: int) -> dt.timedelta:
    return dt.timedelta(days=number)


def addendum_unnumbered(subject: Subject) -> Iterator[Doubt]:
    """The word `Addendum`, but no `Add.3` in the symbol."""
    masthead = subject.report.masthead
    if masthead.addendum == 0 and masthead.symbol is not None:
        message = (
            f"The masthead says that this is an addendum, but the symbol {masthead.symbol} "
            "does not say which."
        )
        yield message, _line(subject.report, "addendum")


def addendum_unsaid(subject: Subject) -> Iterator[Doubt]:
    """`Add.3` in the symbol of a draft, but not the word `Addendum`, which drafts print."""
    masthead = subject.report.masthead
    told = any(line.role == "addendum" for line in masthead.lines)
    if masthead.distribution == "limited" and masthead.addendum is not None and not told:
        message = (
            f"The symbol {masthead.symbol} is that of an addendum, but no line of the masthead "
            "says so."
        )
        yield message, _line(subject.report, "symbol")


def session_differs(subject: Subject) -> Iterator[Doubt]:
    """`A/77/L.1` of the seventy-eighth session."""
    masthead = subject.report.masthead
    printed = _session(masthead.symbol)
    if masthead.session is None or printed is None or masthead.session.number is None:
        return
    if printed != masthead.session.number:
        message = (
            f"The symbol {masthead.symbol} is of session {printed}, but the masthead names "
            f"session {masthead.session.number}."
        )
        yield message, _line(subject.report, "session")


def _session(symbol: str | None) -> int | None:
    """The session in a symbol of the General Assembly, whose number is the masthead's first."""
    parsed = _symbol(symbol or "")
    session = parsed.session if parsed and parsed.organ == "A" else None
    return int(session) if session and session.isdecimal() else None


def symbol_differs(subject: Subject) -> Iterator[Doubt]:
    """A running head with another symbol than the masthead's."""
    own = _symbol(subject.report.masthead.symbol or "")
    seen: set[Symbol] = set()
    for piece in subject.report.furniture if own else ():
        other = _symbol(piece.text) if piece.kind == "head" and "/" in piece.text else None
        if other and other not in seen and other != own:
            seen.add(other)
            yield f"A running head says {other}, the masthead {own}.", piece.span


def _symbol(text: str) -> Symbol | None:
    try:
        return Symbol.parse(text)
    except NotASymbol:
        return None


def _line(report: Report, role: str) -> Span | None:
    return next((line.span for line in report.masthead.lines if line.role == role), None)


# --- language -----------------------------------------------------------------------------------


def language_unknown(subject: Subject) -> Iterator[Doubt]:
    """A text whose words are of no language that there is a lexicon for."""
    if subject.report.language is None:
        yield "The language of the text could not be told; it was read as if English.", None


def language_differs(subject: Subject) -> Iterator[Doubt]:
    """`Arabic` in the masthead of an English text."""
    report = subject.report
    if report.masthead.language and report.language not in (None, report.masthead.language):
        message = (
            f"The masthead says that the language is {report.masthead.language}, but the text is "
            f"in {report.language}."
        )
        yield message, _line(report, "language")


# --- notes --------------------------------------------------------------------------------------


def note_missing(subject: Subject) -> Iterator[Doubt]:
    """The call of a footnote that is not there."""
    markers = {note.marker for note in subject.report.footnotes}
    for piece, span in _pieces(subject.report):
        if isinstance(piece, Note) and piece.marker not in markers:
            yield f"Footnote {piece.marker} is called but not there.", span


def note_uncalled(subject: Subject) -> Iterator[Doubt]:
    """A footnote that nothing calls; a heading's calls are not known."""
    called = {piece.marker for piece, _ in _pieces(subject.report) if isinstance(piece, Note)}
    for note in subject.report.footnotes:
        if note.marker not in called:
            yield (
                f"Nothing in the text calls footnote {note.marker or 'without a mark'}.",
                note.span,
            )


# --- characters ---------------------------------------------------------------------------------

# What conversions leave where they could not tell a letter: U+FFFD, signs of a font's own
DAMAGED = regex.compile(r"[\N{REPLACEMENT CHARACTER}\p{Co}]+")
LETTERS = regex.compile(r"[\p{L}\p{N}]")


def letters_damaged(subject: Subject) -> Iterator[Doubt]:
    """`par\N{REPLACEMENT CHARACTER}graphe`: letters that the source itself has lost."""
    for text, span in _texts(subject.report):
        if count := sum(map(len, DAMAGED.findall(text))):
            yield f"{count} characters are no letters but signs of a failed conversion.", span


def _texts(report: Report) -> Iterator[tuple[str, Span]]:
    yield from ((line.text, line.span) for line in report.masthead.lines)
    yield from ((node.text, node.span) for node, _ in report.walk())
    yield from ((note.text, note.span) for note in report.footnotes)


def text_lost(subject: Subject) -> Iterator[Doubt]:
    """Text of the document that is in no node, line of the masthead, footnote or furniture."""
    if subject.document is None:
        return
    for span in uncovered(subject.report, subject.document):
        text = " ".join(subject.document.text[span.start : span.end].split())
        if LETTERS.search(text):
            yield f"This text of the source is nowhere in the report: “{text[:80]}”.", span


CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "numbering-gap": numbering_gap,
        "numbering-repeat": numbering_repeat,
        "heading-order": heading_order,
        "section-empty": section_empty,
        "paragraph-empty": paragraph_empty,
        "list-broken": list_broken,
        "symbol-missing": symbol_missing,
        "title-missing": title_missing,
        "date-impossible": date_impossible,
        "month-names-disagree": month_names_disagree,
        "date-outside-meeting": date_outside_meeting,
        "addendum-unnumbered": addendum_unnumbered,
        "addendum-unsaid": addendum_unsaid,
        "session-differs": session_differs,
        "symbol-differs": symbol_differs,
        "language-unknown": language_unknown,
        "language-differs": language_differs,
        "note-missing": note_missing,
        "note-uncalled": note_uncalled,
        "letters-damaged": letters_damaged,
        "text-lost": text_lost,
    }
)
