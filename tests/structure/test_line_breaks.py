"""Rows of short texts with hard line breaks, whose width few rows tell."""

import pytest

from unreport import parse_document, parse_text
from unreport.document import Line, make_document
from unreport.model import Source


@pytest.mark.parametrize(
    ("language", "rows"),
    [
        (
            "fr",
            (
                "1. Une tempête a détruit les serres le 27 juin 2022 ;",
                "    l’assurance a couvert 2 605 300 dollars de pertes.",
            ),
        ),
        (
            "ru",
            (
                "1. Буря разрушила теплицы 27 июня 2022 года;",
                "    страховка покрыла потери на сумму 2 605 300 долл. США.",
            ),
        ),
        (
            "zh",
            (
                "1. 自2019年起停用的潮位仪已由每六分钟传送一次数据的传感器取代。",
                "如上次报告所述，2017年泥炭火灾释放的碳超过全部交通的排放量。",
            ),
        ),
        (
            "zh",
            (
                "1. 代表问及为何按11个半月而不是12个月计算养恤金；秘书处答复说，",
                "细则规定了四舍五入的办法。",
            ),
        ),
    ],
)
def test_a_row_goes_on_below_a_full_row_that_ends_a_clause(
    language: str, rows: tuple[str, ...]
) -> None:
    (paragraph,) = parse_text("\n".join(rows), language=language).paragraphs

    assert paragraph.text.endswith(rows[1].strip())


def test_a_short_row_that_ends_a_sentence_ends_the_paragraph() -> None:
    text = "1. 委员会举行了会议。\n主席作了总结。\n\n2. 秘书处介绍了关于会议费用的说明。"
    report = parse_text(text, language="zh")

    assert [paragraph.number for paragraph in report.paragraphs] == [1, None, 2]


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("ar", "ما الذي تغير منذ عام 2019؟ (تابع)"),
        ("en", "What has changed since 2019? (continued)"),
    ],
)
def test_a_question_that_is_continued_is_a_heading(language: str, heading: str) -> None:
    numbers = {
        "ar": ("27- واجتمع الفريق.", "28- ورُفعت الجلسة."),
        "en": ("27. It met.", "28. It rose."),
    }
    report = parse_text("\n\n".join((heading, *numbers[language])), language=language)

    (section,) = report.sections
    assert (section.kind, section.continued) == ("heading", True)


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("2021年以前的录音已按96", "kHz/24位转录，并存放在两处。", "已按96 kHz/24位"),
        ("2021年以前的录音已按CIDOC", "CRM转录，并存放在两处。", "已按CIDOC CRM转录"),
        ("2021年以前的录音已按96", "点转录，并存放在两处。", "已按96点转录"),
        ("2021年以前的录音见", "A/79/3号文件，并存放在两处。", "见A/79/3号"),
    ],
)
def test_chinese_rows_are_joined_with_a_space_between_digits_and_letters(
    above: str, below: str, joined: str
) -> None:
    lines = [
        Line(text=above, start=0, ends=False),
        Line(text=below, start=len(above) + 1, ends=True),
    ]
    document = make_document(lines, Source())

    assert joined in parse_document(document).text
