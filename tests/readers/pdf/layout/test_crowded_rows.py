"""Rows that touch: calls between close rows, strings drawn over one another, the page's edge."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn import drawn
from reportlab.pdfbase.pdfmetrics import stringWidth

from unreport import Document, parse_document, read

ABOVE = (
    "1. The case was brought before the tribunal, which upheld the four years of suspension. The"
)
BEFORE, AFTER = "waste is kept in drums of concrete", ", inspected every three months."
NAME, BODY = (
    "Conference of the Parties to the Convention on Lakes",
    ("Distr.: Limited", "6 May 2031"),
)


def document(tmp_path: Path, *commands: str) -> Document:
    path = tmp_path / "pages.txt"
    path.write_text("\n".join(["page", *commands]), encoding="utf-8")
    return read(drawn(path))


@pytest.mark.parametrize("rise", [3.5, 7.0, 9.0])
def test_a_call_stands_in_the_row_that_has_a_gap_for_it(tmp_path: Path, rise: float) -> None:
    end = 72 + stringWidth(BEFORE, "Times-Roman", 10)
    after = end + stringWidth("1", "Times-Roman", 5)
    found = document(
        tmp_path,
        *("to 188", f"row 72 10 {ABOVE}"),
        *("to 201", f"row 72 10 {BEFORE} | {after} {AFTER}"),
        *(f"to {213 - rise - 6}", f"row {end} 5 1"),
    )

    assert [line.text for line in found.lines] == [ABOVE, f"{BEFORE}1{AFTER}"]
    assert found.lines[1].calls == ((len(BEFORE), len(BEFORE) + 1),)


@pytest.mark.parametrize("overlap", [-0.2, 0.5, 12.0])
def test_a_name_that_runs_into_the_corner_of_the_masthead(tmp_path: Path, overlap: float) -> None:
    corner = 72 + stringWidth(NAME, "Times-Bold", 15) - overlap
    found = document(
        tmp_path,
        *("row 72 14 United Nations | 540< A/CONF.9/L.2", "rule 72 540"),
        *("to 72", f"row 72 15b {NAME}", "row 72 15b and Rivers"),
        *("to 76", f"row {corner} 10 {BODY[0]}", f"row {corner} 10 {BODY[1]}"),
        *("to 130", "rule 72 540", "down 20", "text 72 540 10 1. The Conference met."),
    )
    masthead = parse_document(found).masthead

    assert masthead.bodies == (f"{NAME} and Rivers",)
    assert (masthead.distribution, str(masthead.date)) == ("limited", "2031-05-06")


def test_a_row_that_reaches_the_edge_of_the_page_is_uncertain(tmp_path: Path) -> None:
    long = "2. " + "The survey of the lakes and of the rivers was taken up. " * 3
    found = document(
        tmp_path,
        *("text 72 540 10 1. The Committee met.", f"row 72 10 {long}"),
        "text 72 540 10 3. The Committee took note of the report.",
    )

    assert [doubt.code for doubt in found.doubts] == ["uncertain-row"]
    assert "2. The survey of the lakes" in found.doubts[0].message
    assert [line.ends for line in found.lines] == [True, True, True]
