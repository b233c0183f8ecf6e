"""Table cells: rows split at the column edges, and grouped into table rows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import add
from statistics import median
from typing import NamedTuple

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.tables.cell_alignment import (
    alignment_of,
    crosses,
    parts_by_alignment,
)
from unreport.readers.pdf.layout.tables.cell_blocks import RowBand, centred_rows
from unreport.readers.pdf.layout.tables.cell_leading import (
    ColumnSegment,
    is_amount,
    rows_set_close,
    widest_leading,
)
from unreport.readers.pdf.layout.tables.cell_paragraphs import row_of_periods, widest_step_in_cells
from unreport.readers.pdf.layout.tables.row_dividers import (
    RowDivider,
    divided_rows,
)

GAP = 0.55  # em between two glyph clusters, at a column edge
SAME_HEIGHT = 0.34  # em
NEXT_ROW = 1.32  # em; a wider step ends a table row
LARGER = 1.0  # points by which body text exceeds the text of a table
SHORT = 0.75  # of a column's width; text that did not have to wrap
ITEM = re.compile(r"(?:\d{1,3}|[A-Z])\.(?!\d)")
NUMERIC = re.compile(r"[\d٠-٩][\d٠-٩.,%()\[\]$€/−–—-]*|[($€−–—-]+[\d٠-٩.,%)]*|…|\.{2,3}")
YEAR = re.compile(r"\(?(?:19|20)\d\d(?:[/–-]\d{2,4})?\)?$")  # or a period: (2024/25)
LEAST_NUMBERS = 2  # below the labels of a head


@dataclass(frozen=True, slots=True)
class CellFragment:
    """A segment of a row in a table, with its table row and column."""

    row: Row
    table_row: int
    column: int
    doubt: str = ""  # why its table row is not certain, in words


class SplitSegments(NamedTuple):
    """Segments split at the edges of a table: every glyph cluster is in one of the two lists."""

    fragments: list[CellFragment]
    rest: list[Row]


@dataclass(slots=True)
class _TableRow:
    """A table row while text lines are added to it."""

    last: list[ColumnSegment]
    has_label: bool  # whether its first line has text in the first column
    numeric_columns: set[int] = field(default_factory=set)  # that hold a number


class _Paragraphs:
    """The last line of each column, which the next one at the leading continues in its row."""

    def __init__(self, widest: float) -> None:
        self._widest = widest
        self._last: dict[int, tuple[float, int]] = {}

    def begun(self, segments: list[ColumnSegment]) -> list[ColumnSegment]:
        """The segments that continue no line above them."""
        return [own for own in segments if self._row_above(own) is None]

    def read(self, segments: list[ColumnSegment], number: int) -> list[int]:
        """The row of each segment, where a row of a number stands open."""
        above = [self._row_above(own) for own in segments]
        out = [number if own is None else own for own in above]
        for (row, column), own in zip(segments, out, strict=True):
            self._last[column] = row.y, own
        return out

    def _row_above(self, segment: ColumnSegment) -> int | None:
        row, column = segment
        y, number = self._last.get(column, (-self._widest, 0))
        is_below = 0 < row.y - y < self._widest
        is_number = is_amount(row) and not YEAR.match("".join(row.texts))
        return number if is_below and not is_number else None


def split_at_columns(
    rows: list[Row],
    column_edges: list[float],
    dividers: Sequence[RowDivider] = (),
    above: Sequence[ColumnSegment] = (),
) -> SplitSegments:
    """Split the rows in a table's area at its column edges, and group them into table rows.

    `above` are cells of a table above with the same columns.
    """

    def known(lines: list[list[ColumnSegment]]) -> _TableRows:
        own = _known_rows(lines, dividers)
        row = {} if own.divided else row_of_periods(lines, len(column_edges) + 1)
        return _TableRows(row) if row else own

    return _split(rows, column_edges, known, above)


def split_open_table(
    rows: list[Row], column_edges: list[float], dividers: Sequence[RowDivider]
) -> SplitSegments:
    """Split the rows of a table without ruling lines, whose cells may be centred."""
    right_to_left = sum(row.has_right_to_left for row in rows) > len(rows) / 2
    label = len(column_edges) if right_to_left else 0

    def known(lines: list[list[ColumnSegment]]) -> _TableRows:
        return _known_rows(lines, dividers, label)

    return _split(rows, column_edges, known)


@dataclass(frozen=True, slots=True)
class _TableRows:
    """What is known of the rows of a table before its lines are read one by one."""

    divided: dict[int, list[int]]  # the rows of the segments of the lines that dividers part
    bands: dict[int, RowBand] = field(default_factory=dict)  # by the index of their first line
    label: int | None = None  # the first column in the direction of reading
    widest_in_cells: float = 0.0  # the step between two lines of a paragraph, where it tells them

    @property
    def count(self) -> int:
        """How many rows dividers part."""
        return 1 + max((rank for ranks in self.divided.values() for rank in ranks), default=-1)


def _known_rows(
    lines: list[list[ColumnSegment]], dividers: Sequence[RowDivider], label: int | None = None
) -> _TableRows:
    """The rows that dividers or steps tell, else those whose cells are centred."""
    divided = divided_rows(lines, dividers) or rows_set_close(lines)
    bands = [] if divided else centred_rows(lines)
    widest = 0.0 if divided or bands else widest_step_in_cells(lines)
    return _TableRows(divided, {band.first: band for band in bands}, label, widest)


def _split(
    rows: list[Row],
    column_edges: list[float],
    known_rows: Callable[[list[list[ColumnSegment]]], _TableRows],
    above: Sequence[ColumnSegment] = (),
) -> SplitSegments:
    inside, rest = _trimmed(sorted(rows, key=lambda row: (row.y, row.x0)), column_edges)
    if not inside:
        return SplitSegments([], rest)
    bounds = [min(r.x0 for r in inside), *column_edges, max(r.x1 for r in inside)]
    out: list[CellFragment] = []
    number, table_row = 0, None
    divided = _cells(inside, column_edges, above)
    widest, known = widest_leading(divided), known_rows(divided)
    known_count, paragraphs = known.count, _Paragraphs(known.widest_in_cells)
    band = RowBand(0, is_row=False)
    first: int | None = None  # of the rows between dividers
    for at, segments in enumerate(divided):
        if ranks := known.divided.get(at):
            first = number + bool(out) if first is None else first
            pairs = zip(segments, ranks, strict=True)
            out.extend(CellFragment(row, first + rank, column) for (row, column), rank in pairs)
            number, table_row = first + known_count, None
            continue
        band = known.bands.get(at, band)
        begun = paragraphs.begun(segments)
        is_start = at in known.bands or (
            not band.is_row
            and table_row is not None
            and bool(begun)
            and _starts_row(begun, table_row, (bounds, widest, known.label))
        )
        if table_row is not None and is_start:
            number, table_row = number + 1, None
        table_row = table_row or _TableRow(begun, _has_label(begun, known.label))
        table_row.last = segments
        table_row.numeric_columns |= _numeric_columns(segments)
        pairs = zip(segments, paragraphs.read(segments, number), strict=True)
        out.extend(CellFragment(row, own, column, band.doubt) for (row, column), own in pairs)
    return SplitSegments(out, rest)


def _cells(
    rows: list[Row], column_edges: list[float], above: Sequence[ColumnSegment]
) -> list[list[ColumnSegment]]:
    """The cells of each text line, also of those that no wide gap parts."""
    lines = [
        [segment for row in text_line for segment in split_row(row, column_edges)]
        for text_line in text_lines(rows)
    ]
    if not any(crosses(row, column_edges) for line in lines for row, _ in line):
        return lines
    right_to_left = sum(row.has_right_to_left for row in rows) > len(rows) / 2
    alignment = alignment_of([*lines, above], column_edges, right_to_left=right_to_left)

    def divided(segment: ColumnSegment) -> list[ColumnSegment]:
        row, _ = segment
        parts = parts_by_alignment(row, alignment) if crosses(row, column_edges) else []
        cells = ((row.segment(start, end), column) for start, end, column in parts)
        return [
            (cell, column_of(cell, column_edges) if column is None else column)
            for cell, column in cells
        ] or [segment]

    return [[cell for segment in line for cell in divided(segment)] for line in lines]


# --- table rows -----------------------------------------------------------------------------------


def text_lines(rows: list[Row]) -> list[list[Row]]:
    """The segments of each text line, from the top."""
    out: list[list[Row]] = []
    for row in rows:
        if out and row.y - out[-1][0].y < SAME_HEIGHT * row.size:
            out[-1].append(row)
        else:
            out.append([row])
    return out


def _starts_row(
    segments: list[ColumnSegment],
    table_row: _TableRow,
    table: tuple[list[float], float, int | None],
) -> bool:
    bounds, widest, label = table
    return _starts_table_row(segments, table_row, bounds, widest) or _has_next_label(
        segments, table_row, label
    )


def _starts_table_row(
    segments: list[ColumnSegment], table_row: _TableRow, bounds: list[float], widest: float
) -> bool:
    """Whether segments start a table row, and do not continue the cells above them.

    They do after a wide step; where table rows are as close as text lines, a second number in a
    column starts one, or cells above that had room for more text.
    """
    first = segments[0][0]
    if first.y - max(row.y for row, _ in table_row.last) > max(NEXT_ROW * first.size, widest):
        return True
    if first.text_at(0).islower():
        return False
    if not segments[0][1] and ITEM.match(_text_without_calls(first)):
        return True
    filled = {column for _, column in segments}
    same_columns = len(filled) > 1 and filled == {column for _, column in table_row.last}
    return bool(_numeric_columns(segments) & table_row.numeric_columns) or (
        same_columns
        and (_has_room(table_row.last, bounds) or _follows_head(segments, table_row.last))
    )


def _follows_head(segments: list[ColumnSegment], above: list[ColumnSegment]) -> bool:
    """Whether several numbers stand below words, beside a label; years may be of the words."""
    numbers = _numeric_columns(segments)
    return (
        LEAST_NUMBERS <= len(numbers) < len(segments)
        and not _numeric_columns(above)
        and not any(YEAR.match("".join(row.texts)) for row, at in segments if at in numbers)
    )


def _has_label(segments: list[ColumnSegment], label: int | None) -> bool:
    return any(column == label for _, column in segments)


def _has_next_label(segments: list[ColumnSegment], table_row: _TableRow, label: int | None) -> bool:
    """Whether a label follows below a line that has none, in a row whose label is at its top."""
    return (
        table_row.has_label
        and len(segments) > 1
        and _has_label(segments, label)
        and not _has_label(table_row.last, label)
    )


def _numeric_columns(segments: list[ColumnSegment]) -> set[int]:
    return {column for row, column in segments if NUMERIC.fullmatch(_text_without_calls(row))}


def _text_without_calls(row: Row) -> str:
    """The text of a cell without footnote calls."""
    return "".join([text for text, up in zip(row.texts, row.raised, strict=True) if not up])


def _has_room(segments: list[ColumnSegment], bounds: list[float]) -> bool:
    return all(
        row.x1 - row.x0 < SHORT * (bounds[column + 1] - bounds[column]) for row, column in segments
    )


# --- columns --------------------------------------------------------------------------------------


def gap_at(row: Row, x: float) -> bool:
    """Whether a row has a gap between two clusters at a place."""
    before, after = row.edges_beside(x)
    return min(after, default=row.x1) - max(before, default=row.x0) > GAP * row.size


def column_of(row: Row, column_edges: list[float]) -> int:
    """The column in which a row begins, counted from the left."""
    middle = (row.x0 + min(row.x1, row.x0 + 2 * row.size)) / 2
    return sum(x < middle for x in column_edges)


def spans_columns(row: Row, column_edges: list[float]) -> bool:
    """Whether a row holds text of several columns, with gaps at their edges."""
    return any(row.x0 < x < row.x1 and gap_at(row, x) for x in column_edges)


def split_row(row: Row, column_edges: list[float]) -> list[ColumnSegment]:
    """The segments of a row by column, split where a column edge falls into a gap."""
    gaps = [x for x in column_edges if row.x0 < x < row.x1 and gap_at(row, x)]
    if not gaps:
        return [(row, column_of(row, column_edges))]
    middles = [*map(add, row.lefts, row.rights)]
    cuts = sorted({0, *(bisect_left(middles, 2 * x) for x in gaps), row.count})
    segments = (row.segment(start, end) for start, end in pairwise(cuts))
    return [(segment, column_of(segment, column_edges)) for segment in segments]


def _trimmed(rows: list[Row], column_edges: list[float]) -> tuple[list[Row], list[Row]]:
    """The rows of a table, and the larger text above and below it inside the same rules."""
    columned = [
        at
        for at, row in enumerate(rows)
        if column_of(row, column_edges) or spans_columns(row, column_edges)
    ]
    if not columned:
        return rows, []
    size = median(rows[at].size for at in columned) + LARGER
    above = [at + 1 for at in range(columned[0]) if rows[at].size > size]
    below = [at for at in range(columned[-1] + 1, len(rows)) if rows[at].size > size]
    start, end = max(above, default=0), min(below, default=len(rows))
    return rows[start:end], rows[:start] + rows[end:]
