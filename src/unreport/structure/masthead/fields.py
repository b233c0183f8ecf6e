"""The fields of a masthead, read from its lines once their roles are known."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from typing import TypeAlias

from unreport.languages.dates import DateRange, find_dates
from unreport.model import (
    AgendaItem,
    Distribution,
    Furniture,
    Masthead,
    MastheadLine,
    Meeting,
    Session,
)
from unreport.structure.furniture.page_feet import JOB_NUMBER
from unreport.structure.masthead.lines import (
    Role,
    Segment,
    read_date,
    read_meeting,
    read_session,
    read_symbol,
)
from unreport.structure.masthead.words import MastheadWords
from unreport.symbols.symbol import Symbol
from unreport.text.agenda_numbers import agenda_numbers
from unreport.text.folding import fold_words

ByRole: TypeAlias = Mapping[Role, Sequence[Segment]]

STAR = re.compile(r"\s?\*{1,3}$")  # the call of a note
WORD = re.compile(r"[^\W\d_]+")
CORNER = 160  # characters; the corner block is not longer
PLAIN_DASH = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
BELOW_BODIES = ("session", "year", "meeting", "agenda", "title", "type", "draft", "addendum")
MOST_SUBTITLES = 3
TITLE_ROLES = ("title", "type", "draft", "other", "body")


def assemble_masthead(
    segments: Sequence[tuple[Role, Segment]], words: MastheadWords, furniture: Sequence[Furniture]
) -> Masthead:
    """The masthead that lines of known roles make up."""
    by_role: dict[Role, list[Segment]] = {}
    for role, segment in segments:
        by_role.setdefault(role, []).append(segment)
    symbol = _symbol(segments)
    symbol = symbol or next(
        (s for f in furniture if f.kind == "head" and (s := read_symbol(f.text))), None
    )
    title = _title(segments)
    return Masthead(
        symbol=symbol,
        distribution=_distribution(by_role, words),
        date=_date(by_role),
        language=_language(by_role, words),
        original_languages=_original_languages(by_role, words),
        bodies=tuple(p.text for p in _bodies(segments, title)),
        session=_session(by_role, title, words),
        meeting=_meeting(by_role, title),
        agenda_items=tuple(_agenda_item(p) for p in by_role.get("agenda", ())),
        title=STAR.sub("", title.name) if title else None,
        addendum=_addendum(symbol, by_role),
        job_number=_job_number(segments, furniture),
        rapporteur=next((p.text for p in by_role.get("rapporteur", ())), None),
        lines=tuple(
            MastheadLine(role="title" if p is title else _shown(role), text=p.text, span=p.span)
            for role, p in segments
        ),
    )


def _shown(role: Role) -> Role:
    return {"title": "subtitle", "type": "subtitle", "draft": "subtitle"}.get(role, role)


def _symbol(segments: Sequence[tuple[Role, Segment]]) -> Symbol | None:
    """The first symbol; one that broke at a dot has its number in the line below."""
    for i, (role, segment) in enumerate(segments):
        if role == "symbol":
            below = segments[i + 1][1].text if i + 1 < len(segments) else ""
            whole = (
                segment.text + below
                if segment.text[-1] == "." and below.isdecimal()
                else segment.text
            )
            return read_symbol(whole)
    return None


def _distribution(by_role: ByRole, words: MastheadWords) -> Distribution | None:
    """The category of distribution: `Distr.: Limited`."""
    for segment in by_role.get("distribution", ()):
        for word in WORD.findall(segment.folded):
            if word in words.distributions:
                return words.distributions[word]
    return None


def _date(by_role: ByRole) -> dt.date | None:
    """The date in the corner block: of submission, not of the meeting."""
    return next((date for p in by_role.get("date", ()) if (date := read_date(p.text))), None)


def _language(by_role: ByRole, words: MastheadWords) -> str | None:
    """The language that the corner block names."""
    return next(
        (code for p in by_role.get("language", ()) for code in _named(p.folded, words)), None
    )


def _original_languages(by_role: ByRole, words: MastheadWords) -> tuple[str, ...]:
    """The languages that it was submitted in: `Original: English/French`."""
    for segment in by_role.get("original", ()):
        if codes := tuple(dict.fromkeys(_named(segment.folded, words))):
            return codes
    return ()


def _named(folded: str, words: MastheadWords) -> list[str]:
    """The codes of the languages that a line names, in its order."""
    found = WORD.findall(folded)
    return [words.languages[word] for word in found if word in words.languages]


def _session(by_role: ByRole, title: Segment | None, words: MastheadWords) -> Session | None:
    """The session line; where there is none, the session that the title tells of."""
    for segment in by_role.get("session", ()):
        return Session(text=segment.text, number=read_session(segment.text))
    if title is not None and any(word in title.folded for word in words.session):
        number = read_session(title.text)
        return Session(text=title.text, number=number) if number else None
    return None


def _meeting(by_role: ByRole, title: Segment | None) -> Meeting | None:
    """Place and dates: a line of their own, in the session line or in the title.

    A title has dates of a meeting where it tells of a session: `Report of the … on its forty-second
    session, held in Bonn from 1 to 11 June 2015`; others are of a period.
    """
    for segment in by_role.get("meeting", ()):
        return read_meeting(segment.text)
    told = [title] if title is not None and read_session(title.text) else []
    for segment in (*by_role.get("session", ()), *told):
        for found in find_dates(segment.text):
            if isinstance(found.value, DateRange) and found.value.start != found.value.end:
                text = segment.text[found.span.start : found.span.end]
                return Meeting(text=text, start=found.value.start, end=found.value.end)
    return None


def _agenda_item(segment: Segment) -> AgendaItem:
    """`Agenda items 13 and 115`; `البند 3 (ب)`: the sub-item's letter as Latin, by position."""
    return AgendaItem(text=segment.text, numbers=agenda_numbers(segment.text))


