"""Export a report as a self-contained HTML page for reading: outline, anchors, notes, issues.

The direction of text comes from the report, not from the first letter of a paragraph: an Arabic
paragraph that begins with a symbol in Latin letters is set right to left all the same (CSS Writing
Modes, `direction`).  Only lines of the masthead may be in another script than the report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise, takewhile
from typing import TypeAlias

import regex

from unreport.export.arguments import require_report
from unreport.export.html.assets import asset
from unreport.export.html.issues import PlacedIssues
from unreport.export.html.notes import NoteLinks
from unreport.export.html.text import escaped, line_direction, report_direction, with_marker
from unreport.export.note_calls import cell_with_calls, texts_and_lists, title_with_calls
from unreport.model import (
    Content,
    Issue,
    Item,
    List,
    MastheadLine,
    Node,
    Paragraph,
    Report,
    Section,
    Span,
    Table,
)

FIRST_HEADING_LEVEL = 2  # the title is the only `h1`
MAX_HEADING_LEVEL = 6
NAMES = ("united-nations", "body")
FIELDS = ("symbol", "distribution", "date", "language", "original")
"""The roles of lines that print sets beside the names of the bodies."""

# `41 945.0`, `(1,5)`, `٪ ١٢`, `–`: set against the end of its column, digits below digits
NUMBER = regex.compile(r"[\p{Nd}\s.,٫٬()%٪+\-‐-―−…]+")

Attributes: TypeAlias = Callable[[Span], str]
"""More attributes of the element that shows a span: ` data-block="3"`; empty for none."""


def to_html(report: Report, *, issues: Sequence[Issue] | None = None) -> str:
    """A report as a self-contained HTML page.

    `issues` are shown where they were found; those of the reader (`report.doubts`) if not given.
    Raises `TypeError` for what is no report.

    >>> from unreport.parse import parse_text
    >>> print(to_html(parse_text("أولا- مقدمة")).split()[:4])
    ['<!doctype', 'html>', '<html', 'lang="ar"']
    """
    require_report(report)
    page = Page(report, report.doubts if issues is None else issues)
    main = ['<main id="text" tabindex="-1">', *page.text(), "</main>"]
    outline = [*page.outline()]
    return html_document(
        report,
        [*outline, *main],
        styles=("page.css",),
        scripts=("page.js",),
        name="outlined" if outline else "plain",
    )


def html_document(
    report: Report,
    body: Iterable[str],
    *,
    styles: Sequence[str],
    scripts: Sequence[str],
    name: str,
) -> str:
    """A whole page, its styles and scripts in it; `name` is the class of its body."""
    masthead = report.masthead
    names = [str(masthead.symbol or ""), masthead.title or ""]
    title = ": ".join(filter(None, names)) or report.source.name or "Report"
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{escape(report.language or "")}" dir="{report_direction(report)}">',
            f'<head><meta charset="utf-8"><title>{escaped(title)}</title>',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            *(f"<style>\n{asset(style)}</style>" for style in styles),
            "</head>",
            f'<body class="{name}">',
            '<a class="skip" href="#text" lang="en">Skip to the text</a>',
            *body,
            *(f"<script>\n{asset(script)}</script>" for script in scripts),
            "</body></html>",
        ]
    )


class Page:
    """Renders a report; keeps the names of anchors, the notes, the page and the issues in order."""

    def __init__(
        self, report: Report, issues: Iterable[Issue], attributes: Attributes = lambda _: ""
    ) -> None:
        self.report = report
        self.direction = report_direction(report)
        self._attributes = attributes
        self._names: Counter[str] = Counter()
        self._headings: list[tuple[int, str, str]] = []  # level, anchor, text
        self._notes = NoteLinks(report)
        self._page = 0
        self._issues = PlacedIssues(issues, [note.span for note in report.footnotes])

    # --- the parts of the page ---

    def outline(self) -> Iterator[str]:
        """The headings as nested lists of links, and links to the issues; after `text`."""
        if not self._headings and not self._issues.links:
            return
        language = escape(self.report.language or "")
        yield '<nav aria-label="Outline" lang="en">'
        if self._headings:
            yield '<details class="outline" open><summary>Outline</summary>'
            yield f'<ol lang="{language}">'
            ends = [*self._headings, (FIRST_HEADING_LEVEL, "", "")]
            for (level, anchor, text), (following, _, _) in pairwise(ends):
                yield f'<li><a href="#{anchor}">{escaped(text)}</a>'
                yield "<ol>" if following > level else "</li>"
                yield from ["</ol></li>"] * (level - following)
            yield "</ol></details>"
        yield from self._issues.list()
        yield "</nav>"

    def text(self) -> Iterator[str]:
        """Masthead, body, notes, and what was set aside."""
        yield from self._masthead()
        for node, above in self.report.walk():
            if not isinstance(node, Item):
                yield from self._issues.before(node.span.start)
                yield from self._page_number(node.span, has_parts=_has_parts(node))
                yield from self._node(node, len(above))
        yield from self._issues.before(None)
        yield from self._footnotes()
        yield from self._furniture()

    def _masthead(self) -> Iterator[str]:
        lines = self.report.masthead.lines
        titles = [line for line in lines if line.role == "title"]
        yield "<header>"
        if not titles:
            name = self.report.masthead.symbol or self.report.source.name or "Report"
            yield f'<h1 class="hidden">{escaped(str(name))}</h1>'
        beside = list(takewhile(lambda line: line.role in (*NAMES, *FIELDS), lines))
        yield from self._page_number(lines[0].span if lines else Span(0, 0))
        yield '<div class="masthead">'
        for name, roles in (("names", NAMES), ("fields", FIELDS)):
            own = [self._masthead_line(line, "p") for line in beside if line.role in roles]
            yield f'<div class="{name}">{"".join(own)}</div>'
        yield "</div>"
        for line in lines[len(beside) :]:
            yield self._masthead_line(line, "h1" if titles and line is titles[0] else "p")
        yield from self._issues.without_place()
        yield "</header>"

    def _masthead_line(self, line: MastheadLine, name: str) -> str:
        """A line in its own direction: Arabic mastheads have lines in English."""
        own = self._attributes(line.span)
        direction = line_direction(line.text, self.direction)
        if direction != self.direction:
            own += f' dir="{direction}"' + (' lang="en"' if line.role in FIELDS[1:] else "")
        return f'<{name} class="{escape(line.role)}"{own}>{escaped(line.text)}</{name}>'

    def _footnotes(self) -> Iterator[str]:
        if not self.report.footnotes:
            return
        yield '<section class="notes" role="doc-endnotes" aria-label="Notes">'
        for number, note in enumerate(self.report.footnotes):
            own = self._attributes(note.span)
            yield f'<p id="note-{number}"{own}>{self._notes.note(number, note)}</p>'
            yield from self._issues.in_note(number)
        yield "</section>"

    def _furniture(self) -> Iterator[str]:
        """What was set aside; pieces that come again only once, unless each has its attributes."""
        pieces = {
            (piece.kind, piece.text, self._attributes(piece.span)): None
            for piece in self.report.furniture
        }
        if not pieces:
            return
        count = len(self.report.furniture)
        yield '<details class="aside" lang="en">'
        yield f"<summary>Set aside as page furniture: {count}</summary>"
        for kind, text, own in pieces:
            direction = line_direction(text, self.direction)
            yield f'<p{own}><code>{kind}</code><bdi dir="{direction}">{escaped(text)}</bdi></p>'
        yield "</details>"

    # --- nodes ---

    def _node(self, node: Node, depth: int) -> Iterator[str]:
        match node:
            case Section():
                yield self._heading(node, depth)
            case Paragraph():
                anchor = self._anchor("paragraph", node.number)
                yield f'<div class="paragraph" id="{anchor}">'
                yield from self._blocks("p", node)
                yield "</div>"
            case Table():
                yield from self._table(node)

    def _heading(self, section: Section, depth: int) -> str:
        level = min(depth + FIRST_HEADING_LEVEL, MAX_HEADING_LEVEL)
        anchor = self._anchor(section.kind, section.number)
        self._headings.append((depth + FIRST_HEADING_LEVEL, anchor, section.heading))
        title = title_with_calls(section, escape, self._notes.call)
        text = with_marker(section.marker, title)
        label = f"Link to {section.kind} {section.number or ''}".rstrip()
        link = f'<a class="anchor" href="#{anchor}" lang="en" aria-label="{escape(label)}">#</a>'
        own = self._attributes(section.span)
        heading = f'<h{level} id="{anchor}"{own}>{text}</h{level}>'
        return f'<div class="heading">{heading}{link}</div>'

    def _anchor(self, kind: str, number: int | None) -> str:
        """`chapter-2`, `paragraph-14`; `-again-2` is added where it comes again."""
        name = kind if number is None else f"{kind}-{number}"
        self._names[name] += 1
        count = self._names[name]
        return name if count == 1 else f"{name}-again-{count}"

    def _blocks(self, name: str, node: Paragraph | Item) -> Iterator[str]:
        """A paragraph or item: its texts in elements of that name, with its lists between them."""
        lead = node.marker
        own = self._attributes(node.span)
        for piece in _pieces(node.content, self._notes.call):
            if isinstance(piece, List):
                yield from self._list(piece)
            elif piece or lead:
                yield f"<{name}{own}>{with_marker(lead, piece)}</{name}>"
                lead = None

    def _list(self, items: List) -> Iterator[str]:
        yield "<ul>"
        for item in items.items:
            yield "<li>"
            yield from self._page_number(item.span, has_parts=_has_parts(item))
            yield from self._blocks("div", item)
            yield from self._issues.before(item.span.end)
            yield "</li>"
        yield "</ul>"

    def _table(self, table: Table) -> Iterator[str]:
        """A table in a box that scrolls; the first of several rows holds the column headings."""
        own = self._attributes(table.span)
        label = escaped(table.caption or "Table")
        yield f'<div class="scroll" tabindex="0" role="group" aria-label="{label}"{own}>'
        yield "<table>"
        if table.caption:
            yield f"<caption>{self._cell(table.caption)}</caption>"
        rows = table.rows[table.caption_rows :]
        head, body = (rows[:1], rows[1:]) if len(rows) > 1 else ((), rows)
        for row in head:
            cells = (f'<th scope="col">{self._cell(cell)}</th>' for cell in row)
            yield f"<thead><tr>{''.join(cells)}</tr></thead>"
        yield "<tbody>"
        for row in body:
            yield f"<tr>{''.join(map(self._data_cell, row))}</tr>"
        yield "</tbody>"
        yield "</table></div>"

    def _data_cell(self, cell: str) -> str:
        own = ' class="number"' if NUMBER.fullmatch(cell) else ""
        return f"<td{own}>{self._cell(cell)}</td>"

    def _cell(self, cell: str) -> str:
        return cell_with_calls(cell, escaped, self._notes.call)

    # --- what stands beside the text ---

    def _page_number(self, span: Span, *, has_parts: bool = False) -> Iterator[str]:
        """The number of a page, before the first node on it: `4` begins there, `–4` goes on to it.

        A node with parts reaches over what stands in it, which has its own numbers.
        """
        first, last = span.pages or (0, 0)
        begins = first if first > self._page else 0
        reached = last if last > max(first, self._page) and not has_parts else 0
        if not (begins or reached):
            return
        self._page = reached or begins
        text = f"{begins or ''}–{reached}" if reached else str(begins)
        label = f"page {text.replace('–', ' to ')}" if begins else f"goes on to page {reached}"
        yield (
            f'<span class="page" id="page-{begins or reached}" role="note" lang="en" '
            f'aria-label="{label}">{text}</span>'
        )


def _has_parts(node: Node | Item) -> bool:
    return isinstance(node, Section) or (not isinstance(node, Table) and bool(node.lists))


def _pieces(content: Sequence[Content], call: Callable[[str], str]) -> list[str | List]:
    """Texts and lists of a node; a text comes first, which may be empty."""
    pieces = texts_and_lists(content, escape, call)
    if not pieces or isinstance(pieces[0], List):
        pieces.insert(0, "")
    return pieces
