"""Which brackets of a row open and which close, by the spaces beside them and by pairing."""

from __future__ import annotations

from unreport.readers.pdf.bidi.letters import ANGLES, CLOSING_BRACKETS, MIRRORED, OPENING_BRACKETS
from unreport.readers.pdf.bidi.logical_order import Token

CLOSING_PUNCTUATION = frozenset(".,;:،؛")
QUOTES = frozenset("«‹")
OPPOSITE = {"opens": "closes", "closes": "opens"}


def expected_brackets(tokens: list[Token], order: tuple[int, ...]) -> dict[int, str]:
    """The bracket, opening or closing, that spaces and pairing suggest at each place.

    In a row that begins or ends within brackets, `2003) and 1526 (2004) and 1566 (`, the spaces
    decide.  French quotation marks have spaces on both sides: only pairing decides on them.
    """
    by_opening: dict[str, list[tuple[int, str]]] = {}
    for at in [at for at, i in enumerate(order) if tokens[i].char in MIRRORED]:
        char, side = tokens[order[at]].char, _side_by_spaces(tokens, order, at)
        by_opening.setdefault(CLOSING_BRACKETS.get(char, char), []).append((order[at], side))
    expected: dict[int, str] = {}
    for opening, places in by_opening.items():
        chars = (opening, OPENING_BRACKETS[opening])
        if opening not in QUOTES and any(side for _, side in places):
            if opening in ANGLES and len({side for _, side in places if side}) == 1:
                continue  # `< 5`, `> 5`
            sides = _sides_by_neighbours(places)
            expected |= {i: chars[side == "closes"] for i, side in sides if side}
        elif len(places) % 2 == 0:
            expected |= {i: chars[n % 2] for n, (i, _) in enumerate(places)}
    return expected


def _side_by_spaces(tokens: list[Token], order: tuple[int, ...], at: int) -> str:
    """Whether a bracket opens or closes, by the space on one side of it; "" if unknown."""
    before = tokens[order[at - 1]] if at else None
    after = tokens[order[at + 1]] if at + 1 < len(order) else None
    spaced = before is None or before.bidi_class == "S"
    if after is None:
        return "" if spaced else "closes"
    if spaced == (after.bidi_class == "S"):
        ends_clause = not spaced and after.char in CLOSING_PUNCTUATION
        return "closes" if ends_clause and not _begins_ellipsis(tokens, order, at + 1) else ""
    return "opens" if spaced else "closes"


def _begins_ellipsis(tokens: list[Token], order: tuple[int, ...], at: int) -> bool:
    """Whether dots begin an ellipsis, as of an omission, `[...]`."""
    return [tokens[i].char for i in order[at : at + 2]] == [".", "."]


def _sides_by_neighbours(places: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The sides of the brackets of one type; where spaces say nothing, the opposite of the next."""
    out: list[tuple[int, str]] = []
    for n, (i, side) in enumerate(places):
        before = out[-1][1] if out else ""
        after = places[n + 1][1] if n + 1 < len(places) else ""
        out.append((i, side or OPPOSITE.get(before or after, "")))
    return out


def is_balanced(chars: list[str]) -> bool:
    """Whether every opening bracket is closed by its counterpart."""
    stack: list[str] = []
    for char in chars:
        if char in OPENING_BRACKETS:
            stack.append(OPENING_BRACKETS[char])
        elif not stack or stack.pop() != char:
            return False
    return not stack
