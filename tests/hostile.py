"""Documents that misbehave, for tests: what a file begins with says what parsing it does."""

import os
import signal
import time
from pathlib import Path

from unreport.archive.parse_one import CheckedReport, parse_checked


def parse(data: bytes, *, name: str | None = None) -> CheckedReport:
    """`parse_checked`, but for files that hang, take all memory or kill their process."""
    for sign, act in ACTS.items():
        if data.startswith(sign):
            act(data)
    return parse_checked(data, name=name)


def _hang(_: bytes) -> None:
    while True:
        time.sleep(0.01)


def _wait(_: bytes) -> None:
    time.sleep(3.2)


def _spin(_: bytes) -> None:
    while True:
        pass


def _grow(_: bytes) -> None:
    hoard = []
    while True:
        hoard.append(bytearray(50_000_000))


def _kill(_: bytes) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _crash(_: bytes) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _leave(_: bytes) -> None:
    os._exit(3)


def _raise(_: bytes) -> None:
    raise RuntimeError("a fault of unreport")


def _recover(data: bytes) -> None:
    """Crash at the first attempt, and not at the second."""
    mark = Path(data.split(b"\n")[0].removeprefix(b"ONCE ").decode())
    if not mark.exists():
        mark.touch()
        os._exit(3)


ACTS = {
    b"HANG": _hang,
    b"WAIT": _wait,
    b"SPIN": _spin,
    b"GROW": _grow,
    b"KILL": _kill,
    b"SEGV": _crash,
    b"EXIT": _leave,
    b"RAISE": _raise,
    b"ONCE": _recover,
}
