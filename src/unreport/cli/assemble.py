"""The command `unreport assemble`: base reports and their addenda to whole reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import click

from unreport.cli.parse import EXIT_FAILED
from unreport.cli.sources import parse_sources
from unreport.cli.streams import print_error, print_lines
from unreport.export.html import to_html
from unreport.export.json import to_json
from unreport.export.markdown import to_markdown
from unreport.export.tree import to_tree
from unreport.model import Report
from unreport.series.assemble import Assembly, assemble
from unreport.series.members import series_symbol

EPILOG = """
\b
Examples:
  unreport assemble L.1/ --out whole                 each series of a folder, as JSON
  unreport assemble L.1*.docx --format markdown      one series, to standard output
  unreport assemble tables/reports --out whole --format parquet    after `unreport batch`

With --out, every series and language gets a file there, named by its symbol: A_80_L.1.ar.json.
Doubts are on standard error.  Exit codes: 0 all assembled; 1 some file could not be
parsed; 2 wrong usage.
"""
WRITERS: Mapping[str, tuple[str, Callable[[Report], str]]] = MappingProxyType(
    {
        "json": ("json", to_json),
        "tree": ("txt", to_tree),
        "markdown": ("md", to_markdown),
        "html": ("html", to_html),
    }
)
"""Formats of one file: its suffix, and what writes it."""
PARQUET = "parquet"


@click.command(
    name="assemble", epilog=EPILOG, short_help="Assemble base reports and their addenda."
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--out", type=click.Path(path_type=Path), help="Folder for the assembled reports.")
@click.option(
    "--format",
    "output_format",
    type=click.Choice([*WRITERS, PARQUET]),
    help="JSON with --out and a tree without it, if not given; Parquet: tables of nodes.",
)
@click.pass_context
def assemble_command(
    context: click.Context, sources: tuple[str, ...], out: Path | None, output_format: str | None
) -> None:
    """Assemble base reports and their addenda; SOURCE is a file, a folder or a pattern.

    Files `.jsonl` have a report a line, as `unreport batch` writes them.

    Chapters come in order, continued ones are joined, footnotes are numbered through; a revision
    replaces what it revises.  Missing addenda, gaps and repeated numbers are reported.
    """
    chosen = output_format or ("json" if out else "tree")
    if chosen == PARQUET and out is None:
        raise click.UsageError("tables are written to a folder; give one with --out")
    if out is not None and out.exists() and not out.is_dir():
        raise click.UsageError(f"--out {out} is a file; give a folder")
    parsed = parse_sources(sources)
    series = [*_series(parsed.reports)]
    if chosen == "html" and out is None and len(series) > 1:
        raise click.UsageError(f"these are {len(series)} series, a page each; give --out FOLDER")
    for name, reports in series:
        assembly = assemble(reports)
        _print_doubts(name, assembly)
        if out is None:
            print_lines([WRITERS[chosen][1](assembly.report)])
        else:
            print_lines([str(_write(assembly, out, name, chosen))])
    context.exit(EXIT_FAILED if parsed.failed else 0)


def _series(reports: Iterable[Report]) -> Iterator[tuple[str, list[Report]]]:
    """The reports of each series and language, with a name for its file."""
    found: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        symbol = series_symbol(report)
        name = symbol.base.to_filename() if symbol else "report"
        found[f"{name}.{report.language}" if report.language else name].append(report)
    yield from sorted(found.items())


def _print_doubts(name: str, assembly: Assembly) -> None:
    for doubt in assembly.doubts:
        if doubt.code.startswith("series-"):
            print_error(f"{name}: {doubt.code}: {doubt.message}")


def _write(assembly: Assembly, out: Path, name: str, output_format: str) -> Path:
    try:
        out.mkdir(parents=True, exist_ok=True)
        if output_format == PARQUET:
            # imports pyarrow, which other formats do not need
            from unreport.series.tables import write_report_tables  # noqa: PLC0415

            write_report_tables(assembly.report, out / name)
            return out / name
        suffix, writer = WRITERS[output_format]
        path = out / f"{name}.{suffix}"
        path.write_text(writer(assembly.report) + "\n", encoding="utf-8")
    except OSError as error:
        message = f"{out}: cannot be written: {error.strerror or error}"
        raise click.ClickException(message) from error
    except ImportError as error:
        raise click.ClickException(f"Parquet needs pyarrow: {error}") from error
    return path
