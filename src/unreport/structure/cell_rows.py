"""Tables of which a converter printed each cell on a row of its own: rows put together again.

docx2txt, LibreOffice's text filter, AbiWord and others print the cells of a table as paragraphs, an
empty one as a blank line.  The columns show where their cells are of one kind, words or numbers, or
where blank lines part the rows; where neither shows, no cell is a heading, and a doubt says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from unreport.model import Issue, Span
from unreport.structure.captions import opens_caption, title_offset
from unreport.structure.clause_ends import ends_clause_or_comma, introduces_list
from unreport.structure.markers.grammar import Grammar
from unreport.structure.passages import Passage
from unreport.text.lazy_patterns import lazy_pattern
from unreport.text.number_cells import is_number_cell

LABELLED = lazy_pattern(r"[:：]\s")  # `State party: Czech Republic`
LONGEST_CELL = 200
FEWEST_CELLS = 6
MOST_COLUMNS = 12
FEWEST_ROWS = 3
MOST_COLUMNS_OF_WORDS = 2  # parted by blank lines alone, without a caption
MOST_TITLE_LINES = 2  # above the cells
MOST_LINES_BELOW = 2  # headings below a table
FEWEST_NUMBERS = 3
NUMBER_SHARE = 5  # one cell in so many is a number
FEWEST_REPEATED = 3  # cells that stand above
REPEATED_SHARE = 5  # one cell in so many does

UNKNOWN_ROWS = (
    "These {count} short lines seem to be the cells of a table, one a line; which of them make a "
    "row is not known."
)
LIST_OR_TABLE = (
    "These {count} short lines may be a list or the cells of a table, one a line; none of them is "
    "taken for a heading."
)
MEMBER_OR_HEADING = (
    "The last of these {count} short lines may belong to the list or be the heading of what "
    "follows it."
)


class JoinedCells(NamedTuple):
    """Passages, the cells of a table put together to rows, and what is not certain of them."""

    passages: Sequence[Passage]
    doubts: tuple[Issue, ...] = ()


class Grid(NamedTuple):
    """Where the rows of a table stand among its cells."""

    begin: int
    columns: int
    end: int


def join_cells(passages: Sequence[Passage], grammar: Grammar) -> JoinedCells:
    """Put the cells of tables together that stand one a line in a text without layout."""
    runs = [run for run in _runs(passages, grammar) if run[1] - run[0] >= FEWEST_CELLS]
    if not runs:
        return JoinedCells(passages)
    out: list[Passage] = []
    doubts: list[Issue] = []
    usual = Counter(passage.above for passage in passages).most_common(1)[0][0]
    at = 0
    for begin, end in runs:
        out += passages[at:begin]
        cells = _with_empty_cells(passages, begin, end, usual)
        lead = passages[begin - 1] if begin else None
        titled = _title_lines(lead, grammar)
        listed = lead is not None and introduces_list(lead.text)
        below = passages[end] if end < len(passages) else None
        headed = _ends_in_heading(passages[begin:end], below, listed=listed)
        rows, message = _rows_of(cells, titled, listed=listed, headed=headed)
        out += rows
        if message:
            span = Span(passages[begin].start, passages[end - 1].end, None)
            text = message.format(count=end - begin)
            doubts.append(Issue(code="uncertain-table", message=text, span=span))
        at = end
    return JoinedCells((*out, *passages[at:]), tuple(doubts))


def _runs(passages: Sequence[Passage], grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Where passages that may be cells follow one another."""
    for low, high in _short_runs(passages):
        begin = low
        for at in range(low, high):
            is_title = at > 0 and _is_name_of_unit(passages[at - 1])  # of an annex
            if is_title or not _may_be_cell(passages[at], grammar):
                if at > begin:
                    yield begin, at
                begin = at + 1
        if high > begin:
            yield begin, high


