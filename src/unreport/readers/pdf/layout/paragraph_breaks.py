"""Which rows go on in the next: by width, distance, indent, type and punctuation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from unreport.readers.pdf.layout.edge_forms import CAPTION
from unreport.readers.pdf.layout.margins import (
    OPENER,
    PLAINLY_SHORT,
    SAME_EDGE,
    SLACK,
    SOMEWHAT_WIDER,
    Class,
    Margins,
    class_of,
    end_of,
    margins_of,
    parted,
    start_of,
)
from unreport.readers.pdf.layout.printed_rows import Printed

# `II. Follow-up`, `A. General`, `ثانياً - `, `ألف- `, `三、`
HEADED = re.compile(
    r"(?:[IVXLC]+|[A-Z])\.\s[^\W\d]|[\u0621-\u064a\u064b-\u0652]{3,9}\s?[-–]\s"
    r"|[一二三四五六七八九十]{1,3}、"
)
TERMINAL = re.compile(r"[.!?:;؛؟。！？：；…][)\]»”’\"'\d()\[\]٠-٩]*$")
SENTENCE_END = re.compile(r"[.!?؟。！？:：][)\]»”’\"'\d()\[\]٠-٩]*$")
# `١- `, `12. `, `1 - `: the number of a paragraph; preambles before it end with commas
NUMBERED = re.compile(r"(?:\d{1,3}|[٠-٩]{1,3})(?:\.|\s?[-–])\s?(?=[^\W\d])")
CLAUSE_END = re.compile(r"[.!?:;,،؛؟。！？：；，][)\]»”’\"'\d()\[\]٠-٩]*$")
# `(A/CN.` at a row's end, `9/1187)` at the head of the next: no space stands in a symbol
BROKEN_SYMBOL = re.compile(r"\S*[A-Z\d]/[A-Za-z]{1,6}\.$")
FIRST_WORD = re.compile(r"\w+")

WIDER_IN_NOTES = 1.5
PUSHED_STEP = 1.4
SHORT = 0.3  # em; a row that is justified reaches the margin
SHORT_CAPTION = 0.5  # of the text's width
LARGE = 11.0  # points
OTHER_SIZE = 1.08
INDENTED = 0.8  # em
LONG_HEADING = 0.38  # of the text's width; a shorter row of a block was not wrapped
CENTRE = 4.0  # points


@dataclass(frozen=True, slots=True)
class _Pair:
    """A row and the next one of the same part."""

    a: Printed
    b: Printed
    margins: Margins
    opening: bool  # the first of them begins a paragraph
    ragged: bool = False  # the row of the paragraph before them does not reach the margin

    @property
    def step(self) -> float:
        """Their distance, in usual distances of rows."""
        return self.margins.step(self.a, self.b)

    @property
    def free(self) -> float:
        """The room between the end of the first row and where its text wraps."""
        return self.margins.limit(self.a, self.b) - end_of(self.a)

    @property
    def broken(self) -> bool:
        """A page or a column ends between them."""
        return parted(self.a, self.b)


def joined(rows: list[Printed]) -> list[bool | None]:
    """For each row whether a paragraph ends with it."""
    out: list[bool | None] = [True] * len(rows)
    for part, rule in RULES.items():
        at = [i for i, row in enumerate(rows) if row.part == part]
        margins = margins_of([rows[i] for i in at])
        openers: Counter[str] = Counter()
        opening, ragged = True, False
        for here, after in pairwise(at):
            a, b = rows[here], rows[after]
            pair = _Pair(a, b, margins[class_of(a)], opening, ragged and not opening)
            out[here] = ends = rule(pair) or _opened_alike(pair, openers)
            opening, ragged = ends is not False, pair.free > SAME_EDGE
            if opening and not pair.broken:
                openers[_first(b)] += 1
    return out


def _first(row: Printed) -> str:
    found = FIRST_WORD.match(row.text)
    return found[0] if found else ""


def _opened_alike(pair: _Pair, openers: Counter[str]) -> bool:
    """Over a page's end: the word that opened paragraphs before opens one again (`وإذ`)."""
    word = _first(pair.b)
    often = word.isalpha() and openers[word] > 1
    return pair.broken and often and bool(CLAUSE_END.search(pair.a.text))


# --- rules ----------------------------------------------------------------------------------------


def _masthead(pair: _Pair) -> bool:
    """Lines of the masthead end; a body's name set in large type may wrap."""
    a, b = pair.a, pair.b
    large = a.bold and a.size > LARGE and a.size == b.size and a.bold == b.bold
    return not (a.group == b.group and b.y - a.y < 1.5 * a.size and large)


def _note(pair: _Pair) -> bool:
    """A note ends where the next one's mark stands."""
    if pair.b.opens:
        return True
    if pair.broken:
        return bool(SENTENCE_END.search(pair.a.text)) or _room(pair)
    return pair.step > WIDER_IN_NOTES


