"""The cost of tables grows as their rows do, wherever ruling lines and labels stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from executed_lines import LINEAR, growth
from pdf_files import page_with, placed

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout import reading_order
from unreport.readers.pdf.layout.page_layout import PageLayout
from unreport.readers.pdf.layout.segmentation.aligned_cells import are_aligned, are_aligned_rows
from unreport.readers.pdf.layout.tables import ruled_tables
from unreport.readers.pdf.layout.tables.table_detection import Table, find_tables
from unreport.readers.pdf.reader import read_pdf as read

TOP = 13900.0
CELLS = ((10.0, "label"), (3000.0, "words here"), (6000.0, "12"))
Labels = Callable[[int], int]


def all_cells(_at: int) -> int:
    return 3


def labels_alone(_at: int) -> int:
    return 1


def few_rows_of_cells(at: int) -> int:
    return 1 if at % 9 else 3


def _ruled(count: int, cells: Labels, narrower: float) -> Iterator[bytes]:
    rows = [(x, TOP - 5 * at, text) for at in range(count) for x, text in CELLS[: cells(at)]]
    yield placed(*rows, size=2)
    for at in range(-1, count):
        y = TOP - 5 * at - 3
        yield b"10 %d m %d %d l S " % (y, 12000 - narrower * (at // 2), y)


@pytest.mark.parametrize("narrower", [0.0, 20.0])
@pytest.mark.parametrize("cells", [all_cells, labels_alone, few_rows_of_cells])
def test_a_ruling_line_below_each_row(
    monkeypatch: pytest.MonkeyPatch, cells: Labels, narrower: float
) -> None:
    """How far the rows below a head are examined is bounded; here by fewer than on other pages."""
    monkeypatch.setattr(ruled_tables, "MOST_SEGMENTS", 12)

    def page(count: int) -> tuple[PageLayout, float]:
        found: list[tuple[PageLayout, float]] = []

        def kept(layout: PageLayout, below: float) -> list[Table]:
            found.append((_fresh(layout), below))
            return find_tables(layout, below)

        with monkeypatch.context() as patch:
            patch.setattr(reading_order, "find_tables", kept)
            read(page_with(b"".join(_ruled(count, cells, narrower)), box=b"[0 0 14000 14000]"))
        return found[0]

    def take(own: tuple[PageLayout, float]) -> None:
        find_tables(_fresh(own[0]), own[1])

    assert growth(take, page, 40) < LINEAR


def _fresh(layout: PageLayout) -> PageLayout:
    return replace(layout, sections=[], sidebars=[], notes=[], interruptions=[])


def _column(x: float, count: int) -> list[Row]:
    """Paragraphs of one line and of three, by turns."""
    heights = [at * 12 + 6 * (at // 4 + (at + 3) // 4) for at in range(count)]
    content = placed(*((x, TOP - y, "some words") for y in heights))
    found: list[Row] = []

    def kept(segments: list[Row]) -> list[Row]:
        found.extend(segments)
        return segments

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading_order, "join_drop_caps", lambda segments, *_: kept(segments))
        read(page_with(content, box=b"[0 0 14000 14000]"))
    return sorted(found, key=lambda row: row.y)


def test_paragraphs_beside_one_another() -> None:
    def columns(count: int) -> tuple[list[Row], list[Row]]:
        return _column(100, count), _column(3000, count)

    def compare(own: tuple[list[Row], list[Row]]) -> None:
        are_aligned(*own)
        are_aligned_rows([*own, own[0]])

    assert growth(compare, columns, 60) < LINEAR
