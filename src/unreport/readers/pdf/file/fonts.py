"""The fonts of a PDF without tables that no font can have; what cannot be read has no letters."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BytesIO

from pdfminer.cmapdb import CMap, CMapBase, CMapParser, FileUnicodeMap, IdentityCMap
from pdfminer.pdffont import PDFCIDFont, PDFFont, PDFSimpleFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, int_value, list_value, resolve1
from pdfminer.psparser import LIT, PSKeyword, PSLiteral

from unreport.errors import UnreportError
from unreport.readers.pdf.file.limits import Clock
from unreport.readers.pdf.file.tokens import Watched

MOST_LETTERS = 1 << 17  # that one font can have: twice what two bytes can name
MOST_MAP = 4_000_000  # bytes of a map to letters; 65,536 entries take one
MOST_HEADER = 1_000_000  # bytes of a Type 1 font before its glyphs
USUAL_WIDTH = 500.0
RANGES = (CMapParser.KEYWORD_ENDBFRANGE, CMapParser.KEYWORD_ENDCIDRANGE)
TYPE_0 = LIT("Type0")
FORMAT_4, FORMAT_12 = 4, 12


class Resources(PDFResourceManager):
    """pdfminer's store of fonts, without those that are made to do harm."""

    def __init__(self, clock: Clock, damaged: list[str]) -> None:
        super().__init__()
        self._clock = clock
        self._damaged = damaged

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """A font by its number or, if it has none, by what it says."""
        if objid and objid in self._cached_fonts:
            return self._cached_fonts[objid]
        self._clock.look()
        if objid and not spec:
            self._damaged.append("a font is not in the file")
        said = self._sound(spec)
        try:
            font = self._made(objid, said)
        except UnreportError:
            raise
        except Exception:  # noqa: BLE001 - the library raises anything on damaged fonts
            self._damaged.append("a font cannot be read")
            font = Mute()
        if not _is_number(font.default_width):
            font.default_width = USUAL_WIDTH
        if objid:
            self._cached_fonts[objid] = font
        return font

    def _made(self, objid: object, said: dict[str, object]) -> PDFFont:
        """A font; its map to letters is not left to the library, which would follow any range."""
        letters = resolve1(said.get("ToUnicode"))
        own = isinstance(letters, PDFStream) and resolve1(said.get("Subtype")) is not TYPE_0
        if own:
            said["ToUnicode"] = PDFStream({}, b"")
        elif "ToUnicode" in said and not isinstance(letters, PDFStream | PSLiteral):
            self._damaged.append("the list of a font's letters is not in the file")
            del said["ToUnicode"]
        font = super().get_font(objid, said)
        if own and isinstance(font, PDFSimpleFont | PDFCIDFont):
            font.unicode_map = self._map(letters)
        if isinstance(font, PDFCIDFont) and _is_empty(font.cmap):
            font.cmap = IdentityCMap(WMode=font.vertical)  # what nearly all such fonts have
            self._damaged.append("the encoding of a font is not known")
        return font

    def _map(self, letters: PDFStream) -> FileUnicodeMap:
        """The map from codes to letters, without ranges longer than a font has glyphs."""
        found = FileUnicodeMap()
        data = letters.get_data()
        if len(data) > MOST_MAP:
            self._damaged.append("the list of a font's letters is longer than any font needs")
            return found
        parser = _Letters(found, data, self._clock)
        try:
            parser.run()
        except UnreportError:
            raise
        except Exception:  # noqa: BLE001 - what was read before it stands
            parser.damaged = True
        if parser.damaged:
            self._damaged.append("the list of a font's letters is damaged")
        return found

    def _sound(self, spec: Mapping[str, object]) -> dict[str, object]:
        """What a font says, without tables that are longer than a font can have."""
        said = dict(spec)
        for key, is_sound in TABLES.items():
            if key in said and not is_sound(resolve1(said[key])):
                del said[key]
                self._damaged.append("a table of a font is longer than any font needs")
        return said


