"""Rows whose words could be read in another order, which the page shows alike.

The content stream and the notation of numbers and brackets exclude most other orders
(`bidi/order/order_alternatives`).  Of those that are left, conventions decide some: a name comes
before its number (`OIML R 76-1`), a document symbol is one run.  Where none does, as for `USD 4.5`
or `GW h 90`, the row is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unreport.readers.pdf.bidi.logical_order import Alternative
from unreport.readers.pdf.layout.text_lines import TextLine

AROUND = "()[]{}«»\"“”'‘’،؛,.;:؟?! "
# codes of ISO 4217, which stand before or after their number
CURRENCIES = frozenset(
    "AED AFN AUD BHD BRL CAD CHF CNY CZK DKK DZD EGP ETB EUR GBP GHS HKD HUF IDR ILS INR IQD IRR "
    "JOD JPY KES KRW KWD LBP LYD MAD MRU MXN MYR NGN NOK NZD OMR PHP PKR PLN QAR RON RUB SAR SDG "
    "SDR SEK SGD SOS SYP THB TND TRY TZS UAH UGX US USD VND XAF XDR XOF YER ZAR".split()
)
# symbols of units (SI Brochure, tables 2 to 8), alone or in a product or quotient
_UNIT = (
    "(?:[kcmdµμnMGTPh]?(?:m|g|l|L|Hz|Wh?|V|VA|A|Pa|J|eV|Sv|Bq|Gy|N|t|B|b|bps|mol|K|Ω|F|H|lm|cd)|"
    "h|s|d|min|ha|pp[mbt]|dB|bar|rpm|[°º]?[CF]|mmHg|[NSEW])[²³23⁻¹]*"
)
UNIT = re.compile(f"{_UNIT}(?:[ /·.]{_UNIT})*")
ADDRESS = re.compile(r"(?:https?|ftp)://|www\.|[\w.+-]+@\w")
# `A/HRC/51/2`, `CCW/P.V/CONF/2024/7`, also with a part: `E/2023/12 (Part II)`
SYMBOL = re.compile(r"[A-Z][A-Z\d]{0,9}(?:[./-][A-Z\d(][\w.()]*)+(?: \([^()]{1,20}\))?")
DESIGNATION = re.compile(r"[^\W\d_]+[-.]?\d[^\s()]*")  # `COVID-19`, `C-7`
NAME = re.compile(r"(?:[^\W\d_][.'’&/-]?)+")
RELATION = re.compile(r"[^\W\d_]+ ?[=<>≤≥≠≈] ?[-−+]?\d[\d.,%٪]*")
SUBDIVISION = re.compile(r"[\d٠-٩]{1,4} ?\([a-z]{1,4}\)")
ABBREVIATION = re.compile(r"[A-Za-z]{1,4}\.? ?[\d٠-٩]")  # of what is numbered: `p. 12`, `No. 5`
LATIN_BEFORE_NUMBER = re.compile(r"[^\d(]*")


def mark_undecided_orders(rows: Iterable[TextLine]) -> None:
    """Mark the rows of which neither the file nor a convention decides the order."""
    for row in rows:
        if row.certain and any(not is_decided(other) for other in row.alternatives):
            row.certain = False


def is_decided(alternative: Alternative) -> bool:
    """Whether a convention decides for the order in which some words were read.

    >>> is_decided(Alternative("OIML R 76-1.", "1-OIML R 76."))
    True
    >>> is_decided(Alternative("USD 4.5", "4.5 USD"))
    False
    """
    text = alternative.text.strip(AROUND)
    if any(form.fullmatch(text) for form in (SYMBOL, RELATION, SUBDIVISION)):
        return True
    if ADDRESS.match(text):
        return True
    return _is_name(text) or bool(DESIGNATION.fullmatch(text))


def _is_name(text: str) -> bool:
    """Whether a text begins with a name, which comes before its number."""
    found = NAME.match(text)
    if found is None or not found[0][0].isupper():
        return False
    latin = LATIN_BEFORE_NUMBER.match(text)
    before = latin[0].strip(AROUND) if latin else ""
    word = found[0].strip(AROUND)
    if word.split("/")[0] in CURRENCIES or UNIT.fullmatch(before):
        return False
    return len(word) > 1
