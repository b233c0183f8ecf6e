"""Parse one file in this process: the function that workers run, here or on another machine.

`run_task` takes and returns plain values and never raises, so that it can be sent to where the
file is: a worker process, a Ray task, a Spark or Dask partition.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import msgspec
from msgspec import Raw, Struct

from unreport.archive.containers import MAX_FILE_SIZE, TOO_LARGE_MESSAGE
from unreport.archive.outcome import Failure, Origin, Outcome, failure
from unreport.archive.sources import Selection, SourceEntry, document_key
from unreport.checks import check
from unreport.checks.resemblance import THRESHOLD, resemblance
from unreport.export.json import encode_json, from_json
from unreport.export.node_columns import KIND_INDEX, node_columns
from unreport.export.packed_table import PackedTable, pack
from unreport.export.rows import (
    OWNER_COLUMNS,
    TABLES,
    Columns,
    Row,
    document_row,
    footnote_rows,
    furniture_rows,
    issue_rows,
    series_symbol,
    transpose,
)
from unreport.model import Issue, Report
from unreport.parse import parse_document
from unreport.readers import read

CheckedReport: TypeAlias = tuple[Report, tuple[Issue, ...]]
ParseFunction: TypeAlias = Callable[..., CheckedReport]
"""Of the signature `parse_checked(data, *, name)`."""


class Contents(Struct, frozen=True, kw_only=True):
    """What the result of a task holds; the defaults are for tables in Parquet and JSONL."""

    report: bool = True
    """The report as JSON."""
    rows: bool = True
    """The rows of the tables."""
    mentions: bool = False
    """The rows of the tables `mentions` and `citations`, too."""


REPORT_ONLY = Contents(rows=False)


class Task(Struct, frozen=True, kw_only=True):
    """A file to parse."""

    path: str
    key: str
    archive: str | None = None
    file: str | None = None  # on disk, if `data` is None
    data: bytes | None = None
    size: int | None = None  # of the file, where it is known
    known_sha256: str | None = None  # of the last run: if it is the same, nothing is parsed
    attempts: int = 1
    ordinal: int = 0
    max_size: int = MAX_FILE_SIZE
    contents: Contents = Contents()
    only_reports: bool = False  # what does not look like a UN document is an error


class TableRows(Struct, frozen=True, array_like=True):
    """The rows of a report for the tables, without the columns that name the document."""

    document: Row
    nodes: PackedTable
    added: Row
    """The columns of the document that follow those of the run."""
    footnotes: Columns
    furniture: Columns
    issues: Columns
    mentions: Columns
    citations: Columns


class TaskResult(Struct, frozen=True, kw_only=True, array_like=True):
    """The result of a task: report and rows are encoded, the parent need not decode them."""

    ordinal: int
    key: str
    archive: str | None
    path: str
    size: int | None = None
    sha256: str | None = None
    seconds: float = 0.0
    attempts: int = 1
    version: str = ""
    error: Failure | None = None
    is_unchanged: bool = False  # since the last run
    language: str | None = None
    symbol: str | None = None  # of the masthead, or else of the file name
    issues: tuple[Issue, ...] = ()  # only if no rows are asked for, which else hold them
    report: Raw = Raw()  # JSON, as MessagePack bytes
    rows: Raw = Raw()

    @property
    def origin(self) -> Origin:
        """Where the document came from."""
        return Origin(path=self.path, archive=self.archive, size=self.size, sha256=self.sha256)


RESULT_FORMAT = 2
"""Counts up when an encoded result changes: journals that hold another form are not read."""
ENCODER = msgspec.msgpack.Encoder()
RESULT_DECODER = msgspec.msgpack.Decoder(TaskResult)
ROWS_DECODER = msgspec.msgpack.Decoder(TableRows)
JSON_DECODER = msgspec.msgpack.Decoder(bytes)
NOT_A_REPORT = "does not look like a document of the United Nations (resemblance {:.2f})"
NODE_KINDS = [column.kind for column in TABLES["nodes"][len(OWNER_COLUMNS) :]]
EMPTY = Raw(msgspec.msgpack.encode(b""))


def parse_checked(data: bytes, *, name: str | None = None) -> CheckedReport:
    """Parse a file and check the report; raises `UnreportError` if there is no text to be had."""
    document = read(data, name=name)
    report = parse_document(document)
    return report, check(report, document)


def parse_one(
    data: bytes, *, path: str = "", archive: str | None = None, parse: ParseFunction = parse_checked
) -> Outcome:
    """Parse the bytes of one file; an outcome in any case, never an exception.

    For engines with their own workers (Spark, Dask, Ray), which then limit time and memory.
    `path` names the file in the outcome, `archive` the archive that it is a member of.

    >>> outcome = parse_one(b"I. Introduction", path="draft.txt")
    >>> outcome.report.sections[0].title, outcome.error
    ('Introduction', None)
    """
    key = document_key(archive, path)
    task = Task(path=path, archive=archive, key=key, data=data, contents=REPORT_ONLY)
    return to_outcome(RESULT_DECODER.decode(run_task(task, parse)))


def to_outcome(result: TaskResult) -> Outcome:
    """A worker's result as an `Outcome`."""
    return Outcome(
        source=result.origin,
        report=None if result.error else from_json(JSON_DECODER.decode(result.report)),
        error=result.error,
        issues=result.issues,
        seconds=result.seconds,
        attempts=result.attempts,
    )


