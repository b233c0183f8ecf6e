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
    draws_runs_in_logical_order,
    inversions,
)
from unreport.readers.pdf.bidi.order.order_evidence import UNLIKELY, penalty
from unreport.readers.pdf.bidi.order.order_proof import displays_alike

MAX_STRETCHES = 6  # of a row that are looked at
MAX_ALTERNATIVES = 24  # of a stretch


def open_alternatives(
    row: TokenRow, context: Context, chars_of: Callable[[Reading], list[str]]
) -> tuple[Alternative, ...]:
    """The other orders of a right-to-left row that no evidence excludes.

    `chars_of` gives the characters of a reading in logical order, with mirrored brackets resolved.
    """
    reading = row.reading
    if reading is None or not _may_have_other_orders(row, reading):
        return ()
    stretches = [*left_to_right_stretches(row.tokens)]
    mixed = [at for at, stretch in enumerate(stretches) if _is_mixed(row.tokens, *stretch)]
    if not mixed or _is_drawn_in_logical_order(row, reading):
        return ()
    text = "".join(chars_of(reading))
    drawn = inversions(reading, row.clusters)
    usual = penalty(text, context.opened, context.before)
    found: list[Alternative] = []
    for other in _other_readings(row.tokens, reading, context, mixed[:MAX_STRETCHES]):
        chars = "".join(chars_of(other))
        if (
            inversions(other, row.clusters) <= drawn
            and chars.replace(" ", "") != text.replace(" ", "")
            and penalty(chars, context.opened, context.before) < usual + UNLIKELY
            and displays_alike(row.tokens, row.base, context, chars)
        ):
            found.append(_alternative(text, chars, context))
    return tuple(dict.fromkeys(found))


def _may_have_other_orders(row: TokenRow, reading: Reading) -> bool:
    is_ordered = row.base == "R" and reading.proved and not row.unreordered
    return is_ordered and not row.classes.isdisjoint(LEFT_TO_RIGHT)


def _is_mixed(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a stretch has several runs, of which the direction of its letters decides.

    Numbers after a right-to-left letter are Arabic numbers (W2), whose order is known.
    """
    classes = [token.bidi_class for token in tokens[start:end]]
    is_first = end == len(tokens) or not any(token.bidi_class == "R" for token in tokens[end:])
    if "L" not in classes and not is_first:
        return False
    return any(bidi_class not in LEFT_TO_RIGHT for bidi_class in classes) or (
        end < len(tokens) and tokens[end].char in MIRRORED
    )


def _is_drawn_in_logical_order(row: TokenRow, reading: Reading) -> bool:
    """Whether the content stream has the runs of the row in logical order, as they were read."""
    drawn = draws_runs_in_logical_order(row.clusters)
    return drawn is True and not inversions(reading, row.clusters)


def _other_readings(
    tokens: list[Token], reading: Reading, context: Context, mixed: list[int]
) -> Iterator[Reading]:
    """The readings in which one stretch is divided in another way."""
    runs = left_to_right_runs(reading)
    stretches = [*left_to_right_stretches(tokens)]
    options = divisions(tokens, context)
    for at in mixed:
        start, end = stretches[at]
        own = tuple(run for run in runs if run[0] < end and run[1] > start)
        others = tuple(run for run in runs if run not in own)
        ways = [*_with_one_gap_changed(tokens, start, end, own), *options[at]]
        for way in list(dict.fromkeys(ways))[:MAX_ALTERNATIVES]:
            if way != own:
                yield reading_in_runs(len(tokens), [*others, *way])


def _with_one_gap_changed(
    tokens: list[Token], start: int, end: int, own: Segmentation
) -> Iterator[Segmentation]:
    """The division of a stretch with two of its runs joined, or one of them parted."""
    letters = [at for at in range(start, end) if tokens[at].bidi_class in LEFT_TO_RIGHT]
    for left, right in pairwise(letters):
        gap = tokens[left + 1 : right]
        if not gap or (len(gap) == 1 and gap[0].bidi_class == "CS" and gap[0].char != ":"):
            continue
        before = [run for run in own if run[1] <= left + 1]
        after = [run for run in own if run[0] >= right]
        around = next((run for run in own if run[0] <= left and run[1] > right), None)
        if around:
            yield (*before, (around[0], left + 1), (right, around[1]), *after)
        elif before and after:
            yield (*before[:-1], (before[-1][0], after[0][1]), *after[1:])


def _alternative(text: str, other: str, context: Context) -> Alternative:
    """The words of a row in which two orders differ."""
    start = next(at for at, (a, b) in enumerate(zip(text, other, strict=True)) if a != b)
    rest = next(at for at, (a, b) in enumerate(zip(text[::-1], other[::-1], strict=True)) if a != b)
    start = text.rfind(" ", 0, start) + 1
    end = text.find(" ", len(text) - rest)
    end = len(text) if end < 0 else end
    return Alternative(text[start:end], other[start:end], not start and context.before == "L")
