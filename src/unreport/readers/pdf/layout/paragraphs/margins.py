"""Margins, indents, wrap edges, leading and paragraph spacing of the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from unreport.readers.pdf.layout.text_lines import TextLine, reaches_page_edge

# `١-`, `12.`, `1 -`, `1 – `, `(a)`, `(أ)`, `(iv)`, `a)`, `I.`, `أولاً -`, `一、`, `（一）`, `•`,
# `–`, `29A.1`, `8.II.3`
OPENER = re.compile(
    r"(?:\d{1,3}[A-Z]?|[A-Z])(?:\.[IVXL]+)?\.\d{1,3}\s"
    r"|[-–—•·▪]\s*|\d{1,3}(?:\.\d{1,3})*\s?[.):-]|\d{1,3}\s?–\s|[٠-٩]{1,3}\s?[-.–)]|[(（\[][^()（）\s]{1,5}[)）\]]|[a-zа-я]\)"
    r"|[IVXLC]+\.|[A-Z]\.(?![ªº])|[\u0621-\u064a\u064b-\u0652]{3,9}\s?[-–]\s|[一二三四五六七八九十]{1,3}[、.．]|[㈠-㈩①-⑳]"
)
# `33.4 per cent`, `٥٢.٢ في المائة`: an amount, not paragraph 33.4
AMOUNT = re.compile(
    r"(?:\d{1,3}|[٠-٩]{1,3})[.,٫](?:\d{1,3}|[٠-٩]{1,3})\s+"
    r"(?:[a-zß-ÿа-яё%]|في (?:المائة|الألف)|[مب]ليون|تريليون|مليار)"
)
WIDER = 1.2  # times the leading: a new paragraph
SOMEWHAT_WIDER = 1.08
WIDEST_LEADING = 2.6  # times the size of type
LEAST_WIDE = 20  # lines with a wider step, which is their leading
LEAST_SPACED = 4  # paragraphs
NOISE = 1.05
CLEARLY_SHORT = 3.0  # em, beyond the room for the next word
SAME_SIZE = 0.3  # points
SAME_EDGE = 0.7  # points
SAME_START = 3.0  # points
LEAST_REPEATED = 2
LEAST_WRAPS = 6
MOST_ROWS = 0.5
WRAPPED = 0.55  # of the rows of running text
SLACK = 0.35  # em; a space must fit beside the next word
FLUSH = 0.5  # of the rows of running text, which end at one place where it is justified
NEARLY = 0.8  # of the rows that wrap at the place where most do

MarginKey: TypeAlias = tuple[str, int, int]  # direction, text column, width of the page
ColumnKey: TypeAlias = tuple[int, bool, int | None]  # size and weight of type, indent


class Edges(NamedTuple):
    """Where the lines of a text start and end, in its reading direction."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of the text on pages of one width, its leading and paragraph spacing."""

    start: float
    end: float
    narrow_ends: tuple[float, ...]  # where the lines of narrower paragraphs end
    wrap_edges: dict[ColumnKey, float]  # where running text wraps, by type and indent
    justified: bool  # whether most lines reach their wrap edge
    spaced: bool  # whether paragraphs are set apart by spacing
    always_spaced: bool  # without exception, as far as the lines tell
    leading: dict[float, float]
    paragraph_spacing: float  # times the leading; a wider step separates paragraphs
    first_line_indents: frozenset[int] = frozenset()  # where paragraphs start, by `SAME_START`

    @property
    def width(self) -> float:
        """Width of the text."""
        return abs(self.end - self.start)

    def spacing(self, a: TextLine, b: TextLine) -> float:
        """The distance of two baselines, in times the leading."""
        return (b.y - a.y) / self.leading.get(_key(a), 1.25 * a.size)

    def wrap_edge(self, a: TextLine, b: TextLine) -> float:
        """How far a line may reach before it wraps into the next.

        Tables and headings may be wider than the text, and quotations narrower.
        """
        size, bold, _ = _column_key(a)
        for indent in (_indent(b), _indent(a), None):
            place = self.wrap_edges.get((size, bold, indent))
            if place is not None and inline_end(a) < place + SAME_EDGE:
                return place
        return self.end

    def is_first_line(self, row: TextLine) -> bool:
        """Whether a line starts at an indent that only first lines of paragraphs have."""
        return _indent(row) in self.first_line_indents


