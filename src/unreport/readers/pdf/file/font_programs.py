"""The embedded font program as a second source of a glyph's text: its `cmap` and glyph names.

ToUnicode is written by the producer of the file and may be wrong; the `cmap` table and the glyph
names of the embedded font are those of its designer.  A broken font program says nothing.
"""

from __future__ import annotations

import logging
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import islice
from typing import Any, TypeVar

from msgspec import Struct
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name

from unreport.readers.pdf.file.font_tables.cmap_size import (
    FORMAT_4,
    FORMAT_12,
    MAX_CODES,
    cmap_size,
)
from unreport.readers.pdf.file.font_tables.compact_font import (
    CFF_HEADER,
    compact_font,
    drawn_scale,
    has_declared_box,
    is_cid_keyed,
)
from unreport.readers.pdf.file.font_tables.glyph_names import glyph_name_text
from unreport.readers.pdf.file.font_tables.glyph_outlines import (
    Outlines,
    glyph_contours,
    has_outline,
    is_above_baseline,
    middle_of,
    mirror_pair,
    points_left,
)
from unreport.readers.pdf.file.font_tables.mark_outlines import MARKS, SHADDA, shadda_and_vowel
from unreport.readers.pdf.file.font_tables.sfnt import glyph_extents, sfnt_tables
from unreport.readers.pdf.file.font_tables.substitutions import texts_of_substitutes
from unreport.readers.pdf.file.font_tables.truetype_codes import glyphs_of_codes, is_encoded

# fontTools logs warnings about fonts; without a handler they would go to stderr.
logging.getLogger("fontTools").addHandler(logging.NullHandler())

T = TypeVar("T")

MAX_TEXT = 8  # characters of one glyph
MAX_COMPARED = 40  # glyphs of one font whose outlines are compared
BOUNDED_FORMATS = frozenset({0, FORMAT_4, 6, FORMAT_12})
"""Formats of `cmap` subtables whose size is known before they are parsed."""
MAX_BAR, MAX_DESCENT = 0.4, 0.15
"""Of the height of an alef or lam: the most that a kashida rises above the baseline or descends."""
NAMED = b"\x00\x02\x00\x00"  # version of a `post` table with glyph names


class ProgramText(Struct, frozen=True, gc=False):
    """What the font program says about one glyph."""

    unicode: tuple[str, ...] = ()  # characters that its `cmap` maps to the glyph
    name: str = ""  # the characters of its glyph name
    is_superior: bool = False  # it draws a digit above the baseline, as feature `sups` does
    middle: float | None = None  # of a shadda: that of its outline, from the origin, in em

    @property
    def is_private(self) -> bool:
        """Whether it says nothing, or only what the font's designer understands."""
        return is_private("".join(self.unicode) + self.name)


NOTHING = ProgramText()


