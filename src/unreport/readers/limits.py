"""The limit of processor time for reading and parsing a document of any format."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct

from unreport.errors import LimitExceeded

Result = TypeVar("Result")


class ReadLimits(Struct, frozen=True, kw_only=True):
    """What the caller allows for one document of any format; None means no limit.

    >>> from unreport import ReadLimits, parse
    >>> parse(b"1. It met.", limits=ReadLimits(seconds=5)).paragraphs[0].number
    1
    """

    seconds: float | None = 120.0
    """Of processor time."""

    def __post_init__(self) -> None:
        """Raise `ValueError` for a limit below 0."""
        for name in self.__struct_fields__:
            value = getattr(self, name)
            if not isinstance(value, int | float | None):
                kind = type(value).__name__
                raise TypeError(f"`{name}` of {type(self).__name__} is a number, not {kind}")
            if value is not None and not value >= 0:
                raise ValueError(f"`{name}` of {type(self).__name__} is below 0: {value}")


def within_time(
    limits: ReadLimits | None, work: Callable[[], Result], *, source: str | None
) -> Result:
    """What `work` returns; `LimitExceeded` when it takes more than the seconds allowed."""
    if not isinstance(limits, ReadLimits | None):
        raise TypeError(f"`limits` is a `ReadLimits` or `PdfLimits`, not {type(limits).__name__}")
    if limits is None or limits.seconds is None:
        return work()
    # It needs ctypes, which takes longer to import than a short text to parse
    from unreport.readers.time_limit import TimeIsUpError, run_within  # noqa: PLC0415

    try:
        return run_within(limits.seconds, work)
    except TimeIsUpError:
        raise LimitExceeded(
            f"reading took more than {limits.seconds:g} seconds; "
            "allow more time (ReadLimits.seconds) or split the file",
            source=source,
        ) from None
