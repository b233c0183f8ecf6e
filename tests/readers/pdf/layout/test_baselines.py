"""Segments of one baseline: rows in which they stand side by side, but not over one another."""

from __future__ import annotations

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.layout.page_layout import join_baselines


def segment(text: str, x: float, y: float = 100.0, size: float = 10.0) -> Row:
    """A segment whose letters are as wide as half their size."""
    width = size / 2
    clusters = [
        Cluster(char, "L", x + width * at, x + width * (at + 1), y, size, 0, ord(char), at)
        for at, char in enumerate(text)
    ]
    return Row(clusters, y, size, 1)


def texts(*segments: Row) -> list[str]:
    return ["".join(row.texts) for row in join_baselines([*segments])]


def test_a_segment_in_the_gap_of_another_row() -> None:
    assert texts(
        segment("Basel", 72), segment("2031", 172, 100.1), segment("page", 122, 100.2)
    ) == ["Baselpage2031"]


def test_a_segment_over_the_letters_of_another_row() -> None:
    name, corner = segment("EnvironmentAssembly", 72, size=15), segment("Limited", 150)

    assert texts(name, corner) == ["EnvironmentAssembly", "Limited"]
