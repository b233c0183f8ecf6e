"""Watermarks: type across the rows of a page in a larger size, such as `ADVANCE UNEDITED`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.page_glyphs import Indices, PageGlyphs

MIN_SIZE = 14.0  # points
LARGE = 1.5  # times the usual size of the page's type
CROSSING = 0.25  # of the letters of a string that letters of the rows stand across
MIN_CROSSING = 2  # letters; a drop cap is one
CAP_HEIGHT, X_HEIGHT = 0.7, 0.45  # em, of the large type and of the rows
OVERLAP = 0.1  # em of the rows
SLOPE = 0.015  # of the baseline of a string, about one degree
MIN_SLOPING = 3  # letters
STRAIGHT = 0.05  # em
MOST_SHIFTS = 0.5  # of the letters of a page; those of a scan that is not straight are more
LINE_STEP, LONGEST_GAP = 0.5, 3.0  # em; strings end before a new line or a wide gap
SAME_PLACE = 3.0  # points

Watermark: TypeAlias = tuple[str, int, int]
"""The text of a watermark and its place on the page."""

Mask: TypeAlias = NDArray[np.bool_]


def without_watermarks(page: Page, known: set[Watermark]) -> Page:
    """A page without large type that crosses its rows, which goes to the text in other directions.

    What crosses the rows of one page is added to `known`: it is a watermark on later pages also
    where it crosses nothing.  A title in large type crosses nothing, and a drop cap stands beside
    its row.
    """
    glyphs = PageGlyphs.of(page.glyphs)
    sizes = glyphs.size
    if sizes.max(initial=0.0) < MIN_SIZE:
        return page
    usual = float(np.partition(sizes, len(sizes) // 2)[len(sizes) // 2])
    is_large = sizes >= max(MIN_SIZE, LARGE * usual)
    if not is_large.any() or not (known or _has_rows_across(glyphs, is_large, usual)):
        return page
    is_letter = _are_letters(glyphs) & (glyphs.x0 < page.width)
    rows = glyphs.where(~is_large & is_letter)
    taken = np.zeros(len(glyphs), dtype=bool)
    for string in _strings(glyphs, np.flatnonzero(is_large)):
        letters = glyphs.where(string & is_letter)
        place = _place(letters)
        if place in known or _crosses(letters, rows) or _slopes(letters, rows):
            known.add(place)
            taken |= string
    if not taken.any():
        return page
    return replace(page, glyphs=glyphs.where(~taken), rotated=[*page.rotated, *glyphs.where(taken)])


def _are_letters(glyphs: PageGlyphs) -> Mask:
    return np.array([not entry.text.isspace() for entry in glyphs.entries])[glyphs.ids]


def _has_rows_across(glyphs: PageGlyphs, is_large: Mask, usual: float) -> bool:
    """Whether smaller type, usually of one size, stands at the height of large type."""
    others = np.sort(glyphs.y[~is_large])
    y, size = glyphs.y[is_large], glyphs.size[is_large]
    first = np.searchsorted(others, y - CAP_HEIGHT * size)
    end = np.searchsorted(others, y + X_HEIGHT * usual)
    return bool((first < end).any())


def _strings(glyphs: PageGlyphs, at: Indices) -> Iterator[Mask]:
    """The strings of large type: glyphs of one size that are drawn one beside the other."""
    x, y, size = glyphs.x0[at], glyphs.y[at], glyphs.size[at]
    height = size[:-1]
    is_break = (
        (np.diff(glyphs.order[at]) > 1)
        | (np.abs(np.diff(size)) > LINE_STEP)
        | (np.abs(np.diff(y)) > LINE_STEP * height)
        | (np.abs(np.diff(x)) > LONGEST_GAP * height)
    )
    for string in np.split(at, np.flatnonzero(is_break) + 1):
        mask = np.zeros(len(glyphs), dtype=bool)
        mask[string] = True
        yield mask


def _place(letters: PageGlyphs) -> Watermark:
    text = "".join(letters.entries[at].text for at in letters.ids.tolist())
    if not text:
        return "", 0, 0
    return text, round(letters.x0[0] / SAME_PLACE), round(letters.y[0] / SAME_PLACE)


def _crosses(letters: PageGlyphs, rows: PageGlyphs) -> bool:
    """Whether some letters of a string lie over or under letters of the rows.

    Capitals of the string are compared with the small letters of the rows.
    """
    top, bottom = letters.y - CAP_HEIGHT * letters.size, letters.y
    low, high = top.min(initial=0.0), bottom.max(initial=0.0)
    near = rows.where((rows.y > low) & (rows.y - X_HEIGHT * rows.size < high))
    if not len(near):
        return False
    near_top, room = near.y - X_HEIGHT * near.size, OVERLAP * near.size
    crossed = (
        (np.minimum.outer(letters.x1, near.x1) - np.maximum.outer(letters.x0, near.x0) > room)
        & (np.minimum.outer(bottom, near.y) - np.maximum.outer(top, near_top) > room)
    ).any(axis=1)
    return int(crossed.sum()) >= max(MIN_CROSSING, CROSSING * len(letters))


def _slopes(letters: PageGlyphs, rows: PageGlyphs) -> bool:
    """Whether the baseline of a string slopes, on a page whose rows do not."""
    if len(letters) < MIN_SLOPING:
        return False
    x, y = letters.x0 - letters.x0[0], letters.y - letters.y[0]
    slope = y[-1] / x[-1] if x[-1] else 0.0
    is_straight = np.abs(y - slope * x).max() < STRAIGHT * letters.size[0]
    is_level = np.count_nonzero(np.diff(rows.y)) < MOST_SHIFTS * len(rows)
    return bool(abs(slope) > SLOPE and is_straight and is_level)
