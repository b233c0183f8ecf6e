"""Worker processes with limits: a document that hangs, grows or crashes costs its own worker.

The processes are pebble's.  What it does not do is done here: few documents in flight, a second
attempt alone, a limit on memory, and workers that end with the parent however that ends.
"""

from __future__ import annotations

import contextlib
import math
import os
import signal
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Late
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing.context import SpawnContext, SpawnProcess
from queue import Empty, SimpleQueue
from types import ModuleType
from typing import Self

from msgspec.structs import replace
from pebble import ProcessExpired, ProcessPool

from unreport.errors import UnreportError
from unreport.examine import ENCODER, Parse, Task, answer, failed
from unreport.limits import Limits
from unreport.outcome import Failure

if sys.platform != "win32":
    import resource

MEGABYTE = 2**20
PER_WORKER = 2  # documents in flight: one being parsed, one waiting
WARD = 32  # documents that wait for their second attempt, before no more are taken
BREAKS = 3
RENEWED = 5_000  # documents after which a worker is replaced, against leaks of libraries
GRACE = 30  # seconds after the limit, when a worker ends itself: its parent may be gone
TICK = 0.25  # seconds between looks at the clock
OUT_OF_MEMORY = 86  # exit status


class Lost(Exception):
    """A worker died each time before it could say what it works on."""


class WorkersFail(UnreportError):
    """No worker comes up at all: the fault is not in the documents."""


@dataclass(slots=True)
class _Flight:
    """A document on its way through a worker."""

    task: Task
    started: float = field(default_factory=time.monotonic)
    alone: bool = False
    breaks: int = 0  # how often its worker died before it could say what it works on


class Crew:
    """Workers that take tasks and give replies, in the order in which they are done.

    Use it as a context; leaving it stops the workers.
    """

    def __init__(self, limits: Limits, parse: Parse) -> None:
        self._limits = limits
        self._parse = _importable(parse)
        self._answered = False
        self._breaks = 0
        self._flights: dict[Future[bytes], _Flight] = {}
        self._landed: SimpleQueue[Future[bytes]] = SimpleQueue()
        self._pool = self._hire(limits.count, RENEWED)
        self._ward: ProcessPool | None = None  # where second attempts are made, alone
        self.stopping = False
        """True: take no more tasks, finish those in flight."""

    def __enter__(self) -> Self:
        """Start the workers: they import while the first documents are looked for."""
        _ = self._pool.active  # pebble starts a pool when it is first asked
        return self

    def __exit__(self, *_: object) -> None:
        for pool in (self._pool, self._ward):
            if pool is not None:
                _dismiss(pool)

    @property
    def slowest(self) -> tuple[str, float] | None:
        """The document that is in flight for the longest time, and how many seconds."""
        if not self._flights:
            return None
        flight = min(self._flights.values(), key=lambda flight: flight.started)
        return flight.task.path, time.monotonic() - flight.started

    def replies(self, tasks: Iterable[Task | bytes | None]) -> Iterator[bytes | None]:
        """Parse the tasks; replies that are there already pass through, None gives time to wait.

        None is also given each time that nothing was done for a moment.
        """
        waiting = iter(tasks)
        more = True
        while more or self._flights:
            more = more and not self.stopping
            while more and self._has_room:
                task = next(waiting, waiting)
                if task is waiting:
                    more = False
                elif isinstance(task, Task):
                    self._send(task)
                elif task is None:
                    break
                else:
                    yield task  # type: ignore[misc]  # bytes: the sentinel is ruled out above
            yield from self._done()

    @property
    def _has_room(self) -> bool:
        alone = sum(flight.alone for flight in self._flights.values())
        room = self._limits.count * PER_WORKER
        return len(self._flights) - alone < room and alone < WARD

    def _send(self, task: Task) -> None:
        self._follow(self._scheduled(self._pool, task), _Flight(task))

    def _follow(self, future: Future[bytes], flight: _Flight) -> None:
        self._flights[future] = flight
        future.add_done_callback(self._landed.put)

    def _scheduled(self, pool: ProcessPool, task: Task) -> Future[bytes]:
        seconds = self._limits.seconds
        return pool.schedule(_work, args=(task, self._parse, seconds), timeout=seconds)

    def _done(self) -> Iterator[bytes | None]:
        try:
            future = self._landed.get(timeout=TICK)
        except Empty:
            self._watch()
            yield None
            return
        if future in self._flights:  # else it went down with its pool, and is on its way again
            yield from self._settled(future, self._flights.pop(future))

    def _settled(self, future: Future[bytes], flight: _Flight) -> Iterator[bytes]:
        try:
            yield future.result()
            self._answered = True
        except BrokenProcessPool:
            self._flights[future] = flight
            self._start_over()
        except Exception as error:  # noqa: BLE001  whatever became of the worker
            reason = _reason(error, self._limits)
            if flight.alone:
                seconds = round(time.monotonic() - flight.started, 4)
                yield failed(flight.task, reason, seconds)
            else:
                self._isolate(flight.task)

    def _isolate(self, task: Task, breaks: int = 0) -> None:
        """Try a document again in a process of its own."""
        if self._ward is None:
            self._ward = self._hire(1, 1)
        again = replace(task, attempts=2)
        flight = _Flight(again, alone=True, breaks=breaks)
        self._follow(self._scheduled(self._ward, again), flight)

    def _watch(self) -> None:
        """Start over where nothing comes back for far longer than the limits allow."""
        patience = (self._limits.seconds + GRACE) * (PER_WORKER + len(self._flights))
        if (slowest := self.slowest) and slowest[1] > patience:
            self._start_over()

    def _start_over(self) -> None:
        """Replace pools that broke; what was in flight goes on alone, so that the culprit shows."""
        self._breaks += 1
        if not self._answered and self._breaks >= BREAKS:
            raise WorkersFail("the workers do not come up; give them more memory (--memory)")
        flights = sorted(self._flights.values(), key=lambda flight: flight.started)
        self._flights.clear()
        self.__exit__()
        self._pool, self._ward = self._hire(self._limits.count, RENEWED), None
        head = next((flight for flight in flights if flight.alone), None)
        for flight in flights:
            breaks = flight.breaks + (flight is head)
            if breaks < BREAKS:
                self._isolate(flight.task, breaks)
            else:
                self._follow(_lost(), flight)

    def _hire(self, count: int, tasks: int) -> ProcessPool:
        return ProcessPool(
            max_workers=count,
            max_tasks=tasks,
            initializer=_settle_in,
            initargs=(self._limits,),
            context=Spawn(),
        )