def run_task(task: Task, parse: ParseFunction = parse_checked) -> bytes:
    """Run a task; its result encoded as MessagePack."""
    return ENCODER.encode(execute(task, parse))


def execute(task: Task, parse: ParseFunction = parse_checked) -> TaskResult:
    """Run a task and measure its time."""
    started = time.perf_counter()
    result = _execute(task, parse)
    seconds = round(time.perf_counter() - started, 4)
    return msgspec.structs.replace(result, seconds=seconds)


def failed_result(task: Task, error: Failure, seconds: float = 0.0) -> bytes:
    """The encoded result of a task that failed outside `run_task`."""
    result = _empty_result(task, task.data)
    return ENCODER.encode(msgspec.structs.replace(result, error=error, seconds=seconds))


def unchanged_result(task: Task) -> bytes | None:
    """The encoded result for contents that are those of the last run; None if they differ."""
    empty = _empty_result(task, task.data)
    if empty.sha256 != task.known_sha256:
        return None
    return ENCODER.encode(msgspec.structs.replace(empty, is_unchanged=True))


def task_for_entry(
    entry: SourceEntry,
    selection: Selection,
    *,
    ordinal: int = 0,
    known_sha256: str | None = None,
    contents: Contents = REPORT_ONLY,
) -> Task:
    """The task of a source entry."""
    return Task(
        path=entry.path,
        key=entry.key,
        archive=entry.archive,
        file=entry.file,
        data=entry.data,
        size=entry.size,
        known_sha256=known_sha256,
        ordinal=ordinal,
        max_size=selection.max_size,
        contents=contents,
        only_reports=selection.only_reports,
    )


def _execute(task: Task, parse: ParseFunction) -> TaskResult:
    empty = _empty_result(task, None)
    try:
        if (error := _size_error(task)) is not None:
            return msgspec.structs.replace(empty, error=error)
        data = task.data if task.data is not None else Path(task.file or task.path).read_bytes()
        empty = _empty_result(task, data)
        if task.known_sha256 and empty.sha256 == task.known_sha256:
            return msgspec.structs.replace(empty, is_unchanged=True)
        return _with_report(empty, parse(data, name=empty.origin.name), task)
    except Exception as error:  # noqa: BLE001  any file gives an outcome
        return msgspec.structs.replace(empty, error=failure(error))


def _size_error(task: Task) -> Failure | None:
    if task.data is not None or Path(task.file or task.path).stat().st_size <= task.max_size:
        return None
    return Failure("too-large", TOO_LARGE_MESSAGE.format(task.max_size))


def unreport_version() -> str:
    """The version of unreport, which is written beside every result."""
    from unreport import __version__  # noqa: PLC0415  the package imports this module

    return __version__


def _empty_result(task: Task, data: bytes | None) -> TaskResult:
    return TaskResult(
        ordinal=task.ordinal,
        key=task.key,
        archive=task.archive,
        path=task.path,
        size=None if data is None else len(data),
        sha256=None if data is None else hashlib.sha256(data).hexdigest(),
        attempts=task.attempts,
        version=unreport_version(),
        report=EMPTY,
        rows=EMPTY,
    )


def _with_report(empty: TaskResult, checked: CheckedReport, task: Task) -> TaskResult:
    report, issues = checked
    name, wanted = empty.origin.name, task.contents
    if task.only_reports and (score := resemblance(report)) < THRESHOLD:
        return msgspec.structs.replace(
            empty, error=Failure("not-a-report", NOT_A_REPORT.format(score))
        )
    return msgspec.structs.replace(
        empty,
        language=report.language,
        symbol=series_symbol(report.masthead.symbol, name),
        issues=() if wanted.rows else issues,
        report=Raw(ENCODER.encode(encode_json(report))) if wanted.report else EMPTY,
        rows=Raw(ENCODER.encode(_rows_of(checked, name, wanted))) if wanted.rows else EMPTY,
    )


def _column_count(table: str) -> int:
    return len(TABLES[table]) - len(OWNER_COLUMNS)


def _rows_of(checked: CheckedReport, name: str, wanted: Contents) -> TableRows:
    return table_rows(*checked, name, with_mentions=wanted.mentions)


def table_rows(
    report: Report, issues: tuple[Issue, ...], name: str, *, with_mentions: bool = False
) -> TableRows:
    """The rows of a report for the tables; those of mentions only where they are asked for."""
    nodes = node_columns(report)
    mentioned, cited = _mention_rows(report) if with_mentions else ([], [])
    return TableRows(
        document=document_row(report, issues, nodes[KIND_INDEX], name),
        nodes=pack(NODE_KINDS, nodes),
        added=[resemblance(report)],
        footnotes=transpose(footnote_rows(report), _column_count("footnotes")),
        furniture=transpose(furniture_rows(report), _column_count("furniture")),
        issues=transpose(issue_rows(issues), _column_count("issues")),
        mentions=transpose(mentioned, _column_count("mentions")),
        citations=transpose(cited, _column_count("citations")),
    )


def _mention_rows(report: Report) -> tuple[list[Row], list[Row]]:
    from unreport.export.mention_rows import citation_rows, mention_rows  # noqa: PLC0415  seldom
    from unreport.mentions.find import mentions  # noqa: PLC0415  asked for

    found = mentions(report)
    return mention_rows(report, found), citation_rows(report, found)
