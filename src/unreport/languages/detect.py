"""Language detection: by the script of the letters, then by stop words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import chain, filterfalse
from string import ascii_letters

from unreport.languages import LEXICONS
from unreport.languages.lexicon import Lexicon
from unreport.text.folding import fold_words
from unreport.text.scripts import SCRIPT_LETTERS

WEIGHTS = {"Arabic": 1.0, "Cyrillic": 1.0, "Han": 3.0}  # an ideograph: half a word
ASCII_LETTERS = ascii_letters.encode()
ASCII_WORDS = bytes(
    ord(chr(code).lower()) if code in ASCII_LETTERS else ord(" ") for code in range(256)
)
"""Lower-case letters and spaces for each byte of ASCII text."""
WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 8_000  # characters from each of three places
LEAST_SHARE = 0.3  # of the letters: every text contains Latin names and symbols
# A small sample decides where it is clear, that is, where a larger one would show the same
SMALL_SAMPLE = 400
CLEAR_SHARE = 0.5  # of the letters, of a script that is not Latin
CLEAR_LATIN_SHARE = 0.15  # of the letters, of no other script
CLEAR_LEAD = 20  # stop words of one language, and of no other more than half as many


def detect(text: str, lexicons: Mapping[str, Lexicon] = LEXICONS) -> Lexicon | None:
    """The lexicon of the language that a text is in; None if letters and words do not decide.

    An Arabic text with an English masthead and Latin names is Arabic.

    >>> detect("الفريق العامل المعني بتهريب المهاجرين").language
    'ar'
    >>> detect("A/80/L.1") is None
    True
    """
    small = _sample(text, SMALL_SAMPLE)
    if len(small) < len(text) and (found := _clear_language(small, lexicons)):
        return found
    sample = _sample(text, SAMPLE)
    candidates = _of_script(_script(sample, LEAST_SHARE), lexicons)
    if len(candidates) == 1 and candidates[0].script != "Latin":
        return candidates[0]
    scores = _stop_word_counts(sample, candidates)
    if not scores or not scores[0][0] or (len(scores) > 1 and scores[0][0] == scores[1][0]):
        return None
    return scores[0][1]


def _clear_language(sample: str, lexicons: Mapping[str, Lexicon]) -> Lexicon | None:
    """The lexicon of a language that a sample shows beyond doubt; None if it does not."""
    letters = sample[::4]  # every fourth character tells the script
    script = _script(letters, CLEAR_SHARE)
    if script == "Latin" and _script(letters, CLEAR_LATIN_SHARE) != script:
        return None
    candidates = _of_script(script, lexicons)
    if len(candidates) == 1 and script != "Latin":
        return candidates[0]
    scores = _stop_word_counts(sample, candidates)
    clear = len(scores) > 1 and scores[0][0] >= max(CLEAR_LEAD, 2 * scores[1][0])
    return scores[0][1] if clear else None


def _of_script(script: str, lexicons: Mapping[str, Lexicon]) -> list[Lexicon]:
    return [lexicon for lexicon in lexicons.values() if lexicon.script == script]


def _sample(text: str, size: int) -> str:
    """The beginning, the middle and the end of a long text."""
    if len(text) <= 3 * size:
        return text
    middle = len(text) // 2
    return "\n".join((text[:size], text[middle : middle + size], text[-size:]))


def _script(sample: str, least: float) -> str:
    """The script of a text: the commonest but Latin, if it has the least share of the letters.

    Letters are counted only until no other script can have more.
    """
    ascii_text = sample.encode("ascii", "ignore")
    latin = len(ascii_text) - len(ascii_text.translate(None, ASCII_LETTERS))
    uncounted = len(sample) - len(ascii_text)
    found, most, others = "Latin", 0.0, 0.0
    for script, weight in WEIGHTS.items():
        rest = max(WEIGHTS.values()) * uncounted
        if max(most, rest) <= least * (latin + others):
            return "Latin"
        if most > rest and most > least * (latin + others + rest):
            return found
        count = _count_letters(sample, script)
        uncounted -= count
        others += weight * count
        if weight * count > most:
            found, most = script, weight * count
    share = least * (others + _count_letters(sample, "Latin"))
    return found if most > share else "Latin"


def _count_letters(text: str, script: str) -> int:
    return sum(map(len, SCRIPT_LETTERS[script].findall(text)))


def _stop_word_counts(sample: str, lexicons: list[Lexicon]) -> list[tuple[int, Lexicon]]:
    """How many stop words of each language a text has, the most first."""
    words = list(_words(sample))
    scores = [(sum(map(_stop_words(one).__contains__, words)), one) for one in lexicons]
    return sorted(scores, key=lambda pair: -pair[0])


def _words(sample: str) -> Iterable[str]:
    """The words of a text, folded; those in ASCII all at once, and first."""
    if sample.isascii():
        return sample.encode().translate(ASCII_WORDS).decode().split()
    tokens = sample.split()
    plain = " ".join(filter(str.isascii, tokens)).encode()
    others = filterfalse(str.isascii, tokens)
    return chain(
        plain.translate(ASCII_WORDS).decode().split(),
        chain.from_iterable(map(_words_of, others)),
    )


@lru_cache(maxsize=8192)  # the same in most documents: `l’Assemblée`, `États`
def _words_of(token: str) -> tuple[str, ...]:
    return tuple(WORD.findall(fold_words(token)))


def _stop_words(lexicon: Lexicon) -> frozenset[str]:
    return _folded(lexicon.stop_words)


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold_words, words))
