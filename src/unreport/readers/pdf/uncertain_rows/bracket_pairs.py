"""Brackets and quotation marks without their other half, in documents that pair them elsewhere.

A bracket is closed in its row or in the rows below it.  One that is not was lost with a glyph, or
stands at the other end of its word.  `a)` and `1)` number items and need no other half.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.uncertain_rows.reasons import mark

PAIRS = ("()", "[]", "«»", "（）", "《》", "“”")
ITEM = re.compile(
    "(?:^|[\\s.,;:،؛–—-])(?:[^\\W\\d_]{1,2}|[ivxlcIVXLC]{1,6}|\\d{1,3}(?:[.-]\\d{1,3})?)"
    "(?:[.°º]|bis|ter)?[)）]$"
)
"""The number or letter of an item with a bracket after it, at the end of a text."""
LONGEST_ITEM = 12  # characters
CODE = re.compile("[:;]-?[()]|[\\\\{}=<>|~^$#`_@]|\\d ?[,;] ?\\d+ ?[\\[(]|[\\])] ?\\d+ ?[,;] ?\\d")
"""Code, formulas, and intervals such as `]0, 1[`."""
FAR = 12  # rows that a bracket may be open for
NEAR = 3  # rows around code and formulas, whose brackets are not judged
MOST = 2  # signs without their other half, of each kind
LEAST_PAIRS = 5  # for each of them


class Sign(NamedTuple):
    """A bracket or quotation mark."""

    number: int  # of its row
    at: int


def mark_unpaired_signs(rows: Sequence[TextLine]) -> None:
    """Mark the rows that have a bracket or quotation mark without its other half."""
    for regions in (("body", "masthead"), ("note",)):
        own = [row for row in rows if row.region in regions and not row.table]
        for pair in PAIRS:
            if any(pair[0] in row.text or pair[1] in row.text for row in own):
                _mark_unpaired(own, pair)


def _mark_unpaired(rows: Sequence[TextLine], pair: str) -> None:
    unpaired, pairs = unpaired_signs([row.text for row in rows], pair)
    if not unpaired or len(unpaired) > MOST or pairs < LEAST_PAIRS * len(unpaired):
        return
    for sign in unpaired:
        row = rows[sign.number]
        around = rows[max(0, sign.number - NEAR) : sign.number + NEAR + 1]
        if any(CODE.search(other.text) for other in around):
            continue
        if row.certain and (pair != "“”" or row.base == "L"):
            start = row.text.rfind(" ", 0, sign.at) + 1
            word = row.text[start:].split(" ")[0]
            mark(row, f"“{word}” has one half of {pair}")


def unpaired_signs(texts: Sequence[str], pair: str) -> tuple[list[Sign], int]:
    """The signs of a pair without their other half, and how many pairs there are.

    >>> unpaired_signs(["a) The report (see", "annex) and the list)"], "()")
    ([Sign(number=1, at=19)], 1)
    """
    opening, closing = pair[0], pair[1]
    opened: deque[Sign] = deque()
    unpaired: list[Sign] = []
    items: list[int] = []  # rows of brackets that may be of items within others: `(par. 12 d))`
    pairs = 0
    for number, text in enumerate(texts):
        while opened and opened[0].number < number - FAR:
            unpaired.append(opened.popleft())
        if opening not in text and closing not in text:
            continue
        for at, char in enumerate(text):
            if char == opening:
                opened.append(Sign(number, at))
            elif char != closing:
                continue
            elif opened:
                opened.pop()
                pairs += 1
                items += [number] if _is_item(text, at) else []
            elif _is_item(text, at):
                continue
            elif items and items[-1] >= number - 1:
                items.pop()
            else:
                unpaired.append(Sign(number, at))
    return [*unpaired, *opened], pairs


def _is_item(text: str, at: int) -> bool:
    return ITEM.search(text[max(0, at + 1 - LONGEST_ITEM) : at + 1]) is not None
