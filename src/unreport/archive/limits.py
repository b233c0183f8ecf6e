"""Resource limits of a batch job: time and memory of a document, and the number of workers."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass

DEFAULT_SECONDS = 120.0
DEFAULT_MEGABYTES = 2048
ELAPSED_FACTOR = 5
WORKERS_PER_CORE = 32
MEASURES_PROCESSOR_TIME = hasattr(signal, "setitimer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Resource limits of a batch job.

    A document that exceeds one gives an outcome with an error of kind `timeout` or `memory`.

    >>> Limits(workers=4, seconds=20).megabytes
    2048
    """

    workers: int = 0
    """Worker processes; 0: one for each CPU core.  At most `max_workers()`."""
    seconds: float = DEFAULT_SECONDS
    """Of processor time, for a document: it takes as much on a machine that does other work too.

    Where the operating system does not measure it (Windows), of elapsed time.
    """
    elapsed_seconds: float = 0
    """Of elapsed time, which also end a document that waits for ever; 0: five times `seconds`."""
    megabytes: int = DEFAULT_MEGABYTES
    """Address space of a worker process; enforced on Linux only."""
    log: str | None = None
    """File for what libraries print in workers; None: it is discarded."""

    @property
    def elapsed_limit(self) -> float:
        """The seconds of elapsed time for a document."""
        if not MEASURES_PROCESSOR_TIME:
            return self.elapsed_seconds or self.seconds
        return self.elapsed_seconds or self.seconds * ELAPSED_FACTOR

    @property
    def worker_count(self) -> int:
        """The number of worker processes, at least 1.

        Raises `ValueError` if so many would only keep the machine busy with starting them.
        """
        if self.workers > max_workers():
            raise ValueError(f"{self.workers} workers are more than {max_workers()}, the most here")
        return self.workers or _available_cores()


def max_workers() -> int:
    """The largest number of worker processes that this machine is asked to start.

    >>> max_workers() % WORKERS_PER_CORE
    0
    """
    return WORKERS_PER_CORE * _available_cores()


def _available_cores() -> int:
    """The number of CPU cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
