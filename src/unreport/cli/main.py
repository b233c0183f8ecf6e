"""The command line: `unreport parse FILE…`, `check`, `assemble`, `batch`, `show`, `schema`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click
import msgspec

from unreport import __version__
from unreport.cli.assemble import assemble_command
from unreport.cli.batch import batch
from unreport.cli.check import check
from unreport.cli.files import ParseOptions, parse_file
from unreport.cli.parse import EXAMPLES, EXIT_FAILED, parse
from unreport.cli.streams import configure_stream, print_error, print_lines
from unreport.errors import UnreportError
from unreport.export.json import json_schema

EXIT_INTERRUPTED = 130  # as a shell counts it: 128 and the number of the signal


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXAMPLES)
@click.version_option(__version__, prog_name="unreport")
def commands() -> None:
    """Read United Nations draft reports, in six languages, as structured data."""


@click.command()
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
    # imports pdfplumber, which other commands do not need
    from unreport.export.page_picture import draw_page  # noqa: PLC0415

    try:
        report = parse_file(file, ParseOptions(), with_issues=False).report
        draw_page(report, Path(file), page, Path(out))
    except UnreportError as error:
        print_error(str(error))
        context.exit(EXIT_FAILED)
    except OSError as error:
        print_error(f"{out}: cannot be written: {error.strerror or error}")
        context.exit(EXIT_FAILED)
    print_lines([out])


@click.command()
def schema() -> None:
    """Print the JSON Schema of a report."""
    print_lines([msgspec.json.format(msgspec.json.encode(json_schema()), indent=2).decode()])


for command in (parse, check, assemble_command, batch, show, schema):
    commands.add_command(command)


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code is returned, and no exception gets out."""
    for stream in (sys.stdout, sys.stderr):
        configure_stream(stream)
    try:
        return int(commands.main(args, prog_name="unreport", standalone_mode=False) or 0)
    except click.UsageError as error:
        _print_usage_error(error)
        return error.exit_code
    except click.ClickException as error:
        print_error(error.format_message())
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return EXIT_INTERRUPTED


def _print_usage_error(error: click.UsageError) -> None:
    """One line with the command whose help explains it; the help itself if nothing was given."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    command = error.ctx.command_path if error.ctx else "unreport"
    message = " ".join(error.format_message().split())
    print_error(f"{message}  Usage: {command} --help")
