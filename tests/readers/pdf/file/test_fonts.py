"""Codes that a ToUnicode CMap lacks: by the encoding, unless the CMap contradicts it."""

from __future__ import annotations

import pytest
from pdf_files import CATALOG, FONT, PAGE, PAGES, pdf, stream
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT

from unreport.readers.pdf.file.fonts import FontResources
from unreport.readers.pdf.file.limits import Budget, PdfLimits
from unreport.readers.pdf.reader import read_pdf

CMAP = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
    b"1 begincodespacerange <00> <FF> endcodespacerange "
    b"%s endcmap end end"
)


def text_of(code: int, cmap: bytes) -> str:
    spec = {
        "Type": LIT("Font"),
        "Subtype": LIT("TrueType"),
        "BaseFont": LIT("ABCDEF+Naskh"),
        "FontDescriptor": {"Flags": 4, "FontName": LIT("ABCDEF+Naskh")},
        "ToUnicode": PDFStream({}, CMAP % cmap),
    }
    return str(FontResources(Budget(PdfLimits()), []).get_font(1, spec).to_unichr(code))


def test_a_code_of_a_font_whose_map_follows_the_standard_encoding() -> None:
    assert text_of(0x43, b"2 beginbfchar <41> <0041> <42> <0042> endbfchar") == "C"


def test_a_code_of_a_font_whose_codes_are_numbers_of_glyphs() -> None:
    cmap = b"2 beginbfchar <41> <0627> <42> <0644> endbfchar"
    assert text_of(0x41, cmap) == "ا"
    with pytest.raises(PDFUnicodeNotDefined):
        text_of(0x43, cmap)


def test_words_of_a_font_without_widths_are_divided() -> None:
    font = FONT.replace(b"/Helvetica", b"/OwnSans")
    shown = stream(b"BT /F 12 Tf 72 700 Td (The Committee met in Vienna.) Tj ET")

    document = read_pdf(pdf([CATALOG, PAGES, PAGE, shown, font]))

    assert document.text == "The Committee met in Vienna."


def test_a_standard_font_has_the_widths_that_the_file_gives() -> None:
    spec = {
        "Type": LIT("Font"),
        "Subtype": LIT("Type1"),
        "BaseFont": LIT("Times-Roman"),
        "Encoding": {"Differences": [0x8C, LIT("ffi"), LIT("fi")]},
        "FirstChar": 0x8C,
        "Widths": [722, 0],
    }

    font = FontResources(Budget(PdfLimits()), []).get_font(1, spec)

    assert [round(1000 * font.char_width(code)) for code in (0x8C, 0x8D, 0x41)] == [722, 556, 722]


@pytest.mark.parametrize(("flags", "text"), [(32, "æ"), (4, "ñ")])
def test_a_truetype_font_without_encoding_and_program(flags: int, text: str) -> None:
    spec = {
        "Type": LIT("Font"),
        "Subtype": LIT("TrueType"),
        "BaseFont": LIT("OwnSans"),
        "FontDescriptor": {"Flags": flags, "FontName": LIT("OwnSans")},
    }

    assert FontResources(Budget(PdfLimits()), []).get_font(1, spec).to_unichr(0xF1) == text


def test_letters_of_a_type_3_font_whose_matrix_is_ten_times_as_large() -> None:
    widths = b" ".join([b"1100"] * 95)
    mapped = b"".join(b"<%02x> <%04x> " % (code, code) for code in range(32, 127))
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 -400 1200 1500]/FirstChar 32/LastChar 126"
        b"/FontMatrix[0.00488281 0 0 -0.00488281 0 0]/CharProcs<<>>/Resources<<>>"
        b"/Encoding<</Type/Encoding/Differences[]>>/ToUnicode 6 0 R/Widths[%s]>>" % widths
    )
    shown = b"BT /F 1.05 Tf 72 700 Td [(The repor)-170(t was adopted by the Board)] TJ ET"
    cmap = stream(CMAP % (b"95 beginbfchar %s endbfchar" % mapped))

    document = read_pdf(pdf([CATALOG, PAGES, PAGE, stream(shown), font, cmap]))

    assert document.text == "The report was adopted by the Board"
    assert document.lines[0].size == pytest.approx(10.5)
