"""The fonts of a PDF: ToUnicode CMaps and widths read within limits; a broken font maps nothing."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from io import BytesIO
from typing import Any
from weakref import WeakKeyDictionary, WeakSet

from pdfminer.cmapdb import CMap, CMapBase, CMapParser, FileUnicodeMap, IdentityCMap
from pdfminer.encodingdb import EncodingDB
from pdfminer.pdffont import (
    PDFCIDFont,
    PDFFont,
    PDFSimpleFont,
    PDFType1Font,
    PDFType3Font,
    PDFUnicodeNotDefined,
    get_widths,
)
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, int_value, list_value, resolve1
from pdfminer.psparser import LIT, PSKeyword, PSLiteral

from unreport.errors import UnreportError
from unreport.readers.pdf.file.font_programs import FontProgram, differences
from unreport.readers.pdf.file.font_tables.built_in_encoding import (
    built_in_encoding,
    has_built_in_encoding,
)
from unreport.readers.pdf.file.font_tables.cmap_size import MAX_CODES, cmap_size
from unreport.readers.pdf.file.font_tables.code_ranges import (
    has_misplaced_bytes,
    restored_values,
)
from unreport.readers.pdf.file.font_tables.cork_encoding import CORK, is_named_by_codes
from unreport.readers.pdf.file.font_tables.glyph_names import named_text
from unreport.readers.pdf.file.font_tables.to_unicode import (
    IrregularMap,
    correct_byte_order,
    regular_unicode_map,
)
from unreport.readers.pdf.file.limits import Budget
from unreport.readers.pdf.file.syntax.tokens import LimitedParser
from unreport.readers.symbol_fonts import symbol_font

MAX_TO_UNICODE = 4_000_000  # bytes of a ToUnicode CMap; 65,536 entries take one million
MAX_TYPE1_HEADER = 1_000_000  # bytes of the clear-text portion of a Type 1 font
DEFAULT_WIDTH = 500.0
DINGBAT_WIDTH = 788.0  # of most glyphs of Zapf Dingbats, whose widths pdfminer does not know
MIN_AGREED = 0.5  # share of the codes of a CMap that have the text of the standard encoding
RANGE_OPERATORS = (CMapParser.KEYWORD_ENDBFRANGE, CMapParser.KEYWORD_ENDCIDRANGE)
TYPE_0 = LIT("Type0")
ONE_BYTE = "\N{LATIN CAPITAL LETTER A WITH MACRON}"  # the first character that needs two
NONSYMBOLIC = 32  # font descriptor flag


class FontResources(PDFResourceManager):
    """pdfminer's font cache, guarded against malicious and broken fonts."""

    def __init__(
        self,
        budget: Budget,
        damaged: list[str],
        *,
        by_tex: bool = False,
        by_combining: bool = False,
    ) -> None:
        super().__init__()
        self._by_tex = by_tex
        self._by_combining = self.combines_bytes = by_combining
        """Whether ToUnicode values may have both bytes of a character in one."""
        self._assumed: WeakSet[PDFFont] = WeakSet()
        self._budget = budget
        self._damaged = damaged
        self._across: WeakKeyDictionary[PDFFont, Mapping[Any, Any]] = WeakKeyDictionary()
        self._programs: WeakKeyDictionary[PDFFont, FontProgram] = WeakKeyDictionary()

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """A font by its object number or, if it has none, by its dictionary."""
        if objid and objid in self._cached_fonts:
            return self._cached_fonts[objid]
        self._budget.check()
        if objid and not spec:
            self._damaged.append("a font is not in the file")
        try:
            font = self._create_font(objid, self._valid_spec(spec))
        except UnreportError:
            raise
        except Exception:  # noqa: BLE001 - the library raises anything on damaged fonts
            self._damaged.append("a font cannot be read")
            font = UnreadableFont()
        if not _is_number(font.default_width):
            font.default_width = DEFAULT_WIDTH
        if not font.default_width and symbol_font(_font_name(font)) == "zapf dingbats":
            font.default_width = DINGBAT_WIDTH
        is_drawn = font.default_width or any(font.widths.values())
        if not is_drawn and not isinstance(font, PDFType3Font):
            font.widths = {}  # it is no standard font, and its widths are not given
            font.default_width = DEFAULT_WIDTH
        if objid:
            self._cached_fonts[objid] = font
        return font

    def _create_font(self, objid: object, spec: dict[str, object]) -> PDFFont:
        """A font; its ToUnicode CMap is not left to pdfminer, which would expand any range.

        A composite font (Type 0) comes here again with its descendant, which has its ToUnicode.
        """
        to_unicode = resolve1(spec.get("ToUnicode"))
        is_composite = resolve1(spec.get("Subtype")) is TYPE_0
        is_mapped = isinstance(to_unicode, PDFStream) and not is_composite
        if is_mapped:
            spec["ToUnicode"] = PDFStream({}, b"")
        elif "ToUnicode" in spec and not isinstance(to_unicode, PDFStream | PSLiteral):
            self._damaged.append("the list of a font's letters is not in the file")
            del spec["ToUnicode"]
        encoding = resolve1(spec.get("Encoding"))
        if is_mapped and isinstance(encoding, dict) and "Differences" in encoding:
            font = self._font_with_differences(objid, spec, encoding)
        else:
            font = super().get_font(objid, spec)
        if is_mapped and isinstance(font, PDFSimpleFont | PDFCIDFont):
            font.unicode_map = self._parse_to_unicode(to_unicode)
            correct_byte_order(font.unicode_map)
            self._restore_values(font.unicode_map.cid2unichr)
        if is_mapped and "Encoding" not in spec and isinstance(font, PDFSimpleFont):
            _forget_encoding_that_maps_otherwise(font)
        if not is_mapped and isinstance(font, PDFSimpleFont):
            _take_encoding_of_names(font, spec)
            self._take_cork_encoding(font, spec)
        _take_own_widths(font, spec)
        if not is_composite:
            self._programs[font] = FontProgram(spec, checks="ToUnicode" in spec)
        if isinstance(font, PDFCIDFont) and font.vertical:
            self._across[font] = get_widths(list_value(spec.get("W", [])))
        if isinstance(font, PDFCIDFont) and _is_empty(font.cmap):
            font.cmap = IdentityCMap(WMode=font.vertical)  # as nearly all such fonts have
            self._damaged.append("the encoding of a font is not known")
        return font

    def _font_with_differences(
        self, objid: object, spec: dict[str, object], encoding: dict[str, object]
    ) -> PDFFont:
        """A font whose encoding is worked out only for codes that its ToUnicode CMap lacks."""
        plain = {key: value for key, value in encoding.items() if key != "Differences"}
        font = super().get_font(objid, {**spec, "Encoding": plain})
        if isinstance(font, PDFSimpleFont):
            font.cid2unicode = _DifferingEncoding(font.cid2unicode, encoding)
        return font

    def _take_cork_encoding(self, font: PDFSimpleFont, spec: Mapping[str, object]) -> None:
        """Read the codes of a bitmap font in a file by TeX, if its glyph names are numbers."""
        if not (self._by_tex and isinstance(font, PDFType3Font)):
            return
        named = dict(differences(resolve1(spec.get("Encoding"))))
        if is_named_by_codes(named):
            cork = {code: CORK[code] for code in named if code in CORK}
            font.cid2unicode = {**font.cid2unicode, **cork}
            self._assumed.add(font)

    def _restore_values(self, texts: dict[int, str]) -> None:
        """Restore the characters of a ToUnicode CMap of which two bytes were combined."""
        restored = restored_values(texts, is_combined=self._by_combining)
        sums = any(texts[code] < ONE_BYTE <= text for code, text in restored.items())
        self.combines_bytes |= sums or has_misplaced_bytes(texts)
        texts.update(restored)

    def is_encoding_assumed(self, font: PDFFont) -> bool:
        """Whether nothing in the file says in which encoding a font is."""
        return font in self._assumed

    def program(self, font: PDFFont) -> FontProgram | None:
        """The embedded font program of a font, if it can be read."""
        return self._programs.get(font)

    def width_across(self, font: PDFFont, cid: int) -> float:
        """The width of a glyph of a vertical font in horizontal writing, in em; 0: not given."""
        width = self._across.get(font, {}).get(cid)
        return 0.001 * width if isinstance(width, int | float) and _is_number(width) else 0.0

    def _parse_to_unicode(self, to_unicode: PDFStream) -> FileUnicodeMap:
        """A ToUnicode CMap, without ranges longer than a font has glyphs."""
        data = to_unicode.get_data()
        if len(data) > MAX_TO_UNICODE:
            self._damaged.append("the list of a font's letters is longer than any font needs")
            return FileUnicodeMap()
        with suppress(IrregularMap):
            return regular_unicode_map(data, MAX_CODES)
        unicode_map = FileUnicodeMap()
        parser = _ToUnicodeParser(unicode_map, data, self._budget)
        try:
            parser.run()
        except UnreportError:
            raise
        except Exception:  # noqa: BLE001 - what was read before it is kept
            parser.damaged = True
        if parser.damaged:
            self._damaged.append("the list of a font's letters is damaged")
        return unicode_map

    def _valid_spec(self, spec: Mapping[str, object]) -> dict[str, object]:
        """A font dictionary without tables that are longer than a font can have."""
        valid = dict(spec)
        if _is_standard_encoded(spec):
            valid["Encoding"] = LIT("StandardEncoding")
        for key, is_valid in TABLE_CHECKS.items():
            if key in valid and not is_valid(resolve1(valid[key])):
                del valid[key]
                self._damaged.append("a table of a font is longer than any font needs")
        return valid


