"""The command line: `unreport parse FILE…`, `unreport show FILE`, `unreport schema`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TextIO, TypeAlias

import click
import msgspec
import regex
from msgspec import Struct
from msgspec.structs import replace

from unreport import __version__
from unreport.checks import check
from unreport.cli.batch import batch
from unreport.errors import UnreportError
from unreport.export.json import json_schema, to_json
from unreport.export.markdown import to_markdown
from unreport.export.tree import Row, rows
from unreport.model import Issue, Report
from unreport.parse import parse_document
from unreport.readers import read

FAILED = 1  # some file could not be parsed
INTERRUPTED = 130  # as a shell counts it: 128 and the number of the signal
BROKEN_PIPE = 141

FIRST_STRONG_ISOLATE = "\N{FIRST STRONG ISOLATE}"
POP_ISOLATE = "\N{POP DIRECTIONAL ISOLATE}"
# What a terminal would obey: a document may hold its control sequences
CONTROL = regex.compile(r"[\p{Cc}\p{Cs}\p{Bidi_Control}]+")

EXAMPLES = """
\b
Examples:
  unreport parse L.1-Add.3.pdf                     the tree of one report
  unreport parse --check *.docx                    and what seems wrong in each
  unreport parse --format json *.txt > all.jsonl   one report a line
  unreport parse --format markdown - < draft.txt   from standard input
