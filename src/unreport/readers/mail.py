"""E-mail messages (RFC 5322, MIME) as lines: the text of the message, without header fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message

from msgspec.structs import replace

from unreport.document import Document, make_document
from unreport.errors import DamagedSource, UnreadableSource
from unreport.model import Issue, Source
from unreport.readers.encodings import Decoded
from unreport.readers.file_types import is_rtf
from unreport.readers.html.reader import codec_name, decode_declared, read_page
from unreport.readers.rtf.reader import read_rtf
from unreport.readers.text import read_text

MEDIA_TYPE = "message/rfc822"
TEXTS = ("text/plain", "text/html", "text/rtf", "application/rtf")  # the first is preferred
TRANSFER_ENCODING = "Content-Transfer-Encoding"
ENCRYPTED = "-----BEGIN PGP MESSAGE-----"
# `begin 644 report.doc`, then lines of 1 to 61 characters: a file within a text (uuencode)
ENCODED_FILE = re.compile(
    r"^begin [0-7]{3,4} ([^\r\n]{1,200})\r?\n(?:[ -`]{1,62}\r?\n)*+end\b", re.MULTILINE
)
UTF_7 = ("utf-7", "unicode-1-1-utf-7")  # of mails alone (RFC 2152)
SIGNATURE = "-- "  # the line before a signature, which is no soft line break
# A line `From a@un.example Mon May  3 10:00:00 2027` before the header of the next message
NEXT_MESSAGE = re.compile(
    rb"\r?\n\r?\nFrom [^\s]++ [A-Z][a-z]{2} [^\r\n]{10,40}\r?\n(?=[A-Za-z][A-Za-z0-9-]*+:)"
)


def read_mail(data: bytes, name: str | None = None) -> Document:
    """Read the texts of a message; attachments and further messages are not read: a doubt.

    Raises `UnreadableSource` if the message has no text.
    """
    data = data.lstrip(b"\r\n")
    following = NEXT_MESSAGE.search(data)
    first = data[: following.start()] if following else data
    try:
        message = message_from_bytes(first, policy=policy.compat32)
        attached = list(_attachments(message))
        documents = list(_shown(message, name))
        attached += _within_texts(message)
    except RecursionError as error:
        raise DamagedSource("this e-mail nests its parts too deeply", source=name) from error
    if not documents:
        raise UnreadableSource("this is an e-mail without text; save its attachments", source=name)
    doubts = {doubt.code: doubt for document in documents for doubt in document.doubts}
    unread = _unread(attached, several=following is not None)
    source = Source(name=name, media_type=MEDIA_TYPE)
    if len(documents) == 1:
        return replace(documents[0], doubts=(*doubts.values(), *unread), source=source)
    lines = [line for document in documents for line in document.lines]
    return make_document(lines, source, (*doubts.values(), *unread))


def _shown(part: Message, name: str | None) -> Iterator[Document]:
    """The texts of a part in order; of alternatives, the first that has text (RFC 2046, 5.1.4)."""
    kind = part.get_content_type()
    if _is_attachment(part):
        return
    if part.is_multipart():
        inner = _parts(part)
        if kind == "multipart/alternative":
            texts = [list(_shown(choice, name)) for choice in sorted(inner, key=_preference)]
            yield from next((shown for shown in texts if shown), [])
        else:
            for each in inner:
                yield from _shown(each, name)
    elif kind in TEXTS or kind.startswith("multipart/"):
        document = _text(part, name)
        if document is not None and document.lines:
            yield document


def _parts(part: Message) -> list[Message]:
    payload = part.get_payload()
    return (
        [each for each in payload if isinstance(each, Message)] if isinstance(payload, list) else []
    )


def _preference(part: Message) -> int:
    """Plain text first, then pages, then what holds them."""
    kind = part.get_content_type()
    return TEXTS.index(kind) if kind in TEXTS else len(TEXTS)


def _text(part: Message, name: str | None) -> Document | None:
    """The document of a text; None if it has none."""
    content = _content(part)
    if part.get_content_type().endswith("/rtf"):
        return read_rtf(content, name) if is_rtf(content) else None
    charset = part.get_content_charset()
    if charset in UTF_7:
        decoded = Decoded(content.decode("utf-7", errors="replace"), "utf-7")
    else:
        decoded = decode_declared(content, codec_name(charset))
    try:
        if part.get_content_type() == "text/html":
            return read_page(decoded, name)
    except UnreadableSource:
        return None
    if str(part.get_param("format", "")).lower() == "flowed":
        delete = str(part.get_param("delsp", "")).lower() == "yes"
        decoded = decoded._replace(text=_unflowed(decoded.text, delete=delete))
    text = ENCODED_FILE.sub("", decoded.text)
    document = read_text("" if text.lstrip().startswith(ENCRYPTED) else text, name)
    return document if decoded.doubt is None else replace(document, doubts=(decoded.doubt,))


def _content(part: Message) -> bytes:
    """The decoded content of a part; the encoding may have spaces or a comment behind it."""
    told = str(part.get(TRANSFER_ENCODING, "")).split()
    if told:
        part.replace_header(TRANSFER_ENCODING, told[0])
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _within_texts(message: Message) -> Iterator[str]:
    """The names of files within texts, and texts that are encrypted."""
    for part in message.walk():
        if part.get_content_type() == "text/plain" and not _is_attachment(part):
            text = _content(part).decode("latin-1")
            yield from ENCODED_FILE.findall(text)
            if text.lstrip().startswith(ENCRYPTED):
                yield "an encrypted text"


def _unflowed(text: str, *, delete: bool) -> str:
    """Text whose soft line breaks are joined (RFC 3676, 4); `delete` says they hold no space."""
    lines: list[str] = []
    open_line = False
    for raw in text.replace("\r\n", "\n").split("\n"):
        line = raw.removeprefix(" ")
        soft = line.endswith(" ") and line != SIGNATURE
        if open_line and line != SIGNATURE:
            lines[-1] += line
        else:
            lines.append(line)
        if soft and delete:
            lines[-1] = lines[-1][:-1]
        open_line = soft
    return "\n".join(lines)


def _is_attachment(part: Message) -> bool:
    return "attachment" in str(part.get("Content-Disposition", "")).lower()


def _attachments(part: Message) -> Iterator[str]:
    """The names or types of the parts that are not read."""
    kind = part.get_content_type()
    if _is_attachment(part):
        yield part.get_filename() or kind
    elif part.is_multipart():
        for inner in _parts(part):
            yield from _attachments(inner)
    elif kind not in TEXTS and not kind.startswith("multipart/"):
        yield part.get_filename() or kind


def _unread(attached: list[str], *, several: bool) -> tuple[Issue, ...]:
    """The doubt about what is not read."""
    messages: list[str] = []
    if attached:
        messages.append(f"The e-mail has attachments, not read: {', '.join(attached[:5])}.")
    if several:
        messages.append("The file holds several e-mails; only the first is read.")
    return (Issue(code="unread-part", message=" ".join(messages)),) if messages else ()
