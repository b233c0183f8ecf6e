"""Footnotes: where one ends, and what calls it."""

import pytest

from unreport import parse_text
from unreport.document import Line
from unreport.languages import LEXICONS
from unreport.structure.footnotes import split_footnotes


@pytest.mark.parametrize(
    ("language", "first", "unmarked"),
    [
        ("en", "3 Phase two is divided.", "Note: the following abbreviations are used."),
        ("fr", "3 La phase deux est divisée.", "Note : les abréviations suivantes sont utilisées."),
        ("ar", "3 تنقسم المرحلة الثانية.", "ملاحظة: تستخدم المختصرات التالية."),
        ("zh", "3 第二阶段分为两部分。", "注：使用下列简称。"),
    ],
)
def test_a_note_without_a_mark_is_a_note_of_its_own(
    language: str, first: str, unmarked: str
) -> None:
    lines = [Line(text=text, role="note", ends=True) for text in (first, unmarked)]
    notes = split_footnotes(lines, LEXICONS[language]).footnotes
    assert [note.marker for note in notes] == ["3", None]


@pytest.mark.parametrize("second", ["5– 13 September 1994 (Sales No. E.95)", "13 September 1994."])
def test_a_line_with_which_a_note_goes_on_may_begin_with_a_number(second: str) -> None:
    lines = [
        Line(text="** Report of the Conference, Cairo,", role="note", ends=False),
        Line(text=second, role="note", ends=True),
    ]
    notes = split_footnotes(lines, LEXICONS["en"]).footnotes
    assert [note.marker for note in notes] == ["**"]


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("1. The gauges,¹ see A/79/158/Add.1, were read.\n\n____\n¹ See above.", [("1", 11)]),
        ("1. The gauges were read 1/ and lost.\n\n____\n1/ See above.", [("1", 20)]),
        ("1- قُرئت المقاييس(1) في الصيف.\n\n____\n(1) انظر أعلاه.", [("1", 14)]),
    ],
)
def test_the_form_of_a_call_tells_it_from_other_numbers(
    text: str, calls: list[tuple[str, int]]
) -> None:
    (paragraph,) = parse_text(text).paragraphs
    found = [(piece.marker, piece.at) for piece in paragraph.content if hasattr(piece, "at")]
    assert found == calls
