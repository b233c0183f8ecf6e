"""Columns of list markers, which are no column of a table but open the text beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from unreport.readers.pdf.layout.tables.table_lines import TableLine

MARKER_LENGTH = 5  # characters; list markers belong to the text beside them
# `1.`, `1.2`, `(a)`, `iv)`, `1-`, `١ -`, `أ-`, `1/`, `•`, `第三章`, `二、`
MARKER = re.compile(
    r"[^\w\s]{1,2}|[(（]?(?:\d{1,3}(?:\.\d{1,3})*|[^\W\d_]|[ivxlIVXL]{1,5})\s?[.)）、:/–—-]?"
    r"|第?[一二三四五六七八九十]{1,3}[、.．章节条]?"
)
HEAD = re.compile(r"[^\W\d_]{2,}\.?")


def without_marker_column(edges: list[float], lines: list[TableLine]) -> list[float]:
    """The edges but for one that only separates list markers, `1.` or `(a)`, from their text.

    At the left of right-to-left text stand the numbers of the last column, however short.
    """
    if not edges:
        return edges
    left = cluster_counts(lines, float("-inf"), edges[0])
    is_short = max(left, default=0) <= MARKER_LENGTH and not is_right_to_left(lines)
    if is_short and _are_markers([*_texts_before(lines, edges[0])]):
        return edges[1:]
    right = cluster_counts(lines, edges[-1], float("inf"))
    return edges[:-1] if max(right, default=0) <= MARKER_LENGTH and len(edges) == 1 else edges


def _are_markers(texts: list[str]) -> bool:
    """Whether most texts are markers of a list, below no label of their own.

    >>> _are_markers(["1.", "2-", "(a)"]), _are_markers(["P-5", "P-4"]), _are_markers(["No", "1"])
    (True, False, False)
    """
    are_marked = [bool(MARKER.fullmatch(text)) for text in texts]
    if not texts or (not are_marked[0] and HEAD.fullmatch(texts[0])):
        return False
    return 2 * sum(are_marked) >= len(texts)


def _texts_before(lines: list[TableLine], edge: float) -> Iterator[str]:
    """The text of each line before an edge, from the left."""
    for line in lines:
        own = (
            text
            for row in line.rows
            for x0, x1, text in zip(row.lefts, row.rights, row.texts, strict=True)
            if x0 + x1 < 2 * edge
        )
        if label := "".join(own):
            yield label


def cluster_counts(lines: list[TableLine], low: float, high: float) -> list[int]:
    """How many glyph clusters each line has between two edges."""
    counts = (line.count_between(low, high) for line in lines)
    return [count for count in counts if count]


def is_right_to_left(lines: list[TableLine]) -> bool:
    """Whether most letters of some lines are of a right-to-left script."""
    rows = [row for line in lines for row in line.rows]
    if not any(row.has_right_to_left for row in rows):
        return False
    classes = Counter(cluster.bidi_class for row in rows for cluster in row.clusters)
    return classes["R"] > classes["L"]