def _short_runs(passages: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Where as many short passages follow one another as a table has at least."""
    begin = 0
    for at, passage in enumerate(passages):
        if len(passage.text) > LONGEST_CELL:
            if at - begin >= FEWEST_CELLS:
                yield begin, at
            begin = at + 1
    if len(passages) - begin >= FEWEST_CELLS:
        yield begin, len(passages)


def _may_be_cell(passage: Passage, grammar: Grammar) -> bool:
    """Whether a passage is a line without layout, and no sentence, item, numbered text or label."""
    if passage.table or passage.level is not None or passage.size is not None:
        return False
    if passage.bold is not None or passage.centred is not None:
        return False
    if is_number_cell(passage.text):
        return True
    return not (
        passage.markers
        or ends_clause_or_comma(passage.text)
        or LABELLED.search(passage.text)
        or opens_caption(passage.text, grammar)
    )


def _with_empty_cells(
    passages: Sequence[Passage], begin: int, end: int, usual: int
) -> list[Passage | None]:
    """The cells of a run; None for each that is empty: a blank line beyond the usual ones."""
    cells: list[Passage | None] = []
    for at in range(begin, min(end + 1, len(passages))):
        blank, rest = divmod(passages[at].above - usual, usual + 1)
        cells += [None] * (blank if at > begin and rest == 0 else 0)
        cells += [passages[at]] if at < end else []
    return cells


def _title_lines(above: Passage | None, grammar: Grammar) -> int | None:
    """How many lines of title a caption leaves to the lines below it; None if there is none."""
    title = title_offset(above.text, grammar) if above else None
    if above is None or title is None:
        return None
    return int(title >= len(above.text))


def _is_name_of_unit(passage: Passage) -> bool:
    """Whether a passage is `Annex II` alone, its title on the line below."""
    unit = passage.markers.unit
    return unit is not None and unit.end >= len(passage.text)


def _ends_in_heading(lines: Sequence[Passage], below: Passage | None, *, listed: bool) -> bool:
    """Whether the last of some lines may be the heading of what follows them.

    It stands behind a wider blank than others, or below a list apart from the next paragraph.
    """
    last, others = lines[-1], lines[1:-1]
    if any(is_number_cell(line.text) for line in lines):  # cells of a table, some of them empty
        return False
    if last.above > max(0, min(line.above for line in others)):
        return True
    numbered = below is not None and any(mark.role == "paragraph" for mark in below.readings)
    return listed and numbered and last.above > 0


def _rows_of(
    cells: Sequence[Passage | None], titled: int | None, *, listed: bool, headed: bool
) -> tuple[list[Passage], str | None]:
    """The rows of a table, with the lines above and below it, and what is not certain.

    Three words a row, parted by blank lines, are the members of regions as well.
    """
    lines = [cell for cell in cells if cell is not None]
    grid = _grid_by_blank_lines(lines)
    parted = grid is not None and grid.columns > MOST_COLUMNS_OF_WORDS and titled is None
    parted = parted and not any(is_number_cell(line.text) for line in lines)
    if grid and not parted:
        return _with_rows(lines, grid), None
    if grid := _grid_by_kinds(cells, titled or 0):
        return _with_rows(cells, grid), None
    if sum(not is_number_cell(line.text) for line in lines) <= MOST_TITLE_LINES:
        return lines, None  # the values of a chart
    end = len(lines) - headed
    if titled is not None or _has_evidence(lines):
        first = titled or 0
        rows = [*lines[:first], *(_row([line]) for line in lines[first:end]), *lines[end:]]
        return rows, UNKNOWN_ROWS
    plain = [*(replace(line, level=0) for line in lines[:end]), *lines[end:]]
    if not listed or parted:
        return plain, LIST_OR_TABLE
    longest = max(len(line.text) for line in lines[:-1])
    alike = headed and lines[-1].above <= lines[1].above and len(lines[-1].text) <= longest
    return plain, MEMBER_OR_HEADING if alike else None


def _has_evidence(lines: Sequence[Passage]) -> bool:
    """Whether lines without a caption are a table: many are numbers, or stand there twice."""
    numbers = sum(is_number_cell(line.text) for line in lines)
    if numbers >= FEWEST_NUMBERS and numbers * NUMBER_SHARE >= len(lines):
        return True
    repeated = len(lines) - len({line.text for line in lines})
    return repeated >= FEWEST_REPEATED and repeated * REPEATED_SHARE >= len(lines)


def _grid_by_blank_lines(lines: Sequence[Passage]) -> Grid | None:
    """The table in which blank lines part rows of equal length."""
    starts = [at for at, line in enumerate(lines) if line.above or not at]
    for first in range(min(MOST_TITLE_LINES + 1, len(starts))):
        rows = starts[first:]
        columns = (rows[1] if len(rows) > 1 else len(lines)) - rows[0]
        even = [*range(rows[0], len(lines), columns)]
        if columns > 1 and len(rows) >= FEWEST_ROWS and rows == even and _ends_evenly(lines, rows):
            return Grid(rows[0], columns, len(lines))
    return None


def _ends_evenly(lines: Sequence[Passage], rows: Sequence[int]) -> bool:
    return (len(lines) - rows[0]) % (rows[1] - rows[0]) == 0


def _grid_by_kinds(cells: Sequence[Passage | None], titled: int) -> Grid | None:
    """The table whose columns are of one kind each; None unless there is just one such table."""
    kinds = "".join(map(_kind, cells))
    for below in range(MOST_LINES_BELOW + 1):
        for begin in sorted(range(MOST_TITLE_LINES + 1), key=lambda n: (n != titled, n)):
            end = len(cells) - below
            if "N" in kinds[end:] or "N" in kinds[:begin]:
                continue
            found = [n for n in range(2, MOST_COLUMNS + 1) if _are_columns(kinds[begin:end], n)]
            if found:  # what is even by twos is so by fours
                only = all(columns % found[0] == 0 for columns in found)
                return Grid(begin, found[0], end) if only else None
    return None


def _kind(cell: Passage | None) -> str:
    """The kind of a cell: empty, a number, a sign that stands for one, or words."""
    if cell is None:
        return " "
    if not is_number_cell(cell.text):
        return "W"
    return "N" if any(map(str.isdigit, cell.text)) else " "


def _are_columns(kinds: str, columns: int) -> bool:
    """Whether cells of these kinds make rows of so many: heads, labels, and columns of one kind."""
    if len(kinds) % columns or len(kinds) < FEWEST_ROWS * columns:
        return False
    heads = set(kinds[1:columns])
    if kinds[0] == "N" or ("N" in heads and heads != {"N"}):  # words, or years
        return False
    below = [set(kinds[at::columns][1:]) - {" "} for at in range(columns)]
    if any(kinds[at : at + columns].isspace() for at in range(0, len(kinds), columns)):
        return False
    if below[0] != {"W"} or " " in kinds[columns::columns]:
        return False
    return all(len(kind) == 1 for kind in below) and {"N"} in below


def _with_rows(cells: Sequence[Passage | None], grid: Grid) -> list[Passage]:
    """The lines above a table, its rows, and the lines below it."""
    starts = range(grid.begin, grid.end, grid.columns)
    rows = [_row(cells[at : at + grid.columns]) for at in starts]
    above, below = cells[: grid.begin], cells[grid.end :]
    return [
        *(cell for cell in above if cell is not None),
        *rows,
        *(cell for cell in below if cell is not None),
    ]


def _row(cells: Sequence[Passage | None]) -> Passage:
    """A row of a table: its cells joined by tabs, each with its place in the document."""
    texts: list[str] = []
    offsets: list[tuple[int, int]] = []
    notes: list[tuple[int, str]] = []
    length = 0
    for cell in cells:
        texts.append(cell.text if cell else "")
        if cell is not None:
            offsets += [(length + at, source) for at, source in cell.offsets]
            notes += [(length + at, mark) for at, mark in cell.notes]
        length += len(texts[-1]) + 1
    filled = [cell for cell in cells if cell is not None]
    first, last = filled[0], filled[-1]
    pages = [page for cell in filled for page in cell.pages or ()]
    return Passage(
        text="\t".join(texts),
        offsets=tuple(offsets),
        end=last.end,
        notes=tuple(notes),
        pages=(min(pages), max(pages)) if pages else None,
        above=first.above,
        indent=first.indent,
        cells=tuple(texts),
        table=True,
    )
