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
from unreport.archive.store import DatasetLayout
from unreport.archive.summary import Summary
from unreport.cli.progress import LOG, ProgressDisplay, Verbosity, summary_table
from unreport.errors import UnreportError
from unreport.export.rows import TABLES

EXIT_SOME_FAILED = 1
EXIT_INTERRUPTED = 130
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
    """Run a batch job with these options; the exit code."""
    if "://" in options.out and options.engine == "local":
        raise click.UsageError("only Ray writes to a URL; give a folder, or --engine ray")
    job = _job(options)
    engine = _ray_engine if options.engine == "ray" else _local_engine
    console = Console(stderr=True, highlight=False)
    try:
        with _log_to(options.log or _default_log(job, options)):
            summary = engine(job, options, console)
    except UnreportError as error:
        raise click.ClickException(str(error)) from error
    if not options.quiet:
        console.print(summary_table(summary))
        console.print(f"The tables and summary.json are in {options.out}", soft_wrap=True)
    if not summary.finished:
        console.print("Stopped.  Run the same command again to go on from here.")
        return EXIT_INTERRUPTED
    return EXIT_SOME_FAILED if summary.failed else 0


def _job(options: Options) -> Job:
    return Job(
        sources=options.sources,
        out=Path(options.out),
        layout=DatasetLayout(formats=_formats(options.formats), tables=_tables(options.only)),
        limits=Limits(
            workers=options.workers,
            seconds=options.time_limit,
            megabytes=options.memory,
            log=str(Path(options.out, ".work", "workers.log")),
        ),
        selection=Selection(patterns=options.glob, max_size=options.max_size * MEGABYTE),
        max_files=options.limit,
        ordered=not options.unordered,
        part_documents=options.part_size,
    )


def _formats(wanted: tuple[str, ...]) -> tuple[Format, ...]:
    """The file formats, sorted; Parquet by default only if pyarrow is installed."""
    has_pyarrow = importlib.util.find_spec("pyarrow") is not None
    if "parquet" in wanted and not has_pyarrow:
        raise click.UsageError("Parquet needs pyarrow: pip install 'unreport[parquet]'")
    chosen = wanted or (("jsonl", "parquet") if has_pyarrow else ("jsonl",))
    return cast("tuple[Format, ...]", tuple(sorted(set(chosen))))


def _tables(only: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(table for table in TABLES if table in only) or tuple(TABLES)


def _default_log(job: Job, options: Options) -> Path:
    return Path("unreport-batch.log") if "://" in options.out else job.out / "log.txt"


# --- engines ------------------------------------------------------------------------------------


def _local_engine(job: Job, options: Options, console: Console) -> Summary:
    verbosity: Verbosity = -1 if options.quiet else 1 if options.verbose else 0
    display = ProgressDisplay(console, verbosity)
    try:
        with _handle_signals(display), display.live():
            summary = write_archive(job, display)
    except KeyboardInterrupt:
        console.print("Stopped at once.  Run the same command again to go on from here.")
        raise
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
def _handle_signals(display: ProgressDisplay) -> Iterator[None]:
    """Graceful shutdown on Ctrl-C or SIGTERM; a second signal ends the run at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_: int, __: FrameType | None) -> None:
        if display.stopped:
            raise KeyboardInterrupt
        display.stopped = True
        display.console.print("Finishing what is in flight; Ctrl-C again to stop at once.")

    previous_handlers = {
        number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for number, handler in previous_handlers.items():
            signal.signal(number, cast("Callable[[int, FrameType | None], object]", handler))


@contextmanager
def _log_to(path: Path) -> Iterator[None]:
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
