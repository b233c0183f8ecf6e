"""From a glyph's ToUnicode value to letters: presentation forms decomposed, controls removed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, TypeAlias

BidiClass: TypeAlias = Literal["R", "L", "EN", "AN", "ES", "CS", "ET", "ON", "S", "M"]
"""Bidi classes of UAX #9, some merged: R with AL, S is any white space, M is NSM, ON the rest."""

UNMAPPED = "\N{REPLACEMENT CHARACTER}"
TATWEEL = "\N{ARABIC TATWEEL}"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"

PRESENTATION_FORMS = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc\ufb00-\ufb06]")
"""Arabic and Hebrew presentation forms, and the Latin ligatures `fi fl ffi …`."""
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
    "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}\u202a-\u202e\u2060-\u2069"
    "\N{ZERO WIDTH NO-BREAK SPACE}]"
)
NONCHARACTERS = re.compile("[\ufffe\uffff]")  # ToUnicode values of unmapped glyphs
FIRST_HAN = "⺀"  # of the characters that are written without spaces
NO_TEXT = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]")
"""U+FFFD and private use characters, which mean nothing without an agreement (Unicode 23.5)."""
BRACKET_PAIRS = ("()", "[]", "{}", "«»", "‹›", "<>", "（）", "［］", "〔〕", "【】", "《》", "〈〉")
MIRRORED = {a: b for pair in BRACKET_PAIRS for a, b in (tuple(pair), tuple(pair)[::-1])}
OPENING_BRACKETS = {pair[0]: pair[1] for pair in BRACKET_PAIRS}
CLOSING_BRACKETS = {pair[1]: pair[0] for pair in BRACKET_PAIRS}
ANGLES = frozenset("<>")
"""Signs that are mirrored and may stand in pairs, but are no brackets of UAX #9 (BD14)."""
SIGN_PAIRS = ("≤≥", "≦≧", "⩽⩾", "≪≫", "≲≳")
MIRRORED_SIGNS = {a: b for pair in SIGN_PAIRS for a, b in (tuple(pair), tuple(pair)[::-1])}
"""Signs that are no brackets and are mirrored in right-to-left text too (UAX #9, L4)."""
_CLASSES: dict[str, BidiClass] = {
    "R": "R", "AL": "R", "L": "L", "EN": "EN", "AN": "AN", "ES": "ES", "CS": "CS", "ET": "ET",
    "WS": "S", "B": "S", "S": "S", "NSM": "M",
}  # fmt: skip


@lru_cache(maxsize=8192)
def glyph_letters(text: str) -> str:
    """Letters of a ToUnicode value: `ﻻ` is لا, `ﬁ` is fi, `ﹰ` is a combining tanwin."""
    if not text or NONCHARACTERS.search(text):
        return UNMAPPED
    text = INVISIBLE.sub("", text)
    if PRESENTATION_FORMS.search(text):
        text = PRESENTATION_FORMS.sub(_decomposed, text)
    return unicodedata.normalize("NFC", text)


def _decomposed(found: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", found[0])
    if len(plain) > 1 and plain[0] in f" {TATWEEL}":
        return plain[1:]  # isolated and medial forms of marks decompose to space or tatweel + mark
    return plain


@lru_cache(maxsize=8192)
def bidi_class_of(text: str) -> BidiClass:
    """The class of a cluster: that of its first letter or digit, else of its first character."""
    classes = [_CLASSES.get(unicodedata.bidirectional(char), "ON") for char in text]
    if not classes:
        return "S"
    for bidi_class in classes:
        if bidi_class in {"R", "L", "AN", "EN"}:
            return bidi_class
    if all(bidi_class == "M" for bidi_class in classes):
        return "M"
    return next(bidi_class for bidi_class in classes if bidi_class != "M")


def has_han(text: str) -> bool:
    """Whether a text may have ideographs, or signs set with them."""
    return not text.isascii() and max(text) >= FIRST_HAN


def is_han(char: str) -> bool:
    """Ideographs and the punctuation set with them: written without spaces."""
    return (
        "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef"
    )


def combining_marks(text: str) -> str:
    """The combining marks of a text."""
    return "".join(char for char in text if unicodedata.combining(char))


def repeated_marks(text: str, marks: str) -> str:
    """Those of some marks that a text has already."""
    has = unicodedata.normalize("NFD", text)
    return "".join(char for char in marks if char in has)
