"""Logical order: the inverse of the bidirectional algorithm for one row, and its proof.

A row is given as tokens from left to right.  In a row that reads from the right, everything is
taken from the right, but pieces that run left to right (Latin, numbers) are kept as they stand.
Where one piece ends and the next begins is not always written on the page; the readings that are
possible are tried in order, and one is right when the forward algorithm puts it on the page as it
stands there.  Rules named W and N are those of UAX #9.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise, product
from typing import Literal, NamedTuple, TypeAlias

from bidi import get_display

from unreport.readers.pdf.bidi.letters import CLOSING, MIRROR, OPENING, Kind

Base: TypeAlias = Literal["R", "L"]

TRIES = 160
TRIES_FOR_BETTER = 24
BREAKS = frozenset("/-–_.:&=?")
CONTEXTS = {"R": "\N{SYRIAC LETTER ALAPH}", "L": "\N{LATIN LETTER BILABIAL CLICK}", "": ""}
ROUND = str.maketrans(dict.fromkeys(MIRROR, "|"))


class Token(NamedTuple):
    """A cell as the algorithm sees it."""

    sign: str  # one character that stands for it
    kind: Kind


class Reading(NamedTuple):
    """One way to read a row."""

    order: tuple[int, ...]  # tokens in logical order
    turned: tuple[bool, ...]  # per token: it stands in a right-to-left run
    proved: bool


Cut: TypeAlias = tuple[tuple[int, int], ...]
"""The pieces of a stretch that run left to right, as (first, after last), from the left."""


class Around(NamedTuple):
    """The kinds of the last strong letter before a row and of the first one after it."""

    before: str = ""  # R, L or nothing
    after: str = ""


def read_row(
    tokens: list[Token], base: Base, around: Around, signs: Callable[[Reading], list[str]]
) -> Reading:
    """The logical order of a row: the likeliest reading that is proved.

    The row may go on from the one above or stand for itself, and so may its own proof.
    `signs` gives the tokens' signs in logical order, with brackets decided.
    """
    if base == "L" and not any(token.kind in {"R", "AN"} for token in tokens):
        return Reading(tuple(range(len(tokens))), (False,) * len(tokens), proved=True)
    shown = "".join(token.sign for token in tokens).translate(ROUND)
    first: Reading | None = None
    best: tuple[int, Reading] | None = None
    for tried, reading in enumerate(_readings(tokens, base, around)):
        if tried > (TRIES if best is None else TRIES_FOR_BETTER):
            break
        first = first or reading
        logical = "".join(signs(reading))
        faults = 2 * _faults(logical)
        if best is not None and faults >= best[0]:
            continue
        elsewhere = _proves(logical, shown, base, around)
        if elsewhere is None:
            continue
        faults += elsewhere
        if best is None or faults < best[0]:
            best = (faults, reading._replace(proved=True))
            if not faults:
                break
    if best is not None:
        return best[1]
    return first or Reading((), (), proved=True)


def _proves(logical: str, shown: str, base: Base, around: Around) -> bool | None:
    """None: it is not proved; else whether only if the row does not go on from the one above."""
    if around.after and _shows(logical + CONTEXTS[around.after], shown, base, around.before):
        return False
    contexts = tuple(dict.fromkeys((around.before, "", "R") if around.before else ("",)))
    proved = [_shows(logical, shown, base, context) for context in contexts]
    return not proved[0] if any(proved) else None


def _faults(text: str) -> int:
    """Signs that a text was not written so: half brackets, falling ranges, symbols in disorder."""
    opened: list[str] = []
    faults = 0
    for char in text:
        if char in OPENING:
            opened.append(OPENING[char])
        elif char in CLOSING:
            if opened and opened[-1] == char:
                opened.pop()
            else:
                faults += 1
    falling = any(int(m[1]) > int(m[2]) for m in NUMBERS.finditer(text))
    faults += len(EMPTY.findall(text))
    return 2 * (faults + len(opened)) + falling + (SUFFIX_FIRST.search(text) is not None)


def _shows(logical: str, shown: str, base: Base, context: str) -> bool:
    """Whether the forward algorithm puts a text on the page as it stands there."""
    mark = CONTEXTS[context]
    for gap in (" ", "") if context else ("",):
        put = str(get_display(mark + gap + logical, base_dir=base)).translate(ROUND)
        for sign in CONTEXTS.values():
            put = put.replace(sign, "") if sign else put
        if put.strip() == shown:
            return True
    return False


# `Add.1/9/1187`: the suffix of a symbol stands at its end
SUFFIX_FIRST = re.compile(r"(?:Add|Rev|Corr)\.\d+/\d|\d\.(?:Add|Rev|Corr)\b")
EMPTY = re.compile(r"[(\[]\s*[)\]]")
NUMBERS = re.compile(r"(?<![\d.,/])(\d{1,4}) ?[-–] ?(\d{1,4})(?![\d.,/])")


# --- readings -------------------------------------------------------------------------------------


def _readings(tokens: list[Token], base: Base, around: Around) -> Iterator[Reading]:
    if base == "R":
        stretches = list(_stretches(tokens))
        choices = [_cuts(tokens, start, end) for start, end in stretches]
        if choices and around.after == "L" and stretches[0][0] == 0:
            choices[0] = [*_running_on(tokens, choices[0]), *choices[0]]
        for chosen in _products(choices):
            pieces = [piece for cut in chosen for piece in cut]
            yield _from_right(len(tokens), pieces)
    else:
        yield from _from_left(tokens)


def _products(choices: list[list[Cut]]) -> Iterator[tuple[Cut, ...]]:
    """All combinations, those first in which one stretch alone departs from its first choice."""
    usual = tuple(options[0] for options in choices)
    yield usual
    for at, options in enumerate(choices):
        for option in options[1:]:
            yield (*usual[:at], option, *usual[at + 1 :])
    if len(choices) > 1:
        yield from product(*choices)


def _stretches(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Where letters and digits that run left to right stand, with the signs between them."""
    start = last = -1
    for at, token in enumerate(tokens):
        if token.kind in {"L", "EN", "AN"}:
            start = at if start < 0 else start
            last = at
        elif token.kind == "R" and start >= 0:
            yield start, last + 1
            start = -1
    if start >= 0:
        yield start, last + 1


