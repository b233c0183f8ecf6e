"""Which fonts give letters that cannot be those on the page: words that no language spells so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from unreport.languages import LEXICONS
from unreport.readers.pdf.bidi.bigrams import PAIRS, SELDOM
from unreport.readers.pdf.bidi.restore import Evidence, Restored

# Whole words in small letters: names, symbols and addresses spell as they like.
WORD = re.compile(
    r"(?<![\w@/:._-])(?:[a-zß-öø-ÿœ]{3,}|[а-яё]{3,}|[\u0621-\u0652]{3,})(?![\w@/:_-]|\.\w)"
)
MARKS = re.compile("[\u0640\u064b-\u0652]+")
ROMAN = re.compile("[ivxlc]+")
LEAST_WORDS = 60  # different ones that a font must have to be judged
LEAST_PLACES = 5  # different letters around a pair; one stem in many forms has one place
TIMES = 30.0  # as often as in any language: right texts reach 20, A/RES/77/247 in Spanish has 58
LEAST_COMMON = {"Cyrillic": 0.01, "Latin": 0.08}
"""Share of a script's commonest words in a font, below which its language is one not known here."""
COMMON = {
    "Cyrillic": frozenset("для что его как при это или также".split()),
    "Latin": frozenset(word for name in ("en", "es", "fr") for word in LEXICONS[name].stop_words),
}

Places = Mapping[str, list[int]]  # a word and the pages that it stands on


class Misspelt(Struct, frozen=True, kw_only=True):
    """A font whose words are spelt as in no language."""

    font: int
    words: tuple[str, ...]  # those that show it, the commonest first
    pages: tuple[int, ...]  # that have such words


def note_words(restored: Restored, evidence: Evidence) -> None:
    """Note the words of a row that are set in one font."""
    row = restored.row
    first = row.cells[0].font
    one = all(cell.font == first for cell in row.cells)
    for found in WORD.finditer(restored.text):
        cells = restored.sources[found.start() : found.end()]
        fonts = {first} if one else {cell.font for cell in cells if cell is not None}
        if len(fonts) == 1:
            word = MARKS.sub("", found[0])
            evidence.words.setdefault((fonts.pop(), word), []).append(row.page)


def misspelt(evidence: Evidence) -> Iterator[Misspelt]:
    """The fonts whose letters are not those that their pages show, as far as words can tell."""
    fonts: dict[tuple[int, str], dict[str, list[int]]] = defaultdict(dict)
    for (font, word), pages in evidence.words.items():
        if not ROMAN.fullmatch(word):
            fonts[font, _script(word)][word] = pages
    for (font, script), words in fonts.items():
        if len(words) < LEAST_WORDS or not _is_known(words, script):
            continue
        odd = _odd(words, PAIRS[script])
        if odd:
            where = sorted({page for word in odd for page in words[word]})
            yield Misspelt(font=font, words=tuple(odd), pages=tuple(where))


def _script(word: str) -> str:
    if "\u0621" <= word[0] <= "\u0652":
        return "Arabic"
    return "Cyrillic" if "\u0400" <= word[0] <= "\u04ff" else "Latin"


def _is_known(words: Places, script: str) -> bool:
    """Whether the words are of a language whose spelling is known."""
    common = COMMON.get(script)
    if common is None:
        return True
    total = sum(map(len, words.values()))
    return sum(len(words[word]) for word in common & words.keys()) >= LEAST_COMMON[script] * total


def _odd(words: Places, usual: Mapping[str, float]) -> list[str]:
    """The words with pairs of letters that are far too many, the commonest first."""
    holders: dict[str, set[str]] = defaultdict(set)
    places: dict[str, set[str]] = defaultdict(set)
    for word in words:
        padded = f" {word} "
        for at in range(1, len(word)):
            pair = padded[at : at + 2]
            holders[pair].add(word)
            places[pair].add(padded[at - 1] + padded[at + 2])
    found: set[str] = set()
    for pair, having in holders.items():
        expected = max(SELDOM, usual.get(pair, 0.0)) * len(words)
        if len(places[pair]) >= LEAST_PLACES and len(having) > TIMES * expected:
            found |= having
    return sorted(found, key=lambda word: (-len(words[word]), word))
