"""Columns of cells as bytes, laid out as in Arrow's arrays: what a worker sends of a long table.

A list of cells costs both processes an object for each cell.  The bytes of several columns are
joined without a look at their cells.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import repeat
from operator import is_not
from typing import TypeAlias, cast

from msgspec import Struct

from unreport.export.rows import Kind


class PackedColumn(Struct, frozen=True, array_like=True):
    """The cells of a column of texts, numbers or flags."""

    kind: Kind
    count: int
    """How many cells."""
    valid: bytes
    """A byte for each cell, 0 where it is null; empty if no cell is."""
    data: bytes
    """The texts in UTF-8, one after the other; numbers as 32 bits; a byte for each flag."""
    lengths: bytes = b""
    """Of the texts, in bytes, as numbers of 32 bits."""

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[object]:
        """The cells as they were packed."""
        values = self._values()
        if not self.valid:
            return iter(values)
        return (value if valid else None for value, valid in zip(values, self.valid, strict=True))

    def _values(self) -> list[object]:
        if self.kind == "flag":
            return list(map(bool, self.data))
        if self.kind == "number":
            return list(array("i", self.data))
        texts: list[object] = []
        at = 0
        for length in array("i", self.lengths):
            texts.append(self.data[at : at + length].decode())
            at += length
        return texts


AnyColumn: TypeAlias = list[object] | PackedColumn


def pack(kind: Kind, cells: Sequence[object]) -> PackedColumn:
    """Pack texts, numbers or flags; None is null.

    >>> column = pack("text", ["a", None, "ب"])
    >>> column.data.decode(), list(column)
    ('aب', ['a', None, 'ب'])
    """
    valid = bytes(map(is_not, cells, repeat(None))) if None in cells else b""
    if kind == "flag":
        return PackedColumn(kind, len(cells), valid, bytes(map(bool, cells)))
    if kind == "number":
        numbers = cast("list[int]", [cell or 0 for cell in cells] if valid else cells)
        return PackedColumn(kind, len(cells), valid, array("i", numbers).tobytes())
    texts = cast("list[str]", [cell or "" for cell in cells] if valid else cells)
    joined = "".join(texts)
    pieces = texts if joined.isascii() else list(map(str.encode, texts))
    lengths = array("i", list(map(len, pieces))).tobytes()
    return PackedColumn(kind, len(cells), valid, joined.encode(), lengths)


def repeated(text: str | None, count: int) -> PackedColumn:
    """A column that has the same text in each of its cells.

    >>> list(repeated("en", 2)), list(repeated(None, 1))
    (['en', 'en'], [None])
    """
    data = (text or "").encode()
    valid = b"" if text is not None else bytes(count)
    lengths = array("i", [len(data)]) * count
    return PackedColumn("text", count, valid, data * count, lengths.tobytes())


def joined(columns: Sequence[PackedColumn]) -> PackedColumn:
    """The cells of some columns of one kind, one after the other.

    >>> list(joined([pack("number", [1, None]), pack("number", [2])]))
    [1, None, 2]
    """
    nulls = any(column.valid for column in columns)
    valid = [column.valid or b"\1" * column.count for column in columns] if nulls else []
    return PackedColumn(
        columns[0].kind,
        sum(column.count for column in columns),
        b"".join(valid),
        b"".join([column.data for column in columns]),
        b"".join([column.lengths for column in columns]),
    )
