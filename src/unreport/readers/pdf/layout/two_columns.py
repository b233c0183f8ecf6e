"""Text in two columns: find the gutter, and tell such text from a table.

A whole page may stand in columns, or a section of it between lines of the full width.  Word sets
such a section from the top of both columns on, and makes them equally wide and high: in several
lines in succession the text has a gap in the middle, and fills the columns on both sides of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.layout.page_layout import LabelledRow, PageLayout, join_baselines

FEW = 3  # glyph clusters; a shorter row tells nothing about columns
LEAST_ROWS = 8  # of a column
SPANNING_ROWS = 0.15  # share of the rows that may span both columns
FULL_WIDTH = 0.7  # of a column's width
TOLERANCE = 4.0  # points
NEXT_PARAGRAPH = 1.12  # times the leading
SAME_HEIGHT = 1.5  # points
ALIGNED = 0.6  # share of the paragraph tops
LEAST_LINES = 4  # with text in both columns
HALF_GUTTER = 3.5  # points, at least, on both sides of the middle
FULL = 0.85  # of a column's width
MOST_FULL = 0.6  # share of the lines of a column that fill it
RUNNING = 0.85  # share of the lines without a wide gap
WIDEST_SPACE = 1.5  # em between two words
WIDEST_JUSTIFIED = 2.2  # em, where both columns are justified
JUSTIFIED = 0.7  # share of the lines that reach the gutter from both sides
SAME_EDGE = 1.0  # points
SAME_SIZE = 0.3  # points
LETTERS = (
    0.5  # share of the clusters of a section; Chinese has a sign for each word of five letters
)
LONGEST_MARKER = 4  # clusters: `12.`, `(a)`
MARKER_ENDS = frozenset(".)-、）．")
NEXT_LINE = 1.8  # times the size of type
SAME_LEADING = 1.25  # times the leading of a section
BESIDE = 0.7  # em, between the baselines of two lines that stand beside one another
LEAST_GAP = 0.15  # em before the second column, where a word runs over
LEAST_CROSSING = 3  # lines of the full width on the page


def find_gutter(segments: list[Row]) -> float | None:
    """The middle of the gutter between two columns of text; None where there is none."""
    rows = [row for row in segments if row.count > FEW]
    if len(rows) < 2 * LEAST_ROWS:
        return None
    x0, x1 = min(row.x0 for row in rows), max(row.x1 for row in rows)
    middle = (x0 + x1) / 2
    for x in (middle, middle - 8, middle + 8, middle - 16, middle + 16):
        left = [row for row in rows if row.x1 <= x + TOLERANCE]
        right = [row for row in rows if row.x0 >= x - TOLERANCE]
        spanning = len(rows) - len(left) - len(right)
        full_width = FULL_WIDTH * (middle - x0)
        if (
            min(len(left), len(right)) >= LEAST_ROWS
            and spanning <= SPANNING_ROWS * len(rows)
            and sum(row.x1 - row.x0 > full_width for row in left) > 0.5 * len(left)
            and sum(row.x1 - row.x0 > full_width for row in right) > 0.5 * len(right)
        ):
            return None if _are_aligned(left, right) else x
    return None


def _are_aligned(left: list[Row], right: list[Row]) -> bool:
    """Whether most paragraphs of both columns begin at one height, as a table's cells do."""
    left_tops, right_tops = _paragraph_tops(left), _paragraph_tops(right)
    fewer, more = sorted((left_tops, right_tops), key=len)
    matched = sum(any(abs(a - b) < SAME_HEIGHT for b in more) for a in fewer)
    return bool(fewer) and matched >= ALIGNED * len(fewer)


