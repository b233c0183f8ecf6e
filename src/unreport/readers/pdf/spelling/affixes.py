"""Forms of known words in Latin and Cyrillic letters: other endings, prefixes, compounds.

No list has all forms of its words: `преамбулу` is unknown where `преамбуле` is known, `reabrieron`
where `abrieron` is.  A word is a form of a known one if it differs in its ending alone, and words
of one kind exchange these endings; if the rest after a prefix is usual; or, in Russian, if the part
after a linking vowel is: `светоотражающей`.  Prepositions are no prefixes here: a space may be lost
after one.

Each form that is tried may be in a filter by chance.  So only the languages of the text are asked,
and a single known form explains no word that one error makes of a usual one of another stem.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from unreport.readers.pdf.spelling.known_words import (
    is_known_in,
    is_surely_usual,
    is_usual,
)
from unreport.readers.pdf.spelling.spelling_errors import likelier_words

LEAST_STEM = 4  # letters
SEVERAL = 2  # known forms; a filter may have a single one by chance
LONG = range(7, 16)  # letters; longer unknown words are mostly two that are joined
LONGEST_ENDING = 3  # letters at the end of a word, in which likelier forms of it may differ
LEAST_REST = 6  # letters of a word after a prefix
LINKING_VOWELS = "ое"
VOWELS = "аеёийоуыэюяь"
ENDINGS: Mapping[str, Sequence[str]] = {
    "es": (
        "a o as os",
        "e a o ero era eros eras",
        "ar an aron ado ada ados adas ando en ará arán",
        "er ir e en a an ía ían iendo",
        "er ir en ieron ido ida idos idas iendo erán irán",
    ),
    "fr": (
        "er ent èrent ait aient é ée és ées ant era eront",
        "ir it issent issait issaient i ie is ies issant ira iront",
        "re e ent ait aient u ue us ues ant ra ront",
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
ALTERNATIONS: Mapping[str, str] = {"ч": "кц", "ж": "г", "ш": "х"}
"""The consonants at the end of a Russian stem before the suffix `н`, by what they become."""
RELATIONAL = "ный ная ное ные ного ному ную ной ным ном ных ными".split()
CASES = " а у ом е и ов ам ами ах ой".split(" ")
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


def is_derived(word: str, languages: Collection[str]) -> bool:
    """Whether a word in Latin or Cyrillic letters is a form of a known one of some languages.

    >>> is_derived("преамбулу", ["ru"]), is_derived("светоотражающей", ["ru"])
    (True, True)
    >>> is_derived("маячных", ["ru"]), is_derived("biennal", ["fr"])
    (True, True)
    >>> is_derived("reabrieron", ["es"]), is_derived("reabrieron", ["en"])
    (True, False)
    >>> is_derived("commitee", ["en"]), is_derived("комитте", ["ru"])
    (False, False)
    """
    return (
        any(
            is_usual(rest) and is_known_in(rest, language)
            for language in languages
            for rest in _without_prefixes(word, language)
        )
        or any(map(is_surely_usual, _after_linking_vowels(word)))
        or ("ru" in languages and any(map(_has_several_forms, _nouns_of_adjective(word))))
        or _has_known_forms(word, languages)
    )


def _has_known_forms(word: str, languages: Collection[str]) -> bool:
    """Whether a word is known with another ending: several forms, a usual one, or a long one."""
    has_form = False
    for language in languages:
        for forms in _with_other_endings(word, language):
            known = [form for form in forms if is_known_in(form, language)]
            if len(known) >= SEVERAL or any(map(is_usual, known)):
                return True
            has_form = has_form or bool(known)
    if not has_form or len(word) not in LONG:
        return False
    stem = word[:-LONGEST_ENDING]
    return not any(is_usual(other) and not other.startswith(stem) for other in likelier_words(word))


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


def _nouns_of_adjective(word: str) -> Iterator[Sequence[str]]:
    """The forms of the nouns that an adjective of relation may be made of: `маячный`, `маяк`."""
    own = max((end for end in RELATIONAL if word.endswith(end)), key=len, default="")
    stem = word[: len(word) - len(own)]
    if own and len(stem) >= LEAST_STEM:
        for last in ALTERNATIONS.get(stem[-1], ""):
            yield [f"{stem[:-1]}{last}{case}" for case in CASES]


def _has_several_forms(forms: Sequence[str]) -> bool:
    return sum(is_known_in(form, "ru") for form in forms) >= SEVERAL


def _without_prefixes(word: str, language: str) -> Iterator[str]:
    yield from (
        word[at:] for at in range(2, len(word) - LEAST_REST + 1) if word[:at] in PREFIXES[language]
    )


def _after_linking_vowels(word: str) -> Iterator[str]:
    """What follows a part of four letters or more that ends in a linking vowel of Russian."""
    yield from (
        word[at:] for at in range(4, len(word) - LEAST_REST) if word[at - 1] in LINKING_VOWELS
    )
