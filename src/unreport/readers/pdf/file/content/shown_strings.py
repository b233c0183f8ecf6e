"""The strings that a font shows: each worked out once, to glyphs with their widths.

The `TJ` arrays of a document repeat: `<0048>-25` is the letter H and its kerning on every page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from unreport.readers.pdf.file.content.string_table import StringTable
from unreport.readers.pdf.file.content.syntax import (
    SHOWN_STRING,
    SHOWN_STRINGS,
    IrregularContent,
    string_bytes,
)
from unreport.readers.pdf.file.page_glyphs import GlyphEntry

if TYPE_CHECKING:
    from pdfminer.pdffont import PDFFont

    from unreport.readers.pdf.file.document_fonts import DocumentFonts

MAX_KEPT = 32  # bytes of a string that is kept; longer ones seldom repeat
MAX_STRINGS = 8192  # of one font
LONGEST_STEP = 2000.0  # points, between two glyphs of a string
MAX_ADJUSTMENTS = 100  # bytes of the numbers after a string
WITHIN_LITERALS = bytes(set(range(256)) - set(b"()<\\"))  # what an array of plain literals has
NUMERIC = b"-+.0123456789\t\n\f\r "
MAX_SIZES = 64  # of one font, whose steps are kept


class DocumentStrings:
    """The strings of all fonts of a document, and its distinct glyphs."""

    def __init__(self, fonts: DocumentFonts) -> None:
        self.fonts = fonts
        self.entries: list[GlyphEntry] = []
        self.table = StringTable()
        self._by_font: dict[int, ShownStrings] = {}

    def of(self, font: PDFFont) -> ShownStrings:
        """The strings of a font, known by the identity of pdfminer's object."""
        found = self._by_font.get(id(font))
        if found is None:
            found = self._by_font[id(font)] = ShownStrings(font, self)
        return found

    def release(self) -> None:
        """Forget the strings of earlier pages, if they are many."""
        if self.table.is_full:
            self.table = StringTable()
            for strings in self._by_font.values():
                strings.release(self.table)


class ShownString(NamedTuple):
    """The glyphs of a string, and the numbers after it in its array."""

    ids: tuple[int, ...]  # of glyph entries
    adjustments: tuple[float, ...]  # thousandths of text space


class ShownStrings(dict[bytes, ShownString]):
    """The strings of one font by their tokens: `(Ab)`, `Ab) -20`, `<0041>`, `0041>-20`."""

    def __init__(self, font: PDFFont, document: DocumentStrings) -> None:
        super().__init__()
        self.font = font
        self.is_multibyte = font.is_multibyte()
        self.entries = document.entries
        self.table = document.table
        self.ids = _EntryIds(font, document)
        self._scaled: dict[tuple[float, float], ScaledStrings] = {}
        if font.is_vertical():
            raise IrregularContent("vertical writing")

    def __missing__(self, token: bytes) -> ShownString:
        """Work a string out, and keep it if it may come again."""
        data, adjustments = string_and_adjustments(token)
        ids = tuple(map(self.ids.__getitem__, self.font.decode(data)))
        shown = ShownString(ids, tuple(map(float, adjustments.split())))
        if len(token) <= MAX_KEPT:
            if len(self) >= MAX_STRINGS:
                self.clear()
            self[token] = shown
        return shown

    def scaled(self, size: float, scaling: float) -> ScaledStrings:
        """The strings at a size of type and a horizontal scaling."""
        found = self._scaled.get((size, scaling))
        if found is None:
            if len(self._scaled) >= MAX_SIZES:
                self._scaled.clear()
            found = self._scaled[size, scaling] = ScaledStrings(self, size, scaling)
        return found

    def release(self, table: StringTable) -> None:
        """Put the strings of later pages into another table."""
        self.table = table
        self._scaled.clear()


class _EntryIds(dict[int, int]):
    """The glyph entries of one font by character code, made when a code is first shown."""

    def __init__(self, font: PDFFont, document: DocumentStrings) -> None:
        super().__init__()
        self._font = font
        self._document = document

    def __missing__(self, code: int) -> int:
        fonts, entries = self._document.fonts, self._document.entries
        index = fonts.index(self._font)
        width = self._font.char_width(code)
        if not width >= 0:
            raise IrregularContent("a glyph that moves backwards")
        text, program = fonts.text(index, self._font, code)
        self[code] = known = len(entries)
        entries.append(GlyphEntry(text, index, code, program, width))
        return known


