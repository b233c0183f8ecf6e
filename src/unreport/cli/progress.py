"""The progress of a batch job: a progress bar in a terminal, lines elsewhere, and a log file."""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING, Literal

from rich.console import Console

from unreport.archive.batch import Job, JobListener
from unreport.archive.parse_one import TaskResult
from unreport.archive.sources import Selection, entries
from unreport.archive.summary import Summary

if TYPE_CHECKING:
    from rich.progress import Progress
    from rich.table import Table

LOG = logging.getLogger("unreport.archive.batch")
REPORT_INTERVAL = 10.0  # seconds between status lines without a terminal
SLOW_SECONDS = 5.0  # seconds after which the longest running file is named
MOST_SLOW = 3  # files that are named at the end
NAME_WIDTH = 40  # characters of a file name in the progress bar

Verbosity = Literal[-1, 0, 1]


class MessageConsole(Console):
    """Standard error.  A run goes on where its messages cannot be written: nobody reads them."""

    def on_broken_pipe(self) -> None:
        """The reader of the messages has left."""
        self.quiet = True

    def print(self, *objects: object, **options: object) -> None:
        """Print a message, if it can be written."""
        with suppress(OSError):
            super().print(*objects, **options)  # type: ignore[arg-type]


class ProgressDisplay(JobListener):
    """Displays the progress of a job, and lets it be stopped."""

    def __init__(self, console: Console, verbosity: Verbosity) -> None:
        self.console = console
        self.verbosity = verbosity
        self.stopped = False
        self.counts: Counter[str] = Counter()
        self.slowest: list[tuple[float, str]] = []
        """The slowest files of this run, with their seconds."""
        self._started = self._last_report = time.monotonic()
        self._file_counter = _FileCounter()
        self._bar = _bar(console) if console.is_terminal and verbosity >= 0 else None
        if self._bar is not None:
            self._task = self._bar.add_task("", total=None, failed=0, rate="", slow="")

    @contextmanager
    def live(self) -> Iterator[None]:
        """Show the progress bar while the job runs."""
        if self._bar is None:
            yield
            return
        with self._bar:
            yield

    def on_start(self, job: Job, known_documents: int) -> None:
        """Print how many files are known, and start to count the files of the job."""
        LOG.info("begins: %d sources, %d documents known", len(job.sources), known_documents)
        if known_documents and self.verbosity >= 0:
            self.console.print(
                f"{known_documents:,} files are known from earlier runs", highlight=False
            )
        if self.verbosity >= 0:
            self._file_counter.count(job)

    def on_result(self, result: TaskResult, *, changed: bool) -> None:
        """Count a document."""
        self.counts["done"] += 1
        self.counts["same"] += not changed
        if result.seconds >= SLOW_SECONDS:
            found = [*self.slowest, (result.seconds, str(result.origin))]
            self.slowest = sorted(found, reverse=True)[:MOST_SLOW]
        if result.error is None:
            return
        self.counts["failed"] += 1
        LOG.warning("%s: %s: %s", result.origin, result.error.kind, result.error.message)
        if self.verbosity > 0:
            line = f"{result.origin}: {result.error.kind}: {result.error.message}"
            self.console.print(printable(line), highlight=False, markup=False, soft_wrap=True)

    def on_idle(self, longest_running: tuple[str, float] | None) -> bool:
        """Refresh the display."""
        now = time.monotonic()
        if self._bar is not None:
            self._bar.update(
                self._task,
                completed=self.counts["done"],
                total=self._file_counter.files,
                failed=self.counts["failed"],
                rate=f"{self._rate(now):.1f}/s",
                slow=_slow_file(longest_running),
            )
        elif self.verbosity >= 0 and now - self._last_report >= REPORT_INTERVAL:
            self._last_report = now
            self.console.print(
                self._status_line(now, longest_running), highlight=False, soft_wrap=True
            )
        return self.stopped

    def _rate(self, now: float) -> float:
        return self.counts["done"] / max(now - self._started, 0.001)

    def _status_line(self, now: float, longest_running: tuple[str, float] | None) -> str:
        total, rate = self._file_counter.files, self._rate(now)
        done = f"{self.counts['done']:,}" + (f" of {total:,}" if total else "")
        left = f", {(total - self.counts['done']) / rate:.0f} s left" if total and rate else ""
        line = f"{done} files, {self.counts['failed']:,} failed, {rate:.1f}/s{left}"
        return f"{line} {_slow_file(longest_running)}".rstrip()


class _FileCounter:
    """Counts the files of a job in a thread; None until it is done."""

    def __init__(self) -> None:
        self.files: int | None = None

    def count(self, job: Job) -> None:
        threading.Thread(target=self._run, args=(job,), daemon=True).start()

    def _run(self, job: Job) -> None:
        chosen = Selection(
            patterns=job.selection.patterns, max_size=job.selection.max_size, contents=False
        )
        with suppress(Exception):  # the run itself meets the same error, and reports it
            self.files = sum(1 for _ in islice(entries(job.sources, chosen), job.max_files))


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


def _slow_file(longest_running: tuple[str, float] | None) -> str:
    if longest_running is None or longest_running[1] < SLOW_SECONDS:
        return ""
    name = printable(longest_running[0].rpartition("/")[2])
    return f"({name[:NAME_WIDTH]}: {longest_running[1]:.0f} s)"


def slowest_files(slowest: list[tuple[float, str]]) -> str:
    """The slowest files of a run, for its end; empty if none was slow."""
    names = ", ".join(f"{printable(name)} {seconds:.0f} s" for seconds, name in slowest)
    return f"slowest: {names}" if names else ""


def unchanged_files(counts: Counter[str]) -> str:
    """How many files of a run gave the same as in an earlier run; empty if none did."""
    same, done = counts["same"], counts["done"]
    return f"{same:,} of {done:,} files gave the same as in the last run" if same else ""


def printable(text: str) -> str:
    """A file name without control characters, which a terminal would execute."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def summary_table(summary: Summary) -> Table:
    """The summary at the end of a run, for a terminal."""
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
