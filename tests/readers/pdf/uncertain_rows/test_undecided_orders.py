"""Rows with another order that no evidence excludes, and signs apart from their number."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from unreport.readers.pdf.bidi.logical_order import Alternative
from unreport.readers.pdf.uncertain_rows.misplaced_signs import mark_misplaced_signs
from unreport.readers.pdf.uncertain_rows.undecided_orders import mark_undecided_orders


def uncertain(*rows: tuple[str, Alternative | None]) -> list[str]:
    own = [SimpleNamespace(text=text, alternative=other, certain=True) for text, other in rows]
    mark_undecided_orders(own)  # type: ignore[arg-type]
    return [row.text for row in own if not row.certain]


DOLLARS = ("ويبلغ ذلك USD 4.5", Alternative("USD 4.5", "4.5 USD"))
PERCENT = ("%12 من السكان", Alternative("%12", "12%"))


def test_rows_with_another_order_are_uncertain() -> None:
    assert uncertain(DOLLARS, ("وعُقدت جلسة", None)) == [DOLLARS[0]]


def test_other_rows_show_on_which_side_a_sign_stands() -> None:
    assert uncertain(PERCENT, ("وزاد بنسبة %15", None)) == []
    assert uncertain(PERCENT, ("وزاد بنسبة 15%", None)) == [PERCENT[0]]
    assert uncertain(PERCENT, ("وزاد بنسبة 15%", None), ("وزاد بنسبة %15", None)) == [PERCENT[0]]


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("وبلغت الحرارة C°25 ليلا", False),
        ("°N 20′ 14 هو الموقع", False),
        ("°14 ′20 N هو الموقع", False),
        ("وبلغت الحرارة 25 °C ليلا", True),
        ("عند خط العرض 14° 20′ شمالا", True),
        ("درجة الحرارة (°C)", True),
        ("زاوية قدرها 90°", True),
        ("وبلغ المعدل %HbA1c 7 في المتوسط", False),
        ("وبلغ المعدل HbA1c 7% في المتوسط", True),
        ("وبلغت النسبة %7 في المتوسط", True),
        ("وترد في البند 5#", False),
        ("عند ١٤° ٢٠′ شمالا و ١٧° ٠٥′ غربا", True),
    ],
)
def test_a_sign_of_degrees_follows_its_number(text: str, certain: bool) -> None:  # noqa: FBT001
    row = SimpleNamespace(text=text, base="R", region="body", certain=True)
    mark_misplaced_signs([row])  # type: ignore[list-item]

    assert row.certain is certain


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("صفحة ١ 01234-24 (E)", False),
        ("(E) 24-01234", False),
        ("24-01234 (E)", True),
        ("Page 3 of 7 01234-24", False),
        ("Telephone 12345-67", True),
    ],
)
def test_a_job_number_has_its_year_first(text: str, certain: bool) -> None:  # noqa: FBT001
    row = SimpleNamespace(text=text, base="L", region="foot", certain=True)
    mark_misplaced_signs([row])  # type: ignore[list-item]
    assert row.certain is certain
