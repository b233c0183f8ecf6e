"""Markdown files of converters: emphasis, spans, links, escaped signs, raised calls."""

import pytest

from unreport import parse_text
from unreport.readers.markdown import without_markdown

RESOLUTION = """### Declaration on the rivers

*The General Assembly,*

*Considering* that the rivers and the lakes are
the wealth of all,

*Recalling* its resolution of 1963, and that ***they flow
to the sea***,

**Article 1**

All rivers are free.
"""


def test_emphasized_words_are_no_notes() -> None:
    report = parse_text(RESOLUTION, language="en")

    assert report.footnotes == ()
    assert "Article 1" in [section.title for section in report.sections]
    assert not any("*" in p.text for p in report.paragraphs)


def test_stars_that_call_notes_are_no_emphasis() -> None:
    text = (
        "The session* and the meeting* met*.\n\n*See A/80/1.\n\n*1903070*\n*2609939*\n*2609940*\n"
    )

    assert without_markdown(text) == text


def test_spans_of_pandoc_with_calls_of_notes() -> None:
    text = (
        '[1- عقدت اللجنة اجتماعها^(^[^1]^)^ في الربيع.]{dir="rtl"}\n\n'
        '[2- ونظرت في [التقرير](https://example.org/a).]{dir="rtl"}\n\n'
        '[3- واختتمت أعمالها.]{dir="rtl"}\n\n[^1]: [انظر A/80/4.]{dir="rtl"}\n'
    )

    report = parse_text(text, language="ar")

    assert [p.number for p in report.paragraphs] == [1, 2, 3]
    assert [(n.marker, n.text) for n in report.footnotes] == [("1", "انظر A/80/4.")]
    assert report.paragraphs[1].text == "ونظرت في التقرير."


@pytest.mark.parametrize("brackets", ["⁽[{}]⁾", "([{}])"])
def test_calls_of_a_converter_within_raised_brackets(brackets: str) -> None:
    text = (
        f"1. It met{brackets.format(1)}.\n\n2. It closed{brackets.format(2)}.\n\n"
        "[1] See A/80/4.\n\n[2] Ibid.\n"
    )

    report = parse_text(text, language="en")

    assert [(n.marker, n.text) for n in report.footnotes] == [("1", "See A/80/4."), ("2", "Ibid.")]
