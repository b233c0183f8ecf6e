"""Character sets of RTF: code pages of the document and of its fonts."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from unreport.readers.symbol_fonts import FONTS, symbol_character

DOCUMENT_CODE_PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
# `\fcharset` of the font table
CHARACTER_SETS = {
    0: "cp1252", 77: "mac_roman", 78: "shift_jis", 79: "euc_kr", 80: "gb18030", 81: "big5",
    83: "mac_arabic", 89: "mac_cyrillic", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030",
    136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
DEFAULT_CHARACTER_SET, SYMBOL_CHARACTER_SET = 1, 2
CODE_PAGES = {0: "cp1252", 10000: "mac_roman", 10007: "mac_cyrillic", 936: "gb18030", 950: "big5"}


class Font(NamedTuple):
    """A font of the font table."""

    name: str = ""
    codec: str | None = None  # None: that of the document
    symbol: bool = False


def code_page(number: int | None) -> str | None:
    r"""The codec of a code page (`\ansicpg`, `\cpg`); None if it is unknown."""
    name = CODE_PAGES.get(number or 0, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def font(name: str, character_set: int | None, page: int | None) -> Font:
    """A font by its name, its `fcharset` and its `cpg`."""
    symbol = character_set == SYMBOL_CHARACTER_SET or name.lower() in FONTS
    codec = code_page(page) if page else CHARACTER_SETS.get(character_set or 0)
    if character_set in (None, DEFAULT_CHARACTER_SET) and not page:
        codec = None
    return Font(name, codec, symbol)


def decode(data: bytes, used: Font, document: str) -> str:
    """Bytes of text in a font."""
    if used.symbol:
        return "".join(symbol_character(b, used.name) if b > ord(" ") else chr(b) for b in data)
    return data.decode(used.codec or document, errors="replace")
