"""Which brackets of a row open and which close, told by the spaces beside them and by balance."""

from __future__ import annotations

from unreport.readers.pdf.bidi.letters import CLOSING, MIRROR, OPENING
from unreport.readers.pdf.bidi.logical_order import Token

ENDERS = frozenset(".,;:،؛")
QUOTES = frozenset("«‹")
OTHER = {"opens": "closes", "closes": "opens"}


def wanted_brackets(tokens: list[Token], order: tuple[int, ...]) -> dict[int, str]:
    """Each bracket of a row as the one that the spaces beside it ask for, and balance.

    A row that begins or ends within brackets, `2003) and 1526 (2004) and 1566 (`, shows that by
    its spaces.  Quotation marks have spaces on both sides in French: balance alone tells of them.
    """
    kinds: dict[str, list[tuple[int, str]]] = {}
    for at, i in enumerate(order):
        sign = tokens[i].sign
        if sign in MIRROR:
            side = _side(tokens, order, at)
            kinds.setdefault(CLOSING.get(sign, sign), []).append((i, side))
    wanted: dict[int, str] = {}
    for opening, places in kinds.items():
        signs = (opening, OPENING[opening])
        if opening not in QUOTES and any(side for _, side in places):
            wanted |= {i: signs[side == "closes"] for i, side in _sides(places) if side}
        elif len(places) % 2 == 0:
            wanted |= {i: signs[n % 2] for n, (i, _) in enumerate(places)}
    return wanted


def _side(tokens: list[Token], order: tuple[int, ...], at: int) -> str:
    """Whether a bracket opens or closes, as a space on one side of it tells; "" where none does."""
    before = tokens[order[at - 1]] if at else None
    after = tokens[order[at + 1]] if at + 1 < len(order) else None
    parted = before is None or before.kind == "S"
    if after is None:
        return "" if parted else "closes"
    if parted == (after.kind == "S"):
        return "closes" if not parted and after.sign in ENDERS else ""
    return "opens" if parted else "closes"


def _sides(places: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Brackets of a kind with what those beside them tell of the ones that spaces do not tell."""
    out: list[tuple[int, str]] = []
    for n, (i, side) in enumerate(places):
        before = out[-1][1] if out else ""
        after = places[n + 1][1] if n + 1 < len(places) else ""
        out.append((i, side or OTHER.get(before or after, "")))
    return out


def is_balanced(signs: list[str]) -> bool:
    """Whether every bracket that opens is closed by its own."""
    stack: list[str] = []
    for sign in signs:
        if sign in OPENING:
            stack.append(OPENING[sign])
        elif not stack or stack.pop() != sign:
            return False
    return not stack
