"""What a run shows of itself: a bar in a terminal, lines elsewhere, a log in a file."""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Literal

from rich.console import Console

from unreport.archive.batch import Job, Watcher
from unreport.archive.parse_one import Reply
from unreport.archive.sources import Selection, entries
from unreport.archive.summary import Summary

if TYPE_CHECKING:
    from rich.progress import Progress
    from rich.table import Table

LOG = logging.getLogger("unreport.archive.batch")
EVERY = 10.0  # seconds between lines, where there is no terminal
SLOW = 5.0  # seconds after which a file is named
WIDTH = 40  # characters of a file's name in the bar

Loudness = Literal[-1, 0, 1]


class Show(Watcher):
    """Shows a run and lets it be stopped."""

    def __init__(self, console: Console, loudness: Loudness) -> None:
        self.console = console
        self.loudness = loudness
        self.stopped = False
        self.counts: Counter[str] = Counter()
        self._begun = self._last = time.monotonic()
        self._total = _Total()
        self._bar = _bar(console) if console.is_terminal and loudness >= 0 else None
        if self._bar is not None:
            self._task = self._bar.add_task("", total=None, failed=0, rate="", slow="")

    @contextmanager
    def shown(self) -> Iterator[None]:
        """Show the bar while a run lasts."""
        if self._bar is None:
            yield
            return
        with self._bar:
            yield

    def started(self, job: Job, known: int) -> None:
        """Say what is there, and count what is to be done."""
        LOG.info("begins: %d sources, %d documents known", len(job.sources), known)
        if known and self.loudness >= 0:
            self.console.print(f"{known:,} files are known from earlier runs", highlight=False)
        if self.loudness >= 0:
            self._total.count(job)

    def done(self, reply: Reply, *, changed: bool) -> None:
        """Count a document."""
        self.counts["done"] += 1
        self.counts["same"] += not changed
        if reply.error is None:
            return
        self.counts["failed"] += 1
        LOG.warning("%s: %s: %s", reply.origin, reply.error.kind, reply.error.message)
        if self.loudness > 0:
            line = f"{reply.origin}: {reply.error.kind}: {reply.error.message}"
            self.console.print(printable(line), highlight=False, markup=False, soft_wrap=True)

    def waiting(self, slowest: tuple[str, float] | None) -> bool:
        """Refresh what is shown."""
        now = time.monotonic()
        if self._bar is not None:
            self._bar.update(
                self._task,
                completed=self.counts["done"],
                total=self._total.files,
                failed=self.counts["failed"],
                rate=f"{self._rate(now):.1f}/s",
                slow=_slow(slowest),
            )
        elif self.loudness >= 0 and now - self._last >= EVERY:
            self._last = now
            self.console.print(self._line(now, slowest), highlight=False, soft_wrap=True)
        return self.stopped

    def _rate(self, now: float) -> float:
        return self.counts["done"] / max(now - self._begun, 0.001)

    def _line(self, now: float, slowest: tuple[str, float] | None) -> str:
        total, rate = self._total.files, self._rate(now)
        done = f"{self.counts['done']:,}" + (f" of {total:,}" if total else "")
        left = f", {(total - self.counts['done']) / rate:.0f} s left" if total and rate else ""
        line = f"{done} files, {self.counts['failed']:,} failed, {rate:.1f}/s{left}"
        return f"{line} {_slow(slowest)}".rstrip()


class _Total:
    """Counts the files of a job, beside it: known when it is known."""

    def __init__(self) -> None:
        self.files: int | None = None

    def count(self, job: Job) -> None:
        threading.Thread(target=self._run, args=(job,), daemon=True).start()

    def _run(self, job: Job) -> None:
        chosen = Selection(
            patterns=job.selection.patterns, largest=job.selection.largest, contents=False
        )
        self.files = sum(1 for _ in islice(entries(job.sources, chosen), job.first))


def _bar(console: Console) -> Progress:
    from rich.progress import (  # noqa: PLC0415  only a terminal needs it
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        SpinnerColumn(),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TextColumn("[red]{task.fields[failed]} failed"),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[slow]}", markup=False),
        console=console,
        transient=True,
    )


def _slow(slowest: tuple[str, float] | None) -> str:
    if slowest is None or slowest[1] < SLOW:
        return ""
    name = printable(slowest[0].rpartition("/")[2])
    return f"({name[:WIDTH]}: {slowest[1]:.0f} s)"


def printable(text: str) -> str:
    """A name without what a terminal would obey: file names may hold anything."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def summary_table(summary: Summary) -> Table:
    """The closing summary."""
    from rich.table import Table  # noqa: PLC0415  not needed before the end

    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    table.add_row("documents", f"{summary.documents:,}")
    for language, count in summary.languages.items():
        table.add_row(f"  {language}", f"{count:,}")
    table.add_row("files that could not be read", f"{summary.failed:,}")
    for kind, count in summary.errors.items():
        table.add_row(f"  {kind}", f"{count:,}")
    table.add_row("series", f"{summary.series:,}")
    table.add_row("  with something missing", f"{summary.incomplete:,}")
    return table
