"""Letters that a font draws as a skeleton and its dots, read by one decision for each skeleton.

Recent fonts draw `ن ت ب` with one glyph of a skeleton, and their dots with glyphs that other
letters have, too.  A producer gives the text of both to one of them (WeasyPrint): the dots have
that of some letter with these dots, the skeleton has none.  Both together are one letter of the
Arabic script at most, so that the words with a skeleton, whatever its dots are in each, show which
one it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby

from unreport.readers.pdf.bidi.baselines.token_row import TokenRow
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.encodings.skeletons import (
    DOTS,
    DOTS_UNIT,
    SKELETONS,
    letter_of,
)
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.letters import UNMAPPED
from unreport.readers.pdf.file.page_glyphs import GlyphCode
from unreport.readers.pdf.spelling.known_words import is_known

PLACEHOLDERS = {dots: chr(0xE000 + at) for at, dots in enumerate(sorted({*DOTS.values()}))}
"""For the letters that some dots and an unknown skeleton are."""
LETTERS: Mapping[str, Mapping[int, str]] = {
    skeleton: {ord(char): letters.get(dots, UNMAPPED) for dots, char in PLACEHOLDERS.items()}
    for skeleton, letters in SKELETONS.items()
}
HAMZA_ABOVE, SEATED_HAMZA, YEH = "\N{ARABIC HAMZA ABOVE}", "ئ", "ي"
MIN_WORDS = 4  # distinct ones of a skeleton
MIN_SURE_WORDS = 2  # if all of them are known, and none with another skeleton
MAX_WORDS = 60  # of a skeleton, that are kept
MIN_LETTERS = 3  # of such a word
MIN_KNOWN = 0.8  # of the words, with the letters of a skeleton
MAX_OTHER = 0.6  # of these, with those of any other


def read_skeletons(rows: Iterable[TokenRow], evidence: Evidence) -> None:
    """Note the letters of skeletons with dots, in the rows so far, as read glyphs."""
    words = [[*own] for row in rows if row.has_unmapped for own in _words(row)]
    words = [own for own in words if any(cluster.code >= DOTS_UNIT for cluster in own)]
    while words:
        decided = len(evidence.read_glyphs)
        skeletons = _keep_words(words, evidence)
        for skeleton in skeletons - evidence.skeletons.keys():
            if found := _likeliest(evidence.words_of_skeletons[skeleton]):
                evidence.skeletons[skeleton] = found
        for cluster in (cluster for own in words for cluster in own):
            if cluster.text.startswith(UNMAPPED) and (letter := _letter(cluster, evidence)):
                evidence.read_glyphs[cluster.font, cluster.code] = letter
        if len(evidence.read_glyphs) == decided:
            break


def _letter(cluster: Cluster, evidence: Evidence) -> str:
    """The letter of a glyph of a known skeleton, with its dots or before its hamza."""
    known = cluster.skeleton or evidence.skeletons.get(_skeleton(cluster), "")
    if cluster.code >= DOTS_UNIT:
        return letter_of(known, cluster.mapped_text)
    is_seat = HAMZA_ABOVE in cluster.text and letter_of(known, SEATED_HAMZA)
    return YEH if is_seat else ""


def _words(row: TokenRow) -> Iterator[list[Cluster]]:
    """The clusters of each word of a row, in the order of their letters."""
    for is_word, own in groupby(row.clusters, _is_letter):
        if is_word:
            yield [cluster for cluster in own if cluster is not None][::-1]


def _is_letter(cluster: Cluster | None) -> bool:
    return cluster is not None and (cluster.bidi_class == "R" or cluster.text.startswith(UNMAPPED))


def _skeleton(cluster: Cluster) -> GlyphCode:
    return cluster.font, cluster.code % DOTS_UNIT


def _keep_words(words: Iterable[list[Cluster]], evidence: Evidence) -> set[GlyphCode]:
    """Keep the words in which one skeleton alone is unknown; the skeletons that have some."""
    found: set[GlyphCode] = set()
    for own in words:
        text, unknown = _spelt(own, evidence)
        if len(unknown) == 1 and len(text) >= MIN_LETTERS and UNMAPPED not in text:
            (skeleton,) = unknown
            kept = evidence.words_of_skeletons.setdefault(skeleton, set())
            if len(kept) < MAX_WORDS:
                kept.add(text)
                found.add(skeleton)
    return found


def _spelt(word: Iterable[Cluster], evidence: Evidence) -> tuple[str, set[GlyphCode]]:
    """The letters of a word without marks, and its unknown skeletons."""
    letters: list[str] = []
    unknown: set[GlyphCode] = set()
    for cluster in word:
        if cluster.code < DOTS_UNIT:
            letters.append(cluster.base_text or cluster.text)
        elif letter := evidence.read_glyphs.get((cluster.font, cluster.code), ""):
            letters.append(letter)
        else:
            unknown.add(_skeleton(cluster))
            letters.append(PLACEHOLDERS[DOTS[cluster.mapped_text]])
    return "".join(letters), unknown


def _likeliest(words: Collection[str]) -> str:
    """The skeleton with which nearly all words are known, where with no other one so many are."""
    counts = {
        skeleton: sum(is_known(word.translate(letters)) for word in words)
        for skeleton, letters in LETTERS.items()
    }
    best = max(counts, key=lambda skeleton: counts[skeleton])
    known = counts[best]
    dots = {dots for dots, char in PLACEHOLDERS.items() if any(char in word for word in words)}
    others = [key for key in SKELETONS if any(_differ(key, best, kind) for kind in dots)]
    most = max((counts[key] for key in others), default=0)
    if len(words) < MIN_WORDS:
        return best if MIN_SURE_WORDS <= len(words) == known and not most else ""
    return best if known >= MIN_KNOWN * len(words) and most <= MAX_OTHER * known else ""


def _differ(skeleton: str, other: str, dots: str) -> bool:
    """Whether a skeleton is another letter with some dots than the other one is."""
    letter = SKELETONS[skeleton].get(dots)
    return letter is not None and letter != SKELETONS[other].get(dots)
