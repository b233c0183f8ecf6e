"""What Akoma Ntoso has no place for, in `proprietary`: written, and read back.

The facts of the masthead as values, the file that was read, doubts, and what was set aside as
running head, page foot or rule.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal, TypeAlias, cast, get_args

from unreport.export.akn.output import OWN_PREFIX, OutputElement, add_text
from unreport.export.akn.vocabulary import OWN, Element
from unreport.model import (
    AgendaItem,
    Distribution,
    Furniture,
    Issue,
    Masthead,
    Meeting,
    Report,
    Session,
    Source,
    Span,
)
from unreport.symbols.symbol import NotASymbol, Symbol

NOWHERE = Span(0, 0)
FurnitureKind: TypeAlias = Literal["head", "foot", "contents", "rule"]


def add_facts(parent: OutputElement, report: Report) -> None:
    """Everything of a report that has no place elsewhere, but places in the source."""
    _add(parent, "report", language=report.language)
    source = report.source
    _add(
        parent,
        "source",
        name=source.name,
        mediaType=source.media_type,
        sha256=source.sha256,
        pages=_text(source.pages),
    )
    _add_masthead(parent, report.masthead)
    for number, furniture in enumerate(report.furniture, start=1):
        if furniture.kind != "contents":  # which is in the preface
            _add(parent, "furniture", furniture.text, kind=furniture.kind, index=str(number))
    for issue in report.doubts:
        _add(parent, "doubt", issue.message, code=issue.code)


def _add_masthead(parent: OutputElement, masthead: Masthead) -> None:
    element = _add(
        parent,
        "masthead",
        symbol=_text(masthead.symbol),
        distribution=masthead.distribution,
        date=_text(masthead.date),
        language=masthead.language,
        originalLanguages=" ".join(masthead.original_languages) or None,
        title=masthead.title,
        addendum=_text(masthead.addendum),
        jobNumber=masthead.job_number,
        rapporteur=masthead.rapporteur,
    )
    for body in masthead.bodies:
        _add(element, "body", body)
    if session := masthead.session:
        _add(element, "session", session.text, number=_text(session.number))
    if meeting := masthead.meeting:
        start, end = _text(meeting.start), _text(meeting.end)
        _add(element, "meeting", meeting.text, place=meeting.place, start=start, end=end)
    for item in masthead.agenda_items:
        agenda = _add(element, "agendaItem", item.text)
        for number in item.numbers:
            _add(agenda, "number", number)


def _add(
    parent: OutputElement, name: str, text: str = "", /, **attributes: str | None
) -> OutputElement:
    return add_text(parent, f"{OWN_PREFIX}:{name}", text, **attributes)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


# --- reading --------------------------------------------------------------------------------------


def read_source(proprietary: Element | None) -> Source:
    """The file that the report was read from; the XML itself where that does not say it."""
    element = None if proprietary is None else own_element(proprietary, "source")
    if element is None:
        return Source(media_type="application/akn+xml")
    return Source(
        name=element.get("name"),
        media_type=element.get("mediaType", ""),
        sha256=element.get("sha256"),
        pages=read_int(element.get("pages")),
    )


def read_doubts(proprietary: Element) -> tuple[Issue, ...]:
    """The reader's doubts."""
    found = proprietary.iterfind(f"{{{OWN}}}doubt")
    return tuple(Issue(code=one.get("code", ""), message=one.text or "") for one in found)


def read_furniture(proprietary: Element) -> dict[int, Furniture]:
    """What was set aside, but for lists of contents; by its place among all."""
    return {
        int(one.get("index", "0")): Furniture(
            kind=cast("FurnitureKind", one.get("kind")), text=one.text or "", span=NOWHERE
        )
        for one in proprietary.iterfind(f"{{{OWN}}}furniture")
    }


def read_masthead(element: Element | None) -> Masthead:
    """The facts of the masthead; its lines are in the cover page and the preface."""
    if element is None:
        return Masthead()
    session, meeting = own_element(element, "session"), own_element(element, "meeting")
    distribution = element.get("distribution")
    return Masthead(
        symbol=read_symbol(element.get("symbol")),
        distribution=cast("Distribution", distribution)
        if distribution in get_args(Distribution)
        else None,
        date=read_date(element.get("date")),
        language=element.get("language"),
        original_languages=tuple(element.get("originalLanguages", "").split()),
        bodies=tuple(body.text or "" for body in element.iterfind(f"{{{OWN}}}body")),
        session=None
        if session is None
        else Session(text=session.text or "", number=read_int(session.get("number"))),
        meeting=None if meeting is None else _read_meeting(meeting),
        agenda_items=tuple(map(_read_agenda_item, element.iterfind(f"{{{OWN}}}agendaItem"))),
        title=element.get("title"),
        addendum=read_int(element.get("addendum")),
        job_number=element.get("jobNumber"),
        rapporteur=element.get("rapporteur"),
    )


def _read_meeting(element: Element) -> Meeting:
    return Meeting(
        text=element.text or "",
        place=element.get("place"),
        start=read_date(element.get("start")),
        end=read_date(element.get("end")),
    )


def _read_agenda_item(element: Element) -> AgendaItem:
    return AgendaItem(text=element.text or "", numbers=tuple(one.text or "" for one in element))


def read_symbol(text: str | None) -> Symbol | None:
    """A symbol; None for what is none."""
    try:
        return Symbol.parse(text) if text else None
    except NotASymbol:
        return None


def read_date(text: str | None) -> dt.date | None:
    """A date as YYYY-MM-DD; None for what is none."""
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def own_element(element: Element, name: str) -> Element | None:
    """A child in the namespace of this library."""
    return element.find(f"{{{OWN}}}{name}")


def read_int(text: str | None) -> int | None:
    """A number in digits; None for what is none."""
    return int(text) if text and text.isdecimal() else None
