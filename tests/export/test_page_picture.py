"""Pages drawn with what was understood of them: outlines beside the letters, names, colours."""

import re
from collections import Counter
from pathlib import Path

import pytest
from pdf_files import CATALOG, FIXTURES, FONT, PAGE, PAGES, pdf, stream
from PIL import Image, ImageColor

import unreport
from unreport.errors import UnreadableSource
from unreport.export.html.assets import asset
from unreport.export.page_blocks import page_regions, report_blocks
from unreport.export.page_image import MAX_PIXELS, PdfPages
from unreport.export.page_picture import COLOURS, draw_pages

PDFS = sorted(FIXTURES.glob("*.pdf"))
READABLE = [path for path in PDFS if "scan" not in path.name]


# The matrix that sets text upright on a page that is turned clockwise, and the height of the page
UPRIGHT = {
    0: (b"1 0 0 1 0 0", 792),
    90: (b"0 1 -1 0 612 0", 612),
    180: (b"-1 0 0 -1 612 792", 792),
    270: (b"0 -1 1 0 0 792", 612),
}


def drawn(lines: list[str], *, rotate: int = 0, crop: bytes = b"") -> bytes:
    """A PDF of our own: lines from the top, on pages that are turned or cropped."""
    matrix, height = UPRIGHT[rotate]
    texts = b"".join(
        b"1 0 0 1 150 %d Tm (%s) Tj " % (height - 200 - 30 * number, line.encode())
        for number, line in enumerate(lines)
    )
    boxes = b"/Type/Page /Rotate %d %s" % (rotate, crop and b"/CropBox[%s]" % crop)
    page = PAGE.replace(b"/Type/Page", boxes, 1)
    return pdf([CATALOG, PAGES, page, stream(matrix + b" cm BT /F 12 Tf " + texts + b"ET"), FONT])


LINES = [
    "I. Introduction",
    "1. The Committee met.",
    "2. It agreed:",
    "(a) To talk;",
    "(b) To part.",
]


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.stem)
def test_every_line_of_a_page_has_a_block(path: Path) -> None:
    report = unreport.parse(path)
    regions = page_regions(report)

    assert {region.page for region in regions} == {place.page for place in report.places}
    assert "other" not in {region.block.kind for region in regions}
    blocks = {*report_blocks(report)}
    assert {region.block for region in regions} <= blocks


def test_regions_are_named_and_hold_the_lines_of_their_block() -> None:
    report = unreport.parse(drawn(LINES))
    regions = page_regions(report)

    assert [(region.block.kind, region.block.label) for region in regions] == [
        ("heading", "chapter 1"),
        ("paragraph", "paragraph 1"),
        ("paragraph", "paragraph 2"),
        ("item", "item 1"),
        ("item", "item 2"),
    ]


def test_columns_are_regions_of_their_own() -> None:
    """The first paragraph begins in the right column and ends in the left one."""
    report = unreport.parse(FIXTURES / "ar.columns.pdf")
    own = [one for one in page_regions(report) if one.block.label == "paragraph 7"]

    assert len(own) == 2
    assert own[0].box[0] > own[1].box[2]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [b"", b"100 50 560 700"], ids=["whole", "cropped"])
def test_outlines_stand_around_the_letters(rotate: int, crop: bytes) -> None:
    """Letters are inside the outlines, and no outline runs over a letter."""
    data = drawn(LINES, rotate=rotate, crop=crop)
    report = unreport.parse(data)
    with PdfPages(data) as file:
        picture = file.draw(1, 110)
    ink = picture.image.convert("L").point(lambda value: 255 * (value < 160))

    regions = page_regions(report)
    assert len(regions) == len(LINES)
    inside = 0
    for region in regions:
        box = tuple(map(round, picture.pixels(region.box)))
        inside += count(ink.crop(box))
        edge = count(ink.crop(box)) - count(ink.crop(shrunk(box, 2)))
        assert edge == 0
    assert inside == count(ink) > 500


def count(image: Image.Image) -> int:
    return image.histogram()[255]


def shrunk(box: tuple[int, ...], by: int) -> tuple[int, int, int, int]:
    return box[0] + by, box[1] + by, box[2] - by, box[3] - by


def test_a_picture_has_a_legend_of_its_kinds() -> None:
    data = drawn(LINES)
    (picture,) = draw_pages(unreport.parse(data), data, [1])

    colours = Counter(picture.get_flattened_data())
    seen = {kind for kind, colour in COLOURS.items() if colours[ImageColor.getrgb(colour)] > 200}
    assert seen - {"other"} == {"heading", "paragraph", "item"}  # black is the text as well


def test_the_names_of_notes_are_digits_that_every_font_has() -> None:
    report = unreport.parse(FIXTURES / "ar.columns.pdf")

    labels = {block.label for block in report_blocks(report) if block.kind == "footnote"}
    assert labels == {"note 1"}


def test_a_page_that_is_not_there() -> None:
    data = drawn(LINES)
    report = unreport.parse(data)

    with pytest.raises(UnreadableSource, match="there is no page 3 to draw: pages run from 1 to 1"):
        [*draw_pages(report, data, [1, 3])]
    with pytest.raises(UnreadableSource, match="only PDF files have pages to draw"):
        [*draw_pages(unreport.parse_text("1. It met."), b"", [1])]


def test_a_huge_page_is_drawn_with_fewer_dots() -> None:
    """The largest page that ISO 32000 knows, 14,400 points square, would take four gigabytes."""
    data = drawn(LINES).replace(b"[0 0 612 792]", b"[0 0 14400 14400]")
    report = unreport.parse(data)
    (picture,) = draw_pages(report, data, [1], dots_per_inch=200)

    assert picture.width * picture.height < 1.3 * MAX_PIXELS
    assert PdfPages(drawn(LINES)).draw(1, 144).image.size == (1224, 1584)


def test_a_file_that_cannot_be_drawn() -> None:
    with pytest.raises(UnreadableSource, match="its pages cannot be drawn"):
        PdfPages(b"%PDF-1.4 cut off")


def test_the_page_in_a_browser_has_the_same_colours() -> None:
    found = re.findall(r'\[data-kind="(\w+)"\] { --kind: (#\w+) }', asset("view.css"))

    assert dict(found) | {"other": "#000000"} == COLOURS
