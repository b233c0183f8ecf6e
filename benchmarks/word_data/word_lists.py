"""The words of each language that the filters and trigrams are made of.

Two sources: the lists of the word recognizers of Tesseract, as `dawg2wordlist` prints them, and the
usual words of official documents: those of `usual_words.txt`, or those that a folder of texts has
often enough.  Words of Tesseract that lack an accent, a hamza or the dots of teh marbuta that
another word has are left out: it learnt them from web pages.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from unreport.readers.pdf.spelling.known_words import LANGUAGES, LANGUAGES_OF, MIN_STEM, PREFIXES

USUAL_WORDS = Path(__file__).with_name("usual_words.txt")
LISTS = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus"}
"""The names of Tesseract's languages."""
ARABIC, CYRILLIC, LATIN = "\u0621-\u063a\u0641-\u064a", "а-яё", "a-zß-öø-ÿœ"
LETTERS = {"ar": ARABIC, "en": LATIN, "es": LATIN, "fr": LATIN, "ru": CYRILLIC}
LEAST_LETTERS = 3
LEAST_ARABIC = 2  # letters of a usual word
MOST_LETTERS = {"ar": 14, "en": 20, "es": 20, "fr": 20, "ru": 24}
MARKS = re.compile("[\u0640\u064b-\u0655\u0670]")
THRICE = re.compile(r"(.)\1\1")
ACCENTED_ENDING = {"es": re.compile("[óéáí]$"), "fr": re.compile("(?:é|és|ée|ées)$")}
"""Endings in which a word without the accent is another word: `publico`, `publicó`."""
HAMZA_SEATS = {"و": "ؤ", "ي": "ئ", "ا": "أإآ"}
WITHOUT_HAMZA = re.compile(
    "است|ا[جحعخلقفم]ت|ابن|اسم|اثن|امر|ات[^ي]|اض[طر]|اط[لر]|ازد|ادع|ادخ|اصط|اشت|اعت|ان[^هات]"
)
"""Beginnings of Arabic words whose alef has no hamza."""
WITH_WRONG_HAMZA = re.compile("[أإ](?:ست|[جحعخلقفم]ت[^ه])")
DEFINITE = ("", "ال", "وال", "بال", "و", "لل")
ALEF_MAKSURA = (
    "معنى مرضى دعوى ملتقى مستوى محتوى فتوى شكوى ذكرى كبرى صغرى أخرى أولى إحدى مدى لدى سوى قرى "
    "قوى جدوى عدوى منتدى مستشفى مقهى مبنى مرسى مجرى مسعى منفى ملهى مأوى مثنى قتلى جرحى أسرى موتى "
    "أقصى أدنى أعلى أقوى تلقى جرى رأى بنى أعطى ألقى أبدى أجرى أدى انتهى استدعى اقتضى مقتضى تبقى "
    "يبقى تسمى يسمى يخشى يتسنى تراعى يراعى تولى يتولى حتى على إلى متى تجرى يجرى وسطى عظمى سكنى "
    "حمى رضى هدى مغزى فحوى بلوى نجوى سلوى تقوى عقبى حسنى يمنى يسرى موسى عيسى مصطفى الله لله"
)
"""Words with a final alef maksura, which the test of final yeh below would leave out."""


class UsualWords(NamedTuple):
    """The usual words of official documents."""

    of_languages: Mapping[str, set[str]]
    of_scripts: Mapping[str, set[str]]  # also those whose language is not known


def usual_words(path: Path = USUAL_WORDS) -> UsualWords:
    """The usual words of a file that has a head for each language, and one for `Latin`."""
    found: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for part in path.read_text(encoding="utf-8").split("# ")[1:]:
        language, *words = part.splitlines()
        found[language] = set(words)
    return _of_scripts(found)


def counted_words(texts: Path, least: int) -> UsualWords:
    """The words that the texts of a language have at least so many times."""
    return _of_scripts({own: _counted(texts / own, own, least) for own in LANGUAGES})


def _of_scripts(words: Mapping[str, set[str]]) -> UsualWords:
    scripts = {
        script: set().union(*(words[own] for own in own_languages), words.get(script, set()))
        for script, own_languages in LANGUAGES_OF.items()
    }
    return UsualWords({language: words[language] for language in LANGUAGES}, scripts)


def _counted(folder: Path, language: str, least: int) -> set[str]:
    fewest = LEAST_ARABIC if language == "ar" else LEAST_LETTERS
    word = re.compile(f"[{LETTERS[language]}]{{{fewest},}}")
    counts: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.txt")):
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8", errors="replace"))
        counts.update(word.findall(MARKS.sub("", text).lower()))
    return {word for word, count in counts.items() if count >= least}


