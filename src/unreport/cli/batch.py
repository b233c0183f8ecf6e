"""The command `unreport batch`: an archive to tables."""

from __future__ import annotations

from pathlib import Path

import click

from unreport.archive.containers import MAX_FILE_SIZE
from unreport.archive.limits import DEFAULT_MEGABYTES, DEFAULT_SECONDS
from unreport.archive.store import PART_DOCUMENTS
from unreport.export.rows import TABLES

MEGABYTE = 2**20
POSITIVE = click.IntRange(min=1)
FORMATS = ("parquet", "jsonl", "csv", "json", "sqlite")

EXAMPLES = """
\b
Examples:
  unreport batch addenda/ --out tables              a folder and all below it
  unreport batch 2019.zip '20[12]*/**/*.pdf' --out tables --workers 8
  unreport batch all.tar.xz --out check --only errors --glob '*.pdf'
  unreport batch addenda/ --out tables --format sqlite --exclude '*draft*'

Run it again with the same --out: only new, changed and failed files are parsed.

Exit codes: 0 all read; 1 some files could not be read (see the table `errors`); 2 wrong usage;
3 nothing was done: no file, or the folder cannot be written; 70 a fault of unreport (-v shows it;
it is in log.txt); 130 stopped, can be resumed.
"""


@click.command(epilog=EXAMPLES)
@click.argument(
    "sources", nargs=-1, required=True, type=click.Path(readable=False), metavar="SOURCE…"
)
@click.option(
    "--out", required=True, type=click.Path(), help="Folder of tables; with Ray also a URL."
)
@click.option("--workers", type=POSITIVE, help="Processes; as many as cores if not given.")
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True),
    default=DEFAULT_SECONDS,
    show_default=True,
    help="Seconds of processor time for a document; five times as many may elapse.",
)
@click.option(
    "--memory",
    type=POSITIVE,
    default=DEFAULT_MEGABYTES,
    show_default=True,
    help="Megabytes for a worker.",
)
@click.option(
    "--max-size",
    type=POSITIVE,
    default=MAX_FILE_SIZE // MEGABYTE,
    show_default=True,
    help="Megabytes of a file.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS),
    help="What to write; Parquet and JSONL if not given.  CSV, JSON and SQLite are made from the "
    "Parquet files at the end of a run (Parquet needs pyarrow).",
)
@click.option("--only", multiple=True, type=click.Choice(list(TABLES)), help="Only these tables.")
@click.option(
    "--mentions",
    is_flag=True,
    help="Also the tables `mentions` and `citations`: States, speakers, documents cited …",
)
@click.option("--glob", multiple=True, help="Only files of this pattern, also inside archives.")
@click.option("--exclude", multiple=True, help="No files of this pattern, also inside archives.")
@click.option(
    "--only-reports", is_flag=True, help="Files that do not look like a UN document are errors."
)
@click.option("--limit", type=POSITIVE, help="At most so many files.")
@click.option("--prune", is_flag=True, help="Remove the rows of files that no longer exist.")
@click.option(
    "--again", is_flag=True, help="Parse again what another version of unreport has parsed."
)
@click.option("--unordered", is_flag=True, help="Rows in the order of completion.")
@click.option(
    "--part-size",
    type=POSITIVE,
    default=PART_DOCUMENTS,
    show_default=True,
    help="Documents in a file of a table.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="This machine, or a Ray cluster (needs Ray).",
)
@click.option("--log", type=click.Path(path_type=Path), help="Log file; DIR/log.txt if not given.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Print a line for each file that fails, and the traceback of an internal error.",
)
@click.pass_context
def batch(context: click.Context, /, **given: object) -> None:
    """Parse whole archives into tables of every paragraph and item.

    SOURCE is a file, a folder, a zip or tar archive (one inside another is opened too), or a
    pattern.  Every file is in the table `documents` or, with the reason, in the table `errors`.
    """
    from unreport.cli.batch_run import Options, run  # noqa: PLC0415  `--help` need not wait for it

    context.exit(run(Options(**given)))  # type: ignore[arg-type]  # click has checked them
