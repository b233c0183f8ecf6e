"""Read the markers of lines from a lexicon's series.

A line's markers are read once, by `mark_lines`, and carried with it.  Reading is blind to context:
`(i)` is given as the ninth letter and as roman one, `1.` as a paragraph, a heading and an item.
Which of them fits is decided where sequences are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from unreport.document import Line
from unreport.languages.lexicon import DECIMAL, Shape
from unreport.structure.markers.grammar import Grammar
from unreport.structure.markers.marker import UNMARKED, LineMarkers, MarkedLine, Marker
from unreport.structure.markers.patterns import (
    BULLET,
    COMMON_HEAD,
    HEAD,
    INLINE,
    MAY_BE_HEAD,
    NUMBERED_WORD,
    RUNNING_TEXT,
    SHAPES,
)
from unreport.structure.markers.units import FoundUnit
from unreport.text.characters import BULLETS
from unreport.text.numerals import decimal_value

BULLET_SIGNS = frozenset(BULLETS)
LONGEST_BARE = 20
BEFORE_MARK = 2  # characters, a sign and a space, that tell a mark inside a line


def mark_lines(lines: Sequence[Line], grammar: Grammar) -> tuple[MarkedLine, ...]:
    """Lines with everything that may open them."""
    return tuple(
        [
            _marked(
                line,
                UNMARKED if line.calls and _is_call(line) else line_markers(line.text, grammar),
            )
            for line in lines
        ]
    )


def _marked(line: Line, markers: LineMarkers) -> MarkedLine:
    marked = MarkedLine(
        text=line.text,
        start=line.start,
        page=line.page,
        above=line.above,
        indent=line.indent,
        calls=line.calls,
        markers=markers,
    )
    if (  # it has no more than its text, as the lines of text files
        line.role == "body"
        and line.box is None
        and line.size is None
        and line.style is None
        and line.level is None
        and line.ends is None
        and line.bold is line.italic is line.centred is None
        and not line.label
        and not line.cells
    ):
        return marked
    # CPython makes a dictionary for a call with more than 15 keywords, which takes 2 µs
    return replace(
        marked,
        box=line.box,
        role=line.role,
        ends=line.ends,
        level=line.level,
        label=line.label,
        cells=line.cells,
        style=line.style,
        size=line.size,
        bold=line.bold,
        italic=line.italic,
        centred=line.centred,
    )


def _is_call(line: Line) -> bool:
    """Whether a line is nothing but a footnote call, cut off from the row above it."""
    return line.calls[0] == (0, len(line.text))


def line_markers(text: str, grammar: Grammar) -> LineMarkers:
    """Everything that may open a line."""
    found = grammar.units.read(text)
    if found is None and text:
        letter = text[0]
        if not grammar.openings[letter] or (letter.isalpha() and RUNNING_TEXT.match(text)):
            return UNMARKED
    readings = read_markers(text, grammar)
    bullet = read_bullet(text) if text[:1] in BULLET_SIGNS else None
    unit = read_unit(found) if found else None
    if not (readings or unit or bullet):
        return UNMARKED
    if found and not found.apart:
        return LineMarkers(readings, None, bullet, unit)
    return LineMarkers(readings, unit, bullet)


def inline_markers(
    text: str, start: int, end: int, grammar: Grammar
) -> Iterator[tuple[int, int, tuple[Marker, ...]]]:
    """Where markers of items stand inside a part of a text, with all readings of each."""
    for match in INLINE.finditer(text, max(start - BEFORE_MARK, 0), end):
        at = match.start(match.lastgroup or 0)
        if at >= start and (items := _items_of(text[at : match.end() + 1], grammar)):
            yield at, match.end(), items


@lru_cache(maxsize=4096)  # the same in most documents: `(a) `
def _items_of(marker: str, grammar: Grammar) -> tuple[Marker, ...]:
    """The readings as an item of a marker, and the character after it."""
    head = HEAD.match(marker)
    return tuple(filter(may_count_items, _readings(head, grammar))) if head else ()


def may_count_items(marker: Marker) -> bool:
    """Whether a reading may be an item's: a number in a list is one as well."""
    return marker.role == "item" or (marker.role != "heading" and marker.series == DECIMAL.name)


