"""Arabic spelling as evidence: which way a text runs, which way a ligature's letters are stored."""

from __future__ import annotations

import re
import unicodedata

ENDS_JOINING = frozenset("اأإآٱدذرزوؤةىء")
"""Letters that do not join to the one after them: in a ligature they can only stand last."""
CLOSERS = frozenset("ةى")
"""Letters that stand at the end of words only."""
ARTICLE = "ال"
ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff]")
WORD = re.compile("[\u0621-\u0652\u0670-\u06d3]{3,}")
LEAST_SCORE = 4  # words that read as Arabic one way, beyond those that read so the other way
LONGEST_LIGATURE = 3  # `الله` as one glyph has four letters and begins with an alef


def running(words: str) -> int:
    """Positive if a text reads as Arabic, negative if it reads so from its end."""
    score = 0
    for word in WORD.findall(words):
        score += word.startswith(ARTICLE) + (word[-1] in CLOSERS)
        score -= word.endswith(ARTICLE[::-1]) + (word[0] in CLOSERS)
    return score


def ligature_runs(text: str, before: str) -> int:
    """Evidence on a ligature's stored letters: 1 logical, -1 from left to right, 0 none.

    `before` is the word's text before it, in logical order.
    """
    letters = [char for char in text if not unicodedata.combining(char)]
    if not 1 < len(letters) <= LONGEST_LIGATURE:
        return 0
    logical = not any(char in ENDS_JOINING for char in letters[:-1])
    visual = not any(char in ENDS_JOINING for char in letters[1:])
    if logical != visual:
        return 1 if logical else -1
    if before in {"ا", "وا", "با", "فا", "كا", "وبا"}:  # the article: الم, not امل
        return (letters[0] == "ل") - (letters[-1] == "ل")
    return 0


def turned(text: str) -> str:
    """Letters in the other order, each with its marks."""
    clusters: list[str] = []
    for char in text:
        if clusters and unicodedata.combining(char):
            clusters[-1] += char
        else:
            clusters.append(char)
    return "".join(reversed(clusters))
