"""Painted glyphs to cells: each letter with its text, combining marks apart from their letters.

Fonts do not always give a glyph the text of what it draws: a mark may have its letter's text too,
a letter that of the marks over it, a stroke none.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from unreport.readers.pdf.bidi.letters import TATWEEL, UNKNOWN, Kind, kind_of, spelt
from unreport.readers.pdf.file.glyphs import Glyph, Page

FEW = 3  # glyphs under one /ActualText: a ligature, not a stretch of text
WIDTHLESS = 0.01  # points
SIGNS = frozenset({"ON", "CS", "ES", "ET"})
NEAR = 0.1  # em


@dataclass(slots=True)
class Cell:
    """What is never taken apart: a letter with its marks, a ligature, the text of a span."""

    text: str
    kind: Kind
    x0: float
    x1: float
    y: float
    size: float
    font: int
    code: int
    order: int
    raised: bool = False
    lost: bool = False  # a mark on it has no text
    whole: str = ""  # of a mark: what the file gives it, the letter under it too
    own: str = ""  # of a letter that has got marks: its text without them
    doubled: str = ""  # marks that it got though its own text has them
    sure: bool = False  # the file itself says what it is (/ActualText)
    filler: bool = False  # a stroke that the file itself gives no text


def cells_of_page(page: Page) -> tuple[list[Cell], list[Cell]]:
    """Base cells (spaces among them) and combining marks, both in stream order."""
    bases: list[Cell] = []
    marks: list[Cell] = []
    spans: dict[int, list[Glyph]] = {}
    for glyph in page.glyphs:
        if not -1 < glyph.y < page.height + 1 or glyph.x1 < -1 or glyph.x0 > page.width + 1:
            continue  # outside the paper
        if glyph.span:
            spans.setdefault(glyph.span, []).append(glyph)
        else:
            _put(_cell(glyph), bases, marks)
    for span, glyphs in spans.items():
        for cell in _span(page.spans[span], glyphs):
            _put(cell, bases, marks)
    bases += _letters_among(marks)
    bases.sort(key=lambda cell: cell.order)
    return _without_repeats(bases, marks), marks


def _letters_among(marks: list[Cell]) -> list[Cell]:
    """Of two glyphs that both have the text of letter and mark, the lower one is the letter."""
    letters: list[Cell] = []
    for one, other in pairwise(sorted(marks, key=lambda cell: cell.order)):
        if one.whole and one.whole == other.whole and other.order - one.order == 1:
            letter = max(one, other, key=lambda cell: (cell.y, cell.order))
            letter.text = "".join(char for char in one.whole if not unicodedata.combining(char))
            letter.kind = kind_of(letter.text)
            letters.append(letter)
    taken = {id(letter) for letter in letters}
    marks[:] = [mark for mark in marks if id(mark) not in taken]
    return letters


def _without_repeats(bases: list[Cell], marks: list[Cell]) -> list[Cell]:
    """Turn into a mark what repeats the letter that it is painted over: `دُ` beside د."""
    out: list[Cell] = []
    for at, cell in enumerate(bases):
        letter, rest = _decomposed(cell)
        near = bases[max(0, at - 1) : at + 2]
        if rest and _repeats(cell, letter, near):
            cell.text, cell.kind = rest, "M"
            marks.append(cell)
        elif not (rest and cell.x1 - cell.x0 < WIDTHLESS and _named(cell, near)):
            out.append(cell)
    return out


def _named(cell: Cell, near: list[Cell]) -> bool:
    """Give the letter under a mark the mark's text, where the file gives all of it to the mark."""
    for other in near:
        if other.text == UNKNOWN and _over(cell, other):
            other.text, other.kind = cell.text, "R"
            return True
    return False


