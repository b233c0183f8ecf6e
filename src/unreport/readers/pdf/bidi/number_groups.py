"""Numbers whose thousands are grouped by spaces, in right-to-left rows.

`850 200` with a no-break space, a common separator (UAX #9, W4), is one number and stands on the
page as it is read; with a space it is two numbers, and the page shows `200 850`.  Many fonts draw
both spaces with one glyph, whose text then says nothing.  The digits do: all groups but the first
have three, and the first does not begin with zero; a scale may begin with one (`1:25 000`).  Where
both orders are such numbers, the content stream decides, then the other numbers of the document: a
no-break space is meant where other groups have a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from unreport.readers.pdf.bidi.baselines.token_row import TokenRow
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.logical_order import SPACE, Token
from unreport.readers.pdf.bidi.order.content_order import draws_runs_in_logical_order

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
JOINING, SEPARATING = Token(NO_BREAK_SPACE, "CS"), Token(" ", "S")
GROUP = r"(?:\d:)?\d{1,3}(?:[.,\N{ARABIC DECIMAL SEPARATOR}]\d{1,3})?"
GROUPS = re.compile(
    rf"(?<![A-Za-z\d])(?<![A-Za-z\d][.,:/\N{{ARABIC DECIMAL SEPARATOR}}])"
    rf"{GROUP}(?:[ {NO_BREAK_SPACE}]{GROUP})+(?!\d|[.,:/]\d)"
)
GROUPED = re.compile(
    r"(?:\d:)?[1-9\u0661-\u0669]\d{0,2}(?: \d{3})+(?:[.,\N{ARABIC DECIMAL SEPARATOR}]\d+)?"
)
LEAST_DIGITS = 4  # `1 000`
DIGIT_CLASSES = frozenset({"EN", "AN"})
MAX_GAP = 0.7  # em; what is further apart stands in two cells of a table


class _Groups(NamedTuple):
    """Groups of digits in a row, from the token `start` to the token `end`."""

    row: TokenRow
    start: int
    end: int
    one_number: bool  # whether they can be one number, read from the left
    from_right: bool  # whether they can be one number, read from the right


def order_number_groups(rows: Iterable[TokenRow], evidence: Evidence) -> None:
    """Make the space between groups of digits the one that orders them as they are read."""
    found = [groups for row in rows if row.base == "R" for groups in _groups_of(row)]
    open_ones: list[_Groups] = []
    for groups in found:
        decided = _decided(groups)
        if decided is None:
            open_ones.append(groups)
        else:
            evidence.number_groups[decided] += 1
            _order(groups, one_number=decided)
    evidence.has_spaced_groups |= any(not _has_no_break_space(groups) for groups in found)
    separate, joined = evidence.number_groups
    for groups in open_ones:
        is_meant = _has_no_break_space(groups)
        groups.row.is_ambiguous |= separate == joined and not is_meant
        is_meant &= evidence.has_spaced_groups
        _order(groups, one_number=is_meant or joined >= separate)


def _has_no_break_space(groups: _Groups) -> bool:
    return JOINING in groups.row.tokens[groups.start : groups.end]


def _groups_of(row: TokenRow) -> Iterator[_Groups]:
    tokens = row.tokens
    if row.classes.isdisjoint(DIGIT_CLASSES):
        return
    if sum(token.bidi_class in DIGIT_CLASSES for token in tokens) < LEAST_DIGITS:
        return
    text = "".join(token.char for token in tokens)
    for found in GROUPS.finditer(text):
        start, end = found.span()
        if not _is_even(row.clusters[start:end]):
            continue
        groups = found[0].replace(NO_BREAK_SPACE, " ")
        backwards = " ".join(reversed(groups.split(" ")))
        one_number, from_right = (bool(GROUPED.fullmatch(g)) for g in (groups, backwards))
        if one_number or from_right:
            yield _Groups(row, start, end, one_number, from_right)


def _is_even(clusters: list[Cluster | None]) -> bool:
    """Whether all digits are of one size, not raised, and no gap is that of a table's columns."""
    digits = [cluster for cluster in clusters if cluster is not None]
    near = all(b.x0 - a.x1 < MAX_GAP * a.size for a, b in pairwise(digits))
    return near and len({(round(c.size, 1), c.raised) for c in digits}) == 1


def _decided(groups: _Groups) -> bool | None:
    """Whether groups are one number from the left, by their digits or by the content stream."""
    if groups.one_number != groups.from_right:
        return groups.one_number or _is_cut_off(groups)
    own = groups.row.orders[groups.start : groups.end]
    orders = [order for order in own if order is not None]
    if orders != sorted(orders):
        return False
    return True if draws_runs_in_logical_order(groups.row) else None


def _is_cut_off(groups: _Groups) -> bool:
    """Whether a number with no-break spaces goes on in the next row: `401 20` above `0`.

    The row has other spaces that are none, so that these are meant.
    """
    own = groups.row.tokens[groups.start : groups.end]
    spaces = [token for token in own if token.char in {" ", NO_BREAK_SPACE}]
    elsewhere = groups.row.tokens[groups.end :]
    return (
        groups.start == 0
        and set(spaces) == {JOINING}
        and JOINING not in elsewhere
        and SPACE in elsewhere
    )


def _order(groups: _Groups, *, one_number: bool) -> None:
    tokens = groups.row.tokens
    for at in range(groups.start, groups.end):
        if tokens[at].char in {" ", NO_BREAK_SPACE}:
            tokens[at] = JOINING if one_number else SEPARATING
