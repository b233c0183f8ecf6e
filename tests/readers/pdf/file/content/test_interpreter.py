"""The content interpreter draws what pdfminer's interpreter draws, or leaves the page to it."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from drawn import drawn
from hypothesis import example, given
from hypothesis import strategies as st
from pdf_files import CATALOG, FIXTURES, FONT, PAGES, page_of, pdf, stream

from unreport import PdfLimits
from unreport.errors import LimitExceeded, UnreportError
from unreport.readers.pdf.file import engine
from unreport.readers.pdf.file.content.syntax import IrregularContent, operations
from unreport.readers.pdf.file.engine import PdfFile
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.limits import Budget

LIMITS = PdfLimits(seconds=60)
DESCRIPTIONS = sorted((FIXTURES.parent.parent / "cases").glob("*/pages.txt"))


class _PdfminerOnly(PdfFile):
    """Every page by pdfminer's interpreter."""

    def _regular_page(self, number: int, raw: object) -> Page:
        del number, raw
        raise IrregularContent


class _RegularOnly(PdfFile):
    """Every page by the content interpreter."""

    def _irregular_page(self, number: int, raw: object) -> Page:
        del raw
        raise AssertionError(f"page {number} is irregular")


def pages_of(data: bytes, kind: type[PdfFile] = PdfFile) -> tuple[list[Page], object, object]:
    opened = kind(data, LIMITS, Budget(LIMITS))
    return [*opened.pages()], opened.damage, opened.fonts


def same(data: bytes) -> list[Page]:
    """The pages of a file, which are the same by both interpreters."""
    found = pages_of(data)
    assert found == pages_of(data, _PdfminerOnly)
    return found[0]


# --- pages of producers ---------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.pdf")), ids=lambda path: path.stem)
def test_pages_of_producers(path: Path) -> None:
    data = path.read_bytes()
    pages, _, _ = pages_of(data, _RegularOnly)

    assert same(data) == pages
    assert any(page.glyphs for page in pages)


@pytest.mark.parametrize("path", DESCRIPTIONS[::4], ids=lambda path: path.stem)
def test_drawn_pages(path: Path) -> None:
    data = drawn(path)

    assert same(data) == pages_of(data, _RegularOnly)[0]


# --- operators ------------------------------------------------------------------------------------

FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Matrix[2 0 0 2 10 10]"
IMAGE = b"/Type/XObject/Subtype/Image/Width 1/Height 1"
RESOURCES = (
    b"<</Font<</F 4 0 R/G 5 0 R>>/XObject<</X 6 0 R/I 7 0 R/Y 8 0 R>>/ColorSpace<</C/DeviceRGB>>"
    b"/Properties<</P <</ActualText(properties)>>>>>>"
)
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents[9 0 R 10 0 R]/Resources%s>>"
COMPOSITE = (
    b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType2/BaseFont/X/DW 500/W[65[600 0 250]]/CIDSystemInfo<</Registry(Adobe)"
    b"/Ordering(Identity)/Supplement 0>>/FontDescriptor<</FontName/X/Flags 4>>>>]>>"
)


