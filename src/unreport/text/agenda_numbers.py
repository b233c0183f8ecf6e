"""The numbers of agenda items: `13`, `75 (a)`, with the letter of a sub-item as Latin."""

from __future__ import annotations

import re

from unreport.text.arabic_numerals import ARABIC_LETTERS
from unreport.text.numerals import LATIN_LOWER, decimal_value

AGENDA_NUMBER = re.compile(
    r"(?<![\dA-Za-z/.])(\d{1,3})(?![\d/])((?:\s?[(（][^\W\d_]{1,3}[)）]|\s?[^\W\d_]{1,2}\))*)"
)
SUB_ITEM = re.compile(r"[(（]?([^\W\d_]{1,3})[)）]")


def agenda_numbers(text: str) -> tuple[str, ...]:
    """The numbers of agenda items in a text; a letter of any script by its position, as Latin.

    >>> agenda_numbers("البند 118 (ك) من جدول الأعمال"), agenda_numbers("Items 13 and 75 (a)")
    (('118 (k)',), ('13', '75 (a)'))
    """
    numbers: list[str] = []
    for match in AGENDA_NUMBER.finditer(text):
        number = str(decimal_value(match[1]))
        subs = [_latin(sub) for sub in SUB_ITEM.findall(match[2])]
        numbers += [f"{number} ({sub})" for sub in subs] if subs else [number]
    return tuple(numbers)


def _latin(letter: str) -> str:
    if (position := ARABIC_LETTERS.number(letter)) is not None and not letter.isascii():
        return LATIN_LOWER.numeral(position) or letter
    if (position := LATIN_LOWER.number(letter)) is not None:
        return LATIN_LOWER.numeral(position) or letter
    return letter
