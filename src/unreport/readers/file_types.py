"""File formats by signature (content sniffing), without the libraries that read them."""

from __future__ import annotations

import codecs
import re

PDF_HEADER_ZONE = 1024  # bytes in which `%PDF-` may begin
ZIP_SIGNATURE = b"PK\x03\x04"
EMPTY_ZIP_SIGNATURE = b"PK\x05\x06"
CFB_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF_SIGNATURE = b"{\\rtf"
SNIFF_SIZE = 4_096  # bytes

HTML_START = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+|<!--(?>.*?-->)\s*+)*+<(?:!doctype\s++html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
HTML_TAG = re.compile(
    rb"<(?:p|div|table|tr|td|h[1-6]|br|span|font|center|ul|ol|meta)\b[^<]*>", re.IGNORECASE
)
MIN_TAGS = 3  # in text that begins with a tag
# MHTML (RFC 2557): `MIME-Version: 1.0 … Content-Type: multipart/related`
MHTML_HEADER = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def is_pdf(data: bytes) -> bool:
    """Whether the signature of a PDF is near the beginning."""
    return b"%PDF-" in data[:PDF_HEADER_ZONE]


def is_zip(data: bytes) -> bool:
    """Whether bytes are a zip archive, as Word files are."""
    return data.startswith((ZIP_SIGNATURE, EMPTY_ZIP_SIGNATURE))


def is_compound_file(data: bytes) -> bool:
    """Whether bytes are a compound file (MS-CFB): .doc, encrypted .docx, other Office files."""
    return data.startswith(CFB_SIGNATURE)


def is_rtf(data: bytes) -> bool:
    """Whether bytes are RTF, also after a byte order mark or white space."""
    return data[:SNIFF_SIZE].removeprefix(codecs.BOM_UTF8).lstrip().startswith(RTF_SIGNATURE)


def is_html(data: bytes) -> bool:
    """Whether bytes are an HTML document or MHTML."""
    head = sniffed_head(data)
    if HTML_START.match(head) or MHTML_HEADER.search(head):
        return True
    return head.lstrip().startswith(b"<") and len(HTML_TAG.findall(head)) >= MIN_TAGS


def sniffed_head(data: bytes) -> bytes:
    """The first bytes without a byte order mark; UTF-16 as UTF-8."""
    head = data[:SNIFF_SIZE]
    for bom, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if head.startswith(bom):
            return head.decode(encoding, errors="ignore").encode()
    return head.removeprefix(codecs.BOM_UTF8)