def _decomposed(cell: Cell) -> tuple[str, str]:
    """A right-to-left letter, and its marks if it has nothing else."""
    if cell.kind != "R" or cell.sure:
        return "", ""
    plain = unicodedata.normalize("NFD", cell.text)
    marks = plain[1:] if all(unicodedata.combining(char) for char in plain[1:]) else ""
    return plain[0], marks


def _repeats(cell: Cell, letter: str, near: list[Cell]) -> bool:
    return any(
        other is not cell
        and other.x1 - other.x0 > WIDTHLESS
        and unicodedata.normalize("NFD", other.text[:1])[:1] == letter
        and _over(cell, other)
        for other in near
    )


def _over(cell: Cell, other: Cell) -> bool:
    """Whether a cell is painted over another one; one without width may stand a little beside."""
    width = cell.x1 - cell.x0
    if width < WIDTHLESS:
        return other.x0 - NEAR * cell.size < cell.x0 < other.x1 + NEAR * cell.size
    return min(cell.x1, other.x1) - max(cell.x0, other.x0) > 0.5 * width


def _put(cell: Cell, bases: list[Cell], marks: list[Cell]) -> None:
    if cell.x1 - cell.x0 < WIDTHLESS and not cell.sure:
        _bare_mark(cell)
    if cell.text:
        (marks if cell.kind == "M" else bases).append(cell)


def _bare_mark(cell: Cell) -> None:
    """A glyph without width is a mark, even where the file gives it its letter too."""
    if found := _combining(cell.text):
        cell.whole, cell.text, cell.kind = cell.text, found, "M"
    elif cell.text == UNKNOWN or cell.kind in SIGNS:
        cell.text, cell.kind = UNKNOWN, "M"


def _combining(text: str) -> str:
    return "".join(char for char in text if unicodedata.combining(char))


def _cell(glyph: Glyph) -> Cell:
    text = spelt(glyph.text)
    return Cell(
        text, kind_of(text), glyph.x0, glyph.x1, glyph.y, glyph.size, glyph.font, glyph.code,
        glyph.order,
    )  # fmt: skip


def _span(text: str, glyphs: list[Glyph]) -> list[Cell]:
    """The cells of an /ActualText: one, where its text runs one way and stands on one row."""
    text = spelt(text) if text else ""
    own = [_cell(glyph) for glyph in glyphs]
    ys = [cell.y for cell in own if cell.kind not in "MS"] or [own[0].y]
    kinds = {kind_of(char) for char in text} - {"M", "S", "ON", "CS", "ES", "ET"}
    known = all(cell.text != UNKNOWN for cell in own)
    far = max(ys) - min(ys) > own[0].size
    wide = len(own) > FEW and _letters(text) == _letters("".join(cell.text for cell in own))
    if known and (far or len(kinds) > 1 or (wide and kinds != {"R"})):
        return own
    if not text:
        return [cell for cell in own if _fills(cell)]
    first = min(own, key=lambda cell: (cell.kind == "M", cell.x1 - cell.x0 < WIDTHLESS, cell.order))
    first.doubled = doubled(first.text, "".join(cell.text for cell in own if cell.kind == "M"))
    is_mark = first.x1 - first.x0 < WIDTHLESS and _combining(first.text)
    first.text, first.kind, first.sure = text, kind_of(text), not is_mark
    first.x0, first.x1 = min(cell.x0 for cell in own), max(cell.x1 for cell in own)
    return [first]


def doubled(text: str, marks: str) -> str:
    """The marks that a text has already."""
    has = unicodedata.normalize("NFD", text)
    return "".join(char for char in marks if char in has)


def _fills(cell: Cell) -> bool:
    """Make a stroke without a text a filler: what it fills is no gap between words."""
    cell.filler = cell.text == UNKNOWN and cell.x1 - cell.x0 > WIDTHLESS
    if cell.filler:
        cell.text, cell.kind = TATWEEL, "R"
    return cell.filler


def _letters(text: str) -> list[str]:
    return sorted(char for char in unicodedata.normalize("NFKC", text) if not char.isspace())