def _from_right(count: int, pieces: list[tuple[int, int]]) -> Reading:
    order: list[int] = []
    turned = [True] * count
    at = count
    for start, end in sorted(pieces, reverse=True):
        order.extend(range(at - 1, end - 1, -1))
        order.extend(range(start, end))
        turned[start:end] = [False] * (end - start)
        at = start
    order.extend(range(at - 1, -1, -1))
    return Reading(tuple(order), tuple(turned), proved=False)


def words_from_right(tokens: list[Token]) -> Reading:
    """A row whose words follow one another from the right, each written from the left."""
    pieces: list[tuple[int, int]] = []
    for at, token in enumerate(tokens):
        if token.kind not in {"R", "L", "EN", "AN"}:
            continue
        if pieces and pieces[-1][1] == at:
            pieces[-1] = (pieces[-1][0], at + 1)
        else:
            pieces.append((at, at + 1))
    return _from_right(len(tokens), pieces)._replace(proved=True)


def _from_left(tokens: list[Token]) -> Iterator[Reading]:
    """A row that reads from the left, with right-to-left words in it."""
    order: list[int] = []
    turned = [False] * len(tokens)
    at = 0
    rights = [i for i, token in enumerate(tokens) if token.kind in {"R", "AN"}]
    groups: list[list[int]] = []
    for i in rights:
        between = tokens[groups[-1][-1] + 1 : i] if groups else []
        if groups and not any(token.kind == "L" for token in between):
            groups[-1].append(i)
        else:
            groups.append([i])
    for group in groups:
        start, end = group[0], group[-1] + 1
        order.extend(range(at, start))
        inner = tokens[start:end]
        cut = [piece for s, e in _stretches(inner) for piece in _cuts(inner, s, e)[0]]
        reading = _from_right(len(inner), cut)
        order.extend(start + i for i in reading.order)
        turned[start:end] = reading.turned
        at = end
    order.extend(range(at, len(tokens)))
    yield Reading(tuple(order), tuple(turned), proved=False)


# --- where a stretch may be cut -------------------------------------------------------------------


