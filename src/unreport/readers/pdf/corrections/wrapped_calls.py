"""Calls of footnotes that stand alone on a row, because they did not fit on the one above.

Between a full stop in Chinese and the call behind it Word, LibreOffice and TeX may break a row, so
that a small raised number is all that is left for the last row of a paragraph.  There is no larger
letter in its row which it could be raised from: it is a call because a note has the same mark.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from unreport.readers.pdf.bidi.baselines.superscripts import SMALLER_SIZE
from unreport.readers.pdf.layout.paragraphs.margins import inline_start
from unreport.readers.pdf.layout.text_lines import CALL, TextLine

BRACKETS = "()[]/"
MAX_DROP = 1.8  # em from the baseline above, to which the rise of the call is no longer added
MAX_INDENT = 3.0  # em beyond the start of the row above, which may be the hanging first one


def join_wrapped_calls(rows: list[TextLine]) -> None:
    """Put each call that is alone on a row behind the text of the row above."""
    marks = _marks_of_notes(rows)
    if not marks:
        return
    joined: set[int] = set()
    for above, row in pairwise(rows):
        if _is_wrapped_call(above, row, marks):
            start = len(above.text)
            above.text += row.text
            above.calls = (*above.calls, (start, len(above.text)))
            above.certain = above.certain and row.certain
            joined.add(id(row))
    if joined:
        rows[:] = [row for row in rows if id(row) not in joined]


def _marks_of_notes(rows: Sequence[TextLine]) -> Collection[tuple[int, str]]:
    """The page and the mark of each note."""
    return {
        (row.page, row.text.split(maxsplit=1)[0].strip(BRACKETS))
        for row in rows
        if row.region == "note" and CALL.match(row.text)
    }


def _is_wrapped_call(above: TextLine, row: TextLine, marks: Collection[tuple[int, str]]) -> bool:
    return (
        row.region == above.region == "body"
        and CALL.fullmatch(row.text) is not None
        and (row.page, row.text.strip(BRACKETS)) in marks
        and row.page == above.page
        and row.size < SMALLER_SIZE * above.size
        and 0 < row.y - above.y < MAX_DROP * above.size
        and abs(inline_start(row) - inline_start(above)) < MAX_INDENT * above.size
    )
