"""Formats by content: read as what they are, or refused by name."""

import base64
from io import BytesIO
from zipfile import ZipFile

import pytest
from odt_files import odt, p
from word_files import docx, paragraph, zipped

import unreport
from unreport.errors import UnreadableSource

PKG = "http://schemas.microsoft.com/office/2006/xmlPackage"


def flat(data: bytes) -> bytes:
    parts = ""
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            binary = base64.b64encode(content).decode()
            xml = content.decode().partition("?>")[2] or content.decode()
            inner = (
                f"<pkg:binaryData>{binary}</pkg:binaryData>"
                if "Content_Types" in name
                else f"<pkg:xmlData>{xml}</pkg:xmlData>"
            )
            parts += f'<pkg:part pkg:name="/{name}">{inner}</pkg:part>'
    head = '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    return f'{head}<pkg:package xmlns:pkg="{PKG}">{parts}</pkg:package>'.encode()


def test_flat_opc_is_read() -> None:
    document = unreport.read(flat(docx(paragraph("One.") + paragraph("Two."))), name="x.xml")

    assert document.text == "One.\nTwo."
    assert (document.source.media_type or "").endswith("wordprocessingml.document")


@pytest.mark.parametrize("kind", ["template", "macroEnabledTemplate", "macroEnabled", "document"])
def test_templates_and_files_with_macros_are_read(kind: str) -> None:
    parts: dict[str, str | bytes] = {}
    with ZipFile(BytesIO(docx(paragraph("Text.")))) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    parts["[Content_Types].xml"] = (
        parts["[Content_Types].xml"].decode().replace("document.main", f"{kind}.main")  # type: ignore[union-attr]
    )
    parts["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"

    assert unreport.read(zipped(parts), name="x.dotm").text == "Text."


WORD_2003 = (
    b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument '
    b'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body/></w:wordDocument>'
)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (WORD_2003, "Word 2003 XML"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>', "SVG"),
        (b'<?xml version="1.0"?><book><title>x</title></book>', "XML document (book)"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- c -->\n<rss><a/></rss>', "XML document (rss)"),
        (b"\xdb\xa5\x2d\x00" + bytes(200), "Word 2.0"),
        (b"\xdc\xa5\x65\x00" + bytes(200), "Word 6.0/95"),
        (b"\xffWPC" + bytes(200), "WordPerfect"),
        (b"%!PS-Adobe-3.0\n\x04", "PostScript"),
    ],
)
def test_other_formats_are_refused_by_name(data: bytes, named: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        unreport.read(data, name="report.txt")
    assert named in caught.value.message


STYLE = "<style>" + ".c{margin:0}" * 1_000 + "</style>"


@pytest.mark.parametrize(
    "page",
    [
        f"<div>{STYLE}<p>One.</p><p>Two.</p></div>",
        f"<!-- {'x' * 9_000} --><p>One.</p><p>Two.</p><br>",
        "<p>One.</p>\n<p>Two.</p>\n<hr><br>",
        "One.<p>Two.</p>" + "<p></p><p> </p>" * 3,
    ],
)
def test_html_fragments(page: str) -> None:
    document = unreport.read(page.encode(), name="x.txt")

    assert [line.text for line in document.lines] == ["One.", "Two."]
    assert document.source.media_type == "text/html"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32", "utf-32-be"])
def test_pages_in_wide_encodings(encoding: str) -> None:
    page = "<html><head><title>x</title></head><body><p>One.</p><p>Второй.</p></body></html>"
    document = unreport.read(page.encode(encoding))

    assert [line.text for line in document.lines] == ["One.", "Второй."]


def test_text_with_a_less_than_sign_stays_text() -> None:
    document = unreport.read(b"Values < 5 and > 3\n\n<not a tag> in text")

    assert document.source.media_type != "text/html"


def mail(fields: str, body: bytes) -> bytes:
    return (
        f"From: a@example.org\r\nSubject: Report\r\nMIME-Version: 1.0\r\n{fields}\r\n".encode()
        + body
    )


ARABIC = "اجتمعت اللجنة في فيينا."
MIXED_BODY = (
    b"\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nOne.\r\n\r\nTwo.\r\n"
    b"--b\r\nContent-Type: application/pdf\r\n"
    b'Content-Disposition: attachment; filename="a.pdf"\r\n\r\nx\r\n--b--\r\n'
)
MIXED = ('Content-Type: multipart/mixed; boundary="b"\r\n', MIXED_BODY)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (mail("Content-Type: text/plain\r\n", b"One.\r\n\r\nTwo."), ["One.", "Two."]),
        (
            mail(
                "Content-Type: text/plain; charset=windows-1256\r\n"
                "Content-Transfer-Encoding: base64\r\n",
                base64.b64encode(ARABIC.encode("cp1256")),
            ),
            [ARABIC],
        ),
        (mail("Content-Type: text/html\r\n", b"<p>One.</p><p>Two.</p>"), ["One.", "Two."]),
        (mail(*MIXED), ["One.", "Two."]),
    ],
)
def test_mail_is_read(data: bytes, expected: list[str]) -> None:
    document = unreport.read(data, name="x.eml")

    assert [line.text for line in document.lines] == expected
    assert document.source.media_type == "message/rfc822"


def test_attachments_of_a_mail_are_a_doubt() -> None:
    (doubt,) = unreport.read(mail(*MIXED)).doubts

    assert (doubt.code, "a.pdf" in doubt.message) == ("unread-part", True)


def test_a_mail_without_text_is_refused() -> None:
    data = mail("Content-Type: application/pdf\r\nContent-Disposition: attachment\r\n", b"x")
    with pytest.raises(UnreadableSource, match="e-mail without text"):
        unreport.read(data)


def test_a_memorandum_is_no_mail() -> None:
    document = unreport.read(b"To: All members\nFrom: The Secretary\nSubject: Report\n\nText.")

    assert document.lines[0].text == "To: All members"


def test_an_opendocument_file_without_styles_whose_parts_are_in_any_order() -> None:
    with ZipFile(BytesIO(odt(p("1. The Committee met.")))) as archive:
        content, kind = archive.read("content.xml").decode(), archive.read("mimetype").decode()

    parts = {"META-INF/manifest.xml": "<x/>", "content.xml": content, "mimetype": kind}

    assert unreport.read(zipped(parts)).text == "1. The Committee met."


@pytest.mark.parametrize("indent", [0, 2])
def test_a_report_that_was_written_as_json_is_no_text(indent: int) -> None:
    written = unreport.to_json(unreport.parse_text("1. The Committee met."), indent=indent)

    with pytest.raises(UnreadableSource, match="from_json` reads it"):
        unreport.parse(written.encode())

    assert unreport.parse(b'{"version": 1, "symbol": "A/80/1"}').text
