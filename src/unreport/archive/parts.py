"""Part files: the rows of some results, one file for each table and format."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import chain
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

import msgspec
from msgspec import Struct

from unreport.archive.outcome import Failure
from unreport.archive.parse_one import JSON_DECODER, ROWS_DECODER, TaskResult
from unreport.export.packed_table import PackedRows, unpack
from unreport.export.rows import DOCUMENT_COLUMNS, SCHEMA, TABLES, Columns

if TYPE_CHECKING:
    import pyarrow as pa

    from unreport.export.parquet import ParquetTableWriter

Format: TypeAlias = Literal["jsonl", "parquet"]
Piece: TypeAlias = Columns | PackedRows
"""The rows of a result in one table."""

REPORTS = "reports"  # whole reports, in JSONL only
ERRORS_JSONL = "errors-jsonl"  # apart from the Parquet files: readers open a folder as one dataset
BATCH_ROWS = 5_000  # rows kept as Python objects before they become an Arrow record batch
SYMBOL, LANGUAGE = (
    [column.name for column in DOCUMENT_COLUMNS].index(name) for name in ("symbol", "language")
)


class ManifestEntry(Struct, frozen=True, kw_only=True, array_like=True):
    """A document in the manifest; new fields come at the end."""

    key: str
    ordinal: int
    path: str
    sha256: str | None
    error: Failure | None
    symbol: str | None
    language: str | None
    version: str
    seconds: float
    attempts: int


class Manifest(Struct, frozen=True, kw_only=True):
    """The documents and row counts of a part, and the versions of unreport that made it."""

    part: int
    schema: int
    unreport: tuple[str, ...]
    rows: dict[str, int]
    documents: tuple[ManifestEntry, ...]


def manifest_entry(result: TaskResult) -> ManifestEntry:
    """The manifest entry of a result."""
    return ManifestEntry(
        key=result.key,
        ordinal=result.ordinal,
        path=str(result.origin),
        sha256=result.sha256,
        error=result.error,
        symbol=result.symbol,
        language=result.language,
        version=result.version,
        seconds=result.seconds,
        attempts=result.attempts,
    )


class PartWriter:
    """Writes the files of one part, in all formats; results come in the order of the rows."""

    def __init__(
        self, folder: Path, part: int, formats: tuple[Format, ...], tables: tuple[str, ...]
    ) -> None:
        folder.mkdir()
        self.documents: list[ManifestEntry] = []
        self.positions: list[int] = []
        """Of the results in the journal."""
        self._folder = folder
        self._part = part
        self._writers = [WRITERS[name](folder, part, tables) for name in formats]

    def add(self, position: int, result: TaskResult) -> None:
        """Add a result, and the position of its record in the journal."""
        self.positions.append(position)
        self.documents.append(manifest_entry(result))
        for writer in self._writers:
            writer.add(result)

    def finish(self) -> None:
        """Finish the files and write the manifest."""
        counts = [writer.finish() for writer in self._writers]
        rows = {table: count for one in counts for table, count in one.items()}
        write_manifest(self._folder, self._part, rows, self.documents)

    def close(self) -> None:
        """Close the files of an abandoned part."""
        for writer in self._writers:
            writer.close()


def write_manifest(
    folder: Path, part: int, rows: dict[str, int], documents: Sequence[ManifestEntry]
) -> None:
    """Write the manifest of a part."""
    manifest = Manifest(
        part=part,
        schema=SCHEMA,
        unreport=tuple(sorted({document.version for document in documents})),
        rows=rows,
        documents=tuple(documents),
    )
    path = folder / part_path("manifest", part, "json")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.encode(manifest))


def preload_writers(formats: tuple[Format, ...]) -> None:
    """Import the writers in the background: importing pyarrow is slow."""
    if "parquet" in formats:
        Thread(target=import_module, args=("unreport.export.parquet",)).start()


def part_path(table: str, part: int, suffix: str) -> str:
    """The path of a part file within the output folder."""
    return f"{table}/part-{part:06}.{suffix}"


class ParquetPartWriter:
    """Writes the Parquet files of a part."""

    def __init__(self, folder: Path, part: int, tables: tuple[str, ...]) -> None:
        self._folder = folder
        self._part = part
        self._tables = tables
        self._pending: dict[str, list[Piece]] = {table: [] for table in tables}
        self._rows = dict.fromkeys(tables, 0)  # in the pieces
        self._files: dict[str, ParquetTableWriter] = {}

    def add(self, result: TaskResult) -> None:
        """Add the rows of a result."""
        for table, piece in result_rows(result, self._tables):
            _append_piece(self._pending[table], piece)
            self._rows[table] += row_count(piece)
            if self._rows[table] >= BATCH_ROWS:
                self._flush(table)

    def finish(self) -> dict[str, int]:
        """Finish the files; the number of rows in each."""
        for table in self._pending:
            self._flush(table)
            self._files[table].finish()
        return {table: file.rows for table, file in self._files.items()}

    def close(self) -> None:
        """Close the files."""
        for file in self._files.values():
            file.close()

    def _flush(self, table: str) -> None:
        from unreport.export.parquet import ParquetTableWriter  # noqa: PLC0415  an extra

        if table not in self._files:
            path = self._folder / part_path(table, self._part, "parquet")
            self._files[table] = ParquetTableWriter(path, table)
        self._files[table].add(arrow_batch(table, self._pending[table]))
        self._pending[table].clear()
        self._rows[table] = 0


class JsonlPartWriter:
    """Writes the JSONL files of a part: reports and errors."""

    def __init__(self, folder: Path, part: int, tables: tuple[str, ...]) -> None:
        names = [REPORTS] * ("documents" in tables) + [ERRORS_JSONL] * ("errors" in tables)
        self._files = {}
        self._counts = dict.fromkeys(names, 0)
        for name in names:
            path = folder / part_path(name, part, "jsonl")
            path.parent.mkdir(parents=True, exist_ok=True)
            self._files[name] = path.open("wb")

    def add(self, result: TaskResult) -> None:
        """Write the line of a result."""
        table = ERRORS_JSONL if result.error else REPORTS
        if table in self._files:
            self._files[table].write(error_line(result) if result.error else report_line(result))
            self._counts[table] += 1

    def finish(self) -> dict[str, int]:
        """Close the files; the number of lines in each."""
        self.close()
        return self._counts

    def close(self) -> None:
        """Close the files."""
        for file in self._files.values():
            file.close()


WRITERS: dict[Format, type[ParquetPartWriter | JsonlPartWriter]]
WRITERS = {"parquet": ParquetPartWriter, "jsonl": JsonlPartWriter}


def report_line(result: TaskResult) -> bytes:
    """The JSON of a report, with the keys document, archive and path before its own."""
    keys = {"document": result.key, "archive": result.archive, "path": result.path}
    head = json.dumps(keys, ensure_ascii=False).encode()
    report = memoryview(JSON_DECODER.decode(result.report))  # long: not to be copied again
    return b"".join((head[:-1], b", ", report[1:], b"\n"))


def error_line(result: TaskResult) -> bytes:
    """The row of an error as a JSON object."""
    values = (
        value
        for _, piece in result_rows(result, ("errors",))
        for (value,) in unpacked("errors", piece)
    )
    names = (column.name for column in TABLES["errors"])
    return json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False).encode() + b"\n"


def arrow_batch(table: str, pieces: Sequence[Piece]) -> pa.RecordBatch:
    """The rows of some results in a table as an Arrow record batch; there may be none."""
    from unreport.export.parquet import packed_batch, record_batch  # noqa: PLC0415  an extra

    packed = [piece for piece in pieces if isinstance(piece, PackedRows)]
    if packed:
        return packed_batch(table, packed)
    columns = zip(*cast("Sequence[Columns]", pieces), strict=True)
    joined = [list(chain.from_iterable(column)) for column in columns]
    return record_batch(table, joined or [[] for _ in TABLES[table]])


def result_rows(result: TaskResult, tables: tuple[str, ...]) -> Iterator[tuple[str, Piece]]:
    """The rows of a result in each of some tables, if it has any there."""
    origin = [result.key, result.archive, result.path, result.size, result.sha256]
    run = [result.seconds, result.attempts, result.version]
    if result.error is not None:
        error = [result.error.kind, result.error.message, result.error.page]
        if "errors" in tables:
            yield "errors", [[value] for value in (*origin, *error, *run)]
        return
    if tables == ("errors",):
        return
    rows = ROWS_DECODER.decode(result.rows)
    if "documents" in tables:
        cells = (*origin, *rows.document, *run, *rows.added)
        yield "documents", [[value] for value in cells]
    owner = [result.key, rows.document[SYMBOL], rows.document[LANGUAGE]]
    if "nodes" in tables and rows.nodes.rows:
        yield "nodes", PackedRows(cast("list[str | None]", owner), rows.nodes)
    others = {
        "footnotes": rows.footnotes,
        "furniture": rows.furniture,
        "issues": rows.issues,
        "mentions": rows.mentions,
        "citations": rows.citations,
    }
    for table, columns in others.items():
        if table in tables and (count := len(columns[0])):
            yield table, [*([value] * count for value in owner), *columns]


def _append_piece(pieces: list[Piece], piece: Piece) -> None:
    """Append a piece; columns are joined to those before, lest there be a list for each cell."""
    if not pieces or isinstance(piece, PackedRows):
        pieces.append(piece)
        return
    for column, cells in zip(cast("Columns", pieces[0]), piece, strict=True):
        column.extend(cells)


def unpacked(table: str, piece: Piece) -> Columns:
    """The rows of a result in one table as columns of cells."""
    if not isinstance(piece, PackedRows):
        return piece
    kinds = [column.kind for column in TABLES[table][len(piece.owner) :]]
    owner: Columns = [[value] * piece.rows.rows for value in piece.owner]
    return [*owner, *unpack(kinds, piece.rows)]


def row_count(piece: Piece) -> int:
    """The number of rows of a piece of a table."""
    return piece.rows.rows if isinstance(piece, PackedRows) else len(piece[0])


def copy_file_without(source: Path, target: Path, table: str, documents: frozenset[str]) -> int:
    """Copy a part file without the rows of some documents; the number of rows left."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.suffix == ".parquet":
        from unreport.export.parquet import copy_without  # noqa: PLC0415  an extra

        return copy_without(source, target, table, documents)
    removed = tuple(f'{{"document": "{key}"'.encode() for key in documents)
    with source.open("rb") as old:
        kept = [line for line in old if not line.startswith(removed)]
    target.write_bytes(b"".join(kept))
    return len(kept)
