"""Rows whose words could be read in another order, which the page shows alike.

The content stream, the notation of numbers and brackets and conventions exclude most other orders
(`bidi/order/order_alternatives`).  Where nothing does, as for `USD 4.5` or `GW h 90`, the row is
marked.
"""

from __future__ import annotations

from collections.abc import Iterable

from unreport.readers.pdf.layout.text_lines import TextLine


def mark_undecided_orders(rows: Iterable[TextLine]) -> None:
    """Mark the rows of which neither the file nor a convention decides the order."""
    for row in rows:
        if row.alternative is not None:
            row.certain = False