def page_with(first: bytes, second: bytes = b"", *, page: bytes = PAGE) -> bytes:
    """A page with two fonts, a form that shows text, an image, and a form in itself."""
    form = stream(b"BT /F 5 Tf 1 1 Td (form) Tj ET 1 0 0 rg 5 5 20 20 re f", FORM)
    cyclic = stream(b"/Y Do", FORM + b"/Resources<</XObject<</Y 8 0 R>>>>")
    return pdf(
        [
            CATALOG, PAGES, page % RESOURCES, FONT, COMPOSITE, form, stream(b"", IMAGE), cyclic,
            stream(first), stream(second),
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F 10 Tf 72 700 Td (A \\(b\\) \\101 \\\n c) Tj 0 -12 TD (next) ' T* [(a)-20(b)] TJ ET",
        b"BT /F 10 Tf 2 Tc 5 Tw 80 Tz 3 Ts 72 700 Td [-50 (a b) 30 20 (c d)] TJ (e f) Tj ET",
        b"BT /G 10 Tf 2 Tc 5 Tw 72 700 Td [<00410042>-30<0043> 7 (\\000A)] TJ ET",
        b"BT 12 0 3 12 72 700 Tm /F 1 Tf (skewed) Tj 0 12 -12 0 72 600 Tm (turned) Tj ET",
        b"BT /F 1 Tf 9 9 -9 9 72 500 Tm (slanted) Tj -9 0 0 -9 300 300 Tm (upside down) Tj ET",
        b"BT /F -10 Tf 72 700 Td (mirrored) Tj /F 0 Tf (none) Tj /F 9 Tf ET",
        b"BT /F 10 Tf 3 Tr 72 700 Td (invisible) Tj 0 Tr ( visible) Tj ET",
        b"q 2 0 0 2 0 0 cm BT /F 10 Tf 30 300 Td (twice) Tj ET Q BT /F 10 Tf 30 30 Td (x) Tj ET",
        b"q 50 0 0 50 72 600 cm /I Do Q /X Do BT /F 10 Tf 72 500 Td (after a form) Tj ET /N Do",
        b"/Span <</ActualText (ab) /Lang (en)>> BDC BT /F 9 Tf 72 500 Td (x) Tj ET EMC EMC",
        b"/P /P BDC /Q BMC BT /F 9 Tf 72 500 Td (x) Tj ET EMC EMC /M MP /M <</A 1>> DP",
        # glyphs that are placed one by one
        (
            b"BT /F 9 Tf 2 0 .5 2 72 500 Tm (a) Tj 5 0 Td (b) Tj 4.7 .1 Td <41> Tj 5 0 Td ()"
            b" Tj 6 0 Td (de) Tj 4 0 Td (f) Tj (g) Tj ET"
        ),
        (
            b"BT /F 9 Tf 1 0 0 1 9 50 Tm (a) Tj 1 0 0 1 15 50 Tm <42> Tj 1 0 0 1 20.1 50 Tm (c) Tj "
            b"1.0 0 0 1 25 50 Tm (\\)) Tj 1 0 0 1 30 50 Tm (e)Tj [(f)] TJ ET"
        ),
        (
            b"BT /F 9 Tf 1 0 0 1 9 50 Tm (a) Tj 1 0 0 1 15 50 Tm (b) Tj 2 0 0 2 20 50 Tm (c) Tj "
            b"1 0 0 1 25 50 Tm (d) Tj 0 1 -1 0 30 50 Tm (e) Tj ET"
        ),
        b"BT /F 9 Tf 3 Tc 3 Tr 2 Ts 9 50 Td (a) Tj 5 0 Td (b) Tj 5 0 Td (c) Tj 5 0 Td (d) Tj ET",
        b"0 1 -1 0 99 9 cm BT /F 9 Tf 9 50 Td (a) Tj 5 0 Td (b) Tj 5 0 Td (c) Tj 5 0 Td (d) Tj ET",
        b"1 g 72 72 100 50 re f 0 g 72 300 100 1 re f 300 300 m 400 300 l S 9 9 m 20 20 l 30 9 l b",
        b"/C cs 1 1 1 sc 72 72 99 50 re f .5 .5 1 scn 9 9 99 50 re B* 1 0 0 RG 0 0 0 1 k 3 w 1 J",
        b"9 9 9 9 re W n [3 2] 0 d /N gs 300 300 m 310 320 330 340 350 360 c 1 2 3 4 v 5 6 7 8 y f",
        b"".join(
            b"72 %d m 540 %d l S %d 100 m %d 700 l S " % (y, y, y, y) for y in (100, 300, 500)
        ),
        b"BT /F 10 Tf 1000000 0 Td (far) Tj -1000000 700 Td (near) Tj ET",
        b"BT /F 10 Tf 72 700 Td [(a) 90000000 (b) -90000000 (c)] TJ ET",
        b"BT /F 10 Tf 72 700 Td (a) Tj 5 0 Td (b) Tj\n6 -2 Td<63>Tj 9 0 Td (Tj) Tj ( e) Tj ET",
        b"BT /F 10 Tf 2 Tc 72 700 Td (ab) Tj 0 Tc 3 Tr 5 0 Td (b) Tj 5 0 Td (c) Tj ET",
        b"BT /F 10 Tf 72 700 Td (a) Tj ( b) Tj [-50(c)-20(d)] TJ /F 8 Tf (e) Tj ET",
        b"BT /F 8 Tf 72 700 Td (e) Tj 2 Tc (f) Tj 0 Tc (g) Tj 50 Tz (h) Tj (i) Tj ET",
        b"q 0 0 612 792 re W n BT /F 10 Tf 1 0 0 1 72 700 Tm 0 g [(a(b)c)-20(d)5(e>f)] TJ ET Q",
        b"q BT /F 9 Tf 2 0 0 2 9 9 Tm [(g)-3(h)] TJ ET q BT /F 9 Tf 1 0 0 1 9 9 Tm [] TJ ET Q",
        b"".join(b"%d %d 90 20 re S " % (x, y) for x in (72, 162) for y in (100, 120, 140)),
        # graphics states in which nothing is painted
        (
            b"q\r\n9 9 9 9 re\r\nW* n\r\nQ q Q BT /F 9 Tf 1 0 0 1 72 500 Tm 0 g [(a)] TJ ET "
            b"72 72 m q 9 9 9 9 re W n Q 99 99 l S q 0 0 5 5 re W n 1 1 2 2 re W n Q 9 9 50 5 re f"
        ),
    ],
)
def test_operators(content: bytes) -> None:
    data = page_with(content)

    assert same(data) == pages_of(data, _RegularOnly)[0]


