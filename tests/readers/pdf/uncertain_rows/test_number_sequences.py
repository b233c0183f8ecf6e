"""Numbers of paragraphs and pages that break their sequence."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from pdf_files import set_lines, unicode_page

from unreport.readers.pdf.reader import read_pdf
from unreport.readers.pdf.uncertain_rows.number_sequences import mark_broken_sequences

SENTENCES = (
    "The Committee met in spring.",
    "It adopted its agenda.",
    "It elected a Chair.",
    "It took note of the report.",
)


def marked(data: bytes) -> list[str]:
    found = read_pdf(data)
    spans = [doubt.span for doubt in found.doubts if doubt.code == "uncertain-row"]
    return [found.text[span.start : span.end] for span in spans if span]


def numbered(*numbers: str) -> bytes:
    return set_lines([f"{number} {text}" for number, text in zip(numbers, SENTENCES, strict=True)])


def test_a_number_between_two_that_leave_room_for_another_one() -> None:
    assert marked(numbered("11.", "18.", "13.", "14.")) == ["18. It adopted its agenda."]


@pytest.mark.parametrize(
    "numbers",
    [("11.", "12.", "13.", "14."), ("7.", "1.", "2.", "8."), ("11.", "(a)", "13.", "14.")],
)
def test_sequences_that_are_right_or_tell_nothing(numbers: tuple[str, ...]) -> None:
    assert not marked(numbered(*numbers))


def rows_of(*texts: str, fonts: frozenset[int] = frozenset({1})) -> list[SimpleNamespace]:
    return [
        SimpleNamespace(text=text, region="body", certain=True, fonts=fonts, reason="")
        for text in texts
    ]


def test_digits_that_count_tens_at_another_digit_than_nine() -> None:
    """A font that has each digit in the place of another one: `17` to `22` and `26` to `28`."""
    numbers = (40, 41, 42, 53, 54, 55, 59, 50, 51)
    rows = rows_of(*(f"{number}. The Committee met." for number in numbers), "It met.")
    others = rows_of("It met in 2019.", fonts=frozenset({2}))
    mark_broken_sequences([*rows, *others])  # type: ignore[arg-type]

    assert [row.certain for row in rows] == [False] * 9 + [True]
    assert others[0].certain


@pytest.mark.parametrize(
    "row",
    ["took note of the 12. The Committee", "Members of the Committee 12."],
)
def test_the_number_of_a_paragraph_within_a_row(row: str) -> None:
    rows = rows_of("11. It met.", row, "report on the subject.", "13. It adjourned.")
    mark_broken_sequences(rows)  # type: ignore[arg-type]

    assert [one.certain for one in rows] == [True, False, True, True]


@pytest.mark.parametrize(
    "row",
    [
        "of the 12-month period",
        "of 12 March. The",
        "of article 15. The",
        "made to paragraph 12. The Committee",
        "of agenda items 10 and 12. The Committee",
        "à l’article 12. Le Comité",
        "del párrafo 12. La Comisión",
        "в пункте 12. Комитет",
        "إلى الفقرة 12. اللجنة",
    ],
)
def test_other_numbers_within_a_row(row: str) -> None:
    rows = rows_of("11. It met.", row, "13. It adjourned.")
    mark_broken_sequences(rows)  # type: ignore[arg-type]

    assert all(one.certain for one in rows)


@pytest.mark.parametrize("numbers", [(8, 9, 10, 11, 22, 23), (19, 20, 10, 11), (18, 19, 10, 11)])
def test_numbers_that_are_left_out_or_begin_again(numbers: tuple[int, ...]) -> None:
    rows = rows_of(*(f"{number}. The Committee met." for number in numbers))
    mark_broken_sequences(rows)  # type: ignore[arg-type]

    assert all(row.certain for row in rows)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("3/2", ["3/2"]),
        ("0/2", ["0/2"]),
        ("2/3", []),
        ("3 of 2", ["3 of 2"]),
        ("2 de 3", []),
    ],
)
def test_a_page_number_beyond_the_total(number: str, expected: list[str]) -> None:
    text = [(72, 700 - 14 * at, sentence) for at, sentence in enumerate(SENTENCES)]

    assert marked(unicode_page(*text, (500, 40, number))) == expected


@pytest.mark.parametrize(("text", "certain"), [("4 الصفحة 2 من", False), ("الصفحة 2 من 4", True)])
def test_a_total_before_its_page_number(text: str, certain: bool) -> None:  # noqa: FBT001
    row = SimpleNamespace(text=text, certain=True, region="foot", fonts=frozenset())
    mark_broken_sequences([row])  # type: ignore[list-item]
    assert row.certain is certain


def test_marks_of_notes_after_their_text() -> None:
    def certain(*texts: str) -> list[bool]:
        rows = [
            SimpleNamespace(
                text=text, certain=True, region="note", fonts=frozenset(), has_marker=False
            )
            for text in texts
        ]
        mark_broken_sequences(rows)  # type: ignore[arg-type]
        return [row.certain for row in rows]

    assert certain("انظر الوثيقة.(1)", "المرفق الأول.(2)", "المرفق الثاني.(4)") == [False] * 3
    assert certain("(1)", "(2)", "(3)") == [True] * 3
    assert certain("resolution (12)", "annex (3)", "list (5)") == [True] * 3


def test_resolutions_in_a_table_are_no_page_numbers() -> None:
    assert not marked(set_lines([*SENTENCES, "70/1", "", "79/1", "", *SENTENCES]))


@pytest.mark.parametrize(
    ("texts", "certain"),
    [
        (["(1) (1) القرار 67/46، المرفق.", "(2) القرار 68/12."], [False, True]),
        (["11 A/HRC/77/413, annex.", "22 In English only."], [False, False]),
        (["10 A/HRC/77/413, annex.", "11 In English only."], [True, True]),
        (["1 A/HRC/77/413, annex.", "11 In English only."], [True, True]),
        (["11 A/HRC/77/413, annex.", "12 In English only."], [True, True]),
        (
            [
                "2 See the statement made on",
                "11 September, and the data of",
                "2020 that were annexed.",
            ],
            [True, True, True],
        ),
    ],
)
def test_notes_with_their_mark_twice(texts: list[str], certain: list[bool]) -> None:
    rows = [
        SimpleNamespace(text=text, region="note", certain=True, has_marker=False) for text in texts
    ]
    mark_broken_sequences(rows)  # type: ignore[arg-type]

    assert [row.certain for row in rows] == certain


@pytest.mark.parametrize(
    "rows",
    [
        [
            [(72, "1. Country"), (190, "2. Year"), (310, "3. Output")],
            [(72, "Algeria"), (190, "2020"), (310, "Report")],
            [(72, "Benin"), (190, "2021"), (310, "Study")],
        ],
        [
            [(72, "1. Algeria"), (230, "4. Egypt"), (390, "7. Japan")],
            [(72, "2. Benin"), (230, "5. France"), (390, "8. Kenya")],
            [(72, "3. Chile"), (230, "6. Ghana"), (390, "9. Libya")],
        ],
    ],
)
def test_numbers_in_the_cells_of_a_table(rows: list[list[tuple[int, str]]]) -> None:
    """Heads of columns may be numbered, and a list that goes down the columns."""
    texts = [(x, 600 - 14 * at, cell) for at, cells in enumerate(rows) for x, cell in cells]

    assert not marked(unicode_page((72, 700, SENTENCES[0]), *texts))
