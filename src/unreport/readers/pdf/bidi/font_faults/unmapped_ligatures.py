"""Latin ligatures without a ToUnicode value, told by their words and their width.

A program that shapes text may map no glyph that stands for several letters (Qt maps the first code
point of a glyph's own character only).  Such a glyph is about as wide as its letters together, and
they make its words known; few words tell then.  A letter that the font's text has nowhere else has
no width that is known: if one makes as many words known, the glyph stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.letters import UNMAPPED
from unreport.readers.pdf.spelling.known_words import is_known

LATIN_LETTER = re.compile("[A-Za-zß-öø-ɏ]")
LIGATURES = "fi fl ff ffi ffl ft fft fj ti tt tti ct st Th".split()
SAME_WIDTH = 0.16  # of the width of the letters: ligatures are drawn closer
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿœšžğışłőű")
MIN_WORDS = 2  # that are known
LEAST_LETTERS = 4  # of a word that tells, with the glyph as one
LONG = 5  # letters that follow or precede the ligature, of a word that is enough alone
MIN_KNOWN = 0.6  # of all words


def measure_letters(clusters: Iterable[Cluster | None], evidence: Evidence) -> None:
    """Record the widths of the single Latin letters of a row, in em."""
    for cluster in clusters:
        if cluster is not None and LATIN_LETTER.fullmatch(cluster.text):
            width = (cluster.x1 - cluster.x0) / cluster.size
            evidence.letter_widths.setdefault(cluster.font, {}).setdefault(cluster.text, width)


def ligature_of(words: Collection[str], glyph: Cluster, evidence: Evidence) -> str:
    """The ligature as wide as a glyph that makes its words known, where nothing else does."""
    able = [
        ligature
        for ligature in LIGATURES
        if _agrees(ligature, glyph, evidence) and _makes_words(words, ligature)
    ]
    if len(able) != 1:
        return ""
    letters = LETTERS.union(map(str.lower, evidence.letter_widths[glyph.font]))
    others = [letter for letter in letters if may_be(letter, glyph, evidence)]
    known = len(_known(words, able[0]))
    return "" if any(2 * len(_known(words, letter)) >= known for letter in others) else able[0]


def may_be(letters: str, glyph: Cluster, evidence: Evidence) -> bool:
    """Whether a glyph is as wide as some letters together, or their widths are not known."""
    return _agrees(letters, glyph, evidence) is not False


def _agrees(letters: str, glyph: Cluster, evidence: Evidence) -> bool | None:
    """Whether a glyph is as wide as some letters; None if their widths are not known."""
    widths = evidence.letter_widths.get(glyph.font, {})
    own = [widths.get(letter) for letter in letters]
    if None in own or max(widths.values()) - min(widths.values()) < SAME_WIDTH:
        return None  # a monospaced font has one cell for a ligature
    width, together = (glyph.x1 - glyph.x0) / glyph.size, sum(part or 0.0 for part in own)
    return abs(width - together) < SAME_WIDTH * together


def _makes_words(words: Collection[str], letters: str) -> bool:
    """Whether most words are known with some letters, and two of them, or a long one."""
    if letters[0].isupper() and not all(word.startswith(UNMAPPED) for word in words):
        return False
    known = _known(words, letters)
    telling = [word for word in known if len(word) >= LEAST_LETTERS]
    enough = len(telling) >= MIN_WORDS or any(len(word) > LONG for word in telling)
    return enough and len(known) >= MIN_KNOWN * len(words)


def _known(words: Iterable[str], letters: str) -> list[str]:
    return [word for word in words if is_known(word.replace(UNMAPPED, letters.lower()))]
