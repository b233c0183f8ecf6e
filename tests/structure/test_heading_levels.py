"""Levels of headings: by paragraph style, by outline level, by font."""

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
