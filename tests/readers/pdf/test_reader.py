"""PDFs of several producers, each with known text; and PDFs that cannot or must not be read."""

import zlib
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest
from pdf_files import CATALOG, FIXTURES, FONT, PAGE, PAGES, page_of, pdf, set_lines, stream

from unreport.document import Document
from unreport.errors import (
    DamagedSource,
    EncryptedSource,
    GarbledText,
    LimitExceeded,
    NoTextLayer,
    UnreadableSource,
)
from unreport.readers.file_types import is_pdf
from unreport.readers.pdf.file import limits
from unreport.readers.pdf.file.limits import PdfLimits
from unreport.readers.pdf.reader import read_pdf

PDFS = sorted(FIXTURES.glob("*.pdf"))


def joined(document: Document, role: str) -> list[str]:
    """Paragraphs as the parser joins them, without note references."""
    out: list[str] = []
    goes_on = False
    for line in document.lines:
        if line.role != role:
            continue
        text = line.text
        for start, end in reversed(line.calls):
            text = text[:start] + text[end:]
        if not goes_on:
            out.append(text)
        elif out[-1].endswith("\N{SOFT HYPHEN}"):
            out[-1] = out[-1][:-1] + text
        else:
            out[-1] += text if out[-1][-1] in "-/" else f" {text}"
        goes_on = line.ends is False
    return out


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_every_paragraph_is_exact(path: Path) -> None:
    document = read_pdf(path.read_bytes(), path.name)
    body, _, notes = (
        (FIXTURES / f"{path.stem.split('.')[0]}.txt").read_text(encoding="utf-8").partition("\n\n")
    )
    found = joined(document, "body")

    for paragraph in body.splitlines():
        assert paragraph in found
    if any(line.role == "note" for line in document.lines):
        assert [note.split(" ", 1)[1] for note in joined(document, "note")] == notes.splitlines()
    assert not document.doubts


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_lines_have_a_page_and_a_box(path: Path) -> None:
    document = read_pdf(path.read_bytes(), path.name)

    assert document.source.pages
    for line in document.lines:
        assert document.text[line.start : line.end] == line.text
        assert line.page is not None
        assert line.page <= document.source.pages
        assert line.box is not None
        assert line.box[0] < line.box[2]
        assert line.box[1] < line.box[3]


def test_running_heads_and_page_numbers_have_roles() -> None:
    document = read_pdf((FIXTURES / "ar.weasyprint.pdf").read_bytes())
    furniture = [line.text for line in document.lines if line.role in {"head", "foot"}]

    assert furniture == ["V.31-00417 (A)", "CTOC/COP/WG.2/2031/L.1/Add.2", "V.31-00417 (A)"]


def test_masthead_is_read_by_columns() -> None:
    document = read_pdf((FIXTURES / "en.weasyprint.pdf").read_bytes())
    texts = [line.text for line in document.lines[:5]]

    assert texts[0] == "General Assembly"
    assert texts[2:] == ["Distr.: Limited", "3 March 2031", "Original: English"]


def test_note_references_have_offsets() -> None:
    document = read_pdf((FIXTURES / "ar.weasyprint.pdf").read_bytes())
    calls = [line.text[a:b] for line in document.lines for a, b in line.calls]

    assert calls == ["(١)"]


# --- what cannot be read --------------------------------------------------------------------------


def test_a_pdf_is_detected_by_its_header() -> None:
    assert is_pdf(b"\n\n%PDF-1.4")
    assert is_pdf(b"Server: x\nContent-Type: application/pdf\n\n%PDF-1.4")  # saved with its header
    assert not is_pdf(b"PK\x03\x04")
    assert not is_pdf(
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
        b"Content-Type: application/pdf\n\n%PDF-1.4"
    )
    with pytest.raises(UnreadableSource):
        read_pdf(b"plain words")


def test_a_scan_is_refused_with_advice() -> None:
    picture = page_of(b"q 100 0 0 100 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q")

    with pytest.raises(NoTextLayer, match="OCR"):
        read_pdf(picture, "scan.pdf")


def test_an_encrypted_pdf_is_refused() -> None:
    locked = pdf(
        [CATALOG, PAGES],
        b"/Encrypt<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>/ID[<00><00>]"
        % (b"a" * 32, b"b" * 32),
    )

    with pytest.raises(EncryptedSource, match="password"):
        read_pdf(locked)