class _DifferingEncoding(dict[int, str]):
    """An encoding with /Differences, whose glyph names are read when a code needs one.

    A ToUnicode CMap mostly says what all codes of a font are.
    """

    def __init__(self, base: Mapping[int, str], encoding: Mapping[str, object]) -> None:
        super().__init__()
        self._base = base
        self._encoding: Mapping[str, object] | None = encoding

    def __missing__(self, code: int) -> str:
        encoding, self._encoding = self._encoding, None
        if encoding is None:
            raise KeyError(code)
        self.update(self._base)
        with suppress(Exception):  # the library raises anything on damaged names
            known = EncodingDB.encodings.items()
            name = next(name for name, codes in known if codes is self._base)
            self.update(EncodingDB.get_encoding(name, list_value(encoding["Differences"])))
            self.update(_named_texts(encoding))
        return self[code]


def _forget_encoding_that_maps_otherwise(font: PDFSimpleFont) -> None:
    """Forget the standard encoding of a font without /Encoding whose ToUnicode CMap contradicts it.

    The codes of a subset are numbers of glyphs then, and one that the CMap lacks has no text
    (ISO 32000-1, 9.10.2): LibreOffice leaves out kashidas and marks.
    """
    texts: Mapping[int, str] = font.unicode_map.cid2unichr if font.unicode_map else {}
    agreed = sum(font.cid2unicode.get(code) == text for code, text in texts.items())
    if texts and agreed < MIN_AGREED * len(texts):
        font.cid2unicode = {}


