"""Tokens of content streams: the quick pattern gives what pdfminer gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import page_of
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF

from unreport.readers.pdf.file.limits import Budget, PdfLimits
from unreport.readers.pdf.file.syntax.tokens import ContentParser
from unreport.readers.pdf.reader import read_pdf

PIECES = [
    "BT", "ET", "Tj", "T*", "'", "1", "-2", "+3.5", ".25", "-.5", "7.", "1e5", "--1", "0012", "q",
    "/F1", "/A#20B", "/", "<41>", "<4 1>", "<414>", "<<", "/K", ">>", "[", "]", "(a(b)c)", "(\\))",
    "true", "false", "null", "f", "f*", "t", "%c\n", "{", "}", "1BT", "12.3.4", "W*", "\0", "TJ",
]  # fmt: skip


def tokens(parser: PDFContentParser) -> list[object]:
    out: list[object] = []
    try:
        while len(out) < 500:
            out.append(parser.nextobject()[1])
    except PSEOF:
        pass
    return out


def both(content: bytes) -> tuple[list[object], list[object]]:
    own = ContentParser([PDFStream({}, content)], Budget(PdfLimits()))
    return tokens(own), tokens(PDFContentParser([PDFStream({}, content + b"\n")]))


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 12 Tf 1 0 0 1 72.5 -700.25 Tm <0041> Tj [(a) -20 <42>] TJ ET f* W* n",
        b"/P <</MCID 0>> BDC q true false null Q EMC",
        b"(a \\( b) Tj 0.5 .5 -.5 5. +5 T* '",
    ],
)
def test_common_content(content: bytes) -> None:
    own, expected = both(content)

    assert own == expected
    assert own


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from([" ", "\n", "  "]))
def test_any_content(pieces: list[str], gap: str) -> None:
    own, expected = both(gap.join(pieces).encode("latin-1"))

    assert [repr(token) for token in own] == [repr(token) for token in expected]


@pytest.mark.parametrize("start", [b"", b"% a comment, so that the page is read token by token\n"])
@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (rb"The\ Committee\ met", "The Committee met"),
        (rb"The \Committee m\et", "The Committee met"),
        (rb"The Committee \50met\51", "The Committee (met)"),
        (b"The Commit\\\ntee met", "The Committee met"),
        (b"The Commit\\\r\ntee met", "The Committee met"),
        (rb"The Committee\\met", r"The Committee\met"),
    ],
)
def test_escapes_in_a_string(start: bytes, shown: bytes, text: str) -> None:
    content = start + b"BT /F 12 Tf 72 700 Td (" + shown + b") Tj ET"

    assert read_pdf(page_of(content)).text == text
