"""The outcome of parsing one file: a report, or the reason why there is none."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from unreport.errors import (
    DamagedSource,
    EmptySource,
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
    "empty",  # no bytes, or no text
    "encrypted",
    "damaged",
    "no-text",  # pictures of pages
    "garbled",
    "limit",  # a reader's own limit
    "too-large",
    "not-a-report",  # does not look like a UN document; only if that is asked for
    "missing",  # no such file, or it may not be opened
    "special",  # a device, a pipe, a link inside an archive
    "archive",  # the archive itself is truncated or cannot be opened
    "timeout",
    "memory",
    "crash",
    "bug",  # unreport's own fault
]
FAILURE_KINDS: tuple[tuple[type[UnreportError], FailureKind], ...] = (
    (EmptySource, "empty"),
    (NoTextLayer, "no-text"),
    (GarbledText, "garbled"),
    (EncryptedSource, "encrypted"),
    (DamagedSource, "damaged"),
    (LimitExceeded, "limit"),
    (UnreadableSource, "unreadable"),
    (UnreportError, "unreadable"),
)


class Failure(Struct, frozen=True):
    """Why a file gave no report: a stable kind, one sentence, and the page if known.

    >>> from unreport import parse_one
    >>> parse_one(b"%PDF-1.7", path="cut-off.pdf").error.kind
    'damaged'
    """

    kind: FailureKind
    """A stable name, such as `encrypted`; docs/archives.md lists them."""
    message: str
    """One sentence in English: what is wrong, and what to do."""
    page: int | None = None
    """Where it went wrong, counted from 1."""


class Origin(Struct, frozen=True, kw_only=True):
    """The file or archive member that a document was read from.

    >>> origin = Origin(path="2019/L.1.docx", archive="all.zip")
    >>> str(origin), origin.name
    ('all.zip!/2019/L.1.docx', 'L.1.docx')
    """

    path: str
    """Path of the file, or of the member in its archive."""
    archive: str | None = None
    """`…/2019.zip`; `…/all.tar!/2019.zip` for one inside another."""
    size: int | None = None
    """In bytes; None where it is not known."""
    sha256: str | None = None
    """SHA-256 of the bytes, 64 hexadecimal digits."""

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.path.replace("\\", "/").rstrip("/").rpartition("/")[2]

    def __str__(self) -> str:
        return f"{self.archive}!/{self.path}" if self.archive else self.path


class Outcome(Struct, frozen=True, kw_only=True):
    """The outcome of one file: either `report` or `error` is set.

    >>> from unreport import parse_one
    >>> outcome = parse_one(b"1. It met.", path="L.1.txt")
    >>> outcome.error, outcome.report.paragraphs[0].number, outcome.attempts
    (None, 1, 1)
    """

    source: Origin
    """The file."""
    report: Report | None = None
    """What was parsed; None if it could not be read."""
    error: Failure | None = None
    """Why there is no report."""
    issues: tuple[Issue, ...] = ()
    """Doubts of the reader and of `check`."""
    seconds: float = 0.0
    """Elapsed time of reading and parsing."""
    attempts: int = 1
    """How often it was tried."""

    def __repr__(self) -> str:
        what = repr(self.report) if self.report else f"{self.error.kind if self.error else '?'}"
        return f"<Outcome {self.source}: {what}>"


def failure(error: BaseException) -> Failure:
    """An exception as a `Failure`; an unexpected one is a bug of unreport."""
    if isinstance(error, UnreportError):
        kind = next(kind for type_, kind in FAILURE_KINDS if isinstance(error, type_))
        return Failure(kind, error.message, error.page)
    if isinstance(error, MemoryError):
        return Failure("memory", "needs more memory than the limit allows")
    if isinstance(error, OSError):
        return Failure("missing", f"cannot be read: {error.strerror or error}")
    return Failure(
        "bug", f"unreport failed: {type(error).__name__}: {error}{_innermost_frame(error)}"
    )


def _innermost_frame(error: BaseException) -> str:
    """File and line of the innermost frame of a traceback, without the installation's path."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    file = trace.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2]
    return f" ({file}, line {trace.tb_lineno})"
