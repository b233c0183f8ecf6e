"""Which rows are page furniture: running heads, page feet, job numbers, bar codes."""

from __future__ import annotations

from collections import defaultdict

from unreport.readers.pdf.layout.edge_forms import CAPTION, DIGITS, is_job, is_typical
from unreport.readers.pdf.layout.printed_rows import Printed

LONGEST = 120  # letters
MIDDLE = 0.5
HEAD_ZONE = 0.13  # of the page's height
FOOT_ZONE = 0.87
SAME_HEIGHT = 8.0  # points
EVERY = 0.45  # of the pages from the first to the last: a head may stand on each second page
ROW = 3.0  # points; furniture stands on one line


def settle(rows: list[Printed]) -> None:
    """Make sure of the parts `head` and `foot`: what only seemed to be furniture becomes text."""
    again = _repeated(rows)
    for at, row in enumerate(rows):
        if row.part in {"head", "foot"}:
            if not (is_typical(row.text) or at in again or _beside_typical(row, rows, at)):
                row.part = row.otherwise
        elif row.part in {"body", "note"} and row.page > 1 and at in again:
            row.part = "head" if row.y < row.height / 2 else "foot"
    for row in rows:
        if row.part in {"body", "note"} and row.y > row.height / 2 and is_job(row.text):
            row.part = "foot"


def _beside_typical(row: Printed, rows: list[Printed], at: int) -> bool:
    """On the line of a page number or a job number everything is furniture, and below it."""
    near = rows[max(0, at - 6) : at + 7]
    return any(
        other.page == row.page
        and other.part == row.part
        and other is not row
        and (abs(other.y - row.y) < ROW or (row.part == "foot" and row.y > other.y))
        and is_typical(other.text)
        for other in near
    )


def _form(row: Printed) -> str:
    """What is the same of a row on all pages: not the page number; of a note all but its mark.

    `1 See A/67/88, para. 66.` and `2 See A/67/120, para. 79.` are notes at the end of two pages,
    `Table 2` and `Table 3` captions at the head of two.
    """
    if row.opens:
        return row.text.partition(" ")[2]
    return row.text if CAPTION.match(row.text) else DIGITS.sub("#", row.text)


def _repeated(rows: list[Printed]) -> set[int]:
    """Rows near the edges that stand in the same place on other pages too."""
    places: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        share = row.y / row.height if row.height else 0.5
        if (
            row.part != "masthead"
            and (share < HEAD_ZONE or share > FOOT_ZONE)
            and len(row.text) < LONGEST
        ):
            places[_form(row), share < MIDDLE].append(at)
    out: set[int] = set()
    for found in places.values():
        for at in found:
            like = {
                rows[other].page for other in found if abs(rows[other].y - rows[at].y) < SAME_HEIGHT
            }
            if len(like) > 1 and len(like) > EVERY * (max(like) - min(like) + 1):
                out.add(at)
    return out
