"""A report asked at a prompt: every node answers alike to `text`, `items`, `walk`."""

import datetime as dt

import pytest

from unreport import Item, Paragraph, Report, Section, Symbol, parse_text, to_json

TEXT = """\
United Nations

A/80/L.1/Add.2
Distr.: Limited
12 September 2031
Original: English

Draft report

I. Opening of the session

A. Statements

1. The Committee decided:
(a) To meet:
(i) In May;
(ii) In June;
(b) To report.

Recommendation 4

The Committee should consider: (a) paper; (b) print.
"""
REPORT = parse_text(TEXT)
OPENING, STATEMENTS, RECOMMENDATION = REPORT.sections
FIRST, SECOND = REPORT.paragraphs


def numbers(items: tuple[Item, ...]) -> list[str | None]:
    return [item.marker for item in items]


def test_what_the_masthead_says_is_at_hand() -> None:
    assert REPORT.symbol == Symbol.parse("A/80/L.1/Add.2")
    assert REPORT.symbol.base == Symbol.parse("A/80/L.1")
    assert (REPORT.title, REPORT.date) == ("Draft report", dt.date(2031, 9, 12))


def test_a_level_is_the_depth() -> None:
    assert [section.level for section in REPORT.sections] == [1, 2, 3]


def test_items_are_all_items() -> None:
    assert numbers(FIRST.items) == ["(a)", "(i)", "(ii)", "(b)"]
    assert numbers(FIRST.items[0].items) == ["(i)", "(ii)"]
    assert numbers(FIRST.lists[0].items) == ["(a)", "(b)"]
    assert numbers(RECOMMENDATION.items) == ["(a)", "(b)"]
    assert REPORT.items == (*FIRST.items, *SECOND.items)
    assert OPENING.items == REPORT.items


def test_a_heading_is_not_the_text_below_it() -> None:
    assert STATEMENTS.heading == "A. Statements"
    assert STATEMENTS.text.splitlines()[0] == (
        "1. The Committee decided: (a) To meet: (i) In May; (ii) In June; (b) To report."
    )
    assert "Statements" not in STATEMENTS.text
    assert REPORT.text == f"{OPENING.heading}\n{OPENING.text}"


@pytest.mark.parametrize("node", [REPORT, OPENING, FIRST, FIRST.items[0]])
def test_walking_gives_what_is_inside(node: Report | Section | Paragraph | Item) -> None:
    walked = list(node.walk())

    assert tuple(found for found, _ in walked if isinstance(found, Item)) == node.items
    if not isinstance(node, Report):
        assert all(above[0] is node for _, above in walked)


def test_recommendations_are_sections() -> None:
    assert [section.number for section in REPORT.recommendations] == [4]


def test_the_forms_of_a_report() -> None:
    assert REPORT.to_json() == to_json(REPORT)
    assert Report.from_json(REPORT.to_json(indent=2)) == REPORT
    assert "A/80/L.1/Add.2" in REPORT.to_html()
    assert "Recommendation 4" in REPORT.to_markdown()


def test_a_symbol_is_a_string_in_json() -> None:
    assert '"symbol":"A/80/L.1/Add.2"' in REPORT.to_json()
