"""What only lays out a page: the tables of mastheads, frames at the foot."""

from __future__ import annotations

import re

from unreport.document import Line
from unreport.readers.word.xml_names import Element, W, child, number

# `Distr.: Limited` stands in the masthead in every language; Chinese and Arabic have own words too.
DISTRIBUTION = re.compile(r"\bDistr(?:\.|ibution|ibución|\b)|分发|توزيع", re.IGNORECASE)
ROWS = 12  # a masthead has fewer
FOOT = 9_000  # twips from the head of a page, of 15,840 or so
LINES = 3  # a header with fewer is a running head


def lays_out_masthead(rows: list[list[list[Line]]]) -> bool:
    """Whether a table at the head of a document holds its masthead.

    >>> lays_out_masthead([[[Line(text="A/80/1")], [Line(text="Distr.: Limited")]]])
    True
    """
    text = "\n".join(line.text for row in rows for cell in row for line in cell)
    return len(rows) <= ROWS and bool(DISTRIBUTION.search(text)) and len(text) < 2_000  # noqa: PLR2004


def is_masthead(lines: list[Line]) -> bool:
    """Whether the header of a first page is more than a running head.

    >>> is_masthead([Line(text="A/80/1")])
    False
    """
    return len(lines) >= LINES or any(DISTRIBUTION.search(line.text) for line in lines)


def boxed(line: Line) -> Line:
    """A paragraph in a box: a row of one cell."""
    text = line.text.replace("\t", " ")
    return Line(text=text, role="table", ends=True, calls=line.calls, cells=(text,))


def row_line(cells: list[list[Line]]) -> Line:
    """The cells of a row with tabs between; in a cell, a tab becomes a space."""
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


def at_page_foot(ppr: Element | None) -> bool:
    """Whether a frame holds the paragraph at the foot of its page, as New York sets title notes."""
    frame = child(ppr, "framePr")
    if frame is None or frame.get(f"{W}vAnchor") not in ("page", "margin"):
        return False
    return frame.get(f"{W}yAlign") == "bottom" or (number(frame.get(f"{W}y")) or 0) > FOOT
