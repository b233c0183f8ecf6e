"""Evidence on a row's order from the content stream: the order in which its glyphs are drawn.

A page looks the same whether `No (EU)` is one left-to-right run or two words of a right-to-left
row.  Producers draw the glyphs of one level run from left to right (a string of ISO 32000-1, 9.4.3
advances that way), and most draw the runs of a row either all from left to right, or in logical
order: the run at the right of a right-to-left row first.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from unreport.readers.pdf.bidi.baselines.token_row import TokenRow
    from unreport.readers.pdf.bidi.logical_order import Reading

LEFT_TO_RIGHT = frozenset({"L", "EN", "AN"})
STRONG = LEFT_TO_RIGHT | {"R"}


Drawn: TypeAlias = list[int | None]


def drawn_order(row: TokenRow) -> Drawn:
    """The place in the content stream of each left-to-right letter or digit that is not raised.

    Only letters and digits count: a sign from another font may be drawn after them.
    """
    drawn = [
        order if token.bidi_class in LEFT_TO_RIGHT else None
        for token, order in zip(row.tokens, row.orders, strict=True)
    ]
    raised = row.raised
    if True in raised:
        drawn = [None if above else at for at, above in zip(drawn, raised, strict=True)]
    return drawn


def inversions(reading: Reading, drawn: Drawn) -> int:
    """How often a left-to-right run of a reading is not drawn from left to right."""
    found = 0
    last: int | None = None
    for rtl, order in zip(reading.rtl, drawn, strict=True):
        if rtl:
            last = None
        elif order is not None:
            found += last is not None and order < last
            last = order
    return found


def steps_back(reading: Reading, drawn: Drawn) -> int:
    """How often a left-to-right letter or digit of a reading is drawn before the one it follows.

    Where a producer draws the runs of a row in logical order, that reading has none of these.
    """
    orders = [
        order for at in reading.order if not reading.rtl[at] and (order := drawn[at]) is not None
    ]
    return sum(after < before for before, after in pairwise(orders))


def draws_runs_in_logical_order(row: TokenRow) -> bool | None:
    """Whether the runs of a right-to-left row are drawn from the right; None if nothing shows it.

    Only places where a right-to-left letter and a left-to-right one are neighbours show it.
    """
    from_right = 0
    strong = [
        (token.bidi_class == "R", order)
        for token, order in zip(row.tokens, row.orders, strict=True)
        if order is not None and token.bidi_class in STRONG
    ]
    for (left, before), (right, after) in pairwise(strong):
        if left != right:
            from_right += 1 if after < before else -1
    return from_right > 0 if from_right else None
