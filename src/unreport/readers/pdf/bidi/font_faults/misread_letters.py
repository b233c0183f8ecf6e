"""Fonts with a letter that stands for another one, by the words that it makes.

A font whose ToUnicode has ق for ف gives letters that may all be right, and bigrams that are usual.
But most of its words with ق are unknown, and are known with ف instead; or it has no ف at all.  In a
right text, words that are unknown stay unknown whatever letter is replaced: names and rare words do
not become words of official documents.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from unreport.languages import LEXICONS
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import has_foreign_words, words_of
from unreport.readers.pdf.spelling.known_words import (
    is_known,
    is_known_in,
    is_surely_usual,
    is_usual,
    likeliest_language,
    script_of,
)

MIN_WORDS = 25  # distinct words of a font; with fewer it is not judged
MIN_UNKNOWN = 6  # words with a letter
TRIED_FIRST = 10  # unknown words, among which a replacement must make one known
MAX_TRIED = 60  # unknown words, of which replacements are looked up
MIN_REPAIRED = 6  # words that are known once a letter is replaced
MIN_REPAIRED_SHARE = 0.2  # of the unknown words with the letter
MIN_ACCENTED_SHARE = 0.5  # where both differ by an accent, as forms of one word do: `passe, passé`
CLEAR_LEAD = 3  # times as many as by any other letter
MOST_REPAIRED = 0.8  # of the unknown words with the letter: then a lesser lead is clear
LESSER_LEAD = 1.4
SUSPECT_SHARE = 0.3  # of the words with a letter that are unknown
SUSPECT_RATIO = 1.25  # of that share to the share of unknown words without the letter
MIN_EXPECTED = 5  # words with a letter, for a judgement of its absence
SCARCE = 0.15  # of the words with a letter that may be expected
FEW_WORDS = 60  # distinct words of a font that is judged by what was found of others
MIN_ALIKE = 2  # words of such a font that are known once a letter is replaced
MIN_JUDGED = 60  # distinct words, for a judgement of all letters of a font
MAX_UNKNOWN_SHARE = 0.68  # of the distinct words of a text in one of the six languages
ALPHABETS: Mapping[str, str] = {
    "Arabic": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
    "Cyrillic": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "Latin": "abcdefghijklmnopqrstuvwxyzáçèéíñó",
}
SHARES: Mapping[str, Mapping[str, float]] = {
    "Arabic": {
        "ا": 70, "ل": 56, "و": 39, "ت": 38, "ي": 37, "م": 36, "ر": 26, "ن": 23, "ة": 21, "ب": 19,
        "ع": 18, "د": 18, "ه": 16, "س": 15, "ق": 14, "ف": 11, "ح": 9.9, "ج": 9.9, "ك": 8.1,
        "أ": 7.3, "ص": 6.1, "ش": 5.9, "ط": 5.9, "إ": 4.9, "خ": 4.6, "ض": 4.4, "ز": 4.1, "ث": 3.2,
        "ئ": 3.1, "غ": 2.9, "ذ": 2.3, "ظ": 2, "ى": 1.1,
    },
    "Cyrillic": {
        "о": 62, "е": 58, "и": 55, "н": 55, "а": 54, "т": 44, "р": 44, "с": 42, "в": 36, "м": 31,
        "л": 29, "д": 25, "п": 25, "у": 22, "к": 22, "ы": 19, "я": 18, "з": 14, "г": 14, "ь": 13,
        "б": 13, "й": 12, "х": 12, "ч": 10, "ю": 10, "ж": 7.3, "ц": 7, "щ": 6.8, "ф": 3.8, "ш": 3.5,
        "э": 1.8,
    },
    "Latin": {
        "e": 67, "i": 57, "a": 56, "n": 52, "r": 51, "t": 48, "s": 47, "o": 44, "c": 33, "l": 30,
        "d": 26, "u": 25, "m": 22, "p": 21, "g": 16, "v": 11, "b": 11, "f": 10, "h": 6,
    },
}  # fmt: skip
"""Shares of distinct words of official documents that have a letter, in per cent."""
HAMZA_ON_ALEF = "أإآ"
FINAL_YEH = ("ى", "ي")  # is written without dots at the end of words in Egypt
MOSTLY_WRONG, OFTEN_WRONG = 0.8, 0.3  # shares of the words with a letter

ACCENTS = (("e", "é"), ("e", "è"), ("o", "ó"), ("i", "í"), ("a", "á"), ("n", "ñ"))
ACCENTED_LANGUAGES = frozenset(
    word
    for name in ("es", "fr")
    for word in LEXICONS[name].stop_words
    if len(word) > 2 and word not in LEXICONS["en"].stop_words  # noqa: PLR2004 - as words are read
)
LAM_ALEF = ("لا", "لأ", "لإ", "لآ")
MIN_LAM_ALEF = 2  # words that are known once an alef follows the lam
MIN_STOP_WORDS = 5  # distinct ones
PIECE = re.compile(r"[^\W\d_]{2,}")
VOWEL_SIGNS = re.compile("[\u0640\u064b-\u0652]+")
LOST_LAM_ALEF = ("ل", "لا")
LOST = frozenset((*ACCENTS, LOST_LAM_ALEF))
"""What a font lacks throughout, so that every unknown word with the letter may be wrong."""
MIN_ACCENT_LOST = 0.05  # of the unknown words

WordPages = Mapping[str, Sequence[int]]  # a word and the pages of its occurrences


class Misreading(Struct, frozen=True, kw_only=True):
    """A letter of a font that stands for another one, too; or all of them."""

    font: int
    letter: str  # as it was read; "" for all letters of the script
    other: str  # what makes most words known, perhaps in several forms; "" if nothing does
    words: tuple[str, ...]  # that are unknown, and known with the other letter
    pages: tuple[int, ...]  # of these words
    share: float = 1.0  # of the words with the letter that should have the other one
    language: str = ""  # of the font's words, where the accents of that language are lost


def misread_letters(evidence: Mapping[tuple[int, str], list[int]]) -> Iterator[Misreading]:
    """The letters of fonts that make unknown words which another letter makes known.

    `evidence` has the pages of each (font, word).  A font of few words, such as the bold one of
    headings, is judged by what was found of others.
    """
    fonts: dict[tuple[int, str], dict[str, list[int]]] = defaultdict(dict)
    for (font, word), pages in evidence.items():
        fonts[font, script_of(word)][word] = pages
    found: dict[str, list[Misreading]] = defaultdict(list)
    for (font, script), words in fonts.items():
        if len(words) >= MIN_WORDS:
            found[script] += _judged(font, words)
    for (font, script), words in fonts.items():
        yield from (own := [fault for fault in found[script] if fault.font == font])
        if not own and len(words) < FEW_WORDS:
            yield from _alike(font, words, found[script])


def _alike(font: int, words: WordPages, faults: Sequence[Misreading]) -> Iterator[Misreading]:
    """The faults of other fonts that a font of few words has too."""
    unknown = [word for word in words if not is_known(word)]
    for fault in {(fault.letter, fault.other): fault for fault in faults}.values():
        own = [word for word in unknown if _is_repaired_by(word, fault.letter, fault.other)]
        is_alike = len(own) >= MIN_ALIKE if fault.letter else 2 * len(unknown) > len(words)
        if is_alike:
            yield replace(
                fault,
                font=font,
                words=tuple(own or unknown),
                pages=tuple(sorted({page for word in own or unknown for page in words[word]})),
            )


def is_affected(text: str, found: Misreading) -> bool:
    """Whether a row may have a word with the wrong letter.

    Where most words with the letter are wrong, any of them may be; where it stands for itself too,
    those that are unknown, or only those that the other letter makes known.
    """
    if found.letter not in text:
        return False
    if not found.letter or found.share >= MOSTLY_WRONG:
        return True
    words = [word for word in words_of(text) if found.letter in word]
    if (found.letter, found.other) == LOST_LAM_ALEF:
        return any(not is_known(word) or _lacks_alef(word) for word in words)
    if found.language:
        unknown = not all(is_known_in(word, found.language) for word in words)
        return unknown or any(_lacks_accent(word, found) for word in _pieces(text))
    if found.share >= OFTEN_WRONG:
        return not all(map(is_known, words))
    return not set(found.words).isdisjoint(words) or any(
        _is_likely_wrong(word, found.letter, found.other) for word in _pieces(text)
    )


def is_affected_alike(text: str, found: Misreading) -> bool:
    """Whether a row in another font, perhaps that of headings, has the fault of a font, too.

    It has an unknown word that the other letter makes a usual one: `اللجنه`; or, where the accents
    of a language are lost throughout, a known one: `Recomendacion`.
    """
    is_pair = (found.letter, found.other) != LOST_LAM_ALEF
    if not (found.letter and found.other and is_pair) or found.letter not in text:
        return False
    words = [word for word in _pieces(text) if found.letter in word]
    if found.language:
        return any(_lacks_accent(word, found) for word in words)
    return any(not is_known(word) and _is_usual_with(word, found) for word in words)


def _is_usual_with(word: str, found: Misreading) -> bool:
    places = [at for at, char in enumerate(word) if char == found.letter]
    return any(
        is_surely_usual(form)
        for other in found.other
        for form in (
            word.replace(found.letter, other),
            *(word[:at] + other + word[at + 1 :] for at in places),
        )
    )


def _pieces(text: str) -> list[str]:
    """The runs of letters of a row in lower case, whatever stands beside them: `ايار/مايو`."""
    return [found[0] for found in PIECE.finditer(VOWEL_SIGNS.sub("", text.lower()))]


def _lacks_accent(word: str, found: Misreading) -> bool:
    if is_known_in(word, found.language):
        return False
    if is_known_in(word.replace(found.letter, found.other), found.language):
        return True
    return any(
        is_known_in(word[:at] + found.other + word[at + 1 :], found.language)
        for at, char in enumerate(word)
        if char == found.letter
    )


def _is_likely_wrong(word: str, letter: str, others: Sequence[str]) -> bool:
    """Whether a word is no usual one, and another letter makes it one, or makes it known."""
    if letter not in word or is_usual(word):
        return False
    forms = [word.replace(letter, other) for other in others]
    places = [at for at, char in enumerate(word) if char == letter]
    forms += [word[:at] + other + word[at + 1 :] for at in places for other in others]
    return any(map(is_usual, forms)) or (not is_known(word) and any(map(is_known, forms)))


def _judged(font: int, words: WordPages) -> Iterator[Misreading]:
    unknown = [word for word in words if not is_known(word)]
    found = list(_replaced_letters(words, unknown))
    replaced = {(letter, other) for letter, other, _ in found}
    found += [lost for lost in _lost_accents(words) if lost[:2] not in replaced]
    found += _lost_lam_alef(words)
    if _is_no_language(words, unknown):
        found.append(("", "", unknown))
    for letter, other, own in found:
        known = sum(letter in word and is_known(word) for word in words)
        wrong = sum(_is_repaired_by(word, letter, other) for word in unknown) or len(unknown)
        own.sort(key=lambda word: (-len(words[word]), word))
        yield Misreading(
            font=font,
            letter=letter,
            other=other,
            words=tuple(own),
            pages=tuple(sorted({page for word in own for page in words[word]})),
            share=max(wrong / (wrong + known), OFTEN_WRONG if (letter, other) in LOST else 0.0),
            language=likeliest_language(words) if (letter, other) in ACCENTS else "",
        )


def _lost_accents(words: WordPages) -> Iterator[tuple[str, str, list[str]]]:
    """The letters of a font that lacks all accents, in a language that cannot do without them."""
    is_accented = len(words.keys() & ACCENTED_LANGUAGES) >= MIN_STOP_WORDS
    if not is_accented or not all(word.isascii() for word in words):
        return
    language = likeliest_language(words)
    unknown = [word for word in words if not is_known_in(word, language)]
    for letter, accented in ACCENTS:
        own = [word for word in unknown if _is_repaired(word, letter, accented)]
        if len(own) >= max(MIN_REPAIRED, MIN_ACCENT_LOST * len(unknown)):
            yield letter, accented, own


def _lost_lam_alef(words: WordPages) -> Iterator[tuple[str, str, list[str]]]:
    """The lam of a font in which none is followed by an alef: the ligature lost its second letter.

    A tenth of the words of a text have the two letters.
    """
    if len(words) < MIN_JUDGED or any(pair in word for word in words for pair in LAM_ALEF):
        return
    own = [word for word in words if _lacks_alef(word)]
    if len(own) >= MIN_LAM_ALEF:
        yield *LOST_LAM_ALEF, own


def _lacks_alef(word: str) -> bool:
    """Whether a word is none without an alef after its lam, or no usual one."""
    return _is_likely_wrong(word, "ل", LAM_ALEF)


def _is_no_language(words: WordPages, unknown: list[str]) -> bool:
    if len(words) < MIN_JUDGED or has_foreign_words(words):
        return False
    return len(unknown) > MAX_UNKNOWN_SHARE * len(words)


def _replaced_letters(words: WordPages, unknown: list[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Each letter that another one should replace, that one, and the words that say so."""
    script = script_of(next(iter(words)))
    holders, unknown_holders = (
        Counter(chain.from_iterable(map(dict.fromkeys, own))) for own in (words, unknown)
    )
    scarce = [
        letter
        for letter, share in SHARES[script].items()
        if (expected := share * len(words) / 100) > MIN_EXPECTED
        and holders[letter] < SCARCE * expected
    ]
    for letter, count in unknown_holders.items():
        rest = (len(unknown) - count) / max(1, len(words) - holders[letter])
        is_suspect = count / holders[letter] > max(SUSPECT_SHARE, SUSPECT_RATIO * rest)
        if count < MIN_UNKNOWN or not (is_suspect or scarce):
            continue
        own = [word for word in unknown if letter in word][:MAX_TRIED]
        candidates = ALPHABETS[script] if is_suspect else scarce
        best = _best_replacement(letter, candidates, own)
        if best and not ((letter, best[0]) == FINAL_YEH and _is_final(letter, words)):
            yield letter, *best


