"""The folder that a batch writes: parts of tables, a manifest, and what it takes to resume.

    documents/part-000000.parquet    nodes/  footnotes/  issues/  errors/    the tables
    reports/part-000000.jsonl        whole reports, one a line
    manifest/part-000000.json        what the part holds, which version made it
    series.parquet  summary.json     written at the end of each run
    unreport.json                    what is written here
    .work/                           the journal, and changes on their way

A file is put in its place whole, by renaming; the tables can be read at any moment.
"""

from __future__ import annotations

import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from heapq import heappop, heappush
from pathlib import Path
from typing import IO, NamedTuple, Self

import msgspec
from msgspec import Struct

from unreport.archive.journal import Journal, apply, publish, write_atomic
from unreport.archive.outcome import Failure
from unreport.archive.parse_one import REPLIES, Reply
from unreport.archive.parts import Draft, Format, Manifest, file_name, without, write_manifest
from unreport.errors import UnreportError
from unreport.export.rows import SCHEMA, TABLES

if sys.platform != "win32":
    import fcntl

AHEAD = 4_096  # documents that may be done while one before them is not
PART_DOCUMENTS = 1_000
PART_BYTES = 64 * 2**20
MANIFESTS = msgspec.json.Decoder(Manifest)


class OutputMismatch(UnreportError):
    """The folder holds something else than what is to be written."""


class Layout(Struct, frozen=True, kw_only=True):
    """What a folder holds; fixed when it is made."""

    formats: tuple[Format, ...] = ("jsonl", "parquet")
    tables: tuple[str, ...] = tuple(TABLES)
    schema: int = SCHEMA


class Known(NamedTuple):
    """What an earlier run made of a document."""

    part: int | None  # None: it is in the journal
    sha256: str | None
    error: Failure | None


class Store:
    """A folder of tables that grows part by part.  Use it as a context."""

    def __init__(
        self,
        out: Path,
        layout: Layout,
        *,
        ordered: bool = True,
        part_documents: int = PART_DOCUMENTS,
        part_bytes: int = PART_BYTES,
    ) -> None:
        self.out = out
        self.layout = layout
        self._work = out / ".work"
        self._work.mkdir(parents=True, exist_ok=True)
        _agree(out / "unreport.json", layout)
        self._lock = _locked(self._work / "lock")
        _recover(self._work, out)
        self._part = 1 + max((m.part for m in manifests(out)), default=-1)
        self._floor = _Floor() if ordered else None
        self._limits = (part_documents, part_bytes)
        self._gone: dict[int, set[str]] = defaultdict(set)  # by part: what is superseded
        self._forgotten: set[str] = set()  # in the journal
        self._draft: Draft | None = None
        self.known: dict[str, Known] = {}
        self._recall()
        self._open_journal()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self.seal(everything=True)
        self._drop()
        self._journal.close()
        self._lock.close()

    def unchanged(self, key: str) -> str | None:
        """The sha256 with which a document was parsed; None: it is to be parsed in any case."""
        known = self.known.get(key)
        return known.sha256 if known and known.error is None else None

    def is_ahead(self, ordinal: int) -> bool:
        """Whether a document is too far ahead of the slowest for their order to be kept."""
        return self._floor is not None and ordinal - self._floor.first > AHEAD

    def accept(self, record: bytes, reply: Reply) -> bool:
        """Keep what came of a document; False if it is what is known already."""
        known = self.known.get(reply.key)
        changed = not (reply.same or (known and known == (known.part, reply.sha256, reply.error)))
        at = None
        if changed:
            at = self._journal.append(record)
            self._note(at, reply, len(record))
            if known:
                self._replace(reply)
        if self._floor:
            self._floor.reach(reply.ordinal)
            self._add_ready(self._floor.first, at, reply)
        documents, size = self._limits
        if self._count >= documents or self._bytes >= size:
            self.seal()
        return changed

    def forget(self, keys: set[str]) -> None:
        """Drop failures that are no more: of archives that now are whole."""
        for key in keys & self.known.keys():
            known = self.known[key]
            if known.error and known.part is None:
                self._forgotten.add(key)
            elif known.error and known.part is not None:
                self._gone[known.part].add(key)

    def seal(self, *, everything: bool = False) -> None:
        """Make a part of what is in the journal: all, or what the order allows."""
        taken, left = self._sorted(everything=everything)
        edited = sorted(self._gone)
        if not taken and not edited:
            self._count = self._bytes = 0  # wait for as much again
            return
        if taken:
            self._finish_draft(taken)
            self._leave(left)
        else:
            self._drop()
            self._staged.mkdir()
        for part in edited:
            self._edit(self._staged, part, frozenset(self._gone[part]))
        publish(self._staged, f"change-{self._part:06}")
        self._journal.close()
        apply(self._work / f"change-{self._part:06}", self.out)
        if taken:
            self._journal.path.unlink()
            self._part += 1
        self._gone.clear()
        self._open_journal()

    @property
    def _staged(self) -> Path:
        return self._work / "staged.tmp"

    def _open_journal(self) -> None:
        """Open the journal of the next part, and learn what it holds."""
        self._journal = Journal(self._work / f"journal-{self._part:06}")
        self._count = self._bytes = 0
        self._last: dict[str, tuple[int, int]] = {}  # by document: ordinal and position
        self._ready: list[tuple[int, int, str]] = []  # a heap: what the draft has not yet
        for at, record in self._journal.records():
            reply = REPLIES.decode(record)
            self._note(at, reply, len(record))
            self._replace(reply)

    def _note(self, at: int, reply: Reply, size: int) -> None:
        """Note a record of the journal; a document may come twice: the last one holds."""
        self._last[reply.key] = (reply.ordinal, at)
        heappush(self._ready, (reply.ordinal, at, reply.key))
        self._count += 1
        self._bytes += size

    def _sorted(self, *, everything: bool) -> tuple[list[int], list[int]]:
        """Which records of the journal make the part, in order, and which stay; by position."""
        found = sorted(place for key, place in self._last.items() if key not in self._forgotten)
        bound = found[-1][0] + 1 if found else 0
        if self._floor and not everything:
            bound = self._floor.first
        taken = [at for ordinal, at in found if ordinal < bound]
        return taken, [at for ordinal, at in found if ordinal >= bound]

    def _add_ready(self, bound: int, fresh: int | None, reply: Reply) -> None:
        """Draft what nothing can come before; a reply that is at hand need not be read again."""
        while self._ready and self._ready[0][0] < bound:
            ordinal, at, key = heappop(self._ready)
            if self._last[key] == (ordinal, at):
                self._draft = self._draft or self._begun()
                self._draft.add(at, reply if at == fresh else self._read(at))

    def _finish_draft(self, taken: list[int]) -> None:
        """Write the part of these records; what is drafted holds if it is the beginning of it."""
        draft = self._draft
        if draft is None or draft.taken != taken[: len(draft.taken)]:
            self._drop()
            draft = self._draft = self._begun()
        for at in taken[len(draft.taken) :]:
            draft.add(at, self._read(at))
        draft.finish()
        self._draft = None
        for one in draft.documents:
            if one.key in self.known:
                self.known[one.key] = Known(self._part, one.sha256, one.error)

    def _begun(self) -> Draft:
        return Draft(self._staged, self._part, self.layout.formats, self.layout.tables)

    def _drop(self) -> None:
        """Give up the draft."""
        if self._draft is not None:
            self._draft.close()
            self._draft = None
        shutil.rmtree(self._staged, ignore_errors=True)

    def _read(self, at: int) -> Reply:
        return REPLIES.decode(self._journal.read(at))

    def _leave(self, left: list[int]) -> None:
        """Put the records that wait for earlier ones into the next journal."""
        folder = self._staged / ".work"
        folder.mkdir()
        journal = Journal(folder / f"journal-{self._part + 1:06}")
        for at in left:
            journal.append(self._journal.read(at))
        journal.close()

    def _edit(self, staged: Path, part: int, gone: frozenset[str]) -> None:
        """Stage a part again, without some documents."""
        rows: dict[str, int] = {}
        for suffix in self.layout.formats:
            for path in sorted(self.out.glob(file_name("*", part, suffix))):
                table = path.parent.name
                rows[table] = without(path, staged / path.relative_to(self.out), table, gone)
        old = MANIFESTS.decode((self.out / file_name("manifest", part, "json")).read_bytes())
        kept = [document for document in old.documents if document.key not in gone]
        write_manifest(staged, part, rows, kept)

    def _recall(self) -> None:
        """Learn what earlier runs made of each document."""
        for manifest in manifests(self.out):
            for document in manifest.documents:
                known = Known(manifest.part, document.sha256, document.error)
                self.known[document.key] = known

    def _replace(self, reply: Reply) -> None:
        """Note that a document is in the journal, and no more in the part where it was."""
        known = self.known.get(reply.key)
        if known and known.part is not None:
            self._gone[known.part].add(reply.key)
        self.known[reply.key] = Known(None, reply.sha256, reply.error)