def _is_empty(codes: CMapBase) -> bool:
    """Whether the library has not found the encoding that a font names, and would drop its text."""
    return isinstance(codes, CMap) and not codes.code2cid


class _Letters(Watched, CMapParser):
    """pdfminer's parser of maps to letters, with an eye on the limits."""

    def __init__(self, found: FileUnicodeMap, data: bytes, clock: Clock) -> None:
        self.clock = clock
        self._reach = 0
        self.damaged = False
        super().__init__(found, BytesIO(data))

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Leave out ranges that reach further than all fonts do."""
        if token in RANGES:
            said = [item for _, item in self.curstack]
            self._reach += sum(
                _reach(first, last) for first, last in zip(said[::3], said[1::3], strict=False)
            )
            if self._reach > MOST_LETTERS:
                self.popall()
                self.damaged = True
        super().do_keyword(pos, token)


def _reach(first: object, last: object) -> int:
    if not isinstance(first, bytes) or not isinstance(last, bytes):
        return 0
    return max(0, int.from_bytes(last) - int.from_bytes(first))


class Mute(PDFFont):
    """A font that cannot be read: its glyphs have a place, but no letters."""

    def __init__(self) -> None:
        super().__init__({}, {}, default_width=USUAL_WIDTH)

    def to_unichr(self, cid: int) -> str:
        """No letter."""
        raise PDFUnicodeNotDefined(None, cid)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and abs(value) < math.inf


# --- tables ---------------------------------------------------------------------------------------


def _widths_sound(value: object, *, numbers: int) -> bool:
    """Whether a list of widths, `1 [500 600] 10 20 500`, names no more glyphs than fonts have."""
    reach = 0
    run: list[float] = []
    for item in map(resolve1, list_value(value)):
        run = [*run, item] if isinstance(item, int | float) else []
        if len(run) == numbers:
            reach += max(0, int(run[1]) - int(run[0]))
            run = []
    return reach <= 8 * MOST_LETTERS


def _descriptor_sound(value: object) -> bool:
    """Whether the font file, if it has to be asked for letters, can be."""
    said = dict_value(value)
    header = resolve1(said.get("FontFile"))
    if isinstance(header, PDFStream) and int_value(header.get("Length1")) > MOST_HEADER:
        return False
    outlines = resolve1(said.get("FontFile2"))
    return not isinstance(outlines, PDFStream) or _glyphs_named(outlines.get_data()) <= MOST_LETTERS


def _glyphs_named(data: bytes) -> int:
    """How many letters the table `cmap` of a TrueType font claims to name."""
    at = next((at for name, at in _tables(data) if name == b"cmap"), None)
    if at is None:
        return 0
    (count,) = struct.unpack_from(">H", data, at + 2)
    return sum(
        _claimed(data, at + struct.unpack_from(">L", data, at + 8 + 8 * n)[0]) for n in range(count)
    )


def _tables(data: bytes) -> Iterator[tuple[bytes, int]]:
    (count,) = struct.unpack_from(">H", data, 4)
    for n in range(count):
        name, _, at, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * n)
        yield name, at


def _claimed(data: bytes, at: int) -> int:
    """How many letters a subtable names."""
    (kind,) = struct.unpack_from(">H", data, at)
    if kind == FORMAT_4:
        count = struct.unpack_from(">H", data, at + 6)[0] // 2
        lasts = struct.unpack_from(f">{count}H", data, at + 14)
        firsts = struct.unpack_from(f">{count}H", data, at + 16 + 2 * count)
        return sum(max(0, last - first) for first, last in zip(firsts, lasts, strict=True))
    if kind == FORMAT_12:
        (count,) = struct.unpack_from(">I", data, at + 12)
        groups = struct.iter_unpack(">III", data[at + 16 : at + 16 + 12 * min(count, MOST_LETTERS)])
        return sum(max(0, last - first) for first, last, _ in groups)
    return 0


TABLES: Mapping[str, Callable[[object], bool]] = {
    "W": partial(_widths_sound, numbers=3),
    "W2": partial(_widths_sound, numbers=5),
    "FontDescriptor": _descriptor_sound,
}
