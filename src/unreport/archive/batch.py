"""Parse archives in worker processes: every file gives one outcome, in memory or in tables."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from unreport.archive.limits import Limits
from unreport.archive.outcome import Outcome
from unreport.archive.parse_one import (
    REPORT_ONLY,
    RESULT_DECODER,
    Contents,
    ParseFunction,
    Task,
    TaskResult,
    failed_result,
    parse_checked,
    task_for_entry,
    to_outcome,
    unchanged_result,
    unreport_version,
)
from unreport.archive.parts import preload_writers
from unreport.archive.pruning import renamed_documents, vanished_documents
from unreport.archive.sources import (
    PathLike,
    Scan,
    Selection,
    entries,
    names_documents_folder,
)
from unreport.archive.store import REORDER_WINDOW, DatasetLayout, DatasetWriter, OutputMismatch
from unreport.archive.summary import Summary, write_summary
from unreport.archive.table_exports import Export, export_tables
from unreport.archive.workers import WorkerPool

REORDER_BYTES = 64 * 2**20  # size of the reorder buffer


def parse_archive(
    *sources: PathLike | Iterable[PathLike],
    limits: Limits | None = None,
    selection: Selection | None = None,
    ordered: bool = True,
    parse: ParseFunction = parse_checked,
) -> Iterator[Outcome]:
    """Parse every file of folders, archives and glob patterns, in worker processes.

    `sources` are paths of files, folders or archives, or glob patterns.  `limits` bounds the time
    and memory of a document, `selection` chooses files.  Outcomes come in the order of the files,
    or, not `ordered`, as soon as each is done.  `parse` may be any function of an importable
    module with the signature of `archive.parse_one.parse_checked`, which is the default.

    A file that cannot be read gives an outcome with `error`; nothing is raised for it.  Raises
    `WorkersFailed` (an `UnreportError`) if no worker process starts, `ValueError` if workers
    cannot import `parse`.

    >>> for outcome in parse_archive("addenda.zip"):  # doctest: +SKIP
    ...     print(outcome.source, outcome.error or outcome.report.masthead.symbol)
    """
    _check_types(limits, selection)
    for source in sources:
        _check_source(source)
    tasks = _tasks(_flatten(sources), Scan(selection or Selection()))
    return _outcomes(tasks, WorkerPool(limits or Limits(), parse), ordered=ordered)


def _outcomes(
    tasks: Iterator[tuple[int, Task | bytes]], workers: WorkerPool, *, ordered: bool
) -> Iterator[Outcome]:
    buffer = _ReorderBuffer() if ordered else None
    with workers as pool:
        for record in pool.results(_throttle(tasks, buffer.is_full if buffer else _never_full)):
            if record is not None:
                results = buffer.push(record) if buffer else (RESULT_DECODER.decode(record),)
                yield from map(to_outcome, results)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A batch job: which files to parse, and where and how to write the tables.

    >>> Job(sources=("addenda.zip",), out=Path("tables")).layout.formats
    ('jsonl', 'parquet')
    """

    sources: tuple[PathLike, ...]
    """Files, folders, archives, glob patterns."""
    out: Path
    """Folder of the tables; it is created, or resumed."""
    layout: DatasetLayout = field(default_factory=DatasetLayout)
    """Which tables are written, in which formats."""
    limits: Limits = field(default_factory=Limits)
    """Time and memory of a document; number of workers."""
    selection: Selection = field(default_factory=Selection)
    """Which files of the sources are read."""
    max_files: int | None = None
    """Stop after this number of files."""
    ordered: bool = True
    """Rows in the order of the files; False: in the order of completion."""
    part_documents: int = 1_000
    """Documents in a part file."""
    exports: tuple[Export, ...] = ()
    """Copies of the tables, made at the end from the Parquet files: `csv`, `json`, `sqlite`."""
    prune: bool = False
    """Remove the rows of files that no longer exist.  Without it only those of renamed files are
    removed: files that no longer exist and whose contents are now in another file."""
    again: bool = False
    """Parse again what another version of unreport has parsed."""


class JobListener:
    """Callbacks of a running job: progress and cancellation.  The methods here do nothing.

    >>> class Counter(JobListener):
    ...     done = 0
    ...     def on_result(self, result, *, changed):
    ...         self.done += 1
    ...
    >>> Counter().on_idle(None)
    False
    """

    def on_start(self, job: Job, known_documents: int) -> None:
        """The run starts; earlier runs have results for `known_documents` files."""

    def on_result(self, result: TaskResult, *, changed: bool) -> None:
        """A document is done; not `changed`: its result is that of the last run."""

    def on_idle(self, longest_running: tuple[str, float] | None) -> bool:  # noqa: ARG002
        """Called about four times a second; return True to finish running tasks and stop."""
        return False


def write_archive(
    job: Job, listener: JobListener | None = None, *, parse: ParseFunction = parse_checked
) -> Summary:
    """Run a job: parse its files into a folder of tables (JSONL, Parquet).

    The folder is resumed: a file whose SHA-256 is that of an earlier run is not parsed again,
    failed files are retried.  Files that cannot be read become rows of the table `errors`.  At the
    end the table `series` and `summary.json` are written; the summary is returned and counts all
    runs, and is not `finished` if `listener` stopped this one.

    Raises `OutputMismatch` if the folder is one of documents that are to be read, if it holds other
    tables or if another process writes to it,
    `WorkersFailed` if no worker process starts (both are `UnreportError`), `OSError` if the folder
    cannot be written.

    >>> job = Job(sources=("addenda.zip",), out=Path("tables"))
    >>> write_archive(job).documents  # doctest: +SKIP
    1204
    """
    if not isinstance(job, Job):
        raise TypeError(f"an `unreport.Job` is needed, not {type(job).__name__}")
    if job.exports and "parquet" not in job.layout.formats:
        raise ValueError("exports are made from the Parquet files, which the layout does not have")
    check_output(job)
    finished = _write_tables(job, listener or JobListener(), parse)
    summary = write_summary(job.out, job.layout.formats, finished=finished)
    export_tables(job.out, job.layout.tables, job.exports)
    return summary


