"""The aligned versions of a document as segments: sentences, headings, cells of tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from unreport.model import Section, Table
from unreport.series.versions.align import AlignedRow, Alignment
from unreport.series.versions.gale_church import Bead, align_sentences
from unreport.series.versions.units import AlignedNode, own_text
from unreport.text.sentences import split_sentences

PAIR = 2  # a segment is of two versions or more

Cut: TypeAlias = tuple[tuple[str, ...] | None, ...]
"""The sentences of a segment in each version, None for a version that lacks the node."""


class Segment(Struct, frozen=True, kw_only=True):
    """A piece of text in all versions that have it, in the order of `Alignment.languages`."""

    key: str  # of the node that it is of
    kind: str
    order: int  # among the segments of the node, from 1
    score: float  # of the node
    texts: tuple[str | None, ...]
    match: str
    """How many sentences, headings or cells each version has: `1-2` if the second splits one."""


def segments(alignment: Alignment) -> Iterator[Segment]:
    """The segments of the nodes that two versions or more have.

    Sentences are aligned by length, each version with the one that the others were compared with;
    where they are cut in different places, a segment has several sentences.
    """
    ratios = _ratios(alignment)
    for row in alignment.rows:
        if sum(map(bool, row.groups)) < PAIR:
            continue
        for order, cut in enumerate(_cuts(row, ratios), start=1):
            texts = tuple(" ".join(group) if group is not None else None for group in cut)
            match = "-".join(str(len(group or ())) for group in cut)
            yield Segment(
                key=row.key, kind=row.kind, order=order, score=row.score, texts=texts, match=match
            )


def _ratios(alignment: Alignment) -> dict[tuple[int, int], float]:
    """Letters of one version for each letter of another."""
    lengths = [[0] * len(alignment.languages) for _ in alignment.languages]
    for row in alignment.rows:
        sizes = [sum(map(len, map(own_text, group))) if group else None for group in row.groups]
        for one, size in enumerate(sizes):
            for other, other_size in enumerate(sizes):
                if size is not None and other_size is not None:
                    lengths[one][other] += size
    return {
        (one, other): lengths[other][one] / lengths[one][other] or 1.0
        for one in range(len(lengths))
        for other in range(len(lengths))
        if lengths[one][other]
    }


def _cuts(row: AlignedRow, ratios: Mapping[tuple[int, int], float]) -> Iterator[Cut]:
    nodes = row.nodes
    tables = [node for node in nodes if isinstance(node, Table)]
    if tables and _are_of_one_shape(tables):
        yield from _cells(nodes)
    elif tables or any(isinstance(node, Section) for node in nodes):
        texts = tuple((own_text(node),) if node else None for node in nodes)
        if any(text and text[0] for text in texts):
            yield texts
    else:
        yield from _sentences(row.groups, _pivot(row), ratios)


def _pivot(row: AlignedRow) -> int:
    """The version that the others were compared with."""
    pairs = enumerate(zip(row.nodes, row.links, strict=True))
    return next(at for at, (node, link) in pairs if node is not None and link is None)


def _are_of_one_shape(tables: Sequence[Table]) -> bool:
    shapes = {tuple(len(row) for row in table.rows) for table in tables}
    return len(shapes) == 1


def _cells(nodes: Sequence[AlignedNode | None]) -> Iterator[Cut]:
    """The cells that have letters, in reading order."""
    flat = [
        [cell for row in node.rows for cell in row] if isinstance(node, Table) else None
        for node in nodes
    ]
    length = next(len(cells) for cells in flat if cells is not None)
    for at in range(length):
        texts = tuple((cells[at],) if cells is not None else None for cells in flat)
        if any(text and any(map(str.isalpha, text[0])) for text in texts):
            yield texts


def _sentences(
    groups: Sequence[Sequence[AlignedNode]], pivot: int, ratios: Mapping[tuple[int, int], float]
) -> Iterator[Cut]:
    sentences = [_sentences_of(group) if group else None for group in groups]
    first = sentences[pivot] or ()
    beads: dict[int, tuple[Bead, ...]] = {}
    for at, other in enumerate(sentences):
        if at != pivot and other is not None:
            lengths = list(map(len, first)), list(map(len, other))
            beads[at] = align_sentences(*lengths, ratio=ratios.get((pivot, at), 1.0))
    begin = dict.fromkeys((pivot, *beads), 0)
    for cut in _common_cuts(beads, len(first)):
        ends = {pivot: cut} | {at: _end(own, cut) for at, own in beads.items()}
        yield tuple(
            one[begin[at] : ends[at]] if one is not None else None
            for at, one in enumerate(sentences)
        )
        begin = ends


def _sentences_of(group: Sequence[AlignedNode]) -> tuple[str, ...]:
    """The sentences of the nodes that a version has in a row."""
    return tuple(sentence for node in group for sentence in split_sentences(own_text(node)))


def _common_cuts(beads: Mapping[int, tuple[Bead, ...]], length: int) -> list[int]:
    """Behind which sentences of the pivot all versions end a bead."""
    cuts = set(range(1, length + 1))
    for own in beads.values():
        cuts &= {bead.first for bead in own}
    return sorted(cuts | {length})


def _end(beads: Sequence[Bead], cut: int) -> int:
    """Behind which sentence a version is cut where the pivot is cut behind `cut`."""
    return max((bead.second for bead in beads if bead.first <= cut), default=0)
