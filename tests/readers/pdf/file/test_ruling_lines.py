"""Ruling lines and the tables that they form, beside letters that are drawn as paths."""

from __future__ import annotations

import pytest
from tests.pdf_files import page_with

from unreport.readers.pdf.file.engine import PdfFile
from unreport.readers.pdf.file.limits import Budget, PdfLimits

EDGES = (72.0, 200.0, 540.0)
LINES = (700.0, 670.0, 640.0)


def table() -> str:
    """Two table rows of two columns, each side of a cell a thin rectangle."""
    across = [f"{EDGES[0]} {y} {EDGES[-1] - EDGES[0]} .75 re f" for y in LINES]
    upright = [f"{x} {LINES[-1]} .75 {LINES[0] - LINES[-1]} re f" for x in EDGES]
    return "\n".join([*across, *upright])


def letter(x: float) -> str:
    """A stem with a bow."""
    return f"{x} 680 m {x} 690 l {x + 3} 690 {x + 3} 680 {x} 680 c h f"


@pytest.mark.parametrize("word", ["", "\n".join(letter(x) for x in range(420, 540, 2))])
def test_letters_drawn_as_paths_are_no_edges_of_cells(word: str) -> None:
    limits = PdfLimits()
    data = page_with(f"BT /F1 10 Tf 80 680 Td (One) Tj ET\n{table()}\n{word}".encode())
    (page,) = PdfFile(data, limits, Budget(limits)).pages()
    (grid,) = page.tables
    assert [round(box[0]) for box in grid.rows[0] if box] == [72, 200]
    assert round(grid.x1) == 540