def test_a_garbled_text_layer_is_refused() -> None:
    rows = ['E@&,H #,2@B"F>@FH4 *,:,("H@& <" 2"F,*"<44 %D,*:@0,<4b *:b'] * 30

    with pytest.raises(GarbledText, match="OCR"):
        read_pdf(set_lines([row.replace("(", "") for row in rows]))


def test_words_of_one_letter_make_no_language() -> None:
    # Russian in an 8-bit font of its own, in which a, o and y are frequent letters or signs
    rows = ["C a ?C'!=31!O3a o 7?=%+=O3a y #W+]3=+==YM a %&G@#&P H2BZ:H* o <=>!QX"] * 30

    with pytest.raises(GarbledText, match="OCR"):
        read_pdf(set_lines(rows))


def test_a_slanted_watermark_is_not_read_letter_by_letter() -> None:
    slanted = b"BT /F 40 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (DRAFT) Tj ET "
    document = read_pdf(page_of(b"BT /F 10 Tf 72 700 Td (The Committee met.) Tj ET " + slanted))

    assert [line.text for line in document.lines] == ["The Committee met."]
    (doubt,) = document.doubts
    assert doubt.code == "turned-text"
    assert "DRAFT" in doubt.message


def test_a_short_text_layer_is_not_refused() -> None:
    document = read_pdf(
        set_lines(["The Committee took note of the report of the Secretary-General."])
    )

    assert document.lines[0].text.startswith("The Committee took note")


@pytest.mark.parametrize(
    "tree",
    [
        b"<</Type/Pages/Kids[2 0 R]/Count 1>>",
        b"<</Type/Pages/Kids[]/Count 100000>>",
        b"<</Type/Pages/Kids[%s]/Count 5000>>" % b" ".join(b"%d 0 R" % n for n in range(9, 5009)),
    ],
    ids=["itself", "none", "missing"],
)
def test_a_page_tree_without_pages(tree: bytes) -> None:
    with pytest.raises(DamagedSource):
        read_pdf(pdf([CATALOG, tree]))


def test_a_decompression_bomb_is_refused() -> None:
    bomb = zlib.compress(b"0" * 30_000_000, 9)
    twice = zlib.compress(bomb, 9)

    for packed, filters in ((bomb, b"/FlateDecode"), (twice, b"[/FlateDecode/FlateDecode]")):
        with pytest.raises(LimitExceeded, match="unpacks"):
            read_pdf(
                page_of(packed, b"/Filter " + filters), limits=PdfLimits(unpacked_bytes=10_000_000)
            )


