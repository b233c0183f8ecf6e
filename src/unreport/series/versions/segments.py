"""The aligned versions of a document as segments: sentences, headings, cells of tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from unreport.model import Section, Table
from unreport.series.versions.align import AlignedRow, Alignment
from unreport.series.versions.gale_church import Bead, align_sentences
from unreport.series.versions.units import AlignedNode, own_text
from unreport.text.sentences import split_sentences

PAIR = 2  # a segment is of two versions or more


class Segment(Struct, frozen=True, kw_only=True):
    """A piece of text in all versions that have it, in the order of `Alignment.languages`."""

    key: str  # of the node that it is of
    kind: str
    order: int  # among the segments of the node, from 1
    score: float  # of the node
    texts: tuple[str | None, ...]


def segments(alignment: Alignment) -> Iterator[Segment]:
    """The segments of the nodes that two versions or more have.

    Sentences are aligned by length, each version with the one that the others were compared with;
    where they are cut in different places, a segment has several sentences.
    """
    ratios = _ratios(alignment)
    for row in alignment.rows:
        if sum(node is not None for node in row.nodes) < PAIR:
            continue
        for order, texts in enumerate(_texts(row, ratios), start=1):
            yield Segment(key=row.key, kind=row.kind, order=order, score=row.score, texts=texts)


def _ratios(alignment: Alignment) -> dict[tuple[int, int], float]:
    """Letters of one version for each letter of another."""
    lengths = [[0] * len(alignment.languages) for _ in alignment.languages]
    for row in alignment.rows:
        sizes = [len(own_text(node)) if node else None for node in row.nodes]
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


def _texts(
    row: AlignedRow, ratios: Mapping[tuple[int, int], float]
) -> Iterator[tuple[str | None, ...]]:
    nodes = row.nodes
    tables = [node for node in nodes if isinstance(node, Table)]
    if tables and _are_of_one_shape(tables):
        yield from _cells(nodes)
    elif tables or any(isinstance(node, Section) for node in nodes):
        texts = tuple(own_text(node) if node else None for node in nodes)
        if any(texts):
            yield texts
    else:
        yield from _sentences(nodes, _pivot(row), ratios)


def _pivot(row: AlignedRow) -> int:
    """The version that the others were compared with."""
    pairs = enumerate(zip(row.nodes, row.links, strict=True))
    return next(at for at, (node, link) in pairs if node is not None and link is None)


def _are_of_one_shape(tables: Sequence[Table]) -> bool:
    shapes = {tuple(len(row) for row in table.rows) for table in tables}
    return len(shapes) == 1


def _cells(nodes: Sequence[AlignedNode | None]) -> Iterator[tuple[str | None, ...]]:
    """The cells that have letters, in reading order."""
    flat = [
        [cell for row in node.rows for cell in row] if isinstance(node, Table) else None
        for node in nodes
    ]
    length = next(len(cells) for cells in flat if cells is not None)
    for at in range(length):
        texts = tuple(cells[at] if cells is not None else None for cells in flat)
        if any(text and any(map(str.isalpha, text)) for text in texts):
            yield texts


def _sentences(
    nodes: Sequence[AlignedNode | None], pivot: int, ratios: Mapping[tuple[int, int], float]
) -> Iterator[tuple[str | None, ...]]:
    sentences = [split_sentences(own_text(node)) if node is not None else None for node in nodes]
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
            " ".join(one[begin[at] : ends[at]]) if one is not None else None
            for at, one in enumerate(sentences)
        )
        begin = ends


def _common_cuts(beads: Mapping[int, tuple[Bead, ...]], length: int) -> list[int]:
    """Behind which sentences of the pivot all versions end a bead."""
    cuts = set(range(1, length + 1))
    for own in beads.values():
        cuts &= {bead.first for bead in own}
    return sorted(cuts | {length})


def _end(beads: Sequence[Bead], cut: int) -> int:
    """Behind which sentence a version is cut where the pivot is cut behind `cut`."""
    return max((bead.second for bead in beads if bead.first <= cut), default=0)