def _cuts(tokens: list[Token], start: int, end: int) -> list[Cut]:
    """The ways to cut a stretch into pieces, the likeliest first, no two alike."""
    atoms = _atoms(tokens, start, end)
    ways = [
        _joined(atoms, lambda gap: gap.after_arabic),
        _joined(atoms, lambda gap: gap.after_latin),
        _joined(atoms, lambda gap: gap.after_arabic and not gap.trailing),
        _joined(atoms, lambda gap: gap.after_arabic and not gap.bracketed),
        _joined(atoms, lambda gap: not gap.spaced),
        _joined(atoms, lambda _gap: True),
        _joined(atoms, lambda _gap: False),
        *_parted(atoms),
    ]
    if end < len(tokens) and tokens[end].sign in MIRROR:
        ways[1:1] = [(*way[:-1], (way[-1][0], end + 1)) for way in ways[:1]]
        ways.extend((*way[:-1], (way[-1][0], end + 1)) for way in ways[2:])
    if start and tokens[start - 1].sign in MIRROR:
        ways.extend(((start - 1, way[0][1]), *way[1:]) for way in ways[:2])
    return list(dict.fromkeys(ways))


def _parted(atoms: list[_Atom]) -> Iterator[Cut]:
    """Digits on the right of Latin letters may be read first: `9/1187` before `/Add.1`."""
    last = max((at for at, atom in enumerate(atoms) if atom.kind == "L"), default=len(atoms))
    for at in range(last + 1, len(atoms)):
        left, right = _joined(atoms[:at], lambda _gap: True), _joined(atoms[at:], lambda _gap: True)
        yield (*left, *right)


def _running_on(tokens: list[Token], ways: list[Cut]) -> list[Cut]:
    """The last piece of a row with the sign at which it was broken: `A/` before `AC.105/1258`."""
    return [
        ((way[0][0], way[0][1] + 1), *way[1:])
        for way in ways
        if way[0][1] < len(tokens) and tokens[way[0][1]].sign in BREAKS
    ]


class _Gap(NamedTuple):
    """What stands between two atoms, and whether they are one piece in either context."""

    after_arabic: bool  # digits behave as Arabic ones (W2)
    after_latin: bool  # European digits keep their separators (W4), follow Latin letters (W7)
    spaced: bool
    bracketed: bool
    trailing: bool  # what follows on the right is digits alone, behind a space


class _Atom(NamedTuple):
    start: int
    end: int
    kind: Kind
    gap: _Gap | None  # between the atom on the left and this one


def _atoms(tokens: list[Token], start: int, end: int) -> list[_Atom]:
    runs: list[tuple[int, int, Kind]] = []
    for at in range(start, end):
        kind = tokens[at].kind
        if kind not in {"L", "EN", "AN"}:
            continue
        if runs and runs[-1][1] == at and runs[-1][2] == kind:
            runs[-1] = (runs[-1][0], at + 1, kind)
        else:
            runs.append((at, at + 1, kind))
    last_latin = max((i for i, run in enumerate(runs) if run[2] == "L"), default=-1)
    atoms = [_Atom(*runs[0], None)]
    latin = runs[0][2] == "L"  # a Latin letter stands further left in the same piece
    for i, (left, right) in enumerate(pairwise(runs), start=1):
        between = tokens[left[1] : right[0]]
        gap = _gap(between, left[2], right[2], latin=latin, trailing=i > last_latin)
        latin = right[2] == "L" or (latin and gap.after_arabic)
        atoms.append(_Atom(*right, gap))
    return atoms


def _gap(between: list[Token], left: Kind, right: Kind, *, latin: bool, trailing: bool) -> _Gap:
    spaced = any(token.kind == "S" for token in between)
    bracketed = any(token.sign in MIRROR for token in between)
    single = between[0].kind if len(between) == 1 else None
    if "AN" in {left, right}:
        arabic = other = not between or (left == right and single == "CS")
    elif latin:  # all European digits and Latin letters from here on run on (W7, N1)
        arabic = other = True
    else:
        arabic = not between or (right != "L" and single == "CS")
        other = not between or (right != "L" and single in {"CS", "ES"})
    return _Gap(arabic, other, spaced, bracketed, trailing and spaced)


def _joined(atoms: list[_Atom], joins: Callable[[_Gap], bool]) -> Cut:
    pieces: list[tuple[int, int]] = []
    for atom in atoms:
        if pieces and atom.gap is not None and joins(atom.gap):
            pieces[-1] = (pieces[-1][0], atom.end)
        else:
            pieces.append((atom.start, atom.end))
    return tuple(pieces)
