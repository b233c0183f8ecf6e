"""Logical order from visual order: the possible readings of one row, the inverse of UAX #9.

A row is given in visual order, as tokens from left to right.  In a row of right-to-left base
direction, tokens are taken from the right, but left-to-right runs (Latin, numbers) keep their
order.  Where one run ends and the next begins is not always visible; `order_proof` chooses.
Rules named W and N are those of UAX #9.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from unreport.readers.pdf.bidi.letters import MIRRORED, BidiClass

BaseDirection: TypeAlias = Literal["R", "L"]

ARABIC_INDIC_ZERO = "\N{ARABIC-INDIC DIGIT ZERO}"
EXTENDED_ZERO = "\N{EXTENDED ARABIC-INDIC DIGIT ZERO}"
EXTENDED_NINE = "\N{EXTENDED ARABIC-INDIC DIGIT NINE}"
MAX_NEUTRALS = 4  # at the end of a row that may be within its last run
MAX_BRACKETS = 3  # in succession that are tried as the end of a run
RELATION_SIGNS = frozenset("=<>≤≥≠≈")
ANGLE_SIGNS = frozenset("°′″")  # which follow their numbers
LINE_BREAK_CHARS = frozenset("/-–_.:&=?")
REVERSED_CLASSES = frozenset({"R", "AL", "ON", "CS", "ES", "ET", "WS"})
"""Classes that run from right to left where there are no left-to-right letters or digits."""


class Token(NamedTuple):
    """A glyph cluster as the algorithm sees it."""

    char: str  # its first character, for the whole of it
    bidi_class: BidiClass


@lru_cache(maxsize=8192)
def token_of(text: str, bidi_class: BidiClass) -> Token:
    """The token of a cluster with this text, one for all that are equal.

    Fonts that draw Arabic-Indic and extended digits with one glyph may have either in ToUnicode;
    those of the six languages are Arabic-Indic, and ordered so.
    """
    char = text[0]
    if EXTENDED_ZERO <= char <= EXTENDED_NINE:
        return Token(chr(ord(char) - ord(EXTENDED_ZERO) + ord(ARABIC_INDIC_ZERO)), "AN")
    return Token(char, bidi_class)


SPACE = Token(" ", "S")


class Reading(NamedTuple):
    """One possible logical order of a row."""

    order: tuple[int, ...]  # tokens in logical order
    rtl: tuple[bool, ...]  # per token: whether it is in a right-to-left run
    proved: bool


class Alternative(NamedTuple):
    """Two orders of some words of a row that look alike on the page."""

    text: str  # as it was read
    other: str


Segmentation: TypeAlias = tuple[tuple[int, int], ...]
"""The left-to-right runs of a stretch, as (start, end), from the left."""


class Context(NamedTuple):
    """The directions of the last strong character before a row and of the first one after it."""

    before: str = ""  # R, L or nothing
    after: str = ""
    opened: str = ""  # brackets that the row above does not close


def reversed_reading(tokens: list[Token]) -> Reading | None:
    """The reading of a row of nothing but right-to-left letters and neutrals, which needs no proof.

    By N1 all its neutrals take the direction of its letters, whatever stands around it: the
    algorithm displays it in reverse.  None if a character is none of these, or is mirrored (L4) and
    no bracket.
    """
    chars = {token.char for token in tokens}
    if tokens[0].char.isspace() or tokens[-1].char.isspace():
        return None
    if not all(map(_is_reversed, chars)) or not any(map(_is_right_to_left, chars)):
        return None
    count = len(tokens)
    return Reading(tuple(range(count - 1, -1, -1)), (True,) * count, proved=True)


@lru_cache(maxsize=4096)
def _is_reversed(char: str) -> bool:
    is_plain = char in MIRRORED or not unicodedata.mirrored(char)
    return is_plain and unicodedata.bidirectional(char) in REVERSED_CLASSES


@lru_cache(maxsize=4096)
def _is_right_to_left(char: str) -> bool:
    return unicodedata.bidirectional(char) in {"R", "AL"}


# --- readings -------------------------------------------------------------------------------------


def divisions(tokens: list[Token], context: Context) -> list[list[Segmentation]]:
    """For each stretch of left-to-right characters the ways to divide it into runs."""
    stretches = list(left_to_right_stretches(tokens))
    choices = [_segmentations(tokens, start, end) for start, end in stretches]
    if choices and context.before == "L":  # by W7 the digits at the start of the row are letters
        start, end = stretches[-1]
        own = _segmentations(tokens, start, end, after_letter=True)
        own += _with_first_relation(tokens, own)
        choices[-1] = list(dict.fromkeys([*choices[-1], *own]))
    if choices and context.after != "R" and stretches[0][0] == 0:
        choices[0] = _with_last_neutrals(tokens, choices[0])
    return choices


def likeliest_division(tokens: list[Token], context: Context) -> list[Segmentation]:
    """The first of the `divisions` of each stretch."""
    stretches = [*left_to_right_stretches(tokens)]
    chosen = [_likeliest(_runs(tokens, *stretch, after_letter=False)) for stretch in stretches]
    if chosen and context.after != "R" and stretches[0][0] == 0:
        chosen[0] = _with_last_neutrals(tokens, chosen[:1])[0]
    return chosen


def reading_of(tokens: list[Token], chosen: Sequence[Segmentation]) -> Reading:
    """The reading of a row with a division of each of its stretches."""
    segments = [segment for segmentation in chosen for segment in segmentation]
    return reading_in_runs(len(tokens), segments)


def left_to_right_stretches(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """The ranges from a left-to-right letter or digit to the last one before an RTL letter."""
    start = last = -1
    for at, token in enumerate(tokens):
        if token.bidi_class in {"L", "EN", "AN"}:
            start = at if start < 0 else start
            last = at
        elif token.bidi_class == "R" and start >= 0:
            yield start, last + 1
            start = -1
    if start >= 0:
        yield start, last + 1


def reading_in_runs(count: int, segments: list[tuple[int, int]]) -> Reading:
    """The reading of a row of `count` tokens with these left-to-right runs."""
    order: list[int] = []
    rtl = [True] * count
    at = count
    for start, end in sorted(segments, reverse=True):
        order.extend(range(at - 1, end - 1, -1))
        order.extend(range(start, end))
        rtl[start:end] = [False] * (end - start)
        at = start
    order.extend(range(at - 1, -1, -1))
    return Reading(tuple(order), tuple(rtl), proved=False)


def left_to_right_runs(reading: Reading) -> list[tuple[int, int]]:
    """The left-to-right runs of the reading of a right-to-left row, from the left."""
    runs: list[tuple[int, int]] = []
    before = -1
    for at in reading.order:
        if not reading.rtl[at]:
            if runs and runs[-1][1] == at and before == at - 1:
                runs[-1] = (runs[-1][0], at + 1)
            else:
                runs.append((at, at + 1))
        before = at
    return sorted(runs)


def words_right_to_left(tokens: list[Token]) -> Reading:
    """The reading of a row whose words are ordered right to left, its letters as drawn."""
    segments: list[tuple[int, int]] = []
    for at, token in enumerate(tokens):
        if token.bidi_class not in {"R", "L", "EN", "AN"}:
            continue
        if segments and segments[-1][1] == at:
            segments[-1] = (segments[-1][0], at + 1)
        else:
            segments.append((at, at + 1))
    return reading_in_runs(len(tokens), segments)._replace(proved=True)


def left_to_right_readings(tokens: list[Token]) -> Iterator[Reading]:
    """The reading of a row of left-to-right base direction with right-to-left words in it."""
    order: list[int] = []
    rtl = [False] * len(tokens)
    at = 0
    rights = [i for i, token in enumerate(tokens) if token.bidi_class in {"R", "AN"}]
    groups: list[list[int]] = []
    for i in rights:
        between = tokens[groups[-1][-1] + 1 : i] if groups else []
        if groups and not any(token.bidi_class == "L" for token in between):
            groups[-1].append(i)
        else:
            groups.append([i])
    for group in groups:
        start, end = group[0], group[-1] + 1
        order.extend(range(at, start))
        inner = tokens[start:end]
        segments = [
            run for s, e in left_to_right_stretches(inner) for run in _segmentations(inner, s, e)[0]
        ]
        reading = reading_in_runs(len(inner), segments)
        order.extend(start + i for i in reading.order)
        rtl[start:end] = reading.rtl
        at = end
    order.extend(range(at, len(tokens)))
    yield Reading(tuple(order), tuple(rtl), proved=False)


# --- divisions of a stretch into left-to-right runs -----------------------------------------------


def _segmentations(
    tokens: list[Token], start: int, end: int, *, after_letter: bool = False
) -> list[Segmentation]:
    """The ways to divide a stretch into runs, the likeliest first, without duplicates."""
    runs = _runs(tokens, start, end, after_letter=after_letter)
    ways = [
        _likeliest(runs),
        _grouped(runs, lambda gap: gap.after_latin),
        _grouped(runs, lambda gap: gap.after_arabic and not gap.trailing),
        _grouped(runs, lambda gap: gap.after_arabic and not gap.bracketed),
        _grouped(runs, lambda gap: gap.after_arabic and not gap.between_pairs),
        _grouped(runs, lambda gap: not gap.spaced),
        _grouped(runs, lambda _gap: True),
        _grouped(runs, lambda _gap: False),
        *_with_trailing_digits_first(runs),
    ]
    longer = [
        [(*way[:-1], (way[-1][0], bracket)) for way in ways]
        for bracket in _bracket_ends(tokens, end)
    ]
    ways[1:1] = [first for first, *_ in longer]
    ways += [way for _, *others in longer for way in others]
    if any(tokens[at].char in ANGLE_SIGNS for at in range(start, min(end + 1, len(tokens)))):
        ways += [_with_angle_signs(tokens, way) for way in ways[:2]]
    if start and tokens[start - 1].char in MIRRORED:
        ways.extend(((start - 1, way[0][1]), *way[1:]) for way in ways[:2])
    return list(dict.fromkeys(ways))


def _likeliest(runs: list[_Run]) -> Segmentation:
    return _grouped(runs, lambda gap: gap.after_arabic)


def _with_angle_signs(tokens: list[Token], way: Segmentation) -> Segmentation:
    """Runs with the signs of degrees, minutes and seconds after them, which W5 makes digits."""
    return tuple((start, _end_of_angle_signs(tokens, end)) for start, end in way)


def _end_of_angle_signs(tokens: list[Token], end: int) -> int:
    while end < len(tokens) and tokens[end].char in ANGLE_SIGNS:
        end += 1
    return end


def _bracket_ends(tokens: list[Token], start: int) -> list[int]:
    """The ends of the brackets among the neutrals from a place on, up to a space."""
    end = _end_of_neutrals(tokens, start)
    return [at + 1 for at in range(start, end) if tokens[at].char in MIRRORED][:MAX_BRACKETS]


def _with_trailing_digits_first(runs: list[_Run]) -> Iterator[Segmentation]:
    """Digits to the right of Latin letters may come first in logical order: `9/1187`, `/Add.1`."""
    last = max((at for at, run in enumerate(runs) if run.bidi_class == "L"), default=len(runs))
    for at in range(last + 1, len(runs)):
        left, right = _grouped(runs[:at], lambda _gap: True), _grouped(runs[at:], lambda _gap: True)
        yield (*left, *right)


def _with_last_neutrals(tokens: list[Token], ways: list[Segmentation]) -> list[Segmentation]:
    """The last run of a row also with the neutrals after it, which are within it by N1.

    The next row continues it: `A/` before `AC.105/1258`, `Nations,` before `Treaty`.
    """
    out: list[Segmentation] = []
    for way in ways:
        (start, end), *others = way
        stop = min(_end_of_neutrals(tokens, end), end + MAX_NEUTRALS)
        broken = [at for at in range(end, stop) if tokens[at].char in LINE_BREAK_CHARS]
        rest = [at for at in range(end, stop) if at not in broken]
        out += [((start, at + 1), *others) for at in reversed(broken)]
        out.append(way)
        out += [((start, at + 1), *others) for at in rest]
        if _is_relation(tokens, end, end + 2):
            out.append(((start, end + 2), *others))
    return out


def _with_first_relation(tokens: list[Token], ways: list[Segmentation]) -> list[Segmentation]:
    """The first run of a row also with a relation sign before it, as in `p` above `< 0.05`."""
    return [
        (*others, (start - 2, end))
        for *others, (start, end) in ways
        if end == len(tokens) and _is_relation(tokens, start - 2, start)
    ]


def _is_relation(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a stretch is nothing but a relation sign and a space."""
    found = [token for token in tokens[max(0, start) : end] if token.bidi_class != "S"]
    is_sign = len(found) == 1 and found[0].char in RELATION_SIGNS
    return is_sign and start >= 0 and end <= len(tokens)


