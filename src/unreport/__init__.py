"""Read United Nations draft reports, in six languages, as typed objects."""

from unreport.document import Document, Line
from unreport.errors import (
    DamagedSource,
    EncryptedSource,
    GarbledText,
    LimitExceeded,
    NoTextLayer,
    UnreadableSource,
    UnreportError,
)
from unreport.export.json import from_json, json_schema, to_json
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

__version__ = "0.1.0"

__all__ = [
    "AgendaItem",
    "DamagedSource",
    "Document",
    "EncryptedSource",
    "Footnote",
    "Furniture",
    "GarbledText",
    "Issue",
    "Item",
    "LimitExceeded",
    "Line",
    "List",
    "Masthead",
    "Meeting",
    "NoTextLayer",
    "Note",
    "Paragraph",
    "Report",
    "Section",
    "Session",
    "Source",
    "Span",
    "Table",
    "Text",
    "UnreadableSource",
    "UnreportError",
    "from_json",
    "json_schema",
    "parse",
    "parse_document",
    "parse_text",
    "read",
    "to_json",
]
