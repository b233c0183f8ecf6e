"""Forms of known words in Latin and Cyrillic letters: other endings, prefixes, compounds.

No list has all forms of its words: `преамбулу` is unknown where `преамбуле` is known, `reabrieron`
where `abrieron` is.  A word is a form of a known one if it differs in its ending alone, and words
of one kind exchange these endings; if the rest after a prefix is usual; or, in Russian, if the part
after a linking vowel is: `светоотражающей`.  Prepositions are no prefixes here: a space may be lost
after one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from unreport.readers.pdf.spelling.known_words import (
    LANGUAGES_OF,
    is_known_in,
    is_surely_usual,
    is_usual,
    script_of,
)

LEAST_STEM = 4  # letters
SEVERAL = 2  # known forms; a filter may have a single one by chance
LONG = range(8, 16)  # letters; longer unknown words are mostly two that are joined
LEAST_REST = 6  # letters of a word after a prefix
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
        "anti auto bi bio counter dis ex extra fore geo hydro infra inter intra macro "
        "mega micro mid mini mis mono multi non para photo poly post pre pro re semi sub "
        "super tele trans tri ultra un vice".split()
    ),
    "es": frozenset(
        "anti auto bi bio des ex extra geo hidro infra inter intra macro "
        "micro mini mono multi pluri pos post pre pro re semi sub super tele trans ultra "
        "vice".split()
    ),
    "fr": frozenset(
        "anti auto bi bio dé dés entre ex extra géo hydro infra inter intra macro "
        "micro mini mono multi post pré pro re ré semi sub super télé trans ultra".split()
    ),
    "ru": frozenset(
        "авто анти аэро бес био вице воз вос гео гидро гипер гос дез интер ис контр меж микро "
        "много мульти не недо обще пере полу пост пред радио раз рас ре само сверх спец суб супер "
        "теле термо транс ультра фото электро".split()
    ),
}


def is_derived(word: str) -> bool:
    """Whether a word in Latin or Cyrillic letters is a form of a known one.

    >>> is_derived("преамбулу"), is_derived("светоотражающей"), is_derived("reabrieron")
    (True, True, True)
    >>> is_derived("commitee"), is_derived("комитте")
    (False, False)
    """
    languages = [own for own in LANGUAGES_OF[script_of(word)] if own in PREFIXES]
    return (
        any(_has_known_forms(word, language) for language in languages)
        or any(
            is_usual(rest) and is_known_in(rest, language)
            for language in languages
            for rest in _without_prefixes(word, language)
        )
        or any(map(is_surely_usual, _after_linking_vowels(word)))
    )


def _has_known_forms(word: str, language: str) -> bool:
    """Whether a word is known with another ending: several forms, a long or a usual one."""
    for forms in _with_other_endings(word, language):
        known = [form for form in forms if is_known_in(form, language)]
        is_long = len(word) in LONG and bool(known)
        if is_long or len(known) >= SEVERAL or any(map(is_usual, known)):
            return True
    return False


def _with_other_endings(word: str, language: str) -> Iterator[Sequence[str]]:
    """The forms of a word with the endings of each kind that has its own ending."""
    for group in ENDINGS.get(language, ()):
        endings = group.split(" ")
        own = max((end for end in endings if word.endswith(end)), key=len, default=None)
        if own is None or len(word) - len(own) < LEAST_STEM:
            continue
        stem = word[: len(word) - len(own)]
        if stem[-1] not in VOWELS:
            yield [stem + end for end in endings if end != own]


def _without_prefixes(word: str, language: str) -> Iterator[str]:
    yield from (
        word[at:] for at in range(2, len(word) - LEAST_REST + 1) if word[:at] in PREFIXES[language]
    )


def _after_linking_vowels(word: str) -> Iterator[str]:
    """What follows a part of four letters or more that ends in a linking vowel of Russian."""
    yield from (
        word[at:] for at in range(4, len(word) - LEAST_REST) if word[at - 1] in LINKING_VOWELS
    )
