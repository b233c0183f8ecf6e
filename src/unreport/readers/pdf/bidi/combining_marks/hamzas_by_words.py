"""Hamzas and maddas without ToUnicode values, by the words that they make.

A font may decompose `أ` into the alef and its hamza, and a producer map the first of the glyphs to
the letter, or to the alef, and the second one to nothing (PDFKit).  Hardly a word with such a mark
is known without it, and nearly all are with one and the same hamza.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np

from unreport.readers.pdf.bidi.clusters import ZERO_WIDTH, Cluster, PageBases, page_texts
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.letters import UNMAPPED
from unreport.readers.pdf.bidi.page_clusters import clusters_of_page
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.page_glyphs import GlyphCode, PageGlyphs, with_texts
from unreport.readers.pdf.spelling.known_words import is_known

Word: TypeAlias = tuple[str, ...]  # its letters, with U+FFFD after those that bear the mark

HAMZAS = ("\N{ARABIC HAMZA ABOVE}", "\N{ARABIC HAMZA BELOW}", "\N{ARABIC MADDAH ABOVE}")
NO_TEXT = frozenset({"", UNMAPPED})
ARABIC = re.compile("[\u0620-\u064a\ufe80-\ufefc]")
MIN_WORDS = 4  # distinct ones of a mark
LEAST_LETTERS = 3  # of a word
MIN_KNOWN = 0.75  # of the words, with the hamza
MAX_OTHER = 0.6  # of these, with another one or none
JOINED = 0.15  # em between two letters of a word
BASELINE = 0.5  # em between two baselines of a word
MAX_LETTERS = 30  # of a word


def read_hamzas(pages: Sequence[Page], evidence: Evidence) -> list[Page]:
    """The pages, with the hamzas for which marks without text stand by their words."""
    words: dict[GlyphCode, set[Word]] = defaultdict(set)
    for page in pages:
        if _has_marks_without_text(PageGlyphs.of(page.glyphs), evidence.hamzas):
            found = [*_words_of_marks(page)]
            for glyph, word in found:
                words[glyph].add(word)
            if not found:
                break  # its glyphs without text are no marks, but parts of clusters
    evidence.hamzas |= {glyph: hamza for glyph, own in words.items() if (hamza := _hamza_of(own))}
    return [with_texts(page, evidence.hamzas) for page in pages] if evidence.hamzas else [*pages]


def _has_marks_without_text(glyphs: PageGlyphs, known: Container[GlyphCode]) -> bool:
    """Whether a page has several glyphs without text and width."""
    entries = glyphs.entries
    used = ((at, entries[at]) for at in glyphs.counts)
    own = [at for at, entry in used if entry.text in NO_TEXT and entry[1:3] not in known]
    if not own or not any(map(ARABIC.search, (entry.text for entry in glyphs.distinct))):
        return False
    is_own = np.isin(glyphs.ids, own) & (glyphs.x1 - glyphs.x0 < ZERO_WIDTH)
    return int(np.count_nonzero(is_own)) >= MIN_WORDS


def _words_of_marks(page: Page) -> Iterator[tuple[GlyphCode, Word]]:
    """The marks without text of a page, and their words."""
    bases, marks = clusters_of_page(page, page_texts(page))
    unknown = [mark for mark in marks if mark.text == UNMAPPED]
    places = {at: mark for mark in unknown if (at := _place_under(mark, bases)) is not None}
    for at, mark in places.items():
        if word := _word_around(at, bases, places):
            yield (mark.font, mark.code), word


def _place_under(mark: Cluster, bases: PageBases) -> int | None:
    """Where the letter is that a mark is on: after it in visual order, before it in logical."""
    at = bases.first_from(mark.order)
    beside = [
        place
        for place in range(max(0, at - 1), min(at + 1, len(bases)))
        if bases[place].bidi_class == "R" and abs(bases[place].order - mark.order) == 1
    ]
    if not beside:
        return None
    return max(beside, key=lambda place: bases[place].x0)


def _word_around(at: int, bases: PageBases, places: Mapping[int, Cluster]) -> Word:
    """The letters of a word in logical order, `UNMAPPED` after those that bear the same mark."""
    start = end = at
    while start and end - start < MAX_LETTERS and _are_joined(bases[start - 1], bases[start]):
        start -= 1
    while end + 1 < len(bases) and end - start < MAX_LETTERS:
        if not _are_joined(bases[end], bases[end + 1]):
            break
        end += 1
    letters: list[str] = []
    for place in range(start, end + 1):
        mark = places.get(place)
        if mark is not None and mark.code != places[at].code:
            return ()
        text = bases[place].text
        letters.append(text if mark is None else _bare(text) + UNMAPPED)
    is_visual = any(a.x0 < b.x0 for a, b in pairwise(bases[start : end + 1]))
    return tuple(letters[::-1] if is_visual else letters)


def _bare(text: str) -> str:
    """Letters without their hamzas."""
    plain = unicodedata.normalize("NFD", text)
    return "".join(char for char in plain if char not in HAMZAS)


def _are_joined(one: Cluster, other: Cluster) -> bool:
    gap = max(other.x0 - one.x1, one.x0 - other.x1)
    is_word = one.bidi_class == other.bidi_class == "R" and UNMAPPED not in one.text + other.text
    return is_word and gap < JOINED * one.size and abs(one.y - other.y) < BASELINE * one.size


def _hamza_of(words: Collection[Word]) -> str:
    """The hamza that makes nearly all words known, where no other does; "" if there is none."""
    own = [word for word in words if len(word) >= LEAST_LETTERS]
    if len(own) < MIN_WORDS:
        return ""
    known = {hamza: sum(map(is_known, _with(own, hamza))) for hamza in (*HAMZAS, "")}
    best = max(HAMZAS, key=lambda hamza: known[hamza])
    other = max(count for hamza, count in known.items() if hamza != best)
    is_clear = known[best] >= MIN_KNOWN * len(own) and other <= MAX_OTHER * known[best]
    return best if is_clear else ""


def _with(words: Collection[Word], hamza: str) -> Iterator[str]:
    """The words with a hamza for its mark, without vowel signs."""
    for word in words:
        plain = unicodedata.normalize("NFD", "".join(word)).replace(UNMAPPED, hamza)
        kept = [char for char in plain if not unicodedata.combining(char) or char in HAMZAS]
        text = "".join(kept)
        yield unicodedata.normalize("NFC", text)
