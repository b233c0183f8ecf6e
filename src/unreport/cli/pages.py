"""The commands `unreport show` and `unreport view`: printed pages with what was read from them."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
import regex

from unreport.cli.files import STANDARD_INPUT, ParsedFile, ParseOptions, parse_file
from unreport.cli.streams import print_error, print_lines, write_bytes
from unreport.errors import UnreportError

if TYPE_CHECKING:
    from PIL.Image import Image

EXIT_FAILED = 1
STANDARD_OUTPUT = "-"
SUFFIXES = (".png", ".pdf")
PAGE_RANGE = regex.compile(r"(?P<first>[0-9]{1,6})(?:-(?P<last>[0-9]{1,6}))?")
ALL = "all"

Pages = tuple[range, ...] | None
"""Ranges of page numbers; None for all."""

SHOW_EXAMPLES = """
\b
Examples:
  unreport show draft.pdf                          page 1, as page.png
  unreport show draft.pdf --page 2-5 --out p.png   p-2.png to p-5.png
  unreport show draft.pdf --page all --out p.pdf   all pages in one file
  unreport show - --out - < draft.pdf > page.png
"""
VIEW_EXAMPLES = """
\b
Examples:
  unreport view draft.pdf                          draft.view.html
  unreport view draft.pdf --page 1-20 --out check.html
