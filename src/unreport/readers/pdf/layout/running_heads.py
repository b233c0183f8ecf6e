"""Running heads and page feet: rows at the top and bottom of a page, set apart from the text."""

from __future__ import annotations

from collections.abc import Callable

from unreport.readers.pdf.bidi.baselines.row import Row
from unreport.readers.pdf.layout.furniture_patterns import is_furniture_text
from unreport.readers.pdf.layout.page_layout import (
    LabelledRow,
    PageLayout,
    Region,
    baselines,
    visual_text,
)

HEAD_ZONE = 0.14  # of the page's height
FOOT_ZONE = 0.84
SET_APART = 1.2  # times the leading; only a guess, which the text must confirm
SAME_HEIGHT = 2.0  # points


def heads_and_feet(
    layout: PageLayout, notes_top: float | None, tables_bottom: float = 0.0
) -> tuple[list[LabelledRow], list[LabelledRow]]:
    """Rows set apart at the top and bottom of a page; `furniture` confirms them by their text.

    `notes_top` is where the footnotes begin: the first of them is no page foot, nor a head if notes
    go on from the page before.  `tables_bottom`
    is the last baseline in a table: no row above it is a page foot.
    """
    height = layout.page.height
    lines = sorted(layout.segments, key=lambda row: row.y)
    spacing = line_spacing(layout)
    low = max(FOOT_ZONE * height, notes_top or 0.0, tables_bottom)
    feet = _set_apart(lines[::-1], lambda y: y > low, spacing, notes_top) or _outermost_furniture(
        lines[::-1], lambda y: y > FOOT_ZONE * height
    )
    heads: list[Row] = []
    if layout.page.number > 1:
        rest = [row for row in lines if not any(row is foot for foot in feet)]
        high = min(HEAD_ZONE * height, notes_top if notes_top is not None else height)
        heads = _set_apart(rest, lambda y: y < high, spacing, None) or _outermost_furniture(
            rest, lambda y: y < high
        )
    claimed = {id(row) for row in (*heads, *feet)}
    layout.segments = [row for row in layout.segments if id(row) not in claimed]
    fallback: Region = "body" if notes_top is None else "note"
    return (
        [LabelledRow(row, "head") for row in sorted(_join_unless_furniture(heads), key=_position)],
        [
            LabelledRow(row, "foot", fallback=fallback)
            for row in sorted(_join_unless_furniture(feet), key=_position)
        ],
    )


def _join_unless_furniture(rows: list[Row]) -> list[Row]:
    """Join the segments of a baseline, unless one of them is a page number or the like.

    A row set apart at an edge may be a row of text with wide spaces between its words.
    """
    out: list[Row] = []
    for row, pieces in baselines(rows):
        out.extend(
            pieces if any(is_furniture_text(visual_text(piece)) for piece in pieces) else [row]
        )
    return out


def line_spacing(layout: PageLayout) -> float:
    """The widest distance between two baselines of which neither row is set apart."""
    return SET_APART * min(layout.leading, 1.8 * layout.size)


def _position(row: Row) -> tuple[float, float]:
    return row.y, row.x0


def _set_apart(
    rows: list[Row], in_zone: Callable[[float], bool], spacing: float, notes_top: float | None
) -> list[Row]:
    """The rows from an edge of the page to the last wide gap within the zone."""
    cut = 0
    for i, row in enumerate(rows):
        if not in_zone(row.y):
            break
        after = rows[i + 1].y if i + 1 < len(rows) else None
        if notes_top is not None and (after is None or after < notes_top + SAME_HEIGHT):
            break  # the first footnote is no page foot
        if after is None or abs(after - row.y) > spacing:
            cut = i + 1
    return rows[:cut]


def _outermost_furniture(rows: list[Row], in_zone: Callable[[float], bool]) -> list[Row]:
    """The outermost line of a page, if all of it is page furniture by its form."""
    line = [row for row in rows if abs(row.y - rows[0].y) < rows[0].size / 2]
    return (
        line
        if line and in_zone(line[0].y) and all(is_furniture_text(visual_text(r)) for r in line)
        else []
    )
