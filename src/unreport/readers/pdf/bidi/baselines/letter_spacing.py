"""Letter spacing (tracking): rows with a gap between most letters, as wide headings have."""

from __future__ import annotations

from statistics import median

import numpy as np

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.file.page_glyphs import Indices, Numbers

LETTER_GAP = 0.05  # em; more of these than the share below are letter spacing
MAX_SPACED_SHARE = 0.4
LEAST_SPACE = 0.12  # em that a space without a drawn one adds to the gap between letters
WIDEST_SPACING = 0.6  # em; words as far apart are cells
WIDEST_IN_WORD = 0.2  # em between the letters of a single word; further apart they are words
FEWEST_LETTERS = 6


def has_letter_spacing(row: Row, gaps: Numbers) -> bool:
    """Whether there is a gap between most letters of a row, as in headings that are set wide."""
    spaced = np.count_nonzero(gaps > LETTER_GAP * row.size)
    if spaced <= MAX_SPACED_SHARE * len(gaps):
        return False
    letters = [text[0].isalpha() for text in row.texts]
    return sum(letters) > len(letters) / 2  # not dot leaders


def is_letter_spaced(at: int, gap: Numbers, em: Numbers, starts: Indices, ends: list[int]) -> bool:
    """Whether the row of a letter has gaps between most of its letters."""
    row = int(np.searchsorted(starts, at, side="right")) - 1
    start, end = int(starts[row]) + 1, ends[row]
    spaced = np.count_nonzero(gap[start:end] > LETTER_GAP * em[start:end])
    return bool(spaced > MAX_SPACED_SHARE * (end - start))


def least_gap_of_spaced(row: Row, gaps: Numbers) -> float:
    """The least gap that separates words in a letter-spaced row without drawn spaces, in em.

    It is 0 in any other row.  Most gaps are those between letters, to which a space is added; TeX
    draws no space.
    """
    if row.count < FEWEST_LETTERS or row.has_right_to_left or not has_letter_spacing(row, gaps):
        return 0.0
    usual: float = median(gaps.tolist()) / row.size
    least = usual + LEAST_SPACE
    widest = WIDEST_SPACING if gaps.max() > least * row.size else WIDEST_IN_WORD
    return least if LETTER_GAP < usual < widest else 0.0
