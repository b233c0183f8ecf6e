"""A pool of worker processes with limits on time and memory, and retries in isolation.

The processes are pebble's.  Added here: a bounded number of tasks in flight, chunking of short
tasks, a retry of each failed task in a process of its own, a limit on memory, and workers that end
with their parent however that ends.  A document that hangs, grows or crashes costs its own worker.
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
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext, SpawnProcess
from queue import Empty, SimpleQueue
from types import ModuleType
from typing import TYPE_CHECKING, Self, TypeAlias

from msgspec.structs import replace
from pebble import ProcessExpired, ProcessPool

from unreport.archive.limits import Limits
from unreport.archive.outcome import Failure
from unreport.archive.parse_one import ENCODER, ParseFunction, Task, execute, failed_result
from unreport.errors import UnreportError

if TYPE_CHECKING:
    from multiprocessing.synchronize import RLock

if sys.platform != "win32":
    import resource
if sys.platform == "linux":
    import fcntl

MEGABYTE = 2**20
CHUNKS_PER_WORKER = 2  # submitted at a time: one running, one queued
CHUNK_SIZE = 8  # small tasks sent together: sending one costs a tenth of its parse
SMALL_TASK_BYTES = 24_000
CHUNKING_THRESHOLD = 100  # tasks completed since the last lost worker before chunking starts
MAX_RETRIES_IN_FLIGHT = 32  # no new tasks are taken while as many retries are queued
MAX_POOL_RESTARTS = 3
MAX_CHUNKS_PER_WORKER = 5_000  # then the worker is replaced: libraries leak memory
GRACE_PERIOD = 30  # seconds after the limit until a worker without a parent ends itself
POLL_INTERVAL = 0.25  # seconds
OUT_OF_MEMORY_STATUS = 86  # exit status of a worker
PIPE_BYTES = 2**20  # what Linux allows without privileges; the results of a chunk fit in


_ELAPSED = "took longer than the limit of {:g} seconds"
_PROCESSOR_TIME = "took more than the limit of {:g} seconds of processor time"

ChunkResults: TypeAlias = list[bytes]


class WorkerLost(Exception):
    """A worker died repeatedly before it acknowledged its task."""


class WorkersFailed(UnreportError):
    """No worker process starts; the documents are not the cause."""


@dataclass(slots=True)
class _Submission:
    """A chunk of tasks submitted to a pool."""

    tasks: tuple[Task, ...]
    started: float = field(default_factory=time.monotonic)
    is_retry: bool = False
    restarts: int = 0  # of the pool, caused by a worker that died before it acknowledged this


class WorkerPool:
    """A pool of workers that run tasks and yield the results in the order of completion.

    A context manager; leaving it stops the workers.
    """

    def __init__(self, limits: Limits, parse: ParseFunction) -> None:
        self._limits = limits
        self._parse = _importable(parse)
        self._any_completed = False
        self._restarts = 0
        self._chunk: list[Task] = []
        self._completed_since_loss = 0  # tasks
        self._submissions: dict[Future[ChunkResults], _Submission] = {}
        self._completed: SimpleQueue[Future[ChunkResults]] = SimpleQueue()
        self._pool = self._create_pool(limits.worker_count, MAX_CHUNKS_PER_WORKER)
        self._retry_pool: ProcessPool | None = None  # one task to a process
        self.stopping = False
        """Set it to take no more tasks and finish those in flight."""

    def __enter__(self) -> Self:
        """Start the workers: they import modules while the sources are listed."""
        _ = self._pool.active  # pebble starts a pool when it is first asked
        return self

    def __exit__(self, *_: object) -> None:
        for pool in (self._pool, self._retry_pool):
            if pool is not None:
                _stop_pool(pool)

    @property
    def longest_running(self) -> tuple[str, float] | None:
        """Path of the document that has been in flight longest, and its seconds."""
        if not self._submissions:
            return None
        submission = min(self._submissions.values(), key=lambda submission: submission.started)
        return submission.tasks[0].path, time.monotonic() - submission.started

    def results(self, tasks: Iterable[Task | bytes | None]) -> Iterator[bytes | None]:
        """Run the tasks.  Encoded results among them pass through, None pauses the submission.

        Also yields None whenever nothing was completed for `POLL_INTERVAL`.
        """
        pending = iter(tasks)
        more = True
        while more or self._submissions:
            more = more and not self.stopping
            while more and self._has_capacity:
                task = next(pending, pending)
                if isinstance(task, Task):
                    self._enqueue(task)
                    continue
                self._dispatch()  # the next task may take long to arrive
                if task is pending:
                    more = False
                elif task is None:
                    break
                else:
                    yield task  # type: ignore[misc]  # bytes: the sentinel is ruled out above
            yield from self._collect()

    @property
    def _has_capacity(self) -> bool:
        retries = sum(submission.is_retry for submission in self._submissions.values())
        capacity = self._limits.worker_count * CHUNKS_PER_WORKER
        return len(self._submissions) - retries < capacity and retries < MAX_RETRIES_IN_FLIGHT

    def _enqueue(self, task: Task) -> None:
        """Add a small task to the chunk; dispatch a large one at once."""
        self._chunk.append(task)
        is_small = task.size is not None and task.size <= SMALL_TASK_BYTES
        if (
            not is_small
            or self._completed_since_loss < CHUNKING_THRESHOLD
            or len(self._chunk) >= CHUNK_SIZE
        ):
            self._dispatch()

    def _dispatch(self) -> None:
        if self._chunk:
            self._submit(self._pool, _Submission(tuple(self._chunk)))
            self._chunk.clear()

    def _submit(self, pool: ProcessPool, submission: _Submission) -> None:
        args = (submission.tasks, self._parse, self._limits)
        timeout = self._limits.elapsed_limit
        self._track(pool.schedule(_run_chunk, args=args, timeout=timeout), submission)

    def _track(self, future: Future[ChunkResults], submission: _Submission) -> None:
        self._submissions[future] = submission
        future.add_done_callback(self._completed.put)

    def _collect(self) -> Iterator[bytes | None]:
        try:
            future = self._completed.get(timeout=POLL_INTERVAL)
        except Empty:
            self._check_stalled()
            yield None
            return
        if future in self._submissions:  # else its pool broke, and it was submitted again
            yield from self._handle_completion(future, self._submissions.pop(future))

    def _handle_completion(
        self, future: Future[ChunkResults], submission: _Submission
    ) -> Iterator[bytes]:
        try:
            results = future.result()
            self._any_completed = True
            self._completed_since_loss += len(results)
            yield from results
        except BrokenProcessPool:
            self._submissions[future] = submission
            self._restart_pools()
        except Exception as error:  # noqa: BLE001  pebble and pickle raise many kinds
            self._completed_since_loss = 0
            reason = _failure_of(error, self._limits)
            if submission.is_retry:
                seconds = round(time.monotonic() - submission.started, 4)
                yield failed_result(submission.tasks[0], reason, seconds)
            else:
                self._retry_alone(submission)

    def _retry_alone(self, submission: _Submission, restarts: int = 0) -> None:
        """Retry each task in a process of its own."""
        if self._retry_pool is None:
            self._retry_pool = self._create_pool(1, 1)
        for task in submission.tasks:
            again = replace(task, attempts=2)
            self._submit(self._retry_pool, _Submission((again,), is_retry=True, restarts=restarts))

    def _check_stalled(self) -> None:
        """A watchdog: restart the pools if a task runs far longer than the limits allow."""
        deadline = (self._limits.elapsed_limit + GRACE_PERIOD) * (
            CHUNKS_PER_WORKER + len(self._submissions)
        )
        if (longest_running := self.longest_running) and longest_running[1] > deadline:
            self._restart_pools()

    def _restart_pools(self) -> None:
        """Replace broken pools; retry what was in flight in isolation, to find the cause."""
        self._restarts += 1
        if not self._any_completed and self._restarts >= MAX_POOL_RESTARTS:
            raise WorkersFailed(
                "the worker processes do not start; give them more memory (--memory)"
            )
        submissions = sorted(self._submissions.values(), key=lambda submission: submission.started)
        self._submissions.clear()
        self.__exit__()
        self._pool, self._retry_pool = (
            self._create_pool(self._limits.worker_count, MAX_CHUNKS_PER_WORKER),
            None,
        )
        first_retry = next((submission for submission in submissions if submission.is_retry), None)
        for submission in submissions:
            restarts = submission.restarts + (submission is first_retry)
            if restarts < MAX_POOL_RESTARTS:
                self._retry_alone(submission, restarts)
            else:
                self._track(_lost_future(), submission)

    def _create_pool(self, workers: int, max_tasks: int) -> ProcessPool:
        return ProcessPool(
            max_workers=workers,
            max_tasks=max_tasks,
            initializer=_initialize_worker,
            initargs=(self._limits,),
            context=SpawnWithoutMain(),
        )


def _importable(parse: ParseFunction) -> ParseFunction:
    """A function that another process can find by its name."""
    if getattr(parse, "__module__", None) == "__main__" or "<" in getattr(
        parse, "__qualname__", ""
    ):
        raise ValueError(
            "`parse` must be a function of a module that can be imported: workers do not run the "
            "script that calls them"
        )
    return parse


def _stop_pool(pool: ProcessPool) -> None:
    with contextlib.suppress(RuntimeError):  # a pool that never started
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _lost_future() -> Future[ChunkResults]:
    future: Future[ChunkResults] = Future()
    future.set_exception(WorkerLost())
    return future


def _failure_of(error: Exception, limits: Limits) -> Failure:
    """The failure that an exception of the pool stands for."""
    if isinstance(error, FutureTimeoutError):
        return Failure("timeout", _ELAPSED.format(limits.elapsed_limit))
    if isinstance(error, ProcessExpired):
        return _exit_failure(error.exitcode, limits)
    if isinstance(error, WorkerLost):
        return Failure("crash", "ended its process as soon as it was opened")
    return Failure("crash", f"the worker failed: {type(error).__name__}: {error}")


def _exit_failure(code: int | None, limits: Limits) -> Failure:
    if code == OUT_OF_MEMORY_STATUS:
        return Failure("memory", f"needs more memory than the limit of {limits.megabytes} MB")
    if code == -getattr(signal, "SIGALRM", 0):
        return Failure("timeout", _ELAPSED.format(limits.elapsed_limit))
    if code == -getattr(signal, "SIGPROF", 0):
        return Failure("timeout", _PROCESSOR_TIME.format(limits.seconds))
    if code is not None and code < 0:
        name = signal.strsignal(-code) or "unknown"
        return Failure("crash", f"ended its process with signal {-code} ({name})")
    return Failure("crash", f"ended its process with exit status {code}")


# --- in the worker ------------------------------------------------------------------------------


def _initialize_worker(limits: Limits) -> None:
    """Set the limits of a worker process, once, before its first task."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # dies at once, also inside a C library
    _redirect_output(limits.log or os.devnull)
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        size = limits.megabytes * MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _redirect_output(path: str) -> None:
    """Redirect standard output and error to a file: the terminal belongs to the parent."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    for stream in (1, 2):
        os.dup2(file, stream)
    os.close(file)


def _run_chunk(tasks: tuple[Task, ...], parse: ParseFunction, limits: Limits) -> ChunkResults:
    """Run a chunk of tasks.

    A timer of the operating system ends a worker that has used up the processor time, also inside
    a C library; an alarm ends one whose parent is gone.
    """
    if sys.platform == "win32":
        return [_run_task(task, parse) for task in tasks]
    for number in (signal.SIGALRM, signal.SIGPROF):
        signal.signal(number, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, limits.seconds)
    signal.alarm(math.ceil(limits.elapsed_limit) + GRACE_PERIOD)
    results = [_run_task(task, parse) for task in tasks]
    signal.alarm(0)
    signal.setitimer(signal.ITIMER_PROF, 0)
    return results


def _run_task(task: Task, parse: ParseFunction) -> bytes:
    try:
        result = execute(task, parse)
        encoded = ENCODER.encode(result)
    except MemoryError:
        os._exit(OUT_OF_MEMORY_STATUS)
    if result.error is not None and result.error.kind == "memory":
        os._exit(OUT_OF_MEMORY_STATUS)  # what is left of its memory is not to be trusted
    return encoded


# --- starting workers ---------------------------------------------------------------------------


class _WorkerProcess(SpawnProcess):
    """A process that does not import the caller's main module again.

    Spawned processes run the main script once more, which breaks every script that has no
    `if __name__ == "__main__":`.  Workers need nothing of it: it is hidden while they start.
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


class SpawnWithoutMain(SpawnContext):
    """A multiprocessing context that starts such workers."""

    Process = _WorkerProcess  # the same, but for `start`

    def __init__(self) -> None:
        self._locks: list[RLock] = []

    def RLock(self) -> RLock:  # noqa: N802
        """A lock that lives as long as the context.

        A pool drops its locks before it stops its workers; one that is still starting needs them.
        """
        lock = super().RLock()
        self._locks.append(lock)
        return lock

    def Pipe(self, duplex: bool = True) -> tuple[Connection, Connection]:  # noqa: FBT001, FBT002, N802
        """A pipe that holds the results of a chunk: the worker need not wait until they are read.

        All workers send through one pipe, so that a worker that waits holds up the others.
        """
        ends = super().Pipe(duplex)
        if sys.platform == "linux":
            with contextlib.suppress(OSError):  # the user's pipes take too much memory
                fcntl.fcntl(ends[1].fileno(), fcntl.F_SETPIPE_SZ, PIPE_BYTES)
        return ends
