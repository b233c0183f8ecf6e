"""A run of `unreport batch`, from its options to its exit code."""

from __future__ import annotations

import importlib.util
import logging
import os
import signal
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TypeAlias, cast

import click
from msgspec import Struct
from rich.console import Console

from unreport.archive.batch import Job, check_output, write_archive
from unreport.archive.limits import Limits, max_workers
from unreport.archive.parts import ERRORS_JSONL, Format
from unreport.archive.sources import Selection, expand_pattern, is_output_folder
from unreport.archive.store import DatasetLayout
from unreport.archive.summary import Summary
from unreport.archive.table_exports import EXPORTERS, Export
from unreport.cli.progress import (
    LOG,
    MessageConsole,
    ProgressDisplay,
    Verbosity,
    printable,
    slowest_files,
    summary_table,
    unchanged_files,
)
from unreport.cli.streams import print_error
from unreport.errors import UnreportError
from unreport.export.rows import DEFAULT_TABLES, MENTION_TABLES, TABLES
from unreport.readers.contents import ADDRESS_GIVEN, ADDRESSES

EXIT_SOME_FAILED = 1
EXIT_NOTHING_DONE = 3
EXIT_INTERRUPTED = 130
MEGABYTE = 2**20


class Options(Struct, frozen=True, kw_only=True):
    """The options of the command, as they come from the command line."""

    sources: tuple[str, ...]
    out: str
    workers: int | None
    time_limit: float
    memory: int
    max_size: int
    formats: tuple[str, ...]
    only: tuple[str, ...]
    mentions: bool
    glob: tuple[str, ...]
    exclude: tuple[str, ...]
    only_reports: bool
    limit: int | None
    prune: bool
    again: bool
    unordered: bool
    part_size: int
    engine: str
    log: Path | None
    quiet: bool
    verbose: bool


WITHOUT_PYARROW = (
    "only JSONL was written: the tables of nodes and the others need pyarrow; pip install pyarrow, "
    "or give --format jsonl"
)
Engine: TypeAlias = Callable[[Job, Options, Console], Summary]


def run(options: Options) -> int:
    """Run a batch job with these options; the exit code."""
    check_options(options)
    _require_current_folder()
    job = _job(options)
    engine = _ray_engine if options.engine == "ray" else _local_engine
    if engine is _local_engine:
        _require_source(options.sources)  # before the log makes the output folder
        _require_other_output(job)
    console = MessageConsole(stderr=True, highlight=False)
    try:
        with _log_to(options.log or _default_log(job, options)):
            summary = _run_logged(engine, job, options, console)
    except UnreportError as error:
        raise NothingDone(str(error)) from error
    except (OSError, sqlite3.Error) as error:
        raise NothingDone(_write_error(error, options)) from error
    if not options.quiet:
        console.print(summary_table(summary))
        console.print(f"The tables and summary.json are in {options.out}", soft_wrap=True)
        if summary.failed and "errors" in job.layout.tables:
            console.print(_errors_named(job), markup=False, soft_wrap=True)
    if not options.formats and "parquet" not in job.layout.formats:
        print_error(WITHOUT_PYARROW)
    if not summary.finished:
        console.print("Stopped.  Run the same command again to go on from here.")
        return EXIT_INTERRUPTED
    return EXIT_SOME_FAILED if summary.failed else 0


def _errors_named(job: Job) -> str:
    """Where the files that could not be read are named."""
    table = ERRORS_JSONL if "jsonl" in job.layout.formats else "errors"
    return f"{job.out / table} names the files that could not be read, and why"


def _run_logged(engine: Engine, job: Job, options: Options, console: Console) -> Summary:
    """Run a job; where an unexpected error happened is in the log in any case."""
    try:
        return engine(job, options, console)
    except (UnreportError, OSError, sqlite3.Error, click.ClickException):
        raise
    except Exception:
        LOG.exception("unreport failed; what was done is kept")
        raise


class NothingDone(click.ClickException):
    """The run could not begin or could not go on."""

    exit_code = EXIT_NOTHING_DONE


def _write_error(error: Exception, options: Options) -> str:
    reason = getattr(error, "strerror", None) or str(error)
    place = getattr(error, "filename", None) or options.out
    where = printable(str(place))
    return f"{where}: cannot be written: {reason}; what was done is kept, run the command again"


def check_options(options: Options) -> None:
    """Raise `click.UsageError` for options that do not go together."""
    if "://" in options.out and options.engine == "local":
        raise click.UsageError("only Ray writes to a URL; give a folder, or --engine ray")
    if not options.out:
        raise click.UsageError("--out is empty; give a folder")
    if "://" not in options.out and Path(options.out).exists() and not Path(options.out).is_dir():
        raise click.UsageError(f"--out {options.out} is a file; give a folder")
    if options.workers and options.workers > max_workers():
        raise click.UsageError(f"--workers {options.workers} is more than {max_workers()} here")
    if options.quiet and options.verbose:
        raise click.UsageError("--quiet and --verbose exclude each other")
    tabular = set(options.only) - {"documents", "errors"}
    if set(options.formats) == {"jsonl"} and tabular:
        names = ", ".join(sorted(tabular))
        raise click.UsageError(
            f"JSONL holds reports and errors only; {names}: use another --format"
        )
    if options.engine == "ray" and set(options.formats) - {"parquet"}:
        raise click.UsageError("Ray writes Parquet only")


