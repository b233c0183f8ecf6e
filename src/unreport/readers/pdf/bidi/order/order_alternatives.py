"""Other logical orders of a row that the bidirectional algorithm displays in the same way.

`MW 4.5` on the page of a right-to-left row is `MW 4.5` as one left-to-right run, or `4.5 MW` as two
runs: by UAX #9 both are displayed alike.  So are `C188 (ILO)` and `(ILO) C188` (N0), and digits at
the beginning of a row, which may follow a letter of either direction (W2, W7).  An alternative is
open unless the content stream contradicts it, or what no author writes (`order_evidence`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from unreport.readers.pdf.bidi.baselines.token_row import TokenRow
from unreport.readers.pdf.bidi.letters import MIRRORED
from unreport.readers.pdf.bidi.logical_order import (
    Alternative,
    Context,
    Reading,
    Segmentation,
    Token,
    divisions,
    left_to_right_runs,
    left_to_right_stretches,
    reading_in_runs,
)
from unreport.readers.pdf.bidi.order.content_order import (
    LEFT_TO_RIGHT,
    drawn_order,
    draws_runs_in_logical_order,
    inversions,
    steps_back,
)
from unreport.readers.pdf.bidi.order.conventional_forms import has_conventional_order
from unreport.readers.pdf.bidi.order.order_evidence import UNLIKELY, penalty
from unreport.readers.pdf.bidi.order.order_proof import displays_alike, with_signs_around

NUMBER_SEPARATORS = frozenset(".,/\N{NO-BREAK SPACE}\N{ARABIC DECIMAL SEPARATOR}")
NUMERIC = frozenset({"EN", "ES", "ET"})
NARROW = 0.8  # of the narrowest space of a row; a narrower gap is none
MAX_STRETCHES = 6  # of a row that are looked at
MAX_ALTERNATIVES = 24  # of a stretch


def open_alternative(
    row: TokenRow, context: Context, chars_of: Callable[[Reading], list[str]]
) -> Alternative | None:
    """Another order of some words of a right-to-left row that no evidence excludes, if any.

    `chars_of` gives the characters of a reading in logical order, with mirrored brackets resolved.
    """
    reading = row.reading
    if reading is None or row.base != "R" or not reading.proved or row.unreordered:
        return None
    if (joined := _undrawn_space(row)) is not None:
        return joined
    mixed = [
        stretch
        for stretch in _mixed_stretches(row)
        if not _is_conventional(row.tokens, reading, stretch, context)
    ]
    if not mixed or _is_drawn_in_logical_order(row, reading):
        return None
    text = "".join(chars_of(reading))
    letters = sorted(text)
    drawn = drawn_order(row)
    inverted = inversions(reading, drawn)
    usual = penalty(text, context.opened, context.before)
    tried = {text.replace(" ", "")}
    for other in _other_readings(row.tokens, reading, context, mixed[:MAX_STRETCHES]):
        chars = "".join(chars_of(other))
        bare = chars.replace(" ", "")
        if bare in tried or sorted(chars) != letters:
            continue
        tried.add(bare)
        found = _alternative(text, chars)
        if (
            inversions(other, drawn) <= inverted
            and not has_conventional_order(found.text)
            and penalty(chars, context.opened, context.before) < usual + UNLIKELY
            and displays_alike(row.tokens, row.base, context, chars)
        ):
            return found
    return None


def _undrawn_space(row: TokenRow) -> Alternative | None:
    """Letters and an Arabic-Indic number with a gap that is narrower than the spaces of the row.

    LibreOffice parts the letters of `CD٤` from the digits, which then are displayed as `٤ CD` is.
    A gap as wide as a space is one, which Pango and Firefox do not draw between two directions.
    """
    spaces = row.row.spaces
    if not spaces or not {"L", "AN"} <= row.classes:
        return None
    gaps = [
        (left, right, any(left.x0 < x < right.x1 for x in spaces))
        for left, between, right in zip(
            row.clusters, row.clusters[1:], row.clusters[2:], strict=False
        )
        if between is None and left is not None and right is not None
    ]
    narrowest = min((right.x0 - left.x1 for left, right, drawn in gaps if drawn), default=0.0)
    for left, right, drawn in gaps:
        is_between = {left.bidi_class, right.bidi_class} == {"L", "AN"}
        if is_between and not drawn and right.x0 - left.x1 < NARROW * narrowest:
            return Alternative(f"{right.text} {left.text}", left.text + right.text)
    return None


def _mixed_stretches(row: TokenRow) -> list[tuple[int, int]]:
    """The stretches with several runs, of which the direction of their letters decides.

    Numbers after a right-to-left letter are Arabic numbers (W2), whose order is known.
    """
    tokens = row.tokens
    if "L" not in row.classes and ("EN" not in row.classes or tokens[-1].bidi_class not in NUMERIC):
        return []
    found: list[tuple[int, int]] = []
    for start, end in left_to_right_stretches(tokens):
        classes = {token.bidi_class for token in tokens[start:end]}
        is_mixed = not classes <= LEFT_TO_RIGHT
        if "L" in classes:
            if is_mixed:
                found.append((start, end))
        elif _is_first(tokens[end:]) and (is_mixed or _touches_terminator(tokens, start, end)):
            found.append((start, end))
    return found


def _touches_terminator(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a sign such as `%` or `#` touches a stretch."""
    return "ET" in {
        token.bidi_class for token in (*tokens[max(0, start - 1) : start], *tokens[end : end + 1])
    }


