"""Tables of right-to-left pages: columns of numbers at the left, cells read from the right."""

from __future__ import annotations

import pytest
from pdf_files import unicode_page

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.letters import bidi_class_of
from unreport.readers.pdf.file.glyphs import Page, Rule
from unreport.readers.pdf.layout.page_layout import PrecedingPages
from unreport.readers.pdf.layout.reading_order import reading_order
from unreport.readers.pdf.layout.tables.cell_alignment import alignment_of, parts_by_alignment
from unreport.readers.pdf.reader import read_pdf

SIZE = 10.0
LABELS = ["المكتبة", "المياه العذبة", "السفر", "المجموع"]


def row_of(text: str, y: float, *, x0: float | None = None, x1: float | None = None) -> Row:
    """A row that begins at `x0`, or ends at `x1`, of five points a letter."""
    start = x0 if x0 is not None else (x1 or 0.0) - 5.0 * len(text)
    visual = text if text[0].isdecimal() else text[::-1]
    cells = [
        Cluster(
            text=char, bidi_class=bidi_class_of(char), x0=start + 5.0 * at, x1=start + 5.0 * at + 5,
            y=y, size=SIZE, font=0, code=ord(char), order=at,
        )
        for at, char in enumerate(visual)
        if char != " "
    ]  # fmt: skip
    return Row(cells, y, SIZE, 1)


def cells_of(rules: list[Rule]) -> dict[tuple[int, int], list[str]]:
    """The cells of a table of labels at the right and two columns of numbers at the left."""
    rows: list[Row] = []
    for at, label in enumerate(LABELS):
        y = 200.0 + 14 * at
        rows.append(row_of(label, y, x1=520))
        rows.append(row_of(f"{at + 1},259", y, x0=200))
        rows.append(row_of(f"{at + 1},797", y, x0=74))
    return table_cells(rows, rules)


def table_cells(rows: list[Row], rules: list[Rule]) -> dict[tuple[int, int], list[str]]:
    """The cells of a page that is a table, each with its lines."""
    page = Page(
        number=2, width=595, height=842, glyphs=[], rotated=[], spans={}, rules=rules, fonts=[]
    )
    cells: dict[tuple[int, int], list[str]] = {}
    for item in reading_order(page, rows, "R", PrecedingPages()):
        assert item.region == "table"
        text = "".join(cell.text for cell in item.row.clusters)
        cells.setdefault(item.cell, []).append(text if text[0].isdecimal() else text[::-1])
    return cells


@pytest.mark.parametrize(
    "rules",
    [[], [Rule(70, 204, 524, 204.5), Rule(70, 186, 524, 186.5), Rule(70, 248, 524, 248.5)]],
    ids=["without rules", "ruled above and below"],
)
def test_the_columns_of_numbers_follow_the_labels(rules: list[Rule]) -> None:
    cells = cells_of(rules)

    for at, label in enumerate(LABELS):
        assert cells[at, 0] == [label.replace(" ", "")]
        assert cells[at, 1] == [f"{at + 1},259"]
        assert cells[at, 2] == [f"{at + 1},797"]


def test_figures_at_the_middle_of_labels_in_two_lines() -> None:
    """Where no line of a label has the baseline of the figures beside it."""
    rows, rules = [], [Rule(70, 186, 524, 186.5)]
    for at, label in enumerate(LABELS[:3]):
        y = 200.0 + 30 * at
        rows += [row_of(label, y, x1=520), row_of("الثالثة", y + 11, x1=520)]
        rows += [row_of(f"{at + 1},259", y + 5.5, x0=200), row_of(f"{at + 1},797", y + 5.5, x0=74)]
        rules.append(Rule(70, y + 15, 524, y + 15.5))

    cells = table_cells(rows, rules)

    for at, label in enumerate(LABELS[:3]):
        assert cells[at, 0] == [label.replace(" ", ""), "الثالثة"]
        assert cells[at, 1] == [f"{at + 1},259"]
        assert cells[at, 2] == [f"{at + 1},797"]


def test_a_list_above_a_table_does_not_hide_a_column() -> None:
    """The rows of a list cross the place where the columns of the table are divided."""
    rows = [
        row_of("قائمة بأسماء المستحقين والتواريخ والوثائق", 130.0 + 14 * at, x1=500)
        for at in range(4)
    ]
    for at, label in enumerate(LABELS):
        y = 200.0 + 14 * at
        rows += [row_of(label, y, x1=520), row_of(f"{at + 1},259", y, x0=330)]
        rows.append(row_of(f"{at + 1},797", y, x0=74))
    page = Page(
        number=2, width=595, height=842, glyphs=[], rotated=[], spans={}, rules=[], fonts=[]
    )

    found = reading_order(page, rows, "R", PrecedingPages())

    assert [(item.region, item.cell) for item in found[4:7]] == [
        ("table", (0, 0)),
        ("table", (0, 1)),
        ("table", (0, 2)),
    ]


def test_labels_of_a_head_closer_than_figures() -> None:
    """Two labels end at the left where the figures of their columns do: no wide gap parts them."""
    lines = [
        [
            (row_of("797", y, x0=160), 0),
            (row_of("1,259", y, x0=188), 1),
            (row_of(label, y, x1=520), 2),
        ]
        for y, label in enumerate(LABELS)
    ]
    head = row_of("سنويا", 186.0, x0=160).joined(row_of("المعتمد", 186.0, x0=188))
    alignment = alignment_of(lines, [182.0, 320.0], right_to_left=True)

    assert parts_by_alignment(head, alignment) == [(0, 5, 0), (5, 12, 1)]


def test_numbers_of_paragraphs_are_no_column_of_labels() -> None:
    """Items without numbers of their own stand between paragraphs whose numbers hang."""

    def row(right: float, y: float, text: str) -> tuple[float, float, str]:
        return right - 5 * len(text), y, text[::-1]

    items = ("(أ) تصوير المخطوطات النادرة؛", "(ب) معايرة موازين التوابل؛", "(ج) صيانة المصاعد.")
    marked = (
        ("باء-", 700, "تسوية منازعات الحدود البلدية"),
        ("٦-", 680, "نظرت اللجنة في المسائل التالية:"),
        ("٧-", 600, "تؤكد اللجنة من جديد التزام جميع الدول الأعضاء بتحمل نفقات الأمم المتحدة،"),
    )
    page = [row(540, y, marker) for marker, y, _ in marked]
    page += [row(500, y, text) for _, y, text in marked]
    page += [row(500, 660 - 20 * at, item) for at, item in enumerate(items)]
    page.append(
        row(540, 588, "حسبما تقسمها الجمعية العامة، طبقا للفقرة من المادة من ميثاق الأمم المتحدة.")
    )
    document = read_pdf(unicode_page(*page))
    assert {line.role for line in document.lines} == {"body"}
