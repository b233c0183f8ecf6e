"""What stops a parse: one clear sentence with what, where and what to do."""

from __future__ import annotations


class UnreportError(Exception):
    """Anything that keeps a document from being read; the message is meant for people.

    `source` names the file, `page` the page where it went wrong (counted from 1), both if known.
    """

    def __init__(self, message: str, *, source: str | None = None, page: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.source = source
        self.page = page

    def __str__(self) -> str:
        place = self.source or ""
        if self.page is not None:
            place = f"{place}, page {self.page}" if place else f"page {self.page}"
        return f"{place}: {self.message}" if place else self.message

    def __reduce__(self) -> tuple[object, ...]:
        """Keep the keyword arguments when an error crosses to another process."""
        return _rebuilt, (type(self), self.message, self.source, self.page)


class UnreadableSource(UnreportError):
    """The bytes are not of a kind that unreport reads; the message names what they look like."""


class EmptySource(UnreadableSource):
    """There is no text in the file, or no byte: a download that failed, most often."""


class NoTextLayer(UnreportError):
    """A PDF of pictures only: it must pass through optical character recognition (OCR) first."""


class GarbledText(UnreportError):
    """The text layer is there but is not text: its fonts do not say which letters they show."""


class EncryptedSource(UnreportError):
    """The file asks for a password."""


class DamagedSource(UnreportError):
    """The file is of a known kind but broken beyond what can be read."""


class LimitExceeded(UnreportError):
    """Reading would take more time, memory or space than the caller allows."""


class NotAReport(UnreportError, ValueError):
    """The JSON is not that of a report; the message names the place where it is not."""


def _rebuilt(
    kind: type[UnreportError], message: str, source: str | None, page: int | None
) -> UnreportError:
    return kind(message, source=source, page=page)