def _is_standard_encoded(spec: Mapping[str, object]) -> bool:
    """Whether a TrueType font has neither an encoding nor a program (ISO 32000-1, 9.6.6.1).

    Its codes are those of the standard encoding; pdfminer takes them for those of Windows.
    """
    if {"Encoding", "ToUnicode"} & spec.keys() or resolve1(spec.get("Subtype")) is not LIT(
        "TrueType"
    ):
        return False
    descriptor = dict_value(spec.get("FontDescriptor", {}))
    flags = resolve1(descriptor.get("Flags"))
    return "FontFile2" not in descriptor and isinstance(flags, int) and bool(flags & NONSYMBOLIC)


def _take_encoding_of_names(font: PDFSimpleFont, spec: Mapping[str, object]) -> None:
    """Read codes by the names that the font dictionary has for them, else by the font program.

    A name without characters leaves the code without any, and not with that of the standard
    encoding.
    """
    encoding = resolve1(spec.get("Encoding"))
    named = dict(differences(encoding)) if isinstance(encoding, dict) else {}
    texts = _named_texts(encoding)
    own: Mapping[int, str] = {}
    with suppress(Exception):  # a font program may be damaged in any way
        own = built_in_encoding(spec) if has_built_in_encoding(spec) else {}
    others = {code: text for code, text in own.items() if code not in named}
    if texts or others:
        font.cid2unicode = {**font.cid2unicode, **others, **texts}


