"""Resource limits of a batch job: time and memory of a document, and the number of workers."""

from __future__ import annotations

import os
from dataclasses import dataclass

DEFAULT_SECONDS = 120.0
DEFAULT_MEGABYTES = 2048


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Resource limits of a batch job.

    A document that exceeds one gives an outcome with an error of kind `timeout` or `memory`.

    >>> Limits(workers=4, seconds=20).megabytes
    2048
    """

    workers: int = 0
    """Worker processes; 0: one for each CPU core."""
    seconds: float = DEFAULT_SECONDS
    """For a document."""
    megabytes: int = DEFAULT_MEGABYTES
    """Address space of a worker process; enforced on Linux only."""
    log: str | None = None
    """File for what libraries print in workers; None: it is discarded."""

    @property
    def worker_count(self) -> int:
        """The number of worker processes, at least 1."""
        return self.workers or _available_cores()


def _available_cores() -> int:
    """The number of CPU cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
