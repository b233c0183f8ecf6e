"""Rows as tokens in visual order, with their word spaces and base direction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from unreport.readers.pdf.bidi.brackets import CLOSING_PUNCTUATION
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.letters import MIRRORED, MIRRORED_SIGNS, BidiClass, is_han
from unreport.readers.pdf.bidi.logical_order import (
    SPACE,
    BaseDirection,
    Reading,
    Token,
    token_of,
)
from unreport.readers.pdf.bidi.rows import Row

WORD_GAP = 0.15  # em; a wider gap separates two words
MAX_SPACE_OVERLAP = 0.22  # em; a space at the end of a row may overlap its last letter
RAISED_WORD_GAP = 0.18  # em; a superscript may be a little apart from its word
MIN_DRAWN_SPACE = -0.08  # em; narrower, a drawn space separates nothing (fonts kern across spaces)
TEH_MARBUTA = "ة"  # occurs at the end of words only
KERNED_SPACE = 0.03  # em; what some fonts leave of a space before a letter kerned into it
MIN_DRAWN_SPACES = 3  # in a row
SPACE_SHARE = 0.75  # of the median drawn space that a gap without one must have


@dataclass(slots=True)
class TokenRow:
    """A row as tokens in visual order; an entry of `clusters` is None at a space."""

    row: Row
    tokens: list[Token]
    clusters: list[Cluster | None]
    base: BaseDirection = "L"
    reading: Reading | None = None
    brackets: dict[int, str] = field(default_factory=dict)  # token -> logical character
    is_ambiguous: bool = False  # two readings look alike on the page
    unreordered: str = ""  # "row" or "word": within which letters are drawn in logical order
    classes: frozenset[BidiClass] = frozenset()  # of its tokens
    has_brackets: bool = False
    has_mirrored_signs: bool = False


def tokenised_rows(rows: Iterable[Row], page_direction: BaseDirection) -> list[TokenRow]:
    """Rows with their word spaces, each with its base direction."""
    out = []
    for row in rows:
        row_tokens = _tokenised(row, page_direction)
        row_tokens.base = _row_base_direction(row_tokens, page_direction)
        out.append(row_tokens)
    return out


def page_base_direction(rows: Iterable[Row]) -> BaseDirection:
    """The base direction of a page, from the classes of its letters."""
    classes = [cluster.bidi_class for row in rows for cluster in row.clusters]
    return "R" if classes.count("R") > classes.count("L") / 2 else "L"


def _tokenised(row: Row, page: BaseDirection) -> TokenRow:
    tokens: list[Token] = []
    clusters: list[Cluster | None] = []
    drawn = _drawn_spaces(row)
    min_gap = _min_word_gap(row, drawn)
    left = row.clusters[0]
    for at, cluster in enumerate(row.clusters):
        size = cluster.size if cluster.size < left.size else left.size  # noqa: FURB136 - quicker
        if (at in drawn or cluster.x0 - left.x1 > KERNED_SPACE * size) and _is_word_gap(
            (left, cluster), page, min_gap, drawn=at in drawn
        ):
            tokens.append(SPACE)
            clusters.append(None)
        tokens.append(token_of(cluster.text, cluster.bidi_class))
        clusters.append(cluster)
        left = cluster
    classes = frozenset([token.bidi_class for token in tokens])
    chars = {token.char for token in tokens}
    return TokenRow(
        row,
        tokens,
        clusters,
        classes=classes,
        has_brackets=not MIRRORED.keys().isdisjoint(chars),
        has_mirrored_signs=not MIRRORED_SIGNS.keys().isdisjoint(chars),
    )


def _drawn_spaces(row: Row) -> set[int]:
    """The clusters before which a space is drawn: its centre is between the centres of two."""
    out: set[int] = set()
    if not row.spaces:
        return out
    at = 0
    before = float("inf")
    low = row.clusters[0].x0 + MAX_SPACE_OVERLAP * row.size
    high = row.clusters[-1].x1 - MAX_SPACE_OVERLAP * row.size
    for place, cluster in enumerate(row.clusters):
        middle = (cluster.x0 + cluster.x1) / 2
        while at < len(row.spaces) and row.spaces[at] <= middle:
            if row.spaces[at] >= before and low < row.spaces[at] < high:
                out.add(place)
            at += 1
        before = middle
    return out


def _min_word_gap(row: Row, drawn: set[int]) -> float:
    """The least gap without a drawn space that separates words, in em.

    In a row that draws its spaces, other gaps are letter spacing (justification).
    """
    gaps = sorted(row.clusters[at].x0 - row.clusters[at - 1].x1 for at in drawn)
    if len(gaps) < MIN_DRAWN_SPACES:
        return WORD_GAP
    return max(WORD_GAP, SPACE_SHARE * gaps[len(gaps) // 2] / row.size)


def _is_word_gap(
    neighbours: tuple[Cluster, Cluster], page: BaseDirection, min_gap: float, *, drawn: bool
) -> bool:
    left, right = neighbours
    raised = left.raised != right.raised
    size = max(left.size, right.size) if raised else min(left.size, right.size)
    gap = right.x0 - left.x1
    if drawn:
        return gap > MIN_DRAWN_SPACE * size
    if is_han(left.text[-1]) or is_han(right.text[0]):
        return False
    mark = left if page == "R" else right
    if right.text[0] == TEH_MARBUTA and left.bidi_class == "R":
        return gap > KERNED_SPACE * size
    return gap > (RAISED_WORD_GAP if raised and mark.raised else min_gap) * size


def _row_base_direction(row_tokens: TokenRow, page: BaseDirection) -> BaseDirection:
    tokens, classes = row_tokens.tokens, row_tokens.classes
    if "R" in classes:
        every = [token.bidi_class for token in tokens]
        right, left = every.count("R"), every.count("L")
        if right > left:
            return "R"
        return "R" if page == "R" and (right == left or not _is_left_to_right(tokens)) else "L"
    if page == "L":
        return "L"
    if "L" not in classes and classes & {"AN", "EN"}:
        return "R"
    starts, ends = tokens[0].char in CLOSING_PUNCTUATION, tokens[-1].char in CLOSING_PUNCTUATION
    return "R" if starts and not ends else "L"


def _is_left_to_right(tokens: list[Token]) -> bool:
    """Whether a row of mostly Latin letters begins with one at the left and ends at the right.

    The full stop of a right-to-left row is its leftmost character.
    """
    first, before_last, last = tokens[0], tokens[-2] if len(tokens) > 1 else tokens[0], tokens[-1]
    ends = last.char in CLOSING_PUNCTUATION and before_last.bidi_class in {"L", "EN"}
    return first.bidi_class == "L" and ends
