"""What kind of file bytes are, told from how they begin and without the libraries that read it."""

from __future__ import annotations

import codecs
import re

HEADER_ZONE = 1024  # bytes before `%PDF-` that readers let pass
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = b"{\\rtf"
SNIFF = 4_096  # bytes in which a page says what it is

PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
PIECE = re.compile(
    rb"<(?:p|div|table|tr|td|h[1-6]|br|span|font|center|ul|ol|meta)\b[^<]*>", re.IGNORECASE
)
PIECES = 3  # tags of text that begins with a tag
# `MIME-Version: 1.0 … Content-Type: multipart/related`: a page saved in one file (.mht)
ARCHIVE = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def is_pdf(data: bytes) -> bool:
    """Whether bytes begin like a PDF; a little may stand before its mark."""
    return b"%PDF-" in data[:HEADER_ZONE]


def looks_like_docx(data: bytes) -> bool:
    """Whether the bytes are a zip archive: a Word file, or something that says what it is."""
    return data.startswith((ZIP, EMPTY_ZIP))


def looks_like_doc(data: bytes) -> bool:
    """Whether bytes are an OLE file (.doc, but also a locked .docx) or RTF."""
    return data.startswith((OLE, RTF))


def looks_like_html(data: bytes) -> bool:
    """Whether bytes are a web page, or a web page saved as an archive of one file."""
    head = head_of(data)
    if PAGE.match(head) or ARCHIVE.search(head):
        return True
    return head.lstrip().startswith(b"<") and len(PIECE.findall(head)) >= PIECES


def head_of(data: bytes) -> bytes:
    """The first bytes of a page, in ASCII where the page is in UTF-16."""
    head = data[:SNIFF]
    for bom, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if head.startswith(bom):
            return head.decode(encoding, errors="ignore").encode()
    return head.removeprefix(codecs.BOM_UTF8)
