"""Fonts whose ToUnicode values cannot be the letters on the page, by improbable bigrams."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from msgspec import Struct

from unreport.languages import LEXICONS
from unreport.readers.pdf.bidi.baselines.logical_row import LogicalRow
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.spelling.bigrams import BIGRAMS, UNLISTED_SHARE

# Whole words in lower case: names, symbols, addresses, markup and formulas follow no spelling.
WORD = re.compile(
    r"(?<![\w@/:._\\#$&=<>{}|^~\u00ad-])(?:[a-zß-öø-ÿœ]{3,}|[а-яё]{3,}|[\u0621-\u0652]{3,})"
    r"(?![\w@/:_\\&=<>{}|^~\u00ad-]|\.\w)"
)
MARKS = re.compile("[\u0640\u064b-\u0652]+")
ROMAN = re.compile("[ivxlc]+")
WORDS_OF_GLYPH = 24  # that are kept
MIN_WORDS = 60  # distinct words; a font with fewer is not judged
MIN_CONTEXTS = 5  # distinct letters around a bigram
MIN_SIDE = 3  # distinct letters on each side; one stem in many forms has one on its left: `файл`
MAX_RATIO = 30.0  # to the expected count: correct texts reach 20, A/RES/77/247 in Spanish has 58
MIN_COMMON_SHARE = {"Cyrillic": 0.01, "Latin": 0.08}
"""Least share of a script's commonest words; below it the language is not one of the six."""
MAX_FOREIGN = 0.1  # words of other languages to those of the six
MIN_FOREIGN = 2  # distinct words of another language
OTHER_LANGUAGES = frozenset(
    "não uma são pela pelo und der die das che della het een van att och som nie jest się "
    "що які від було това които който није који است این برای های شده شود باشد کرد".split()
)
COMMON_WORDS = {
    "Cyrillic": frozenset("для что его как при это или также".split()),
    "Latin": frozenset(word for name in ("en", "es", "fr") for word in LEXICONS[name].stop_words),
}

WordPages = Mapping[str, list[int]]  # a word and the pages of its occurrences


class MisspeltFont(Struct, frozen=True, kw_only=True):
    """A font whose words are spelt as in no language."""

    font: int
    words: tuple[str, ...]  # with improbable bigrams, the most frequent first
    pages: tuple[int, ...]  # of these words


def record_words(logical: LogicalRow, evidence: Evidence) -> None:
    """Record the words of a row whose letters are all of one font, or of subsets of one."""
    text, page = logical.text, logical.row.page
    fonts_of_row = logical.row.fonts
    fonts = None if len(set(fonts_of_row)) == 1 else logical.fonts
    if fonts is None and not logical.has_glyph_evidence:
        for word in words_of(text):
            evidence.words.setdefault((fonts_of_row[0], word), []).append(page)
        return
    has_marks = not text.isascii() and MARKS.search(text) is not None
    new: list[tuple[str, int]] = []
    for found in WORD.finditer(text):
        start, end = found.span()
        own = fonts_of_row[:1] if fonts is None else _fonts_of(fonts[start:end], evidence)
        font = own[0] if own else None
        word = MARKS.sub("", found[0]) if has_marks else found[0]
        if font is None:
            evidence.words_of_fonts.add(word or found[0])
            continue
        if not word:
            continue  # marks alone
        pages = evidence.words.get((font, word))
        if pages is None:
            pages = evidence.words[font, word] = []
            if word == found[0]:
                new.append((word, start))
        pages.append(page)
        evidence.words_of_subsets.update({(other, word): pages for other in own[1:]})
    if new and logical.has_glyph_evidence:
        _record_glyphs(new, logical, evidence)


def _fonts_of(fonts: Iterable[int | None], evidence: Evidence) -> Sequence[int]:
    """The fonts of some characters, spaces apart, that of most first; none if they are several.

    Programs that rewrite files make subsets of a font, which are one.
    """
    own = [font for font in fonts if font is not None]
    distinct = {*own}
    if len(distinct) == 1:
        return own[:1]
    if len({*map(evidence.base_font, distinct)}) > 1:
        return ()
    return [font for font, _ in Counter(own).most_common()]


