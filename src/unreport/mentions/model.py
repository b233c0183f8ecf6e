"""What mentions are: frozen values, each with the place where it stands in the report."""

from __future__ import annotations

import datetime as dt
from typing import TypeAlias

from msgspec import Struct

from unreport.mentions.kinds import Capacity, CitedKind, NameForm, ProvisionKind
from unreport.nodes import short_text
from unreport.symbols.symbol import Symbol


class Place(Struct, frozen=True, gc=False):
    """Characters of the text of a node, or of a footnote.

    Nodes are counted from 0 in reading order, items included, as `report.walk()` gives them and the
    table `nodes` counts them.  The text of a section is its `title`, of any other node its `text`.

    >>> from unreport import parse_text
    >>> from unreport.mentions import mentions
    >>> report = parse_text("1. It met in May 2025, on 12 May 2025.", language="en")
    >>> place = mentions(report)[-1].place
    >>> report.paragraphs[place.node].text[place.start : place.end]
    '12 May 2025'
    """

    node: int | None
    """Counted from 0 in reading order; None in a footnote."""
    footnote: int | None
    """Counted from 0; None in a node."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""


class StateMention(Struct, frozen=True, kw_only=True, gc=False, tag="state"):
    """A State named in the text.

    >>> from unreport import parse_text
    >>> from unreport.mentions.find import state_mentions
    >>> report = parse_text("1. It heard the representative of Kenya.", language="en")
    >>> state_mentions(report)[0].state
    'KEN'
    """

    place: Place
    """Where it stands."""
    text: str
    """The name as in the text."""
    state: str
    """Its code: see `unreport.mentions.entities.states`."""
    form: NameForm
    """Which name it is: `short`, `formal`, `former`, `adjective` and others."""
    doubt: str | None = None
    """Why it may not be that State: `homograph`, `person`, `not-a-state`, `two-states`."""

    def __repr__(self) -> str:
        return _shown("StateMention", self.text, self.state, self.form, self.doubt)


class Statement(Struct, frozen=True, kw_only=True, gc=False, tag="statement"):
    """One speaker of a statement: seven of them for a sentence that names seven.

    >>> from unreport import parse_text
    >>> text = "1. The observer for Morocco made a statement on behalf of the African States."
    >>> report = parse_text(text, language="en")
    >>> spoken = report.statements[0]
    >>> spoken.state, spoken.capacity, spoken.on_behalf_of
    ('MAR', 'observer', 'African States')
    """

    place: Place
    """Where the speaker stands."""
    text: str
    """The speaker as in the text."""
    state: str | None
    """The code of the State, if it is one."""
    capacity: Capacity
    """As what it spoke: `state`, `observer`, `group` and others."""
    agenda_items: tuple[str, ...] = ()
    """The agenda items under which it spoke."""
    on_behalf_of: str | None = None
    """For whom it spoke, as in the text."""
    doubt: str | None = None
    """`agenda-item`: that of the statement before it, since this one names none; `name`: an
    organization in a list with commas, one of which may be in its name."""

    def __repr__(self) -> str:
        items = f"item {', '.join(self.agenda_items)}" if self.agenda_items else None
        group = f"for {self.on_behalf_of}" if self.on_behalf_of else None
        return _shown("Statement", self.text, self.state, self.capacity, items, group, self.doubt)


class Attendance(Struct, frozen=True, kw_only=True, gc=False, tag="attendance"):
    """One State or organization that was represented.

    >>> from unreport import parse_text
    >>> from unreport.mentions.find import attendance
    >>> report = parse_text("1. The following States were represented: Chad and Peru.")
    >>> [one.state for one in attendance(report)]
    ['TCD', 'PER']
    """

    place: Place
    """Where it stands."""
    text: str
    """The name as in the text."""
    state: str | None
    """The code of the State, if it is one."""
    capacity: Capacity
    """As what it took part: `state`, `observer` and others."""
    doubt: str | None = None
    """`name`: an organization in a list with commas, one of which may be in its name."""

    def __repr__(self) -> str:
        return _shown("Attendance", self.text, self.state, self.capacity, self.doubt)


class Officer(Struct, frozen=True, kw_only=True, gc=False, tag="officer"):
    """A person elected to an office.

    >>> from unreport import parse_text
    >>> from unreport.mentions.find import officers
    >>> report = parse_text("1. The Committee elected Ms. Ana Silva (Brazil) as Chair.")
    >>> elected = officers(report)[0]
    >>> elected.text, elected.office, elected.state
    ('Ana Silva', 'chair', 'BRA')
    """

    place: Place
    """Where the name of the person stands."""
    text: str
    """The name of the person as in the text."""
    office: str
    """In English: `chair`, `vice-chair`, `rapporteur`."""
    state: str | None = None
    """The code of the State that is named with the person."""
    doubt: str | None = None
    """Why it may not be so; None if it is certain."""

    def __repr__(self) -> str:
        return _shown("Officer", self.text, self.state, self.office, self.doubt)


class Provision(Struct, frozen=True, kw_only=True, gc=False, tag="provision"):
    """A decision or recommendation: a verb, whom it addresses, and the items it lists.

    >>> from unreport import parse_text
    >>> from unreport.mentions.find import provisions
    >>> report = parse_text("1. The Committee invited States to report by June.", language="en")
    >>> invited = provisions(report)[0]
    >>> invited.act, invited.addressee, invited.kind
    ('invites', 'States', 'recommendation')
    """

    place: Place
    """Where the sentence stands."""
    text: str
    """The sentence."""
    kind: ProvisionKind
    """A decision or a recommendation."""
    act: str
    """The verb in English: `should`, `invites`, `urges`, `decides`."""
    verb: str
    """The verb as in the text."""
    addressee: str | None = None
    """Whom it addresses, as in the text."""
    items: tuple[int, ...] = ()
    """The nodes that are the items of its list."""
    doubt: str | None = None
    """Why it may not be so; None if it is certain."""

    def __repr__(self) -> str:
        return _shown("Provision", self.act, self.addressee, short_text(self.text), self.doubt)


class CitationMention(Struct, frozen=True, kw_only=True, gc=False, tag="citation"):
    r"""A document, or a part of one, that is cited.

    >>> from unreport import parse_text
    >>> report = parse_text("1. It met.\n\n2. It recalled paragraph 1 above.", language="en")
    >>> cited = report.citations[0]
    >>> cited.kind, report[cited.target_key].text
    ('paragraph', 'It met.')
    """

    place: Place
    """Where it stands."""
    text: str
    """As in the text."""
    kind: CitedKind
    """What is cited: a document, a resolution, a paragraph, an article and others."""
    name: str
    """The canonical form: `A/70/1/Corr.1`, `64/68 B`, `1/CP.21`, `7 (a)`, `Kyoto Protocol`."""
    within: str | None = None
    """What the part is of: `64/68 B` for its paragraph 7; None: of this document."""
    target: int | None = None
    """The node of this report that is cited."""
    target_key: str | None = None
    """Its key: `report[cited.target_key]` is the node."""
    symbol: Symbol | None = None
    """The symbol, of a document that is cited by it."""
    doubt: str | None = None
    """`unresolved`: a part of this document that was not found, or of one that is not named."""

    def __repr__(self) -> str:
        within = f"of {self.within}" if self.within else None
        target = f"here {self.target_key}" if self.target_key else None
        return _shown("Citation", self.kind, self.name, within, target, self.doubt)


class DateMention(Struct, frozen=True, kw_only=True, gc=False, tag="date"):
    """A date or a range of dates; the same day twice for a single date.

    >>> from unreport import parse_text
    >>> from unreport.mentions import DateMention, mentions
    >>> report = parse_text("1. It met from 3 to 7 May 2021.", language="en")
    >>> [one.end.isoformat() for one in mentions(report) if isinstance(one, DateMention)]
    ['2021-05-07']
    """

    place: Place
    """Where it stands."""
    text: str
    """As in the text."""
    start: dt.date
    """The first day."""
    end: dt.date
    """The last day, itself included."""
    doubt: str | None = None
    """`conflict`: the two Arabic names of the month disagree."""

    def __repr__(self) -> str:
        end = f"to {self.end}" if self.end != self.start else None
        return _shown("DateMention", str(self.start), end, self.doubt)


class MeetingMention(Struct, frozen=True, kw_only=True, gc=False, tag="meeting"):
    """A numbered meeting: `at its 3rd meeting`, `第3次会议`.

    >>> from unreport import parse_text
    >>> from unreport.mentions import mentions
    >>> report = parse_text("1. Its 3rd meeting was short.", language="en")
    >>> mentions(report)[0].number
    3
    """

    place: Place
    """Where the number stands."""
    text: str
    """The number as in the text."""
    number: int
    """Its value."""
    doubt: str | None = None
    """Why it may not be so; None if it is certain."""

    def __repr__(self) -> str:
        return _shown("MeetingMention", self.text, str(self.number), self.doubt)


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


def _shown(kind: str, *parts: str | None) -> str:
    """A mention as one short line, for people at a prompt."""
    return f"<{kind} {' | '.join(part for part in parts if part)}>"
