"""Rows across two columns: gaps without a space that have the same edges in several rows."""

from __future__ import annotations

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.layout.doubts.aligned_gaps import doubt_aligned_gaps
from unreport.readers.pdf.layout.page_layout import LabelledRow

WIDTH = 5.0


def row(words: str, places: dict[int, float], y: float) -> LabelledRow:
    """A row of words, with spaces between them that are drawn but where the next word has a place.

    `places` has the places of some words, by their numbers.
    """
    clusters: list[Cluster] = []
    spaces: list[float] = []
    starts: list[int] = []
    x = 72.0
    for at, word in enumerate(words.split()):
        if at in places:
            x = places[at]
        elif at:
            spaces.append(x + 1.5)
            x += 3.0
        if at:
            starts.append(len(clusters))
        for char in word:
            clusters.append(Cluster(char, "L", x, x + WIDTH, y, 10.0, 0, ord(char), len(clusters)))
            x += WIDTH
    return LabelledRow(Row(clusters, y, 10.0, 1, spaces, starts), "body")


def doubted(*rows: LabelledRow) -> list[bool]:
    doubt_aligned_gaps(rows)
    return [bool(own.doubt) for own in rows]


LEFT, RIGHT = "the lakes are of", "rivers and the seas"


def across(y: float, start: float = 160.0) -> LabelledRow:
    """A row of which the fifth word begins the second column."""
    return row(f"{LEFT} {RIGHT}", {4: start}, y)


def test_rows_across_two_columns() -> None:
    plain = row(f"{LEFT} {RIGHT}", {}, 112)

    assert doubted(across(100), plain, across(124), across(136)) == [True] * 4


def test_gaps_of_other_places_or_in_two_rows() -> None:
    assert doubted(across(100), across(112, 163), across(124, 166)) == [False] * 3
    assert doubted(across(100), across(112)) == [False] * 2


def test_numbers_of_paragraphs_and_tables() -> None:
    numbered = [row(f"1. {LEFT} {RIGHT}", {1: 100.0}, 100.0 + 12 * at) for at in range(4)]
    assert doubted(*numbered) == [False] * 4
    table = [across(100.0 + 12 * at) for at in range(4)]
    for own in table:
        own.table = 1
    assert doubted(*table) == [False] * 4


def test_labels_of_one_width_before_a_tab_stop() -> None:
    symbols = [
        row(f"A/CONF.9/PC/L.{at} {title}", {1: 150.0}, 100.0 + 12 * at)
        for at, title in enumerate(("provisional agenda", "rules of procedure", "draft report"))
    ]
    assert doubted(*symbols) == [False] * 3
    times = [
        row(f"Monday at {at} o'clock {title}", {4: 180.0}, 100.0 + 12 * at)
        for at, title in enumerate(("opening of the session", "the debate begins", "end of a day"))
    ]
    assert doubted(*times) == [False] * 3
