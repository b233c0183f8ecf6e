"""Codes of fonts that no /Encoding or ToUnicode names, by the font program or symbol font."""

from __future__ import annotations

import io

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from pdf_files import CATALOG, PAGE, PAGES, pdf, stream
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT
from reportlab.pdfgen.canvas import Canvas

from unreport.readers.pdf.file.fonts import FontResources
from unreport.readers.pdf.file.limits import Budget, PdfLimits
from unreport.readers.pdf.reader import read_pdf

GLYPHS = [".notdef", "afii10076", "A", "leftharpoontop", "g55"]
CODES = {0xEA: "afii10076", 0x41: "A", 0x36: "leftharpoontop", 0x37: "g55"}
"""Cyrillic ka stands in the place of OE, as in cp1251."""
TYPE1_HEADER = (
    b"%!PS-AdobeFont-1.0: Kurier\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n"
    b"dup 234 /afii10076 put\ndup 54 /leftharpoontop put\ndup 55 /g55 put\n"
    b"readonly def\ncurrentfile eexec\n"
)


def compact_font() -> bytes:
    """A CFF font program whose own encoding has names of letters in the places of others."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(GLYPHS)
    drawn = T2CharStringPen(600, None)
    drawn.moveTo((0, 0))
    drawn.lineTo((500, 0))
    drawn.lineTo((500, 500))
    drawn.closePath()
    builder.setupCFF("Kurier", {}, dict.fromkeys(GLYPHS, drawn.getCharString()), {})
    table = builder.font["CFF "].cff
    table[0].Encoding = [CODES.get(code, ".notdef") for code in range(256)]
    out = io.BytesIO()
    table.compile(out, builder.font)
    return out.getvalue()


def text_of(code: int, descriptor: dict[str, object], **font: object) -> str:
    spec = {
        "Type": LIT("Font"),
        "Subtype": LIT("Type1"),
        "BaseFont": LIT("ABCDEF+Kurier"),
        "FontDescriptor": {"Flags": 4, "FontName": LIT("ABCDEF+Kurier"), **descriptor},
        **font,
    }
    return str(FontResources(Budget(PdfLimits()), []).get_font(1, spec).to_unichr(code))


COMPACT = {"FontFile3": PDFStream({"Subtype": LIT("Type1C")}, compact_font())}
TYPE1 = {"FontFile": PDFStream({"Length1": len(TYPE1_HEADER)}, TYPE1_HEADER)}


@pytest.mark.parametrize("descriptor", [COMPACT, TYPE1], ids=["CFF", "Type 1"])
@pytest.mark.parametrize("encoding", [{}, {"Encoding": {"Differences": [1, LIT("A")]}}])
def test_a_code_is_what_the_font_program_names(
    descriptor: dict[str, object], encoding: dict[str, object]
) -> None:
    assert text_of(0xEA, descriptor, **encoding) == "к"


@pytest.mark.parametrize("descriptor", [COMPACT, TYPE1], ids=["CFF", "Type 1"])
def test_a_name_without_characters_is_not_the_character_of_the_standard_encoding(
    descriptor: dict[str, object],
) -> None:
    named = {"Encoding": {"Differences": [0x38, LIT("leftharpoontop"), LIT("g57")]}}

    assert text_of(0x36, descriptor) == ""
    assert text_of(0x38, descriptor, **named) == ""


def test_a_numbered_name_says_nothing_of_a_code() -> None:
    named = {"Encoding": {"Differences": [0x38, LIT("leftharpoontop"), LIT("g57")]}}

    assert text_of(0x37, COMPACT) == "7"
    assert text_of(0x39, COMPACT, **named) == "9"


def test_a_name_in_the_file_comes_before_that_of_the_font_program() -> None:
    assert text_of(0xEA, COMPACT, Encoding={"Differences": [0xEA, LIT("B")]}) == "B"


def test_a_declared_encoding_comes_before_that_of_the_font_program() -> None:
    assert text_of(0xEA, COMPACT, Encoding=LIT("WinAnsiEncoding")) == "ê"


def test_a_damaged_font_program_names_nothing() -> None:
    damaged = {"FontFile3": PDFStream({}, compact_font()[:40])}
    assert text_of(0x41, damaged) == "A"


@pytest.mark.parametrize(
    ("name", "code", "text"),
    [
        ("Symbol", 0x61, "α"),
        ("Symbol", 0xB7, "•"),
        ("ZapfDingbats", 0x6E, "■"),
        ("ZapfDingbats", 0x34, "✔"),
        ("ZapfDingbats", 0xAC, "①"),
        ("ZapfDingbats", 0xFE, "➾"),
        ("ABCDEF+Wingdings-Regular", 0xA7, "▪"),
        ("Wingdings2", 0x50, "✓"),
    ],
)
def test_a_code_of_a_symbol_font(name: str, code: int, text: str) -> None:
    assert text_of(code, {}, BaseFont=LIT(name)) == text


def test_bullets_in_zapf_dingbats_begin_items() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    for at, text in enumerate(["Keeping inventories;", "Training customs officers."]):
        canvas.setFont("ZapfDingbats", 8)
        canvas.drawString(72, 700 - 20 * at, "■")
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(90, 700 - 20 * at, text)
    canvas.save()
    lines = read_pdf(out.getvalue()).text.splitlines()
    assert lines == ["■ Keeping inventories;", "■ Training customs officers."]


def test_brackets_of_a_left_to_right_document_are_as_they_are_stored() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont("Times-Roman", 11)
    rows = ["The words[...]were left out.", "f(x){y} [z", "the signs ( and { alone", "x]...[y"]
    for at, text in enumerate(rows):
        canvas.drawString(72, 700 - 20 * at, text)
    canvas.save()
    assert read_pdf(out.getvalue()).text.splitlines() == rows


TEX = b"/Info<</Creator(dvips\\(k\\) 5.86)/Producer(GNU Ghostscript 6.52)>>"


def type_3_font(names: dict[int, str], trailer: bytes = TEX, shown: bytes = b"") -> bytes:
    """A page of the codes of a Type 3 font with these glyph names, in a file by TeX."""
    shape = stream(b"600 0 0 0 500 500 d1 0 0 500 500 re f")
    differences = b"".join(b"%d/%s " % (code, name.encode()) for code, name in names.items())
    glyphs = b"".join(b"/%s 6 0 R" % name.encode() for name in names.values())
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 600 600]/FontMatrix[.001 0 0 .001 0 0]"
        b"/FirstChar 0/LastChar 255/Widths[%s]/CharProcs<<%s>>/Encoding<</Differences[%s]>>>>"
        % (b"600 " * 256, glyphs, differences)
    )
    content = b"BT /F 10 Tf 72 700 Td <%s> Tj ET" % (shown or bytes(names)).hex().encode()
    return pdf([CATALOG, PAGES, PAGE, stream(content), font, shape], trailer)


def test_a_bitmap_font_of_tex_is_in_the_cork_encoding() -> None:
    names = {code: f"a{code}" for code in (*b"Pr", 0xE9, 0x1C, *b"e", 0xF7, *b"u", 0xFF)}

    assert read_pdf(type_3_font(names)).text == "Préfieœuß"


def test_a_font_of_another_program_is_not_in_the_cork_encoding() -> None:
    shown = "Le Comité a été saisi d’un rapport général – œuvre".encode("cp1252")
    names = {code: f"a{code}" for code in shown}

    assert "ń" not in read_pdf(type_3_font(names, b"", shown)).text
    assert "Š" not in read_pdf(type_3_font(names, b"", shown)).text


def test_letters_of_the_cork_encoding_are_certain_in_known_words_only() -> None:
    def marks(text: str) -> list[str]:
        shown = text.encode("latin-1")
        found = read_pdf(type_3_font({code: f"a{code}" for code in shown}, TEX, shown))
        return [doubt.code for doubt in found.doubts]

    assert marks("Le rapport général a été adopté") == []
    assert marks("Le rapport gènèral a été adopté") == ["uncertain-row"]


def test_a_bitmap_font_of_128_glyphs_is_not() -> None:
    assert read_pdf(type_3_font({code: f"a{code}" for code in b"Page 1"})).text == "Page 1"
    assert "é" not in read_pdf(type_3_font({0x50: "a80", 0xE9: "b1", 0x72: "a114"})).text
