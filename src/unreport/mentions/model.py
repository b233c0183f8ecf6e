"""What mentions are: frozen values, each with the place where it stands in the report."""

from __future__ import annotations

import datetime as dt
from typing import TypeAlias

from msgspec import Struct

from unreport.mentions.kinds import Capacity, CitedKind, NameForm, ProvisionKind
from unreport.symbols.symbol import Symbol


class Place(Struct, frozen=True, gc=False):
    """Characters of the text of a node, or of a footnote.

    Nodes are counted from 0 in reading order, items included, as `report.walk()` gives them and the
    table `nodes` counts them.  The text of a section is its `title`, of any other node its `text`.
    """

    node: int | None
    footnote: int | None
    start: int
    end: int  # exclusive


class StateMention(Struct, frozen=True, kw_only=True, tag="state"):
    """A State named in the text."""

    place: Place
    text: str
    state: str
    """Its code: see `unreport.mentions.entities.states`."""
    form: NameForm
    doubt: str | None = None
    """Why it may not be that State: `homograph`, `person`, `not-a-state`, `two-states`."""


class Statement(Struct, frozen=True, kw_only=True, tag="statement"):
    """One speaker of a statement: seven of them for a sentence that names seven."""

    place: Place
    text: str
    """The speaker as in the text."""
    state: str | None
    capacity: Capacity
    agenda_items: tuple[str, ...] = ()
    on_behalf_of: str | None = None
    doubt: str | None = None
    """`agenda-item`: that of the statement before it, since this one names none; `name`: an
    organization in a list with commas, one of which may be in its name."""


class Attendance(Struct, frozen=True, kw_only=True, tag="attendance"):
    """One State or organization that was represented."""

    place: Place
    text: str
    state: str | None
    capacity: Capacity
    doubt: str | None = None


class Officer(Struct, frozen=True, kw_only=True, tag="officer"):
    """A person elected to an office."""

    place: Place
    text: str
    """The name of the person as in the text."""
    office: str
    """In English: `chair`, `vice-chair`, `rapporteur`."""
    state: str | None = None
    doubt: str | None = None


class Provision(Struct, frozen=True, kw_only=True, tag="provision"):
    """A decision or recommendation: a verb, whom it addresses, and the items it lists."""

    place: Place
    text: str
    """The sentence."""
    kind: ProvisionKind
    act: str
    """The verb in English: `should`, `invites`, `urges`, `decides`."""
    verb: str
    """The verb as in the text."""
    addressee: str | None = None
    items: tuple[int, ...] = ()
    """The nodes that are the items of its list."""
    doubt: str | None = None


class CitationMention(Struct, frozen=True, kw_only=True, tag="citation"):
    """A document, or a part of one, that is cited."""

    place: Place
    text: str
    kind: CitedKind
    name: str
    """The canonical form: `A/70/1/Corr.1`, `64/68 B`, `1/CP.21`, `7 (a)`, `Kyoto Protocol`."""
    within: str | None = None
    """What the part is of: `64/68 B` for its paragraph 7; None: of this document."""
    target: int | None = None
    """The node of this report that is cited."""
    target_key: str | None = None
    """Its key: `report[cited.target_key]` is the node."""
    symbol: Symbol | None = None
    doubt: str | None = None
    """`unresolved`: a part of this document that was not found, or of one that is not named."""


class DateMention(Struct, frozen=True, kw_only=True, tag="date"):
    """A date or a range of dates; the same day twice for a single date."""

    place: Place
    text: str
    start: dt.date
    end: dt.date
    doubt: str | None = None


class MeetingMention(Struct, frozen=True, kw_only=True, tag="meeting"):
    """A numbered meeting: `at its 3rd meeting`, `第3次会议`."""

    place: Place
    text: str
    number: int
    doubt: str | None = None


Mention: TypeAlias = (
    StateMention
    | Statement
    | Attendance
    | Officer
    | Provision
    | CitationMention
    | DateMention
    | MeetingMention
)
