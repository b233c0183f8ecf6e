"""E-mail messages (RFC 5322, MIME) as lines: the text of the message, without header fields."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from msgspec.structs import replace

from unreport.document import Document
from unreport.errors import UnreadableSource
from unreport.model import Issue, Source
from unreport.readers.encodings import Decoded
from unreport.readers.html.reader import codec_name, decode_declared, read_page
from unreport.readers.text import read_text

MEDIA_TYPE = "message/rfc822"


def read_mail(data: bytes, name: str | None = None) -> Document:
    """Read the text of a message; attachments are not read, which is a doubt.

    Raises `UnreadableSource` if the message has no text.
    """
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101  # by the policy
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise UnreadableSource("this is an e-mail without text; save its attachments", source=name)
    payload = body.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    decoded = decode_declared(content, codec_name(body.get_content_charset()))
    document = (
        read_page(decoded, name)
        if body.get_content_type() == "text/html"
        else _plain(decoded, name)
    )
    doubts = (*document.doubts, *_attachments(message))
    return replace(document, doubts=doubts, source=Source(name=name, media_type=MEDIA_TYPE))


def _plain(decoded: Decoded, name: str | None) -> Document:
    document = read_text(decoded.text, name)
    return document if decoded.doubt is None else replace(document, doubts=(decoded.doubt,))


def _attachments(message: EmailMessage) -> tuple[Issue, ...]:
    names = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    if not names:
        return ()
    listed = ", ".join(names[:5])
    return (Issue(code="unread-part", message=f"The e-mail has attachments, not read: {listed}."),)
