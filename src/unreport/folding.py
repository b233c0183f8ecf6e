"""Text folded for matching, with the way back to the places of the printed characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from unreport.numerals import ONE_LETTER, digits

# Between digits a soft hyphen is a dash: `11\N{SOFT HYPHEN}13 September`; in a word it is nothing.
SOFT_DASH = re.compile(r"(?<=\d)\N{SOFT HYPHEN}(?=\d)")
FIELD_DASHES = "\x1e\x1f"  # what Word's own hyphens come out as
DASHES = frozenset({"Pd"})


class Folded(NamedTuple):
    """Folded text; `places[i]` is where its character i stands in the printed text."""

    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The printed place of a match in the folded text."""
        return self.places[start], self.places[end - 1] + 1


class _Letters(dict[int, str]):
    """One letter for all its dresses, found when it is first asked for."""

    def __missing__(self, point: int) -> str:
        self[point] = folded = _folded(chr(point))
        return folded


def _folded(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(digits(character))
    if category == "Pd" or character in FIELD_DASHES or character == "−":
        return "-"
    if category in ("Cf", "Mn", "Me"):
        return ""
    if character.isspace():
        return " "
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", character) if unicodedata.category(c)[0] != "M"
    )
    return bare.translate(ONE_LETTER).casefold()


LETTERS = _Letters()


def fold(text: str) -> Folded:
    """Fold letters, digits, dashes and spaces to one form each.

    >>> fold("١٢ أيــلول").text
    '12 ايلول'
    """
    if text.isascii():
        return Folded(text.lower().translate(LETTERS), range(len(text) + 1))
    if "\N{SOFT HYPHEN}" in text:
        text = SOFT_DASH.sub("-", text)
    folded = text.translate(LETTERS)
    if all(len(LETTERS[ord(c)]) == 1 for c in set(text)):
        return Folded(folded, range(len(text) + 1))
    places = [at for at, c in enumerate(text) for _ in LETTERS[ord(c)]]
    return Folded(folded, [*places, len(text)])
