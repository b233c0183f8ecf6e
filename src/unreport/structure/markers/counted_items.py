"""Items in a printed form that the language's schemes do not have, told by the list they make.

`a -`, `1 -`, `A.`, `i)` and `أولا -` at the head of a row may be the mark of a heading or nothing.
Below a colon, where they count from one and each but the last ends as a member of a clause does, at
a semicolon or comma, they mark the items of a list: no title ends so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from unreport.languages.lexicon import DECIMAL, NumberingSystem
from unreport.structure.clause_ends import ends_sentence, introduces_list
from unreport.structure.markers.marker import LineMarkers, MarkedLine, Marker
from unreport.structure.markers.patterns import HEAD
from unreport.text.arabic_numerals import ARABIC_LETTERS, ARABIC_ORDINALS
from unreport.text.lazy_patterns import lazy_pattern
from unreport.text.numerals import (
    CYRILLIC_LOWER,
    LATIN_LOWER,
    LATIN_UPPER,
    ROMAN_LOWER,
    ROMAN_UPPER,
)

SYSTEMS: tuple[NumberingSystem, ...] = (
    DECIMAL,
    LATIN_LOWER,
    ROMAN_LOWER,
    ARABIC_LETTERS,
    CYRILLIC_LOWER,
    LATIN_UPPER,
    ROMAN_UPPER,
    ARABIC_ORDINALS,
)
SHAPES = ("bracketed", "closed", "dashed", "dotted")
FEWEST = 2  # items of a list
MOST_ROWS = 30  # of an item with the lists in it
# ; and
MEMBER_END = lazy_pattern(r"[;；؛,،，]\s?(?:\w{1,6}(?:/\w{1,4})?)?$")


def mark_counted_items(lines: Sequence[MarkedLine]) -> tuple[MarkedLine, ...]:
    """The lines, with marks of items where a colon and their sequence tell them."""
    leads = [at for at, line in enumerate(lines[:-1]) if introduces_list(line.text)]
    found = [mark for at in leads if not _is_read(lines[at + 1]) for mark in _list(lines, at + 1)]
    if not found:
        return tuple(lines)
    marked = list(lines)
    for at, marker in found:
        marked[at] = replace(lines[at], markers=LineMarkers((marker,)))
    return tuple(marked)


def _is_read(line: MarkedLine) -> bool:
    """Whether a row opens no list, or opens one with a mark that the grammar knows."""
    markers = line.markers
    if line.role != "body" or line.level or markers.bullet:
        return True
    return any(
        mark.number == 1 and (mark.role == "item" or mark.series == DECIMAL.name)
        for mark in markers.readings
        if mark.role != "heading"
    )


def _list(lines: Sequence[MarkedLine], first: int) -> list[tuple[int, Marker]]:
    """The rows that open the items of one list, with their marks; none if it is too short."""
    readings = [system for system in SYSTEMS if _mark(lines[first], system, 1) is not None]
    items = max((list(_items(lines, first, system)) for system in readings), key=len, default=[])
    return items if len(items) >= FEWEST else []


def _items(
    lines: Sequence[MarkedLine], first: int, system: NumberingSystem
) -> Iterator[tuple[int, Marker]]:
    """The rows that count up, each below the end of the one before it."""
    number, last, shape = 1, first, ""
    for at in range(first, len(lines)):
        if at > first and (at - last > MOST_ROWS or ends_sentence(lines[at - 1].text)):
            return
        found = _mark(lines[at], system, number)
        if found is None or (at > first and not MEMBER_END.search(lines[at - 1].text[-12:])):
            continue
        name, marker = found
        if name == (shape or name):
            yield at, marker
            number, last, shape = number + 1, at, name


def _mark(line: MarkedLine, system: NumberingSystem, number: int) -> tuple[str, Marker] | None:
    """The mark that opens a row, with its shape, if it has a number in a system."""
    match = HEAD.match(line.text) if line.role == "body" else None
    name = (match.lastgroup or "") if match else ""
    if match is None or name not in SHAPES or match.end() >= len(line.text):
        return None
    if system.number(match[name]) != number:
        return None
    marker = Marker(
        role="item",
        series=system.name,
        shape="counted",
        number=number,
        marker=match[0].strip(),
        end=match.end(),
    )
    return name, marker
