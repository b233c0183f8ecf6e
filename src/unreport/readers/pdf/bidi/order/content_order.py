"""Evidence on a row's order from the content stream: the order in which its glyphs are drawn.

A page looks the same whether `No (EU)` is one left-to-right run or two words of a right-to-left
row.  Producers draw the glyphs of one level run from left to right (a string of ISO 32000-1, 9.4.3
advances that way), and most draw the runs of a row either all from left to right, or in logical
order: the run at the right of a right-to-left row first.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unreport.readers.pdf.bidi.clusters import Cluster
    from unreport.readers.pdf.bidi.logical_order import Reading

LEFT_TO_RIGHT = frozenset({"L", "EN", "AN"})


def inversions(reading: Reading, clusters: list[Cluster | None]) -> int:
    """How often a left-to-right run of a reading is not drawn from left to right.

    Only letters and digits count: a sign from another font may be drawn after them.
    """
    found = 0
    last: Cluster | None = None
    for rtl, cluster in zip(reading.rtl, clusters, strict=True):
        if rtl:
            last = None
        elif cluster is not None and cluster.bidi_class in LEFT_TO_RIGHT and not cluster.raised:
            found += last is not None and cluster.order < last.order
            last = cluster
    return found


def steps_back(reading: Reading, clusters: list[Cluster | None]) -> int:
    """How often a left-to-right letter or digit of a reading is drawn before the one it follows.

    Where a producer draws the runs of a row in logical order, that reading has none of these.
    """
    drawn = [
        cluster.order
        for at in reading.order
        if not reading.rtl[at]
        and (cluster := clusters[at]) is not None
        and cluster.bidi_class in LEFT_TO_RIGHT
        and not cluster.raised
    ]
    return sum(after < before for before, after in pairwise(drawn))


def draws_runs_in_logical_order(clusters: list[Cluster | None]) -> bool | None:
    """Whether the runs of a right-to-left row are drawn from the right; None if nothing shows it.

    Only places where a right-to-left letter and a left-to-right one are neighbours show it.
    """
    from_right = 0
    strong = [c for c in clusters if c is not None and c.bidi_class in {"R", *LEFT_TO_RIGHT}]
    for left, right in pairwise(strong):
        if (left.bidi_class == "R") != (right.bidi_class == "R"):
            from_right += 1 if right.order < left.order else -1
    return from_right > 0 if from_right else None
