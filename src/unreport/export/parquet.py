"""Rows of tables as Parquet (needs pyarrow: `pip install unreport[parquet]`)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from unreport.export.rows import SCHEMA, SERIES, TABLES, Column, Columns, Kind

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


def schema(table: str) -> pa.Schema:
    """The schema of a table, with what each column means."""
    columns = SERIES if table == "series" else TABLES[table]
    fields = [
        pa.field(column.name, TYPES[column.kind], metadata={"about": column.about})
        for column in columns
    ]
    return pa.schema(fields, metadata={"unreport.schema": str(SCHEMA), "unreport.table": table})


def batch(table: str, values: Columns) -> pa.RecordBatch:
    """The values of a table's columns, as Arrow."""
    columns = SERIES if table == "series" else TABLES[table]
    arrays = [_array(column, cells) for column, cells in zip(columns, values, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema(table))


class ParquetTable:
    """A table that is written to a file while its rows come: no more than a group is held."""

    def __init__(self, path: Path, table: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.rows = 0
        self._schema = schema(table)
        self._file = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._batches: list[pa.RecordBatch] = []
        self._held = 0

    def add(self, rows: pa.RecordBatch) -> None:
        """Add rows, and write those that make a group."""
        self._batches.append(rows)
        self.rows += len(rows)
        self._held += len(rows)
        if self._held >= ROW_GROUP:
            self._write()

    def finish(self) -> None:
        """Write what is left."""
        self._write()
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _write(self) -> None:
        group = pa.Table.from_batches(self._batches, schema=self._schema)
        self._file.write_table(group, row_group_size=max(self._held, 1))
        self._batches.clear()
        self._held = 0


def parquet_bytes(table: str, batches: list[pa.RecordBatch]) -> bytes:
    """A small table as the bytes of a file."""
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_batches(batches, schema=schema(table)), sink, compression="zstd")
    return bytes(sink.getvalue())


def copy_without(source: Path, target: Path, table: str, documents: frozenset[str]) -> int:
    """Copy a file of a table, without the rows of some documents; how many are left."""
    import pyarrow.compute as pc  # noqa: PLC0415  slow to import, and seldom needed

    whole = pq.read_table(source, schema=schema(table), partitioning=None)
    kept = pc.invert(pc.is_in(whole["document"], pa.array(sorted(documents), pa.string())))
    left = whole.filter(kept)
    pq.write_table(left, target, compression="zstd", row_group_size=ROW_GROUP)
    return int(left.num_rows)


def _array(column: Column, values: list[object]) -> pa.Array:
    cells = map(_date, values) if column.kind == "date" else values
    return pa.array(cells, TYPES[column.kind], size=len(values))


def _date(value: object) -> dt.date | None:
    return dt.date.fromisoformat(str(value)) if value else None
