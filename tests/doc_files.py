"""Composes the streams of a .doc file (MS-DOC) for tests: text with its modifiers."""

from struct import pack, pack_into

from unreport.readers.doc.binary_file import BinaryFile, Piece

TEXT = 2048  # offset of the text in the stream
FIB_SIZE = 0x9A + 8 * 100
PAGE = 512


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
