"""The limit of processor time for reading and parsing a document of any format.

A thread waits beside the one that reads, and raises an exception in it when the time is up: so the
limit holds in every stage and in the libraries, except inside a single call of compiled code.
"""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec import Struct

from unreport.errors import LimitExceeded

SHORTEST_WAIT = 0.01  # seconds, so that a thread that hardly runs is not asked all the time


class ReadLimits(Struct, frozen=True, kw_only=True):
    """What the caller allows for one document of any format; None means no limit."""

    seconds: float | None = 120.0  # of processor time


class _TimeUp(BaseException):
    """Raised in the thread that reads; no handler of `Exception` catches it."""


class _Watch:
    """Watches the processor time of the thread that makes it, and interrupts it at the limit."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._thread = threading.get_ident()
        self._clock = _thread_clock(self._thread)
        self._began = self._clock()
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._raised = False

    def run(self) -> None:
        """Wait until the time is up or the work has ended."""
        while not self._ended.wait(max(self._left(), SHORTEST_WAIT)):
            with self._lock:
                if self._left() <= 0 and not self._ended.is_set():
                    self._raised = True
                    self._raise(_TimeUp)
                    return

    def end(self) -> None:
        """Stop; an exception that has not been delivered yet is withdrawn."""
        with self._lock:
            self._ended.set()
            if self._raised:
                self._raise(None)

    def _left(self) -> float:
        return self._seconds - (self._clock() - self._began)

    def _raise(self, exception: type[BaseException] | None) -> None:
        kind = ctypes.py_object(exception) if exception else None
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread), kind)


def _thread_clock(thread: int) -> Callable[[], float]:
    """The processor time of a thread; of the process where the system does not tell them apart."""
    if not hasattr(time, "pthread_getcpuclockid"):
        return time.process_time
    clock = time.pthread_getcpuclockid(thread)
    return lambda: time.clock_gettime(clock)


@contextmanager
def time_limit(limits: ReadLimits | None, *, source: str | None = None) -> Iterator[None]:
    """Raise `LimitExceeded` when the work inside takes more than the seconds allowed."""
    if limits is None or limits.seconds is None:
        yield
        return
    watch = _Watch(limits.seconds)
    thread = threading.Thread(target=watch.run, daemon=True, name="unreport time limit")
    thread.start()
    try:
        try:
            yield
        finally:
            watch.end()
    except _TimeUp:
        raise LimitExceeded(
            f"reading took more than {limits.seconds:g} seconds; "
            "allow more time (ReadLimits.seconds) or split the file",
            source=source,
        ) from None
