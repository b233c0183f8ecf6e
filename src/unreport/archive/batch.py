"""Archives to outcomes: every file is parsed in a worker, and none is lost."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from unreport.archive.limits import Limits
from unreport.archive.outcome import Outcome
from unreport.archive.parse_one import (
    REPLIES,
    Parse,
    Reply,
    Task,
    failed,
    outcome,
    parse_checked,
    task_of,
    unchanged,
)
from unreport.archive.parts import prepare
from unreport.archive.sources import PathLike, Selection, entries
from unreport.archive.store import AHEAD, Layout, Store
from unreport.archive.workers import Crew

AHEAD_BYTES = 64 * 2**20  # of reports that may wait for one before them


def parse_archive(
    *sources: PathLike | Iterable[PathLike],
    limits: Limits | None = None,
    selection: Selection | None = None,
    ordered: bool = True,
    parse: Parse = parse_checked,
) -> Iterator[Outcome]:
    """Parse every file of folders, archives and patterns, in worker processes.

    Outcomes come in the order of the files, or, not `ordered`, as they are done.  `parse` may be
    any importable function like `archive.parse_one.parse_checked`, which it is if not given.
    """
    order = _Order() if ordered else None
    tasks = _tasks(_flat(sources), selection or Selection(), rows=False)
    with Crew(limits or Limits(), parse) as crew:
        for record in crew.replies(_paced(tasks, order.is_full if order else _never)):
            if record is not None:
                replies = order.put(record) if order else (REPLIES.decode(record),)
                yield from map(outcome, replies)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What to parse, and where to write it."""

    sources: tuple[PathLike, ...]
    out: Path
    layout: Layout = field(default_factory=Layout)
    limits: Limits = field(default_factory=Limits)
    selection: Selection = field(default_factory=Selection)
    first: int | None = None  # only so many files
    ordered: bool = True
    part_documents: int = 1_000


class Watcher:
    """Is told what happens in a run; this one does nothing with it."""

    def started(self, job: Job, known: int) -> None:
        """A run begins; `known` documents are there from earlier ones."""

    def done(self, reply: Reply, *, changed: bool) -> None:
        """A document came back; not `changed`: as it was at the last run."""

    def waiting(self, slowest: tuple[str, float] | None) -> bool:  # noqa: ARG002
        """Nothing happens; True to finish what is in flight and stop."""
        return False


def write_archive(
    job: Job, watcher: Watcher | None = None, *, parse: Parse = parse_checked
) -> bool:
    """Parse an archive into a folder of tables; what it holds already is not parsed again.

    True if all is done, False if the watcher stopped it.
    """
    watch = watcher or Watcher()
    with (
        Store(job.out, job.layout, ordered=job.ordered, part_documents=job.part_documents) as store,
        Crew(job.limits, parse) as crew,
    ):
        prepare(job.layout.formats)
        watch.started(job, len(store.known))
        tasks = _tasks(job.sources, job.selection, rows=True, known=store.unchanged)
        for record in crew.replies(_paced(islice(tasks, job.first), store.is_ahead)):
            if record is not None:
                reply = REPLIES.decode(record)
                watch.done(reply, changed=store.accept(record, reply))
            crew.stopping = watch.waiting(crew.slowest) or crew.stopping
        if not crew.stopping:
            store.forget(job.selection.sound)
        return not crew.stopping


def _flat(sources: Iterable[PathLike | Iterable[PathLike]]) -> Iterator[PathLike]:
    for source in sources:
        if isinstance(source, str | os.PathLike):
            yield source
        else:
            yield from source


def _nothing(_: str) -> None:
    return None


def _never(_: int) -> bool:
    return False


def _tasks(
    sources: Iterable[PathLike],
    selection: Selection,
    *,
    rows: bool,
    known: Callable[[str], str | None] = _nothing,
) -> Iterator[tuple[int, Task | bytes]]:
    """A task for every file, or its reply where there is nothing to parse."""
    for ordinal, entry in enumerate(entries(sources, selection)):
        task = task_of(
            entry, ordinal=ordinal, largest=selection.largest, known=known(entry.key), rows=rows
        )
        if entry.fault is not None:
            yield ordinal, failed(task, entry.fault)
        elif task.known and task.data is not None:
            yield ordinal, unchanged(task) or task
        else:
            yield ordinal, task


def _paced(
    tasks: Iterable[tuple[int, Task | bytes]], is_full: Callable[[int], bool]
) -> Iterator[Task | bytes | None]:
    """The tasks, as far as they may run ahead of the slowest."""
    for ordinal, task in tasks:
        while is_full(ordinal):
            yield None
        yield task


class _Order:
    """Replies put back into the order of their files."""

    def __init__(self) -> None:
        self._next = 0
        self._early: dict[int, bytes] = {}
        self._bytes = 0

    def is_full(self, _: int) -> bool:
        """Whether enough replies wait for one before them."""
        return len(self._early) >= AHEAD or self._bytes >= AHEAD_BYTES

    def put(self, record: bytes) -> Iterator[Reply]:
        """Take a reply; give what now is in order."""
        self._early[REPLIES.decode(record).ordinal] = record
        self._bytes += len(record)
        while (ready := self._early.pop(self._next, None)) is not None:
            self._next += 1
            self._bytes -= len(ready)
            yield REPLIES.decode(ready)
