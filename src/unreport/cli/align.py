"""The command `unreport align`: the language versions of documents side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

import click

from unreport.cli.parse import EXIT_FAILED
from unreport.cli.sources import parse_sources
from unreport.cli.streams import print_error, print_lines
from unreport.model import Report
from unreport.series.members import series_symbol
from unreport.series.versions.align import Alignment, align
from unreport.series.versions.alignment_tables import to_jsonl, to_tsv, write_parquet
from unreport.series.versions.tmx import to_tmx

EPILOG = """
\b
Examples:
  unreport align L.1-ar.docx L.1-en.docx            the nodes side by side, as TSV
  unreport align versions/ --sentences --out memory.tmx
  unreport align all/ --format parquet --out tables  a file for each document

Files are the versions of one document if they have one symbol.  What differs between the versions
is on standard error.  Exit codes: 0 all aligned; 1 some file could not be parsed, or has no other
version; 2 wrong usage.
"""
PARQUET, TMX, TSV = "parquet", "tmx", "tsv"
FORMATS = (TSV, "jsonl", TMX, PARQUET)
WRITERS: Mapping[str, Callable[[Alignment, bool], str]] = MappingProxyType(
    {
        TSV: lambda alignment, sentences: to_tsv(alignment, sentences=sentences),
        "jsonl": lambda alignment, sentences: to_jsonl(alignment, sentences=sentences),
        TMX: lambda alignment, _: to_tmx(alignment),
    }
)


@click.command(name="align", epilog=EPILOG, short_help="Align two to six language versions.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option(
    "--out", type=click.Path(path_type=Path), help="File; for several documents a folder."
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(FORMATS),
    help="If not given, by the suffix of --out, else TSV.",
)
@click.option("--sentences", is_flag=True, help="Sentences rather than nodes; TMX always has them.")
@click.pass_context
def align_command(
    context: click.Context,
    sources: tuple[str, ...],
    out: Path | None,
    output_format: str | None,
    *,
    sentences: bool,
) -> None:
    """Align two to six language versions; SOURCE is a file, a folder or a pattern.

    Nodes are aligned by structure, length and what is alike in all languages, sentences by length.
    Numbers, symbols, dates and States that one version has and another lacks are reported.
    """
    chosen = output_format or _format_of(out)
    if chosen == PARQUET and out is None:
        raise click.UsageError("Parquet is written to a file; give one with --out")
    parsed = parse_sources(sources)
    documents = _documents(parsed.reports)
    failed = parsed.failed
    for name, reports in documents.items():
        try:
            alignment = align(reports)
        except ValueError as error:
            failed += 1
            print_error(f"{name}: {'there is no other version' if len(reports) == 1 else error}")
            continue
        for doubt in alignment.doubts:
            print_error(f"{name}: {doubt.code}: {doubt.message}")
        path = out / f"{name}.{chosen}" if out and len(documents) > 1 else out
        _write(alignment, path, chosen, sentences=sentences)
    context.exit(EXIT_FAILED if failed else 0)


def _format_of(out: Path | None) -> str:
    """The format that the suffix of a file names; TSV for a folder and for standard output."""
    suffix = out.suffix.removeprefix(".").lower() if out and not out.is_dir() else ""
    if suffix and suffix not in FORMATS:
        raise click.UsageError(f"--out {out}: .{suffix} is no format; give --format")
    return suffix or TSV


def _documents(reports: Iterable[Report]) -> dict[str, list[Report]]:
    """The versions of each document by the name of its symbol.

    Versions that print no symbol are those of the only document, if there is no other.
    """
    found: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        symbol = series_symbol(report)
        found[symbol.to_filename() if symbol else ""].append(report)
    nameless = found.pop("", [])
    if nameless and len(found) <= 1:
        name = next(iter(found), "document")
        found[name] += nameless
    elif nameless:
        found["document"] = nameless
    return dict(sorted(found.items()))


def _write(alignment: Alignment, path: Path | None, chosen: str, *, sentences: bool) -> None:
    if path is None:
        print_lines([WRITERS[chosen](alignment, sentences).removesuffix("\n")])
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if chosen == PARQUET:
            write_parquet(alignment, path, sentences=sentences)
        else:
            path.write_text(WRITERS[chosen](alignment, sentences), encoding="utf-8")
    except OSError as error:
        message = f"{path}: cannot be written: {error.strerror or error}"
        raise click.ClickException(message) from error
    except ImportError as error:
        raise click.ClickException(f"Parquet needs pyarrow: {error}") from error
    print_lines([str(path)])
