"""Points of punctuation and symbols by their place, to judge the encoding of a text."""

from __future__ import annotations

import re
import unicodedata

from unreport.text.lazy_patterns import lazy_pattern

FOREIGN = -3.0  # of a character that none of the six languages has
WITHIN_WORD = -8.0  # of a sign between two letters
OPENING, CLOSING = frozenset("«“‘¿¡„"), frozenset("»”’…")
LAST_PART = re.compile(r"[^\W\d_]+")
MAX_ELIDED = 10  # letters
ELIDED = frozenset({
    "l", "d", "n", "s", "c", "j", "m", "t", "o", "qu", "jusqu", "lorsqu", "puisqu", "quelqu",
    "quoiqu", "aujourd", "entr", "presqu",
})  # fmt: skip
AFTER_ELISION = frozenset("aeiouyhàâéèêîïôùûœ")
ENDINGS = frozenset({"s", "t", "re", "ve", "ll", "d", "m"})
MIN_STEM = 3  # letters before `’s`
INVERTED = {"¡": "!", "¿": "?"}
# `„–—…`: a word in another encoding; no language has three such signs in a row
SIGNS_IN_A_ROW = lazy_pattern(r"[«»“”‘’„‚‹›–—…•°§¶†‡©®™±≤≥¿¡·°¨´ˆ˜¯˘˙˚¸]{3}")
SENTENCE = 500  # characters, within which an inverted mark has its other mark
DASHES = frozenset("–—")
# Arabic marks are within words; Chinese text has no spaces around signs.
IN_WORDS = DASHES | frozenset(
    "’‘ـ·、。，：；（）《》〈〉「」『』“”…\u2010\u2011" + "".join(map(chr, range(0x64B, 0x66A)))
)
FRACTIONS, COMPARISONS = frozenset("½¼¾"), frozenset("≤≥≈±")
NUMBER_AFTER = re.compile(r"[ \u00a0]?\d")
BRACKETS = frozenset("([")
NUMERO = frozenset("§№")
DEGREES = frozenset("CFKNSEWOО")  # after `°`
GLUED = frozenset("€£©®™×•·§№")  # not after a letter
CURRENCIES = frozenset("€£")
TRADE_MARKS = frozenset("©®™")
AFTER_DIGIT = frozenset("º°ª²³¹")
NEUTRAL = GLUED | frozenset(
    "\u00a0،؛؟ـ٪٫٬ﷲ、。，：；（）《》〈〉「」『』！？％“”‘’—…\u3000\u2010\u2011"
)
MIN_NO_BREAK = 4  # no-break spaces
NO_BREAK_SPACE = re.compile(r"(?<=[^\W\d_])\u00a0(?=[^\W\d_])")  # between words
SPACE = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")
WRONG_FORM = -3.0  # of an Arabic presentation form that cannot be where it is
JOINED_FORM_AT_END = lazy_pattern(r"[\ufe80-\ufefc](?![\u0621-\u0652\ufe70-\ufefc])")
JOINING = ("<initial>", "<medial>")
PLURAL = re.compile(r"s’ [a-z]")  # `States’ reports`
ARABIC_MARKS = re.compile(r"[\u064B-\u0652]")


def sign_points(text: str, at: int) -> float:
    """Points of a character that is no letter, by its neighbours."""
    sign, before, after = text[at], text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    if before.isalpha() and after.isalpha() and sign not in IN_WORDS:
        return WITHIN_WORD
    if SIGNS_IN_A_ROW.match(text, max(0, at - 2)) and len(set(text[max(0, at - 2) : at + 1])) > 1:
        return FOREIGN
    if sign in INVERTED and INVERTED[sign] not in text[at : at + SENTENCE]:
        return FOREIGN
    if sign in OPENING or sign in CLOSING:
        return _quotation_mark_points(text, at)
    if sign in DASHES:
        broken_word = before.isalpha() and after.islower()  # `Espa–ol`
        return 2.0 if before.isspace() == after.isspace() and not broken_word else 0.0
    if (beside := _number_sign_points(text, at, before, after)) is not None:
        return beside
    if ARABIC_MARKS.match(sign):
        return 1.0 if "\u0621" <= before <= "\u0652" else FOREIGN
    if sign in CURRENCIES and after.islower():
        return FOREIGN  # `£uvre`
    if sign in GLUED:
        return -1.0 if before.isalpha() else 1.0
    return 1.0 if sign in NEUTRAL or "٠" <= sign <= "٩" else FOREIGN


