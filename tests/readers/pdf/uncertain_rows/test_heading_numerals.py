"""Misspelt numerals of Arabic headings."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from unreport.readers.pdf.uncertain_rows.heading_numerals import mark_misspelt_numerals


@pytest.mark.parametrize(
    ("row", "certain"),
    [
        ("بء- ملء الشواغر", False),
        ("ثنياً- إعادة الممتلكات", False),
        ("ثلثاً - حفظ البذور", False),
        ("أول - الحطام الفضائي", False),
        ("سادسآ- المناطق الزمنية", False),
        ("باء- ملء الشواغر", True),
        ("ثالثاً - حفظ البذور", True),
        ("حادي عشر- المسائل الأخرى", True),
        ("فاس - مكناس", True),
        ("بء ملء الشواغر", True),
    ],
)
def test_numerals_before_a_dash(row: str, *, certain: bool) -> None:
    rows = [SimpleNamespace(text=row, certain=True)]
    mark_misspelt_numerals(rows)  # type: ignore[arg-type]

    assert rows[0].certain is certain