class FontProgram:
    """The embedded font program of one font, parsed when it is first asked."""

    def __init__(self, spec: Mapping[str, object], *, checks: bool) -> None:
        self.checks = checks
        """Whether it is independent of the text of codes, which is by ToUnicode."""
        self.decides = not checks and _is_identity_ordered(spec)
        """Whether nothing else says what its glyphs are: codes are glyph indices, no ToUnicode."""
        self._spec: Mapping[str, object] | None = spec
        self._gids: Mapping[int, int] | GlyphIndices | None = (
            None  # code -> glyph index; None: they are equal
        )
        self._unicode: Mapping[int, list[str]] = {}  # glyph index -> characters
        self._names: list[str] = []  # glyph names by index
        self._code_names: Mapping[int, str] = {}  # code -> glyph name, by /Differences
        self._program: PDFStream | None = None
        self._is_cid = False
        self._is_encoded = False  # a simple font whose codes are those of its /Encoding
        self._is_scaled = False  # a CFF font of another size than its descriptor says
        self._substitutes: Mapping[int, str] | None = None  # glyph index -> text; None: not asked
        self._compared = 0  # glyphs whose outlines were compared
        self._outlines: Outlines | None = None  # None: not asked

    def text(self, code: int) -> ProgramText:
        """What the font program says about the glyph of a character code or CID."""
        self._load_once()
        gid = code if self._gids is None else self._gids.get(code, 0)
        unicode = tuple(self._unicode.get(gid, ()))
        if self._is_encoded:  # by a `cmap` that may have the character drawn mirrored (cairo)
            unicode = tuple(char for char in unicode if not unicodedata.mirrored(char))
        name = self._code_names.get(code, "")
        if not name and 0 < gid < len(self._names):
            name = self._names[gid]
        text = _name_text(name)
        return ProgramText(unicode, text) if unicode or text else NOTHING

    def witness(self, code: int, text: str, texts: Mapping[int, str]) -> ProgramText:
        """What the font program says of a code whose text is by ToUnicode, if that may differ.

        `texts` has the ToUnicode values of all codes.
        """
        is_asked = self.checks or self.decides or not text
        found = self.text(code) if is_asked else NOTHING
        if is_private(text) and found.is_private:
            found = self._drawn_text(code, texts)
        if SHADDA not in text:
            return found
        return ProgramText(found.unicode, found.name, middle=self._outlined(middle_of, code))

    def _drawn_text(self, code: int, texts: Mapping[int, str]) -> ProgramText:
        """The text of a glyph without a character, by the other glyphs of its font.

        It is a form or ligature of them, or has the outlines of a shadda and a vowel sign.
        """
        self._load_once()
        if self._substitutes is None:
            none: Mapping[int, str] = {}
            self._substitutes = self._guarded(self._texts_of_substitutes, none)
        text = self._substitutes.get(self._glyph(code), "")
        if not text and self._compared < MAX_COMPARED:
            self._compared += 1
            text = self._guarded(lambda: self._mark_text(code, texts), "")
        return ProgramText((text,)) if 0 < len(text) <= MAX_TEXT else NOTHING

    def _texts_of_substitutes(self) -> Mapping[int, str]:
        if self._program is None or not self._unicode:
            return {}
        gsub = sfnt_tables(self._program.get_data()).get(b"GSUB", b"")
        known = {
            glyph: own
            for glyph, chars in self._unicode.items()
            if (own := [char for char in chars if not is_private(char)])
        }
        return texts_of_substitutes(gsub, known) if gsub else {}

    def _mark_text(self, code: int, texts: Mapping[int, str]) -> str:
        marks = {text: self._glyph(known) for known, text in texts.items() if text in MARKS}
        if self._program is None or SHADDA not in marks or not self._glyph(code):
            return ""
        if self._outlines is None:
            self._outlines = Outlines(self._program.get_data(), is_cid=self._is_cid)
        own = glyph_contours(self._outlines, self._glyph(code))
        known = {text: glyph_contours(self._outlines, glyph) for text, glyph in marks.items()}
        return shadda_and_vowel(own, known)

    @staticmethod
    def _guarded(read: Callable[[], T], default: T) -> T:
        try:
            return read()
        except Exception:  # noqa: BLE001 - a font program may be damaged in any way
            return default

    def shape(self, code: int, char: str) -> str:
        """Which of a mirrored character and its counterpart a glyph draws; "" if unknown."""
        pair = mirror_pair(char)
        is_left = self._outlined(points_left, code) if pair is not None else None
        return "" if pair is None or is_left is None else pair[not is_left]

    def is_drawn(self, code: int, letter: int) -> bool:
        """Whether the glyph of a code has an outline, and not that of another code, a letter.

        False if that is unknown.  The font of an OCR layer has one glyph for all codes.
        """
        self._load_once()
        if self._glyph(code) == self._glyph(letter):
            return False
        return self._outlined(has_outline, code) or False

    def is_superior(self, code: int) -> bool:
        """Whether the glyph of a code stands above the baseline; False if that is unknown."""
        return self._outlined(is_above_baseline, code) or False

    def bars(self, codes: Collection[int]) -> frozenset[int]:
        """Those of some codes, of letters that all have an ascender, that draw a low bar.

        None of them, if the font has no TrueType outlines.
        """
        extents = self.extents(codes)
        height = max((top for _, top in extents.values()), default=0)
        return frozenset(
            code
            for code, (bottom, top) in extents.items()
            if bottom > -MAX_DESCENT * height and 0 < top < MAX_BAR * height
        )

    def extents(self, codes: Collection[int]) -> Mapping[int, tuple[int, int]]:
        """The lowest and highest points of the glyphs of some codes, if they are TrueType."""
        self._load_once()
        program, none = self._program, dict[int, tuple[int, int]]()
        if program is None:
            return none
        glyphs = {code: self._glyph(code) for code in codes}
        drawn = {*glyphs.values()} - {0}
        found = self._guarded(lambda: glyph_extents(program.get_data(), drawn), none)
        return {code: found[glyph] for code, glyph in glyphs.items() if glyph in found}

    @property
    def may_be_scaled(self) -> bool:
        """Whether it is a CFF font of another size than its descriptor says."""
        if self._spec is not None and not _is_compact(self._spec):
            return False
        self._load_once()
        return self._is_scaled

    def drawn_scale(self, widths: Mapping[int, float]) -> float:
        """How many times as large the glyphs of some codes are drawn as their widths say.

        The widths, in em, are those of the PDF.
        """
        self._load_once()
        if not self._is_scaled or self._program is None:
            return 1.0
        try:
            font = compact_font(self._program.get_data())
            names = font.charset
            is_keyed = is_cid_keyed(font)
            declared = {
                f"cid{code:05d}" if is_keyed else names[self._glyph(code)]: width
                for code, width in widths.items()
            }
            return drawn_scale(font, declared)
        except Exception:  # noqa: BLE001 - a font program may be damaged in any way
            return 1.0

    def _glyph(self, code: int) -> int:
        return code if self._gids is None else self._gids.get(code, 0)

    def _outlined(self, what: Callable[..., T | None], code: int) -> T | None:
        """What the outline of the glyph of a code shows, if its font program can be read."""
        self._load_once()
        glyph, program = self._glyph(code), self._program
        if program is None or not glyph:
            return None
        return self._guarded(lambda: what(program.get_data(), glyph, is_cid=self._is_cid), None)

    @property
    def has_cmap(self) -> bool:
        """Whether it maps characters to glyphs, once it was asked for a text."""
        return bool(self._unicode)

    def _load_once(self) -> None:
        if self._spec is not None:
            spec, self._spec = self._spec, None
            try:
                self._load(spec)
            except Exception:  # noqa: BLE001 - a font program may be damaged in any way
                self._unicode, self._names = {}, []

    def _load(self, spec: Mapping[str, object]) -> None:
        descriptor = dict_value(spec.get("FontDescriptor"))
        is_cid = literal_name(spec.get("Subtype")).startswith("CIDFont")
        if is_cid:
            self._gids = _cid_to_gid(spec.get("CIDToGIDMap"))
        else:
            self._gids = {}
            self._code_names = dict(differences(spec.get("Encoding")))
        program = resolve1(descriptor.get("FontFile2")) or resolve1(descriptor.get("FontFile3"))
        if isinstance(program, PDFStream):
            self._program, self._is_cid = program, is_cid
            data = program.get_data()
            if data.startswith(CFF_HEADER):
                box = list_value(descriptor.get("FontBBox", []))
                self._load_cff(data, is_cid=is_cid, box=[*map(float, map(resolve1, box))])
            else:
                self._load_sfnt(data, None if is_cid else spec)

    def _load_sfnt(self, data: bytes, simple: Mapping[str, object] | None) -> None:
        tables = sfnt_tables(data)
        cmap = tables.get(b"cmap")
        subtables = _subtables(cmap) if cmap and cmap_size(data) <= MAX_CODES else []
        by_gid: dict[int, list[str]] = defaultdict(list)
        for table in subtables:
            if table.isUnicode():
                for char, gid in table.cmap.items():
                    by_gid[gid].append(chr(char))
        by_gid.pop(0, None)
        self._unicode = by_gid
        if simple is not None:
            self._gids = glyphs_of_codes(subtables, simple)
            self._is_encoded = is_encoded(simple)
        if tables.get(b"post", b"")[:4] == NAMED:
            self._names = _glyph_names(data)[:MAX_CODES]

    def _load_cff(self, data: bytes, *, is_cid: bool, box: Sequence[float]) -> None:
        font = compact_font(data)
        self._is_scaled = not has_declared_box(font, box)
        if is_cid_keyed(font):
            return
        self._names = font.charset[:MAX_CODES]
        if not is_cid and isinstance(font.Encoding, list):
            index = {name: gid for gid, name in enumerate(self._names)}
            self._gids = {code: index.get(name, 0) for code, name in enumerate(font.Encoding)}


