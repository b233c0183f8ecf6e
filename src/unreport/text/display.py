"""Text for tools that neither shape Arabic letters nor put them in order: plots, some terminals.

Letters are replaced by their contextual forms (the presentation forms of the Unicode Standard,
chapter 9.2) and put in the order in which they stand from left to right (UAX #9).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

import regex

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

RIGHT_TO_LEFT = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}\p{Bidi_Class=AN}]")
MARKS_BEFORE_LETTER = regex.compile(
    r"(?<!\p{Bidi_Class=NSM})(\p{Bidi_Class=NSM}++)([\p{Bidi_Class=R}\p{Bidi_Class=AL}])"
)
# An invisible mark takes the direction of the character before it (W1, N0), and shows it thereby
LEVEL_SIGN = "\N{COMBINING GRAPHEME JOINER}"
BRACKET_AFTER_SIGN = regex.compile(rf"{LEVEL_SIGN}(\p{{Bidi_Mirrored}})")
# Only the ligatures that Arabic writing demands: fonts lack the others
SHAPING = {
    "delete_harakat": False,
    "delete_tatweel": False,
    "support_ligatures": True,
    "ARABIC LIGATURE ALLAH": False,
}


def for_display(text: str, *, direction: Literal["ltr", "rtl"] | None = None) -> str:
    """A text as a tool shows it that draws character after character from left to right.

    `direction` is that of the paragraph; if not given, of the first letter (UAX #9, P2).  Text
    without right-to-left letters is returned as it is.  The result is to be looked at only: it can
    be neither searched nor parsed, and a tool that knows Arabic (browsers, office programs,
    Matplotlib from 3.11 on) would show it reversed.

    >>> [f"{ord(letter):04X}" for letter in for_display("لا")]
    ['FEFB']
    >>> for_display("A/80/L.1 (أ)", direction="rtl").endswith("A/80/L.1")
    True
    """
    if not isinstance(text, str):
        raise TypeError(f"a text is displayed, not {type(text).__name__}")
    return "\n".join(_display_line(line, direction) for line in text.split("\n"))


def _display_line(line: str, direction: str | None) -> str:
    if not RIGHT_TO_LEFT.search(line):
        return line
    # slow to import, and few texts need them
    from bidi import get_display  # noqa: PLC0415
    from bidi.mirror import MIRRORED  # noqa: PLC0415

    shaped = _reshaper().reshape(line.replace(LEVEL_SIGN, ""))
    signed = "".join(c + LEVEL_SIGN if c in MIRRORED else c for c in shaped)
    base = {"ltr": "L", "rtl": "R", None: None}[direction]
    shown = str(get_display(signed, base_dir=base))
    # L4: the sign comes before a bracket where the bracket stands from right to left
    mirrored = BRACKET_AFTER_SIGN.sub(lambda match: MIRRORED.get(match[1], match[1]), shown)
    # L3: a mark follows its letter also where the letters run from right to left
    return MARKS_BEFORE_LETTER.sub(r"\2\1", mirrored.replace(LEVEL_SIGN, ""))


@cache
def _reshaper() -> ArabicReshaper:
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415  as above

    return ArabicReshaper(configuration=SHAPING)
