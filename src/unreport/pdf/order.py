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
from itertools import islice, product
from typing import Literal, NamedTuple, TypeAlias

from bidi import get_display

from unreport.pdf.letters import MIRROR, Kind

Base: TypeAlias = Literal["R", "L"]

TRIES = 160
CONTEXTS = {"R": "\N{SYRIAC LETTER ALAPH}", "L": "\N{LATIN LETTER BILABIAL CLICK}", "": ""}
ROUND = str.maketrans({char: "|" for char in MIRROR})


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


def read_row(
    tokens: list[Token], base: Base, before: str, signs: Callable[[Reading], list[str]]
) -> Reading:
    """The logical order of a row.

    `before` is the kind of the last strong letter of the row above (R, L or nothing): the row may
    go on from there.  `signs` gives the tokens' signs in logical order, with brackets decided.
    """
    if base == "L" and not any(token.kind in {"R", "AN"} for token in tokens):
        return Reading(tuple(range(len(tokens))), (False,) * len(tokens), proved=True)
    first: Reading | None = None
    shown = "".join(token.sign for token in tokens).translate(ROUND)
    proved: list[Reading] = []
    contexts = [context for context in dict.fromkeys((before, "", "R", "L"))]
    for reading in islice(_readings(tokens, base), TRIES):
        first = first or reading
        logical = "".join(signs(reading))
        if any(_shows(logical, shown, base, context) for context in contexts[:2]):
            proved.append(reading._replace(proved=True))
            if not _falling(logical):
                return proved[-1]
    if not proved and first is not None:
        proved = _elsewhere(tokens, base, contexts[2:], shown, signs)
    if proved:
        return proved[0]
    return first or Reading((), (), proved=True)


def _elsewhere(
    tokens: list[Token],
    base: Base,
    contexts: list[str],
    shown: str,
    signs: Callable[[Reading], list[str]],
) -> list[Reading]:
    """A reading that is right in another context than the row above seems to give."""
    for reading in islice(_readings(tokens, base), TRIES):
        logical = "".join(signs(reading))
        if any(_shows(logical, shown, base, context) for context in contexts):
            return [reading._replace(proved=True)]
    return []


def _shows(logical: str, shown: str, base: Base, context: str) -> bool:
    """Whether the forward algorithm puts a text on the page as it stands there."""
    if not context:
        return str(get_display(logical, base_dir=base)).translate(ROUND) == shown
    mark = CONTEXTS[context]
    for gap in (" ", ""):
        put = str(get_display(mark + gap + logical, base_dir=base)).translate(ROUND)
        for around in (gap + mark, mark + gap):
            if put.replace(around, "", 1) == shown and around in put:
                return True
    return False


NUMBERS = re.compile(r"(?<![\d.,/])(\d{1,4}) ?[-–] ?(\d{1,4})(?![\d.,/])")


def _falling(text: str) -> bool:
    """Whether a range runs downwards: `18-7`."""
    return any(int(m[1]) > int(m[2]) for m in NUMBERS.finditer(text))


# --- readings -------------------------------------------------------------------------------------


def _readings(tokens: list[Token], base: Base) -> Iterator[Reading]:
    if base == "R":
        stretches = list(_stretches(tokens))
        choices = [_cuts(tokens, start, end) for start, end in stretches]
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
    ]
    if end < len(tokens) and tokens[end].sign in MIRROR:
        ways[1:1] = [(*way[:-1], (way[-1][0], end + 1)) for way in ways[:1]]
        ways.extend((*way[:-1], (way[-1][0], end + 1)) for way in ways[2:])
    if start and tokens[start - 1].sign in MIRROR:
        ways.extend(((start - 1, way[0][1]), *way[1:]) for way in ways[:2])
    return list(dict.fromkeys(ways))


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
    for i, (left, right) in enumerate(zip(runs, runs[1:], strict=False), start=1):
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
