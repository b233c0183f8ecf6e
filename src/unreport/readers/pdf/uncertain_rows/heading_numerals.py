"""Numerals of Arabic headings that are misspelt: `بء-` for `باء-`, `ثنيا-` for `ثانيا-`.

A word with a dash at the beginning of a row is an ordinal or the name of a letter.  One that is
none, but would be with one letter more, less or another, has a wrong letter.  Words are compared by
what is left of them without one of their letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.known_words import is_known
from unreport.text.arabic_numerals import ARABIC_LETTER_NAMES, ARABIC_ORDINALS
from unreport.text.numerals import NumberingSystem

NUMERAL = re.compile(
    "([\u0621-\u063a\u0640-\u0652]{2,12}) ?[-\N{EN DASH}\N{EM DASH}](?=[ \u0621-\u064a])"
)
MARKS = re.compile("[\u0640\u064b-\u0652]+")
SINGLE = 10  # numerals in one word


def _numerals(system: NumberingSystem) -> frozenset[str]:
    found = (system.numeral(number) for number in range(1, SINGLE + 1))
    return frozenset(MARKS.sub("", numeral) for numeral in found if numeral)


def _without_one_letter(word: str) -> Iterator[str]:
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


ORDINALS, LETTER_NAMES = _numerals(ARABIC_ORDINALS), _numerals(ARABIC_LETTER_NAMES)
NUMERALS = ORDINALS | LETTER_NAMES
NEAR_ORDINALS = ORDINALS.union(*map(_without_one_letter, ORDINALS))
NEAR_NUMERALS = NUMERALS.union(*map(_without_one_letter, NUMERALS))


def mark_misspelt_numerals(rows: Iterable[TextLine]) -> None:
    """Mark the rows that begin with a misspelt numeral."""
    for row in rows:
        if row.certain and (found := NUMERAL.match(row.text)):
            row.certain = not is_misspelt_numeral(MARKS.sub("", found[1]))


def is_misspelt_numeral(word: str) -> bool:
    """Whether a word before a dash is no numeral, but would be with one other letter.

    A known word is none, unless it is near an ordinal: a name of a letter is near many words.

    >>> is_misspelt_numeral("بء"), is_misspelt_numeral("باء"), is_misspelt_numeral("فاس")
    (True, False, False)
    """
    if word in NUMERALS:
        return False
    near = NEAR_ORDINALS if is_known(word) else NEAR_NUMERALS
    return word in near or any(rest in near for rest in _without_one_letter(word))
