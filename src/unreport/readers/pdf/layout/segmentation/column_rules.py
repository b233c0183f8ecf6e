"""Ruling lines that divide text: those of a table's rows or columns, and not those of columns.

A line may part the columns, stand above the notes of one, or frame a text in one of them.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from unreport.readers.pdf.file.glyphs import Rule

WIDE_RULE = 0.8  # of a column's width
SAME_CORNER = 3.0  # points
MOST_IN_FRAMES = 12  # ruling lines: a page of text has few frames


class Area(NamedTuple):
    """Where two columns stand, in points, and the gutter between them."""

    x0: float
    x1: float
    top: float
    bottom: float
    low: float  # the left edge of the gutter
    high: float


def divide_text(rules: list[Rule], area: Area) -> bool:
    """Whether ruling lines divide the text of two columns, as those of a table do."""
    own = [rule for rule in rules if _is_within(rule, area, 0.0)]
    around = [rule for rule in rules if _is_within(rule, area, SAME_CORNER)]
    frames = _frames(around, area) if len(around) <= MOST_IN_FRAMES else []
    return any(
        _divides(rule, area) and not any(_is_side(rule, frame) for frame in frames) for rule in own
    )


def _is_within(rule: Rule, area: Area, room: float) -> bool:
    return (
        rule.bottom > area.top
        and rule.top < area.bottom
        and rule.x1 > area.x0 - room
        and rule.x0 < area.x1 + room
    )


def _divides(rule: Rule, area: Area) -> bool:
    """Whether a ruling line is as wide as a column, or a vertical one beside the gutter."""
    if not rule.is_horizontal:
        return not (area.low <= rule.x0 and rule.x1 <= area.high)
    width = (area.low - area.x0) if rule.x0 < area.low else (area.x1 - area.high)
    return rule.x1 - rule.x0 > WIDE_RULE * width


def _frames(rules: list[Rule], area: Area) -> list[Rule]:
    """The frames of texts in one column: two lines as wide, joined at both ends.

    Beside the frame of a cell is another, or within it a line; beside and within one of a text in
    columns there is nothing but text.
    """
    across = sorted([rule for rule in rules if rule.is_horizontal], key=lambda rule: rule.top)
    frames = (Rule(a.x0, a.top, b.x1, b.bottom) for a, b in combinations(across, 2))
    return [
        frame
        for frame in frames
        if (frame.x1 < area.high or frame.x0 > area.low) and _are_its_sides(rules, frame)
    ]


def _are_its_sides(rules: list[Rule], frame: Rule) -> bool:
    """Whether the ruling lines at the height of a frame are its four sides, and no others."""
    low, high = frame.top - SAME_CORNER, frame.bottom + SAME_CORNER
    sides = [_side(rule, frame) for rule in rules if rule.bottom > low and rule.top < high]
    return set(sides) == {"top", "bottom", "left", "right"}


def _is_side(rule: Rule, frame: Rule) -> bool:
    return _side(rule, frame) != ""


def _side(rule: Rule, frame: Rule) -> str:
    """Which side of a frame a ruling line is; nothing if it is none."""
    x0, top, x1, bottom = (
        abs(a - b) < SAME_CORNER
        for a, b in (
            (rule.x0, frame.x0),
            (rule.top, frame.top),
            (rule.x1, frame.x1),
            (rule.bottom, frame.bottom),
        )
    )
    if rule.is_horizontal:
        return ("top" if top else "bottom" if bottom else "") if x0 and x1 else ""
    return ("left" if x0 else "right" if x1 else "") if top and bottom else ""
