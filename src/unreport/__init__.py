"""Read United Nations draft reports, in six languages, as typed objects."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from unreport.document import Document, Line
from unreport.errors import (
    DamagedSource,
    EmptySource,
    EncryptedSource,
    GarbledText,
    LimitExceeded,
    NotAReport,
    NoTextLayer,
    UnreadableSource,
    UnreportError,
)
from unreport.model import (
    AgendaItem,
    Footnote,
    Furniture,
    Issue,
    Item,
    List,
    Masthead,
    MastheadLine,
    Meeting,
    Note,
    Paragraph,
    Place,
    Report,
    Section,
    Session,
    Source,
    SourceDocument,
    Span,
    Table,
    Text,
)
from unreport.parse import parse, parse_document, parse_text

if TYPE_CHECKING:
    from unreport.archive.arrow_tables import tables
    from unreport.archive.batch import Job, JobListener, parse_archive, write_archive
    from unreport.archive.limits import Limits
    from unreport.archive.outcome import Failure, Origin, Outcome
    from unreport.archive.parse_one import parse_one
    from unreport.archive.sources import Selection
    from unreport.archive.store import DatasetLayout
    from unreport.archive.summary import Summary
    from unreport.checks import CHECKS, check
    from unreport.export.akn import from_akn, to_akn
    from unreport.export.html import to_html
    from unreport.export.json import from_json, to_json
    from unreport.export.json_schema import json_schema
    from unreport.export.markdown import to_markdown
    from unreport.export.tree import to_tree
    from unreport.languages.citations import Citation, find_symbols
    from unreport.languages.dates import (
        DateRange,
        FoundDate,
        ImpossibleDate,
        find_dates,
        parse_date,
        parse_date_range,
    )
    from unreport.languages.session_ordinals import session_number
    from unreport.readers import read
    from unreport.readers.limits import ReadLimits
    from unreport.readers.pdf.file.limits import PdfLimits
    from unreport.series.assemble import Assembly, assemble
    from unreport.series.versions.align import Alignment, align
    from unreport.series.versions.concordance import Disagreement
    from unreport.series.versions.tmx import to_tmx
    from unreport.symbols.symbol import NotASymbol, Symbol
    from unreport.text.display import for_display

__version__ = "0.1.0"

__all__ = [
    "CHECKS",
    "AgendaItem",
    "Alignment",
    "Assembly",
    "Citation",
    "DamagedSource",
    "DatasetLayout",
    "DateRange",
    "Disagreement",
    "Document",
    "EmptySource",
    "EncryptedSource",
    "Failure",
    "Footnote",
    "FoundDate",
    "Furniture",
    "GarbledText",
    "ImpossibleDate",
    "Issue",
    "Item",
    "Job",
    "JobListener",
    "LimitExceeded",
    "Limits",
    "Line",
    "List",
    "Masthead",
    "MastheadLine",
    "Meeting",
    "NoTextLayer",
    "NotAReport",
    "NotASymbol",
    "Note",
    "Origin",
    "Outcome",
    "Paragraph",
    "PdfLimits",
    "Place",
    "ReadLimits",
    "Report",
    "Section",
    "Selection",
    "Session",
    "Source",
    "SourceDocument",
    "Span",
    "Summary",
    "Symbol",
    "Table",
    "Text",
    "UnreadableSource",
    "UnreportError",
    "align",
    "assemble",
    "check",
    "find_dates",
    "find_symbols",
    "for_display",
    "from_akn",
    "from_json",
    "json_schema",
    "parse",
    "parse_archive",
    "parse_date",
    "parse_date_range",
    "parse_document",
    "parse_one",
    "parse_text",
    "read",
    "session_number",
    "tables",
    "to_akn",
    "to_html",
    "to_json",
    "to_markdown",
    "to_tmx",
    "to_tree",
    "write_archive",
]


# Imported on first use, so that `import unreport` stays quick
LAZY = {
    "Alignment": "series.versions.align",
    "Assembly": "series.assemble",
    "CHECKS": "checks",
    "Citation": "languages.citations",
    "DatasetLayout": "archive.store",
    "DateRange": "languages.dates",
    "Disagreement": "series.versions.concordance",
    "Failure": "archive.outcome",
    "FoundDate": "languages.dates",
    "ImpossibleDate": "languages.dates",
    "Job": "archive.batch",
    "JobListener": "archive.batch",
    "Limits": "archive.limits",
    "NotASymbol": "symbols.symbol",
    "Origin": "archive.outcome",
    "Outcome": "archive.outcome",
    "PdfLimits": "readers.pdf.file.limits",
    "ReadLimits": "readers.limits",
    "Selection": "archive.sources",
    "Summary": "archive.summary",
    "Symbol": "symbols.symbol",
    "align": "series.versions.align",
    "assemble": "series.assemble",
    "check": "checks",
    "find_dates": "languages.dates",
    "find_symbols": "languages.citations",
    "for_display": "text.display",
    "from_akn": "export.akn",
    "from_json": "export.json",
    "json_schema": "export.json_schema",
    "parse_archive": "archive.batch",
    "parse_date": "languages.dates",
    "parse_date_range": "languages.dates",
    "parse_one": "archive.parse_one",
    "read": "readers",
    "session_number": "languages.session_ordinals",
    "tables": "archive.arrow_tables",
    "to_akn": "export.akn",
    "to_html": "export.html",
    "to_json": "export.json",
    "to_markdown": "export.markdown",
    "to_tmx": "series.versions.tmx",
    "to_tree": "export.tree",
    "write_archive": "archive.batch",
}


def __getattr__(name: str) -> object:
    """Import the names that parsing does not need when they are first used."""
    if name in LAZY:
        return getattr(import_module(f"unreport.{LAZY[name]}"), name)
    raise AttributeError(f"module 'unreport' has no attribute {name!r}")


def __dir__() -> list[str]:
    """All public names, also those not yet imported: what a prompt completes."""
    return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})
