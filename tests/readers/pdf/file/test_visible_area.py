"""What a page does not show: text outside its crop box or clipping path, or under an image."""

from __future__ import annotations

import pytest
from pdf_files import CATALOG, FONT, PAGES, pdf, stream

from unreport.document import Document
from unreport.readers.pdf.reader import read_pdf

TEXT = "".join(
    f"1 0 0 1 72 {700 - 14 * at} Tm (The Committee took note of report {at}.) Tj "
    for at in range(9)
)
SLUG = "BT /F 7 Tf 1 0 0 1 30 12 Tm (25-01234.indd 1) Tj ET "
OLD_LINE = "BT /F 10 Tf 1 0 0 1 80 60 Tm (The Committee met twice.) Tj ET "
IMAGE = stream(b"\xff", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
               b"/BitsPerComponent 8")  # fmt: skip
MASKED = stream(b"\xff", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ImageMask true"
                b"/BitsPerComponent 1")  # fmt: skip
PICTURE = "q 300 0 0 30 70 50 cm /I Do Q "


def page(content: str, boxes: str = "", image: bytes = IMAGE) -> Document:
    attributes = (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]{boxes}/Contents 4 0 R"
        "/Resources<</Font<</F 5 0 R>>/XObject<</I 6 0 R>>>>>>"
    )
    body = stream(f"BT /F 10 Tf {TEXT}ET {content}".encode())
    return read_pdf(pdf([CATALOG, PAGES, attributes.encode(), body, FONT, image]))


@pytest.mark.parametrize(
    ("boxes", "is_shown"),
    [
        ("", True),
        ("/CropBox[40 40 572 752]", False),
        ("/CropBox[572 752 40 40]", False),
        ("/CropBox[0 0 612 792]", True),
        ("/CropBox[700 800 900 900]", True),
        ("/CropBox[40 40 572 752]/Rotate 90", False),
    ],
    ids=["none", "smaller", "from its upper corner", "the page", "off the page", "turned"],
)
def test_text_outside_the_crop_box_is_not_shown(boxes: str, *, is_shown: bool) -> None:
    document = page(SLUG, boxes)

    assert ("25-01234.indd" in document.text) == is_shown
    assert "took note of report 8." in document.text


def test_a_line_under_an_opaque_image_is_a_doubt() -> None:
    document = page(OLD_LINE + PICTURE)

    assert "met twice" not in document.text
    (doubt,) = (doubt for doubt in document.doubts if doubt.code == "covered-text")
    assert "The Committee met twice." in doubt.message


CLIPPED = "q 72 50 300 {} re W n " + OLD_LINE + "Q "


@pytest.mark.parametrize(
    "content",
    [
        CLIPPED.format(4),
        "q 72 50 m 372 50 l 372 54 l 72 54 l 72 50 l h W* n " + OLD_LINE + "Q ",
        "q 72 54 m 72 50 l 372 50 l 372 54 l h W n " + OLD_LINE + "Q ",
    ],
    ids=["a rectangle", "its five corners", "its four corners"],
)
def test_a_line_outside_its_clipping_path_is_a_doubt(content: str) -> None:
    document = page(content)

    assert "met twice" not in document.text
    (doubt,) = (doubt for doubt in document.doubts if doubt.code == "covered-text")
    assert "The Committee met twice." in doubt.message


@pytest.mark.parametrize(
    "content",
    [
        CLIPPED.format(20),
        CLIPPED.format(11),
        "q 0 0 9 9 re W n Q " + OLD_LINE,
        "q 72 50 m 372 50 l 222 90 l 72 54 l h W n " + OLD_LINE + "Q ",
    ],
)
def test_a_line_that_a_clipping_path_shows_at_least_in_part_is_text(content: str) -> None:
    document = page(content)

    assert "The Committee met twice." in document.text
    assert not document.doubts


@pytest.mark.parametrize(
    ("content", "image"),
    [(PICTURE + OLD_LINE, IMAGE), (OLD_LINE + PICTURE, MASKED)],
    ids=["over the image", "under an image with a mask"],
)
def test_a_line_that_an_image_does_not_hide_is_text(content: str, image: bytes) -> None:
    document = page(content, image=image)

    assert "The Committee met twice." in document.text
    assert not document.doubts
