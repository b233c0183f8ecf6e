"""Which rows go on in the next: by width, distance, indent, type and punctuation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from unreport.pdf.printed import Printed

# `١-`, `12.`, `1 -`, `(a)`, `(أ)`, `(iv)`, `a)`, `I.`, `أولاً -`, `一、`, `（一）`, `•`, `–`,
# `29A.1`, `8.II.3`
OPENER = re.compile(
    r"(?:\d{1,3}[A-Z]?|[A-Z])(?:\.[IVXL]+)?\.\d{1,3}\s"
    r"|[-–—•·▪]\s*|\d{1,3}(?:\.\d{1,3})*\s?[.):-]|[٠-٩]{1,3}\s?[-.–)]|[(（\[][^()（）\s]{1,5}[)）\]]|[a-zа-я]\)"
    r"|[IVXLC]+\.|[A-Z]\.|[\u0621-\u064a\u064b-\u0652]{3,9}\s?[-–]\s|[一二三四五六七八九十]{1,3}[、.．]|[㈠-㈩①-⑳]"
)
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

WIDER = 1.2  # times the usual distance of rows: a new paragraph
SOMEWHAT_WIDER = 1.08
WIDER_IN_NOTES = 1.5
PUSHED_STEP = 1.4
LEAST_APART = 4
NOISE = 1.05
PLAINLY_SHORT = 3.0  # em, beyond the room for the next word
LARGE = 11.0  # points
OTHER_SIZE = 1.08
SAME_SIZE = 0.3  # points
INDENTED = 0.8  # em
SAME_EDGE = 0.7  # points
LEAST_PAIRS = 2
LEAST_SAME = 3  # rows that end at one place
ODD_ONES = 12  # one in so many may reach further than the text
SHORT = 0.3  # em; a row that is justified reaches the margin
MOST_ROWS = 0.5
SLACK = 0.35  # em; beside the next word a space must fit
LONG_HEADING = 0.38  # of the text's width; a shorter row of a block was not wrapped
CENTRE = 4.0  # points

Class: TypeAlias = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Margins:
    """The edges of the text on pages of one width, and how far apart its rows usually stand."""

    start: float
    end: float
    ends: tuple[float, ...]  # where rows set narrower end
    spaced: bool  # paragraphs are set apart by distance
    surely: bool  # without exception, as far as rows tell
    justified: bool  # most rows reach the end
    leading: dict[float, float]
    wide: float  # the step, in usual distances of rows, that parts paragraphs

    @property
    def width(self) -> float:
        """Of the text."""
        return abs(self.end - self.start)


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
        return (self.b.y - self.a.y) / self.margins.leading.get(_key(self.a), 1.25 * self.a.size)

    @property
    def free(self) -> float:
        """The room between the end of the first row and the margin."""
        return self.margins.end - end_of(self.a)

    @property
    def broken(self) -> bool:
        """A page or a column ends between them."""
        a, b = self.a, self.b
        return a.page != b.page or a.group != b.group or b.y <= a.y


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


def class_of(row: Printed) -> Class:
    """Rows of one direction and column on pages of one width share their margins."""
    return row.base, row.half, round(row.width / 10)


# --- edges ----------------------------------------------------------------------------------------


def start_of(row: Printed) -> float:
    """How far the row begins from where rows begin: grows inwards."""
    return -row.x1 if row.base == "R" else row.x0


def end_of(row: Printed) -> float:
    """How far the row reaches in the direction of reading."""
    return -row.x0 if row.base == "R" else row.x1


def margins_of(rows: list[Printed]) -> dict[Class, Margins]:
    """The margins of the text, for each width of page and direction."""
    classes: dict[Class, list[Printed]] = defaultdict(list)
    for row in rows:
        classes[class_of(row)].append(row)
    leading = _leading(rows)
    return {
        key: _with_spacing(
            Margins(
                start=_low([start_of(row) for row in members]),
                end=-_low([-end_of(row) for row in members]),
                ends=_ends(members),
                spaced=False,
                surely=False,
                justified=_are_justified(members),
                leading=leading,
                wide=WIDER,
            ),
            members,
        )
        for key, members in classes.items()
    }


def _are_justified(rows: list[Printed]) -> bool:
    ends = [end_of(row) for row in rows]
    margin = -_low([-end for end in ends])
    return sum(abs(end - margin) < SAME_EDGE for end in ends) > MOST_ROWS * len(ends)


def _with_spacing(margins: Margins, rows: list[Printed]) -> Margins:
    """Whether most paragraphs that plainly end are set apart from the next, and by how much."""
    plain: list[float] = []
    others: list[float] = []
    for a, b in pairwise(rows):
        pair = _Pair(a, b, margins, opening=False)
        if pair.broken or abs(a.size - b.size) > SAME_SIZE or a.bold or b.bold:
            continue
        ended = margins.end - end_of(a) > b.first + PLAINLY_SHORT * a.size
        (plain if ended else others).append(pair.step)
    apart = [step for step in plain if step > SOMEWHAT_WIDER]
    close = len(plain) - len(apart)
    return replace(
        margins,
        spaced=len(apart) >= max(1, close),
        surely=len(apart) > 3 + 8 * close,
        wide=_parting(sorted(apart), sorted(others)),
    )


def _parting(apart: list[float], others: list[float]) -> float:
    """A step between those within paragraphs and those that part them, if they differ clearly."""
    if len(apart) < LEAST_APART or not others:
        return WIDER
    usual = others[len(others) // 2]
    middle = usual + 0.7 * (apart[len(apart) // 4] - usual)
    between = sum(usual + 0.02 < step < middle for step in others)
    return min(WIDER, middle) if between < 0.05 * len(others) and middle > NOISE else WIDER


def _ends(rows: list[Printed]) -> tuple[float, ...]:
    """Where rows of narrower paragraphs end: row under row at one place, time and again."""
    pairs: Counter[int] = Counter()
    alone: Counter[int] = Counter()
    for a, b in pairwise(rows):
        place = round(end_of(a))
        alone[place] += 1
        if a.page == b.page and abs(end_of(a) - end_of(b)) < SAME_EDGE:
            pairs[place] += 1
    return tuple(
        float(place)
        for place, count in pairs.items()
        if count > LEAST_PAIRS and count > alone[place] / 3
    )


def _low(values: list[float]) -> float:
    """The lowest value, but for the odd ones out: those below a place where many stand."""
    ordered = sorted(values)
    for at, value in enumerate(ordered[: len(ordered) // ODD_ONES + 1]):
        same = bisect_right(ordered, value + SAME_EDGE) - at
        if same >= max(LEAST_SAME, len(ordered) // ODD_ONES):
            return value
    return ordered[len(ordered) // 60]


def _leading(rows: list[Printed]) -> dict[float, float]:
    steps: dict[float, Counter[float]] = defaultdict(Counter)
    for a, b in pairwise(rows):
        if a.page == b.page and a.group == b.group and abs(a.size - b.size) < SAME_SIZE:
            step = b.y - a.y
            if 0.9 * a.size < step < 2.6 * a.size:
                steps[_key(a)][round(step * 2) / 2] += 1
    return {size: _usual(found) for size, found in steps.items()}


def _usual(steps: Counter[float]) -> float:
    """The commonest distance; of two that are common, the smaller."""
    most = max(steps.values())
    return min(step for step, count in steps.items() if count >= 0.6 * most)


def _key(row: Printed) -> float:
    return round(row.size)


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
    if _is_heading(a := pair.a) and _is_heading(pair.b) and pair.opening and a.bold == pair.b.bold:
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
    if _centred(a, margins) and _centred(b, margins):
        free = margins.width - (a.x1 - a.x0)
    if margins.surely and not pair.broken and pair.step < SOMEWHAT_WIDER:
        return free > 2 * b.first + PLAINLY_SHORT * a.size
    return free > b.first + SLACK * a.size


def _falls_short(pair: _Pair) -> bool:
    """Whether a row of a justified text ends in a stop a little before the margin."""
    short = pair.free > SHORT * pair.a.size
    justified = pair.margins.justified and not pair.ragged
    return justified and short and bool(CLAUSE_END.search(pair.a.text))


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
