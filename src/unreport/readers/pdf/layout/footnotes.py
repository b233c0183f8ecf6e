"""Footnotes of a page: where they begin, and the marker of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count, groupby, product, takewhile
from math import inf
from operator import itemgetter

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.baselines.superscripts import SMALLER_SIZE
from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.letters import MIRRORED
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.file.glyphs import Rule
from unreport.readers.pdf.layout.furniture_patterns import TYPED_RULE, is_furniture_text
from unreport.readers.pdf.layout.page_layout import (
    SMALL_TYPE,
    LabelledRow,
    PageLayout,
    PrecedingPages,
    inline_start,
    join_baselines,
    visual_text,
)
from unreport.readers.pdf.layout.running_heads import FOOT_ZONE, line_spacing

SEPARATOR_WIDTH = (0.05, 0.5)  # of the page's width
SEPARATOR_ZONE = (0.05, 0.3)  # of the height, on later pages and on the first
SAME_HEIGHT = 2.0  # points
SAME_START = 3.0  # points
WIDEST_BREAK = 14.0  # points between the pieces of one ruling line
NOTE_TYPE = 0.93  # of the size of the body text
LONGEST_MARKER = 7  # clusters that are looked at
MARKER = re.compile(r"[(\[]?(?:\d{1,3}|[٠-٩]{1,3}|[*†‡§]{1,3}|[a-zа-я])[)\]/]?")


def footnotes(layout: PageLayout, top: float | None) -> list[LabelledRow]:
    """The rows below `top`, where the footnotes begin, each with the marker that opens it."""
    if top is None:
        return []
    rows = join_baselines([row for row in layout.segments if row.y > top])
    layout.segments = [row for row in layout.segments if row.y <= top]
    split = [_split_marker(row, layout.base) for row in rows]
    raised = any(marker is not None and marker.starts_raised for marker, _ in split)
    out = []
    hanging: float | None = None  # where the text of the last note starts
    for row, (marker, rest) in zip(rows, split, strict=True):
        if TYPED_RULE.fullmatch(visual_text(row)):
            out.append(LabelledRow(row, "foot", fallback="note"))
            continue
        start = inline_start(row, layout.base)
        continues = hanging is not None and abs(start - hanging) < SAME_START
        if marker is not None and (raised or continues) and _is_number_in_text(marker):
            out.append(LabelledRow(row, "note"))
            continue
        out.append(LabelledRow(rest, "note", marker=marker))
        hanging = inline_start(rest, layout.base) if marker else hanging
    return out


def _is_number_in_text(marker: Row) -> bool:
    """Whether a marker is a number on the baseline, where others are raised: `26 August`."""
    return not marker.starts_raised and marker.texts[0].isdecimal()


def footnotes_top(layout: PageLayout) -> float | None:
    """Where the footnotes begin: below a short separator rule, or at small rows with markers."""
    if separators := _separators(layout):
        rows, calls = join_baselines(layout.segments), _highest_calls(layout)
        for top in separators:
            below = [row for row in rows if row.y > top]
            if below and _starts_footnotes(below, layout, top, calls):
                return top
    return _small_rows_at_end(layout)


def _separators(layout: PageLayout) -> list[float]:
    """The heights of the rules that footnotes may begin under, from the top of the page down."""
    page = layout.page
    low, high = SEPARATOR_WIDTH[0] * page.width, SEPARATOR_WIDTH[1] * page.width
    left, right = _edges_of_text(layout)
    drawn = [
        Rule(r.x0, r.y - 1, r.x1, r.y - 1)
        for r in layout.segments
        if TYPED_RULE.fullmatch(visual_text(r))
    ]
    found = [
        rule
        for rule in (*page.rules, *drawn)
        if rule.is_horizontal
        and low < rule.x1 - rule.x0 < high
        and rule.top > SEPARATOR_ZONE[page.number == 1] * page.height
        and min(abs(rule.x0 - left), abs(rule.x1 - right)) < 6 * layout.size
    ]
    of_tables = _table_rules(page.rules) if found else set()
    return sorted({rule.top for rule in found if rule not in of_tables})


def _table_rules(rules: Iterable[Rule]) -> set[Rule]:
    """The ruling lines that continue beside themselves, as a table's do from column to column."""
    distinct = {*rules}
    by_end: dict[tuple[float, float], list[Rule]] = {}
    for rule in distinct:
        by_end.setdefault(_cell(rule.x1, rule.top), []).append(rule)
    found: set[Rule] = set()
    for rule in distinct:
        x, y = _cell(rule.x0, rule.top)
        for near in product((x - 1, x, x + 1), (y - 1, y, y + 1)):
            found.update(
                own
                for other in by_end.get(near, ())
                if other is not rule
                and abs(other.top - rule.top) < SAME_HEIGHT
                and abs(rule.x0 - other.x1) < WIDEST_BREAK
                for own in (rule, other)
            )
    return found


