"""Copies of the Parquet tables in other formats: CSV, JSON lines, and SQLite with full-text search.

They are made at the end of a run from all parts, and replace those of the last run atomically.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from unreport.export.rows import SERIES_COLUMNS, TABLES, Column
from unreport.text.folding import fold_diacritics

if TYPE_CHECKING:
    import pyarrow as pa

Export: TypeAlias = Literal["csv", "json", "sqlite"]

SQLITE_FILE = "tables.sqlite"
BATCH_ROWS = 10_000
SQL_TYPES = {"number": "integer", "big": "integer", "flag": "integer", "real": "real"}
LISTS = ("texts", "numbers")
SEARCHED = ("paragraph", "item", "table")
SEARCH_TABLE = """
create virtual table search using fts5(
    text, folded, document unindexed, node unindexed, tokenize = 'unicode61 remove_diacritics 2'
)
"""


def export_tables(out: Path, tables: tuple[str, ...], exports: tuple[Export, ...]) -> None:
    """Write the tables of an output folder in other formats.

    `csv/TABLE.csv` and `json/TABLE.jsonl` hold lists as JSON; `tables.sqlite` has also the table
    `search`, a full-text index of paragraphs, items and tables: `select * from search where search
    match 'احمد'` finds `أحمد`, since `folded` is the text without diacritics and hamza.
    """
    for export in exports:
        EXPORTERS[export](out, (*tables, "series"))


def _csv(out: Path, tables: tuple[str, ...]) -> None:
    from pyarrow import csv  # noqa: PLC0415  an extra

    with _Folder(out / "csv") as folder:
        for table in tables:
            schema = _flat_schema(table)
            with (
                (folder / f"{table}.csv").open("wb") as file,
                csv.CSVWriter(file, schema) as writer,
            ):
                for batch in _batches(out, table):
                    writer.write_batch(_flat(batch, schema))


def _json(out: Path, tables: tuple[str, ...]) -> None:
    with _Folder(out / "json") as folder:
        for table in tables:
            with (folder / f"{table}.jsonl").open("w", encoding="utf-8") as file:
                for row in _rows(out, table):
                    file.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")


def _sqlite(out: Path, tables: tuple[str, ...]) -> None:
    temporary = out / f".{SQLITE_FILE}.tmp"
    temporary.unlink(missing_ok=True)
    with closing(sqlite3.connect(temporary)) as database:
        for table in tables:
            _sqlite_table(database, out, table)
        _index_texts(database, out, tables)
        database.commit()
    temporary.replace(out / SQLITE_FILE)


def _sqlite_table(database: sqlite3.Connection, out: Path, table: str) -> None:
    columns = _columns(table)
    types = ", ".join(f'"{c.name}" {SQL_TYPES.get(c.kind, "text")}' for c in columns)
    database.execute(f'create table "{table}" ({types})')
    places = ", ".join("?" * len(columns))
    rows = (_cells(row, columns) for row in _rows(out, table))
    database.executemany(f'insert into "{table}" values ({places})', rows)  # noqa: S608
    index, column = f"{table} {columns[0].name}", columns[0].name
    database.execute(f'create index "{index}" on "{table}" ("{column}")')


def _index_texts(database: sqlite3.Connection, out: Path, tables: tuple[str, ...]) -> None:
    if "nodes" not in tables:
        return
    database.execute(SEARCH_TABLE)
    found = (row for row in _rows(out, "nodes") if row["kind"] in SEARCHED)
    database.executemany(
        "insert into search values (?, ?, ?, ?)",
        (
            (row["text"], fold_diacritics(str(row["text"] or "")), row["document"], row["node"])
            for row in found
        ),
    )


EXPORTERS: Mapping[Export, Callable[[Path, tuple[str, ...]], None]] = MappingProxyType(
    {"csv": _csv, "json": _json, "sqlite": _sqlite}
)


def _columns(table: str) -> tuple[Column, ...]:
    return SERIES_COLUMNS if table == "series" else TABLES[table]


def _cells(row: dict[str, object], columns: tuple[Column, ...]) -> list[object]:
    """Values that SQLite takes: lists as JSON, dates as ISO strings."""
    return [_cell(row[column.name], column) for column in columns]


def _cell(value: object, column: Column) -> object:
    if value is None:
        return None
    if column.kind in LISTS:
        return _list_cell(value)
    return str(value) if column.kind == "date" else value


def _batches(out: Path, table: str) -> Iterator[pa.RecordBatch]:
    """The rows of a table, part by part."""
    import pyarrow.parquet as pq  # noqa: PLC0415  an extra

    paths = (
        [out / "series.parquet"] if table == "series" else sorted(out.glob(f"{table}/*.parquet"))
    )
    for path in paths:
        # opened here: pyarrow takes no path that is not UTF-8
        with path.open("rb") as stream, pq.ParquetFile(stream) as file:
            yield from file.iter_batches(BATCH_ROWS)


def _rows(out: Path, table: str) -> Iterator[dict[str, object]]:
    for batch in _batches(out, table):
        yield from batch.to_pylist()


def _flat_schema(table: str) -> pa.Schema:
    """The schema of a table with lists as text, since CSV has no lists."""
    import pyarrow as pa  # noqa: PLC0415  an extra

    from unreport.export.parquet import arrow_schema  # noqa: PLC0415

    fields = [
        field.with_type(pa.string()) if pa.types.is_list(field.type) else field
        for field in arrow_schema(table)
    ]
    return pa.schema(fields)


def _flat(batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    import pyarrow as pa  # noqa: PLC0415  an extra

    arrays = [
        pa.array(map(_list_cell, column.to_pylist()), pa.string())
        if pa.types.is_list(column.type)
        else column
        for column in batch.columns
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _list_cell(value: object) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


class _Folder:
    """A folder that replaces another one when it is complete."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._temporary = path.with_name(f".{path.name}.tmp")

    def __enter__(self) -> Path:
        shutil.rmtree(self._temporary, ignore_errors=True)
        self._temporary.mkdir()
        return self._temporary

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            shutil.rmtree(self._path, ignore_errors=True)
            os.replace(self._temporary, self._path)  # noqa: PTH105
        else:
            shutil.rmtree(self._temporary, ignore_errors=True)
