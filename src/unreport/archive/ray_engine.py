"""The same tables by Ray Data, on this machine or a cluster (`pip install unreport[ray]`).

    read_binary_files  →  flat_map(parse_file)  →  write_parquet

Ray distributes, this module only says what: where its address points (RAY_ADDRESS, or the machine
itself) is Ray's own business, and so are the stores that it reads by URL.  Each of its processes
keeps one worker with the limits of the local engine, so that a document which hangs or crashes
costs that worker and nothing else.
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypedDict
from urllib.parse import quote

import msgspec
import pyarrow as pa
import pyarrow.fs as pafs
import pyarrow.parquet as pq
import ray
import ray.data
from msgspec import Struct

from unreport.archive.batch import Job
from unreport.archive.journal import write_atomic
from unreport.archive.limits import Limits
from unreport.archive.parse_one import REPLIES, Task, failed, parse_checked, task_of
from unreport.archive.parts import Manifest, Noted, columns_of, file_name, joined, noted
from unreport.archive.sources import Entry, Selection, entries, files, is_system, packed_entries
from unreport.archive.summary import Summary, summarise
from unreport.archive.workers import Crew
from unreport.errors import UnreportError
from unreport.export.parquet import batch, schema
from unreport.export.rows import SCHEMA

UNPACKED_BY_RAY = (".gz", ".bz2", ".br", ".lz4", ".zst", ".snappy")
NOTED = 10_000  # documents in a manifest


class File(TypedDict):
    """A row of `read_binary_files`."""

    path: str
    bytes: bytes


class Answer(TypedDict):
    """What came of one document."""

    reply: bytes


class Wanted(Struct, frozen=True, kw_only=True):
    """What is sent to Ray's processes with the function."""

    limits: Limits
    patterns: tuple[str, ...]
    largest: int


class NotEmpty(UnreportError):
    """Ray writes whole tables; it does not add to them."""


def parse_file(file: File, wanted: Wanted) -> Iterator[Answer]:
    """Parse the document, or every document of the archive, that Ray read."""
    selection = Selection(patterns=wanted.patterns, largest=wanted.largest)
    found = packed_entries(io.BytesIO(file["bytes"]), file["path"], selection)
    for reply in _crew(wanted.limits).replies(_tasks(found, wanted.largest)):
        if reply is not None:
            yield {"reply": reply}


def write_with_ray(job: Job, out: str | None = None) -> Summary:
    """Parse an archive into a folder of tables, which may be a URL, by Ray.

    Sources may be URLs of what Ray reads; paths must be the same on all machines of a cluster.
    """
    target = out or str(job.out)
    uri = target if "://" in target else Path(target).absolute().as_uri()
    store, folder = pafs.FileSystem.from_uri(uri)
    if store.get_file_info(f"{folder}/documents").type != pafs.FileType.NotFound:
        raise NotEmpty("holds tables already; write to another folder", source=target)
    replies = f"{folder}/replies"
    _answers(job).write_parquet(replies, filesystem=store)
    answers = ray.data.read_parquet(replies, filesystem=store)
    for table in job.layout.tables:
        rows = answers.map_batches(_rows, fn_kwargs={"table": table}, batch_format="pyarrow")
        rows.write_parquet(f"{folder}/{table}", filesystem=store)
        _ensure(store, f"{folder}/{table}", table)
    with tempfile.TemporaryDirectory() as local:
        summary = _summarised(answers, Path(local))
        pafs.copy_files(local, folder, destination_filesystem=store)
    store.delete_dir(replies)
    return summary


def _answers(job: Job) -> ray.data.Dataset:
    """What came of each document, as a data set of Ray's."""
    wanted = Wanted(
        limits=Limits(workers=1, seconds=job.limits.seconds, megabytes=job.limits.megabytes),
        patterns=job.selection.patterns,
        largest=job.selection.largest,
    )
    found = _listed(job.sources)
    reads = []
    if found.plain:
        reads.append(ray.data.read_binary_files(found.plain, include_paths=True))
    if found.packed:
        uris = ray.data.from_items([{"uri": uri} for uri in found.packed])
        reads.append(uris.map(read_packed))
    parts = [read.flat_map(parse_file, fn_kwargs={"wanted": wanted}) for read in reads]
    if found.odd:
        parts.append(ray.data.from_items(list(_here(found.odd, wanted))))
    if not parts:
        raise UnreportError("there is nothing to parse: no file was found")
    return parts[0].union(*parts[1:]) if len(parts) > 1 else parts[0]


