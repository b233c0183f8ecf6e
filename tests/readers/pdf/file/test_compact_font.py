"""CFF font programs whose FontMatrix is not that of a thousand units to the em."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from pdf_files import CATALOG, PAGE, PAGES, pdf, stream

from unreport.readers.pdf.file.font_tables.compact_font import compact_font, drawn_scale
from unreport.readers.pdf.reader import read_pdf

UNITS = 2000  # to the em, of the outlines
ADVANCES = (1100, 1200, 1300)
COMPOSITE = (
    b"<</Type/Font/Subtype/Type0/BaseFont/Wide/Encoding/Identity-H"
    b"/DescendantFonts[6 0 R]/ToUnicode 8 0 R>>"
)
TEXTS = (
    "The Committee adopted its report",
    "La Comisión aprobó el informe",
    "Le Comité a adopté son rapport",
    "Комитет утвердил свой доклад",
    "委员会通过了报告",
    "اللجنة اعتمدت تقريرها",
)


def program(chars: str, matrix: float) -> bytes:
    """A CFF font with a glyph for each character, of one of three widths, and this FontMatrix."""
    names = [".notdef", *(f"glyph{at}" for at in range(len(chars)))]
    outlines = {}
    for at, name in enumerate(names):
        advance = ADVANCES[at % 3]
        pen = T2CharStringPen(advance, None)
        if chars[at - 1] != " ":
            pen.moveTo((100, 0))
            pen.lineTo((100, 1400))
            pen.lineTo((advance - 100, 1400))
            pen.closePath()
        outlines[name] = pen.getCharString()
    builder = FontBuilder(UNITS, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({})
    info = {"FontMatrix": [matrix, 0, 0, matrix, 0, 0], "FontBBox": [0, -200, 1300, 1400]}
    builder.setupCFF("Wide", info, outlines, {})
    builder.setupHorizontalMetrics({name: (ADVANCES[at % 3], 0) for at, name in enumerate(names)})
    builder.setupHorizontalHeader()
    builder.setupPost()
    out = BytesIO()
    builder.save(out)
    return bytes(TTFont(out).getTableData("CFF "))


def page(text: str, matrix: float, size: int, width_unit: float) -> bytes:
    """A page of one row; after each glyph the pen moves by what its declared width lacks."""
    chars = "".join(sorted({*text}))
    codes = {char: at for at, char in enumerate(chars, start=1)}
    own = text[::-1] if text.startswith("ا") else text  # in visual order
    em = 1000 / UNITS * 10 / size  # from units of the outlines to thousandths of the size
    shown = "".join(
        f"<{codes[char]:04x}>{-ADVANCES[codes[char] % 3] * (em - width_unit * 1000):g}"
        for char in own
    )
    mapped = "".join(f"<{code:04x}><{ord(char):04x}>\n" for char, code in codes.items())
    cmap = f"begincmap\n{len(codes)} beginbfchar\n{mapped}endbfchar\nendcmap"
    widths = " ".join(
        f"{ADVANCES[at % 3] * width_unit * 1000:g}" for at in range(1, len(codes) + 1)
    )
    box = " ".join(f"{edge * width_unit * 1000:g}" for edge in (0, -200, 1300, 1400))
    descendant = (
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/Wide/DW 500"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor 7 0 R/W[1[{widths}]]>>"
    )
    descriptor = f"<</Type/FontDescriptor/FontName/Wide/Flags 4/FontBBox[{box}]/FontFile3 9 0 R>>"
    return pdf(
        [
            CATALOG,
            PAGES,
            PAGE,
            stream(f"BT /F {size} Tf 72 700 Td [{shown}] TJ ET".encode()),
            COMPOSITE,
            descendant.encode(),
            descriptor.encode(),
            stream(cmap.encode()),
            stream(program(chars, matrix), b"/Subtype/CIDFontType0C"),
        ]
    )


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    ("matrix", "size", "width_unit"),
    [(0.001, 5, 0.0005), (0.0005, 10, 0.0005), (0.001, 5, 0.001)],
    ids=["half the widths", "declared", "doubled outlines"],
)
def test_letters_of_a_scaled_font_stand_beside_each_other(
    text: str, matrix: float, size: int, width_unit: float
) -> None:
    (line,) = read_pdf(page(text, matrix, size, width_unit)).lines

    assert line.text == text
    if (matrix, width_unit) == (0.001, 0.0005):
        assert line.box is not None
        assert line.box[3] - line.box[1] > 2 * size


@pytest.mark.parametrize(
    ("matrix", "widths", "scale"),
    [
        (0.001, 0.0005, 2.0),
        (0.0005, 0.0005, 1.0),
        (0.0005, 0.001, 0.5),
        (0.00053, 0.0005, 1.0),
    ],
)
def test_the_scale_of_a_font(matrix: float, widths: float, scale: float) -> None:
    font = compact_font(program("abcdefghi", matrix))
    declared = {name: ADVANCES[at % 3] * widths for at, name in enumerate(font.charset)}

    assert drawn_scale(font, declared) == pytest.approx(scale)


def test_widths_that_differ_by_no_one_factor_scale_nothing() -> None:
    font = compact_font(program("abcdefghi", 0.001))
    declared = {name: 0.3 + 0.1 * at for at, name in enumerate(font.charset)}

    assert drawn_scale(font, declared) == 1
    assert drawn_scale(font, dict.fromkeys(font.charset, 0.0)) == 1
