"""A run of `unreport batch`, from its options to its exit code."""

from __future__ import annotations

import importlib.util
import logging
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import cast

import click
from msgspec import Struct
from rich.console import Console

from unreport.archive.batch import Job, write_archive
from unreport.archive.limits import Limits
from unreport.archive.parts import Format
from unreport.archive.sources import Selection
from unreport.archive.store import Layout
from unreport.archive.summary import Summary, summarise
from unreport.cli.progress import LOG, Loudness, Show, summary_table
from unreport.errors import UnreportError
from unreport.export.rows import TABLES

SOME_FAILED = 1
INTERRUPTED = 130
MEGABYTE = 2**20


class Options(Struct, frozen=True, kw_only=True):
    """The options of the command, as they come from the command line."""

    sources: tuple[str, ...]
    out: str
    workers: int
    time_limit: float
    memory: int
    max_size: int
    formats: tuple[str, ...]
    only: tuple[str, ...]
    glob: tuple[str, ...]
    limit: int | None
    unordered: bool
    part_size: int
    engine: str
    log: Path | None
    quiet: bool
    verbose: bool


def run(options: Options) -> int:
    """Parse an archive as the options say, and show it; the exit code."""
    if "://" in options.out and options.engine == "local":
        raise click.UsageError("only Ray writes to a URL; give a folder, or --engine ray")
    job = _job(options)
    engine = _ray_engine if options.engine == "ray" else _local_engine
    console = Console(stderr=True, highlight=False)
    try:
        with _logged(options.log or _log_of(job, options)):
            summary = engine(job, options, console)
    except UnreportError as error:
        raise click.ClickException(str(error)) from error
    if not options.quiet:
        console.print(summary_table(summary))
        console.print(f"The tables and summary.json are in {options.out}", soft_wrap=True)
    if not summary.finished:
        console.print("Stopped.  Run the same command again to go on from here.")
        return INTERRUPTED
    return SOME_FAILED if summary.failed else 0


def _job(options: Options) -> Job:
    return Job(
        sources=options.sources,
        out=Path(options.out),
        layout=Layout(formats=_formats(options.formats), tables=_tables(options.only)),
        limits=Limits(
            workers=options.workers,
            seconds=options.time_limit,
            megabytes=options.memory,
            log=str(Path(options.out, ".work", "workers.log")),
        ),
        selection=Selection(patterns=options.glob, largest=options.max_size * MEGABYTE),
        first=options.limit,
        ordered=not options.unordered,
        part_documents=options.part_size,
    )


def _formats(wanted: tuple[str, ...]) -> tuple[Format, ...]:
    """The formats in their order; Parquet only where it can be written."""
    can = importlib.util.find_spec("pyarrow") is not None
    if "parquet" in wanted and not can:
        raise click.UsageError("Parquet needs pyarrow: pip install 'unreport[parquet]'")
    chosen = wanted or (("jsonl", "parquet") if can else ("jsonl",))
    return cast("tuple[Format, ...]", tuple(sorted(set(chosen))))


def _tables(only: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(table for table in TABLES if table in only) or tuple(TABLES)


def _log_of(job: Job, options: Options) -> Path:
    return Path("unreport-batch.log") if "://" in options.out else job.out / "log.txt"


# --- engines ------------------------------------------------------------------------------------


def _local_engine(job: Job, options: Options, console: Console) -> Summary:
    loudness: Loudness = -1 if options.quiet else 1 if options.verbose else 0
    show = Show(console, loudness)
    try:
        with _stoppable(show), show.shown():
            finished = write_archive(job, show)
    except KeyboardInterrupt:
        console.print("Stopped at once.  Run the same command again to go on from here.")
        raise
    summary = summarise(job.out, job.layout.formats, finished=finished)
    LOG.info("ends: %d documents, %d failed", summary.documents, summary.failed)
    return summary


def _ray_engine(job: Job, options: Options, console: Console) -> Summary:
    if importlib.util.find_spec("ray") is None:
        raise click.UsageError("this engine needs Ray: pip install 'unreport[ray]'")
    from unreport.archive.ray_engine import write_with_ray  # noqa: PLC0415  an extra

    if not options.quiet:
        console.print("Ray parses; its own progress and dashboard show how far it is.")
    return write_with_ray(job, options.out)


@contextmanager
def _stoppable(show: Show) -> Iterator[None]:
    """Ctrl-C ends a run in order; a second one ends it at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_: int, __: FrameType | None) -> None:
        if show.stopped:
            raise KeyboardInterrupt
        show.stopped = True
        show.console.print("Finishing what is in flight; Ctrl-C again to stop at once.")

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, cast("Callable[[int, FrameType | None], object]", handler))


@contextmanager
def _logged(path: Path) -> Iterator[None]:
    """Write the log of a run to a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(path, encoding="utf-8", errors="backslashreplace")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    try:
        yield
    finally:
        LOG.removeHandler(handler)
        handler.close()
