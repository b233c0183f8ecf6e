"""A page to check a report: its text beside pictures of the printed pages.

An outline on a picture and the text that was read from it have the same number; a script lights up
both.  The pictures are in the page: nothing is loaded, and there is no server.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Sequence
from html import escape

from PIL import Image

from unreport.export.html.page import Page, html_document
from unreport.export.page_blocks import Region, page_regions, report_blocks
from unreport.export.page_image import PageImage, PdfPages
from unreport.export.page_picture import COLOURS, require_page_numbers
from unreport.model import Issue, Report, Span

DOTS_PER_INCH = 120
MAX_LOSSLESS_BYTES = 300_000  # of a picture; photographs are larger


def to_view(
    report: Report,
    data: bytes,
    *,
    issues: Sequence[Issue] = (),
    pages: Sequence[int] | None = None,
    dots_per_inch: float = DOTS_PER_INCH,
) -> str:
    """A report as an HTML page beside the pages of its PDF (`data`).

    `pages` counts from 1; all pages if not given.  Raises `UnreadableSource` where the document
    has no such page, or it cannot be drawn.
    """
    chosen = range(1, (report.source.pages or 0) + 1) if pages is None else pages
    require_page_numbers(report, chosen)
    numbers: dict[Span, int] = {}
    kinds: dict[Span, str] = {}
    for block in report_blocks(report):
        numbers.setdefault(block.span, len(numbers))
        kinds.setdefault(block.span, block.kind)

    def attributes(span: Span) -> str:
        if span not in numbers:
            return ""
        return f' data-block="{numbers[span]}" data-kind="{kinds[span]}"'

    page = Page(report, issues, attributes)
    text = ['<main id="text" tabindex="-1">', *page.text(), "</main>"]
    body = [
        f'<div class="reading">{"".join(page.outline())}',
        *text,
        "</div>",
        '<aside class="pages" lang="en" aria-label="Printed pages" tabindex="0">',
        *_legend(),
        *_sheets(report, data, chosen, numbers, dots_per_inch),
        "</aside>",
    ]
    return html_document(
        report,
        body,
        styles=("page.css", "view.css"),
        scripts=("view.js",),
        name="view",
    )


def _legend() -> Iterator[str]:
    names = "".join(f'<li data-kind="{kind}">{kind}</li>' for kind in COLOURS)
    yield f'<ul class="legend" aria-label="Colours of the outlines">{names}</ul>'


def _sheets(
    report: Report,
    data: bytes,
    pages: Sequence[int],
    numbers: dict[Span, int],
    dots_per_inch: float,
) -> Iterator[str]:
    """A figure for each page: its picture, with the outlines over it."""
    regions = page_regions(report)
    with PdfPages(data, report.source.name) as file:
        for number in pages:
            picture = file.draw(number, dots_per_inch)
            own = [region for region in regions if region.page == number]
            yield _sheet(picture, number, own, numbers)


def _sheet(
    picture: PageImage, number: int, regions: Sequence[Region], numbers: dict[Span, int]
) -> str:
    width, height = picture.image.size
    outlines = "".join(_outline(picture, region, numbers) for region in regions)
    return (
        f'<figure id="sheet-{number}"><figcaption>Page {number}</figcaption><div class="sheet">'
        f'<img alt="Page {number} as printed" width="{width}" height="{height}" '
        f'src="{_data_url(picture.image)}">'
        f'<svg viewBox="0 0 {width} {height}" aria-hidden="true">{outlines}</svg></div></figure>'
    )


def _outline(picture: PageImage, region: Region, numbers: dict[Span, int]) -> str:
    x0, top, x1, bottom = (round(edge, 1) for edge in picture.pixels(region.box))
    number = numbers.get(region.block.span)
    own = "" if number is None else f' data-block="{number}"'
    return (
        f'<rect{own} data-kind="{region.block.kind}" x="{x0:g}" y="{top:g}" '
        f'width="{x1 - x0:.1f}" height="{bottom - top:.1f}">'
        f"<title>{escape(region.block.label)}</title></rect>"
    )


def _data_url(image: Image.Image) -> str:
    """A picture as the address that holds it: WebP, without loss where that is small."""
    stream = io.BytesIO()
    image.save(stream, "WEBP", lossless=True)
    if stream.tell() > MAX_LOSSLESS_BYTES:
        stream = io.BytesIO()
        image.save(stream, "WEBP", quality=75)
    return f"data:image/webp;base64,{base64.b64encode(stream.getvalue()).decode()}"
