"""Days, years and periods that cannot be, and numbers that only look like them."""

from __future__ import annotations

import pytest

from unreport.readers.pdf.uncertain_rows.impossible_dates import has_impossible_date


@pytest.mark.parametrize(
    "row",
    [
        "on 41 March 2023, in Vienna",
        "в период с 32 мая по 3 июня",
        "le 0 mars 2023",
        "el 45 de mayo de 2023",
        "في ٩٨ كانون الثاني/يناير ٢٠٢٢",
        "في آذار/مارس 7023",
        "بين عامي ٢٠١٦-٢٠١٣",
        "el bienio 2017/2016",
    ],
)
def test_impossible(row: str) -> None:
    assert has_impossible_date(row)


@pytest.mark.parametrize(
    "row",
    [
        "on 31 March 2023 and in paragraph 45 may be added",
        "In May 1200 people met; 76 States took part",
        "2013-2016, 2018/2020, 1985-86, ISO 3166-1",
        "في ٣١ آذار/مارس ٢٠٢٣ وفي ٤١ دولة",
        "A/2022/2019",
    ],
)
def test_possible(row: str) -> None:
    assert not has_impossible_date(row)
