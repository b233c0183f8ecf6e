"""The rows of a page whose letters all run from left to right, worked out on columns of numbers.

Most pages of five of the six languages have no right-to-left letter, no combining mark drawn apart
and no glyph without text: their rows need no decision for a single glyph.  The rules are those of
`rows` and `clusters`, for all glyphs of the page at once; a page with a glyph that needs more is
left to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from unreport.readers.pdf.bidi.baselines.column_row import ColumnRow, RowColumns
from unreport.readers.pdf.bidi.baselines.row import (
    BASELINE_TOLERANCE,
    COLUMN_GAP,
    MIN_TOLERANCE,
    NEAR_SPACE,
    OVERPRINT_OFFSET,
    SPACE_OVERLAP,
    TOUCHING,
    WHOLE_SPACE,
)
from unreport.readers.pdf.bidi.clusters import (
    WEAK_OR_NEUTRAL,
    ZERO_WIDTH,
    PageTexts,
    combining_marks,
    glyphs_on_paper,
)
from unreport.readers.pdf.bidi.font_encodings import GlyphText
from unreport.readers.pdf.bidi.letters import SOFT_HYPHEN, UNMAPPED
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.page_glyphs import Indices, Numbers, PageGlyphs

Flags: TypeAlias = NDArray[np.bool_]

IRREGULAR = frozenset({"R", "AN", "M"})  # bidi classes
IRREGULAR_TEXTS = frozenset({UNMAPPED, SOFT_HYPHEN})


class _Baselines(NamedTuple):
    """The glyphs of a page by their baselines from the top, and then from left to right."""

    places: Indices  # in the columns of the page
    lines: Indices  # the number of each baseline
    is_space: Flags


def column_rows(page: Page, page_texts: PageTexts) -> list[ColumnRow] | None:
    """The segments of the baselines of a page; None if its glyphs are not regular."""
    glyphs, texts = page_texts
    if not all(map(_is_regular, texts.values())):
        return None
    places = glyphs_on_paper(glyphs, page)
    places = places[~_flags(glyphs, [at for at, text in texts.items() if not text.text])[places]]
    if glyphs.span[places].any() or _has_separate_marks(glyphs, places, texts):
        return None
    found = _baselines(glyphs, places, texts)
    starts = _segment_starts(glyphs, found, texts)
    if starts is None:
        return None
    columns = RowColumns(glyphs, found.places[~found.is_space], texts)
    rows = [
        ColumnRow(columns, range(start, end), page.number)
        for start, end in pairwise([*starts.tolist(), len(columns.ids)])
    ]
    _measure(rows, glyphs, found, starts)
    for at, centre in _drawn_spaces(glyphs, found, starts):
        rows[at].spaces.append(centre)
    return rows


def _measure(rows: list[ColumnRow], glyphs: PageGlyphs, found: _Baselines, starts: Indices) -> None:
    """Give rows their size and baseline; most have one of each."""
    letters = found.places[~found.is_space]
    is_mixed = np.zeros(len(starts), dtype=bool)
    for column in (glyphs.y[letters], glyphs.size[letters]) if rows else ():
        is_mixed |= np.minimum.reduceat(column, starts) != np.maximum.reduceat(column, starts)
    for row, mixed in zip(rows, is_mixed.tolist(), strict=True):
        row.size = round(row.size, 1)
        if mixed:
            row.measure()


def _is_regular(text: GlyphText) -> bool:
    """Whether a text runs from left to right, and is certain."""
    is_certain = text.text not in IRREGULAR_TEXTS and not text.is_uncertain
    return is_certain and text.bidi_class not in IRREGULAR


def _flags(glyphs: PageGlyphs, ids: list[int]) -> Flags:
    """For each glyph of a page whether its entry is one of some."""
    flags = np.zeros(len(glyphs.entries), dtype=bool)
    flags[ids] = True
    return flags[glyphs.ids]


def _has_separate_marks(
    glyphs: PageGlyphs, places: Indices, texts: Mapping[int, GlyphText]
) -> bool:
    """Whether a glyph of zero width may be a mark."""
    is_narrow = glyphs.x1[places] - glyphs.x0[places] < ZERO_WIDTH
    return any(
        texts[at].bidi_class in WEAK_OR_NEUTRAL or combining_marks(texts[at].text)
        for at in set(glyphs.ids[places[is_narrow]].tolist())
    )


# --- baselines and their segments -----------------------------------------------------------------


def _baselines(glyphs: PageGlyphs, places: Indices, texts: Mapping[int, GlyphText]) -> _Baselines:
    is_space = _flags(glyphs, [at for at, text in texts.items() if text.bidi_class == "S"])
    by_height = places[np.argsort(glyphs.y[places], kind="stable")]
    lines = _line_numbers(glyphs.y[by_height], glyphs.size[by_height])
    order = np.lexsort((glyphs.x0[by_height] + glyphs.x1[by_height], lines))
    sorted_places = by_height[order]
    return _Baselines(sorted_places, lines[order], is_space[sorted_places])


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


def _segment_starts(
    glyphs: PageGlyphs, found: _Baselines, texts: Mapping[int, GlyphText]
) -> Indices | None:
    """The letters before which a gap is too wide for a word space, or a line begins.

    None if a letter is painted over itself.
    """
    letters, lines = found.places[~found.is_space], found.lines[~found.is_space]
    if not len(letters):
        return np.zeros(0, dtype=np.int64)
    x0, x1, size = glyphs.x0[letters], glyphs.x1[letters], glyphs.size[letters]
    begins = np.diff(lines, prepend=-1) != 0
    rights = np.empty_like(x1)  # the greatest right edge of the line so far
    for start, end in pairwise([*np.flatnonzero(begins).tolist(), len(letters)]):
        np.maximum.accumulate(x1[start:end], out=rights[start:end])
    begins[1:] |= x0[1:] - rights[:-1] > COLUMN_GAP * size[1:]
    same_text = _text_numbers(glyphs, texts)[glyphs.ids[letters]]
    offsets = np.minimum(OVERPRINT_OFFSET * size, (x1 - x0) / 2)
    for back in (1, 2):
        near = np.abs(x0[back:] - x0[:-back]) < offsets[back:]
        near &= same_text[back:] == same_text[:-back]
        for step in range(back):
            near &= ~begins[back - step : len(begins) - step]
        if near.any():
            return None
    return np.flatnonzero(begins)


def _text_numbers(glyphs: PageGlyphs, texts: Mapping[int, GlyphText]) -> Indices:
    """For each entry a number that entries with the same text share."""
    numbers: dict[str, int] = {}
    out = np.zeros(len(glyphs.entries), dtype=np.int64)
    for at, text in texts.items():
        out[at] = numbers.setdefault(text.text, len(numbers))
    return out


# --- spaces ---------------------------------------------------------------------------------------


def _drawn_spaces(
    glyphs: PageGlyphs, found: _Baselines, starts: Indices
) -> list[tuple[int, float]]:
    """The drawn spaces that stand after a letter of their line: its segment, and their centre."""
    spaces = np.flatnonzero(found.is_space)
    letters = np.flatnonzero(~found.is_space)
    before = np.cumsum(~found.is_space)[spaces] - 1  # the letter before each space
    follows = before >= 0
    follows[follows] = found.lines[letters[before[follows]]] == found.lines[spaces[follows]]
    spaces, before = spaces[follows], before[follows]
    apart = ~_are_over_letters(glyphs, found, spaces, before)
    spaces, before = spaces[apart], before[apart]
    segments = np.searchsorted(starts, before, side="right") - 1
    places = found.places[spaces]
    centres = (glyphs.x0[places] + glyphs.x1[places]) / 2
    return [*zip(segments.tolist(), centres.tolist(), strict=True)]


def _are_over_letters(
    glyphs: PageGlyphs, found: _Baselines, spaces: Indices, before: Indices
) -> Flags:
    """Whether spaces are drawn over a letter that touches the next: Word leaves such spaces."""
    letters = np.flatnonzero(~found.is_space)
    after = np.minimum(before + 1, len(letters) - 1)
    left, right, places = letters[before], letters[after], found.places[spaces]
    near = (spaces - left <= NEAR_SPACE) & (right > spaces) & (right - spaces <= NEAR_SPACE)
    near &= found.lines[right] == found.lines[spaces]
    left, right = found.places[left], found.places[right]
    x0, x1, order = glyphs.x0, glyphs.x1, glyphs.order
    near &= x0[right] - x1[left] <= TOUCHING * glyphs.size[places]
    overlap = np.maximum(
        np.minimum(x1[places], x1[left]) - np.maximum(x0[places], x0[left]),
        np.minimum(x1[places], x1[right]) - np.maximum(x0[places], x0[right]),
    )
    steps = order[left] - order[places], order[right] - order[places]
    is_between = (np.abs(steps[0]) == 1) & (steps[0] == -steps[1])
    least = np.where(is_between, WHOLE_SPACE, SPACE_OVERLAP) * (x1[places] - x0[places])
    covered: Flags = near & (overlap > least) & (least > 0)
    return covered
