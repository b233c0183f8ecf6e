"""How likely the letters of a word are in a language, by the three letters that stand together.

The table of each language has the logarithm of the probability of a letter after two others, with
the ends of the word as letters, counted over the words of `known_words` (word forms of official
documents of the United Nations; lists of Tesseract's word recognizers, tessdata_fast 4.1,
Apache-2.0) and smoothed by the probability after one letter.  An unknown word that is made as
others are is likely, as most names, forms and compounds; one with a wrong letter seldom is.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
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
    places, table, size = own.places, own.table, len(own.places) + 1
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
