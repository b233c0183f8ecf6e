"""Captions are part of their table in every output, and never sections."""

import pytest

from unreport import Section, Table, parse_text, to_html, to_markdown
from unreport.languages import LEXICONS
from unreport.structure.captions import title_offset
from unreport.structure.markers.grammar import Grammar

ROWS = "A\t1\t2\nB\t3\t4\nC\t5\t6\nD\t7\t8\n"


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("ar", "الجدول 2", ""),
        ("ar", "الجدول الثاني: القراءات", "القراءات"),
        ("en", "Table 8.III.2", ""),
        ("en", "Figure A.I – Posts by grade", "Posts by grade"),
        ("es", "Cuadro 3. Puestos", "Puestos"),
        ("fr", "Tableau II", ""),
        ("ru", "Таблица 4. Должности", "Должности"),
        ("zh", "表1", ""),
        ("zh", "图 2 员额", "员额"),
        ("zh", "表8.1员额", "员额"),
    ],
)
def test_the_title_of_a_caption(language: str, text: str, title: str) -> None:
    offset = title_offset(text, Grammar(LEXICONS[language]))

    assert offset is not None
    assert text[offset:] == title


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Table 3 shows the posts."),
        ("en", "Tables and figures"),
        ("ar", "الجدول الزمني"),
        ("zh", "表明立场"),
        ("zh", "表2所列的数字"),
    ],
)
def test_a_text_that_is_no_caption(language: str, text: str) -> None:
    assert title_offset(text, Grammar(LEXICONS[language])) is None


def test_a_caption_is_part_of_its_table() -> None:
    report = parse_text(f"I. Posts\n\n1. They follow.\n\nTable 1\nPosts by grade\n\n{ROWS}")
    (table,) = [node for node, _ in report.walk() if isinstance(node, Table)]

    assert table.caption == "Table 1 Posts by grade"
    assert table.rows[table.caption_rows] == ("A", "1", "2")
    assert [node.title for node, _ in report.walk() if isinstance(node, Section)] == ["Posts"]
    assert "<caption>Table 1 Posts by grade</caption>" in to_html(report)
    assert "Table 1 Posts by grade\n\n| A | 1 | 2 |" in to_markdown(report)
