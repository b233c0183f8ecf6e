"""Properties of a .doc file (MS-DOC 2.6): single property modifiers (sprm) and where they apply."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from struct import unpack_from
from typing import NamedTuple

from msgspec.structs import replace

from unreport.readers.word.styles import RunProperties

PAGE = 512  # bytes of a page of formatted properties (FKP)
OPERAND_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
LONG_TABLE, TAB_CHANGES = 0xD608, 0xC615  # sprms with an operand size of their own
PLC_CHPX, PLC_PAPX = 12, 13  # in FibRgFcLcb97

TOGGLES = {
    0x0835: "bold", 0x0836: "italic", 0x083C: "hidden", 0x085C: "bold_rtl", 0x085D: "italic_rtl",
}  # fmt: skip
OF_STYLE, NOT_OF_STYLE = 0x80, 0x81
SIZE, SIZE_RTL, VERTICAL, RTL = 0x4A43, 0x4A61, 0x2A48, 0x085A
DELETED, INSERTED, CHARACTER_STYLE, SYMBOL = 0x0800, 0x0801, 0x4A30, 0x6A09
VERTICALS = {0: "baseline", 1: "superscript", 2: "subscript"}

Sprm = tuple[int, bytes]


class Stretch(NamedTuple):
    """A range of the stream with its modifiers."""

    start: int
    end: int
    style: int  # of a paragraph
    modifiers: bytes


def sprms(data: bytes) -> Iterator[Sprm]:
    """The modifiers and their operands."""
    at = 0
    while at + 2 <= len(data):
        code = unpack_from("<H", data, at)[0]
        at += 2
        if code >> 13 == 6:  # noqa: PLR2004
            if at >= len(data):
                return
            if code == LONG_TABLE:
                size = unpack_from("<H", data, at)[0] + 1
                yield code, data[at + 2 : at + size]
            else:
                size = data[at] + 1
                if code == TAB_CHANGES and size == PAGE // 2:
                    return
                yield code, data[at + 1 : at + size]
        else:
            size = OPERAND_SIZES[code >> 13]
            yield code, data[at : at + size]
        at += size


def character_stretches(table: bytes, stream: bytes) -> list[Stretch]:
    """The character properties in the order of the stream."""
    return [
        Stretch(start, end, 0, modifiers)
        for page, bounds, count in _pages(table, stream)
        for start, end, offset in zip(
            bounds, bounds[1:], page[4 * (count + 1) : 5 * count + 4], strict=False
        )
        for modifiers in [_chpx(page, offset * 2)]
    ]


def paragraph_stretches(table: bytes, stream: bytes) -> list[Stretch]:
    """The paragraph properties in the order of the stream."""
    found = []
    for page, bounds, count in _pages(table, stream):
        for index in range(count):
            offset = page[4 * (count + 1) + 13 * index] * 2
            style, modifiers = _papx(page, offset)
            found.append(Stretch(bounds[index], bounds[index + 1], style, modifiers))
    return found


def _pages(table: bytes, stream: bytes) -> Iterator[tuple[bytes, tuple[int, ...], int]]:
    """The pages of formatted properties: bytes, bounds of the stretches, their number."""
    count = min((len(table) - 4) // 8, len(stream) // PAGE + 1)
    for number in unpack_from(f"<{max(count, 0)}I", table, 4 * (count + 1)) if count > 0 else ():
        start = (number & 0x3FFFFF) * PAGE
        page = stream[start : start + PAGE]
        if len(page) == PAGE:
            stretches = page[-1]
            yield page, unpack_from(f"<{stretches + 1}I", page), stretches


def _chpx(page: bytes, offset: int) -> bytes:
    return page[offset + 1 : offset + 1 + page[offset]] if offset else b""


def _papx(page: bytes, offset: int) -> tuple[int, bytes]:
    if not offset:
        return 0, b""
    words = page[offset]
    start, size = (offset + 1, 2 * words - 1) if words else (offset + 2, 2 * page[offset + 1])
    return unpack_from("<H", page, start)[0], page[start + 2 : start + size]


def find(stretches: list[Stretch], offset: int) -> Stretch | None:
    """The stretch that contains an offset of the stream."""
    at = bisect_right(stretches, offset, key=lambda stretch: stretch.start) - 1
    return stretches[at] if at >= 0 and offset < stretches[at].end else None


def apply(modifiers: bytes, base: RunProperties) -> RunProperties:
    """Run properties with modifiers applied; toggles may refer to those of the style."""
    changes: dict[str, object] = {}
    for code, operand in sprms(modifiers):
        if code in TOGGLES:
            changes[TOGGLES[code]] = _toggle(operand[0], getattr(base, TOGGLES[code]))
        elif code == SIZE:
            changes["size"] = unpack_from("<H", operand)[0] / 2
        elif code == SIZE_RTL:
            changes["size_rtl"] = unpack_from("<H", operand)[0] / 2
        elif code == VERTICAL:
            changes["vertical"] = VERTICALS.get(operand[0], "baseline")
        elif code == RTL:
            changes["rtl"] = bool(operand[0])
    return replace(base, **changes) if changes else base


def _toggle(value: int, of_style: bool | None) -> bool:  # noqa: FBT001  # a property value
    if value in (OF_STYLE, NOT_OF_STYLE):
        return bool(of_style) != (value == NOT_OF_STYLE)
    return bool(value)


def row_edges(operand: bytes) -> list[int] | None:
    """The right edges of the cells of a row (`sprmTDefTable`)."""
    count = operand[0] if operand else 0
    if len(operand) < 1 + 2 * (count + 1):
        return None
    return list(unpack_from(f"<{count + 1}h", operand, 1))[1:]
