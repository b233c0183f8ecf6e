"""Superscripts and subscripts: the row that each is attached to."""

from __future__ import annotations

from collections.abc import Mapping

from unreport.readers.pdf.bidi.baselines.row import BASELINE_TOLERANCE, COLUMN_GAP, Row
from unreport.readers.pdf.bidi.baselines.row_index import RowIndex

SUPERSCRIPT_RISE = (0.1, 0.75)  # em above the baseline
SUBSCRIPT_RISE = (-0.4, -0.1)
LOWEST_DROP = 0.7  # em below it, of a subscript that touches the letter before it
HIGHEST_RISE = 1.0  # em above the baseline, of a superscript for which its row has a gap
MAX_LOWERED = 8  # letters of one row that are drawn lower
LOWERED_TOLERANCE = 0.2  # em that a lowered letter may be over the letters beside it, or apart
GAP_TOLERANCE = 0.1  # em between a superscript and the letters beside it
HOST_REACH = (20.0, 40.0)  # points above and below a piece in which its row is looked for
MAX_OVERHANG = 2.5  # em beyond a row's ends, where a tab separates a note mark from its text
MAX_TAB_OVERHANG = 13.0  # em before a row, where no other row is nearer
MAX_NOTE_MARK = 3  # clusters
NOTE_MARK_RISE = (0.2, 0.5)  # em, of a note mark in the size of its note
NOTE_MARK_GAP = 0.6  # em between such a mark and its note: a space
SMALLER_SIZE = 0.86  # of the adjacent font size


def merge_raised(pieces: list[Row]) -> list[Row]:
    """Insert superscripts and subscripts into the row that they are attached to."""
    pieces.sort(key=lambda row: row.y)
    rows = RowIndex(pieces)
    small = SMALLER_SIZE * max((row.size for row in pieces), default=0)
    # before any row is extended
    raised = [
        _host(piece, rows)
        if piece.size < small and _is_near_larger(piece, rows)
        else _row_of_note_mark(piece, rows)
        for piece in pieces
    ]
    lowered = [
        _row_of_lowered(piece, rows) if host is None else None
        for piece, host in zip(pieces, raised, strict=True)
    ]
    hosts = {
        id(piece): host
        for piece, own, other in zip(pieces, raised, lowered, strict=True)
        if (host := own or other) is not None
    }
    kept: list[Row] = []
    for piece, own in zip(pieces, raised, strict=True):
        if own is not None:
            piece.mark_raised(above=piece.y < own.y)
        host = _last_host(piece, hosts)
        if host is None:
            kept.append(piece)
        else:
            host.extend(piece)
    return _rejoined(kept)


def _last_host(piece: Row, hosts: Mapping[int, Row]) -> Row | None:
    """The row that a piece becomes part of: a subscript's own row may be part of another one.

    None for a piece without a host, and for one of several that are attached to one another.
    """
    seen = {id(piece)}
    row = hosts.get(id(piece))
    while row is not None and id(row) in hosts:
        if id(row) in seen:
            return None
        seen.add(id(row))
        row = hosts[id(row)]
    return row


def _is_near_larger(piece: Row, rows: RowIndex) -> bool:
    return piece.size < SMALLER_SIZE * rows.largest_size(piece.y, HOST_REACH)


def _host(piece: Row, rows: RowIndex) -> Row | None:
    """The row that a superscript or subscript is attached to; a note mark may be before a tab."""

    def is_host(row: Row, overhang: float) -> bool:
        return (
            row is not piece
            and piece.size < SMALLER_SIZE * row.size
            and _is_raised_or_lowered(row.y - piece.y, row.size)
            and piece.x0 > row.x0 - overhang * row.size
            and piece.x1 < row.x1 + MAX_OVERHANG * row.size
        )

    host = rows.nearest(piece.y, HOST_REACH, lambda row: is_host(row, MAX_OVERHANG))
    if host is not None and host.y > piece.y and not _follows_letter(piece, host):
        host = rows.nearest(piece.y, HOST_REACH, lambda row: _hangs_from(piece, row)) or host
    if host is not None and _lies_over_a_letter(piece, host):
        is_short = piece.count <= MAX_NOTE_MARK
        own = rows.nearest(piece.y, HOST_REACH, lambda row: _fills_gap(piece, row))
        return own or (host if is_short else None)
    if host is None and piece.count <= MAX_NOTE_MARK:
        return (
            rows.nearest(piece.y, HOST_REACH, lambda row: is_host(row, MAX_TAB_OVERHANG))
            or rows.nearest(piece.y, HOST_REACH, lambda row: _begins_row(piece, row))
            or rows.nearest(piece.y, HOST_REACH, lambda row: _fills_gap(piece, row))
            or rows.nearest(piece.y, HOST_REACH, lambda row: _hangs_from(piece, row))
        )
    return host


