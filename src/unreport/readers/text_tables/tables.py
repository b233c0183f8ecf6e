"""Tables drawn in a text, each of their rows written on a line of its own, between bars."""

from __future__ import annotations

from typing import NamedTuple

from unreport.readers.text_tables.cells import bordered
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
# What draws a table, and the hyphen that goes where rows are joined
SIGNS_BETWEEN = dict.fromkeys(map(ord, "|+-=:\u00ad"))


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
    pages: list[str] = []
    uncertain: list[range] = []
    above = 0  # rows of the pages before
    for page in text.split("\f"):  # a table ends with its page
        rows, doubtful = _with_tables(page.split("\n"))
        pages.append("\n".join(rows))
        uncertain += [range(above + at.start, above + at.stop) for at in doubtful]
        above += len(rows) - 1
    return TextWithTables("\f".join(pages), tuple(uncertain))


def _with_tables(rows: list[str]) -> tuple[list[str], list[range]]:
    """The rows of a page, those of its tables between bars; and which of them are not certain."""
    out: list[str] = []
    uncertain: list[range] = []
    at = done = tries = others = 0  # rows before `done` stand in `out`
    while at < len(rows):
        opens = _may_open(rows[at])
        others = 0 if opens else others + 1
        tries = 0 if others > MOST_OTHERS else tries + opens
        table = _table_at(rows, at) if opens and tries <= MOST_TRIES else None
        if table is None or table.begin < done or not _holds_all(table, rows):
            at += 1
            continue
        out += rows[done : table.begin]
        if not table.certain:
            uncertain.append(range(len(out), len(out) + len(table.rows)))
        out += table.rows
        at = done = table.end
        tries = 0
    return [*out, *rows[done:]], uncertain


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
        return _Table(at, end, [bordered(row) for row in cells], certain)
    if sign in "-=" and (ruled := ruled_table(rows, at)):
        return _Table(*ruled)
    if end := open_end(rows, at):
        return _Table(at, end, open_rows(rows[at:end]))
    spaced = spaced_table(rows, at) if has_gap(rows[at]) else None
    if spaced is None:
        return None
    return _Table(spaced.begin, spaced.end, list(map(bordered, spaced.rows)), spaced.certain)


def _holds_all(table: _Table, rows: list[str]) -> bool:
    """Whether the cells of a table hold the letters of its rows, none more and none less."""
    return _letters(rows[table.begin : table.end]) == _letters(table.rows)


def _letters(rows: list[str]) -> list[str]:
    return sorted("".join(" ".join(rows).translate(SIGNS_BETWEEN).split()))
