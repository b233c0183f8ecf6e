"""How likely the letters of a word are in a language, by the three letters that stand together.

The table of each language has the logarithm of the probability of a letter after two others, with
the ends of the word as letters, counted over the words of `known_words` (word forms of official
documents of the United Nations; lists of Tesseract's word recognizers, tessdata_fast 4.1,
Apache-2.0) and smoothed by the probability after one letter.  An unknown word that is made as
others are is likely, as most names, forms and compounds; one with a wrong letter seldom is.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from msgspec import Struct

from unreport.readers.pdf.spelling.known_words import (
    FIRST_OF_PREFIXES,
    LANGUAGES_OF,
    MIN_STEM,
    PREFIXES,
    script_of,
)

_LATIN = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS: Mapping[str, str] = MappingProxyType(
    {
        "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
        "en": _LATIN,
        "es": f"{_LATIN}áéíóúüñ",
        "fr": f"{_LATIN}àâæçèéêëîïôùûüÿœ",
        "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
    }
)
"""The letters of each language, in the order of the tables and of their rows."""
STEP = 0.25  # of the logarithms, natural ones, of which the tables have the multiple, negative
LEAST = -15.75  # of a trigram; that of a letter which a language has not


class Trigrams(Struct, frozen=True, kw_only=True):
    """The trigrams of a language."""

    places: Mapping[str, int]  # of its letters; 0 is the end of a word
    table: bytes

    @property
    def size(self) -> int:
        """How many letters there are, with the end of a word."""
        return len(self.places) + 1

    def cost(self, before: int, last: int, letter: int) -> int:
        """How unlikely a letter is after two others, by their places, in steps."""
        size = len(self.places) + 1
        return self.table[(before * size + last) * size + letter]

    def letters_between(self, before: Sequence[int], after: Sequence[int], most: float) -> str:
        """The letters between two and one or two others that make no two trigrams too unlikely.

        `most` is the sum of the costs of two trigrams.
        """
        size = len(self.places) + 1
        row = (before[0] * size + before[1]) * size
        first = self.table[row : row + size]
        second = self.table[before[1] * size * size + after[0] :: size][:size]
        if len(after) == 1:
            third = bytes(size)
        else:
            third = self.table[after[0] * size + after[1] :: size * size]
        return "".join(
            letter
            for letter, one, two, three in zip(
                self.places, first[1:], second[1:], third[1:], strict=True
            )
            if one + two <= most and two + three <= most and one + three <= most
        )


def likeliest_trigrams(word: str) -> Trigrams:
    """The trigrams of the language of its script in which a word is likeliest."""
    languages = LANGUAGES_OF[script_of(word)]
    if len(languages) == 1:
        return trigrams()[languages[0]]
    return trigrams()[max(languages, key=lambda language: _likelihood(word, language))]


def likelihood(word: str) -> float:
    """The logarithm of the probability of the two least likely trigrams of a word.

    The word, in lower case and without vowel signs, is taken for one of the language of its script
    in which it is likeliest; one in Arabic with its prefixes or without.

    >>> likelihood("session") > likelihood("sessjon")
    True
    """
    languages = LANGUAGES_OF[script_of(word)]
    return max(_likelihood(form, language) for form in _forms(word) for language in languages)


def _forms(word: str) -> list[str]:
    forms = [word]
    if word[0] in FIRST_OF_PREFIXES:
        forms += [
            word[len(prefix) :]
            for prefix in PREFIXES
            if word.startswith(prefix) and len(word) - len(prefix) >= MIN_STEM
        ]
    return forms


def _likelihood(word: str, language: str) -> float:
    own = trigrams()[language]
    places, table, size = own.places, own.table, own.size
    first = second = 0.0
    before = last = 0
    for letter in (*word, ""):
        place = places.get(letter, 0)
        if not place and letter:
            value = -LEAST
        else:
            value = table[(before * size + last) * size + place] * STEP
        if value > first:
            first, second = value, first
        elif value > second:
            second = value
        before, last = last, place
    return -first - second


@lru_cache(maxsize=1)
def trigrams() -> Mapping[str, Trigrams]:
    """The trigrams of each language."""
    data = zlib.decompress(files(__package__).joinpath("letter_trigrams.bin").read_bytes())
    found: dict[str, Trigrams] = {}
    at = 0
    for language, letters in ALPHABETS.items():
        end = at + (len(letters) + 1) ** 3
        places = {letter: place for place, letter in enumerate(letters, 1)}
        found[language] = Trigrams(places=MappingProxyType(places), table=data[at:end])
        at = end
    return MappingProxyType(found)
