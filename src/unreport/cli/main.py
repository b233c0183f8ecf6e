"""The command line: `unreport parse FILE…`, `check`, `view`, `assemble`, `align`, `batch`."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from unreport import __version__
from unreport.cli.examples import EXAMPLES
from unreport.cli.streams import (
    click_output,
    configure_stream,
    print_error,
    replace_closed_streams,
)

EXIT_BUG = 70  # `EX_SOFTWARE` of sysexits.h
EXIT_INTERRUPTED = 130  # as a shell counts it: 128 and the number of the signal


class Commands(click.Group):
    """The commands, each imported when it is run: starting one must not import the others."""

    def list_commands(self, _: click.Context) -> list[str]:
        """Their names, for the help."""
        return sorted(COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        """The command of that name."""
        if name not in COMMANDS:
            return None
        module, attribute = COMMANDS[name].split(":")
        command: click.Command = getattr(import_module(f"unreport.cli.{module}"), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of the first argument; an error names the command that is most like it."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches  # noqa: PLC0415  takes a millisecond

            near = get_close_matches(args[0], COMMANDS, n=1)
            if not near:
                raise
            message = f"{error.message.rstrip('.')}; did you mean {near[0]!r}?"
            raise click.UsageError(message, error.ctx) from error


COMMANDS = {
    "align": "align:align_command",
    "assemble": "assemble:assemble_command",
    "batch": "batch:batch",
    "check": "check:check",
    "parse": "parse:parse",
    "schema": "schema:schema",
    "show": "pages:show",
    "view": "pages:view",
}


@click.group(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXAMPLES
)
@click.version_option(__version__, prog_name="unreport")
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    expose_value=False,
    help="Print the traceback of an internal error.",
)
def commands() -> None:
    """Read United Nations draft reports, in six languages, as structured data."""


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code is returned, and no exception gets out."""
    gc.freeze()  # what is imported lives as long as the process: no collection need look at it
    replace_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        configure_stream(stream)
    try:
        with click_output():
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
        import traceback  # noqa: PLC0415  as above

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
    print_error(f"{message.rstrip('.')} (help: {command} --help)")
