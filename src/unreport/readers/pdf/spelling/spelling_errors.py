"""Unknown words that one error makes of a known word that is likelier: the noisy channel model.

An error is one of those of Damerau: a letter lost, doubled, put for another one, or exchanged with
the next one (Kernighan, Church and Gale, 1990).  Nearly every unknown word is one error away from
some known word, a right one too; but the known word is hardly likelier than a right one by its
trigrams, and mostly much likelier than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from unreport.readers.pdf.spelling.known_words import is_known, is_surely_usual, script_of
from unreport.readers.pdf.spelling.letter_trigrams import (
    STEP,
    Trigrams,
    likeliest_trigrams,
    likelihood,
)


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
WEAKEST = 3  # trigrams of a word
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
    return next(likelier_words(word), None) is not None


def likelier_words(word: str) -> Iterator[str]:
    """The known words that are likelier than an unknown one, which one error makes of them."""
    script = script_of(word)
    least = LEAST_GAIN[script]
    own = likelihood(word)
    is_word = is_known if script == "Cyrillic" else is_surely_usual
    letters = _Letters.of(word, own)
    kinds = (
        (_single(word), is_known, least.doubled),
        (_exchanged(word), is_known, least.exchanged),
        (letters.completed(least.lost), is_word, least.lost),
        (letters.replaced(least.other), is_word, least.other),
    )
    yield from (
        other
        for others, test, gain in kinds
        for other in others
        if test(other) and likelihood(other) - own >= gain + _gain_of_ending(word, other)
    )


def _gain_of_ending(word: str, other: str) -> float:
    is_ending = len(word) == len(other) and word[:-ENDING] == other[:-ENDING]
    return GAIN_OF_ENDING if is_ending else 0.0


class _Letters(Struct, frozen=True, kw_only=True):
    """The letters of a word, and the least likely trigrams, one of which an error has made."""

    word: str
    own: float  # likelihood
    trigrams: Trigrams
    places: list[int]  # of two ends of a word, its letters and an end
    weak: frozenset[int]  # the last places of the least likely trigrams

    @staticmethod
    def of(word: str, own: float) -> _Letters:
        language = likeliest_trigrams(word)
        places = [0, 0, *(language.places.get(letter, 0) for letter in word), 0]
        costs = {at: language.cost(*places[at - 2 : at + 1]) for at in range(2, len(places))}
        weak = sorted(costs, key=costs.__getitem__)[-WEAKEST:]
        return _Letters(word=word, own=own, trigrams=language, places=places, weak=frozenset(weak))

    def completed(self, gain: float) -> Iterator[str]:
        """The word with another letter before its end, where forms of one word differ."""
        places, most = self.places, -(self.own + gain) / STEP
        for at in range(len(self.word)):
            if not self.weak.isdisjoint((at + 2, at + 3)):
                before, after = places[at : at + 2], places[at + 2 : at + 4]
                for letter in self.trigrams.letters_between(before, after, most):
                    yield self.word[:at] + letter + self.word[at:]

    def replaced(self, gain: float) -> Iterator[str]:
        """The word with another letter; one with an accent is not taken for one without."""
        places, most = self.places, -(self.own + gain) / STEP
        for at, own in enumerate(self.word):
            if not self.weak.isdisjoint((at + 2, at + 3, at + 4)):
                before, after = places[at : at + 2], places[at + 3 : at + 5]
                for letter in self.trigrams.letters_between(before, after, most):
                    if own < FIRST_ACCENTED or letter >= FIRST_ACCENTED:
                        yield self.word[:at] + letter + self.word[at + 1 :]


def _single(word: str) -> Iterator[str]:
    """The word with a doubled letter once."""
    for at in range(len(word) - 1):
        if word[at] == word[at + 1] != DOUBLED_IN_VARIANTS:
            yield word[:at] + word[at + 1 :]


def _exchanged(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
