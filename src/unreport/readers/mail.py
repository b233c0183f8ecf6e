"""E-mail messages (RFC 5322, MIME) as lines: the text of the message, without header fields."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message

from msgspec.structs import replace

from unreport.document import Document
from unreport.errors import DamagedSource, UnreadableSource
from unreport.model import Issue, Source
from unreport.readers.encodings import Decoded
from unreport.readers.html.reader import codec_name, decode_declared, read_page
from unreport.readers.text import read_text

MEDIA_TYPE = "message/rfc822"
TEXTS = ("text/plain", "text/html")  # the first is preferred


def read_mail(data: bytes, name: str | None = None) -> Document:
    """Read the text of a message; attachments are not read, which is a doubt.

    Raises `UnreadableSource` if the message has no text.
    """
    try:
        parts = list(_parts(message_from_bytes(data, policy=policy.compat32)))
    except RecursionError as error:
        raise DamagedSource("this e-mail nests its parts too deeply", source=name) from error
    texts = [part for part in parts if not _is_attachment(part)]
    body = next((part for kind in TEXTS for part in texts if part.get_content_type() == kind), None)
    if body is None:
        raise UnreadableSource("this is an e-mail without text; save its attachments", source=name)
    decoded = _decoded(body)
    html = body.get_content_type() == "text/html"
    document = read_page(decoded, name) if html else _plain(decoded, name)
    doubts = (*document.doubts, *_attachments(parts))
    return replace(document, doubts=doubts, source=Source(name=name, media_type=MEDIA_TYPE))


def _decoded(body: Message) -> Decoded:
    payload = body.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    return decode_declared(content, codec_name(body.get_content_charset()))


def _parts(message: Message) -> Iterator[Message]:
    return (part for part in message.walk() if not part.is_multipart())


def _is_attachment(part: Message) -> bool:
    return "attachment" in str(part.get("Content-Disposition", "")).lower()


def _plain(decoded: Decoded, name: str | None) -> Document:
    document = read_text(decoded.text, name)
    return document if decoded.doubt is None else replace(document, doubts=(decoded.doubt,))


def _attachments(parts: list[Message]) -> tuple[Issue, ...]:
    names = [
        part.get_filename() or part.get_content_type()
        for part in parts
        if _is_attachment(part) or part.get_content_type() not in TEXTS
    ]
    if not names:
        return ()
    listed = ", ".join(names[:5])
    return (Issue(code="unread-part", message=f"The e-mail has attachments, not read: {listed}."),)
