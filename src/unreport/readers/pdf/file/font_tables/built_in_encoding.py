"""The encoding in an embedded font program, which holds for a simple font that declares no other.

ISO 32000-1, 9.6.6.1: codes that neither `/BaseEncoding` nor `/Differences` has are those of the
program.  Cyrillic fonts of TeX and Ghostscript have their letters in the places of Latin ones so.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO

from pdfminer.encodingdb import name2unicode
from pdfminer.pdffont import Type1FontHeaderParser
from pdfminer.pdftypes import PDFStream, dict_value, int_value, resolve1
from pdfminer.psparser import literal_name

from unreport.readers.symbol_fonts import FONTS, symbol_font

CFF_HEADER = b"\x01\x00"


def has_built_in_encoding(spec: Mapping[str, object]) -> bool:
    """Whether a font dictionary names no encoding that its codes begin from."""
    encoding = resolve1(spec.get("Encoding"))
    is_own = encoding is None or (isinstance(encoding, dict) and "BaseEncoding" not in encoding)
    kind = literal_name(resolve1(spec.get("Subtype")))
    return (is_own and kind in {"Type1", "MMType1"}) or bool(symbol_font(_name(spec)))


def _name(spec: Mapping[str, object]) -> str:
    return literal_name(resolve1(spec.get("BaseFont"))) or ""


def built_in_encoding(spec: Mapping[str, object]) -> Mapping[int, str]:
    """The characters of the codes of a symbol font, or of an embedded Type 1 or CFF font.

    The latter are by their glyph names; a code whose name is of no list of characters, as `g12`,
    is left out.
    """
    if symbols := FONTS.get(symbol_font(_name(spec))):
        return symbols
    descriptor = dict_value(spec.get("FontDescriptor", {}))
    cff, type1 = resolve1(descriptor.get("FontFile3")), resolve1(descriptor.get("FontFile"))
    if isinstance(cff, PDFStream) and cff.get_data().startswith(CFF_HEADER):
        return _cff_encoding(cff.get_data())
    if isinstance(type1, PDFStream):
        header = type1.get_data()[: int_value(type1.get("Length1"))]
        return dict(Type1FontHeaderParser(BytesIO(header)).get_encoding())
    return {}


def _cff_encoding(data: bytes) -> dict[int, str]:
    from fontTools.cffLib import CFFFontSet  # noqa: PLC0415 - slow to import, seldom needed

    fonts = CFFFontSet()
    fonts.decompile(BytesIO(data), None)
    font = fonts[0]
    if hasattr(font, "ROS") or not isinstance(font.Encoding, list):
        return {}  # keyed by CID, or in a predefined encoding
    texts: dict[int, str] = {}
    for code, name in enumerate(font.Encoding):
        with suppress(KeyError, ValueError, OverflowError):
            texts[code] = name2unicode(name)
    return texts
