"""What a folder of tables holds, all runs together: counts, and which files make one report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from unreport.archive.journal import write_atomic
from unreport.archive.parts import Format, Noted
from unreport.archive.series import Member, Series, group
from unreport.archive.store import manifests
from unreport.export.rows import SERIES, Row, turned

SLOWEST = 10


class Slow(Struct, frozen=True):
    """A file that took long."""

    path: str
    seconds: float


class Summary(Struct, frozen=True, kw_only=True):
    """The counts of a folder; `summary.json`."""

    finished: bool  # False: the last run was stopped before its end
    files: int
    documents: int
    failed: int
    retried: int
    errors: dict[str, int]  # by kind
    languages: dict[str, int]
    versions: dict[str, int]  # of unreport, by documents
    series: int
    incomplete: int  # series with something missing
    no_symbol: int  # documents that no series can be told of
    seconds: float  # of parsing, all workers together
    slowest: tuple[Slow, ...]


def summarise(out: Path, formats: tuple[Format, ...], *, finished: bool) -> Summary:
    """Count what a folder holds, and write `summary.json` and the table `series`."""
    series = group(_members(out))
    summary = _counted(list(_documents(out)), series, finished=finished)
    _write_series(out, formats, series)
    write_atomic(
        out / "summary.json", msgspec.json.format(msgspec.json.encode(summary, order="sorted"))
    )
    return summary


def _documents(out: Path) -> Iterator[Noted]:
    for manifest in manifests(out):
        yield from manifest.documents


def _members(out: Path) -> Iterator[Member]:
    for document in _documents(out):
        if document.symbol and not document.error:
            yield Member(key=document.key, symbol=document.symbol, language=document.language)


def _counted(documents: Iterable[Noted], series: tuple[Series, ...], *, finished: bool) -> Summary:
    good = [document for document in documents if document.error is None]
    bad = Counter(document.error.kind for document in documents if document.error)
    slow = sorted(documents, key=lambda document: -document.seconds)[:SLOWEST]
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
        incomplete=sum(bool(one.missing or one.gaps) for one in series),
        no_symbol=len(good) - sum(len(one.members) for one in series),
        seconds=round(sum(document.seconds for document in documents), 3),
        slowest=tuple(Slow(document.path, document.seconds) for document in slow),
    )


def series_row(one: Series) -> Row:
    """A series as a row of its table."""
    return [
        one.base_symbol,
        len(one.members),
        one.revisions,
        one.corrigenda,
        one.has_base,
        list(one.addenda),
        list(one.missing),
        list(one.languages),
        list(one.gaps),
        list(one.members),
    ]


def _write_series(out: Path, formats: tuple[Format, ...], series: tuple[Series, ...]) -> None:
    rows = [series_row(one) for one in series]
    if "jsonl" in formats:
        names = [column.name for column in SERIES]
        lines = (msgspec.json.encode(dict(zip(names, row, strict=True))) for row in rows)
        write_atomic(out / "series.jsonl", b"".join(line + b"\n" for line in lines))
    if "parquet" in formats:
        from unreport.export.parquet import batch, parquet_bytes  # noqa: PLC0415  an extra

        write_atomic(
            out / "series.parquet",
            parquet_bytes("series", [batch("series", turned(rows, len(SERIES)))]),
        )
