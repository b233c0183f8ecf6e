"""Draw pages of a PDF with outlines that say what each line was taken for, and a legend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from PIL import Image, ImageDraw, ImageFont

from unreport.errors import UnreadableSource
from unreport.export.html.text import Direction, report_direction
from unreport.export.page_blocks import Kind, Region, page_regions
from unreport.export.page_image import PageImage, PdfPages
from unreport.model import Report

# The colours of Okabe and Ito, which people with any kind of colour blindness tell apart; every
# outline has its name beside it as well.
COLOURS: Mapping[Kind, str] = MappingProxyType(
    {
        "masthead": "#cc79a7",
        "heading": "#d55e00",
        "paragraph": "#0072b2",
        "item": "#009e73",
        "table": "#e69f00",
        "footnote": "#56b4e9",
        "furniture": "#767676",
        "other": "#000000",
    }
)
WHITE_TEXT: frozenset[Kind] = frozenset({"paragraph", "furniture", "other"})  # on these colours
DOTS_PER_INCH = 110
MARGIN = 62  # points on both sides of the page, for the names of the outlines
LEGEND = 22  # points below the page
TEXT_SIZE = 7.0  # points
GAP = 1.0  # points between two names


def has_pages(report: Report) -> bool:
    """Whether a report has pages that can be drawn: whether it was read from a PDF."""
    return bool(report.places and report.source.pages)


def require_page_numbers(report: Report, pages: Sequence[int]) -> None:
    """Raise `UnreadableSource` if a report has no pages, or not all of these."""
    name, last = report.source.name, report.source.pages or 0
    if not has_pages(report):
        raise UnreadableSource("only PDF files have pages to draw", source=name)
    if missing := [page for page in pages if not 1 <= page <= last]:
        raise UnreadableSource(
            f"there is no page {missing[0]} to draw: pages run from 1 to {last}", source=name
        )


def draw_pages(
    report: Report, data: bytes, pages: Sequence[int], *, dots_per_inch: float = DOTS_PER_INCH
) -> Iterator[Image.Image]:
    """Pictures of pages of a PDF (`data`, of which `report` was parsed), counted from 1.

    Raises `UnreadableSource` where the document has no such page, or it cannot be drawn.
    """
    require_page_numbers(report, pages)
    regions = page_regions(report)
    with PdfPages(data, report.source.name) as file:
        for page in pages:
            picture = file.draw(page, dots_per_inch)
            own = [region for region in regions if region.page == page]
            yield _annotated(picture, own, report_direction(report))


def _annotated(picture: PageImage, regions: Sequence[Region], direction: Direction) -> Image.Image:
    scale, (width, height) = picture.scale, picture.image.size
    margin, legend = round(MARGIN * scale), round(LEGEND * scale)
    canvas = Image.new("RGB", (width + 2 * margin, height + legend), "white")
    canvas.paste(picture.image, (margin, 0))
    draw = ImageDraw.Draw(canvas)
    draw.rectangle((margin, 0, margin + width, height), outline="#b0b0b0")
    font = ImageFont.load_default(max(TEXT_SIZE * scale, 1))
    names = _Names(draw, font, scale, (margin, margin + width), direction)
    for region in regions:
        x0, top, x1, bottom = picture.pixels(region.box)
        box = (x0 + margin, top, x1 + margin, bottom)
        line_width = max(round(1.2 * scale), 1)
        draw.rectangle(box, outline=COLOURS[region.block.kind], width=line_width)
        names.add(region.block.kind, region.block.label, box)
    _draw_legend(draw, font, scale, (margin, height), {r.block.kind for r in regions})
    return canvas


class _Names:
    """Writes the names of outlines into the margins, each at the height of its outline.

    A name stands on the side where lines begin, but for what lies in the other half of the page.
    """

    def __init__(
        self,
        draw: ImageDraw.ImageDraw,
        font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
        scale: float,
        edges: tuple[int, int],
        direction: Direction,
    ) -> None:
        self._direction = direction
        self._draw = draw
        self._font = font
        self._scale = scale
        self._left, self._right = edges
        self._ends = {True: 0.0, False: 0.0}  # of the last name in the left and the right margin

    def add(self, kind: Kind, text: str, box: tuple[float, float, float, float]) -> None:
        """Write a name into a margin, below the last one there."""
        middle = (self._left + self._right) / 2
        is_left = box[0] < middle if self._direction == "ltr" else box[2] < middle
        width = self._draw.textlength(text, font=self._font)
        height = TEXT_SIZE * 1.3 * self._scale
        top = max(box[1], self._ends[is_left] + GAP * self._scale)
        if box[1] < self._ends[is_left] - 20 * height:  # another column, from the top again
            top = box[1]
        self._ends[is_left] = top + height
        pad = 2 * self._scale
        x = self._left - width - 3 * pad if is_left else self._right + pad
        self._draw.rectangle((x, top, x + width + 2 * pad, top + height), fill=COLOURS[kind])
        colour = "white" if kind in WHITE_TEXT else "black"
        self._draw.text((x + pad, top + height / 2), text, colour, self._font, anchor="lm")


def _draw_legend(
    draw: ImageDraw.ImageDraw,
    font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
    scale: float,
    corner: tuple[int, int],
    kinds: Iterable[Kind],
) -> None:
    """A swatch and a name for each kind that the page has."""
    x, top = float(corner[0]), corner[1] + 7 * scale
    for kind in sorted(kinds, key=[*COLOURS].index):
        size = 8 * scale
        draw.rectangle((x, top, x + size, top + size), fill=COLOURS[kind])
        draw.text((x + 1.5 * size, top + size / 2), kind, "black", font, anchor="lm")
        x += 2.5 * size + draw.textlength(kind, font=font)
