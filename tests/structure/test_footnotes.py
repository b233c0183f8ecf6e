"""Footnotes: where one ends, and what calls it."""

import pytest

from unreport import parse_text
from unreport.document import Line
from unreport.languages import LEXICONS
from unreport.structure.footnotes.notes import split_footnotes


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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ar",
            "1 - قُرئت المقاييس(1) فيه.\n\n2 - ونُشرت(2).\n\n(1) انظر أعلاه.\n(2) القرار.\n",
        ),
        ("en", "1. It met.(1)\n\n2. It closed the debate(2) then.\n\n(1) See below.\n\n(2) Ibid."),
        ("zh", "1. 委员会举行了会议。（1）\n\n2. 会议结束。（2）\n\n（1）见下文。\n（2）同上。"),
    ],
)
def test_bracketed_notes_without_a_rule_are_called_above(language: str, text: str) -> None:
    report = parse_text(text, language=language)

    assert [note.marker for note in report.footnotes] == ["1", "2"]
    assert [p.number for p in report.paragraphs] == [1, 2]
    assert report.items == ()


@pytest.mark.parametrize(
    "text",
    [
        "1. It decided(1) as follows:\n\n(1) To meet;\n\n(2) To close.",
        "1. It decided as follows, in short.\n\n(1) To meet.\n\n(2) To close.",
        "1. It met (1) and closed.\n\n(1) To meet.",
    ],
)
def test_bracketed_numbers_that_nothing_calls_are_no_notes(text: str) -> None:
    assert parse_text(text, language="en").footnotes == ()


TO_TWO = str.maketrans("1\u00b9", "2\u00b2")
PRINTED = (
    ("{1}", "{1} "),
    ("^1", "^1. "),
    ("[fn 1]", "[fn 1]: "),
    ("[[1]]", "[[1]] "),
    ("<1>", "<1> "),
    ("<sup>1</sup>", "<sup>1</sup> "),
    ("\u00b9", "↑ 1 "),
    ("[1]", "1. "),
    (" 1/", "1/ "),
)


@pytest.mark.parametrize(("call", "mark"), PRINTED)
@pytest.mark.parametrize(
    "above", ["", "____________\n", "Notes\n\n"], ids=["end", "rule", "heading"]
)
def test_notes_in_a_printed_form_count_with_their_calls(call: str, mark: str, above: str) -> None:
    second, opening = (text.translate(TO_TWO) for text in (call, mark))
    text = (
        f"1. The Committee met.{call}\n\n2. It closed the debate{second} then.\n\n"
        f"{above}{mark}See below.\n{opening}Ibid., p. 12.\n"
    )

    report = parse_text(text, language="en")

    assert [(n.marker, n.text) for n in report.footnotes] == [
        ("1", "See below."),
        ("2", "Ibid., p. 12."),
    ]
    assert [p.text for p in report.paragraphs] == [
        "The Committee met.",
        "It closed the debate then.",
    ]


@pytest.mark.parametrize(
    ("language", "call", "mark"),
    [
        ("ar", " (حاشية 1)", "حاشية 1: "),
        ("en", " (note 1)", "Note 1. "),
        ("es", " (nota 1)", "Nota 1. "),
        ("fr", " (note 1)", "Note 1 – "),
        ("ru", " (прим. 1)", "Прим. 1. "),
        ("zh", "（注1）", "注1："),
    ],
)
def test_notes_may_have_a_word_before_their_number(language: str, call: str, mark: str) -> None:
    text = f"1. A/80/50.{call}\n\n{mark}A/80/51.\n"

    report = parse_text(text, language=language)

    assert [(n.marker, n.text) for n in report.footnotes] == [("1", "A/80/51.")]
    assert [p.text for p in report.paragraphs] == ["A/80/50."]


@pytest.mark.parametrize(
    "text",
    [
        "1. It decided as follows:\n\n{1} To meet, see {2};\n\n{2} To close, see {1}.",
        "1. Chapter1 and A/80/1/Add.1.\n\nAnnex\n\n1. Containers\n\n2. Storage",
        "1. It met.\u00b9\n\n2. It closed.\u00b2\n\nAnnex\n\n1. The last matter stayed open.",
    ],
)
def test_numbers_that_do_not_count_with_calls_open_no_notes(text: str) -> None:
    assert parse_text(text, language="en").footnotes == ()
