"""The gaps between the letters of a row that separate words."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from unreport.readers.pdf.bidi.baselines.column_row import ColumnRow, RowColumns
from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.letters import is_han
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.file.page_glyphs import Indices, Numbers

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
    gaps = sorted([lefts[at] - rights[at - 1] for at in drawn])
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
    order = np.concatenate([_indices(row) for row in rows])
    counts = np.array([row.count for row in rows])
    starts = np.cumsum(counts) - counts
    x0, x1, size = (column[order] for column in rows[0].columns.edges)
    gap = np.zeros(len(order))
    gap[1:] = x0[1:] - x1[:-1]
    drawn, least = _drawn_spaces_of(rows, starts)
    em, limit = _limits(rows, order, size, np.repeat(least, counts))
    is_gap = (gap > limit * em) & ~_beside_han(rows[0].columns, order)
    is_gap[drawn] = gap[drawn] > MIN_DRAWN_SPACE * em[drawn]
    is_gap[starts] = False
    found = np.flatnonzero(is_gap)
    bounds = np.searchsorted(found, [*starts, len(order)]).tolist()
    places = (found - np.repeat(starts, counts)[found]).tolist()
    for row, (low, high) in zip(rows, pairwise(bounds), strict=True):
        row.word_starts = places[low:high]


def _indices(row: ColumnRow) -> Indices:
    index = row.index
    return np.arange(index.start, index.stop) if isinstance(index, range) else np.array(index)


def _drawn_spaces_of(rows: list[ColumnRow], starts: Indices) -> tuple[list[int], list[float]]:
    """The letters of some rows before which a space is drawn, and the least gap in each row."""
    drawn: list[int] = []
    least: list[float] = []
    for row, start in zip(rows, starts.tolist(), strict=True):
        own = _spaces_before(row) if row.spaces else set()
        drawn += [start + place for place in own]
        least.append(_min_word_gap(row, own))
    return drawn, least


def _limits(
    rows: list[ColumnRow], order: Indices, size: Numbers, least: Numbers
) -> tuple[Numbers, Numbers]:
    """The size of type at the gap before each letter, and the least gap of a word space in it."""
    em = size.copy()
    em[1:] = np.minimum(size[1:], size[:-1])
    if not any(row.has_raised for row in rows):
        return em, least
    raised = np.array(rows[0].columns.raised)[order]
    changes = np.diff(raised, prepend=raised[:1])
    em[1:] = np.where(changes[1:], np.maximum(size[1:], size[:-1]), em[1:])
    return em, np.where(changes & raised, RAISED_WORD_GAP, least)


def _spaces_before(row: ColumnRow) -> set[int]:
    """As `_drawn_spaces`, for clusters that are sorted by their centres."""
    columns, index = row.columns, row.index
    low = row.x0 + MAX_SPACE_OVERLAP * row.size
    high = columns.x1[index[-1]] - MAX_SPACE_OVERLAP * row.size
    spaces = [2 * space for space in row.spaces if low < space < high]
    if isinstance(index, range):
        start, stop, centres = index.start, index.stop, columns.centres
        places = [bisect_left(centres, space, start, stop) - start for space in spaces]
    else:
        centres = row.values(columns.centres)
        places = [bisect_left(centres, space) for space in spaces]
    return {place for place in places if 0 < place < len(index)}


def _beside_han(columns: RowColumns, order: Indices) -> NDArray[np.bool_]:
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
