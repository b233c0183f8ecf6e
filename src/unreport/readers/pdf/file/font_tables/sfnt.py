"""The table directory of a TrueType or OpenType font program, without a parse of its tables.

fontTools reads all entries of the directory and all offsets of glyphs before it can tell of one.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping

VERSIONS = frozenset({b"\x00\x01\x00\x00", b"OTTO", b"true"})
FIRST_ENTRY, ENTRY = 12, ">4sLLL"  # offset; tag, checksum, offset and length of a table
UNITS_PER_EM = 18  # offset of unitsPerEm in the `head` table
LONG_OFFSETS = 50  # offset of indexToLocFormat in the `head` table
BOTTOM = 4  # offset of yMin, xMax and yMax in the header of an outline


class BrokenFont(ValueError):
    """A font program that is damaged, or is not of a known version."""


def sfnt_tables(data: bytes) -> dict[bytes, bytes]:
    """The tables of a font program by their tags; raises if it is not one, or is cut off.

    >>> sfnt_tables(b"true" + bytes([0, 1]) + bytes(6) + b"cmap" + bytes(4)
    ...             + bytes([0, 0, 0, 28]) + bytes([0, 0, 0, 2]) + b"ab")
    {b'cmap': b'ab'}
    """
    if data[:4] not in VERSIONS or len(data) < FIRST_ENTRY:
        raise BrokenFont
    (count,) = struct.unpack_from(">H", data, 4)
    found = {}
    for number in range(count):
        place = FIRST_ENTRY + number * struct.calcsize(ENTRY)
        tag, _, start, length = struct.unpack_from(ENTRY, data, place)
        found[tag] = data[start : start + length]
        if len(found[tag]) < length:
            raise BrokenFont
    return found


def is_empty_glyph(data: bytes, glyph: int) -> bool:
    """Whether a glyph of a TrueType font has no outline, by the offsets in its `loca` table.

    False for a glyph that may have one, and for a font whose outlines are not in a `glyf` table.
    """
    tables = sfnt_tables(data)
    if b"glyf" not in tables or b"CFF " in tables or b"CFF2" in tables:
        return False
    start, end = _outline_offsets(tables, glyph)
    return start == end


def glyph_extents(data: bytes, glyphs: Iterable[int]) -> dict[int, tuple[int, int]]:
    """The lowest and highest points of glyphs of a TrueType font, by the boxes in its `glyf` table.

    Glyphs without an outline are left out, as are those that the font does not have.
    """
    tables = sfnt_tables(data)
    outlines = tables.get(b"glyf", b"")
    extents = {}
    for glyph in glyphs if outlines else ():
        start, end = _outline_offsets(tables, glyph)
        if start < end <= len(outlines):
            bottom, _, top = struct.unpack_from(">3h", outlines, start + BOTTOM)
            extents[glyph] = bottom, top
    return extents


def units_per_em(data: bytes) -> int:
    """The units of an em, in which the outlines of a font are drawn."""
    (units,) = struct.unpack_from(">H", sfnt_tables(data)[b"head"], UNITS_PER_EM)
    return int(units)


def _outline_offsets(tables: Mapping[bytes, bytes], glyph: int) -> tuple[int, int]:
    """Where the outline of a glyph begins and ends in the `glyf` table, by `loca`."""
    (is_long,) = struct.unpack_from(">h", tables[b"head"], LONG_OFFSETS)
    kind, size, unit = (">2L", 4, 1) if is_long else (">2H", 2, 2)
    if len(tables[b"loca"]) < (glyph + 2) * size:
        return 0, 0
    start, end = struct.unpack_from(kind, tables[b"loca"], glyph * size)
    return unit * start, unit * end
