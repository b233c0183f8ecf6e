"""The command line: `unreport parse FILE…`, `check`, `view`, `assemble`, `align`, `batch`."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence

import click
import msgspec

from unreport import __version__
from unreport.cli.align import align_command
from unreport.cli.assemble import assemble_command
from unreport.cli.batch import batch
from unreport.cli.check import check
from unreport.cli.pages import show, view
from unreport.cli.parse import EXAMPLES, parse
from unreport.cli.streams import configure_stream, print_error, print_lines
from unreport.export.json_schema import json_schema

EXIT_BUG = 70  # `EX_SOFTWARE` of sysexits.h
EXIT_INTERRUPTED = 130  # as a shell counts it: 128 and the number of the signal


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXAMPLES)
@click.version_option(__version__, prog_name="unreport")
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    expose_value=False,
    help="Show where in unreport an unexpected error has happened.",
)
def commands() -> None:
    """Read United Nations draft reports, in six languages, as structured data."""


@click.command()
def schema() -> None:
    """Print the JSON Schema of a report."""
    print_lines([msgspec.json.format(msgspec.json.encode(json_schema()), indent=2).decode()])


for command in (parse, check, batch, show, view, assemble_command, align_command, schema):
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
    except Exception as error:  # noqa: BLE001  a bug of unreport
        return _print_bug(error, sys.argv[1:] if args is None else args)


def _print_bug(error: Exception, args: Sequence[str]) -> int:
    """One line, and the traceback with `--verbose`; the exit code."""
    from unreport.archive.outcome import failure  # noqa: PLC0415  not needed before

    if {"-v", "--verbose"} & set(args):
        traceback.print_exception(error)
    print_error(f"{failure(error).message}; please report it (--verbose shows where it happened)")
    return EXIT_BUG


def _print_usage_error(error: click.UsageError) -> None:
    """One line with the command whose help explains it; the help itself if nothing was given."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    command = error.ctx.command_path if error.ctx else "unreport"
    message = " ".join(error.format_message().split())
    print_error(f"{message}  Usage: {command} --help")
