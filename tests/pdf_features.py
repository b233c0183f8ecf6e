"""Small PDF files with one feature each, for changes at random."""

from __future__ import annotations

import re
import zlib

from font_files import font, page
from pdf_files import CATALOG, FONT, PAGE, PAGES, pdf, stream, unicode_page

CHARACTERS = [" ", *"abcdeABC123", *"ابتلمهو", *"委员会", *"жщя"]
LINES = (
    b"BT /F 10 Tf 72 700 Td (1. The Committee met.) Tj "
    b"0 -14 Td (2. It closed, and took note.) Tj ET "
)


def _composite(encoding: bytes, text: str) -> bytes:
    codes = [1 + CHARACTERS.index(character) for character in text]
    mapped = dict(enumerate(CHARACTERS, start=1))
    return page(font(CHARACTERS), codes, mapped).replace(b"/Identity-H", encoding)


def _with_resources(
    content: bytes, resources: bytes, *objects: bytes, catalog: bytes = b""
) -> bytes:
    """A page whose objects from 6 on are those given."""
    own = PAGE.replace(b"/Font<</F 5 0 R>>", b"/Font<</F 5 0 R>>" + resources)
    root = CATALOG.replace(b">>", catalog + b">>")
    return pdf([root, PAGES, own, stream(content), FONT, *objects])


def _layers() -> bytes:
    return _with_resources(
        LINES + b"/OC /Off BDC BT /F 9 Tf 72 600 Td (Draft) Tj ET EMC /OC /Both BDC EMC",
        b"/Properties<</Off 6 0 R/Both 7 0 R>>",
        b"<</Type/OCG/Name(Draft)>>",
        b"<</Type/OCMD/OCGs[6 0 R null]/P/AnyOff>>",
        catalog=b"/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>",
    )


def _form() -> bytes:
    inner = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Matrix[1 0 0 1 0 -100]"
    return _with_resources(
        LINES + b"q /G gs 1 0 0 1 0 -50 cm /X Do Q",
        b"/XObject<</X 6 0 R>>/ExtGState<</G 7 0 R>>",
        stream(b"BT 72 500 Td (3. Within a form.) Tj ET /X Do", inner),
        b"<</Type/ExtGState/Font[5 0 R 10]>>",
    )


def _type_3() -> bytes:
    resources = b"/XObject<<>>"
    shape = stream(b"600 0 0 0 500 500 d1 0 0 500 500 re f")
    own = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 600 600]/FontMatrix[.001 0 0 .001 0 0]"
        b"/FirstChar 97/LastChar 98/Widths[600 600]/CharProcs<</a 7 0 R/oneoldstyle 7 0 R>>"
        b"/Encoding<</Differences[97/a/oneoldstyle]>>>>"
    )
    data = _with_resources(LINES + b"BT /T 10 Tf 72 500 Td (abab) Tj ET", resources, own, shape)
    return data.replace(b"/F 5 0 R", b"/F 5 0 R/T 6 0 R", 1)


def _inline_image() -> bytes:
    return _with_resources(
        LINES + b"BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI BT /F 9 Tf 72 500 Td [(Th) -20 (en.)] TJ ET"
        b" /Span <</ActualText <FEFF0041>>> BDC BT /F 9 Tf 72 400 Td (B) Tj ET EMC % comment\n",
        b"",
    )


def _annotated() -> bytes:
    look = stream(b"BT /F 9 Tf 5 5 Td (Typed in a box) Tj ET", b"/Subtype/Form/BBox[0 0 200 20]")
    data = _with_resources(
        LINES,
        b"",
        b"<</Type/Annot/Subtype/FreeText/Rect[72 300 272 320]/AP<</N 7 0 R>>/F 4>>",
        look.replace(b"/BBox", b"/Resources<</Font<</F 5 0 R>>>>/BBox"),
    )
    return data.replace(b"/MediaBox", b"/Annots[6 0 R]/Rotate 90/MediaBox", 1)


def _packed() -> bytes:
    """Objects 1, 2, 3 and 5 in an object stream, found by a cross-reference stream."""
    bodies = {1: CATALOG, 2: PAGES, 3: PAGE, 5: FONT}
    heads, at = [], 0
    for number, body in bodies.items():
        heads.append(b"%d %d" % (number, at))
        at += len(body) + 1
    head = b" ".join(heads) + b" "
    inside = zlib.compress(head + b" ".join(bodies.values()))
    out = b"%PDF-1.5\n"
    offsets = {}
    extra = b"/Type/ObjStm/N 4/First %d/Filter/FlateDecode" % len(head)
    for number, body in ((4, stream(LINES)), (6, stream(inside, extra))):
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    offsets[7] = len(out)
    index = {number: place for place, number in enumerate(bodies)}
    entries = b"".join(
        bytes((2, 0, 6, index[number]))
        if number in index
        else bytes((number in offsets,)) + offsets.get(number, 0).to_bytes(2) + b"\0"
        for number in range(8)
    )
    table = stream(entries, b"/Type/XRef/Size 8/W[1 2 1]/Root 1 0 R")
    return out + b"7 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF" % (table, offsets[7])


def _revised() -> bytes:
    """A file with an update that replaces its page."""
    data = _with_resources(LINES, b"")
    start = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    at = len(data) + 1
    return (
        data
        + b"\n4 0 obj\n%s\nendobj\n" % stream(LINES.replace(b"closed", b"ended"))
        + b"xref\n4 1\n%010d 00000 n \ntrailer\n"
        b"<</Size 6/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF" % (at, start, at + 60)
    )


FEATURED = (
    _composite(b"/Identity-H", "abc 123 ABC"),
    _composite(b"/Identity-V", "委员会 abc"),
    _composite(b"/Identity-H", "ملا وه 12"),
    unicode_page((72, 700, "1. اجتمعت"), (72, 680, "2. Комитет"), (72, 660, "三、委员会")),
    _layers(),
    _form(),
    _type_3(),
    _inline_image(),
    _annotated(),
    _packed(),
    _revised(),
)
