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
    """The session line, and its number if it has one."""

    text: str
    number: int | None = None


class Meeting(Struct, frozen=True, kw_only=True):
    """Where and when a body met."""

    text: str
    place: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None


class AgendaItem(Struct, frozen=True, kw_only=True):
    """A line that names agenda items; a sub-item is printed as `71 (b)`."""

    text: str
    numbers: tuple[str, ...] = ()


class MastheadLine(Struct, frozen=True, kw_only=True):
    """A line of the masthead as printed, and what it was taken for."""

    role: str
    text: str
    span: Span


class Masthead(Struct, frozen=True, kw_only=True):
    """What the first page says about the document; None or () where it does not."""

    symbol: Symbol | None = None  # in JSON its canonical string
    distribution: Distribution | None = None
    date: dt.date | None = None
    language: Language | None = None
    original_languages: tuple[Language, ...] = ()
    bodies: tuple[str, ...] = ()  # outermost first, without "United Nations"
    session: Session | None = None
    meeting: Meeting | None = None
    agenda_items: tuple[AgendaItem, ...] = ()
    title: str | None = None
    addendum: int | None = None  # 0: an addendum whose number is not known
    job_number: str | None = None
    rapporteur: str | None = None
    lines: tuple[MastheadLine, ...] = ()  # all of it, nothing left out
