"""Tables drawn in a text, each of their rows written on a line of its own, between bars."""

from __future__ import annotations

from typing import NamedTuple

from unreport.readers.text_tables.cells import Cells, bordered
from unreport.readers.text_tables.columns import has_gap, spaced_table
from unreport.readers.text_tables.grids import (
    barred_end,
    barred_rows,
    grid_end,
    grid_rows,
    open_end,
    open_rows,
)
from unreport.readers.text_tables.rules import ruled_table

MOST_TRIES = 8  # rows of which none opens a table, close below one another
MOST_OTHERS = 2  # rows between them
SIGNS = ("|", "---", "===", "  ")  # of a drawn table; a bar is found fastest


class TextWithTables(NamedTuple):
    """A text with its tables between bars, and the numbers of the rows of tables not certain."""

    text: str
    uncertain: tuple[range, ...] = ()


class _Table(NamedTuple):
    begin: int
    end: int
    rows: list[str]
    certain: bool = True


def with_plain_tables(text: str) -> TextWithTables:
    r"""The text with each row of a drawn table on one line, between bars, and without its rules.

    >>> print(with_plain_tables("Port   Ships\n------ -----\nHarwin    12\nQuay       3\n").text)
    | Port | Ships |
    | Harwin | 12 |
    | Quay | 3 |
    <BLANKLINE>
    """
    if not any(sign in text for sign in SIGNS):
        return TextWithTables(text)
    rows = text.split("\n")
    out: list[str] = []
    uncertain: list[range] = []
    at = done = tries = others = 0  # rows before `done` stand in `out`
    while at < len(rows):
        opens = _may_open(rows[at])
        others = 0 if opens else others + 1
        tries = 0 if others > MOST_OTHERS else tries + opens
        table = _table_at(rows, at) if opens and tries <= MOST_TRIES else None
        if table is None or table.begin < done:
            at += 1
            continue
        out += rows[done : table.begin]
        if not table.certain:
            uncertain.append(range(len(out), len(out) + len(table.rows)))
        out += table.rows
        at = done = table.end
        tries = 0
    return TextWithTables("\n".join([*out, *rows[done:]]), tuple(uncertain))


def _may_open(row: str) -> bool:
    """Whether a row may be one of a table that is drawn: by bars, by dashes, or by spaces."""
    return "|" in row or "---" in row or "===" in row or has_gap(row)


def _table_at(rows: list[str], at: int) -> _Table | None:
    """The table of which a row is one."""
    sign = rows[at].lstrip()[0]
    if sign == "+":
        end = grid_end(rows, at)
        return _Table(at, end, grid_rows(rows[at:end])) if end else None
    if sign == "|":
        end = barred_end(rows, at)
        if end is None:
            return None
        cells, certain = barred_rows(rows[at:end])
        return _table(at, end, cells, certain=certain)
    if sign in "-=" and (ruled := ruled_table(rows, at)):
        return _Table(*ruled)
    if end := open_end(rows, at):
        return _Table(at, end, open_rows(rows[at:end]))
    spaced = spaced_table(rows, at) if has_gap(rows[at]) else None
    return _table(*spaced, certain=False) if spaced else None


def _table(begin: int, end: int, rows: list[Cells], *, certain: bool) -> _Table:
    """A table; where nothing tells rows from lines, all must have a first cell and another one."""
    filled = all(cells[0] and any(cells[1:]) for cells in rows[1:])
    return _Table(begin, end, [bordered(cells) for cells in rows], certain or filled)
