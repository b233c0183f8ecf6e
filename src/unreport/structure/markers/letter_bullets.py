"""Bullets that a conversion printed as letters, told by the list that they make.

Word sets bullets in symbol fonts: `o` of Courier New on the second level, `§`, `Ø`, `ü`, `q` and
`v` of Wingdings (ECMA-376, 17.9.6).  A text without the font has the letter, which may be a word:
in Spanish `o` is `or`; `n` may be a variable.  A list begins below a colon, and each item below the
end of a clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from unreport.structure.clause_ends import ends_clause_or_comma, introduces_list
from unreport.structure.markers.marker import LineMarkers, MarkedLine, Marker

LETTERS = frozenset("o§Øüqvnluw")
FEWEST = 2  # items of a list
FEWEST_OF_WORDS = 3  # where the letter may be a word, or a variable below `where:`
MOST_ROWS = 12  # of an item


def mark_letter_bullets(lines: Sequence[MarkedLine]) -> tuple[MarkedLine, ...]:
    """The lines, with bullets where letters that stand for them make a list."""
    rows = [
        at
        for at, line in enumerate(lines)
        if line.text[0] in LETTERS and line.text[1:2] in (" ", "\t")
    ]
    if len(rows) < FEWEST:
        return tuple(lines)
    marked = list(lines)
    for at in _rows_of_lists(rows, lines):
        marked[at] = _with_bullet(lines[at])
    return tuple(marked)


def _rows_of_lists(rows: Sequence[int], lines: Sequence[MarkedLine]) -> Iterator[int]:
    """The rows that open with the same letter, from one below a colon on."""
    items: list[int] = []
    for at in rows:
        if not (items and _goes_on(items[-1], at, lines)):
            yield from _bulleted(items, lines)
            items = []
        if items or (at > 0 and introduces_list(lines[at - 1].text)):
            items.append(at)
    yield from _bulleted(items, lines)


def _bulleted(items: Sequence[int], lines: Sequence[MarkedLine]) -> Sequence[int]:
    """The items, if they are enough for a list: `n is the number, ⏎ n being not zero` is none."""
    if not items:
        return ()
    fewest = FEWEST_OF_WORDS if lines[items[0]].text[0].isascii() else FEWEST
    return items if len(items) >= fewest else ()


def _goes_on(last: int, at: int, lines: Sequence[MarkedLine]) -> bool:
    """Whether a row opens the item after that of another row."""
    same = lines[at].text[0] == lines[last].text[0] and at - last <= MOST_ROWS
    return same and ends_clause_or_comma(lines[at - 1].text)


def _with_bullet(line: MarkedLine) -> MarkedLine:
    text = line.text
    bullet = Marker(
        role="item",
        series="bullet",
        shape="bullet",
        number=None,
        marker=text[0],
        end=len(text) - len(text[1:].lstrip()),
        rank=99,
    )
    return replace(line, markers=LineMarkers((), None, bullet))
