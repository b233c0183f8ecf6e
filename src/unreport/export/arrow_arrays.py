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

from unreport.export.packed_columns import PackedColumn, pack
from unreport.export.rows import Kind

EPOCH = dt.date(1970, 1, 1).toordinal()  # of `date32`
CODES = {pa.int32(): "i", pa.int64(): "q", pa.float64(): "d", pa.date32(): "i"}
PACKED: dict[pa.DataType, Kind] = {pa.string(): "text", pa.bool_(): "flag"}
"""The types whose arrays are those of a packed column."""


def arrow_array(cells: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """Cells as an Arrow array; None is null.

    >>> arrow_array(["a", None, "bc"], pa.string()).to_pylist()
    ['a', None, 'bc']
    """
    nulls = cells.count(None)
    if nulls == len(cells):
        return pa.nulls(nulls, kind)
    if packed := PACKED.get(kind):
        return packed_array(pack(packed, cells), kind)
    validity = _bitmap(map(is_not, cells, repeat(None))) if nulls else None
    make = next((make for is_kind, make in MAKERS if is_kind(kind)), _numbers)
    return make(cells, kind, validity)


def packed_array(column: PackedColumn, kind: pa.DataType) -> pa.Array:
    """A packed column as an Arrow array.

    >>> from unreport.export.packed_columns import pack
    >>> packed_array(pack("text", ["a", None, "bc"]), pa.string()).to_pylist()
    ['a', None, 'bc']
    """
    validity = _packed_bits(column.valid) if column.valid else None
    if column.kind == "flag":
        buffers = [validity, _packed_bits(column.data)]
    elif column.kind == "number":
        buffers = [validity, pa.py_buffer(column.data)]
    else:
        lengths = np.frombuffer(column.lengths, np.int32)
        buffers = [validity, _summed(lengths), pa.py_buffer(column.data)]
    return pa.Array.from_buffers(kind, len(column), buffers)


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
    return _packed_bits(bytes(flags))


def _packed_bits(flags: bytes) -> pa.Buffer:
    return pa.py_buffer(np.packbits(np.frombuffer(flags, np.uint8), bitorder="little"))


Maker = Callable[[Sequence[Any], pa.DataType, "pa.Buffer | None"], pa.Array]
MAKERS: tuple[tuple[Callable[[pa.DataType], bool], Maker], ...] = (
    (pa.types.is_date32, _dates),
    (pa.types.is_list, _lists),
)
