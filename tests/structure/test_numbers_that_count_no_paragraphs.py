"""Numbers, letters and signs that count, but are no paragraphs, headings, notes or pages."""

from __future__ import annotations

import pytest

import unreport
from unreport import Footnote, Item, Paragraph


def kinds(text: str, kind: type) -> list[str]:
    return [node.text for node, _ in unreport.parse_text(text).walk() if type(node) is kind]


def test_circled_numbers_of_a_list_are_no_footnotes() -> None:
    text = (
        "工作报告\n\n委员会提出三点意见：①加强各国主管机关之间的合作，②改善各区域之间的协调。\n\n"
        "秘书处的建议如下：\n\n①编写一份报告。\n\n②召开专家组会议。\n\n委员会注意到这些意见。"
    )
    assert kinds(text, Footnote) == []
    assert kinds(text, Paragraph)[0].startswith("委员会提出三点意见")
    assert len(kinds(text, Item)) == 4


@pytest.mark.parametrize(
    "days",
    [
        ["1 May 2020. It opened.", "2 May 2020. It met.", "3 May 2020. It closed."],
        ["1 de mayo de 2020. Apertura.", "2 de mayo de 2020. Debate.", "3 de mayo de 2020. Fin."],
        ["1 мая 2020 года. Открытие.", "2 мая 2020 года. Встреча.", "3 мая 2020 года. Конец."],
    ],
)  # fmt: skip
def test_days_of_a_chronology_are_no_paragraphs(days: list[str]) -> None:
    found = unreport.parse_text("\n\n".join(["Chronology", *days]))

    assert [paragraph.number for paragraph in found.paragraphs if paragraph.number] == []


def test_names_one_below_the_other_stay_apart() -> None:
    names = [f"Mr. Aaron Kowalski {chr(65 + at)} (Chad)" for at in range(26)]
    long = ["Ms. Long Name of a representative with a long title, of the State of Chad"] * 4
    text = "\n".join(["List of participants", "", "The following took part.", "", *names, *long])

    assert [row for row in names if row not in kinds(text, Paragraph)] == []


def test_names_with_numbers_within_a_report_are_items() -> None:
    text = (
        "1. The Committee met in May.\n\n2. It elected its officers.\n\nMembers of the Bureau\n\n"
        "1. Chad\n2. Mali\n3. Peru\n\n3. The Committee adopted its agenda."
    )
    assert kinds(text, Item)
    assert [p.number for p in unreport.parse_text(text).paragraphs if p.number] == [1, 2, 3]


def test_a_row_close_below_a_short_heading_is_not_its_second_row() -> None:
    text = "I. Organization of the session\nOpening of the session\n\n1. The Committee met in May."
    headings = [section.heading for section in unreport.parse_text(text).sections]

    assert headings[0] == "I. Organization of the session"


@pytest.mark.parametrize(
    ("opening", "rows"),
    [
        ("1. The Committee met.", "The Committee considered the following:\n\n{}. It opened."),
        ("1. 委员会举行了会议。", "委员会审议了以下专题：\n\n{}. 会议开幕。"),
        ("١- اجتمعت اللجنة.", "نظرت اللجنة فيما يلي:\n\n{}- افتُتح الاجتماع."),
    ],
)
def test_a_list_below_a_colon_counts_from_one(opening: str, rows: str) -> None:
    """Paragraphs that go on at 91 below a colon are none."""

    def numbers(first: int) -> list[int | None]:
        above, below = rows.format(first).rsplit("\n\n", 1)
        further = [below.replace(str(first), str(first + more)) for more in range(4)]
        report = unreport.parse_text("\n\n".join([opening, above, *further]))
        return [paragraph.number for paragraph in report.paragraphs if paragraph.number]

    assert numbers(91) == [1, 91, 92, 93, 94]
    assert numbers(1) == [1]
