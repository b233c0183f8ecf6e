"""The words of the glyphs of a page in the order of its content stream, as codes of fonts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TypeAlias

import numpy as np

from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.page_glyphs import GlyphCode, PageGlyphs

Word: TypeAlias = tuple[GlyphCode, ...]

MAX_WORDS = 4000  # of some pages
LONGEST_WORD = 30
GAP, BASELINE = 0.15, 0.3  # em between two words, and between the baselines of two rows


def words_with(codes: Collection[GlyphCode], pages: Iterable[Page]) -> list[Word]:
    """The distinct words with one of some glyphs, in the order of the content stream."""
    words: dict[Word, None] = {}
    for page in pages:
        glyphs = PageGlyphs.of(page.glyphs)
        own = {at for at, e in enumerate(glyphs.entries) if (e.font, e.code) in codes}
        for run in _runs(glyphs, own):
            words[tuple([glyphs.entries[at][1:3] for at in run])] = None
        if len(words) > MAX_WORDS:
            break
    return [*words]


def _runs(glyphs: PageGlyphs, own: Collection[int]) -> Iterator[list[int]]:
    """The entries of glyphs that follow one another without a space, some of them among them."""
    if not len(glyphs):
        return
    ids = glyphs.ids
    wanted = np.zeros(len(glyphs.entries), dtype=bool)
    wanted[[*own]] = True
    is_wanted = wanted[ids]
    if not is_wanted.any():
        return
    spaces = [e.text.isspace() and at not in own for at, e in enumerate(glyphs.entries)]
    is_space = np.array(spaces, dtype=bool)[ids]
    gaps = (glyphs.x0[1:] - glyphs.x1[:-1]) / np.maximum(glyphs.size[1:], 1e-6)
    is_apart = (np.abs(gaps) > GAP) | is_space[1:] | is_space[:-1]
    is_apart |= np.abs(np.diff(glyphs.y)) > BASELINE * glyphs.size[1:]
    starts = np.concatenate([[0], np.flatnonzero(is_apart) + 1])
    ends = [*starts[1:].tolist(), len(ids)]
    numbers = ids.tolist()
    for at in np.flatnonzero(np.add.reduceat(is_wanted, starts)).tolist():
        start, end = starts.item(at), ends[at]
        if 1 < end - start <= LONGEST_WORD:
            yield numbers[start:end]
