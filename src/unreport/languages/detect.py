"""Language detection: by the script of the letters, then by stop words."""

from __future__ import annotations

import re
from collections import Counter
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


def detect(text: str, lexicons: Mapping[str, Lexicon] = LEXICONS) -> Lexicon | None:
    """The lexicon of the language that a text is in; None if letters and words do not decide.

    An Arabic text with an English masthead and Latin names is Arabic.

    >>> detect("الفريق العامل المعني بتهريب المهاجرين").language
    'ar'
    >>> detect("A/80/L.1") is None
    True
    """
    sample = _sample(text)
    script = _script(sample)
    candidates = [lexicon for lexicon in lexicons.values() if lexicon.script == script]
    if script != "Latin" and len(candidates) == 1:
        return candidates[0]
    return _by_stop_words(sample, candidates)


def _sample(text: str) -> str:
    """The beginning, the middle and the end of a long text."""
    if len(text) <= 3 * SAMPLE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]))


def _script(sample: str) -> str:
    """The script of a text: the commonest but Latin, if it has its share of the letters.

    Letters are counted only until no other script can have more.
    """
    ascii_text = sample.encode("ascii", "ignore")
    latin = len(ascii_text) - len(ascii_text.translate(None, ASCII_LETTERS))
    uncounted = len(sample) - len(ascii_text)
    found, most, others = "Latin", 0.0, 0.0
    for script, weight in WEIGHTS.items():
        rest = max(WEIGHTS.values()) * uncounted
        if max(most, rest) <= LEAST_SHARE * (latin + others):
            return "Latin"
        if most > rest and most > LEAST_SHARE * (latin + others + rest):
            return found
        count = _count_letters(sample, script)
        uncounted -= count
        others += weight * count
        if weight * count > most:
            found, most = script, weight * count
    share = LEAST_SHARE * (others + _count_letters(sample, "Latin"))
    return found if most > share else "Latin"


def _count_letters(text: str, script: str) -> int:
    return sum(map(len, SCRIPT_LETTERS[script].findall(text)))


def _by_stop_words(sample: str, lexicons: list[Lexicon]) -> Lexicon | None:
    """The lexicon with the most stop words in a text; None if two have equally many."""
    wanted = frozenset[str]().union(*map(_stop_words, lexicons))
    words = Counter(filter(wanted.__contains__, _words(sample)))
    scores = [(sum(words[word] for word in _stop_words(lexicon)), lexicon) for lexicon in lexicons]
    scores.sort(key=lambda pair: -pair[0])
    if not scores or not scores[0][0] or (len(scores) > 1 and scores[0][0] == scores[1][0]):
        return None
    return scores[0][1]


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
