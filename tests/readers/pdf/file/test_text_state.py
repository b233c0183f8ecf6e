"""Fonts that are set by a graphics state dictionary, or before a form XObject is painted."""

from __future__ import annotations

import pytest
from pdf_files import CATALOG, FONT, PAGES, pdf, stream

from unreport.errors import DamagedSource
from unreport.readers.pdf.reader import read_pdf

RESOURCES = (
    b"/Resources<</Font<</F 5 0 R>>/ExtGState<</G <</Font[5 0 R 12]>>>>/XObject<</X 6 0 R>>>>"
)
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R" + RESOURCES + b">>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]"
SHOWN = b"BT 72 700 Td (The Committee met in Vienna.) Tj ET"


def page(content: bytes) -> bytes:
    return pdf([CATALOG, PAGES, PAGE, stream(content), FONT, stream(SHOWN, FORM)])


@pytest.mark.parametrize("content", [b"/F 12 Tf /X Do", b"/G gs " + SHOWN, b"/G gs /X Do"])
def test_a_font_that_is_set_elsewhere(content: bytes) -> None:
    document = read_pdf(page(content))

    assert document.text == "The Committee met in Vienna."
    assert not document.doubts


def test_a_font_of_a_graphics_state_after_another_one() -> None:
    shown = b"BT /F 4 Tf 72 700 Td (It met) Tj ET BT /G gs 72 600 Td (in Vienna) Tj ET"

    sizes = [line.size for line in read_pdf(page(shown)).lines]

    assert sizes == [4.0, 12.0]


def test_a_form_with_the_leading_of_its_painter() -> None:
    form = b"BT 72 700 Td (It met.) Tj T* (It closed.) Tj ET"
    content = pdf([CATALOG, PAGES, PAGE, stream(b"/F 12 Tf 20 TL /X Do"), FONT, stream(form, FORM)])

    assert [line.text for line in read_pdf(content).lines] == ["It met.", "It closed."]


def test_text_without_a_font_is_reported() -> None:
    document = read_pdf(page(SHOWN + b" BT /F 12 Tf 72 600 Td (It adjourned.) Tj ET"))

    assert document.text == "It adjourned."
    assert [(doubt.code, "without a font" in doubt.message) for doubt in document.doubts] == [
        ("lost-text", True)
    ]
    with pytest.raises(DamagedSource, match="drawn without a font"):
        read_pdf(page(SHOWN))
