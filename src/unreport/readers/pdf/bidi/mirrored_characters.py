"""Which of two mirrored characters a row has: brackets, and signs such as `≤` (UAX #9, L4)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from unreport.readers.pdf.bidi.baselines.token_row import TokenRow
from unreport.readers.pdf.bidi.brackets import expected_brackets, is_balanced
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.letters import CLOSING_BRACKETS, MIRRORED, MIRRORED_SIGNS
from unreport.readers.pdf.bidi.logical_order import Reading

CLEAR_LEAD = 20  # times as many brackets stored as shapes


def logical_brackets(row_tokens: TokenRow, reading: Reading, evidence: Evidence) -> dict[int, str]:
    """The character of each bracket: by the shape of its glyph, else by pairing."""
    if not row_tokens.has_brackets:
        return {}
    tokens = row_tokens.tokens
    brackets = [i for i in reading.order if tokens[i].char in MIRRORED]
    places = [i for i in brackets if _is_whole(row_tokens, i)]
    expected = expected_brackets(tokens, reading.order)
    chosen: dict[int, str] = {}
    uncertain = False
    for i in places:
        cluster = row_tokens.cluster_at(i)
        char = tokens[i].char
        if cluster is None or cluster.from_actual_text:
            chosen[i] = char
            continue
        shape, consistent = evidence.bracket_shape(cluster)
        uncertain = uncertain or not consistent
        if shape is None:
            shape = _shape_without_votes(char, expected.get(i), evidence, rtl=reading.rtl[i])
        chosen[i] = MIRRORED[shape] if reading.rtl[i] else shape
    if uncertain and not is_balanced([chosen[i] for i in places]):
        chosen.update({i: expected[i] for i in places if i in expected})
    if not is_balanced([chosen[i] for i in places]):
        _enclose_calls(row_tokens, reading.order, chosen)
    return chosen


def _enclose_calls(row_tokens: TokenRow, order: Sequence[int], chosen: dict[int, str]) -> None:
    """Let the brackets of a raised number enclose it, where the page has `)2(`.

    A producer may set a superscript apart from its right-to-left row, and not mirror its brackets
    (LuaTeX).
    """
    raised, tokens = row_tokens.raised, row_tokens.tokens
    for start, end in pairwise([n for n, at in enumerate(order) if at in chosen]):
        first, *number, last = order[start : end + 1]
        is_raised = all(raised[at] for at in (first, *number, last))
        is_number = bool(number) and all(tokens[at].char.isdecimal() for at in number)
        if is_raised and is_number and chosen[last] == CLOSING_BRACKETS.get(chosen[first]):
            chosen[first], chosen[last] = chosen[last], chosen[first]


def _is_whole(row_tokens: TokenRow, place: int) -> bool:
    """Whether a token is not only the first of several characters of one glyph."""
    cluster = row_tokens.cluster_at(place)
    return cluster is None or cluster.text == row_tokens.tokens[place].char


def _shape_without_votes(char: str, expected: str | None, evidence: Evidence, *, rtl: bool) -> str:
    """The shape of a bracket without evidence: by pairing, else as other brackets are stored."""
    if expected is not None:
        return MIRRORED[expected] if rtl else expected
    as_is, mirrored = evidence.rtl_brackets
    return MIRRORED[char] if rtl and mirrored > as_is else char


def mirror_signs(row_tokens: TokenRow, evidence: Evidence) -> dict[int, str]:
    """The character of each sign in a right-to-left run: by its shape, else as brackets are stored.

    ToUnicode has either the character or the shape that is drawn.  Where both are one, a producer
    that stores the characters of brackets does not mirror this sign.  One that stores the shapes of
    brackets mirrors it, unless its fonts lack the other sign: it is certain only where the outline
    or the `cmap` of the font program says that the glyph has the shape, too.
    """
    reading = row_tokens.reading
    if reading is None or not row_tokens.has_mirrored_signs:
        return {}
    as_is, mirrored = evidence.rtl_brackets
    found: dict[int, str] = {}
    for at in reading.order:
        char = row_tokens.tokens[at].char
        cluster = row_tokens.cluster_at(at) if char in MIRRORED_SIGNS else None
        if cluster is None or cluster.text not in MIRRORED_SIGNS or cluster.from_actual_text:
            continue
        shape = cluster.shape or evidence.shape_by_outline(cluster)
        if not reading.rtl[at]:
            found[at] = shape or char
        elif shape and shape != char:
            found[at] = MIRRORED_SIGNS[shape]
        else:
            is_shape = as_is >= mirrored if cluster.shape else as_is > mirrored
            found[at] = MIRRORED_SIGNS[char] if is_shape else char
            is_clear = bool(shape) and as_is >= CLEAR_LEAD * max(1, mirrored)
            row_tokens.is_ambiguous |= as_is >= mirrored and not cluster.shape and not is_clear
    return found
