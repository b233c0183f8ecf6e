"""Numbers as they stand alone in a cell of a table, and the signs that stand for one."""

from __future__ import annotations

from unreport.text.lazy_patterns import lazy_pattern

# 1 250  (3.5)  ٪١٢  12 %  –  ..
NUMBER_CELL = lazy_pattern(r"[^\w\s]{0,2}\s?\d[\d\s.,٫٬’']*+[^\w\s]{0,2}|[-–—…]|\.\.")


def is_number_cell(text: str) -> bool:
    """Whether a text is a number as tables have it, or the sign of one that is not known.

    >>> [is_number_cell(text) for text in ("1 250", "(3.5)", "12 %", "–", "2 posts", "(a)")]
    [True, True, True, True, False, False]
    """
    return NUMBER_CELL.fullmatch(text) is not None
