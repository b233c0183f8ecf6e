"""Rows to passages: the lines that wrap are put together, and note calls taken out.

A reader that sees the page says where a paragraph ends (`Line.ends`).  A plain text does not, so
its width tells: a row that had no room for the next word goes on; blank lines are weak evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from unreport.model import Span
from unreport.structure.footnotes.calls import called_mark
from unreport.structure.line_breaks import TextAbove
from unreport.structure.line_continuation import belongs, is_unit_alone, wrap_of
from unreport.structure.markers.counted_paragraphs import counted_marker
from unreport.structure.markers.dotted_letters import dotted_letter, without_dotted_letter
from unreport.structure.markers.grammar import Grammar
from unreport.structure.markers.marker import UNMARKED, LineMarkers, MarkedLine, Marker
from unreport.structure.markers.reading import line_markers
from unreport.text.joined_rows import append_separator


class Passage(Struct, frozen=True, kw_only=True, gc=False):
    """A run of text that layout holds together, without note calls.

    `offsets` pairs offsets in `text` with offsets in the document's text, in order.
    """

    text: str
    markers: LineMarkers = UNMARKED
    readings: tuple[Marker, ...] = ()  # of the number or letter that opens it; a table has none
    offsets: tuple[tuple[int, int], ...]
    end: int  # in the document's text
    notes: tuple[tuple[int, str], ...] = ()  # offset in `text`, mark of the call
    pages: tuple[int, int] | None = None
    above: int = 0
    indent: float | None = None
    level: int | None = None
    label: int = 0
    cells: tuple[str, ...] = ()
    table: bool = False
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    centred: bool | None = None

    @property
    def start(self) -> int:
        """In the document's text."""
        return self.offsets[0][1]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Where a part of the text stands in the document."""
        stop = len(self.text) if end is None else end
        if len(self.offsets) > 1:
            return Span(self.offset(start), self.end_offset(stop), self.pages)
        begin, source = self.offsets[0]
        whole = stop >= len(self.text)
        return Span(
            source + start - begin, self.end if whole else source + stop - begin, self.pages
        )

    def end_offset(self, at: int) -> int:
        """The place in the document's text where a part ends that ends at a place in this text."""
        return self.end if at >= len(self.text) else self.offset(max(at - 1, 0)) + 1

    def offset(self, at: int) -> int:
        """The place in the document's text of a place in this text."""
        offsets = self.offsets
        begin, source = offsets[0]
        if len(offsets) > 1:
            low, high = 0, len(self.offsets)
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if self.offsets[middle][0] <= at else (low, middle)
            begin, source = self.offsets[low]
        return source + at - begin


def join_lines(lines: Sequence[MarkedLine], grammar: Grammar) -> Iterator[Passage]:
    """Put rows together to passages."""
    wrap = wrap_of(lines)
    group: list[MarkedLine] = []
    above = TextAbove()
    for at, line in enumerate(lines):
        if group and belongs(group, lines[at : at + 2], wrap, above):
            group.append(line)
            continue
        if group:
            yield _passage(group, grammar)
            above.text = group[-1].text
            named = len(group) == 1 and group[0].markers.unit is not None
            above.after_name = named and is_unit_alone(group[0])
        group = [line]
        if line.markers.readings:
            above.add(line)
    if group:
        yield _passage(group, grammar)


def _passage(group: Sequence[MarkedLine], grammar: Grammar) -> Passage:
    first, last = group[0], group[-1]
    single = len(group) == 1 and not first.calls
    text, offsets, notes = (first.text, ((0, first.start),), ()) if single else _join(group)
    markers = first.markers if text is first.text else _markers_of(text, first, grammar)
    pages = (first.page, last.page or first.page) if first.page is not None else None
    table = first.role == "table"
    # in two calls, as in `mark_lines`
    passage = Passage(
        text=text,
        markers=markers,
        readings=() if table else markers.readings,
        offsets=offsets,
        notes=notes,
        end=last.start + len(last.text),
        pages=pages,
        above=first.above,
        indent=first.indent,
    )
    plain = first.bold is first.italic is first.centred is None and first.size is None
    if plain and first.level is None and not (table or first.label):
        return passage
    return replace(
        passage,
        level=first.level,
        label=first.label,
        cells=first.cells,
        table=table,
        size=first.size,
        bold=first.bold,
        italic=first.italic,
        centred=first.centred,
    )


def _markers_of(text: str, first: MarkedLine, grammar: Grammar) -> LineMarkers:
    """The markers of a passage's text; those of its first row where their sequence told them."""
    if text == first.text:
        return first.markers
    counted = counted_marker(first)
    if counted is None:
        markers = line_markers(text, grammar)
        abbreviated = dotted_letter(markers) and not dotted_letter(first.markers)
        return without_dotted_letter(markers) if abbreviated else markers
    if counted.end < len(first.text):
        return first.markers
    end = counted.end + (text[counted.end : counted.end + 1] == " ")
    return LineMarkers((replace(counted, end=end), *first.markers.readings[1:]))


Offsets = tuple[tuple[int, int], ...]
Notes = tuple[tuple[int, str], ...]


def _join(group: Sequence[MarkedLine]) -> tuple[str, Offsets, Notes]:
    """The text of some lines as one, with its offsets and its note calls."""
    parts: list[str] = []
    offsets: list[tuple[int, int]] = []
    notes: list[tuple[int, str]] = []
    length = 0
    for i, line in enumerate(group):
        if i:
            length += append_separator(parts, line.text)
        for start, end, call in _between_calls(line):
            offsets.append((length, line.start + start))
            parts.append(line.text[start:end])
            length += end - start
            if call:
                notes.append((length, call))
    return "".join(parts), tuple(offsets), tuple(notes)


def _between_calls(line: MarkedLine) -> Iterator[tuple[int, int, str]]:
    """The runs of a line between its note calls, each with the call after it."""
    at = 0
    for start, end in line.calls:
        yield (
            at,
            start,
            called_mark(line.text[start:end]),
        )
        at = end
    yield at, len(line.text), ""
