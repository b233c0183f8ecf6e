"""Skeletons of Arabic letters, and the letters that dots make of them (Unicode Standard, 9.2)."""

from __future__ import annotations

from collections.abc import Mapping

DOTS_UNIT = 1 << 24
"""More than any code: what the code of dots is multiplied by in that of a letter with dots."""
SKELETONS: Mapping[str, Mapping[str, str]] = {
    "\N{ARABIC LETTER DOTLESS BEH}": {
        "one above": "ن",
        "two above": "ت",
        "three above": "ث",
        "one below": "ب",
        "two below": "ي",
        "hamza": "ئ",
    },
    "ح": {"one above": "خ", "one below": "ج"},
    "د": {"one above": "ذ"},
    "ر": {"one above": "ز"},
    "س": {"three above": "ش"},
    "ص": {"one above": "ض"},
    "ط": {"one above": "ظ"},
    "ع": {"one above": "غ"},
    "\N{ARABIC LETTER DOTLESS FEH}": {"one above": "ف", "two above": "ق"},
    "\N{ARABIC LETTER DOTLESS QAF}": {"two above": "ق"},
    "\N{ARABIC LETTER NOON GHUNNA}": {"one above": "ن"},
    "ه": {"two above": "ة"},
    "ى": {"two below": "ي", "hamza": "ئ"},
}
"""The letters that the dots make of each skeleton."""
DOTS: Mapping[str, str] = {
    letter: dots for letters in SKELETONS.values() for dots, letter in letters.items()
}


def letter_of(skeleton: str, dots: str) -> str:
    """The letter that a skeleton is with the dots of another letter, or nothing.

    >>> letter_of("س", "ث"), letter_of("س", "ب")
    ('ش', '')
    """
    return SKELETONS.get(skeleton, {}).get(DOTS.get(dots, ""), "")