def _addendum(symbol: Symbol | None, by_role: ByRole) -> int | None:
    """The number of the addendum; 0 where only the word stands there."""
    number = symbol.addendum if symbol else None
    return number if number is not None else 0 if "addendum" in by_role else None


def _job_number(
    segments: Sequence[tuple[Role, Segment]], furniture: Sequence[Furniture]
) -> str | None:
    """The job number: in the masthead, at the foot of a page, or at the end."""
    texts = [segment.text for role, segment in segments if role in ("foot", "other")]
    texts += [segment.text for segment in furniture if segment.kind == "foot"]
    for text in texts:
        if match := JOB_NUMBER.search(text):
            return _job(match)
    return None


def _job(match: re.Match[str]) -> str:
    return re.sub(r"\s", "", match[1]).translate(PLAIN_DASH)


def _bodies(segments: Sequence[tuple[Role, Segment]], title: Segment | None) -> list[Segment]:
    """The names above session and title, and the committees right below the session."""
    roles = [role for role, _ in segments]
    first = min((roles.index(role) for role in BELOW_BODIES if role in roles), default=len(roles))
    above = [
        segment
        for role, segment in segments[:first]
        if role in ("body", "other") and segment is not title
    ]
    session = roles.index("session") + 1 if "session" in roles else len(roles)
    below = takewhile(lambda pair: pair[0] in ("body", "note"), segments[session:])
    committees = [segment for role, segment in below if role == "body" and segment is not title]
    return above + committees or [segment for role, segment in segments if role == "body"][:1]


def _title(segments: Sequence[tuple[Role, Segment]]) -> Segment | None:
    """The title: a line that is one by its words, else the line that a type or draft goes with."""
    roles = [role for role, _ in segments]
    above = ("session", "year", "meeting", "agenda")
    start = max((roles.index(role) for role in above if role in roles), default=0)
    listed = [(role, segment) for role, segment in segments if role in TITLE_ROLES]
    below = [(role, segment) for role, segment in segments[start:] if role in TITLE_ROLES]
    plain = [segment for role, segment in below if role == "other"]
    named = "agenda" in roles
    return (
        _worded(below, named=named, least=1 if start and not named else 2)
        or _worded(listed, named=named, least=2)
        or (plain[-1] if plain and start else None)
        or _below_agenda(segments)
        or _below_bodies(segments)
    )