def is_private(text: str) -> bool:
    """Whether a text is U+FFFD or of private use, so that it says nothing (Unicode 23.5)."""
    return all("\ue000" <= char <= "\uf8ff" or char == "\ufffd" for char in text)


def _is_compact(spec: Mapping[str, object]) -> bool:
    """Whether a font has an embedded program other than TrueType (ISO 32000-1, table 126)."""
    descriptor = resolve1(spec.get("FontDescriptor"))
    return isinstance(descriptor, dict) and "FontFile3" in descriptor


def _is_identity_ordered(spec: Mapping[str, object]) -> bool:
    """Whether the CIDs of a composite font are of no character collection (ISO 32000, 9.7.3)."""
    info = resolve1(spec.get("CIDSystemInfo"))
    ordering = resolve1(info.get("Ordering")) if isinstance(info, dict) else None
    return ordering in (b"Identity", b"UCS")


class _NamelessGlyphs:
    """What fontTools asks a font for when it reads a `cmap` table: glyphs by index here.

    Their names are slow to find.
    """

    lazy = True  # subtables are parsed when they are asked for

    @staticmethod
    def getGlyphNameMany(glyphs: Any) -> Any:  # noqa: N802, ANN401 - a name of fontTools
        """The glyphs themselves."""
        return glyphs


