"""The language of a text among those that there are lexicons for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from unreport.languages import LEXICONS
from unreport.languages.lexicon import Lexicon
from unreport.text.numerals import fold_words

SCRIPTS = {
    "Arabic": re.compile(r"[\u0620-\u064A\uFB50-\uFDFF\uFE70-\uFEFC]"),
    "Cyrillic": re.compile(r"[\u0400-\u04FF]"),
    "Han": re.compile(r"[\u3400-\u9FFF]"),
    "Latin": re.compile(r"[A-Za-z\u00C0-\u024F]"),
}
WEIGHTS = {"Arabic": 1.0, "Cyrillic": 1.0, "Han": 3.0, "Latin": 1.0}  # a Han sign is half a word
WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 8_000  # characters from each of three places
CLEAR = 0.3  # of the letters: Latin names and symbols stand in every text


def detect(text: str, lexicons: Mapping[str, Lexicon] = LEXICONS) -> Lexicon | None:
    """The lexicon of the language that a text is in; None where letters and words do not tell.

    An Arabic text with an English masthead and Latin names is Arabic.

    >>> detect("الفريق العامل المعني بتهريب المهاجرين").language
    'ar'
    >>> detect("A/80/L.1") is None
    True
    """
    sample = _sample(text)
    counts = {name: len(s.findall(sample)) * WEIGHTS[name] for name, s in SCRIPTS.items()}
    letters = sum(counts.values())
    beyond = max(("Arabic", "Cyrillic", "Han"), key=lambda name: counts[name])
    script = beyond if counts[beyond] > CLEAR * letters else "Latin"
    named = [lexicon for lexicon in lexicons.values() if lexicon.script == script]
    if script != "Latin" and len(named) == 1:
        return named[0] if counts[script] else None
    return _by_words(sample, named)


def _sample(text: str) -> str:
    """The beginning, the middle and the end of a long text."""
    if len(text) <= 3 * SAMPLE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]))


def _by_words(sample: str, lexicons: list[Lexicon]) -> Lexicon | None:
    """The lexicon with the most of its common words in a text; None where two are even."""
    words = Counter(fold_words(word) for word in WORD.findall(sample))
    scores = [(sum(words[word] for word in _common(lexicon)), lexicon) for lexicon in lexicons]
    scores.sort(key=lambda pair: -pair[0])
    if not scores or not scores[0][0] or (len(scores) > 1 and scores[0][0] == scores[1][0]):
        return None
    return scores[0][1]


def _common(lexicon: Lexicon) -> frozenset[str]:
    return _folded(lexicon.common_words)


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold_words, words))
