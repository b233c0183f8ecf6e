"""Word files that are damaged, encrypted, of other formats, or malicious."""

import resource
import struct
import zipfile
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from executed_lines import growth
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import NAMESPACES, docx, level, numbered, numbering, paragraph, zipped

from unreport.errors import (
    DamagedSource,
    EncryptedSource,
    LimitExceeded,
    UnreadableSource,
    UnreportError,
)
from unreport.readers.word.reader import WordLimits, read_docx

DOCUMENT = "word/document.xml"
PLAIN = docx(paragraph("text"))


def repacked(data: bytes, **changed: bytes | str | None) -> bytes:
    """The archive with parts replaced, or removed if None; `_` is a slash in names."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    parts = {name.replace("__", "/"): content for name, content in changed.items()}
    kept = {name: content for name, content in (files | parts).items() if content is not None}
    return zipped(kept)


def with_document(xml: str) -> bytes:
    return repacked(PLAIN, **{"word__document.xml": xml})


def fails(data: bytes, kind: type[UnreportError]) -> str:
    with pytest.raises(kind) as caught:
        read_docx(data, "x.docx")
    assert caught.value.source == "x.docx"
    assert str(caught.value).startswith("x.docx: ")
    return caught.value.message


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
BODY = f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>"


@pytest.mark.parametrize(
    "xml",
    [
        f'<!DOCTYPE x [<!ENTITY e0 "ha">{ENTITIES}]>{BODY % "&e9;"}',
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{BODY % "&e;"}',
        f'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">{BODY % "x"}',
        f'<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>{BODY.replace("%s", "x")}',
    ],
    ids=["bomb", "file", "dtd", "parameter"],
)
def test_entities_are_refused(xml: str) -> None:
    assert "document type" in fails(with_document(xml), DamagedSource)


def test_entities_are_refused_in_any_encoding() -> None:
    xml = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY e "a">]>{BODY % "&e;"}'
    data = repacked(PLAIN, **{"word__document.xml": xml.encode("utf-16")})

    assert "document type" in fails(data, DamagedSource)


def test_a_zip_bomb_is_refused_before_decompression() -> None:
    bomb = with_document(BODY % (" " * 200_000_000))

    assert len(bomb) < 500_000
    assert "unpacks to" in fails(bomb, LimitExceeded)


def test_the_total_size_of_parts_is_limited() -> None:
    part = paragraph("x" * 200_000)
    limits = WordLimits(part=300_000, total=350_000)
    data = docx(paragraph("text"), header1=part, header2=part, styles=part, numbering=part)

    with pytest.raises(LimitExceeded, match="parts of this Word file unpack"):
        read_docx(data, limits=limits)


def declared(data: bytes, name: str, size: int) -> bytes:
    """The archive with another size declared for a file in its directory."""
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(name.encode()))
    return data[: at + 24] + struct.pack("<I", size) + data[at + 28 :]


def test_a_part_of_1_gb_declared() -> None:
    assert "1,000,000,000" in fails(declared(PLAIN, DOCUMENT, 10**9), LimitExceeded)


def test_a_size_declared_too_small() -> None:
    fails(declared(PLAIN, DOCUMENT, 10), DamagedSource)


def test_a_zip_in_a_zip_is_not_opened() -> None:
    nested = zipped({"inner.zip": zipped({"bomb": b"\0" * 10**7})})

    assert "inner.zip" in fails(nested, UnreadableSource)


def test_too_many_files() -> None:
    with pytest.raises(LimitExceeded, match="more than 3 files"):
        read_docx(PLAIN, limits=WordLimits(entries=3))


@pytest.mark.parametrize("keep", [4, 30, 200, -30, -1])
def test_truncated(keep: int) -> None:
    fails(PLAIN[:keep], UnreportError)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["xl/workbook.xml", "[Content_Types].xml"], "Excel"),
        (["ppt/presentation.xml", "[Content_Types].xml"], "PowerPoint"),
        (["mimetype", "content.xml"], "OpenDocument"),
        (["META-INF/container.xml", "mimetype"], "EPUB"),
        (["a.pdf", "b.pdf"], "a.pdf, b.pdf"),
        ([], "nothing"),
        (["[Content_Types].xml", "word/styles.xml"], "main part is missing"),
    ],
)
def test_zip_archives_of_other_formats(names: list[str], said: str) -> None:
    assert said in fails(zipped(dict.fromkeys(names, "<x/>")), UnreadableSource)


def test_a_main_part_of_another_vocabulary() -> None:
    fails(with_document("<html><body>text</body></html>"), UnreadableSource)
    fails(with_document(f"<w:document {NAMESPACES}/>"), UnreadableSource)


@pytest.mark.parametrize("xml", ["", "text", "<w:document", BODY % "\x01", BODY % "<w:t>"])
def test_malformed_xml(xml: str) -> None:
    assert DOCUMENT in fails(with_document(xml), DamagedSource)


def test_a_damaged_part() -> None:
    at = PLAIN.index(DOCUMENT.encode()) + len(DOCUMENT) + 5
    fails(PLAIN[:at] + b"\xff\xff\xff" + PLAIN[at + 3 :], DamagedSource)


def test_encrypted_files() -> None:
    at = PLAIN.rindex(b"PK\x01\x02", 0, PLAIN.rindex(DOCUMENT.encode()))
    locked = PLAIN[: at + 8] + b"\x01" + PLAIN[at + 9 :]

    assert "password" in fails(locked, EncryptedSource)


def test_missing_parts() -> None:
    body = (
        numbered("text", 1) + '<w:sectPr><w:headerReference w:type="default" r:id="no"/></w:sectPr>'
    )
    calls = paragraph("x").replace("</w:p>", '<w:r><w:footnoteReference w:id="9"/></w:r></w:p>')
    data = repacked(docx(body + calls), **{"word___rels__document.xml.rels": None})

    assert read_docx(data).text == "text\nx1"


def test_missing_and_malformed_relationships() -> None:
    bare = repacked(PLAIN, **{"_rels__.rels": None, "[Content_Types].xml": None})

    assert read_docx(bare).text == "text"
    assert read_docx(zipped({"Word\\Document.xml": BODY % "text"})).text == "text"


def test_strict_namespaces() -> None:
    strict = NAMESPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )

    assert read_docx(with_document((BODY % "text").replace(NAMESPACES, strict))).text == "text"


def test_deep_nesting() -> None:
    deep = "<w:sdt><w:sdtContent>" * 100 + paragraph("text") + "</w:sdtContent></w:sdt>" * 100
    deeper = deep.replace(paragraph("text"), deep).replace(paragraph("text"), deep)

    assert read_docx(docx(deep)).text == "text"
    fails(docx(deeper), DamagedSource)


def with_long_labels(numerals: int) -> bytes:
    """Two hundred labels of so many roman numerals, and styles that are based on each other."""
    long = numbering(
        {
            0: level(0, "lowerRoman", "%1" * numerals, start=2**31 - 1),
            1: '<w:numStyleLink w:val="A"/>',
        },
        {1: (0, ""), 2: (1, "")},
    )
    ring = (
        '<w:style w:type="{}" w:styleId="{}"><w:name w:val="x"/><w:basedOn w:val="{}"/>{}</w:style>'
    )
    link = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    styles = ring.format("paragraph", "P", "Q", "") + ring.format("paragraph", "Q", "P", "")
    styles += ring.format("numbering", "A", "A", link)
    body = numbered("x", 1) * 200 + numbered("y", 2) + paragraph("z", '<w:pStyle w:val="P"/>')
    return docx(body, numbering=long, styles=styles)


def test_long_labels_and_circular_styles() -> None:
    """A label is cut off before its numerals are written."""
    document = read_docx(with_long_labels(100_000))

    assert max(len(line.text) for line in document.lines) < 500
    assert growth(read_docx, with_long_labels, 1_000) < 1.1


def test_a_note_with_many_references_is_read_once() -> None:
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    data = docx(
        paragraph("x", inner=call * 5_000),
        footnotes=f'<w:footnote w:id="1">{paragraph("n" * 10_000)}</w:footnote>',
    )

    assert [line.role for line in read_docx(data).lines] == ["body", "note"]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damaged_files_raise_an_unreport_error_or_are_read(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(PLAIN) - 1))
    flipped = PLAIN[:at] + bytes([data.draw(st.integers(0, 255))]) + PLAIN[at + 1 :]
    with suppress(UnreportError):
        assert isinstance(read_docx(flipped, "x.docx").text, str)


def test_memory_stays_bounded() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(UnreportError):
        read_docx(with_document(BODY % ("<w:p/>" * 10_000_000)))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 600_000  # kilobytes


def test_checksums_are_checked() -> None:
    """A part with a wrong checksum is an error."""
    with zipfile.ZipFile(BytesIO(PLAIN)) as archive:
        crc = struct.pack("<I", zlib.crc32(archive.read(DOCUMENT)))
    fails(PLAIN.replace(crc, b"\0\0\0\0"), DamagedSource)


def test_a_cut_off_zip_that_is_no_word_file() -> None:
    with pytest.raises(DamagedSource, match="hardly a Word file"):
        read_docx(zipped({"report.txt": "1. It met."})[:-30])
    with pytest.raises(DamagedSource, match="looks like a Word file"):
        read_docx(docx(paragraph("1. It met."))[:-30])
