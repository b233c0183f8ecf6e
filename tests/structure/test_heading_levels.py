"""Levels of headings: by paragraph style, by outline level, by font."""

import pytest

from unreport import parse_text
from unreport.document import Line
from unreport.structure.heading_levels import reconcile_levels


def heading(level: int | None, style: str, size: float, *, bold: bool = True) -> Line:
    return Line(text="Objective", level=level, style=style, size=size, bold=bold, italic=False)


STYLED = (heading(1, "H Ch", 14), heading(2, "H 1", 12), heading(3, "H 2/3", 10))
BODY = tuple(heading(None, "Normal", 10, bold=False) for _ in range(5))


def test_an_outline_level_of_its_own_gives_way_to_the_heading_style_of_its_font() -> None:
    by_hand = (heading(1, "Normal", 14), heading(1, "Normal", 12), heading(2, "Normal", 10))

    lines = reconcile_levels((*STYLED, *BODY, *by_hand))

    assert [line.level for line in lines[-3:]] == [1, 2, 3]
    assert lines[: len(STYLED) + len(BODY)] == (*STYLED, *BODY)


def test_outline_levels_stand_where_no_heading_style_has_the_font() -> None:
    by_hand = (heading(1, "Normal", 16), heading(4, "Normal", 12))

    assert [line.level for line in reconcile_levels((*STYLED, *BODY, *by_hand))[-2:]] == [1, 2]
    assert reconcile_levels((*BODY, *by_hand)) == (*BODY, *by_hand)


def test_han_numerals_in_brackets_head_a_part_above_another_heading() -> None:
    text = (
        "（一）看守人\n\n1. 看守人提交了下列文件：\n\n（1） 各湖岸线图；\n\n（2） 看守人名单。\n\n"
        "（二）地图\n\nA. 岸线图\n\n2. 委员会注意到下列意见：\n\n（一）岸线图已经过时；\n\n"
        "（二）名单已经遗失。\n\nB. 名单\n\n3. 委员会注意到该名单。\n"
    )
    report = parse_text(text, language="zh")

    assert [section.title for section in report.sections] == ["看守人", "地图", "岸线图", "名单"]
    assert [len(paragraph.items) for paragraph in report.paragraphs] == [2, 2, 0]


def test_han_numerals_in_brackets_stand_above_numbers_that_begin_anew_below() -> None:
    """`一、`, `（一）`, `1.`: the order of GB/T 9704."""
    text = (
        "一、导言\n\n（一）背景\n\n1．历史\n\n委员会于春天举行会议，讨论了许多事项。\n\n"
        "2．现状\n\n委员会继续进行工作，并通过了报告。\n\n"
        "（二）任务\n\n委员会负责审查各项提案。\n\n二、结论\n\n委员会结束了会议。"
    )
    report = parse_text(text, language="zh")

    assert [(section.title, section.level) for section in report.sections] == [
        ("导言", 1),
        ("背景", 2),
        ("历史", 3),
        ("现状", 3),
        ("任务", 2),
        ("结论", 1),
    ]


def test_han_numerals_in_brackets_stand_below_letters_as_in_the_manual() -> None:
    text = (
        "一、导言\n\nA. 背景\n\n㈠ 历史\n\n1. 委员会于春天举行会议。\n\n㈡ 现状\n\n"
        "2. 委员会继续进行工作。\n\nB. 任务\n\n3. 委员会负责审查各项提案。"
    )
    report = parse_text(text, language="zh")

    assert [section.level for section in report.sections] == [1, 2, 3, 3, 2]


LETTERED = {
    "ar": "أولا - العمل\n\n(أ) سفر الموظفين\n\nاجتمعت اللجنة في الربيع.\n\n(ب) الاستشاريون\n\n"
    "1 - وناقشت أتعابهم.\n\n2 - واختتمت.",
    "en": "I. Work\n\n(a) Travel of staff\n\nThe Committee met in spring.\n\n(b) Consultants\n\n"
    "1. It discussed their fees.\n\n2. It closed.",
    "es": "I. Trabajos\n\na) Viajes del personal\n\nEl Comité se reunió en primavera.\n\n"
    "b) Consultores\n\n1. Examinó sus honorarios.\n\n2. Terminó.",
    "fr": "I. Travaux\n\na) Voyages du personnel\n\nLe Comité s’est réuni au printemps.\n\n"
    "b) Consultants\n\n1. Il a examiné leurs honoraires.\n\n2. Il a terminé.",
    "ru": "I. Работа\n\na) Поездки персонала\n\nКомитет собрался весной.\n\nb) Консультанты\n\n"
    "1. Он обсудил их гонорары.\n\n2. Он закончил.",
    "zh": "一、工作\n\n(a) 工作人员旅费\n\n委员会于春天举行会议。\n\n(b) 顾问\n\n"
    "1. 委员会讨论了顾问费。\n\n2. 委员会结束了会议。",
}


@pytest.mark.parametrize("language", LETTERED)
def test_lettered_titles_stand_above_running_and_numbered_text(language: str) -> None:
    report = parse_text(LETTERED[language], language=language)

    assert [section.level for section in report.sections] == [1, 2, 2]
    assert [len(paragraph.items) for paragraph in report.paragraphs] == [0, 0, 0]
