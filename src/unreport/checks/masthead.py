"""Checks of the masthead: missing fields, and fields that contradict each other or the pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from unreport.checks.subject import Finding, Subject, line_span
from unreport.languages.dates import DateRange, ImpossibleDate
from unreport.model import MastheadLine, Span
from unreport.symbols.symbol import NotASymbol, Symbol


def symbol_missing(subject: Subject) -> Iterator[Finding]:
    """A masthead without a symbol."""
    if subject.report.masthead.symbol is None:
        yield "No symbol was found in the masthead or in a running head.", None


def title_missing(subject: Subject) -> Iterator[Finding]:
    """A masthead without a title."""
    masthead = subject.report.masthead
    if masthead.title is None:
        yield "No title was found in the masthead.", _around(masthead.lines)


def _around(lines: tuple[MastheadLine, ...]) -> Span | None:
    return Span(lines[0].span.start, lines[-1].span.end, lines[0].span.pages) if lines else None


def date_impossible(subject: Subject) -> Iterator[Finding]:
    """`31 September 2019` in the masthead."""
    for date, place in subject.masthead_dates:
        if isinstance(date.value, ImpossibleDate):
            yield f"“{date.text}” is no date: {date.value.reason}", place


def month_names_disagree(subject: Subject) -> Iterator[Finding]:
    """`حزيران/مايو`: June by one of its two Arabic names, May by the other."""
    for date, place in subject.masthead_dates:
        if isinstance(date.value, DateRange) and date.value.conflict:
            yield f"“{date.text}”: {date.value.conflict}", place


# How many days before its meeting begins and after it ends a document may be dated: drafts are
# written while the body meets, papers before it for a year and reports after it for two.
MARGINS = {"limited": (60, 120)}
WIDE_MARGIN = (400, 800)


def date_outside_meeting(subject: Subject) -> Iterator[Finding]:
    """A date long before or after the meeting of the document."""
    masthead = subject.report.masthead
    date, meeting = masthead.date, masthead.meeting
    if date is None or meeting is None or meeting.start is None:
        return
    before, after = map(_days, MARGINS.get(masthead.distribution or "", WIDE_MARGIN))
    start, end = meeting.start, meeting.end or meeting.start
    if date - start < -before or date - end > after:
        yield (
            f"The document is dated {date}, but its meeting was from {start} to {end}.",
            line_span(subject.report, "date"),
        )


def _days(number: int) -> dt.timedelta:
    return dt.timedelta(days=number)


def addendum_unnumbered(subject: Subject) -> Iterator[Finding]:
    """The word `Addendum`, but no `Add.3` in the symbol."""
    masthead = subject.report.masthead
    if masthead.addendum == 0 and masthead.symbol is not None:
        message = (
            f"The masthead says that this is an addendum, but the symbol {masthead.symbol} "
            "does not say which."
        )
        yield message, line_span(subject.report, "addendum")


def addendum_unsaid(subject: Subject) -> Iterator[Finding]:
    """`Add.3` in the symbol of a draft, but not the word `Addendum`, which drafts have."""
    masthead = subject.report.masthead
    has_line = any(line.role == "addendum" for line in masthead.lines)
    if masthead.distribution == "limited" and masthead.addendum is not None and not has_line:
        message = (
            f"The symbol {masthead.symbol} is that of an addendum, but no line of the masthead "
            "says so."
        )
        yield message, line_span(subject.report, "symbol")


def session_differs(subject: Subject) -> Iterator[Finding]:
    """`A/77/L.1` of the seventy-eighth session."""
    masthead = subject.report.masthead
    in_symbol = _session(masthead.symbol)
    line = line_span(subject.report, "session")  # without one, the title's of a subsidiary body
    if masthead.session is None or line is None or in_symbol is None:
        return
    if masthead.session.number not in (None, in_symbol):
        message = (
            f"The symbol {masthead.symbol} is of session {in_symbol}, but the masthead names "
            f"session {masthead.session.number}."
        )
        yield message, line


def _session(symbol: Symbol | None) -> int | None:
    """The session in a symbol of the General Assembly, whose number is the masthead's first."""
    session = symbol.session if symbol and symbol.organ == "A" else None
    return int(session) if session and session.isdecimal() else None


def symbol_differs(subject: Subject) -> Iterator[Finding]:
    """A running head with a symbol other than the one in the masthead; it may leave out a part."""
    own = subject.report.masthead.symbol
    seen: set[Symbol] = set()
    for piece in subject.report.furniture if own else ():
        other = _symbol(piece.text) if piece.kind == "head" and "/" in piece.text else None
        if own and other and other not in seen and other != own and not _is_of(own, other):
            seen.add(other)
            yield f"A running head says {other}, the masthead {own}.", piece.span


def _is_of(part: Symbol, whole: Symbol) -> bool:
    """Whether a symbol is that of a part of a document: `A/81/6 (Sect. 13)/Part A`."""
    return str(part).startswith(f"{whole}/Part")


def _symbol(text: str) -> Symbol | None:
    try:
        return Symbol.parse(text)
    except NotASymbol:
        return None
