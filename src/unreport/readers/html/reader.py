"""Web pages of documents, and the HTML that Word itself writes: as a browser shows them."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from email import message_from_bytes, policy

from lxml import etree

from unreport.document import Document, Line, placed
from unreport.errors import LimitExceeded, UnreadableSource
from unreport.model import Source
from unreport.readers.file_types import ARCHIVE, head_of
from unreport.readers.html.page import Page
from unreport.readers.text import decode
from unreport.readers.word.xml_names import Element

MEDIA_TYPE = "text/html"
LARGEST = 64 * 2**20  # bytes
MOST_TAGS = 2_000_000

DECLARED = re.compile(
    rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
# What pages declare, and what browsers take it for.
WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
# Browsers do not trust a page that declares one of these in single bytes.
WIDE = frozenset({"utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7"})


def read_html(data: bytes, name: str | None = None, *, original: bool = False) -> Document:
    """Read a web page; with `original`, what Word marks as inserted is left out instead."""
    if len(data) > LARGEST or data.count(b"<") > MOST_TAGS:
        raise LimitExceeded(
            f"this page is larger than {LARGEST:,} bytes or {MOST_TAGS:,} tags; cut it into parts",
            source=name,
        )
    root = _parsed(_text(data, name), name)
    if root is None:
        raise UnreadableSource("this is an empty web page", source=name)
    lines = list(_ordered(Page(original=original).read(root)))
    return placed(lines, Source(name=name, media_type=MEDIA_TYPE))


def _text(data: bytes, name: str | None) -> str:
    if ARCHIVE.search(head_of(data)):
        data, declared = _unpacked(data, name)
    else:
        declared = _declared(data)
    return _decoded(data, declared, name)


def _unpacked(data: bytes, name: str | None) -> tuple[bytes, str | None]:
    """The page in a web archive, and the encoding that the archive says."""
    for part in message_from_bytes(data, policy=policy.compat32).walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            page = body if isinstance(body, bytes) else b""
            return page, _known(part.get_content_charset()) or _declared(page)
    raise UnreadableSource("this web archive holds no page of text", source=name)


def _declared(data: bytes) -> str | None:
    match = DECLARED.search(head_of(data))
    return _known((match[1] or match[2]).decode("ascii", "replace")) if match else None


def _known(label: str | None) -> str | None:
    """The codec for the name of an encoding; None where nobody knows it."""
    try:
        codec = codecs.lookup((label or "").strip()).name
    except (LookupError, ValueError):
        return None
    return None if codec in WIDE else WIDER.get(codec, codec)


def _decoded(data: bytes, declared: str | None, name: str | None) -> str:
    """By its mark, else as UTF-8 if it is that, else as declared, else by what it looks like.

    Bytes beyond ASCII that happen to be UTF-8 are UTF-8, whatever an old page's head says.
    """
    marks = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    if not data.startswith(marks):
        for encoding in ("utf-8", declared):
            try:
                return data.decode(encoding) if encoding else decode(data, name)
            except (UnicodeDecodeError, LookupError):
                continue
    if declared and not data.startswith(marks) and declared != "utf-8":
        return data.decode(declared, errors="replace")
    return decode(data, name)


def _parsed(text: str, name: str | None) -> Element | None:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, etree.ParserError, ValueError):
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise LimitExceeded("this page nests its elements deeper than 256", source=name)
    return root


def _ordered(lines: list[Line]) -> Iterator[Line]:
    """Notes last, as in a Word file, wherever the page puts them."""
    notes: list[Line] = []
    for line in lines:
        if line.role == "note":
            notes.append(line)
        else:
            yield line
    yield from notes