def _end_of_neutrals(tokens: list[Token], start: int) -> int:
    """The end of the neutrals from a place on, up to a space."""
    end = start
    while end < len(tokens) and tokens[end].bidi_class not in {"S", "R", "L", "EN", "AN"}:
        end += 1
    return end


class _Gap(NamedTuple):
    """What is between two runs of one class, and whether they are one level run by context."""

    after_arabic: bool  # European digits become Arabic ones (W2)
    after_latin: bool  # European digits keep their separators (W4), follow Latin letters (W7)
    spaced: bool
    bracketed: bool
    between_pairs: bool  # a pair of brackets ends and another one begins
    trailing: bool  # only digits follow on the right, after a space


class _Run(NamedTuple):
    start: int
    end: int
    bidi_class: BidiClass
    gap: _Gap | None  # between the run to the left and this one


def _runs(tokens: list[Token], start: int, end: int, *, after_letter: bool) -> list[_Run]:
    ranges: list[tuple[int, int, BidiClass]] = []
    for at in range(start, end):
        bidi_class = tokens[at].bidi_class
        if bidi_class not in {"L", "EN", "AN"}:
            continue
        if ranges and ranges[-1][1] == at and ranges[-1][2] == bidi_class:
            ranges[-1] = (ranges[-1][0], at + 1, bidi_class)
        else:
            ranges.append((at, at + 1, bidi_class))
    last_latin = max((i for i, run in enumerate(ranges) if run[2] == "L"), default=-1)
    runs = [_Run(*ranges[0], None)]
    latin = (
        after_letter or ranges[0][2] == "L"
    )  # a Latin letter is further left in the same level run
    for i, (left, right) in enumerate(pairwise(ranges), start=1):
        between = tokens[left[1] : right[0]]
        gap = _gap(between, left[2], right[2], latin=latin, trailing=i > last_latin)
        latin = right[2] == "L" or (latin and gap.after_arabic)
        runs.append(_Run(*right, gap))
    return runs


def _gap(
    between: list[Token], left: BidiClass, right: BidiClass, *, latin: bool, trailing: bool
) -> _Gap:
    spaced = any(token.bidi_class == "S" for token in between)
    bracketed = any(token.char in MIRRORED for token in between)
    single = between[0].bidi_class if len(between) == 1 else None
    if "AN" in {left, right}:
        arabic = other = not between or (left == right and single == "CS")
    elif latin:  # European digits and Latin letters continue the level run (W7, N1)
        arabic = other = True
    else:
        arabic = not between or (right != "L" and single == "CS")
        other = not between or (right != "L" and single in {"CS", "ES"})
    between_pairs = spaced and sum(token.char in MIRRORED for token in between) > 1
    return _Gap(arabic, other, spaced, bracketed, between_pairs, trailing and spaced)


def _grouped(runs: list[_Run], is_joined: Callable[[_Gap], bool]) -> Segmentation:
    segments: list[tuple[int, int]] = []
    for run in runs:
        if segments and run.gap is not None and is_joined(run.gap):
            segments[-1] = (segments[-1][0], run.end)
        else:
            segments.append((run.start, run.end))
    return tuple(segments)
