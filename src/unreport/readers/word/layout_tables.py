"""Layout tables and frames: mastheads, title notes at the foot of a page; table rows as lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from unreport.document import Line
from unreport.readers.word.xml_names import Element, W, child, integer

# The distribution line of a masthead (`Distr.: Limited`), also in Chinese and Arabic.
DISTRIBUTION = re.compile(r"\bDistr(?:\.|ibution|ibución|\b)|分发|توزيع", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.;:؛。；：!?؟][\"'”’»)\]]*\s*$")
MAX_MASTHEAD_ROWS = 12
PAGE_FOOT = 9_000  # twips from the top of a page of some 15,840
MIN_MASTHEAD_LINES = 3  # a header with fewer is a running head


def is_masthead_table(rows: list[list[list[Line]]]) -> bool:
    """Whether a table at the beginning of a document contains its masthead.

    >>> is_masthead_table([[[Line(text="A/80/1")], [Line(text="Distr.: Limited")]]])
    True
    """
    text = "\n".join(line.text for row in rows for cell in row for line in cell)
    return len(rows) <= MAX_MASTHEAD_ROWS and bool(DISTRIBUTION.search(text)) and len(text) < 2_000  # noqa: PLR2004


def is_masthead(lines: list[Line]) -> bool:
    """Whether the header of a first page is more than a running head.

    >>> is_masthead([Line(text="A/80/1")])
    False
    """
    return len(lines) >= MIN_MASTHEAD_LINES or any(DISTRIBUTION.search(line.text) for line in lines)


def single_cell_row(line: Line) -> Line:
    """A framed paragraph as a table row of one cell."""
    text = line.text.replace("\t", " ")
    return Line(text=text, role="table", ends=True, calls=line.calls, cells=(text,))


def is_box(rows: list[list[list[Line]]]) -> bool:
    """Whether a table is a frame around text, as the Summary of a report has it.

    It has one column, and most of its letters are in sentences; a list of names has one column too.

    >>> is_box([[[Line(text="Summary"), Line(text="The report covers a year.")]]])
    True
    >>> is_box([[[Line(text="Cartagena Declaration on Refugees, 1984")]]])
    False
    """
    if not all(len(cells) == 1 for cells in rows):
        return False
    texts = [line.text for cells in rows for line in cells[0] if line.role == "body"]
    sentences = sum(len(text) for text in texts if SENTENCE_END.search(text))
    return 2 * sentences > sum(map(len, texts))


def data_rows(rows: Iterable[list[list[Line]]]) -> Iterator[Line]:
    """The rows of a data table as lines; a single cell is a frame around its paragraphs."""
    for cells in rows:
        if len(cells) == 1:
            yield from (
                line if line.role == "table" else single_cell_row(line) for line in cells[0]
            )
        elif any(line.text for cell in cells for line in cell):
            yield table_row(cells)


def table_row(cells: list[list[Line]]) -> Line:
    """A table row: its cells separated by tabs; tabs in a cell become spaces."""
    texts: list[str] = []
    calls: list[tuple[int, int]] = []
    at = 0
    for cell in cells:
        texts.append(" ".join(line.text.replace("\t", " ") for line in cell))
        for line in cell:
            calls += [(start + at, end + at) for start, end in line.calls]
            at += len(line.text) + 1
        at += not cell
    text = "\t".join(texts)
    return Line(text=text, role="table", ends=True, calls=tuple(calls), cells=tuple(texts))


def is_page_foot_frame(ppr: Element | None) -> bool:
    """Whether a paragraph is in a frame at the foot of its page, as title notes are."""
    frame = child(ppr, "framePr")
    if frame is None or frame.get(f"{W}vAnchor") not in ("page", "margin"):
        return False
    return frame.get(f"{W}yAlign") == "bottom" or (integer(frame.get(f"{W}y")) or 0) > PAGE_FOOT