def _is_final(letter: str, words: WordPages) -> bool:
    return all(letter not in word[:-1] for word in words)


def _best_replacement(
    letter: str, candidates: Sequence[str], words: list[str]
) -> tuple[str, list[str]] | None:
    """The letter that makes far more of some words known than any other does, and the words."""
    first, rest = words[:TRIED_FIRST], words[TRIED_FIRST:]
    repaired: dict[str, list[str]] = {}
    for other in candidates:
        found = [] if other == letter else [w for w in first if _is_repaired(w, letter, other)]
        if found:
            repaired[other] = found + [w for w in rest if _is_repaired(w, letter, other)]
    if not repaired:
        return None
    best = max(repaired, key=lambda other: len(repaired[other]))
    forms = HAMZA_ON_ALEF if best in HAMZA_ON_ALEF else best
    own = sorted({word for form in forms for word in repaired.get(form, ())})
    second = max((len(found) for other, found in repaired.items() if other not in forms), default=0)
    share = MIN_REPAIRED_SHARE if _base(letter) != _base(best) else MIN_ACCENTED_SHARE
    lead = LESSER_LEAD if len(own) >= MOST_REPAIRED * len(words) else CLEAR_LEAD
    least = max(MIN_REPAIRED, share * len(words), lead * second)
    return (forms, own) if len(own) >= least else None


def _base(letter: str) -> str:
    """A Latin letter without its accent."""
    return unicodedata.normalize("NFD", letter)[0] if letter < "\u0250" else letter


def _is_repaired_by(word: str, letter: str, others: str) -> bool:
    return letter in word and any(_is_repaired(word, letter, other) for other in others)


def _is_repaired(word: str, letter: str, other: str) -> bool:
    """Whether a word is known with another letter everywhere, or in one of several places."""
    if is_known(word.replace(letter, other)):
        return True
    if word.count(letter) == 1:
        return False
    places = (at for at, char in enumerate(word) if char == letter)
    return any(is_known(word[:at] + other + word[at + 1 :]) for at in places)
