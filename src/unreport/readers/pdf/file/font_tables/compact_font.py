"""The Compact Font Format: the font in a CFF program, by fontTools (Adobe Technical Note #5176)."""

from __future__ import annotations

from io import BytesIO
from typing import Any

CFF_HEADER = b"\x01\x00"


def compact_font(data: bytes) -> Any:  # noqa: ANN401 - fontTools has no types
    """The only font of a CFF program, as fontTools has it."""
    from fontTools.cffLib import CFFFontSet  # noqa: PLC0415 - slow to import, seldom needed

    fonts = CFFFontSet()
    fonts.decompile(BytesIO(data), None)
    return fonts[0]


def is_cid_keyed(font: object) -> bool:
    """Whether the glyphs of a font have CIDs and no names."""
    return hasattr(font, "ROS")
