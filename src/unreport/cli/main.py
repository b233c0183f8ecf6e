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
from unreport.export.tree import TreeLine, tree_lines
from unreport.model import Issue, Report
from unreport.parse import parse_document
from unreport.readers import read

EXIT_FAILED = 1  # some file could not be parsed
EXIT_INTERRUPTED = 130  # as a shell counts it: 128 and the number of the signal
EXIT_BROKEN_PIPE = 141

FIRST_STRONG_ISOLATE = "\N{FIRST STRONG ISOLATE}"
POP_ISOLATE = "\N{POP DIRECTIONAL ISOLATE}"
# Control characters that a terminal would execute: a document may contain escape sequences
CONTROL_CHARACTERS = regex.compile(r"[\p{Cc}\p{Cs}\p{Bidi_Control}]+")

EXAMPLES = """
\b
Examples:
  unreport parse L.1-Add.3.pdf                     the tree of one report
  unreport parse --check *.docx                    and what seems wrong in each
  unreport parse --format json *.txt > all.jsonl   one report a line
  unreport parse --format markdown - < draft.txt   from standard input
"""
EXIT_CODES = (
    "Exit codes: 0 all parsed; 1 some file could not be parsed, the others were; 2 wrong usage."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXAMPLES)
@click.version_option(__version__, prog_name="unreport")
def commands() -> None:
    """Read United Nations draft reports, in six languages, as structured data."""


@commands.command(epilog=f"{EXAMPLES}\n{EXIT_CODES}")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["tree", "json", "markdown"]),
    default="tree",
    show_default=True,
    help="A tree for people; JSON, one report a line; or Markdown.",
)
@click.option("--check", "with_issues", is_flag=True, help="Say as well what seems wrong.")
@click.option("--original", is_flag=True, help="Word files as before their tracked changes.")
@click.pass_context
def parse(
    context: click.Context,
    files: tuple[str, ...],
    output_format: str,
    *,
    with_issues: bool,
    original: bool,
) -> None:
    """Parse reports and print them; `-` is standard input.

    In a terminal each line of the tree is cut at its width; in a pipe or a file it is whole.
    With --check the doubts follow the tree, are the `doubts` of the JSON, or go to the standard
    error beside Markdown.
    """
    formatter = FORMATTERS[output_format]
    failed = False
    for name in files:
        try:
            is_only = len(files) == 1
            _print(
                formatter(
                    _parsed(name, with_issues=with_issues, is_only=is_only, original=original)
                )
            )
        except UnreportError as error:
            failed = True
            _print_error(str(error) if error.source else f"{name}: {error}")
    context.exit(EXIT_FAILED if failed else 0)


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
    from unreport.export.page_picture import draw_page  # noqa: PLC0415  needs what opens PDFs, other commands do not

    try:
        draw_page(
            _parsed(file, with_issues=False, is_only=True).report, Path(file), page, Path(out)
        )
    except UnreportError as error:
        _print_error(str(error) if error.source else f"{file}: {error}")
        context.exit(EXIT_FAILED)
    except OSError as error:
        _print_error(f"{out}: cannot be written: {error.strerror or error}")
        context.exit(EXIT_FAILED)
    _print([out])


@commands.command()
def schema() -> None:
    """Print the JSON Schema of a report."""
    _print([msgspec.json.format(msgspec.json.encode(json_schema()), indent=2).decode()])


commands.add_command(batch)


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code is returned, and no exception gets out."""
    for stream in (sys.stdout, sys.stderr):
        _configure_stream(stream)
    try:
        return int(commands.main(args, prog_name="unreport", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return EXIT_INTERRUPTED


# --- parsing ------------------------------------------------------------------------------------


class Parsed(Struct, frozen=True, kw_only=True):
    """A parsed report and how to print it."""

    report: Report
    issues: tuple[Issue, ...]
    is_only: bool  # the only file of the command


def _parsed(name: str, *, with_issues: bool, is_only: bool, original: bool = False) -> Parsed:
    """Parse and check a file; any failure is raised as an `UnreportError`."""
    try:
        document = read(sys.stdin.buffer if name == "-" else name, original=original)
        report = parse_document(document)
        issues = check(report, document) if with_issues else ()
    except UnreportError:
        raise
    except Exception as error:  # a bug of unreport must not stop the other files
        raise UnreportError(
            f"unreport failed on this file ({type(error).__name__}: {error}); "
            "please report it together with the file",
            source=name,
        ) from error
    return Parsed(report=report, issues=issues, is_only=is_only)


# --- output formats ------------------------------------------------------------------------------

Formatter: TypeAlias = Callable[[Parsed], Iterator[str]]


def _tree(parsed: Parsed) -> Iterator[str]:
    """The tree, then the issues; an empty line after it where more reports follow."""
    lines = tree_lines(parsed.report)
    yield from _styled(lines) if sys.stdout.isatty() else map(str, lines)
    for issue in parsed.issues:
        yield f"! {issue.code}: {_issue_text(issue)}"
    if not parsed.is_only:
        yield ""


def _json(parsed: Parsed) -> Iterator[str]:
    """One report per line; indented if there is one report and it is printed to a terminal."""
    report = replace(parsed.report, doubts=parsed.issues or parsed.report.doubts)
    yield to_json(report, indent=2 if parsed.is_only and sys.stdout.isatty() else 0)


def _markdown(parsed: Parsed) -> Iterator[str]:
    """The report; issues go to standard error, since Markdown has no place for them."""
    for issue in parsed.issues:
        name = parsed.report.source.name or "text"
        _print_error(f"{name}: {issue.code}: {_issue_text(issue)}")
    yield to_markdown(parsed.report)
    if not parsed.is_only:
        yield ""


FORMATTERS: Mapping[str, Formatter] = MappingProxyType(
    {"tree": _tree, "json": _json, "markdown": _markdown}
)


def _issue_text(issue: Issue) -> str:
    pages = issue.span.pages if issue.span else None
    message = CONTROL_CHARACTERS.sub(" ", issue.message)
    return f"{message} (page {pages[0]})" if pages else message


def _styled(lines: Iterable[TreeLine]) -> Iterator[str]:
    """Lines for a terminal: truncated to its width, in colour, the text in bidi isolates.

    The isolates keep a terminal that reorders Arabic from mixing the text with the guides of the
    tree.  A file or a pipe gets none: there they would only hinder searches.
    """
    from rich.console import Console  # noqa: PLC0415  most of what is printed is not painted
    from rich.text import Text  # noqa: PLC0415

    console = Console()
    for row in lines:
        line = Text.assemble((row.guide, "dim"), (row.tag, "cyan"), ": " if row.text else "")
        text = Text(CONTROL_CHARACTERS.sub(" ", row.text))
        text.truncate(max(console.width - line.cell_len, 1), overflow="ellipsis")
        if row.text:
            line.append(f"{FIRST_STRONG_ISOLATE}{text.plain}{POP_ISOLATE}")
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
        # the reader closed the pipe: discard what Python flushes at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(EXIT_BROKEN_PIPE) from None


def _print_error(message: str) -> None:
    sys.stderr.write(f"unreport: {CONTROL_CHARACTERS.sub(' ', message)}\n")


def _configure_stream(stream: TextIO) -> None:
    """UTF-8 for a pipe or file, whatever the locale; `?` for what a terminal cannot encode."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(
            encoding=None if stream.isatty() else "utf-8",
            errors="replace",
        )
