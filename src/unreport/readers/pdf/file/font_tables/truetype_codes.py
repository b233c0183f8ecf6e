"""Which glyph of an embedded TrueType font a code of a simple font shows (ISO 32000-1, 9.6.6.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from pdfminer.encodingdb import EncodingDB
from pdfminer.pdftypes import dict_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name

SYMBOL, MAC_ROMAN = (3, 0), (1, 0)
SYMBOLIC, NONSYMBOLIC = 4, 32  # font descriptor flags
NAMED_ENCODINGS = frozenset({"MacRomanEncoding", "WinAnsiEncoding"})
STANDARD = "StandardEncoding"


class Subtable(Protocol):
    """A subtable of a `cmap` table, as fontTools gives it."""

    platformID: int  # noqa: N815 - names of fontTools
    platEncID: int  # noqa: N815
    cmap: Mapping[int, int]

    def isUnicode(self) -> bool:  # noqa: N802
        """Whether it maps characters, and not codes."""


def glyphs_of_codes(subtables: Iterable[Subtable], spec: Mapping[str, object]) -> dict[int, int]:
    """The glyph index of each code of a simple font.

    The codes of a nonsymbolic font are looked up by the character that its /Encoding has for them:
    its `cmap` may be that of the whole font, where the code 0xE9 (é) is È by Mac Roman.
    """
    tables = [*subtables]
    encoded = _encoded_characters(spec)
    if encoded is None:
        return _symbolic_glyphs(tables)
    found = {code: _glyph_of(char, tables) for code, char in encoded.items()}
    return {code: glyph for code, glyph in found.items() if glyph}


def is_encoded(spec: Mapping[str, object]) -> bool:
    """Whether the codes of a simple font are those of characters, by its /Encoding."""
    return _encoded_characters(spec) is not None


def _encoded_characters(spec: Mapping[str, object]) -> Mapping[int, str] | None:
    """The characters of the codes of a nonsymbolic font; None for a symbolic font."""
    flags = resolve1(dict_value(spec.get("FontDescriptor", {})).get("Flags"))
    flags = flags if isinstance(flags, int) else 0
    encoding = resolve1(spec.get("Encoding"))
    if flags & SYMBOLIC or encoding is None:
        return None
    if isinstance(encoding, PSLiteral):
        name = str(literal_name(encoding))
        return EncodingDB.get_encoding(name) if name in NAMED_ENCODINGS else None
    if not flags & NONSYMBOLIC or not isinstance(encoding, dict):
        return None
    base = literal_name(resolve1(encoding.get("BaseEncoding"))) or STANDARD
    changes = resolve1(encoding.get("Differences"))
    return EncodingDB.get_encoding(str(base), changes if isinstance(changes, list) else None)


def _glyph_of(char: str, tables: list[Subtable]) -> int:
    """The glyph of a character by a Unicode subtable, else by the one of Mac Roman; 0 if none."""
    if len(char) != 1:
        return 0
    for table in tables:
        if table.isUnicode():
            return table.cmap.get(ord(char), 0)
    code = char.encode("mac_roman", "ignore")
    for table in tables:
        if code and (table.platformID, table.platEncID) == MAC_ROMAN:
            return table.cmap.get(code[0], 0)
    return 0


def _symbolic_glyphs(tables: list[Subtable]) -> dict[int, int]:
    for wanted in (SYMBOL, MAC_ROMAN):
        for table in tables:
            if (table.platformID, table.platEncID) == wanted:
                return {code & 0xFF: glyph for code, glyph in table.cmap.items()}
    return {}
