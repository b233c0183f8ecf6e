"""ToUnicode values that cannot be right by those of the codes beside them.

Ghostscript 9.56 to 10.0 writes the first value of a range as its high byte OR its low byte, and
counts the others up from it: `<03E1> <0400> <0034>` for U+0430 (ISO 32000-1, 9.10.3).  Many fonts
have their glyphs in the order of the characters.  There the codes before and after such a range
show its characters: code and character are as far apart, and the first one has just these bytes.
Word maps a letter to one that it forms a ligature with, `f` to `i`: one code between others has the
letter of another code, and is the letter of its place.

The values themselves are the evidence, as programs that copy a font write another producer's name:
control characters, or a stretch of codes without a gap in which only one range is not in order.  An
alternate of a character (a small capital, a mirrored quotation mark) has its value, too, and stands
anywhere: the plain ranges must agree on both sides, and its sum by chance is no evidence.
(Fonts in another order: `bidi/font_faults/combined_letters`, `combined_bytes`.)
"""

from __future__ import annotations

import unicodedata
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

ONE_BYTE = 0x100
LEAST_CODES, MOST_DESCENTS = 6, 0.1  # of a font whose glyphs are in order
ROUNDS = 2  # a range that is restored is a bound for those before it
ARABIC = 0x06
PUNCTUATION = sorted(map(ord, "‐–—‘’“”†•…、。〈〉《》「」『』【】"))
LEAST_BETWEEN = 2  # codes with sums between plain ranges
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


class Bounds(NamedTuple):
    """The plain ranges around one."""

    before: CodeRange
    after: CodeRange

    @property
    def distance(self) -> int:
        """From a code to its character, in both."""
        return self.before.distance


def restored_values(texts: Mapping[int, str], *, is_combined: bool = False) -> dict[int, str]:
    r"""The codes of a font whose values are such sums, and the characters that they stand for.

    `is_combined`: the file is by a producer that writes such sums.

    >>> restored_values({1: "А", 2: "Б", 4: "\x17", 5: "\x18", 8: "З", 9: "И"})
    {4: 'Г', 5: 'Д'}
    >>> restored_values({1: "d", 2: "e", 3: "i", 4: "g", 5: "h", 6: "i"})
    {3: 'f'}
    """
    ranges = [*_ranges(texts)]
    restored = _restored_sums(ranges, is_combined=is_combined)
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


def _restored_sums(ranges: Sequence[CodeRange], *, is_combined: bool) -> dict[int, str]:
    """The characters of ranges whose first value is the sum of two bytes."""
    plain = [own for own in ranges if own.value >= ONE_BYTE]
    if not plain or len(plain) == len(ranges):
        return {}
    bounds = {own: found for own in ranges if (found := _bounds(own, plain))}
    likely = {own: found.distance for own, found in bounds.items()}
    sums = {own for own, found in likely.items() if _is_sum(own, found)}
    if not is_combined and not _is_any_certain(ranges, bounds):
        return {}
    proved = {(own.distance, likely[own]) for own in sums}
    last = _last_range(ranges, plain, set(likely.values()) if sums else set())
    likely |= last
    return {
        code: chr(code + found)
        for own, found in likely.items()
        if (own.distance, found) in proved or own in last
        for code in range(own.first, own.last + 1)
    }


def _is_any_certain(ranges: Sequence[CodeRange], bounds: Mapping[CodeRange, Bounds]) -> bool:
    """Whether some sums of a font show that its values are sums."""
    counts = _counts(ranges)
    between: dict[Bounds, list[CodeRange]] = {}
    for own, found in bounds.items():
        between.setdefault(found, []).append(own)
    return any(_are_certain(owns, found, counts) for found, owns in between.items())


def _are_certain(between: Sequence[CodeRange], bounds: Bounds, counts: Mapping[int, int]) -> bool:
    """Whether sums between plain ranges can be no text, or cannot stand there by chance.

    No alternate of a character stands in an alphabet, where no code is unused and all are sums.
    """
    sums = [own for own in between if _is_sum(own, bounds.distance)]
    if any(unicodedata.category(chr(value)) == "Cc" for value in _counts(sums)):
        return True
    own = _counts(between)
    codes = bounds.after.first - bounds.before.last - 1
    is_full = len(sums) == len(between) and codes == own.total() >= LEAST_BETWEEN
    return is_full and all(counts[value] == count for value, count in own.items())


def _last_range(
    ranges: Sequence[CodeRange], plain: Sequence[CodeRange], distances: Collection[int]
) -> dict[CodeRange, int]:
    """The last range of a font that has others, if it follows a plain one and is a sum."""
    own, before = ranges[-1], plain[-1]
    follows = own.value < ONE_BYTE and own.first == before.last + 1 and before.distance in distances
    return {own: before.distance} if follows and _is_sum(own, before.distance) else {}


def _counts(ranges: Sequence[CodeRange]) -> Counter[int]:
    """How many codes have each value."""
    return Counter(own.value + at for own in ranges for at in range(own.last - own.first + 1))


def _restored_punctuation(
    ranges: Sequence[CodeRange], restored: Mapping[int, str]
) -> dict[int, str]:
    """The punctuation of ranges between known ones, of values that other codes have, too."""
    counts = _counts(ranges)
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
        and (own.value < ONE_BYTE) == (own.first + before.distance < ONE_BYTE)
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


def _bounds(own: CodeRange, plain: Sequence[CodeRange]) -> Bounds | None:
    """The ranges before and after one of small values, if they agree on the distance."""
    at = bisect(plain, own)
    if own.value >= ONE_BYTE or not 0 < at < len(plain):
        return None  # a small value before others is in order
    before, after = plain[at - 1], plain[at]
    return Bounds(before, after) if before.distance == after.distance else None


def _is_sum(own: CodeRange, distance: int) -> bool:
    """Whether the first value of a range is the sum of the bytes of its character."""
    high, low = divmod(own.first + distance, ONE_BYTE)
    return 0 < high < ONE_BYTE and high | low == own.value
