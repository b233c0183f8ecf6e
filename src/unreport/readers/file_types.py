"""File formats by signature (content sniffing), without the libraries that read them."""

from __future__ import annotations

import codecs
import re
from io import BytesIO

from unreport.text.lazy_patterns import lazy_pattern

PDF_HEADER_ZONE = 1024  # bytes in which `%PDF-` may begin
ZIP_SIGNATURE = b"PK\x03\x04"
EMPTY_ZIP_SIGNATURE = b"PK\x05\x06"
CFB_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF_SIGNATURE = b"{\\rtf"
SNIFF_SIZE = 4_096  # bytes
HTML_ZONE = 65_536  # bytes in which the tags of a fragment are counted

# OpenDocument: the entry `mimetype` is the first of the archive (ODF 1.3 part 2, 3.3)
MIMETYPE = slice(30, 38)  # the name of the first entry
ODF_TEXT = b"application/vnd.oasis.opendocument.text"
# Without a mimetype, or with one that is not first, by the names in the directory at the end
DIRECTORY_ZONE = 65_536  # bytes
ODF_CONTENT = b"content.xml"
ODF_ENTRIES = (b"META-INF/manifest.xml", b"styles.xml")  # of which ODF requires one
WORD_ENTRY = b"[Content_Types].xml"
XML_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|office:document|pkg:package)\b")
# RFC 5322: `From: …`, `MIME-Version: 1.0`, folded lines, mailbox lines `From a@b.org Mon …`
MAIL_HEADER = re.compile(
    rb"\A(?:From [^\r\n]*\r?\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*+)++"
)
MAIL_FIELD = lazy_pattern(
    rb"^(?:MIME-Version|Message-ID|Received|Return-Path|Content-Type|Content-Transfer-Encoding):",
    re.IGNORECASE | re.MULTILINE,
)
# Of a mail without these fields: `From: a@b.org`, `Date: Mon, 3 May 2027 10:00:00 +0000`
MAIL_SENDER = lazy_pattern(rb"^From:[^\r\n@]*+@", re.IGNORECASE | re.MULTILINE)
MAIL_DATE = lazy_pattern(
    rb"^Date:\s*+(?:[A-Za-z]{3},\s*+)?\d{1,2}\s[A-Za-z]{3}\s\d{4}\s\d\d:\d\d",
    re.IGNORECASE | re.MULTILINE,
)
# Of a PDF that was sent by HTTP
SENT_PDF = lazy_pattern(rb"^content-type:[ \t]*application/", re.IGNORECASE | re.MULTILINE)
HTML_START = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+|<!--(?>.*?-->)\s*+)*+<(?:!doctype\s++html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
HTML_TAG = lazy_pattern(
    rb"<(?:p|div|table|tr|td|h[1-6]|br|span|font|center|ul|ol|meta)\b[^<]*>", re.IGNORECASE
)
END_TAG = lazy_pattern(
    rb"</(?:p|div|table|tr|td|h[1-6]|span|font|center|ul|ol|b|i)\s*>", re.IGNORECASE
)
NOT_CONTENT = lazy_pattern(rb"<style\b|<script\b|<!--")
NOT_CONTENT_ENDS = {b"<style": b"</style", b"<script": b"</script", b"<!--": b"-->"}
WIDE_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
HTTP_HEADER = lazy_pattern(rb"\AHTTP/[^\r\n]*+\r?\n(?:[^\r\n]++\r?\n)*+\r?\n")
TABLE_TAG = lazy_pattern(rb"<table\b", re.IGNORECASE)
BLOCK_TAG = lazy_pattern(
    rb"<(?:p|div|tr|td|h[1-6]|br|font|center|ul|ol|li|meta)\b[^<]*>", re.IGNORECASE
)
BLANK_LINE = lazy_pattern(rb"\n[ \t\r]*\n")
FEWEST_PARAGRAPHS = 3  # of a text in Markdown
MIN_TAGS = 3  # in text that begins with a tag
# MHTML (RFC 2557): `MIME-Version: 1.0 … Content-Type: multipart/related`
MHTML_HEADER = lazy_pattern(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def is_pdf(data: bytes) -> bool:
    """Whether the signature of a PDF is near the beginning, also after the header of HTTP.

    It is not that of a PDF attached to a mail.
    """
    if b"%PDF-" not in data[:PDF_HEADER_ZONE]:
        return False
    return SENT_PDF.search(_mail_header(data)) is not None or not is_mail(data)


def is_zip(data: bytes) -> bool:
    """Whether bytes are a zip archive, as Word files are."""
    return data.startswith((ZIP_SIGNATURE, EMPTY_ZIP_SIGNATURE))


def is_compound_file(data: bytes) -> bool:
    """Whether bytes are a compound file (MS-CFB): .doc, encrypted .docx, other Office files."""
    return data.startswith(CFB_SIGNATURE)


def is_rtf(data: bytes) -> bool:
    """Whether bytes are RTF, also after a byte order mark or white space."""
    return data[:SNIFF_SIZE].removeprefix(codecs.BOM_UTF8).lstrip().startswith(RTF_SIGNATURE)


def is_opendocument(data: bytes) -> bool:
    """Whether bytes are an OpenDocument text, in a zip archive or flat (.fodt)."""
    if data.startswith(ZIP_SIGNATURE):
        if data[MIMETYPE] == b"mimetype":
            return _mimetype(data).startswith(ODF_TEXT)
        directory = data[-DIRECTORY_ZONE:]
        has_parts = ODF_CONTENT in directory and any(name in directory for name in ODF_ENTRIES)
        return has_parts and WORD_ENTRY not in directory
    return _is_xml_with(b"<office:document", data)


def _mimetype(data: bytes) -> bytes:
    """The entry `mimetype` of a zip archive, which some programs compress."""
    import zipfile  # noqa: PLC0415  no text needs them
    import zlib  # noqa: PLC0415

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open("mimetype") as stream:
            return stream.read(len(ODF_TEXT))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError, RuntimeError):
        return ODF_TEXT if ODF_TEXT in data[:SNIFF_SIZE] else b""


def is_flat_package(data: bytes) -> bool:
    """Whether bytes are a Word file as one XML file (Flat OPC)."""
    return _is_xml_with(b"<pkg:package", data)


def _is_xml_with(tag: bytes, data: bytes) -> bool:
    """Whether bytes are XML with a tag near the beginning, in UTF-8 or UTF-16."""
    head = sniffed_head(data[:SNIFF_SIZE])
    return XML_START.match(head) is not None and tag in head


def is_mail(data: bytes) -> bool:
    """Whether bytes are an e-mail message: header fields, among them one that only mails have."""
    header = _mail_header(data)
    if MAIL_FIELD.search(header):
        return True
    return MAIL_SENDER.search(header) is not None and MAIL_DATE.search(header) is not None


def _mail_header(data: bytes) -> bytes:
    """The header fields that data begins with, or nothing."""
    fields = MAIL_HEADER.match(data[:SNIFF_SIZE].removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n"))
    return fields[0] if fields else b""


def is_html(data: bytes) -> bool:
    """Whether bytes are an HTML document, a fragment of one, or MHTML."""
    head = without_http_header(sniffed_head(data))
    if HTML_START.match(head) or MHTML_HEADER.search(head[:SNIFF_SIZE]):
        return True
    content = _without_styles(head)
    tags = len(HTML_TAG.findall(content))
    ends = len(END_TAG.findall(content))
    if content.lstrip().startswith(b"<"):
        tagged = tags > 0 and tags + ends >= MIN_TAGS
    else:
        tagged = tags >= MIN_TAGS and ends >= MIN_TAGS
    return tagged and not _is_markdown(content)


def _is_markdown(content: bytes) -> bool:
    """Whether blank lines part the paragraphs of a text, and its tags are of tables and spans.

    Converters write these in Markdown (CommonMark 0.31, 4.6 and 6.6).
    """
    first, *tables = TABLE_TAG.split(content)
    outside = [first, *(table.partition(b"</table>")[2] for table in tables)]
    if any(map(BLOCK_TAG.search, outside)):
        return False
    paragraphs = sum(bool(part.strip()) for text in outside for part in BLANK_LINE.split(text))
    return paragraphs >= FEWEST_PARAGRAPHS


def without_http_header(data: bytes) -> bytes:
    """A page that was saved with the response of a server (RFC 9112, 2.1)."""
    return HTTP_HEADER.sub(b"", data, count=1) if data.startswith(b"HTTP/") else data


def _without_styles(head: bytes) -> bytes:
    """A page without style sheets, scripts and comments, which may be longer than its text."""
    lower = head.lower()
    out: list[bytes] = []
    at = 0
    for start in NOT_CONTENT.finditer(lower):
        if start.start() < at:
            continue
        out.append(head[at : start.start()])
        end = lower.find(NOT_CONTENT_ENDS[start[0]], start.end())
        at = len(head) if end < 0 else lower.find(b">", end) + 1
    out.append(head[at:])
    return b"".join(out)


def sniffed_head(data: bytes) -> bytes:
    """The first bytes without a byte order mark; UTF-16 and UTF-32 as UTF-8."""
    head = data[:HTML_ZONE]
    for bom, encoding in WIDE_BOMS:
        if head.startswith(bom):
            return head.decode(encoding, errors="ignore").encode(errors="ignore")
    zeros = [head[at:64:2].count(0) for at in (0, 1)]
    if max(zeros) > len(head[:64]) // 4:  # without a byte order mark
        return head.replace(b"\0", b"")
    return head.removeprefix(codecs.BOM_UTF8)
