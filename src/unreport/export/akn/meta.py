"""The metadata of a document in AKN4UN: its names, its publication, what it refers to.

The blocks are in the order of the Akoma Ntoso schema.  What no block has a place for is in
`proprietary`: the facts of the masthead as values, doubts, running heads and page feet.
"""

from __future__ import annotations

import datetime as dt

from unreport.export.akn.facts import add_facts
from unreport.export.akn.iris import Iris
from unreport.export.akn.output import OutputElement, add, add_text
from unreport.export.akn.vocabulary import LANGUAGE_CODES
from unreport.languages import LEXICONS
from unreport.model import Report

SOURCE = "#unreport"
ISSUER = "#issuingBody"
ONTOLOGY = "/akn/ontology"
REFERENCES = (
    ("TLCOrganization", "un", "organization", "un", "United Nations"),
    ("TLCObject", "unreport", "object", "unreport", "unreport"),
    ("TLCRole", "author", "role", "author", "Author"),
    ("TLCRole", "editor", "role", "editor", "Editor"),
    ("TLCConcept", "symbol", "concept", "symbol", "Symbol"),
    ("TLCConcept", "dateOfIssuance", "concept", "dateOfIssuance", "Date of issuance"),
    ("TLCConcept", "publicationJobNumber", "concept", "publicationJobNumber", "Job number"),
    ("TLCConcept", "continuation", "concept", "continuation", "continued"),
    ("TLCEvent", "session", "event", "session", "Session"),
    ("TLCEvent", "meeting", "event", "meeting", "Meeting"),
)
"""OutputElement, eId, class and name in the ontology, and how it is shown."""


def add_meta(document: OutputElement, report: Report, names: Iris, markup: dt.date) -> None:
    """The `meta` of a whole document; `markup` is the date on which the XML was made."""
    meta = add(document, "meta")
    identification = add(meta, "identification", source=SOURCE)
    _add_work(identification, names, "!main", report)
    _add_expression(identification, names, "!main", report)
    _add_manifestation(identification, names, "!main", markup)
    if report.date:
        symbol = str(report.symbol or "") or names.number
        attributes = {"date": report.date.isoformat(), "showAs": symbol, "number": symbol}
        add(meta, "publication", name="United Nations document", **attributes)
    _add_references(add(meta, "references", source=SOURCE), report, names)
    add_facts(add(meta, "proprietary", source=SOURCE), report)
    if report.masthead.job_number:
        _add_job_number(add(meta, "presentation", source=SOURCE), report.masthead.job_number)


def add_part_meta(document: OutputElement, names: Iris, part: str, markup: dt.date) -> None:
    """The `meta` of an annex, whose part of the IRI is `!annex_1`."""
    identification = add(add(document, "meta"), "identification", source=SOURCE)
    _add_work(identification, names, part, None)
    _add_expression(identification, names, part, None)
    _add_manifestation(identification, names, part, markup)


def _add_work(parent: OutputElement, names: Iris, part: str, report: Report | None) -> None:
    level = add(parent, "FRBRWork")
    _add_names(level, f"{names.work}/{part}", names.work)
    _add_date_and_author(level, names.date, "publication", ISSUER, "#author")
    add(level, "FRBRcountry", value="un")
    if report:
        shown = str(report.symbol or "") or None
        add(level, "FRBRsubtype", value=names.kind.subtype)
        add(level, "FRBRnumber", value=names.number, showAs=shown)


def _add_expression(parent: OutputElement, names: Iris, part: str, report: Report | None) -> None:
    level = add(parent, "FRBRExpression")
    _add_names(level, f"{names.expression}/{part}", names.expression)
    _add_date_and_author(level, names.date, "publication", ISSUER, "#author")
    original = _single_original(report)
    if original is None or LANGUAGE_CODES[original] == names.language:
        add(level, "FRBRlanguage", language=names.language)
        return
    code = LANGUAGE_CODES[original]
    master = names.expression_in(code)
    add(level, "FRBRmasterExpression", href=master, showAs=LEXICONS[original].name)
    add(level, "FRBRlanguage", language=names.language)
    add(level, "FRBRtranslation", href=master, fromLanguage=code, by="#un")


def _add_manifestation(parent: OutputElement, names: Iris, part: str, markup: dt.date) -> None:
    level = add(parent, "FRBRManifestation")
    _add_names(level, f"{names.expression}/{part}.xml", f"{names.expression}.xml")
    _add_date_and_author(level, markup, "markup", SOURCE, "#editor")
    add(level, "FRBRformat", value="xml")


def _add_names(level: OutputElement, this: str, uri: str) -> None:
    add(level, "FRBRthis", value=this)
    add(level, "FRBRuri", value=uri)


def _add_date_and_author(
    level: OutputElement, date: dt.date, name: str, author: str, role: str
) -> None:
    add(level, "FRBRdate", date=date.isoformat(), name=name)
    add(level, "FRBRauthor", href=author, as_=role)


def _single_original(report: Report | None) -> str | None:
    """The language that the document was written in; None if there are several, or none known."""
    languages = report.masthead.original_languages if report else ()
    return languages[0] if len(languages) == 1 and languages[0] in LANGUAGE_CODES else None


def _add_references(parent: OutputElement, report: Report, names: Iris) -> None:
    bodies = report.masthead.bodies
    add(
        parent,
        "TLCOrganization",
        eId="issuingBody",
        href=f"{ONTOLOGY}/organization/un/{names.actor}",
        showAs=bodies[-1] if bodies else "United Nations",
    )
    for name, eid, kind, last, shown in REFERENCES:
        add(parent, name, eId=eid, href=f"{ONTOLOGY}/{kind}/un/{last}", showAs=shown)
    if report.masthead.distribution:
        distribution = f"{report.masthead.distribution}Distribution"
        shown = f"{report.masthead.distribution.capitalize()} distribution"
        href = f"{ONTOLOGY}/concept/un/{distribution}"
        add(parent, "TLCConcept", eId=distribution, href=href, showAs=shown)


def _add_job_number(presentation: OutputElement, number: str) -> None:
    left = add(add(presentation, "akn4un:firstPageFooter"), "akn4un:left")
    add_text(left, "docketNumber", number, refersTo="#publicationJobNumber")
