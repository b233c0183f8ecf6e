"""Forms of Latin letters and numbers whose order a convention decides, in right-to-left rows.

A left-to-right run of letters and numbers looks on the page like its parts in the other order.  A
document symbol, an address, a name before its number (`OIML R 76-1`) are written in one way.  Codes
of currencies and symbols of units are not names: `USD 4.5` and `4.5 USD` are both written.
"""

from __future__ import annotations

import re

AROUND = "()[]{}«»\"“”'‘’،؛,.;:؟?! "
# codes of ISO 4217, which stand before or after their number
CURRENCIES = frozenset(
    "AED AFN AUD BHD BRL CAD CHF CNY CZK DKK DZD EGP ETB EUR GBP GHS HKD HUF IDR ILS INR IQD IRR "
    "JOD JPY KES KRW KWD LBP LYD MAD MRU MXN MYR NGN NOK NZD OMR PHP PKR PLN QAR RON RUB SAR SDG "
    "SDR SEK SGD SOS SYP THB TND TRY TZS UAH UGX USD VND XAF XDR XOF YER ZAR".split()
)
# symbols of units (SI Brochure, tables 2 to 8), alone or in a product or quotient
_UNIT = (
    "(?:[kcmdµμnMGTPh]?(?:m|g|l|L|Hz|Wh?|V|VA|A|Pa|J|eV|Sv|Bq|Gy|N|t|B|b|bps|mol|K|Ω|F|H|lm|cd)|"
    "h|s|d|min|ha|pp[mbt]|dB[mAci]?|bar|rpm|[°º]?[CF]|mmHg|[NSEW])[²³23⁻¹]{0,3}"
)
TIME_ZONES = frozenset({"GMT", "UTC", "CET", "EST"})  # before or after a time
UNIT = re.compile(f"{_UNIT}(?:[ /·.]{_UNIT}){{0,3}}")
# a ligature counts as its first letter here: `htps://`
ADDRESS = re.compile(r"[a-z]{2,6}://|www\.|[\w.+-]{1,64}@\w")
# `A/HRC/51/2`, `CCW/P.V/CONF/2024/7`, also with a part: `E/2023/12 (Part II)`
SYMBOL = re.compile(r"[A-Z][A-Z\d]{0,9}(?:[./-][A-Z\d(][\w()]*)+(?: [()][^()]{1,20}\)?)?")
# `COVID-19`, `U+0621`, `v2`; but `in-1-2` may be `2-in-1`
DESIGNATION = re.compile(r"(?:[A-Z][^\W\d_]{0,40}[-.+]|[^\W\d_]{1,40})\d[^\s()]{0,60}")
JOB_NUMBER = re.compile(r"\d{2}-\d{5}")  # the year first: `24-10532`
CAPITALISED = re.compile(r"[A-Z]-?[^\W\d_]|[^\W\d_]-?[A-Z]")  # `OIML`, `pH`, `N-P-K`
RELATION = re.compile(r"[^\W\d_]{1,40} ?[=<>≤≥≠≈] ?[-−+]?\d[\d.,%٪]{0,20}")
SIGNED = re.compile(r"[±#№$€£¥]\d[\d.,]{0,20}")
SUBDIVISION = re.compile(r"\d{1,4} ?\([a-z]{1,4}\)")
BRACKETED_AFTER = re.compile(r"\S [()\[\]][^()\[\]]{0,40}$")
ABBREVIATION_AFTER = re.compile(r"\S [^\W\d_]\S{0,40} \([A-Z][A-Z/-]{0,9}$")
LATIN_BEFORE_NUMBER = re.compile(r"[^\d(]*")

FORMS = (SYMBOL, DESIGNATION, JOB_NUMBER, RELATION, SIGNED, SUBDIVISION)


def has_conventional_order(text: str) -> bool:
    """Whether a convention decides for the order in which a left-to-right run was read.

    >>> has_conventional_order("N-P-K 15-15-15"), has_conventional_order("24-10532")
    (True, True)
    >>> has_conventional_order("USD 4.5"), has_conventional_order("2014-2019")
    (False, False)
    """
    bare = text.strip(AROUND)
    if ADDRESS.match(bare) or any(form.fullmatch(bare) for form in FORMS):
        return True
    return _is_name(bare)


def _is_name(text: str) -> bool:
    """Whether a text begins with a name, which comes before its number.

    What stands in brackets may come before or after a name: `(2019) WHO`.  Only an abbreviation of
    several words follows them: `World Health Organization (WHO)`.
    """
    if BRACKETED_AFTER.search(text) and not ABBREVIATION_AFTER.search(text):
        return False
    latin = LATIN_BEFORE_NUMBER.match(text)
    before = latin[0].strip(AROUND) if latin else ""
    words = before.split()
    if not words or UNIT.fullmatch(before) or (len(words) > 1 and UNIT.fullmatch(words[0])):
        return False
    ends = (words[0].split("/")[0], words[-1].split("/")[0])
    if not CURRENCIES.isdisjoint(ends) or not TIME_ZONES.isdisjoint(words):
        return False
    return CAPITALISED.search(before) is not None
