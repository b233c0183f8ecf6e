"""Limits of time and memory for the reading of one PDF, and the budget that enforces them.

Time is the processor time of the reading thread, so that a loaded machine does not change it.
"""

from __future__ import annotations

import time

from unreport.errors import LimitExceeded
from unreport.readers.limits import ReadLimits

STEPS_BETWEEN_CHECKS = 2048


class PdfLimits(ReadLimits, frozen=True, kw_only=True):
    """What the caller allows for one PDF; None means no limit.

    >>> from unreport import PdfLimits
    >>> limits = PdfLimits(pages=200, seconds=20)
    >>> limits.pages, limits.seconds, limits.page_glyphs
    (200, 20, 300000)
    """

    pages: int | None = 5000
    """Of the file."""
    glyphs: int | None = 20_000_000
    """Drawing steps of all pages."""
    page_glyphs: int | None = 300_000
    """Glyphs of one page; an ordinary page has some thousands."""
    unpacked_bytes: int | None = 256_000_000
    """In memory at one time: a few kilobytes can decode to gigabytes."""


class Budget:
    """Checked in every long loop; raises when the caller's time or memory is used up."""

    def __init__(self, limits: PdfLimits) -> None:
        self._limits = limits
        self._began = time.thread_time()
        self._clock = time.monotonic()  # quicker to ask, and never behind the processor time
        self._glyphs = 0
        self._ticks = 0
        self._steps = 0
        self._held = 0

    def tick(self) -> None:
        """Count one drawing operation."""
        self.count(1)

    def count(self, operations: int) -> None:
        """Count several drawing operations."""
        self._ticks += operations
        if self._ticks >= STEPS_BETWEEN_CHECKS:
            self._glyphs += self._ticks
            self._ticks = 0
            self.check()

    def count_glyphs(self, glyphs: int, on_page: int) -> None:
        """Count glyphs that were drawn; `on_page` are those of the page so far."""
        self._ticks += glyphs
        if self._ticks >= STEPS_BETWEEN_CHECKS:
            self.count(0)
        most = self._limits.page_glyphs
        if most is not None and on_page > most:
            self.check_page(on_page)

    def step(self) -> None:
        """Count one operation that draws nothing."""
        self._steps += 1
        if self._steps >= STEPS_BETWEEN_CHECKS:
            self._steps = 0
            self.check()

    def count_bytes(self, size: int) -> None:
        """Count bytes that were decoded; a negative number for bytes that were released."""
        self._held += size
        most = self._limits.unpacked_bytes
        if most is not None and self._held > most:
            raise LimitExceeded(
                f"what is packed in the file unpacks to more than {most // 1_000_000} MB; "
                "if the file can be trusted, allow more (PdfLimits.unpacked_bytes)"
            )

    def check(self) -> None:
        """Raise if a limit is exceeded."""
        seconds, glyphs = self._limits.seconds, self._limits.glyphs
        if seconds is not None and self._is_over(seconds):
            raise LimitExceeded(
                f"reading took more than {seconds:g} seconds of processor time; "
                "allow more time (PdfLimits.seconds) or split the file"
            )
        if glyphs is not None and self._glyphs > glyphs:
            raise LimitExceeded(
                f"the pages hold more than {glyphs:,} drawing steps; "
                "allow more (PdfLimits.glyphs) or split the file"
            )

    def _is_over(self, seconds: float) -> bool:
        if time.monotonic() - self._clock <= seconds:
            return False
        return time.thread_time() - self._began > seconds

    def check_page(self, glyphs: int) -> None:
        """Raise if a page has more glyphs than the limit."""
        most = self._limits.page_glyphs
        if most is not None and glyphs > most:
            raise LimitExceeded(
                f"a page holds more than {most:,} letters; "
                "allow more (PdfLimits.page_glyphs) to read it"
            )
