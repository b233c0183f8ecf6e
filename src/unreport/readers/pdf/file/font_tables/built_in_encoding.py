"""The encoding in an embedded font program, which holds for a simple font that declares no other.

ISO 32000-1, 9.6.6.1: codes that neither `/BaseEncoding` nor `/Differences` has are those of the
program.  Cyrillic fonts of TeX and Ghostscript have their letters in the places of Latin ones so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from io import BytesIO

from pdfminer.pdffont import Type1FontHeaderParser
from pdfminer.pdftypes import PDFStream, dict_value, int_value, resolve1
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import literal_name

from unreport.readers.pdf.file.font_tables.compact_font import (
    CFF_HEADER,
    compact_font,
    is_cid_keyed,
)
from unreport.readers.pdf.file.font_tables.glyph_names import named_text
from unreport.readers.symbol_fonts import FONTS, symbol_font

NO_GLYPH = ".notdef"


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

    The latter are by their glyph names (`named_text`).
    """
    if symbols := FONTS.get(symbol_font(_name(spec))):
        return symbols
    descriptor = dict_value(spec.get("FontDescriptor", {}))
    cff, type1 = resolve1(descriptor.get("FontFile3")), resolve1(descriptor.get("FontFile"))
    names: Iterable[tuple[int, str]] = ()
    if isinstance(cff, PDFStream) and cff.get_data().startswith(CFF_HEADER):
        names = _cff_names(cff.get_data())
    elif isinstance(type1, PDFStream):
        names = _type1_names(type1.get_data()[: int_value(type1.get("Length1"))])
    found = ((code, named_text(name)) for code, name in names)
    return {code: text for code, text in found if text is not None}


def _cff_names(data: bytes) -> Iterable[tuple[int, str]]:
    font = compact_font(data)
    if is_cid_keyed(font) or not isinstance(font.Encoding, list):
        return ()  # without names, or in a predefined encoding
    return [(code, name) for code, name in enumerate(font.Encoding) if name != NO_GLYPH]


def _type1_names(header: bytes) -> Iterator[tuple[int, str]]:
    parser = Type1FontHeaderParser(BytesIO(header))
    with suppress(PSEOF):
        while True:
            code, name = parser.nextobject()
            yield code, str(name)
