"""Gutters: vertical strips of white space between text that stands side by side.

A strip is found line by line from the top: what is clear in a line and in all lines above it, down
to the first line whose text crosses it (whitespace analysis; T. M. Breuel, Two Geometric Algorithms
for Layout Analysis, 2002).  Lines that have text on one side only do not cross it, so that the
columns need not have the same baselines.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from statistics import median

from unreport.readers.pdf.bidi.baselines.row import BASELINE_TOLERANCE, Row
from unreport.readers.pdf.bidi.logical_order import BaseDirection

LEAST_GUTTER = 0.65  # em; spaces between words are narrower in all but a few lines
NARROWEST_GUTTER = 6.5  # points, where that is less
MUCH_WIDER = 1.8  # times a gutter, of which the first lines may cross another
NEXT_LINE = 2.6  # times the size of type
BESIDE = 0.7  # em, between the baselines of two lines that stand beside one another
LEAST_ABOVE = 3  # lines, after which a word may run over into the gutter
LEAST_GAP = 0.15  # em before the second column, where a word runs over
SAME_EDGE = 1.0  # points
FULL = 0.85  # of a column's width
WORD_GAP = 0.15  # em
LEAST_SPACES = 2  # between words, on each side of a gap
SAME_SPACE = 0.3  # points
WORD_SPACE = 0.8  # times the gap at a gutter: the other spaces of a line across both columns


class PageLine:
    """The segments of one baseline, from the left."""

    def __init__(self, segments: list[Row]) -> None:
        self.segments = sorted(segments, key=lambda row: row.x0)
        self.y, self.size = segments[0].y, max(row.size for row in segments)
        self.x0, self.x1 = self.segments[0].x0, max(row.x1 for row in segments)

    @cached_property
    def gaps(self) -> list[tuple[float, float]]:
        """The gaps within the line that are as wide as a gutter."""
        return self._between(self.least_gutter)

    @cached_property
    def least_gutter(self) -> float:
        """How wide a gutter beside it is at least, in points."""
        return min(LEAST_GUTTER * self.size, NARROWEST_GUTTER)

    @property
    def spaces(self) -> list[tuple[float, float]]:
        """The gaps between words."""
        return self._between(WORD_GAP * self.size)

    def _between(self, least: float) -> list[tuple[float, float]]:
        """The gaps between letters that are not narrower than `least`."""
        out: list[tuple[float, float]] = []
        end = self.x0
        for row in self.segments:
            if row is not self.segments[0] and row.x0 - end >= least:
                out.append((end, row.x0))
            out += row.gaps(least)
            end = max(end, row.x1)
        return out

    def gap_at(self, x: float) -> tuple[float, float] | None:
        """The gap at a place between two letters; None beside the text or within it."""
        for gap in self.gaps:
            if gap[0] <= x <= gap[1]:
                return gap
        return None

    def end_before(self, start: float) -> float | None:
        """Where the text before a letter that begins at a place ends; None if none does."""
        ends = [a for a, b in self._between(float("-inf")) if abs(b - start) < SAME_EDGE]
        return max(ends, default=None)


@dataclass(slots=True)
class Gutter:
    """A strip that the lines from `first` to `last` do not cross."""

    low: float
    high: float
    first: int
    last: int
    run_over: dict[int, float] = field(default_factory=dict)
    """Lines in which a word without a break reaches into it, and where to divide them."""

    @property
    def lines(self) -> range:
        """The indices of its lines."""
        return range(self.first, self.last + 1)

    def shares(self, low: float, high: float) -> bool:
        """Whether a gap shows the same gutter: it is not much wider."""
        overlaps = self.low < high and low < self.high
        return overlaps and high - low < MUCH_WIDER * (self.high - self.low)

    def is_within(self, other: Gutter) -> bool:
        """Whether it is nowhere wider than one that started above it."""
        return other.low - SAME_EDGE < self.low and self.high < other.high + SAME_EDGE

    @property
    def middle(self) -> float:
        """The middle of its width."""
        return (self.low + self.high) / 2


def page_lines(segments: list[Row]) -> list[PageLine]:
    """The lines of a page from the top."""
    out: list[list[Row]] = []
    for row in sorted(segments, key=lambda row: (row.y, row.x0)):
        above = out[-1][-1] if out else None
        if above and row.y - above.y < BASELINE_TOLERANCE * max(above.size, row.size):
            out[-1].append(row)
        else:
            out.append([row])
    return [*map(PageLine, out)]


def find_gutters(lines: list[PageLine]) -> Iterator[Gutter]:
    """All strips between text that stands side by side, in the order in which they end."""
    active: list[Gutter] = []
    above: PageLine | None = None
    for at, line in enumerate(lines):
        if above and not _is_next(above, line):
            yield from map(_without_last_run_over, active)
            active = []
        kept: list[Gutter] = []
        for gutter in active:
            if not _goes_on(gutter, line, at):
                yield _without_last_run_over(gutter)
            elif not any(gutter.is_within(other) for other in kept):
                gutter.last = at
                kept.append(gutter)
        for first, (low, high) in _starting(above, line, at):
            if not any(own.shares(low, high) for own in kept):
                kept.append(_from_top(Gutter(low, high, first, at), lines))
        active, above = kept, line
    yield from map(_without_last_run_over, active)


def _without_last_run_over(gutter: Gutter) -> Gutter:
    """A gutter that ends with a clear line: below it, a line of the full width may seem divided."""
    while gutter.last in gutter.run_over:
        del gutter.run_over[gutter.last]
        gutter.last -= 1
    return gutter


def without_full_lines(gutter: Gutter, lines: list[PageLine], base: BaseDirection) -> Gutter:
    """A gutter without the first and last lines that have a mere space between words there.

    It is no wider than other spaces of its line, and the second column does not start beside it.
    """
    middle = gutter.middle
    gaps = {at: gap for at in gutter.lines if (gap := lines[at].gap_at(middle))}
    starts = Counter(round(x) for at in gutter.lines for x in _start(lines[at], gutter, base))
    usual = starts.most_common(1)[0][0] if starts else 0

    def is_full(at: int) -> bool:
        if at not in gaps:
            return False
        low, high = gaps[at]
        beside = abs((high if base == "L" else low) - usual)
        alike = sum(b - a > WORD_SPACE * (high - low) for a, b in lines[at].gaps)
        return (alike > 1 and beside > 2 * SAME_EDGE) or (
            beside > SAME_EDGE and _is_word_space(lines[at], gaps[at])
        )

    first = next((at for at in gutter.lines if not is_full(at)), gutter.last)
    last = next((at for at in reversed(gutter.lines) if not is_full(at)), gutter.first)
    if (first, last) == (gutter.first, gutter.last):
        return gutter
    kept = [edges for at in range(first, last + 1) for edges in [_edges(lines[at], gutter)]]
    low, high = max(low for low, _ in kept), min(high for _, high in kept)
    return Gutter(low, high, first, last, gutter.run_over) if low < high else gutter


def _is_word_space(line: PageLine, gap: tuple[float, float]) -> bool:
    """Whether a gap is as wide as most spaces at the left and as most at the right of it."""
    spaces = [(a, b - a) for a, b in line.spaces if (a, b) != gap]
    sides = [[w for a, w in spaces if a < gap[0]], [w for a, w in spaces if a > gap[0]]]
    return all(
        len(side) >= LEAST_SPACES and abs(median(side) - (gap[1] - gap[0])) < SAME_SPACE
        for side in sides
    )


def _start(line: PageLine, gutter: Gutter, base: BaseDirection) -> Iterator[float]:
    """Where the text of a line in the second column starts, if there is any."""
    low, high = _edges(line, gutter)
    place = high if base == "L" else low
    if abs(place) < float("inf"):
        yield place


def _edges(line: PageLine, gutter: Gutter) -> tuple[float, float]:
    """Where the text beside a gutter ends, and where it starts again."""
    middle = gutter.middle
    gap = line.gap_at(middle)
    if gap:
        return gap
    if line.x0 > middle:
        return float("-inf"), line.x0
    return (line.x1, float("inf")) if line.x1 < middle else (float("-inf"), float("inf"))


def _starting(
    above: PageLine | None, line: PageLine, at: int
) -> Iterator[tuple[int, tuple[float, float]]]:
    """Gaps where a gutter may start: within a line, or between two that stand side by side."""
    yield from ((at, gap) for gap in line.gaps)
    if above and line.y - above.y < BESIDE * line.size:
        left, right = sorted((above, line), key=lambda one: one.x0)
        if right.x0 - left.x1 >= line.least_gutter:
            yield at - 1, (left.x1, right.x0)


def _from_top(gutter: Gutter, lines: list[PageLine]) -> Gutter:
    """A gutter from the lines above that have text on one side of it only."""
    while gutter.first and _is_next(lines[gutter.first - 1], lines[gutter.first]):
        above = lines[gutter.first - 1]
        is_beyond = above.x0 < gutter.low and above.x1 > gutter.high
        if is_beyond or not _goes_on(gutter, above, gutter.first):
            break
        gutter.first -= 1
    return gutter


def _is_next(line: PageLine, below: PageLine) -> bool:
    return below.y - line.y <= NEXT_LINE * below.size


def _goes_on(gutter: Gutter, line: PageLine, at: int) -> bool:
    """Whether a line leaves the strip clear, in part at least; it is as narrow as that part."""
    clear = [(-1.0, line.x0), *line.gaps, (line.x1, float("inf"))]
    parts = [(max(gutter.low, a), min(gutter.high, b)) for a, b in clear]
    low, high = max(parts, key=lambda part: part[1] - part[0])
    if high - low >= line.least_gutter:
        gutter.low, gutter.high = low, high
        return True
    place = _run_over(gutter, line) if at - gutter.first >= LEAST_ABOVE else None
    if place is None:
        return False
    gutter.run_over[at] = place
    return True


def _run_over(gutter: Gutter, line: PageLine) -> float | None:
    """Where to divide a line of which a word of the first column reaches into the gutter."""
    room = LEAST_GAP * line.size
    if line.x0 < gutter.low and line.x1 < gutter.high - room:
        return gutter.high
    end = line.end_before(gutter.high)
    if end is not None and gutter.low < end <= gutter.high - room:
        return (end + gutter.high) / 2
    return None


def most_at_one_place(places: Iterable[float]) -> int:
    """How many places are nearer than `SAME_EDGE` to one of them, at most.

    >>> most_at_one_place([72.0, 72.6, 90.0, 71.5, 73.5])
    3
    """
    ordered = sorted(places)
    near = (
        bisect_left(ordered, place + SAME_EDGE) - bisect_right(ordered, place - SAME_EDGE)
        for place in ordered
    )
    return max(near, default=0)


# --- text beside a gutter -------------------------------------------------------------------------


def divided_at(
    gutter: Gutter, lines: list[PageLine]
) -> tuple[list[tuple[Row, int]], list[tuple[Row, int]]]:
    """The parts of lines at the left and right of a gutter, each with the index of its line."""
    left: list[tuple[Row, int]] = []
    right: list[tuple[Row, int]] = []
    for at in gutter.lines:
        place = gutter.run_over.get(at, gutter.middle)
        for row in lines[at].segments:
            for part, is_left in parts_at(row, place):
                (left if is_left else right).append((part, at))
    return left, right


def parts_at(row: Row, place: float) -> Iterator[tuple[Row, bool]]:
    """The parts of a row on both sides of a place, and whether each is at the left."""
    if row.x1 <= place or row.x0 >= place:
        yield row, row.x1 <= place
        return
    at = row.count_before(place)
    if at:
        yield row.segment(0, at), True
    if at < row.count:
        yield row.segment(at, row.count), False


def is_full(row: Row, below: Row, edges: tuple[float, float], base: BaseDirection) -> bool:
    """Whether a row fills its column, or the first word of the next row has no room beside it."""
    x0, x1 = edges
    if row.x1 - row.x0 > FULL * (x1 - x0):
        return True
    room = x1 - row.x1 if base == "L" else row.x0 - x0
    return _first_word_width(below, base) > room


def _first_word_width(row: Row, base: BaseDirection) -> float:
    pairs = [*zip(row.lefts, row.rights, strict=True)]
    if base == "R":
        pairs = [(-right, -left) for left, right in reversed(pairs)]
    for (_, end), (start, _) in pairwise(pairs):
        if start - end > WORD_GAP * row.size:
            return end - pairs[0][0]
    return row.x1 - row.x0
