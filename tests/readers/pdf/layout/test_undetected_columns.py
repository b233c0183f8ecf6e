"""Cells that were read as one text have a gap as between columns in it, and are uncertain."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.letters import bidi_class_of
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.layout.doubts.undetected_columns import doubt_undetected_columns
from unreport.readers.pdf.layout.page_layout import LabelledRow

SIZE, STEP, WIDTH = 10.0, 14.0, 5.0
Piece = tuple[float, str]
"""The left edge of some words and the words, in visual order."""


def row_of(y: float, *pieces: Piece) -> Row:
    clusters: list[Cluster] = []
    for x, text in pieces:
        for n, char in enumerate(text):
            if char != " ":
                left = x + WIDTH * n
                kind = bidi_class_of(char)
                number = len(clusters)
                clusters.append(Cluster(char, kind, left, left + WIDTH, y, SIZE, 0, 0, number))
    return Row(clusters, y, SIZE, 1)


def body(at: int, *pieces: Piece) -> LabelledRow:
    return LabelledRow(row_of(STEP * at, *pieces), "body")


def cell(at: int, column: int, x: float, text: str, row: int = -1) -> LabelledRow:
    place = (at if row < 0 else row, column)
    return LabelledRow(row_of(STEP * at, (x, text)), "table", table=1, cell=place)


def table(first: int) -> list[LabelledRow]:
    rows = (("Regular budget", "12 400", "9 300"), ("Voluntary funds", "8 100", "7 750"))
    return [
        cell(first + at, column, 72 + 180 * column, text)
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
    ]


def doubted(rows: Sequence[LabelledRow], base: BaseDirection = "L") -> list[int]:
    doubt_undetected_columns(rows, base)
    return [at for at, own in enumerate(rows) if own.doubt]


def test_head_row_above_a_table() -> None:
    head = [
        body(9, (72, "The costs are those of the table below.")),
        body(10, (72, "Item"), (252, "Biennium"), (432, "Total")),
        body(11, (72, "Regular programme")),
    ]
    assert doubted([*head, *table(12)]) == [1]


def test_total_row_below_a_table() -> None:
    rows = [*table(10), body(12, (72, "Total"), (252, "20 500"), (432, "17 050"))]
    assert doubted(rows) == [6]
    far = [*table(10), body(16, (72, "Total"), (252, "20 500"), (432, "17 050"))]
    assert doubted(far) == []


def test_arabic_head_row() -> None:
    head = body(11, (200, "ةنسلا"), (500, "عورشملا"))
    assert doubted([head, *table(12)], "R") == [0]


def test_pieces_of_a_cell_side_by_side() -> None:
    rows = [*table(10), cell(12, 0, 72, "Total"), cell(12, 1, 252, "20 500")]
    assert doubted([*rows, cell(12, 1, 340, "17 050")]) == [7, 8]


def test_lines_of_a_cell() -> None:
    rows = [*table(10), cell(12, 0, 72, "Total"), cell(12, 1, 252, "20 500")]
    assert doubted([*rows, cell(13, 1, 340, "17 050", row=12)]) == []


def test_words_of_a_justified_cell() -> None:
    words = ((252, "several"), (312, "delegations"), (392, "declared"))
    rows = [*table(10), *(cell(12, 1, x, word) for x, word in words)]
    assert doubted(rows) == []


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([(72, "France"), (250, "112"), (330, "12.5")], True),
        ([(72, "12."), (110, "The Committee met in the spring of the year")], False),
        ([(72, "I. Introduction ......................"), (330, "4")], False),
        ([(72, "some"), (122, "wide"), (172, "lines"), (227, "of"), (267, "text")], False),
    ],
    ids=["cells", "a number", "leaders", "a justified line"],
)
def test_rows_with_a_gap_at_one_place(rows: list[Piece], found: bool) -> None:  # noqa: FBT001
    assert doubted([body(at, *rows) for at in range(10, 13)]) == ([0, 1, 2] if found else [])
    assert doubted([body(at, *rows) for at in range(10, 12)]) == []


@pytest.mark.parametrize("label", ["Table 3", "Annex II", "Section 5", "Component 1:"])
def test_a_caption_or_heading_behind_a_tab_is_no_row(label: str) -> None:
    caption = [body(10, (72, label), (140, "Staff resources by category"))]
    assert doubted([*caption, *table(11)]) == []
    assert doubted([body(10, (72, label), (140, "2023"), (300, "2024")), *table(11)]) == [0]
    assert doubted([body(10, (72, "Article 98"), (160, "Article 105")), *table(11)]) == [0]


def test_an_arabic_caption_behind_a_tab_is_no_row() -> None:
    caption = body(10, (150, "نيفظوملا ددع"), (432, "٣ لودجلا"))
    assert doubted([caption, *table(11)], "R") == []


def test_notes_below_a_table_need_a_gap_at_a_column() -> None:
    notes = [body(13, (72, "* Estimate."), (190, "** Provisional."))]
    assert doubted([*table(11), *notes]) == []
    row = [body(13, (72, "Total"), (252, "20 500"), (432, "17 050"))]
    assert doubted([*table(11), *row]) == [6]


def test_both_parts_of_an_interrupted_table() -> None:
    heading = [body(13, (72, "The costs of the programme in the biennium were as below."))]
    head = [body(20, (72, "Item"), (252, "Biennium"), (432, "Total"))]
    assert doubted([*table(11), *heading, *head, *table(21)]) == [7]