def _record_glyphs(
    words: Iterable[tuple[str, int]], logical: LogicalRow, evidence: Evidence
) -> None:
    """Record which glyphs draw the letters of words, of those that draw one letter."""
    unnamed, known = logical.unnamed, evidence.glyph_words
    for word, start in words:
        for place, key in enumerate(logical.keys_of(start, start + len(word))):
            if len(key[2]) == 1:
                own = known.get(key)
                if own is None:
                    known[key] = {word: place}
                elif len(own) < WORDS_OF_GLYPH:
                    own[word] = place
                if unnamed and key[:2] in unnamed:
                    evidence.unnamed_glyphs.setdefault(key[:2], set()).add(word)


def has_foreign_words(words: Iterable[str]) -> bool:
    """Whether some distinct words have usual ones of a language other than the six."""
    return len(OTHER_LANGUAGES.intersection(words)) >= MIN_FOREIGN


def words_of(text: str) -> list[str]:
    """The whole words of a row in lower case, without vowel signs."""
    words: list[str] = WORD.findall(text)
    if text.isascii() or not MARKS.search(text):
        return words
    return [bare for word in words if (bare := MARKS.sub("", word))]


def misspelt_fonts(evidence: Evidence) -> Iterator[MisspeltFont]:
    """The fonts whose words have bigrams far more often than any language."""
    fonts: dict[tuple[int, str], dict[str, list[int]]] = defaultdict(dict)
    for (font, word), pages in evidence.words.items():
        if not ROMAN.fullmatch(word):
            fonts[font, _script(word)][word] = pages
    for (font, script), words in fonts.items():
        if len(words) < MIN_WORDS or not _is_known(words, script):
            continue
        improbable = _improbable_words(words, BIGRAMS[script])
        if improbable:
            where = sorted({page for word in improbable for page in words[word]})
            yield MisspeltFont(font=font, words=tuple(improbable), pages=tuple(where))


def _script(word: str) -> str:
    if "\u0621" <= word[0] <= "\u0652":
        return "Arabic"
    return "Cyrillic" if "\u0400" <= word[0] <= "\u04ff" else "Latin"


def _is_known(words: WordPages, script: str) -> bool:
    """Whether the words are of a language whose bigrams are known."""
    foreign = sum(len(words[word]) for word in OTHER_LANGUAGES & words.keys())
    common = COMMON_WORDS.get(script)
    if common is None:
        return True
    total = sum(map(len, words.values()))
    known = sum(len(words[word]) for word in common & words.keys())
    return known >= MIN_COMMON_SHARE[script] * total and foreign < MAX_FOREIGN * known


def _improbable_words(words: WordPages, usual: Mapping[str, float]) -> list[str]:
    """The words with bigrams that are far too frequent, the most frequent word first."""
    found: set[str] = set()
    least = MAX_RATIO * (UNLISTED_SHARE * len(words))
    counts = Counter(chain.from_iterable(map(_bigrams, words)))
    for bigram, count in [item for item in counts.items() if item[1] > least]:
        if count > MAX_RATIO * (usual.get(bigram, 0.0) * len(words)):
            holding = [word for word in words if bigram in word]
            if _is_varied(bigram, holding):
                found.update(holding)
    return sorted(found, key=lambda word: (-len(words[word]), word))


@lru_cache(maxsize=16384)
def _bigrams(word: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(word)))


def _is_varied(bigram: str, words: Iterable[str]) -> bool:
    """Whether a bigram has many letters on both sides, and is not that of a stem or ending."""
    contexts: set[str] = set()
    for word in words:
        padded = f" {word} "
        places = (at for at in range(1, len(word)) if padded.startswith(bigram, at))
        contexts.update(padded[at - 1] + padded[at + 2] for at in places)
    sides = ({context[0] for context in contexts}, {context[1] for context in contexts})
    return len(contexts) >= MIN_CONTEXTS and min(map(len, sides)) >= MIN_SIDE
