"""Composes .doc files (MS-DOC, MS-CFB) for tests: text with its modifiers."""

from struct import pack, pack_into

from unreport.readers.doc.binary_file import SUBDOCUMENTS, BinaryFile, Piece
from unreport.readers.file_types import CFB_SIGNATURE

TEXT = 2048  # offset of the text in the stream
FIB_SIZE = 0x9A + 8 * 100
PAGE = 512
SMALLEST = 4096  # bytes; shorter streams would be in the mini stream
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD  # entries of the file allocation table


def flag(code: int, value: int = 1) -> bytes:
    """A modifier with an operand of one byte."""
    return pack("<HB", code, value)


def word(code: int, value: int) -> bytes:
    """A modifier with an operand of two bytes."""
    return pack("<HH", code, value)


def compose(
    runs: list[tuple[str, bytes]],
    *,
    paragraphs: list[bytes] | None = None,
    structures: dict[int, bytes] | None = None,
    ranges: dict[str, tuple[int, int]] | None = None,
) -> BinaryFile:
    """A file of runs; `paragraphs` are the modifiers of each paragraph, by its mark."""
    text = "".join(text for text, _ in runs)
    stream = bytearray(FIB_SIZE).ljust(TEXT, b"\0") + text.encode("utf-16-le")
    stream += bytes(-len(stream) % PAGE)
    table = bytearray()
    for index, data in {
        12: _add_page(stream, _characters(runs)),
        13: _add_page(stream, _paragraphs(text, paragraphs or [])),
        **(structures or {}),
    }.items():
        pack_into("<II", stream, 0x9A + 8 * index, len(table), len(data))
        table += data
    everything = {"body": (0, len(text)), "footnote": (0, 0), "endnote": (0, 0), "header": (0, 0)}
    pieces = (Piece(0, len(text), TEXT, 2),)
    return BinaryFile(bytes(stream), bytes(table), text, pieces, everything | (ranges or {}), b"")


def _add_page(stream: bytearray, page: tuple[bytes, int, int]) -> bytes:
    """Add a page of formatted properties, and return the bin table that refers to it."""
    data, start, end = page
    number = len(stream) // PAGE
    stream += data
    return pack("<III", start, end, number)


def _characters(runs: list[tuple[str, bytes]]) -> tuple[bytes, int, int]:
    page = bytearray(PAGE)
    bounds, at = [TEXT], PAGE - 2
    for index, (text, modifiers) in enumerate(runs):
        bounds.append(bounds[-1] + 2 * len(text))
        if modifiers:
            at = (at - 1 - len(modifiers)) // 2 * 2
            page[at : at + 1 + len(modifiers)] = bytes([len(modifiers)]) + modifiers
            page[4 * (len(runs) + 1) + index] = at // 2
    pack_into(f"<{len(bounds)}I", page, 0, *bounds)
    page[-1] = len(runs)
    return bytes(page), bounds[0], bounds[-1]


def _paragraphs(text: str, modifiers: list[bytes]) -> tuple[bytes, int, int]:
    page = bytearray(PAGE)
    ends = [at + 1 for at, character in enumerate(text) if character in "\r\x07\x0c"]
    bounds, at = [TEXT, *(TEXT + 2 * end for end in ends)], PAGE - 2
    for index in range(len(ends)):
        data = pack("<H", 0) + (modifiers[index] if index < len(modifiers) else b"")
        data += bytes(len(data) % 2)
        at = (at - 2 - len(data)) // 2 * 2
        page[at : at + 2 + len(data)] = bytes([0, len(data) // 2]) + data
        page[4 * (len(ends) + 1) + 13 * index] = at // 2
    pack_into(f"<{len(bounds)}I", page, 0, *bounds)
    page[-1] = len(ends)
    return bytes(page), bounds[0], bounds[-1]


def doc(file: BinaryFile) -> bytes:
    """The file as bytes, with its file information block and piece table."""
    stream, table = bytearray(file.stream), file.table
    counts = [file.ranges.get(name, (0, 0)) for name in SUBDOCUMENTS]
    pack_into("<HH", stream, 0, 0xA5EC, 0x00C1)
    pack_into("<H", stream, 0x0A, 0x0200)  # the table stream is 1Table
    pack_into("<8I", stream, 0x4C, *(end - start for start, end in counts))
    (piece,) = file.pieces
    pieces = pack("<BIIIHIH", 2, 16, piece.start, piece.end, 0, piece.offset, 0)
    pack_into("<II", stream, 0x9A + 8 * 33, len(table), len(pieces))
    return compound_file(
        {"WordDocument": bytes(stream), "1Table": table + pieces, "Data": file.data}
    )


def compound_file(streams: dict[str, bytes]) -> bytes:
    """A compound file of up to three streams: allocation table, directory, then the streams."""
    padded = {
        name: data.ljust(SMALLEST, b"\0") + bytes(-max(len(data), SMALLEST) % PAGE)
        for name, data in streams.items()
    }
    allocation = [FAT, END]
    directory = _entry("Root Entry", 5, (FREE, 1), (END, 0))
    for number, (name, data) in enumerate(padded.items(), start=1):
        first, count = len(allocation), len(data) // PAGE
        allocation += [*range(first + 1, first + count), END]
        following = number + 1 if number < len(padded) else FREE
        directory += _entry(name, 2, (following, FREE), (first, len(data)))
    header = CFB_SIGNATURE + bytes(16) + pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += pack("<IIIIIIIIII", 0, 1, 1, 0, SMALLEST, END, 0, END, 0, 0)
    allocation += [FREE] * (PAGE // 4 - len(allocation))
    return b"".join(
        (header.ljust(PAGE, b"\xff"), pack("<128I", *allocation), directory, *padded.values())
    )


def _entry(name: str, kind: int, links: tuple[int, int], stream: tuple[int, int]) -> bytes:
    """An entry of the directory: its next entry and first child, its first sector and size.

    The entries of a folder are linked in one row, which readers accept.
    """
    encoded = name.encode("utf-16-le") + b"\0\0"
    tree = pack("<BBIII36x", kind, 1, FREE, *links)
    return encoded.ljust(64, b"\0") + pack("<H", len(encoded)) + tree + pack("<IQ", *stream)
