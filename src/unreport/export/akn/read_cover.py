"""Read the masthead of AKN4UN from its cover page and preface."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import cast, get_args

from unreport.export.akn.facts import NOWHERE, read_date, read_int, read_symbol
from unreport.export.akn.masthead import LINE_ELEMENTS
from unreport.export.akn.read_text import TextReader
from unreport.export.akn.unxml import resolution_line
from unreport.export.akn.vocabulary import AKN, LANGUAGE_CODES, Element, name_of
from unreport.languages import LEXICONS
from unreport.masthead import Distribution
from unreport.model import AgendaItem, Masthead, MastheadLine, Meeting, Session
from unreport.text.agenda_numbers import agenda_numbers

LANGUAGES = {code: language for language, code in LANGUAGE_CODES.items()}
ROLES = {
    "docAuthority": "body",
    "docNumber": "symbol",
    "docStatus": "distribution",
    "docDate": "date",
    "session": "session",
    "event": "meeting",
    "docTitle": "title",
    "docProponent": "note",
}
"""Of lines of UNxml, by the element in them."""
INLINE_ROLES = {
    "languageOfExpression": "language",
    "originalLanguage": "original",
    "agenda item": "agenda",
    "agenda item name": "other",
    "decision type": "title",
}
PUBLISHER = "#publisher"  # the United Nations, in UNxml
KNOWN_ROLES = frozenset(LINE_ELEMENTS)


def read_lines(document: Element, texts: TextReader) -> tuple[MastheadLine, ...]:
    """The lines of the masthead; their roles are the classes, or told by the elements."""
    pages = (document.find(f"{{{AKN}}}{name}") for name in ("coverPage", "preface"))
    heading = None if texts.exact else resolution_line(document)
    return tuple(
        line
        for page in pages
        if page is not None
        for block in page
        if name_of(block) != "toc"
        and block is not heading
        and (line := _line(block, texts)) is not None
    )


def _line(block: Element, texts: TextReader) -> MastheadLine | None:
    text = texts.run(block)[0]
    if texts.exact:
        role = block.get("class")
        return None if role is None else MastheadLine(role=role, text=text, span=NOWHERE)
    return MastheadLine(role=_role(block), text=text, span=NOWHERE) if text else None


def _role(block: Element) -> str:
    if block.find(f".//{{{AKN}}}docTitle") is not None:
        return "title"
    for element in block.iter():
        name = name_of(element)
        if name == "docAuthority" and element.get("refersTo") == PUBLISHER:
            return "united-nations"
        if name in ROLES:
            return ROLES[name]
        if name == "inline" and element.get("name") in INLINE_ROLES:
            return INLINE_ROLES[element.get("name", "")]
    return "other"


def facts_of_elements(
    document: Element, lines: tuple[MastheadLine, ...], language: str | None
) -> Masthead:
    """The facts of a masthead, from the elements and attributes of UNxml."""
    by_role: dict[str, list[str]] = {}
    for line in lines:
        by_role.setdefault(line.role, []).append(line.text)
    cover = document.find(f"{{{AKN}}}coverPage")
    session = None if cover is None else cover.find(f".//{{{AKN}}}session")
    job_number = document.findtext(f"{{{AKN}}}meta//{{{AKN}}}docketNumber")
    symbols = filter(None, map(read_symbol, by_role.get("symbol", ())))
    return Masthead(
        symbol=next(symbols, None),
        distribution=_distribution(cover),
        date=_date(cover),
        language=language,
        original_languages=tuple(_originals(by_role.get("original", ()))),
        bodies=tuple(by_role.get("body", ())),
        session=None
        if session is None
        else Session(text=by_role["session"][0], number=read_int(session.get("value"))),
        meeting=_meeting(cover, by_role.get("meeting", ())),
        agenda_items=tuple(_agenda(document)),
        title=" ".join(by_role.get("title", ())) or None,
        job_number=job_number or None,
        lines=lines,
    )


def _date(cover: Element | None) -> dt.date | None:
    """The date of issuance; a date of the year 1 stands for none in UNxml."""
    dates = [] if cover is None else cover.findall(f".//{{{AKN}}}docDate")
    issued = [date for date in dates if date.get("refersTo") == "#dateOfIssuance"] or dates
    found = read_date(issued[0].get("date")) if issued else None
    return found if found and found.year > 1 else None


def _distribution(cover: Element | None) -> Distribution | None:
    """`#generalDistribution`."""
    status = None if cover is None else cover.find(f".//{{{AKN}}}docStatus")
    name = "" if status is None else status.get("refersTo", "").removeprefix("#")
    kind = name.removesuffix("Distribution")
    return cast("Distribution", kind) if kind in get_args(Distribution) else None


def _meeting(cover: Element | None, texts: Sequence[str]) -> Meeting | None:
    """The place and the days of a session or meeting."""
    event = None if cover is None else cover.find(f".//{{{AKN}}}event")
    if event is None or not texts:
        return None
    dates = {one.get("refersTo"): one.get("date") for one in event if one.get("date")}
    place = event.findtext(f"{{{AKN}}}location")
    return Meeting(
        text=texts[0],
        place=place.strip() if place else None,
        start=read_date(dates.get("#startDate")),
        end=read_date(dates.get("#endDate")),
    )


def _originals(lines: list[str] | tuple[str, ...]) -> Iterator[str]:
    for line in lines:
        yield from (code for code, lexicon in LEXICONS.items() if lexicon.name in line)


def _agenda(document: Element) -> Iterator[AgendaItem]:
    path = f"{{{AKN}}}coverPage//{{{AKN}}}inline[@name='agenda item']"
    for element in document.iterfind(path):
        number = element.get("title")
        text = " ".join("".join(element.itertext()).split())
        numbers = (agenda_numbers(number) or (number,)) if number else ()
        yield AgendaItem(text=text, numbers=numbers)
