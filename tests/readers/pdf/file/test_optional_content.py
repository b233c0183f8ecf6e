"""Text on layers that a document shows or hides by its default configuration."""

from __future__ import annotations

import pytest
from pdf_files import FONT, PAGES, pdf, stream

from unreport.readers.pdf.reader import read_pdf

PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>"
    b"/XObject<</X 6 0 R>>/Properties<</On 7 0 R/Off 8 0 R/Both 9 0 R>>>>>>"
)
GROUPS = [
    b"<</Type/OCG/Name(Text)>>",
    b"<</Type/OCG/Name(Draft)>>",
    b"<</Type/OCMD/OCGs[7 0 R 8 0 R]>>",
]
OFF = b"/OFF[8 0 R]"
BASE_OFF = b"/BaseState/OFF/ON[7 0 R]"


def document(content: bytes, configuration: bytes = OFF, form: bytes = b"") -> bytes:
    catalog = b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[7 0 R 8 0 R]/D<<%s>>>>>>"
    shown = stream(b"BT /F 10 Tf 72 600 Td (Draft only.) Tj ET", FORM + form)
    return pdf([catalog % configuration, PAGES, PAGE, stream(content), FONT, shown, *GROUPS])


FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F 5 0 R>>>>"


def words(layer: bytes) -> bytes:
    first = b"BT /F 10 Tf 72 700 Td (The Committee met in Vienna in May.) Tj ET "
    last = b" BT /F 10 Tf 72 500 Td (It closed on the last day of that month.) Tj ET"
    return first + b"/OC /%s BDC BT /F 10 Tf 72 600 Td (Draft only.) Tj ET EMC" % layer + last


@pytest.mark.parametrize("configuration", [OFF, BASE_OFF])
def test_a_layer_that_is_off(configuration: bytes) -> None:
    found = read_pdf(document(words(b"Off"), configuration))

    assert found.text.split("\n") == [
        "The Committee met in Vienna in May.",
        "It closed on the last day of that month.",
    ]
    assert [(doubt.code, "Draft only." in doubt.message) for doubt in found.doubts] == [
        ("covered-text", True)
    ]


@pytest.mark.parametrize("layer", [b"On", b"Both"])
def test_a_layer_that_is_on(layer: bytes) -> None:
    found = read_pdf(document(words(layer)))

    assert found.text.split("\n") == [
        "The Committee met in Vienna in May.",
        "Draft only.",
        "It closed on the last day of that month.",
    ]
    assert not found.doubts


def test_a_form_on_a_layer_that_is_off() -> None:
    content = b"BT /F 10 Tf 72 700 Td (The Committee met in Vienna in May.) Tj ET /X Do"
    found = read_pdf(document(content, form=b"/OC 8 0 R"))

    assert found.text == "The Committee met in Vienna in May."
    assert [doubt.code for doubt in found.doubts] == ["covered-text"]
    assert "Draft only." in read_pdf(document(content, form=b"/OC 7 0 R")).text
