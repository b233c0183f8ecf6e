"""Punctuation whose ToUnicode value is its high byte OR its low byte: `9` for U+2019.

Two glyphs for such a digit, one of which stands in the places of punctuation alone, are this fault
of Ghostscript 10.0; so are signs in such places, where letters show it (`combined_letters`).
Dashes and quotation marks of TrueType fonts are known by their outlines (`file/misread_codes`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.glyph_words import BASELINE, GAP
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.page_glyphs import GlyphCode, Indices, PageGlyphs, with_texts

LETTER, DIGIT = r"[^\W\d_]", r"\d"
OPENING, CLOSING = "[ (\\[\u2014\u201c«]", "[ .,;:!?)\\]\u2019\u201d=»]"
BETWEEN_WORDS = rf"{DIGIT}.{DIGIT}| . |{LETTER}.{LETTER}"
SUMS: Mapping[str, tuple[str, re.Pattern[str]]] = {
    "9": ("\u2019", re.compile(f"{LETTER}.(?:{LETTER}|{CLOSING})")),
    "8": ("\u2018", re.compile(f"{OPENING}.{LETTER}")),
    "<": ("\u201c", re.compile(rf"{OPENING}.\w")),
    "=": ("\u201d", re.compile(rf"[\w.,;!?9\u2019].{CLOSING}")),
    "1": ("\u2011", re.compile(f"{LETTER}.(?:{LETTER}| )")),
    "0": ("\u2010", re.compile(f"{LETTER}.(?:{LETTER}| )")),
    "3": ("\u2013", re.compile(rf"{BETWEEN_WORDS}|\).\(")),
    "4": ("\u2014", re.compile(f"{BETWEEN_WORDS}|{DIGIT}.{LETTER}|{LETTER}.{DIGIT}")),
    "7": ("\u2116", re.compile("[ (7\u2116].[ 7\u2116]")),
    "&": ("\u2026", re.compile(rf"\w.{CLOSING}")),
    '"': ("\u2022", re.compile(" . ")),
    "\N{NOT SIGN}": ("\N{EURO SIGN}", re.compile("...")),
}
"""What a value may stand for, and all the places where that stands: between which characters."""
CERTAIN = frozenset({"9", "1"})
"""Of a letter before and after it, a second glyph for one of these digits is none."""
MIN_CERTAIN = 2  # places of a glyph
SPACE = re.compile(r"\s")


def read_combined_punctuation(pages: Sequence[Page], evidence: Evidence) -> list[Page]:
    """The pages, with the punctuation for which such glyphs stand."""
    suspects = _suspects(pages)
    if not suspects or not (evidence.combined_letters or _are_within_words(pages, suspects)):
        return [*pages]
    places = _places(pages, suspects)
    known = {
        glyph: SUMS[text][0]
        for glyph, text in suspects.items()
        if places[glyph] and _stands_so(text, places[glyph])
    }
    is_certain = bool(evidence.combined_letters) or any(suspects[g] in CERTAIN for g in known)
    return [with_texts(page, known) for page in pages] if is_certain else [*pages]


def _suspects(pages: Iterable[Page]) -> dict[GlyphCode, str]:
    """The glyphs of such values: digits if another glyph of the font has the same value."""
    entries = {entry for page in pages for entry in PageGlyphs.of(page.glyphs).distinct}
    own = [entry for entry in entries if entry.text in SUMS]
    counts = Counter([(entry.font, entry.text) for entry in own])
    return {
        entry[1:3]: entry.text
        for entry in own
        if not entry.text.isdecimal() or counts[entry.font, entry.text] > 1
    }


def _are_within_words(pages: Iterable[Page], suspects: Mapping[GlyphCode, str]) -> bool:
    """Whether one of some digits is several times between small letters: not `H1N1`."""
    found: Counter[GlyphCode] = Counter()
    digits = {glyph for glyph, text in suspects.items() if text in CERTAIN}
    for page in pages if digits else ():
        glyphs = PageGlyphs.of(page.glyphs)
        entries, ids = glyphs.entries, glyphs.ids
        is_own = np.array([entry[1:3] in digits for entry in entries], dtype=bool)
        places = np.flatnonzero(is_own[ids[1:-1]]) + 1
        is_letter = np.array([entry.text.islower() for entry in entries], dtype=bool)
        places = places[is_letter[ids[places - 1]] & is_letter[ids[places + 1]]]
        places = places[~(_are_apart(glyphs, places - 1) | _are_apart(glyphs, places))]
        found.update(entries[at][1:3] for at in ids[places].tolist())
    return max(found.values(), default=0) >= MIN_CERTAIN


def _are_apart(glyphs: PageGlyphs, places: Indices) -> NDArray[np.bool_]:
    """Whether a space or another row follows the glyphs at some places, none of them the last."""
    below = places + 1
    size = glyphs.size[below]
    gaps: NDArray[np.bool_] = np.abs(glyphs.x0[below] - glyphs.x1[places]) > GAP * size
    return gaps | (np.abs(glyphs.y[below] - glyphs.y[places]) > BASELINE * size)


def _places(
    pages: Iterable[Page], suspects: Collection[GlyphCode]
) -> Mapping[GlyphCode, Sequence[str]]:
    """The places of some glyphs: three characters each, with spaces for gaps and ends of rows."""
    places: dict[GlyphCode, list[str]] = defaultdict(list)
    for page in pages:
        glyphs = PageGlyphs.of(page.glyphs)
        texts = [SPACE.sub(" ", entry.text) for entry in glyphs.entries]
        own = np.array([entry[1:3] in suspects for entry in glyphs.entries], dtype=bool)
        is_apart = [True, *_are_apart(glyphs, np.arange(len(glyphs) - 1)).tolist(), True]
        ids = glyphs.ids.tolist()
        for at in np.flatnonzero(own[glyphs.ids]).tolist():
            before = " " if is_apart[at] else texts[ids[at - 1]][-1:]
            after = " " if is_apart[at + 1] else texts[ids[at + 1]][:1]
            entry = glyphs.entries[ids[at]]
            places[entry[1:3]].append(f"{before or ' '}{entry.text[:1]}{after or ' '}")
    return places


def _stands_so(text: str, places: Sequence[str]) -> bool:
    """Whether punctuation may stand in all the places of a glyph.

    So may a raised digit behind words, but not within one.
    """
    if not all(map(SUMS[text][1].fullmatch, places)):
        return False
    return text not in CERTAIN or any(p[0].islower() and p[-1].islower() for p in places)
