"""Dates that cannot be: the 41st of a month, a year beyond this century, a period in reverse.

A digit is wrong in them, or numbers of a row from right to left have changed places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unreport.readers.pdf.bidi.font_faults.misread_digits import MONTHS
from unreport.readers.pdf.layout.text_lines import TextLine

DIGIT = "[0-9\u0660-\u0669]"
DAY = re.compile(
    rf"{DIGIT}(?<![\d/.,-].)({DIGIT}?)(?:er|º)?(?: de)? "
    r"([^\W\d_]{3,12}) ?([^\W\d_]{0,12})(?=[ /])"
)
FOUR_DIGITS = re.compile(rf"{DIGIT}{{4}}(?<!\d.{{4}})(?! ?\d)")
OTHER_DIGITS = re.compile(
    rf"{DIGIT}(?:{DIGIT}{{2}}|{DIGIT}{{4}})(?<!\d.{{3}})(?<!\d.{{5}})(?![\d/%]|[.,]\d| ?{DIGIT})"
)
"""Three digits or five, which no year has."""
DAY_BEFORE_YEAR = re.compile(
    rf"(?<!\d){DIGIT}{{1,2}}(?:er|º)?(?: de)? ([^\W\d_]{{3,12}})(?: de)? $"
)
AFTER_YEAR = re.compile(r" ?(?:года|году|г\.|年)")
YEAR_BEFORE = re.compile(r"(?:عام|لعام|سنة|لسنة|años?|année|the year) $")
BEFORE_YEAR = re.compile(r"([^\W\d_]{3,12})(?: de)? $")
LONGEST_BEFORE = 20  # characters
PERIOD = re.compile(rf"({DIGIT}{{4}})(?<![\d/.,].{{4}}) ?[-\N{{EN DASH}}/] ?({DIGIT}{{4}})(?!\d)")
ALSO_WORDS = frozenset(("may", "march"))  # in small letters
LAST_DAY = 31
POSSIBLE_YEARS = range(
    1000, 2100
)  # a number after a month may be another one: `in May 1200 people`
YEARS = range(1900, 2100)


def mark_impossible_dates(rows: Sequence[TextLine]) -> None:
    """Mark the rows that have a date or a period that cannot be."""
    if has_impossible_date("\n".join([row.text for row in rows])):
        for row in rows:
            row.certain = row.certain and not has_impossible_date(row.text)


def has_impossible_date(text: str) -> bool:
    """Whether a text has a day, a year or a period that cannot be.

    >>> has_impossible_date("on 41 March 2023"), has_impossible_date("٣ آذار/مارس ٩٠٢٣")
    (True, True)
    >>> has_impossible_date("2019-2016"), has_impossible_date("1 April 2016, 2016-2019")
    (True, False)
    """
    return (
        any(_is_impossible_day(found) for found in DAY.finditer(text))
        or any(_is_date_without_year(found) for found in OTHER_DIGITS.finditer(text))
        or any(_is_impossible_year(found) for found in FOUR_DIGITS.finditer(text))
        or any(
            int(first) > int(last) and int(first) in YEARS and int(last) in YEARS
            for first, last in PERIOD.findall(text)
        )
    )


def _is_impossible_day(found: re.Match[str]) -> bool:
    day = int(found.string[found.start() : found.end(1)])
    return not 0 < day <= LAST_DAY and _is_month(found[2], found[3])


def _is_date_without_year(found: re.Match[str]) -> bool:
    """Whether a number of another length stands in the place of a year: `3 March 202`."""
    start = found.start()
    before = DAY_BEFORE_YEAR.search(found.string[max(0, start - LONGEST_BEFORE) : start])
    return before is not None and _is_month(before[1])


def _is_impossible_year(found: re.Match[str]) -> bool:
    if int(found[0]) in POSSIBLE_YEARS:
        return False
    start = found.start()
    text = found.string[max(0, start - LONGEST_BEFORE) : start]
    if YEAR_BEFORE.search(text) or AFTER_YEAR.match(found.string, found.end()):
        return True
    before = BEFORE_YEAR.search(text)
    return before is not None and _is_month(before[1])


def _is_month(name: str, second: str = "") -> bool:
    if name in ALSO_WORDS:
        return False
    return name.casefold() in MONTHS or f"{name} {second}".casefold() in MONTHS