def margin_key(row: TextLine) -> MarginKey:
    """Lines of one direction and text column on pages of one width share their margins."""
    return row.base, row.text_column, round(row.page_width / 10)


def inline_start(row: TextLine) -> float:
    """The edge where a line starts in its reading direction; grows with the indent."""
    return -row.x1 if row.base == "R" else row.x0


def inline_end(row: TextLine) -> float:
    """The edge where a line ends in its reading direction; grows with its length."""
    return -row.x0 if row.base == "R" else row.x1


def runs_off_page(row: TextLine) -> bool:
    """Whether a line has no room on the page, as one that its producer found no place to break."""
    return reaches_page_edge(row.x0, row.x1, row.page_width)


def is_break_between(a: TextLine, b: TextLine) -> bool:
    """Whether a page break or column break stands between two lines."""
    return a.page != b.page or a.block != b.block or b.y <= a.y


def find_margins(rows: list[TextLine]) -> dict[MarginKey, Margins]:
    """The margins of the text, for each direction, text column and width of page."""
    leading = _leading(rows)
    return {key: _margins(members, leading) for key, members in _by_key(rows).items()}


def find_edges(rows: list[TextLine]) -> dict[MarginKey, Edges]:
    """The edges of the text alone, for each direction, text column and width of page."""
    return {key: _edges(members) for key, members in _by_key(rows).items()}


def _by_key(rows: list[TextLine]) -> dict[MarginKey, list[TextLine]]:
    lines_by_key: dict[MarginKey, list[TextLine]] = defaultdict(list)
    for row in rows:
        lines_by_key[margin_key(row)].append(row)
    return lines_by_key


def _edges(rows: list[TextLine]) -> Edges:
    return Edges(
        start=_lowest([inline_start(row) for row in rows]),
        end=-_lowest([-inline_end(row) for row in rows if not runs_off_page(row)] or [0.0]),
    )


def _margins(rows: list[TextLine], leading: dict[float, float]) -> Margins:
    start, end = _edges(rows)
    margins = Margins(
        start=start,
        end=end,
        narrow_ends=_narrow_ends(rows),
        wrap_edges={},
        justified=False,
        spaced=False,
        always_spaced=False,
        leading=leading,
        paragraph_spacing=WIDER,
    )
    wrapped = replace(
        margins,
        wrap_edges=_wrap_edges(rows, margins),
        first_line_indents=frozenset(_first_line_indents(rows)),
    )
    return _with_spacing(replace(wrapped, justified=_are_justified(rows, wrapped)), rows)


# --- horizontal -----------------------------------------------------------------------------------


