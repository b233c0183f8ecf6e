"""From a glyph's own text to letters: presentation forms spelt out, controls dropped."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["R", "L", "EN", "AN", "ES", "CS", "ET", "ON", "S", "M"]
"""Right-to-left letter, left-to-right letter, European and Arabic digit, separators, neutral,
space, combining mark."""

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
TATWEEL = "\N{ARABIC TATWEEL}"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"

PRESENTED = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc\ufb00-\ufb06]")
"""Arabic and Hebrew presentation forms, and the Latin ligatures `fi fl ffi …`."""
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
    "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}\u202a-\u202e\u2060-\u2069"
    "\N{ZERO WIDTH NO-BREAK SPACE}]"
)
NO_CHARACTER = re.compile("[\ufffe\uffff]")  # written where a font has no letter
PAIRS = ("()", "[]", "{}", "«»", "‹›", "<>", "（）", "［］", "〔〕", "【】", "《》", "〈〉")
MIRROR = {a: b for pair in PAIRS for a, b in (tuple(pair), tuple(pair)[::-1])}
OPENING = {pair[0]: pair[1] for pair in PAIRS}
CLOSING = {pair[1]: pair[0] for pair in PAIRS}
_KINDS: dict[str, Kind] = {
    "R": "R", "AL": "R", "L": "L", "EN": "EN", "AN": "AN", "ES": "ES", "CS": "CS", "ET": "ET",
    "WS": "S", "B": "S", "S": "S", "NSM": "M",
}  # fmt: skip


@lru_cache(maxsize=8192)
def spelt(text: str) -> str:
    """Letters for what a font says: `ﻻ` is لا, `ﬁ` is fi, `ﹰ` is a bare tanween."""
    if not text or NO_CHARACTER.search(text):
        return UNKNOWN
    text = UNSEEN.sub("", text)
    if PRESENTED.search(text):
        text = PRESENTED.sub(_unfolded, text)
    return unicodedata.normalize("NFC", text)


def _unfolded(found: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", found[0])
    if len(plain) > 1 and plain[0] in f" {TATWEEL}":
        return plain[1:]  # isolated and medial forms of marks are spelt on a space or a tatweel
    return plain


@lru_cache(maxsize=8192)
def kind_of(text: str) -> Kind:
    """The kind of a cell: that of its first letter, of its first sign if it has none."""
    kinds = [_KINDS.get(unicodedata.bidirectional(char), "ON") for char in text]
    if not kinds:
        return "S"
    for kind in kinds:
        if kind in {"R", "L", "AN", "EN"}:
            return kind
    if all(kind == "M" for kind in kinds):
        return "M"
    return next(kind for kind in kinds if kind != "M")


def is_han(char: str) -> bool:
    """Chinese letters and the signs set with them: written without spaces."""
    return (
        "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef"
    )
