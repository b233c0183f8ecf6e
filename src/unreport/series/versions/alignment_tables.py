"""An alignment as TSV, JSONL and Parquet (which needs the extra `parquet`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from unreport.series.versions.align import AlignedRow, Alignment
from unreport.series.versions.segments import segments
from unreport.series.versions.units import own_text

BETWEEN_NODES = "\n"  # two paragraphs of one version in a row; a space in TSV


class TextRow(Struct, frozen=True, kw_only=True):
    """A node or segment with its text in each language, as a line of JSONL."""

    key: str
    kind: str
    order: int | None  # of a segment in its node, from 1
    match: str  # how many nodes, or sentences, each version has: `1-1`, `1-2`, `1-0`
    score: float
    texts: dict[str, str | None]
    keys: dict[str, tuple[str, ...]] | None = None  # of the nodes in each version
    scores: dict[str, float | None] | None = None
    reasons: dict[str, str | None] | None = None


def text_rows(alignment: Alignment, *, sentences: bool = False) -> Iterator[TextRow]:
    """The rows of an alignment: nodes, or with `sentences` their segments."""
    if not sentences:
        yield from (_node_row(row, alignment.languages) for row in alignment.rows)
        return
    for one in segments(alignment):
        texts = dict(zip(alignment.languages, one.texts, strict=True))
        yield TextRow(
            key=one.key,
            kind=one.kind,
            order=one.order,
            match=one.match,
            score=one.score,
            texts=texts,
        )


def _node_row(row: AlignedRow, languages: Sequence[str]) -> TextRow:
    groups = dict(zip(languages, row.groups, strict=True))
    links = dict(zip(languages, row.links, strict=True))
    return TextRow(
        key=row.key,
        kind=row.kind,
        order=None,
        match=row.match,
        score=row.score,
        texts={
            code: BETWEEN_NODES.join(map(own_text, group)) if group else None
            for code, group in groups.items()
        },
        keys={code: tuple(node.key for node in group) for code, group in groups.items()},
        scores={code: link.score if link else None for code, link in links.items()},
        reasons={code: link.reason if link else None for code, link in links.items()},
    )


def to_jsonl(alignment: Alignment, *, sentences: bool = False) -> str:
    """An alignment as JSONL, a row a line: the texts, and for nodes their keys and scores."""
    rows = text_rows(alignment, sentences=sentences)
    return "".join(f"{msgspec.json.encode(row).decode()}\n" for row in rows)


def to_tsv(alignment: Alignment, *, sentences: bool = False) -> str:
    """An alignment as tab-separated values with a header: key, kind, match, score, the languages.

    Tabs and line breaks in a text are spaces; a version that lacks a node has an empty cell.
    """
    lines = ["\t".join(("key", "kind", "match", "score", *alignment.languages))]
    for row in text_rows(alignment, sentences=sentences):
        texts = (" ".join((text or "").split()) for text in row.texts.values())
        lines.append("\t".join((row.key, row.kind, row.match, f"{row.score:.3f}", *texts)))
    return "\n".join(lines) + "\n"


def write_parquet(alignment: Alignment, path: Path, *, sentences: bool = False) -> None:
    """Write an alignment to a Parquet file: key, kind, order, match, score, a column a language."""
    import pyarrow as pa  # noqa: PLC0415  an extra, and slow to import
    import pyarrow.parquet as pq  # noqa: PLC0415

    rows = list(text_rows(alignment, sentences=sentences))
    columns = {
        "key": pa.array([row.key for row in rows], pa.string()),
        "kind": pa.array([row.kind for row in rows], pa.string()),
        "order": pa.array([row.order for row in rows], pa.int32()),
        "match": pa.array([row.match for row in rows], pa.string()),
        "score": pa.array([row.score for row in rows], pa.float64()),
    }
    for language in alignment.languages:
        columns[language] = pa.array([row.texts[language] for row in rows], pa.string())
    with path.open("wb") as stream:
        pq.write_table(pa.table(columns), stream, compression="zstd")
