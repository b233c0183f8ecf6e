"""Export a report as a self-contained HTML page with the right direction of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from unreport.export.arguments import require_report
from unreport.export.note_calls import texts_and_lists
from unreport.languages import LEXICONS
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
STYLE = """
body { max-width: 46em; margin: 2em auto; padding: 0 1em; line-height: 1.5; font-family: serif }
header p { margin: 0 } header .title { font-weight: bold; margin: .5em 0 }
ul { list-style: none } table { border-collapse: collapse } td { border: 1px solid; padding: .2em }
.marker { font-weight: bold } aside { font-size: smaller; border-top: 1px solid; margin-top: 2em }
"""


def to_html(report: Report) -> str:
    """A report as a self-contained HTML page.

    >>> from unreport.parse import parse_text
    >>> print(to_html(parse_text("أولا- مقدمة")).split()[:4])
    ['<!doctype', 'html>', '<html', 'lang="ar"']
    """
    require_report(report)
    title = (
        str(report.masthead.symbol or "") or report.masthead.title or report.source.name or "Report"
    )
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{escape(report.language or "")}" dir="{_direction(report)}">',
            f'<head><meta charset="utf-8"><title>{escape(title)}</title>',
            f"<style>{STYLE}</style></head>",
            "<body>",
            *_masthead(report.masthead),
            *_body(report),
            *_footnotes(report),
            "</body></html>",
        ]
    )


def outline_html(report: Report) -> str:
    """The headings of a report, each indented by its depth, for notebooks."""
    lines = [(0, repr(report))]
    lines += [(section.level, section.heading) for section in report.sections]
    return "\n".join(
        f'<div style="margin-left: {depth}em"><bdi>{escape(text)}</bdi></div>'
        for depth, text in lines
    )


def _direction(report: Report) -> str:
    lexicon = LEXICONS.get(report.language or "")
    return "rtl" if lexicon and lexicon.script == "Arabic" else "ltr"


def _masthead(masthead: Masthead) -> Iterator[str]:
    """The lines as printed, `dir="auto"`: Arabic mastheads have lines in English."""
    if masthead.lines:
        yield "<header>"
        for line in masthead.lines:
            yield f'<p class="{escape(line.role)}" dir="auto">{_escaped(line.text)}</p>'
        yield "</header>"


def _body(report: Report) -> Iterator[str]:
    for node, above in report.walk():
        match node:
            case Section():
                name = f"h{min(len(above) + 1, MAX_HEADING_LEVEL)}"
                heading = _with_marker(node.marker, _escaped(_title(node)))
                yield f'<{name} dir="auto">{heading}</{name}>'
            case Paragraph():
                yield from _blocks("p", node.marker, node.content)
            case Table():
                yield from _table(node)
            case Item():
                pass  # in the content of its paragraph


def _title(section: Section) -> str:
    return " ".join(part for part in (section.title, section.continuation) if part)


def _footnotes(report: Report) -> Iterator[str]:
    if report.footnotes:
        yield "<aside>"
        for note in report.footnotes:
            yield f'<p dir="auto">{_with_marker(note.marker, _escaped(note.text))}</p>'
        yield "</aside>"


def _table(table: Table) -> Iterator[str]:
    yield "<table>"
    if table.caption:
        yield f'<caption dir="auto">{_escaped(table.caption)}</caption>'
    for row in table.rows[table.caption_rows :]:
        cells = (f'<td dir="auto">{_escaped(cell)}</td>' for cell in row)
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</table>"


def _blocks(name: str, marker: str | None, content: Sequence[Content]) -> Iterator[str]:
    """A paragraph or item: its texts in elements of that name, with its lists between them."""
    lead = marker
    pieces = texts_and_lists(content, escape, _note_call)
    if not pieces or isinstance(pieces[0], List):
        pieces.insert(0, "")
    for piece in pieces:
        if isinstance(piece, List):
            yield from _list(piece)
        elif piece or lead:
            yield f'<{name} dir="auto">{_with_marker(lead, piece)}</{name}>'
            lead = None


def _list(items: List) -> Iterator[str]:
    yield "<ul>"
    for item in items.items:
        yield from _item(item)
    yield "</ul>"


def _item(item: Item) -> Iterator[str]:
    yield '<li dir="auto">'
    yield from _blocks("div", item.marker, item.content)
    yield "</li>"


def _note_call(marker: str) -> str:
    return f"<sup>{_escaped(marker)}</sup>"


def _with_marker(marker: str | None, text: str) -> str:
    span = f'<span class="marker">{_escaped(marker)}</span>' if marker else ""
    return " ".join(part for part in (span, text) if part)


def _escaped(text: str) -> str:
    return escape(" ".join(text.split()))
