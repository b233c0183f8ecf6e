"""What the documents of an archive may take: time, memory, and how many workers there are."""

from __future__ import annotations

import os
from dataclasses import dataclass

SECONDS = 120.0
MEGABYTES = 2048


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the documents may take."""

    workers: int = 0  # 0: as many as there are cores
    seconds: float = SECONDS  # for a document
    megabytes: int = MEGABYTES  # address space of a worker; not enforced on Windows and macOS
    log: str | None = None  # file for what libraries print; None: it is dropped

    @property
    def count(self) -> int:
        """How many workers there are."""
        return self.workers or _cores()


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
