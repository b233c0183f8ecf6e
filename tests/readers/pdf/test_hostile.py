"""PDFs that are truncated, damaged, malicious, or whose text layer is not what the page shows."""

import base64
import random
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from executed_lines import LINEAR, growth
from pdf_files import (
    CATALOG,
    FIXTURES,
    FONT,
    PAGE,
    PAGES,
    page_of,
    pdf,
    placed,
    set_lines,
    stream,
)

import unreport
from unreport import PdfLimits
from unreport.cli.main import main
from unreport.document import Document
from unreport.errors import (
    DamagedSource,
    EncryptedSource,
    GarbledText,
    LimitExceeded,
    NoTextLayer,
    UnreadableSource,
    UnreportError,
)
from unreport.readers.pdf.reader import read_pdf

SMALL = ("en.columns.pdf", "ar.columns.pdf", "en.weasyprint.pdf", "ar.fpdf2.pdf")
WHOLE = {name: (FIXTURES / name).read_bytes() for name in SMALL}
LOSS = {"damaged-file", "lost-pages", "lost-text"}
WORDS = "The Committee took note of the report of the Secretary-General."
SHOWN = b"BT /F 10 Tf 72 700 Td (%s) Tj ET " % WORDS.encode()
PACKED = b"/Filter/FlateDecode"
INFINITE = b"9" * 400 + b"."
ENDS = PdfLimits(seconds=100)  # far more than any of these files takes


def codes(document: Document) -> set[str]:
    return {issue.code for issue in document.doubts}


def attempt(data: bytes) -> Document | UnreportError:
    """The result for a file: a document, or an error with a message of one clear sentence."""
    try:
        document = unreport.read(data, name="x.pdf", limits=ENDS)
        report = unreport.parse_document(document)
        unreport.check(report, document)
        unreport.to_json(report)
    except UnreportError as error:
        found = error
    else:
        return document
    assert found.source == "x.pdf"
    assert 20 < len(found.message) < 300
    assert "\n" not in found.message
    return found


