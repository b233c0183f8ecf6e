"""Tables whose cells begin paragraphs or items side by side may be columns of text."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.letters import bidi_class_of
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.file.glyphs import Rule
from unreport.readers.pdf.layout.doubts.numbered_cells import doubt_numbered_cells
from unreport.readers.pdf.layout.page_layout import LabelledRow

LEFT, RIGHT, STEP = 72.0, 320.0, 14.0


def cell(text: str, at: int, column: int, base: BaseDirection) -> LabelledRow:
    x = LEFT if (column == 0) == (base == "L") else RIGHT
    clusters = [
        Cluster(char, bidi_class_of(char), x + 5 * n, x + 5 * n + 5, STEP * at, 10.0, 0, 0, n)
        for n, char in enumerate(text if base == "L" else text[::-1])
    ]
    return LabelledRow(Row(clusters, STEP * at, 10.0, 1), "table", table=1, cell=(at, column))


def doubted(
    *rows: tuple[str, str], base: BaseDirection = "L", rules: tuple[Rule, ...] = ()
) -> list[bool]:
    table = [
        cell(text, at, column, base)
        for at, row in enumerate(rows, 10)
        for column, text in enumerate(row)
    ]
    doubt_numbered_cells(table, SimpleNamespace(rules=rules), base)  # type: ignore[arg-type]
    return [bool(own.doubt) for own in table]


ITEMS = (("Theharbour", "(d)thewells;"), ("(a)thebridges;", "3.Itmetagain:"))


@pytest.mark.parametrize(
    ("rows", "base"),
    [
        (ITEMS, "L"),
        ((("9-نظرتاللجنة:", "4-وشكرتاللجنة"), ("(أ)خرائطالآبار؛", "(ب)الجسور؛")), "R"),
    ],
)
def test_items_side_by_side(rows: tuple[tuple[str, str], ...], base: BaseDirection) -> None:
    assert doubted(*rows, base=base) == [True] * 4


@pytest.mark.parametrize(
    "rows",
    [
        (("1.Algeria", "4.Argentina"), ("2.Botswana", "5.Barbados")),
        (("(a)thebridges;", "inthenorth;"), ("(b)thewells;", "inthesouth;")),
        (("1.", "4."), ("2.", "5.")),
    ],
    ids=["lists of names", "one numbered column", "numbers"],
)
def test_other_tables(rows: tuple[tuple[str, str], ...]) -> None:
    assert not any(doubted(*rows))


@pytest.mark.parametrize(
    ("rule", "is_table"),
    [
        (Rule(LEFT, 147, 500, 147), True),
        (Rule(310, 130, 310, 170), True),
        (Rule(LEFT, 147, 200, 147), False),
        (Rule(310, 145, 310, 150), False),
    ],
    ids=["across", "between", "in one column", "of a box"],
)
def test_ruling_lines(rule: Rule, *, is_table: bool) -> None:
    assert doubted(*ITEMS, rules=(rule,)) == [not is_table] * 4
