"""Reports as Arrow tables in memory: the same tables as those of an archive."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Raw
from msgspec.structs import replace

from unreport.archive.outcome import Outcome
from unreport.archive.parse_one import ENCODER, TaskResult, table_rows, unreport_version
from unreport.archive.parts import Piece, arrow_batch, result_rows
from unreport.archive.sources import document_key
from unreport.errors import UnreportError
from unreport.export.rows import MENTION_TABLES, TABLES, series_symbol
from unreport.model import Report

if TYPE_CHECKING:
    import pyarrow as pa


def tables(reports: Iterable[Report | Outcome], *, mentions: bool = False) -> dict[str, pa.Table]:
    r"""Reports as Arrow tables: `documents`, `nodes`, `footnotes`, `furniture`, `issues`, `errors`.

    Also outcomes of `parse_archive`; those without a report are rows of `errors`.  The columns are
    those of docs/archives.md; `to_pandas` makes a data frame of a table.  The column `document`
    joins the tables.  With `mentions` also the tables `mentions` and `citations`.  Needs pyarrow.
    Raises `TypeError` for what is neither a report nor an outcome.

    >>> from unreport.parse import parse_text
    >>> reports = [parse_text("I. Work\n\n1. It met."), parse_text("2. It closed.")]
    >>> nodes = tables(reports)["nodes"]
    >>> nodes.select(["kind", "number", "text"]).to_pylist()[-1]
    {'kind': 'paragraph', 'number': 2, 'text': 'It closed.'}
    """
    try:
        import pyarrow as pa  # noqa: PLC0415  an extra
    except ImportError as error:
        raise UnreportError("this needs pyarrow: pip install pyarrow") from error

    names = tuple(name for name in TABLES if mentions or name not in MENTION_TABLES)
    pieces: dict[str, list[Piece]] = {name: [] for name in names}
    for turn, one in enumerate([reports] if isinstance(reports, Report) else reports):
        result = _result(one, turn, with_mentions=mentions)
        for table, piece in result_rows(result, names):
            pieces[table].append(piece)
    return {
        table: pa.Table.from_batches([arrow_batch(table, own)]) for table, own in pieces.items()
    }


def _result(one: Report | Outcome, turn: int, *, with_mentions: bool) -> TaskResult:
    if isinstance(one, Outcome):
        result, report, issues = _of_outcome(one, turn), one.report, one.issues
    else:
        result, report, issues = _of_report(one, turn), one, one.doubts
    if report is None:
        return result
    name = result.origin.name
    rows = table_rows(report, issues, name, with_mentions=with_mentions)
    return replace(
        result,
        language=report.language,
        symbol=series_symbol(report.masthead.symbol, name),
        rows=Raw(ENCODER.encode(rows)),
    )


def _of_report(report: Report, turn: int) -> TaskResult:
    """A report that comes from no archive; its place among the reports tells it from the others."""
    if not isinstance(report, Report):
        raise TypeError(f"reports or outcomes are needed, not {type(report).__name__}")
    path = report.source.name or ""
    return TaskResult(
        ordinal=turn,
        key=document_key(str(turn), path),
        archive=None,
        path=path,
        sha256=report.source.sha256,
        version=unreport_version(),
    )


def _of_outcome(outcome: Outcome, turn: int) -> TaskResult:
    source = outcome.source
    return TaskResult(
        ordinal=turn,
        key=document_key(source.archive, source.path),
        archive=source.archive,
        path=source.path,
        size=source.size,
        sha256=source.sha256,
        seconds=outcome.seconds,
        attempts=outcome.attempts,
        version=unreport_version(),
        error=outcome.error,
    )
