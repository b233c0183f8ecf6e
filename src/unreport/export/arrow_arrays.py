"""Arrow arrays of cells, laid out as the Arrow columnar format says.

`pyarrow.array` imports pandas where it is installed, which takes longer than to parse fifty texts.
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Callable, Iterable, Sequence, Sized
from itertools import chain, repeat
from operator import is_not
from typing import Any

import numpy as np  # which pyarrow imports, too
import pyarrow as pa
from numpy.typing import NDArray

from unreport.export.packed_table import NULL, PackedTable
from unreport.export.rows import Kind

EPOCH = dt.date(1970, 1, 1).toordinal()  # of `date32`
CODES = {pa.int32(): "i", pa.int64(): "q", pa.float64(): "d", pa.date32(): "i"}


def arrow_array(cells: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """Cells as an Arrow array; None is null.

    >>> arrow_array(["a", None, "bc"], pa.string()).to_pylist()
    ['a', None, 'bc']
    """
    nulls = cells.count(None)
    if nulls == len(cells):
        return pa.nulls(nulls, kind)
    validity = _bitmap(map(is_not, cells, repeat(None))) if nulls else None
    make = next((make for is_kind, make in MAKERS if is_kind(kind)), _numbers)
    return make(cells, kind, validity)


def packed_arrays(kinds: Sequence[Kind], tables: Sequence[PackedTable]) -> list[pa.Array]:
    """The Arrow arrays of some packed tables with columns of the same kinds, one below the other.

    >>> from unreport.export.packed_table import pack
    >>> tables = [pack(["text"], [["a", None]]), pack(["text"], [["bc"]])]
    >>> packed_arrays(["text"], tables)[0].to_pylist()
    ['a', None, 'bc']
    """
    cells = [np.frombuffer(one.numbers, np.int32).reshape(len(kinds), one.rows) for one in tables]
    numbers = np.concatenate([np.empty((len(kinds), 0), np.int32), *cells], axis=1)
    texts = (b"".join(column) for column in zip(*[one.texts for one in tables], strict=True))
    return [
        _packed_array(kind, values, next(texts, b"") if kind == "text" else b"")
        for kind, values in zip(kinds, numbers, strict=True)
    ]


def repeated_texts(values: Sequence[str | None], counts: Sequence[int]) -> pa.Array:
    """An Arrow array that has each text as many times as its count says.

    >>> repeated_texts(["a", None], [2, 1]).to_pylist()
    ['a', 'a', None]
    """
    texts = [(value or "").encode() for value in values]
    lengths = [
        NULL if value is None else len(data) for value, data in zip(values, texts, strict=True)
    ]
    data = b"".join(data * count for data, count in zip(texts, counts, strict=True))
    return _packed_array("text", np.repeat(np.array(lengths, np.int32), counts), data)


def _packed_array(kind: Kind, numbers: NDArray[np.int32], data: bytes) -> pa.Array:
    """A column of a packed table; `data` are its texts."""
    nulls = numbers == NULL
    validity = _packed_bits(~nulls) if nulls.any() else None
    if kind == "text":
        lengths = np.where(nulls, 0, numbers)
        buffers = [validity, _summed(lengths), pa.py_buffer(data)]
        return pa.Array.from_buffers(pa.string(), len(numbers), buffers)
    if kind == "flag":
        buffers = [validity, _packed_bits(numbers == 1)]
        return pa.Array.from_buffers(pa.bool_(), len(numbers), buffers)
    values = pa.py_buffer(np.ascontiguousarray(numbers))
    return pa.Array.from_buffers(pa.int32(), len(numbers), [validity, values])


def _texts(cells: Sequence[Any], kind: pa.DataType, validity: pa.Buffer | None) -> pa.Array:
    pieces = [(cell or "").encode() for cell in cells]
    buffers = [validity, _offsets(pieces), pa.py_buffer(b"".join(pieces))]
    return pa.Array.from_buffers(kind, len(cells), buffers)


def _flags(cells: Sequence[Any], kind: pa.DataType, validity: pa.Buffer | None) -> pa.Array:
    buffers = [validity, _bitmap(map(bool, cells))]
    return pa.Array.from_buffers(kind, len(cells), buffers)


def _numbers(cells: Sequence[Any], kind: pa.DataType, validity: pa.Buffer | None) -> pa.Array:
    numbers = cells if validity is None else [0 if cell is None else cell for cell in cells]
    values = pa.py_buffer(array(CODES[kind], numbers))
    return pa.Array.from_buffers(kind, len(cells), [validity, values])


def _dates(cells: Sequence[Any], kind: pa.DataType, validity: pa.Buffer | None) -> pa.Array:
    days = [0 if cell is None else cell.toordinal() - EPOCH for cell in cells]
    return _numbers(days, kind, validity)


def _lists(cells: Sequence[Any], kind: pa.DataType, validity: pa.Buffer | None) -> pa.Array:
    pieces = [cell or () for cell in cells]
    values = arrow_array(list(chain.from_iterable(pieces)), kind.value_type)
    return pa.Array.from_buffers(kind, len(cells), [validity, _offsets(pieces)], children=[values])


def _offsets(pieces: Sequence[Sized]) -> pa.Buffer:
    return _summed(np.fromiter(map(len, pieces), np.int32, len(pieces)))


def _summed(lengths: NDArray[np.int32]) -> pa.Buffer:
    """Where each piece begins, and the end of the last."""
    offsets = np.zeros(len(lengths) + 1, np.int32)
    np.cumsum(lengths, out=offsets[1:])
    return pa.py_buffer(offsets)


def _bitmap(flags: Iterable[bool]) -> pa.Buffer:
    """One bit for each flag, the least significant first."""
    return _packed_bits(np.fromiter(flags, np.bool_))


def _packed_bits(flags: NDArray[np.bool_]) -> pa.Buffer:
    return pa.py_buffer(np.packbits(flags, bitorder="little"))


Maker = Callable[[Sequence[Any], pa.DataType, "pa.Buffer | None"], pa.Array]
MAKERS: tuple[tuple[Callable[[pa.DataType], bool], Maker], ...] = (
    (pa.types.is_string, _texts),
    (pa.types.is_boolean, _flags),
    (pa.types.is_date32, _dates),
    (pa.types.is_list, _lists),
)
