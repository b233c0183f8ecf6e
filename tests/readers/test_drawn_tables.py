"""Tables drawn in plain text by bars and rules: each row on a line, with its cells."""

import pytest

from unreport import read
from unreport.readers.text_tables.tables import with_plain_tables

GRID = """\
+----------+-----------------+
| Port     | State           |
+==========+=================+
| Riverton | Open for ships  |
|          | of all sizes    |
+----------+-----------------+
| Quay     | Closed          |
|          |                 |
|          | in winter       |
+----------+-----------------+"""
MYSQL = """\
+----------+-------+
| Port     | Ships |
+----------+-------+
| Riverton | 12    |
|          | 14    |
| Quay     | 3     |
+----------+-------+"""
MULTILINE = """\
  ---------------------------------
  Port      State
  --------- -----------------------
  Riverton  Open for ships of all
            sizes

  Quay      Closed
  ---------------------------------"""
SIMPLE = """\
  Port        Ships
  --------- -------
  Riverton       12
  Quay            3"""
HEADLESS = """\
  --------- -------
  Riverton       12
  Quay            3
  --------- -------"""
RST = """\
========  =====
Port      Ships
========  =====
Riverton  12
Quay      3
========  ====="""
PIPES = """\
| Port     | Ships |
|----------|------:|
| Riverton | 12    |"""
OPEN = """\
Port | Ships
---|---
Riverton | 12
Quay |  """
ANTIWORD = """\
|Port      |State             |
|Riverton  |Open for ships of |
|          |all sizes         |
|Quay      |                  |
|          |Closed            |"""
ROWS = {
    GRID: (
        ("Port", "State"),
        ("Riverton", "Open for ships of all sizes"),
        ("Quay", "Closed in winter"),
    ),
    MYSQL: (("Port", "Ships"), ("Riverton", "12"), ("", "14"), ("Quay", "3")),
    MULTILINE: (("Port", "State"), ("Riverton", "Open for ships of all sizes"), ("Quay", "Closed")),
    SIMPLE: (("Port", "Ships"), ("Riverton", "12"), ("Quay", "3")),
    HEADLESS: (("Riverton", "12"), ("Quay", "3")),
    RST: (("Port", "Ships"), ("Riverton", "12"), ("Quay", "3")),
    PIPES: (("Port", "Ships"), ("Riverton", "12")),
    OPEN: (("Port", "Ships"), ("Riverton", "12"), ("Quay", "")),
    ANTIWORD: (
        ("Port", "State"),
        ("Riverton", "Open for ships of all sizes"),
        ("Quay", ""),
        ("", "Closed"),
    ),
}
# pandoc counts two places for an ideograph, none or one for a mark above an Arabic letter
WIDE = """\
  港口    船舶
  ------- -------
  河口镇  12
  老码头  3"""
VOWELLED = """\
  الميناء     السفن
  ----------- -----
  للعبّارات    12
  السبخة      3"""
NO_TABLES = (
    "The Committee met.\n-------------------\nIt closed.",
    "Chapter one | Chapter two\nIt met in spring | and closed.",
    "1. It met.\n---- ----\nThe committee took note of the report.\n\n2. It closed.",
    "a +-- b\n+---+\n1. It met.",
    "|x| is the absolute value of x.",
)


@pytest.mark.parametrize("table", ROWS)
def test_rows_and_cells(table: str) -> None:
    text = f"1. The Committee met.\n\n{table}\n\n2. It closed."
    lines = read(text.encode()).lines

    assert tuple(line.cells for line in lines if line.role == "table") == ROWS[table]
    assert [line.text for line in lines if line.role != "table"] == [
        "1. The Committee met.",
        "2. It closed.",
    ]


@pytest.mark.parametrize(("table", "last"), [(WIDE, ("老码头", "3")), (VOWELLED, ("السبخة", "3"))])
def test_columns_are_those_of_a_screen(table: str, last: tuple[str, ...]) -> None:
    marked = table.replace("للعبّارات    ", "للعبّارات   ")
    for text in (table, marked):
        lines = read(text.encode()).lines
        assert [line.cells for line in lines][-1] == last
        assert len(lines) == 3


@pytest.mark.parametrize("text", NO_TABLES)
def test_what_is_no_table_is_left(text: str) -> None:
    assert with_plain_tables(text).text == text


W3M = """\
   Puerto         Profundidad            Buques
Villa del Río Abierto todo el año
Muelle Viejo  277                 104
La Marisma    248                 Solo transbordadores"""
HTML2TEXT = """\
Port     Year  State
Riverton 2024  Open for ships of all sizes and
               closed in winter
Lock     2025  Closed
Pier     2026  Open"""
ARABIC = """\
   الميناء     السنة السفن
الرصيف القديم  ٢٠٢٤  ١٢
السبخة         ٢٠٢٥  ٣
جسر الشمال     ٢٠٢٦  ٤"""
SPACED = {
    W3M: (
        ("Puerto", "Profundidad", "Buques"),
        ("Villa del Río", "Abierto todo el año", ""),
        ("Muelle Viejo", "277", "104"),
        ("La Marisma", "248", "Solo transbordadores"),
    ),
    HTML2TEXT: (
        ("Port", "Year", "State"),
        ("Riverton", "2024", "Open for ships of all sizes and closed in winter"),
        ("Lock", "2025", "Closed"),
        ("Pier", "2026", "Open"),
    ),
    ARABIC: (
        ("الميناء", "السنة", "السفن"),
        ("الرصيف القديم", "٢٠٢٤", "١٢"),
        ("السبخة", "٢٠٢٥", "٣"),
        ("جسر الشمال", "٢٠٢٦", "٤"),
    ),
}


@pytest.mark.parametrize("table", SPACED)
def test_columns_that_spaces_part(table: str) -> None:
    document = read(f"1. The Committee met.\n\n{table}\n\n2. It closed.".encode())

    assert tuple(line.cells for line in document.lines if line.role == "table") == SPACED[table]
    assert [doubt.code for doubt in document.doubts] == ["uncertain-table"] * (table == HTML2TEXT)


def test_lines_that_may_be_rows_or_parts_of_rows_are_a_doubt() -> None:
    table = (
        "Port       State      Ships  Note\n"
        "           Open all\n"
        "Riverton   year       12     none\n"
        "Saltmarsh  Closed     3      none"
    )
    document = read(f"1. The Committee met.\n\n{table}\n\n2. It closed.".encode())
    (doubt,) = document.doubts

    assert doubt.code == "uncertain-table"
    assert doubt.span is not None
    assert document.text[doubt.span.start :].startswith("| Port | State | Ships | Note |")
    assert document.text[: doubt.span.end].endswith("| Saltmarsh | Closed | 3 | none |")


@pytest.mark.parametrize(
    "text",
    [
        "(a)  To take note of the report;\n     (i)  in spring;\n     (ii) in summer.",
        "United Nations        A/80/L.1\nGeneral Assembly      Distr.: Limited\nCommittee    3 May",
        "The  body met in spring  of a year\nand took note of a  report of its\nof  the views.",
        "I.   Work ............  3\nII.  Rest ............  4\n     A. Open .........  5",
        "I.   Work    1–3  2\nII.  Rest    4–9  3\nIII. Close  10    5",
    ],
)
def test_spaces_that_part_no_columns(text: str) -> None:
    assert {line.role for line in read(text.encode()).lines} == {"body"}
