"""Numbers with spaces between groups of three digits: `2 901 300`.

The groups stand from left to right in any language, but only if a no-break space, which is a common
number separator (UAX #9, W4), keeps them together: the groups of a number typed with plain spaces
stand from right to left in Arabic.  Many fonts draw both spaces with one glyph.  A group of less
than three digits is the first one; where all have three, the other numbers of the document decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from unreport.readers.pdf.bidi.logical_order import Token
from unreport.readers.pdf.bidi.logical_rows import Evidence, TokenRow

GROUP = 3  # digits
MAX_GAP = 0.6  # em between two groups
NO_BREAK_SPACE = Token("\N{NO-BREAK SPACE}", "CS")


class _Number(NamedTuple):
    row: TokenRow
    spaces: list[int]  # tokens between its groups
    direction: str  # L: its first group is the left one; R: the right one; "": it may be either


def join_digit_groups(rows: Iterable[TokenRow], evidence: Evidence) -> None:
    """Make numbers of groups of digits in right-to-left rows; mark those that may be either."""
    numbers = [number for row in rows if row.base == "R" for number in _numbers(row)]
    for number in numbers:
        if number.direction:
            evidence.digit_groups[number.direction == "R"] += 1
    left, right = evidence.digit_groups
    for row, spaces, direction in numbers:
        if direction == "R" or (not direction and right > left):
            continue
        for at in spaces:
            row.tokens[at] = NO_BREAK_SPACE
        row.is_ambiguous = row.is_ambiguous or not (direction or left)


def _numbers(row: TokenRow) -> Iterator[_Number]:
    groups: list[tuple[int, int]] = []
    for start, end in _digit_runs(row):
        if groups and not _are_neighbours(row, groups[-1][1], start):
            yield from _number(row, groups)
            groups = []
        groups.append((start, end))
    yield from _number(row, groups)


def _digit_runs(row: TokenRow) -> Iterator[tuple[int, int]]:
    start = -1
    for at, token in enumerate([*row.tokens, Token(" ", "S")]):
        is_digit = token.char.isdecimal()
        if is_digit and start < 0:
            start = at
        elif not is_digit and start >= 0:
            yield start, at
            start = -1


def _are_neighbours(row: TokenRow, end: int, start: int) -> bool:
    """Whether only a space that is no column gap stands between two groups of digits."""
    left, right = row.clusters[end - 1], row.clusters[start]
    return (
        start - end == 1
        and row.tokens[end].bidi_class == "S"
        and left is not None
        and right is not None
        and right.x0 - left.x1 < MAX_GAP * row.row.size
    )


def _number(row: TokenRow, groups: list[tuple[int, int]]) -> Iterator[_Number]:
    """The number that some groups of digits make, if they do."""
    sizes = [end - start for start, end in groups]
    if len(sizes) < 2 or max(sizes) > GROUP or _is_part(row, groups):  # noqa: PLR2004 - two groups
        return
    from_left = all(size == GROUP for size in sizes[1:])
    from_right = all(size == GROUP for size in sizes[:-1])
    if from_left or from_right:
        direction = "" if from_left and from_right else "L" if from_left else "R"
        yield _Number(row, [end for _, end in groups[:-1]], direction)


def _is_part(row: TokenRow, groups: list[tuple[int, int]]) -> bool:
    """Whether a letter or separator stands beside the groups: `A/75/51 200`, `3.2 500`."""
    start, end = groups[0][0], groups[-1][1]
    beside = [row.tokens[at] for at in (start - 1, end) if 0 <= at < len(row.tokens)]
    inner = [row.tokens[at] for at in (start - 2, end + 1) if 0 <= at < len(row.tokens)]
    return any(token.bidi_class == "L" for token in beside) or any(
        token.bidi_class == "CS" and other.char.isdecimal()
        for token, other in zip(beside, inner, strict=False)
    )
