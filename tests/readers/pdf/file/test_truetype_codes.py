"""Codes of simple TrueType fonts, with fonts whose `cmap` is that of the whole font."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest
from font_files import font
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from pdf_files import CATALOG, PAGE, PAGES, pdf, stream
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT

from unreport.readers.pdf.file.font_programs import FontProgram
from unreport.readers.pdf.file.font_tables.truetype_codes import Subtable, glyphs_of_codes
from unreport.readers.pdf.reader import read_pdf

TEXT = "Le Comité préparatoire a noté à cet égard le rôle des États où la crise a frappé"
LETTERS = sorted({*TEXT, *"abcdefghijklmnopqrstuvwxyzÈËÙÍ‡"})


def whole_font() -> bytes:
    """A TrueType font with a Unicode subtable and one of Mac Roman, both complete."""
    names = [f"uni{ord(char):04X}" for char in LETTERS]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names])
    builder.setupCharacterMap(dict(zip(map(ord, LETTERS), names, strict=True)))
    mac = CmapSubtable.getSubtableClass(0)(0)
    mac.platformID, mac.platEncID, mac.language = 1, 0, 0
    mac.cmap = {
        char.encode("mac_roman")[0]: name for char, name in zip(LETTERS, names, strict=True)
    }
    builder.font["cmap"].tables.append(mac)
    builder.setupGlyf(dict.fromkeys([".notdef", *names], TTGlyphPen(None).glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names], (500, 0)))
    builder.setupHorizontalHeader()
    builder.setupPost(keepGlyphNames=False)
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def page(flags: int, encoding: str) -> bytes:
    """A row in a simple font, with a ToUnicode CMap for all codes of Windows."""
    codes = TEXT.encode("cp1252")
    entries = "".join(
        f"<{char.encode('cp1252').hex()}> <{ord(char):04x}>\n" for char in sorted({*TEXT})
    )
    cmap = (
        "begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len({*TEXT})} beginbfchar\n{entries}endbfchar\nendcmap"
    )
    widths = " ".join(["500"] * 224)
    return pdf(
        [
            CATALOG,
            PAGES,
            PAGE,
            stream(b"BT /F 10 Tf 72 700 Td <" + codes.hex().encode() + b"> Tj ET"),
            f"<</Type/Font/Subtype/TrueType/BaseFont/Whole/FirstChar 32/LastChar 255"
            f"/Widths[{widths}]/Encoding {encoding}"
            "/FontDescriptor 6 0 R/ToUnicode 7 0 R>>".encode(),
            b"<</Type/FontDescriptor/FontName/Whole/Flags %d/FontFile2 8 0 R>>" % flags,
            stream(cmap.encode()),
            stream(whole_font()),
        ]
    )


@pytest.mark.parametrize("encoding", ["/WinAnsiEncoding", "<</BaseEncoding/WinAnsiEncoding>>"])
def test_accents_of_a_font_with_the_cmap_of_the_whole_font(encoding: str) -> None:
    document = read_pdf(page(32, encoding))

    assert document.text == TEXT
    assert not document.doubts


UNICODE = SimpleNamespace(
    platformID=3, platEncID=1, cmap={0xE9: 5, 0xC8: 6, 0x61: 7}, isUnicode=lambda: True
)
MAC = SimpleNamespace(
    platformID=1, platEncID=0, cmap={0x8E: 5, 0xE9: 6, 0x61: 7}, isUnicode=lambda: False
)
SYMBOLS = SimpleNamespace(
    platformID=3, platEncID=0, cmap={0xF0E9: 8, 0xF061: 7}, isUnicode=lambda: False
)


@pytest.mark.parametrize(
    ("tables", "flags", "encoding", "glyph"),
    [
        ([UNICODE, MAC], 32, LIT("WinAnsiEncoding"), 5),
        ([MAC], 32, LIT("WinAnsiEncoding"), 5),
        ([MAC], 32, LIT("MacRomanEncoding"), 6),
        ([MAC], 32, {"Differences": [0xE9, LIT("eacute")]}, 5),
        ([MAC, SYMBOLS], 4, LIT("WinAnsiEncoding"), 8),
        ([MAC], 4, None, 6),
        ([MAC], 32, {"Differences": [0xE9, LIT("g23")]}, None),
    ],
)
def test_the_glyph_of_a_code(
    tables: list[Subtable], flags: int, encoding: object, glyph: int | None
) -> None:
    spec = {"FontDescriptor": {"Flags": flags}, "Encoding": encoding}

    assert glyphs_of_codes(tables, spec).get(0xE9) == glyph


def test_the_cmap_that_codes_are_looked_up_in_tells_no_bracket_from_its_mirror_image() -> None:
    """cairo maps `(` to the glyph of `)` where it stands in right-to-left text."""
    spec = {
        "Subtype": LIT("TrueType"),
        "Encoding": LIT("WinAnsiEncoding"),
        "FontDescriptor": {"Flags": 32, "FontFile2": PDFStream({}, font(["A", "(", "≥", ")"]))},
    }
    program = FontProgram(spec, checks=True)

    assert {*program.text(ord("A")).unicode} == {"A"}
    assert program.text(ord("(")).unicode == program.text(ord(")")).unicode == ()
