"""Digits that are read as ten consecutive Latin letters, by the years after names of months."""

from __future__ import annotations

import pytest

from unreport.readers.pdf.bidi.baselines.logical_row import LogicalRow
from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.misread_digits import (
    fonts_with_letters_for_digits,
    has_letters_for_digits,
    misread_digits,
    record_years,
)


def evidence_of(*rows: str) -> Evidence:
    found = Evidence()
    for text in rows:
        cluster = Cluster("a", "L", 0, 6, 100, 12, 3, 1, 0)
        row = Row([cluster], 100, 12, 1)
        record_years(LogicalRow(row, text, [cluster] * len(text), "R", proved=True), found)
    return found


def test_years_of_letters() -> None:
    evidence = evidence_of("في hf كانون الأول/ديسمبر hfhj.", "منذ gi شباط/فبراير hfgo")

    assert [*fonts_with_letters_for_digits(evidence)] == [3]


@pytest.mark.parametrize("words", [("with", "from"), ("hfhj",)])
def test_words_after_a_month(words: tuple[str, ...]) -> None:
    evidence = evidence_of(*(f"في شباط/فبراير {word}" for word in words))

    assert not [*fonts_with_letters_for_digits(evidence)]


@pytest.mark.parametrize(
    ("years", "is_misread"),
    [
        ((1893, 1893, 1893, 2023), False),
        ((1856, 1871, 1889), False),
        ((1648, 1815), False),
        ((1712,) * 30, True),  # 2023
        ((1712,) * 30 + (2013,), True),  # 2023 and 1953
        ((1711, 1712, 1712, 1774), True),  # 2022, 2023 and 2006
    ],
)
def test_years_of_history(years: tuple[int, ...], *, is_misread: bool) -> None:
    """Old years are no sign of wrong digits, unless all may be of this century."""
    found = [*misread_digits(evidence_of(*(f"في شباط/فبراير {year}" for year in years)))]
    assert bool(found) is is_misread


@pytest.mark.parametrize(("step", "is_misread"), [(1, False), (3, True)])
def test_years_of_history_below_numbered_paragraphs(step: int, *, is_misread: bool) -> None:
    """Paragraphs that count up by one show that the digits are right."""
    rows = [f"{1 + step * at}- في عام من الأعوام" for at in range(8)]
    found = [*misread_digits(evidence_of(*rows, *("في شباط/فبراير 1893",) * 3))]
    assert bool(found) is is_misread


def test_years_to_come() -> None:
    assert [*misread_digits(evidence_of("في شباط/فبراير 5346", "في شباط/فبراير 5346"))]


def test_rows_with_such_letters() -> None:
    assert has_letters_for_digits("الفقرة j من القرار")
    assert not has_letters_for_digits("الوثيقة A/77/10 و (see) الفقرة 4")
