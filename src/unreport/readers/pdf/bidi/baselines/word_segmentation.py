"""Gaps between Arabic letters of rows that draw their spaces, decided by the words beside them.

Such a gap without a drawn space is left by kerning, a mark, a kashida or rounded positions, or is a
space that the producer has left out, as where a font changes.  Its width alone does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from unreport.readers.pdf.bidi.letters import UNMAPPED
from unreport.readers.pdf.spelling.known_words import is_known_spelling, is_surely_usual
from unreport.readers.pdf.spelling.split_words import WORDS_OF_TWO_LETTERS

LABEL_SIGNS = frozenset("-–/.0123456789٠١٢٣٤٥٦٧٨٩")
SHORT_PIECE = 2  # letters
MAX_LETTERS = 20  # of a word; a longer run is none
NO_LETTERS = re.compile(f"[\u0640\u064b-\u0652\u0670{UNMAPPED}]+")
"""Kashidas, which may be unmapped, and vowel signs."""
ARABIC = re.compile("[\u0621-\u064a]+")

TextAt = Callable[[int], str]
"""The text of the letter at a place."""


def is_word_boundary(at: int, bounds: Collection[int], text_at: TextAt, *, is_wide: bool) -> bool:
    """Whether a gap before a letter separates words; a wide one does, unless its words tell.

    `bounds` has the first letter of its row, the end of the row and every other gap in it.
    """
    left = _run(range(at - 1, at - 1 - MAX_LETTERS, -1), bounds, text_at, at_left=True)
    right = _run(range(at, at + MAX_LETTERS), bounds, text_at, at_left=False)
    if not left or not right or (len(right) == 1 and _is_label(at, bounds, text_at)):
        return is_wide
    whole = right + left
    if _is_word(right) and _is_word(left):
        return is_wide or not is_known_spelling(whole)
    is_whole = is_known_spelling if min(len(right), len(left)) <= SHORT_PIECE else is_surely_usual
    return is_wide and not is_whole(whole)


def _run(places: range, bounds: Collection[int], text_at: TextAt, *, at_left: bool) -> str:
    """The letters of a word from a gap on, in logical order."""
    found = ""
    for at in places:
        if not at_left and at != places[0] and at in bounds:
            break
        letters = NO_LETTERS.sub("", text_at(at))
        if letters and not ARABIC.fullmatch(letters):
            break
        found = found + letters if at_left else letters + found
        if at_left and at in bounds:
            break
    return found


def _is_label(at: int, bounds: Collection[int], text_at: TextAt) -> bool:
    """Whether a letter belongs to a number before it, as in `11-ب`."""
    return at + 1 not in bounds and text_at(at + 1)[:1] in LABEL_SIGNS


def _is_word(letters: str) -> bool:
    if len(letters) <= SHORT_PIECE:  # the words of two letters are few, and listed
        return letters in WORDS_OF_TWO_LETTERS
    return is_known_spelling(letters)
