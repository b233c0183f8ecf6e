"""HTML within Markdown: tables with cells of several lines, spans with a direction, anchors.

CommonMark 0.31, 4.6 (HTML blocks) and 6.6 (raw HTML).
"""

from __future__ import annotations

from html import unescape

from unreport.readers.text_tables.cells import bordered
from unreport.text.lazy_patterns import lazy_pattern

TABLE = lazy_pattern(r"(?i)<table\b[^<>]*>")
TABLE_END = lazy_pattern(r"(?i)</table\s*>")
ROW = lazy_pattern(r"(?i)<tr\b[^<>]*>")
CELL = lazy_pattern(r"(?i)<t[dh]\b(?P<attributes>[^<>]*)>")
SPANNED = lazy_pattern(r"(?i)\bcolspan=[\"']?(\d{1,2})\b")
# <span dir="rtl">…</span>, <a id="footnote-1"></a>
INLINE = lazy_pattern(
    r"<(?P<name>span|a)\s(?P<removed>(?:dir|lang|class|id)=\"[^<>\"]{0,100}\"[^<>]{0,200}>)?"
    r"|</(?P<end>span|a)>"
)
TAG = lazy_pattern(r"</?[A-Za-z][^<>]*>")


def without_tags(text: str) -> str:
    """The text without such tags, each row of a table on a line of its own, between bars.

    >>> without_tags("<table><tr><td>Port</td><td>12</td></tr></table>")
    '| Port | 12 |'
    """
    out: list[str] = []
    at = 0
    for start in TABLE.finditer(text):
        if start.start() < at:
            continue
        end = TABLE_END.search(text, start.end())
        if end is None:
            break
        rows = ROW.split(text[start.end() : end.start()])
        if len(rows) == 1:  # words between angle brackets: `<table of contents>`
            continue
        out += [text[at : start.start()], "\n".join(map(_row, rows[1:]))]
        at = end.end()
    return _without_inline_tags("".join([*out, text[at:]]))


def _without_inline_tags(text: str) -> str:
    """The text without spans and anchors: an end goes only with the beginning that it closes."""
    out: list[str] = []
    opened: dict[str, list[bool]] = {"span": [], "a": []}  # whether each was removed
    at = 0
    for tag in INLINE.finditer(text):
        if tag["end"] is None:
            removed = tag["removed"] is not None
            opened[tag["name"]].append(removed)
        else:
            removed = bool(opened[tag["end"]]) and opened[tag["end"]].pop()
        if removed:
            out.append(text[at : tag.start()])
            at = tag.end()
    return "".join([*out, text[at:]])


def _row(row: str) -> str:
    """A row by its tags; a cell that spans columns leaves the others empty."""
    first, *parts = CELL.split(row)
    cells: list[str] = []
    for attributes, inside in zip(parts[::2], parts[1::2], strict=True):
        spanned = SPANNED.search(attributes)
        cells.append(" ".join(unescape(TAG.sub(" ", inside)).split()))
        cells += [""] * (int(spanned[1]) - 1 if spanned else 0)
    return bordered(cells) if cells else " ".join(TAG.sub(" ", first).split())
