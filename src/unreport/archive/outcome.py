"""What came of one file of an archive: a report, or why there is none."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from unreport.errors import (
    DamagedSource,
    EncryptedSource,
    GarbledText,
    LimitExceeded,
    NoTextLayer,
    UnreadableSource,
    UnreportError,
)
from unreport.model import Issue, Report

FailureKind: TypeAlias = Literal[
    "unreadable",  # not of a kind that unreport reads
    "encrypted",
    "damaged",
    "no-text",  # pictures of pages
    "garbled",
    "limit",  # a reader's own limit
    "too-large",
    "missing",  # no such file, or it may not be opened
    "special",  # a device, a pipe, a link inside an archive
    "archive",  # the archive itself breaks off or cannot be opened
    "timeout",
    "memory",
    "crash",
    "bug",  # unreport's own fault
]
KINDS: tuple[tuple[type[UnreportError], FailureKind], ...] = (
    (NoTextLayer, "no-text"),
    (GarbledText, "garbled"),
    (EncryptedSource, "encrypted"),
    (DamagedSource, "damaged"),
    (LimitExceeded, "limit"),
    (UnreadableSource, "unreadable"),
    (UnreportError, "unreadable"),
)


class Failure(Struct, frozen=True):
    """Why a file gave no report."""

    kind: FailureKind
    message: str
    page: int | None = None


class Origin(Struct, frozen=True, kw_only=True):
    """Where a document came from."""

    path: str  # of the file, or of the member in its archive
    archive: str | None = None  # `…/2019.zip`; `…/all.tar!/2019.zip` for one inside another
    size: int | None = None
    sha256: str | None = None

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.path.replace("\\", "/").rstrip("/").rpartition("/")[2]

    def __str__(self) -> str:
        return f"{self.archive}!/{self.path}" if self.archive else self.path


class Outcome(Struct, frozen=True, kw_only=True):
    """One file, and what came of it: either `report` or `error` is there."""

    source: Origin
    report: Report | None = None
    error: Failure | None = None
    issues: tuple[Issue, ...] = ()
    seconds: float = 0.0
    attempts: int = 1

    def __repr__(self) -> str:
        what = repr(self.report) if self.report else f"{self.error.kind if self.error else '?'}"
        return f"<Outcome {self.source}: {what}>"


def failure(error: BaseException) -> Failure:
    """What stopped a parse, as a value; whatever is not foreseen counts as unreport's own fault."""
    if isinstance(error, UnreportError):
        kind = next(kind for type_, kind in KINDS if isinstance(error, type_))
        return Failure(kind, error.message, error.page)
    if isinstance(error, MemoryError):
        return Failure("memory", "needs more memory than the limit allows")
    if isinstance(error, OSError):
        return Failure("missing", f"cannot be read: {error.strerror or error}")
    return Failure("bug", f"unreport failed: {type(error).__name__}: {error}{_where(error)}")


def _where(error: BaseException) -> str:
    """The innermost place of a traceback, without the path of the installation."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    file = trace.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2]
    return f" ({file}, line {trace.tb_lineno})"
