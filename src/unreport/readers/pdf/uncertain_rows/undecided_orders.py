"""Rows whose words could be read in another order, which the page shows alike.

The content stream, the notation of numbers and brackets and conventions exclude most other orders
(`bidi/order/order_alternatives`).  Where nothing does, as for `USD 4.5` or `GW h 90`, the row is
marked, unless the other rows of the document show on which side of a number it has its signs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from unreport.readers.pdf.layout.text_lines import TextLine

SIGN_AFTER = re.compile("\\d ?([%‰٪$€£¥#°])")
SIGN_BEFORE = re.compile("([%‰٪$€£¥#°]) ?\\d")
SIGNED_NUMBER = re.compile(
    "[(\\[]?(?:\\d[\\d.,٫]{0,20}[%‰٪$€£¥#°]|[%‰٪$€£¥#°]\\d[\\d.,٫]{0,20})[)\\].,،؛:]{0,4}"
)


def mark_undecided_orders(rows: Iterable[TextLine]) -> None:
    """Mark the rows of which neither the file nor a convention decides the order."""
    own = list(rows)
    undecided = [row for row in own if row.alternative is not None]
    if not undecided:
        return
    after, before = _sides(row.text for row in own if row.alternative is None)
    for row in undecided:
        text = row.alternative.text if row.alternative else ""
        if not SIGNED_NUMBER.fullmatch(text) or not _is_usual(text, after, before):
            row.certain = False


def _sides(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each sign stands after a number, and before one."""
    whole = "\n".join(texts)
    return Counter(SIGN_AFTER.findall(whole)), Counter(SIGN_BEFORE.findall(whole))


def _is_usual(text: str, after: Counter[str], before: Counter[str]) -> bool:
    """Whether the document has the sign of a number on the same side elsewhere, and there only."""
    found = SIGN_AFTER.search(text)
    if found:
        return after[found[1]] > 0 and not before[found[1]]
    found = SIGN_BEFORE.search(text)
    return found is not None and before[found[1]] > 0 and not after[found[1]]
