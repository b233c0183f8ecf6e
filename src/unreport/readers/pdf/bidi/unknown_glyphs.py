"""Glyphs without a ToUnicode value, read as the one letter that makes words of all their words.

A producer may map a glyph to nothing because its text was given to a mark over it, or map it to its
own code.  Of some different words with the glyph, each is known with several letters in its place,
but all of them with one only.  A glyph of few words stays unknown, and its rows uncertain.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from unreport.readers.pdf.bidi.baselines.token_row import TokenRow
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.letter_skeletons import read_skeletons
from unreport.readers.pdf.bidi.font_faults.misread_letters import ALPHABETS, LAM_ALEF
from unreport.readers.pdf.bidi.font_faults.unmapped_ligatures import (
    ligature_of,
    may_be,
    measure_letters,
)
from unreport.readers.pdf.bidi.letters import UNMAPPED, bidi_class_of
from unreport.readers.pdf.spelling.known_words import is_known, is_surely_usual, script_of

MIN_WORDS = 4  # distinct ones of a glyph
MAX_WORDS = 40  # of a glyph, that are kept
MIN_LETTERS = 4  # of a word, with the unknown one
LONG, FEWEST_LONG = 6, 2  # letters of words that tell more, and how many of them
LEAST_LETTERS = 3  # of a word that is kept
LEAST_LATIN = 2
LATIN = re.compile("[a-z]")
MIN_WORDS_OF_DOTS = 3  # of a skeleton with dots that ToUnicode maps to a letter
MIN_WORDS_OF_KASHIDA = 2
MIN_KNOWN = 0.85  # of the words, with the letter
MAX_OTHER = 0.5  # of these, with any other letter
MAX_WITHOUT = 0.75  # of these, without the glyph; more are known without a kashida
ALEF, UNDER_HAMZA = "ا", UNMAPPED + "\N{ARABIC HAMZA BELOW}"
LIGATURES: Mapping[str, Sequence[str]] = {
    "Arabic": LAM_ALEF,
    "Cyrillic": (),
    "Latin": ("fi", "fl", "ff", "ffi", "ffl", "ti", "tt", "ft"),
}


def read_unknown_glyphs(rows: Iterable[TokenRow], evidence: Evidence) -> None:
    """Replace glyphs without text by the letters that their words show, in the rows so far."""
    found = [(row, [*_unknown(row)]) for row in rows if not row.unreordered]
    found = [(row, places) for row, places in found if places]
    read_skeletons([row for row, _ in found], evidence)
    for row, places in found:
        measure_letters(row.clusters, evidence)
        for at, cluster in places:
            word = _word_of(row, at)
            own = evidence.unknown_glyphs.setdefault((cluster.font, cluster.code), set())
            least = LEAST_LATIN if LATIN.search(word) else LEAST_LETTERS
            if len(word) >= least and word.strip(UNMAPPED) and len(own) < MAX_WORDS:
                own.add(word)
    glyphs = {(cluster.font, cluster.code): cluster for _, places in found for _, cluster in places}
    for key, cluster in glyphs.items():
        if key not in evidence.read_glyphs and (decided := _decide(cluster, evidence)):
            evidence.read_glyphs[key] = decided
    for row, places in found:
        for at, cluster in places:
            if letter := evidence.read_glyphs.get((cluster.font, cluster.code), ""):
                _read(row, at, cluster, letter)


def _decide(glyph: Cluster, evidence: Evidence) -> str:
    words = evidence.unknown_glyphs[glyph.font, glyph.code]
    decided = _letter_of(words, glyph.mapped_text, lambda letters: may_be(letters, glyph, evidence))
    if decided or not any(map(LATIN.search, words)):
        return decided
    return ligature_of(words, glyph, evidence)


def may_be_kashida(cluster: Cluster, evidence: Evidence) -> bool:
    """Whether a glyph is mapped, or most of its words are known without it; letters are none."""
    if cluster.text != UNMAPPED:
        return True
    found = evidence.unknown_glyphs.get((cluster.font, cluster.code), ())
    words = [word for word in found if len(word.replace(UNMAPPED, "")) >= LEAST_LETTERS]
    if cluster.mapped_text or not words:
        return False
    if len(words) < MIN_WORDS_OF_KASHIDA and any(map(_is_known_with_ligature, words)):
        return False
    return _known_without(words) > MAX_WITHOUT * len(words)


def _is_known_with_ligature(word: str) -> bool:
    return any(is_known(_with(word, ligature)) for ligature in LAM_ALEF)


def _known_without(words: Iterable[str]) -> int:
    return sum(is_known(_with(word, "")) for word in words)


def _unknown(row: TokenRow) -> Iterator[tuple[int, Cluster]]:
    if not row.has_unmapped:
        return
    for at, cluster in enumerate(row.clusters):
        if cluster is not None and cluster.text.startswith(UNMAPPED):
            yield at, cluster


def _read(row: TokenRow, at: int, cluster: Cluster, letter: str) -> None:
    text = unicodedata.normalize("NFC", letter + cluster.text[1:])
    row.change(at, text, bidi_class_of(letter))


def _word_of(row: TokenRow, place: int) -> str:
    """The letters of the word of an unknown glyph, in logical order; "" if others are unknown."""
    clusters = row.clusters
    start = end = place
    while start and _is_letter(clusters[start - 1]):
        start -= 1
    while end + 1 < len(clusters) and _is_letter(clusters[end + 1]):
        end += 1
    own = [cluster for cluster in clusters[start : end + 1] if cluster is not None]
    code = own[place - start].code
    if any(cluster.text.startswith(UNMAPPED) and cluster.code != code for cluster in own):
        return ""
    if any(cluster.bidi_class == "R" and cluster.text[:1] != UNMAPPED for cluster in own):
        own.reverse()
    plain = unicodedata.normalize("NFD", "".join(cluster.text for cluster in own))
    text = "".join(char for char in plain if not _is_vowel_sign(char))
    return unicodedata.normalize("NFC", text).lower()


def _is_letter(cluster: Cluster | None) -> bool:
    return cluster is not None and (cluster.text.startswith(UNMAPPED) or cluster.text[:1].isalpha())


def _is_vowel_sign(char: str) -> bool:
    return "\u064b" <= char <= "\u0652" or char == "\N{ARABIC TATWEEL}"


def _with(word: str, letters: str) -> str:
    r"""A word with letters for its unknown glyph, on which a hamza may stand.

    >>> _with("ال\ufffd\u0654من", "ا")
    'الأمن'
    """
    return unicodedata.normalize("NFC", word.replace(UNMAPPED, letters))


def _letter_of(words: Collection[str], likely: str, fits: Callable[[str], bool]) -> str:
    """The letters that make nearly all words known, where no others do; "" if there are none.

    A kashida is nothing: its words are known without it.  A letter that is likely, as that of the
    dots of a skeleton, need only make fewer words known, but all of them.  Letters that are not as
    wide as the glyph do not count.
    """
    are_many = bool(likely) and len(words) >= MIN_WORDS_OF_DOTS
    if are_many and all(is_known(_with(word, likely)) for word in words):
        return likely
    if any(UNDER_HAMZA in word and is_known(_with(word, ALEF)) for word in words):
        return ALEF  # no other letter has a hamza below
    own = [word for word in words if len(word) >= MIN_LETTERS]
    if len(own) < MIN_WORDS:
        return _letter_of_long_words([word for word in own if len(word) >= LONG], fits)
    counts = _known_with_each(own, fits)
    best = max(counts, key=lambda letter: counts[letter])
    known = counts.pop(best)
    is_clear = max(counts.values()) <= MAX_OTHER * known
    is_clear = is_clear and _known_without(own) <= MAX_WITHOUT * known
    return best if is_clear and known >= max(MIN_WORDS, MIN_KNOWN * len(own)) else ""


def _letter_of_long_words(words: Sequence[str], fits: Callable[[str], bool]) -> str:
    """The letters that make all of a few long words known and some usual, where no others do."""
    if len(words) < FEWEST_LONG or _known_without(words):
        return ""
    counts = _known_with_each(words, fits, is_surely_usual)
    able = [letter for letter, count in counts.items() if count]
    if len(able) != 1 or counts[able[0]] < FEWEST_LONG:
        return ""
    return able[0] if all(is_known(_with(word, able[0])) for word in words) else ""


def _known_with_each(
    words: Sequence[str], fits: Callable[[str], bool], is_word: Callable[[str], bool] = is_known
) -> dict[str, int]:
    """How many are words with each letter and ligature of their script."""
    script = script_of(next(char for char in words[0] if char != UNMAPPED))
    return {
        letter: sum(is_word(_with(word, letter)) for word in words) if fits(letter) else 0
        for letter in (*ALPHABETS[script], *LIGATURES[script])
    }
