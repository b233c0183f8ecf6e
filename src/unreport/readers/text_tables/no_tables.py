"""What spaces set in columns and is no table: notes, contents, names behind labels, prose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from unicodedata import digit

from unreport.languages import LEXICONS
from unreport.readers.text_tables.cells import Cells
from unreport.text.folding import fold_words
from unreport.text.lazy_patterns import lazy_pattern
from unreport.text.number_cells import is_number_cell

# 1  Official Records; 1/ Ibid.; (1) See; ¹ See; a/ See; ** See
NOTE = lazy_pattern(
    r"\s*(?:[(\[]?(?P<number>\d{1,3}|[⁰¹²³⁴-⁹]{1,3})(?P<sign>[)\]/]{0,2})|(?P<letter>[a-z])[/)]|(?P<stars>\*{1,4})/?)\s"
)
NOTE_RULE = lazy_pattern(r"\s*(?:_{3,}|-{3,}|[─―—–]{3,})\s*")
COLONS = (":", "：")
MOST_NOTE_ROWS = 12  # between a rule and a table
MOST_CONTENTS_ROWS = 100


def is_set_otherwise(rows: Sequence[str], begin: int, end: int) -> bool:
    """Whether rows that have columns are notes, or stand below a contents heading."""
    return (
        _are_notes(rows, begin, end)
        or _is_below_note_rule(rows, begin)
        or _is_below_contents(rows, begin)
    )


def _are_notes(rows: Sequence[str], begin: int, end: int) -> bool:
    """Whether most rows open with marks that count on by one; bare numbers below heads are none."""
    matches = [match for row in rows[begin:end] if (match := NOTE.match(row))]
    if 2 * len(matches) < end - begin or len(matches) < 2:  # noqa: PLR2004
        return False
    bare = all(match["number"] and not match["sign"] for match in matches)
    headed = NOTE.match(rows[begin]) is None and (not begin or not rows[begin - 1].strip())
    if bare and headed and not _is_raised(matches[0]["number"]):
        return False
    marks = [_mark(match["number"], match["letter"], match["stars"]) for match in matches]
    return all(below == above + 1 for above, below in pairwise(marks))


def _is_raised(number: str) -> bool:
    return not number.isdecimal()


def _mark(number: str | None, letter: str | None, stars: str | None) -> int:
    """The place of a mark in its series."""
    if number:
        return int("".join(str(digit(sign)) for sign in number))
    return ord(letter) if letter else len(stars or "")


def _is_below_note_rule(rows: Sequence[str], begin: int) -> bool:
    """Whether a short rule stands above the rows, with nothing but rows close below it between."""
    for above in range(begin - 1, max(begin - MOST_NOTE_ROWS, -1), -1):
        if NOTE_RULE.fullmatch(rows[above]):
            return True
        if not rows[above].strip():
            return False
    return False


def _is_below_contents(rows: Sequence[str], begin: int) -> bool:
    """Whether a contents heading stands above, with only such rows and blank ones between."""
    for above in range(begin - 1, max(begin - MOST_CONTENTS_ROWS, -1), -1):
        row = rows[above].strip()
        if row and fold_words(row.strip("*_#: ")) in _contents_headings():
            return True
        if row and "  " not in row and not rows[above][:2].isspace():
            return False
    return False


@cache
def _contents_headings() -> frozenset[str]:
    return frozenset(fold_words(name) for words in LEXICONS.values() for name in words.contents)


def are_labelled(rows: Sequence[Cells]) -> bool:
    """Whether most first cells end in a colon: `Chair:  Ms. A. Okoro  (Nigeria)`."""
    firsts = [cells[0] for cells in rows if cells[0]]
    return 2 * sum(cell.endswith(COLONS) for cell in firsts) >= max(len(firsts), 1)


def are_prose(rows: Sequence[Cells]) -> bool:
    """Whether cells are words of lines: most begin with small letters, or are one word each."""
    cells = [cell for row in rows for cell in row if cell]
    if 2 * sum(cell[0].islower() for cell in cells) > len(cells):
        return True
    columns = list(zip(*rows, strict=True))
    return 2 * sum(map(_has_single_words, columns)) > len(columns)


def _has_single_words(column: Sequence[str]) -> bool:
    """Whether each cell of a column is one word, none of them a number, not all with capitals."""
    words = [cell for cell in column if cell]
    if any(" " in word or is_number_cell(word) for word in words):
        return False
    return not all(word[0].isupper() for word in words)