def _cell(x: float, top: float) -> tuple[float, float]:
    """The cell of a grid; what goes on in a place of another cell stands in one next to its own."""
    return x // WIDEST_BREAK, top // SAME_HEIGHT


def _starts_footnotes(
    below: list[Row], layout: PageLayout, top: float, calls: dict[str, float]
) -> bool:
    """Whether rows under a rule are footnotes: they begin with a marker, or all are small."""
    below = [row for row in below if not TYPED_RULE.fullmatch(visual_text(row))]
    first = min(below, key=lambda row: row.y, default=None)
    if first is None or first.y - top > 4 * layout.size:
        return False
    marker, _ = _split_marker(first, layout.base)
    small = all(
        row.size < SMALL_TYPE * layout.size
        for row in below
        if not (is_furniture_text(visual_text(row)) and _is_low(row, layout))
    )
    if first.size < NOTE_TYPE * layout.size and not small and _text_below(below, layout):
        return False  # the note of a table, with body text after it
    if marker is None:
        return small and first.size < NOTE_TYPE * layout.size
    return small or marker.starts_raised or _is_called(marker, calls, top)


def _highest_calls(layout: PageLayout) -> dict[str, float]:
    """The baseline of the highest row in which each raised marker stands: it calls a note."""
    rows = sorted(layout.segments, key=lambda row: -row.y)
    return {number: row.y for row in rows for number in raised_numbers([row])}


def _is_called(marker: Row, calls: dict[str, float], top: float) -> bool:
    """Whether the number of a note in the size of the body text is raised in a row above `top`."""
    return calls.get("".join(marker.texts), inf) <= top


def raised_numbers(rows: Iterable[Row]) -> set[str]:
    """What is raised in some rows, each run of it as it is drawn from left to right."""
    return {
        "".join(text for _, text in run)
        for row in rows
        if any(row.raised)
        for raised, run in groupby(zip(row.raised, row.texts, strict=True), key=itemgetter(0))
        if raised
    }


def _opens_endnotes(marker: Row, preceding: PrecedingPages) -> bool:
    """Whether a marker is the first of a document's notes, all of which stand at its end."""
    number = "".join(marker.texts)
    is_first = number.isdecimal() and int(number) == 1
    return is_first and number in preceding.calls and not preceding.have_notes


def _continues_endnotes(marker: Row, preceding: PrecedingPages) -> bool:
    """Whether a marker is one of the notes of which the page before has the first."""
    text = "".join(marker.texts)
    is_called = text in preceding.calls or text.strip("()[]/") in preceding.calls
    return is_called and _number(marker) > 1 and preceding.have_notes


def _text_below(below: list[Row], layout: PageLayout) -> bool:
    """Whether rows in the size of the body text follow, and not only the page foot."""
    rows = [*below]
    while len(rows) > 1 and _is_page_foot(rows[-1], rows[-2], layout):
        rows.pop()
    return any(
        row.size >= SMALL_TYPE * layout.size and not is_furniture_text(visual_text(row))
        for row in rows
    )


def _small_rows_at_end(layout: PageLayout) -> float | None:
    """Where small rows at the end of the page begin with a marker, raised or called above."""
    rows = join_baselines(layout.segments)
    while len(rows) > 1 and _is_page_foot(rows[-1], rows[-2], layout):
        rows.pop()
    small = [*takewhile(lambda row: row.size < NOTE_TYPE * layout.size, reversed(rows))][::-1]
    split = [(row.y, marker) for row in small if (marker := _split_marker(row, layout.base)[0])]
    if split and len(small) == len(rows) and _continues_endnotes(split[0][1], layout.preceding):
        return rows[0].y - 0.5
    calls = _highest_calls(layout) if split else {}
    numbers = {
        _number(marker): "/" in marker.texts or _is_called(marker, calls, y) for y, marker in split
    }
    for y, marker in split:
        is_called = _is_called(marker, calls, y) and _are_all_called(_number(marker), numbers)
        if marker.starts_raised or is_called or _opens_endnotes(marker, layout.preceding):
            return y - 0.5
    return None


