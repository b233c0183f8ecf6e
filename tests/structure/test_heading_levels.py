"""Levels of headings: by paragraph style, by outline level, by font."""

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
