"""Small TrueType fonts, and PDFs of one row in them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from types import MappingProxyType

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph
from pdf_files import CATALOG, PAGE, PAGES, pdf, stream

UNCHANGED: Mapping[str, int] = MappingProxyType({})
COMPOSITE = (
    b"<</Type/Font/Subtype/Type0/BaseFont/Squares/Encoding/Identity-H"
    b"/DescendantFonts[6 0 R]/ToUnicode 8 0 R>>"
)
DESCENDANT = (
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Squares/CIDToGIDMap/Identity/DW 600"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 7 0 R>>"
)


def square(bottom: int, top: int = 500) -> Glyph:
    pen = TTGlyphPen(None)
    pen.moveTo((0, bottom))
    pen.lineTo((0, top))
    pen.lineTo((500, top))
    pen.closePath()
    return pen.glyph()


def font(
    chars: list[str],
    names: dict[str, str] | None = None,
    *,
    bottoms: Mapping[str, int] = UNCHANGED,
    tops: Mapping[str, int] = UNCHANGED,
) -> bytes:
    """A TrueType font with a square for every character but the space; names for some."""
    own = names or {}
    glyphs = [".notdef", *(own.get(char, f"uni{ord(char):04X}") for char in chars)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap(
        {ord(char): glyph for char, glyph in zip(chars, glyphs[1:], strict=True) if char not in own}
    )
    blank = {"uni0020": TTGlyphPen(None).glyph()} if " " in chars else {}
    raised = {glyphs[1 + chars.index(char)]: square(y) for char, y in bottoms.items()}
    low = {glyphs[1 + chars.index(char)]: square(0, y) for char, y in tops.items()}
    builder.setupGlyf(dict.fromkeys(glyphs, square(0)) | blank | raised | low)
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (600, 0)))
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular"})
    builder.setupPost(keepGlyphNames=bool(own))
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def page(
    program: bytes,
    codes: list[int],
    tounicode: dict[int, str],
    widths: bytes = b"",
    producer: bytes = b"",
) -> bytes:
    """A PDF of one row in a composite font."""
    entries = "".join(
        f"<{code:04X}> <{text.encode('utf-16-be').hex()}>\n" for code, text in tounicode.items()
    )
    cmap = (
        "begincmap\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(tounicode)} beginbfchar\n{entries}endbfchar\nendcmap"
    )
    shown = "".join(f"{code:04X}" for code in codes)
    return pdf(
        [
            CATALOG,
            PAGES,
            PAGE,
            stream(f"BT /F 10 Tf 72 700 Td <{shown}> Tj ET".encode()),
            COMPOSITE,
            DESCENDANT.replace(b"/DW 600", b"/DW 600" + widths),
            b"<</Type/FontDescriptor/FontName/Squares/Flags 4/FontFile2 9 0 R>>",
            stream(cmap.encode()),
            stream(program),
            b"<</Producer (%s)>>" % producer,
        ],
        b"/Info 10 0 R",
    )


def codes_of(text: str, chars: list[str]) -> list[int]:
    return [1 + chars.index(char) for char in text]