def changed(data: bytes, seed: str, most: int) -> bytes:
    """A file with some bytes changed, the same ones for a seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, most))):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


# --- truncated and corrupted files ----------------------------------------------------------------


@pytest.mark.parametrize("name", ["en.columns.pdf", "ar.fpdf2.pdf"])
def test_truncated_at_every_hundredth(name: str) -> None:
    """A file without any text is refused; one with some text reports that some is missing.

    The fonts of fpdf2 come last: without them nobody knows the letters of its pages.
    """
    whole = WHOLE[name]
    text = read_pdf(whole).text
    read = 0
    for share in range(1, 100):
        found = attempt(whole[: len(whole) * share // 100])
        if isinstance(found, UnreportError):
            assert isinstance(found, DamagedSource | UnreadableSource | GarbledText)
            continue
        read += 1
        assert codes(found) & LOSS
        assert len(found.text) <= len(text)
    assert isinstance(attempt(whole[: len(whole) // 100]), DamagedSource | UnreadableSource)
    assert name != "ar.fpdf2.pdf" or 0 < read < 10


@pytest.mark.parametrize("name", SMALL)
def test_random_byte_changes(name: str) -> None:
    """1,000 bytes in 160 files: none crashes, none loses text without a doubt."""
    whole = WHOLE[name]
    text = read_pdf(whole).text
    for seed in range(40):
        found = attempt(changed(whole, f"{name} {seed}", 20))
        if isinstance(found, Document) and len(found.text) < 0.95 * len(text):
            assert codes(found) & LOSS, seed


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.pdf")), ids=lambda path: path.stem)
def test_thousands_of_changes_and_truncations(path: Path) -> None:
    whole = path.read_bytes()
    for seed in range(100):
        attempt(changed(whole, f"{path.name} {seed}", 50))
        attempt(changed(whole[: len(whole) * (seed + 1) // 101], f"{path.name} {seed}", 5))


def three_pages(content: bytes = SHOWN) -> bytes:
    """A file of three pages, each followed by its content stream."""
    kids = b"<</Type/Pages/Kids[4 0 R 6 0 R 8 0 R]/Count 3>>"
    page = PAGE.replace(b"4 0 R", b"%d 0 R").replace(b"5 0 R", b"3 0 R")
    return pdf([CATALOG, kids, FONT, *(x for n in (5, 7, 9) for x in (page % n, stream(content)))])


def test_pages_before_the_cut_are_read() -> None:
    whole = three_pages()
    document = read_pdf(whole[: whole.index(b"9 0 obj")])

    assert document.source.pages == 3
    assert document.text.count(WORDS) == 2
    assert {"damaged-file", "lost-text"} <= codes(document)
    assert any("page 3" in issue.message for issue in document.doubts)


def test_an_incomplete_content_stream_is_read() -> None:
    rows = "".join(f"({WORDS} {n}) Tj 0 -14 Td " for n in range(40))
    packed = zlib.compress(b"BT /F 10 Tf 72 700 Td " + rows.encode() + b"ET", 0)
    whole = pdf([CATALOG, PAGES, PAGE, FONT, stream(packed, PACKED)]).replace(b"5 0 R", b"6 0 R")
    whole = whole.replace(b"4 0 R", b"5 0 R").replace(b"6 0 R", b"4 0 R")
    document = read_pdf(whole[: whole.index(b"Secretary-General. 20")])

    assert 15 < document.text.count(WORDS) <= 20
    assert "lost-text" in codes(document)


def test_a_damaged_cross_reference_table_loses_nothing() -> None:
    whole = page_of(SHOWN)
    for number in range(1, 6):
        entry = whole.index(b" 00000 n", whole.index(b"xref")) - 10 + 20 * (number - 1)
        document = read_pdf(whole[:entry] + b"0000000001" + whole[entry + 10 :])

        assert document.text == WORDS
        assert "damaged-file" in codes(document)


@pytest.mark.parametrize("length", [b"0", b"-50", b"99999999", b"(x)", b"4 0 R", b"9 0 R"])
def test_a_stream_with_a_wrong_length(length: bytes) -> None:
    whole = page_of(SHOWN).replace(b"/Length %d" % len(SHOWN), b"/Length " + length)

    assert read_pdf(whole).text == WORDS


def test_a_deflate_stream_is_read_up_to_its_damage() -> None:
    packed = bytearray(zlib.compress(SHOWN + bytes(range(256)) * 12, 0))
    packed[2000:] = b"\xff" * 500
    document = read_pdf(page_of(bytes(packed), PACKED))

    assert document.text == WORDS
    assert "lost-text" in codes(document)


def test_an_invalid_operator_does_not_end_the_page() -> None:
    document = read_pdf(page_of(b"(x) (y) /F cm BT /F 9 Tf (x) (y) Td ET " + SHOWN))

    assert WORDS in document.text


@pytest.mark.parametrize(
    "attributes",
    [
        b"/MediaBox[612 792 0 0]",
        b"/MediaBox[0 0 0 0]",
        b"/MediaBox[0 0]",
        b"/MediaBox(box)",
        b"/MediaBox[0 0 %s %s]" % (INFINITE, INFINITE),
        b"/MediaBox[0 0 612 792]/Rotate[90]",
        b"/MediaBox[0 0 612 792]/Rotate 45",
        b"/MediaBox[0 0 612 792]/CropBox[/a]",
    ],
)
def test_a_page_of_impossible_size(attributes: bytes) -> None:
    page = PAGE.replace(b"/MediaBox[0 0 612 792]", attributes)

    assert read_pdf(pdf([CATALOG, PAGES, page, stream(SHOWN), FONT])).text == WORDS


@pytest.mark.parametrize(
    "drawn",
    [
        b"BT /F 10 Tf %s 500 Td (x) Tj ET " % INFINITE,
        b"BT /F %s Tf 72 500 Td (x) Tj ET " % INFINITE,
        b"q %s 0 0 -%s 0 0 cm BT /F 1 Tf (x) Tj ET Q " % (INFINITE, INFINITE),
        b"BT /F 0.0000001 Tf 72 500 Td (x) Tj 0 -1 Td (x) Tj ET ",
    ],
)
def test_glyphs_at_impossible_positions(drawn: bytes) -> None:
    assert read_pdf(page_of(drawn + SHOWN)).text == WORDS


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"/F 5 0 R", b"/G 5 0 R"),
        (b"/F 5 0 R", b"/F 9 0 R"),
        (b"ET", b"\xe7T"),
        (b"/BaseFont", b"/ToUnicode 3 0 R/BaseFont"),
    ],
    ids=["name", "font", "operator", "tounicode"],
)
def test_a_changed_byte_that_may_lose_text_is_reported(right: bytes, wrong: bytes) -> None:
    whole = page_of(SHOWN)

    assert codes(read_pdf(whole.replace(right, wrong))) & LOSS
    assert not codes(read_pdf(whole))


def test_an_object_missing_from_the_cross_reference_table_is_found() -> None:
    whole = page_of(SHOWN)
    entry = whole.index(b" 00000 n", whole.index(b"xref") + 90) - 10

    document = read_pdf(whole[:entry] + b"00000<" + whole[entry + 6 :])
    assert document.text == WORDS
    assert "damaged-file" in codes(document)


# --- page trees, cycles and references ------------------------------------------------------------


def test_a_page_tree_with_a_cycle_still_has_its_pages() -> None:
    tree = b"<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 3>>"
    document = read_pdf(pdf([CATALOG, tree, PAGE, stream(SHOWN), FONT]))

    assert document.text == WORDS
    assert "lost-pages" in codes(document)


def test_one_bad_page_does_not_lose_the_others() -> None:
    tree = b"<</Type/Pages/Kids[99 0 R 6 0 R 3 0 R]/Count 3>>"
    document = read_pdf(pdf([CATALOG, tree, PAGE, stream(SHOWN), FONT, b"(no page)"]))

    assert document.text == WORDS
    assert "lost-pages" in codes(document)


@pytest.mark.parametrize(
    "objects",
    [
        [CATALOG, b"2 0 R"],
        [b"1 0 R", PAGES],
        [CATALOG, PAGES, b"4 0 R", b"3 0 R"],
        [CATALOG, PAGES, PAGE, b"4 0 R", FONT],
        [CATALOG, PAGES, PAGE, b"[4 0 R 4 0 R]", FONT],
        [CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"],
        [CATALOG, b"<</Type/Pages/Kids[]/Count 100000>>"],
    ],
)
def test_cycles_of_references(objects: list[bytes]) -> None:
    with pytest.raises(DamagedSource, match="fetch the file again"):
        read_pdf(pdf(objects), limits=ENDS)


def test_broken_page_labels_are_ignored() -> None:
    labels = CATALOG.replace(b"/Pages", b"/PageLabels<</Nums[0<</S/R/St 99999>>]>>/Pages")

    assert read_pdf(pdf([labels, PAGES, PAGE, stream(SHOWN), FONT])).text == WORDS


def test_a_cycle_of_previous_cross_reference_sections() -> None:
    whole = page_of(SHOWN)
    ring = whole.replace(b"/Root", b"/Prev %d/Root" % whole.index(b"xref\n0"))

    assert read_pdf(ring, limits=ENDS).text == WORDS


def test_a_truncated_linearized_file_is_read() -> None:
    """A linearized file has a trailer near its beginning, which refers to pages at its end."""
    early = page_of(SHOWN).replace(
        b"1 0 obj", b"trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n1 0 obj", 1
    )

    assert read_pdf(early[: early.rindex(b"xref\n0")]).text == WORDS


# --- limits ---------------------------------------------------------------------------------------

ZEROS = zlib.compress(b"0" * 30_000_000, 9)


def bombs() -> Iterator[tuple[str, bytes]]:
    yield "ascii85", page_of(base64.a85encode(ZEROS) + b"~>", b"/Filter[/A85/Fl]")
    yield "hex", page_of(ZEROS.hex().encode() + b">", b"/Filter[/ASCIIHexDecode/FlateDecode]")
    yield "runs", page_of(zlib.compress(b"\x81 " * 200_000), b"/Filter[/FlateDecode/RL]")
    yield "head", page_of(b"\n" + ZEROS, PACKED)
    form = stream(ZEROS, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + PACKED)
    page = PAGE.replace(b"/Font", b"/XObject<</X 6 0 R>>/Font")
    yield "form", pdf([CATALOG, PAGES, page, stream(b"/X Do"), FONT, form])
    half = zlib.compress(b" " * 6_000_000)
    page = PAGE.replace(b"/Contents 4 0 R", b"/Contents[4 0 R 6 0 R]")
    yield "together", pdf([CATALOG, PAGES, page, *[stream(half, PACKED), FONT] * 2])


@pytest.mark.parametrize(("name", "data"), list(bombs()), ids=lambda value: str(value)[:12])
def test_decompression_bombs_of_every_filter(name: str, data: bytes) -> None:
    kind = DamagedSource if name == "head" else LimitExceeded
    with pytest.raises(kind):
        unreport.read(data, limits=PdfLimits(unpacked_bytes=10_000_000))


def test_the_memory_limit_is_per_page_not_for_their_sum() -> None:
    content = zlib.compress(SHOWN + b" " * 6_000_000)
    pages = three_pages(b"").replace(stream(b""), stream(content, PACKED))
    document = read_pdf(pages, limits=PdfLimits(unpacked_bytes=10_000_000))

    assert document.text.count(WORDS) == 3


def of_font(font: bytes, *more: bytes) -> bytes:
    shown = b"BT /F 10 Tf 72 300 Td <00410042> Tj ET " + SHOWN.replace(b"/F", b"/G")
    page = PAGE.replace(b"/F 5 0 R", b"/F 5 0 R/G 6 0 R")
    return pdf([CATALOG, PAGES, page, stream(shown), font, FONT, *more])


COMPOSITE = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[7 0 R]%s>>"
DESCENDANT = (
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)"
    b"/Ordering(Identity)/Supplement 0>>/FontDescriptor<</FontName/X/Flags 4 %s>>%s>>"
)
GROUP = struct.pack(">HII", 0, 0, 0) + struct.pack(">IIII", 1, 0, 0xFFFFFFFF, 0)
CMAP = struct.pack(">HH", 0, 1) + struct.pack(">HHLH", 3, 10, 12, 12) + GROUP
TRUETYPE = b"\0\1\0\0" + struct.pack(">HHHH4sLLL", 1, 0, 0, 0, b"cmap", 0, 28, len(CMAP)) + CMAP


def letters(text: bytes) -> bytes:
    packed = stream(zlib.compress(text), PACKED)
    return of_font(COMPOSITE % b"/ToUnicode 8 0 R", DESCENDANT % (b"", b""), packed)


@pytest.mark.parametrize(
    "data",
    [
        letters(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange"),
        letters(b"(\\0\\0\\0\\0) (\\377\\377\\377\\377) <0041> endbfrange"),
        letters(b"1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange"),
        letters(b"1 beginbfchar " + b"<0041> <0041> " * 600_000),
        letters(b"1 beginbfchar <0041> <%s> endbfchar" % (b"0041" * 40_000)),
        of_font(COMPOSITE % b"", DESCENDANT % (b"", b"/W[0 4000000000 500]")),
        of_font(COMPOSITE % b"", DESCENDANT % (b"/FontFile2 8 0 R", b""), stream(TRUETYPE)),
        of_font(b"<</Type/Font/Subtype/Type0/DescendantFonts[5 0 R]>>"),
        of_font(b"<</Type/Font/Subtype/Type3>>"),
        of_font(b"<</Type/Font/Subtype/TrueType/BaseFont[1]/Widths(x)/FontDescriptor 5 0 R>>"),
    ],
    ids="range string cids many long widths outlines cycle type3 odd".split(),
)
def test_fonts_that_are_bombs_or_broken(data: bytes) -> None:
    """Their text is lost; that of the other font is not."""
    assert WORDS in read_pdf(data).text


def table(cells: int) -> bytes:
    """Rows of twenty numbers in small type, as budgets have them."""
    return placed(
        *((40 + 27 * (n % 20), 780 - n // 20 * 4, f"{n:04}") for n in range(cells)), size=3
    )


def rules(count: int) -> bytes:
    """Ruling lines at seven hundred heights."""
    return b"".join(b"72 %d 100 1 re f " % (n % 700) for n in range(count))


CONTENTS: dict[str, tuple[int, Callable[[int], bytes]]] = {
    "string": (3_000_000, lambda n: b"(" * n),
    "picture": (2_000_000, lambda n: SHOWN + b"BI /W 1 /H 1 ID " + b"E" * n),
    "arrays": (200_000, lambda n: b"[" * n + SHOWN),
    "number": (8_000_000, lambda n: b"0" * n),
    "one rule": (20_000, lambda n: b"72 72 100 1 re f " * n + SHOWN),
    "rules": (
        20_000,
        lambda n: rules(n) + SHOWN,
    ),
    "table": (4_000, table),
}
"""Contents, with a length at which quadratic cost of compiled functions would pass the limit."""


@pytest.mark.parametrize(("long", "content"), CONTENTS.values(), ids=CONTENTS)
def test_cost_grows_no_faster_than_the_content(long: int, content: Callable[[int], bytes]) -> None:
    assert not isinstance(attempt(page_of(content(long))), LimitExceeded)
    assert growth(attempt, lambda size: page_of(content(size)), 300) < LINEAR


def test_an_endless_cross_reference_section() -> None:
    entries = struct.pack(">BIH", 0, 0, 0)
    body = b"%PDF-1.5\n1 0 obj\n" + CATALOG + b"\nendobj\n"
    data = body + b"9 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF" % (
        stream(entries, b"/Type/XRef/W[1 4 2]/Root 1 0 R/Size 9/Index[0 2 2 4000000000]"),
        len(body),
    )
    with pytest.raises((LimitExceeded, DamagedSource)):
        read_pdf(data, limits=PdfLimits(seconds=1))


def test_nested_form_xobjects() -> None:
    """Thirty, each drawing the next one twice."""
    page = PAGE.replace(b"/Font", b"/XObject<</X 6 0 R>>/Font")
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
    forms = [stream(b"/X Do /X Do", head % number) for number in range(7, 37)]
    with pytest.raises(LimitExceeded, match=r"more than 0\.5 seconds"):
        unreport.parse(
            pdf([CATALOG, PAGES, page, stream(b"/X Do"), FONT, *forms]),
            limits=PdfLimits(seconds=0.5),
        )


def test_too_many_pages() -> None:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 203))
    tree = b"<</Type/Pages/Kids[%s]/Count 200>>" % kids
    with pytest.raises(LimitExceeded, match="more than 100 pages"):
        read_pdf(pdf([CATALOG, tree, *[PAGE] * 200]), limits=PdfLimits(pages=100))


# --- encryption -----------------------------------------------------------------------------------


@pytest.mark.parametrize("said", [b"<</Filter/Nope>>", b"<</Filter/Standard/V 9/R 9>>", b"5 0 R"])
def test_an_unknown_encryption_method(said: bytes) -> None:
    with pytest.raises(EncryptedSource, match="save a copy"):
        read_pdf(pdf([CATALOG, PAGES, PAGE, stream(SHOWN), FONT], b"/Encrypt " + said))


# --- the command line -----------------------------------------------------------------------------


def test_the_command_line_prints_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(three_pages()[:300])

    assert main(["parse", str(path)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "x.pdf: " in line
    assert "fetch" in line


def test_an_unknown_predefined_cmap() -> None:
    letters_of = letters(b"2 beginbfchar <0041> <0041> <0042> <0042> endbfchar")
    document = read_pdf(letters_of.replace(b"Identity-H", b"Identity-!"))

    assert document.lines[1].text == "AB"
    assert "lost-text" in codes(document)


# --- wrong text layers ----------------------------------------------------------------------------

ENGLISH = (
    "the question of equal access was first raised by the requesting state and the committee "
    "found that a sufficient quantity of equipment was required for the final inquiry to confirm "
    "the specific findings of the inquiry with adequate frequency and that the quality of the "
    "field offices for the affected families was quite insufficient in the first quarter the "
    "financing of frequent visits by qualified staff to the affected fields was considered and "
    "the consequences of the acquired liquid assets were equally unique to fifteen villages with "
    "firm requests that the officials of the facility be acquainted with the difficult findings "
    "of the quick survey on equity for fishing in tranquil waters and for the fifth time its "
    "techniques were adequately fixed by the unqualified firefighters in the mosque on the fiscal "
    "requirements of the queen that conquered the first inquisition with frequent antiquities"
)


def test_a_tounicode_cmap_that_is_partly_wrong() -> None:
    words = ENGLISH.split()
    rows = [" ".join(words[at : at + 12]) for at in range(0, len(words), 12)]
    wrong = [row.translate(str.maketrans("fq", "iu")) for row in rows]
    (doubt,) = [d for d in read_pdf(set_lines(wrong)).doubts if d.code == "doubtful-letters"]

    assert "page 1: the font Helvetica gives letters" in doubt.message
    assert "uuestion" in doubt.message or "reuuired" in doubt.message or "iirst" in doubt.message
    assert "doubtful-letters" not in codes(read_pdf(set_lines(rows)))


def test_a_language_that_is_not_known_is_not_doubted() -> None:
    words = (
        "a tradição não é uma solução da nação e as questões são de consideração pela comissão que "
        "para aplicação das disposições não tem informação da situação dos direitos com relação à "
        "proteção da população na região segundo a decisão sobre violação e reparação da obrigação"
    ).split()
    rows = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)] * 3

    assert "doubtful-letters" not in codes(read_pdf(set_lines(rows)))


def test_a_page_of_graphics_has_no_text_layer() -> None:
    with pytest.raises(NoTextLayer, match="OCR"):
        read_pdf(page_of(b"72 72 100 1 re f"))
