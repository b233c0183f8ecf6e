"""The strings that a font shows: each worked out once, to glyphs with their widths.

The `TJ` arrays of a document repeat: `<0048>-25` is the letter H and its kerning on every page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from unreport.readers.pdf.file.content.syntax import (
    SHOWN_STRING,
    SHOWN_STRINGS,
    IrregularContent,
    string_bytes,
)
from unreport.readers.pdf.file.font_programs import ProgramText

if TYPE_CHECKING:
    from pdfminer.pdffont import PDFFont

    from unreport.readers.pdf.file.device import DocumentFonts

GlyphEntry: TypeAlias = tuple[str, int, int, ProgramText, float]
"""Text, font, character code, text by the font program, and width in text space at size 1."""

MAX_KEPT = 32  # bytes of a string that is kept; longer ones seldom repeat
MAX_STRINGS = 8192  # of one font


class ShownString(NamedTuple):
    """The glyphs of a string, and the numbers after it in its array."""

    glyphs: tuple[GlyphEntry, ...]
    adjustments: tuple[float, ...]  # thousandths of text space


class ShownStrings(dict[bytes, ShownString]):
    """The strings of one font by their tokens: `(Ab)`, `(Ab) -20`, `<0041>`, `0041>-20`."""

    def __init__(self, font: PDFFont, fonts: DocumentFonts) -> None:
        super().__init__()
        self.font = font
        self.is_multibyte = font.is_multibyte()
        self._fonts = fonts
        self._entries: dict[int, GlyphEntry] = {}
        if font.is_vertical():
            raise IrregularContent("vertical writing")

    def __missing__(self, token: bytes) -> ShownString:
        """Work a string out, and keep it if it may come again."""
        found = SHOWN_STRING.fullmatch(token)
        if found is None:
            raise IrregularContent("an array that is shown")
        glyphs = tuple(map(self._entry, self.font.decode(shown_bytes(token))))
        shown = ShownString(glyphs, tuple(map(float, found["adjustments"].split())))
        if len(token) <= MAX_KEPT:
            if len(self) >= MAX_STRINGS:
                self.clear()
            self[token] = shown
        return shown

    def _entry(self, code: int) -> GlyphEntry:
        entry = self._entries.get(code)
        if entry is None:
            index = self._fonts.index(self.font)
            width = self.font.char_width(code)
            if not width >= 0:
                raise IrregularContent("a glyph that moves backwards")
            text, program = self._fonts.text(index, self.font, code)
            entry = self._entries[code] = (text, index, code, program, width)
        return entry


def array_tokens(operands: bytes) -> tuple[tuple[float, ...], list[bytes]]:
    """The numbers before the first string of a `TJ` array, and its strings with what follows each.

    >>> array_tokens(b"[-5 <0048>-25<0049>]")
    ((-5.0,), [b'0048>-25', b'0049>'])
    """
    array = operands.strip()
    if array[:1] != b"[" or array[-1:] != b"]":
        raise IrregularContent("an array that is shown")
    if b"(" not in array:
        head, *tokens = array[1:-1].split(b"<")
    else:
        first = array.find(b"(")
        hexadecimal = array.find(b"<", 0, first)
        first = first if hexadecimal < 0 else hexadecimal
        head, tokens = array[1:first], SHOWN_STRINGS.findall(array, first, len(array) - 1)
    return tuple(map(float, head.split())), tokens


def shown_bytes(token: bytes) -> bytes:
    """The bytes of a string with or without its `<`, and with numbers after it."""
    found = SHOWN_STRING.fullmatch(token)
    if found is None:
        raise IrregularContent("an array that is shown")
    literal = found["literal"]
    return string_bytes(literal if literal is not None else b"<%b>" % found["hexadecimal"])
