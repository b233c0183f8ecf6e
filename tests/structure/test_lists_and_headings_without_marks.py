"""Lists of names, regions and labels in texts without layout, and the headings below them."""

import pytest

from unreport import Report, Section, Table, parse_text

STATES = ["Algeria", "Benin", "Chad", "Egypt", "France", "Gabon", "Haiti"]
WORDS = {
    "en": ("2. The members were:", STATES, "Election of officers", "3. It met."),
    "ar": (
        "٢- وفيما يلي أعضاء اللجنة:",
        ["الجزائر", "بنن", "تشاد", "مصر", "فرنسا", "غابون", "هايتي"],
        "انتخاب أعضاء المكتب",
        "٣- واجتمعت اللجنة.",
    ),
}


def titles(report: Report) -> list[str]:
    return [node.title for node, _ in report.walk() if isinstance(node, Section)]


def tables(report: Report) -> list[Table]:
    return [node for node, _ in report.walk() if isinstance(node, Table)]


def doubts(report: Report) -> list[str]:
    return [issue.message for issue in report.doubts if issue.code == "uncertain-table"]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("language", WORDS)
def test_a_heading_below_a_list_of_names(language: str, between: str) -> None:
    lead, names, heading, below = WORDS[language]
    report = parse_text("\n\n".join([lead, between.join(names), heading, below]))
    assert titles(report) == [heading]
    assert not doubts(report)


def test_the_last_name_may_be_a_heading() -> None:
    lead, names, _, below = WORDS["en"]
    (doubt,) = doubts(parse_text("\n\n".join([lead, *names, below])))
    assert "last of these 7" in doubt


def test_regions_parted_by_blank_lines_are_no_rows() -> None:
    regions = "African States\nBenin\nChad\n\nAsian States\nChina\nIndia\n\nOthers\nChile\nPeru"
    report = parse_text(f"1. It met.\n\n{regions}\n\n2. It closed.")
    assert tables(report) == []
    assert len(doubts(report)) == 1


def test_the_title_of_an_annex_is_no_cell() -> None:
    states = "\n\n".join(STATES)
    report = parse_text(f"1. It met.\n\nAnnex\n\nMembers\n\n{states}\n\n2. It closed.")
    assert titles(report)[0] == "Members"


def test_the_heading_below_the_labels_of_a_figure() -> None:
    labels = "\n".join(["Figure 1", "Ships by port", *STATES])
    report = parse_text(f"{labels}\n\nTrends in shipping\n\n1. The Committee met.")
    assert titles(report) == ["Trends in shipping"]


@pytest.mark.parametrize(
    ("full", "tail"),
    [
        ("1. It met in the building of the Secretariat, at the far end of First Avenue,", "York"),
        ("١- لاحظت اللجنة أن تقرير المجلس قد قدم إليها في وقت متأخر من الدورة الحالية،", "واختتمت"),
        ("1. 委员会注意到理事会的报告提交得太晚，委员会请秘书长就此提出报告，", "直到下届会议"),
    ],
)
def test_the_short_last_row_of_a_paragraph_is_no_heading(full: str, tail: str) -> None:
    second = full.replace("1", "2").replace("١", "٢")
    third = f"{full[:2]} End.".replace("1", "3").replace("١", "٣")
    report = parse_text(f"{full}\n{tail}\n\n{second}\n{tail}\n\n{third}")
    assert titles(report) == []
    assert [tail in node.text for node in report.paragraphs][:1] == [True]


@pytest.mark.parametrize(
    "rows",
    [
        ("A/CN.9/5", "Commission on International Trade Law", "Introduction", "of the draft law"),
        ("الجمعية العامة", "A/80/5", "الدورة الثمانون", "ورقة عمل", "مقدمة", "من الصين"),
    ],
)
def test_an_opening_that_goes_on_is_none(rows: tuple[str, ...]) -> None:
    report = parse_text("\n".join([*rows, "1. It met.", "2. It ended."]))
    assert titles(report) == []
    assert any(line.text.startswith(rows[-2]) for line in report.masthead.lines)


@pytest.mark.parametrize(
    ("lead", "marks"), [("1. It decided:", "abcd"), ("١- قررت اللجنة:", "أبجد")]
)
def test_items_go_on_below_a_table(lead: str, marks: str) -> None:
    items = [f"({mark}) To report;" for mark in marks]
    table = "Port\tShips\tYear\nQuay\t12\t2019\nMole\t3\t2020\nPier\t5\t2021"
    language = "ar" if marks[0] == "أ" else "en"
    report = parse_text("\n\n".join([lead, *items[:2], table, *items[2:]]), language=language)
    above, _, below = report.body
    assert [item.number for item in above.items] == [1, 2]
    assert [item.number for item in below.items] == [3, 4]


def test_lists_in_lists_without_end_are_text() -> None:
    report = parse_text("1. a:\n" * 1000)
    assert report.text.count("a:") == 1000
