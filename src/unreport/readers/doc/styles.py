"""The style sheet of a .doc file (MS-DOC 2.9.271, STSH)."""

from __future__ import annotations

from struct import error, unpack_from

from msgspec import Struct

from unreport.readers.doc.properties import apply
from unreport.readers.word.heading_styles import style_name_level
from unreport.readers.word.styles import RunProperties

PARAGRAPH, NO_STYLE = 1, 0xFFF
MAX_CHAIN = 40
STYLES = 1  # in FibRgFcLcb97
DEFAULT = RunProperties(size=10.0)
# `sti` of the built-in styles, whose names may be in any language
BUILT_IN = {number: f"heading {number}" for number in range(1, 10)}


class DocStyle(Struct, frozen=True):
    """A style: its name, its base style, its modifiers."""

    name: str
    base: int
    paragraph: bytes = b""
    character: bytes = b""

    @property
    def level(self) -> int | None:
        """The heading level by the name."""
        return style_name_level(self.name)[1]


class DocStyles(Struct, frozen=True):
    """The styles by index."""

    styles: dict[int, DocStyle]

    def chain(self, index: int) -> list[DocStyle]:
        """A style and its base styles, nearest first."""
        out: list[DocStyle] = []
        while index in self.styles and len(out) < MAX_CHAIN:
            out.append(self.styles[index])
            index = self.styles[index].base
        return out

    def run(self, index: int) -> RunProperties:
        """The run properties of a style."""
        properties = DEFAULT
        for style in reversed(self.chain(index)):
            properties = apply(style.character, properties)
        return properties


def read_styles(data: bytes) -> DocStyles:
    """Read the style sheet; a damaged one ends where it is damaged."""
    styles: dict[int, DocStyle] = {}
    try:
        header = unpack_from("<H", data)[0]
        count, base_size = unpack_from("<HH", data, 2)
        at = 2 + header
        for index in range(count):
            size = unpack_from("<H", data, at)[0]
            if size:
                styles[index] = _style(data[at + 2 : at + 2 + size], base_size)
            at += 2 + size + size % 2
    except (error, IndexError):
        pass
    return DocStyles(styles)


def _style(data: bytes, base_size: int) -> DocStyle:
    first, second, third = unpack_from("<HHH", data)
    identifier, kind, base, parts = first & 0xFFF, second & 0xF, second >> 4, third & 0xF
    length = unpack_from("<H", data, base_size)[0]
    name = data[base_size + 2 : base_size + 2 + 2 * length].decode("utf-16-le", errors="replace")
    at = base_size + 4 + 2 * length
    groups: list[bytes] = []
    for _ in range(parts):
        at += at % 2
        size = unpack_from("<H", data, at)[0] if at + 2 <= len(data) else 0
        groups.append(data[at + 2 : at + 2 + size])
        at += 2 + size
    base = -1 if base == NO_STYLE else base
    name = BUILT_IN.get(identifier, name.split(",")[0])
    if kind == PARAGRAPH:
        character = groups[1] if len(groups) > 1 else b""
        return DocStyle(name, base, groups[0][2:] if groups else b"", character)
    return DocStyle(name, base, b"", groups[0] if groups else b"")
