"""The command `unreport check`: what seems wrong in reports."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import partial

import click
import msgspec

from unreport import __version__
from unreport.checks import CHECKS
from unreport.checks.codes import READER_CODES
from unreport.cli.files import ParseOptions, parse_file
from unreport.cli.streams import isolate, print_error, print_lines, without_control
from unreport.errors import UnreportError
from unreport.export.issues import LocatedIssue, locate_issues, sarif

CODES = (*READER_CODES, *CHECKS)
EXIT_ISSUES = 1

EPILOG = """
\b
Examples:
  unreport check draft.docx
  unreport check --ignore symbol-missing,title-missing *.txt
  unreport check --format sarif drafts/*.pdf > issues.sarif

The codes are explained in docs/checks.md.  Exit codes: 0 nothing seems wrong; 1 there are issues,
or a file could not be read; 2 wrong usage.
"""


def _codes(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> frozenset[str]:
    """Codes that are given one by one or with commas."""
    codes = frozenset(code for value in given for code in value.replace(",", " ").split())
    if unknown := sorted(codes - set(CODES)):
        raise click.BadParameter(f"no such code: {', '.join(unknown)}. Codes: {', '.join(CODES)}")
    return codes


def _matching(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """The codes that a shell completes: the last of those with commas."""
    *given, last = begun.split(",")
    return [",".join((*given, code)) for code in CODES if code.startswith(last)]


codes_option = partial(
    click.option, multiple=True, callback=_codes, shell_complete=_matching, metavar="CODE,…"
)


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, type=click.Path(readable=False), metavar="FILE…")
@codes_option("--select", help="Only these codes.")
@codes_option("--ignore", help="All but these codes.")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="Lines of text; JSON, one issue a line; or a SARIF log.",
)
@click.pass_context
def check(
    context: click.Context,
    files: tuple[str, ...],
    select: frozenset[str],
    ignore: frozenset[str],
    output_format: str,
) -> None:
    """Say what seems wrong in reports; `-` is standard input.

    For every issue: the file, the page or line, the code, a sentence, and the words in question.
    """
    chosen = (select or frozenset(CODES)) - ignore
    checked = CheckedFiles(files, chosen)
    if output_format == "sarif":
        log = sarif(checked, __version__)
        print_lines([msgspec.json.format(msgspec.json.encode(log), indent=2).decode()])
    else:
        print_lines(map(_json if output_format == "json" else _text, checked))
    context.exit(EXIT_ISSUES if checked.issues or checked.failed else 0)


class CheckedFiles(Iterable[LocatedIssue]):
    """The issues of some files; a file that cannot be read is reported on standard error."""

    def __init__(self, files: tuple[str, ...], codes: frozenset[str]) -> None:
        self._files = files
        self._codes = codes
        self.issues = self.failed = 0

    def __iter__(self) -> Iterator[LocatedIssue]:
        for name in self._files:
            try:
                parsed = parse_file(name, ParseOptions(), with_issues=True)
            except UnreportError as error:
                self.failed += 1
                print_error(str(error))
                continue
            chosen = [issue for issue in parsed.issues if issue.code in self._codes]
            self.issues += len(chosen)
            yield from locate_issues(parsed.name, parsed.document, chosen)


def _json(issue: LocatedIssue) -> str:
    return msgspec.json.encode(issue).decode()


def _text(issue: LocatedIssue) -> str:
    line = without_control(str(issue))
    if issue.text is None:
        return line
    words = isolate(issue.text) if sys.stdout.isatty() else without_control(issue.text)
    return f"{line} [{words}]"