def _subtables(cmap: bytes) -> list[Any]:
    """The subtables of a `cmap` table that are of known size."""
    from fontTools.ttLib import newTable  # noqa: PLC0415 - slow to import, seldom needed

    table = newTable("cmap")
    table.decompile(cmap, _NamelessGlyphs())
    return [subtable for subtable in table.tables if subtable.format in BOUNDED_FORMATS]


def _glyph_names(data: bytes) -> list[str]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow to import, seldom needed

    names: list[str] = TTFont(BytesIO(data), lazy=True).getGlyphOrder()
    return names


def _cid_to_gid(value: object) -> GlyphIndices | None:
    mapping = resolve1(value)
    if not isinstance(mapping, PDFStream):
        return None
    return GlyphIndices(mapping.get_data()[: 2 * MAX_CODES])


class GlyphIndices:
    """The glyph indices of a /CIDToGIDMap by CID: two bytes each, read for a CID that occurs."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def get(self, cid: int, default: int) -> int:
        """The glyph of a CID; the default, if the map is too short."""
        if 0 <= cid < len(self._data) // 2:
            return int.from_bytes(self._data[2 * cid : 2 * cid + 2])
        return default


def differences(encoding: object) -> Iterator[tuple[int, str]]:
    """The glyph names in the /Differences of an encoding."""
    declared = resolve1(encoding)
    if not isinstance(declared, dict):
        return
    code = 0
    for item in islice(list_value(declared.get("Differences", [])), MAX_CODES):
        value = item if type(item) is PSLiteral else resolve1(item)
        if isinstance(value, int):
            code = value
        elif isinstance(value, PSLiteral):
            yield code, literal_name(value)
            code += 1


def _name_text(name: str) -> str:
    """The characters of a glyph name: `uni06440627.fina`, `u0644_u0627`, `afii57415`."""
    try:
        text = glyph_name_text(name) if name else ""
    except (KeyError, ValueError, OverflowError):
        return ""
    return text if len(text) <= MAX_TEXT else ""