def _lowest(values: list[float]) -> float:
    """The lowest value, without outliers."""
    ordered = sorted(values)
    return ordered[len(ordered) // 60]


def _narrow_ends(rows: list[TextLine]) -> tuple[float, ...]:
    """Where the lines of narrower paragraphs end: several times one below the other."""
    repeated: Counter[int] = Counter()
    single: Counter[int] = Counter()
    ends = [*map(inline_end, rows)]
    for (a, end), (b, end_below) in pairwise(zip(rows, ends, strict=True)):
        place = round(end)
        single[place] += 1
        if abs(end - end_below) < SAME_EDGE and a.page == b.page:
            repeated[place] += 1
    return tuple(
        float(place)
        for place, count in repeated.items()
        if count > LEAST_REPEATED and count > single[place] / 3
    )


def _first_line_indents(rows: list[TextLine]) -> Iterator[int]:
    """Where lines start that stand between two lines of one smaller indent.

    An indent at which lines also follow one another is that of a list or a quotation.
    """
    first: Counter[int] = Counter()
    running: Counter[int] = Counter()
    indents = [*map(_indent, rows)]
    for at in range(1, len(rows) - 1):
        indent_above, indent, indent_below = indents[at - 1 : at + 2]
        above, row, below = rows[at - 1 : at + 2]
        if indent_above != indent_below:
            continue
        if is_break_between(above, row) or is_break_between(row, below):
            continue
        if inline_start(row) - inline_start(below) > row.size:
            first[indent] += 1
        elif indent == indent_below:
            running[indent] += 1
    for indent, count in first.items():
        if count > LEAST_REPEATED and count > 2 * running[indent]:
            yield indent


def _indent(row: TextLine) -> int:
    return round(inline_start(row) / SAME_START)


def _wrap_edges(rows: list[TextLine], margins: Margins) -> dict[ColumnKey, float]:
    """Where text wraps that is ragged, or narrower than tables and headings."""
    reaches: dict[ColumnKey, list[tuple[float, float]]] = defaultdict(list)
    for a, b in pairwise(rows):
        if _may_continue(a, b) and margins.spacing(a, b) < SOMEWHAT_WIDER:
            reach = inline_end(a), inline_end(a) + b.first_word_width + SLACK * a.size
            size, bold, _ = column = _column_key(a)
            reaches[size, bold, _indent(b)].append(reach)
            reaches[column].append(reach)
    return dict(_common_wrap_edges(reaches))


def _common_wrap_edges(
    reaches: dict[ColumnKey, list[tuple[float, float]]],
) -> Iterator[tuple[ColumnKey, float]]:
    """The place that most lines do not reach, but would pass with the next word.

    Where half of the lines end at one place, a line that runs over it tells nothing.
    """
    for column, rows in reaches.items():
        ends = sorted(end for end, _ in rows)
        beyond = sorted(reach for _, reach in rows)
        counted = [(bisect_right(ends, x) - bisect_right(beyond, x), x) for x in ends]
        most, _ = max(counted)
        flush = [
            (count, x)
            for count, x in counted
            if count >= NEARLY * most
            and bisect_right(ends, x + SAME_EDGE) - bisect_left(ends, x - SAME_EDGE)
            >= FLUSH * len(rows)
        ]
        count, place = max(flush or counted)
        if count >= max(LEAST_WRAPS, WRAPPED * len(rows)):
            yield column, place


def _column_key(row: TextLine) -> ColumnKey:
    """The type of a line, for lines of any indent."""
    return round(row.size * 2), row.bold, None


def has_marker(row: TextLine) -> bool:
    """Whether a line opens with the marker of a paragraph or list item."""
    return bool(OPENER.match(row.text)) and not AMOUNT.match(row.text)


def _may_continue(a: TextLine, b: TextLine) -> bool:
    """Whether a line may continue in the next one, which opens with no list marker."""
    return not is_break_between(a, b) and _same_type(a, b) and not has_marker(b)


def _same_type(a: TextLine, b: TextLine) -> bool:
    return abs(a.size - b.size) < SAME_SIZE and a.bold == b.bold


def _are_justified(rows: list[TextLine], margins: Margins) -> bool:
    full = sum(abs(margins.wrap_edge(a, b) - inline_end(a)) < SAME_EDGE for a, b in pairwise(rows))
    return full > MOST_ROWS * len(rows)


# --- vertical -------------------------------------------------------------------------------------


def _with_spacing(margins: Margins, rows: list[TextLine]) -> Margins:
    """Add whether paragraphs with a clearly short last line are set apart, and by how much."""
    after_short: list[float] = []
    others: list[float] = []
    for a, b in pairwise(rows):
        if is_break_between(a, b) or abs(a.size - b.size) > SAME_SIZE or a.bold or b.bold:
            continue
        ended = (
            margins.wrap_edge(a, b) - inline_end(a) > b.first_word_width + CLEARLY_SHORT * a.size
        )
        (after_short if ended else others).append(margins.spacing(a, b))
    apart = [spacing for spacing in after_short if spacing > SOMEWHAT_WIDER]
    close = len(after_short) - len(apart)
    return replace(
        margins,
        spaced=len(apart) >= max(1, close),
        always_spaced=len(apart) > 3 + 8 * close,
        paragraph_spacing=_paragraph_spacing(sorted(apart), sorted(others)),
    )


def _paragraph_spacing(apart: list[float], others: list[float]) -> float:
    """A step between those within and between paragraphs, if the two differ clearly."""
    if len(apart) < LEAST_SPACED or not others:
        return WIDER
    usual = others[len(others) // 2]
    middle = usual + 0.7 * (apart[len(apart) // 4] - usual)
    between = sum(usual + 0.02 < spacing < middle for spacing in others)
    return min(WIDER, middle) if between < 0.05 * len(others) and middle > NOISE else WIDER


def _leading(rows: list[TextLine]) -> dict[float, float]:
    """The usual step between two lines, by the size of type.

    Some fonts draw letters far larger than their size says, by a matrix of their own, and drafts
    may be set with two or three times the leading: then nearly all steps are wide.  Arabic fonts
    reach far above and below their letters, so that one and a half times their leading is wide
    too; where paragraphs are short, the steps within them are those below full lines.
    """
    steps: dict[float, Counter[float]] = defaultdict(Counter)
    wide: dict[float, Counter[float]] = defaultdict(Counter)
    wrapped: dict[float, Counter[float]] = defaultdict(Counter)
    edges = find_edges(rows)
    for a, b in pairwise(rows):
        if a.page == b.page and a.block == b.block and abs(a.size - b.size) < SAME_SIZE:
            spacing = b.y - a.y
            step = round(spacing * 2) / 2
            if 0.9 * a.size < spacing < WIDEST_LEADING * a.size:
                steps[_key(a)][step] += 1
            elif WIDEST_LEADING * a.size <= spacing < 2 * WIDEST_LEADING * a.size:
                wide[_key(a)][step] += 1
                wrapped[_key(a)][step] += _wraps(a, b, edges[margin_key(a)])
    leading = {size: _usual(found) for size, found in steps.items()}
    for size, found in wide.items():
        usual = _wide_leading(found, wrapped[size])
        if usual is not None and found.total() > 4 * steps[size].total():
            leading[size] = usual
    return leading


def _wraps(a: TextLine, b: TextLine, edges: Edges) -> bool:
    """Whether a line is full, and the next one opens with no list marker."""
    room = edges.end - inline_end(a)
    return _may_continue(a, b) and room < b.first_word_width + SLACK * a.size


def _wide_leading(steps: Counter[float], wrapped: Counter[float]) -> float | None:
    """The usual one of wide steps, if it is that of most of them or of most below full lines."""
    for found, least in ((steps, LEAST_WIDE), (+wrapped, LEAST_WRAPS)):
        usual = _usual(found) if found else 0.0
        near = sum(found[usual + d] for d in (-0.5, 0.0, 0.5))
        if near >= max(least, found.total() / 2):
            return usual
    return None


def _usual(steps: Counter[float]) -> float:
    """The commonest step, within half a point; of two that are common, the smaller."""
    near = {spacing: sum(steps[spacing + d] for d in (-0.5, 0.0, 0.5)) for spacing in steps}
    most = max(near.values())
    least = min(spacing for spacing, count in near.items() if count >= 0.6 * most)
    return max((least, least + 0.5), key=lambda spacing: steps[spacing])


def _key(row: TextLine) -> float:
    return round(row.size)
