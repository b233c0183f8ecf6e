"""The rows of a page whose letters all run from left to right, made of columns of numbers.

Most pages of five of the six languages have no right-to-left letter, no combining mark drawn apart
and no glyph without text: their rows need no decision for a single glyph, and no object for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from unreport.readers.pdf.bidi.baselines.column_row import ColumnRow, RowColumns
from unreport.readers.pdf.bidi.baselines.segments import Flags, Letters, segments_of
from unreport.readers.pdf.bidi.clusters import (
    WEAK_OR_NEUTRAL,
    ZERO_WIDTH,
    PageTexts,
    glyphs_on_paper,
)
from unreport.readers.pdf.bidi.combining_marks.spacing_accents import ACCENTS
from unreport.readers.pdf.bidi.encodings.glyph_texts import GlyphText
from unreport.readers.pdf.bidi.letters import SOFT_HYPHEN, UNMAPPED, combining_marks
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.page_glyphs import Indices, PageGlyphs

IRREGULAR = frozenset({"R", "AN", "M"})  # bidi classes
IRREGULAR_TEXTS = frozenset({UNMAPPED, SOFT_HYPHEN, *ACCENTS})
OVERLAP = 0.1  # em; more than by kerning
LEAST_LETTERS = 3  # of each string


def column_rows(page: Page, page_texts: PageTexts) -> list[ColumnRow] | None:
    """The segments of the baselines of a page; None if its glyphs are not regular."""
    glyphs, texts = page_texts
    if not all(map(_is_regular, texts.values())):
        return None
    places = glyphs_on_paper(glyphs, page)
    places = places[~_flags(glyphs, [at for at, text in texts.items() if not text.text])[places]]
    if glyphs.span[places].any() or _has_separate_marks(glyphs, places, texts):
        return None
    segments = segments_of(_letters(glyphs, places, texts))
    columns = RowColumns(glyphs, places[segments.letters], texts)
    rows = [
        ColumnRow(columns, range(start, end), page.number)
        for start, end in pairwise([*segments.starts.tolist(), len(columns.ids)])
    ]
    _measure(rows, columns, segments.starts)
    if True in columns.raised:
        for row in rows:
            row.has_raised = True in row.raised
    for at, centre in segments.spaces:
        rows[at].spaces.append(centre)
    return _overprinted_apart(rows, columns, segments.starts)


def _letters(glyphs: PageGlyphs, places: Indices, texts: Mapping[int, GlyphText]) -> Letters:
    """Some glyphs of a page as letters and spaces."""
    is_space = _flags(glyphs, [at for at, text in texts.items() if text.bidi_class == "S"])
    return Letters(
        x0=glyphs.x0[places],
        x1=glyphs.x1[places],
        y=glyphs.y[places],
        size=glyphs.size[places],
        order=glyphs.order[places],
        texts=_text_numbers(glyphs, texts)[glyphs.ids[places]],
        is_space=is_space[places],
    )


def _measure(rows: list[ColumnRow], columns: RowColumns, starts: Indices) -> None:
    """Give rows their size and baseline; most have one of each."""
    is_mixed = np.zeros(len(starts), dtype=bool)
    for column in (columns.boxes.y, columns.boxes.size) if rows else ():
        is_mixed |= np.minimum.reduceat(column, starts) != np.maximum.reduceat(column, starts)
    for row, mixed in zip(rows, is_mixed.tolist(), strict=True):
        row.size = round(row.size, 1)
        if mixed:
            row.measure()


# --- strings drawn over one another ---------------------------------------------------------------


def _overprinted_apart(
    rows: list[ColumnRow], columns: RowColumns, starts: Indices
) -> list[ColumnRow]:
    """The rows, of which those of two strings that lie partly over one another are one each.

    A heading that is too long for its column runs into the text of the next column.  The letters of
    both alternate from left to right; in the content stream each string is whole.
    """
    x0, x1, order = columns.boxes.x0, columns.boxes.x1, columns.order
    overlaps = x1[:-1] - x0[1:] > OVERLAP * columns.boxes.size[1:]
    overlaps[starts[1:] - 1] = False  # two rows
    places = np.flatnonzero(overlaps & (np.diff(order) < 0)) + 1
    if not len(places):
        return rows
    found = {*(np.searchsorted(starts, places, side="right") - 1).tolist()}
    return [
        part for at, row in enumerate(rows) for part in (_strings(row) if at in found else [row])
    ]


def _strings(row: ColumnRow) -> list[ColumnRow]:
    """The strings of a row: letters that follow one another in the stream, from left to right."""
    columns = row.columns
    strings: list[list[int]] = []
    for at in sorted(row.index, key=columns.order.__getitem__):
        last = strings[-1][-1] if strings else at
        if strings and columns.x0[at] > columns.x1[last] - OVERLAP * columns.size[at]:
            strings[-1].append(at)
        else:
            strings.append([at])
    if min(map(len, strings)) < LEAST_LETTERS:
        return [row]
    out = [ColumnRow(columns, string, row.page) for string in strings]
    for part in out:
        part.measure()
        part.spaces = [x for x in row.spaces if part.x0 < x < part.x1 and not _covers(part, x)]
    return out


def _covers(row: ColumnRow, x: float) -> bool:
    return any(left < x < right for left, right in zip(row.lefts, row.rights, strict=True))


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


def _text_numbers(glyphs: PageGlyphs, texts: Mapping[int, GlyphText]) -> Indices:
    """For each entry a number that entries with the same text share."""
    numbers: dict[str, int] = {}
    out = np.zeros(len(glyphs.entries), dtype=np.int64)
    for at, text in texts.items():
        out[at] = numbers.setdefault(text.text, len(numbers))
    return out
