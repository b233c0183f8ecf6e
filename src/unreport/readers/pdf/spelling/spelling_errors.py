"""Unknown words that one error makes of a known word that is likelier: the noisy channel model.

An error is one of those of Damerau: a letter lost, doubled, put for another one, or exchanged with
the next one (Kernighan, Church and Gale, 1990).  Nearly every unknown word is one error away from
some known word, a right one too; but the known word is hardly likelier than a right one by its
trigrams, and mostly much likelier than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from unreport.readers.pdf.spelling.known_words import is_known, is_usual, script_of
from unreport.readers.pdf.spelling.letter_trigrams import ALPHABETS, likelihood


class LeastGain(Struct, frozen=True, kw_only=True):
    """How much likelier a word must be than one that an error may have made of it."""

    exchanged: float  # two letters
    doubled: float
    other: float  # a letter for another one
    lost: float


LEAST_GAIN: Mapping[str, LeastGain] = {
    "Arabic": LeastGain(exchanged=1, doubled=-1, other=3, lost=0.5),
    "Cyrillic": LeastGain(exchanged=0, doubled=-1, other=4, lost=1.5),
    "Latin": LeastGain(exchanged=0, doubled=-1, other=-0.5, lost=-1),
}
"""By the unknown words of right texts, of which one in twenty-five has such a gain."""
LETTERS: Mapping[str, str] = {
    "Arabic": ALPHABETS["ar"],
    "Cyrillic": ALPHABETS["ru"],
    "Latin": "".join(dict.fromkeys(ALPHABETS["en"] + ALPHABETS["es"] + ALPHABETS["fr"])),
}
ENDING = 2  # letters, in which forms of one word differ
GAIN_OF_ENDING = 3.0  # that an error in them must have besides
FIRST_ACCENTED = "\u00e0"
DOUBLED_IN_VARIANTS = "و"
"""Of a word with this letter twice, the form with one is a variant: `داوود`, `داود`."""


def is_likely_error(word: str) -> bool:
    """Whether one error makes an unknown word of a known one that is likelier.

    >>> is_likely_error("commitee"), is_likely_error("resolutoin"), is_likely_error("météores")
    (True, True, False)
    """
    script = script_of(word)
    least, letters = LEAST_GAIN[script], LETTERS[script]
    is_word = is_known if script == "Cyrillic" else _is_surely_usual
    own = likelihood(word)
    kinds = (
        (_single(word), is_known, least.doubled),
        (_exchanged(word), is_known, least.exchanged),
        (_completed(word, letters), is_word, least.lost),
        (_replaced(word[:-ENDING], letters, word[-ENDING:]), is_word, least.other),
        (_ending_replaced(word, letters), is_word, least.other + GAIN_OF_ENDING),
    )
    return any(
        test(other) and likelihood(other) - own >= gain
        for others, test, gain in kinds
        for other in others
    )


def _is_surely_usual(word: str) -> bool:
    """Whether both filters have a word: one of them alone has many of so many words by chance."""
    return is_usual(word) and is_known(word)


def _single(word: str) -> Iterator[str]:
    """The word with a doubled letter once."""
    for at in range(len(word) - 1):
        if word[at] == word[at + 1] != DOUBLED_IN_VARIANTS:
            yield word[:at] + word[at + 1 :]


def _exchanged(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _completed(word: str, letters: str) -> Iterator[str]:
    """The word with another letter before its end, where forms of one word differ."""
    for at in range(len(word)):
        before, after = word[:at], word[at:]
        for letter in letters:
            yield before + letter + after


def _replaced(word: str, letters: str, ending: str = "") -> Iterator[str]:
    """The word with another letter; a letter with an accent is not taken for one without."""
    for at, own in enumerate(word):
        before, after = word[:at], word[at + 1 :] + ending
        for letter in letters:
            if own < FIRST_ACCENTED or letter >= FIRST_ACCENTED:
                yield before + letter + after


def _ending_replaced(word: str, letters: str) -> Iterator[str]:
    stem = word[:-ENDING]
    yield from (stem + ending for ending in _replaced(word[-ENDING:], letters))
