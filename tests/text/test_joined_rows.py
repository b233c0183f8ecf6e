"""What stands between the rows of one text."""

from __future__ import annotations

import pytest

from unreport.text.joined_rows import joined_text


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (["In the short-", "and long-term period"], "In the short- and long-term period"),
        (["à court-", "et long terme"], "à court- et long terme"),
        (["краткосрочные и средне-", "и долгосрочные"], "краткосрочные и средне- и долгосрочные"),
        (["the Sub-", "Commission"], "the Sub-Commission"),
        (["Write to info@un.org.", "el informe final"], "Write to info@un.org. el informe final"),
        (["مذكرة من الأمانة (", "A/81/7)."], "مذكرة من الأمانة (A/81/7)."),
        (["the report [", "see annex]."], "the report [see annex]."),
        (["at www.un.org.", "and more"], "at www.un.org. and more"),
        (["at www.un.", "org/en"], "at www.un.org/en"),
        (["E/CN.", "5/2014/6"], "E/CN.5/2014/6"),
        (["انظر TD/B/C.", "1/2"], "انظر TD/B/C.1/2"),
        (["paid to the ILO.", "5 States"], "paid to the ILO. 5 States"),
        (["at https://archive.un.org/maps.", "html"], "at https://archive.un.org/maps.html"),
    ],
)  # fmt: skip
def test_rows_of_one_text(rows: list[str], text: str) -> None:
    assert joined_text(rows) == text
