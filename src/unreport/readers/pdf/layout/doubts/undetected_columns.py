"""Cells that were read as one text: gaps as wide as those between columns, in a row or in a cell.

A table of which a column was not found has the text of two cells in one: in a row above its first
one or below its last one, in a cell with two pieces side by side, or, where nothing of the table
was found, in several rows that follow one another and have a gap at one place.  The spaces of a
justified line are wide, too, but equally so; text follows a marker or leaders at any distance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TypeAlias

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.layout.page_layout import LabelledRow

Gap: TypeAlias = tuple[float, float]
"""Its left and right edge."""

REASON = "a gap as between two columns of a table, in what was read as one text"
SPACE = 0.12  # em, the narrowest one
USUAL_SPACE = 0.3  # em, where a row has no other
LEAST_GAP = 1.0  # em
LEAST_AT_TABLE = 2.0  # em, of one gap of a row beside a table
LEAST_IN_CELL = 4.0  # em, between the pieces of a cell; the words of a justified one are nearer
LEAST_OF_NUMBERS = 2.5  # em, between pieces that have digits
WIDER = 2.2  # times the widest other space
SAME_WIDTH = 0.15  # of the widest space of a justified line, by which the others differ
SAME_BASELINE = 0.45  # em
LONGEST_MARKER = 5  # clusters
LEADERS = frozenset(".…·_")
LEAST_LEADERS = 4
SPARSE = 0.65  # em for each cluster: of the rows with wide gaps, not of running text
NEXT_LINE = 2.8  # times the size of type
FARTHEST = 3  # rows above a table that may belong to its head
NARROW = 0.5  # of the width of a table: of a piece of its head or a heading of some rows
SAME_EDGE = 0.5  # em, of a piece below a table and of its cells
LEAST_AT_EDGE = 2  # cells of a column
# `Table 1`, `Annex II`, `Budget section 12`, `Component 1:`, `Note:`, with their text at a tab
LABEL = re.compile(
    r"[^\W\d_]{2,}(?:\s[^\W\d_]{1,20}){0,2}\s(?:[\d٠-٩]{1,3}|[IVXLC]{1,6}|[A-Z])[.:]?|.{1,40}:"
)
TWO = 2
LEAST_ROWS = 3  # that follow one another with a gap at one place


def doubt_undetected_columns(labelled: Sequence[LabelledRow], base: BaseDirection) -> None:
    """Note a doubt at the rows and cells of a page that have such a gap."""
    first = 0
    for table, own in groupby(labelled, key=lambda own: own.table):
        rows = [*own]
        last = first + len(rows)
        if table:
            _doubt_cells(rows, base)
            above = labelled[max(0, first - FARTHEST) : first][::-1]
            _doubt_rows_beside(rows, above, labelled[last : last + FARTHEST], base)
        first = last
    _doubt_aligned_rows(labelled, base)


def _note(own: LabelledRow) -> None:
    own.doubt = own.doubt or REASON


def _doubt_cells(table: Sequence[LabelledRow], base: BaseDirection) -> None:
    """Note a doubt at the pieces of a cell that stand side by side."""
    for _, cell in groupby(table, key=lambda own: own.cell):
        lines: list[list[LabelledRow]] = []
        for own in sorted(cell, key=lambda own: own.row.y):
            above = lines[-1][0].row if lines else None
            if above is not None and own.row.y - above.y < SAME_BASELINE * above.size:
                lines[-1].append(own)
            else:
                lines.append([own])
        for line in lines:
            pieces = sorted(line, key=lambda own: own.row.x0)
            if len(pieces) > 1 and _are_cells([own.row for own in pieces], base):
                for own in pieces:
                    _note(own)


def _are_cells(pieces: Sequence[Row], base: BaseDirection) -> bool:
    """Whether pieces of one line, from the left, are no words of a justified line, nor a label."""
    gaps = [right.x0 - left.x1 for left, right in pairwise(pieces)]
    if min(gaps) < 0 or (len(pieces) == TWO and _is_label_before(pieces, base)):
        return False
    have_digits = [any(map(str.isdecimal, piece.texts)) for piece in pieces]
    if not any(have_digits) and len(gaps) > 1 and _are_equal(gaps):
        return False
    return any(
        gap >= (LEAST_OF_NUMBERS if all(have_digits) else LEAST_IN_CELL) * pieces[0].size
        for gap in gaps
    )


def _are_equal(gaps: Sequence[float]) -> bool:
    return max(gaps) - min(gaps) < SAME_WIDTH * max(gaps) + SPACE


def _doubt_rows_beside(
    table: Sequence[LabelledRow],
    above: Sequence[LabelledRow],
    below: Sequence[LabelledRow],
    base: BaseDirection,
) -> None:
    """Note a doubt at the rows with a gap next to a table, and beyond parts of its head."""
    narrow = NARROW * (max(own.row.x1 for own in table) - min(own.row.x0 for own in table))
    for edge, others in ((table[0], above), (table[-1], below)):
        beside = edge.row
        for own in others:
            row = own.row
            is_near = abs(row.y - beside.y) <= NEXT_LINE * max(row.size, beside.size)
            if own.region != "body" or own.table or own.text_column or not is_near:
                break
            gaps = [
                gap for gap in wide_gaps(row, base) if gap[1] - gap[0] >= LEAST_AT_TABLE * row.size
            ]
            if gaps and not _follows_label(row, gaps, base):
                if others is above or _are_at_edges(gaps, row.size, table):
                    _note(own)
            elif row.x1 - row.x0 > narrow:
                break
            beside = row


def _follows_label(row: Row, gaps: Sequence[Gap], base: BaseDirection) -> bool:
    """Whether the one gap of a row is behind a label."""
    at = row.count_before(gaps[0][1])
    pieces = row.segment(0, at), row.segment(at, row.count)
    return len(gaps) == 1 and _is_label_before(pieces, base)


def _is_label_before(pieces: Sequence[Row], base: BaseDirection) -> bool:
    """Whether the first of two pieces is a label, or a name with its number, before words.

    Two such names side by side are cells: `Article 98`, `Article 105`.
    """
    label, text = (_text(piece, base) for piece in (pieces if base == "L" else pieces[::-1]))
    is_text = (text[0].isalpha() or text[0] in "(（)）") and not LABEL.fullmatch(text)
    return is_text and bool(LABEL.fullmatch(label))


def _text(row: Row, base: BaseDirection) -> str:
    """The text of a row with its spaces; in Arabic each number is reversed."""
    out: list[str] = []
    for before, cluster in pairwise([row.clusters[0], *row.clusters]):
        out += [" "] if cluster.x0 - before.x1 >= SPACE * row.size else []
        out.append(cluster.text)
    return "".join(out if base == "L" else out[::-1])


def _are_at_edges(gaps: Sequence[Gap], size: float, table: Sequence[LabelledRow]) -> bool:
    """Whether a piece at a gap begins or ends where cells of a column of the table do."""
    starts = [own.row.x0 for own in table]
    ends = [own.row.x1 for own in table]
    return any(
        sum(abs(x - place) < SAME_EDGE * size for x in places) >= LEAST_AT_EDGE
        for end, start in gaps
        for place, places in ((start, starts), (end, ends))
    )


def _doubt_aligned_rows(labelled: Sequence[LabelledRow], base: BaseDirection) -> None:
    """Note a doubt at rows that follow one another and have a gap at one place."""
    run: list[LabelledRow] = []
    gaps: Sequence[Gap] = ()
    for own in labelled:
        row = own.row
        is_sparse = own.region == "body" and not own.table and not own.text_column
        is_sparse = is_sparse and row.x1 - row.x0 > SPARSE * row.size * row.count
        wide = wide_gaps(row, base) if is_sparse else []
        follows = run and 0 < row.y - run[-1].row.y <= NEXT_LINE * row.size
        common = [*_common(gaps, wide, LEAST_GAP * row.size)] if follows else []
        if common:
            run.append(own)
            gaps = common
        else:
            _note_run(run)
            run, gaps = ([own] if wide else []), wide
    _note_run(run)


def _note_run(run: Sequence[LabelledRow]) -> None:
    if len(run) >= LEAST_ROWS:
        for own in run:
            _note(own)


def _common(gaps: Sequence[Gap], others: Sequence[Gap], least: float) -> Iterator[Gap]:
    """The parts that two lists of gaps, each from the left, have in common."""
    at = other = 0
    while at < len(gaps) and other < len(others):
        (a, b), (c, d) = gaps[at], others[other]
        low, high = max(a, c), min(b, d)
        if high - low >= least:
            yield low, high
        if b < d:
            at += 1
        else:
            other += 1


def wide_gaps(row: Row, base: BaseDirection) -> Sequence[Gap]:
    """The gaps of a row that are much wider than its other spaces, but after a marker."""
    spaces = row.gaps(SPACE * row.size)
    wide = [(a, b) for a, b in spaces if b - a >= LEAST_GAP * row.size]
    if not wide:
        return ()
    widths = sorted(b - a for a, b in spaces)
    others = widths[: len(spaces) - len(wide)]
    usual = others[-1] if others else USUAL_SPACE * row.size
    wide = [(a, b) for a, b in wide if b - a >= WIDER * usual]
    if len(wide) == len(spaces) > 2 and _are_equal(widths):  # noqa: PLR2004
        return ()
    if len(wide) == 1:
        before = row.count_before(wide[0][1])
        if (before if base == "L" else row.count - before) <= LONGEST_MARKER:
            return ()
    return () if sum(text in LEADERS for text in row.texts) >= LEAST_LEADERS else wide
