"""HTML documents, also as saved by Word, as a browser renders them."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes, policy
from html import escape

from lxml import etree

from unreport.document import Document, Line, make_document
from unreport.errors import EmptySource, LimitExceeded
from unreport.model import Issue, Source
from unreport.readers.encoding_fit import ENCODINGS
from unreport.readers.encodings import Decoded, decode, fits_as_well
from unreport.readers.file_types import MHTML_HEADER, sniffed_head, without_http_header
from unreport.readers.html.page import PageReader
from unreport.readers.html.style_sheets import generated_text
from unreport.readers.word.drawings.embedded_objects import objects_doubt
from unreport.readers.word.xml_names import Element

MEDIA_TYPE = "text/html"
MAX_BYTES = 64 * 2**20  # bytes
MAX_TAGS = 2_000_000
MAX_DEPTH = 256  # of elements that are read one in the other
MIN_HIDDEN = 100  # characters that a style sheet hides, from which it is a doubt
QUOTED = 60  # characters of them

DECLARED = re.compile(
    rb"""<meta[^<>]+charset\s*+=\s*+["']?\s*+([\w.:-]++)|<\?xml[^<>]+encoding\s*+=\s*+["']([\w.:-]++)""",
    re.IGNORECASE,
)
# End tags that end nothing: what follows them is in the body (HTML Living Standard, 13.2.6.4.19)
BODY_ENDS = re.compile(r"</(?:body|html)\s*+>", re.IGNORECASE)
FRAMES = re.compile(r"</?(?:frameset|noframes)\b[^>]*+>", re.IGNORECASE)
CDATA = re.compile(r"<!\[CDATA\[((?:[^\]]|\](?!\]>))*+)\]\]>")  # of XHTML
# Declared encodings, and the supersets that browsers use for them (Encoding Standard, 4.2).
ENCODING_SUPERSETS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
# A declaration in ASCII bytes cannot be true for these (HTML Living Standard, 13.2.3.2).
IGNORED_LABELS = frozenset({"utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7"})


def read_html(data: bytes, name: str | None = None, *, original: bool = False) -> Document:
    """Read an HTML document; with `original`, insertions are omitted instead of deletions."""
    if len(data) > MAX_BYTES or data.count(b"<") > MAX_TAGS:
        raise LimitExceeded(
            f"this page is larger than {MAX_BYTES:,} bytes or {MAX_TAGS:,} tags; cut it into parts",
            source=name,
        )
    return read_page(_text(without_http_header(data), name), name, original=original)


def read_page(decoded: Decoded, name: str | None, *, original: bool = False) -> Document:
    """Read the decoded text of an HTML document."""
    root = _parse(decoded.text, name)
    if root is None:
        raise EmptySource("this is an empty web page", source=name)
    page = PageReader(original=original)
    lines = list(_notes_last(page.read(root)))
    doubts: tuple[Issue, ...] = () if decoded.doubt is None else (decoded.doubt,)
    doubts += _hidden_text(list(page.hidden.values())) + _unread(root)
    if not lines:
        raise EmptySource(_without_text(root), source=name)
    return make_document(lines, Source(name=name, media_type=MEDIA_TYPE), doubts)


def _unread(root: Element) -> tuple[Issue, ...]:
    """A doubt about drawings with text, pages in frames, and text that a style sheet adds."""
    drawings = sum(any(True for _ in drawing.iter("text")) for drawing in root.iter("svg"))
    frames = sum(1 for _ in root.iter("frame"))
    kinds = {"drawing": drawings, "frame": frames}
    added = generated_text(root)
    message = f"The style sheet of the page adds text, such as {added}; it is not read."
    generated = (Issue(code="unread-part", message=message),) if added else ()
    return generated or objects_doubt(+Counter(kinds))


def _without_text(root: Element) -> str:
    frames = [frame.get("src") or "" for frame in root.iter("frame")]
    if frames:
        return f"this page has no text but shows other pages in frames: {', '.join(frames[:5])}"
    return "no text was found in this web page"


