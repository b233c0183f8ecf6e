"""The rows of a page of clusters, worked out on columns of numbers as those of any other page.

Most letters of a page of Arabic have the values of their glyphs; only those that are drawn in parts
or under an /ActualText have values of their own.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from unreport.readers.pdf.bidi.baselines.row import KERNED_SHARE, MARK_REACH, Row
from unreport.readers.pdf.bidi.baselines.segments import Flags, Letters, Segments
from unreport.readers.pdf.bidi.baselines.word_gaps import find_words
from unreport.readers.pdf.bidi.clusters import Cluster, PageBases, PageClusters, PageTexts
from unreport.readers.pdf.bidi.letters import UNMAPPED
from unreport.readers.pdf.file.glyphs import Page

OVERPRINTED_SHARE = 0.3  # of the narrower of two letters
LEAST_OVERPRINTED = 3  # letters of a segment that lie over the next one


class TextNumbers(dict[str, int]):
    """A number for each text, given when it is first met."""

    def __missing__(self, text: str) -> int:
        self[text] = number = len(self)
        return number


def letters_of(found: PageClusters, texts: PageTexts, numbers: TextNumbers) -> Letters:
    """The base clusters of a page as columns."""
    glyphs, of_entry = texts
    entry_numbers = np.zeros(len(glyphs.entries), dtype=np.int64)
    entry_spaces = np.zeros(len(glyphs.entries), dtype=bool)
    for at, text in of_entry.items():
        entry_numbers[at] = numbers[text.text]
        entry_spaces[at] = text.bidi_class == "S"
    places = found.bases.places
    ids = glyphs.ids[places]
    letters = Letters(
        x0=glyphs.x0[places],
        x1=glyphs.x1[places],
        y=glyphs.y[places],
        size=glyphs.size[places],
        order=glyphs.order[places],
        texts=entry_numbers[ids],
        is_space=entry_spaces[ids],
    )
    for at in found.bases.own:
        _set(letters, at, found.bases[at], numbers)
    return letters


def _set(letters: Letters, at: int, base: Cluster, numbers: TextNumbers) -> None:
    letters.x0[at], letters.x1[at], letters.y[at] = base.x0, base.x1, base.y
    letters.size[at], letters.order[at] = base.size, base.order
    letters.texts[at], letters.is_space[at] = numbers[base.text], base.bidi_class == "S"


def cluster_rows(
    page: Page, bases: PageBases, segments: Segments, letters: Letters, numbers: TextNumbers
) -> list[Row]:
    """The segments of a page as rows; `letters` are those of the segments, in their order."""
    clusters = bases.at(segments.letters.tolist())
    starts = segments.starts
    bounds = [*pairwise([*starts.tolist(), len(letters.x0)])]
    if not bounds:
        return []
    size, y = letters.size, letters.y
    rows = [
        Row(clusters[start:end], height, round(em, 1), page.number)
        for (start, end), height, em in zip(
            bounds, y[starts].tolist(), size[starts].tolist(), strict=True
        )
    ]
    is_mixed = _differ(size, segments) | _differ(y, segments)
    for at in np.flatnonzero(is_mixed).tolist():
        rows[at].measure()
    for at, centre in segments.spaces:
        rows[at].spaces.append(centre)
    for at in _segments_with(_lie_over_the_next(letters), segments):
        rows[at].has_overlaps = True
    for at in _segments_of_two_strings(letters, segments):
        rows[at].has_two_strings = True
    found = find_words(rows, letters, list(numbers))
    unknown = _segments_with(letters.texts == numbers[UNMAPPED], segments)
    for at, row in enumerate(rows):
        row.word_starts = None if at in unknown else found[at]
    return rows


def _differ(column: np.ndarray, segments: Segments) -> Flags:
    """Which segments have more than one value in a column."""
    least = np.minimum.reduceat(column, segments.starts)
    found: Flags = least != np.maximum.reduceat(column, segments.starts)
    return found


def _segments_with(flags: Flags, segments: Segments) -> set[int]:
    """The segments that have a letter with a flag."""
    found = np.searchsorted(segments.starts, np.flatnonzero(flags), side="right") - 1
    return set(found.tolist())


def _lie_over_the_next(letters: Letters) -> Flags:
    """Which letters lie over the next one, so that their positions may give no order."""
    flags = np.zeros(len(letters.x0), dtype=bool)
    x0, x1, order = letters.x0, letters.x1, letters.order
    shared = np.minimum(x1[:-1], x1[1:]) - np.maximum(x0[:-1], x0[1:])
    least = KERNED_SHARE * np.minimum(x1[:-1] - x0[:-1], x1[1:] - x0[1:])
    flags[:-1] = (shared > least) & (least > 0) & (np.abs(np.diff(order)) <= MARK_REACH)
    return flags


def _segments_of_two_strings(letters: Letters, segments: Segments) -> list[int]:
    """The segments in which two strings lie over one another, so that their letters alternate.

    A letter may lie over the next one by kerning, as one that joins it, or painted again: all of
    these are near to it in the content stream, or have its text.
    """
    x0, x1 = letters.x0, letters.x1
    widths = x1 - x0
    shared = x1[:-1] - x0[1:]
    least = OVERPRINTED_SHARE * np.minimum(widths[:-1], widths[1:])
    is_far = np.abs(np.diff(letters.order)) > MARK_REACH
    flags = (shared > least) & (least > 0) & is_far & (np.diff(letters.texts) != 0)
    flags[segments.starts[1:] - 1] = False
    places = np.flatnonzero(flags)
    if len(places) < LEAST_OVERPRINTED:
        return []
    owners = np.searchsorted(segments.starts, places, side="right") - 1
    found, counts = np.unique(owners, return_counts=True)
    return [*map(int, found[counts >= LEAST_OVERPRINTED])]