def _row_of_note_mark(piece: Row, rows: RowIndex) -> Row | None:
    """The row before which a number in its own size is raised: the mark of a note.

    `vertical-align: super` alone makes no letter smaller (CSS 2.2, 10.8.1).
    """
    if piece.count > MAX_NOTE_MARK or not "".join(piece.texts).isdecimal():
        return None

    def is_marked(row: Row) -> bool:
        low, high = (rise * row.size for rise in NOTE_MARK_RISE)
        gap = max(row.x0 - piece.x1, piece.x0 - row.x1)
        return (
            low <= row.y - piece.y <= high
            and -GAP_TOLERANCE <= gap / row.size <= NOTE_MARK_GAP
            and SMALLER_SIZE * row.size <= piece.size <= row.size
            and row.count > MAX_NOTE_MARK
        )

    return rows.nearest(piece.y, (0.0, piece.size), is_marked)


def _is_raised_or_lowered(rise: float, size: float) -> bool:
    em = rise / size
    return any(low <= em <= high for low, high in (SUPERSCRIPT_RISE, SUBSCRIPT_RISE))


def _lies_over_a_letter(piece: Row, row: Row) -> bool:
    """Whether the middle of a piece is over a letter of a row."""
    return _is_over_a_letter((piece.x0 + piece.x1) / 2, row)


def _is_over_a_letter(x: float, row: Row) -> bool:
    return any(left < x < right for left, right in zip(row.lefts, row.rights, strict=True))


def _is_close_below(row: Row, piece: Row) -> bool:
    """Whether a piece may be a superscript of a row, in a font that raises these high."""
    rise = (row.y - piece.y) / row.size
    is_small = piece.size < SMALLER_SIZE * row.size
    return is_small and SUPERSCRIPT_RISE[0] <= rise <= HIGHEST_RISE


def _begins_row(piece: Row, row: Row) -> bool:
    """Whether a figure or sign touches the first letter of a row below it: the mark of a note."""
    is_beside = abs(row.x0 - piece.x1) < GAP_TOLERANCE * row.size
    return is_beside and _is_close_below(row, piece) and not "".join(piece.texts).isalpha()


def _fills_gap(piece: Row, row: Row) -> bool:
    """Whether a row below a piece has a gap between two letters that is as wide as the piece.

    Where rows are close, a superscript may be nearer to the baseline of the row above its own.
    """
    return _is_close_below(row, piece) and _is_between((piece.x0, piece.x1), row, GAP_TOLERANCE)


def _hangs_from(piece: Row, row: Row) -> bool:
    """Whether a piece is a low subscript of a row above, nearer to the baseline of the next row."""
    drop = (piece.y - row.y) / row.size
    is_small = piece.size < SMALLER_SIZE * row.size
    return is_small and 0 < drop <= LOWEST_DROP and _follows_letter(piece, row)


def _follows_letter(piece: Row, row: Row) -> bool:
    """Whether a piece touches the end of a letter of a row, and lies over none."""
    middle = (piece.x0 + piece.x1) / 2
    end = max((right for right in row.rights if right < middle), default=None)
    touches = end is not None and abs(piece.x0 - end) < GAP_TOLERANCE * row.size
    return touches and not _is_over_a_letter(middle, row)


def _is_between(edges: tuple[float, float], row: Row, tolerance: float) -> bool:
    """Whether a piece is between two letters of a row, within so many em of each, and over none."""
    room = tolerance * row.size
    x0, x1 = edges
    middle = (x0 + x1) / 2
    left = max((right for right in row.rights if right < middle), default=None)
    right = min((left for left in row.lefts if left > middle), default=x1)
    touches = left is not None and abs(x0 - left) < room and abs(right - x1) < room
    return touches and not _is_over_a_letter(middle, row)


def _row_of_lowered(piece: Row, rows: RowIndex) -> Row | None:
    """The row whose gaps are filled by letters of full size that are drawn a little lower.

    The name of TeX has a lower E; several in a row are one piece below it.
    """
    if piece.count > MAX_LOWERED:
        return None
    letters = [*zip(piece.lefts, piece.rights, strict=True)]

    def has_gaps(row: Row) -> bool:
        drop = (piece.y - row.y) / row.size
        return (
            -SUBSCRIPT_RISE[1] <= drop <= -SUBSCRIPT_RISE[0]
            and row.x0 < piece.x0
            and piece.x1 < row.x1
            and all(_is_between(letter, row, LOWERED_TOLERANCE) for letter in letters)
        )

    return rows.nearest(piece.y, (piece.size, 0.0), has_gaps)


def _is_continued(before: Row, row: Row) -> bool:
    """Whether a row goes on at the right of another, on its baseline."""
    same_baseline = abs(before.y - row.y) < BASELINE_TOLERANCE * row.size
    return same_baseline and -row.size < row.x0 - before.x1 <= COLUMN_GAP * row.size


def _rejoined(pieces: list[Row]) -> list[Row]:
    """Rows of one baseline as one, where a superscript has filled the gap between them."""
    out: list[Row] = []
    for row in sorted(pieces, key=lambda row: (row.y, row.x0)):
        row.sort()
        before = out[-1] if out else None
        if before is not None and _is_continued(before, row):
            before.extend(row)
            before.measure()
        else:
            out.append(row)
    return out
