"""Rows with another order that no evidence excludes, and signs apart from their number."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from unreport.readers.pdf.bidi.logical_order import Alternative
from unreport.readers.pdf.uncertain_rows.misplaced_signs import mark_misplaced_signs
from unreport.readers.pdf.uncertain_rows.undecided_orders import mark_undecided_orders


def test_a_row_with_another_order_is_uncertain() -> None:
    open_row = SimpleNamespace(alternative=Alternative("USD 4.5", "4.5 USD"), certain=True)
    decided = SimpleNamespace(alternative=None, certain=True)
    mark_undecided_orders([open_row, decided])  # type: ignore[list-item]

    assert (open_row.certain, decided.certain) == (False, True)


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
    ],
)
def test_a_sign_of_degrees_follows_its_number(text: str, certain: bool) -> None:  # noqa: FBT001
    row = SimpleNamespace(text=text, base="R", certain=True)
    mark_misplaced_signs([row])  # type: ignore[list-item]

    assert row.certain is certain
