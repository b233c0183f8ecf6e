"""Restored rows as light values: their text, what they look like, what stands raised in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.kashida import replace_kashida_glyphs
from unreport.readers.pdf.bidi.letters import UNMAPPED, is_han
from unreport.readers.pdf.bidi.logical_order import BaseDirection
from unreport.readers.pdf.bidi.logical_rows import (
    Evidence,
    LogicalRow,
    TokenRow,
    collect_evidence,
    logical_rows,
    mark_unreordered_rows,
    page_base_direction,
    tokenised_rows,
)
from unreport.readers.pdf.bidi.misspelt_fonts import record_words
from unreport.readers.pdf.bidi.rows import rows_of
from unreport.readers.pdf.file.glyphs import Page
from unreport.readers.pdf.layout.page_parts import Before, Part, Placed
from unreport.readers.pdf.layout.reading_order import arranged

MOSTLY = 0.6  # of a row's letters
CALL = re.compile(r"[(\[]?(?:\d{1,3}|[٠-٩]{1,3}|[*†‡§]{1,3}|[a-zа-я])[)\]]?(?:[,،]\s?\d{1,3})*")
ORDINAL = re.compile(
    r"[\dnN]$"
)  # `1er`, `57º`, `nº`: raised letters that belong to what they follow


class Printed(Struct, kw_only=True, gc=False):
    """A row of a page as it will be a line."""

    text: str
    page: int
    part: Part
    otherwise: Part  # what it is if it proves to be no furniture
    x0: float
    x1: float
    y: float
    size: float
    base: BaseDirection
    bold: bool
    italic: bool
    first: float  # width of the first word
    calls: tuple[tuple[int, int], ...]
    led: int  # length of a call that stands before the row's first word
    opens: bool  # a footnote's own mark stands before it
    proved: bool
    group: int
    half: int
    table: int
    place: tuple[int, int]
    width: float  # of the page
    height: float


class Rest(Struct, frozen=True, kw_only=True):
    """A page that waits until its fonts are known."""

    page: Page
    placed: list[Placed]
    strips: list[list[TokenRow]]  # per placed row: its mark, if it has one, and the row


def waiting(page: Page, before: Before) -> Rest:
    """A page's rows in reading order, cut into tokens."""
    rows = rows_of(page)
    base = page_base_direction(rows)
    placed = arranged(page, rows, base, before)
    strips = [tokenised_rows([p.mark, p.row] if p.mark else [p.row], base) for p in placed]
    mark_unreordered_rows([strip for pair in strips for strip in pair])
    return Rest(page=page, placed=placed, strips=strips)


def printed(pages: list[Rest], evidence: Evidence) -> list[Printed]:
    """The rows of some pages, restored by what these pages and all before them show."""
    flows = _flows(pages)
    replace_kashida_glyphs([strip for flow in flows for strip in flow], evidence)
    for flow in flows:
        collect_evidence(flow, evidence)
    texts = {id(r.row): r for flow in flows for r in logical_rows(flow, evidence)}
    for restored in texts.values():
        record_words(restored, evidence)
    out: list[Printed] = []
    for rest in pages:
        styles = _Styles(
            bold=frozenset(i for i, font in enumerate(rest.page.fonts) if font.bold),
            italic=frozenset(i for i, font in enumerate(rest.page.fonts) if font.italic),
        )
        for placed, strips in zip(rest.placed, rest.strips, strict=True):
            found = [texts[id(strip.row)] for strip in strips]
            out.append(_printed(rest.page, placed, found, styles))
    return out


class _Styles(Struct, frozen=True, kw_only=True):
    """The fonts of each style."""

    bold: frozenset[int]
    italic: frozenset[int]


def _flows(pages: list[Rest]) -> list[list[TokenRow]]:
    """Rows that may run on into one another: the text, the notes; each other row alone."""
    running: dict[str, list[TokenRow]] = {"body": [], "note": []}
    alone: list[list[TokenRow]] = []
    for rest in pages:
        for placed, strips in zip(rest.placed, rest.strips, strict=True):
            flow = running.get(placed.part)
            if flow is None:
                alone.append(strips)
                continue
            if placed.mark:
                alone.append(strips[:1])
            flow.append(strips[-1])
    return [*running.values(), *alone]


def _printed(page: Page, placed: Placed, found: list[LogicalRow], styles: _Styles) -> Printed:
    row, main = placed.row, found[-1]
    mark = f"{found[0].text} " if placed.mark else ""
    x0, x1 = row.x0, row.x1
    if placed.mark:
        x0, x1 = min(x0, placed.mark.x0), max(x1, placed.mark.x1)
    cells = row.clusters
    calls = () if placed.part == "note" else _calls(main)
    return Printed(
        text=mark + main.text,
        page=page.number,
        part=placed.part,
        otherwise=placed.otherwise,
        x0=x0,
        x1=x1,
        y=row.y,
        size=row.size,
        base=main.base,
        bold=_mostly(cells, styles.bold),
        italic=_mostly(cells, styles.italic),
        first=_first_word(main.sources) if not placed.mark else x1 - x0,
        calls=tuple(call for call in calls if call[0]),
        led=max((end for start, end in calls if not start), default=0),
        opens=placed.mark is not None,
        proved=all(r.proved for r in found) and not any(map(_is_doubtful, cells)),
        group=placed.group,
        half=placed.half,
        table=placed.table,
        place=placed.place,
        width=page.width,
        height=page.height,
    )


def _is_doubtful(cell: Cluster) -> bool:
    """Whether a letter, or a mark on it, is one that its font does not name."""
    return cell.is_uncertain or cell.text == UNMAPPED


def _mostly(cells: list[Cluster], fonts: frozenset[int]) -> bool:
    return bool(fonts) and sum(cell.font in fonts for cell in cells) > MOSTLY * len(cells)


def _first_word(sources: list[Cluster | None]) -> float:
    """The width of the first word; of the first two letters where words are not parted.

    A number is not parted from the word after it: `30 June`.
    """
    word: list[Cluster] = []
    for cell in sources:
        if cell is None and word and all(c.text.isdecimal() for c in word):
            continue
        if cell is None:
            break
        word.append(cell)
        if is_han(cell.text[-1]) and len(word) > 1:
            break
    return max(c.x1 for c in word) - min(c.x0 for c in word) if word else 0.0


def _calls(restored: LogicalRow) -> tuple[tuple[int, int], ...]:
    """Where raised footnote marks stand in the text."""
    return tuple(
        (start, end)
        for start, end in _raised(restored.sources)
        if CALL.fullmatch(restored.text[start:end].strip())
        and not (restored.text[start].isalpha() and ORDINAL.search(restored.text[:start]))
    )


def _raised(sources: Sequence[Cluster | None]) -> list[tuple[int, int]]:
    """Runs of raised cells; a space between two of them is raised too: `¹, ²`."""
    runs: list[tuple[int, int]] = []
    for at, cell in enumerate(sources):
        if cell is None or not cell.raised:
            continue
        if runs and all(between is None for between in sources[runs[-1][1] : at]):
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs
