"""The streams of a .doc file (MS-DOC): file information block, piece table, text."""

from __future__ import annotations

from bisect import bisect_right
from io import BytesIO
from struct import unpack_from
from typing import NamedTuple

import olefile

FIB_TABLES = 0x9A  # FibRgFcLcb97: offset and size of each structure of the table stream
ENCRYPTED, TABLE_1 = 0x0100, 0x0200  # flags of the FIB
COMPRESSED = 0x40000000  # a piece of one byte a character
WORD_97 = 0xA5EC
MAX_CHARACTERS = 20_000_000  # a report of 1,000 pages has some 4,000,000
SUBDOCUMENTS = ("body", "footnote", "header", "macro", "comment", "endnote", "textbox", "headerbox")


class Piece(NamedTuple):
    """A range of characters, and where it is in the stream."""

    start: int  # first character (CP)
    end: int
    offset: int  # in the stream (FC)
    width: int  # bytes a character


class BinaryFile(NamedTuple):
    """The text of a file, with what is needed to find its properties."""

    stream: bytes  # WordDocument
    table: bytes  # 0Table or 1Table
    text: str
    pieces: tuple[Piece, ...]
    ranges: dict[str, tuple[int, int]]  # characters of each subdocument
    data: bytes  # Data: large properties

    def structure(self, index: int) -> bytes:
        """A structure of the table stream by its index in FibRgFcLcb97."""
        offset, size = unpack_from("<II", self.stream, FIB_TABLES + 8 * index)
        return self.table[offset : offset + size]

    def piece(self, position: int) -> Piece:
        """The piece with a character."""
        at = bisect_right(self.pieces, position, key=lambda piece: piece.start) - 1
        return self.pieces[max(at, 0)]

    def offset(self, position: int) -> int:
        """The offset in the stream of a character."""
        piece = self.piece(position)
        return piece.offset + (position - piece.start) * piece.width


class NotWord97(ValueError):
    """The file is no Word 97-2003 file, or is encrypted; the message says which."""


def open_file(data: bytes) -> BinaryFile:
    """Open a .doc file; raises `NotWord97`, or an error of the library for damaged files."""
    with olefile.OleFileIO(BytesIO(data)) as ole:
        stream = ole.openstream("WordDocument").read()
        flags = unpack_from("<H", stream, 0x0A)[0]
        if unpack_from("<H", stream, 0)[0] != WORD_97:
            raise NotWord97("version")
        if flags & ENCRYPTED:
            raise NotWord97("encrypted")
        table = ole.openstream("1Table" if flags & TABLE_1 else "0Table").read()
        large = ole.openstream("Data").read() if ole.exists("Data") else b""
    offset, size = unpack_from("<II", stream, FIB_TABLES + 8 * 33)
    pieces = _pieces(table[offset : offset + size])
    text = "".join(_piece_text(stream, piece) for piece in pieces)
    return BinaryFile(stream, table, text, pieces, _ranges(stream), large)


def _ranges(stream: bytes) -> dict[str, tuple[int, int]]:
    counts = unpack_from("<8i", stream, 0x4C)
    ranges: dict[str, tuple[int, int]] = {}
    start = 0
    for name, count in zip(SUBDOCUMENTS, counts, strict=True):
        ranges[name] = (start, start + max(count, 0))
        start += max(count, 0)
    return ranges


def _pieces(clx: bytes) -> tuple[Piece, ...]:
    """The piece table (2.8.35), after the properties of fast-saved files."""
    at = 0
    while at < len(clx) and clx[at] == 1:
        at += 3 + unpack_from("<H", clx, at + 1)[0]
    size = unpack_from("<I", clx, at + 1)[0]
    count = (size - 4) // 12
    start = at + 5
    positions = unpack_from(f"<{count + 1}I", clx, start)
    if positions[-1] > MAX_CHARACTERS or list(positions) != sorted(positions):
        raise ValueError("the piece table is damaged")
    pieces = []
    for index in range(count):
        offset = unpack_from("<I", clx, start + 4 * (count + 1) + 8 * index + 2)[0]
        compressed = bool(offset & COMPRESSED)
        offset &= COMPRESSED - 1
        pieces.append(
            Piece(
                positions[index],
                positions[index + 1],
                offset // 2 if compressed else offset,
                1 if compressed else 2,
            )
        )
    return tuple(pieces)


def _piece_text(stream: bytes, piece: Piece) -> str:
    """The characters of a piece, one for each position also where bytes are missing."""
    count = piece.end - piece.start
    data = stream[piece.offset : piece.offset + count * piece.width]
    if piece.width == 1:
        text = data.decode("cp1252", errors="replace")
    else:
        text = "".join(map(chr, unpack_from(f"<{len(data) // 2}H", data)))
    if len(text) != count:
        raise ValueError("the text of a piece is missing")
    return text
