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


def write_parquet(path: Path, table: str, batches: list[pa.RecordBatch]) -> None:
    """Write a table to a file."""
    whole = pa.Table.from_batches(batches, schema=schema(table))
    pq.write_table(whole, path, compression="zstd", row_group_size=ROW_GROUP)


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
