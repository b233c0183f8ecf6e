"""Text line segments, on columns of numbers: the letters of a page by baseline and by wide gaps.

Letters stand on one baseline if their heights differ by less than a tolerance; a baseline is
divided where a gap is too wide for a word space.  A letter painted again over itself, a little
apart to look bold, counts once.  A space that is drawn separates words at its place, unless it lies
over a letter that touches the next one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from unreport.readers.pdf.bidi.baselines.row import BASELINE_TOLERANCE, COLUMN_GAP
from unreport.readers.pdf.file.page_glyphs import Indices, Numbers

Flags: TypeAlias = NDArray[np.bool_]

MIN_TOLERANCE = 0.6  # points between the baselines of one row
OVERPRINT_OFFSET = 0.12  # em; synthetic bold, drawn twice
PAINTINGS = 2  # letters before a letter that it may repeat
SPACE_OVERLAP = 0.6  # of a space that may lie over a letter, by kerning
WHOLE_SPACE = 0.9
TOUCHING = 0.04  # em between two letters of one word
NEAR_SPACE = 3  # glyphs on each side of a space, of which one may lie under it


class Letters(NamedTuple):
    """Base letters and spaces of a page as columns."""

    x0: Numbers
    x1: Numbers
    y: Numbers
    size: Numbers
    order: Indices  # in the content stream
    texts: Indices  # a number for each text
    is_space: Flags

    def at(self, places: Indices | Flags) -> Letters:
        """Some of them."""
        return Letters(
            x0=self.x0[places],
            x1=self.x1[places],
            y=self.y[places],
            size=self.size[places],
            order=self.order[places],
            texts=self.texts[places],
            is_space=self.is_space[places],
        )


class Segments(NamedTuple):
    """The segments of a page, by baseline from the top and then from left to right."""

    letters: Indices  # the places of their letters
    starts: Indices  # where each segment begins in `letters`
    spaces: list[tuple[int, float]]  # drawn spaces after a letter: the segment, and the centre
    places: Indices  # of all glyphs in this order, with spaces and letters painted again
    lines: Indices  # the number of the baseline of each of `places`


def segments_of(glyphs: Letters) -> Segments:
    """Divide the letters of a page into segments of its baselines."""
    by_height = np.argsort(glyphs.y, kind="stable")
    lines = _line_numbers(glyphs.y[by_height], glyphs.size[by_height])
    order = np.lexsort(((glyphs.x0 + glyphs.x1)[by_height], lines))
    places, lines = by_height[order], lines[order]
    found = glyphs.at(places)
    letters = np.flatnonzero(~found.is_space)
    begins, kept = _beginnings(found.at(letters), lines[letters])
    starts = np.flatnonzero(begins)
    spaces = _drawn_spaces(found, lines, letters, starts)
    if not kept.all():
        starts = np.cumsum(kept)[starts] - 1
    return Segments(places[letters[kept]], starts, spaces, places, lines)


def _line_numbers(y: Numbers, size: Numbers) -> Indices:
    """The number of the baseline of each glyph; neighbours of one height and size share it."""
    if not len(y):
        return np.zeros(0, dtype=np.int64)
    changes = np.flatnonzero((np.diff(y) != 0) | (np.diff(size) != 0)) + 1
    firsts = np.concatenate(([0], changes))
    line, start = -1, float("-inf")
    numbers: list[int] = []
    for height, em in zip(y[firsts].tolist(), size[firsts].tolist(), strict=True):
        drop = height - start
        if not (drop <= MIN_TOLERANCE or drop <= BASELINE_TOLERANCE * em):
            line, start = line + 1, height
        numbers.append(line)
    return np.repeat(np.array(numbers), np.diff(firsts, append=len(y)))


# --- segments -------------------------------------------------------------------------------------


def _beginnings(letters: Letters, lines: Indices) -> tuple[Flags, Flags]:
    """For each letter whether a segment begins with it, and whether it counts."""
    count = len(lines)
    begins = np.diff(lines, prepend=-1) != 0
    kept = np.ones(count, dtype=bool)
    if not count:
        return begins, kept
    line_starts = [*np.flatnonzero(begins).tolist(), count]
    rights = np.empty(count)  # the greatest right edge of the line so far
    for start, end in pairwise(line_starts):
        np.maximum.accumulate(letters.x1[start:end], out=rights[start:end])
    begins[1:] |= letters.x0[1:] - rights[:-1] > COLUMN_GAP * letters.size[1:]
    repeated = lines[_may_be_painted_again(letters)]
    for line in np.unique(repeated).tolist():
        own = slice(*np.searchsorted(lines, [line, line + 1]).tolist())
        begins[own], kept[own] = _painted_once(letters.at(np.arange(own.start, own.stop)))
    return begins, kept


def _may_be_painted_again(letters: Letters) -> Indices:
    """The letters that are near to one of the letters before them, and have its text."""
    x0 = letters.x0
    offsets = _offsets(letters)
    found = np.zeros(len(x0), dtype=bool)
    for back in range(1, PAINTINGS + 1):
        found[back:] |= (np.abs(x0[back:] - x0[:-back]) < offsets[back:]) & (
            letters.texts[back:] == letters.texts[:-back]
        )
    return np.flatnonzero(found)


def _offsets(letters: Letters) -> Numbers:
    """How far each letter may be from itself."""
    found: Numbers = np.minimum(OVERPRINT_OFFSET * letters.size, (letters.x1 - letters.x0) / 2)
    return found


def _painted_once(line: Letters) -> tuple[list[bool], list[bool]]:
    """As `_beginnings`, letter by letter, for a baseline where some may be painted again."""
    x0s, texts, offsets = line.x0.tolist(), line.texts.tolist(), _offsets(line).tolist()
    begins, kept = [False] * len(x0s), [True] * len(x0s)
    own: list[int] = []
    right = float("-inf")
    for at, (x0, x1, size) in enumerate(
        zip(x0s, line.x1.tolist(), line.size.tolist(), strict=True)
    ):
        if x0 - right > COLUMN_GAP * size:
            begins[at], own, right = True, [at], x1
        elif any(
            abs(x0s[other] - x0) < offsets[at] and texts[other] == texts[at]
            for other in own[-PAINTINGS:]
        ):
            kept[at] = False
        else:
            own.append(at)
            right = max(right, x1)
    return begins, kept


# --- spaces ---------------------------------------------------------------------------------------


def _drawn_spaces(
    found: Letters, lines: Indices, letters: Indices, starts: Indices
) -> list[tuple[int, float]]:
    """The drawn spaces that stand after a letter of their line: its segment, and their centre."""
    spaces = np.flatnonzero(found.is_space)
    before = np.cumsum(~found.is_space)[spaces] - 1  # the letter before each space
    follows = before >= 0
    follows[follows] = lines[letters[before[follows]]] == lines[spaces[follows]]
    spaces, before = spaces[follows], before[follows]
    if not len(spaces):
        return []
    after = letters[np.minimum(before + 1, len(letters) - 1)]
    apart = ~_are_over_letters(found, lines, spaces, (letters[before], after))
    segments = np.searchsorted(starts, before[apart], side="right") - 1
    spaces = spaces[apart]
    centres = (found.x0[spaces] + found.x1[spaces]) / 2
    return [*zip(segments.tolist(), centres.tolist(), strict=True)]


def _are_over_letters(
    found: Letters, lines: Indices, spaces: Indices, neighbours: tuple[Indices, Indices]
) -> Flags:
    """Whether spaces are drawn over a letter that touches the next: Word leaves such spaces."""
    left, right = neighbours
    near = (spaces - left <= NEAR_SPACE) & (right > spaces) & (right - spaces <= NEAR_SPACE)
    near &= lines[right] == lines[spaces]
    x0, x1, order = found.x0, found.x1, found.order
    near &= x0[right] - x1[left] <= TOUCHING * found.size[spaces]
    overlap = np.maximum(
        np.minimum(x1[spaces], x1[left]) - np.maximum(x0[spaces], x0[left]),
        np.minimum(x1[spaces], x1[right]) - np.maximum(x0[spaces], x0[right]),
    )
    steps = order[left] - order[spaces], order[right] - order[spaces]
    is_between = (np.abs(steps[0]) == 1) & (steps[0] == -steps[1])  # in the stream
    least = np.where(is_between, WHOLE_SPACE, SPACE_OVERLAP) * (x1[spaces] - x0[spaces])
    covered: Flags = near & (overlap > least) & (least > 0)
    return covered
