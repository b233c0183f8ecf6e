"""Rows to passages: the lines that wrap are put together, and note calls taken out.

A reader that sees the page says where a paragraph ends (`Line.ends`).  A plain text does not, so
its width tells: a row that had no room for the next word goes on; blank lines are weak evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from unreport.document import Line
from unreport.model import Span
from unreport.structure.markers import Grammar, read_bullet, read_marks, read_unit

# 。.؟ and what may stand after them: quotes, brackets, the call of a note
AFTER = r"[\"'”’»›)\]）】」』]*(?:[(（]?\d{1,3}[)）]?|[*⁰¹²³⁴⁵⁶⁷⁸⁹]*)$"
CLOSED = re.compile(rf"[.!?؟。！？…:：;؛；]{AFTER}")
ENDED = re.compile(rf"[.!?؟。！？…]{AFTER}")
COMMAS = ",،，、"
TAIL = 12  # characters that tell how a text ends
DIVIDED = re.compile(r"[\w)][-‐‑–—/]$")
HAN = re.compile(r"[\u3000-\u303F\u3400-\u9FFF\uFF00-\uFFEF]")

FEWEST = 4  # rows tell a width
WRAPPED = 130  # a text whose longest rows are longer is not wrapped
WRAPPED_HAN = 70
NEAR = 0.8  # rows this near the full width show where it lies
FULL = 0.62  # a row this long may have been full before signs were taken out of it
HALF = 0.36
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
LOOK = 12  # characters that tell in what script a row goes on


def closed(text: str) -> bool:
    """Whether a text ends as a clause does: at a stop, a colon or a semicolon."""
    return CLOSED.search(text[-TAIL:]) is not None


def ended(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return ENDED.search(text[-TAIL:]) is not None


def leads(text: str) -> bool:
    """Whether a text ends in a colon, and so leads to a list."""
    return text[-1:] in (":", "：")


class Passage(Struct, frozen=True, kw_only=True, gc=False):
    """A run of text that layout holds together, without note calls.

    `pieces` pairs offsets in `text` with offsets in the document's text, in order.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]
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

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Where a part of the text stands in the document."""
        stop = len(self.text) if end is None else end
        last = self.end if stop >= len(self.text) else self.offset(max(stop - 1, 0)) + 1
        return Span(self.offset(start), last, self.pages)

    def offset(self, at: int) -> int:
        """The place in the document's text of a place in this text."""
        begin, source = self.pieces[0]
        if len(self.pieces) > 1:
            low, high = 0, len(self.pieces)
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if self.pieces[middle][0] <= at else (low, middle)
            begin, source = self.pieces[low]
        return source + at - begin


def passages(lines: Sequence[Line], grammar: Grammar) -> Iterator[Passage]:
    """Put rows together to passages."""
    width = _width(lines)
    group: list[Line] = []
    for line in lines:
        if group and _joins(group, line, width, grammar):
            group.append(line)
            continue
        if group:
            yield _passage(group)
        group = [line]
    if group:
        yield _passage(group)