def _hidden_text(texts: list[str]) -> tuple[Issue, ...]:
    """A doubt if a style sheet hides more than a few words, which a script may show."""
    size = sum(map(len, texts))
    if size < MIN_HIDDEN:
        return ()
    begins = max(texts, key=len)[:QUOTED]
    message = f"The style sheet of the page hides {size:,} characters, such as “{begins}…”."
    return (Issue(code="covered-text", message=message),)


def _text(data: bytes, name: str | None) -> Decoded:
    if MHTML_HEADER.search(sniffed_head(data)):
        data, declared = _mhtml_page(data, name)
    else:
        declared = _declared(data)
    return decode_declared(data, declared)


def _mhtml_page(data: bytes, name: str | None) -> tuple[bytes, str | None]:
    """The HTML part of an MHTML file, and its declared encoding."""
    for part in message_from_bytes(data, policy=policy.compat32).walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            page = body if isinstance(body, bytes) else b""
            return page, codec_name(part.get_content_charset()) or _declared(page)
    raise EmptySource("this web archive holds no page of text", source=name)


def _declared(data: bytes) -> str | None:
    match = DECLARED.search(sniffed_head(data))
    return codec_name((match[1] or match[2]).decode("ascii", "replace")) if match else None


def codec_name(label: str | None) -> str | None:
    """The codec for the label of an encoding; None if unknown."""
    try:
        codec = codecs.lookup((label or "").strip()).name
    except (LookupError, ValueError):
        return None
    return None if codec in IGNORED_LABELS else ENCODING_SUPERSETS.get(codec, codec)


def decode_declared(data: bytes, declared: str | None) -> Decoded:
    """Decode by byte order mark or as UTF-8 if the text is that, else as declared or detected.

    A declaration is a doubt if the letters form words only in another encoding.
    """
    decoded = decode(data)
    if declared is None or decoded.codec.startswith("utf"):
        return decoded
    if fits_as_well(data, declared, decoded.codec):
        return Decoded(data.decode(declared, errors="replace"), declared)
    message = f"The page declares the encoding {declared}, but its letters are those of {{}}."
    doubt = Issue(
        code="encoding-doubtful",
        message=message.format(ENCODINGS.get(decoded.codec, decoded.codec)),
    )
    return Decoded(decoded.text, decoded.codec, doubt)


def _parse(text: str, name: str | None) -> Element | None:
    if text.lstrip("\ufeff \r\n").startswith("<?xml"):
        text = CDATA.sub(lambda section: escape(section[1], quote=False), text)
    if "<frameset" in text.lower():
        text = FRAMES.sub("", text)
    data = BODY_ENDS.sub("", text.replace("\0", "")).encode("utf-8", "replace")  # NUL: 13.2.6.4.7
    root, whole = _parsed(data, huge=False)
    if whole:
        return root
    root, whole = _parsed(data, huge=True)
    if not whole:
        raise LimitExceeded("this page nests its elements deeper than 2,048", source=name)
    return root if root is None else _flattened(root)


def _parsed(data: bytes, *, huge: bool) -> tuple[Element | None, bool]:
    """The root element, and whether the limits of the parser let it read all of the page."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=huge)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, etree.ParserError, ValueError):
        root = None
    return root, all(entry.type_name != "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def _flattened(root: Element) -> Element:
    """Put elements that nest deeper than `MAX_DEPTH` behind the element that they were in.

    Browsers do the same at a depth of 512; the order of the text stays.
    """
    stack = [(root, 1)]
    while stack:
        element, depth = stack.pop()
        inner = list(element)
        if depth == MAX_DEPTH and inner:
            tail, element.tail = element.tail, None
            for child in reversed(inner):
                element.addnext(child)
            inner[-1].tail = f"{inner[-1].tail or ''}{tail or ''}"
        stack += [(child, min(depth + 1, MAX_DEPTH)) for child in reversed(inner)]
    return root


def _notes_last(lines: list[Line]) -> Iterator[Line]:
    """Put the notes at the end, as in a Word file."""
    notes: list[Line] = []
    for line in lines:
        if line.role == "note":
            notes.append(line)
        else:
            yield line
    yield from notes
