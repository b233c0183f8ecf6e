"""UTF-16 and UTF-32, also without a byte order mark, and encodings of Unicode in ASCII bytes."""

from __future__ import annotations

import codecs
import re

from unreport.readers.frequent_han import FREQUENT_HAN
from unreport.text.lazy_patterns import lazy_pattern

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its prefix
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
HEAD, START = 100_000, 1_000  # bytes
MIN_KNOWN = 0.95  # share of the characters of UTF-16 that the six languages have
# Control characters that text in other encodings does not have: 04 and 06 are in the code points of
# Cyrillic and Arabic letters.
CONTROLS = lazy_pattern(rb"[\x01-\x06\x0e-\x12\x16-\x1a\x7f]")
MIN_CONTROLS = 16  # one in so many bytes
MIN_FREQUENT = 3  # one in so many Han characters is frequent
# Latin, Cyrillic, Arabic, Han letters and punctuation
UN_LETTERS = lazy_pattern(
    r"[\t\n\f\r -~\u00A0-\u017F\u0400-\u045F\u0600-\u06FF"
    r"\u2000-\u209F\u3000-\u303F\u3220-\u3229\u4E00-\u9FA5\uFE70-\uFEFF\uFF00-\uFF5E]+"
)
HAN = lazy_pattern(r"[\u4e00-\u9fff]")
BEYOND_ASCII = lazy_pattern(r"[^\x00-\x7f]")
MARKS = re.compile("([\ufeff\ufffe])")
ASCII_PAIRS = lazy_pattern(
    "[" + "".join(f"\\u{high:02x}20-\\u{high:02x}7e\\u{high:02x}0a" for high in range(0x20, 0x7F))
    + "\u0a20-\u0a7e]{4,}"
)  # fmt: skip
"""Characters whose two bytes in UTF-16 are both those of ASCII letters."""
HZ = re.compile(rb"~\{(?:[!-}][!-~])+?~\}")  # RFC 1843
UTF_7 = re.compile(rb"\+[A-Za-z0-9+/]{3,}")  # RFC 2152
MIN_CHARACTERS = 6  # beyond ASCII, from which ASCII bytes are another encoding


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark; None if the bytes are neither."""
    head = data[:HEAD]
    if b"\0" not in head:
        return _without_zeros(head)
    for utf32 in ("utf-32-le", "utf-32-be"):
        if len(data) % 4 == 0 and data and _decodes(data, utf32):
            return utf32
    head = head[: len(head) // 2 * 2]
    utf16 = "utf-16-be" if head[0::2].count(0) > head[1::2].count(0) else "utf-16-le"
    text = head.decode(utf16, errors="replace")
    known = sum(map(len, UN_LETTERS.findall(text)))
    return utf16 if known >= MIN_KNOWN * len(text) or len(text) - known <= 1 else None


def _without_zeros(head: bytes) -> str | None:
    """UTF-16 of a text without spaces and Latin letters, such as one Arabic word."""
    start = head[:START]
    if len(CONTROLS.findall(start)) * MIN_CONTROLS < len(start) or len(head) < 4:  # noqa: PLR2004
        return None
    for utf16 in ("utf-16-le", "utf-16-be"):
        text = head[: len(head) // 2 * 2].decode(utf16, errors="replace")
        han = HAN.findall(text)
        frequent = sum(character in FREQUENT_HAN for character in han)
        if UN_LETTERS.fullmatch(text) and frequent * MIN_FREQUENT >= len(han):
            return utf16
    return None


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def decode_wide(data: bytes, codec: str) -> tuple[str, bool]:
    """The text, and whether it is certain: byte order marks within it may change the order.

    A line feed of one byte at the end, which other programs add, is no text.
    """
    size = 4 if "32" in codec else 2
    if len(data) % size == 1 and data.endswith(b"\n"):
        data = data[:-1]
    text = data.decode(codec, errors="replace")
    if "\ufffe" in text:
        text = _reordered(text)
    odd = (
        "\N{REPLACEMENT CHARACTER}" in text and b"\xff\xfd" not in data and b"\xfd\xff" not in data
    )
    return text, not odd and not any(map(_is_unlikely, ASCII_PAIRS.findall(text)))


def _reordered(text: str) -> str:
    """Text of joined files in both byte orders: a mark says the order of what follows it."""
    pieces = MARKS.split(text)
    out = [pieces[0]]
    for mark, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        swapped = piece.encode("utf-16-le", "surrogatepass").decode("utf-16-be", "replace")
        out.append(swapped if mark == "\ufffe" else piece)
    return "".join(out)


def _is_unlikely(run: str) -> bool:
    """Whether Han characters may be ASCII letters in pairs: none of them is frequent."""
    return FREQUENT_HAN.isdisjoint(run)


def seven_bit_encoding(data: bytes) -> str | None:
    """HZ or UTF-7, whose bytes are those of ASCII; None for other text."""
    if not data.isascii():
        return None
    for codec, sign, pattern in (("hz", b"~{", HZ), ("utf-7", b"+", UTF_7)):
        if sign in data and pattern.search(data[:HEAD]):
            try:
                text = data.decode(codec)
            except UnicodeDecodeError:
                continue
            beyond = BEYOND_ASCII.findall(text)
            known = all(map(UN_LETTERS.match, beyond))
            han = HAN.findall(text)
            frequent = sum(character in FREQUENT_HAN for character in han)
            if len(beyond) >= MIN_CHARACTERS and known and frequent * MIN_FREQUENT >= len(han):
                return codec
    return None