class _Advances(dict[int, float]):
    """The advance widths of glyph entries at one size."""

    def __init__(self, entries: list[GlyphEntry], size: float, scaling: float) -> None:
        super().__init__()
        self._entries = entries
        self._size = size
        self._scaling = scaling

    def __missing__(self, entry: int) -> float:
        self[entry] = advance = self._entries[entry].width * self._size * self._scaling
        return advance


class ScaledStrings(dict[bytes, int]):
    """The numbers of the strings of one font at one size in the string table, by their tokens."""

    def __init__(self, strings: ShownStrings, size: float, scaling: float) -> None:
        super().__init__()
        self.is_regular = True
        """Whether `steps` give the same sums as one number after the other, for all strings so far.

        They do not where a string without glyphs, or several numbers, move the pen.  Nor is a
        string regular in which a number moves the pen far.
        """
        self._ids = strings.ids
        self._decode = strings.font.decode
        self._table = strings.table
        self._advances = _Advances(strings.entries, size, scaling)
        self._unit = 0.001 * size * scaling

    def __missing__(self, token: bytes) -> int:
        """Work the steps of a string out, and keep its number if it may come again."""
        data, adjustments = string_and_adjustments(token)
        ids = [*map(self._ids.__getitem__, self._decode(data))]
        steps = [0.0] * (2 * len(ids))
        steps[::2] = map(self._advances.__getitem__, ids)
        if adjustments:
            self._adjust(steps, [*map(float, adjustments.split())])
        number = self._table.add(ids, steps)
        if len(token) <= MAX_KEPT:
            if len(self) >= MAX_STRINGS:
                self.clear()
            self[token] = number
        return number

    def _adjust(self, steps: list[float], adjustments: list[float]) -> None:
        """Move the pen after the last glyph of a string."""
        for adjustment in adjustments[:1] if steps else ():
            steps[-1] = -(adjustment * self._unit)
        if len(adjustments) > bool(steps) or (steps and abs(steps[-1]) > LONGEST_STEP):
            self.is_regular = False


def array_tokens(operands: bytes) -> tuple[tuple[float, ...], list[bytes]]:
    r"""The numbers before the first string of a `TJ` array, and its strings with what follows.

    >>> array_tokens(b"[-5 <0048>-25<0049>]")
    ((-5.0,), [b'0048>-25', b'0049>'])
    >>> array_tokens(b"[(H)-25(I)]"), array_tokens(rb"[(\()-25(I)]")
    (((), [b'H)-25', b'I)']), ((), [b'(\\()-25', b'(I)']))
    """
    array = operands.strip()
    if array[:1] != b"[" or array[-1:] != b"]":
        raise IrregularContent("an array that is shown")
    if b"(" not in array:
        head, *tokens = array[1:-1].split(b"<")
    elif array.translate(None, WITHIN_LITERALS) == b"()" * array.count(b"("):
        head, *tokens = array[1:-1].split(b"(")
    else:
        first = array.find(b"(")
        hexadecimal = array.find(b"<", 0, first)
        first = first if hexadecimal < 0 else hexadecimal
        head, tokens = array[1:first], SHOWN_STRINGS.findall(array, first, len(array) - 1)
    return tuple(map(float, head.split())) if head else (), tokens


def string_and_adjustments(token: bytes) -> tuple[bytes, bytes]:
    """The bytes of a string, with or without its `(` or `<`, and the numbers after it, as written.

    >>> string_and_adjustments(b"(Ab) -20"), string_and_adjustments(b"4142>")
    ((b'Ab', b' -20'), (b'AB', b''))
    """
    end = token.find(b")")
    if end >= 0 and b"\\" not in token and b"(" not in token[1:]:
        data, adjustments = token[token[:1] == b"(" : end], token[end + 1 :]
        if not adjustments or _are_numbers(adjustments):
            return data, adjustments
    if end < 0:
        end = token.find(b">")
        digits, adjustments = token[token[:1] == b"<" : end], token[end + 1 :]
        if digits.isalnum() and end > 0 and _are_numbers(adjustments):
            return bytes.fromhex(digits.decode()), adjustments
    found = SHOWN_STRING.fullmatch(token)
    if found is None:
        raise IrregularContent("an array that is shown")
    literal = found["literal"]
    data = string_bytes(literal if literal is not None else b"<%b>" % found["hexadecimal"])
    return data, found["adjustments"]


def _are_numbers(text: bytes) -> bool:
    return len(text) <= MAX_ADJUSTMENTS and not text.translate(None, NUMERIC)