def _importable(parse: Parse) -> Parse:
    """A function that another process can find by its name."""
    if getattr(parse, "__module__", None) == "__main__" or "<" in getattr(
        parse, "__qualname__", ""
    ):
        raise ValueError(
            "`parse` must be a function of a module that can be imported: workers do not run the "
            "script that calls them"
        )
    return parse


def _dismiss(pool: ProcessPool) -> None:
    with contextlib.suppress(RuntimeError):  # a pool that never started
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _lost() -> Future[bytes]:
    future: Future[bytes] = Future()
    future.set_exception(Lost())
    return future


def _reason(error: Exception, limits: Limits) -> Failure:
    """What became of a worker, in words."""
    if isinstance(error, Late):
        return Failure("timeout", f"took longer than the limit of {limits.seconds:g} seconds")
    if isinstance(error, ProcessExpired):
        return _exit_reason(error.exitcode, limits)
    if isinstance(error, Lost):
        return Failure("crash", "ended its process as soon as it was opened")
    return Failure("crash", f"the worker failed: {type(error).__name__}: {error}")


def _exit_reason(code: int | None, limits: Limits) -> Failure:
    if code == OUT_OF_MEMORY:
        return Failure("memory", f"needs more memory than the limit of {limits.megabytes} MB")
    if code == -getattr(signal, "SIGALRM", 0):
        return Failure("timeout", f"took longer than the limit of {limits.seconds:g} seconds")
    if code is not None and code < 0:
        name = signal.strsignal(-code) or "unknown"
        return Failure("crash", f"ended its process with signal {-code} ({name})")
    return Failure("crash", f"ended its process with exit status {code}")


# --- in the worker ------------------------------------------------------------------------------


def _settle_in(limits: Limits) -> None:
    """Set a worker's limits, once, before its first document."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # dies at once, also inside a C library
    _redirect(limits.log or os.devnull)
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        size = limits.megabytes * MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _redirect(path: str) -> None:
    """Send what libraries print to a file: the terminal belongs to the parent."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    for stream in (1, 2):
        os.dup2(file, stream)
    os.close(file)


def _work(task: Task, parse: Parse, seconds: float) -> bytes:
    """Parse a document; a worker that ran out of memory, or was left behind, ends itself."""
    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(math.ceil(seconds) + GRACE)
    try:
        reply = answer(task, parse)
        encoded = ENCODER.encode(reply)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    if reply.error is not None and reply.error.kind == "memory":
        os._exit(OUT_OF_MEMORY)  # what is left of its memory is not to be trusted
    if sys.platform != "win32":
        signal.alarm(0)
    return encoded


# --- starting workers ---------------------------------------------------------------------------


class _Worker(SpawnProcess):
    """A process that does not import the caller's script again.

    Spawned processes run the main script once more, which breaks every script that has no
    `if __name__ == "__main__":`.  Workers need nothing of it: it is out of sight while they start.
    """

    _starting = threading.Lock()

    def start(self) -> None:
        """Start with an empty main module in the place of the caller's."""
        with self._starting:
            main = sys.modules["__main__"]
            sys.modules["__main__"] = ModuleType("__main__")
            try:
                super().start()
            finally:
                sys.modules["__main__"] = main


class Spawn(SpawnContext):
    """The context that starts such workers."""

    Process = _Worker  # the same, but for `start`