"""


def _pages(_: click.Context, __: click.Parameter, value: str) -> Pages:
    """`2`, `2-5`, `1,4-6` or `all`."""
    if value.strip() == ALL:
        return None
    ranges = []
    for part in value.split(","):
        match = PAGE_RANGE.fullmatch(part.strip())
        first = int(match["first"]) if match else 0
        last = int(match["last"] or first) if match else 0
        if not 1 <= first <= last:
            raise click.BadParameter(f"{value!r} is not a page: give `2`, `2-5`, `1,4-6` or `all`")
        ranges.append(range(first, last + 1))
    return tuple(ranges)


def _page_name(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None and not value.strip():
        raise click.BadParameter("the name is empty")
    return value


def _picture_name(_: click.Context, __: click.Parameter, value: str) -> str:
    if value != STANDARD_OUTPUT and Path(value).suffix.lower() not in SUFFIXES:
        raise click.BadParameter(f"{value!r} ends in neither .png nor .pdf")
    return value


PAGE_HELP = "Which pages, counted from 1: 2, 2-5, 1,4-6 or all."
DPI = click.IntRange(20, 600)


@click.command(epilog=SHOW_EXAMPLES, short_help="Draw pages of a PDF, each line outlined.")
@click.argument("file", type=click.Path(readable=False), metavar="FILE")
@click.option("--page", "pages", default="1", show_default=True, callback=_pages, help=PAGE_HELP)
@click.option("--dpi", type=DPI, default=110, show_default=True, help="Pixels per inch.")
@click.option(
    "--out",
    default="page.png",
    show_default=True,
    callback=_picture_name,
    help="The picture to write: .png, one for each page, or .pdf; `-` is standard output.",
)
@click.pass_context
def show(context: click.Context, file: str, pages: Pages, dpi: int, out: str) -> None:
    """Draw pages of a PDF with outlines that say what each line was taken for.

    The outlines are named in the margins, and a legend names their colours.  The whole file is
    parsed, as what a line is depends on other pages; only the pages asked for are drawn.
    """
    # imports libraries that other commands do not need
    from unreport.export.page_picture import draw_pages  # noqa: PLC0415

    _refuse_overwriting(file, out)
    with _errors_in_one_line(context, out):
        parsed = _parse_pdf(file, with_issues=False)
        numbers = _numbers(pages, parsed)
        if out == STANDARD_OUTPUT and len(numbers) > 1:
            raise click.UsageError("several pages do not go to standard output; give --out p.pdf")
        pictures = draw_pages(parsed.report, parsed.data, numbers, dots_per_inch=dpi)
        _write_pictures(pictures, numbers, out, dpi)


@click.command(epilog=VIEW_EXAMPLES, short_help="A page to check a PDF beside its text.")
@click.argument("file", type=click.Path(readable=False), metavar="FILE")
@click.option("--page", "pages", default=ALL, show_default=True, callback=_pages, help=PAGE_HELP)
@click.option("--dpi", type=DPI, default=120, show_default=True, help="Pixels per inch.")
@click.option(
    "--out",
    callback=_page_name,
    help="The page to write; FILE.view.html if not given, `-` is standard output.",
)
@click.pass_context
def view(context: click.Context, file: str, pages: Pages, dpi: int, out: str | None) -> None:
    """Write one HTML page to check a report: its text beside the printed pages of the PDF.

    A paragraph and its outline on the picture are highlighted together: under the pointer, with the
    keyboard (Tab, then the up and down arrows), or when clicked.  Issues stand in their places.
    The file is self-contained and needs no server; a page takes about 90 kB.
    """
    from unreport.export.html.view import to_view  # noqa: PLC0415  as above

    target = out or f"{Path(file).stem if file != STANDARD_INPUT else 'report'}.view.html"
    _refuse_overwriting(file, target)
    with _errors_in_one_line(context, target):
        parsed = _parse_pdf(file, with_issues=True)
        text = to_view(
            parsed.report,
            parsed.data,
            issues=parsed.issues,
            pages=_numbers(pages, parsed),
            dots_per_inch=dpi,
        )
        _write(text.encode(), target)


@contextmanager
def _errors_in_one_line(context: click.Context, out: str) -> Iterator[None]:
    """Print what makes a document unreadable, or its output unwritable, and end the command."""
    try:
        yield
    except UnreportError as error:
        print_error(str(error))
        context.exit(EXIT_FAILED)
    except OSError as error:
        print_error(f"{out}: cannot be written: {error.strerror or error}")
        context.exit(EXIT_FAILED)


def _refuse_overwriting(file: str, out: str) -> None:
    """Raise `click.UsageError` if the document itself would be written over."""
    paths = (Path(file), Path(out))
    if file != STANDARD_INPUT and all(path.exists() for path in paths) and paths[0].samefile(out):
        raise click.UsageError(f"--out {out} is the document itself; give another name")


def _parse_pdf(file: str, *, with_issues: bool) -> ParsedFile:
    from unreport.export.page_picture import has_pages  # noqa: PLC0415  as above

    parsed = parse_file(file, ParseOptions(), with_issues=with_issues)
    if not has_pages(parsed.report):
        raise click.UsageError(
            f"{parsed.name} has no pages to draw: only PDF files have; `unreport parse "
            "--format html` makes a page of any file"
        )
    return parsed


def _numbers(pages: Pages, parsed: ParsedFile) -> Sequence[int]:
    """Page numbers; a range may end behind the last page of the document."""
    last = parsed.report.source.pages or 0
    if pages is None:
        return range(1, last + 1)
    return sorted({n for one in pages for n in one if n <= last or n == one.start})


def _write_pictures(pictures: Iterator[Image], pages: Sequence[int], out: str, dpi: int) -> None:
    if Path(out).suffix.lower() == ".pdf":
        first, *rest = pictures
        stream = io.BytesIO()
        first.save(stream, "PDF", resolution=dpi, save_all=True, append_images=rest)
        _write(stream.getvalue(), out)
        return
    for page, picture in zip(pages, pictures, strict=True):
        stream = io.BytesIO()
        picture.save(stream, "PNG")
        path = Path(out)
        several = len(pages) > 1
        _write(stream.getvalue(), str(path.with_stem(f"{path.stem}-{page}")) if several else out)


def _write(data: bytes, out: str) -> None:
    """Write a file and print its name, or write to standard output."""
    if out == STANDARD_OUTPUT:
        if sys.stdout.isatty():
            raise click.UsageError("this is not for a terminal; redirect it, or give --out FILE")
        write_bytes(data)
        return
    Path(out).write_bytes(data)
    print_lines([out])
