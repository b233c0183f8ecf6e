"""The command `unreport parse`: reports as a tree, JSON, Markdown, HTML or AKN4UN."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

import click
from msgspec import Struct
from msgspec.structs import replace

from unreport.cli.examples import EXAMPLES
from unreport.cli.files import ParsedFile, ParseOptions, parse_file
from unreport.cli.streams import isolate, print_error, print_lines, without_control
from unreport.errors import UnreportError
from unreport.export.tree import TreeLine, tree_lines
from unreport.languages import LEXICONS
from unreport.model import Issue, Report
from unreport.symbols.symbol import NotASymbol, Symbol

EXIT_FAILED = 1  # some file could not be parsed

SINGLE = {"html": "an HTML page", "akn": "an AKN4UN document"}
EXIT_CODES = (
    "Exit codes: 0 all parsed; 1 some file could not be parsed, the others were; 2 wrong usage."
)


class Output(Struct, frozen=True, kw_only=True):
    """How to print the reports of a command."""

    is_only: bool  # one file only
    full: bool  # do not truncate lines in a terminal
    visual: bool  # Arabic letters shaped and in the order of display


def _symbol(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    try:
        return str(Symbol.parse(value)) if value is not None else None
    except NotASymbol as error:
        raise click.BadParameter(str(error)) from error


@click.command(epilog=f"{EXAMPLES}\n{EXIT_CODES}")
@click.argument("files", nargs=-1, required=True, type=click.Path(readable=False), metavar="FILE…")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["tree", "json", "markdown", "html", "akn"]),
    default="tree",
    show_default=True,
    help="A tree; JSON, one report a line; Markdown; an HTML page or AKN4UN, of one file only.",
)
@click.option("--check", "with_issues", is_flag=True, help="Also report what seems wrong.")
@click.option("--full", is_flag=True, help="Whole paragraphs in a terminal, not cut at its width.")
@click.option(
    "--visual",
    is_flag=True,
    help="The tree in the order of display, for a terminal without Arabic.",
)
@click.option("--original", is_flag=True, help="Word files without their tracked changes.")
@click.option("--symbol", callback=_symbol, help="The symbol, where the document prints none.")
@click.option(
    "--language",
    type=click.Choice(sorted(LEXICONS)),
    help="The language; found from the text if not given.",
)
@click.pass_context
def parse(
    context: click.Context, /, files: tuple[str, ...], output_format: str, **given: object
) -> None:
    """Parse reports and print them; `-` is standard input.

    In a terminal each line of the tree is cut at its width, unless --full is given; in a pipe or a
    file it is whole.  With --check the doubts follow the tree, are the `doubts` of the JSON, stand
    in their places in HTML, or go to the standard error beside Markdown and AKN4UN.
    """
    if output_format in SINGLE and len(files) > 1:
        raise click.UsageError(f"{SINGLE[output_format]} is of one report; give one file")
    visual = bool(given.pop("visual"))
    if visual and output_format != "tree":
        raise click.UsageError(f"--visual is for the tree, not for {output_format}")
    output = Output(is_only=len(files) == 1, full=bool(given.pop("full")), visual=visual)
    with_issues = bool(given.pop("with_issues"))
    options = ParseOptions(**given)  # type: ignore[arg-type]  # click has checked them
    failed = False
    for name in files:
        try:
            parsed = parse_file(name, options, with_issues=with_issues)
        except UnreportError as error:
            failed = True
            print_error(str(error))
        else:
            print_lines(FORMATTERS[output_format](parsed, output))
    context.exit(EXIT_FAILED if failed else 0)


# --- output formats ------------------------------------------------------------------------------

Formatter: TypeAlias = Callable[[ParsedFile, Output], Iterator[str]]


def _tree(parsed: ParsedFile, output: Output) -> Iterator[str]:
    """The tree, then the issues; an empty line after it where more reports follow."""
    show = _visual(parsed.report) if output.visual else isolate
    lines = tree_lines(parsed.report)
    if sys.stdout.isatty():
        yield from _styled(lines, output, show)
    elif output.visual:
        yield from (str(replace(line, text=show(line.text))) for line in lines)
    else:
        yield from map(str, lines)
    for issue in parsed.issues:
        yield _displayed(f"! {issue.code}: {_issue_text(issue)}", output)
    if not output.is_only:
        yield ""


# A writer is imported where its format is asked for: each costs as much as parsing a report.


def _json(parsed: ParsedFile, output: Output) -> Iterator[str]:
    """One report per line; indented if there is one report and it is printed to a terminal."""
    from unreport.export.json import to_json  # noqa: PLC0415

    report = replace(parsed.report, doubts=parsed.issues or parsed.report.doubts)
    yield to_json(report, indent=2 if output.is_only and sys.stdout.isatty() else 0)


def _markdown(parsed: ParsedFile, output: Output) -> Iterator[str]:
    """The report; issues go to standard error, since Markdown has no place for them."""
    from unreport.export.markdown import to_markdown  # noqa: PLC0415

    _print_issues(parsed)
    yield to_markdown(parsed.report)
    if not output.is_only:
        yield ""


def _html(parsed: ParsedFile, _: Output) -> Iterator[str]:
    """The page of a report, with the issues in their places."""
    from unreport.export.html import to_html  # noqa: PLC0415

    yield to_html(parsed.report, issues=parsed.issues or None)


def _akn(parsed: ParsedFile, _: Output) -> Iterator[str]:
    """The XML of a report; issues go to standard error."""
    from unreport.export.akn import to_akn  # noqa: PLC0415

    _print_issues(parsed)
    yield to_akn(parsed.report)


FORMATTERS: Mapping[str, Formatter] = MappingProxyType(
    {"tree": _tree, "json": _json, "markdown": _markdown, "html": _html, "akn": _akn}
)


def _print_issues(parsed: ParsedFile) -> None:
    for issue in parsed.issues:
        print_error(f"{parsed.name}: {issue.code}: {_issue_text(issue)}")


def _issue_text(issue: Issue) -> str:
    pages = issue.span.pages if issue.span else None
    message = without_control(issue.message)
    return f"{message} (page {pages[0]})" if pages else message


def _displayed(text: str, output: Output) -> str:
    if not output.visual:
        return text
    from unreport.text.display import for_display  # noqa: PLC0415

    return for_display(text, direction="ltr")


def _visual(report: Report) -> Callable[[str], str]:
    """What makes the texts of a report ready for a terminal that cannot show Arabic by itself."""
    from unreport.export.html.text import line_direction, report_direction  # noqa: PLC0415
    from unreport.text.display import for_display  # noqa: PLC0415

    own = report_direction(report)

    def show(text: str) -> str:
        direction = "ltr" if own == "ltr" else line_direction(text, own)
        return for_display(without_control(text), direction=direction)

    return show


def _styled(lines: Iterable[TreeLine], output: Output, show: Callable[[str], str]) -> Iterator[str]:
    """Lines for a terminal: truncated to its width, in colour, the text as `show` gives it.

    That is usually in bidi isolates, which keep a terminal that reorders Arabic from mixing the
    text with the guides of the tree.  A file or a pipe gets none: there they would only hinder
    searches.
    """
    from rich.console import Console  # noqa: PLC0415  slow to import, used in a terminal only
    from rich.text import Text  # noqa: PLC0415

    console = Console()
    for row in lines:
        line = Text.assemble((row.guide, "dim"), (row.tag, "cyan"), ": " if row.text else "")
        text = Text(without_control(row.text))
        if not output.full:
            text.truncate(max(console.width - line.cell_len, 1), overflow="ellipsis")
        if row.text:
            line.append(show(text.plain))
        with console.capture() as capture:
            console.print(line, end="", soft_wrap=True)
        yield capture.get()