@pytest.mark.parametrize("move", [b"5 0 Td", b"0 20 Td", b"1 0 0 1 20 40 Tm", b"1e"])
@pytest.mark.parametrize("state", [b"", b"3 Tr", b"3 Ts", b"9 30 20 20 re W n"])
def test_placed_strings_that_are_shown_together(state: bytes, move: bytes) -> None:
    placed = [b"%s (%c) Tj" % (move, letter) for letter in b"abcdefgh"]
    data, parted = (
        page_with(b"%s BT /F 9 Tf 9 9 Td %s 6 0 Td (end) Tj ET" % (state, between.join(placed)))
        for between in (b" ", b" 0 g ")
    )

    assert pages_of(data)[0] == pages_of(parted)[0]


@pytest.mark.parametrize(
    "content",
    [
        b"BI /W 1 /H 1 ID x EI BT /F 9 Tf 72 500 Td (x) Tj ET",
        b"BT /F 9 Tf % a comment\n72 500 Td (x) Tj ET",
        b"BT /F#31 9 Tf 72 500 Td (x) Tj ET",
        b"BT /F 9 Tf 72 Td (x) Tj 1 2 (y) Tj 3 4 5 Td (z) Tj ET",
        b'BT /F 9 Tf 72 500 Td 1 2 (y) " ET /Y Do',
        b"BT /F 9 Tf 72 500 Td [(x) /y] TJ [(x) [(y)]] TJ (x\\q) Tj <414> Tj (\\777) Tj ET",
        b"BT /None 9 Tf 72 500 Td (x) Tj ET (" + b"x" * 300,
        b"/Span <</ActualText <</A (b)>>>> BDC BT /F 9 Tf (x) Tj ET EMC true unknown",
    ],
)
def test_irregular_content_is_left_to_pdfminer(content: bytes) -> None:
    data = page_with(content)
    same(data)

    with pytest.raises(AssertionError, match="page 1 is irregular"):
        pages_of(data, _RegularOnly)


@pytest.mark.parametrize(
    "attributes",
    [b"/Rotate 90", b"/Rotate 180", b"/Rotate 270", b"/UserUnit 2", b"/MediaBox[-10 -20 400 500]"],
)
def test_pages_of_any_rotation_and_origin(attributes: bytes) -> None:
    page = PAGE.replace(b"/Parent", attributes + b"/Parent", 1)
    if b"MediaBox" in attributes:
        page = page.replace(b"/MediaBox[0 0 612 792]", b"")
    drawn_twice = b"BT /F 9 Tf 72 300 Td (words) Tj 0 9 -9 0 99 99 Tm (up) Tj ET 9 9 99 1 re f "

    assert same(page_with(drawn_twice, page=page))[0].glyphs


def test_text_after_a_form_has_the_matrix_of_the_page() -> None:
    (page,) = same(page_with(b"/X Do BT /F 10 Tf 72 500 Td (x) Tj ET"))

    assert [(glyph.text, glyph.x0, glyph.y) for glyph in page.glyphs[-1:]] == [("x", 72, 292)]


# --- any content ----------------------------------------------------------------------------------

