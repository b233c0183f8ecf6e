"""Rows that are drawn as curves are a doubt; other drawings are not."""

from __future__ import annotations

import pytest
from pdf_files import page_with, placed

from unreport.readers.pdf.reader import read_pdf

TEXT = placed((72, 700, "The Committee took note of the report of the working group."))
LETTERS = [(72 + 8 * at, 5 + at % 3, 7 + at % 4) for at in range(14)]  # place, width and height
DOTS = [(72 + 8 * at, 3, 3) for at in range(40)]
DISTANT = [(72 + 30 * at, 5 + at % 3, 7 + at % 4) for at in range(14)]


def curves(shapes: list[tuple[int, int, int]], y: int, times: int = 1) -> bytes:
    """Filled curves on a baseline."""
    return b"".join(
        b"%d %d m %d %d l %d %d %d %d %d %d c h f\n"
        % (x, y, x + times * w, y, x + times * w, y + times * h, x, y + times * h, x, y + times * h)
        for x, w, h in shapes
    )


def doubts(content: bytes) -> list[str]:
    return [doubt.message for doubt in read_pdf(page_with(content)).doubts]


def test_rows_of_curves() -> None:
    (message,) = doubts(TEXT + curves(LETTERS, 600) + curves(LETTERS, 560))

    assert message.startswith("page 1: 2 rows of curves")


@pytest.mark.parametrize(
    "content",
    [
        curves(DOTS, 600),
        curves(DISTANT, 600),
        curves(LETTERS, 698),  # a pattern below the text
        curves(LETTERS, 500, times=8),  # a drawing
        b"".join(b"%d 500 4 %d re f\n" % (72 + 8 * at, 5 + at) for at in range(20)),  # a chart
    ],
)
def test_other_drawings(content: bytes) -> None:
    assert doubts(TEXT + content) == []
