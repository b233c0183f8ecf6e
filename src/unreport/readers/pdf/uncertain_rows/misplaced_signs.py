"""Signs of units that do not follow their number, in right-to-left rows.

A sign of degrees, minutes or seconds of arc follows its number (SI Brochure, 5.4.3): `14° 20′ N`.
By UAX #9 it is displayed there at the beginning of a paragraph, where the digits are European
numbers (W5), and elsewhere only where a Latin letter or a mark of direction comes before.  A row
in which it stands before its number or a letter was read in the wrong order, or written so; so was
one with a sign of percentage before a Latin letter, or a number sign after its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unreport.readers.pdf.layout.furniture_patterns import PAGE_WORDS
from unreport.readers.pdf.layout.text_lines import TextLine

SIGNS = "°′″"
WITHOUT_NUMBER = re.compile(
    f"(?<![\\d\\s{SIGNS}])(?<![\\d{SIGNS}]\\s)[{SIGNS}](?=\\s?\\d|\\s?[A-Z])(?!C(?![A-Za-z])|F\\b)"
    f"|(?:^|[\u0621-\u064a(]\\s?)[{SIGNS}]\\s?\\d"
    f"|(?:^|\\s)[{SIGNS}][A-BD-EG-Z]"
)
"""`C°25`, `°N 20′ 14`, `°14`; but `(°C)` in the head of a table."""


NUMBER_SIGN = re.compile("(?:^|[\\s(])[%٪‰][A-Za-z]|\\d#(?![\\w#])")
"""`%HbA1c 7` for `HbA1c 7%`; `5#` for `#5`."""

JOB_NUMBER = re.compile(r"(?<![\d-])\d{5}-\d{2}(?![\d-])|\([ACEFRS]\) ?\d{2}-\d{5}(?!\d)")
"""`01234-24` for `24-01234`, a job number of the United Nations; the language stands after it."""

WORD = re.compile(r"[^\W\d_]{3,}")
PAGE_WORD = re.compile(f"{PAGE_WORDS}|of|sur|من", re.IGNORECASE)


def mark_misplaced_signs(rows: Iterable[TextLine]) -> None:
    """Mark right-to-left rows with such a sign apart, and feet with a reversed job number."""
    for row in rows:
        is_wrong = row.base == "R" and is_misplaced(row.text)
        if is_wrong or (row.region == "foot" and _has_reversed_job(row.text)):
            row.certain = False


def _has_reversed_job(text: str) -> bool:
    """Whether a foot has such a number and no words but of the page: no telephone, no address."""
    return JOB_NUMBER.search(text) is not None and all(map(PAGE_WORD.match, WORD.findall(text)))


def is_misplaced(text: str) -> bool:
    """Whether a sign of a unit stands apart from its number.

    >>> is_misplaced("درجة حرارة قدرها °25"), is_misplaced("درجة حرارة قدرها 25 °C")
    (True, False)
    """
    has_sign = "°" in text or "′" in text or "″" in text
    if has_sign and WITHOUT_NUMBER.search(text):
        return True
    return ("%" in text or "#" in text or "٪" in text) and NUMBER_SIGN.search(text) is not None
