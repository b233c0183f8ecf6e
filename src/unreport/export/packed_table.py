"""The columns of a long table as bytes, laid out as in Arrow's arrays: what a worker sends of it.

A list of cells costs both processes an object for each cell.  Bytes are copied as a whole, and the
parent joins the tables of many documents without a look at their cells.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from msgspec import Struct

from unreport.export.rows import Columns, Kind

NULL = -(2**31)
"""What stands for null among the numbers of a packed table, which must be greater."""


class PackedTable(Struct, frozen=True, array_like=True):
    """Columns of texts, numbers (greater than `NULL`) and flags."""

    rows: int
    """How many rows."""
    numbers: bytes
    """32 bits for each cell, one column after the other: of a number its value, of a flag 0 or 1,
    of a text how many bytes it has; `NULL` where a cell is null."""
    texts: list[bytes]
    """Of each column of texts, the texts in UTF-8, one after the other."""


class PackedRows(NamedTuple):
    """The rows of one document in a table, packed, and what names the document in each of them."""

    owner: Sequence[str | None]
    """The cells of `OWNER_COLUMNS`."""
    rows: PackedTable


def pack(kinds: Sequence[Kind], columns: Columns) -> PackedTable:
    """Pack columns of some kinds: `text`, `number`, `flag`; None is null.

    >>> packed = pack(["text", "number"], [["a", None, "ب"], [1, 2, None]])
    >>> packed.texts[0].decode(), unpack(["text", "number"], packed)
    ('aب', [['a', None, 'ب'], [1, 2, None]])
    """
    numbers: list[int] = []
    texts: list[bytes] = []
    for kind, cells in zip(kinds, columns, strict=True):
        if kind == "text":
            data, lengths = _packed_texts(cast("list[str | None]", cells))
            texts.append(data)
            numbers += lengths
        elif None in cells:
            numbers += [NULL if cell is None else cast("int", cell) for cell in cells]
        else:
            numbers += cast("list[int]", cells)
    rows = len(columns[0]) if columns else 0
    return PackedTable(rows, struct.pack(f"{len(numbers)}i", *numbers), texts)


def unpack(kinds: Sequence[Kind], packed: PackedTable) -> Columns:
    """The cells of a packed table, as they were packed."""
    numbers, texts = array("i", packed.numbers), iter(packed.texts)
    columns: Columns = []
    for turn, kind in enumerate(kinds):
        values = numbers[turn * packed.rows : (turn + 1) * packed.rows]
        if kind == "text":
            columns.append(list(_unpacked_texts(values, next(texts))))
        else:
            cell = bool if kind == "flag" else int
            columns.append([None if value == NULL else cell(value) for value in values])
    return columns


def _packed_texts(cells: Sequence[str | None]) -> tuple[bytes, list[int]]:
    """Texts as bytes, and the number of bytes of each, or `NULL`."""
    joined = "".join(filter(None, cells))
    if joined.isascii():
        return joined.encode(), [NULL if text is None else len(text) for text in cells]
    pieces = [None if text is None else text.encode() for text in cells]
    lengths = [NULL if piece is None else len(piece) for piece in pieces]
    return b"".join(filter(None, pieces)), lengths


def _unpacked_texts(lengths: Sequence[int], data: bytes) -> Iterator[str | None]:
    at = 0
    for length in lengths:
        if length == NULL:
            yield None
            continue
        yield data[at : at + length].decode()
        at += length