def _number_sign_points(text: str, at: int, before: str, after: str) -> float | None:
    """Points of a sign that stands beside numbers; None for others."""
    sign = text[at]
    if sign in AFTER_DIGIT:
        holder = (
            before.isdigit() or before in "Nn" if sign == "°" else before.isalnum() or before == "."
        )
        return 2.0 if holder and (not after.isalpha() or after in DEGREES) else -1.0
    if sign in TRADE_MARKS and before.isdigit() and after.isdigit():
        return WITHIN_WORD  # `95®67`, in Mac Arabic `95.67`
    number = NUMBER_AFTER.match(text, at + 1) is not None
    if sign in COMPARISONS or sign in FRACTIONS:  # `≤ 50`, `1¾ hours`
        beside_letter = before.isalpha() or after.isalpha()
        return 1.0 if number == (sign in COMPARISONS) and not beside_letter else FOREIGN
    if sign in NUMERO and not number and after not in (" ", sign):
        return FOREIGN
    return None


def _quotation_mark_points(text: str, at: int) -> float:
    """Points of a quotation mark or apostrophe."""
    sign, before, after = text[at], text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    if before.isspace() and after.isspace():
        return 0.0  # a sign alone in a cell is no evidence
    if sign in CLOSING and before in BRACKETS:
        return FOREIGN  # `(»)`, a letter in another encoding
    if sign in OPENING:
        fits = (not before.isalnum() and not after.isdigit()) or after.isspace()
    elif sign == "’" and before.isalpha() and after.isalpha():
        return _apostrophe_points(text, at)
    elif sign == "’" and before.isalpha() and not PLURAL.match(text, at - 1):
        return 2.0 if _is_quoted(text, at) and not after.isalnum() else 0.0
    else:
        fits = not after.isalnum()
    return 2.0 if fits else -1.0


def _is_quoted(text: str, at: int) -> bool:
    """Whether a quotation mark opens before a closing one."""
    return not OPENING.isdisjoint(text[max(0, at - SENTENCE) : at])


def _apostrophe_points(text: str, at: int) -> float:
    """Points of an apostrophe in a word: possession (`People’s`), elision (`l’eau`), `O’Neil`."""
    first = _letters_before(text, at)
    last = LAST_PART.match(text, at + 1)
    if not first or last is None:
        return 0.0
    if last[0].lower() in ENDINGS:
        return 3.5 if len(first) >= MIN_STEM else 2.0
    elided = first.lower() in ELIDED
    return 2.0 if elided and (last[0][0].lower() in AFTER_ELISION or last[0][0].isupper()) else -0.5


def _letters_before(text: str, at: int) -> str:
    """The letters before an apostrophe, as many as an elided word may have."""
    start = at
    while start > max(0, at - MAX_ELIDED) and text[start - 1].isalpha():
        start -= 1
    return text[start:at]


def has_no_spaces(text: str) -> bool:
    """Whether words are separated by no-break spaces rather than by spaces."""
    no_break = len(NO_BREAK_SPACE.findall(text))
    if " " not in text:
        others = text.count("\t") + text.count("\n")
        return text.count("\u00a0") > others and (
            no_break > 0 or text.count("\u00a0") >= MIN_NO_BREAK
        )
    return no_break >= MIN_NO_BREAK and no_break > len(SPACE.findall(text))


def form_points(text: str) -> float:
    """Points of Arabic presentation forms: none that joins the next letter ends a word."""
    ends = JOINED_FORM_AT_END.findall(text)
    return WRONG_FORM * sum(unicodedata.decomposition(form).startswith(JOINING) for form in ends)
