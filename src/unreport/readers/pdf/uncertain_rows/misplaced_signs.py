"""Signs of units that do not follow their number, in right-to-left rows.

A sign of degrees, minutes or seconds of arc follows its number (SI Brochure, 5.4.3): `14° 20′ N`.
By UAX #9 it is displayed there at the beginning of a paragraph, where the digits are European
numbers (W5), and elsewhere only where a Latin letter or a mark of direction comes before.  A row
in which it stands before its number or a letter was read in the wrong order, or written so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unreport.readers.pdf.layout.text_lines import TextLine

SIGNS = "°′″"
WITHOUT_NUMBER = re.compile(
    f"(?<![\\d\\s{SIGNS}])(?<![\\d{SIGNS}]\\s)[{SIGNS}](?=\\s?\\d|\\s?[A-Z])(?!C(?![A-Za-z])|F\\b)"
    f"|(?:^|[\u0621-\u064a(]\\s?)[{SIGNS}]\\s?\\d"
    f"|(?:^|\\s)[{SIGNS}][A-BD-EG-Z]"
)
"""`C°25`, `°N 20′ 14`, `°14`; but `(°C)` in the head of a table."""


def mark_misplaced_signs(rows: Iterable[TextLine]) -> None:
    """Mark the right-to-left rows that have such a sign apart from its number."""
    for row in rows:
        if row.certain and row.base == "R" and is_misplaced(row.text):
            row.certain = False


def is_misplaced(text: str) -> bool:
    """Whether a sign of a unit stands apart from its number.

    >>> is_misplaced("درجة حرارة قدرها °25"), is_misplaced("درجة حرارة قدرها 25 °C")
    (True, False)
    """
    has_sign = "°" in text or "′" in text or "″" in text
    return has_sign and WITHOUT_NUMBER.search(text) is not None
