"""Line ends between a number and the sign or particle before it."""

from __future__ import annotations

import pytest

from unreport.readers.pdf.layout.paragraphs.divided_numbers import PrefixSpacing, start_of_divided


@pytest.mark.parametrize(
    ("above", "below", "start"),
    [
        ("أي ما يعادل $", "٦٥ تقريبا", 12),
        ("worth (€", "3,400 in all", 6),
        ("€", "65", 0),
        ("se elevan a 65 $", "2019", None),
        ("بين 2017 و", "2018", None),
        ("المبلغ $", "تقريبا", None),
    ],
)
def test_a_sign_before_a_number(above: str, below: str, start: int | None) -> None:
    assert start_of_divided(above, below, PrefixSpacing(())) == start
