"""Tables of WordprocessingML (ECMA-376 part 1, 17.4): rows and cells with their grid columns."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from unreport.document import Line
from unreport.readers.word.xml_names import MC, VAL, Element, W, child, integer, val

TRANSPARENT_ELEMENTS = frozenset(
    {f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}sdt", f"{W}sdtContent", f"{W}smartTag"}
)
MAX_COLUMNS = 63  # the limit of Word
MERGE_REVISIONS = ("vMerge", "vMergeOrig")  # attributes of `w:cellMerge`: accepted, rejected
CONTENT = (f"{W}t", f"{W}sym", f"{W}drawing", f"{W}pict", f"{W}object")


class Cell(NamedTuple):
    """A cell of a row and its grid column; without an element, one that shows nothing."""

    element: Element | None
    column: int


def table_rows(table: Element, *, original: bool) -> Iterator[Element]:
    """The rows of a table that are not removed by a tracked change."""
    for row in _descend(table, f"{W}tr"):
        if child(child(row, "trPr"), "ins" if original else "del") is None:
            yield row


def row_cells(row: Element, *, original: bool) -> Iterator[Cell]:
    """The cells of a row that are not removed by a tracked change.

    A continued cell of a vertical merge shows nothing (17.4.84), unless it has text that would be
    lost.
    """
    column = _columns(val(child(row, "trPr"), "gridBefore"), 0)
    for cell in _descend(row, f"{W}tc"):
        tcpr = child(cell, "tcPr")
        if child(tcpr, "cellIns" if original else "cellDel") is not None:
            continue
        hidden = _continues_merge(tcpr, original=original) and not _has_content(cell)
        yield Cell(None if hidden else cell, column)
        column += _columns(val(tcpr, "gridSpan"), 1)


def aligned(rows: list[dict[int, list[Line]]]) -> Iterator[list[list[Line]]]:
    """The cells of each row in columns: a merged cell is followed by the columns that it covers.

    `rows` are the cells by grid column; grid columns in which no cell begins are not counted.
    """
    columns = sorted({column for row in rows for column in row})
    ragged = len(columns) > MAX_COLUMNS
    for row in rows:
        last = max(row, default=0)
        if ragged or (len(row) == 1 and not last):
            yield list(row.values())
        else:
            yield [row.get(column, []) for column in columns if column <= last]


def _columns(text: str | None, default: int) -> int:
    columns = integer(text)
    return default if columns is None else min(max(columns, default), MAX_COLUMNS)


def _continues_merge(tcpr: Element | None, *, original: bool) -> bool:
    """Whether a cell continues a vertical merge, also by a tracked change (17.13.5.3)."""
    tracked = child(tcpr, "cellMerge")
    if tracked is not None and any(tracked.get(f"{W}{name}") for name in MERGE_REVISIONS):
        return bool(tracked.get(f"{W}{MERGE_REVISIONS[original]}") == "cont")
    merge = child(tcpr, "vMerge")
    return merge is not None and merge.get(VAL, "continue") == "continue"


def _has_content(cell: Element) -> bool:
    return any(e.tag != f"{W}t" or (e.text or "").strip() for e in cell.iter(*CONTENT))


def _descend(parent: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those in content controls."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in TRANSPARENT_ELEMENTS:
            yield from _descend(element, tag)
        elif element.tag == f"{MC}AlternateContent":
            for branch in islice(element, 1):
                yield from _descend(branch, tag)
