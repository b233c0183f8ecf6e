"""Tables that only lay out a page: the masthead of many templates is one."""

from __future__ import annotations

import re

from unreport.document import Line

# `Distr.: Limited` stands in the masthead in every language; Chinese and Arabic have own words too.
DISTRIBUTION = re.compile(r"\bDistr(?:\.|ibution|ibución|\b)|分发|توزيع", re.IGNORECASE)
ROWS = 12  # a masthead has fewer
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