NUMBERS = ["0", "1", "-2.5", "10", "72", "700", ".5", "-.25", "+3", "9.", "1000000", "--1", "1-2"]
STRINGS = [
    "(ab)", "(a b)", "<0041>", "<41 42>", "(a\\)(b)c)", "(\\101\\n)", "()", "[(a)-20(b)]", "(\\8)",
    "[<0041>-3<0042>9]", "[-7(a) 1 2(b)]", "[]", "[5]", "[(a)/b]", "[[(a)]]", "<4>", "(a\\\n\r\nb)",
]  # fmt: skip
OPERANDS = {
    "q Q BT ET T* n S s f f* B b* h W W* EMC F": [],
    "Tc Tw Tz TL Ts Tr w J g G i": [NUMBERS],
    "Td TD m l": [NUMBERS] * 2,
    "re v y k": [NUMBERS] * 4,
    "rg RG scn": [NUMBERS] * 3,
    "cm Tm c": [NUMBERS] * 6,
    "Tj TJ '": [STRINGS],
    "Tf": [["/F", "/G", "/None", "/F "], NUMBERS],
    "Do gs cs": [["/X", "/I", "/C", "/Y", "/Pattern"]],
    "BDC": [["/P", "/Span"], ["/P", "<</MCID 1>>", "<</ActualText(x)/A[1]>>", "<</ActualText/x>>"]],
    "BMC MP": [["/Tag"]],
}


def operation() -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(*map(st.sampled_from, operands), st.sampled_from(operators.split())).map(" ".join)
        for operators, operands in OPERANDS.items()
    )


DEBRIS = st.sampled_from([*NUMBERS, *STRINGS, "%x\n", "BI", "ID EI", "\0", "<<", ">>", "{", "TJ1"])
SETTING = "q BT /F 10 Tf 72 500 Td "


@given(
    st.lists(operation(), max_size=12),
    st.lists(operation() | DEBRIS, max_size=4),
    st.sampled_from([" ", "\n", "\r\n "]),
)
@example(["BT", "/F 10 Tf"], ["72 500 Td", "(a) Tj"], " ")
@example(["-1 0 0 1 700 0 cm"], ["(mirrored) Tj"], " ")
def test_any_content(first: list[str], second: list[str], gap: str) -> None:
    data = page_with(
        (SETTING + gap.join(first)).encode("latin-1"), gap.join(second).encode("latin-1")
    )

    assert pages_of(data) == pages_of(data, _PdfminerOnly)


@given(st.binary(max_size=60))
def test_any_bytes(content: bytes) -> None:
    data = page_with(SETTING.encode() + content)

    assert pages_of(data) == pages_of(data, _PdfminerOnly)


# --- limits ---------------------------------------------------------------------------------------


def hostile() -> Iterator[bytes]:
    """Contents of a megabyte that a pattern which backtracks would never leave."""
    count = 1_000_000
    yield b"1 " * (count // 2)
    yield b"(" * count
    yield b"\\(" * (count // 2)
    yield b"[" * count
    yield b"[(a)" * (count // 4)
    yield b"<" * count
    yield b"<<" * (count // 2)
    yield b"/" * count
    yield b"/a" * (count // 2)
    yield b"<4" * (count // 2)
    yield b"(a) " * (count // 4)
    yield b"-" * count
    yield b"[ ]" * (count // 3)
    yield b"(()" * (count // 3)
    yield random.Random(0).randbytes(count)  # noqa: S311 - no secret


@pytest.mark.parametrize("content", [*hostile()], ids=lambda content: repr(content[:4]))
def test_hostile_contents(content: bytes) -> None:
    """They end: every alternative of the pattern is possessive, and the last takes the rest."""
    try:
        found = operations(content)
    except IrregularContent:
        return
    assert sum(map(len, (part for operation in found for part in operation[:2]))) == len(content)


def test_a_page_of_too_many_glyphs_is_stopped() -> None:
    lines = b"(%s) Tj 0 -9 Td " % (b"x" * 250) * 1000
    data = page_of(zlib.compress(SETTING.encode() + lines), b"/Filter/FlateDecode")
    limits = PdfLimits(page_glyphs=200_000)

    with pytest.raises(LimitExceeded, match="more than 200,000 letters"):
        [*PdfFile(data, limits, Budget(limits)).pages()]
    assert len(pages_of(data)[0][0].glyphs) == 250_000


def test_time_is_limited_within_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock is asked while a page is interpreted, not only between pages."""
    asked = []
    monkeypatch.setattr(Budget, "check", lambda _: asked.append(1))
    data = page_of(SETTING.encode() + b"(%s) Tj " % (b"x" * 100) * 500)
    opened = PdfFile(data, LIMITS, Budget(LIMITS))
    before = len(asked)

    assert len(next(opened.pages()).glyphs) == 50_000
    assert len(asked) - before > 50


def test_an_error_of_a_limit_is_not_taken_for_irregular_content(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def exceed(*_: object) -> None:
        raise LimitExceeded("too long")

    monkeypatch.setattr(engine, "interpret_page", exceed)
    with pytest.raises(UnreportError, match="too long"):
        pages_of(page_of(b""))
