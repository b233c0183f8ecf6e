"""Texts that look like drawn tables and are none; and that no drawn table loses a letter."""

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from unreport import parse_text, read
from unreport.readers.text_tables.tables import with_plain_tables

ROLL_CALL = """\
In favour:   Algeria,  Angola,  Benin,
             Chad,     Chile,   China,
             Cuba,     Egypt,   Fiji
Against:     France,   Spain,   Peru,
             Togo,     Yemen,   Zambia"""
VOTES = """\
In favour:  Algeria,  Angola,  Benin,  Chad,  Chile,  China
            Cuba,     Egypt,   Fiji,   Gabon, Ghana,  Haiti
Against:    France,   Spain,   Peru,   Togo,  Yemen,  Zambia"""
ARABIC_VOTES = """\
المؤيدون:    إسبانيا،   ألمانيا،   بنن
             تشاد،      شيلي،      الصين
المعارضون:   كوبا،      مصر،       فيجي"""
MASTHEAD = """\
Chair:        Ms. A. Okoro       (Nigeria)
Vice-Chair:   Mr. B. Silva       (Brazil)
Rapporteur:   Mr. C. Chen        (China)"""
CONTENTS = """\
Contents

Chapter   Title               Paragraphs   Page
I         Introduction        1-5          3
II        Organization        6-10         4
III       Debate              11-30        5"""
ARABIC_CONTENTS = """\
المحتويات

الفصل     العنوان             الفقرات      الصفحة
الأول     مقدمة               ١-٥          ٣
الثاني    تنظيم الدورة        ٦-١٠         ٤
الثالث    المناقشة            ١١-٣٠        ٥"""
JUSTIFIED = """\
12  June  with  the  Chair  of  the  body  in  the
seat  and  the  agenda  was  as  it  was  in  the
text  and  the  report  was  as  it  was  in  the"""
TWO_COLUMNS = """\
members of the        said that the text       of the body was
body who spoke        of the Chair was         good and would be
on it in spring       not in the agenda        taken up again"""
DATES = """\
Monday, 3 June
10 a.m.  Opening of the session  Room A
3 p.m.   General debate          Room B
Tuesday, 4 June
10 a.m.  Adoption of agenda      Room A
3 p.m.   Other matters           Room C"""
BARS = """\
1. The Committee met | it was opened by the Chair | and closed by him.
2. The Rapporteur spoke | the Chair spoke | all agreed.
3. The session ended | the meeting rose | at noon."""
SENTENCES = """\
The text read yes | no in the form.
The text read no | yes in the form.
The text read left | right in the form."""
# Each counted on below: by figures, raised figures, Arabic figures
NUMBERED_NOTES = (
    "1   Official Records,   Supplement No. 1   (A/80/1)",
    "1/  Official Records of the Assembly,  Supplement No. 1,  p. 4",
    "(1)   General Assembly resolution 60/1,   annex,   para. 4",
    "¹   Official Records,   Supplement No. 1   (A/80/1)",
    "١   الوثائق الرسمية،   الملحق رقم ١   (A/80/1)",
)


def tables_of(text: str) -> list[tuple[str, ...] | None]:
    return [line.cells for line in read(text.encode()).lines if line.role == "table"]


@pytest.mark.parametrize(
    "text",
    [
        ROLL_CALL,
        VOTES,
        ARABIC_VOTES,
        MASTHEAD,
        CONTENTS,
        ARABIC_CONTENTS,
        JUSTIFIED,
        TWO_COLUMNS,
        BARS,
        SENTENCES,
    ],
)
def test_lists_and_prose_are_no_tables(text: str) -> None:
    whole = f"{text}\n\n1. It ended."

    assert with_plain_tables(whole) == (whole, ())
    assert tables_of(whole) == []


def test_a_date_between_rows_is_no_row() -> None:
    assert ("Tuesday,", "4 June", "") not in tables_of(DATES)


