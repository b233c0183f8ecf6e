"""Tables of which a converter printed each cell on a row of its own."""

import pytest

from unreport import Paragraph, Report, Section, Table, parse_text

HEAD = ("A/80/L.1", "Draft report", "I. Work")
ABOVE = "1. The Committee met in the spring of the year, and took note of the traffic of harbours."
BELOW = "2. It adopted its report."
NUMBERS = {  # heads of three columns, labels of rows
    "en": ("Port Year Ships".split(), "Riverton Saltmarsh Total".split()),
    "ar": ("الميناء السنة السفن".split(), "السبخة الرصيف المجموع".split()),
    "ru": ("Порт Год Суда".split(), "Заречье Солончак Итого".split()),
}


def parsed(cells: str) -> Report:
    """A report with some lines between two paragraphs."""
    return parse_text("\n".join([*HEAD, ABOVE, cells, BELOW]))


def tables(report: Report) -> list[Table]:
    return [node for node, _ in report.walk() if isinstance(node, Table)]


def titles(report: Report) -> list[str]:
    return [node.title for node, _ in report.walk() if isinstance(node, Section)]


def doubts(report: Report) -> list[str]:
    return [issue.code for issue in report.doubts if issue.code == "uncertain-table"]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n"])
@pytest.mark.parametrize("language", NUMBERS)
def test_columns_of_numbers_make_rows(language: str, between: str) -> None:
    heads, labels = NUMBERS[language]
    rows = [heads, *([label, str(n + 3), f"{n} 250"] for n, label in enumerate(labels, 1))]
    cells = [cell for row in rows for cell in row]
    report = parse_text(between.join([*HEAD, ABOVE, *cells, BELOW]))
    (table,) = tables(report)
    assert table.rows == tuple(map(tuple, rows))
    assert titles(report) == ["Work"]
    assert [node.number for node in report.paragraphs] == [1, 2]
    assert not doubts(report)


def test_an_empty_cell_is_a_blank_line() -> None:
    cells = "Port\nYear\nShips\nRiverton\n4\n12\nSaltmarsh\n\n7\nTotal\n6\n"
    report = parsed(cells)
    (table,) = tables(report)
    assert table.rows[2:] == (("Saltmarsh", "", "7"), ("Total", "6", ""))


def test_blank_lines_part_rows_of_words() -> None:
    cells = "Port\nState\n\nRiverton\nOpen all year\n\nSaltmarsh\nUnder repair\n\n"
    report = parsed(cells)
    (table,) = tables(report)
    assert table.rows == (
        ("Port", "State"),
        ("Riverton", "Open all year"),
        ("Saltmarsh", "Under repair"),
    )


def test_a_caption_with_its_title_stands_above_cells() -> None:
    cells = "Port\nYear\nRiverton\n12\nSaltmarsh\n14"
    report = parsed(f"Table 3\nTraffic in harbours\n{cells}")
    (table,) = tables(report)
    assert table.rows[:3] == (("Table 3",), ("Traffic in harbours",), ("Port", "Year"))
    assert not doubts(report)


def test_cells_whose_rows_are_not_known_are_a_table_with_a_doubt() -> None:
    cells = "Port\nState\nNote\nRiverton\nOpen\nFerries\nSaltmarsh\nClosed\nFerries"
    report = parsed(f"Table 3\nHarbours\n{cells}")
    (table,) = tables(report)
    assert [row for row in table.rows if len(row) > 1] == []
    assert titles(report) == ["Work"]
    (doubt,) = [issue for issue in report.doubts if issue.code == "uncertain-table"]
    assert doubt.span is not None
    assert "10 short lines" in doubt.message


def test_short_lines_that_may_be_a_list_are_no_headings() -> None:
    lines = "Algeria\nAustria\nChad\nFiji\nGhana\nMali\nPeru"
    report = parsed(lines)
    assert titles(report) == ["Work"]
    assert tables(report) == []
    assert len(doubts(report)) == 1
    assert sum(isinstance(node, Paragraph) for node, _ in report.walk()) == 9


@pytest.mark.parametrize(
    "lines",
    [
        "Riverton\nState of the port",  # too few
        "Recalling its rules,\nNoting tides,\nAware of silt,\nHaving met,\nAnd,\nIt met,",
        "State: Ghana\nPort: Riverton\nYear: 2026\nSilt: none\nShips: 12\nPilots: 4",
    ],
)
def test_lines_that_are_no_cells(lines: str) -> None:
    report = parsed(lines)
    assert tables(report) == []
    assert not doubts(report)