def _width(lines: Sequence[Line]) -> int | None:
    """How long a full row is, in a text with hard line breaks; None if it has none.

    Many rows of such a text end near the same column, and none goes beyond.
    """
    lengths = sorted(len(line.text) for line in lines if line.ends is None and line.role == "body")
    if len(lengths) < FEWEST:
        return None
    longest = lengths[-max(1, len(lengths) // 100)]
    long = [length for length in lengths if length > longest / 2]
    width = long[len(long) * 9 // 10]  # headings may be longer than the rows of text
    han = sum(len(HAN.findall(line.text)) > len(line.text) / 2 for line in lines[:200])
    limit = WRAPPED_HAN if han > min(len(lines), 200) / 2 else WRAPPED
    near = sum(length >= NEAR * width for length in lengths)
    return width if longest <= limit and near >= max(3, len(lengths) / 8) else None


def _joins(group: Sequence[Line], line: Line, width: int | None, grammar: Grammar) -> bool:
    """Whether a row goes on with the rows before it."""
    before = group[-1]
    if before.role != line.role or line.role == "table":
        return False
    if before.ends is not None:
        return not before.ends
    if line.level or before.level:
        return False
    if width is None:
        comma = before.text[-1] in COMMAS  # a closing clause may follow an item
        return not comma and _broken(before, line) and not _opens(line, grammar)
    return _flows(group, line, width, grammar)


def _flows(group: Sequence[Line], line: Line, width: int, grammar: Grammar) -> bool:
    """Whether a row of a text with hard line breaks goes on with the rows before it."""
    before = group[-1]
    if line.above > 0:
        return _broken(before, line) and len(before.text) > FULL * width
    opens = _opens(line, grammar)
    if (opens or line.above < 0) and len(group) == 1 and _heads(before, grammar):
        return False
    if opens:
        return not _heads(line, grammar) and _mid_sentence(before, width)
    if line.above < 0:
        return not ended(before.text) or len(before.text) > FULL * width
    if ended(before.text):
        return len(before.text) > FULL * width
    return len(before.text) > HALF * width or _broken(before, line)


def _opens(line: Line, grammar: Grammar) -> bool:
    return bool(
        read_marks(line.text, grammar) or read_bullet(line.text) or read_unit(line.text, grammar)
    )


def _heads(line: Line, grammar: Grammar) -> bool:
    """Whether a row opens as a heading does, which no reference is likely to."""
    marks = read_marks(line.text, grammar)
    if any(m.role == "heading" and m.series != "decimal" for m in marks):
        return not closed(line.text)
    return read_unit(line.text, grammar) is not None


def _mid_sentence(before: Line, width: int) -> bool:
    """Whether what looks like a mark at a row's head is in mid-sentence: `paragraph 2 ⏎ (b)`."""
    text = before.text
    return len(text) > HALF * width and not closed(text) and text[-1] not in COMMAS


def _broken(before: Line, line: Line) -> bool:
    """Whether a sentence that had not ended goes on with a small letter, as no new one does."""
    return line.text[0].islower() and not closed(before.text) and line.above <= 1


# --- putting together ---------------------------------------------------------------------------


def _passage(group: Sequence[Line]) -> Passage:
    first, last = group[0], group[-1]
    text, pieces, notes = _joined(group)
    pages = (first.page, last.page or first.page) if first.page is not None else None
    return Passage(
        text=text,
        pieces=pieces,
        notes=notes,
        end=last.end,
        pages=pages,
        above=first.above,
        indent=first.indent,
        level=first.level,
        label=first.label,
        cells=first.cells,
        table=first.role == "table",
        size=first.size,
        bold=first.bold,
        italic=first.italic,
        centred=first.centred,
    )


Pieces = tuple[tuple[int, int], ...]
Notes = tuple[tuple[int, str], ...]


def _joined(group: Sequence[Line]) -> tuple[str, Pieces, Notes]:
    """The text of some lines as one, with its pieces and its note calls."""
    if len(group) == 1 and not group[0].calls:
        return group[0].text, ((0, group[0].start),), ()
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    notes: list[tuple[int, str]] = []
    length = 0
    for i, line in enumerate(group):
        if i:
            length += _close(parts, line.text)
        for start, end, call in _between_calls(line):
            pieces.append((length, line.start + start))
            parts.append(line.text[start:end])
            length += end - start
            if call:
                notes.append((length, call))
    return "".join(parts), tuple(pieces), tuple(notes)


def _close(parts: list[str], following: str) -> int:
    """Put what stands between two rows after the first; returns by how much the text grew."""
    if not parts:
        return 0
    if parts[-1].endswith("\N{SOFT HYPHEN}"):
        parts[-1] = parts[-1][:-1]
        return -1
    if DIVIDED.search(parts[-1][-2:]) or _is_unspaced(parts[-1], following):
        return 0
    parts.append(" ")
    return 1


def _is_unspaced(before: str, following: str) -> bool:
    """Whether Chinese goes on, where a space stands only between two Latin words."""
    latin = before[-1:].isascii() and before[-1:].isalpha() and following[:1].isascii()
    return not latin and bool(HAN.search(before[-LOOK:]) and HAN.search(following[:LOOK]))


def _between_calls(line: Line) -> Iterator[tuple[int, int, str]]:
    """The runs of a line between its note calls, each with the call after it."""
    at = 0
    for start, end in line.calls:
        yield at, start, line.text[start:end].strip("()（） ").translate(RAISED)
        at = end
    yield at, len(line.text), ""
