"""A batch job on Ray Data, on this machine or a cluster (needs the extra `ray`).

    read_binary_files  →  flat_map(parse_file)  →  write_parquet

Ray schedules the tasks.  Its address (RAY_ADDRESS, or this machine) and the file systems that it
reads by URL are configured as for any Ray program.  Each of its processes
keeps one worker with the limits of the local engine, so that a document which hangs or crashes
costs that worker and nothing else.
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
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
from unreport.archive.parse_one import (
    RESULT_DECODER,
    Contents,
    Task,
    failed_result,
    parse_checked,
    task_for_entry,
)
from unreport.archive.parts import (
    Manifest,
    ManifestEntry,
    arrow_batch,
    manifest_entry,
    part_path,
    result_rows,
)
from unreport.archive.sources import (
    Selection,
    SourceEntry,
    archive_entries,
    entries,
    is_system,
    list_files,
)
from unreport.archive.summary import Summary, write_summary
from unreport.archive.workers import WorkerPool
from unreport.errors import UnreportError
from unreport.export.parquet import arrow_schema
from unreport.export.rows import SCHEMA

DECOMPRESSED_BY_RAY = (".gz", ".bz2", ".br", ".lz4", ".zst", ".snappy")
MANIFEST_DOCUMENTS = 10_000  # documents in a manifest


class File(TypedDict):
    """A row of `read_binary_files`."""

    path: str
    bytes: bytes


class ResultRow(TypedDict):
    """The encoded result of one document."""

    result: bytes


class ParseOptions(Struct, frozen=True, kw_only=True):
    """The options that Ray's processes need."""

    limits: Limits
    selection: Selection
    contents: Contents


class OutputNotEmpty(UnreportError):
    """The folder has tables already: Ray writes whole tables and does not resume."""


def parse_file(file: File, options: ParseOptions) -> Iterator[ResultRow]:
    """Parse a file that Ray read: a document, or every document of an archive."""
    found = archive_entries(io.BytesIO(file["bytes"]), file["path"], options.selection)
    for result in _worker_pool(options.limits).results(_tasks(found, options)):
        if result is not None:
            yield {"result": result}


def write_with_ray(job: Job, out: str | None = None) -> Summary:
    """Run a job on Ray; the output folder may be a URL.

    Sources may be URLs of what Ray reads; paths must be the same on all machines of a cluster.
    """
    target = out or str(job.out)
    uri = target if "://" in target else Path(target).absolute().as_uri()
    store, folder = pafs.FileSystem.from_uri(uri)
    if store.get_file_info(f"{folder}/documents").type != pafs.FileType.NotFound:
        raise OutputNotEmpty("holds tables already; write to another folder", source=target)
    results = f"{folder}/results"
    _parse_results(job).write_parquet(results, filesystem=store)
    results_table = ray.data.read_parquet(results, filesystem=store)
    for table in job.layout.tables:
        rows = results_table.map_batches(
            _table_rows, fn_kwargs={"table": table}, batch_format="pyarrow"
        )
        rows.write_parquet(f"{folder}/{table}", filesystem=store)
        _ensure_file(store, f"{folder}/{table}", table)
    with tempfile.TemporaryDirectory() as local:
        summary = _write_summary(results_table, Path(local))
        pafs.copy_files(local, folder, destination_filesystem=store)
    store.delete_dir(results)
    return summary


def _parse_results(job: Job) -> ray.data.Dataset:
    """The encoded results of all documents, as a Ray data set."""
    options = ParseOptions(
        limits=replace(job.limits, workers=1, log=None),
        selection=job.selection,
        contents=job.layout.contents,
    )
    found = _list_sources(job.sources)
    reads = []
    if found.plain:
        reads.append(ray.data.read_binary_files(found.plain, include_paths=True))
    if found.compressed:
        uris = ray.data.from_items([{"uri": uri} for uri in found.compressed])
        reads.append(uris.map(read_compressed))
    parts = [read.flat_map(parse_file, fn_kwargs={"options": options}) for read in reads]
    if found.local:
        parts.append(ray.data.from_items(list(_parse_locally(found.local, options))))
    if not parts:
        raise UnreportError("there is nothing to parse: no file was found")
    return parts[0].union(*parts[1:]) if len(parts) > 1 else parts[0]


