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
from typing import Self, TypeAlias

from msgspec.structs import replace
from pebble import ProcessExpired, ProcessPool

from unreport.archive.limits import Limits
from unreport.archive.outcome import Failure
from unreport.archive.parse_one import ENCODER, Parse, Task, answer, failed
from unreport.errors import UnreportError

if sys.platform != "win32":
    import resource

MEGABYTE = 2**20
PER_WORKER = 2  # bundles in flight: one being parsed, one waiting
BUNDLE = 4  # short documents that go together: to send one takes a tenth of its parse
SHORT = 24_000  # bytes
CALM = 100  # documents that must come back without a worker lost, before any go together
WARD = 32  # documents that wait for their second attempt, before no more are taken
BREAKS = 3
RENEWED = 5_000  # bundles after which a worker is replaced, against leaks of libraries
GRACE = 30  # seconds after the limit, when a worker ends itself: its parent may be gone
TICK = 0.25  # seconds between looks at the clock
OUT_OF_MEMORY = 86  # exit status


Replies: TypeAlias = list[bytes]


class Lost(Exception):
    """A worker died each time before it could say what it works on."""


class WorkersFail(UnreportError):
    """No worker comes up at all: the fault is not in the documents."""


@dataclass(slots=True)
class _Flight:
    """Documents on their way through a worker."""

    tasks: tuple[Task, ...]
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
        self._bundle: list[Task] = []
        self._calm = 0  # documents that came back since a worker was lost
        self._flights: dict[Future[Replies], _Flight] = {}
        self._landed: SimpleQueue[Future[Replies]] = SimpleQueue()
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
        return flight.tasks[0].path, time.monotonic() - flight.started

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
                if isinstance(task, Task):
                    self._load(task)
                    continue
                self._send()  # what would go with it may be long in coming
                if task is waiting:
                    more = False
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

    def _load(self, task: Task) -> None:
        """Put a short document into the bundle; one that is not goes at once."""
        self._bundle.append(task)
        short = task.size is not None and task.size <= SHORT
        if not short or self._calm < CALM or len(self._bundle) >= BUNDLE:
            self._send()

    def _send(self) -> None:
        if self._bundle:
            self._follow(self._pool, _Flight(tuple(self._bundle)))
            self._bundle.clear()

    def _follow(self, pool: ProcessPool, flight: _Flight) -> None:
        seconds = self._limits.seconds
        args = (flight.tasks, self._parse, seconds)
        self._await(pool.schedule(_work, args=args, timeout=seconds), flight)

    def _await(self, future: Future[Replies], flight: _Flight) -> None:
        self._flights[future] = flight
        future.add_done_callback(self._landed.put)

    def _done(self) -> Iterator[bytes | None]:
        try:
            future = self._landed.get(timeout=TICK)
        except Empty:
            self._watch()
            yield None
            return
        if future in self._flights:  # else it went down with its pool, and is on its way again
            yield from self._settled(future, self._flights.pop(future))

    def _settled(self, future: Future[Replies], flight: _Flight) -> Iterator[bytes]:
        try:
            found = future.result()
            self._answered = True
            self._calm += len(found)
            yield from found
        except BrokenProcessPool:
            self._flights[future] = flight
            self._start_over()
        except Exception as error:  # noqa: BLE001  whatever became of the worker
            self._calm = 0
            reason = _reason(error, self._limits)
            if flight.alone:
                seconds = round(time.monotonic() - flight.started, 4)
                yield failed(flight.tasks[0], reason, seconds)
            else:
                self._isolate(flight)

    def _isolate(self, flight: _Flight, breaks: int = 0) -> None:
        """Try each document again in a process of its own."""
        if self._ward is None:
            self._ward = self._hire(1, 1)
        for task in flight.tasks:
            again = replace(task, attempts=2)
            self._follow(self._ward, _Flight((again,), alone=True, breaks=breaks))

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
                self._isolate(flight, breaks)
            else:
                self._await(_lost(), flight)

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


def _lost() -> Future[Replies]:
    future: Future[Replies] = Future()
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


def _work(tasks: tuple[Task, ...], parse: Parse, seconds: float) -> Replies:
    """Parse documents; a worker that ran out of memory, or was left behind, ends itself."""
    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(math.ceil(seconds) + GRACE)
    found = [_reply(task, parse) for task in tasks]
    if sys.platform != "win32":
        signal.alarm(0)
    return found


def _reply(task: Task, parse: Parse) -> bytes:
    try:
        reply = answer(task, parse)
        encoded = ENCODER.encode(reply)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    if reply.error is not None and reply.error.kind == "memory":
        os._exit(OUT_OF_MEMORY)  # what is left of its memory is not to be trusted
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
