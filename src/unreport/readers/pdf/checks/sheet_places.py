"""Places on the sheets of a file, where pages were read that stand on one sheet (imposition)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from unreport.document import Document, Line
from unreport.model import Issue, Span
from unreport.readers.pdf.checks.doubts import page_range
from unreport.readers.pdf.file.sheets.imposition import PlacedPage

PAGES = re.compile(r"pages? (\d+)(?: to (\d+))?")


def on_sheets(document: Document, placed: Sequence[PlacedPage]) -> Document:
    """The lines and doubts of a document with the page of the file and the place on it.

    `placed` says for each page where it is.
    """
    return replace(
        document,
        lines=tuple(_line(line, placed) for line in document.lines),
        doubts=tuple(_doubt(doubt, placed) for doubt in document.doubts),
    )


def _line(line: Line, placed: Sequence[PlacedPage]) -> Line:
    if line.page is None or line.box is None:
        return line
    own = placed[line.page - 1]
    x0, top, x1, bottom = (own.scale * at for at in line.box)
    left, above = own.x0, own.top
    box = round(x0 + left, 2), round(top + above, 2), round(x1 + left, 2), round(bottom + above, 2)
    return replace(line, page=own.sheet, box=box)


def _doubt(doubt: Issue, placed: Sequence[PlacedPage]) -> Issue:
    span = doubt.span
    if span is not None and span.pages is not None:
        first, last = span.pages
        span = Span(span.start, span.end, (placed[first - 1].sheet, placed[last - 1].sheet))
    message = doubt.message
    if found := PAGES.match(message):
        first, last = (placed[int(page) - 1].sheet for page in (found[1], found[2] or found[1]))
        message = page_range(first, last) + message[found.end() :]
    return replace(doubt, span=span, message=message)
