"""Work that is interrupted when its processor time is up.

A thread waits beside the one that works, and raises an exception in it when the time is up: so the
limit holds in every stage and in the libraries, except inside a single call of compiled code.
"""

from __future__ import annotations

import ctypes
import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

Result = TypeVar("Result")

DELIVERIES = 1000  # of an interruption to a thread that waits for it; the first one arrives
SHORTEST_WAIT = 0.01  # seconds, so that a thread that hardly runs is not asked all the time
UNWINDING = 0.5  # seconds of processor time in which the work must have ended once interrupted


class TimeIsUpError(Exception):
    """The work took longer than it was allowed."""


def run_within(seconds: float, work: Callable[[], Result]) -> Result:
    """What `work` returns; raises `TimeIsUpError` when it takes more seconds of processor time."""
    watch = _Watch(seconds)
    thread = threading.Thread(target=watch.run, daemon=True, name="unreport time limit")
    try:
        try:
            thread.start()
            return work()
        finally:
            watch.end()
    except _TimeUp:
        watch.end()  # where the exception came before the line above
        raise TimeIsUpError from None


class _TimeUp(BaseException):
    """Raised in the thread that reads; no handler of `Exception` catches it."""


class _Watch:
    """Watches the processor time of the thread that makes it, and interrupts it at the limit.

    Python ignores what is raised inside a finalizer or a callback of the garbage collector. An
    exception that lands there is lost, so that it is raised again until the work has ended; what
    Python would print of it is held back.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._thread = threading.get_ident()
        self._clock = _thread_clock(self._thread)
        self._next = self._clock() + seconds
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._over = False
        self._hook: _UnraisableHook | None = None

    def run(self) -> None:
        """Interrupt the work whenever its time is up, until it has ended."""
        while not self._ended.wait(max(self._next - self._clock(), SHORTEST_WAIT)):
            with self._lock:
                if not self._over and self._clock() >= self._next:
                    self._hook = self._hook or _UnraisableHook()
                    self._raise()
                    self._next = self._clock() + UNWINDING

    def end(self) -> None:
        """Stop, and receive an exception that has not been delivered yet."""
        while not self._ended.is_set():
            try:
                with self._lock:
                    self._over = True
                if self._hook is not None:
                    self._receive()
                    self._hook.remove()
                self._ended.set()
            except _TimeUp:  # delivered on the way here
                continue

    def _receive(self) -> None:
        """Take what may be pending; it cannot be withdrawn.

        Python 3.11 would go on looking for it, and hang in the next call that is traced, as by a
        debugger.
        """
        try:
            for _ in range(DELIVERIES):  # a signal handler or finalizer may swallow some
                self._raise()  # in the place of one that is pending
        except _TimeUp:
            return

    def _raise(self) -> None:
        thread, kind = ctypes.c_ulong(self._thread), ctypes.py_object(_TimeUp)
        ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, kind)


class _UnraisableHook:
    """Hides an interruption that landed where Python cannot raise it; all else is reported."""

    def __init__(self) -> None:
        self._before = sys.unraisablehook
        sys.unraisablehook = self._report

    def _report(self, unraisable: UnraisableHookArgs) -> None:
        if unraisable.exc_type is not _TimeUp:
            self._before(unraisable)

    def remove(self) -> None:
        """Put back the hook that was there, unless another one has been set since."""
        if sys.unraisablehook == self._report:
            sys.unraisablehook = self._before


def _thread_clock(thread: int) -> Callable[[], float]:
    """The processor time of a thread; of the process where the system does not tell them apart."""
    if not hasattr(time, "pthread_getcpuclockid"):
        return time.process_time
    clock = time.pthread_getcpuclockid(thread)
    return lambda: time.clock_gettime(clock)