def _job(options: Options) -> Job:
    return Job(
        sources=options.sources,
        out=Path(options.out),
        layout=DatasetLayout(formats=_formats(options.formats), tables=_tables(options)),
        limits=Limits(
            workers=options.workers or 0,
            seconds=options.time_limit,
            megabytes=options.memory,
            log=str(Path(options.out, ".work", "workers.log")),
        ),
        selection=Selection(
            patterns=options.glob,
            exclude=options.exclude,
            max_size=options.max_size * MEGABYTE,
            only_reports=options.only_reports,
        ),
        max_files=options.limit,
        ordered=not options.unordered,
        part_documents=options.part_size,
        exports=cast("tuple[Export, ...]", tuple(f for f in EXPORTERS if f in options.formats)),
        prune=options.prune,
        again=options.again,
    )


def _formats(given: tuple[str, ...]) -> tuple[Format, ...]:
    """The formats of the part files, sorted; Parquet by default only if pyarrow is installed."""
    has_pyarrow = importlib.util.find_spec("pyarrow") is not None
    if set(given) - {"jsonl"} and not has_pyarrow:
        raise click.UsageError(f"{given[0]} needs pyarrow: pip install pyarrow")
    chosen = tuple(name for name in given if name not in EXPORTERS)
    if set(given) & set(EXPORTERS) and chosen:
        chosen = (*chosen, "parquet")  # what the exports are made from
    chosen = chosen or (("jsonl", "parquet") if has_pyarrow else ("jsonl",))
    return cast("tuple[Format, ...]", tuple(sorted(set(chosen))))


def _tables(options: Options) -> tuple[str, ...]:
    added = MENTION_TABLES if options.mentions else ()
    chosen = {*(options.only or DEFAULT_TABLES), *added}
    return tuple(table for table in TABLES if table in chosen)


def _default_log(job: Job, options: Options) -> Path:
    return Path("unreport-batch.log") if "://" in options.out else job.out / "log.txt"


# --- engines ------------------------------------------------------------------------------------


def _local_engine(job: Job, options: Options, console: Console) -> Summary:
    verbosity: Verbosity = -1 if options.quiet else 1 if options.verbose else 0
    display = ProgressDisplay(console, verbosity)
    try:
        with _handle_signals(display), display.live():
            summary = write_archive(job, display)
        if not display.counts["done"] and not display.stopped:
            raise NothingDone(_no_files(options))
    except KeyboardInterrupt:
        console.print("Stopped at once.  Run the same command again to go on from here.")
        raise
    LOG.info("ends: %d documents, %d failed", summary.documents, summary.failed)
    for line in (unchanged_files(display.counts), slowest_files(display.slowest)):
        if line and not options.quiet:
            LOG.info("%s", line)
            console.print(line, markup=False, soft_wrap=True)
    return summary


def _require_current_folder() -> None:
    """Raise `NothingDone` if the folder of the shell was removed: workers start in it."""
    try:
        Path.cwd()
    except OSError as error:
        raise NothingDone(f"the current folder cannot be used: {error.strerror}") from error


def _require_source(sources: tuple[str, ...]) -> None:
    """Raise `NothingDone` if no source exists."""
    if any(os.path.lexists(path) for source in sources for path in expand_pattern(source)):
        return
    addresses = all(source.lower().startswith(ADDRESSES) for source in sources)
    why = ADDRESS_GIVEN if addresses else "no such file or folder"
    raise NothingDone(f"{printable(' '.join(sources))}: {why}")


def _require_other_output(job: Job) -> None:
    """Raise `NothingDone` if the tables are to be written among the documents of a source."""
    try:
        check_output(job)
    except UnreportError as error:
        raise NothingDone(f"--out {printable(str(error))}") from error


def _no_files(options: Options) -> str:
    """Why no file was found."""
    if options.glob or options.exclude:
        patterns = [f"--glob {p!r}" for p in options.glob]
        patterns += [f"--exclude {p!r}" for p in options.exclude]
        return f"no file in {' '.join(options.sources)} is left by {' '.join(patterns)}"
    names = " ".join(options.sources)
    if any(is_output_folder(Path(source)) for source in options.sources):
        return f"no file was found in {names}: a folder with the tables of a batch is not read"
    return f"no file was found in {names}"


def _ray_engine(job: Job, options: Options, console: Console) -> Summary:
    if importlib.util.find_spec("ray") is None:
        raise click.UsageError("this engine needs Ray: pip install 'ray[data]' pyarrow")
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
