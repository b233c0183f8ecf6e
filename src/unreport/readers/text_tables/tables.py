"""Tables drawn in a text, each of their rows written on a line of its own, between bars."""

from __future__ import annotations

from unreport.readers.text_tables.grids import (
    barred_end,
    barred_rows,
    grid_end,
    grid_rows,
    open_end,
    open_rows,
)
from unreport.readers.text_tables.rules import ruled_table

MAY_BE_DRAWN = ("+--", "+==", "-- --", "--  --", "== ==", "==  ==", "|\n", " | ")


def with_plain_tables(text: str) -> str:
    r"""The text with each row of a drawn table on one line, between bars, and without its rules.

    >>> print(with_plain_tables("Port   Ships\n------ -----\nHarwin    12\nQuay       3\n"))
    | Port | Ships |
    | Harwin | 12 |
    | Quay | 3 |
    <BLANKLINE>
    """
    if not any(sign in text for sign in MAY_BE_DRAWN):
        return text
    rows = text.split("\n")
    out: list[str] = []
    at = done = 0  # rows before `done` stand in `out`
    while at < len(rows):
        found = _table_at(rows, at) if _may_open(rows[at]) else None
        if found is None or found[0] < done:
            at += 1
            continue
        begin, end, table = found
        out += [*rows[done:begin], *table]
        at = done = end
    return "\n".join([*out, *rows[done:]])


def _may_open(row: str) -> bool:
    """Whether a row may be one of a table that is drawn: by bars, or by dashes alone."""
    return "|" in row or "--" in row or "==" in row


def _table_at(rows: list[str], at: int) -> tuple[int, int, list[str]] | None:
    """Where a table begins and ends of which a row is one, and its rows."""
    sign = rows[at].lstrip()[0]
    if sign == "+":
        end = grid_end(rows, at)
        return (at, end, grid_rows(rows[at:end])) if end else None
    if sign == "|":
        end = barred_end(rows, at)
        return (at, end, barred_rows(rows[at:end])) if end else None
    if sign in "-=":
        return ruled_table(rows, at)
    end = open_end(rows, at)
    return (at, end, open_rows(rows[at:end])) if end else None