def _is_first(before: list[Token]) -> bool:
    """Whether neutrals are all that stands before a stretch, at the right of it."""
    return not any(token.bidi_class == "R" for token in before)


def _is_conventional(
    tokens: list[Token], reading: Reading, stretch: tuple[int, int], context: Context
) -> bool:
    """Whether a stretch was read as one run, in an order that a convention decides for.

    One that goes on after Latin letters at the end of the row above belongs to them.
    """
    start, end = stretch
    if any(reading.rtl[start:end]):
        return False
    if context.before == "L" and _is_first(tokens[end:]):
        return True
    return has_conventional_order("".join([token.char for token in tokens[start:end]]))


def _is_drawn_in_logical_order(row: TokenRow, reading: Reading) -> bool:
    """Whether the content stream has the runs of the row in logical order, as they were read."""
    is_logical = draws_runs_in_logical_order(row)
    return is_logical is True and not steps_back(reading, drawn_order(row))


def _other_readings(
    tokens: list[Token], reading: Reading, context: Context, mixed: list[tuple[int, int]]
) -> Iterator[Reading]:
    """The readings in which one of some stretches is divided in another way."""
    runs = left_to_right_runs(reading)
    options = dict(zip(left_to_right_stretches(tokens), divisions(tokens, context), strict=True))
    for start, end in mixed:
        own = tuple(run for run in runs if run[0] < end and run[1] > start)
        others = tuple(run for run in runs if run not in own)
        ways = [
            *_with_one_gap_changed(tokens, start, end, own),
            _parted_at_all_gaps(tokens, start, end),
            *_with_terminators(tokens, start, end, own),
            *options[start, end],
        ]
        for way in list(dict.fromkeys(ways))[:MAX_ALTERNATIVES]:
            if way != own and not _parts_a_number(tokens, way):
                yield reading_in_runs(len(tokens), [*others, *way])


def _with_one_gap_changed(
    tokens: list[Token], start: int, end: int, own: Segmentation
) -> Iterator[Segmentation]:
    """The division of a stretch with two of its runs joined, or one of them parted."""
    letters = [at for at in range(start, end) if tokens[at].bidi_class in LEFT_TO_RIGHT]
    for left, right in pairwise(letters):
        gap = tokens[left + 1 : right]
        if not gap:
            continue
        before = [run for run in own if run[1] <= left + 1]
        after = [run for run in own if run[0] >= right]
        around = next((run for run in own if run[0] <= left and run[1] > right), None)
        if around:
            for stop in _ends_of_brackets(tokens, left + 1, right):
                yield (*before, (around[0], stop), (right, around[1]), *after)
        elif before and after:
            yield (*before[:-1], (before[-1][0], after[0][1]), *after[1:])


def _ends_of_brackets(tokens: list[Token], start: int, end: int) -> list[int]:
    """Where a run may end at a gap: before it, or after a bracket that closes the run."""
    closed = start
    while closed < end and tokens[closed].char in MIRRORED:
        closed += 1
    return [start] if closed == start else [closed, start]


def _parted_at_all_gaps(tokens: list[Token], start: int, end: int) -> Segmentation:
    """A stretch in which each word and number is a run, as in `2020-05-10T10:30`."""
    letters = [at for at in range(start, end) if tokens[at].bidi_class in LEFT_TO_RIGHT]
    runs = [(letters[0], letters[0] + 1)]
    for left, right in pairwise(letters):
        gap = tokens[left + 1 : right]
        is_joined = not gap or (len(gap) == 1 and gap[0].bidi_class == "CS")
        if is_joined:
            runs[-1] = (runs[-1][0], right + 1)
        else:
            runs.append((right, right + 1))
    return tuple(runs)


def _with_terminators(
    tokens: list[Token], start: int, end: int, own: Segmentation
) -> Iterator[Segmentation]:
    """A stretch at the beginning of a row with the signs that touch its numbers (W5)."""
    if not _is_first(tokens[end:]):
        return
    yield tuple(with_signs_around(tokens, *run) for run in own)
    yield (with_signs_around(tokens, start, end),)


def _parts_a_number(tokens: list[Token], way: Segmentation) -> bool:
    """Whether digits and a separator before other digits, `4.` and `5`, are in different runs."""
    return any(
        right - left == 1
        and tokens[left].bidi_class == "CS"
        and tokens[left].char in NUMBER_SEPARATORS
        and tokens[left - 1].bidi_class == tokens[right].bidi_class != "L"
        for (_, left), (right, _) in pairwise(sorted(way))
    )


def _alternative(text: str, other: str) -> Alternative:
    """The words of a row in which two orders differ."""
    start = next(at for at, (a, b) in enumerate(zip(text, other, strict=True)) if a != b)
    rest = next(at for at, (a, b) in enumerate(zip(text[::-1], other[::-1], strict=True)) if a != b)
    start = text.rfind(" ", 0, start) + 1
    end = text.find(" ", len(text) - rest)
    end = len(text) if end < 0 else end
    return Alternative(text[start:end], other[start:end])
