"""Line breaks of wrapped text: whether a row broke for lack of room, or because its text ended."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence

from unreport.structure.markers import MarkedLine

NEAR_FULL = 0.8  # rows this near the full width show where it lies
FULL = 0.62  # a row this long may have been full before signs were taken out of it
HALF = 0.36  # rows break early before a number or a mark: `paragraph 2 ⏎ (b)`
HAN = re.compile(r"[\u3000-\u303F\u3400-\u9FFF\uFF00-\uFFEF]")
# What a row cannot break in: a word, a Latin word or symbol in Chinese, else a single character
UNBROKEN = re.compile(r"[!-~]+|[^\s\u3000-\u9FFF\uFF00-\uFFEF]+|.")
RECENT = 3  # paragraphs and headings whose next number may come


def had_no_room(before: MarkedLine, line: MarkedLine, width: int) -> bool:
    """Whether a row may have broken because the word that opens the next did not fit."""
    length, opening = len(before.text), line.text[0]
    if not opening.isalpha() or (opening.isascii() and HAN.match(before.text[-1])):
        return length > HALF * width
    word = UNBROKEN.match(line.text)
    return length > FULL * width or length + len(word[0] if word else "") >= NEAR_FULL * width


class ParagraphNumbers:
    """The last numbers that opened paragraphs or headings, to tell the next from a reference."""

    def __init__(self) -> None:
        """Begin with none."""
        self.recent: deque[tuple[str, int]] = deque(maxlen=RECENT)

    def add(self, line: MarkedLine) -> None:
        """Remember the number that opens a line, if one does."""
        if number := _paragraph_number(line):
            self.recent.append(number)

    def opens_next(self, group: Sequence[MarkedLine], line: MarkedLine, width: int | None) -> bool:
        """Whether a number below a row with room for it is the next of those before."""
        if width is None or line.ends is not None or len(group[-1].text) > FULL * width:
            return False
        number = _paragraph_number(line)
        return number is not None and (number[0], number[1] - 1) in self.recent


def _paragraph_number(line: MarkedLine) -> tuple[str, int] | None:
    """The number that opens a row as a paragraph's does, with what stands before it: `13.`, `4`."""
    for marker in line.markers.readings:
        if marker.role == "paragraph":
            return marker.prefix, marker.number or 0
    return None
