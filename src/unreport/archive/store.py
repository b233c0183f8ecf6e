"""The output folder of a batch job: part files of the tables, manifests, and the write-ahead log.

    documents/part-000000.parquet    nodes/  footnotes/  issues/  errors/    the tables
    reports/part-000000.jsonl        whole reports, one a line
    manifest/part-000000.json        what the part holds, which version made it
    series.parquet  summary.json     written at the end of each run
    unreport.json                    what is written here
.work/                           the journal, and commits that are not applied yet

Files are replaced atomically, by renaming; the tables can be read at any moment.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator
from heapq import heappop, heappush
from pathlib import Path
from typing import NamedTuple, Self

import msgspec
from filelock import BaseFileLock, FileLock, Timeout
from msgspec import Struct

from unreport.archive.journal import Journal, apply_commit, commit, write_atomic
from unreport.archive.outcome import Failure
from unreport.archive.parse_one import RESULT_DECODER, RESULT_FORMAT, Contents, TaskResult
from unreport.archive.parts import (
    Format,
    Manifest,
    ManifestEntry,
    PartWriter,
    copy_file_without,
    part_path,
    write_manifest,
)
from unreport.errors import UnreportError
from unreport.export.rows import DEFAULT_TABLES, MENTION_TABLES, SCHEMA

REORDER_WINDOW = 4_096  # documents that may complete while an earlier one is still running
PART_DOCUMENTS = 1_000
PART_BYTES = 64 * 2**20
JOURNAL_PREFIX = f"journal-{RESULT_FORMAT}-"
MANIFESTS = msgspec.json.Decoder(Manifest)


class OutputMismatch(UnreportError):
    """The folder holds other tables than those to be written, or another process writes to it."""


class DatasetLayout(Struct, frozen=True, kw_only=True):
    """Which tables a folder holds, in which file formats; fixed when the folder is created.

    >>> DatasetLayout(formats=("parquet",), tables=("documents", "errors")).schema == SCHEMA
    True
    """

    formats: tuple[Format, ...] = ("jsonl", "parquet")
    """The file formats of the tables; `parquet` needs the extra of that name."""
    tables: tuple[str, ...] = DEFAULT_TABLES
    """Names of `unreport.export.rows.TABLES`; `mentions` and `citations` only if named here."""
    schema: int = SCHEMA
    """Version of the columns."""

    @property
    def contents(self) -> Contents:
        """What the result of a document must hold for these tables."""
        return Contents(
            report="jsonl" in self.formats and "documents" in self.tables,
            rows="parquet" in self.formats and self.tables != ("errors",),
            mentions=not set(MENTION_TABLES).isdisjoint(self.tables),
        )


class PriorResult(NamedTuple):
    """The result of a document in an earlier run."""

    part: int | None  # None: still in the journal
    sha256: str | None
    error: Failure | None
    version: str  # of unreport
    path: str  # with the archive: `all.tar!/2019.zip!/L.1.pdf`


class DatasetWriter:
    """Writes results to a folder of tables, one part file after the other.  A context manager."""

    def __init__(
        self,
        out: Path,
        layout: DatasetLayout,
        *,
        ordered: bool = True,
        part_documents: int = PART_DOCUMENTS,
        version: str | None = None,
    ) -> None:
        """`version`: documents parsed by another version of unreport must be parsed again."""
        self.out = out
        self._version = version
        self.layout = layout
        self._work = out / ".work"
        self._work.mkdir(parents=True, exist_ok=True)
        _check_layout(out / "unreport.json", layout)
        self._lock = _acquire_lock(self._work / "lock")
        _recover(self._work, out)
        self._part = 1 + max((m.part for m in manifests(out)), default=-1)
        self._watermark = _LowWatermark() if ordered else None
        self._limits = (part_documents, PART_BYTES)
        self._superseded: dict[int, set[str]] = defaultdict(set)  # document keys by part
        self._discarded: set[str] = set()  # document keys in the journal
        self._part_writer: PartWriter | None = None
        self.prior_results: dict[str, PriorResult] = {}
        self._load_manifests()
        self._open_journal()
        self._is_resumed = bool(self.prior_results)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            if kind is None:
                self.commit_part(everything=True)
        finally:
            self._roll_back()
            self._journal.close()
            self._lock.release()

    def known_sha256(self, key: str) -> str | None:
        """The SHA-256 with which a document was parsed; None: it must be parsed in any case."""
        known = self.prior_results.get(key)
        if known is None or known.error is not None:
            return None
        return known.sha256 if self._version in (None, known.version) else None

    def exceeds_window(self, ordinal: int) -> bool:
        """Whether a document is beyond the reorder window."""
        return self._watermark is not None and ordinal - self._watermark.value > REORDER_WINDOW

    def append_result(self, record: bytes, result: TaskResult) -> bool:
        """Log a result; False if it is the same as that of the last run."""
        known = self.prior_results.get(result.key)
        changed = not (
            result.is_unchanged or (known and known == _prior_result(known.part, result))
        )
        position = None
        if changed:
            position = self._journal.append(record)
            self._index_record(position, result, len(record))
            if known or self._is_resumed:  # else a first run, which remembers nothing
                self._supersede(result)
        if self._watermark:
            self._watermark.complete(result.ordinal)
            self._write_ready(self._watermark.value, position, result)
        documents, size = self._limits
        if self._count >= documents or self._bytes >= size:
            self.commit_part()
        return changed

    def discard_failures(self, keys: set[str]) -> None:
        """Drop failures that no longer hold: those of archives that now are complete."""
        self.remove(
            {key for key in keys & self.prior_results.keys() if self.prior_results[key].error}
        )

    def remove(self, keys: set[str]) -> None:
        """Remove documents with all their rows."""
        for key in keys:
            known = self.prior_results[key]
            if known.part is None:
                self._discarded.add(key)
            else:
                self._superseded[known.part].add(key)

    def commit_part(self, *, everything: bool = False) -> None:
        """Write the results of the journal to a part: all of them, or those below the watermark."""
        selected, remaining = self._split_by_watermark(everything=everything)
        rewritten = sorted(self._superseded)
        if not selected and not rewritten:
            self._count = self._bytes = 0  # check again after as many records
            return
        if selected:
            self._finish_part(selected)
            self._carry_over(remaining)
        else:
            self._roll_back()
            self._staging.mkdir()
        for part in rewritten:
            self._rewrite_part(self._staging, part, frozenset(self._superseded[part]))
        commit(self._staging, f"change-{self._part:06}")
        self._journal.close()
        apply_commit(self._work / f"change-{self._part:06}", self.out)
        if selected:
            self._journal.path.unlink()
            self._part += 1
        self._superseded.clear()
        self._open_journal()

    @property
    def _staging(self) -> Path:
        return self._work / "staged.tmp"

    def _open_journal(self) -> None:
        """Open the journal of the next part, and index its records."""
        self._journal = Journal(self._work / f"{JOURNAL_PREFIX}{self._part:06}")
        self._count = self._bytes = 0
        self._latest: dict[str, tuple[int, int]] = {}  # by document: ordinal and position
        self._unwritten: list[tuple[int, int, str]] = []  # a heap by ordinal
        for position, record in self._journal.records():
            result = RESULT_DECODER.decode(record)
            self._index_record(position, result, len(record))
            self._supersede(result)

    def _index_record(self, position: int, result: TaskResult, size: int) -> None:
        """Index a record of the journal; of two records of a document the last one holds."""
        self._latest[result.key] = (result.ordinal, position)
        heappush(self._unwritten, (result.ordinal, position, result.key))
        self._count += 1
        self._bytes += size

    def _split_by_watermark(self, *, everything: bool) -> tuple[list[int], list[int]]:
        """Positions of the records that make the part, in order, and of those that stay."""
        found = sorted(entry for key, entry in self._latest.items() if key not in self._discarded)
        bound = found[-1][0] + 1 if found else 0
        if self._watermark and not everything:
            bound = self._watermark.value
        selected = [position for ordinal, position in found if ordinal < bound]
        return selected, [position for ordinal, position in found if ordinal >= bound]

    def _write_ready(self, bound: int, current: int | None, result: TaskResult) -> None:
        """Write the rows of results below the watermark; `current` need not be read again."""
        while self._unwritten and self._unwritten[0][0] < bound:
            ordinal, position, key = heappop(self._unwritten)
            if self._latest[key] == (ordinal, position):
                self._part_writer = self._part_writer or self._new_part_writer()
                self._part_writer.add(
                    position, result if position == current else self._read_result(position)
                )

    def _finish_part(self, selected: list[int]) -> None:
        """Write the part of these records; rows already written are kept if they are its prefix."""
        writer = self._part_writer
        if writer is None or writer.positions != selected[: len(writer.positions)]:
            self._roll_back()
            writer = self._part_writer = self._new_part_writer()
        for position in selected[len(writer.positions) :]:
            writer.add(position, self._read_result(position))
        writer.finish()
        self._part_writer = None
        for document in writer.documents:
            if document.key in self.prior_results:
                self.prior_results[document.key] = _known(self._part, document)

    def _new_part_writer(self) -> PartWriter:
        return PartWriter(self._staging, self._part, self.layout.formats, self.layout.tables)

    def _roll_back(self) -> None:
        """Abandon the unfinished part."""
        if self._part_writer is not None:
            self._part_writer.close()
            self._part_writer = None
        shutil.rmtree(self._staging, ignore_errors=True)

    def _read_result(self, position: int) -> TaskResult:
        return RESULT_DECODER.decode(self._journal.read(position))

    def _carry_over(self, remaining: list[int]) -> None:
        """Copy the records above the watermark into the next journal."""
        folder = self._staging / ".work"
        folder.mkdir()
        journal = Journal(folder / f"{JOURNAL_PREFIX}{self._part + 1:06}")
        for position in remaining:
            journal.append(self._journal.read(position))
        journal.close()

    def _rewrite_part(self, staging: Path, part: int, removed: frozenset[str]) -> None:
        """Stage a copy of a part without some documents."""
        rows: dict[str, int] = {}
        for suffix in self.layout.formats:
            for path in sorted(self.out.glob(part_path("*", part, suffix))):
                table = path.parent.name
                rows[table] = copy_file_without(
                    path, staging / path.relative_to(self.out), table, removed
                )
        old = MANIFESTS.decode((self.out / part_path("manifest", part, "json")).read_bytes())
        kept = [document for document in old.documents if document.key not in removed]
        write_manifest(staging, part, rows, kept)

    def _load_manifests(self) -> None:
        """Load the results of earlier runs from the manifests."""
        for manifest in manifests(self.out):
            for document in manifest.documents:
                known = _known(manifest.part, document)
                self.prior_results[document.key] = known

    def _supersede(self, result: TaskResult) -> None:
        """Mark the rows that an earlier part has of a document as superseded."""
        known = self.prior_results.get(result.key)
        if known and known.part is not None:
            self._superseded[known.part].add(result.key)
        self.prior_results[result.key] = _prior_result(None, result)


def _prior_result(part: int | None, result: TaskResult) -> PriorResult:
    return PriorResult(part, result.sha256, result.error, result.version, str(result.origin))


def _known(part: int, document: ManifestEntry) -> PriorResult:
    return PriorResult(part, document.sha256, document.error, document.version, document.path)


def manifests(out: Path) -> Iterator[Manifest]:
    """The manifests of a folder, in the order of the parts."""
    for path in sorted(out.glob("manifest/part-*.json")):
        yield MANIFESTS.decode(path.read_bytes())


class _LowWatermark:
    """A low watermark: all ordinals below `value` are complete; they complete in any order."""

    def __init__(self) -> None:
        self.value = 0
        self._completed: set[int] = set()

    def complete(self, number: int) -> None:
        self._completed.add(number)
        while self.value in self._completed:
            self._completed.remove(self.value)
            self.value += 1


def _check_layout(path: Path, layout: DatasetLayout) -> None:
    """Record the layout of a new folder; raise if an existing one has another."""
    if not path.exists():
        write_atomic(path, msgspec.json.format(msgspec.json.encode(layout), indent=2))
        return
    found = msgspec.json.decode(path.read_bytes(), type=DatasetLayout)
    if found != layout:
        raise OutputMismatch(
            f"holds {_describe(found)}, not {_describe(layout)}; write to another folder",
            source=str(path.parent),
        )


def _describe(layout: DatasetLayout) -> str:
    tables = ", ".join(layout.tables) if layout.tables != DEFAULT_TABLES else "all tables"
    return f"{tables} as {' and '.join(layout.formats)} (schema {layout.schema})"


def _recover(work: Path, out: Path) -> None:
    """Redo commits that a killed run did not finish applying; drop what was only staged.

    A journal whose results are of another form, by another version of unreport, is dropped as well:
    its files are parsed again.
    """
    shutil.rmtree(work / "staged.tmp", ignore_errors=True)
    for committed in sorted(work.glob("change-*")):
        apply_commit(committed, out)
    written = {path.stem.removeprefix("part-") for path in out.glob("manifest/part-*.json")}
    for journal in work.glob("journal-*"):
        own, _, part = journal.name.partition(JOURNAL_PREFIX)
        if own or part in written:
            journal.unlink()


def _acquire_lock(path: Path) -> BaseFileLock:
    """Lock the folder against a second run; the lock is released with the process."""
    lock = FileLock(path, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise OutputMismatch(
            "another run is writing here; wait for it, or write to another folder",
            source=str(path.parent.parent),
        ) from error
    return lock
