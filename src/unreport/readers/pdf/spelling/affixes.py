"""Forms of known words in Latin and Cyrillic letters: other endings, prefixes, compounds.

No list has all forms of its words: `преамбулу` is unknown where `преамбуле` is known, `reabrieron`
where `abrieron` is.  A word is a form of a known one if it differs in its ending alone, and words
of one kind exchange these endings; if the rest after a prefix is known; or, in Russian, if the part
after a linking vowel is: `светоотражающей`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from unreport.readers.pdf.spelling.known_words import (
    LANGUAGES_OF,
    is_known_in,
    is_surely_usual,
    script_of,
)

LEAST_STEM = 4  # letters
LEAST_REST = 5  # letters of a word after a prefix
LINKING_VOWELS = "ое"
VOWELS = "аеёийоуыэюяь"
ENDINGS: Mapping[str, Sequence[str]] = {
    "es": (
        "a o as os",
        "e a o ero era eros eras",
        "ar an aron ado ada ados adas ando en ará arán",
        "er ir en ieron ido ida idos idas iendo erán irán",
    ),
    "fr": (
        "er ent èrent ait aient é ée és ées ant era eront",
        "ir it issent issait issaient i ie is ies issant ira iront",
        "al ale aux ales",
    ),
    "ru": (
        "а ы е у ой ам ами ах",
        " а у ом е ы ов ам ами ах",
        "ия ии ию ией ий иям иями иях",
        "ие ия ию ием ии ий иям иями иях",
        "ость ости остью остей остям остями остях",
        "ый ая ое ые ого ому ую ой ым ом ых ыми",
        "ий ая ое ие ого ому ую ой им ом их ими",
        "ий ая ее ие его ему ую ей им ем их ими",
        "ить ит ят ил ила или ило ится ятся ился илась ились илось",
        "ать ает ают ал ала али ало ается аются ался алась ались алось",
        "овать ует уют овал овала овали уется уются овался овалась овались",
    ),
}
"""Endings that the forms of one word exchange: of a kind of nouns, adjectives or verbs."""
PREFIXES: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        "anti auto bi bio co counter de dis en ex extra fore geo hydro in infra inter intra macro "
        "mega micro mid mini mis mono multi non out over para photo poly post pre pro re semi sub "
        "super tele trans tri ultra un under up vice".split()
    ),
    "es": frozenset(
        "anti auto bi bio co contra des en entre ex extra geo hidro in infra inter intra macro "
        "micro mini mono multi pluri pos post pre pro re semi sobre sub super tele trans ultra "
        "vice".split()
    ),
    "fr": frozenset(
        "anti auto bi bio co contre dé dés en entre ex extra géo hydro in infra inter intra macro "
        "micro mini mono multi post pré pro re ré semi sous sub super sur télé trans ultra".split()
    ),
    "ru": frozenset(
        "авто анти аэро без бес био вице воз вос гео гидро гипер гос дез до за из интер ис контр "
        "между меж микро много мульти на над не недо об обще от пере по под полу пост пред при про "
        "радио раз рас ре само сверх со спец суб супер теле термо транс ультра фото электро".split()
    ),
}


def is_derived(word: str) -> bool:
    """Whether a word in Latin or Cyrillic letters is a form of a known one.

    >>> is_derived("преамбулу"), is_derived("светоотражающей"), is_derived("reabrieron")
    (True, True, True)
    >>> is_derived("commitee"), is_derived("комитте")
    (False, False)
    """
    return any(
        is_known_in(form, language)
        for language in LANGUAGES_OF[script_of(word)]
        if language in PREFIXES
        for form in chain(_with_other_endings(word, language), _without_prefixes(word, language))
    ) or any(map(is_surely_usual, _after_linking_vowels(word)))


def _with_other_endings(word: str, language: str) -> Iterator[str]:
    for group in ENDINGS.get(language, ()):
        endings = group.split(" ")
        own = max((end for end in endings if word.endswith(end)), key=len, default=None)
        if own is None or len(word) - len(own) < LEAST_STEM:
            continue
        stem = word[: len(word) - len(own)]
        if own or stem[-1] not in VOWELS:
            yield from (stem + end for end in endings if end != own)


def _without_prefixes(word: str, language: str) -> Iterator[str]:
    yield from (
        word[at:] for at in range(2, len(word) - LEAST_REST + 1) if word[:at] in PREFIXES[language]
    )


def _after_linking_vowels(word: str) -> Iterator[str]:
    """What follows a part of four letters or more that ends in a linking vowel of Russian."""
    yield from (
        word[at:] for at in range(4, len(word) - LEAST_REST) if word[at - 1] in LINKING_VOWELS
    )
