"""Marks that ToUnicode maps to two marks, although another glyph draws one of them.

A producer may map each new glyph to the text of the grapheme cluster that it is first drawn for
(Typst before 0.14), or to the marks of that (cairo): the fatha of `جَّ` has the shadda too, which is
a glyph of its own there.  Elsewhere the fatha stands alone.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from unreport.readers.pdf.bidi.clusters import ZERO_WIDTH
from unreport.readers.pdf.bidi.encodings.glyph_comparison import with_right_bytes
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.letters import combining_marks, glyph_letters
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.page_glyphs import GlyphCode, PageGlyphs, with_texts

TWO = 2  # marks
NEAR = 0.1  # em between two marks of a letter


def read_partial_marks(pages: Sequence[Page], evidence: Evidence) -> list[Page]:
    """The pages, where such a mark has the text that it draws, from its first use on."""
    for page in pages:
        glyphs = PageGlyphs.of(page.glyphs)
        several = {e[1:3]: text for e in glyphs.distinct if (text := _with_two_marks(e.text))}
        if several:
            evidence.partial_marks |= dict(_partial(glyphs, several))
    if not evidence.partial_marks:
        return [*pages]
    return [with_texts(page, evidence.partial_marks) for page in pages]


def _with_two_marks(text: str) -> str:
    """Two marks, decomposed, with their letter, if any; "" if the text is another one."""
    if len(text) < TWO:
        return ""
    plain = unicodedata.normalize("NFD", glyph_letters(with_right_bytes(text)))
    marks = combining_marks(plain)
    return plain if len(marks) == TWO and marks in {plain, plain[1:]} else ""


def _partial(
    glyphs: PageGlyphs, several: Mapping[GlyphCode, str]
) -> Iterator[tuple[GlyphCode, str]]:
    """Such marks that stand beside another one over the same letter, and what they draw."""
    entries = glyphs.entries
    is_mark = glyphs.x1 - glyphs.x0 < ZERO_WIDTH
    is_own = np.array([entry[1:3] in several for entry in entries], dtype=bool)[glyphs.ids]
    for at in np.flatnonzero(is_own & is_mark).tolist():
        own = entries[glyphs.ids[at]][1:3]
        for beside in (at - 1, at + 1):
            if 0 <= beside < len(glyphs) and is_mark[beside] and _are_near(glyphs, at, beside):
                other = entries[glyphs.ids[beside]]
                drawn = combining_marks(unicodedata.normalize("NFD", glyph_letters(other.text)))
                if other[1:3] != own and _is_one_of(drawn, several[own][-TWO:]):
                    yield own, several[own].replace(drawn, "")


def _is_one_of(drawn: str, marks: Collection[str]) -> bool:
    return len(drawn) == 1 and drawn in marks


def _are_near(glyphs: PageGlyphs, at: int, beside: int) -> bool:
    return abs(glyphs.x0.item(at) - glyphs.x0.item(beside)) < NEAR * glyphs.size.item(at)
