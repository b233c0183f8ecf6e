"""Scans with stamps, OCR layers behind images, and files that are cut off."""

from __future__ import annotations

import pytest
from pdf_files import CATALOG, FONT, page_of, pdf, set_lines, stream

from unreport.document import Document
from unreport.errors import DamagedSource, NoTextLayer
from unreport.readers.pdf.reader import read_pdf

SCAN = b"q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q\n"
FIGURE = b"q 200 0 0 200 200 500 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q\n"
STENCIL = b"q 612 0 0 792 0 0 cm BI /W 8 /H 1 /IM true ID \x00 EI Q\n"
STRIPS = b"".join(
    b"q 600 0 0 100 6 %d cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q\n" % y
    for y in range(0, 800, 99)
)
SENTENCE = "The Committee considered the draft report and adopted it as amended."


def text(*rows: str, mode: int = 0, top: int = 700) -> bytes:
    shown = b"".join(b"(%s) Tj 0 -14 Td " % row.encode("latin-1") for row in rows)
    return b"BT %d Tr /F 10 Tf 72 %d Td %sET\n" % (mode, top, shown)


def pages(*contents: bytes) -> bytes:
    """A PDF with one page a content stream."""
    count = len(contents)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(count))
    objects = [CATALOG, b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), FONT]
    for at, content in enumerate(contents):
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>>>>>" % (5 + 2 * at),
            stream(content),
        ]
    return pdf(objects)


def named(document: Document, code: str) -> list[str]:
    return [doubt.message for doubt in document.doubts if doubt.code == code]


# --- scans ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("image", [SCAN, STENCIL, STRIPS], ids=["image", "stencil", "strips"])
@pytest.mark.parametrize(
    "stamp",
    [
        text("Digitized by the Library"),
        text("Page 3 of 12", top=20),
        text("\xa0", "x", mode=3),
        text("A/C.2/35/SR.14", "English", "Page 2"),
    ],
    ids=["watermark", "foot", "invisible signs", "head"],
)
def test_a_stamp_on_a_scan_is_no_text_layer(image: bytes, stamp: bytes) -> None:
    with pytest.raises(NoTextLayer, match="its only page is a picture"):
        read_pdf(page_of(image + stamp))


def test_a_long_stamp_on_each_page_is_no_text_layer() -> None:
    stamps = [text(*[f"{SENTENCE} Page {page}."] * 4) for page in (1, 2, 3)]

    with pytest.raises(NoTextLayer, match="all 3 pages are pictures"):
        read_pdf(pages(*(SCAN + stamp for stamp in stamps)))


def test_a_scan_among_pages_with_text_is_named() -> None:
    document = read_pdf(pages(text(*[SENTENCE] * 9), SCAN + text("Received 3 May"), SCAN))

    assert named(document, "page-without-text") == [
        "page 2 is a picture without a text layer; it needs OCR",
        "page 3 is a picture without a text layer; it needs OCR",
    ]
    assert "Received 3 May" in document.text


@pytest.mark.parametrize(
    "content",
    [SCAN + text(*[SENTENCE] * 9), FIGURE + text("Figure 1")],
    ids=["text on a background", "small image"],
)
def test_text_over_an_image_is_a_text_layer(content: bytes) -> None:
    assert read_pdf(page_of(content)).doubts == ()


# --- OCR layers -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        SCAN + text(*[SENTENCE] * 3, mode=3),
        text(*[SENTENCE] * 3, mode=3) + SCAN,
        text(*[SENTENCE] * 3) + SCAN,
        SCAN + text(*[SENTENCE] * 3, mode=3) + text("Digitized by the Library", top=30),
    ],
    ids=["invisible", "invisible below", "visible below", "with a stamp"],
)
def test_an_ocr_layer_is_read_and_marked(content: bytes) -> None:
    document = read_pdf(page_of(content))

    assert document.text.count(SENTENCE) == 3
    (message,) = named(document, "ocr-layer")
    assert message.startswith("page 1: the text is a hidden layer")


def test_rows_of_an_ocr_layer_with_an_unknown_word_are_marked() -> None:
    rows = (
        "the committee decided to include the item in the agenda of its next session",
        "the secretariat was requestcd to submit a report on the implementation of it",
        "member states were invited to provide assistance to the developing countries",
    )
    document = read_pdf(page_of(SCAN + text(*rows, mode=3)))

    (message,) = named(document, "ocr-layer")
    assert "96% of its words are known" in message
    (marked,) = named(document, "uncertain-row")
    assert "requestcd" in marked


def test_pages_with_an_ocr_layer_are_named_in_runs() -> None:
    ocr = SCAN + text(*[SENTENCE] * 3, mode=3)

    document = read_pdf(pages(ocr, ocr, text(*[SENTENCE] * 3), ocr))

    assert [message.partition(":")[0] for message in named(document, "ocr-layer")] == [
        "pages 1 to 2",
        "page 4",
    ]


def test_invisible_text_over_visible_text_is_not_read() -> None:
    document = read_pdf(page_of(text(SENTENCE) + text("The Comrnittee considcred it.", mode=3)))

    assert document.text == SENTENCE
    assert document.doubts == ()


# --- files that are cut off -----------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9])
@pytest.mark.parametrize("content", [SCAN, SCAN + text("Digitized by the Library")])
def test_a_scan_that_is_cut_off_is_to_be_fetched_again(content: bytes, share: float) -> None:
    whole = page_of(content + b"% filler\n" * 400)

    with pytest.raises(DamagedSource, match=r"fetch (?:the file|it) again"):
        read_pdf(whole[: int(share * len(whole))])


def test_a_text_that_is_cut_off_says_so() -> None:
    whole = set_lines([SENTENCE] * 40)

    document = read_pdf(whole[: whole.rindex(b"xref") - 20])

    assert document.text.count(SENTENCE) == 40
    (message,) = named(document, "damaged-file")
    assert message.startswith("the file is cut off;")
    assert message.endswith("fetch it again")
