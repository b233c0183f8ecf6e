"""Make `letter_trigrams.bin`: the logarithms of the probabilities of letters after two others.

    python build_letter_trigrams.py LISTS OUT [--texts TEXTS] [--least 2]

The arguments are those of build_known_words.py, whose words are counted here.  The probability of a
letter after two others is smoothed by that after one, and this by that of the letter (absolute
counts of the lower order are added, as of MacKay and Peto, 1995).
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product
from math import log
from pathlib import Path

from build_known_words import arguments, usual_words_of
from word_lists import UsualWords, all_words

from unreport.readers.pdf.spelling.known_words import LANGUAGES_OF
from unreport.readers.pdf.spelling.letter_trigrams import ALPHABETS, LEAST, STEP

USUAL = 3  # times that a usual word counts more than another one
AFTER_TWO, AFTER_ONE = 8, 5  # counts of the lower order that are added
ARTICLE = "ال"
LEAST_WITH_ARTICLE = 4  # letters of an Arabic word that is also counted with the article
END = "^"  # of a word
HIGHEST = round(-LEAST / STEP)


def letter_trigrams(lists: Path, usual: UsualWords) -> bytes:
    """The tables of all languages, compressed."""
    words = all_words(lists, usual)
    tables = (
        _table(_counts(words[language], _usual(usual, words[language], language)), letters)
        for language, letters in ALPHABETS.items()
    )
    return zlib.compress(b"".join(tables), 9)


def _usual(usual: UsualWords, words: set[str], language: str) -> set[str]:
    script = next(script for script, own in LANGUAGES_OF.items() if language in own)
    own = usual.of_scripts[script]
    return own if LANGUAGES_OF[script] == (language,) else own & words


def _counts(words: set[str], usual: set[str]) -> Counter[str]:
    counts = Counter(words)
    counts.update(dict.fromkeys(usual, USUAL))
    counts.update(
        ARTICLE + word
        for word in words
        if word[0] >= "\u0621" and len(word) >= LEAST_WITH_ARTICLE and not word.startswith(ARTICLE)
    )
    return counts


def _table(words: Mapping[str, int], letters: str) -> bytes:
    """The costs of a language's trigrams: the letter after two others, in the alphabet's order."""
    own = {word: count for word, count in words.items() if set(word) <= set(letters)}
    threes, twos = Counter[str](), Counter[str]()
    pairs, singles = Counter[str](), Counter[str]()  # by distinct words
    for word, count in own.items():
        for three in _grams(f"{END}{END}{word}{END}", 3):
            threes[three] += count
            twos[three[:2]] += count
        pairs.update(_grams(f"{END}{word}{END}", 2))
        singles.update(f"{word}{END}")
    before = Counter[str]()
    for pair, count in pairs.items():
        before[pair[0]] += count
    total = sum(singles.values())
    costs = bytearray()
    for first, last, letter in product(f"{END}{letters}", repeat=3):
        smooth = AFTER_ONE * singles[letter] / total
        after_one = (pairs[last + letter] + smooth) / (before[last] + AFTER_ONE)
        count = threes[first + last + letter] + AFTER_TWO * after_one
        share = count / (twos[first + last] + AFTER_TWO)
        costs.append(min(HIGHEST, round(-log(share) / STEP)) if share else HIGHEST)
    return bytes(costs)


def _grams(word: str, length: int) -> Iterator[str]:
    yield from (word[at : at + length] for at in range(len(word) - length + 1))


def main() -> None:
    options = arguments(__doc__)
    options.out.write_bytes(letter_trigrams(options.lists, usual_words_of(options)))


if __name__ == "__main__":
    main()
