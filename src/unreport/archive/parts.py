"""One part of a batch's tables: replies in, a file a table out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import chain
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec
from msgspec import Struct

from unreport.archive.outcome import Failure
from unreport.archive.parse_one import JSON, ROWS, Reply
from unreport.export.rows import DOCUMENT, SCHEMA, TABLES, Columns

if TYPE_CHECKING:
    from unreport.export.parquet import ParquetTable

Format: TypeAlias = Literal["jsonl", "parquet"]

REPORTS = "reports"  # the table of the whole reports, in JSONL only
CHUNK = 5_000  # rows that are held as Python objects, before they become Arrow
SYMBOL, LANGUAGE = (
    [column.name for column in DOCUMENT].index(name) for name in ("symbol", "language")
)


class Noted(Struct, frozen=True, kw_only=True, array_like=True):
    """What the manifest keeps of a document; new fields come at the end."""

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
    """What a part holds, and which version of unreport made it."""

    part: int
    schema: int
    unreport: tuple[str, ...]
    rows: dict[str, int]
    documents: tuple[Noted, ...]


def noted(reply: Reply) -> Noted:
    """The entry of a reply in the manifest."""
    return Noted(
        key=reply.key,
        ordinal=reply.ordinal,
        path=str(reply.origin),
        sha256=reply.sha256,
        error=reply.error,
        symbol=reply.symbol,
        language=reply.language,
        version=reply.version,
        seconds=reply.seconds,
        attempts=reply.attempts,
    )


class Draft:
    """A part in the making; the records come in the order of its rows."""

    def __init__(
        self, folder: Path, part: int, formats: tuple[Format, ...], tables: tuple[str, ...]
    ) -> None:
        folder.mkdir()
        self.documents: list[Noted] = []
        self.taken: list[int] = []
        """Where the records stand in the journal."""
        self._folder = folder
        self._part = part
        self._writers = [WRITERS[name](folder, part, tables) for name in formats]

    def add(self, at: int, reply: Reply) -> None:
        """Take a reply, and where its record stands."""
        self.taken.append(at)
        self.documents.append(noted(reply))
        for writer in self._writers:
            writer.add(reply)

    def finish(self) -> None:
        """Write the files, and the manifest."""
        counts = [writer.finish() for writer in self._writers]
        rows = {table: count for one in counts for table, count in one.items()}
        write_manifest(self._folder, self._part, rows, self.documents)

    def close(self) -> None:
        """Close the files of a part that will not be finished."""
        for writer in self._writers:
            writer.close()


def write_manifest(
    folder: Path, part: int, rows: dict[str, int], documents: Sequence[Noted]
) -> None:
    """Write down what a part holds."""
    manifest = Manifest(
        part=part,
        schema=SCHEMA,
        unreport=tuple(sorted({document.version for document in documents})),
        rows=rows,
        documents=tuple(documents),
    )
    path = folder / file_name("manifest", part, "json")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.encode(manifest))


def prepare(formats: tuple[Format, ...]) -> None:
    """Import what writes the formats, beside what is done meanwhile: pyarrow takes its time."""
    if "parquet" in formats:
        Thread(target=import_module, args=("unreport.export.parquet",)).start()


def file_name(table: str, part: int, suffix: str) -> str:
    """Where the file of a part stands in the folder."""
    return f"{table}/part-{part:06}.{suffix}"


class ParquetPart:
    """The Parquet files of a part."""

    def __init__(self, folder: Path, part: int, tables: tuple[str, ...]) -> None:
        self._folder = folder
        self._part = part
        self._pieces: dict[str, list[Columns]] = {table: [] for table in tables}
        self._rows = dict.fromkeys(tables, 0)  # in the pieces
        self._files: dict[str, ParquetTable] = {}

    def add(self, reply: Reply) -> None:
        """Take the rows of a reply."""
        for table, columns in columns_of(reply, tuple(self._pieces)):
            self._pieces[table].append(columns)
            self._rows[table] += len(columns[0])
            if self._rows[table] >= CHUNK:
                self._pack(table)

    def finish(self) -> dict[str, int]:
        """Write the files; how many rows each has."""
        for table in self._pieces:
            self._pack(table)
            self._files[table].finish()
        return {table: file.rows for table, file in self._files.items()}

    def close(self) -> None:
        """Close the files."""
        for file in self._files.values():
            file.close()

    def _pack(self, table: str) -> None:
        from unreport.export.parquet import ParquetTable, batch  # noqa: PLC0415  an extra

        if table not in self._files:
            path = self._folder / file_name(table, self._part, "parquet")
            self._files[table] = ParquetTable(path, table)
        self._files[table].add(batch(table, joined(table, self._pieces[table])))
        self._pieces[table].clear()
        self._rows[table] = 0


class JsonlPart:
    """The JSONL files of a part: the reports, and the errors."""

    def __init__(self, folder: Path, part: int, tables: tuple[str, ...]) -> None:
        names = [REPORTS] * ("documents" in tables) + ["errors"] * ("errors" in tables)
        self._files = {}
        self._counts = dict.fromkeys(names, 0)
        for name in names:
            path = folder / file_name(name, part, "jsonl")
            path.parent.mkdir(parents=True, exist_ok=True)
            self._files[name] = path.open("wb")

    def add(self, reply: Reply) -> None:
        """Write the line of a reply."""
        table = "errors" if reply.error else REPORTS
        if table in self._files:
            self._files[table].write(error_line(reply) if reply.error else report_line(reply))
            self._counts[table] += 1

    def finish(self) -> dict[str, int]:
        """Close the files; how many lines each has."""
        self.close()
        return self._counts

    def close(self) -> None:
        """Close the files."""
        for file in self._files.values():
            file.close()


WRITERS: dict[Format, type[ParquetPart | JsonlPart]]
WRITERS = {"parquet": ParquetPart, "jsonl": JsonlPart}


def report_line(reply: Reply) -> bytes:
    """The JSON of a report, with document, archive and path put in front of its own keys."""
    keys = {"document": reply.key, "archive": reply.archive, "path": reply.path}
    head = json.dumps(keys, ensure_ascii=False).encode()
    return head[:-1] + b", " + JSON.decode(reply.report)[1:] + b"\n"


def error_line(reply: Reply) -> bytes:
    """The row of an error as a JSON object."""
    values = (value for _, columns in columns_of(reply, ("errors",)) for (value,) in columns)
    names = (column.name for column in TABLES["errors"])
    return json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False).encode() + b"\n"


def joined(table: str, pieces: Sequence[Columns]) -> Columns:
    """The columns of a table, of pieces that follow one another; there may be none."""
    if not pieces:
        return [[] for _ in TABLES[table]]
    return [list(chain.from_iterable(values)) for values in zip(*pieces, strict=True)]


def columns_of(reply: Reply, tables: tuple[str, ...]) -> Iterator[tuple[str, Columns]]:
    """What a reply gives to each of some tables, all their columns filled."""
    origin = [reply.key, reply.archive, reply.path, reply.size, reply.sha256]
    run = [reply.seconds, reply.attempts, reply.version]
    if reply.error is not None:
        error = [reply.error.kind, reply.error.message, reply.error.page]
        if "errors" in tables:
            yield "errors", [[value] for value in (*origin, *error, *run)]
        return
    if tables == ("errors",):
        return
    rows = ROWS.decode(reply.rows)
    owner = [reply.key, rows.document[SYMBOL], rows.document[LANGUAGE]]
    own = {"nodes": rows.nodes, "footnotes": rows.footnotes, "issues": rows.issues}
    if "documents" in tables:
        yield "documents", [[value] for value in (*origin, *rows.document, *run)]
    for table in own.keys() & set(tables):
        columns = own[table]
        yield table, [*([value] * len(columns[0]) for value in owner), *columns]


def without(source: Path, target: Path, table: str, documents: frozenset[str]) -> int:
    """Copy a file of a part, without some documents; how many rows are left."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.suffix == ".parquet":
        from unreport.export.parquet import copy_without  # noqa: PLC0415  an extra

        return copy_without(source, target, table, documents)
    gone = tuple(f'{{"document": "{key}"'.encode() for key in documents)
    with source.open("rb") as old:
        kept = [line for line in old if not line.startswith(gone)]
    target.write_bytes(b"".join(kept))
    return len(kept)