@pytest.mark.parametrize("operators", [b"q Q ", b"BT /F 9 Tf (aaaa) Tj ET ", b"0 0 m 9 9 l S "])
def test_time_is_limited(operators: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a clock on which a second passes whenever it is looked at."""
    ticks = count()
    clock = SimpleNamespace(monotonic=ticks.__next__, thread_time=ticks.__next__)
    monkeypatch.setattr(limits, "time", clock)
    long = page_of(operators * 400_000)

    with pytest.raises(LimitExceeded, match="more than 2 seconds"):
        read_pdf(long, limits=PdfLimits(seconds=2))


@pytest.mark.parametrize("share", range(0, 100, 7))
def test_a_truncated_file_is_read_or_refused(share: int) -> None:
    whole = (FIXTURES / "ar.weasyprint.pdf").read_bytes()
    try:
        document = read_pdf(whole[: len(whole) * share // 100])
    except (DamagedSource, NoTextLayer, UnreadableSource, GarbledText):
        return
    assert document.doubts


def test_a_missing_cross_reference_table_is_reported() -> None:
    whole = (FIXTURES / "en.reportlab.pdf").read_bytes()
    document = read_pdf(whole[: whole.rfind(b"xref")])

    assert "damaged-file" in {issue.code for issue in document.doubts}


def test_a_list_of_names_in_capitals_is_not_garbled() -> None:
    names = ["LIST OF PARTICIPANTS", *[f"Ms. NIAMH O CONNOR DUBOIS {n} NORLAND" for n in range(60)]]

    assert read_pdf(set_lines(names)).lines[0].text == "LIST OF PARTICIPANTS"


@pytest.mark.parametrize(
    "matrix",
    [
        b"-1 0 0 -1 72 700 Tm /F -10 Tf",
        b"-2 0 0 -2 72 700 Tm /F -5 Tf",
        b"1 0 0 1 72 700 Tm /F 10 Tf",
    ],
)
def test_a_negative_font_size_turns_the_glyphs_and_the_line(matrix: bytes) -> None:
    document = read_pdf(page_of(b"BT " + matrix + b" (The Committee met in Vienna.) Tj ET"))

    assert document.text == "The Committee met in Vienna."
    assert document.lines[0].box is not None
    assert round(document.lines[0].box[0]) == 72


@pytest.mark.parametrize("corner", [(0, 0), (-12, -12), (30, 40), (-30, 20)])
def test_a_page_whose_corner_is_not_the_origin(corner: tuple[int, int]) -> None:
    x, y = corner
    cells = [("Member", "Date"), ("Algeria", "3 March"), ("Brazil", "14 March")]
    shown = "".join(
        f"1 0 0 1 {76 + 120 * column} {686 - 20 * row} Tm ({text}) Tj "
        for row, own in enumerate(cells)
        for column, text in enumerate(own)
    )
    rules = "".join(f"72 {700 - 20 * n} m 312 {700 - 20 * n} l S " for n in range(4))
    rules += "".join(f"{x0} 640 m {x0} 700 l S " for x0 in (72, 192, 312))
    page = PAGE.replace(b"[0 0 612 792]", b"[%d %d %d %d]" % (x, y, x + 612, y + 792))
    content = stream(f"{rules} BT /F 10 Tf {shown} ET".encode())
    document = read_pdf(pdf([CATALOG, PAGES, page, content, FONT]))

    assert [line.cells for line in document.lines] == cells


@pytest.mark.parametrize(
    ("annotation", "shown"),
    [
        (b"/Subtype/Widget/FT/Tx/V(Ms. Diallo)", "Ms. Diallo"),
        (b"/Subtype/Widget/Parent<</FT/Tx/V(Ms. Diallo)>>", "Ms. Diallo"),
        (b"/Subtype/FreeText/Contents(Embargoed)", "Embargoed"),
        (b"/Subtype/Widget/FT/Tx/F 2/V(Ms. Diallo)", None),
        (b"/Subtype/Widget/FT/Btn/V/Yes", None),
        (b"/Subtype/Link/Contents(a tip)", None),
    ],
)
def test_text_of_annotations_is_a_doubt(annotation: bytes, shown: str | None) -> None:
    page = PAGE.replace(b"/Contents", b"/Annots[<<%s/Rect[0 0 9 9]>>]/Contents" % annotation)
    content = stream(b"BT /F 10 Tf 72 700 Td (The Chair: ) Tj ET")
    document = read_pdf(pdf([CATALOG, PAGES, page, content, FONT]))

    assert [doubt.message.endswith(f": {shown}") for doubt in document.doubts] == [True] * bool(
        shown
    )


def test_an_annotation_after_a_link() -> None:
    """An object that begins as a link is not parsed, so that its damage is of no consequence."""
    page = PAGE.replace(b"/Contents", b"/Annots[6 0 R 7 0 R]/Contents")
    link = b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://un.org"
    shown = b"<</Type/Annot/Subtype/FreeText/Rect[0 0 9 9]/Contents(Embargoed)>>"
    content = stream(b"BT /F 10 Tf 72 700 Td (The Chair: ) Tj ET")
    document = read_pdf(pdf([CATALOG, PAGES, page, content, FONT, link, shown]))

    assert [doubt.message.endswith(": Embargoed") for doubt in document.doubts] == [True]


@pytest.mark.parametrize("watermark", ["ADVANCE UNEDITED", "DRAFT", "CONFIDENTIAL"])
def test_a_watermark_across_the_rows_is_not_read_into_them(watermark: str) -> None:
    row = "The Committee took note of the report and invited Member States to submit their views."
    rows = b"".join(b"1 0 0 1 72 %d Tm (%s) Tj " % (700 - 14 * n, row.encode()) for n in range(9))
    large = b"/F 40 Tf 1 0 0 1 80 644 Tm (%s) Tj " % watermark.encode()
    document = read_pdf(page_of(b"BT " + large + b"/F 11 Tf " + rows + b"ET"))

    assert document.text == "\n".join([row] * 9)
    assert [doubt.code for doubt in document.doubts] == ["turned-text"]


def test_a_title_in_large_type_is_no_watermark() -> None:
    title = b"/F 40 Tf 1 0 0 1 72 700 Tm (Annual report) Tj "
    content = b"BT " + title + b"/F 11 Tf 1 0 0 1 72 660 Tm (It met.) Tj ET"
    document = read_pdf(page_of(content))

    assert document.text == "Annual report\nIt met."
    assert document.doubts == ()
