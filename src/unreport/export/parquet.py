"""Write tables as Arrow and Parquet (needs pyarrow: the extra `parquet`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from unreport.export.arrow_arrays import arrow_array, packed_arrays, repeated_texts
from unreport.export.packed_table import PackedRows
from unreport.export.rows import OWNER_COLUMNS, SCHEMA, SERIES_COLUMNS, TABLES, Column, Kind

TYPES: dict[Kind, pa.DataType] = {
    "text": pa.string(),
    "number": pa.int32(),
    "big": pa.int64(),
    "real": pa.float64(),
    "date": pa.date32(),
    "flag": pa.bool_(),
    "texts": pa.list_(pa.string()),
    "numbers": pa.list_(pa.int32()),
}
ROW_GROUP = 100_000
DISTINCT_COLUMNS = frozenset(
    ("path", "sha256", "node", "title", "text", "message", "start", "end", "key", "numeric_key")
)
"""Columns whose values seldom repeat: a dictionary of them costs time and makes files larger."""


def arrow_schema(table: str) -> pa.Schema:
    """The Arrow schema of a table, with the meaning of each column as metadata."""
    columns = SERIES_COLUMNS if table == "series" else TABLES[table]
    fields = [
        pa.field(column.name, TYPES[column.kind], metadata={"about": column.about})
        for column in columns
    ]
    return pa.schema(fields, metadata={"unreport.schema": str(SCHEMA), "unreport.table": table})


def record_batch(table: str, values: Sequence[Sequence[object]]) -> pa.RecordBatch:
    """The columns of a table as an Arrow record batch."""
    columns = SERIES_COLUMNS if table == "series" else TABLES[table]
    arrays = [_array(column, cells) for column, cells in zip(columns, values, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=arrow_schema(table))


def packed_batch(table: str, pieces: Sequence[PackedRows]) -> pa.RecordBatch:
    """The packed rows of some documents in a table as an Arrow record batch."""
    counts = [piece.rows.rows for piece in pieces]
    owners = [[piece.owner[turn] for piece in pieces] for turn in range(len(OWNER_COLUMNS))]
    kinds = [column.kind for column in TABLES[table][len(OWNER_COLUMNS) :]]
    arrays = [
        *(repeated_texts(owner, counts) for owner in owners),
        *packed_arrays(kinds, [piece.rows for piece in pieces]),
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=arrow_schema(table))


class ParquetTableWriter:
    """Writes a Parquet file while its rows come; at most one row group is kept in memory."""

    def __init__(self, path: Path, table: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.rows = 0
        self._schema = arrow_schema(table)
        # opened here: pyarrow takes no path that is not UTF-8
        self._stream = path.open("wb")
        self._file = pq.ParquetWriter(self._stream, self._schema, **_encoding(self._schema))
        self._batches: list[pa.RecordBatch] = []
        self._pending_rows = 0

    def add(self, rows: pa.RecordBatch) -> None:
        """Add rows, and write them when they fill a row group."""
        self._batches.append(rows)
        self.rows += len(rows)
        self._pending_rows += len(rows)
        if self._pending_rows >= ROW_GROUP:
            self._write()

    def finish(self) -> None:
        """Write the remaining rows and close the file."""
        self._write()
        self.close()

    def close(self) -> None:
        """Close the file."""
        try:
            self._file.close()
        finally:
            self._stream.close()

    def _write(self) -> None:
        group = pa.Table.from_batches(self._batches, schema=self._schema)
        self._file.write_table(group, row_group_size=max(self._pending_rows, 1))
        self._batches.clear()
        self._pending_rows = 0


def table_bytes(table: str, batches: list[pa.RecordBatch]) -> bytes:
    """A small table as the bytes of a Parquet file."""
    sink = pa.BufferOutputStream()
    whole = pa.Table.from_batches(batches, schema=arrow_schema(table))
    pq.write_table(whole, sink, **_encoding(whole.schema))
    return bytes(sink.getvalue())


def copy_without(source: Path, target: Path, table: str, documents: frozenset[str]) -> int:
    """Copy a Parquet file without the rows of some documents; the number of rows left."""
    import pyarrow.compute as pc  # noqa: PLC0415  slow to import, and seldom needed

    with source.open("rb") as stream:
        whole = pq.read_table(stream, schema=arrow_schema(table), partitioning=None)
    kept = pc.invert(pc.is_in(whole["document"], pa.array(sorted(documents), pa.string())))
    left = whole.filter(kept)
    with target.open("wb") as stream:
        pq.write_table(left, stream, row_group_size=ROW_GROUP, **_encoding(left.schema))
    return int(left.num_rows)


def _encoding(schema: pa.Schema) -> dict[str, Any]:
    """Options of the Parquet writer: compression, and which columns have a dictionary."""
    names = [name for name in schema.names if name not in DISTINCT_COLUMNS]
    return {"compression": "zstd", "use_dictionary": names}


def _array(column: Column, values: Sequence[object]) -> pa.Array:
    cells = list(map(_date, values)) if column.kind == "date" else values
    return arrow_array(cells, TYPES[column.kind])


def _date(value: object) -> dt.date | None:
    return dt.date.fromisoformat(str(value)) if value else None
