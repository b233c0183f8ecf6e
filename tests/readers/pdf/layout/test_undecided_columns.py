"""Rows read across a strip that may be the gutter of two columns are marked; others are not."""

from __future__ import annotations

import pytest

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.layout.doubts.undecided_columns import doubt_undecided_columns
from unreport.readers.pdf.layout.page_layout import LabelledRow

WIDTH, SPACE, GAP = 5.0, 3.0, 14.0


def row(y: float, *, gap: float, before: int = 6, start: float = 72.0) -> LabelledRow:
    """Words of four letters, with a gap after some of them."""
    clusters: list[Cluster] = []
    x = start
    for word in range(12):
        x += 0 if not word else gap if word == before else SPACE
        for char in "lake":
            clusters.append(Cluster(char, "L", x, x + WIDTH, y, 10.0, 0, ord(char), len(clusters)))
            x += WIDTH
    return LabelledRow(Row(clusters, y, 10.0, 1, [], []), "body")


def doubted(rows: list[LabelledRow]) -> list[bool]:
    doubt_undecided_columns(rows)
    return [bool(own.doubt) for own in rows]


def test_a_strip_in_several_rows() -> None:
    assert doubted([row(100 + 12 * at, gap=GAP) for at in range(5)]) == [True] * 5


@pytest.mark.parametrize("gap", [SPACE, 2 * SPACE])
def test_spaces_between_words(gap: float) -> None:
    assert not any(doubted([row(100 + 12 * at, gap=gap) for at in range(5)]))


def test_labels_and_gaps_at_other_places() -> None:
    labels = [row(100 + 12 * at, gap=GAP, before=2) for at in range(5)]
    moved = [row(100 + 12 * at, gap=GAP, start=72 + 16 * (at % 2)) for at in range(6)]

    assert not any(doubted(labels))
    assert not any(doubted(moved))
