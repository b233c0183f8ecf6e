"""An assembled report as tables in Parquet (needs pyarrow: the extra `parquet`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from unreport.export.node_columns import node_rows
from unreport.export.parquet import record_batch, table_bytes
from unreport.export.rows import (
    OWNER_COLUMNS,
    TABLES,
    Row,
    footnote_rows,
    issue_rows,
    transpose,
)
from unreport.model import Report, Span

START = len(OWNER_COLUMNS)


def write_report_tables(report: Report, folder: Path) -> None:
    """Write `nodes.parquet`, `footnotes.parquet` and `issues.parquet` to a folder.

    The columns are those of `unreport batch`; `document` is the symbol of the whole report, and
    `symbol` that of the document of the series that the row came from.  Raises `OSError`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows = {
        "nodes": node_rows(report),
        "footnotes": footnote_rows(report),
        "issues": issue_rows(report.doubts),
    }
    for table, own in rows.items():
        columns = transpose(list(_with_owner(report, table, own)), len(TABLES[table]))
        data = table_bytes(table, [record_batch(table, columns)])
        (folder / f"{table}.parquet").write_bytes(data)


def _with_owner(report: Report, table: str, rows: Iterable[Row]) -> Iterator[Row]:
    at = [column.name for column in TABLES[table]].index("start") - START
    whole = str(report.symbol) if report.symbol else None
    for row in rows:
        start = row[at]
        document = report.document_of(Span(start, start)) if isinstance(start, int) else None
        symbol = str(document.symbol) if document and document.symbol else whole
        yield [whole, symbol, report.language, *row]
