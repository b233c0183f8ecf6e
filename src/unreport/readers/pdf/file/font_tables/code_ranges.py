"""ToUnicode values that cannot be right by those of the codes beside them.

Ghostscript 9.56 to 10.0 writes the first value of a range as its high byte OR its low byte, and
counts the others up from it: `<03E1> <0400> <0034>` for U+0430 (ISO 32000-1, 9.10.3).  Many fonts
have their glyphs in the order of the characters.  There the codes before and after such a range
show its characters: code and character are as far apart, and the first one has just these bytes.
Word maps a letter to one that it forms a ligature with, `f` to `i`: one code between others has the
letter of another code, and is the letter of its place.

The values themselves are the evidence, as programs that copy a font write another producer's name.
(Fonts in another order: `bidi/font_faults/combined_letters`, `combined_bytes`.)
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

ONE_BYTE = 0x100
FARTHEST = 32  # codes from a range to the one before it, where there is none behind it
LEAST_CODES, MOST_DESCENTS = 6, 0.1  # of a font whose glyphs are in order
ROUNDS = 2  # a range that is restored is a bound for those before it
ARABIC = 0x06
PUNCTUATION = sorted(map(ord, "‐–—‘’“”†•…、。〈〉《》「」『』【】"))
LEAST_AROUND = 4  # codes right before and after one that has the letter of another code
ALPHABETIC = 0x530  # below it, letters of Latin, Greek and Cyrillic
LEAST_MISPLACED = 0x20  # high byte of what a misplaced byte makes of an Arabic letter


class CodeRange(NamedTuple):
    """Consecutive codes with consecutive characters."""

    first: int
    last: int
    value: int  # of the first code

    @property
    def distance(self) -> int:
        """From a code to its character."""
        return self.value - self.first


def restored_values(texts: Mapping[int, str]) -> dict[int, str]:
    r"""The codes of a font whose values are such sums, and the characters that they stand for.

    >>> restored_values({1: "А", 2: "Б", 4: "\x17", 5: "\x18", 8: "З", 9: "И"})
    {4: 'Г', 5: 'Д'}
    >>> restored_values({1: "d", 2: "e", 3: "i", 4: "g", 5: "h", 6: "i"})
    {3: 'f'}
    """
    ranges = [*_ranges(texts)]
    restored = _restored_sums(ranges)
    for _ in range(ROUNDS if restored else 0):
        restored |= _restored_punctuation(ranges, restored)
    restored |= _letters_by_place(ranges, texts)
    return restored if restored and _is_in_order({**texts, **restored}) else {}


def has_misplaced_bytes(texts: Mapping[int, str]) -> bool:
    r"""Whether a value of several characters has a byte of the first one in the second.

    >>> has_misplaced_bytes({1: "ل\u4423"}), has_misplaced_bytes({1: "لا"})
    (True, False)
    """
    return any(
        len(text) > 1
        and ord(text[0]) >> 8 == ARABIC
        and ord(text[1]) >> 8 == ord(text[0]) & 0xFF >= LEAST_MISPLACED
        for text in texts.values()
    )


def _restored_sums(ranges: Sequence[CodeRange]) -> dict[int, str]:
    """The characters of ranges whose first value is the sum of two bytes."""
    plain = [own for own in ranges if own.value >= ONE_BYTE]
    if not plain or len(plain) == len(ranges):
        return {}
    likely = {own: found for own in ranges if (found := _likely_distance(own, plain)) is not None}
    proved = {(own.distance, found) for own, found in likely.items() if _is_sum(own, found)}
    return {
        code: chr(code + found)
        for own, found in likely.items()
        if (own.distance, found) in proved
        for code in range(own.first, own.last + 1)
    }


def _restored_punctuation(
    ranges: Sequence[CodeRange], restored: Mapping[int, str]
) -> dict[int, str]:
    """The punctuation of ranges between known ones, of values that other codes have, too."""
    counts = Counter(own.value + at for own in ranges for at in range(own.last - own.first + 1))
    out: dict[int, str] = {}
    before = 0
    for own, after in zip(ranges, _known_after(ranges, restored), strict=True):
        if known := _known(own, restored):
            before = known
        elif before and counts[own.value] > 1:
            signs = [sign for sign in PUNCTUATION if before < sign < after]
            signs = [sign for sign in signs if _is_sum(own, sign - own.first)]
            if len(signs) == 1:
                distance = signs[0] - own.first
                out |= {code: chr(code + distance) for code in range(own.first, own.last + 1)}
                before = own.last + distance
    return out


def _known_after(ranges: Sequence[CodeRange], restored: Mapping[int, str]) -> Sequence[int]:
    """For each range the next character behind it that is known; 0 if there is none."""
    out = [0]
    for own in reversed(ranges[1:]):
        out.append(_known(own, restored) or out[-1])
    return out[::-1]


def _known(own: CodeRange, restored: Mapping[int, str]) -> int:
    """The first character of a range, if it is restored or no single byte; else 0."""
    if own.value >= ONE_BYTE:
        return own.value
    return ord(restored.get(own.first, "\0"))


def _letters_by_place(ranges: Sequence[CodeRange], texts: Mapping[int, str]) -> dict[int, str]:
    """The letters of single codes that have the letter of another code."""
    return {
        own.first: chr(own.first + before.distance)
        for before, own, after in zip(ranges, ranges[1:], ranges[2:], strict=False)
        if own.first == own.last == before.last + 1 == after.first - 1
        and before.distance == after.distance
        and after.last - before.first >= LEAST_AROUND
        and own.value < ALPHABETIC
        and texts.get(own.value - before.distance) == chr(own.value)
        and chr(own.value).isalpha()
        and chr(own.first + before.distance).isalpha()
    }


def _is_in_order(texts: Mapping[int, str]) -> bool:
    """Whether a font has its glyphs in the order of the characters, but for a few.

    Many producers number glyphs in the order in which a text uses them; half of them stand before
    a smaller one then, and any of them may be beside any other.
    """
    values = [texts[code] for code in sorted(texts) if len(texts[code]) == 1]
    descents = sum(after < before for before, after in pairwise(values))
    return len(values) >= LEAST_CODES and descents <= MOST_DESCENTS * len(values)


def _ranges(texts: Mapping[int, str]) -> Iterator[CodeRange]:
    first = last = value = -1
    for code in sorted(code for code, text in texts.items() if len(text) == 1):
        char = ord(texts[code])
        if code != last + 1 or char != value + code - first:
            if first >= 0:
                yield CodeRange(first, last, value)
            first, value = code, char
        last = code
    if first >= 0:
        yield CodeRange(first, last, value)


def _likely_distance(own: CodeRange, plain: Sequence[CodeRange]) -> int | None:
    """The distance of the ranges before and after one of small values, if they agree on it."""
    if own.value >= ONE_BYTE:
        return None
    at = bisect(plain, own)
    if not at:
        return None  # a small value before others is in order
    before, after = plain[at - 1], plain[at] if at < len(plain) else None
    if after:
        return before.distance if before.distance == after.distance else None
    return before.distance if own.first - before.last <= FARTHEST else None


def _is_sum(own: CodeRange, distance: int) -> bool:
    """Whether the first value of a range is the sum of the bytes of its character."""
    high, low = divmod(own.first + distance, ONE_BYTE)
    return 0 < high < ONE_BYTE and high | low == own.value