def _paragraph_tops(column: list[Row]) -> list[float]:
    """The baselines where the paragraphs of a column begin, without the first."""
    heights = sorted(row.y for row in column)
    steps = [b - a for a, b in pairwise(heights)]
    usual = sorted(steps)[len(steps) // 2]
    return [b for a, b in pairwise(heights) if b - a > NEXT_PARAGRAPH * usual]


def columns_in_order(
    segments: list[Row], gutter: float, base: BaseDirection
) -> list[tuple[int, list[Row]]]:
    """The rows of each column in reading order, numbered 1 and 2; rows that span both, 0."""
    out: list[tuple[int, list[Row]]] = []
    left: list[Row] = []
    right: list[Row] = []

    def finished() -> list[tuple[int, list[Row]]]:
        first, second = (left, right) if base == "L" else (right, left)
        return [(1, first), (2, second)]

    for row in sorted(segments, key=lambda row: row.y):
        if row.x1 <= gutter + TOLERANCE:
            left.append(row)
        elif row.x0 >= gutter - TOLERANCE:
            right.append(row)
        else:
            out += [*finished(), (0, [row])]
            left, right = [], []
    return [(column, rows) for column, rows in (*out, *finished()) if rows]


# --- sections of a page ---------------------------------------------------------------------------


class _Line(NamedTuple):
    row: Row
    gap: tuple[float, float] | None  # in the middle of the page's text; None if text crosses it
    sides: tuple[bool, bool]  # whether there is text to the left and to the right of the middle
    drop: float = 0.0  # from its first baseline to that on the other side
    runs_over: bool = False  # a word without a break reaches into the gutter: an address


def column_sections(layout: PageLayout, below: float) -> list[list[LabelledRow]]:
    """Take the sections in two columns under the height `below` from the open segments."""
    rows = [row for row in join_baselines(layout.segments) if row.y > below]
    out: list[list[LabelledRow]] = []
    for section, gutter in _sections_with_gutter(rows, layout.segments):
        if _has_rules(layout, section):
            continue
        top, bottom = section[0].row.y, section[-1].row.y + section[-1].drop
        layout.segments = [row for row in layout.segments if not top - 1 < row.y < bottom + 1]
        out.append(_in_order(layout, section, gutter))
    return out


def _sections_with_gutter(rows: list[Row], segments: list[Row]) -> list[tuple[list[_Line], float]]:
    """The sections in two columns, with the middles of their gutters.

    The lines of both columns have the same baselines, or else they are set without regard to them,
    unless the whole page stands in columns.
    """
    best: list[tuple[list[_Line], float]] = []
    for middle in _middles(rows):
        lines = [_line(row, middle) for row in rows]
        found = _with_gutter(lines)
        if not found and (beside := _beside(lines, middle)) and find_gutter(segments) is None:
            found = _with_gutter(beside)
        best = max(best, found, key=lambda found: sum(len(section) for section, _ in found))
    return best


def _with_gutter(lines: list[_Line]) -> list[tuple[list[_Line], float]]:
    gutters = [(section, _gutter(section)) for section in _sections(lines)]
    return [(section, gutter) for section, gutter in gutters if gutter is not None]


def _beside(lines: list[_Line], middle: float) -> list[_Line]:
    """The lines, of which two that stand on one side each and overlap in height are one."""
    one_sided = [line.sides for line in lines if not all(line.sides)]
    if min(one_sided.count((True, False)), one_sided.count((False, True))) < LEAST_LINES:
        return []
    out: list[_Line] = []
    for line in lines:
        last = out[-1] if out else None
        are_two = last is not None and {last.sides, line.sides} == {(True, False), (False, True)}
        if last and are_two and line.row.y - last.row.y < BESIDE * line.row.size:
            left, right = (last, line) if last.sides[0] else (line, last)
            row = Row(
                [*left.row.clusters, *right.row.clusters],
                last.row.y,
                last.row.size,
                last.row.page,
                [*left.row.spaces, *right.row.spaces],
            )
            out[-1] = _line(row, middle)._replace(drop=line.row.y - last.row.y)
        else:
            out.append(line)
    return out


def _middles(rows: list[Row]) -> list[float]:
    """The middle of the lines of the full width, and that of the text if they are ragged."""
    if not rows:
        return []
    width = max(row.x1 - row.x0 for row in rows)
    wide = [row for row in rows if row.x1 - row.x0 > FULL * width]
    if len(wide) < LEAST_CROSSING:
        return []
    middles = sorted((row.x0 + row.x1) / 2 for row in wide)
    middle = middles[len(middles) // 2]
    of_text = (min(row.x0 for row in wide) + max(row.x1 for row in wide)) / 2
    return [middle] if abs(middle - of_text) < HALF_GUTTER / 2 else [middle, of_text]


def _line(row: Row, middle: float) -> _Line:
    before, after = row.edges_beside(middle)
    left, right = max(before, default=None), min(after, default=None)
    low, high = left if left is not None else row.x0, right if right is not None else row.x1
    one_sided = left is None or right is None
    is_clear = low < middle - HALF_GUTTER and high > middle + HALF_GUTTER
    gap = (low, high) if is_clear or one_sided else None
    return _Line(row, gap, (left is not None, right is not None))


def _sections(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Runs of lines with a gap in the middle, from the first to the last line on both sides."""
    run: list[_Line] = []
    for above, line in zip([None, *lines], lines, strict=False):
        following = line if line.gap or not run else _run_over(line, run)
        if run and following.gap and _is_next(run[-1], line):
            run.append(following)
            continue
        yield from _trimmed(run)
        run = [line] if line.gap and all(line.sides) else []
        if run and above and not above.gap and _is_next(above, line):
            before = _run_over(above, run)
            run = [before, line] if before.gap else run
    yield from _trimmed(run)


def _is_next(line: _Line, after: _Line) -> bool:
    return after.row.y - line.row.y < NEXT_LINE * after.row.size


def _run_over(line: _Line, run: list[_Line]) -> _Line:
    """A line with a gap before the second column, where a word of the first runs over."""
    start = _second_start(run)
    lefts, rights = line.row.lefts, line.row.rights
    room = LEAST_GAP * line.row.size
    if line.row.x0 < run[0].row.x1 and line.row.x1 < start - room:
        return line._replace(gap=(line.row.x1, start), sides=(True, False), runs_over=True)
    at = bisect_left(lefts, start - SAME_EDGE)
    if not 0 < at < len(lefts) or lefts[at] > start + SAME_EDGE:
        return line
    end = max(rights[max(0, at - 3) : at])
    if lefts[at] - end < room:
        return line
    return line._replace(gap=(end, lefts[at]), sides=(True, True), runs_over=True)


def _second_start(run: list[_Line]) -> float:
    """Where the second column starts in most lines."""
    starts = sorted(line.gap[1] for line in run if line.gap and all(line.sides))
    return starts[len(starts) // 2]


def _trimmed(run: list[_Line]) -> Iterator[list[_Line]]:
    both = [at for at, line in enumerate(run) if all(line.sides)]
    if len(both) >= LEAST_LINES:
        yield run[: _end(run, both[-1] + 1)]


def _end(run: list[_Line], start: int) -> int:
    """The end of the longer column, which goes on below the last line with text in both."""
    steps = sorted(b.row.y - a.row.y for a, b in pairwise(run[:start]))
    leading = SAME_LEADING * steps[len(steps) // 2]
    end = start
    while (
        end < len(run)
        and run[end].sides == run[start].sides
        and run[end].row.y - run[end - 1].row.y < leading
        and abs(run[end].row.size - run[end - 1].row.size) < SAME_SIZE
    ):
        end += 1
    return end


def _gutter(section: list[_Line]) -> float | None:
    """The middle of the gutter, if the text on both sides fills its column in most lines."""
    both = [line for line in section if all(line.sides) and line.gap and not line.runs_over]
    low, high = (
        max(line.gap[0] for line in both if line.gap),
        min(line.gap[1] for line in both if line.gap),
    )
    if high - low < 2 * HALF_GUTTER:
        return None
    start, end = min(line.row.x0 for line in both), max(line.row.x1 for line in both)
    full_left = sum(line.gap[0] - start > FULL * (low - start) for line in both if line.gap)
    full_right = sum(end - line.gap[1] > FULL * (end - high) for line in both if line.gap)
    middle = (low + high) / 2
    is_full = min(full_left, full_right) >= MOST_FULL * len(both)
    flush = sum(
        line.gap[0] > low - SAME_EDGE and line.gap[1] < high + SAME_EDGE
        for line in both
        if line.gap
    )
    is_justified = len(both) >= LEAST_ROWS and flush >= JUSTIFIED * len(both)
    widest = WIDEST_JUSTIFIED if is_justified else WIDEST_SPACE
    rows = [line.row for line in both]
    return middle if is_full and _is_running_text(rows, middle, widest) else None


def _is_running_text(rows: list[Row], gutter: float, widest: float) -> bool:
    """Whether lines have words on both sides of the gutter, and no gaps as wide as a table's.

    Spaces of text that is justified in narrow columns are wide.
    """
    clusters = [cluster for row in rows for cluster in row.clusters]
    letters = sum(cluster.text[0].isalpha() for cluster in clusters)
    running = sum(_widest_space(row, gutter) < widest * row.size for row in rows)
    return letters > LETTERS * len(clusters) and running >= RUNNING * len(rows)


def _widest_space(row: Row, gutter: float) -> float:
    """The widest gap of a line that is not the gutter, nor between a list marker and its text."""
    clusters = row.clusters
    widest, start = 0.0, 0  # where the column starts
    for at, (a, b) in enumerate(pairwise(clusters), start=1):
        if a.x1 < gutter < b.x0:
            start = at
        elif not (at - start <= LONGEST_MARKER and a.text in MARKER_ENDS):
            widest = max(widest, b.x0 - a.x1)
    return widest


def _has_rules(layout: PageLayout, section: list[_Line]) -> bool:
    """Whether ruling lines divide the lines: those of a table's rows or columns."""
    top = section[0].row.y - section[0].row.size
    bottom = section[-1].row.y + section[-1].row.size / 2
    x0, x1 = min(line.row.x0 for line in section), max(line.row.x1 for line in section)
    return any(
        rule.bottom > top and rule.top < bottom and rule.x1 > x0 and rule.x0 < x1
        for rule in layout.page.rules
        if not rule.is_horizontal or rule.x1 - rule.x0 > (x1 - x0) / 4
    )


def _in_order(layout: PageLayout, section: list[_Line], gutter: float) -> list[LabelledRow]:
    """The rows of the first column and of the second one in reading order."""
    places = [sum(line.gap) / 2 if line.gap and line.runs_over else gutter for line in section]
    lines = [*zip((line.row for line in section), places, strict=True)]
    left = [part for row, place in lines for part in _part(row, place, is_left=True)]
    right = [part for row, place in lines for part in _part(row, place, is_left=False)]
    first, second = (left, right) if layout.base == "L" else (right, left)
    out: list[LabelledRow] = []
    for column, rows in ((1, first), (2, second)):
        block = layout.new_block()
        out.extend(LabelledRow(row, "body", block=block, text_column=column) for row in rows)
    return out


def _part(row: Row, gutter: float, *, is_left: bool) -> Iterator[Row]:
    clusters: list[Cluster] = [c for c in row.clusters if (c.x0 + c.x1 < 2 * gutter) is is_left]
    if clusters:
        spaces = [space for space in row.spaces if (space < gutter) is is_left]
        yield Row(clusters, row.y, row.size, row.page, spaces)
