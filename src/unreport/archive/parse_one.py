"""One file to its outcome, in this process: what a worker does, here or on another machine.

`examine` is a plain function of plain values and never raises, so that it can be sent to where the
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

from unreport.archive.containers import LARGEST, TOO_LARGE
from unreport.archive.outcome import Failure, Origin, Outcome, failure
from unreport.archive.sources import Entry, entry_key
from unreport.checks import check
from unreport.errors import LimitExceeded
from unreport.export.json import encode_json, from_json
from unreport.export.rows import (
    OWNER,
    TABLES,
    Columns,
    Row,
    document_row,
    footnote_rows,
    issue_rows,
    node_rows,
    series_symbol,
    turned,
)
from unreport.model import Issue, Report
from unreport.parse import parse_document
from unreport.readers import read

Parsed: TypeAlias = tuple[Report, tuple[Issue, ...]]
Parse: TypeAlias = Callable[..., Parsed]
"""Of the signature `parse_checked(data, *, name)`."""


class Task(Struct, frozen=True, kw_only=True):
    """A file to parse."""

    path: str
    key: str
    archive: str | None = None
    file: str | None = None  # on disk, if `data` is None
    data: bytes | None = None
    size: int | None = None  # of the file, where it is known
    known: str | None = None  # its sha256 at the last run: if it is the same, nothing is parsed
    attempts: int = 1
    ordinal: int = 0
    largest: int = LARGEST
    rows: bool = True  # False: the report alone


class Rows(Struct, frozen=True, array_like=True):
    """What a report gives to the tables, without the columns that say whose it is."""

    document: Row
    nodes: Columns
    footnotes: Columns
    issues: Columns


class Reply(Struct, frozen=True, kw_only=True, array_like=True):
    """What a worker sends back: bytes that the parent hands on without looking inside."""

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
    same: bool = False  # unchanged since the last run
    language: str | None = None
    symbol: str | None = None  # of the masthead, or else of the name
    issues: tuple[Issue, ...] = ()  # where no rows are wanted: else they are among the rows
    report: Raw = Raw()  # JSON in a bin
    rows: Raw = Raw()

    @property
    def origin(self) -> Origin:
        """Where the document came from."""
        return Origin(path=self.path, archive=self.archive, size=self.size, sha256=self.sha256)


ENCODER = msgspec.msgpack.Encoder()
REPLIES = msgspec.msgpack.Decoder(Reply)
ROWS = msgspec.msgpack.Decoder(Rows)
JSON = msgspec.msgpack.Decoder(bytes)
NOTHING = Raw(msgspec.msgpack.encode(b""))


def parse_checked(data: bytes, *, name: str | None = None) -> Parsed:
    """Parse a file, and say what seems wrong in it."""
    document = read(data, name=name)
    report = parse_document(document)
    return report, check(report, document)


def parse_one(
    data: bytes, *, path: str = "", archive: str | None = None, parse: Parse = parse_checked
) -> Outcome:
    """Parse the bytes of one file; an outcome in any case, never an exception.

    For engines that bring their own workers (Spark, Dask, Ray); limits on time and memory are then
    theirs.
    """
    key = entry_key(archive, path)
    task = Task(path=path, archive=archive, key=key, data=data, rows=False)
    return outcome(REPLIES.decode(examine(task, parse)))


def outcome(reply: Reply) -> Outcome:
    """What a worker sent back, as an object."""
    return Outcome(
        source=reply.origin,
        report=None if reply.error else from_json(JSON.decode(reply.report)),
        error=reply.error,
        issues=reply.issues,
        seconds=reply.seconds,
        attempts=reply.attempts,
    )


def examine(task: Task, parse: Parse = parse_checked) -> bytes:
    """Parse a file and encode all that is wanted of it."""
    return ENCODER.encode(answer(task, parse))


def answer(task: Task, parse: Parse = parse_checked) -> Reply:
    """Parse a file; all that is wanted of it, not encoded yet."""
    started = time.perf_counter()
    reply = _reply(task, parse)
    seconds = round(time.perf_counter() - started, 4)
    return msgspec.structs.replace(reply, seconds=seconds)


def failed(task: Task, error: Failure, seconds: float = 0.0) -> bytes:
    """The reply for a file that no worker could read."""
    reply = _blank(task, task.data)
    return ENCODER.encode(msgspec.structs.replace(reply, error=error, seconds=seconds))


def unchanged(task: Task) -> bytes | None:
    """The reply for contents that are those of the last run; None if they are not."""
    blank = _blank(task, task.data)
    if blank.sha256 != task.known:
        return None
    return ENCODER.encode(msgspec.structs.replace(blank, same=True))


def task_of(entry: Entry, *, ordinal: int, largest: int, known: str | None, rows: bool) -> Task:
    """What a worker needs to know of an entry."""
    return Task(
        path=entry.path,
        key=entry.key,
        archive=entry.archive,
        file=entry.file,
        data=entry.data,
        size=entry.size,
        known=known,
        ordinal=ordinal,
        largest=largest,
        rows=rows,
    )


def _reply(task: Task, parse: Parse) -> Reply:
    blank = _blank(task, None)
    try:
        data = task.data if task.data is not None else _contents(task)
        blank = _blank(task, data)
        if task.known and blank.sha256 == task.known:
            return msgspec.structs.replace(blank, same=True)
        return _filled(blank, parse(data, name=blank.origin.name), task)
    except Exception as error:  # noqa: BLE001  any file gives an outcome
        return msgspec.structs.replace(blank, error=failure(error))


def _contents(task: Task) -> bytes:
    path = Path(task.file or task.path)
    if path.stat().st_size > task.largest:
        raise LimitExceeded(TOO_LARGE.format(task.largest))
    return path.read_bytes()


def _blank(task: Task, data: bytes | None) -> Reply:
    from unreport import __version__  # noqa: PLC0415  the package imports this module

    return Reply(
        ordinal=task.ordinal,
        key=task.key,
        archive=task.archive,
        path=task.path,
        size=None if data is None else len(data),
        sha256=None if data is None else hashlib.sha256(data).hexdigest(),
        attempts=task.attempts,
        version=__version__,
        report=NOTHING,
        rows=NOTHING,
    )


def _filled(blank: Reply, parsed: Parsed, task: Task) -> Reply:
    report, issues = parsed
    name = blank.origin.name
    return msgspec.structs.replace(
        blank,
        language=report.language,
        symbol=series_symbol(report.masthead.symbol, name),
        issues=() if task.rows else issues,
        report=Raw(ENCODER.encode(encode_json(report))),
        rows=Raw(ENCODER.encode(_rows(report, issues, name))) if task.rows else NOTHING,
    )


def _width(table: str) -> int:
    return len(TABLES[table]) - len(OWNER)


def _rows(report: Report, issues: tuple[Issue, ...], name: str) -> Rows:
    nodes = node_rows(report)
    return Rows(
        document=document_row(report, issues, nodes, name),
        nodes=turned(nodes, _width("nodes")),
        footnotes=turned(footnote_rows(report), _width("footnotes")),
        issues=turned(issue_rows(issues), _width("issues")),
    )
