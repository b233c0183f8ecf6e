"""Tables whose columns only spaces part, as w3m, html2text and pdftotext set them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from unreport.readers.text_tables.cells import (
    Cells,
    Columns,
    are_rows,
    cells_at,
    on_screen,
    rows_of_wrapped,
)
from unreport.readers.text_tables.no_tables import are_labelled, are_prose, is_set_otherwise
from unreport.text.lazy_patterns import lazy_pattern

GAP = "  "  # wider than the space between words
LEADER = lazy_pattern(r"\.{3}|(?:\.\s){3}|…{2}|_{4}|·{3}")  # before a page number
NUMBERED = lazy_pattern(r"\W{0,2}\w{1,6}[.)\]:、．–—-]+(?:\s|$)")  # I. Work; (a) To note; 1- Rest
FEWEST_ROWS = 3
FEWEST_COLUMNS = 3  # a list, a letterhead and a table of contents have two
WIDE_SHARE = 2  # one gap in so many is wider than the space between words
MOST_ROWS = 500
MOST_STARTS = 60  # of words in columns
MOST_WITHOUT_GAP = 2  # rows one below the other


class SpacedTable(NamedTuple):
    """A table with spaces between its columns: its place, its rows, and whether each is one."""

    begin: int
    end: int
    rows: list[Cells]
    certain: bool


def spaced_table(rows: Sequence[str], at: int) -> SpacedTable | None:
    """The table in which a row is the first with a gap, or None.

    Its heads may stand above without a gap, where they fill their columns.
    """
    block = rows[at : _end(rows, at)]
    if not any(map(_has_gaps, block)) or _are_contents(block):
        return None
    screens = [on_screen(row.rstrip()) for row in block]
    gaps = [has_gap(row) or _is_indented(row) for row in rows[at : at + len(screens)]]
    columns: Columns = ()
    count = 0
    while count != len(screens):  # without rows that do not fit, other columns may show
        screens, gaps = screens[: count or None], gaps[: count or None]
        shown = [screen for screen, gap in zip(screens, gaps, strict=True) if gap]
        columns = _columns(shown) if len(shown) >= FEWEST_ROWS - 1 else ()
        if len(columns) < FEWEST_COLUMNS:
            return None
        near = _near(screens, columns)
        fits = [gap or _fits(row, columns, near) for row, gap in zip(screens, gaps, strict=True)]
        count = fits.index(False) if False in fits else len(screens)
    cells = [line for line in (cells_at(screen, columns) for screen in screens) if line]
    if len(cells) < len(screens):
        return None
    lines = [*_head(rows, at, columns), *cells]
    begin = at - len(lines) + len(cells)
    table = rows_of_wrapped(lines, [(start, stop - 1) for start, stop in columns])
    if sum(all(row) for row in table) < FEWEST_ROWS - 1 or len(table) < FEWEST_ROWS:
        return None
    if are_labelled(lines) or are_prose(lines) or is_set_otherwise(rows, begin, at + count):
        return None
    return SpacedTable(begin, at + count, table, are_rows(lines, table))


def has_gap(row: str) -> bool:
    """Whether a row has a gap between two words that is wider than a space."""
    return GAP in row and GAP in row.strip()


def _are_contents(rows: Sequence[str]) -> bool:
    """Whether rows are those of a table of contents, or items: with leaders, or most numbered."""
    if any(map(LEADER.search, rows)):
        return True
    return 2 * sum(NUMBERED.match(row.lstrip()) is not None for row in rows) >= len(rows)


def _has_gaps(row: str) -> bool:
    """Whether a row has as many gaps as part the fewest columns."""
    parts = row.strip().split(GAP)
    return len(parts) >= FEWEST_COLUMNS and sum(map(bool, parts)) >= FEWEST_COLUMNS


def _end(rows: Sequence[str], at: int) -> int:
    """Behind the last row close below that may be of the table: few have no gap."""
    end, without = at, 0
    while end < min(len(rows), at + MOST_ROWS) and rows[end].strip():
        if rows[end].lstrip()[0] in "-=|+" and not any(map(str.isalnum, rows[end])):
            return at  # drawn with rules
        without = 0 if has_gap(rows[end]) or _is_indented(rows[end]) else without + 1
        if without > MOST_WITHOUT_GAP:
            break
        end += 1
    return end - min(without, MOST_WITHOUT_GAP)


def _is_indented(row: str) -> bool:
    return row[:2].isspace()


def _columns(screens: Sequence[Sequence[str]]) -> Columns:
    """Where the columns are: places that are blank in every row part them, and wide in some."""
    width = max(map(len, screens))
    filled = [False] * width
    for screen in screens:
        for place, sign in enumerate(screen):
            if not sign.isspace():
                filled[place] = True
    starts = [at for at in range(width) if filled[at] and (at == 0 or not filled[at - 1])]
    if len(starts) > MOST_STARTS:
        return ()
    words = [_words(screen) for screen in screens[1:]]
    ends = [*starts[1:], width]
    wide = [
        at
        for at, end in zip(starts, ends, strict=True)
        if at == starts[0] or _is_wide(words, at, end)
    ]
    return [*zip(wide, [*wide[1:], width], strict=True)]


def _words(screen: Sequence[str]) -> list[tuple[int, int]]:
    """Where words begin in a row, with the gap before each; the first one has a wide one."""
    words: list[tuple[int, int]] = []
    blank = len(GAP)
    for place, sign in enumerate(screen):
        if sign.isspace():
            blank += 1
            continue
        if blank:
            words.append((place, blank))
        blank = 0
    return words


def _is_wide(rows: Sequence[Sequence[tuple[int, int]]], begin: int, end: int) -> bool:
    """Whether enough of the words that are first between two places stand behind a gap."""
    firsts = (bisect_left(words, (begin, 0)) for words in rows)
    found = [words[at] for words, at in zip(rows, firsts, strict=True) if at < len(words)]
    gaps = [gap for place, gap in found if place < end]
    return sum(gap > 1 for gap in gaps) * WIDE_SHARE >= max(len(gaps), 1)


def _near(screens: Sequence[Sequence[str]], columns: Columns) -> frozenset[int]:
    """The columns that some cell reaches but for one space, as programs set them."""
    begins = [begin for begin, _ in columns[1:]]
    return frozenset(
        begin
        for begin in begins
        if any(len(screen) >= begin - 1 and screen[begin - 2].strip() for screen in screens)
    )


def _fits(screen: Sequence[str], columns: Columns, near: frozenset[int]) -> bool:
    """Whether a row without a gap has words at the beginning of several columns, none across."""
    starts = [begin for begin, _ in columns if begin < len(screen)]
    if any(begin not in near for begin, _ in columns[1:]):
        return False
    begun = [begin for begin in starts if not screen[begin].isspace()]
    whole = all(not begin or screen[begin - 1].isspace() for begin in starts)
    return whole and len(begun) > 1 and begun == starts


def _head(rows: Sequence[str], at: int, columns: Columns) -> list[Cells]:
    """The row of heads above, if it has a cell in every column."""
    if not at or not rows[at - 1].strip():
        return []
    cells = cells_at(on_screen(rows[at - 1].rstrip()), columns)
    return [cells] if cells and all(cells) else []
