"""How many codes the `cmap` table of a TrueType font maps, before it is parsed."""

from __future__ import annotations

import struct
from collections.abc import Iterator

MAX_CODES = 1 << 17  # of one font: twice the number of two-byte codes
FORMAT_4, FORMAT_12 = 4, 12


def cmap_size(data: bytes) -> int:
    """How many codes the `cmap` table of a TrueType font maps."""
    at = next((at for name, at in _tables(data) if name == b"cmap"), None)
    if at is None:
        return 0
    (count,) = struct.unpack_from(">H", data, at + 2)
    offsets = [struct.unpack_from(">L", data, at + 8 + 8 * n)[0] for n in range(count)]
    return sum(_subtable_size(data, at + offset) for offset in offsets)


def _tables(data: bytes) -> Iterator[tuple[bytes, int]]:
    (count,) = struct.unpack_from(">H", data, 4)
    for n in range(count):
        name, _, at, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * n)
        yield name, at


def _subtable_size(data: bytes, at: int) -> int:
    """How many codes a `cmap` subtable maps."""
    (kind,) = struct.unpack_from(">H", data, at)
    if kind == FORMAT_4:
        count = struct.unpack_from(">H", data, at + 6)[0] // 2
        lasts = struct.unpack_from(f">{count}H", data, at + 14)
        firsts = struct.unpack_from(f">{count}H", data, at + 16 + 2 * count)
        return sum(max(0, last - first) for first, last in zip(firsts, lasts, strict=True))
    if kind == FORMAT_12:
        (count,) = struct.unpack_from(">I", data, at + 12)
        groups = struct.iter_unpack(">III", data[at + 16 : at + 16 + 12 * min(count, MAX_CODES)])
        return sum(max(0, last - first) for first, last, _ in groups)
    return 0