def _named_texts(encoding: object) -> dict[int, str]:
    """The characters of the glyph names of an encoding, of all names that say anything."""
    texts = ((code, named_text(name)) for code, name in differences(encoding))
    return {code: text for code, text in texts if text is not None}


def _is_empty(codes: CMapBase) -> bool:
    """Whether pdfminer lacks the predefined CMap that a font names, and would drop its text."""
    return isinstance(codes, CMap) and not codes.code2cid


class _ToUnicodeParser(LimitedParser, CMapParser):
    """pdfminer's CMap parser, within limits."""

    def __init__(self, unicode_map: FileUnicodeMap, data: bytes, budget: Budget) -> None:
        self.budget = budget
        self._codes = 0
        self.damaged = False
        super().__init__(unicode_map, BytesIO(data))

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Leave out ranges that have together more codes than any font."""
        if token in RANGE_OPERATORS:
            operands = [item for _, item in self.curstack]
            ranges = zip(operands[::3], operands[1::3], strict=False)
            self._codes += sum(_range_size(first, last) for first, last in ranges)
            if self._codes > MAX_CODES:
                self.popall()
                self.damaged = True
        super().do_keyword(pos, token)


def _range_size(first: object, last: object) -> int:
    if not isinstance(first, bytes) or not isinstance(last, bytes):
        return 0
    return max(0, int.from_bytes(last) - int.from_bytes(first))


def _take_own_widths(font: PDFFont, spec: Mapping[str, object]) -> None:
    """Give a standard font the widths that the file has for it.

    They take precedence over the metrics of the font (ISO 32000-1, 9.6.2.2), which are all that
    pdfminer uses: groff's `Times-Roman` has an ffi, which Adobe's has not.
    """
    if isinstance(font, PDFType1Font) and "Widths" in spec:
        widths = map(resolve1, list_value(spec["Widths"]))
        given = enumerate(widths, start=int_value(spec.get("FirstChar", 0)))
        own: dict[str | int, float] = {}
        own |= {
            code: width for code, width in given if isinstance(width, int | float) and width > 0
        }
        font.widths = {**font.widths, **own}


class UnreadableFont(PDFFont):
    """A font that cannot be read: its glyphs have positions, but no Unicode values."""

    def __init__(self) -> None:
        super().__init__({}, {}, default_width=DEFAULT_WIDTH)

    def to_unichr(self, cid: int) -> str:
        """No Unicode value."""
        raise PDFUnicodeNotDefined(None, cid)


def _font_name(font: PDFFont) -> str:
    return str(font.fontname or "")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and abs(value) < math.inf


# --- tables ---------------------------------------------------------------------------------------


def _are_widths_valid(value: object, *, numbers: int) -> bool:
    """Whether a widths array, `1 [500 600] 10 20 500`, has no more glyphs than fonts can have."""
    size = run = 0
    first = last = 0.0
    for entry in list_value(value):
        item = resolve1(entry) if isinstance(entry, PDFObjRef) else entry
        if not isinstance(item, int | float):
            run = 0
            continue
        first, last = (item, last) if run == 0 else (first, item) if run == 1 else (first, last)
        run += 1
        if run == numbers:
            size += max(0, int(last) - int(first))
            run = 0
    return size <= 8 * MAX_CODES


def _is_descriptor_valid(value: object) -> bool:
    """Whether the embedded font program is safe to parse for an encoding."""
    descriptor = dict_value(value)
    type1 = resolve1(descriptor.get("FontFile"))
    if isinstance(type1, PDFStream) and int_value(type1.get("Length1")) > MAX_TYPE1_HEADER:
        return False
    truetype = resolve1(descriptor.get("FontFile2"))
    return not isinstance(truetype, PDFStream) or cmap_size(truetype.get_data()) <= MAX_CODES


TABLE_CHECKS: Mapping[str, Callable[[object], bool]] = {
    "W": partial(_are_widths_valid, numbers=3),
    "W2": partial(_are_widths_valid, numbers=5),
    "FontDescriptor": _is_descriptor_valid,
}