def read_markers(text: str, grammar: Grammar) -> tuple[Marker, ...]:
    """All readings of the number or letter that opens a line, headings first; () if none does."""
    match = COMMON_HEAD.match(text)
    if match is None:
        if text[:1].isdecimal() and (inserted := _inserted(text, grammar)):
            return (_insertion(inserted),)
        opened = text[:1].isalpha() or text[:1].isdecimal()
        if not opened or MAY_BE_HEAD.match(text):
            match = HEAD.match(text)
    return _readings(match, grammar) if match else ()


def _readings(match: re.Match[str], grammar: Grammar) -> tuple[Marker, ...]:
    name, end, marker = match.lastgroup or "", match.end(), match[0].strip()
    if name == "compound":
        return (_compound(match[name], marker, end),)
    if name == "numbered":
        return (_resolution(match[name], marker, end),)
    if name == "slashed":  # `a/` is one of `a)` where lists are so set, or else of `(a)`
        token = match[name]
        closed = _readings_of(token, "closed", marker, end, grammar)
        return closed or _readings_of(token, "bracketed", marker, end, grammar)
    token = "c" if name == "copyright" else match[name]
    return _readings_of(token, SHAPES[name], marker, end, grammar)


@lru_cache(maxsize=4096)  # the same in most documents: `12.`, `(a)`
def _readings_of(
    token: str, shape: Shape, marker: str, end: int, grammar: Grammar
) -> tuple[Marker, ...]:
    return tuple(
        Marker(
            role=role,
            kind=kind,
            series=series.name,
            shape=shape,
            number=number,
            marker=marker,
            end=end,
            rank=rank,
        )
        for role, kind, series, rank in grammar.by_shape.get((shape, token.isdecimal()), ())
        if (number := series.number(token)) is not None
    )


def read_bullet(text: str) -> Marker | None:
    """A bullet, which counts nothing."""
    match = BULLET.match(text)
    if match is None:
        return None
    return Marker(
        role="item",
        series="bullet",
        shape="bullet",
        number=None,
        marker=match[0].strip(),
        end=match.end(),
        rank=99,
    )


def read_bare(text: str, grammar: Grammar) -> Marker | None:
    """A chapter's number alone on its line, as in resolutions: `I`, `II.`, `أولا`, `一`."""
    if len(text) > LONGEST_BARE:
        return None
    numeral = text.rstrip(".．、")
    for heading in grammar.lexicon.headings:
        number = heading.system.number(numeral) if heading.system is not DECIMAL else None
        if number is not None:
            return Marker(
                role="heading",
                kind=heading.kind,
                series=heading.system.name,
                shape="bare",
                number=number,
                marker=text,
                end=len(text),
            )
    return None


def read_unit(found: FoundUnit) -> Marker:
    """A heading that is a name with its number: `Annex II`, `التوصية ٢٢`, `第一章`."""
    return Marker(
        role="heading",
        kind=found.unit.kind,
        series=found.unit.names[0],
        shape="unit",
        number=found.number,
        marker=found.marker,
        end=found.title,
    )


def split_continued(title: str, grammar: Grammar) -> tuple[str, str]:
    """A title without its "(continued)", and that; "" where it has none."""
    if title and title[-1] in ")）" and (match := grammar.continued.search(title)):
        return title[: match.start()].rstrip(), match[0].strip()
    return title, ""


def _compound(token: str, marker: str, end: int) -> Marker:
    prefix, _, number = token.rpartition(".")
    return Marker(
        role="paragraph",
        series="compound",
        shape="compound",
        number=int(number),
        marker=marker,
        end=end,
        prefix=prefix,
    )


def _resolution(token: str, marker: str, end: int) -> Marker:
    """`77/5.`: the number that a resolution or decision has within its session."""
    number = decimal_value(token.rpartition("/")[2])
    return Marker(
        role="heading",
        kind="resolution",
        series="resolution",
        shape="numbered",
        number=number,
        marker=marker,
        end=end,
    )


def _inserted(text: str, grammar: Grammar) -> re.Match[str] | None:
    """The number of an inserted paragraph: `2 bis.`, `2之二.`."""
    numbered = NUMBERED_WORD.match(text)
    if numbered is None or numbered[1] not in grammar.insertion_initials:
        return None
    return grammar.inserted.match(text)


def _insertion(match: re.Match[str]) -> Marker:
    """`2 bis.`: a paragraph that was inserted between 2 and 3."""
    return Marker(
        role="paragraph",
        series=DECIMAL.name,
        shape="dotted",
        number=decimal_value(match[1]),
        marker=match[0].strip(),
        end=match.end(),
        inserted=True,
    )
