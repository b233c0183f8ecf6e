"""What an error says that a file without text needs."""

from __future__ import annotations

import pytest
from pdf_files import page_of, page_with

from unreport.errors import NoTextLayer
from unreport.readers.pdf.reader import read_pdf

FIELD = (
    b"/Annots[<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Republic of Norland)"
    b"/Rect[72 700 200 720]>>]"
)
SLANTED = b"BT /F 40 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (The Committee met.) Tj ET"


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (page_of(SLANTED), "text of the pages is slanted"),
        (page_with(b"", FIELD), "print the file to a new PDF"),
        (page_of(b"0 0 m 10 10 l S"), "it is drawn as pictures"),
    ],
)
def test_the_error_says_why_there_is_no_text(data: bytes, advice: str) -> None:
    with pytest.raises(NoTextLayer, match=advice):
        read_pdf(data)
