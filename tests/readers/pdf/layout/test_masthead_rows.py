"""The rows of a masthead, above and below its ruling lines."""

from __future__ import annotations

from tests.pdf_files import page_of, placed

from unreport.readers.pdf.reader import read_pdf

NAME = placed(
    (72, 690, "Conference of the Parties to the Convention"),
    (72, 664, "on Trade in Spices"),
    size=14,
)
CORNER = placed((400, 696, "Distr.: Limited"), (400, 680, "24 April 2011"))
BELOW = placed(
    (72, 640, "Draft report"),
    (72, 600, "1. The Committee considered the item at its third meeting, and took note of it."),
    (72, 586, "It decided to resume the consideration of it at the next meeting of the session."),
)


def test_a_row_on_the_ruling_line_is_above_it() -> None:
    last = placed((400, 664, "Original: English"))
    document = read_pdf(page_of(NAME + CORNER + last + BELOW + b"72 664 m 540 664 l S"))
    rows = document.text.split("\n")
    assert rows.index("on Trade in Spices") < rows.index("Distr.: Limited")
    assert "Original: English" in rows
    assert rows.index("Original: English") < rows.index("Draft report")
