"""Convert a report to rows of tables: one for the document, each node, footnote and issue.

The tables are described here as data, and in docs/archives.md; a column is never renamed, and new
ones come at the end (`SCHEMA` then counts up).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from unreport.model import Issue, Report, Span
from unreport.symbols.symbol import NotASymbol, Symbol

SCHEMA = 3

Kind: TypeAlias = Literal["text", "number", "big", "real", "date", "flag", "texts", "numbers"]
Row: TypeAlias = list[object]
"""Plain values in the order of the columns; dates as ISO strings."""
Columns: TypeAlias = list[list[object]]
"""The values of each column: building Arrow arrays from them is faster than from rows."""


class Column(NamedTuple):
    """A column of a table."""

    name: str
    kind: Kind
    about: str


def _columns(kind: Kind, /, **about: str) -> tuple[Column, ...]:
    return tuple(Column(name, kind, text) for name, text in about.items())


ORIGIN_COLUMNS = (
    Column("document", "text", "16 digits that stand for archive and path; joins the tables"),
    Column("archive", "text", "the archive, `outer.tar!/inner.zip` if nested; null for a file"),
    Column("path", "text", "the file, or the member in its archive"),
    Column("size", "big", "bytes"),
    Column("sha256", "text", "of the bytes, 64 hexadecimal digits"),
)
RUN_COLUMNS = (
    Column("seconds", "real", "time that the parse took"),
    Column("attempts", "number", "2 if it was tried again alone"),
    Column("unreport", "text", "version that made the row"),
)
OWNER_COLUMNS = (
    Column("document", "text", "of the table `documents`"),
    Column("symbol", "text", "of the document"),
    Column("language", "text", "of the document, ISO 639-1"),
)
SPAN_COLUMNS = (
    *_columns("number", start="first character in the logical text", end="behind the last one"),
    *_columns("number", page_first="counted from 1; null if no pages", page_last="likewise"),
)
KEY_COLUMNS = (
    Column("key", "text", "`II.A.14(b)`: unique in the document, the same in all languages"),
    Column("numeric_key", "text", "the same in numbers: `2.1.14.2`"),
)
PLACE_COLUMNS = (
    Column("node", "number", "where it stands, of the table `nodes`; null in a footnote"),
    Column("footnote", "number", "where it stands, of the table `footnotes`; null in a node"),
    *_columns("number", start="first character in the text of the node", end="behind the last one"),
    Column("text", "text", "as printed"),
)
KEY_COLUMN = Column("key", "text", "of the node or footnote: see `nodes`")
DOCUMENT_COLUMNS = (
    Column("media_type", "text", "what the file is"),
    Column("pages", "number", "null where the format has none"),
    Column("language", "text", "ISO 639-1, as the text shows"),
    Column("symbol", "text", "from the masthead; canonical form"),
    Column("base_symbol", "text", "without addenda and revisions; else from the file's name"),
    *_columns("number", addendum="0: without number", revision="number", corrigendum="number"),
    Column("distribution", "text", "general, limited, restricted, provisional"),
    Column("date", "date", "of the masthead"),
    *_columns("text", title="of the masthead", session="as printed", rapporteur="name"),
    Column("session_number", "number", "read from the session"),
    *_columns("text", meeting="as printed", place="of the meeting"),
    *_columns("date", meeting_start="first day", meeting_end="last day"),
    Column("bodies", "texts", "outermost first"),
    Column("agenda_items", "texts", "numbers"),
    Column("original_languages", "texts", "ISO 639-1"),
    Column("job_number", "text", "as printed"),
    *_columns("number", sections="how many", paragraphs="how many", items="how many"),
    *_columns("number", footnotes="how many", issues="how many"),
)
ADDED_DOCUMENT_COLUMNS = (  # after the columns of the run: new columns come at the end
    Column("resemblance", "real", "0 to 1: how much it looks like a UN document; 0.4 for a report"),
)
TABLES: dict[str, tuple[Column, ...]] = {
    "documents": (*ORIGIN_COLUMNS, *DOCUMENT_COLUMNS, *RUN_COLUMNS, *ADDED_DOCUMENT_COLUMNS),
    "nodes": (
        *OWNER_COLUMNS,
        Column("node", "number", "counted from 0 in reading order, within the document"),
        Column("parent", "number", "the node that it stands in; null at the top"),
        Column("order", "number", "place among its parent's children, from 0"),
        Column("depth", "number", "how many nodes it stands in"),
        Column("kind", "text", "paragraph, item, table, or the kind of section: chapter, annex …"),
        Column("level", "number", "of a section: grows with depth"),
        Column("number", "number", "value of the mark: 11 for `(ك)`"),
        Column("marker", "text", "the mark as printed"),
        Column("title", "text", "of a section, without its mark"),
        Column("text", "text", "of a paragraph or item, its own items included; of a table"),
        Column("section", "number", "the nearest section above, as node; null if none"),
        Column("under", "text", "the title of that section"),
        Column("continued", "flag", "a section that says so; null for other nodes"),
        *SPAN_COLUMNS,
        *KEY_COLUMNS,
    ),
    "footnotes": (
        *OWNER_COLUMNS,
        Column("footnote", "number", "counted from 0 within the document"),
        *_columns("text", marker="the mark that calls it", text="of the footnote"),
        *SPAN_COLUMNS,
        *KEY_COLUMNS,
    ),
    "furniture": (
        *OWNER_COLUMNS,
        Column("furniture", "number", "counted from 0 within the document"),
        *_columns("text", kind="running head, page number, job number …", text="as printed"),
        *SPAN_COLUMNS,
    ),
    "issues": (
        *OWNER_COLUMNS,
        Column("issue", "number", "counted from 0 within the document"),
        *_columns("text", code="a stable name", message="one sentence"),
        *SPAN_COLUMNS,
    ),
    "mentions": (
        *OWNER_COLUMNS,
        Column("mention", "number", "counted from 0 within the document"),
        Column("kind", "text", "state, statement, attendance, officer, provision, date, meeting"),
        *PLACE_COLUMNS,
        Column("state", "text", "code of ISO 3166-1 alpha-3; `EU`; of a former State as it was"),
        Column("form", "text", "of the name of a State: short, formal, former, adjective …"),
        Column("capacity", "text", "of a speaker: state, party, signatory, observer, group …"),
        Column("agenda_items", "texts", "under which a statement was made"),
        Column("on_behalf_of", "text", "whom a speaker spoke for"),
        Column("office", "text", "of an officer: chair, vice-chair, rapporteur"),
        Column("act", "text", "of a provision: decides, requests, invites, should …"),
        Column("addressee", "text", "whom a recommendation addresses, as printed"),
        Column("items", "numbers", "the nodes of the list of a provision"),
        *_columns("date", date_start="first day", date_end="last day"),
        Column("number", "number", "of a meeting"),
        Column("doubt", "text", "why it may be something else; null if nothing speaks for that"),
        KEY_COLUMN,
    ),
    "citations": (
        *OWNER_COLUMNS,
        Column("citation", "number", "counted from 0 within the document"),
        Column("kind", "text", "symbol, resolution, decision, treaty, article, paragraph …"),
        *PLACE_COLUMNS,
        Column("name", "text", "canonical: A/70/1/Add.1, 64/68 B, 1/CP.21, 7 (a)"),
        Column("within", "text", "what a part is of: `70/1`; null for a part of this document"),
        Column("target", "number", "the node of this document that is cited"),
        Column("cited_symbol", "text", "of a document cited by its symbol"),
        Column("doubt", "text", "`unresolved`: a part of a document that is not named"),
        KEY_COLUMN,
        Column("target_key", "text", "of the node that is cited"),
    ),
    "errors": (
        *ORIGIN_COLUMNS,
        *_columns("text", kind="a stable name: encrypted, timeout …", message="one sentence"),
        Column("page", "number", "where it went wrong, if known"),
        *RUN_COLUMNS,
    ),
}
MENTION_TABLES = ("mentions", "citations")
"""Only written where they are asked for."""
DEFAULT_TABLES = tuple(table for table in TABLES if table not in MENTION_TABLES)
SERIES_COLUMNS = (
    Column("base_symbol", "text", "of one report"),
    *_columns("number", documents="files in all", revisions="of them", corrigenda="of them"),
    Column("has_base", "flag", "whether the document without addendum number is there"),
    *_columns("numbers", addenda="that are there", missing="between the first and the last"),
    Column("languages", "texts", "that are there"),
    Column("gaps", "texts", "what is there in another language only: `fr Add.2`"),
    Column("members", "texts", "`document` of each file, in order"),
)


def transpose(rows: list[Row], width: int) -> Columns:
    """Transpose rows to `width` columns."""
    return [list(values) for values in zip(*rows, strict=True)] or [[] for _ in range(width)]


def document_row(
    report: Report, issues: tuple[Issue, ...], node_kinds: list[object], name: str
) -> Row:
    """The row of a document: the fields of its masthead, and counts of nodes, notes and issues.

    `node_kinds` is the column `kind` of its nodes.
    """
    masthead, meeting, session = report.masthead, report.masthead.meeting, report.masthead.session
    symbol, named = masthead.symbol, masthead.symbol or _symbol_of_name(name)
    paragraphs, items, tables = map(node_kinds.count, ("paragraph", "item", "table"))
    return [
        report.source.media_type,
        report.source.pages,
        report.language,
        str(symbol) if symbol else None,
        str(named.base) if named else None,
        masthead.addendum,
        symbol.revision if symbol else None,
        symbol.corrigendum if symbol else None,
        masthead.distribution,
        masthead.date.isoformat() if masthead.date else None,
        masthead.title,
        session.text if session else None,
        masthead.rapporteur,
        session.number if session else None,
        meeting.text if meeting else None,
        meeting.place if meeting else None,
        meeting.start.isoformat() if meeting and meeting.start else None,
        meeting.end.isoformat() if meeting and meeting.end else None,
        list(masthead.bodies),
        [number for item in masthead.agenda_items for number in item.numbers],
        list(masthead.original_languages),
        masthead.job_number,
        len(node_kinds) - paragraphs - items - tables,
        paragraphs,
        items,
        len(report.footnotes),
        len(issues),
    ]


def series_symbol(symbol: Symbol | None, name: str) -> str | None:
    """The symbol by which a file is grouped into a series: of the masthead, else of its name."""
    found = symbol or _symbol_of_name(name)
    return str(found) if found else None


def footnote_rows(report: Report) -> list[Row]:
    """A row for every footnote."""
    notes = enumerate(report.footnotes)
    return [
        [order, note.marker, note.text, *_span_cells(note.span), note.key, note.numeric_key]
        for order, note in notes
    ]


def furniture_rows(report: Report) -> list[Row]:
    """A row for every piece of page furniture."""
    pieces = enumerate(report.furniture)
    return [[order, one.kind, one.text, *_span_cells(one.span)] for order, one in pieces]


def issue_rows(issues: tuple[Issue, ...]) -> list[Row]:
    """A row for every issue."""
    numbered = enumerate(issues)
    return [
        [order, issue.code, issue.message, *_span_cells(issue.span)] for order, issue in numbered
    ]


def _span_cells(span: Span | None) -> tuple[int | None, ...]:
    """Start, end, first page and last page."""
    if span is None:
        return (None, None, None, None)
    return (span.start, span.end, *(span.pages or (None, None)))


@lru_cache(maxsize=64)  # called several times for a document
def _symbol_of_name(name: str) -> Symbol | None:
    try:
        return Symbol.from_filename(name)
    except NotASymbol:
        return None
