"""Words of five languages as Bloom filters: whether letters that were read make a word.

The filters hold no text.  They were filled with the word forms of official documents of the
United Nations and with the lists of the word recognizers of Tesseract (tessdata_fast 4.1,
Apache-2.0): words in lower case, without those that lack an accent, a hamza or the dots of teh
marbuta that another word of the list has.  Of the words of texts that did not fill them they
know 96 to 99.9 in a hundred.  Names and rare words are not among them, so one unknown word shows
nothing; a font in which many are unknown does, and so does one whose unknown words are known once
a letter is replaced by another one.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import repeat
from types import MappingProxyType

BITS_PER_WORD = 12
HASHES = 6  # with 12 bits a word, one of three hundred other words is taken for a known one
LANGUAGES = ("ar", "en", "es", "fr", "ru")  # in the order of their filters
LANGUAGES_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"Arabic": ("ar",), "Cyrillic": ("ru",), "Latin": ("en", "fr", "es")}
)
"""The languages of a script, of those that have a filter."""
SCRIPTS = tuple(LANGUAGES_OF)  # each with a filter of the words of official documents alone
LENGTH_BYTES = 4
MIN_STEM = 3
PREFIXES = (
    "وال", "بال", "فال", "كال", "ولل", "ال", "لل", "وب", "ول", "فل", "و", "ف", "ب", "ل", "ك",
)  # fmt: skip
"""Arabic conjunctions, prepositions and the article, which are written as part of the word."""
FIRST_OF_PREFIXES = frozenset(prefix[0] for prefix in PREFIXES)


def script_of(word: str) -> str:
    """The script of a word, of those that have a filter: that of its first letter."""
    if "\u0621" <= word[0] <= "\u06ff":
        return "Arabic"
    return "Cyrillic" if "\u0400" <= word[0] <= "\u04ff" else "Latin"


@lru_cache(maxsize=32768)
def is_known(word: str) -> bool:
    """Whether a word, in lower case and without vowel signs, is one of a language of its script.

    >>> is_known("والمنظمات"), is_known("والمنطماب"), is_known("session"), is_known("sessjon")
    (True, False, True, False)
    """
    return any(is_known_in(word, language) for language in LANGUAGES_OF[script_of(word)])


def is_known_spelling(word: str) -> bool:
    """Whether a word is known, or is with its final yeh written without dots, as in Egypt.

    >>> is_known_spelling("المدني"), is_known_spelling("المدنى"), is_known_spelling("المدنر")
    (True, True, False)
    """
    return is_known(word) or (word.endswith("ى") and is_known(f"{word[:-1]}ي"))


@lru_cache(maxsize=32768)
def is_known_in(word: str, language: str) -> bool:
    """Whether a word, in lower case and without vowel signs, is one of a language.

    >>> is_known_in("session", "en"), is_known_in("sesión", "en"), is_known_in("sesión", "es")
    (True, False, True)
    """
    return _holds(filters()[language], word)


@lru_cache(maxsize=32768)
def is_usual(word: str) -> bool:
    """Whether a word, in lower case and without vowel signs, is one of official documents.

    >>> is_usual("committee"), is_usual("commode")
    (True, False)
    """
    return _holds(filters()[script_of(word)], word)


def _holds(bits: bytes, word: str) -> bool:
    """Whether a filter has a word, with an Arabic prefix or without."""
    if contains(bits, word):
        return True
    if word[0] not in FIRST_OF_PREFIXES:
        return False
    return any(
        contains(bits, word[len(prefix) :])
        for prefix in PREFIXES
        if word.startswith(prefix) and len(word) - len(prefix) >= MIN_STEM
    )


def is_surely_usual(word: str) -> bool:
    """Whether a word is usual and known: of many words, one filter alone has some by chance.

    >>> is_surely_usual("committee"), is_surely_usual("cormittee")
    (True, False)
    """
    return is_usual(word) and is_known(word)


def likeliest_language(words: Iterable[str]) -> str:
    """The language of a script that knows most of some words of it, as of one font or page.

    Those of a document, which may be two, are told by its function words (`languages_of`).

    >>> likeliest_language(["las", "delegaciones", "acordaron", "session"])
    'es'
    """
    own = list(words)
    languages = LANGUAGES_OF[script_of(own[0])]
    return max(languages, key=lambda language: sum(map(is_known_in, own, repeat(language))))


@lru_cache(maxsize=1)
def filters() -> Mapping[str, bytes]:
    """The filter of each language, and that of the usual words of each script."""
    data = files(__package__).joinpath("known_words.bin").read_bytes()
    found: dict[str, bytes] = {}
    at = 0
    for name in (*LANGUAGES, *SCRIPTS):
        size = int.from_bytes(data[at : at + LENGTH_BYTES])
        at += LENGTH_BYTES
        found[name] = data[at : at + size]
        at += size
    return MappingProxyType(found)


def contains(bits: bytes, word: str) -> bool:
    """Whether a Bloom filter may hold a word."""
    first, step = _hashes(word)
    size = len(bits) * 8
    for _ in range(HASHES):
        at = first % size
        if not bits[at >> 3] >> (at & 7) & 1:
            return False
        first += step
    return True


def word_filter(words: Iterable[str]) -> bytes:
    """A Bloom filter of some words.

    >>> contains(word_filter(["committee", "session"]), "session")
    True
    """
    known = set(words)
    bits = bytearray(len(known) * BITS_PER_WORD // 8 + 1)
    size = len(bits) * 8
    for word in known:
        first, step = _hashes(word)
        for at in range(first, first + HASHES * step, step):
            bits[at % size >> 3] |= 1 << (at % size & 7)
    return bytes(bits)


def _hashes(word: str) -> tuple[int, int]:
    """Two hash values, of which all others are made (double hashing: Kirsch and Mitzenmacher)."""
    first = zlib.crc32(word.encode())
    return first, (first * 2654435761 >> 7 & 0xFFFFFF) | 1
