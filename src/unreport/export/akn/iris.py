"""The IRIs of a document: Work, Expression and Manifestation (AKN4UN, part 1, "Naming")."""

from __future__ import annotations

import datetime as dt

import regex
from msgspec import Struct

from unreport.export.akn.document_types import DocumentType, document_type
from unreport.export.akn.vocabulary import LANGUAGE_CODES, UNDETERMINED
from unreport.model import Report
from unreport.symbols.symbol import Symbol

ORGAN_ACTORS = {"A": "ga", "S": "sc", "E": "ecosoc"}
NOT_IN_AN_ACTOR = regex.compile(r"[^a-z0-9-]")
UNDATED = dt.date(1900, 1, 1)
"""Stands for a date that is not known (AKN4UN, part 1, "FRBRdate")."""
UNNUMBERED = "document"


class Iris(Struct, frozen=True, kw_only=True):
    """The names of a document and of its language version."""

    kind: DocumentType
    actor: str  # `un-ctoc-cop-wg7`
    date: dt.date
    number: str  # `CTOC-COP-WG.7-2019-L.1-Add.3`
    language: str  # ISO 639-2
    work: str  # the IRI of the Work, which all languages share

    @property
    def expression(self) -> str:
        """The IRI of this language version."""
        return self.expression_in(self.language)

    def expression_in(self, language: str) -> str:
        """The IRI of the version in another language (ISO 639-2)."""
        return f"{self.work}/{language}@{self.date.isoformat()}"


def iris(report: Report) -> Iris:
    r"""The names of a report, from its symbol, date and language.

    >>> from unreport.parse import parse_text
    >>> lines = ["CTOC/COP/WG.7/2019/L.1/Add.3", "12 September 2019", "Draft report"]
    >>> lines.append("1. The Committee met in the spring.")
    >>> iris(parse_text("\n\n".join(lines))).expression[20:]
    '/report/un-ctoc-cop-wg7/2019-09-12/CTOC-COP-WG.7-2019-L.1-Add.3/eng@2019-09-12'
    """
    symbol, kind = report.symbol, document_type(report)
    actor, date, number = _actor(symbol), report.date or _year(symbol), _number(symbol)
    return Iris(
        kind=kind,
        actor=actor,
        date=date,
        number=number,
        work=f"/akn/un/{kind.root}/{kind.subtype}/{actor}/{date.isoformat()}/{number}",
        language=LANGUAGE_CODES.get(report.language or "", UNDETERMINED),
    )


def _actor(symbol: Symbol | None) -> str:
    """The issuing body: organization, organ and bodies, with dashes, in lower case."""
    if symbol is None:
        return "un"
    organ = ORGAN_ACTORS.get(symbol.organ, symbol.organ)
    names = (organ, *symbol.bodies)
    return "-".join(["un", *(NOT_IN_AN_ACTOR.sub("", name.lower()) for name in names)])


def _year(symbol: Symbol | None) -> dt.date:
    """A year alone is its first day."""
    year = symbol.year if symbol else None
    return dt.date(year, 1, 1) if year else UNDATED


def _number(symbol: Symbol | None) -> str:
    return symbol.text.replace("/", "-").replace(" ", "_") if symbol else UNNUMBERED
