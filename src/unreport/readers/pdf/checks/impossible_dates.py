"""Dates that cannot be: the 41st of a month, a year beyond this century, a period in reverse.

A digit is wrong in them, or numbers of a row from right to left have changed places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unreport.readers.pdf.bidi.font_faults.misread_digits import MONTHS
from unreport.readers.pdf.layout.text_lines import TextLine

DAY = re.compile(
    r"(?<![\d/.,-])(\d{1,2})(?:er|º)?(?: de)? ([^\W\d_]{3,12}) ?([^\W\d_]{0,12})(?=[ /])"
)
FOUR_DIGITS = re.compile(r"\d{4}")
YEAR = re.compile(r"([^\W\d_]{3,12})(?: de)? (\d{4})(?! ?\d)")
PERIOD = re.compile(r"(?<![\d/.,])(\d{4}) ?[-\N{EN DASH}/] ?(\d{4})(?!\d)")
ALSO_WORDS = frozenset(("may", "march"))  # in small letters
LAST_DAY = 31
POSSIBLE_YEARS = range(
    1000, 2100
)  # a number after a month may be another one: `in May 1200 people`
YEARS = range(1900, 2100)


def mark_impossible_dates(rows: Iterable[TextLine]) -> None:
    """Mark the rows that have a date or a period that cannot be."""
    for row in rows:
        if row.certain and has_impossible_date(row.text):
            row.certain = False


def has_impossible_date(text: str) -> bool:
    """Whether a row has a day, a year or a period that cannot be.

    >>> has_impossible_date("on 41 March 2023"), has_impossible_date("٣ آذار/مارس ٩٠٢٣")
    (True, True)
    >>> has_impossible_date("2019-2016"), has_impossible_date("1 April 2016, 2016-2019")
    (True, False)
    """
    has_day = any(
        not 0 < int(day) <= LAST_DAY and _is_month(*name) for day, *name in DAY.findall(text)
    )
    return has_day or (FOUR_DIGITS.search(text) is not None and _has_impossible_year(text))


def _has_impossible_year(text: str) -> bool:
    return any(
        int(year) not in POSSIBLE_YEARS and _is_month(name) for name, year in YEAR.findall(text)
    ) or any(
        int(first) > int(last) and int(first) in YEARS and int(last) in YEARS
        for first, last in PERIOD.findall(text)
    )


def _is_month(name: str, second: str = "") -> bool:
    if name in ALSO_WORDS:
        return False
    return name.casefold() in MONTHS or f"{name} {second}".casefold() in MONTHS
