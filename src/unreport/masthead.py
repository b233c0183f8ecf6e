"""What the first page says about a document: frozen values, the same in Python and in JSON."""

from __future__ import annotations

import datetime as dt
from typing import Literal, TypeAlias

from msgspec import Struct

from unreport.places import Span
from unreport.symbols.symbol import Symbol

Language: TypeAlias = str
"""ISO 639-1; a plain string, so that a new language is a data file and nothing else."""
Distribution: TypeAlias = Literal["general", "limited", "restricted", "provisional"]


class Session(Struct, frozen=True, kw_only=True):
    r"""The session line, and its number if it has one.

    >>> from unreport import parse_text
    >>> report = parse_text("A/80/L.1\n\nGeneral Assembly\nEightieth session\n\nDraft report")
    >>> report.masthead.session.number, report.masthead.session.text
    (80, 'Eightieth session')
    """

    text: str
    """As printed."""
    number: int | None = None
    """64 for `Sixty-fourth session`; null where it was not read."""


class Meeting(Struct, frozen=True, kw_only=True):
    r"""Where and when a body met.

    >>> from unreport import parse_text
    >>> report = parse_text("A/80/L.1\n\nDraft report\n\nVienna, 25 June–4 July 2025\n\n1. It met.")
    >>> meeting = report.masthead.meeting
    >>> meeting.place, meeting.start.isoformat(), meeting.end.isoformat()
    ('Vienna', '2025-06-25', '2025-07-04')
    """

    text: str
    """As printed."""
    place: str | None = None
    """The town, as printed."""
    start: dt.date | None = None
    """The first day."""
    end: dt.date | None = None
    """The last day."""


class AgendaItem(Struct, frozen=True, kw_only=True):
    r"""A line that names agenda items; a sub-item is printed as `71 (b)`.

    >>> from unreport import parse_text
    >>> report = parse_text("A/80/L.1\n\nAgenda item 71 (b)\n\nDraft report\n\n1. It met.")
    >>> report.masthead.agenda_items[0].numbers
    ('71 (b)',)
    """

    text: str
    """As printed."""
    numbers: tuple[str, ...] = ()
    """The numbers of the items, `71 (b)` for a sub-item."""


class MastheadLine(Struct, frozen=True, kw_only=True):
    r"""A line of the masthead as printed, and what it was taken for.

    >>> from unreport import parse_text
    >>> report = parse_text("A/80/L.1\n\nEightieth session\n\nDraft report\n\n1. It met.")
    >>> [(line.role, line.text) for line in report.masthead.lines]
    [('symbol', 'A/80/L.1'), ('session', 'Eightieth session'), ('title', 'Draft report')]
    """

    role: str
    """What the line was taken for: `symbol`, `title`, `session` and others."""
    text: str
    """As printed."""
    span: Span
    """Where it stands."""


class Masthead(Struct, frozen=True, kw_only=True):
    r"""What the first page says about the document; None or () where it does not.

    >>> from unreport import parse_text
    >>> text = "A/80/L.1/Add.2\n\nDistr.: Limited\n12 May 2025\n\nDraft report\n\nAddendum"
    >>> head = parse_text(text).masthead
    >>> str(head.symbol), head.distribution, head.date.isoformat(), head.title, head.addendum
    ('A/80/L.1/Add.2', 'limited', '2025-05-12', 'Draft report', 2)
    >>> parse_text("A/80/L.1\n\nDraft report\n\n1. It met.").masthead
    <Masthead symbol=Symbol('A/80/L.1') title='Draft report'>
    """

    symbol: Symbol | None = None
    """The document symbol; in JSON its canonical form."""
    distribution: Distribution | None = None
    """The class of distribution."""
    date: dt.date | None = None
    """Of submission, not of the meeting."""
    language: Language | None = None
    """The language that is printed, ISO 639-1."""
    original_languages: tuple[Language, ...] = ()
    """The languages of the original, ISO 639-1."""
    bodies: tuple[str, ...] = ()
    """The bodies, outermost first, without "United Nations"."""
    session: Session | None = None
    """The session of the body."""
    meeting: Meeting | None = None
    """Where and when the body met."""
    agenda_items: tuple[AgendaItem, ...] = ()
    """The agenda items of the document."""
    title: str | None = None
    """The title, without its subtitle."""
    addendum: int | None = None
    """Number of the addendum; 0: an addendum whose number is not known."""
    job_number: str | None = None
    """The job number, as printed."""
    rapporteur: str | None = None
    """Name of the rapporteur."""
    lines: tuple[MastheadLine, ...] = ()
    """All lines of the masthead, nothing left out."""

    def __repr__(self) -> str:
        said = {name: getattr(self, name) for name in self.__struct_fields__ if name != "lines"}
        shown = " ".join(
            f"{name}={value!r}" for name, value in said.items() if value not in {None, ()}
        )
        return f"<Masthead {shown}>"