def _body(pair: _Pair) -> bool | None:
    if _other_type(pair):
        return True
    if pair.broken:
        return _over_a_break(pair)
    if pair.step > pair.margins.wide and not _is_pushed_down(pair):
        return True
    if pair.opening and _is_heading(pair.a) and _is_heading(pair.b):
        return True
    if _is_block(pair):
        return _room_in_block(pair)
    if _room(pair) or _indent_parts(pair) or _falls_short(pair):
        return True
    if BROKEN_SYMBOL.search(pair.a.text) and pair.b.text[:1].isdigit():
        return False
    if _opens(pair.b) and (pair.step > SOMEWHAT_WIDER or not pair.margins.spaced):
        end = CLAUSE_END if NUMBERED.match(pair.b.text) else TERMINAL
        return bool(end.search(pair.a.text))
    return False


RULES: dict[str, Callable[[_Pair], bool | None]] = {
    "body": _body,
    "note": _note,
    "masthead": _masthead,
}


def _is_pushed_down(pair: _Pair) -> bool:
    """Whether a row that is full and in mid-sentence goes on in one that stands a little lower.

    A raised mark or a sign of a taller font pushes its row down.
    """
    a, b = pair.a, pair.b
    return (
        pair.step < PUSHED_STEP
        and a.italic == b.italic
        and not (_room(pair) or CLAUSE_END.search(a.text) or _opens(b))
    )


def _is_heading(row: Printed) -> bool:
    """Whether a row in bold opens with a mark: `II. Follow-up`, `A. General`."""
    return row.bold and bool(HEADED.match(row.text))


def _other_type(pair: _Pair) -> bool:
    a, b = pair.a, pair.b
    if max(a.size, b.size) > OTHER_SIZE * min(a.size, b.size):
        return True
    if a.bold == b.bold:
        return False
    return _room(pair) or a.page != b.page or pair.step > SOMEWHAT_WIDER


def _over_a_break(pair: _Pair) -> bool:
    """Whether a paragraph ends with a column or a page."""
    a, b = pair.a, pair.b
    if _room(pair) or (a.bold != b.bold and (a.bold or CLAUSE_END.search(a.text))):
        return True
    if _opens(b) and TERMINAL.search(a.text):
        return True
    if NUMBERED.match(b.text) and CLAUSE_END.search(a.text):
        return True
    short = b.x1 - b.x0 < SHORT_CAPTION * pair.margins.width
    if short and CAPTION.match(b.text) and SENTENCE_END.search(a.text):
        return True
    inward = start_of(b) - pair.margins.start > INDENTED * b.size
    flush = start_of(a) - pair.margins.start < INDENTED * a.size
    return bool(inward and flush and SENTENCE_END.search(a.text))


def _opens(row: Printed) -> bool:
    return bool(OPENER.match(row.text))


def _room(pair: _Pair) -> bool:
    """Whether the next row's first word would have had room on this one."""
    a, b, margins = pair.a, pair.b, pair.margins
    if any(abs(place - end_of(a)) < 2 * SAME_EDGE for place in margins.ends):
        return False
    free = pair.free
    if _in_middle(pair):
        free = margins.width - (a.x1 - a.x0)
    if margins.surely and not pair.broken and pair.step < SOMEWHAT_WIDER:
        return free > 2 * b.first + PLAINLY_SHORT * a.size
    return free > b.first + SLACK * a.size


def _falls_short(pair: _Pair) -> bool:
    """Whether a row of a justified text ends in a stop a little before the margin."""
    short = pair.free > SHORT * pair.a.size
    justified = pair.margins.justified and not pair.ragged
    return justified and short and bool(CLAUSE_END.search(pair.a.text))


def _in_middle(pair: _Pair) -> bool:
    """Whether two rows are centred; the column of text may stand in the middle of its page too."""
    a, b, margins = pair.a, pair.b, pair.margins
    apart = abs(start_of(a) - start_of(b)) > SAME_EDGE
    return apart and _centred(a, margins) and _centred(b, margins)


def is_centred(row: Printed, margins: dict[Class, Margins]) -> bool:
    """Whether a row stands in the middle, clear of both edges."""
    own = margins.get(class_of(row))
    return own is not None and _centred(row, own)


def _centred(row: Printed, margins: Margins) -> bool:
    left = start_of(row) - margins.start
    right = margins.end - end_of(row)
    return left > 2 * row.size and abs(left - right) < CENTRE


def _is_block(pair: _Pair) -> bool:
    """Two rows in bold or italics: a heading or title may be set narrower than the text."""
    a, b = pair.a, pair.b
    return (
        ((a.bold and b.bold) or (a.italic and b.italic and a.bold == b.bold))
        and not _opens(b)
        and a.x1 - a.x0 > LONG_HEADING * pair.margins.width
        and b.y - a.y < 1.35 * a.size
    )


def _room_in_block(pair: _Pair) -> bool:
    a, b = pair.a, pair.b
    return _room(pair) and (b.x1 - b.x0) - (a.x1 - a.x0) > b.first + SLACK * a.size


def _indent_parts(pair: _Pair) -> bool:
    """Whether the next row's indent opens a paragraph: a first line set in, or a new level."""
    a, b = pair.a, pair.b
    inward = start_of(b) - start_of(a)
    if abs(inward) < INDENTED * a.size:
        return False
    if not pair.opening:
        return True
    if inward > 0:  # hanging: the mark stands out, the rest is set in
        return not _opens(a)
    return _opens(b) and _opens(a)
