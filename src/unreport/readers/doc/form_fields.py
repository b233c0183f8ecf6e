"""Form fields of a .doc file (MS-DOC 2.9.78, FFData), in the Data stream."""

from __future__ import annotations

from struct import error, unpack_from

from unreport.readers.doc.properties import sprms
from unreport.readers.word.fields.form_fields import FormField

PICTURE_LOCATION, FIELD_DATA = 0x6A03, 0x0806
TEXT, CHECK_BOX, DROP_DOWN = 0, 1, 2
UNDEFINED = 25  # `iRes` of a field that has its default
FIXED = 10  # bytes before the name
TEXTS_AFTER_DEFAULT = 5  # format, help, status, two macros
MAX_CHOICES = 1_000


def read_form(modifiers: bytes, data: bytes) -> FormField | None:
    """The form field that the modifiers of a character refer to; None if there is none."""
    properties = dict(sprms(modifiers))
    location = properties.get(PICTURE_LOCATION, b"")
    if len(location) < 4 or not any(properties.get(FIELD_DATA, b"")):  # noqa: PLR2004
        return None
    try:
        at = unpack_from("<I", location)[0]
        size, header = unpack_from("<IH", data, at)
        return _form(data[at + header : at + size])
    except error:
        return None


def _form(data: bytes) -> FormField:
    bits = unpack_from("<H", data, 4)[0]
    kind, result = bits & 3, bits >> 2 & 31
    _, at = _text(data, FIXED)
    if kind == TEXT:
        return FormField(text=_text(data, at)[0])
    default = unpack_from("<H", data, at)[0]
    chosen = default if result == UNDEFINED else result
    if kind == CHECK_BOX:
        return FormField(checked=bool(chosen))
    at += 2
    for _ in range(TEXTS_AFTER_DEFAULT):
        _, at = _text(data, at)
    return FormField(choices=_choices(data, at), chosen=chosen)


def _text(data: bytes, at: int) -> tuple[str, int]:
    """A counted text with a null after it (Xstz), and the offset of what follows."""
    count = unpack_from("<H", data, at)[0]
    text = data[at + 2 : at + 2 + 2 * count].decode("utf-16-le", errors="replace")
    return text, at + 4 + 2 * count


def _choices(data: bytes, at: int) -> tuple[str, ...]:
    """The entries of a list (STTB), which have no null after them."""
    _, count, _ = unpack_from("<HHH", data, at)
    at += 6
    choices = []
    for _ in range(min(count, MAX_CHOICES)):
        text, after = _text(data, at)
        choices.append(text)
        at = after - 2
    return tuple(choices)