@pytest.mark.parametrize("note", NUMBERED_NOTES)
@pytest.mark.parametrize("rule", ["", "_______________\n"])
def test_notes_in_columns_are_no_table(note: str, rule: str) -> None:
    following = str.maketrans("1¹١", "2²٢"), str.maketrans("1¹١", "3³٣")
    notes = [note, *(note.translate(series) for series in following)]
    text = "1. The Committee met.\n\n" + rule + "\n".join(notes)

    assert with_plain_tables(text).text == text


def test_notes_below_a_rule_keep_their_calls() -> None:
    notes = "\n".join(f"{n}     A/80/{n},     para. {n + 2}." for n in (1, 2, 3))
    report = parse_text(f"1. It met.1\n\n2. It spoke.2\n\n3. It ended.3\n_______________\n{notes}")

    assert [note.marker for note in report.footnotes] == [*"123"]


def test_numbers_below_a_head_are_no_notes() -> None:
    text = "No.  Port of the State  Ships\n1    Harwin             12\n2    Quay               3"
    assert tables_of(text)[1] == ("1", "Harwin", "12")


@pytest.mark.parametrize(
    "rows",
    [
        ("Port | Ships", "Harwin | 12", "Dock | 5", "Pier | 7"),
        ("| Port | Ships |", "| Harwin | 12 |", "| Dock | 5 |", "| Pier | 7 |"),
        ("Port     Ships", "------ -------", "Harwin      12", "Dock         5"),
        ("Port    Ships  Year", "Harwin     12  2019", "Quay        3  2020", "Dock    5  2021"),
    ],
)
def test_a_table_ends_with_its_page(rows: tuple[str, ...]) -> None:
    text = "\n".join(["1. It met.", "", *rows[:-1], f"\f{rows[-1]}", "", "2. It ended."])
    document = read(text.encode())

    assert document.source.pages == 2
    assert [line.page for line in document.lines if line.text == "2. It ended."] == [2]


def test_a_doubt_on_a_later_page_has_its_place() -> None:
    table = "|Port |State  |\n|     |closed |\n|Quay |Closed |"
    document = read(f"1. It met.\n\f2. It spoke.\n\n{table}\n\n3. It ended.".encode())
    (doubt,) = document.doubts

    assert doubt.span is not None
    assert document.text[doubt.span.start :].startswith("| Port")


def test_a_box_of_one_column_is_no_doubt() -> None:
    box = "| The Assembly,       |\n| Recalling its duty, |\n| Decides.            |"
    document = read(f"1. The text is:\n\n{box}\n\n2. It ended.".encode())

    assert document.doubts == ()


def test_joined_lines_of_a_drawn_table_are_a_doubt() -> None:
    table = (
        "|Port      |State             |\n"
        "|Riverton  |Open for ships of |\n"
        "|          |all sizes         |\n"
        "|Quay      |Closed            |"
    )
    (doubt,) = read(f"1. It met.\n\n{table}\n\n2. It ended.".encode()).doubts

    assert doubt.code == "uncertain-table"


def test_blank_lines_above_cells_are_no_empty_cells() -> None:
    blank = "\n" * 7
    cells = "Harwin\n\n12\n\n15\n\nQuay\n\n3\n\n4\n\nDock\n\n5\n\n6"
    report = parse_text(
        f"1. It met.\n\n2. It ended.\n\n3. See below.\n{blank}{cells}\n\n4. It rose."
    )

    assert "Harwin" in report.to_json()


WORDS = st.sampled_from(
    ["Port", "Ships", "12", "of", "السفن", "港口", "|", "+", "--", "---", "1.", "a:", "x-", "=="]
)
GAPS = st.sampled_from([" ", "  ", "   ", " | ", "|", "\t", "\f"])
ROWS = st.lists(st.tuples(GAPS, WORDS), max_size=6).map(
    lambda parts: "".join(gap + word for gap, word in parts)
)
RULES = st.sampled_from(["", "-----  -----  ---", "+---+---+", "|---|---|", "-----------", "====="])


def letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, text))


@example(["+---+---+"] * 3)
@given(st.lists(ROWS | RULES, max_size=12))
def test_no_letter_is_lost(rows: list[str]) -> None:
    text = "\n".join(rows)
    plain = with_plain_tables(text)

    assert letters(plain.text) == letters(text)
    assert plain.text.count("\f") == text.count("\f")