def listed_words(lists: Path, language: str) -> set[str]:
    """The words of a list that are made of the letters of the language alone."""
    word = re.compile(f"[{LETTERS[language]}]{{{LEAST_LETTERS},}}")
    text = (lists / f"{LISTS[language]}.txt").read_text(encoding="utf-8")
    words = (MARKS.sub("", unicodedata.normalize("NFC", line)) for line in text.split("\n"))
    return {own for own in words if word.fullmatch(own)}


def all_words(lists: Path, usual: UsualWords) -> Mapping[str, set[str]]:
    """The words of each language: usual ones, and those of its list that pass the tests.

    Usual words of a script that no language has are added to each of its languages.
    """
    found = {own: _words_of(lists, own, usual.of_languages[own]) for own in LANGUAGES}
    for script, languages in LANGUAGES_OF.items():
        rest = usual.of_scripts[script].difference(*(found[own] for own in languages))
        for language in languages:
            found[language] |= rest
    return found


def _words_of(lists: Path, language: str, usual: set[str]) -> set[str]:
    listed = listed_words(lists, language)
    if language == "ar":
        return _arabic(listed, usual)
    short = {word for word in listed if len(word) <= MOST_LETTERS[language]}
    return (short if language == "ru" else _latin(short, usual, language)) | usual


def without_accents(word: str) -> str:
    """The letters of a word without their accents."""
    letters = (c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return "".join(letters).replace("œ", "oe")


def _latin(listed: set[str], usual: Collection[str], language: str) -> set[str]:
    own = {word for word in listed if not THRICE.search(word)}
    if language not in ACCENTED_ENDING:
        return {word for word in own if word.isascii()}
    accented = {
        without_accents(word)
        for word in own
        if without_accents(stem := _without_accented_ending(word, language)) != stem
    }
    return {
        word
        for word in own
        if word != without_accents(word) or word not in accented or word in usual
    }


def _without_accented_ending(word: str, language: str) -> str:
    found = ACCENTED_ENDING[language].search(word)
    return word[: found.start()] + without_accents(found[0]) if found else word


def _arabic(listed: set[str], usual: set[str]) -> set[str]:
    """Words in Arabic, without those that are others with a prefix."""
    every = listed | usual
    words = {w for w in listed - usual if not _is_misspelt(w, every, usual)} | usual
    kept: set[str] = set()
    for word in sorted(words, key=lambda word: (len(word), word)):
        if word in usual or kept.isdisjoint(_without_prefixes(word)):
            kept.add(word)
    return kept | set(ALEF_MAKSURA.split())


def _without_prefixes(word: str) -> Iterator[str]:
    yield from (
        word[len(prefix) :]
        for prefix in PREFIXES
        if word.startswith(prefix) and len(word) - len(prefix) >= MIN_STEM
    )


def _has(words: Collection[str], word: str) -> bool:
    return word in words or any(stem in words for stem in _without_prefixes(word))


def _is_misspelt(word: str, every: Collection[str], usual: Collection[str]) -> bool:
    """Whether a word of the list lacks dots or a hamza that another word has, or has one more."""
    if THRICE.search(word) or len(word) > MOST_LETTERS["ar"] or word[0] in "ؤئةىء":
        return True
    if re.search("[ةى](?=.)", word):
        return True
    stem, last = word[:-1], word[-1]
    return (
        (last == "ه" and _has(every, f"{stem}ة"))
        or (last == "ى" and (f"{stem}ية" in every or _has(usual, f"{stem}ي")))
        or (last == "ي" and _has(usual, f"{stem}ى"))
        or any(_has(usual, other) for other in _with_hamza(word))
        or any(_lacks_first_hamza(word, prefix, every) for prefix in DEFINITE)
    )


def _with_hamza(word: str) -> Iterator[str]:
    for at, letter in enumerate(word):
        for hamza in HAMZA_SEATS.get(letter, ""):
            yield word[:at] + hamza + word[at + 1 :]


def _lacks_first_hamza(word: str, prefix: str, every: Collection[str]) -> bool:
    rest = word[len(prefix) :]
    if not word.startswith(prefix) or len(rest) < MIN_STEM:
        return False
    if rest[0] == "ا" and not WITHOUT_HAMZA.match(rest):
        return any(f"{prefix}{hamza}{rest[1:]}" in every for hamza in "أإآ")
    return WITH_WRONG_HAMZA.match(rest) is not None and f"{prefix}ا{rest[1:]}" in every
