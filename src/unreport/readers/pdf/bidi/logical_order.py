"""Logical order from visual order: the inverse of UAX #9 for one row, and its proof.

A row is given in visual order, as tokens from left to right.  In a row of right-to-left base
direction, tokens are taken from the right, but left-to-right runs (Latin, numbers) keep their
order.  Where one run ends and the next begins is not always visible; the possible readings are
tried in order of likelihood, and a reading is proved when the bidirectional algorithm displays it
exactly as the row.  Rules named W and N are those of UAX #9.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise, product
from typing import Literal, NamedTuple, TypeAlias

from bidi import get_display

from unreport.readers.pdf.bidi.letters import (
    CLOSING_BRACKETS,
    MIRRORED,
    OPENING_BRACKETS,
    BidiClass,
)

BaseDirection: TypeAlias = Literal["R", "L"]

MAX_CANDIDATES = 160
MAX_CANDIDATES_ONCE_PROVED = 24
INVERTED = 4  # the penalty of a run that is not drawn from left to right; of a bracket too
LINE_BREAK_CHARS = frozenset("/-–_.:&=?")
CONTEXT_CHARS = {"R": "\N{SYRIAC LETTER ALAPH}", "L": "\N{LATIN LETTER BILABIAL CLICK}", "": ""}
REVERSED_CLASSES = frozenset({"R", "AL", "ON", "CS", "ES", "ET", "WS"})
"""Classes that run from right to left where there are no left-to-right letters or digits."""
FOLD_BRACKETS = str.maketrans(dict.fromkeys(MIRRORED, "|"))


class Token(NamedTuple):
    """A glyph cluster as the algorithm sees it."""

    char: str  # its first character, for the whole of it
    bidi_class: BidiClass


@lru_cache(maxsize=8192)
def token_of(text: str, bidi_class: BidiClass) -> Token:
    """The token of a cluster with this text, one for all that are equal."""
    return Token(text[0], bidi_class)


SPACE = Token(" ", "S")


class Reading(NamedTuple):
    """One possible logical order of a row."""

    order: tuple[int, ...]  # tokens in logical order
    rtl: tuple[bool, ...]  # per token: whether it is in a right-to-left run
    proved: bool


Segmentation: TypeAlias = tuple[tuple[int, int], ...]
"""The left-to-right runs of a stretch, as (start, end), from the left."""


class Context(NamedTuple):
    """The directions of the last strong character before a row and of the first one after it."""

    before: str = ""  # R, L or nothing
    after: str = ""


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


def logical_reading(
    tokens: list[Token],
    base: BaseDirection,
    context: Context,
    chars_of: Callable[[Reading], list[str]],
    inversions_of: Callable[[Reading], int] = lambda _reading: 0,
) -> Reading:
    """The logical order of a row: the likeliest reading that is proved.

    The row may continue the paragraph of the row above or begin one; both are tried.
    `chars_of` gives the characters of a reading in logical order, with mirrored brackets resolved;
    `inversions_of` how often the content stream contradicts it.
    """
    if base == "L" and not any(token.bidi_class in {"R", "AN"} for token in tokens):
        return Reading(tuple(range(len(tokens))), (False,) * len(tokens), proved=True)
    visual = "".join(token.char for token in tokens).translate(FOLD_BRACKETS)
    first: Reading | None = None
    best: tuple[int, Reading] | None = None
    for tried, reading in enumerate(_candidates(tokens, base, context)):
        if tried > (MAX_CANDIDATES if best is None else MAX_CANDIDATES_ONCE_PROVED):
            break
        first = first or reading
        logical = "".join(chars_of(reading))
        penalty = 2 * _penalty(logical) + INVERTED * inversions_of(reading)
        if best is not None and penalty >= best[0]:
            continue
        only_standalone = _proof(logical, visual, base, context)
        if only_standalone is None:
            continue
        penalty += only_standalone
        if best is None or penalty < best[0]:
            best = (penalty, reading._replace(proved=True))
            if not penalty:
                break
    if best is not None:
        return best[1]
    return first or Reading((), (), proved=True)


def _proof(logical: str, visual: str, base: BaseDirection, context: Context) -> bool | None:
    """None if it is not proved; else whether it is proved only without the row above."""
    before, after = context
    if after and _displays_as(logical + CONTEXT_CHARS[after], visual, base, before):
        return False
    contexts = tuple(dict.fromkeys((before, "", "R") if before else ("",)))
    proved = [_displays_as(logical, visual, base, strong) for strong in contexts]
    return not proved[0] if any(proved) else None


def _penalty(text: str) -> int:
    """Evidence against a text: unpaired brackets, descending ranges, citations out of order."""
    opened: list[str] = []
    penalty = 0
    for char in text:
        if char in OPENING_BRACKETS:
            opened.append(OPENING_BRACKETS[char])
        elif char in CLOSING_BRACKETS:
            if opened and opened[-1] == char:
                opened.pop()
            else:
                penalty += 1
    falling = any(int(m[1]) > int(m[2]) for m in NUMBER_RANGE.finditer(text))
    penalty += len(EMPTY_BRACKETS.findall(text))
    penalty += len(NUMBER_FIRST.findall(text)) + len(TREATY_FIRST.findall(text))
    return 2 * (penalty + len(opened)) + falling + (SYMBOL_SUFFIX_FIRST.search(text) is not None)


def _displays_as(logical: str, visual: str, base: BaseDirection, context: str) -> bool:
    """Whether the bidirectional algorithm displays a text as the row is."""
    mark = CONTEXT_CHARS[context]
    for gap in (" ", "") if context else ("",):
        displayed = str(get_display(mark + gap + logical, base_dir=base)).translate(FOLD_BRACKETS)
        for char in CONTEXT_CHARS.values():
            displayed = displayed.replace(char, "") if char else displayed
        if displayed.strip() == visual:
            return True
    return False


# `Add.1/9/1187`: the suffix of a document symbol belongs at its end
SYMBOL_SUFFIX_FIRST = re.compile(r"(?:Add|Rev|Corr)\.\d+/\d|\d\.(?:Add|Rev|Corr)\b")
# `(EU) No 1219/2012`: an act of the European Union (until 2014) has its Treaty before the number
NUMBER_FIRST = re.compile(
    r"\b(?:No|no|Nº|nº|n°)\.? (?:[\d٠-٩]+/[\d٠-٩]+ )?\((?:EU|EC|EEC|ECSC|Euratom|UE|CE|CEE)\)"
)
# `EU/2011/83`: such an act has the year or the number first, and the Treaty last
TREATY_FIRST = re.compile(r"\b(?:EU|UE|EEC|CEE|EC|CE|Euratom)/[\d٠-٩]{2,4}/[\d٠-٩]+")
EMPTY_BRACKETS = re.compile(r"[(\[]\s*[)\]]")
NUMBER_RANGE = re.compile(r"(?<![\d.,/])(\d{1,4}) ?[-–] ?(\d{1,4})(?![\d/]|[.,]\d)")


# --- readings -------------------------------------------------------------------------------------


def _candidates(tokens: list[Token], base: BaseDirection, context: Context) -> Iterator[Reading]:
    if base == "R":
        stretches = list(_ltr_stretches(tokens))
        choices = [_segmentations(tokens, start, end) for start, end in stretches]
        if choices and context.after == "L" and stretches[0][0] == 0:
            choices[0] = [*_with_broken_separator(tokens, choices[0]), *choices[0]]
        for chosen in _products(choices):
            segments = [segment for segmentation in chosen for segment in segmentation]
            yield _rtl_reading(len(tokens), segments)
    else:
        yield from _ltr_candidates(tokens)


def _products(choices: list[list[Segmentation]]) -> Iterator[tuple[Segmentation, ...]]:
    """All combinations; first those in which a single stretch departs from its first choice."""
    usual = tuple(options[0] for options in choices)
    yield usual
    for at, options in enumerate(choices):
        for option in options[1:]:
            yield (*usual[:at], option, *usual[at + 1 :])
    if len(choices) > 1:
        yield from product(*choices)


def _ltr_stretches(tokens: list[Token]) -> Iterator[tuple[int, int]]:
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


def _rtl_reading(count: int, segments: list[tuple[int, int]]) -> Reading:
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
    return _rtl_reading(len(tokens), segments)._replace(proved=True)


def _ltr_candidates(tokens: list[Token]) -> Iterator[Reading]:
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
        segments = [run for s, e in _ltr_stretches(inner) for run in _segmentations(inner, s, e)[0]]
        reading = _rtl_reading(len(inner), segments)
        order.extend(start + i for i in reading.order)
        rtl[start:end] = reading.rtl
        at = end
    order.extend(range(at, len(tokens)))
    yield Reading(tuple(order), tuple(rtl), proved=False)


# --- divisions of a stretch into left-to-right runs -----------------------------------------------


def _segmentations(tokens: list[Token], start: int, end: int) -> list[Segmentation]:
    """The ways to divide a stretch into runs, the likeliest first, without duplicates."""
    runs = _runs(tokens, start, end)
    ways = [
        _grouped(runs, lambda gap: gap.after_arabic),
        _grouped(runs, lambda gap: gap.after_latin),
        _grouped(runs, lambda gap: gap.after_arabic and not gap.trailing),
        _grouped(runs, lambda gap: gap.after_arabic and not gap.bracketed),
        _grouped(runs, lambda gap: not gap.spaced),
        _grouped(runs, lambda _gap: True),
        _grouped(runs, lambda _gap: False),
        *_with_trailing_digits_first(runs),
    ]
    if end < len(tokens) and tokens[end].char in MIRRORED:
        ways[1:1] = [(*way[:-1], (way[-1][0], end + 1)) for way in ways[:1]]
        ways.extend((*way[:-1], (way[-1][0], end + 1)) for way in ways[2:])
    if start and tokens[start - 1].char in MIRRORED:
        ways.extend(((start - 1, way[0][1]), *way[1:]) for way in ways[:2])
    return list(dict.fromkeys(ways))


def _with_trailing_digits_first(runs: list[_Run]) -> Iterator[Segmentation]:
    """Digits to the right of Latin letters may come first in logical order: `9/1187`, `/Add.1`."""
    last = max((at for at, run in enumerate(runs) if run.bidi_class == "L"), default=len(runs))
    for at in range(last + 1, len(runs)):
        left, right = _grouped(runs[:at], lambda _gap: True), _grouped(runs[at:], lambda _gap: True)
        yield (*left, *right)


def _with_broken_separator(tokens: list[Token], ways: list[Segmentation]) -> list[Segmentation]:
    """The last run of a row with the separator at its line break: `A/` before `AC.105/1258`."""
    return [
        ((way[0][0], way[0][1] + 1), *way[1:])
        for way in ways
        if way[0][1] < len(tokens) and tokens[way[0][1]].char in LINE_BREAK_CHARS
    ]


class _Gap(NamedTuple):
    """What is between two runs of one class, and whether they are one level run by context."""

    after_arabic: bool  # European digits become Arabic ones (W2)
    after_latin: bool  # European digits keep their separators (W4), follow Latin letters (W7)
    spaced: bool
    bracketed: bool
    trailing: bool  # only digits follow on the right, after a space


class _Run(NamedTuple):
    start: int
    end: int
    bidi_class: BidiClass
    gap: _Gap | None  # between the run to the left and this one


def _runs(tokens: list[Token], start: int, end: int) -> list[_Run]:
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
    latin = ranges[0][2] == "L"  # a Latin letter is further left in the same level run
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
    return _Gap(arabic, other, spaced, bracketed, trailing and spaced)


def _grouped(runs: list[_Run], is_joined: Callable[[_Gap], bool]) -> Segmentation:
    segments: list[tuple[int, int]] = []
    for run in runs:
        if segments and run.gap is not None and is_joined(run.gap):
            segments[-1] = (segments[-1][0], run.end)
        else:
            segments.append((run.start, run.end))
    return tuple(segments)
