"""Layout tables and frames: mastheads, title notes at the foot of a page; table rows as lines."""

from __future__ import annotations

import re

from unreport.document import Line
from unreport.readers.word.xml_names import Element, W, child, integer

# The distribution line of a masthead (`Distr.: Limited`), also in Chinese and Arabic.
DISTRIBUTION = re.compile(r"\bDistr(?:\.|ibution|ibución|\b)|分发|توزيع", re.IGNORECASE)
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
