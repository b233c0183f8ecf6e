"""Vertical writing: columns from top to bottom and from right to left (ISO 32000-1, 9.7.4.3)."""

from __future__ import annotations

from pdf_files import CATALOG, PAGES, pdf, stream

from unreport.readers.pdf.reader import read_pdf

PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R/H 8 0 R>>>>>>"
)
DESCENDANT = (
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/DW 1000"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
)
COLUMNS = ["大会注意到秘书长关于", "儿童权利的报告并决定", "在下届会议上审议该项目"]


def page(encoding: str, columns: list[str], extra: bytes = b"", shown: str = "") -> bytes:
    letters = sorted({*"".join(columns)})
    codes = {char: f"{at:04x}" for at, char in enumerate(letters, start=1)}
    shown = shown or "".join(
        f"1 0 0 1 {500 - 20 * at} 700 Tm <{''.join(map(codes.__getitem__, column))}> Tj "
        for at, column in enumerate(columns)
    )
    entries = "".join(f"<{code}> <{ord(char):04x}>\n" for char, code in codes.items())
    cmap = (
        "begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{entries}endbfchar\nendcmap"
    )
    font = f"<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/{encoding}/DescendantFonts[6 0 R]"
    return pdf(
        [
            CATALOG,
            PAGES,
            PAGE,
            stream(f"BT /F 12 Tf {shown}ET ".encode() + extra),
            font.encode() + b"/ToUnicode 7 0 R>>",
            DESCENDANT,
            stream(cmap.encode()),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        ]
    )


def test_columns_are_read_from_right_to_left() -> None:
    document = read_pdf(page("Identity-V", COLUMNS))

    assert document.text.replace("\n", "") == "".join(COLUMNS)
    assert not document.doubts


def test_horizontal_text_beside_columns_is_reported() -> None:
    document = read_pdf(page("Identity-V", COLUMNS, b"BT /H 9 Tf 300 50 Td (17) Tj ET"))

    assert document.text.replace("\n", "") == "".join(COLUMNS)
    assert [doubt.code for doubt in document.doubts] == ["turned-text"]


def test_a_column_beside_horizontal_text_is_reported() -> None:
    shown = b"BT /H 9 Tf 72 500 Td (The General Assembly took note of the report.) Tj ET"
    document = read_pdf(page("Identity-V", COLUMNS[:1], shown))

    assert document.text == "The General Assembly took note of the report."
    assert [doubt.code for doubt in document.doubts] == ["turned-text"]
    assert COLUMNS[0] in document.doubts[0].message


def test_glyphs_of_a_vertical_font_that_are_placed_in_rows() -> None:
    """As Distiller has them of a document in `@Arial Unicode MS`."""
    rows = ["大会注意到报告", "并决定继续审议"]
    letters = sorted({*"".join(rows)})
    glyphs = "".join(
        f"1 0 0 1 {100 + 12 * at} {700 - 20 * row} Tm <{letters.index(char) + 1:04x}> Tj "
        for row, text in enumerate(rows)
        for at, char in enumerate(text)
    )

    document = read_pdf(page("Identity-V", rows, shown=glyphs))

    assert document.text.replace("\n", "") == "".join(rows)
    assert not document.doubts
