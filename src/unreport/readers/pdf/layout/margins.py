"""The edges of the text: where its rows begin and end, how far apart they and paragraphs stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from unreport.readers.pdf.layout.printed_rows import Printed

# `١-`, `12.`, `1 -`, `(a)`, `(أ)`, `(iv)`, `a)`, `I.`, `أولاً -`, `一、`, `（一）`, `•`, `–`,
# `29A.1`, `8.II.3`
OPENER = re.compile(
    r"(?:\d{1,3}[A-Z]?|[A-Z])(?:\.[IVXL]+)?\.\d{1,3}\s"
    r"|[-–—•·▪]\s*|\d{1,3}(?:\.\d{1,3})*\s?[.):-]|[٠-٩]{1,3}\s?[-.–)]|[(（\[][^()（）\s]{1,5}[)）\]]|[a-zа-я]\)"
    r"|[IVXLC]+\.|[A-Z]\.|[\u0621-\u064a\u064b-\u0652]{3,9}\s?[-–]\s|[一二三四五六七八九十]{1,3}[、.．]|[㈠-㈩①-⑳]"
)
WIDER = 1.2  # times the usual distance of rows: a new paragraph
SOMEWHAT_WIDER = 1.08
LEAST_APART = 4
NOISE = 1.05
PLAINLY_SHORT = 3.0  # em, beyond the room for the next word
SAME_SIZE = 0.3  # points
SAME_EDGE = 0.7  # points
SAME_START = 3.0  # points
LEAST_PAIRS = 2
LEAST_WRAPS = 6
MOST_ROWS = 0.5
WRAPPED = 0.55  # of the rows of running text
SLACK = 0.35  # em; beside the next word a space must fit

Class: TypeAlias = tuple[str, int, int]
Column: TypeAlias = tuple[int, bool, int | None]


@dataclass(frozen=True, slots=True)
class Margins:
    """The edges of the text on pages of one width, and how far apart its rows usually stand."""

    start: float
    end: float
    ends: tuple[float, ...]  # where rows set narrower end
    wraps: dict[Column, float]  # where running text ends, by type and by where its rows begin
    justified: bool  # most rows reach the end of their column
    spaced: bool  # paragraphs are set apart by distance
    surely: bool  # without exception, as far as rows tell
    leading: dict[float, float]
    wide: float  # the step, in usual distances of rows, that parts paragraphs

    @property
    def width(self) -> float:
        """Of the text."""
        return abs(self.end - self.start)

    def step(self, a: Printed, b: Printed) -> float:
        """The distance of two rows, in usual distances of rows."""
        return (b.y - a.y) / self.leading.get(_key(a), 1.25 * a.size)

    def limit(self, a: Printed, b: Printed) -> float:
        """How far a row may reach before it goes on in the next.

        Tables and headings may be wider than the text, and quotations narrower.
        """
        for column in (_column(a, b), _column(a, a), _column(a)):
            place = self.wraps.get(column)
            if place is not None and end_of(a) < place + SAME_EDGE:
                return place
        return self.end


def class_of(row: Printed) -> Class:
    """Rows of one direction and column on pages of one width share their margins."""
    return row.base, row.half, round(row.width / 10)


def start_of(row: Printed) -> float:
    """How far the row begins from where rows begin: grows inwards."""
    return -row.x1 if row.base == "R" else row.x0


def end_of(row: Printed) -> float:
    """How far the row reaches in the direction of reading."""
    return -row.x0 if row.base == "R" else row.x1


def parted(a: Printed, b: Printed) -> bool:
    """Whether a page or a column ends between two rows."""
    return a.page != b.page or a.group != b.group or b.y <= a.y


def margins_of(rows: list[Printed]) -> dict[Class, Margins]:
    """The margins of the text, for each width of page and direction."""
    classes: dict[Class, list[Printed]] = defaultdict(list)
    for row in rows:
        classes[class_of(row)].append(row)
    leading = _leading(rows)
    return {key: _margins(members, leading) for key, members in classes.items()}


def _margins(rows: list[Printed], leading: dict[float, float]) -> Margins:
    bare = Margins(
        start=_low([start_of(row) for row in rows]),
        end=-_low([-end_of(row) for row in rows]),
        ends=_ends(rows),
        wraps={},
        justified=False,
        spaced=False,
        surely=False,
        leading=leading,
        wide=WIDER,
    )
    wrapped = replace(bare, wraps=_wraps(rows, bare))
    return _with_spacing(replace(wrapped, justified=_are_justified(rows, wrapped)), rows)


# --- across ---------------------------------------------------------------------------------------


def _low(values: list[float]) -> float:
    """The lowest value, but for the odd one out."""
    ordered = sorted(values)
    return ordered[len(ordered) // 60]


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


def _wraps(rows: list[Printed], margins: Margins) -> dict[Column, float]:
    """Where text ends that is set ragged, or narrower than tables and headings."""
    reaches: dict[Column, list[tuple[float, float]]] = defaultdict(list)
    for a, b in pairwise(rows):
        if _flows(a, b) and margins.step(a, b) < SOMEWHAT_WIDER:
            reach = end_of(a), end_of(a) + b.first + SLACK * a.size
            reaches[_column(a, b)].append(reach)
            reaches[_column(a)].append(reach)
    return dict(_wrapped(reaches))


def _wrapped(reaches: dict[Column, list[tuple[float, float]]]) -> Iterator[tuple[Column, float]]:
    """The place before which most rows end, though with the next word they would pass it."""
    for column, rows in reaches.items():
        ends = sorted(end for end, _ in rows)
        beyond = sorted(reach for _, reach in rows)
        counted = [(bisect_right(ends, x) - bisect_right(beyond, x), x) for x in ends]
        count, place = max(counted)
        if count >= max(LEAST_WRAPS, WRAPPED * len(rows)):
            yield column, place


def _column(row: Printed, below: Printed | None = None) -> Column:
    """The column of text that a row and the one below it stand in; of its type, if none is."""
    start = round(start_of(below) / SAME_START) if below else None
    return round(row.size * 2), row.bold, start


def _flows(a: Printed, b: Printed) -> bool:
    """Whether a row may go on in the next one, which opens with no mark."""
    return not parted(a, b) and _alike(a, b) and not OPENER.match(b.text)


def _alike(a: Printed, b: Printed) -> bool:
    return abs(a.size - b.size) < SAME_SIZE and a.bold == b.bold


def _are_justified(rows: list[Printed], margins: Margins) -> bool:
    full = sum(abs(margins.limit(a, b) - end_of(a)) < SAME_EDGE for a, b in pairwise(rows))
    return full > MOST_ROWS * len(rows)


# --- down -----------------------------------------------------------------------------------------


def _with_spacing(margins: Margins, rows: list[Printed]) -> Margins:
    """Whether most paragraphs that plainly end are set apart from the next, and by how much."""
    plain: list[float] = []
    others: list[float] = []
    for a, b in pairwise(rows):
        if parted(a, b) or abs(a.size - b.size) > SAME_SIZE or a.bold or b.bold:
            continue
        ended = margins.limit(a, b) - end_of(a) > b.first + PLAINLY_SHORT * a.size
        (plain if ended else others).append(margins.step(a, b))
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


def _leading(rows: list[Printed]) -> dict[float, float]:
    steps: dict[float, Counter[float]] = defaultdict(Counter)
    for a, b in pairwise(rows):
        if a.page == b.page and a.group == b.group and abs(a.size - b.size) < SAME_SIZE:
            step = b.y - a.y
            if 0.9 * a.size < step < 2.6 * a.size:
                steps[_key(a)][round(step * 2) / 2] += 1
    return {size: _usual(found) for size, found in steps.items()}


def _usual(steps: Counter[float]) -> float:
    """The commonest distance, a little more or less; of two that are common, the smaller."""
    near = {step: sum(steps[step + d] for d in (-0.5, 0.0, 0.5)) for step in steps}
    most = max(near.values())
    least = min(step for step, count in near.items() if count >= 0.6 * most)
    return max((least, least + 0.5), key=lambda step: steps[step])


def _key(row: Printed) -> float:
    return round(row.size)
