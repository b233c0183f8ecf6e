"""Arabic spelling as evidence of storage order: of rows, and of the letters within a ligature."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

RIGHT_JOINING = frozenset("اأإآٱدذرزوؤةىء")
"""Joining types R and U (Unicode ArabicShaping.txt): never joined to the letter after them.

In a ligature such a letter can only be the last one.
"""
WORD_FINAL = frozenset("ةى")
"""Letters that occur at the end of words only."""
ARTICLE = "ال"
ALEF_OF_ARTICLE = frozenset({"ا", "وا", "با", "فا", "كا", "وبا"})
"""What a word has before the lam of the article."""
LONGEST_ARTICLE = 1 + max(map(len, ALEF_OF_ARTICLE))
"""Letters before a ligature that show whether it begins with the lam of the article."""
ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff]")
WORD = re.compile("[\u0621-\u0652\u0670-\u06d3]{3,}")
MIN_SCORE = 4  # words spelt as Arabic in one direction minus those in the other
MAX_LIGATURE = 3  # letters; `الله` as one glyph has four letters and begins with an alef


def direction_score(text: str) -> int:
    """Positive if a text is Arabic in logical order, negative if it is so in reverse."""
    return sum(map(_word_score, WORD.findall(text)))


@lru_cache(maxsize=16384)
def _word_score(word: str) -> int:
    logical = word.startswith(ARTICLE) + (word[-1] in WORD_FINAL)
    return logical - word.endswith(ARTICLE[::-1]) - (word[0] in WORD_FINAL)


def ligature_order(text: str, before: str) -> int:
    """Evidence on the order of a ligature's letters: 1 logical, -1 visual, 0 none.

    `before` is the text of the word before the ligature, in logical order.
    """
    letters = [char for char in text if not unicodedata.combining(char)]
    if not 1 < len(letters) <= MAX_LIGATURE:
        return 0
    logical = not any(char in RIGHT_JOINING for char in letters[:-1])
    visual = not any(char in RIGHT_JOINING for char in letters[1:])
    if logical != visual:
        return 1 if logical else -1
    if before in ALEF_OF_ARTICLE:  # الم, not امل
        return (letters[0] == "ل") - (letters[-1] == "ل")
    return 0


def reversed_clusters(text: str) -> str:
    """A text with its letters in reverse order, each kept with its combining marks."""
    clusters: list[str] = []
    for char in text:
        if clusters and unicodedata.combining(char):
            clusters[-1] += char
        else:
            clusters.append(char)
    return "".join(reversed(clusters))
