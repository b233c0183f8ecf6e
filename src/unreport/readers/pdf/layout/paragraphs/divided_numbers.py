"""Numbers that a line end divides from a sign or a particle, or into two parts.

A line ends neither within a number nor between a number and its sign (UAX #14, LB25), nor after a
quotation mark that opens (LB15).  LibreOffice breaks lines there where the font changes: Arabic
fonts may lack digits and signs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from unreport.readers.pdf.layout.text_lines import TextLine

QUOTES = frozenset("’‘“”")
OPENING_QUOTE = re.compile("(?:^|(?<=[\\s(\\[]))[’‘“”]$")
PREFIXES = frozenset("و±+−$€£¥№§")
PREFIX = re.compile("(?:^|(?<=\\s))(?:و|[(\\[]?[±+−№§])$|(?:^|(?<=[^\\d\\s]\\s))[(\\[]?[$€£¥]$")
"""What may be written before a number with a space or without one; `65 $` is no prefix."""
CLOSED_UP = frozenset("±+−$€£¥")
"""Signs that no space follows: those of one number (SI Brochure, 5.4.1), and of currencies."""
DIVIDED_NUMBER = re.compile(
    "(?:^|(?<=\\s))[(\\[]?[1-9١-٩]\\d{0,2}(?:[ \u00a0]\\d{3})?+[ \u00a0](\\d{1,2})$"
)
"""Groups of three digits, the last of which is not complete."""
FIRST_DIGITS = re.compile("\\d{1,3}(?![\\d.,/:-])")
RIGHT_TO_LEFT = re.compile("[\u0621-\u064a]")
GROUP = 3  # digits
SPACED = re.compile("(?:^|(?<=[\\s(\\[]))([و±+−$€£¥№§])( ?)(?=\\d)")


class PrefixSpacing:
    """How a document writes each sign or particle before a number: with a space, or without."""

    def __init__(self, rows: Sequence[TextLine]) -> None:
        self._rows = rows

    @cached_property
    def _counts(self) -> Counter[tuple[str, str]]:
        """How often a sign or particle has a space, or nothing, before a number."""
        return Counter(pair for row in self._rows for pair in SPACED.findall(row.text))

    def is_joined(self, prefix: str) -> bool:
        """Whether it is always written without a space, as the signs of numbers usually are."""
        is_usual = prefix in CLOSED_UP or self._counts[prefix, ""] > 0
        return is_usual and not self._counts[prefix, " "]


def start_of_divided(above: str, below: str, spacing: PrefixSpacing) -> int | None:
    """Where in a line that begins which the next line continues without a space, if anything does.

    >>> start_of_divided("وقال ’", "نعم‘.", PrefixSpacing(()))
    5
    >>> start_of_divided("حمولتها 401 20", "0 طن", PrefixSpacing(()))
    8
    """
    last, first = above[-1:], below[:1]
    if last in QUOTES:
        found = OPENING_QUOTE.search(above) if first.isalnum() else None
        return found.start() if found else None
    if not first.isdecimal():
        return None
    if last in PREFIXES:
        found = PREFIX.search(above)
        return found.start() if found and spacing.is_joined(last) else None
    if not last.isdecimal():
        return None
    if not RIGHT_TO_LEFT.search(above):
        return None
    number, rest = DIVIDED_NUMBER.search(above), FIRST_DIGITS.match(below)
    if number is None or rest is None:
        return None
    return number.start() if len(number[1]) + len(rest[0]) == GROUP else None