def read_packed(row: dict[str, str]) -> File:
    """Read a compressed file as it is: Ray would unpack it, and fail where it is cut off."""
    store, path = pafs.FileSystem.from_uri(row["uri"])
    with store.open_input_file(path) as file:
        return {"path": path, "bytes": file.read()}


class Listed(NamedTuple):
    """Files by the way in which they are read."""

    plain: list[str]  # by Ray
    packed: list[str]  # by Ray, as they are
    odd: list[str]  # here: what would stop Ray


def _listed(sources: Iterable[object]) -> Listed:
    listed = Listed([], [], [])
    for source in map(str, sources):
        if "://" in source:
            _sort_urls(source, listed)
            continue
        for found in files([source]):
            path = found if isinstance(found, str) else found.path
            if not (path.isprintable() and Path(path).is_file() and os.access(path, os.R_OK)):
                listed.odd.append(path)
            elif path.endswith(UNPACKED_BY_RAY):
                listed.packed.append(Path(path).as_uri())
            else:
                listed.plain.append(path)
    return listed


def _sort_urls(source: str, listed: Listed) -> None:
    """The files below a URL; one whose store Arrow does not know is left to Ray."""
    try:
        store, path = pafs.FileSystem.from_uri(source)
    except pa.ArrowInvalid:
        listed.plain.append(source)
        return
    (info,) = store.get_file_info([path])
    below = pafs.FileSelector(path, recursive=True)
    found = store.get_file_info(below) if info.type == pafs.FileType.Directory else [info]
    scheme = source.partition("://")[0]
    for file in sorted(found, key=lambda file: str(file.path)):
        inner = file.path.removeprefix(path).split("/")
        if file.type != pafs.FileType.Directory and not any(map(is_system, filter(None, inner))):
            uri = f"{scheme}://{quote(file.path)}"
            (listed.packed if uri.endswith(UNPACKED_BY_RAY) else listed.plain).append(uri)


def _here(paths: list[str], wanted: Wanted) -> Iterator[Answer]:
    """What came of files that are read on this machine."""
    selection = Selection(patterns=wanted.patterns, largest=wanted.largest)
    with Crew(wanted.limits, parse_checked) as crew:
        for reply in crew.replies(_tasks(entries(paths, selection), wanted.largest)):
            if reply is not None:
                yield {"reply": reply}


@cache
def _crew(limits: Limits) -> Crew:
    """The worker of this process of Ray's; it ends with it."""
    return Crew(limits, parse_checked)


def _tasks(found: Iterable[Entry], largest: int) -> Iterator[Task | bytes]:
    for entry in found:
        task = task_of(entry, ordinal=0, largest=largest, known=None, rows=True)
        yield failed(task, entry.fault) if entry.fault else task


# --- from replies to tables ---------------------------------------------------------------------


def _rows(answers: pa.Table, table: str) -> pa.Table:
    """The rows that some replies give to a table."""
    pieces = [
        found
        for answer in answers["reply"]
        for _, found in columns_of(REPLIES.decode(answer.as_py()), (table,))
    ]
    return pa.Table.from_batches([batch(table, joined(table, pieces))])


def _ensure(store: pafs.FileSystem, folder: str, table: str) -> None:
    """A table without rows is a file too, so that queries find their columns."""
    found = store.get_file_info(pafs.FileSelector(folder, allow_not_found=True))
    if not any(file.base_name.endswith(".parquet") for file in found):
        store.create_dir(folder)
        pq.write_table(schema(table).empty_table(), f"{folder}/empty.parquet", filesystem=store)


def _summarised(answers: ray.data.Dataset, local: Path) -> Summary:
    """Manifests, series and summary, made where the run was started."""
    pending: list[Noted] = []
    for part, answer in enumerate(answers.iter_rows()):
        pending.append(noted(REPLIES.decode(answer["reply"])))
        if len(pending) >= NOTED:
            _write_manifest(local, part, pending)
            pending = []
    _write_manifest(local, answers.count(), pending)
    return summarise(local, ("parquet",), finished=True)


def _write_manifest(local: Path, part: int, documents: list[Noted]) -> None:
    manifest = Manifest(
        part=part,
        schema=SCHEMA,
        unreport=tuple(sorted({document.version for document in documents})),
        rows={},
        documents=tuple(documents),
    )
    path = local / file_name("manifest", part, "json")
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, msgspec.json.encode(manifest))
