"""A table below a list whose last item ends in a semicolon is no text of that list."""

import pytest

from unreport import Paragraph, Table, parse_text

AR = """٥- وأوصت اللجنة بما يلي:
(أ) مواصلة الحوار؛
(ب) تبادل المعلومات؛
البند\tالسنة\tالمبلغ
السدود\t٢٠١٤\t٥١٢
الموانئ\t٢٠١٥\t٦٢٢
الطرق\t٢٠١٦\t٧٧١
٦- وانتقلت اللجنة إلى البند التالي.
"""
EN = """5. The Committee recommended:
(a) To continue the dialogue;
(b) To exchange information;
Item\tYear\tAmount
Dams\t2014\t512
Ports\t2015\t622
Roads\t2016\t771
6. The Committee went on to the next item.
"""


@pytest.mark.parametrize("text", [AR, EN])
def test_a_table_below_an_item_that_ends_in_a_semicolon(text: str) -> None:
    above, table, below = parse_text(text).body
    assert isinstance(above, Paragraph)
    assert isinstance(table, Table)
    assert isinstance(below, Paragraph)
    assert [item.number for item in above.items] == [1, 2]
    assert [len(row) for row in table.rows] == [3, 3, 3, 3]
    assert below.number == 6
