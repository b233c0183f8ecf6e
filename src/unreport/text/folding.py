"""Text folded for matching, with the way back to the places of the printed characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from unreport.text.numerals import bare, digits

# Between digits a soft hyphen is a dash: `11\N{SOFT HYPHEN}13 September`; in a word it is nothing.
SOFT_DASH = re.compile(r"(?<=\d)\N{SOFT HYPHEN}(?=\d)")
DASHES = "−\x1e\x1f"  # a minus sign, and what Word's own hyphens come out as


class Folded(NamedTuple):
    """Folded text; `places[i]` is where its character i stands in the printed text."""

    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The printed place of a match in the folded text."""
        return self.places[start], self.places[end - 1] + 1


class _Letters(dict[int, str]):
    """One letter for all its dresses, found when it is first asked for."""

    def __init__(self, *, cased: bool) -> None:
        self.cased = cased

    def __missing__(self, point: int) -> str:
        folded = _folded(chr(point))
        self[point] = folded = folded if self.cased else folded.casefold()
        return folded


def _folded(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(digits(character))
    if category == "Pd" or character in DASHES:
        return "-"
    if category in ("Cf", "Mn", "Me"):
        return ""
    if character.isspace():
        return " "
    return bare(character)


SMALL = _Letters(cased=False)
CASED = _Letters(cased=True)


def fold(text: str) -> Folded:
    """Fold letters, digits, dashes and spaces to one form each; case does not count.

    >>> fold("١٢ أيــلول").text
    '12 ايلول'
    """
    return _fold(text, SMALL)


def fold_cased(text: str) -> Folded:
    """Fold letters, digits, dashes and spaces to one form each, but keep capitals.

    >>> fold_cased("Résolution ٦٤/٦٨ B").text
    'Resolution 64/68 B'
    """
    return _fold(text, CASED)


def _fold(text: str, letters: _Letters) -> Folded:
    if "\N{SOFT HYPHEN}" in text:
        text = SOFT_DASH.sub("-", text)
    folded = text.translate(letters)
    if all(len(letters[ord(c)]) == 1 for c in set(text)):
        return Folded(folded, range(len(text) + 1))
    places = [at for at, c in enumerate(text) for _ in letters[ord(c)]]
    return Folded(folded, [*places, len(text)])
