"""PDF files written object by object, for tests."""

from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures" / "pdf"


def pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of some objects; the first is its catalogue."""
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size = len(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer\n<</Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF"
        % (size, trailer, len(out))
    )


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(data), extra, data)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>>>>>"
)
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def page_of(content: bytes, extra: bytes = b"") -> bytes:
    return pdf([CATALOG, PAGES, PAGE, stream(content, extra), FONT])


def set_lines(lines: list[str]) -> bytes:
    shown = b"".join(b"(%s) Tj 0 -14 Td " % line.encode("latin-1") for line in lines)
    return page_of(b"BT /F 10 Tf 72 700 Td " + shown + b"ET")


def placed(*rows: tuple[float, float, str], size: int = 10) -> bytes:
    """Text at places: x, y and the text in Latin letters."""
    shown = "".join(f"1 0 0 1 {x:g} {y:g} Tm ({_escaped(text)}) Tj " for x, y, text in rows)
    return f"BT /F {size} Tf {shown}ET ".encode("latin-1")


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def page_with(content: bytes, attributes: bytes = b"", box: bytes = b"[0 0 612 792]") -> bytes:
    """A page with a media box and other attributes of its own."""
    page = PAGE.replace(b"[0 0 612 792]", box).replace(b"/Contents", attributes + b"/Contents")
    return pdf([CATALOG, PAGES, page, stream(content), FONT])


def unicode_page(
    *rows: tuple[float, float, str],
    size: int = 10,
    over: tuple[tuple[float, float, str], ...] = (),
    over_size: int = 10,
) -> bytes:
    """A page of text in any script: rows in visual order, drawn from left to right.

    Each character is a glyph of half an em, and ToUnicode says which.  Rows in another size may be
    drawn over them.
    """
    characters = sorted({character for _, _, text in (*rows, *over) for character in text})
    codes = {character: code for code, character in enumerate(characters, start=33)}
    shown, shown_over = (
        "".join(
            f"1 0 0 1 {x:g} {y:g} Tm <{''.join(f'{codes[c]:02x}' for c in text)}> Tj "
            for x, y, text in layer
        )
        for layer in (rows, over)
    )
    mapped = "".join(f"<{code:02x}> <{ord(c):04x}>\n" for c, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> "
        f"endcodespacerange {len(codes)} beginbfchar\n{mapped}endbfchar endcmap end"
    )
    widths = " ".join(["500"] * len(codes))
    font = (
        f"<</Type/Font/Subtype/TrueType/BaseFont/Own/FirstChar 33/LastChar {32 + len(codes)}"
        f"/Widths[{widths}]/ToUnicode 6 0 R/FontDescriptor 7 0 R>>"
    )
    descriptor = (
        b"<</Type/FontDescriptor/FontName/Own/Flags 4/FontBBox[0 -200 500 800]/Ascent 800"
        b"/Descent -200/CapHeight 700/ItalicAngle 0/StemV 80>>"
    )
    content = f"BT /F {size} Tf {shown}/F {over_size} Tf {shown_over}ET".encode()
    parts = [stream(content), font.encode(), stream(cmap.encode()), descriptor]
    return pdf([CATALOG, PAGES, PAGE, *parts])
