"""Read United Nations draft reports, in six languages, as typed objects."""

from unreport.checks import CHECKS, check
from unreport.citations import Citation, find_symbols
from unreport.dates import (
    DateRange,
    FoundDate,
    ImpossibleDate,
    find_dates,
    parse_date,
    parse_date_range,
)
from unreport.document import Document, Line
from unreport.errors import (
    DamagedSource,
    EncryptedSource,
    GarbledText,
    LimitExceeded,
    NotAReport,
    NoTextLayer,
    UnreadableSource,
    UnreportError,
)
from unreport.export.html import to_html
from unreport.export.json import from_json, json_schema, to_json
from unreport.export.markdown import to_markdown
from unreport.export.tree import to_tree
from unreport.model import (
    AgendaItem,
    Footnote,
    Furniture,
    Issue,
    Item,
    List,
    Masthead,
    Meeting,
    Note,
    Paragraph,
    Report,
    Section,
    Session,
    Source,
    Span,
    Table,
    Text,
)
from unreport.parse import parse, parse_document, parse_text
from unreport.readers import read
from unreport.sessions import session_number
from unreport.symbol import NotASymbol, Symbol

__version__ = "0.1.0"

__all__ = [
    "CHECKS",
    "AgendaItem",
    "Citation",
    "DamagedSource",
    "DateRange",
    "Document",
    "EncryptedSource",
    "Footnote",
    "FoundDate",
    "Furniture",
    "GarbledText",
    "ImpossibleDate",
    "Issue",
    "Item",
    "LimitExceeded",
    "Line",
    "List",
    "Masthead",
    "Meeting",
    "NoTextLayer",
    "NotAReport",
    "NotASymbol",
    "Note",
    "Paragraph",
    "Report",
    "Section",
    "Session",
    "Source",
    "Span",
    "Symbol",
    "Table",
    "Text",
    "UnreadableSource",
    "UnreportError",
    "check",
    "find_dates",
    "find_symbols",
    "from_json",
    "json_schema",
    "parse",
    "parse_date",
    "parse_date_range",
    "parse_document",
    "parse_text",
    "read",
    "session_number",
    "to_html",
    "to_json",
    "to_markdown",
    "to_tree",
]
