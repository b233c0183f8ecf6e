"""Glyphs of left-to-right scripts whose ToUnicode value has both bytes of a character in one.

Ghostscript 10.0 writes the first value of a range as its high byte OR its low byte, and counts the
others up from it: `4` for д or а, `û` for the ligature fi, `A` for Ł.  Of the letters of a ligature
it adds up the first and the third: `f` for fi, `o` for ffi.  Which one of a few letters a glyph is,
show its words, and those of others of its range.  A glyph that no word shows is left as it is.
(Arabic: `combined_bytes`.)
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from math import prod

from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.combined_values import (
    Values,
    combined_values,
    of_same_range,
    undecided,
)
from unreport.readers.pdf.bidi.font_faults.glyph_words import Word, words_with
from unreport.readers.pdf.bidi.letters import UNMAPPED
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.file.page_glyphs import GlyphCode, with_texts
from unreport.readers.pdf.spelling.known_words import is_known, is_surely_usual

PARTS = re.compile("[-’']")
CYRILLIC_WORD = re.compile("[а-яё]{4,}")
MAX_TRIED = 100_000  # readings of words at a time
MAX_ROUNDS = 8
LEAST_LETTERS, LONG_WORD = 3, 6
MIN_LETTERS = 2  # that are known, of a word that shows a glyph by itself
MIN_WORDS = 2
CLEAR_LEAD = 3  # times as many words as with any other correction
MIN_PROVED, MIN_KNOWN = 8, 0.7  # words of a document in Cyrillic, and the share that is known


def read_combined_letters(pages: Sequence[Page], evidence: Evidence) -> list[Page]:
    """The pages, with the letters that such glyphs have by their words."""
    values = combined_values(pages, evidence)
    if not values.options:
        return [*pages]
    words = words_with(values.options, pages)
    found = _corrections(values, words)
    if values.is_cyrillic and not _is_proved(values, found, words):
        return [*pages]
    found |= of_same_range(values, found)
    if values.is_cyrillic:
        found |= undecided(values, found)
    evidence.combined_letters |= {
        glyph: text for glyph, text in found.items() if text != values.texts[glyph]
    }
    return [with_texts(page, evidence.combined_letters) for page in pages]


def _corrections(values: Values, words: Sequence[Word]) -> dict[GlyphCode, str]:
    """The letters of glyphs by their words: by those of few glyphs first, which tell others.

    Where no more glyphs have several words, one word that is long enough shows its glyph.
    """
    found: dict[GlyphCode, str] = {}
    for least, is_word in ((MIN_WORDS, is_surely_usual), (1, is_known)):
        if least == 1:
            words = [word for word in words if _known_letters(word, values, found) >= MIN_LETTERS]
        for _ in range(MAX_ROUNDS):
            votes = _votes(values, words, found, is_word)
            clear = {glyph: _clear(own, least) for glyph, own in votes.items()}
            new = {glyph: text for glyph, text in clear.items() if text}
            if not new:
                break
            found |= new
        if all(text == values.texts[glyph] for glyph, text in found.items()):
            return {}
        found |= _only_letters(values, words, found)
    return found


def _known_letters(word: Word, values: Values, found: Mapping[GlyphCode, str]) -> int:
    """How many glyphs of a word are letters without question."""
    return sum(
        found[glyph] != values.texts[glyph]
        if glyph in found
        else glyph not in values.options and values.texts.get(glyph, "").isalpha()
        for glyph in word
    )


def _only_letters(
    values: Values, words: Iterable[Word], found: Mapping[GlyphCode, str]
) -> dict[GlyphCode, str]:
    """The glyphs between Cyrillic letters that may be one Cyrillic letter only, as ё."""
    return {
        second: options[0]
        for word in words
        for first, second, third in zip(word, word[1:], word[2:], strict=False)
        if second in values.options
        and second not in found
        and len(options := [o for o in values.options[second] if o != values.texts[second]]) == 1
        and _is_cyrillic(first, values, found)
        and _is_cyrillic(third, values, found)
    }


def _votes(
    values: Values,
    words: Iterable[Word],
    found: Mapping[GlyphCode, str],
    is_word: Callable[[str], bool],
) -> Mapping[GlyphCode, Counter[str]]:
    """In how many words each reading of an open glyph is the only one that makes a word."""
    votes: dict[GlyphCode, Counter[str]] = defaultdict(Counter)
    open_words = [
        (word, options)
        for word in words
        if (options := _options(word, values, found))
        and not all(values.texts.get(glyph, "").isdecimal() for glyph in word)
    ]
    tried = 0
    for word, options in sorted(open_words, key=lambda item: _count(item[1])):
        tried += _count(options)
        if tried > MAX_TRIED:
            break
        readings = [
            dict(zip(options, chosen, strict=True)) for chosen in product(*options.values())
        ]
        fitting = [
            own for own in readings if _are_words(_read(word, values, {**found, **own}), is_word)
        ]
        for glyph in options:
            texts = {reading[glyph] for reading in fitting}
            if len(texts) == 1:
                votes[glyph][texts.pop()] += 1 if len(word) < LONG_WORD else MIN_WORDS
    return votes


def _options(
    word: Word, values: Values, found: Mapping[GlyphCode, str]
) -> dict[GlyphCode, Sequence[str]]:
    """What the open glyphs of a word may be.

    A word of Cyrillic letters has others than these at its ends only.
    """
    options = {g: values.options[g] for g in word if g in values.options and g not in found}
    if any(_is_cyrillic(glyph, values, found) for glyph in word):
        for glyph in word[1:-1]:
            own = values.texts[glyph] if glyph in options else ""
            if own:
                options[glyph] = [o for o in options[glyph] if o != own] or [own]
    return options


def _is_cyrillic(glyph: GlyphCode, values: Values, found: Mapping[GlyphCode, str]) -> bool:
    return "\u0400" < found.get(glyph, values.texts.get(glyph, "")) < "\u0460"


def _count(options: Mapping[GlyphCode, Sequence[str]]) -> int:
    return prod(map(len, options.values()))


def _clear(votes: Counter[str], least: int) -> str:
    """The reading that far more words show than any other; "" if there is none."""
    (best, most), *others = votes.most_common(2)
    second = others[0][1] if others else 0
    return best if most >= max(least, CLEAR_LEAD * second) else ""


def _read(word: Word, values: Values, found: Mapping[GlyphCode, str]) -> str:
    """A word in lower case, without what is no letter at its ends."""
    texts = (found.get(glyph, values.texts.get(glyph, UNMAPPED)) for glyph in word)
    text = "".join(texts).lower()
    start = next((at for at, char in enumerate(text) if char.isalpha()), len(text))
    end = next((at for at in range(len(text), start, -1) if text[at - 1].isalpha()), start)
    return text[start:end]


def _are_words(text: str, is_word: Callable[[str], bool]) -> bool:
    """Whether a text is a word, or words with hyphens and apostrophes between them."""
    long = [part for part in PARTS.split(text) if len(part) >= LEAST_LETTERS]
    return bool(long) and all(part.isalpha() and is_word(part) for part in long)


def _is_proved(values: Values, found: Mapping[GlyphCode, str], words: Sequence[Word]) -> bool:
    """Whether most words of which all glyphs are read, in Cyrillic, are known."""
    read = [word for word in words if all(g in found or g not in values.options for g in word)]
    texts = (_read(word, values, found) for word in read)
    own = [text for text in texts if CYRILLIC_WORD.fullmatch(text)]
    known = sum(map(is_known, own))
    return known >= max(MIN_PROVED, MIN_KNOWN * len(own))
