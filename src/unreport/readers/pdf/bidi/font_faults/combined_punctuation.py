"""Punctuation whose ToUnicode value is its high byte OR its low byte: `9` for U+2019.

Two glyphs for such a digit, one of which stands in the places of punctuation alone, are this fault
of Ghostscript 10.0; so are signs in such places, where letters show it (`combined_letters`).
Dashes and quotation marks of TrueType fonts are known by their outlines (`file/misread_codes`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from msgspec.structs import replace

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.page_glyphs import PageGlyphs

GlyphCode: TypeAlias = tuple[int, int]  # font and code

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
    "&": ("\u2026", re.compile(rf"\w.{CLOSING}")),
    '"': ("\u2022", re.compile(" . ")),
    "\N{NOT SIGN}": ("\N{EURO SIGN}", re.compile("...")),
}
"""What a value may stand for, and all the places where that stands: between which characters."""
CERTAIN = frozenset("91")
"""Of a letter before and after it, a second glyph for one of these digits is none."""
MIN_CERTAIN = 2  # places of a glyph
SPACE = re.compile(r"\s")
GAP, BASELINE = 0.15, 0.3  # em, as between the words of `combined_letters`


def read_combined_punctuation(pages: Sequence[Page], evidence: Evidence) -> list[Page]:
    """The pages, with the punctuation for which such glyphs stand."""
    suspects = _suspects(pages, evidence)
    if not suspects:
        return [*pages]
    places = _places(pages, suspects)
    fonts = {font for font, _ in evidence.combined_letters}
    known = {
        glyph: SUMS[text][0]
        for glyph, text in suspects.items()
        if places[glyph] and all(map(SUMS[text][1].fullmatch, places[glyph]))
    }
    certain = [g for g in known if suspects[g] in CERTAIN and _is_within_words(places[g])]
    if not (fonts or certain):
        return [*pages]
    return [with_texts(page, known) for page in pages]


def _suspects(pages: Iterable[Page], evidence: Evidence) -> dict[GlyphCode, str]:
    """The glyphs of such values: digits if another glyph of their font has the same value."""
    entries = {entry for page in pages for entry in PageGlyphs.of(page.glyphs).distinct}
    counts = Counter([entry.text for entry in entries])
    out = {
        entry[1:3]: entry.text
        for entry in entries
        if entry.text in SUMS
        and (not entry.text.isdecimal() or counts[entry.text] > 1)
        and not entry.program.is_superior
    }
    return out if evidence.combined_letters or not CERTAIN.isdisjoint(out.values()) else {}


def _places(
    pages: Iterable[Page], suspects: Collection[GlyphCode]
) -> Mapping[GlyphCode, Sequence[str]]:
    """The places of some glyphs: three characters each, with spaces for gaps and ends of rows."""
    places: dict[GlyphCode, list[str]] = defaultdict(list)
    for page in pages:
        glyphs = PageGlyphs.of(page.glyphs)
        texts = [SPACE.sub(" ", entry.text) for entry in glyphs.entries]
        own = np.array([entry[1:3] in suspects for entry in glyphs.entries], dtype=bool)
        gaps = np.abs(glyphs.x0[1:] - glyphs.x1[:-1]) > GAP * glyphs.size[1:]
        gaps |= np.abs(np.diff(glyphs.y)) > BASELINE * glyphs.size[1:]
        is_apart = [True, *gaps.tolist(), True]
        ids = glyphs.ids.tolist()
        for at in np.flatnonzero(own[glyphs.ids]).tolist():
            before = " " if is_apart[at] else texts[ids[at - 1]][-1:]
            after = " " if is_apart[at + 1] else texts[ids[at + 1]][:1]
            entry = glyphs.entries[ids[at]]
            places[entry[1:3]].append(f"{before or ' '}{entry.text[:1]}{after or ' '}")
    return places


def _is_within_words(places: Sequence[str]) -> bool:
    within = [place for place in places if place[0].isalpha() and place[-1].isalpha()]
    return len(within) >= MIN_CERTAIN


def with_texts(page: Page, texts: Mapping[GlyphCode, str]) -> Page:
    """A page whose glyphs have other texts, where they are known."""
    glyphs = PageGlyphs.of(page.glyphs)
    if not any(entry[1:3] in texts for entry in glyphs.distinct):
        return page
    entries = [e._replace(text=texts.get(e[1:3], e.text)) for e in glyphs.entries]
    return replace(page, glyphs=glyphs.with_entries(entries))
