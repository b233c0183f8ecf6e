"""The summary of an output folder over all runs: counts, and the table `series`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from unreport.archive.journal import write_atomic
from unreport.archive.parts import Format, ManifestEntry
from unreport.archive.series import Series, SeriesDocument, group_series
from unreport.archive.store import manifests
from unreport.export.rows import SERIES_COLUMNS, Row, transpose

SLOWEST_COUNT = 10


class SlowFile(Struct, frozen=True):
    """A file and its parse time."""

    path: str
    seconds: float


class Summary(Struct, frozen=True, kw_only=True):
    """Counts of all documents of an output folder, over all runs; also in `summary.json`."""

    finished: bool
    """False: the last run was stopped before its end."""
    files: int
    """All files that were read."""
    documents: int
    """Files that gave a report."""
    failed: int
    """Files that could not be read."""
    retried: int
    """Files that were tried more than once."""
    errors: dict[str, int]
    """Files that could not be read, by kind of the error."""
    languages: dict[str, int]
    """Documents by language (ISO 639-1)."""
    versions: dict[str, int]
    """Documents by version of unreport."""
    series: int
    """Series of documents: a base document with its addenda."""
    incomplete: int
    """Series with missing addenda or languages."""
    no_symbol: int
    """Documents without a symbol, which are in no series."""
    seconds: float
    """Elapsed time of reading and parsing, summed over documents."""
    slowest: tuple[SlowFile, ...]
    """The files that took the most time."""


def write_summary(out: Path, formats: tuple[Format, ...], *, finished: bool) -> Summary:
    """Summarize a folder, and write `summary.json` and the table `series`."""
    series = group_series(_members(out))
    summary = _count(list(_documents(out)), series, finished=finished)
    _write_series(out, formats, series)
    write_atomic(
        out / "summary.json", msgspec.json.format(msgspec.json.encode(summary, order="sorted"))
    )
    return summary


def _documents(out: Path) -> Iterator[ManifestEntry]:
    for manifest in manifests(out):
        yield from manifest.documents


def _members(out: Path) -> Iterator[SeriesDocument]:
    for document in _documents(out):
        if document.symbol and not document.error:
            yield SeriesDocument(
                key=document.key, symbol=document.symbol, language=document.language
            )


def _count(
    documents: Iterable[ManifestEntry], series: tuple[Series, ...], *, finished: bool
) -> Summary:
    good = [document for document in documents if document.error is None]
    bad = Counter(document.error.kind for document in documents if document.error)
    slow = sorted(documents, key=lambda document: -document.seconds)[:SLOWEST_COUNT]
    return Summary(
        finished=finished,
        files=len(good) + bad.total(),
        documents=len(good),
        failed=bad.total(),
        retried=sum(document.attempts > 1 for document in documents),
        errors=dict(bad.most_common()),
        languages=dict(Counter(document.language or "unknown" for document in good).most_common()),
        versions=dict(Counter(document.version for document in documents)),
        series=len(series),
        incomplete=sum(bool(series_entry.missing or series_entry.gaps) for series_entry in series),
        no_symbol=len(good) - sum(len(series_entry.members) for series_entry in series),
        seconds=round(sum(document.seconds for document in documents), 3),
        slowest=tuple(SlowFile(document.path, document.seconds) for document in slow),
    )


def series_row(series_entry: Series) -> Row:
    """The row of a series."""
    return [
        series_entry.base_symbol,
        len(series_entry.members),
        series_entry.revisions,
        series_entry.corrigenda,
        series_entry.has_base,
        list(series_entry.addenda),
        list(series_entry.missing),
        list(series_entry.languages),
        list(series_entry.gaps),
        list(series_entry.members),
    ]


def _write_series(out: Path, formats: tuple[Format, ...], series: tuple[Series, ...]) -> None:
    rows = [series_row(series_entry) for series_entry in series]
    if "jsonl" in formats:
        names = [column.name for column in SERIES_COLUMNS]
        lines = (msgspec.json.encode(dict(zip(names, row, strict=True))) for row in rows)
        write_atomic(out / "series.jsonl", b"".join(line + b"\n" for line in lines))
    if "parquet" in formats:
        from unreport.export.parquet import record_batch, table_bytes  # noqa: PLC0415  an extra

        write_atomic(
            out / "series.parquet",
            table_bytes("series", [record_batch("series", transpose(rows, len(SERIES_COLUMNS)))]),
        )
