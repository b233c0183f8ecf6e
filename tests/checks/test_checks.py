"""Every check reports its fault, and nothing where there is none."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from msgspec.structs import replace
from strategies import reports

import unreport
from unreport import CHECKS, Issue, Report, Span, check, parse_document, parse_text
from unreport.readers.text import read_text

DOCS = Path(__file__).parents[2] / "docs" / "checks.md"

HEAD = """\
United Nations

A/80/L.7/Add.2

Distr.: Limited
{date}
{language}
Original: English

General Assembly
Eightieth session
{meeting}

Draft report

Addendum

"""
FINAL = """\
United Nations

A/80/17

Distr.: General
12 September 2025
English
Original: English

General Assembly
Eightieth session

Report of the Committee

"""
BODY = """\
I. Introduction

1. The Committee met in the spring and adopted its agenda.

2. It considered the following:

(a) the first of its items;

(b) the second of its items.

II. Closure

3. The Chair declared the session closed.
"""


def head(
    date: str = "12 September 2025",
    meeting: str = "Vienna, 8–12 September 2025",
    language: str = "English",
) -> str:
    return HEAD.format(date=date, meeting=meeting, language=language)


def issues(text: str) -> list[Issue]:
    document = read_text(text)
    return list(check(parse_document(document), document))


def codes(text: str) -> list[str]:
    return [issue.code for issue in issues(text)]


def test_a_good_report_has_no_issue() -> None:
    assert issues(head() + BODY) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("numbering-gap", head() + BODY.replace("3. The", "5. The")),
        ("numbering-repeat", head() + BODY + "\n2. It met.\n\n3. It talked.\n\n4. It closed.\n"),
        ("heading-order", FINAL + BODY.replace("II. Closure", "IV. Closure")),
        ("heading-order", head() + BODY.replace("II. Closure", "I. Closure")),
        ("section-empty", head() + BODY + "\nIII. Annexes\n"),
        ("list-broken", head() + BODY.replace("(b) the", "(c) the")),
        ("symbol-missing", (head() + BODY).replace("A/80/L.7/Add.2\n", "")),
        ("title-missing", (head() + BODY).replace("Draft report\n\nAddendum\n", "")),
        ("date-impossible", head(date="31 September 2025") + BODY),
        ("date-outside-meeting", head(date="12 September 2019") + BODY),
        ("date-outside-meeting", head(date="12 September 2026") + BODY),
        ("addendum-unnumbered", (head() + BODY).replace("L.7/Add.2", "L.7")),
        ("addendum-unsaid", (head() + BODY).replace("Addendum\n", "")),
        ("session-differs", (head() + BODY).replace("Eightieth", "Seventy-eighth")),
        ("symbol-differs", head() + BODY + "\n\f25-01234 (E)\nA/80/L.8\n\n4. It met.\n"),
        ("language-differs", head(language="Arabic") + BODY),
        ("language-unknown", "A/80/L.7\n\n123 456\n"),
        ("note-uncalled", head() + BODY + "\n__________\n1 See A/80/50.\n2 See A/80/51.\n"),
        ("letters-damaged", head() + BODY.replace("agenda", "ag\ufffdnda")),
    ],
)
def test_a_fault_is_reported(code: str, text: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        head() + BODY.replace("II. Closure", "IV. Closure"),
        FINAL + BODY.replace("II. Closure", "IV. Closure (continued)"),
        FINAL
        + BODY.replace("I. Intro", "II. Intro")
        .replace("II. Clo", "V. Clo")
        .replace("duction", "duction (continued)"),
    ],
)
def test_a_part_of_a_report_has_some_of_its_chapters(text: str) -> None:
    assert "heading-order" not in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        FINAL + BODY + "\nII. Results\n\nSubprogramme 1\n\nLegal services\n\n4. It met.\n",
        FINAL + BODY + "\nSignatures\n",
    ],
)
def test_an_unnumbered_heading_may_have_nothing_of_its_own(text: str) -> None:
    assert "section-empty" not in codes(text)


def test_arabic_names_of_a_month_that_disagree() -> None:
    text = head(meeting="فيينا، ١١-١٣ حزيران/مايو ٢٠٢٥") + BODY
    (issue,) = [issue for issue in issues(text) if issue.code == "month-names-disagree"]

    assert "June" in issue.message
    assert "May" in issue.message


def test_a_note_that_is_called_but_not_there() -> None:
    report = parse_text(head() + BODY.replace("agenda.", "agenda.1") + "\n__________\n1 See it.\n")
    lost = replace(report, footnotes=())

    assert [i.code for i in check(report)] == []
    assert [i.message for i in check(lost)] == ["Footnote 1 is called but not there."]


def test_a_paragraph_without_text() -> None:
    report = parse_text(head() + BODY)
    first = report.paragraphs[0]
    empty = replace(report, body=(replace(first, content=()),))

    assert [i.message for i in check(empty) if i.code == "paragraph-empty"] == [
        "Paragraph 1. has no text."
    ]


def test_text_that_is_in_no_node() -> None:
    document = read_text(head() + BODY)
    report = parse_document(document)
    (_, closure) = report.body
    cut = replace(report, body=report.body[:1])

    found = [i for i in check(cut, document) if i.code == "text-lost"]
    assert [document.text[i.span.start : i.span.end] for i in found if i.span] == [
        "II. Closure",
        "3. The Chair declared the session closed",
    ]
    assert closure.span.start == document.text.index("II. Closure")
    assert [i for i in check(cut) if i.code == "text-lost"] == []  # it cannot know


def test_a_gap_says_what_is_missing_and_where() -> None:
    text = head() + BODY.replace("3. The", "6. The")
    (issue,) = issues(text)

    assert issue.message == "Paragraph 6 follows paragraph 2: 3 to 5 are missing."
    assert issue.span is not None
    assert text[issue.span.start :].startswith("6. The Chair")


@pytest.mark.parametrize(
    "tail",
    [
        "\nAnnex I\n\nRules\n\n1. One rule.\n\n2. Two.\n\nAnnex II\n\nMore\n\n1. One.\n\n2. Two.\n",
        "\n27/1. Cooperation\n\nThe Assembly,\n\n1. Decides to meet;\n\n2. Requests a report.\n",
    ],
    ids=["annexes", "resolution"],
)
def test_annexes_and_resolutions_are_numbered_separately(tail: str) -> None:
    assert not {"numbering-gap", "numbering-repeat"} & set(codes(head() + BODY + tail))


def test_the_reader_s_doubts_come_first() -> None:
    doubt = Issue(code="uncertain-row", message="A row could not be proved.", span=Span(1, 2))
    report = replace(parse_text(BODY), doubts=(doubt,))

    assert check(report)[0] == doubt


@given(reports)
def test_any_report_can_be_checked(report: Report) -> None:
    for issue in check(report)[len(report.doubts) :]:
        assert issue.code in CHECKS
        assert issue.message.endswith((".", "”."))


def test_every_code_is_documented() -> None:
    documented = re.findall(r"^### `([a-z-]+)`$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)

    assert documented == list(CHECKS)


def test_every_doubt_of_a_reader_is_documented() -> None:
    sources = (Path(unreport.__file__).parent).rglob("*.py")
    codes = {
        code
        for path in sources
        for code in re.findall(r'code="([a-z-]+)"', path.read_text(encoding="utf-8"))
    }

    assert codes
    assert [code for code in sorted(codes) if f"`{code}`" not in DOCS.read_text("utf-8")] == []


@pytest.mark.parametrize(
    ("name", "listed", "missing", "body"),
    [
        ("Contents", "I. Introduction .... 2", "II. Map .... 3", BODY),
        (
            "المحتويات",
            "أولاً- مقدمة .... 2",
            "ثانياً- خريطة .... 3",
            "أولاً- مقدمة\n\n1- اجتمعت اللجنة.\n",
        ),
    ],
)
def test_a_contents_entry_that_is_nowhere_below_is_reported(
    name: str, listed: str, missing: str, body: str
) -> None:
    found = issues(f"{FINAL}{name}\n\n{listed}\n{missing}\n\n{body}")
    assert [i.message.split("“")[1] for i in found if i.code == "contents-unmatched"] == [
        f"{missing}”."
    ]
    assert not [
        i for i in issues(f"{FINAL}{name}\n\n{listed}\n\n{body}") if i.code == "contents-unmatched"
    ]


def test_a_running_head_may_leave_out_the_part_of_a_document() -> None:
    text = FINAL.replace("A/80/17", "A/80/6 (Sect. 13)/Part A") + BODY
    turned = text + "\n1/2\nA/80/6 (Sect. 13)\n\n4. The Committee rose.\n"
    assert "symbol-differs" not in {issue.code for issue in issues(turned)}
    other = turned.replace("\nA/80/6 (Sect. 13)\n", "\nA/80/6 (Sect. 14)\n")
    assert "symbol-differs" in {issue.code for issue in issues(other)}


def test_a_note_without_a_marker_and_notes_called_in_headings_are_not_reported() -> None:
    text = FINAL + BODY.replace("I. Introduction", "I. Introduction1")
    noted = f"{text}\n____________\n1 See A/80/16.\n"
    assert "note-uncalled" not in {issue.code for issue in issues(noted)}
    assert "note-uncalled" in {issue.code for issue in issues(f"{noted}2 See A/80/15.\n")}


@pytest.mark.parametrize(
    "days",
    [
        "18 February. It came.\n\n19 February. It saw the mill.\n\n20 February. It left the town.",
        "18 février. Elle arrive.\n\n19 février. Elle voit le pont.\n\n20 février. Elle repart.",
        "18 فبراير. وصلت البعثة.\n\n19 فبراير. زارت البعثة الجسر.\n\n20 فبراير. عادت البعثة.",
    ],
    ids=["en", "fr", "ar"],
)
def test_the_days_of_a_chronology_are_no_unread_numbers(days: str) -> None:
    assert "number-unread" not in {issue.code for issue in check(parse_text(days))}


def test_a_call_and_its_note_may_have_digits_of_two_scripts() -> None:
    body = "أولا- الأعمال\n\n١- اجتمعت اللجنة في فيينا.(1)\n\n٢- واختتمت دورتها.(2)"
    text = f"{body}\n\n(١) انظر A/1.\n(٢) انظر A/2."
    report = unreport.parse_text(text)

    assert [note.marker for note in report.footnotes] == ["١", "٢"]
    assert not {issue.code for issue in unreport.check(report)} & {"note-missing", "note-uncalled"}