def manifests(out: Path) -> Iterator[Manifest]:
    """The manifests of a folder, part by part."""
    for path in sorted(out.glob("manifest/part-*.json")):
        yield MANIFESTS.decode(path.read_bytes())


class _Floor:
    """The first number that has not come yet, of numbers that come in any order."""

    def __init__(self) -> None:
        self.first = 0
        self._ahead: set[int] = set()

    def reach(self, number: int) -> None:
        self._ahead.add(number)
        while self.first in self._ahead:
            self._ahead.remove(self.first)
            self.first += 1


def _agree(path: Path, layout: Layout) -> None:
    """Write down what the folder holds, or make sure that it is the same."""
    if not path.exists():
        write_atomic(path, msgspec.json.format(msgspec.json.encode(layout), indent=2))
        return
    found = msgspec.json.decode(path.read_bytes(), type=Layout)
    if found != layout:
        raise OutputMismatch(
            f"holds {_described(found)}, not {_described(layout)}; write to another folder",
            source=str(path.parent),
        )


def _described(layout: Layout) -> str:
    tables = ", ".join(layout.tables) if layout.tables != tuple(TABLES) else "all tables"
    return f"{tables} as {' and '.join(layout.formats)} (schema {layout.schema})"


def _recover(work: Path, out: Path) -> None:
    """Finish the change that a killed run had published; drop what it had only begun."""
    shutil.rmtree(work / "staged.tmp", ignore_errors=True)
    for change in sorted(work.glob("change-*")):
        apply(change, out)
    written = {path.stem.removeprefix("part-") for path in out.glob("manifest/part-*.json")}
    for journal in work.glob("journal-*"):
        if journal.name.removeprefix("journal-") in written:
            journal.unlink()


def _locked(path: Path) -> IO[bytes]:
    """Keep a second run out; the lock goes with the process."""
    file = path.open("wb")
    if sys.platform != "win32":
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.close()
            raise OutputMismatch(
                "another run is writing here; wait for it, or write to another folder",
                source=str(path.parent.parent),
            ) from error
    return file
