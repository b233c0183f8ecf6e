"""Export a report as Markdown: headings, paragraphs and lists with their printed markers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from unreport.export.arguments import require_report
from unreport.export.note_calls import cell_with_calls, texts_and_lists, title_with_calls
from unreport.model import (
    Content,
    Item,
    List,
    Masthead,
    Paragraph,
    Report,
    Section,
    Table,
)

MAX_HEADING_LEVEL = 6
# Markdown's inline syntax, and its syntax at the start of a line: `1.`, `-`, `+`, `=`
INLINE_SYNTAX = regex.compile(r"[\\`*_\[\]<>#|~]")
LINE_START_SYNTAX = regex.compile(r"(?<=^[0-9]{1,9})[.)](?=\s|$)|^[-+=](?=\s|$|[-=])")
HARD_LINE_BREAK = "\\\n"
NOT_IN_LABEL = regex.compile(r"[\s\[\]]+")


def to_markdown(report: Report) -> str:
    r"""A report as Markdown (CommonMark with tables and footnotes).

    Raises `TypeError` for what is no report.

    >>> from unreport.parse import parse_text
    >>> print(to_markdown(parse_text("I. Introduction\n\n1. It met to: (a) talk; (b) part.")))
    # I. Introduction
    <BLANKLINE>
    1\. It met to:
    <BLANKLINE>
    - (a) talk;
    - (b) part.
    """
    require_report(report)
    blocks = [*_masthead(report.masthead)]
    for node, above in report.walk():
        match node:
            case Section():
                level = min(len(above) + 1, MAX_HEADING_LEVEL)
                blocks.append(f"{'#' * level} {_heading(node)}")
            case Paragraph():
                blocks.extend(_blocks(node.marker, node.content))
            case Table():
                blocks += [escape(node.caption)] if node.caption else []
                blocks.append(_table(node))
            case Item():
                pass  # in the content of its paragraph
    blocks += [f"{_note_call(note.marker or '')}: {escape(note.text)}" for note in report.footnotes]
    return "\n\n".join(blocks)


def escape(text: str) -> str:
    r"""Escape Markdown syntax in a text.

    >>> print(escape("1. A * marks [a note]"))
    1\. A \* marks \[a note\]
    """
    return _escape_line_start(_escape_inline(" ".join(text.split())))


def _escape_inline(text: str) -> str:
    return INLINE_SYNTAX.sub(r"\\\g<0>", text)


def _escape_line_start(block: str) -> str:
    return LINE_START_SYNTAX.sub(r"\\\g<0>", block)


def _masthead(masthead: Masthead) -> Iterator[str]:
    """The lines as printed, the title in bold."""
    lines = [
        f"**{escape(line.text)}**" if line.role == "title" else escape(line.text)
        for line in masthead.lines
    ]
    if lines:
        yield HARD_LINE_BREAK.join(lines)
        yield "---"


def _heading(section: Section) -> str:
    title = title_with_calls(section, _escape_inline, _note_call)
    parts = (_escape_inline(section.marker or ""), title)
    return _escape_line_start(" ".join(part for part in parts if part))


def _blocks(marker: str | None, content: Sequence[Content]) -> Iterator[str]:
    """A paragraph's or item's blocks: its texts, and its lists between them."""
    lead, *rest = texts_and_lists(content, _escape_inline, _note_call) or [""]
    if not isinstance(lead, str):
        lead, rest = "", [lead, *rest]
    opening = " ".join(part for part in (_escape_inline(marker or ""), lead) if part)
    for piece in (opening, *rest):
        if isinstance(piece, List):
            yield "\n".join(line for item in piece.items for line in _item(item))
        elif piece:
            yield _escape_line_start(" ".join(piece.split()))


def _item(item: Item) -> Iterator[str]:
    """The lines of an item: a nested list follows directly, a text after it after a blank line."""
    first, *rest = [*_blocks(item.marker, item.content)] or [""]
    yield f"- {first}"
    for block in rest:
        if not block.startswith("- "):
            yield ""
        yield from (f"  {line}".rstrip() for line in block.split("\n"))


def _table(table: Table) -> str:
    """A table; its first row is the header row, which Markdown requires."""
    rows = table.rows[table.caption_rows :]
    width = max((len(row) for row in rows), default=0)
    lines = ["| " + " | ".join(_padded(row, width)) + " |" for row in rows]
    return "\n".join([*lines[:1], "|" + " --- |" * width, *lines[1:]])


def _padded(row: Sequence[str], width: int) -> list[str]:
    return [_cell(cell) for cell in row] + [""] * (width - len(row))


def _cell(cell: str) -> str:
    return cell_with_calls(cell, escape, _note_call)


def _note_call(marker: str) -> str:
    """`[^1]`, `[^*]`."""
    return f"[^{NOT_IN_LABEL.sub('', marker) or 'note'}]"