def check_output(job: Job) -> None:
    """Raise `OutputMismatch` if the folder of the tables has the documents of a source."""
    if names_documents_folder(job.sources, job.out):
        raise OutputMismatch(
            f"{job.out} is one of the sources, or a folder with files in one; "
            "write the tables to another folder"
        )


def _write_tables(job: Job, listener: JobListener, parse: ParseFunction) -> bool:
    """Run a job; False if the listener stopped it."""
    with (
        DatasetWriter(
            job.out,
            job.layout,
            ordered=job.ordered,
            part_documents=job.part_documents,
            version=unreport_version() if job.again else None,
        ) as store,
        WorkerPool(job.limits, parse) as pool,
    ):
        preload_writers(job.layout.formats)
        listener.on_start(job, len(store.prior_results))
        scan = Scan(job.selection, output=job.out, known=store.prior_results)
        tasks = _tasks(
            job.sources, scan, contents=job.layout.contents, known_sha256=store.known_sha256
        )
        for record in pool.results(_throttle(islice(tasks, job.max_files), store.exceeds_window)):
            if record is not None:
                result = RESULT_DECODER.decode(record)
                listener.on_result(result, changed=store.append_result(record, result))
            pool.stopping = listener.on_idle(pool.longest_running) or pool.stopping
        if not pool.stopping:
            store.discard_failures(scan.complete_archives)
            if job.max_files is None:  # all files were found
                _remove_vanished(store, scan, prune=job.prune)
        return not pool.stopping


def _remove_vanished(store: DatasetWriter, scan: Scan, *, prune: bool) -> None:
    """Remove the rows of files that were renamed, or with `prune` of all that do not exist."""
    vanished = vanished_documents(scan, store.prior_results)
    store.remove(vanished if prune else renamed_documents(vanished, store.prior_results))


def _check_types(limits: object, selection: object) -> None:
    """Raise `TypeError` for what is no `Limits` or no `Selection`."""
    if not isinstance(limits, Limits | None):
        kind = type(limits).__name__
        raise TypeError(f"`limits` of a batch is an `unreport.Limits`, not {kind}")
    if not isinstance(selection, Selection | None):
        raise TypeError(f"`selection` is an `unreport.Selection`, not {type(selection).__name__}")


def _flatten(sources: Iterable[PathLike | Iterable[PathLike]]) -> Iterator[PathLike]:
    for source in sources:
        if isinstance(source, str | os.PathLike):
            yield source
        else:
            _check_source(source)
            yield from _flatten(source)


def _check_source(source: object) -> None:
    if isinstance(source, bytes) or not isinstance(source, str | os.PathLike | Iterable):
        raise TypeError(f"a source is a path or a pattern, not {type(source).__name__}")


def _no_known_sha256(_: str) -> None:
    return None


def _never_full(_: int) -> bool:
    return False


def _tasks(
    sources: Iterable[PathLike],
    scan: Scan,
    *,
    contents: Contents = REPORT_ONLY,
    known_sha256: Callable[[str], str | None] = _no_known_sha256,
) -> Iterator[tuple[int, Task | bytes]]:
    """A task for every file, or its encoded result where there is nothing to parse."""
    for ordinal, entry in enumerate(entries(sources, scan=scan)):
        scan.unseen.discard(entry.key)
        known = known_sha256(entry.key)
        task = task_for_entry(
            entry, scan.selection, ordinal=ordinal, known_sha256=known, contents=contents
        )
        if entry.error is not None:
            yield ordinal, failed_result(task, entry.error)
        elif task.known_sha256 and task.data is not None:
            yield ordinal, unchanged_result(task) or task
        else:
            yield ordinal, task


def _throttle(
    tasks: Iterable[tuple[int, Task | bytes]], is_full: Callable[[int], bool]
) -> Iterator[Task | bytes | None]:
    """Backpressure: the tasks, with None while the reorder window is full."""
    for ordinal, task in tasks:
        while is_full(ordinal):
            yield None
        yield task


class _ReorderBuffer:
    """A reorder buffer: results come in any order and leave in the order of their files."""

    def __init__(self) -> None:
        self._next_ordinal = 0
        self._buffered: dict[int, bytes] = {}
        self._bytes = 0

    def is_full(self, _: int) -> bool:
        """Whether the buffer takes no more results."""
        return len(self._buffered) >= REORDER_WINDOW or self._bytes >= REORDER_BYTES

    def push(self, record: bytes) -> Iterator[TaskResult]:
        """Add a result; yield those whose predecessors are all there."""
        self._buffered[RESULT_DECODER.decode(record).ordinal] = record
        self._bytes += len(record)
        while (ready := self._buffered.pop(self._next_ordinal, None)) is not None:
            self._next_ordinal += 1
            self._bytes -= len(ready)
            yield RESULT_DECODER.decode(ready)
