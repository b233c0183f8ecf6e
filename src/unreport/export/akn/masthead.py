"""The masthead in AKN4UN: a cover page up to the title, a preface from there on.

The elements of the lines are those of the guidelines, part 2, "Cover page" and "Preface", and of
the files that the United Nations publishes as UNxml.
"""

from __future__ import annotations

from collections.abc import Sequence

from unreport.export.akn.output import OutputElement, add, add_text, append
from unreport.languages import LEXICONS
from unreport.model import Masthead, MastheadLine, Report
from unreport.text.scripts import SCRIPT_LETTERS

PREFACE_ROLES = frozenset(
    {"title", "subtitle", "type", "draft", "addendum", "change", "rapporteur"}
)
"""The first line of one of these roles begins the preface."""
LINE_ELEMENTS: dict[str, tuple[str, dict[str, str]]] = {
    "united-nations": ("docAuthority", {"refersTo": "#un"}),
    "body": ("docAuthority", {"refersTo": "#issuingBody"}),
    "symbol": ("docNumber", {"refersTo": "#symbol"}),
    "distribution": ("docStatus", {}),
    "date": ("docDate", {"refersTo": "#dateOfIssuance"}),
    "language": ("inline", {"name": "akn4un:languageOfExpression"}),
    "original": ("inline", {"name": "akn4un:originalLanguage"}),
    "session": ("session", {"refersTo": "#session"}),
    "meeting": ("event", {"refersTo": "#meeting"}),
    "agenda": ("inline", {"name": "akn4un:agendaItem"}),
    "title": ("docTitle", {}),
    "subtitle": ("docType", {}),
    "addendum": ("docType", {}),
    "change": ("docType", {}),
    "rapporteur": ("docIntroducer", {}),
}
"""The element of a line, by its role; a line of another role is the text of its `p`."""
CORNER_LANGUAGE = "en"
"""Of the lines in Latin letters beside the symbol of an Arabic, Chinese or Russian document."""


def add_masthead(document: OutputElement, report: Report) -> OutputElement:
    """The cover page and the preface, which is returned.

    AKN4UN asks for a preface, and the schema for a block in it: the symbol, where nothing is there.
    """
    lines = report.masthead.lines
    start = next((at for at, line in enumerate(lines) if line.role in PREFACE_ROLES), len(lines))
    if lines[:start]:
        _add_lines(add(document, "coverPage", eId="coverPage"), report, lines[:start])
    preface = add(document, "preface", eId="preface")
    _add_lines(preface, report, lines[start:])
    if not len(preface):
        paragraph = add(preface, "p")
        if report.symbol and all(line.role != "symbol" for line in lines):
            add_text(paragraph, "docNumber", str(report.symbol), refersTo="#symbol")
    return preface


def _add_lines(parent: OutputElement, report: Report, lines: Sequence[MastheadLine]) -> None:
    for line in lines:
        language = _language(line.text, report.language)
        paragraph = add(parent, "p", class_=line.role, xml_lang=language)
        name, attributes = LINE_ELEMENTS.get(line.role, ("", {}))
        values = _values(line, report.masthead)
        if not name or values is None:
            append(paragraph, line.text)
        else:
            add_text(paragraph, name, line.text, **attributes, **values)


def _values(line: MastheadLine, masthead: Masthead) -> dict[str, str] | None:
    """What a line says, as attributes; None where its element asks for one that is not known."""
    match line.role:
        case "distribution":
            kind = masthead.distribution
            return {"refersTo": f"#{kind}Distribution"} if kind else None
        case "date":
            return {"date": masthead.date.isoformat()} if masthead.date else None
        case "session":
            number = masthead.session.number if masthead.session else None
            return {} if number is None else {"value": str(number)}
        case "agenda":
            numbers = next((i.numbers for i in masthead.agenda_items if i.text == line.text), ())
            return {"title": ", ".join(numbers)} if numbers else {}
        case _:
            return {}


def _language(text: str, language: str | None) -> str | None:
    """The language of a line that is in another script than the document."""
    lexicon = LEXICONS.get(language or "")
    if lexicon is None or lexicon.script == "Latin" or SCRIPT_LETTERS[lexicon.script].search(text):
        return None
    return CORNER_LANGUAGE if SCRIPT_LETTERS["Latin"].search(text) else None