def read_compressed(row: dict[str, str]) -> File:
    """Read a compressed file without decompression: Ray would fail where it is truncated."""
    store, path = pafs.FileSystem.from_uri(row["uri"])
    with store.open_input_file(path) as file:
        return {"path": path, "bytes": file.read()}


class FileListing(NamedTuple):
    """Files, grouped by how they are read."""

    plain: list[str]  # read by Ray
    compressed: list[str]  # read by Ray without decompression
    local: list[str]  # read on this machine: Ray would fail on them


def _list_sources(sources: Iterable[object]) -> FileListing:
    listing = FileListing([], [], [])
    for source in map(str, sources):
        if "://" in source:
            _sort_urls(source, listing)
            continue
        for found in list_files([source]):
            path = found if isinstance(found, str) else found.path
            if not (path.isprintable() and Path(path).is_file() and os.access(path, os.R_OK)):
                listing.local.append(path)
            elif path.endswith(DECOMPRESSED_BY_RAY):
                listing.compressed.append(Path(path).as_uri())
            else:
                listing.plain.append(path)
    return listing


def _sort_urls(source: str, listing: FileListing) -> None:
    """The files below a URL; one whose file system Arrow does not know is left to Ray."""
    try:
        store, path = pafs.FileSystem.from_uri(source)
    except pa.ArrowInvalid:
        listing.plain.append(source)
        return
    (info,) = store.get_file_info([path])
    below = pafs.FileSelector(path, recursive=True)
    found = store.get_file_info(below) if info.type == pafs.FileType.Directory else [info]
    scheme = source.partition("://")[0]
    for file in sorted(found, key=lambda file: str(file.path)):
        inner = file.path.removeprefix(path).split("/")
        if file.type != pafs.FileType.Directory and not any(map(is_system, filter(None, inner))):
            uri = f"{scheme}://{quote(file.path)}"
            (listing.compressed if uri.endswith(DECOMPRESSED_BY_RAY) else listing.plain).append(uri)


def _parse_locally(paths: list[str], options: ParseOptions) -> Iterator[ResultRow]:
    """The encoded results of files that are read on this machine."""
    with WorkerPool(options.limits, parse_checked) as pool:
        for result in pool.results(_tasks(entries(paths, options.selection), options)):
            if result is not None:
                yield {"result": result}


@cache
def _worker_pool(limits: Limits) -> WorkerPool:
    """The worker pool of this Ray process; it ends with it."""
    return WorkerPool(limits, parse_checked)


def _tasks(found: Iterable[SourceEntry], options: ParseOptions) -> Iterator[Task | bytes]:
    for entry in found:
        task = task_for_entry(entry, options.selection, contents=options.contents)
        yield failed_result(task, entry.error) if entry.error else task


# --- from results to tables ---------------------------------------------------------------------


def _table_rows(results_table: pa.Table, table: str) -> pa.Table:
    """The rows of some results in a table."""
    pieces = [
        found
        for row in results_table["result"]
        for _, found in result_rows(RESULT_DECODER.decode(row.as_py()), (table,))
    ]
    return pa.Table.from_batches([arrow_batch(table, pieces)])


def _ensure_file(store: pafs.FileSystem, folder: str, table: str) -> None:
    """Write an empty file for a table without rows, so that queries find its columns."""
    found = store.get_file_info(pafs.FileSelector(folder, allow_not_found=True))
    if not any(file.base_name.endswith(".parquet") for file in found):
        store.create_dir(folder)
        pq.write_table(
            arrow_schema(table).empty_table(), f"{folder}/empty.parquet", filesystem=store
        )


def _write_summary(results_table: ray.data.Dataset, local: Path) -> Summary:
    """Write manifests, series and summary, on the machine that started the run."""
    pending: list[ManifestEntry] = []
    for part, row in enumerate(results_table.iter_rows()):
        pending.append(manifest_entry(RESULT_DECODER.decode(row["result"])))
        if len(pending) >= MANIFEST_DOCUMENTS:
            _write_manifest(local, part, pending)
            pending = []
    _write_manifest(local, results_table.count(), pending)
    return write_summary(local, ("parquet",), finished=True)


def _write_manifest(local: Path, part: int, documents: list[ManifestEntry]) -> None:
    manifest = Manifest(
        part=part,
        schema=SCHEMA,
        unreport=tuple(sorted({document.version for document in documents})),
        rows={},
        documents=tuple(documents),
    )
    path = local / part_path("manifest", part, "json")
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, msgspec.json.encode(manifest))