def _number(marker: Row) -> int:
    """The number that a marker gives; 0 if it is a letter or a sign."""
    digits = "".join(text for text in marker.texts if text.isdecimal())
    return int(digits) if digits else 0


def _are_all_called(number: int, numbers: dict[int, bool]) -> bool:
    """Whether the text calls a number, and those that it counts on with; it calls no items."""
    up = takewhile(numbers.__contains__, count(number + 1)) if number else ()
    down = takewhile(numbers.__contains__, count(number - 1, -1)) if number > 1 else ()
    return all(numbers[own] for own in (*up, *down) if own)


def _is_page_foot(row: Row, above: Row, layout: PageLayout) -> bool:
    """Whether a row looks like the page foot, and not like a footnote."""
    marker, _ = _split_marker(row, layout.base)
    raised = marker is not None and marker.starts_raised
    return _is_low(row, layout) and not raised and row.y - above.y > line_spacing(layout)


def _is_low(row: Row, layout: PageLayout) -> bool:
    return row.y > FOOT_ZONE * layout.page.height


def _edges_of_text(layout: PageLayout) -> tuple[float, float]:
    """The left and right edge; producers start the separator rule at either of them."""
    if not layout.segments:
        return 0.0, 0.0
    return min(row.x0 for row in layout.segments), max(row.x1 for row in layout.segments)


def _split_marker(row: Row, base: BaseDirection) -> tuple[Row | None, Row]:
    """The footnote marker that opens a row, if there is one, and the rest of the row."""
    if base == "R":
        cells = row.last_clusters(LONGEST_MARKER + 1)[::-1]
    elif not MARKER.match(row.beginning):
        return None, row
    else:
        cells = row.first_clusters(LONGEST_MARKER + 1)
    count = 0
    while count < len(cells) and cells[count].raised:
        count += 1
    if not count:
        count = _baseline_marker_length(cells, row)
    text = "".join(cell.text for cell in cells[:count])
    if not count or count >= row.count or not MARKER.fullmatch(_logical_marker(text, base)):
        return None, row
    at = row.count - count if base == "R" else count
    parts = _sub_row(row, 0, at), _sub_row(row, at, row.count)
    return parts[::-1] if base == "R" else parts


def _logical_marker(text: str, base: BaseDirection) -> str:
    """A marker in logical order for matching, whichever way its brackets are drawn."""
    core = text.strip("()[]")
    core = core[::-1] if base == "R" else core
    return f"({core})" if core != text else core


def _baseline_marker_length(cells: list[Cluster], row: Row) -> int:
    """The clusters of a marker on the baseline: small type, brackets, or a short first word."""
    count = 0
    while count < len(cells) and cells[count].size < SMALLER_SIZE * row.size:
        count += 1
    if count:
        return count
    numbers = sum(1 for _ in takewhile(lambda cell: cell.text.isdecimal(), cells))
    if numbers and cells[numbers : numbers + 1] and cells[numbers].text.isalpha():
        return numbers  # `2Resolution`: a superscript glyph of the font, not a raised one
    if cells[0].text in MIRRORED:
        ends = [at for at, cell in enumerate(cells[1:6], start=2) if cell.text in MIRRORED]
        return ends[0] if ends else 0
    for at in range(1, min(len(cells), 7)):
        left, right = sorted((cells[at - 1], cells[at]), key=lambda cell: cell.x0)
        middle = ((left.x0 + left.x1) / 2, (right.x0 + right.x1) / 2)
        drawn = any(middle[0] <= space <= middle[1] for space in row.spaces)
        if drawn or right.x0 - left.x1 > 0.15 * row.size:
            return at
    return 0


def _sub_row(row: Row, start: int, end: int) -> Row:
    part = row.part(start, end, row.spaces)
    part.is_sorted = False  # letters that lie over one another may be in the order of the stream
    part.sort()
    x0, x1 = part.x0, max(part.rights)
    part.spaces = [x for x in row.spaces if x0 <= x <= x1]
    return part
