"""Language detection: by the script of the letters, then by stop words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from unreport.languages import LEXICONS
from unreport.languages.lexicon import Lexicon
from unreport.text.folding import fold_words

SCRIPT_LETTERS = {
    "Arabic": re.compile(r"[\u0620-\u064A\uFB50-\uFDFF\uFE70-\uFEFC]+"),
    "Cyrillic": re.compile(r"[\u0400-\u04FF]+"),
    "Han": re.compile(r"[\u3400-\u9FFF]+"),
    "Latin": re.compile(r"[A-Za-z\u00C0-\u024F]+"),
}
WEIGHTS = {
    "Arabic": 1.0,
    "Cyrillic": 1.0,
    "Han": 3.0,
    "Latin": 1.0,
}  # an ideograph: half a word
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
    counts = {
        name: sum(map(len, run.findall(sample))) * WEIGHTS[name]
        for name, run in SCRIPT_LETTERS.items()
    }
    letters = sum(counts.values())
    non_latin = max(("Arabic", "Cyrillic", "Han"), key=lambda name: counts[name])
    script = non_latin if counts[non_latin] > LEAST_SHARE * letters else "Latin"
    candidates = [lexicon for lexicon in lexicons.values() if lexicon.script == script]
    if script != "Latin" and len(candidates) == 1:
        return candidates[0] if counts[script] else None
    return _by_stop_words(sample, candidates)


def _sample(text: str) -> str:
    """The beginning, the middle and the end of a long text."""
    if len(text) <= 3 * SAMPLE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]))


def _by_stop_words(sample: str, lexicons: list[Lexicon]) -> Lexicon | None:
    """The lexicon with the most stop words in a text; None if two have equally many."""
    words = Counter(WORD.findall(fold_words(sample)))
    scores = [(sum(words[word] for word in _stop_words(lexicon)), lexicon) for lexicon in lexicons]
    scores.sort(key=lambda pair: -pair[0])
    if not scores or not scores[0][0] or (len(scores) > 1 and scores[0][0] == scores[1][0]):
        return None
    return scores[0][1]


def _stop_words(lexicon: Lexicon) -> frozenset[str]:
    return _folded(lexicon.stop_words)


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold_words, words))