def _below_bodies(segments: Sequence[tuple[Role, Segment]]) -> Segment | None:
    """The line that names no body below the names of bodies, with no session or agenda between."""
    roles = [role for role, _ in segments]
    last = len(roles) - roles[::-1].index("body") if "body" in roles else len(roles)
    below = [segment for role, segment in segments[last:] if role == "other"]
    return below[0] if 0 < len(below) <= MOST_SUBTITLES else None


def _below_agenda(segments: Sequence[tuple[Role, Segment]]) -> Segment | None:
    """The name of a body that stands alone below the agenda item, where titles stand."""
    roles = [role for role, _ in segments]
    start = roles.index("agenda") if "agenda" in roles else len(roles)
    return next((segment for role, segment in segments[start:] if role == "body"), None)


def _worded(segments: Sequence[tuple[Role, Segment]], *, named: bool, least: int) -> Segment | None:
    """The title by the words of its own line, or of the line of its type or of the draft.

    Below the line that names the sponsors of a draft stands the draft's own title; above it stands
    the name of the agenda item, if one is `named`.  Above the line of a type stands the title, if
    it is not the name of a body and there are the `least` names that it needs.
    """
    roles = [role for role, _ in segments]
    if "draft" in roles and (own := segments[roles.index("draft") + 1 :]):
        return own[0][1]
    if strong := [segment for role, segment in segments if role == "title"]:
        return strong[0]
    for i, (role, segment) in enumerate(segments):
        if role == "type":
            plain = [(r, p) for r, p in segments[:i] if r in ("other", "body")]
            has_title = len(plain) >= least and (named or plain[-1][0] == "other")
            return plain[-1][1] if has_title else segment
        if role == "draft":
            return segment
    return None


def fields_of_joined_lines(text: str, words: MastheadWords, known: Masthead) -> dict[str, object]:
    """What a masthead says that has become one line, as some copies have it, if it is not known.

    `A/AC.105/850 … Distr.: General 28 April 2005 Arabic Original: English … V.05-83923 (A)`: only
    what stands beside the words of the corner block is taken.
    """
    opened = words.distribution.search(text)
    if opened is None:
        return {}
    corner = text[opened.end() : opened.end() + CORNER]
    near = text[: opened.end() + CORNER]  # symbols in the text below are of other documents
    original = words.original.search(corner)
    languages = corner[: original.start() if original else None]
    submitted = corner[original.end() :] if original else ""
    readers: dict[str, Callable[[], object]] = {
        "symbol": lambda: _joined_symbol(near),
        "distribution": lambda: _joined_distribution(corner, words),
        "date": lambda: _joined_date(corner),
        "language": lambda: next(iter(_named(fold_words(languages), words)), None),
        "original_languages": lambda: tuple(_named(fold_words(submitted), words)[:1]),
        "job_number": lambda: _job(job) if (job := JOB_NUMBER.search(text)) else None,
    }
    found = {field: read() for field, read in readers.items() if not getattr(known, field)}
    return {field: value for field, value in found.items() if value}


def _joined_symbol(text: str) -> Symbol | None:
    from unreport.languages.citations import find_symbols  # noqa: PLC0415  few documents need it

    return next((found.symbol for found in find_symbols(text) if found.symbol is not None), None)


def _joined_distribution(corner: str, words: MastheadWords) -> Distribution | None:
    values = (words.distributions.get(word) for word in WORD.findall(fold_words(corner)))
    return next(filter(None, values), None)


def _joined_date(corner: str) -> dt.date | None:
    dates = (d.value.start for d in find_dates(corner) if isinstance(d.value, DateRange))
    return next(dates, None)
