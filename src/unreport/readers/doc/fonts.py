"""The font table of a .doc file (MS-DOC 2.9.286, SttbfFfn)."""

from __future__ import annotations

FONTS = 15  # in FibRgFcLcb97


def read_fonts(data: bytes) -> dict[int, str]:
    """The names of the fonts by index (SttbfFfn)."""
    fonts: dict[int, str] = {}
    at = 4
    while at < len(data):
        size = data[at]
        name = data[at + 40 : at + 1 + size].decode("utf-16-le", errors="replace")
        fonts[len(fonts)] = name.partition("\0")[0]
        at += size + 1
    return fonts