"""
EXITS = "Exit codes: 0 all parsed; 1 some file could not be parsed, the others were; 2 wrong usage."


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXAMPLES)
@click.version_option(__version__, prog_name="unreport")
def commands() -> None:
    """Read United Nations draft reports, in six languages, as structured data."""


@commands.command(epilog=f"{EXAMPLES}\n{EXITS}")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--format",
    "form",
    type=click.Choice(["tree", "json", "markdown"]),
    default="tree",
    show_default=True,
    help="A tree for people; JSON, one report a line; or Markdown.",
)
@click.option("--check", "checked", is_flag=True, help="Say as well what seems wrong.")
@click.option("--original", is_flag=True, help="Word files as before their tracked changes.")
@click.pass_context
def parse(
    context: click.Context, files: tuple[str, ...], form: str, *, checked: bool, original: bool
) -> None:
    """Parse reports and print them; `-` is standard input.

    In a terminal each line of the tree is cut at its width; in a pipe or a file it is whole.
    With --check the doubts follow the tree, are the `doubts` of the JSON, or go to the standard
    error beside Markdown.
    """
    shown = FORMS[form]
    failed = False
    for name in files:
        try:
            alone = len(files) == 1
            _print(shown(_parsed(name, checked=checked, alone=alone, original=original)))
        except UnreportError as error:
            failed = True
            _complain(str(error) if error.source else f"{name}: {error}")
    context.exit(FAILED if failed else 0)


@commands.command()
@click.argument("file", metavar="FILE")
@click.option("--page", default=1, show_default=True, help="Which page, counted from 1.")
@click.option("--out", default="page.png", show_default=True, help="The picture to write.")
@click.pass_context
def show(context: click.Context, file: str, page: int, out: str) -> None:
    r"""Draw a page of a PDF with boxes that say what each line was taken for.

    \b
    violet masthead, red headings, blue paragraphs, green items, brown tables,
    dark grey footnotes, light grey page furniture, black anything else
    """
    from unreport.export.page_picture import draw  # noqa: PLC0415  needs what opens PDFs, other commands do not

    try:
        draw(_parsed(file, checked=False, alone=True).report, Path(file), page, Path(out))
    except UnreportError as error:
        _complain(str(error) if error.source else f"{file}: {error}")
        context.exit(FAILED)
    except OSError as error:
        _complain(f"{out}: cannot be written: {error.strerror or error}")
        context.exit(FAILED)
    _print([out])


@commands.command()
def schema() -> None:
    """Print the JSON Schema of a report."""
    _print([msgspec.json.format(msgspec.json.encode(json_schema()), indent=2).decode()])


commands.add_command(batch)


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code is returned, and no exception gets out."""
    for stream in (sys.stdout, sys.stderr):
        _make_safe(stream)
    try:
        return int(commands.main(args, prog_name="unreport", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED


# --- parsing ------------------------------------------------------------------------------------


class Parsed(Struct, frozen=True, kw_only=True):
    """A report as it is to be shown."""

    report: Report
    issues: tuple[Issue, ...]
    alone: bool  # no other file was asked for


def _parsed(name: str, *, checked: bool, alone: bool, original: bool = False) -> Parsed:
    """Parse and check a file; whatever goes wrong is an `UnreportError`."""
    try:
        document = read(sys.stdin.buffer if name == "-" else name, original=original)
        report = parse_document(document)
        issues = check(report, document) if checked else ()
    except UnreportError:
        raise
    except Exception as error:  # a fault of ours must not keep the other files from being read
        raise UnreportError(
            f"unreport failed on this file ({type(error).__name__}: {error}); "
            "please report it together with the file",
            source=name,
        ) from error
    return Parsed(report=report, issues=issues, alone=alone)


# --- the forms ----------------------------------------------------------------------------------

Form: TypeAlias = Callable[[Parsed], Iterator[str]]


def _tree(parsed: Parsed) -> Iterator[str]:
    """The tree, then the doubts; an empty line after it where more reports follow."""
    lines = rows(parsed.report)
    yield from _painted(lines) if sys.stdout.isatty() else map(str, lines)
    for issue in parsed.issues:
        yield f"! {issue.code}: {_located(issue)}"
    if not parsed.alone:
        yield ""


def _json(parsed: Parsed) -> Iterator[str]:
    """One line a report; laid out for the eye where there is one report and it is looked at."""
    report = replace(parsed.report, doubts=parsed.issues or parsed.report.doubts)
    yield to_json(report, indent=2 if parsed.alone and sys.stdout.isatty() else 0)


def _markdown(parsed: Parsed) -> Iterator[str]:
    """The report; Markdown has no place for doubts."""
    for issue in parsed.issues:
        name = parsed.report.source.name or "text"
        _complain(f"{name}: {issue.code}: {_located(issue)}")
    yield to_markdown(parsed.report)
    if not parsed.alone:
        yield ""


FORMS: Mapping[str, Form] = MappingProxyType({"tree": _tree, "json": _json, "markdown": _markdown})


def _located(issue: Issue) -> str:
    pages = issue.span.pages if issue.span else None
    message = CONTROL.sub(" ", issue.message)
    return f"{message} (page {pages[0]})" if pages else message


def _painted(lines: Iterable[Row]) -> Iterator[str]:
    """Lines for a terminal: cut at its width, in colour, what is printed held together.

    The isolates keep a terminal that reorders Arabic from mixing the printed marker and title
    with the guides.  A file or a pipe gets none: there they would only stand in the way of a
    search.
    """
    from rich.console import Console  # noqa: PLC0415  most of what is printed is not painted
    from rich.text import Text  # noqa: PLC0415

    console = Console()
    for row in lines:
        line = Text.assemble((row.guide, "dim"), (row.tag, "cyan"), ": " if row.text else "")
        said = Text(CONTROL.sub(" ", row.text))
        said.truncate(max(console.width - line.cell_len, 1), overflow="ellipsis")
        if row.text:
            line.append(f"{FIRST_STRONG_ISOLATE}{said.plain}{POP_ISOLATE}")
        with console.capture() as capture:
            console.print(line, end="", soft_wrap=True)
        yield capture.get()


# --- streams ------------------------------------------------------------------------------------


def _print(lines: Iterable[str]) -> None:
    try:
        for line in lines:
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # who read has left: nothing more to say, at the end of the process neither
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(BROKEN_PIPE) from None


def _complain(message: str) -> None:
    sys.stderr.write(f"unreport: {CONTROL.sub(' ', message)}\n")


def _make_safe(stream: TextIO) -> None:
    """A pipe or file gets UTF-8 whatever the locale; a terminal a `?` where it has no letter."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(
            encoding=None if stream.isatty() else "utf-8",
            errors="replace",
        )
