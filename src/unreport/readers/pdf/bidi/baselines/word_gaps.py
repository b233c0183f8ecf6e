"""The gaps between the letters of a row that separate words."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

import numpy as np

from unreport.readers.pdf.bidi.baselines.column_row import ColumnRow, RowColumns
from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.letters import is_han
from unreport.readers.pdf.bidi.logical_order import BaseDirection

WORD_GAP = 0.15  # em; a wider gap separates two words
MAX_SPACE_OVERLAP = 0.22  # em; a space at the end of a row may overlap its last letter
RAISED_WORD_GAP = 0.18  # em; a superscript may be a little apart from its word
MIN_DRAWN_SPACE = -0.08  # em; narrower, a drawn space separates nothing (fonts kern across spaces)
TEH_MARBUTA = "ة"  # occurs at the end of words only
KERNED_SPACE = 0.03  # em; what some fonts leave of a space before a letter kerned into it
MIN_DRAWN_SPACES = 3  # in a row
SPACE_SHARE = 0.75  # of the median drawn space that a gap without one must have


def word_starts(row: Row, page: BaseDirection) -> list[int]:
    """The clusters of a row before which a space separates words."""
    if isinstance(row, ColumnRow):
        return row.word_starts
    clusters = row.clusters
    drawn = _drawn_spaces(row)
    min_gap = _min_word_gap(row, drawn)
    out = []
    for at, (left, cluster) in enumerate(pairwise(clusters), start=1):
        size = cluster.size if cluster.size < left.size else left.size  # noqa: FURB136 - quicker
        if (at in drawn or cluster.x0 - left.x1 > KERNED_SPACE * size) and _is_word_gap(
            (left, cluster), page, min_gap, drawn=at in drawn
        ):
            out.append(at)
    return out


def _drawn_spaces(row: Row) -> set[int]:
    """The clusters before which a space is drawn: its centre is between the centres of two."""
    out: set[int] = set()
    if not row.spaces:
        return out
    lefts, rights = row.lefts, row.rights
    middles = [(x0 + x1) / 2 for x0, x1 in zip(lefts, rights, strict=True)]
    low = lefts[0] + MAX_SPACE_OVERLAP * row.size
    high = rights[-1] - MAX_SPACE_OVERLAP * row.size
    at, before = 0, float("inf")
    for place, middle in enumerate(middles):
        while at < len(row.spaces) and row.spaces[at] <= middle:
            if row.spaces[at] >= before and low < row.spaces[at] < high:
                out.add(place)
            at += 1
        before = middle
    return out


def _min_word_gap(row: Row, drawn: set[int]) -> float:
    """The least gap without a drawn space that separates words, in em.

    In a row that draws its spaces, other gaps are letter spacing (justification).
    """
    if len(drawn) < MIN_DRAWN_SPACES:
        return WORD_GAP
    lefts, rights = row.lefts, row.rights
    gaps = sorted(lefts[at] - rights[at - 1] for at in drawn)
    return max(WORD_GAP, SPACE_SHARE * gaps[len(gaps) // 2] / row.size)


def _is_word_gap(
    neighbours: tuple[Cluster, Cluster], page: BaseDirection, min_gap: float, *, drawn: bool
) -> bool:
    left, right = neighbours
    raised = left.raised != right.raised
    size = max(left.size, right.size) if raised else min(left.size, right.size)
    gap = right.x0 - left.x1
    if drawn:
        return gap > MIN_DRAWN_SPACE * size
    if is_han(left.text[-1]) or is_han(right.text[0]):
        return False
    mark = left if page == "R" else right
    if right.text[0] == TEH_MARBUTA and left.bidi_class == "R":
        return gap > KERNED_SPACE * size
    return gap > (RAISED_WORD_GAP if raised and mark.raised else min_gap) * size


# --- a page at once -------------------------------------------------------------------------------


def separate_words(rows: list[ColumnRow]) -> None:
    """Find the words of all rows of a page whose letters run from left to right."""
    if not rows:
        return
    columns = rows[0].columns
    order = np.concatenate([np.asarray(row.index) for row in rows])
    counts = [row.count for row in rows]
    starts = np.cumsum(counts) - counts
    x0, x1, size = (np.array(values)[order] for values in (columns.x0, columns.x1, columns.size))
    raised = np.array(columns.raised)[order]
    gap = np.zeros(len(order))
    gap[1:] = x0[1:] - x1[:-1]
    is_drawn = np.zeros(len(order), dtype=bool)
    least = np.full(len(rows), WORD_GAP)
    for at, (row, start) in enumerate(zip(rows, starts.tolist(), strict=True)):
        drawn = _spaces_before(row) if row.spaces else ()
        if drawn:
            is_drawn[[start + place for place in drawn]] = True
            least[at] = _min_word_gap(row, drawn)
    changes = np.diff(raised, prepend=raised[:1])
    em = size.copy()
    em[1:] = np.where(changes[1:], np.maximum(size[1:], size[:-1]), np.minimum(size[1:], size[:-1]))
    limit = np.where(changes & raised, RAISED_WORD_GAP, np.repeat(least, counts))
    is_gap = (gap > limit * em) & ~_beside_han(columns, order)
    is_gap = np.where(is_drawn, gap > MIN_DRAWN_SPACE * em, is_gap)
    is_gap[starts] = False
    found = np.flatnonzero(is_gap)
    bounds = np.searchsorted(found, [*starts, len(order)]).tolist()
    for row, start, (low, high) in zip(rows, starts.tolist(), pairwise(bounds), strict=True):
        row.word_starts = (found[low:high] - start).tolist()


def _spaces_before(row: ColumnRow) -> set[int]:
    """As `_drawn_spaces`, for clusters that are sorted by their centres."""
    centres = [x0 + x1 for x0, x1 in zip(row.lefts, row.rights, strict=True)]
    low = row.x0 + MAX_SPACE_OVERLAP * row.size
    high = row.columns.x1[row.index[-1]] - MAX_SPACE_OVERLAP * row.size
    places = [bisect_left(centres, 2 * space) for space in row.spaces if low < space < high]
    return {place for place in places if 0 < place < len(centres)}


def _beside_han(columns: RowColumns, order: np.ndarray) -> np.ndarray:
    """Whether a letter or the one before it is an ideograph, which words have no space beside."""
    first = {at: is_han(text.text[0]) for at, text in columns.of_entry.items() if text.text}
    last = {at: is_han(text.text[-1]) for at, text in columns.of_entry.items() if text.text}
    out = np.zeros(len(order), dtype=bool)
    if not (any(first.values()) or any(last.values())):
        return out
    ids = [columns.ids[at] for at in order.tolist()]
    out |= [first[at] for at in ids]
    out[1:] |= [last[at] for at in ids[:-1]]
    return out
